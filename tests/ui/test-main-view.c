/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-checkup-view.h"
#include "unknot-danger.h"
#include "unknot-emergency-page.h"
#include "unknot-entry-row.h"
#include "unknot-history-view.h"
#include "unknot-learn-index.h"
#include "unknot-learn-view.h"
#include "unknot-main-view.h"
#include "unknot-rescue-page.h"
#include "unknot-result-page.h"
#include "unknot-spasm-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-today-view.h"
#include "unknot-topic-page.h"

#include <glib/gstdio.h>

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  UnknotToday *today;
  UnknotDraft *draft;
  UnknotLibrary *library;
  GtkWidget *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *draft = NULL;

  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);
  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  fixture->draft = unknot_draft_new (draft);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->library = unknot_test_new_library ("tests/fixtures/reader");
  fixture->view = unknot_main_view_new (fixture->library);
  fixture->window = unknot_test_present_adwaita (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  /* What was asked of the diary holds on to who asked until it is answered. */
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->draft);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
  g_assert_finalize_object (fixture->library);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
give_all (Fixture *fixture)
{
  unknot_main_view_set_checkup (UNKNOT_MAIN_VIEW (fixture->view), fixture->checkup,
                                fixture->whereabouts);
  unknot_main_view_set_today (UNKNOT_MAIN_VIEW (fixture->view), fixture->today, fixture->draft);
}

static void
show (Fixture    *fixture,
      const char *name)
{
  unknot_main_view_show (UNKNOT_MAIN_VIEW (fixture->view), name);
}

static gboolean
has (Fixture *fixture,
     GType    type)
{
  return unknot_test_find (GTK_WIDGET (fixture->window), type, NULL) != NULL;
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (fixture->view, type, text);
}

static const char *
get_shown (Fixture *fixture)
{
  return adw_view_stack_get_visible_child_name (
    ADW_VIEW_STACK (get (fixture, ADW_TYPE_VIEW_STACK, NULL)));
}

static void
assert_shows (Fixture    *fixture,
              const char *name)
{
  g_assert_cmpstr (get_shown (fixture), ==, name);
}

static gboolean
offers_views (Fixture *fixture)
{
  return adw_view_switcher_bar_get_reveal (
    ADW_VIEW_SWITCHER_BAR (get (fixture, ADW_TYPE_VIEW_SWITCHER_BAR, NULL)));
}

/* A view is made when it is first seen, whatever was given before. */
static void
test_main_view_made_late (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWidget *view;

  give_all (fixture);
  assert_shows (fixture, "today");
  g_assert_false (has (fixture, UNKNOT_TYPE_CHECKUP_VIEW));
  show (fixture, "check-up");
  view = get (fixture, UNKNOT_TYPE_CHECKUP_VIEW, NULL);
  g_assert_true (gtk_widget_get_sensitive (get (fixture, GTK_TYPE_BUTTON, "Start the Check-Up")));
  show (fixture, "today");
  show (fixture, "check-up");
  g_assert_true (get (fixture, UNKNOT_TYPE_CHECKUP_VIEW, NULL) == view);
}

static void
test_main_view_given_late (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWidget *start;

  show (fixture, "check-up");
  start = get (fixture, GTK_TYPE_BUTTON, "Start the Check-Up");
  g_assert_false (gtk_widget_get_sensitive (start));
  give_all (fixture);
  g_assert_true (gtk_widget_get_sensitive (start));
}

/* Where there is no room above, the way to the other views is below, on their first pages. */
static void
test_main_view_narrow (Fixture       *fixture,
                       gconstpointer  data)
{
  give_all (fixture);
  g_assert_false (offers_views (fixture));
  g_object_set (fixture->view, "narrow", TRUE, NULL);
  g_assert_true (offers_views (fixture));

  show (fixture, "history");
  g_assert_true (offers_views (fixture));
  show (fixture, "check-up");
  g_assert_true (offers_views (fixture));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Start the Check-Up"));
  g_assert_false (offers_views (fixture));
  show (fixture, "learn");
  g_assert_true (offers_views (fixture));
  gtk_widget_activate_action (get (fixture, UNKNOT_TYPE_LEARN_INDEX, NULL), "learn.open", "s",
                              "learn-signs");
  g_assert_false (offers_views (fixture));
  show (fixture, "today");
  g_assert_true (offers_views (fixture));
  g_object_set (fixture->view, "narrow", FALSE, NULL);
  g_assert_false (offers_views (fixture));
}

