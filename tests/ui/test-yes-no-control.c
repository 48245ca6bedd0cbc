/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answer-control.h"
#include "unknot-test-ui.h"
#include "unknot-yes-no-control.h"

typedef struct
{
  UnknotCheckup *checkup;
  GtkWidget *control;
  GtkWidget *toggles[3];
  GtkWidget *courses[3];
} Fixture;

static const char *const toggle_names[] = { "No", "Yes", "Not sure" };
static const char *const course_names[] = { "new", "gone", "old" };

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  const char *question = data;

  fixture->checkup = unknot_test_new_checkup ();
  fixture->control =
    unknot_answer_control_new (fixture->checkup,
                               unknot_test_get_question (fixture->checkup, question));
  g_object_ref_sink (fixture->control);
  for (guint i = 0; i < 3; i++)
    {
      fixture->toggles[i] = unknot_test_get (fixture->control, GTK_TYPE_TOGGLE_BUTTON,
                                             toggle_names[i]);
      fixture->courses[i] = unknot_test_find (fixture->control, GTK_TYPE_CHECK_BUTTON,
                                              course_names[i]);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->control);
  g_assert_finalize_object (fixture->checkup);
}

/* Which of them is checked, for the eye and for a screen reader; at most one can be. */
static const char *
get_checked (GtkWidget         **buttons,
             const char *const  *names)
{
  const char *checked = "";

  for (guint i = 0; i < 3; i++)
    {
      gboolean active = GTK_IS_CHECK_BUTTON (buttons[i])
                          ? gtk_check_button_get_active (GTK_CHECK_BUTTON (buttons[i]))
                          : gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (buttons[i]));

      g_assert_cmpint (unknot_test_is_checked (buttons[i]), ==, active);
      if (!active)
        continue;
      g_assert_cmpstr (checked, ==, "");
      checked = names[i];
    }

  return checked;
}

static gboolean
has_courses_open (Fixture *fixture)
{
  return unknot_test_is_shown (fixture->control, GTK_TYPE_CHECK_BUTTON, course_names[0]);
}

static void
assert_shows (Fixture    *fixture,
              const char *toggle,
              const char *course)
{
  g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, toggle);
  g_assert_cmpint (has_courses_open (fixture), ==, g_str_equal (toggle, "Yes"));
  g_assert_cmpstr (get_checked (fixture->courses, course_names), ==, course);
}

static void
test_yes_no_control_accessible (Fixture       *fixture,
                                gconstpointer  data)
{
  UnknotQuestion *question = unknot_test_get_question (fixture->checkup, data);
  GtkWidget *group = unknot_test_get (fixture->control, ADW_TYPE_TOGGLE_GROUP, NULL);
  GtkWidget *courses = gtk_widget_get_parent (fixture->courses[0]);

  g_assert_true (UNKNOT_IS_YES_NO_CONTROL (fixture->control));
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  unknot_test_assert_label (group, unknot_question_get_text (question));
  gtk_test_accessible_assert_role (courses, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  unknot_test_assert_label (courses, "When was it?");

  for (guint i = 0; i < 3; i++)
    {
      guint option;

      gtk_test_accessible_assert_role (fixture->toggles[i], GTK_ACCESSIBLE_ROLE_RADIO);
      unknot_test_assert_label (fixture->toggles[i], toggle_names[i]);
      gtk_test_accessible_assert_role (fixture->courses[i], GTK_ACCESSIBLE_ROLE_RADIO);
      g_assert_true (unknot_question_find_option (question, course_names[i], &option));
      unknot_test_assert_label (fixture->courses[i],
                                unknot_question_get_option_display (question, option));
    }
}

static void
test_yes_no_control_starts_open (Fixture       *fixture,
                                 gconstpointer  data)
{
  g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, "");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
}

