/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-entry-editor.h"
#include "unknot-moment-entry.h"
#include "unknot-pain-scale.h"
#include "unknot-spasm-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-visit-dialog.h"

/* On 21 November 2026, 14:05, in UTC. What is logged, kept as a draft and undone from Today is
 * tested with that. */

typedef struct
{
  DiaryFixture diary;
  UnknotDraft *draft;
  UnknotEntryEditor *editor;
  GtkWindow *window;
  UnknotEpisode *before; /* nullable: of what was noted last */
  UnknotEpisode *noted;  /* nullable */
  UnknotCheck *shown;    /* nullable */
} Fixture;

static void
noted_cb (Fixture       *fixture,
          UnknotEpisode *before,
          UnknotEpisode *episode)
{
  g_set_object (&fixture->before, before);
  g_set_object (&fixture->noted, episode);
}

static void
show_check_cb (Fixture     *fixture,
               UnknotCheck *check)
{
  g_set_object (&fixture->shown, check);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *draft = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);
  fixture->draft = unknot_draft_new (draft);
  fixture->editor = unknot_test_new_editor (gtk_button_new_with_label ("View"));
  g_signal_connect_swapped (fixture->editor, "noted", G_CALLBACK (noted_cb), fixture);
  g_signal_connect_swapped (fixture->editor, "show-check", G_CALLBACK (show_check_cb), fixture);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->editor));
  unknot_entry_editor_set_diary (fixture->editor, fixture->diary.diary, fixture->draft);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  unknot_test_settle ();
  g_clear_object (&fixture->before);
  g_clear_object (&fixture->noted);
  g_clear_object (&fixture->shown);
  g_assert_finalize_object (fixture->draft);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static UnknotEpisode *
save_episode (Fixture *fixture,
              int      day,
              int      worst)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));

  return episode;
}

static GtkWidget *
get_dialog (Fixture *fixture)
{
  return GTK_WIDGET (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
}

static void
click (Fixture    *fixture,
       const char *name)
{
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_BUTTON, name));
}

static gboolean
is_told (Fixture    *fixture,
         const char *text)
{
  return unknot_test_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text) != NULL;
}

static gint64
count (Fixture    *fixture,
       const char *sql)
{
  return unknot_test_diary_query (fixture->diary.path, sql);
}

static void
undo (Fixture    *fixture,
      const char *told)
{
  unknot_test_wait (is_told (fixture, told));
  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "entry.undo", NULL);
}

/* Each kind is opened by its own dialog, or where it was made. */
static void
test_entry_editor_open (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 4);
  g_autoptr (UnknotDay) day = unknot_day_new (unknot_episode_get_start (episode));
  g_autoptr (UnknotDose) dose =
    unknot_dose_new (unknot_episode_get_start (episode), "Ibuprofen", 400, NULL);
  g_autoptr (UnknotCheck) check = unknot_check_new (
    unknot_episode_get_start (episode), "{}",
    "{\"protocol\": \"back-spasm\", \"version\": \"1.0\", \"level\": \"self-care\", "
    "\"complete\": true, \"rules\": [], \"not-sure\": [], \"missing\": []}", NULL);

  g_assert_true (unknot_entry_editor_can_open (fixture->editor, UNKNOT_ENTRY (check)));
  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (check));
  g_assert_true (fixture->shown == check);

  g_assert_false (unknot_entry_editor_can_open (fixture->editor, UNKNOT_ENTRY (dose)));
  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (dose));
  g_assert_null (get_dialog (fixture));

  unknot_day_set_sleep (day, "broken", NULL);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (day));
  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (day));
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_TOGGLE_BUTTON, "broken"));
  click (fixture, "Save");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM day WHERE deleted IS NULL") == 0);
  undo (fixture, "Day changed");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM day WHERE deleted IS NULL") == 1);

  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (episode));
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_BUTTON, "9"));
  click (fixture, "save_button");
  unknot_test_wait (fixture->noted != NULL);
  g_assert_cmpint (unknot_episode_get_worst (fixture->before), ==, 4);
  g_assert_cmpint (unknot_episode_get_worst (fixture->noted), ==, 9);
}

