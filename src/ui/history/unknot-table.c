/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-table"

#include "config.h"

#include "unknot-table.h"

#define SEPARATOR "\t"

/**
 * UnknotTable:
 *
 * Words and numbers in columns and rows, to look at or to copy.
 */
struct _UnknotTable
{
  GObject parent_instance;

  GPtrArray *titles;
  GArray *numbers;     /* of gboolean */
  GtkStringList *rows; /* of each row the cells with tabs between them */
};

G_DEFINE_FINAL_TYPE (UnknotTable, unknot_table, G_TYPE_OBJECT)

static void
unknot_table_finalize (GObject *object)
{
  UnknotTable *self = UNKNOT_TABLE (object);

  g_ptr_array_unref (self->titles);
  g_array_unref (self->numbers);
  g_object_unref (self->rows);

  G_OBJECT_CLASS (unknot_table_parent_class)->finalize (object);
}

static void
unknot_table_class_init (UnknotTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_table_finalize;
}

static void
unknot_table_init (UnknotTable *self)
{
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->rows = gtk_string_list_new (NULL);
}

UnknotTable *
unknot_table_new (void)
{
  return g_object_new (UNKNOT_TYPE_TABLE, NULL);
}

/**
 * unknot_table_add_column:
 * @title: what is in it
 * @is_number: whether its cells are compared by their ends
 */
void
unknot_table_add_column (UnknotTable *self,
                         const char  *title,
                         gboolean     is_number)
{
  g_return_if_fail (UNKNOT_IS_TABLE (self));

  g_ptr_array_add (self->titles, g_strdup (title));
  g_array_append_val (self->numbers, is_number);
}

guint
unknot_table_get_n_columns (UnknotTable *self)
{
  g_return_val_if_fail (UNKNOT_IS_TABLE (self), 0);

  return self->titles->len;
}

const char *
unknot_table_get_column_title (UnknotTable *self,
                               guint        column)
{
  g_return_val_if_fail (UNKNOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->titles->len, NULL);

  return g_ptr_array_index (self->titles, column);
}

gboolean
unknot_table_is_number (UnknotTable *self,
                        guint        column)
{
  g_return_val_if_fail (UNKNOT_IS_TABLE (self), FALSE);
  g_return_val_if_fail (column < self->numbers->len, FALSE);

  return g_array_index (self->numbers, gboolean, column);
}

/**
 * unknot_table_take_row:
 * @cells: (transfer full): as many as there are columns
 *
 * Adds a row below the others. What would break a line or a cell is a space in it.
 */
void
unknot_table_take_row (UnknotTable *self,
                       GStrv        cells)
{
  g_return_if_fail (UNKNOT_IS_TABLE (self));
  g_return_if_fail (g_strv_length (cells) == self->titles->len);

  for (guint i = 0; cells[i] != NULL; i++)
    g_strdelimit (cells[i], "\t\n\v\f\r", ' ');
  gtk_string_list_take (self->rows, g_strjoinv (SEPARATOR, cells));
  g_strfreev (cells);
}

/**
 * unknot_table_get_rows:
 *
 * Returns: (transfer none): a model of #GtkStringObject, for unknot_table_dup_cell()
 */
GListModel *
unknot_table_get_rows (UnknotTable *self)
{
  g_return_val_if_fail (UNKNOT_IS_TABLE (self), NULL);

  return G_LIST_MODEL (self->rows);
}

/**
 * unknot_table_dup_cell:
 * @row: one of the rows
 *
 * Returns: (transfer full): what stands in its column
 */
char *
unknot_table_dup_cell (UnknotTable     *self,
                       GtkStringObject *row,
                       guint            column)
{
  g_auto (GStrv) cells = NULL;

  g_return_val_if_fail (UNKNOT_IS_TABLE (self), NULL);
  g_return_val_if_fail (column < self->titles->len, NULL);

  cells = g_strsplit (gtk_string_object_get_string (row), SEPARATOR, -1);

  return g_strdup (cells[column]);
}

/**
 * unknot_table_dup_text:
 *
 * Returns: (transfer full): the titles and the rows, each on a line, with tabs between the cells,
 *   as spreadsheets take them
 */
char *
unknot_table_dup_text (UnknotTable *self)
{
  GString *text;

  g_return_val_if_fail (UNKNOT_IS_TABLE (self), NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < self->titles->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? SEPARATOR : "",
                            unknot_table_get_column_title (self, i));
  g_string_append_c (text, '\n');
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    g_string_append_printf (text, "%s\n", gtk_string_list_get_string (self->rows, i));

  return g_string_free_and_steal (text);
}
