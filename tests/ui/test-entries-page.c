/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-day.h"
#include "unknot-entries-page.h"
#include "unknot-entry-row.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, 14:05, in UTC. */

typedef struct
{
  DiaryFixture diary;
  GtkWidget *page;
  GtkWindow *window;
  GPtrArray *opened;  /* of UnknotEntry */
  GPtrArray *deleted; /* of UnknotEntry */
} Fixture;

static void
take_entry_cb (GPtrArray   *entries,
               UnknotEntry *entry)
{
  g_ptr_array_add (entries, g_object_ref (entry));
}

static void
present (Fixture *fixture)
{
  fixture->page = GTK_WIDGET (unknot_entries_page_new (fixture->diary.diary));
  g_signal_connect_swapped (fixture->page, "opened", G_CALLBACK (take_entry_cb), fixture->opened);
  g_signal_connect_swapped (fixture->page, "deleted", G_CALLBACK (take_entry_cb),
                            fixture->deleted);
  fixture->window = unknot_test_present_adwaita (fixture->page);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  unknot_test_diary_open (&fixture->diary);
  fixture->opened = g_ptr_array_new_with_free_func (g_object_unref);
  fixture->deleted = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_ptr_array_unref (fixture->opened);
  g_ptr_array_unref (fixture->deleted);
  unknot_test_settle ();
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

static void
save (Fixture  *fixture,
      gpointer  entry)
{
  unknot_test_diary_save (fixture->diary.diary, entry);
}

static UnknotEpisode *
save_episode (Fixture    *fixture,
              int         day,
              int         worst,
              const char *note)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  unknot_episode_set_note (episode, note, NULL);
  save (fixture, episode);

  return episode;
}

static const char *
get_shown (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (unknot_test_get (fixture->page, GTK_TYPE_STACK, "stack")));
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return unknot_test_get (fixture->page, GTK_TYPE_LIST_VIEW, NULL);
}

/* What is read in the list, from the top, each on a line. */
static void
add_labels (GString   *labels,
            GtkWidget *widget)
{
  if (!gtk_widget_get_child_visible (widget) || !gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (labels, "%s\n", gtk_label_get_label (GTK_LABEL (widget)));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    add_labels (labels, child);
}

static gboolean
reads (Fixture    *fixture,
       const char *expected)
{
  g_autoptr (GString) labels = g_string_new (NULL);

  add_labels (labels, get_list (fixture));

  return g_str_equal (labels->str, expected);
}

static gboolean
shows (Fixture    *fixture,
       const char *name)
{
  return g_str_equal (get_shown (fixture), name);
}

static GtkEditable *
get_search (Fixture *fixture)
{
  return GTK_EDITABLE (unknot_test_get (fixture->page, GTK_TYPE_SEARCH_ENTRY, NULL));
}

static GtkAdjustment *
get_adjustment (Fixture *fixture)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (get_list (fixture)));
}

static UnknotEntryRow *
get_row (Fixture    *fixture,
         const char *title)
{
  GtkWidget *label = unknot_test_get (get_list (fixture), GTK_TYPE_LABEL, title);

  return UNKNOT_ENTRY_ROW (gtk_widget_get_ancestor (label, UNKNOT_TYPE_ENTRY_ROW));
}

static GtkWidget *
get_cell (Fixture    *fixture,
          const char *title)
{
  return gtk_widget_get_parent (GTK_WIDGET (get_row (fixture, title)));
}

static gboolean
has_focus (Fixture    *fixture,
           const char *title)
{
  return unknot_test_get_focus (fixture->page) == get_cell (fixture, title);
}

static gboolean
press (GtkWidget  *widget,
       const char *key)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GListModel) controller = g_list_model_get_item (controllers, i);

      for (guint j = 0;
           GTK_IS_SHORTCUT_CONTROLLER (controller) && j < g_list_model_get_n_items (controller);
           j++)
        {
          g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (controller, j);
          g_autofree char *trigger =
            gtk_shortcut_trigger_to_string (gtk_shortcut_get_trigger (shortcut));

          if (g_str_equal (trigger, key))
            return gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                 gtk_shortcut_get_arguments (shortcut));
        }
    }

  g_error ("Nothing waits for %s.", key);
}

