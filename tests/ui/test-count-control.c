/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answer-control.h"
#include "unknot-count-control.h"
#include "unknot-test-ui.h"

#define FAULT "A whole number from 0 to 120"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotQuestion *question;
  GtkWidget *control;
  GtkEditable *entry;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->question = unknot_test_get_question (fixture->checkup, "age");
  fixture->control = unknot_answer_control_new (fixture->checkup, fixture->question);
  g_object_ref_sink (fixture->control);
  fixture->entry = GTK_EDITABLE (unknot_test_get (fixture->control, GTK_TYPE_ENTRY, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->control);
  g_assert_finalize_object (fixture->checkup);
}

/* As a person does: what is there goes letter by letter, what comes comes letter by letter. */
static void
type (Fixture    *fixture,
      const char *text)
{
  while (*gtk_editable_get_text (fixture->entry) != '\0')
    {
      int length = g_utf8_strlen (gtk_editable_get_text (fixture->entry), -1);

      gtk_editable_delete_text (fixture->entry, length - 1, length);
      g_assert_cmpint (g_utf8_strlen (gtk_editable_get_text (fixture->entry), -1), ==, length - 1);
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      int position = -1;

      gtk_editable_insert_text (fixture->entry, p, g_utf8_next_char (p) - p, &position);
    }
}

static int
get_count (Fixture *fixture)
{
  return unknot_answers_get_count (unknot_checkup_get_answers (fixture->checkup),
                                   fixture->question);
}

static void
assert_fault (Fixture  *fixture,
              gboolean  is_fault)
{
  g_assert_cmpint (unknot_test_is_shown (fixture->control, GTK_TYPE_LABEL, FAULT), ==, is_fault);
  g_assert_cmpint (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"), ==, is_fault);
  gtk_test_accessible_assert_state (fixture->entry, GTK_ACCESSIBLE_STATE_INVALID,
                                    is_fault ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE);
}

static void
test_count_control_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  GtkWidget *fault = unknot_test_get (fixture->control, GTK_TYPE_LABEL, FAULT);

  g_assert_true (UNKNOT_IS_COUNT_CONTROL (fixture->control));
  gtk_test_accessible_assert_role (fixture->entry, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  unknot_test_assert_label (fixture->entry, unknot_question_get_text (fixture->question));
  gtk_test_accessible_assert_relation (fixture->entry, GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE,
                                       fault, NULL);
  g_assert_true (unknot_test_is_shown (fixture->control, GTK_TYPE_LABEL, "years"));
  g_assert_false (unknot_test_is_shown (fixture->control, GTK_TYPE_LABEL, FAULT));
}

static void
test_count_control_typing (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    int count;
    gboolean is_fault;
  } cases[] = {
    { "44", 44, FALSE },     { "", -1, FALSE },     { "0", 0, FALSE },  { "120", 120, FALSE },
    { "121", -1, TRUE },     { " 7 ", 7, FALSE },   { "-3", -1, TRUE }, { "4.5", -1, TRUE },
    { "forty", -1, TRUE },   { "99999", -1, TRUE }, { "+5", -1, TRUE }, { "007", 7, FALSE },
    { "  ", -1, FALSE },     { "1 2", -1, TRUE },   { "65", 65, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("“%s”", cases[i].typed);
      type (fixture, cases[i].typed);
      g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, cases[i].typed);
      g_assert_cmpint (get_count (fixture), ==, cases[i].count);
      assert_fault (fixture, cases[i].is_fault);
    }
}

static void
test_count_control_shows (Fixture       *fixture,
                          gconstpointer  data)
{
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "");
  unknot_test_answer (fixture->checkup, "age", "0");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "0");
  unknot_test_answer (fixture->checkup, "age", "61");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "61");
  assert_fault (fixture, FALSE);
}

/* An answer elsewhere is no reason to take away what is being typed here. */
static void
test_count_control_keeps_what_is_typed (Fixture       *fixture,
                                        gconstpointer  data)
{
  type (fixture, "forty");
  unknot_test_answer (fixture->checkup, "cancer", "no");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "forty");
  assert_fault (fixture, TRUE);
  g_assert_cmpint (get_count (fixture), <, 0);
}

static void
test_count_control_suggestion (Fixture       *fixture,
                               gconstpointer  data)
{
  unknot_test_load_answers (fixture->checkup, "vignettes", "base.json");
  unknot_checkup_restart (fixture->checkup);
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "40");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  /* It can be deleted letter by letter, and does not come back while another is typed. */
  type (fixture, "41");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "41");
  g_assert_cmpint (get_count (fixture), ==, 41);
}

/* What is wrong now is not quietly put right by what was said the last time. */
static void
test_count_control_fault_in_suggestion (Fixture       *fixture,
                                        gconstpointer  data)
{
  unknot_test_load_answers (fixture->checkup, "vignettes", "base.json");
  unknot_checkup_restart (fixture->checkup);
  gtk_editable_set_text (fixture->entry, "400");
  g_assert_cmpstr (gtk_editable_get_text (fixture->entry), ==, "400");
  assert_fault (fixture, TRUE);
  g_assert_false (unknot_checkup_is_suggested (fixture->checkup, fixture->question));
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

  add ("/count-control/accessible", test_count_control_accessible);
  add ("/count-control/typing", test_count_control_typing);
  add ("/count-control/shows", test_count_control_shows);
  add ("/count-control/keeps-what-is-typed", test_count_control_keeps_what_is_typed);
  add ("/count-control/suggestion", test_count_control_suggestion);
  add ("/count-control/fault-in-suggestion", test_count_control_fault_in_suggestion);

  return g_test_run ();
}
