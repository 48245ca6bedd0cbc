/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answer-control.h"
#include "unknot-grade-control.h"
#include "unknot-pain-scale.h"
#include "unknot-test-ui.h"

#define N_GRADES 11

typedef struct
{
  UnknotCheckup *checkup;
  UnknotQuestion *question;
  GtkWidget *control;
  GtkWidget *buttons[N_GRADES];
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->question = unknot_test_get_question (fixture->checkup, "severity");
  fixture->control = unknot_answer_control_new (fixture->checkup, fixture->question);
  g_object_ref_sink (fixture->control);
  for (guint i = 0; i < N_GRADES; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i);

      fixture->buttons[i] = unknot_test_get (fixture->control, GTK_TYPE_TOGGLE_BUTTON, label);
    }
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->control);
  g_assert_finalize_object (fixture->checkup);
}

/* @grade: negative for none */
static void
assert_shows (Fixture *fixture,
              int      grade)
{
  for (int i = 0; i < N_GRADES; i++)
    g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (fixture->buttons[i])), ==,
                     i == grade);
}

static int
get_count (Fixture *fixture)
{
  return unknot_answers_get_count (unknot_checkup_get_answers (fixture->checkup),
                                   fixture->question);
}

static void
test_grade_control_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *group = unknot_test_get (fixture->control, UNKNOT_TYPE_PAIN_SCALE, NULL);

  g_assert_true (UNKNOT_IS_GRADE_CONTROL (fixture->control));
  g_assert_cmpuint (unknot_test_count (fixture->control, GTK_TYPE_TOGGLE_BUTTON), ==, N_GRADES);
  gtk_test_accessible_assert_role (group, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  unknot_test_assert_label (group, unknot_question_get_text (fixture->question));
  for (guint i = 0; i < N_GRADES; i++)
    gtk_test_accessible_assert_role (fixture->buttons[i], GTK_ACCESSIBLE_ROLE_RADIO);
}

/* A radio button is checked, or it is not: “pressed” says nothing to a screen reader there. */
static void
test_grade_control_checked (Fixture       *fixture,
                            gconstpointer  data)
{
  unknot_test_click (fixture->buttons[7]);
  for (guint i = 0; i < N_GRADES; i++)
    g_assert_cmpint (unknot_test_is_checked (fixture->buttons[i]), ==, i == 7);
}

static void
test_grade_control_click (Fixture       *fixture,
                          gconstpointer  data)
{
  assert_shows (fixture, -1);
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  for (int i = 0; i < N_GRADES; i++)
    {
      unknot_test_click (fixture->buttons[i]);
      g_assert_cmpint (get_count (fixture), ==, i);
      assert_shows (fixture, i);
    }

  /* A second click does not take it back. */
  unknot_test_click (fixture->buttons[10]);
  g_assert_cmpint (get_count (fixture), ==, 10);
  assert_shows (fixture, 10);
}

static void
test_grade_control_shows (Fixture       *fixture,
                          gconstpointer  data)
{
  unknot_test_answer (fixture->checkup, "severity", "10");
  assert_shows (fixture, 10);
  unknot_test_answer (fixture->checkup, "severity", "0");
  assert_shows (fixture, 0);
  unknot_test_answer (fixture->checkup, "severity", NULL);
  assert_shows (fixture, -1);
  g_assert_cmpint (get_count (fixture), <, 0);
}

/* One stop for Tab, at the grade that is chosen; the arrows lead to the others. */
static void
test_grade_control_keys (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (fixture->control);

  gtk_window_set_focus (window, NULL);
  g_assert_true (gtk_widget_child_focus (fixture->control, GTK_DIR_TAB_FORWARD));
  g_assert_true (gtk_window_get_focus (window) == fixture->buttons[0]);
  unknot_test_wait (gtk_widget_get_width (fixture->buttons[1]) > 0);
  /* Also where they stand in two lines. */
  gtk_window_set_default_size (window, 260, 200);
  unknot_test_wait (gtk_widget_get_width (fixture->control) <= 260);
  for (guint i = 1; i < N_GRADES; i++)
    {
      g_assert_true (gtk_widget_child_focus (fixture->control,
                                             i % 2 == 0 ? GTK_DIR_RIGHT : GTK_DIR_DOWN));
      g_assert_true (gtk_window_get_focus (window) == fixture->buttons[i]);
    }
  g_assert_true (gtk_widget_child_focus (fixture->control, GTK_DIR_RIGHT));
  g_assert_true (gtk_window_get_focus (window) == fixture->buttons[N_GRADES - 1]);
  g_assert_true (gtk_widget_child_focus (fixture->control, GTK_DIR_LEFT));
  g_assert_true (gtk_window_get_focus (window) == fixture->buttons[N_GRADES - 2]);
  g_assert_false (gtk_widget_child_focus (fixture->control, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (fixture->control, GTK_DIR_TAB_BACKWARD));

  gtk_window_set_focus (window, NULL);
  unknot_test_answer (fixture->checkup, "severity", "7");
  g_assert_true (gtk_widget_child_focus (fixture->control, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_window_get_focus (window) == fixture->buttons[7]);
  unknot_test_close (window);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/grade-control/accessible", test_grade_control_accessible);
  add ("/grade-control/click", test_grade_control_click);
  add ("/grade-control/shows", test_grade_control_shows);
  add ("/grade-control/checked", test_grade_control_checked);
  add ("/grade-control/keys", test_grade_control_keys);

  return g_test_run ();
}
