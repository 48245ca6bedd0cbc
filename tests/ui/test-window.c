/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-checkup-view.h"
#include "unknot-data-dialog.h"
#include "unknot-learn-view.h"
#include "unknot-main-view.h"
#include "unknot-spasm-dialog.h"
#include "unknot-summary-dialog.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"
#include "unknot-topic-page.h"
#include "unknot-visit-card.h"
#include "unknot-visit-dialog.h"
#include "unknot-welcome-page.h"
#include "unknot-window.h"

typedef struct
{
  GSettings *settings;
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  DiaryFixture diary;
  UnknotToday *today;
  UnknotDraft *draft;
  GtkWidget *window;
} Fixture;

static void
open_window (Fixture *fixture)
{
  fixture->window =
    GTK_WIDGET (unknot_window_new (unknot_test_get_application (), fixture->settings));
  unknot_window_set_checkup (UNKNOT_WINDOW (fixture->window), fixture->checkup,
                             fixture->whereabouts);
  unknot_window_set_today (UNKNOT_WINDOW (fixture->window), fixture->today, fixture->draft);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *draft = NULL;

  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  fixture->settings = unknot_test_new_settings ("DE");
  g_settings_set_boolean (fixture->settings, "welcomed", GPOINTER_TO_INT (data));
  unknot_test_diary_set_up (&fixture->diary, NULL);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  draft = g_build_filename (fixture->diary.folder, "entry.json", NULL);
  fixture->draft = unknot_draft_new (draft);
  open_window (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->window != NULL)
    unknot_test_close (GTK_WINDOW (fixture->window));
  /* What was asked of the diary holds on to who asked until it is answered. */
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  unknot_test_settle ();
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
  g_assert_finalize_object (fixture->settings);
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->draft);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static gboolean
has (Fixture *fixture,
     GType    type)
{
  return unknot_test_find (fixture->window, type, NULL) != NULL;
}

static void
test_window_accessible (Fixture       *fixture,
                        gconstpointer  data)
{
  int width, height;

  gtk_test_accessible_assert_role (fixture->window, GTK_ACCESSIBLE_ROLE_WINDOW);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (fixture->window)), ==, "Unknot");
  gtk_widget_get_size_request (fixture->window, &width, &height);
  g_assert_cmpint (width, ==, 360);
  g_assert_cmpint (height, ==, 294);
}

static void
test_window_narrow (Fixture       *fixture,
                    gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->window);
}

static void
test_window_welcome (Fixture       *fixture,
                     gconstpointer  data)
{
  g_assert_true (has (fixture, UNKNOT_TYPE_WELCOME_PAGE));
  g_assert_false (has (fixture, UNKNOT_TYPE_MAIN_VIEW));

  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Begin"));
  g_assert_true (g_settings_get_boolean (fixture->settings, "welcomed"));
  g_assert_false (has (fixture, UNKNOT_TYPE_WELCOME_PAGE));
  g_assert_true (has (fixture, UNKNOT_TYPE_MAIN_VIEW));
}

static void
test_window_welcomed (Fixture       *fixture,
                      gconstpointer  data)
{
  g_assert_false (has (fixture, UNKNOT_TYPE_WELCOME_PAGE));
  g_assert_true (has (fixture, UNKNOT_TYPE_MAIN_VIEW));
}

/* It is there before anything can be done, which then can be done at once. */
static void
test_window_before_the_diary (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *window =
    GTK_WIDGET (unknot_window_new (unknot_test_get_application (), fixture->settings));
  GtkWidget *log = unknot_test_get (window, GTK_TYPE_BUTTON, "Log a Spasm");

  gtk_window_present (GTK_WINDOW (window));
  g_assert_false (gtk_widget_get_sensitive (log));
  unknot_window_set_checkup (UNKNOT_WINDOW (window), fixture->checkup, fixture->whereabouts);
  unknot_window_set_today (UNKNOT_WINDOW (window), fixture->today, fixture->draft);
  g_assert_true (gtk_widget_get_sensitive (log));
  g_assert_true (unknot_test_get_focus (window) == log);
  unknot_test_close (GTK_WINDOW (window));
}

/* A view is made when it is first seen, also before there is a check-up; what there is to do in it
 * has the focus. */
