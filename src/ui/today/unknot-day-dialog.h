/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-day.h"
#include "unknot-entry-dialog.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DAY_DIALOG (unknot_day_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDayDialog, unknot_day_dialog, UNKNOT, DAY_DIALOG,
                      UnknotEntryDialog)

AdwDialog *unknot_day_dialog_new (UnknotDay   *day,
                                  UnknotClock *clock);

G_END_DECLS
