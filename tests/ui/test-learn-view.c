/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-learn-index.h"
#include "unknot-learn-view.h"
#include "unknot-test-ui.h"
#include "unknot-topic-page.h"

typedef struct
{
  UnknotLibrary *library;
  GtkWidget *view;
  GtkWindow *window;
  GString *done; /* in the window */
} Fixture;

static void
window_action_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  Fixture *fixture = user_data;

  g_string_append_printf (fixture->done, "%s ", g_action_get_name (G_ACTION (action)));
}

static void
add_window_actions (Fixture *fixture)
{
  static const GActionEntry entries[] = {
    { .name = "check-up", .activate = window_action_cb },
    { .name = "log", .activate = window_action_cb },
  };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   fixture);
  gtk_widget_insert_action_group (GTK_WIDGET (fixture->window), "win", G_ACTION_GROUP (actions));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  gboolean with_index = GPOINTER_TO_INT (data);

  fixture->done = g_string_new (NULL);
  fixture->library = unknot_test_new_library ("tests/fixtures/reader");
  fixture->view = unknot_learn_view_new (fixture->library, with_index);
  fixture->window = unknot_test_present_adwaita (fixture->view);
  unknot_test_settle ();
  add_window_actions (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->library);
  g_string_free (fixture->done, TRUE);
}

static AdwNavigationView *
get_navigation (Fixture *fixture)
{
  return ADW_NAVIGATION_VIEW (unknot_test_get (fixture->view, ADW_TYPE_NAVIGATION_VIEW, NULL));
}

static GtkWidget *
get_page (Fixture *fixture)
{
  return GTK_WIDGET (adw_navigation_view_get_visible_page (get_navigation (fixture)));
}

/* Empty where the index is shown. */
static const char *
get_shown (Fixture *fixture)
{
  GtkWidget *page = get_page (fixture);

  return UNKNOT_IS_TOPIC_PAGE (page)
           ? unknot_topic_get_id (unknot_topic_page_get_topic (UNKNOT_TOPIC_PAGE (page)))
           : "";
}

static void
open_target (Fixture    *fixture,
             const char *target)
{
  gtk_widget_activate_action (fixture->view, "learn.open", "s", target);
}

static void
go_back (Fixture *fixture)
{
  gtk_widget_activate_action (get_page (fixture), "navigation.pop", NULL);
}

static AdwNavigationPage *
get_next (Fixture *fixture)
{
  AdwNavigationPage *page = NULL;

  g_signal_emit_by_name (get_navigation (fixture), "get-next-page", &page);

  return page;
}

/* As Alt+Right does. */
static gboolean
go_forward (Fixture *fixture)
{
  g_autoptr (AdwNavigationPage) page = get_next (fixture);

  if (page != NULL)
    adw_navigation_view_push (get_navigation (fixture), page);

  return page != NULL;
}

static void
test_learn_view_history (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *heat;

  g_assert_cmpstr (get_shown (fixture), ==, "");
  g_assert_true (unknot_learn_view_is_at_start (UNKNOT_LEARN_VIEW (fixture->view)));
  g_assert_false (go_forward (fixture));

  open_target (fixture, "learn-signs");
  open_target (fixture, "learn-heat");
  g_assert_cmpstr (get_shown (fixture), ==, "learn-heat");
  g_assert_false (unknot_learn_view_is_at_start (UNKNOT_LEARN_VIEW (fixture->view)));
  heat = get_page (fixture);

  go_back (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "learn-signs");
  go_back (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "");

  g_assert_true (go_forward (fixture));
  g_assert_cmpstr (get_shown (fixture), ==, "learn-signs");
  g_assert_true (go_forward (fixture));
  /* The same, as it was left. */
  g_assert_true (get_page (fixture) == heat);
  g_assert_false (go_forward (fixture));
}

/* Who turns off elsewhere has no way forward any longer. */
static void
test_learn_view_turned_off (Fixture       *fixture,
                            gconstpointer  data)
{
  open_target (fixture, "learn-signs");
  open_target (fixture, "learn-heat");
  go_back (fixture);
  go_back (fixture);
  open_target (fixture, "help");
  g_assert_false (go_forward (fixture));
}

static void
test_learn_view_section (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *page;

  open_target (fixture, "learn-heat#how");
  page = get_page (fixture);
  unknot_test_wait (unknot_test_get_focus (fixture->view) ==
                    unknot_test_get (page, GTK_TYPE_LABEL, "How long"));

  /* Within a page one stays on it. */
  open_target (fixture, "learn-heat#which");
  g_assert_true (get_page (fixture) == page);
  unknot_test_wait (unknot_test_get_focus (fixture->view) ==
                    unknot_test_get (page, GTK_TYPE_LABEL, "Which one"));
  open_target (fixture, "index");
  g_assert_cmpstr (get_shown (fixture), ==, "");
}