static void
test_yes_no_control_flag (Fixture       *fixture,
                          gconstpointer  data)
{
  static const char *const codes[] = { "no", "yes", "not-sure" };

  g_assert_null (fixture->courses[0]);
  for (guint i = 0; i < 3; i++)
    {
      unknot_test_click (fixture->toggles[i]);
      unknot_test_assert_codes (fixture->checkup, data, codes[i]);
      g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, toggle_names[i]);
    }
  for (guint i = 0; i < 3; i++)
    {
      unknot_test_answer (fixture->checkup, data, codes[i]);
      g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, toggle_names[i]);
    }
  unknot_test_answer (fixture->checkup, data, NULL);
  g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, "");
}

static void
test_yes_no_control_sign (Fixture       *fixture,
                          gconstpointer  data)
{
  assert_shows (fixture, "", "");
  unknot_test_click (fixture->toggles[2]);
  unknot_test_assert_codes (fixture->checkup, data, "not-sure");
  assert_shows (fixture, "Not sure", "");

  for (guint i = 0; i < 3; i++)
    {
      unknot_test_click (fixture->toggles[1]);
      unknot_test_click (fixture->courses[i]);
      unknot_test_assert_codes (fixture->checkup, data, course_names[i]);
      assert_shows (fixture, "Yes", course_names[i]);
    }

  unknot_test_click (fixture->toggles[0]);
  unknot_test_assert_codes (fixture->checkup, data, "no");
  assert_shows (fixture, "No", "");
}

/* Yes without a course is no answer, and takes the one away that was there: not even “no” stays. */
static void
test_yes_no_control_yes_needs_a_course (Fixture       *fixture,
                                        gconstpointer  data)
{
  unknot_test_click (fixture->toggles[1]);
  unknot_test_assert_codes (fixture->checkup, data, "");
  assert_shows (fixture, "Yes", "");

  unknot_test_click (fixture->toggles[0]);
  unknot_test_click (fixture->toggles[1]);
  unknot_test_assert_codes (fixture->checkup, data, "");
  assert_shows (fixture, "Yes", "");

  /* Answers elsewhere do not close it. */
  unknot_test_answer (fixture->checkup, "bowel", "no");
  assert_shows (fixture, "Yes", "");
  unknot_test_click (fixture->courses[0]);
  unknot_test_assert_codes (fixture->checkup, data, "new");
}

static void
test_yes_no_control_shows_sign (Fixture       *fixture,
                                gconstpointer  data)
{
  static const struct
  {
    const char *answer;
    const char *toggle;
    const char *course;
  } cases[] = {
    { "gone", "Yes", "gone" },
    { "no", "No", "" },
    { "old", "Yes", "old" },
    { "not-sure", "Not sure", "" },
    { "skipped", "", "" },
    { "new", "Yes", "new" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      unknot_test_answer (fixture->checkup, data, cases[i].answer);
      assert_shows (fixture, cases[i].toggle, cases[i].course);
    }
}

/* Looking does not answer. */
static void
test_yes_no_control_suggestion (Fixture       *fixture,
                                gconstpointer  data)
{
  unknot_test_load_answers (fixture->checkup, "vignettes", "base.json");
  unknot_checkup_restart (fixture->checkup);
  g_assert_cmpstr (get_checked (fixture->toggles, toggle_names), ==, "No");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  unknot_test_click (fixture->toggles[2]);
  unknot_test_assert_codes (fixture->checkup, data, "not-sure");
}

static void
add (const char *path,
     const char *question,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, question, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/yes-no-control/accessible", "bladder", test_yes_no_control_accessible);
  add ("/yes-no-control/sign-starts-open", "bladder", test_yes_no_control_starts_open);
  add ("/yes-no-control/flag-starts-open", "fever", test_yes_no_control_starts_open);
  add ("/yes-no-control/flag", "fever", test_yes_no_control_flag);
  add ("/yes-no-control/sign", "bladder", test_yes_no_control_sign);
  add ("/yes-no-control/yes-needs-a-course", "bladder", test_yes_no_control_yes_needs_a_course);
  add ("/yes-no-control/shows-sign", "bladder", test_yes_no_control_shows_sign);
  add ("/yes-no-control/suggestion", "cancer", test_yes_no_control_suggestion);

  return g_test_run ();
}
