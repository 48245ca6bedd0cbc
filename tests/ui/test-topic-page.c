/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-figure-view.h"
#include "unknot-test-ui.h"
#include "unknot-topic-page.h"

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
  g_autoptr (GError) error = NULL;
  UnknotTopic *topic;

  fixture->library = unknot_test_new_library ("tests/fixtures/reader");
  unknot_library_set_call (fixture->library, "In an emergency, call 112.");
  topic = unknot_library_get_topic (fixture->library, data, &error);
  g_assert_no_error (error);
  fixture->page = GTK_WIDGET (unknot_topic_page_new (fixture->library, topic));
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

static GtkWidget *
get_label (Fixture    *fixture,
           const char *text)
{
  return get (fixture, GTK_TYPE_LABEL, text);
}

static void
assert_heading (Fixture    *fixture,
                const char *text,
                int         level)
{
  GtkWidget *label = get_label (fixture, text);

  gtk_test_accessible_assert_role (label, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LEVEL, level);
}

static GtkWidget *
get_holder (Fixture           *fixture,
            const char        *text,
            GtkAccessibleRole  role)
{
  GtkWidget *widget = get_label (fixture, text);

  while (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)) != role)
    {
      widget = gtk_widget_get_parent (widget);
      g_assert_nonnull (widget);
    }

  return widget;
}

static void
test_topic_page_headings (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                   "Signs <of> danger");
  assert_heading (fixture, "Signs <of> danger", 1);
  assert_heading (fixture, "Lists", 2);
  assert_heading (fixture, "Pictures", 2);
}

