/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-diary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RESCUE_PAGE (unknot_rescue_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotRescuePage, unknot_rescue_page, UNKNOT, RESCUE_PAGE, AdwNavigationPage)

AdwNavigationPage *unknot_rescue_page_new         (UnknotDiary      *diary,
                                                   const GError     *error);
void               unknot_rescue_page_focus_start (UnknotRescuePage *self);

G_END_DECLS
