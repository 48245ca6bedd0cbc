/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-diary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRIES_PAGE (unknot_entries_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEntriesPage, unknot_entries_page, UNKNOT, ENTRIES_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *unknot_entries_page_new (UnknotDiary *diary);

G_END_DECLS