/* By a key as long as it is offered: what was done long ago does not go unseen. */
static void
test_entry_editor_undo_key (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *editor = GTK_WIDGET (fixture->editor);
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 4);

  g_assert_false (unknot_test_press (editor, "<Control>z"));
  unknot_entry_editor_delete (fixture->editor, UNKNOT_ENTRY (episode));
  unknot_test_wait (is_told (fixture, "Entry deleted"));
  g_assert_true (unknot_test_press (editor, "<Control>z"));
  unknot_test_wait (count (fixture, "SELECT count (*) FROM episode WHERE deleted IS NULL") == 1);
  g_assert_false (unknot_test_press (editor, "<Control>z"));

  unknot_entry_editor_delete (fixture->editor, UNKNOT_ENTRY (episode));
  unknot_test_wait (is_told (fixture, "Entry deleted"));
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (editor))));
  g_assert_false (unknot_test_press (editor, "<Control>z"));
}

static void
test_entry_editor_delete (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 4);

  unknot_entry_editor_delete (fixture->editor, UNKNOT_ENTRY (episode));
  undo (fixture, "Entry deleted");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM episode WHERE deleted IS NULL") == 1);

  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (episode));
  g_signal_emit_by_name (unknot_test_get (get_dialog (fixture), ADW_TYPE_BUTTON_ROW, "delete_row"),
                         "activated");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM episode WHERE deleted IS NULL") == 0);
}

/* What is saved is another spasm, of now, with what was said of the first; not what was of then. */
static void
test_entry_editor_duplicate (Fixture       *fixture,
                             gconstpointer  data)
{
  static const char *const triggers[] = { "lifting", NULL };
  static const char *const warnings[] = { "fever", NULL };
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 4);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 4, NULL, NULL);

  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  unknot_episode_set_note (episode, "of then", NULL);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));

  unknot_entry_editor_duplicate (fixture->editor, episode);
  click (fixture, "save_button");
  unknot_test_wait (fixture->noted != NULL);
  g_assert_null (fixture->before);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (fixture->noted)), !=,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
  g_assert_cmpint (unknot_moment_get_day (unknot_episode_get_start (fixture->noted)), ==,
                   20261121);
  g_assert_cmpint (unknot_episode_get_worst (fixture->noted), ==, 4);
  g_assert_true (unknot_episode_has_code (fixture->noted, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_false (unknot_episode_has_code (fixture->noted, UNKNOT_VOCABULARY_WARNING, "fever"));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (unknot_episode_get_places (fixture->noted))), ==, 1);
  g_assert_null (unknot_episode_get_end (fixture->noted));
  g_assert_cmpstr (unknot_episode_get_note (fixture->noted), ==, "");

  undo (fixture, "Spasm saved");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM episode WHERE deleted IS NULL") == 1);
}

/* One that was begun is not lost by beginning another in whatever way. */
static void
test_entry_editor_begun (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 4);

  unknot_entry_editor_log (fixture->editor);
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_BUTTON, "7"));
  adw_dialog_close (ADW_DIALOG (get_dialog (fixture)));
  unknot_test_wait (unknot_entry_editor_get_begun (fixture->editor) != NULL);
  g_assert_cmpint (unknot_episode_get_worst (unknot_entry_editor_get_begun (fixture->editor)), ==,
                   7);
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_entry_editor_open_end (fixture->editor, episode);
  g_assert_true (is_told (fixture, "You had begun this entry. Save or discard it first."));
  adw_dialog_close (ADW_DIALOG (get_dialog (fixture)));
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_entry_editor_duplicate (fixture->editor, episode);
  click (fixture, "save_button");
  unknot_test_wait (fixture->noted != NULL);
  g_assert_cmpint (unknot_episode_get_worst (fixture->noted), ==, 7);
  unknot_test_wait (unknot_entry_editor_get_begun (fixture->editor) == NULL);
}

static void
choose (Fixture    *fixture,
        const char *scale,
        const char *number)
{
  unknot_test_click (unknot_test_get (
    unknot_test_get (get_dialog (fixture), UNKNOT_TYPE_PAIN_SCALE, scale), GTK_TYPE_TOGGLE_BUTTON,
    number));
}

