/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-table-dialog"

#include "config.h"

#include "unknot-table-dialog.h"

#include <glib/gi18n.h>

/**
 * UnknotTableDialog:
 *
 * A table, which can be copied.
 */
struct _UnknotTableDialog
{
  AdwDialog parent_instance;

  UnknotTable *table;

  AdwToastOverlay *toasts;
  GtkColumnView *view;
};

G_DEFINE_FINAL_TYPE (UnknotTableDialog, unknot_table_dialog, ADW_TYPE_DIALOG)

/* Which column of a table a factory makes the cells of. */
typedef struct
{
  UnknotTable *table;
  guint column;
} Cells;

static void
free_cells (gpointer  data,
            GClosure *closure)
{
  Cells *cells = data;

  g_object_unref (cells->table);
  g_free (cells);
}

static void
set_up_cell_cb (Cells       *cells,
                GtkListItem *item)
{
  gboolean is_number = unknot_table_is_number (cells->table, cells->column);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), is_number ? 1 : 0);
  if (is_number)
    gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (Cells       *cells,
              GtkListItem *item)
{
  g_autofree char *cell =
    unknot_table_dup_cell (cells->table, gtk_list_item_get_item (item), cells->column);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), cell);
}

/* A screen reader reads a row by itself, without the titles above it. */
static char *
dup_row_name (UnknotTable     *table,
              GtkStringObject *row)
{
  GString *name = g_string_new (NULL);

  for (guint i = 0; i < unknot_table_get_n_columns (table); i++)
    {
      g_autofree char *cell = unknot_table_dup_cell (table, row, i);

      if (*cell == '\0')
        continue;
      if (name->len > 0)
        g_string_append (name, _(", "));
      if (i == 0)
        g_string_append (name, cell);
      else
        /* Translators: the title of a column, and what stands in it: “Worst pain 5” */
        g_string_append_printf (name, C_ ("cell", "%s %s"),
                                unknot_table_get_column_title (table, i), cell);
    }

  return g_string_free_and_steal (name);
}

static void
bind_row_cb (UnknotTableDialog *self,
             GtkColumnViewRow  *row)
{
  g_autofree char *name = dup_row_name (self->table, gtk_column_view_row_get_item (row));

  gtk_column_view_row_set_accessible_label (row, name);
}

static void
connect (GtkListItemFactory *factory,
         const char         *signal,
         GCallback           callback,
         UnknotTable        *table,
         guint               column)
{
  Cells *cells = g_new (Cells, 1);

  cells->table = g_object_ref (table);
  cells->column = column;
  g_signal_connect_data (factory, signal, callback, cells, free_cells, G_CONNECT_SWAPPED);
}

static void
add_column (UnknotTableDialog *self,
            guint              column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) added =
    gtk_column_view_column_new (unknot_table_get_column_title (self->table, column), factory);

  connect (factory, "setup", G_CALLBACK (set_up_cell_cb), self->table, column);
  connect (factory, "bind", G_CALLBACK (bind_cell_cb), self->table, column);
  gtk_column_view_column_set_expand (added, column == 0);
  gtk_column_view_append_column (self->view, added);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  UnknotTableDialog *self = UNKNOT_TABLE_DIALOG (widget);
  g_autofree char *text = unknot_table_dup_text (self->table);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("The table is copied")));
}

/* By half of what is shown, in the direction of the key. */
static void
scroll_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  UnknotTableDialog *self = UNKNOT_TABLE_DIALOG (widget);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (self->view));
  double step = gtk_adjustment_get_page_size (adjustment) / 2;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                                          g_variant_get_int32 (parameter) * step);
}

static void
unknot_table_dialog_dispose (GObject *object)
{
  UnknotTableDialog *self = UNKNOT_TABLE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_TABLE_DIALOG);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (unknot_table_dialog_parent_class)->dispose (object);
}

static void
unknot_table_dialog_class_init (UnknotTableDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_table_dialog_dispose;

  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_cb);
  gtk_widget_class_install_action (widget_class, "table.scroll", "i", scroll_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy",
                                       NULL);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-table-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotTableDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UnknotTableDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
}

static void
unknot_table_dialog_init (UnknotTableDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_table_dialog_new:
 * @title: what the table is of
 * @table: what it shows
 */
AdwDialog *
unknot_table_dialog_new (const char  *title,
                         UnknotTable *table)
{
  UnknotTableDialog *self = g_object_new (UNKNOT_TYPE_TABLE_DIALOG, "title", title, NULL);
  g_autoptr (GtkNoSelection) rows =
    gtk_no_selection_new (g_object_ref (unknot_table_get_rows (table)));

  self->table = g_object_ref (table);
  for (guint i = 0; i < unknot_table_get_n_columns (table); i++)
    add_column (self, i);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);

  return ADW_DIALOG (self);
}
