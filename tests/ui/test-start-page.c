/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-level-image.h"
#include "unknot-start-page.h"
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
  if (data != NULL)
    unknot_test_load_answers (fixture->checkup, "fixtures/rules", data);
  fixture->page = g_object_ref_sink (g_object_new (UNKNOT_TYPE_START_PAGE, NULL));
  unknot_start_page_set_checkup (UNKNOT_START_PAGE (fixture->page), fixture->checkup,
                                 fixture->whereabouts);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->page);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
}

static void
assert_offers (Fixture    *fixture,
               const char *start,
               gboolean    resume,
               gboolean    restart,
               gboolean    result)
{
  unknot_start_page_update (UNKNOT_START_PAGE (fixture->page));
  g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, start));
  g_assert_cmpint (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, "resume_button"), ==,
                   resume);
  g_assert_cmpint (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, "restart_button"), ==,
                   restart);
  g_assert_cmpint (unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, "result_button"), ==,
                   result);
}

/* @text: %NULL where nothing is said of a check-up */
static void
assert_time (Fixture    *fixture,
             const char *text)
{
  GtkWidget *label = unknot_test_get (fixture->page, GTK_TYPE_LABEL, "time_label");

  g_assert_cmpint (gtk_widget_get_visible (label), ==, text != NULL);
  if (text != NULL)
    g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, text);
}

static const char *
get_warning (Fixture *fixture)
{
  AdwBanner *banner = ADW_BANNER (unknot_test_get (fixture->page, ADW_TYPE_BANNER, NULL));

  return adw_banner_get_revealed (banner) ? adw_banner_get_title (banner) : NULL;
}

static void
test_start_page_accessible (Fixture       *fixture,
                            gconstpointer  data)
{
  GtkWidget *title = unknot_test_get (fixture->page, GTK_TYPE_LABEL, "Is It Dangerous?");
  GtkWidget *levels = unknot_test_get (fixture->page, GTK_TYPE_BOX, "levels");

  gtk_test_accessible_assert_role (title, GTK_ACCESSIBLE_ROLE_HEADING);
  g_assert_cmpuint (unknot_test_count (levels, UNKNOT_TYPE_LEVEL_IMAGE), ==, 4);
}

/* What there is to do follows what was done. */
static void
test_start_page_offers (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotAnswers) calm =
    unknot_test_new_calm_answers (unknot_checkup_get_protocol (fixture->checkup));
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (calm);

  assert_offers (fixture, "Start the Check-Up", FALSE, FALSE, FALSE);
  assert_time (fixture, NULL);

  unknot_test_answer (fixture->checkup, "bladder", "no");
  assert_offers (fixture, "Go On Where I Stopped", FALSE, TRUE, FALSE);
  assert_time (fixture, "Your check-up of 21 November 2026, 03:00 is not finished");

  /* Through, with something left out, is not done. */
  unknot_checkup_finish (fixture->checkup);
  assert_offers (fixture, "Go On Where I Stopped", FALSE, TRUE, TRUE);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    unknot_answers_take_from (unknot_checkup_get_answers (fixture->checkup), calm,
                              unknot_questionnaire_get_question (questionnaire, i));
  unknot_checkup_finish (fixture->checkup);
  assert_offers (fixture, "New Check-Up", FALSE, FALSE, TRUE);
  assert_time (fixture, "Your last check-up, 21 November 2026, 03:00: "
                        "Care for it at home, and watch");
  g_assert_null (get_warning (fixture));
}

static void
test_start_page_warns (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_cmpstr (get_warning (fixture), ==, "Your last check-up said: call for help now");
  unknot_test_answer (fixture->checkup, "worried", NULL);
  unknot_start_page_update (UNKNOT_START_PAGE (fixture->page));
  g_assert_cmpstr (get_warning (fixture), ==, "Your answers in the check-up mean: call for help now");
}

static void
test_start_page_number (Fixture       *fixture,
                        gconstpointer  data)
{
  static const struct
  {
    const char *country;
    const char *text;
  } cases[] = {
    { "DE", "In an emergency, call 112." },
    { "NO", "In an emergency, call 113." },
    { "--", "In an emergency, call 112 or your local number." },
  };
  g_autoptr (GSettings) settings =
    g_settings_new_with_path ("io.github.unknot.Unknot", RESOURCE_PATH "/");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_settings_set_string (settings, "country", cases[i].country);
      g_assert_true (unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, cases[i].text));
    }
}

static void
add (const char *path,
     const char *answers,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, answers, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/start-page/accessible", NULL, test_start_page_accessible);
  add ("/start-page/offers", NULL, test_start_page_offers);
  add ("/start-page/warns", "E01.json", test_start_page_warns);
  add ("/start-page/number", NULL, test_start_page_number);

  return g_test_run ();
}
