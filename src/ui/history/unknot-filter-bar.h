/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-clock.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FILTER_BAR (unknot_filter_bar_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFilterBar, unknot_filter_bar, UNKNOT, FILTER_BAR, AdwBin)

void               unknot_filter_bar_set_clock  (UnknotFilterBar   *self,
                                                 UnknotClock       *clock);
UnknotEntryFilter *unknot_filter_bar_get_filter (UnknotFilterBar   *self);
void               unknot_filter_bar_set_filter (UnknotFilterBar   *self,
                                                 UnknotEntryFilter *filter);

G_END_DECLS
