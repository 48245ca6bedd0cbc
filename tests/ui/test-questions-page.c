/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-question-row.h"
#include "unknot-questions-page.h"
#include "unknot-test-ui.h"

#define N_PAGES 5

typedef struct
{
  UnknotCheckup *checkup;
  GtkWidget *page;
  guint n_done;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
open_page (Fixture *fixture,
           guint    place)
{
  fixture->page = GTK_WIDGET (unknot_questions_page_new (fixture->checkup, place));
  g_object_ref_sink (fixture->page);
  unknot_test_settle ();
  fixture->n_done = 0;
  g_signal_connect_swapped (fixture->page, "done", G_CALLBACK (count_cb), &fixture->n_done);
}

static void
close_page (Fixture *fixture)
{
  g_assert_finalize_object (g_steal_pointer (&fixture->page));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  open_page (fixture, GPOINTER_TO_UINT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->page != NULL)
    close_page (fixture);
  g_assert_finalize_object (fixture->checkup);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  unknot_test_click (unknot_test_get (fixture->page, GTK_TYPE_BUTTON, label));
}

static gboolean
offers (Fixture    *fixture,
        const char *label)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_BUTTON, label);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return unknot_test_is_shown (fixture->page, GTK_TYPE_LABEL, text);
}

static GtkWidget *
get_row (Fixture    *fixture,
         const char *question)
{
  return unknot_test_get (fixture->page, UNKNOT_TYPE_QUESTION_ROW, question);
}

/* A click on one of the answers in the row of a question. */
static void
choose (Fixture    *fixture,
        const char *question,
        const char *answer)
{
  unknot_test_click (unknot_test_get (get_row (fixture, question), GTK_TYPE_TOGGLE_BUTTON, answer));
}

static void
test_questions_page_accessible (Fixture       *fixture,
                                gconstpointer  data)
{
  static const char *const titles[N_PAGES] = {
    "Right Now", "Alarm Signs", "Infection, Kidneys, Liver", "About You", "This Spasm"
  };
  static const guint n_rows[N_PAGES] = { 8, 7, 7, 12, 19 };

  close_page (fixture);
  for (guint i = 0; i < N_PAGES; i++)
    {
      g_autofree char *subtitle = g_strdup_printf ("%u of 5", i + 1);
      GtkWidget *progress, *list;

      open_page (fixture, i);
      progress = unknot_test_get (fixture->page, GTK_TYPE_PROGRESS_BAR, NULL);
      list = unknot_test_get (fixture->page, GTK_TYPE_LIST_BOX, NULL);
      g_assert_cmpstr (adw_navigation_page_get_title (ADW_NAVIGATION_PAGE (fixture->page)), ==,
                       titles[i]);
      g_assert_true (says (fixture, titles[i]));
      g_assert_true (says (fixture, subtitle));
      unknot_test_assert_label (progress, "Progress of the check-up");
      gtk_test_accessible_assert_role (progress, GTK_ACCESSIBLE_ROLE_PROGRESS_BAR);
      g_assert_cmpfloat_with_epsilon (
        gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (progress)), i / 5.0, 0.001);
      gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
      unknot_test_assert_label (list, "Questions");
      g_assert_cmpuint (unknot_test_count (list, UNKNOT_TYPE_QUESTION_ROW), ==, n_rows[i]);
      g_assert_cmpint (offers (fixture, "No to the Rest of This Page"), ==, i >= 2);
      g_assert_true (offers (fixture, "Next"));
      g_assert_false (offers (fixture, "Leave Out and Go On"));
      close_page (fixture);
    }
}

static void
test_questions_page_narrow (Fixture       *fixture,
                            gconstpointer  data)
{
  close_page (fixture);
  for (guint i = 0; i < N_PAGES; i++)
    {
      open_page (fixture, i);
      click (fixture, "Next");
      unknot_test_assert_narrow (fixture->page);
      close_page (fixture);
    }
}

static void
test_questions_page_next (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const questions[] = {
    "consciousness", "chest", "sudden-severe", "belly", "head-neck", "body-spasms", "major-accident"
  };

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      click (fixture, "Next");
      g_assert_cmpuint (fixture->n_done, ==, 0);
      choose (fixture, questions[i], "No");
    }
  g_assert_false (offers (fixture, "Leave Out and Go On"));
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 1);
}

