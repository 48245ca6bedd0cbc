/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-moment-entry.h"
#include "unknot-note-view.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-visit-dialog.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  UnknotClock *clock;
  UnknotVisit *visit; /* that was shown */
  GtkWindow *window;
  AdwDialog *dialog;  /* nullable: it is closed */
  UnknotVisit *told;  /* nullable */
  guint n_deleted;
} Fixture;

static void
told_cb (Fixture     *fixture,
         UnknotVisit *visit)
{
  g_set_object (&fixture->told, visit);
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
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->window = unknot_test_present_adwaita (gtk_button_new ());
  gtk_window_set_default_size (fixture->window, 480, 640);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_weak_pointer (&fixture->dialog);
  unknot_test_close (fixture->window);
  g_clear_object (&fixture->told);
  g_assert_finalize_object (fixture->visit);
  g_assert_finalize_object (fixture->clock);
}

static void
present (Fixture  *fixture,
         int       day,
         gboolean  is_new)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 10, 30);
  AdwDialog *dialog;

  fixture->visit = unknot_visit_new (moment);
  unknot_visit_set_goals (fixture->visit, "Carry the shopping", NULL);
  dialog = unknot_visit_dialog_new (fixture->visit, is_new, fixture->clock);
  g_set_weak_pointer (&fixture->dialog, dialog);
  g_signal_connect_swapped (dialog, "told", G_CALLBACK (told_cb), fixture);
  g_signal_connect_swapped (dialog, "deleted", G_CALLBACK (deleted_cb), fixture);
  adw_dialog_present (dialog, GTK_WIDGET (fixture->window));
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (GTK_WIDGET (fixture->dialog), type, text);
}

static gboolean
shows (Fixture    *fixture,
       GType       type,
       const char *text)
{
  return unknot_test_is_shown (GTK_WIDGET (fixture->dialog), type, text);
}

static GtkWidget *
get_text_view (Fixture    *fixture,
               const char *group)
{
  return unknot_test_get (get (fixture, ADW_TYPE_PREFERENCES_GROUP, group), GTK_TYPE_TEXT_VIEW,
                          NULL);
}

static void
write_text (Fixture    *fixture,
            const char *group,
            const char *text)
{
  gtk_text_buffer_set_text (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text_view (fixture, group))), text, -1);
}

static UnknotMomentEntry *
get_moment (Fixture *fixture)
{
  return UNKNOT_MOMENT_ENTRY (get (fixture, UNKNOT_TYPE_MOMENT_ENTRY, NULL));
}

static void
save (Fixture *fixture)
{
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "save_button"));
  unknot_test_wait (fixture->dialog == NULL);
}

static void
test_visit_dialog_plan (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotMoment) expected = unknot_test_diary_make_moment ("UTC", 20261201, 8, 15);

  present (fixture, 20261122, TRUE);
  g_assert_cmpstr (adw_dialog_get_title (fixture->dialog), ==, "Plan a Visit");
  g_assert_false (shows (fixture, ADW_TYPE_PREFERENCES_GROUP, "outcome_group"));
  g_assert_false (shows (fixture, ADW_TYPE_BUTTON_ROW, "delete_row"));

  unknot_moment_entry_set_day (get_moment (fixture), 20261201);
  unknot_moment_entry_set_text (get_moment (fixture), "8:15");
  write_text (fixture, "questions_group", "\nDo I need a scan?\nMay I swim?\n");
  save (fixture);
  g_assert_cmpint (unknot_moment_compare (
                     unknot_entry_get_moment (UNKNOT_ENTRY (fixture->told)), expected), ==, 0);
  g_assert_cmpstr (unknot_visit_get_questions (fixture->told), ==,
                   "Do I need a scan?\nMay I swim?");
  g_assert_cmpstr (unknot_visit_get_goals (fixture->told), ==, "Carry the shopping");
  g_assert_cmpstr (unknot_visit_get_outcome (fixture->told), ==, "");
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->told)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->visit)));
  g_assert_cmpstr (unknot_visit_get_questions (fixture->visit), ==, "");
}