static void
assert_entry (GPtrArray *entries,
              gpointer   expected)
{
  g_assert_cmpuint (entries->len, ==, 1);
  g_assert_cmpstr (unknot_entry_get_uuid (g_ptr_array_index (entries, 0)), ==,
                   unknot_entry_get_uuid (expected));
}

/* --- What there is --- */

static void
test_entries_page_empty (Fixture       *fixture,
                         gconstpointer  data)
{
  present (fixture);
  unknot_test_wait (shows (fixture, "empty"));
}

/* Before it is known what there is, it does not say that there is nothing. */
static void
test_entries_page_loading (Fixture       *fixture,
                           gconstpointer  data)
{
  g_object_unref (save_episode (fixture, 20261120, 3, ""));
  unknot_test_diary_close (fixture->diary.diary);
  present (fixture);
  unknot_test_settle ();
  g_assert_cmpstr (get_shown (fixture), ==, "loading");

  unknot_test_diary_open (&fixture->diary);
  unknot_test_wait (shows (fixture, "entries"));
}

static void
test_entries_page_months (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261120, 12, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  g_object_unref (save_episode (fixture, 20251103, 2, ""));
  g_object_unref (save_episode (fixture, 20261103, 3, "a note"));
  g_object_unref (save_episode (fixture, 20261031, 4, ""));
  unknot_day_set_painless (day, TRUE);
  save (fixture, day);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "No pain\nYesterday\n"
                           "Spasm, 3 of 10\nTuesday, 3 November, 08:00 · 0 min\na note\n"
                           "October 2026\n"
                           "Spasm, 4 of 10\nSaturday, 31 October, 08:00 · 0 min\n"
                           "November 2025\n"
                           "Spasm, 2 of 10\n3 November 2025, 08:00 · 0 min\n"));
}

/* A month is named once, and only where it has something. */
static void
test_entries_page_deleting (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) newest = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotEpisode) middle = save_episode (fixture, 20261003, 2, "");
  g_autoptr (UnknotEpisode) oldest = save_episode (fixture, 20261002, 3, "");
  static const char november[] =
    "November 2026\n"
    "Spasm, 1 of 10\nTuesday, 3 November, 08:00 · 0 min\n";
  static const char october[] =
    "October 2026\n"
    "Spasm, 2 of 10\nSaturday, 3 October, 08:00 · 0 min\n"
    "Spasm, 3 of 10\nFriday, 2 October, 08:00 · 0 min\n";
  g_autofree char *all = g_strconcat (november, october, NULL);

  present (fixture);
  unknot_test_wait (reads (fixture, all));
  unknot_test_diary_mark (fixture->diary.diary, newest, TRUE);
  unknot_test_wait (reads (fixture, october));
  unknot_test_diary_mark (fixture->diary.diary, middle, TRUE);
  unknot_test_wait (reads (fixture,
                           "October 2026\n"
                           "Spasm, 3 of 10\nFriday, 2 October, 08:00 · 0 min\n"));
  unknot_test_diary_mark (fixture->diary.diary, oldest, TRUE);
  unknot_test_wait (shows (fixture, "empty"));

  unknot_test_diary_mark (fixture->diary.diary, oldest, FALSE);
  unknot_test_diary_mark (fixture->diary.diary, newest, FALSE);
  unknot_test_diary_mark (fixture->diary.diary, middle, FALSE);
  unknot_test_wait (reads (fixture, all));
}

static void
test_entries_page_changing (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotMoment) start = unknot_test_diary_make_moment ("UTC", 20261003, 8, 0);

  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_episode_set_end (episode, NULL, NULL);
  unknot_episode_set_start (episode, start, NULL);
  save (fixture, episode);
  unknot_test_wait (reads (fixture,
                           "October 2026\n"
                           "Spasm, 1 of 10\nSaturday, 3 October, 08:00 · going on\n"));
}

/* --- Searching --- */