static void
test_window_views (Fixture       *fixture,
                   gconstpointer  data)
{
  GtkWidget *window =
    GTK_WIDGET (unknot_window_new (unknot_test_get_application (), fixture->settings));
  GtkWidget *start;

  gtk_window_present (GTK_WINDOW (window));
  g_assert_null (unknot_test_find (window, UNKNOT_TYPE_CHECKUP_VIEW, NULL));
  gtk_widget_activate_action (window, "win.show-view", "s", "check-up");
  start = unknot_test_get (window, GTK_TYPE_BUTTON, "Start the Check-Up");
  g_assert_false (gtk_widget_get_sensitive (start));
  unknot_window_set_checkup (UNKNOT_WINDOW (window), fixture->checkup, fixture->whereabouts);
  unknot_window_set_today (UNKNOT_WINDOW (window), fixture->today, fixture->draft);
  g_assert_true (gtk_widget_get_sensitive (start));
  g_assert_true (unknot_test_get_focus (window) == start);

  gtk_widget_activate_action (window, "win.show-view", "s", "today");
  g_assert_true (unknot_test_get_focus (window) ==
                 unknot_test_get (window, GTK_TYPE_BUTTON, "Log a Spasm"));
  unknot_test_close (GTK_WINDOW (window));
}

/* Where it is narrow the way to the other views is below, and only from the first page of one. */
static void
test_window_switcher (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *bar = unknot_test_get (fixture->window, ADW_TYPE_VIEW_SWITCHER_BAR, NULL);

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 900, 600);
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_wait (gtk_widget_get_width (fixture->window) > 700);
  g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  g_assert_nonnull (unknot_test_find (fixture->window, ADW_TYPE_VIEW_SWITCHER, NULL));

  /* In a window of its own: libadwaita leaks what a window showed before it became narrow. */
  unknot_test_close (GTK_WINDOW (fixture->window));
  open_window (fixture);
  bar = unknot_test_get (fixture->window, ADW_TYPE_VIEW_SWITCHER_BAR, NULL);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 360, 640);
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_wait (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  gtk_widget_activate_action (fixture->window, "win.show-view", "s", "check-up");
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Start the Check-Up"));
  g_assert_false (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
}

static AdwDialog *
get_dialog (Fixture *fixture)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (fixture->window));
}

/* Empty where no page is shown. */
static const char *
get_topic (GtkWidget *root)
{
  GtkWidget *view = unknot_test_find (root, UNKNOT_TYPE_LEARN_VIEW, NULL);
  AdwNavigationPage *page;

  if (view == NULL)
    return "";
  page = adw_navigation_view_get_visible_page (
    ADW_NAVIGATION_VIEW (unknot_test_get (view, ADW_TYPE_NAVIGATION_VIEW, NULL)));

  return UNKNOT_IS_TOPIC_PAGE (page)
           ? unknot_topic_get_id (unknot_topic_page_get_topic (UNKNOT_TOPIC_PAGE (page)))
           : "";
}

static void
assert_helps (Fixture    *fixture,
              const char *view,
              const char *expected_topic)
{
  gtk_widget_activate_action (fixture->window, "win.show-view", "s", view);
  unknot_window_help (UNKNOT_WINDOW (fixture->window));
  g_assert_cmpstr (get_topic (GTK_WIDGET (get_dialog (fixture))), ==, expected_topic);
  g_assert_true (adw_dialog_close (get_dialog (fixture)));
  unknot_test_wait (get_dialog (fixture) == NULL);
}

/* What F1 shows depends on what is shown, and lies over it. */
static void
test_window_help (Fixture       *fixture,
                  gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  assert_helps (fixture, "today", "help-today");
  assert_helps (fixture, "check-up", "help-check-up");
  assert_helps (fixture, "history", "help");
  assert_helps (fixture, "learn", "help");
}

/* The emergency number is the person's, whichever country they choose. */
static void
test_window_call (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkWidget *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_settings_set_string (fixture->settings, "country", "GB");
  gtk_widget_activate_action (fixture->window, "win.explain", "s", "learn-warning-signs");
  dialog = GTK_WIDGET (get_dialog (fixture));
  unknot_test_get (dialog, GTK_TYPE_LABEL, "In an emergency, call 999.");
}

