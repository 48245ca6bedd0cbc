/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-checkup-view.h"
#include "unknot-danger.h"
#include "unknot-test-diary.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  GtkWidget *view;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->whereabouts = unknot_test_new_whereabouts ("DE");
  if (data != NULL)
    unknot_test_load_answers (fixture->checkup, "fixtures/rules", data);
  fixture->view = g_object_ref_sink (unknot_checkup_view_new ());
  unknot_checkup_view_set_checkup (UNKNOT_CHECKUP_VIEW (fixture->view), fixture->checkup,
                                   fixture->whereabouts);
  fixture->window = unknot_test_present (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->view);
  g_assert_finalize_object (fixture->checkup);
  g_assert_finalize_object (fixture->whereabouts);
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

static void
assert_page (Fixture    *fixture,
             const char *tag)
{
  g_assert_cmpstr (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (get_page (fixture))), ==, tag);
}

static void
click (Fixture    *fixture,
       const char *label)
{
  unknot_test_click (unknot_test_get (get_page (fixture), GTK_TYPE_BUTTON, label));
}

static gboolean
offers (Fixture    *fixture,
        const char *label)
{
  return unknot_test_is_shown (get_page (fixture), GTK_TYPE_BUTTON, label);
}

static void
skip_page (Fixture *fixture)
{
  click (fixture, "Next");
  click (fixture, "Leave Out and Go On");
}

static void
go_on_after_call (Fixture *fixture)
{
  unknot_test_click (unknot_test_get (get_page (fixture), GTK_TYPE_CHECK_BUTTON, "called_button"));
  click (fixture, "Go On With the Check-Up");
}

static void
test_checkup_view_through (Fixture       *fixture,
                           gconstpointer  data)
{
  static const char *const pages[] = { "right-now", "alarm-signs", "infection-kidneys-liver",
                                       "about-you", "this-spasm" };

  click (fixture, "Start the Check-Up");
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      assert_page (fixture, pages[i]);
      g_assert_false (unknot_checkup_is_finished (fixture->checkup));
      skip_page (fixture);
    }
  assert_page (fixture, "result");
  g_assert_true (unknot_checkup_is_finished (fixture->checkup));

  click (fixture, "Done");
  assert_page (fixture, "start");
  /* Left out is not done. */
  g_assert_true (offers (fixture, "Go On Where I Stopped"));
  click (fixture, "Show the Last Result");
  assert_page (fixture, "result");
}

static void
test_checkup_view_back (Fixture       *fixture,
                        gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  unknot_test_answer (fixture->checkup, "bladder", "no");
  skip_page (fixture);
  g_assert_true (adw_navigation_view_pop (get_navigation (fixture)));
  assert_page (fixture, "right-now");
  unknot_test_assert_codes (fixture->checkup, "bladder", "no");

  g_assert_true (adw_navigation_view_pop (get_navigation (fixture)));
  assert_page (fixture, "start");
  g_assert_true (offers (fixture, "Start Over"));
  click (fixture, "Go On Where I Stopped");
  assert_page (fixture, "alarm-signs");
  g_assert_true (adw_navigation_view_pop (get_navigation (fixture)));
  assert_page (fixture, "right-now");
}

/* The moment that the answers ask for it, and by no accident away from it. */
static void
test_checkup_view_emergency (Fixture       *fixture,
                             gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  unknot_test_answer (fixture->checkup, "bladder", "new");
  assert_page (fixture, "emergency");
  g_assert_false (adw_navigation_page_get_can_pop (ADW_NAVIGATION_PAGE (get_page (fixture))));

  go_on_after_call (fixture);
  assert_page (fixture, "right-now");
  g_assert_cmpint (unknot_assessment_get_level (unknot_checkup_get_assessment (fixture->checkup)),
                   ==, UNKNOT_LEVEL_EMERGENCY);
  /* It was read: the next answer does not bring it up again, the banner does. */
  unknot_test_answer (fixture->checkup, "bowel", "no");
  assert_page (fixture, "right-now");
  gtk_widget_activate_action (get_page (fixture), "checkup.show-emergency", NULL);
  assert_page (fixture, "emergency");
}

