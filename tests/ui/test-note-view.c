/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-note-view.h"
#include "unknot-test-ui.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
assert_note (GtkWidget  *view,
             const char *expected)
{
  g_autofree char *note = unknot_note_view_dup_note (UNKNOT_NOTE_VIEW (view));

  g_assert_cmpstr (note, ==, expected);
}

static void
test_note_view (void)
{
  GtkWidget *view = unknot_note_view_new ("Questions", "A scan?\n");
  GtkTextView *text_view = GTK_TEXT_VIEW (unknot_test_get (view, GTK_TYPE_TEXT_VIEW, NULL));
  GtkWindow *window = unknot_test_present (view);
  guint n_changes = 0;

  g_signal_connect_swapped (view, "changed", G_CALLBACK (count_cb), &n_changes);
  unknot_test_assert_label (GTK_WIDGET (text_view), "Questions");
  assert_note (view, "A scan?\n");
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (text_view), "Swimming?", -1);
  assert_note (view, "A scan?\nSwimming?");
  g_assert_cmpuint (n_changes, ==, 1);

  gtk_widget_grab_focus (view);
  g_assert_true (unknot_test_get_focus (view) == GTK_WIDGET (text_view));
  unknot_test_close (window);
}

static void
test_note_view_add_line (void)
{
  GtkWidget *view = unknot_note_view_new ("Questions", "");
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (unknot_test_get (view, GTK_TYPE_TEXT_VIEW, NULL)));
  GtkWindow *window = unknot_test_present (view);

  unknot_note_view_add_line (UNKNOT_NOTE_VIEW (view), "A scan?");
  assert_note (view, "A scan?");
  unknot_note_view_add_line (UNKNOT_NOTE_VIEW (view), "Swimming?");
  assert_note (view, "A scan?\nSwimming?");
  gtk_text_buffer_undo (buffer);
  assert_note (view, "A scan?");
  gtk_text_buffer_set_text (buffer, "A scan?\n", -1);
  unknot_note_view_add_line (UNKNOT_NOTE_VIEW (view), "Swimming?");
  gtk_text_buffer_insert_at_cursor (buffer, " Cycling?", -1);
  assert_note (view, "A scan?\nSwimming? Cycling?");
  unknot_test_close (window);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/note-view", test_note_view);
  g_test_add_func ("/note-view/add-line", test_note_view_add_line);

  return g_test_run ();
}