/* What a spasm says of danger is answered when the check-up begins. */
static void
test_main_view_check_up (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const warnings[] = { "fever", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (GPtrArray) dangers = NULL;

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  give_all (fixture);
  dangers = unknot_episode_dup_dangers (episode);
  g_signal_emit_by_name (get (fixture, UNKNOT_TYPE_TODAY_VIEW, NULL), "check-up", dangers);
  assert_shows (fixture, "check-up");
  g_assert_false (unknot_checkup_view_is_at_start (
    UNKNOT_CHECKUP_VIEW (get (fixture, UNKNOT_TYPE_CHECKUP_VIEW, NULL))));
  g_assert_true (unknot_answers_is_answered (unknot_checkup_get_answers (fixture->checkup),
                                             unknot_test_get_question (fixture->checkup,
                                                                       "fever")));
}

static void
test_main_view_show_check (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261101, 8, 0);
  g_autoptr (GBytes) answers = unknot_test_read_file ("tests/vignettes", "base.json", NULL);
  g_autofree char *text =
    g_strndup (g_bytes_get_data (answers, NULL), g_bytes_get_size (answers));
  g_autoptr (UnknotCheck) check = unknot_check_new (
    moment, text,
    "{\"protocol\": \"back-spasm\", \"version\": \"1.0\", \"level\": \"self-care\", "
    "\"complete\": true, \"rules\": [], \"not-sure\": [], \"missing\": []}",
    NULL);

  give_all (fixture);
  unknot_entry_editor_open (UNKNOT_ENTRY_EDITOR (get (fixture, UNKNOT_TYPE_ENTRY_EDITOR, NULL)),
                            UNKNOT_ENTRY (check));
  assert_shows (fixture, "check-up");
  g_assert_true (has (fixture, UNKNOT_TYPE_RESULT_PAGE));
}

static void
test_main_view_emergency (Fixture       *fixture,
                          gconstpointer  data)
{
  give_all (fixture);
  unknot_test_answer (fixture->checkup, "bladder", "new");
  g_signal_emit_by_name (get (fixture, UNKNOT_TYPE_TODAY_VIEW, NULL), "show-emergency");
  assert_shows (fixture, "check-up");
  g_assert_true (has (fixture, UNKNOT_TYPE_EMERGENCY_PAGE));
}

/* All entries are in the history, whatever was looked for there before. */
static void
test_main_view_entries (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);

  give_all (fixture);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  show (fixture, "history");
  gtk_widget_activate_action (get (fixture, UNKNOT_TYPE_HISTORY_VIEW, NULL), "history.search", NULL);
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)), "x");
  unknot_test_wait (unknot_test_is_shown (fixture->view, GTK_TYPE_LABEL, "Nothing Matches"));
  show (fixture, "today");
  g_signal_emit_by_name (get (fixture, UNKNOT_TYPE_TODAY_VIEW, NULL), "show-entries");
  assert_shows (fixture, "history");
  unknot_test_wait (unknot_test_is_shown (fixture->view, UNKNOT_TYPE_ENTRY_ROW, NULL));
}

/* As a dialog saves what became of a spasm. */
static void
note (Fixture       *fixture,
      UnknotEntry   *before,
      UnknotEpisode *episode)
{
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  g_signal_emit_by_name (get (fixture, UNKNOT_TYPE_ENTRY_EDITOR, NULL), "noted", before, episode);
}

/* A danger that is told of in the history is offered to be checked at once. */
static void
test_main_view_danger (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const warnings[] = { "bladder", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotEntry) before = unknot_entry_copy (UNKNOT_ENTRY (episode));

  give_all (fixture);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  show (fixture, "history");
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  note (fixture, before, episode);
  assert_shows (fixture, "today");
  g_assert_true (unknot_test_is_shown (fixture->view, ADW_TYPE_ACTION_ROW, "danger_row"));
}