/* What was told of function: saved, changed, undone, and deleted. */
static void
test_entry_editor_function (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const scales[] = { "pain", "enjoyment", "activity" };
  static const char *const is_five = "SELECT count (*) FROM peg WHERE pain = 5 AND deleted IS NULL";
  static const char *const all = "SELECT count (*) FROM peg WHERE deleted IS NULL";
  g_autoptr (UnknotPeg) peg = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "entry.tell-function", NULL);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    choose (fixture, scales[i], "5");
  click (fixture, "save_button");
  unknot_test_wait (is_told (fixture, "Answers saved"));
  g_assert_cmpint (count (fixture, is_five), ==, 1);
  unknot_test_wait (get_dialog (fixture) == NULL);

  peg = unknot_diary_dup_last_peg (fixture->diary.diary, NULL);
  g_assert_true (unknot_entry_editor_can_open (fixture->editor, UNKNOT_ENTRY (peg)));
  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (peg));
  choose (fixture, "pain", "2");
  click (fixture, "save_button");
  unknot_test_wait (is_told (fixture, "Answers changed"));
  g_assert_cmpint (count (fixture, is_five), ==, 0);
  g_assert_cmpint (count (fixture, all), ==, 1);
  undo (fixture, "Answers changed");
  unknot_test_wait (count (fixture, is_five) == 1);
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (peg));
  g_signal_emit_by_name (unknot_test_get (get_dialog (fixture), ADW_TYPE_BUTTON_ROW,
                                          "Delete These Answers"), "activated");
  unknot_test_wait (count (fixture, all) == 0);
  undo (fixture, "Entry deleted");
  unknot_test_wait (count (fixture, all) == 1);
}

static void
write_title (Fixture    *fixture,
             const char *text)
{
  GtkWidget *row = unknot_test_get (get_dialog (fixture), ADW_TYPE_ENTRY_ROW, "title_row");

  gtk_editable_set_text (GTK_EDITABLE (row), text);
}

static void
test_entry_editor_event (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const is_long = "SELECT count (*) FROM event WHERE title = 'Six times'";
  static const char *const all = "SELECT count (*) FROM event WHERE deleted IS NULL";
  g_autoptr (GPtrArray) events = NULL;
  UnknotEntry *event;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "entry.add-event", NULL);
  unknot_test_click (unknot_test_get (get_dialog (fixture), GTK_TYPE_TOGGLE_BUTTON, "physio"));
  write_title (fixture, "Six times");
  click (fixture, "save_button");
  unknot_test_wait (is_told (fixture, "Event added"));
  g_assert_cmpint (count (fixture, is_long), ==, 1);
  unknot_test_wait (get_dialog (fixture) == NULL);

  events = unknot_diary_dup_all (fixture->diary.diary, UNKNOT_TYPE_EVENT, NULL);
  event = g_ptr_array_index (events, 0);
  g_assert_true (unknot_entry_editor_can_open (fixture->editor, event));
  unknot_entry_editor_open (fixture->editor, event);
  write_title (fixture, "Seven times");
  click (fixture, "save_button");
  unknot_test_wait (is_told (fixture, "Event changed"));
  g_assert_cmpint (count (fixture, is_long), ==, 0);
  g_assert_cmpint (count (fixture, all), ==, 1);
  undo (fixture, "Event changed");
  unknot_test_wait (count (fixture, is_long) == 1);
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_entry_editor_open (fixture->editor, event);
  g_signal_emit_by_name (unknot_test_get (get_dialog (fixture), ADW_TYPE_BUTTON_ROW,
                                          "Delete This Event"), "activated");
  unknot_test_wait (count (fixture, all) == 0);
  undo (fixture, "Entry deleted");
  unknot_test_wait (count (fixture, all) == 1);
}

static UnknotVisit *
save_visit (Fixture    *fixture,
            int         day,
            const char *goals)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 10, 30);
  UnknotVisit *visit = unknot_visit_new (moment);

  unknot_visit_set_goals (visit, goals, NULL);
  unknot_test_diary_save (fixture->diary.diary, visit);

  return visit;
}