/* Out of the way until somebody asks for them. */
static void
test_topic_page_sources (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkExpander *expander = GTK_EXPANDER (get (fixture, GTK_TYPE_EXPANDER, NULL));
  GtkWidget *source, *item;

  unknot_test_get (GTK_WIDGET (expander), GTK_TYPE_LABEL, "Where this comes from (1)");
  g_assert_null (unknot_test_find (fixture->page, GTK_TYPE_LABEL,
                                   "“Backs”, a publisher, no date (article)"));
  gtk_expander_set_expanded (expander, TRUE);
  source = get_label (fixture, "“Backs”, a publisher, no date (article)");
  g_assert_true (gtk_label_get_selectable (GTK_LABEL (source)));
  item = get_holder (fixture, "“Backs”, a publisher, no date (article)",
                     GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_role (gtk_widget_get_parent (item), GTK_ACCESSIBLE_ROLE_LIST);

  /* Once is enough. */
  gtk_expander_set_expanded (expander, FALSE);
  gtk_expander_set_expanded (expander, TRUE);
  g_assert_true (get_label (fixture, "“Backs”, a publisher, no date (article)") == source);
  g_assert_null (gtk_widget_get_next_sibling (item));
}

/* Words are words, whatever signs are in them; all of them can be copied. */
static void
test_topic_page_words (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const words[] = {
    "Look out for <these>; then check or log a spasm.",
    "It could burn.",
    "One thing",
    "Press F1.",
    "A muscle that stays tight.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      GtkWidget *label = get_label (fixture, words[i]);

      g_assert_true (gtk_label_get_selectable (GTK_LABEL (label)));
      g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
      unknot_test_assert_in_tree (label, fixture->page);
    }
}

static void
test_topic_page_lists (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const items[] = { "One thing", "Press F1.", "Spasm" };

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      GtkWidget *item = get_holder (fixture, items[i], GTK_ACCESSIBLE_ROLE_LIST_ITEM);

      gtk_test_accessible_assert_role (gtk_widget_get_parent (item), GTK_ACCESSIBLE_ROLE_LIST);
    }
  g_assert_true (get_holder (fixture, "Press F1.", GTK_ACCESSIBLE_ROLE_LIST_ITEM) ==
                 get_holder (fixture, "1.", GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  g_assert_true (get_holder (fixture, "Press Save.", GTK_ACCESSIBLE_ROLE_LIST_ITEM) ==
                 get_holder (fixture, "2.", GTK_ACCESSIBLE_ROLE_LIST_ITEM));
  g_assert_true (get_holder (fixture, "A muscle that stays tight.",
                             GTK_ACCESSIBLE_ROLE_LIST_ITEM) ==
                 get_holder (fixture, "Spasm", GTK_ACCESSIBLE_ROLE_LIST_ITEM));
}

/* By a sign, a word and a color. */
static void
test_topic_page_notes (Fixture       *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    const char *text, *word;
  } notes[] = {
    { "Numb skin", "Warning" },
    { "It could burn.", "Warning" },
    { "Ask first.", "Important" },
    { "Take it slowly.", "Tip" },
    { "Most pass.", "Note" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    {
      GtkWidget *note = get_holder (fixture, notes[i].text, GTK_ACCESSIBLE_ROLE_GROUP);

      unknot_test_assert_label (note, notes[i].word);
      unknot_test_get (note, GTK_TYPE_LABEL, notes[i].word);
      gtk_test_accessible_assert_role (unknot_test_get (note, GTK_TYPE_IMAGE, NULL),
                                       GTK_ACCESSIBLE_ROLE_PRESENTATION);
    }
}

/* What warns says whom to call. */
static void
test_topic_page_call (Fixture       *fixture,
                      gconstpointer  data)
{
  GtkWidget *call = get_label (fixture, "In an emergency, call 112.");

  g_assert_true (unknot_test_is_shown (gtk_widget_get_parent (call), GTK_TYPE_LABEL, "Warning"));
}

static void
test_topic_page_figure (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *view = get (fixture, UNKNOT_TYPE_FIGURE_VIEW, NULL);

  unknot_test_assert_label (view, "A square with round corners.");
  g_assert_true (unknot_test_is_shown (gtk_widget_get_parent (view), GTK_TYPE_LABEL, "A square"));
}

static void
assert_leads (Fixture    *fixture,
              const char *title,
              const char *subtitle,
              const char *target)
{
  GtkWidget *group = get (fixture, ADW_TYPE_PREFERENCES_GROUP, "See Also");
  GtkWidget *row = unknot_test_get (group, ADW_TYPE_ACTION_ROW, title);

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->opened, ==, target);
}

/* Each link is a row, too, unless there is nothing there. */
static void
test_topic_page_links (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *label = get_label (fixture, "See how long, and what is gone.");
  gboolean handled = FALSE;

  g_signal_emit_by_name (label, "activate-link", "learn-gone", &handled);
  g_assert_true (handled);
  unknot_test_wait (g_strcmp0 (fixture->opened, "learn-gone") == 0);

  assert_leads (fixture, "Go to the Check-Up", "", "unknot:check-up");
  assert_leads (fixture, "Log a Spasm", "", "unknot:log");
  assert_leads (fixture, "Heat or cold?", "", "learn-heat");
  assert_leads (fixture, "How long", "Heat or cold?", "learn-heat#how");
  g_assert_cmpuint (unknot_test_count (get (fixture, ADW_TYPE_PREFERENCES_GROUP, "See Also"),
                                       ADW_TYPE_ACTION_ROW), ==, 4);
}

/* Tab comes to a link within words, which would be passed over were the words marked. */
static void
test_topic_page_tab (Fixture       *fixture,
                     gconstpointer  data)
{
  GtkWidget *label = get_label (fixture, "Look out for <these>; then check or log a spasm.");

  g_object_set (gtk_settings_get_default (), "gtk-label-select-on-focus", FALSE, NULL);
  gtk_widget_grab_focus (label);
  g_assert_null (gtk_label_get_current_uri (GTK_LABEL (label)));
  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (label)), ==, "unknot:check-up");
  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
  g_assert_cmpstr (gtk_label_get_current_uri (GTK_LABEL (label)), ==, "unknot:log");
  gtk_widget_child_focus (fixture->page, GTK_DIR_TAB_FORWARD);
  g_assert_false (unknot_test_get_focus (fixture->page) == label);
}