/* Each new sign brings it up, and it remembers that somebody has called. */
static void
test_checkup_view_second_emergency (Fixture       *fixture,
                                    gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  unknot_test_answer (fixture->checkup, "bladder", "new");
  go_on_after_call (fixture);
  unknot_test_answer (fixture->checkup, "both-legs", "new");
  assert_page (fixture, "emergency");
  click (fixture, "Go On With the Check-Up");
  assert_page (fixture, "right-now");
}

/* Going on past the page needs the word that somebody has called, whichever way it was left. */
static void
test_checkup_view_no_way_past (Fixture       *fixture,
                               gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  unknot_test_answer (fixture->checkup, "bladder", "new");
  click (fixture, "Look at My Answers Again");
  skip_page (fixture);
  assert_page (fixture, "emergency");
  go_on_after_call (fixture);
  click (fixture, "Next");
  assert_page (fixture, "alarm-signs");
}

/* Where the emergency was taken back and comes again, so does its page. */
static void
test_checkup_view_emergency_again (Fixture       *fixture,
                                   gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  unknot_test_answer (fixture->checkup, "bladder", "new");
  click (fixture, "Look at My Answers Again");
  assert_page (fixture, "right-now");
  unknot_test_answer (fixture->checkup, "bladder", "no");
  assert_page (fixture, "right-now");
  unknot_test_answer (fixture->checkup, "bladder", "gone");
  assert_page (fixture, "emergency");
}

/* What is confirmed can be the emergency: nothing covers its page. */
static void
test_checkup_view_emergency_on_confirming (Fixture       *fixture,
                                           gconstpointer  data)
{
  click (fixture, "New Check-Up");
  for (guint i = 0; i < 3; i++)
    skip_page (fixture);
  assert_page (fixture, "about-you");
  click (fixture, "confirm_button");
  assert_page (fixture, "emergency");
}

/* Nor does what else is open on that page take the focus away. */
static void
test_checkup_view_emergency_on_confirming_open (Fixture       *fixture,
                                                gconstpointer  data)
{
  click (fixture, "New Check-Up");
  for (guint i = 0; i < 3; i++)
    skip_page (fixture);
  click (fixture, "Next");
  click (fixture, "confirm_open_button");
  assert_page (fixture, "emergency");
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (fixture->view),
                                         get_page (fixture)));
}

static void
test_checkup_view_resumed_emergency (Fixture       *fixture,
                                     gconstpointer  data)
{
  unknot_test_answer (fixture->checkup, "worried", NULL);
  click (fixture, "start_button");
  assert_page (fixture, "emergency");
  click (fixture, "Look at My Answers Again");
  assert_page (fixture, "this-spasm");
}

static void
test_checkup_view_new (Fixture       *fixture,
                       gconstpointer  data)
{
  g_assert_true (offers (fixture, "Show the Last Result"));
  click (fixture, "New Check-Up");
  assert_page (fixture, "right-now");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  /* Nothing is lost by it. */
  gtk_widget_activate_action (fixture->view, "checkup.undo-restart", NULL);
  assert_page (fixture, "start");
  g_assert_true (unknot_checkup_is_finished (fixture->checkup));
  unknot_test_assert_codes (fixture->checkup, "bladder", "no");
  g_assert_true (offers (fixture, "Show the Last Result"));
}

