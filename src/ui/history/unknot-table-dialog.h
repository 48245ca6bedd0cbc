/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-table.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_TABLE_DIALOG (unknot_table_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTableDialog, unknot_table_dialog, UNKNOT, TABLE_DIALOG, AdwDialog)

AdwDialog *unknot_table_dialog_new (const char  *title,
                                    UnknotTable *table);

G_END_DECLS