static void
test_questions_page_next_names_what_is_open (Fixture       *fixture,
                                             gconstpointer  data)
{
  unknot_test_answer (fixture->checkup, "consciousness", "no");
  unknot_test_answer (fixture->checkup, "chest", "no");
  unknot_test_answer (fixture->checkup, "belly", "skipped");
  unknot_test_answer (fixture->checkup, "head-neck", "no");
  unknot_test_answer (fixture->checkup, "body-spasms", "no");
  click (fixture, "Next");

  g_assert_true (says (fixture, "Not answered: tearing pain, or sudden very bad pain · "
                                "a serious accident in the last 14 days"));
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "sudden-severe"), "open"));
  g_assert_true (gtk_widget_has_css_class (get_row (fixture, "major-accident"), "open"));
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, "chest"), "open"));

  /* What is answered now is neither named nor marked any longer. */
  choose (fixture, "sudden-severe", "Not sure");
  g_assert_true (says (fixture, "Not answered: a serious accident in the last 14 days"));
  g_assert_false (gtk_widget_has_css_class (get_row (fixture, "sudden-severe"), "open"));
}

static void
test_questions_page_leave_out (Fixture       *fixture,
                               gconstpointer  data)
{
  choose (fixture, "chest", "No");
  click (fixture, "Next");
  g_assert_true (offers (fixture, "Leave Out and Go On"));
  g_assert_true (says (fixture, "Without these answers, an emergency cannot be ruled out."));
  click (fixture, "Leave Out and Go On");
  g_assert_cmpuint (fixture->n_done, ==, 1);
  unknot_test_assert_codes (fixture->checkup, "chest", "no");
  g_assert_true (unknot_answers_is_skipped (unknot_checkup_get_answers (fixture->checkup),
                                            unknot_test_get_question (fixture->checkup, "belly")));
  g_assert_true (unknot_test_is_shown (get_row (fixture, "belly"), GTK_TYPE_LABEL, "Left out"));
}

/* A Yes was said: it cannot be left out, only completed or taken back. */
static void
test_questions_page_half_answered (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *skip = unknot_test_get (fixture->page, GTK_TYPE_BUTTON, "skip_button");

  for (guint i = 1; i < 8; i++)
    unknot_test_answer (fixture->checkup,
                        (const char *[]) { "bladder", "bowel", "saddle-numbness", "both-legs",
                                           "limb-weakness", "limb-numbness", "one-sided",
                                           "balance" }[i], "no");
  choose (fixture, "bladder", "Yes");
  click (fixture, "Next");
  g_assert_true (says (fixture, "Not answered: trouble passing, feeling or holding urine "
                                "(yes: choose when it was)"));
  g_assert_false (gtk_widget_get_sensitive (skip));

  choose (fixture, "bladder", "No");
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 1);
}

/* In a window, what is open comes into view and has the focus. */
static void
test_questions_page_shows_what_is_open (Fixture       *fixture,
                                        gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (fixture->page);
  GtkWidget *scroller = unknot_test_get (fixture->page, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkWidget *row = get_row (fixture, "major-accident");
  graphene_rect_t bounds;

  for (guint i = 0; i < 6; i++)
    unknot_test_answer (fixture->checkup,
                        (const char *[]) { "consciousness", "chest", "sudden-severe", "belly",
                                           "head-neck", "body-spasms" }[i], "no");
  click (fixture, "Next");
  unknot_test_wait (gtk_widget_compute_bounds (row, scroller, &bounds) &&
                    bounds.origin.y + bounds.size.height <= gtk_widget_get_height (scroller) + 1);
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (fixture->page), row));
  unknot_test_close (window);
}

static void
test_questions_page_deny_rest (Fixture       *fixture,
                               gconstpointer  data)
{
  choose (fixture, "urine", "Not sure");
  click (fixture, "No to the Rest of This Page");
  unknot_test_assert_codes (fixture->checkup, "fever", "no");
  unknot_test_assert_codes (fixture->checkup, "infection-risk", "none");
  unknot_test_assert_codes (fixture->checkup, "urine", "not-sure");
  g_assert_cmpuint (fixture->n_done, ==, 0);

  /* Visibly. */
  g_assert_true (unknot_test_is_checked (unknot_test_get (get_row (fixture, "fever"),
                                                          GTK_TYPE_TOGGLE_BUTTON, "No")));
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 1);
}

/* Who said Yes, and not yet since when, did not say No. */
static void
test_questions_page_deny_leaves_yes (Fixture       *fixture,
                                     gconstpointer  data)
{
  choose (fixture, "sexual-change", "Yes");
  click (fixture, "No to the Rest of This Page");
  unknot_test_assert_codes (fixture->checkup, "sexual-change", "");
  unknot_test_assert_codes (fixture->checkup, "rash", "no");
}

static void
test_questions_page_emergency_banner (Fixture       *fixture,
                                      gconstpointer  data)
{
  AdwBanner *banner = ADW_BANNER (unknot_test_get (fixture->page, ADW_TYPE_BANNER, NULL));

  g_assert_false (adw_banner_get_revealed (banner));
  choose (fixture, "chest", "Yes");
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "Your answers so far mean: call for help now");
  choose (fixture, "chest", "No");
  g_assert_false (adw_banner_get_revealed (banner));
}