/* What was answered on another day is not taken for what is so right now. */
static void
test_checkup_view_old (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char draft[] =
    "{\"resourceType\": \"QuestionnaireResponse\", \"status\": \"in-progress\","
    " \"authored\": \"2026-11-19T08:30:00+00:00\", \"item\": [{\"linkId\": \"right-now\","
    " \"item\": [{\"linkId\": \"bladder\", \"answer\": [{\"valueCoding\": {\"code\": \"new\"}}]}]}]}";
  g_autoptr (GBytes) json = g_bytes_new_static (draft, strlen (draft));
  g_autoptr (UnknotCheckup) checkup = unknot_test_new_checkup ();
  g_autoptr (GError) error = NULL;
  GtkWidget *view = g_object_ref_sink (unknot_checkup_view_new ());
  GtkWindow *window = unknot_test_present (view);
  AdwBanner *banner;

  g_assert_true (unknot_checkup_load (checkup, json, &error));
  g_assert_no_error (error);
  unknot_checkup_view_set_checkup (UNKNOT_CHECKUP_VIEW (view), checkup, fixture->whereabouts);
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_LABEL, "Your check-up of 19 November 2026, "
                                                             "08:30 is not finished"));
  g_assert_true (unknot_test_is_shown (view, GTK_TYPE_BUTTON, "New Check-Up"));
  /* An emergency of these days is said to be one of its day, and does not go away by waiting. */
  banner = ADW_BANNER (unknot_test_get (view, ADW_TYPE_BANNER, NULL));
  g_assert_true (adw_banner_get_revealed (banner));
  g_assert_cmpstr (adw_banner_get_title (banner), ==,
                   "Your answers of 19 November 2026, 08:30 meant: call for help. If nobody looked at "
                   "it, call now.");
  unknot_test_click (unknot_test_get (view, GTK_TYPE_BUTTON, "resume_button"));
  unknot_test_assert_codes (checkup, "bladder", "new");
  gtk_widget_activate_action (view, "checkup.close", NULL);
  unknot_test_click (unknot_test_get (view, GTK_TYPE_BUTTON, "start_button"));
  g_assert_true (unknot_checkup_is_empty (checkup));
  unknot_test_close (window);
  g_assert_finalize_object (view);
}

static void
test_checkup_view_answer_missing (Fixture       *fixture,
                                  gconstpointer  data)
{
  GtkWidget *row;

  unknot_test_answer (fixture->checkup, "jaundice", "skipped");
  unknot_checkup_finish (fixture->checkup);
  gtk_widget_activate_action (fixture->view, "checkup.show-result", NULL);
  click (fixture, "Answer What Is Missing");
  assert_page (fixture, "infection-kidneys-liver");
  row = unknot_test_get (get_page (fixture), GTK_TYPE_LIST_BOX_ROW, "jaundice");
  unknot_test_wait (gtk_widget_get_mapped (row));
  g_assert_true (gtk_widget_is_ancestor (unknot_test_get_focus (fixture->view), row));
}

/* Nothing is typed again. */
static void
test_checkup_view_change_answers (Fixture       *fixture,
                                  gconstpointer  data)
{
  gtk_widget_activate_action (fixture->view, "checkup.show-result", NULL);
  click (fixture, "Change My Answers");
  assert_page (fixture, "right-now");
  for (guint i = 0; i < 5; i++)
    click (fixture, "Next");
  assert_page (fixture, "result");
}

/* From a spasm that names a danger: a done check-up is none of this one, and the danger counts. */
static void
test_checkup_view_begin (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotDanger danger = { "bladder", "new" };
  g_autoptr (GPtrArray) dangers = g_ptr_array_new ();

  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_view_begin (UNKNOT_CHECKUP_VIEW (fixture->view), NULL);
  assert_page (fixture, "right-now");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  g_ptr_array_add (dangers, &danger);
  unknot_checkup_view_begin (UNKNOT_CHECKUP_VIEW (fixture->view), dangers);
  assert_page (fixture, "emergency");
  unknot_test_assert_codes (fixture->checkup, "bladder", "new");
}

/* An emergency is not left behind by beginning again. */
static void
test_checkup_view_begin_in_emergency (Fixture       *fixture,
                                      gconstpointer  data)
{
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_view_begin (UNKNOT_CHECKUP_VIEW (fixture->view), NULL);
  assert_page (fixture, "emergency");
  g_assert_true (unknot_checkup_is_emergency (fixture->checkup));
}

