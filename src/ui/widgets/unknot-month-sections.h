/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-entry-list.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_MONTH_SECTIONS (unknot_month_sections_get_type ())

G_DECLARE_FINAL_TYPE (UnknotMonthSections, unknot_month_sections, UNKNOT, MONTH_SECTIONS, GObject)

UnknotMonthSections *unknot_month_sections_new (UnknotEntryList *entries);

G_END_DECLS