/* Also before there are views. */
static void
test_window_help_in_welcome (Fixture       *fixture,
                             gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_window_help (UNKNOT_WINDOW (fixture->window));
  g_assert_cmpstr (get_topic (GTK_WIDGET (get_dialog (fixture))), ==, "help");
  gtk_widget_activate_action (fixture->window, "win.check-up", NULL);
  g_assert_true (has (fixture, UNKNOT_TYPE_WELCOME_PAGE));
}

/* A page lies over an entry that was begun, which is there as it was when the page is closed. */
static void
test_window_explain (Fixture       *fixture,
                     gconstpointer  data)
{
  AdwDialog *entry, *page;

  unknot_test_diary_open (&fixture->diary);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (fixture->window, "win.log", NULL);
  entry = get_dialog (fixture);
  g_assert_true (UNKNOT_IS_SPASM_DIALOG (entry));
  unknot_test_click (unknot_test_get (GTK_WIDGET (entry), GTK_TYPE_TOGGLE_BUTTON, "7"));

  gtk_widget_activate_action (fixture->window, "win.explain", "s", "learn-feel");
  page = get_dialog (fixture);
  g_assert_true (page != entry);
  g_assert_cmpstr (get_topic (GTK_WIDGET (page)), ==, "learn-feel");
  /* One at a time. */
  gtk_widget_activate_action (fixture->window, "win.explain", "s", "learn-why");
  g_assert_true (get_dialog (fixture) == page);
  g_assert_cmpstr (get_topic (GTK_WIDGET (page)), ==, "learn-why");

  g_assert_true (adw_dialog_close (page));
  unknot_test_wait (get_dialog (fixture) == entry);
  g_assert_true (gtk_toggle_button_get_active (
    GTK_TOGGLE_BUTTON (unknot_test_get (GTK_WIDGET (entry), GTK_TYPE_TOGGLE_BUTTON, "7"))));
}

/* From a page to the check-up: what was begun waits on Today. */
static void
test_window_check_up (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *view;

  unknot_test_diary_open (&fixture->diary);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (fixture->window, "win.log", NULL);
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_TOGGLE_BUTTON,
                                      "7"));
  gtk_widget_activate_action (fixture->window, "win.explain", "s", "learn-feel");
  view = unknot_test_get (GTK_WIDGET (get_dialog (fixture)), UNKNOT_TYPE_LEARN_VIEW, NULL);
  gtk_widget_activate_action (view, "learn.open", "s", "unknot:check-up");
  g_assert_null (get_dialog (fixture));
  g_assert_true (gtk_widget_get_mapped (unknot_test_get (fixture->window, UNKNOT_TYPE_CHECKUP_VIEW,
                                                         NULL)));
  unknot_test_wait (!unknot_draft_is_saving (fixture->draft));
  gtk_widget_activate_action (fixture->window, "win.show-view", "s", "today");
  g_assert_true (unknot_test_is_shown (fixture->window, ADW_TYPE_ACTION_ROW, "draft_row"));
}

/* What the person does not want to be asked is kept for the next window. */
static void
test_window_dismissed_visit (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261120, 10, 30);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autofree char *dismissed = NULL;

  unknot_test_diary_open (&fixture->diary);
  unknot_test_diary_save (fixture->diary.diary, visit);
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_wait (unknot_test_is_shown (fixture->window, UNKNOT_TYPE_VISIT_CARD, NULL));
  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "dismiss_button"));
  dismissed = g_settings_get_string (fixture->settings, "visit-dismissed");
  g_assert_cmpstr (dismissed, ==, unknot_entry_get_uuid (UNKNOT_ENTRY (visit)));
  unknot_test_close (GTK_WINDOW (fixture->window));

  open_window (fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (unknot_test_is_shown (fixture->window, UNKNOT_TYPE_VISIT_CARD, NULL));
}

/* Over whatever is shown. */
static void
test_window_plan_visit (Fixture       *fixture,
                        gconstpointer  data)
{
  unknot_test_diary_open (&fixture->diary);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_widget_activate_action (fixture->window, "win.show-view", "s", "check-up");
  gtk_widget_activate_action (fixture->window, "win.plan-visit", NULL);
  g_assert_true (UNKNOT_IS_VISIT_DIALOG (get_dialog (fixture)));
  g_assert_true (adw_dialog_close (get_dialog (fixture)));
}

