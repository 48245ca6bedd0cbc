/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-level-image.h"
#include "unknot-result-page.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  GtkWidget *page;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  unknot_test_load_answers (fixture->checkup, "fixtures/rules", data);
  fixture->page = GTK_WIDGET (unknot_result_page_new (fixture->checkup, fixture->whereabouts,
                                                      FALSE));
  g_object_ref_sink (fixture->page);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, text);
}

static gboolean
offers (Fixture    *fixture,
        const char *label)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, label);
}

/* The titles of the parts, in their order. */
static char *
dup_parts (Fixture *fixture)
{
  GtkWidget *parts = unknot_test_get (fixture->page, GTK_TYPE_BOX, "parts");
  GString *titles = g_string_new (NULL);

  for (GtkWidget *part = gtk_widget_get_first_child (parts); part != NULL;
       part = gtk_widget_get_next_sibling (part))
    g_string_append_printf (titles, "%s%s", titles->len > 0 ? " · " : "",
                            adw_preferences_group_get_title (ADW_PREFERENCES_GROUP (part)));

  return g_string_free_and_steal (titles);
}

static GtkWidget *
get_part (Fixture    *fixture,
          const char *title)
{
  return unknot_test_get (fixture->page, ADW_TYPE_PREFERENCES_GROUP, title);
}

static AdwActionRow *
get_row (Fixture    *fixture,
         const char *part,
         const char *name)
{
  return ADW_ACTION_ROW (unknot_test_get (get_part (fixture, part), ADW_TYPE_ACTION_ROW, name));
}

static void
assert_head (Fixture    *fixture,
             const char *title,
             const char *time_frame,
             const char *parts)
{
  GtkWidget *heading = unknot_test_get (fixture->page, GTK_TYPE_LABEL, title);
  g_autofree char *own_parts = dup_parts (fixture);

  gtk_test_accessible_assert_role (heading, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_true (says (fixture, title));
  if (time_frame != NULL)
    g_assert_true (says (fixture, time_frame));
  g_assert_cmpstr (own_parts, ==, parts);
  g_assert_nonnull (unknot_test_find (fixture->page, UNKNOT_TYPE_LEVEL_IMAGE, NULL));
  g_assert_true (offers (fixture, "Change My Answers"));
  g_assert_true (offers (fixture, "Done"));
}

static void
test_result_page_emergency (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GSettings) settings =
    g_settings_new_with_path ("io.github.unknot.Unknot", RESOURCE_PATH "/");

  assert_head (fixture, "Call 112 now", NULL, "What to Do · Why · Signs That Call for More · Worth Knowing");
  g_assert_false (says (fixture, "Now"));
  g_assert_true (offers (fixture, "Show the Number"));
  g_assert_false (offers (fixture, "Answer What Is Missing"));

  g_settings_set_string (settings, "country", "NO");
  g_assert_true (says (fixture, "Call 113 now"));
}

static void
test_result_page_urgent (Fixture       *fixture,
                         gconstpointer  data)
{
  assert_head (fixture, "Get seen today", "Within 24 hours",
               "What to Do · Why · Meanwhile · Signs That Call for More · Worth Knowing");
  g_assert_false (offers (fixture, "Show the Number"));
  g_assert_false (offers (fixture, "Answer What Is Missing"));
}

static void
test_result_page_doctor (Fixture       *fixture,
                         gconstpointer  data)
{
  assert_head (fixture, "Book an appointment", "Within days",
               "What to Do · Why · Meanwhile · Signs That Call for More · Worth Knowing");
}

static void
test_result_page_self_care (Fixture       *fixture,
                            gconstpointer  data)
{
  assert_head (fixture, "Care for it at home, and watch",
               "Check again by day 14 of the spasm at the latest",
               "What to Do · Why · Meanwhile · Signs That Call for More · Worth Knowing");
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (
                     get_row (fixture, "Why", "S01"))), ==,
                   "All questions are answered, and none of the answers speaks for danger.");
}

/* A reason: the person's own answer, who says so, and one click to the evidence. */
static void
test_result_page_why (Fixture       *fixture,
                      gconstpointer  data)
{
  AdwActionRow *row = get_row (fixture, "Why", "E01");
  g_auto (GStrv) parts = g_strsplit (adw_action_row_get_subtitle (row), " — ", -1);
  g_auto (GStrv) sources = NULL;

  g_assert_cmpuint (g_strv_length (parts), ==, 2);
  g_assert_cmpstr (parts[0], ==, "Call the emergency number now");
  sources = g_strsplit (parts[1], " · ", -1);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Trouble passing, feeling or holding urine: Started in the last 14 days, "
                   "or is getting worse (however old it is)");
  g_assert_cmpint (adw_action_row_get_title_lines (row), ==, 0);
  g_assert_cmpuint (g_strv_length (sources), >, 1);
  for (guint i = 0; sources[i] != NULL; i++)
    g_assert_false (g_strv_contains ((const char *const *) sources + i + 1, sources[i]));
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  unknot_test_assert_label (unknot_test_get (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL),
                            "Evidence: Trouble passing, feeling or holding urine: Started in the "
                            "last 14 days, or is getting worse (however old it is)");
}

