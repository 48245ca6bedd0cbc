/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-hit-row.h"
#include "unknot-learn-index.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotLibrary *library;
  GtkWidget *page;
  GtkWindow *window;
  char *opened; /* nullable: what was asked for last */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->library = unknot_test_new_library (data);
  fixture->page = GTK_WIDGET (unknot_learn_index_new (fixture->library));
  unknot_test_catch_links (fixture->page, &fixture->opened);
  fixture->window = unknot_test_present_adwaita (fixture->page);
  unknot_test_settle ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->library);
  g_free (fixture->opened);
}

static GtkWidget *
get (Fixture    *fixture,
     GType       type,
     const char *text)
{
  return unknot_test_get (fixture->page, type, text);
}

static void
type (Fixture    *fixture,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get (fixture, GTK_TYPE_SEARCH_ENTRY, NULL)), text);
}

static gboolean
shows (Fixture    *fixture,
       const char *name)
{
  return g_str_equal (gtk_stack_get_visible_child_name (
                        GTK_STACK (get (fixture, GTK_TYPE_STACK, "stack"))),
                      name);
}

static GtkWidget *
get_list (Fixture *fixture)
{
  return get (fixture, GTK_TYPE_LIST_VIEW, NULL);
}

static GtkWidget *
get_cell (Fixture *fixture,
          guint    position)
{
  GtkWidget *cell;

  unknot_test_wait (gtk_widget_get_first_child (get_list (fixture)) != NULL);
  cell = gtk_widget_get_first_child (get_list (fixture));
  for (guint i = 0; i < position; i++)
    cell = gtk_widget_get_next_sibling (cell);
  g_assert_nonnull (cell);

  return cell;
}

static const char *
get_markup (Fixture    *fixture,
            guint       position,
            const char *label)
{
  return gtk_label_get_label (GTK_LABEL (unknot_test_get (get_cell (fixture, position),
                                                          GTK_TYPE_LABEL, label)));
}

/* By the questions that they answer, and what is about the program last. */
static void
test_learn_index_groups (Fixture       *fixture,
                         gconstpointer  data)
{
  static const char *const titles[] = { "Is it dangerous?", "What helps now?", "" };
  GtkWidget *group = gtk_widget_get_first_child (get (fixture, GTK_TYPE_BOX, "groups"));
  GtkWidget *row;

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_assert_cmpstr (adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (group)), ==,
                       titles[i]);
      group = gtk_widget_get_next_sibling (group);
    }
  g_assert_null (group);
  unknot_test_get (gtk_widget_get_last_child (get (fixture, GTK_TYPE_BOX, "groups")),
                   ADW_TYPE_ACTION_ROW, "Using Unknot");

  row = get (fixture, ADW_TYPE_ACTION_ROW, "Signs <of> danger");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "Signs & what to do about them.");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->opened, ==, "learn-signs");
}

/* What was found is bold, in the title and in the words; where it stands is named. */
static void
test_learn_index_hits (Fixture       *fixture,
                       gconstpointer  data)
{
  type (fixture, "TOWEL");
  unknot_test_wait (shows (fixture, "hits"));
  g_assert_cmpstr (get_markup (fixture, 0, "title_label"), ==, "How long");
  g_assert_cmpstr (get_markup (fixture, 0, "page_label"), ==, "Heat or cold?");
  g_assert_nonnull (strstr (get_markup (fixture, 0, "excerpt_label"), "<b>towel</b>"));
  g_assert_true (gtk_widget_activate (get_cell (fixture, 0)));
  g_assert_cmpstr (fixture->opened, ==, "learn-heat#how");

  type (fixture, "cold");
  unknot_test_wait (g_str_equal (get_markup (fixture, 0, "title_label"), "Heat or <b>cold</b>?"));
  g_assert_false (unknot_test_is_shown (get_cell (fixture, 0), GTK_TYPE_LABEL, "page_label"));
  g_signal_emit_by_name (get (fixture, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpstr (fixture->opened, ==, "learn-heat");
}

static void
test_learn_index_hit_name (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotTopicText) title = unknot_topic_text_new ("How long", NULL, 0);
  g_autoptr (UnknotTopicText) excerpt = unknot_topic_text_new ("A while …", NULL, 0);
  UnknotTopic *topic = unknot_library_get_topic (fixture->library, "learn-heat", NULL);
  g_autoptr (UnknotTopicHit) in_section = unknot_topic_hit_new (topic, "how", title, excerpt);
  g_autoptr (UnknotTopicHit) in_page = unknot_topic_hit_new (topic, NULL, title, excerpt);
  g_autofree char *section_name = unknot_hit_row_dup_name (in_section);
  g_autofree char *page_name = unknot_hit_row_dup_name (in_page);

  g_assert_cmpstr (section_name, ==, "How long, in Heat or cold?: A while …");
  g_assert_cmpstr (page_name, ==, "How long: A while …");
}

/* Nothing is no dead end. */
static void
test_learn_index_not_found (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkSearchBar *bar = GTK_SEARCH_BAR (get (fixture, GTK_TYPE_SEARCH_BAR, NULL));

  unknot_learn_index_search (UNKNOT_LEARN_INDEX (fixture->page));
  g_assert_true (gtk_search_bar_get_search_mode (bar));
  type (fixture, "xyzzy");
  unknot_test_wait (shows (fixture, "not-found"));
  g_signal_emit_by_name (get (fixture, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_null (fixture->opened);

  unknot_test_click (get (fixture, GTK_TYPE_BUTTON, "Show All Pages"));
  unknot_test_wait (shows (fixture, "index"));
  g_assert_false (gtk_search_bar_get_search_mode (bar));
  g_assert_true (unknot_test_get_focus (fixture->page) ==
                 get (fixture, ADW_TYPE_ACTION_ROW, "Signs <of> danger"));
}

static void
test_learn_index_blank (Fixture       *fixture,
                        gconstpointer  data)
{
  type (fixture, "towel");
  unknot_test_wait (shows (fixture, "hits"));
  type (fixture, "  ");
  unknot_test_wait (shows (fixture, "index"));
}

/* One page that cannot be read is named, and takes no other with it. */
static void
test_learn_index_faults (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWidget *group = get (fixture, ADW_TYPE_PREFERENCES_GROUP, "Pages That Cannot Be Read");
  GtkWidget *row = unknot_test_get (group, ADW_TYPE_ACTION_ROW, NULL);
  const char *fault = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row));

  g_assert_nonnull (strstr (fault, "learn-signs.page"));
  g_assert_nonnull (strstr (fault, "table"));
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  get (fixture, ADW_TYPE_ACTION_ROW, "Heat or cold?");
}

static void
test_learn_index_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->page);
  unknot_learn_index_search (UNKNOT_LEARN_INDEX (fixture->page));
  type (fixture, "towel");
  unknot_test_assert_narrow (fixture->page);
  type (fixture, "xyzzy");
  unknot_test_assert_narrow (fixture->page);
}

#define ADD(path, folder, function) \
  g_test_add ("/learn-index/" path, Fixture, "tests/fixtures/" folder, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("groups", "reader", test_learn_index_groups);
  ADD ("hits", "reader", test_learn_index_hits);
  ADD ("hit-name", "reader", test_learn_index_hit_name);
  ADD ("not-found", "reader", test_learn_index_not_found);
  ADD ("blank", "reader", test_learn_index_blank);
  ADD ("faults", "reader-broken", test_learn_index_faults);
  ADD ("narrow", "reader", test_learn_index_narrow);

  return g_test_run ();
}
