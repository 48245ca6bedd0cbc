/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-entry.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRY_DIALOG (unknot_entry_dialog_get_type ())

G_DECLARE_DERIVABLE_TYPE (UnknotEntryDialog, unknot_entry_dialog, UNKNOT, ENTRY_DIALOG, AdwDialog)

struct _UnknotEntryDialogClass
{
  AdwDialogClass parent_class;
};

void unknot_entry_dialog_keep   (UnknotEntryDialog *self);
void unknot_entry_dialog_tell   (UnknotEntryDialog *self,
                                 UnknotEntry       *entry);
void unknot_entry_dialog_delete (UnknotEntryDialog *self);

G_END_DECLS
