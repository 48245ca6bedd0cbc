/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answer-control.h"
#include "unknot-choice-control.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotQuestion *question;
  GtkWidget *control;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->question = unknot_test_get_question (fixture->checkup, data);
  fixture->control = unknot_answer_control_new (fixture->checkup, fixture->question);
  g_object_ref_sink (fixture->control);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->control);
  g_assert_finalize_object (fixture->checkup);
}

static GtkWidget *
get_button (Fixture    *fixture,
            const char *code)
{
  return unknot_test_get (fixture->control, GTK_TYPE_CHECK_BUTTON, code);
}

static void
click (Fixture    *fixture,
       const char *code)
{
  unknot_test_click (get_button (fixture, code));
}

/* What is checked, for the eye and for a screen reader. */
static char *
dup_checked (Fixture *fixture)
{
  g_autoptr (GStrvBuilder) checked = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < unknot_question_get_n_options (fixture->question); i++)
    {
      const char *code = unknot_question_get_option_code (fixture->question, i);
      GtkWidget *button = get_button (fixture, code);
      gboolean active = gtk_check_button_get_active (GTK_CHECK_BUTTON (button));

      g_assert_cmpint (unknot_test_is_checked (button), ==, active);
      if (active)
        g_strv_builder_add (checked, code);
    }
  codes = g_strv_builder_end (checked);

  return g_strjoinv (" ", codes);
}

static void
assert_holds (Fixture    *fixture,
              const char *expected)
{
  g_autofree char *checked = dup_checked (fixture);

  g_assert_cmpstr (checked, ==, expected);
  unknot_test_assert_codes (fixture->checkup, unknot_question_get_id (fixture->question), expected);
}

static void
test_choice_control_accessible (Fixture       *fixture,
                                gconstpointer  data)
{
  gboolean several = unknot_question_get_kind (fixture->question) == UNKNOT_QUESTION_CHOICES;
  GtkWidget *group = gtk_widget_get_parent (get_button (fixture, "none"));
  guint n_options = unknot_question_get_n_options (fixture->question);

  g_assert_true (UNKNOT_IS_CHOICE_CONTROL (fixture->control));
  gtk_test_accessible_assert_role (group, several ? GTK_ACCESSIBLE_ROLE_GROUP
                                                  : GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  unknot_test_assert_label (group, unknot_question_get_text (fixture->question));
  g_assert_cmpuint (unknot_test_count (fixture->control, GTK_TYPE_CHECK_BUTTON), ==, n_options);

  for (guint i = 0; i < n_options; i++)
    {
      GtkWidget *button =
        get_button (fixture, unknot_question_get_option_code (fixture->question, i));
      const char *display = unknot_question_get_option_display (fixture->question, i);

      gtk_test_accessible_assert_role (button, several ? GTK_ACCESSIBLE_ROLE_CHECKBOX
                                                       : GTK_ACCESSIBLE_ROLE_RADIO);
      unknot_test_assert_label (button, display);
      g_assert_true (unknot_test_get (fixture->control, GTK_TYPE_CHECK_BUTTON, display) == button);
    }
  assert_holds (fixture, "");
}

static void
test_choice_control_one (Fixture       *fixture,
                         gconstpointer  data)
{
  for (guint i = 0; i < unknot_question_get_n_options (fixture->question); i++)
    {
      const char *code = unknot_question_get_option_code (fixture->question, i);

      click (fixture, code);
      assert_holds (fixture, code);
    }

  unknot_test_answer (fixture->checkup, data, "blow");
  assert_holds (fixture, "blow");
  unknot_test_answer (fixture->checkup, data, NULL);
  assert_holds (fixture, "");
}

static void
test_choice_control_several (Fixture       *fixture,
                             gconstpointer  data)
{
  static const struct
  {
    const char *clicked;
    const char *expected;
  } cases[] = {
    { "diabetes", "diabetes" },
    { "weak-immunity", "weak-immunity diabetes" },
    { "none", "none" },
    { "spine-procedure", "spine-procedure" },
    { "injected-drugs", "injected-drugs spine-procedure" },
    { "spine-procedure", "injected-drugs" },
    { "injected-drugs", "" },
    { "none", "none" },
    { "none", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u: %s", i, cases[i].clicked);
      click (fixture, cases[i].clicked);
      assert_holds (fixture, cases[i].expected);
    }
}

static void
test_choice_control_shows_several (Fixture       *fixture,
                                   gconstpointer  data)
{
  static const char *const codes[] = { "recent-infection", "diabetes", NULL };
  g_autoptr (GError) error = NULL;

  unknot_answers_set_codes (unknot_checkup_get_answers (fixture->checkup), fixture->question,
                            codes, &error);
  g_assert_no_error (error);
  assert_holds (fixture, "recent-infection diabetes");

  unknot_test_answer (fixture->checkup, data, "none");
  assert_holds (fixture, "none");
  unknot_test_answer (fixture->checkup, data, "skipped");
  assert_holds (fixture, "");
}

static void
test_choice_control_suggestion (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autofree char *checked = NULL;

  unknot_test_answer (fixture->checkup, data, "settled");
  unknot_checkup_finish (fixture->checkup);
  unknot_checkup_restart (fixture->checkup);
  checked = dup_checked (fixture);
  g_assert_cmpstr (checked, ==, "settled");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  click (fixture, "treated-returned");
  assert_holds (fixture, "treated-returned");
}

static void
test_choice_control_label_wraps (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkWidget *label = gtk_check_button_get_child (GTK_CHECK_BUTTON (get_button (fixture, "none")));

  g_assert_true (gtk_label_get_wrap (GTK_LABEL (label)));
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

  add ("/choice-control/one-accessible", "trigger", test_choice_control_accessible);
  add ("/choice-control/several-accessible", "infection-risk", test_choice_control_accessible);
  add ("/choice-control/one", "trigger", test_choice_control_one);
  add ("/choice-control/several", "infection-risk", test_choice_control_several);
  add ("/choice-control/shows-several", "infection-risk", test_choice_control_shows_several);
  add ("/choice-control/suggestion", "disc-or-stenosis", test_choice_control_suggestion);
  add ("/choice-control/label-wraps", "infection-risk", test_choice_control_label_wraps);

  return g_test_run ();
}
