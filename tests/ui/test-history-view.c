/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-charts-page.h"
#include "unknot-entry-row.h"
#include "unknot-history-view.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. The list is tested by itself. */

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  UnknotDraft *draft;
  UnknotEntryEditor *editor;
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
  fixture->draft = unknot_draft_new (draft);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  fixture->view = g_object_new (UNKNOT_TYPE_HISTORY_VIEW, NULL);
  fixture->editor = unknot_test_new_editor (fixture->view);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->editor));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  unknot_test_diary_close (fixture->diary.diary);
  unknot_test_settle ();
  g_assert_finalize_object (fixture->today);
  g_assert_finalize_object (fixture->draft);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
give (Fixture *fixture)
{
  unknot_entry_editor_set_diary (fixture->editor, fixture->diary.diary, fixture->draft);
  unknot_history_view_set_today (UNKNOT_HISTORY_VIEW (fixture->view), fixture->today,
                                 fixture->editor);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *name)
{
  return unknot_test_get (fixture->view, type, name);
}

static void
save_episode (Fixture *fixture)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261103, 8, 6);

  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (episode));
}

/* It is there before the diary is. */
static void
test_history_view_given_late (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *button = get (fixture, GTK_TYPE_TOGGLE_BUTTON, "search_button");

  save_episode (fixture);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_false (gtk_widget_grab_focus (fixture->view));
  unknot_history_view_show_entries (UNKNOT_HISTORY_VIEW (fixture->view));
  gtk_widget_activate_action (fixture->view, "history.search", NULL);
  give (fixture);
  g_assert_true (gtk_widget_get_sensitive (button));
  unknot_test_wait (unknot_test_is_shown (fixture->view, UNKNOT_TYPE_ENTRY_ROW, NULL));
  gtk_widget_grab_focus (fixture->view);
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (fixture->view),
                                         get (fixture, GTK_TYPE_LIST_VIEW, NULL)));
}

static void
test_history_view_search (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkToggleButton *button =
    GTK_TOGGLE_BUTTON (get (fixture, GTK_TYPE_TOGGLE_BUTTON, "search_button"));
  GtkWidget *entry;

  save_episode (fixture);
  give (fixture);
  unknot_test_wait (unknot_test_is_shown (fixture->view, UNKNOT_TYPE_ENTRY_ROW, NULL));
  gtk_widget_activate_action (fixture->view, "history.search", NULL);
  g_assert_true (gtk_toggle_button_get_active (button));
  entry = get (fixture, GTK_TYPE_SEARCH_ENTRY, NULL);
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (fixture->view), entry));

  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  unknot_test_wait (unknot_test_is_shown (fixture->view, GTK_TYPE_LABEL, "Nothing Matches"));
  unknot_history_view_show_entries (UNKNOT_HISTORY_VIEW (fixture->view));
  unknot_test_wait (unknot_test_is_shown (fixture->view, UNKNOT_TYPE_ENTRY_ROW, NULL));
  g_assert_false (gtk_toggle_button_get_active (button));
}

static void
switch_to (Fixture    *fixture,
           const char *name)
{
  adw_view_stack_set_visible_child_name (
    ADW_VIEW_STACK (get (fixture, ADW_TYPE_VIEW_STACK, NULL)), name);
}

/* They are made when they are first seen; a day in one is opened in the list. */
static void
test_history_view_charts (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) other = unknot_test_diary_make_episode (20261104, 8, 4);
  GtkWidget *button = get (fixture, GTK_TYPE_TOGGLE_BUTTON, "search_button");
  GtkWidget *charts;

  save_episode (fixture);
  unknot_test_diary_save (fixture->diary.diary, UNKNOT_ENTRY (other));
  give (fixture);
  unknot_test_wait (unknot_test_count (fixture->view, UNKNOT_TYPE_ENTRY_ROW) == 2);
  g_assert_null (unknot_test_find (fixture->view, UNKNOT_TYPE_CHARTS_PAGE, NULL));
  g_assert_true (gtk_widget_get_visible (button));

  switch_to (fixture, "charts");
  charts = get (fixture, UNKNOT_TYPE_CHARTS_PAGE, NULL);
  g_assert_false (gtk_widget_get_visible (button));
  switch_to (fixture, "list");
  switch_to (fixture, "charts");
  g_assert_true (get (fixture, UNKNOT_TYPE_CHARTS_PAGE, NULL) == charts);

  g_signal_emit_by_name (charts, "day-activated", 20261103);
  g_assert_true (gtk_widget_get_visible (button));
  unknot_test_wait (unknot_test_count (fixture->view, UNKNOT_TYPE_ENTRY_ROW) == 1);
  g_assert_true (unknot_test_is_shown (fixture->view, GTK_TYPE_LABEL, "Tuesday, 3 November"));
  switch_to (fixture, "charts");
  gtk_widget_activate_action (fixture->view, "history.search", NULL);
  g_assert_true (unknot_test_is_shown (fixture->view, GTK_TYPE_SEARCH_ENTRY, NULL));
}

/* Charts that are looked at before the diary is there come with it. */
static void
test_history_view_charts_given_late (Fixture       *fixture,
                                     gconstpointer  data)
{
  switch_to (fixture, "charts");
  g_assert_null (unknot_test_find (fixture->view, UNKNOT_TYPE_CHARTS_PAGE, NULL));
  give (fixture);
  get (fixture, UNKNOT_TYPE_CHARTS_PAGE, NULL);
}

static void
test_history_view_narrow (Fixture       *fixture,
                          gconstpointer  data)
{
  save_episode (fixture);
  give (fixture);
  unknot_test_wait (unknot_test_is_shown (fixture->view, UNKNOT_TYPE_ENTRY_ROW, NULL));
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/history-view/given-late", test_history_view_given_late);
  ADD ("/history-view/search", test_history_view_search);
  ADD ("/history-view/charts", test_history_view_charts);
  ADD ("/history-view/charts-given-late", test_history_view_charts_given_late);
  ADD ("/history-view/narrow", test_history_view_narrow);

  return g_test_run ();
}