static void
test_entries_page_search (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261005, 12, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Ibuprofen", 400, NULL);
  g_autoptr (UnknotEpisode) noted = save_episode (fixture, 20261103, 1, "nach dem Heben, müde");
  g_autoptr (UnknotEpisode) medicated = save_episode (fixture, 20261002, 2, "");
  g_autoptr (UnknotDose) own = unknot_dose_new (moment, "Heparin", 1, NULL);
  static const char with_note[] =
    "November 2026\n"
    "Spasm, 1 of 10\nTuesday, 3 November, 08:00 · 0 min\nnach dem Heben, müde\n";
  static const char with_dose[] =
    "October 2026\n"
    "Spasm, 2 of 10\nFriday, 2 October, 08:00 · 0 min\n";

  unknot_episode_add (medicated, UNKNOT_ENTRY (dose));
  save (fixture, medicated);
  save (fixture, own);
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));

  gtk_editable_set_text (get_search (fixture), "MUDE heb");
  unknot_test_wait (reads (fixture, with_note));
  gtk_editable_set_text (get_search (fixture), "ibu");
  unknot_test_wait (reads (fixture, with_dose));
  gtk_editable_set_text (get_search (fixture), "hep");
  unknot_test_wait (reads (fixture, "October 2026\nHeparin\nMonday, 5 October, 12:00\n"));
  gtk_editable_set_text (get_search (fixture), "he");
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 1 of 10\nTuesday, 3 November, 08:00 · 0 min\n"
                           "nach dem Heben, müde\n"
                           "October 2026\n"
                           "Heparin\nMonday, 5 October, 12:00\n"));
  gtk_editable_set_text (get_search (fixture), "hex");
  unknot_test_wait (shows (fixture, "not-found"));
  gtk_editable_set_text (get_search (fixture), " ");
  unknot_test_wait (shows (fixture, "entries"));
}

/* What is typed while the answer is not there yet drops the question. */
static void
test_entries_page_as_typed (Fixture       *fixture,
                            gconstpointer  data)
{
  static const char *const typed[] = { "l", "li", "lif", "lift", "lifti", "liftin", "lifting" };

  g_object_unref (save_episode (fixture, 20261103, 1, "lifting"));
  g_object_unref (save_episode (fixture, 20261104, 2, "lifted"));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    gtk_editable_set_text (get_search (fixture), typed[i]);
  unknot_test_wait (reads (fixture,
                           "November 2026\n"
                           "Spasm, 1 of 10\nTuesday, 3 November, 08:00 · 0 min\nlifting\n"));
}

/* Where the search is closed everything is there again. */
static void
test_entries_page_search_closed (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkSearchBar *bar;
  GtkToggleButton *button;

  g_object_unref (save_episode (fixture, 20261103, 1, ""));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  bar = GTK_SEARCH_BAR (unknot_test_get (fixture->page, GTK_TYPE_SEARCH_BAR, NULL));
  button = GTK_TOGGLE_BUTTON (unknot_test_get (fixture->page, GTK_TYPE_TOGGLE_BUTTON,
                                               "search_button"));
  unknot_test_click (GTK_WIDGET (button));
  g_assert_true (gtk_search_bar_get_search_mode (bar));
  gtk_editable_set_text (get_search (fixture), "x");
  unknot_test_wait (shows (fixture, "not-found"));

  g_signal_emit_by_name (get_search (fixture), "stop-search");
  g_assert_false (gtk_toggle_button_get_active (button));
  unknot_test_wait (shows (fixture, "entries"));
  g_assert_cmpstr (gtk_editable_get_text (get_search (fixture)), ==, "");
}

/* --- What can be done --- */

static void
test_entries_page_opened (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotEpisode) second = save_episode (fixture, 20261002, 2, "");

  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  g_assert_true (gtk_widget_activate (get_cell (fixture, "Spasm, 2 of 10")));
  assert_entry (fixture->opened, second);
  g_assert_cmpuint (fixture->deleted->len, ==, 0);
}

static void
test_entries_page_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  g_object_unref (save_episode (fixture, 20261120, 3, "a note"));
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_assert_label (get_list (fixture), "All entries");
  unknot_test_assert_label (get_cell (fixture, "Spasm, 3 of 10"),
                            "Spasm, 3 of 10, Yesterday, 08:00 · 0 min");
  gtk_test_accessible_assert_role (unknot_test_get (get_list (fixture), GTK_TYPE_LABEL,
                                                    "November 2026"),
                                   GTK_ACCESSIBLE_ROLE_HEADING);
}