/* @id: the one button that confirms; %NULL where there is nothing to confirm */
static void
assert_confirm_button (Fixture    *fixture,
                       const char *id)
{
  static const char *const ids[] = { "confirm_button", "confirm_open_button" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      GtkWidget *button = unknot_test_get (fixture->page, GTK_TYPE_BUTTON, ids[i]);

      g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==,
                       "What Is Filled _In Is Right");
      g_assert_cmpuint (gtk_widget_get_visible (button), ==, g_strcmp0 (ids[i], id) == 0);
    }
}

static void
test_questions_page_suggestions (Fixture       *fixture,
                                 gconstpointer  data)
{
  unknot_test_load_answers (fixture->checkup, "vignettes", "base.json");
  unknot_test_answer (fixture->checkup, "steroids", "skipped");
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_restart (fixture->checkup);
  g_assert_true (says (fixture, "Some answers are filled in from what you told before. Look through "
                                "them, change what is different, and confirm them at the end."));
  choose (fixture, "cancer", "Yes");
  g_assert_true (unknot_checkup_is_suggested (fixture->checkup,
                                              unknot_test_get_question (fixture->checkup, "age")));

  /* Next does not confirm anything. */
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 0);
  unknot_test_assert_codes (fixture->checkup, "aneurysm", "");

  /* What was suggested is confirmed; what was not is still open, and what passes was not. */
  click (fixture, "confirm_open_button");
  unknot_test_assert_codes (fixture->checkup, "cancer", "yes");
  unknot_test_assert_codes (fixture->checkup, "aneurysm", "no");
  assert_confirm_button (fixture, NULL);
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_true (says (fixture, "Not answered: pregnancy, or a birth in the last 6 weeks · "
                                "weight loss without trying · steroid tablets for months"));

  click (fixture, "No to the Rest of This Page");
  g_assert_false (gtk_widget_get_sensitive (unknot_test_get (fixture->page, GTK_TYPE_BUTTON,
                                                             "deny_button")));
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 1);
}

static void
test_questions_page_from_diary (Fixture       *fixture,
                                gconstpointer  data)
{
  UnknotProtocol *protocol = unknot_checkup_get_protocol (fixture->checkup);
  g_autoptr (UnknotAnswers) told =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));

  assert_confirm_button (fixture, NULL);
  unknot_test_give (protocol, told, "duration-days", "16");
  unknot_test_give (protocol, told, "over-label", "yes");
  unknot_checkup_set_diary_answers (fixture->checkup, told);
  g_assert_true (says (fixture, "Some answers are filled in from what you told before. Look through "
                                "them, change what is different, and confirm them at the end."));

  assert_confirm_button (fixture, "confirm_button");

  /* Neither “No to the rest” nor Next says that they are right. */
  click (fixture, "No to the Rest of This Page");
  unknot_test_assert_codes (fixture->checkup, "over-label", "");
  unknot_test_answer (fixture->checkup, "onset", "sudden");
  unknot_test_answer (fixture->checkup, "severity", "4");
  unknot_test_answer (fixture->checkup, "otc-days", "0");
  click (fixture, "Next");
  g_assert_cmpuint (fixture->n_done, ==, 0);
  g_assert_true (says (fixture, "Not answered or confirmed: "
                                "days since this spasm began (16 days) · "
                                "more pain medicine than the label allows (Yes)"));
  unknot_test_assert_narrow (fixture->page);

  /* Where nothing else is open, it goes on, as Next would. */
  assert_confirm_button (fixture, "confirm_open_button");
  click (fixture, "confirm_open_button");
  unknot_test_assert_codes (fixture->checkup, "over-label", "yes");
  g_assert_cmpuint (fixture->n_done, ==, 1);
  assert_confirm_button (fixture, NULL);
  g_assert_true (unknot_test_is_shown (get_row (fixture, "over-label"), GTK_TYPE_LABEL,
                                       "From your diary"));
}

static void
add (const char *path,
     guint       place,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, GUINT_TO_POINTER (place), set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/questions-page/accessible", 0, test_questions_page_accessible);
  add ("/questions-page/narrow", 0, test_questions_page_narrow);
  add ("/questions-page/next", 1, test_questions_page_next);
  add ("/questions-page/next-names-what-is-open", 1, test_questions_page_next_names_what_is_open);
  add ("/questions-page/leave-out", 1, test_questions_page_leave_out);
  add ("/questions-page/half-answered", 0, test_questions_page_half_answered);
  add ("/questions-page/shows-what-is-open", 1, test_questions_page_shows_what_is_open);
  add ("/questions-page/deny-rest", 2, test_questions_page_deny_rest);
  add ("/questions-page/deny-leaves-yes", 4, test_questions_page_deny_leaves_yes);
  add ("/questions-page/emergency-banner", 1, test_questions_page_emergency_banner);
  add ("/questions-page/suggestions", 3, test_questions_page_suggestions);
  add ("/questions-page/from-diary", 4, test_questions_page_from_diary);

  return g_test_run ();
}