/* What adds up to one is found out after it was told. */
static void
test_main_view_danger_of_doses (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  g_autoptr (UnknotEntry) before = unknot_entry_copy (UNKNOT_ENTRY (episode));
  g_autoptr (UnknotDose) dose =
    unknot_dose_new (unknot_episode_get_start (episode), "Paracetamol", 5, NULL);

  give_all (fixture);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  show (fixture, "history");
  unknot_dose_set_unit (dose, "g", NULL);
  unknot_dose_set_ingredient (dose, "paracetamol", NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  note (fixture, before, episode);
  assert_shows (fixture, "history");
  unknot_test_wait (g_str_equal (get_shown (fixture), "today"));
  g_assert_true (unknot_test_is_shown (fixture->view, ADW_TYPE_ACTION_ROW, "danger_row"));
}

/* However late the diary is read: who looks at the history then is left there. */
static void
test_main_view_danger_of_before (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  GtkWidget *row;

  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_diary_query (fixture->diary.path, "INSERT INTO episode_code (episode, aspect, code) "
                                                "SELECT id, 'warning', 'bladder' FROM episode");
  give_all (fixture);
  row = get (fixture, ADW_TYPE_ACTION_ROW, "danger_row");
  show (fixture, "history");
  g_assert_false (gtk_widget_get_visible (row));
  unknot_test_diary_open (&fixture->diary);
  unknot_test_wait (gtk_widget_get_visible (row) &&
                    unknot_today_get_trends (fixture->today) != NULL);
  assert_shows (fixture, "history");
}

/* From wherever the person is. */
static void
test_main_view_log (Fixture       *fixture,
                    gconstpointer  data)
{
  give_all (fixture);
  show (fixture, "check-up");
  unknot_main_view_log (UNKNOT_MAIN_VIEW (fixture->view));
  assert_shows (fixture, "today");
  g_assert_true (has (fixture, UNKNOT_TYPE_SPASM_DIALOG));
}

/* The focus was on what goes away, and is then where there is something to do. */
static void
test_main_view_undo (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 13, 5);
  UnknotEntryEditor *editor;

  give_all (fixture);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
  editor = UNKNOT_ENTRY_EDITOR (get (fixture, UNKNOT_TYPE_ENTRY_EDITOR, NULL));
  unknot_entry_editor_delete (editor, UNKNOT_ENTRY (episode));
  unknot_test_wait (unknot_test_find (fixture->view, GTK_TYPE_LABEL, "Entry deleted") != NULL);
  gtk_widget_grab_focus (get (fixture, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (unknot_today_get_ongoing (fixture->today) != NULL);
  g_assert_true (unknot_test_get_focus (fixture->view) == get (fixture, GTK_TYPE_BUTTON,
                                                               "log_button"));
}

/* Nothing of the pages is read before they are asked for. */
static void
test_main_view_learn_read_late (void)
{
  static const char *const languages[] = { "C", NULL };
  g_autofree char *index = g_test_build_filename (G_TEST_DIST, "tests", "fixtures", "reader", "C",
                                                  "index.page", NULL);
  g_autofree char *folder = g_dir_make_tmp ("unknot-pages-XXXXXX", NULL);
  g_autofree char *language = g_build_filename (folder, "C", NULL);
  g_autofree char *page = g_build_filename (language, "index.page", NULL);
  g_autoptr (GFile) pages = g_file_new_for_path (folder);
  g_autoptr (UnknotLibrary) library = unknot_library_new (pages, languages);
  GtkWidget *view = unknot_main_view_new (library);
  GtkWindow *window = unknot_test_present_adwaita (view);
  g_autofree char *text = NULL;

  unknot_test_settle ();
  g_assert_cmpint (g_mkdir (language, 0700), ==, 0);
  g_assert_true (g_file_get_contents (index, &text, NULL, NULL));
  g_assert_true (g_file_set_contents (page, text, -1, NULL));

  g_assert_null (unknot_test_find (view, UNKNOT_TYPE_LEARN_VIEW, NULL));
  unknot_main_view_show (UNKNOT_MAIN_VIEW (view), "learn");
  g_assert_nonnull (unknot_library_get_topic (library, "index", NULL));
  unknot_test_get (view, UNKNOT_TYPE_LEARN_INDEX, NULL);

  unknot_test_close (window);
  g_assert_cmpint (g_remove (page), ==, 0);
  g_assert_cmpint (g_rmdir (language), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* Each view has a page that tells about it. */
static void
test_main_view_help (Fixture       *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    const char *view, *help;
  } cases[] = {
    { "check-up", "help-check-up" }, { "history", "help" }, { "learn", "help" },
    { "today", "help-today" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat (cases[i].help, ".page", NULL);
      g_autofree char *path = g_test_build_filename (G_TEST_DIST, "help", "C", name, NULL);

      show (fixture, cases[i].view);
      g_assert_cmpstr (unknot_main_view_get_help (UNKNOT_MAIN_VIEW (fixture->view)), ==,
                       cases[i].help);
      g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    }
}

/* Without the diary there is still the check-up. */
static void
test_main_view_failure (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error =
    g_error_new_literal (UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NEWER, "It is newer.");

  give_all (fixture);
  unknot_main_view_set_failure (UNKNOT_MAIN_VIEW (fixture->view), error);
  g_assert_true (unknot_test_is_shown (get (fixture, UNKNOT_TYPE_RESCUE_PAGE, NULL), GTK_TYPE_LABEL,
                                       "It is newer."));
  show (fixture, "check-up");
  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Start the Check-Up"));
  g_assert_false (unknot_checkup_view_is_at_start (
    UNKNOT_CHECKUP_VIEW (get (fixture, UNKNOT_TYPE_CHECKUP_VIEW, NULL))));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/main-view/made-late", test_main_view_made_late);
  ADD ("/main-view/given-late", test_main_view_given_late);
  ADD ("/main-view/narrow", test_main_view_narrow);
  ADD ("/main-view/check-up", test_main_view_check_up);
  ADD ("/main-view/show-check", test_main_view_show_check);
  ADD ("/main-view/emergency", test_main_view_emergency);
  ADD ("/main-view/entries", test_main_view_entries);
  ADD ("/main-view/danger", test_main_view_danger);
  ADD ("/main-view/danger-of-doses", test_main_view_danger_of_doses);
  ADD ("/main-view/danger-of-before", test_main_view_danger_of_before);
  ADD ("/main-view/log", test_main_view_log);
  ADD ("/main-view/undo", test_main_view_undo);
  g_test_add_func ("/main-view/learn-read-late", test_main_view_learn_read_late);
  ADD ("/main-view/help", test_main_view_help);
  ADD ("/main-view/failure", test_main_view_failure);

  return g_test_run ();
}
