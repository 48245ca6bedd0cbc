/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-table-dialog.h"
#include "unknot-test-ui.h"

static UnknotTable *
make_table (void)
{
  UnknotTable *table = unknot_table_new ();

  unknot_table_add_column (table, "What", FALSE);
  unknot_table_add_column (table, "Times", TRUE);
  unknot_table_take_row (table, g_strdupv ((GStrv) (const char *[]) { "Heat", "12", NULL }));
  unknot_table_take_row (table, g_strdupv ((GStrv) (const char *[]) { "A\tgel\r\n2", "", NULL }));

  return table;
}

static void
test_table_text (void)
{
  g_autoptr (UnknotTable) table = make_table ();
  g_autoptr (UnknotTable) empty = unknot_table_new ();
  g_autofree char *text = unknot_table_dup_text (table);
  g_autofree char *nothing = unknot_table_dup_text (empty);

  g_assert_cmpstr (text, ==, "What\tTimes\nHeat\t12\nA gel  2\t\n");
  g_assert_cmpstr (nothing, ==, "\n");
}

static void
test_table_cells (void)
{
  g_autoptr (UnknotTable) table = make_table ();
  GListModel *rows = unknot_table_get_rows (table);
  g_autoptr (GtkStringObject) row = g_list_model_get_item (rows, 1);
  g_autofree char *first = unknot_table_dup_cell (table, row, 0);
  g_autofree char *last = unknot_table_dup_cell (table, row, 1);

  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 2);
  g_assert_cmpstr (first, ==, "A gel  2");
  g_assert_cmpstr (last, ==, "");
  g_assert_cmpuint (unknot_table_get_n_columns (table), ==, 2);
  g_assert_cmpstr (unknot_table_get_column_title (table, 1), ==, "Times");
  g_assert_false (unknot_table_is_number (table, 0));
  g_assert_true (unknot_table_is_number (table, 1));
}

static GtkWindow *
present (AdwDialog **dialog)
{
  g_autoptr (UnknotTable) table = make_table ();
  GtkWindow *window = unknot_test_present_adwaita (gtk_label_new (NULL));

  *dialog = unknot_table_dialog_new ("What helped", table);
  adw_dialog_present (*dialog, GTK_WIDGET (window));
  unknot_test_settle ();

  return window;
}

static void
test_table_dialog_shows (void)
{
  AdwDialog *dialog;
  GtkWindow *window = present (&dialog);
  GtkWidget *view = unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW, NULL);

  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "What helped");
  unknot_test_assert_label (view, "What helped");
  unknot_test_wait (unknot_test_is_shown (view, GTK_TYPE_LABEL, "Heat"));
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_LABEL, "What"));
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_LABEL, "Times"));
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_LABEL, "12"));
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_LABEL, "A gel  2"));
  unknot_test_close (window);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_table_dialog_copies (void)
{
  AdwDialog *dialog;
  GtkWindow *window = present (&dialog);
  g_autofree char *text = NULL;

  unknot_test_click (unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "copy_button"));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (dialog)), NULL, read_cb,
                                 &text);
  unknot_test_wait (text != NULL);
  g_assert_cmpstr (text, ==, "What\tTimes\nHeat\t12\nA gel  2\t\n");
  g_assert_true (unknot_test_is_shown (GTK_WIDGET (dialog), GTK_TYPE_LABEL,
                                       "The table is copied"));
  unknot_test_close (window);
}

static GtkWidget *
get_rows (AdwDialog *dialog)
{
  return unknot_test_get (GTK_WIDGET (dialog), g_type_from_name ("GtkColumnListView"), NULL);
}

/* What a number is of is in the name of each row. */
static void
test_table_dialog_names (void)
{
  AdwDialog *dialog;
  GtkWindow *window = present (&dialog);
  GtkWidget *row;

  unknot_test_wait (unknot_test_is_shown (GTK_WIDGET (dialog), GTK_TYPE_LABEL, "Heat"));
  row = gtk_widget_get_first_child (get_rows (dialog));
  unknot_test_assert_label (row, "Heat, Times 12");
  unknot_test_assert_label (gtk_widget_get_next_sibling (row), "A gel  2");
  unknot_test_close (window);
}

/* However many rows there are, they are one stop. */
static void
test_table_dialog_tab (void)
{
  AdwDialog *dialog;
  GtkWindow *window = present (&dialog);
  GtkWidget *content = adw_dialog_get_child (dialog);
  GtkWidget *rows = get_rows (dialog);

  gtk_widget_grab_focus (unknot_test_get (content, GTK_TYPE_BUTTON, "copy_button"));
  /* Not before the rows have their places. */
  unknot_test_wait (gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_root_get_focus (GTK_ROOT (window)) == gtk_widget_get_first_child (rows));
  g_assert_false (gtk_widget_child_focus (content, GTK_DIR_TAB_FORWARD));
  unknot_test_close (window);
}

/* What does not fit is reached by the keys. */
static void
test_table_dialog_scrolls (void)
{
  g_autoptr (UnknotTable) table = unknot_table_new ();
  GtkWindow *window = unknot_test_present_adwaita (gtk_label_new (NULL));
  AdwDialog *dialog;
  GtkWidget *view;
  GtkAdjustment *adjustment;

  for (guint i = 0; i < 12; i++)
    unknot_table_add_column (table, "Days with an entry", TRUE);
  dialog = unknot_table_dialog_new ("Wide", table);
  adw_dialog_present (dialog, GTK_WIDGET (window));
  view = unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_COLUMN_VIEW, NULL);
  adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  unknot_test_wait (gtk_adjustment_get_upper (adjustment) >
                    2 * gtk_adjustment_get_page_size (adjustment));

  unknot_test_press (view, "Right");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment),
                                  gtk_adjustment_get_page_size (adjustment) / 2, 1);
  unknot_test_press (view, "Left");
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), 0, 1e-9);
  unknot_test_close (window);
}

static void
test_table_dialog_narrow (void)
{
  AdwDialog *dialog;
  GtkWindow *window = present (&dialog);

  unknot_test_assert_narrow (adw_dialog_get_child (dialog));
  unknot_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/table/text", test_table_text);
  g_test_add_func ("/table/cells", test_table_cells);
  g_test_add_func ("/table/dialog/shows", test_table_dialog_shows);
  g_test_add_func ("/table/dialog/copies", test_table_dialog_copies);
  g_test_add_func ("/table/dialog/names", test_table_dialog_names);
  g_test_add_func ("/table/dialog/tab", test_table_dialog_tab);
  g_test_add_func ("/table/dialog/scrolls", test_table_dialog_scrolls);
  g_test_add_func ("/table/dialog/narrow", test_table_dialog_narrow);

  return g_test_run ();
}