static void
write_text (Fixture    *fixture,
            const char *group,
            const char *text)
{
  GtkWidget *view =
    unknot_test_get (unknot_test_get (get_dialog (fixture), ADW_TYPE_PREFERENCES_GROUP, group),
                     GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

/* Goals are those of the next visit, else of the last; tomorrow is no more than a beginning. */
static void
test_entry_editor_plan_visit (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotVisit) last = save_visit (fixture, 20261101, "Sleep through");
  g_autoptr (UnknotMoment) tomorrow = unknot_test_diary_make_moment ("UTC", 20261122, 9, 0);
  g_autoptr (UnknotVisit) planned = NULL;
  UnknotMomentEntry *entry;

  gtk_widget_activate_action (GTK_WIDGET (fixture->editor), "entry.plan-visit", NULL);
  entry = UNKNOT_MOMENT_ENTRY (unknot_test_get (get_dialog (fixture), UNKNOT_TYPE_MOMENT_ENTRY,
                                                NULL));
  g_assert_cmpint (unknot_moment_compare (unknot_moment_entry_get_moment (entry), tomorrow), ==,
                   0);
  write_text (fixture, "questions_group", "A scan?");
  click (fixture, "Save");
  unknot_test_wait (is_told (fixture, "Visit saved"));
  planned = unknot_diary_dup_next_visit (fixture->diary.diary, NULL);
  g_assert_cmpstr (unknot_visit_get_questions (planned), ==, "A scan?");
  g_assert_cmpstr (unknot_visit_get_goals (planned), ==, "Sleep through");
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_visit_set_goals (planned, "Carry the shopping", NULL);
  unknot_test_diary_save (fixture->diary.diary, planned);
  unknot_entry_editor_plan_visit (fixture->editor);
  click (fixture, "Save");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE deleted IS NULL AND "
                                    "goals = 'Carry the shopping'") == 2);
  undo (fixture, "Visit saved");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE deleted IS NULL") == 2);
}

static void
test_entry_editor_visit (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotVisit) visit = save_visit (fixture, 20261120, "Sleep through");

  g_assert_true (unknot_entry_editor_can_open (fixture->editor, UNKNOT_ENTRY (visit)));
  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (visit));
  write_text (fixture, "outcome_group", "No scan.");
  click (fixture, "Save");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE outcome = 'No scan.'") == 1);
  undo (fixture, "Visit changed");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE outcome = ''") == 1);
  unknot_test_wait (get_dialog (fixture) == NULL);

  unknot_entry_editor_open (fixture->editor, UNKNOT_ENTRY (visit));
  g_signal_emit_by_name (unknot_test_get (get_dialog (fixture), ADW_TYPE_BUTTON_ROW, "delete_row"),
                         "activated");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE deleted IS NULL") == 0);
  undo (fixture, "Entry deleted");
  unknot_test_wait (count (fixture, "SELECT count (*) FROM visit WHERE deleted IS NULL") == 1);
}

/* What cannot be read is no reason to lose the goals. */
static void
test_entry_editor_cannot_plan (Fixture       *fixture,
                               gconstpointer  data)
{
  unknot_test_diary_close (fixture->diary.diary);
  unknot_entry_editor_plan_visit (fixture->editor);
  g_assert_null (get_dialog (fixture));
  unknot_test_wait (is_told (fixture, "The diary is not open."));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/entry-editor/open", test_entry_editor_open);
  ADD ("/entry-editor/delete", test_entry_editor_delete);
  ADD ("/entry-editor/undo-key", test_entry_editor_undo_key);
  ADD ("/entry-editor/duplicate", test_entry_editor_duplicate);
  ADD ("/entry-editor/begun", test_entry_editor_begun);
  ADD ("/entry-editor/function", test_entry_editor_function);
  ADD ("/entry-editor/event", test_entry_editor_event);
  ADD ("/entry-editor/plan-visit", test_entry_editor_plan_visit);
  ADD ("/entry-editor/visit", test_entry_editor_visit);
  ADD ("/entry-editor/cannot-plan", test_entry_editor_cannot_plan);

  return g_test_run ();
}