/* From anywhere, once; what is written in another dialog is not covered. */
static void
test_window_summary (Fixture       *fixture,
                     gconstpointer  data)
{
  static const char *const views[] = { "today", "check-up", "history", "learn" };

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_false (unknot_test_press (fixture->window, "<Control>p"));
  g_assert_null (get_dialog (fixture));
  unknot_test_diary_open (&fixture->diary);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      AdwDialog *dialog;

      gtk_widget_activate_action (fixture->window, "win.show-view", "s", views[i]);
      g_assert_true (unknot_test_press (fixture->window, "<Control>p"));
      dialog = get_dialog (fixture);
      g_assert_true (UNKNOT_IS_SUMMARY_DIALOG (dialog));
      gtk_widget_activate_action (fixture->window, "win.summary", NULL);
      g_assert_true (get_dialog (fixture) == dialog);
      g_assert_true (adw_dialog_close (dialog));
      unknot_test_wait (get_dialog (fixture) == NULL);
    }

  gtk_widget_activate_action (fixture->window, "win.plan-visit", NULL);
  gtk_widget_activate_action (fixture->window, "win.summary", NULL);
  g_assert_true (UNKNOT_IS_VISIT_DIALOG (get_dialog (fixture)));
  g_assert_true (adw_dialog_close (get_dialog (fixture)));
}

/* A visit that is planned there is on it at once. */
static void
test_window_summary_visit (Fixture       *fixture,
                           gconstpointer  data)
{
  AdwDialog *summary;
  GtkWidget *row;

  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  gtk_widget_activate_action (fixture->window, "win.summary", NULL);
  summary = get_dialog (fixture);
  row = unknot_test_get (GTK_WIDGET (summary), ADW_TYPE_ACTION_ROW, "visit_row");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  g_assert_true (UNKNOT_IS_VISIT_DIALOG (get_dialog (fixture)));
  unknot_window_help (UNKNOT_WINDOW (fixture->window));
  g_assert_cmpstr (get_topic (GTK_WIDGET (get_dialog (fixture))), ==, "help-summary");
  g_assert_true (adw_dialog_close (get_dialog (fixture)));
  unknot_test_wait (UNKNOT_IS_VISIT_DIALOG (get_dialog (fixture)));
  unknot_test_click (
    unknot_test_get (GTK_WIDGET (get_dialog (fixture)), GTK_TYPE_BUTTON, "save_button"));
  unknot_test_wait (get_dialog (fixture) == summary);
  unknot_window_help (UNKNOT_WINDOW (fixture->window));
  g_assert_cmpstr (get_topic (GTK_WIDGET (get_dialog (fixture))), ==, "help-summary");
  g_assert_true (adw_dialog_close (get_dialog (fixture)));
  unknot_test_wait (get_dialog (fixture) == summary);
  unknot_test_wait (g_str_has_prefix (
    adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), "Tomorrow"));
}

/* The way to all of them fits below where it does not fit above. */
static void
test_window_room_for_views (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *bar = unknot_test_get (fixture->window, ADW_TYPE_VIEW_SWITCHER_BAR, NULL);

  g_object_set (fixture->window, "narrow", TRUE, NULL);
  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_true (adw_view_switcher_bar_get_reveal (ADW_VIEW_SWITCHER_BAR (bar)));
  unknot_test_assert_narrow (bar);
}

static void
test_window_keeps_its_size (Fixture       *fixture,
                            gconstpointer  data)
{
  int width, height;

  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 500, 600);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "window-width"), ==, 500);
  g_assert_cmpint (g_settings_get_int (fixture->settings, "window-height"), ==, 600);
  unknot_test_close (GTK_WINDOW (fixture->window));

  open_window (fixture);
  gtk_window_get_default_size (GTK_WINDOW (fixture->window), &width, &height);
  g_assert_cmpint (width, ==, 500);
  g_assert_cmpint (height, ==, 600);
}

/* What is told is plain text: no file name becomes markup. It stays until it is dismissed. */
static void
test_window_tell (Fixture       *fixture,
                  gconstpointer  data)
{
  static const char message[] = "“a<b>&c.json” could not be read.";

  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_window_tell (UNKNOT_WINDOW (fixture->window), message);
  unknot_test_wait (unknot_test_find (fixture->window, GTK_TYPE_LABEL, message) != NULL);
}

static AdwDialog *
open_data (Fixture *fixture)
{
  gtk_widget_activate_action (fixture->window, "win.data", NULL);

  return get_dialog (fixture);
}

