/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-import.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DATA_DIALOG (unknot_data_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDataDialog, unknot_data_dialog, UNKNOT, DATA_DIALOG, AdwDialog)

AdwDialog *unknot_data_dialog_new      (UnknotDiary      *diary);
void       unknot_data_dialog_export   (UnknotDataDialog *self,
                                        const char       *format,
                                        GFile            *file);
void       unknot_data_dialog_import   (UnknotDataDialog *self,
                                        GListModel       *files);

G_END_DECLS