/* From the row, and from the button in it, which is not the row. */
static void
test_entries_page_delete_key (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotEpisode) second = save_episode (fixture, 20261002, 2, "");

  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  gtk_widget_grab_focus (unknot_test_get (fixture->page, GTK_TYPE_TOGGLE_BUTTON, "search_button"));
  g_assert_false (press (get_list (fixture), "Delete"));
  g_assert_cmpuint (fixture->deleted->len, ==, 0);

  gtk_widget_grab_focus (get_cell (fixture, "Spasm, 2 of 10"));
  g_assert_true (press (get_list (fixture), "Delete"));
  assert_entry (fixture->deleted, second);

  g_ptr_array_set_size (fixture->deleted, 0);
  gtk_widget_grab_focus (unknot_test_get (GTK_WIDGET (get_row (fixture, "Spasm, 1 of 10")),
                                          GTK_TYPE_BUTTON, NULL));
  g_assert_true (press (get_list (fixture), "Delete"));
  assert_entry (fixture->deleted, first);
  g_assert_cmpuint (fixture->opened->len, ==, 0);
}

static void
test_entries_page_delete_button (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UnknotEpisode) first = save_episode (fixture, 20261103, 1, "");
  g_autoptr (UnknotEpisode) second = save_episode (fixture, 20261002, 2, "");

  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, "Spasm, 2 of 10")),
                                      GTK_TYPE_BUTTON, NULL));
  assert_entry (fixture->deleted, second);
  g_assert_cmpuint (fixture->opened->len, ==, 0);
}

/* The month above the first row is in sight wherever that row has the focus. */
static void
test_entries_page_top (Fixture       *fixture,
                       gconstpointer  data)
{
  for (int i = 1; i <= 10; i++)
    {
      g_object_unref (save_episode (fixture, 20261100 + i, i, "a note"));
      g_object_unref (save_episode (fixture, 20261110 + i, 0, "a note"));
    }
  present (fixture);
  unknot_test_wait (shows (fixture, "entries"));
  gtk_widget_grab_focus (get_list (fixture));
  unknot_test_wait (gtk_adjustment_get_upper (get_adjustment (fixture)) >
                    gtk_adjustment_get_page_size (get_adjustment (fixture)));
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) <= 0);

  /* Once somebody looks through it, all of it is there. */
  while (g_list_model_get_n_items (G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (
           get_list (fixture))))) < 20)
    {
      gtk_adjustment_set_value (get_adjustment (fixture), 200);
      g_main_context_iteration (NULL, TRUE);
    }
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 19, GTK_LIST_SCROLL_FOCUS, NULL);
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) > 100 &&
                    has_focus (fixture, "Spasm, 1 of 10"));
  gtk_list_view_scroll_to (GTK_LIST_VIEW (get_list (fixture)), 0, GTK_LIST_SCROLL_FOCUS, NULL);
  unknot_test_wait (gtk_adjustment_get_value (get_adjustment (fixture)) <= 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/entries-page/empty", test_entries_page_empty);
  ADD ("/entries-page/loading", test_entries_page_loading);
  ADD ("/entries-page/months", test_entries_page_months);
  ADD ("/entries-page/deleting", test_entries_page_deleting);
  ADD ("/entries-page/changing", test_entries_page_changing);
  ADD ("/entries-page/search", test_entries_page_search);
  ADD ("/entries-page/as-typed", test_entries_page_as_typed);
  ADD ("/entries-page/search-closed", test_entries_page_search_closed);
  ADD ("/entries-page/opened", test_entries_page_opened);
  ADD ("/entries-page/accessible", test_entries_page_accessible);
  ADD ("/entries-page/delete-key", test_entries_page_delete_key);
  ADD ("/entries-page/delete-button", test_entries_page_delete_button);
  ADD ("/entries-page/top", test_entries_page_top);

  return g_test_run ();
}