static double
get_scrolled (Fixture *fixture)
{
  GtkScrolledWindow *scroller =
    GTK_SCROLLED_WINDOW (get (fixture, GTK_TYPE_SCROLLED_WINDOW, "scrolled_window"));

  return gtk_adjustment_get_value (gtk_scrolled_window_get_vadjustment (scroller));
}

static void
test_topic_page_section (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotTopicPage *page = UNKNOT_TOPIC_PAGE (fixture->page);
  AdwHeaderBar *header = ADW_HEADER_BAR (get (fixture, ADW_TYPE_HEADER_BAR, NULL));

  unknot_topic_page_show (page, NULL);
  unknot_test_wait (unknot_test_get_focus (fixture->page) == get_label (fixture, "Heat or cold?"));
  g_assert_cmpfloat (get_scrolled (fixture), <=, 0);
  g_assert_false (adw_header_bar_get_show_title (header));

  unknot_topic_page_show (page, "how");
  unknot_test_wait (unknot_test_get_focus (fixture->page) == get_label (fixture, "How long"));
  g_assert_cmpfloat (get_scrolled (fixture), >, 200);
  g_assert_true (adw_header_bar_get_show_title (header));

  /* What is not there is no reason to show nothing. */
  unknot_topic_page_show (page, "gone");
  unknot_test_wait (unknot_test_get_focus (fixture->page) == get_label (fixture, "Heat or cold?"));
  g_assert_cmpfloat (get_scrolled (fixture), <=, 0);
}

/* A guide leads to what belongs to it. */
static void
test_topic_page_guide (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *row = get (fixture, ADW_TYPE_ACTION_ROW, "About check-up");

  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, "How to use check-up.");
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (fixture->opened, ==, "help-check-up");
}

static void
test_topic_page_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->page);
}

static void
expand_all (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    expand_all (child);
}

/* As they are shipped: no word of theirs is too long. */
static void
test_topic_page_all_narrow (void)
{
  g_autoptr (UnknotLibrary) library = unknot_test_new_library ("help");
  GListModel *groups = unknot_library_get_groups (library);
  guint n_pages = 0;

  g_assert_null (unknot_library_get_faults (library)[0]);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, i);
      GListModel *topics = unknot_topic_group_get_topics (group);

      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, j);
          GtkWidget *page = GTK_WIDGET (unknot_topic_page_new (library, topic));
          GtkWindow *window = unknot_test_present (page);

          g_test_message ("%s", unknot_topic_get_id (topic));
          unknot_test_settle ();
          expand_all (page);
          unknot_test_assert_narrow (page);
          unknot_test_close (window);
          n_pages++;
        }
    }
  g_assert_cmpuint (n_pages, >, 20);
}

#define ADD(path, topic, function) \
  g_test_add ("/topic-page/" path, Fixture, topic, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("headings", "learn-signs", test_topic_page_headings);
  ADD ("words", "learn-signs", test_topic_page_words);
  ADD ("sources", "learn-signs", test_topic_page_sources);
  ADD ("lists", "learn-signs", test_topic_page_lists);
  ADD ("notes", "learn-signs", test_topic_page_notes);
  ADD ("call", "learn-signs", test_topic_page_call);
  ADD ("figure", "learn-signs", test_topic_page_figure);
  ADD ("links", "learn-signs", test_topic_page_links);
  ADD ("tab", "learn-signs", test_topic_page_tab);
  ADD ("section", "learn-heat", test_topic_page_section);
  ADD ("guide", "help", test_topic_page_guide);
  ADD ("narrow", "learn-signs", test_topic_page_narrow);
  g_test_add_func ("/topic-page/all-narrow", test_topic_page_all_narrow);

  return g_test_run ();
}
