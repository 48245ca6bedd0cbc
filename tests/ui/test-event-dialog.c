/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-event-dialog.h"
#include "unknot-moment-entry.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  AdwDialog *dialog;
  GtkWindow *window;
  UnknotEvent *told; /* nullable */
  guint n_deleted;
} Fixture;

static void
told_cb (Fixture     *fixture,
         UnknotEvent *event)
{
  g_set_object (&fixture->told, event);
}

static void
deleted_cb (Fixture *fixture)
{
  fixture->n_deleted++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_clear_object (&fixture->told);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
present (Fixture     *fixture,
         UnknotEvent *event)
{
  fixture->dialog = unknot_event_dialog_new (event, fixture->diary.clock);
  g_signal_connect_swapped (fixture->dialog, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (fixture->dialog, "deleted", G_CALLBACK (deleted_cb), fixture);
  fixture->window = unknot_test_present_adwaita (gtk_button_new ());
  adw_dialog_present (fixture->dialog, GTK_WIDGET (fixture->window));
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *name)
{
  return unknot_test_get (GTK_WIDGET (fixture->dialog), type, name);
}

static void
write_title (Fixture    *fixture,
             const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW, "title_row")), text);
}

static void
write_note (Fixture    *fixture,
            const char *text)
{
  GtkTextView *view = GTK_TEXT_VIEW (get (fixture, GTK_TYPE_TEXT_VIEW, NULL));

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
}

static void
set_day (Fixture *fixture,
         int      day)
{
  UnknotMomentEntry *entry = UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL));

  unknot_moment_entry_set_day (entry, day);
}

static UnknotEvent *
make_event (void)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261107, 20, 0);
  UnknotEvent *event = unknot_event_new (moment, "physio", NULL);

  unknot_event_set_title (event, "Six times", NULL);
  unknot_event_set_note (event, "By bus.", NULL);

  return event;
}

static int
get_day (UnknotEvent *event)
{
  return unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (event)));
}

static void
test_event_dialog_new (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *save;

  present (fixture, NULL);
  save = get (fixture, GTK_TYPE_BUTTON, "save_button");
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->dialog), ADW_TYPE_PREFERENCES_GROUP,
                                        "delete_group"));
  g_assert_false (gtk_widget_get_sensitive (save));
  unknot_test_click (get (fixture, GTK_TYPE_TOGGLE_BUTTON, "new-chair"));
  g_assert_true (gtk_widget_get_sensitive (save));
  write_title (fixture, "  For kneeling ");
  write_note (fixture, "Lent.");
  set_day (fixture, 20261122);
  g_assert_false (gtk_widget_get_sensitive (save));
  set_day (fixture, 20261118);
  unknot_test_click (save);

  g_assert_nonnull (fixture->told);
  g_assert_cmpstr (unknot_event_get_kind (fixture->told), ==, "new-chair");
  g_assert_cmpstr (unknot_event_get_title (fixture->told), ==, "For kneeling");
  g_assert_cmpstr (unknot_event_get_note (fixture->told), ==, "Lent.");
  g_assert_cmpint (get_day (fixture->told), ==, 20261118);
}

static void
test_event_dialog_edit (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEvent) event = make_event ();

  present (fixture, event);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get (fixture, ADW_TYPE_ENTRY_ROW,
                                                             "title_row"))), ==, "Six times");
  unknot_test_click (get (fixture, GTK_TYPE_TOGGLE_BUTTON, "scan"));
  write_title (fixture, "");
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "save_button"));

  g_assert_nonnull (fixture->told);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->told)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (event)));
  g_assert_cmpstr (unknot_event_get_kind (fixture->told), ==, "scan");
  g_assert_cmpstr (unknot_event_get_title (fixture->told), ==, "");
  g_assert_cmpstr (unknot_event_get_note (fixture->told), ==, "By bus.");
  g_assert_cmpint (get_day (fixture->told), ==, 20261107);
  g_assert_cmpstr (unknot_event_get_kind (event), ==, "physio");
}

static void
test_event_dialog_delete (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEvent) event = make_event ();

  present (fixture, event);
  write_title (fixture, "Seven times");
  g_signal_emit_by_name (get (fixture, ADW_TYPE_BUTTON_ROW, "Delete This Event"), "activated");
  g_assert_cmpuint (fixture->n_deleted, ==, 1);
  g_assert_null (fixture->told);
}

static AdwDialog *
get_visible (Fixture *fixture)
{
  return adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
}

/* What was written is not lost by the Escape key. */
static void
test_event_dialog_close (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEvent) event = make_event ();

  present (fixture, event);
  write_note (fixture, "By bus, and back on foot.");
  g_assert_false (adw_dialog_close (fixture->dialog));
  g_assert_true (ADW_IS_ALERT_DIALOG (get_visible (fixture)));
  g_signal_emit_by_name (get_visible (fixture), "response::keep", "keep");
  adw_dialog_force_close (get_visible (fixture));
  unknot_test_wait (get_visible (fixture) == fixture->dialog);

  adw_dialog_close (fixture->dialog);
  g_signal_emit_by_name (get_visible (fixture), "response::discard", "discard");
  adw_dialog_force_close (get_visible (fixture));
  unknot_test_wait (get_visible (fixture) == NULL);
  g_assert_null (fixture->told);
}

/* With nothing changed there is nothing to ask. */
static void
test_event_dialog_close_unchanged (Fixture       *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UnknotEvent) event = make_event ();

  present (fixture, event);
  g_assert_true (adw_dialog_close (fixture->dialog));
  unknot_test_wait (get_visible (fixture) == NULL);
}

static void
test_event_dialog_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  present (fixture, NULL);
  unknot_test_assert_label (get (fixture, GTK_TYPE_TEXT_VIEW, NULL), "Note");
  unknot_test_assert_label (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL), "When");
  unknot_test_assert_narrow (adw_dialog_get_child (ADW_DIALOG (fixture->dialog)));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/event-dialog/new", test_event_dialog_new);
  ADD ("/event-dialog/edit", test_event_dialog_edit);
  ADD ("/event-dialog/delete", test_event_dialog_delete);
  ADD ("/event-dialog/close", test_event_dialog_close);
  ADD ("/event-dialog/close-unchanged", test_event_dialog_close_unchanged);
  ADD ("/event-dialog/accessible", test_event_dialog_accessible);

  return g_test_run ();
}