static gboolean
says (Fixture    *fixture,
      const char *message)
{
  return unknot_test_find (fixture->window, GTK_TYPE_LABEL, message) != NULL;
}

/* There is nothing to take out of a diary that is not open. */
static void
test_window_data (Fixture       *fixture,
                  gconstpointer  data)
{
  AdwDialog *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  g_assert_null (open_data (fixture));
  unknot_test_diary_open (&fixture->diary);
  dialog = open_data (fixture);
  g_assert_true (UNKNOT_IS_DATA_DIALOG (dialog));

  unknot_window_help (UNKNOT_WINDOW (fixture->window));
  g_assert_cmpstr (get_topic (GTK_WIDGET (get_dialog (fixture))), ==, "help-data");
}

static UnknotDataDialog *
import_text (Fixture    *fixture,
             const char *name,
             const char *text)
{
  UnknotDataDialog *dialog = UNKNOT_DATA_DIALOG (open_data (fixture));
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->diary.folder, name, NULL);

  g_assert_true (g_file_set_contents (g_file_peek_path (file), text, -1, NULL));
  g_list_store_append (files, file);
  unknot_data_dialog_import (dialog, G_LIST_MODEL (files));
  unknot_test_wait (adw_dialog_get_can_close (ADW_DIALOG (dialog)));

  return dialog;
}

static void
import_spasm (Fixture *fixture)
{
  UnknotDataDialog *dialog = import_text (fixture, "own.csv", "Date,Pain\n2026-11-21,4\n");

  unknot_test_click (unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "next_button"));
  unknot_test_wait (adw_dialog_get_can_close (ADW_DIALOG (dialog)));
  unknot_test_click (unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "import_button"));
  unknot_test_wait (says (fixture, "1 entry added"));
}

static gint64
count_spasms (Fixture *fixture)
{
  return unknot_test_diary_query (fixture->diary.path,
                                  "SELECT count (*) FROM episode WHERE deleted IS NULL");
}

static void
test_window_undo_import (Fixture       *fixture,
                         gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  import_spasm (fixture);
  g_assert_cmpint (count_spasms (fixture), ==, 1);

  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (says (fixture, "The import is undone"));
  g_assert_cmpint (count_spasms (fixture), ==, 0);
  g_assert_false (says (fixture, "1 entry added"));
}

/* What was told of it before may not be what is done, when the diary was changed meanwhile. */
static void
test_window_import_outdated (Fixture       *fixture,
                             gconstpointer  data)
{
  const char *uuid = "aaaaaaaa-0000-4000-8000-000000000001";
  g_autoptr (UnknotEpisode) mine = unknot_test_diary_make_episode (20261121, 8, 7);
  UnknotDataDialog *dialog;

  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  dialog = import_text (
    fixture, "in.json",
    "{\"format\": \"unknot-diary\", \"version\": 1, \"episodes\": [{\"uuid\": "
    "\"aaaaaaaa-0000-4000-8000-000000000001\", \"start\": {\"utc\": 1795269900000, "
    "\"offset\": 0, \"zone\": \"UTC\", \"day\": 20261121}, \"precision\": \"exact\", "
    "\"worst\": 4, \"changed\": 1000}]}");
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (unknot_test_get (
                     GTK_WIDGET (dialog), GTK_TYPE_LABEL, "added_label"))), ==, "1");
  g_assert_true (unknot_entry_set_uuid (UNKNOT_ENTRY (mine), uuid, NULL));
  unknot_test_diary_save (fixture->diary.diary, mine);

  unknot_test_click (unknot_test_get (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "import_button"));
  unknot_test_wait (says (fixture, "Nothing was imported: your diary was changed meanwhile"));
  g_assert_cmpint (count_spasms (fixture), ==, 1);
  g_assert_cmpint (unknot_test_diary_query (fixture->diary.path, "SELECT worst FROM episode"), ==,
                   7);
}

/* What stays is told. */
static void
test_window_undo_import_later (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (GPtrArray) episodes = NULL;
  UnknotEpisode *episode;

  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  import_spasm (fixture);
  episodes = unknot_diary_dup_all (fixture->diary.diary, UNKNOT_TYPE_EPISODE, NULL);
  episode = g_ptr_array_index (episodes, 0);
  g_assert_true (unknot_episode_set_note (episode, "Told later", NULL));
  unknot_test_diary_save (fixture->diary.diary, episode);

  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (says (fixture,
                          "The import is undone, but for 1 entry that was changed since"));
  g_assert_cmpint (count_spasms (fixture), ==, 1);
}