/* What came of it is asked first, once it was. */
static void
test_visit_dialog_outcome (Fixture       *fixture,
                           gconstpointer  data)
{
  present (fixture, 20261120, FALSE);
  g_assert_cmpstr (adw_dialog_get_title (fixture->dialog), ==, "Visit to the Doctor");
  g_assert_true (shows (fixture, ADW_TYPE_PREFERENCES_GROUP, "outcome_group"));
  unknot_test_wait (unknot_test_get_focus (GTK_WIDGET (fixture->dialog)) ==
                    get_text_view (fixture, "outcome_group"));

  write_text (fixture, "outcome_group", "No scan. Walk more.");
  save (fixture);
  g_assert_cmpstr (unknot_visit_get_outcome (fixture->told), ==, "No scan. Walk more.");
  g_assert_true (unknot_entry_get_moment (UNKNOT_ENTRY (fixture->told)) ==
                 unknot_entry_get_moment (UNKNOT_ENTRY (fixture->visit)));
}

static void
test_visit_dialog_postponed (Fixture       *fixture,
                             gconstpointer  data)
{
  present (fixture, 20261120, FALSE);
  unknot_moment_entry_set_day (get_moment (fixture), 20261122);
  g_assert_false (shows (fixture, ADW_TYPE_PREFERENCES_GROUP, "outcome_group"));
  unknot_moment_entry_set_day (get_moment (fixture), 20261120);
  write_text (fixture, "outcome_group", "It was put off.");
  unknot_moment_entry_set_day (get_moment (fixture), 20261122);
  g_assert_true (shows (fixture, ADW_TYPE_PREFERENCES_GROUP, "outcome_group"));
  save (fixture);
}

static void
test_visit_dialog_no_moment (Fixture       *fixture,
                             gconstpointer  data)
{
  present (fixture, 20261122, TRUE);
  unknot_moment_entry_set_text (get_moment (fixture), "soon");
  g_assert_false (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));
  unknot_moment_entry_set_text (get_moment (fixture), "10:30");
  g_assert_true (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "save_button")));
  save (fixture);
  g_assert_nonnull (fixture->told);
}

static void
test_visit_dialog_delete (Fixture       *fixture,
                          gconstpointer  data)
{
  present (fixture, 20261122, FALSE);
  write_text (fixture, "questions_group", "A scan?");
  g_signal_emit_by_name (get (fixture, ADW_TYPE_BUTTON_ROW, "delete_row"), "activated");
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_cmpuint (fixture->n_deleted, ==, 1);
  g_assert_null (fixture->told);
}

/* What was written goes only where the person says so. */
static void
test_visit_dialog_close (Fixture       *fixture,
                         gconstpointer  data)
{
  AdwDialog *question;

  present (fixture, 20261122, TRUE);
  write_text (fixture, "questions_group", "A scan?");
  g_assert_false (adw_dialog_close (fixture->dialog));
  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  g_assert_true (ADW_IS_ALERT_DIALOG (question));
  g_signal_emit_by_name (question, "response::keep", "keep");
  adw_dialog_force_close (question);
  g_assert_nonnull (fixture->dialog);

  g_assert_false (adw_dialog_close (fixture->dialog));
  question = adw_window_get_visible_dialog (ADW_WINDOW (fixture->window));
  unknot_test_click (unknot_test_get (GTK_WIDGET (question), GTK_TYPE_BUTTON, "Discard"));
  unknot_test_wait (fixture->dialog == NULL);
  g_assert_null (fixture->told);
}

static void
test_visit_dialog_close_unchanged (Fixture       *fixture,
                                   gconstpointer  data)
{
  present (fixture, 20261120, FALSE);
  g_assert_true (adw_dialog_close (fixture->dialog));
  unknot_test_wait (fixture->dialog == NULL);
}

static void
test_visit_dialog_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  present (fixture, 20261120, FALSE);
  unknot_test_assert_label (get_text_view (fixture, "outcome_group"), "What Came of It");
  unknot_test_assert_label (get_text_view (fixture, "questions_group"), "Questions to Ask");
  unknot_test_assert_label (get_text_view (fixture, "goals_group"), "Goals");
  unknot_test_assert_label (GTK_WIDGET (get_moment (fixture)), "When");
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/visit-dialog/plan", test_visit_dialog_plan);
  add ("/visit-dialog/outcome", test_visit_dialog_outcome);
  add ("/visit-dialog/postponed", test_visit_dialog_postponed);
  add ("/visit-dialog/no-moment", test_visit_dialog_no_moment);
  add ("/visit-dialog/delete", test_visit_dialog_delete);
  add ("/visit-dialog/close", test_visit_dialog_close);
  add ("/visit-dialog/close-unchanged", test_visit_dialog_close_unchanged);
  add ("/visit-dialog/accessible", test_visit_dialog_accessible);

  return g_test_run ();
}
