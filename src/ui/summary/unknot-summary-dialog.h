/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_DIALOG (unknot_summary_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryDialog, unknot_summary_dialog, UNKNOT, SUMMARY_DIALOG, AdwDialog)

AdwDialog *unknot_summary_dialog_new  (UnknotToday         *today,
                                       GSettings           *settings);
void       unknot_summary_dialog_save (UnknotSummaryDialog *self,
                                       GFile               *file);

G_END_DECLS
