/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-clock.h"
#include "unknot-entry-filter.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_FILTER_DIALOG (unknot_filter_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFilterDialog, unknot_filter_dialog, UNKNOT, FILTER_DIALOG, AdwDialog)

AdwDialog         *unknot_filter_dialog_new        (UnknotClock        *clock);
UnknotEntryFilter *unknot_filter_dialog_get_filter (UnknotFilterDialog *self);
void               unknot_filter_dialog_set_filter (UnknotFilterDialog *self,
                                                    UnknotEntryFilter  *filter);

G_END_DECLS
