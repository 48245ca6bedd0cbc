/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-moment-entry.h"
#include "unknot-note-view.h"
#include "unknot-suggestions-group.h"
#include "unknot-test-diary.h"
#include "unknot-test-protocol.h"
#include "unknot-test-ui.h"
#include "unknot-visit-dialog.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotProtocol *protocol;
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
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->protocol = unknot_test_load_protocol ();
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
  unknot_test_diary_close (fixture->diary.diary);
  /* What was read for it may be on its way still. */
  unknot_test_settle ();
  g_assert_finalize_object (fixture->protocol);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
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
  dialog = unknot_visit_dialog_new (fixture->visit, is_new, fixture->diary.diary,
                                    fixture->protocol);
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

/* A spasm of which sport was the cause, and that spread: each is a reason to ask something. */
static void
save_spasm (Fixture *fixture,
            int      day)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, 8, 6);

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, (const char *[]) { "sport", NULL },
                            NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_SPREADS,
                            (const char *[]) { "one-leg", NULL }, NULL);
  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_test_diary_save (fixture->diary.diary, episode);
}

static GtkWidget *
get_suggestions (Fixture *fixture)
{
  return get (fixture, UNKNOT_TYPE_SUGGESTIONS_GROUP, NULL);
}

static gboolean
is_suggested (Fixture    *fixture,
              const char *question)
{
  return unknot_test_is_shown (get_suggestions (fixture), ADW_TYPE_ACTION_ROW, question);
}

static void
choose (Fixture    *fixture,
        const char *question)
{
  GtkWidget *row = unknot_test_get (get_suggestions (fixture), ADW_TYPE_ACTION_ROW, question);

  gtk_widget_grab_focus (row);
  g_signal_emit_by_name (row, "activate");
}

static char *
dup_questions (Fixture *fixture)
{
  UnknotNoteView *view = UNKNOT_NOTE_VIEW (
    unknot_test_get (get (fixture, ADW_TYPE_PREFERENCES_GROUP, "questions_group"),
                     UNKNOT_TYPE_NOTE_VIEW, NULL));

  return unknot_note_view_dup_note (view);
}

#define SPREADS "The pain spreads: what does that mean?"
#define SPORT "When may I go back to my sport?"
#define STRETCHES "Which stretches and exercises could keep the spasms away once they ease?"

static void
test_visit_dialog_suggestions (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autofree char *questions = NULL;

  save_spasm (fixture, 20261114);
  present (fixture, 20261122, TRUE);
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
  unknot_test_wait (gtk_widget_get_mapped (get_suggestions (fixture)));
  g_assert_true (is_suggested (fixture, SPREADS));
  g_assert_true (is_suggested (fixture, SPORT));
  g_assert_true (is_suggested (fixture, STRETCHES));
  unknot_test_assert_narrow (adw_dialog_get_child (fixture->dialog));
  g_assert_true (adw_dialog_get_can_close (fixture->dialog));

  write_text (fixture, "questions_group", "A scan?");
  choose (fixture, SPORT);
  g_assert_false (is_suggested (fixture, SPORT));
  g_assert_true (gtk_widget_has_focus (unknot_test_get (get_suggestions (fixture),
                                                        ADW_TYPE_ACTION_ROW, STRETCHES)));
  choose (fixture, STRETCHES);
  choose (fixture, SPREADS);
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
  unknot_test_wait (unknot_test_get_focus (GTK_WIDGET (fixture->dialog)) ==
                    get_text_view (fixture, "questions_group"));
  questions = dup_questions (fixture);
  g_assert_cmpstr (questions, ==, "A scan?\n" SPORT "\n" STRETCHES "\n" SPREADS);

  gtk_text_buffer_undo (
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_text_view (fixture, "questions_group"))));
  g_assert_true (is_suggested (fixture, SPREADS));
  g_assert_false (is_suggested (fixture, SPORT));
  save (fixture);
  g_assert_cmpstr (unknot_visit_get_questions (fixture->told), ==,
                   "A scan?\n" SPORT "\n" STRETCHES);
}

/* What is asked already is not offered, and what was before the last visit was asked there. */
static void
test_visit_dialog_suggested_before (Fixture       *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261115, 9, 0);
  g_autoptr (UnknotVisit) last = unknot_visit_new (moment);
  g_autoptr (UnknotEpisode) since = unknot_test_diary_make_episode (20261118, 8, 3);

  save_spasm (fixture, 20261114);
  unknot_visit_set_outcome (last, "No scan", NULL);
  unknot_test_diary_save (fixture->diary.diary, last);
  unknot_test_diary_save (fixture->diary.diary, since);
  present (fixture, 20261122, TRUE);
  unknot_test_wait (gtk_widget_get_mapped (get_suggestions (fixture)));
  g_assert_true (is_suggested (fixture, STRETCHES));
  g_assert_null (unknot_test_find (get_suggestions (fixture), ADW_TYPE_ACTION_ROW, SPORT));
  write_text (fixture, "questions_group", "A scan?\n  " STRETCHES "\n");
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
  save (fixture);
}

static void
test_visit_dialog_nothing_suggested (Fixture       *fixture,
                                     gconstpointer  data)
{
  present (fixture, 20261122, TRUE);
  unknot_test_settle ();
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
}

/* After the visit it is too late to ask; a visit that was put off is still to come. */
static void
test_visit_dialog_suggestions_too_late (Fixture       *fixture,
                                        gconstpointer  data)
{
  save_spasm (fixture, 20261114);
  present (fixture, 20261120, FALSE);
  unknot_test_settle ();
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
  unknot_moment_entry_set_day (get_moment (fixture), 20261122);
  unknot_test_wait (gtk_widget_get_mapped (get_suggestions (fixture)));
  unknot_moment_entry_set_day (get_moment (fixture), 20261120);
  g_assert_false (gtk_widget_get_visible (get_suggestions (fixture)));
  save (fixture);
}

/* It is told, and the visit is planned all the same. */
static void
test_visit_dialog_suggestions_fail (Fixture       *fixture,
                                    gconstpointer  data)
{
  AdwActionRow *row;

  unknot_test_diary_close (fixture->diary.diary);
  present (fixture, 20261122, TRUE);
  row = ADW_ACTION_ROW (get (fixture, ADW_TYPE_ACTION_ROW, "failed-row"));
  unknot_test_wait (gtk_widget_get_mapped (GTK_WIDGET (row)));
  g_assert_cmpstr (adw_action_row_get_subtitle (row), ==, "The diary is not open.");
  save (fixture);
  g_assert_nonnull (fixture->told);
}

/* Nobody is told of what was found out for a dialog that is gone. */
static void
test_visit_dialog_closed_early (Fixture       *fixture,
                                gconstpointer  data)
{
  save_spasm (fixture, 20261114);
  present (fixture, 20261122, TRUE);
  adw_dialog_force_close (fixture->dialog);
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
  add ("/visit-dialog/suggestions", test_visit_dialog_suggestions);
  add ("/visit-dialog/suggested-before", test_visit_dialog_suggested_before);
  add ("/visit-dialog/nothing-suggested", test_visit_dialog_nothing_suggested);
  add ("/visit-dialog/suggestions-too-late", test_visit_dialog_suggestions_too_late);
  add ("/visit-dialog/suggestions-fail", test_visit_dialog_suggestions_fail);
  add ("/visit-dialog/closed-early", test_visit_dialog_closed_early);
  add ("/visit-dialog/accessible", test_visit_dialog_accessible);

  return g_test_run ();
}
