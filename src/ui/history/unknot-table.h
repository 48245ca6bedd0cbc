/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_TABLE (unknot_table_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTable, unknot_table, UNKNOT, TABLE, GObject)

UnknotTable *unknot_table_new              (void);
void         unknot_table_add_column       (UnknotTable     *self,
                                            const char      *title,
                                            gboolean         is_number);
guint        unknot_table_get_n_columns    (UnknotTable     *self);
const char  *unknot_table_get_column_title (UnknotTable     *self,
                                            guint            column);
gboolean     unknot_table_is_number        (UnknotTable     *self,
                                            guint            column);
void         unknot_table_take_row         (UnknotTable     *self,
                                            GStrv            cells);
GListModel  *unknot_table_get_rows         (UnknotTable     *self);
char        *unknot_table_dup_cell         (UnknotTable     *self,
                                            GtkStringObject *row,
                                            guint            column);
char        *unknot_table_dup_text         (UnknotTable     *self);

G_END_DECLS
