/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-clock.h"
#include "unknot-entry.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRY_ROW (unknot_entry_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEntryRow, unknot_entry_row, UNKNOT, ENTRY_ROW, GtkWidget)

GtkWidget   *unknot_entry_row_new       (UnknotClock    *clock);
UnknotEntry *unknot_entry_row_get_entry (UnknotEntryRow *self);
const char  *unknot_entry_row_get_name  (UnknotEntryRow *self);
const char  *unknot_entry_row_get_note  (UnknotEntryRow *self);
void         unknot_entry_row_set_entry (UnknotEntryRow *self,
                                         UnknotEntry    *entry);

G_END_DECLS