/* By a key as long as it is offered: what happened long ago does not go unseen. */
static void
test_window_undo_import_key (Fixture       *fixture,
                             gconstpointer  data)
{
  AdwApplicationWindow *window = ADW_APPLICATION_WINDOW (fixture->window);

  gtk_window_present (GTK_WINDOW (window));
  unknot_test_diary_open (&fixture->diary);
  g_assert_false (unknot_test_press (fixture->window, "<Control>z"));
  import_spasm (fixture);
  g_assert_true (unknot_test_press (fixture->window, "<Control>z"));
  unknot_test_wait (says (fixture, "The import is undone"));
  g_assert_cmpint (count_spasms (fixture), ==, 0);
  g_assert_false (unknot_test_press (fixture->window, "<Control>z"));

  import_spasm (fixture);
  g_assert_false (says (fixture, "The import is undone"));
  adw_toast_overlay_dismiss_all (ADW_TOAST_OVERLAY (adw_application_window_get_content (window)));
  g_assert_false (unknot_test_press (fixture->window, "<Control>z"));
  g_assert_cmpint (count_spasms (fixture), ==, 1);
}

/* What could not be undone at first is not forgotten. */
static void
test_window_undo_import_fails (Fixture       *fixture,
                               gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  import_spasm (fixture);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (says (fixture, "The diary is not open."));
  g_assert_cmpint (count_spasms (fixture), ==, 1);

  unknot_test_diary_open (&fixture->diary);
  unknot_test_click (unknot_test_get (fixture->window, GTK_TYPE_BUTTON, "Undo"));
  unknot_test_wait (says (fixture, "The import is undone"));
  g_assert_cmpint (count_spasms (fixture), ==, 0);
}

/* What the import was into is no more. */
static void
test_window_import_gone (Fixture       *fixture,
                         gconstpointer  data)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  unknot_test_diary_open (&fixture->diary);
  import_spasm (fixture);
  unknot_test_wait (get_dialog (fixture) == NULL);
  g_signal_emit_by_name (open_data (fixture), "went-back");
  unknot_test_wait (!says (fixture, "1 entry added"));
}

static void
add (const char *path,
     gboolean    welcomed,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (welcomed), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/window/accessible", FALSE, test_window_accessible);
  add ("/window/narrow-welcome", FALSE, test_window_narrow);
  add ("/window/narrow", TRUE, test_window_narrow);
  add ("/window/welcome", FALSE, test_window_welcome);
  add ("/window/welcomed", TRUE, test_window_welcomed);
  add ("/window/before-the-diary", TRUE, test_window_before_the_diary);
  add ("/window/views", TRUE, test_window_views);
  add ("/window/switcher", TRUE, test_window_switcher);
  add ("/window/help", TRUE, test_window_help);
  add ("/window/call", TRUE, test_window_call);
  add ("/window/help-in-welcome", FALSE, test_window_help_in_welcome);
  add ("/window/explain", TRUE, test_window_explain);
  add ("/window/check-up", TRUE, test_window_check_up);
  add ("/window/room-for-views", TRUE, test_window_room_for_views);
  add ("/window/plan-visit", TRUE, test_window_plan_visit);
  add ("/window/summary", TRUE, test_window_summary);
  add ("/window/summary-visit", TRUE, test_window_summary_visit);
  add ("/window/dismissed-visit", TRUE, test_window_dismissed_visit);
  add ("/window/keeps-its-size", TRUE, test_window_keeps_its_size);
  add ("/window/tell", TRUE, test_window_tell);
  add ("/window/data", TRUE, test_window_data);
  add ("/window/undo-import", TRUE, test_window_undo_import);
  add ("/window/import-outdated", TRUE, test_window_import_outdated);
  add ("/window/undo-import-key", TRUE, test_window_undo_import_key);
  add ("/window/undo-import-later", TRUE, test_window_undo_import_later);
  add ("/window/undo-import-fails", TRUE, test_window_undo_import_fails);
  add ("/window/import-gone", TRUE, test_window_import_gone);

  return g_test_run ();
}