/* Whatever was read before, back from what was asked for elsewhere is the index. */
static void
test_learn_view_read (Fixture       *fixture,
                      gconstpointer  data)
{
  open_target (fixture, "learn-signs");
  open_target (fixture, "learn-heat");
  unknot_learn_view_read (UNKNOT_LEARN_VIEW (fixture->view), "help-today");
  g_assert_cmpstr (get_shown (fixture), ==, "help-today");
  go_back (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "");
}

static void
test_learn_view_missing (Fixture       *fixture,
                         gconstpointer  data)
{
  open_target (fixture, "learn-signs");
  open_target (fixture, "learn-gone#anywhere");
  g_assert_cmpstr (get_shown (fixture), ==, "learn-signs");
  unknot_test_wait (unknot_test_find (fixture->view, GTK_TYPE_LABEL,
                                      "There is no page “learn-gone”.") != NULL);
}

static void
test_learn_view_window (Fixture       *fixture,
                        gconstpointer  data)
{
  open_target (fixture, "learn-signs");
  open_target (fixture, "unknot:check-up");
  open_target (fixture, "unknot:log");
  g_assert_cmpstr (fixture->done->str, ==, "check-up log ");
  g_assert_cmpstr (get_shown (fixture), ==, "learn-signs");
}

/* From wherever one reads. */
static void
test_learn_view_search (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *entry = unknot_test_get (fixture->view, GTK_TYPE_SEARCH_ENTRY, NULL);

  open_target (fixture, "learn-signs");
  gtk_widget_activate_action (fixture->view, "learn.search", NULL);
  g_assert_cmpstr (get_shown (fixture), ==, "");
  unknot_test_wait (gtk_widget_get_focus_child (entry) != NULL);
}

static gboolean
can (Fixture    *fixture,
     const char *button)
{
  return gtk_widget_is_sensitive (unknot_test_get (get_page (fixture), GTK_TYPE_BUTTON, button));
}

static void
test_learn_view_print (Fixture       *fixture,
                       gconstpointer  data)
{
  open_target (fixture, "learn-signs");
  g_assert_true (can (fixture, "print_button"));
}

/* Over something else there is a page alone. */
static void
test_learn_view_alone (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_null (unknot_test_find (fixture->view, UNKNOT_TYPE_LEARN_INDEX, NULL));
  unknot_learn_view_read (UNKNOT_LEARN_VIEW (fixture->view), "learn-heat");
  g_assert_cmpstr (get_shown (fixture), ==, "learn-heat");
  open_target (fixture, "learn-signs");
  go_back (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "learn-heat");
  gtk_widget_activate_action (fixture->view, "learn.search", NULL);
  go_back (fixture);
  g_assert_cmpstr (get_shown (fixture), ==, "learn-heat");
}

static void
test_learn_view_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->view);
  open_target (fixture, "learn-signs");
  unknot_test_assert_narrow (fixture->view);
}

/* Whatever the person's language, each page is there in one. */
static void
test_learn_view_languages (void)
{
  static const char *const languages[] = { "de_DE.UTF-8", "de_DE", "de", "C", NULL };
  g_autoptr (GFile) folder = g_file_new_for_uri ("resource://" RESOURCE_PATH "/help");
  g_autoptr (UnknotLibrary) library = unknot_library_new (folder, languages);

  g_assert_cmpuint (g_list_model_get_n_items (unknot_library_get_groups (library)), ==, 5);
  g_assert_null (unknot_library_get_faults (library)[0]);
}

static void
add (const char *path,
     gboolean    with_index,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GINT_TO_POINTER (with_index), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/learn-view/history", TRUE, test_learn_view_history);
  add ("/learn-view/turned-off", TRUE, test_learn_view_turned_off);
  add ("/learn-view/section", TRUE, test_learn_view_section);
  add ("/learn-view/read", TRUE, test_learn_view_read);
  add ("/learn-view/missing", TRUE, test_learn_view_missing);
  add ("/learn-view/window", TRUE, test_learn_view_window);
  add ("/learn-view/search", TRUE, test_learn_view_search);
  add ("/learn-view/print", TRUE, test_learn_view_print);
  add ("/learn-view/alone", FALSE, test_learn_view_alone);
  add ("/learn-view/narrow", TRUE, test_learn_view_narrow);
  g_test_add_func ("/learn-view/languages", test_learn_view_languages);

  return g_test_run ();
}