/* The last one can be changed, an earlier one is only read. */
static void
test_checkup_view_show_check (Fixture       *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotCheck) last = NULL;
  g_autoptr (UnknotCheck) earlier = NULL;
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261014, 8, 0);

  unknot_checkup_finish (fixture->checkup);
  last = unknot_checkup_to_check (fixture->checkup);
  earlier = unknot_checkup_to_check (fixture->checkup);
  unknot_entry_set_moment (UNKNOT_ENTRY (earlier), moment);

  unknot_checkup_view_show_check (UNKNOT_CHECKUP_VIEW (fixture->view), last);
  assert_page (fixture, "result");
  g_assert_true (offers (fixture, "Change My Answers"));

  unknot_checkup_view_show_check (UNKNOT_CHECKUP_VIEW (fixture->view), earlier);
  assert_page (fixture, "result");
  g_assert_false (offers (fixture, "Change My Answers"));
  click (fixture, "Done");
  assert_page (fixture, "start");
}

/* Returns: (transfer none) (nullable): what asks how to print */
static GtkWindow *
find_print_dialog (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

      if (g_str_equal (G_OBJECT_TYPE_NAME (window), "GtkPrintUnixDialog"))
        return window;
    }

  return NULL;
}

static void
assert_prints (Fixture *fixture)
{
  g_assert_true (unknot_test_press (fixture->view, "<Control>p"));
  unknot_test_wait (find_print_dialog () != NULL);
  gtk_window_close (find_print_dialog ());
  unknot_test_wait (find_print_dialog () == NULL);
  unknot_test_settle ();
}

/* Nothing is said of what the person thought better of. */
static void
test_checkup_view_print (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_false (unknot_test_press (fixture->view, "<Control>p"));
  gtk_widget_activate_action (fixture->view, "checkup.show-result", NULL);
  assert_page (fixture, "result");
  g_assert_true (gtk_widget_is_sensitive (unknot_test_get (get_page (fixture), GTK_TYPE_BUTTON,
                                                           "print_button")));
  assert_prints (fixture);
  assert_page (fixture, "result");
  click (fixture, "Done");
  g_assert_false (unknot_test_press (fixture->view, "<Control>p"));
}

static void
test_checkup_view_print_emergency (Fixture       *fixture,
                                   gconstpointer  data)
{
  click (fixture, "Start the Check-Up");
  g_assert_false (unknot_test_press (fixture->view, "<Control>p"));
  unknot_test_answer (fixture->checkup, "bladder", "new");
  g_assert_true (offers (fixture, "Print for the Crew"));
  assert_prints (fixture);
  assert_page (fixture, "emergency");
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

  add ("/checkup-view/through", NULL, test_checkup_view_through);
  add ("/checkup-view/back", NULL, test_checkup_view_back);
  add ("/checkup-view/emergency", NULL, test_checkup_view_emergency);
  add ("/checkup-view/second-emergency", NULL, test_checkup_view_second_emergency);
  add ("/checkup-view/no-way-past", NULL, test_checkup_view_no_way_past);
  add ("/checkup-view/old", NULL, test_checkup_view_old);
  add ("/checkup-view/emergency-again", NULL, test_checkup_view_emergency_again);
  add ("/checkup-view/emergency-on-confirming", "E20.json",
       test_checkup_view_emergency_on_confirming);
  add ("/checkup-view/emergency-on-confirming-open", "E20.json",
       test_checkup_view_emergency_on_confirming_open);
  add ("/checkup-view/resumed-emergency", "E01.json", test_checkup_view_resumed_emergency);
  add ("/checkup-view/new", "S01.json", test_checkup_view_new);
  add ("/checkup-view/answer-missing", "S01.json", test_checkup_view_answer_missing);
  add ("/checkup-view/change-answers", "S01.json", test_checkup_view_change_answers);
  add ("/checkup-view/begin", "S01.json", test_checkup_view_begin);
  add ("/checkup-view/begin-in-emergency", "E01.json", test_checkup_view_begin_in_emergency);
  add ("/checkup-view/show-check", "S01.json", test_checkup_view_show_check);
  add ("/checkup-view/print", "S01.json", test_checkup_view_print);
  add ("/checkup-view/print-emergency", NULL, test_checkup_view_print_emergency);

  return g_test_run ();
}