/* More about the level, and about each advice. */
static void
test_result_page_learn (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWindow *window = unknot_test_present_adwaita (fixture->page);
  GtkWidget *part = get_part (fixture, "Meanwhile");
  GtkWidget *label = unknot_test_get (
    part, GTK_TYPE_LABEL,
    "Use cold or heat, whichever feels better, for 15 to 20 minutes. Then take an hour off before "
    "the next round. It is safer with a cloth between it and your skin, and only while you are "
    "awake.");
  GtkWidget *row = gtk_widget_get_ancestor (label, ADW_TYPE_ACTION_ROW);
  GtkWidget *button = unknot_test_get (row, GTK_TYPE_BUTTON, "learn-button");
  g_autofree char *topic = unknot_test_dup_explained (button, GTK_WIDGET (window));
  g_autofree char *topic_of_level =
    unknot_test_dup_explained (unknot_test_get (fixture->page, GTK_TYPE_BUTTON, "learn_button"),
                               GTK_WIDGET (window));
  g_autofree char *name = g_strconcat ("Learn more: ", gtk_label_get_text (GTK_LABEL (label)), NULL);

  g_assert_cmpstr (topic, ==, "learn-heat-cold");
  unknot_test_assert_label (button, name);
  g_assert_true (offers (fixture, "Learn More"));
  g_assert_cmpstr (topic_of_level, ==, "learn-home-care");
  unknot_test_close (window);
}

/* Nothing leads away from a call. */
static void
test_result_page_learn_nothing (Fixture       *fixture,
                                gconstpointer  data)
{
  g_assert_false (offers (fixture, "Learn More"));
  g_assert_null (unknot_test_find (fixture->page, GTK_TYPE_BUTTON, "learn-button"));
}

static void
test_result_page_narrow (Fixture       *fixture,
                         gconstpointer  data)
{
  unknot_test_assert_narrow (fixture->page);
}

static void
test_result_page_evidence (Fixture       *fixture,
                           gconstpointer  data)
{
  AdwDialog *dialog;
  GtkWidget *window = adw_window_new ();

  adw_window_set_content (ADW_WINDOW (window), fixture->page);
  gtk_window_present (GTK_WINDOW (window));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, "Why", "E01")), GTK_TYPE_BUTTON,
                                      NULL));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_dialog_get_title (dialog), ==, "Evidence");
  g_assert_cmpuint (unknot_test_count (GTK_WIDGET (dialog), ADW_TYPE_ACTION_ROW), >=, 6);
  g_assert_true (adw_dialog_close (dialog));
  unknot_test_close (GTK_WINDOW (window));
}

static void
test_result_page_not_sure (Fixture       *fixture,
                           gconstpointer  data)
{
  AdwActionRow *row = get_row (fixture, "Not Sure About", "fever");

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Fever in the last 7 days");
  g_assert_null (unknot_test_find (GTK_WIDGET (row), GTK_TYPE_BUTTON, NULL));
}

static void
test_result_page_incomplete (void)
{
  Fixture fixture = { NULL };

  fixture.checkup = unknot_test_new_checkup ();
  fixture.whereabouts = unknot_test_new_whereabouts ("DE");
  unknot_test_load_answers (fixture.checkup, "fixtures/rules", "S01.json");
  unknot_test_answer (fixture.checkup, "bladder", "skipped");
  fixture.page = GTK_WIDGET (unknot_result_page_new (fixture.checkup, fixture.whereabouts, FALSE));
  g_object_ref_sink (fixture.page);

  g_assert_true (says (&fixture, "An emergency is not ruled out yet"));
  g_assert_true (says (&fixture, "First answer what is still open on the first two pages"));
  g_assert_true (offers (&fixture, "Answer What Is Missing"));
  g_assert_false (offers (&fixture, "Show the Number"));
  get_row (&fixture, "Not Answered", "bladder");
  g_assert_null (unknot_test_find (fixture.page, ADW_TYPE_ACTION_ROW, "S01"));
  tear_down (&fixture, NULL);
}

static void
add (const char *path,
     const char *fixture,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, fixture, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/result-page/emergency", "E01.json", test_result_page_emergency);
  add ("/result-page/urgent", "U07.json", test_result_page_urgent);
  add ("/result-page/doctor", "D01.json", test_result_page_doctor);
  add ("/result-page/self-care", "S01.json", test_result_page_self_care);
  add ("/result-page/why", "E01.json", test_result_page_why);
  add ("/result-page/learn", "S01.json", test_result_page_learn);
  add ("/result-page/learn-nothing", "E01.json", test_result_page_learn_nothing);
  add ("/result-page/narrow-with-pages", "S01.json", test_result_page_narrow);
  add ("/result-page/narrow", "E01.json", test_result_page_narrow);
  add ("/result-page/evidence", "E01.json", test_result_page_evidence);
  add ("/result-page/not-sure", "D15-fever-unsure.json", test_result_page_not_sure);
  g_test_add_func ("/result-page/incomplete", test_result_page_incomplete);

  return g_test_run ();
}
