/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-danger.h"
#include "unknot-question-row.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotCheckup *checkup;
  UnknotQuestion *question;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->checkup = unknot_test_new_checkup ();
  fixture->question = unknot_test_get_question (fixture->checkup, data);
  fixture->row = unknot_question_row_new (fixture->checkup, fixture->question);
  g_object_ref_sink (fixture->row);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->checkup);
}

/* The first one in the row, before those that answer. */
static GtkWidget *
get_why_button (Fixture *fixture)
{
  return unknot_test_get (fixture->row, GTK_TYPE_TOGGLE_BUTTON, NULL);
}

static gboolean
says (Fixture    *fixture,
      const char *text)
{
  return unknot_test_is_shown (fixture->row, GTK_TYPE_LABEL, text);
}

static void
test_question_row_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkWidget *why_button = get_why_button (fixture);
  GtkWidget *why = unknot_test_get (fixture->row, GTK_TYPE_LABEL,
                                    unknot_question_get_help (fixture->question));
  g_autofree char *title =
    unknot_question_row_dup_title (unknot_question_get_text (fixture->question));

  gtk_test_accessible_assert_role (fixture->row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_true (says (fixture, title));
  unknot_test_assert_label (why_button,
                            "Why we ask: trouble passing, feeling or holding urine");
  gtk_test_accessible_assert_relation (why_button, GTK_ACCESSIBLE_RELATION_DETAILS, why, NULL);
  g_assert_true (unknot_question_row_get_question (UNKNOT_QUESTION_ROW (fixture->row)) ==
                 fixture->question);
  g_assert_cmpstr (gtk_widget_get_name (fixture->row), ==, data);
}

static void
test_question_row_why (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkWidget *why_button = get_why_button (fixture);
  const char *help = unknot_question_get_help (fixture->question);

  g_assert_false (says (fixture, help));
  unknot_test_click (why_button);
  g_assert_true (says (fixture, help));
  gtk_test_accessible_assert_state (why_button, GTK_ACCESSIBLE_STATE_PRESSED,
                                    GTK_ACCESSIBLE_TRISTATE_TRUE);
  unknot_test_click (why_button);
  g_assert_false (says (fixture, help));
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
}

/* Whatever the protocol asks, the row says all of it. */
static void
test_question_row_says_all (void)
{
  g_autoptr (UnknotCheckup) checkup = unknot_test_new_checkup ();
  UnknotQuestionnaire *questionnaire =
    unknot_protocol_get_questionnaire (unknot_checkup_get_protocol (checkup));

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      const char *text = unknot_question_get_text (question);
      GtkWidget *row = g_object_ref_sink (unknot_question_row_new (checkup, question));
      g_autofree char *title = unknot_question_row_dup_title (text);
      g_autofree char *details = unknot_question_row_dup_details (text);
      g_autofree char *together =
        *details != '\0' ? g_strjoin (" ", title, details, NULL) : g_strdup (title);

      g_assert_cmpstr (together, ==, text);
      g_assert_true (g_str_has_suffix (title, "?"));
      g_assert_true (unknot_test_is_shown (row, GTK_TYPE_LABEL, title));
      if (*details != '\0')
        g_assert_true (unknot_test_is_shown (row, GTK_TYPE_LABEL, details));
      g_assert_finalize_object (row);
    }
}

static void
test_question_row_status (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotQuestionRow *row = UNKNOT_QUESTION_ROW (fixture->row);

  g_assert_false (says (fixture, "Not answered yet"));
  unknot_question_row_set_open (row, TRUE);
  g_assert_true (says (fixture, "Not answered yet"));
  g_assert_true (gtk_widget_has_css_class (fixture->row, "open"));

  unknot_test_answer (fixture->checkup, data, "no");
  g_assert_false (says (fixture, "Not answered yet"));
  unknot_test_answer (fixture->checkup, data, NULL);
  g_assert_true (says (fixture, "Not answered yet"));

  unknot_question_row_set_open (row, FALSE);
  g_assert_false (says (fixture, "Not answered yet"));
  g_assert_false (gtk_widget_has_css_class (fixture->row, "open"));

  unknot_test_answer (fixture->checkup, data, "skipped");
  g_assert_true (says (fixture, "Left out"));
  unknot_test_answer (fixture->checkup, data, "yes");
  g_assert_false (says (fixture, "Left out"));
}

static void
test_question_row_suggested (Fixture       *fixture,
                             gconstpointer  data)
{
  unknot_test_load_answers (fixture->checkup, "vignettes", "base.json");
  g_assert_false (says (fixture, "From your last check-up"));
  unknot_checkup_restart (fixture->checkup);
  g_assert_true (says (fixture, "From your last check-up"));
  unknot_test_answer (fixture->checkup, data, "yes");
  g_assert_false (says (fixture, "From your last check-up"));
}

/* As the diary would: one answer, or none. */
static void
tell (Fixture    *fixture,
      const char *question,
      const char *answer)
{
  UnknotProtocol *protocol = unknot_checkup_get_protocol (fixture->checkup);
  g_autoptr (UnknotAnswers) answers =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));

  unknot_test_give (protocol, answers, question, answer);
  unknot_checkup_set_diary_answers (fixture->checkup, answers);
}

static void
test_question_row_from_diary (Fixture       *fixture,
                              gconstpointer  data)
{
  GtkEditable *entry = GTK_EDITABLE (unknot_test_get (fixture->row, GTK_TYPE_ENTRY, NULL));
  UnknotPage *page = unknot_questionnaire_lookup_page (
    unknot_protocol_get_questionnaire (unknot_checkup_get_protocol (fixture->checkup)),
    "this-spasm");

  tell (fixture, data, "16");
  g_assert_true (says (fixture, "From your diary, not confirmed yet"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "16");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));
  unknot_question_row_set_open (UNKNOT_QUESTION_ROW (fixture->row), TRUE);
  g_assert_true (says (fixture, "From your diary, not confirmed yet"));

  unknot_checkup_confirm_page (fixture->checkup, page);
  g_assert_true (says (fixture, "From your diary"));
  gtk_editable_set_text (entry, "17");
  g_assert_false (says (fixture, "From your diary"));
  gtk_editable_set_text (entry, "5");
  g_assert_true (says (fixture, "Your diary says: 16"));
  gtk_editable_set_text (entry, "16");
  g_assert_true (says (fixture, "From your diary"));

  /* What the person said stays. */
  tell (fixture, data, "18");
  g_assert_true (says (fixture, "Your diary says: 18"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "16");
  tell (fixture, data, NULL);
  g_assert_false (says (fixture, "Your diary says: 18"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "16");
}

/* What the diary takes back before it is confirmed does not stay behind as if it were an answer. */
static void
test_question_row_diary_takes_back (Fixture       *fixture,
                                    gconstpointer  data)
{
  GtkEditable *entry = GTK_EDITABLE (unknot_test_get (fixture->row, GTK_TYPE_ENTRY, NULL));

  tell (fixture, data, "16");
  tell (fixture, data, NULL);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  g_assert_true (unknot_checkup_is_empty (fixture->checkup));

  /* Nor does what is left out. What is being typed does. */
  tell (fixture, data, "16");
  unknot_test_answer (fixture->checkup, data, "skipped");
  g_assert_true (says (fixture, "Left out"));
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "");
  gtk_editable_set_text (entry, "1x");
  tell (fixture, data, "17");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "1x");
}

static void
test_question_row_danger (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotDanger danger = { data, "new" };
  g_autoptr (GPtrArray) dangers = g_ptr_array_new ();

  g_ptr_array_add (dangers, &danger);
  unknot_test_answer (fixture->checkup, data, "no");
  unknot_checkup_take_dangers (fixture->checkup, dangers);
  g_assert_true (says (fixture, "From your diary"));
  unknot_test_assert_codes (fixture->checkup, data, "new");
  g_assert_true (unknot_test_is_checked (unknot_test_get (fixture->row, GTK_TYPE_TOGGLE_BUTTON,
                                                          "Yes")));
  unknot_test_click (unknot_test_get (fixture->row, GTK_TYPE_TOGGLE_BUTTON, "No"));
  g_assert_true (says (fixture, "Your diary says: Started in the last 14 days, or is getting worse "
                                "(however old it is)"));
  unknot_test_assert_codes (fixture->checkup, data, "no");
}

static void
test_question_row_applies (Fixture       *fixture,
                           gconstpointer  data)
{
  static const struct
  {
    const char *flank;
    gboolean applies;
  } cases[] = { { "no", FALSE }, { "yes", TRUE }, { NULL, FALSE }, { "not-sure", TRUE } };

  g_assert_false (gtk_widget_get_visible (fixture->row));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      unknot_test_answer (fixture->checkup, "flank", cases[i].flank);
      g_assert_cmpint (gtk_widget_get_visible (fixture->row), ==, cases[i].applies);
    }
}

/* The focus goes to the answer, past the button that explains. */
static void
test_question_row_focus (Fixture       *fixture,
                         gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (fixture->row);
  GtkWidget *focus;

  gtk_widget_grab_focus (get_why_button (fixture));
  g_assert_true (gtk_widget_grab_focus (fixture->row));
  focus = unknot_test_get_focus (fixture->row);
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, unknot_test_get (fixture->row,
                                                                 ADW_TYPE_TOGGLE_GROUP, NULL)));
  unknot_test_close (window);
}

static void
test_question_row_split (void)
{
  static const struct
  {
    const char *text;
    const char *title;
    const char *details;
  } cases[] = {
    { "Is it cold?", "Is it cold?", "" },
    { "Is it cold? It counts at night.", "Is it cold?", "It counts at night." },
    { "Is it cold? Or wet? Say so.", "Is it cold?", "Or wet? Say so." },
    { "Say how cold it is.", "Say how cold it is.", "" },
    { "Is it cold?  ", "Is it cold?", "" },
    { "", "", "" },
    { "?", "?", "" },
    { "Κάνει κρύο\u037e Και τη νύχτα.", "Κάνει κρύο\u037e", "Και τη νύχτα." },
    { "هل الجو بارد؟ في الليل أيضا.", "هل الجو بارد؟", "في الليل أيضا." },
    { "寒いですか？夜も。", "寒いですか？", "夜も。" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *title = unknot_question_row_dup_title (cases[i].text);
      g_autofree char *details = unknot_question_row_dup_details (cases[i].text);

      g_assert_cmpstr (title, ==, cases[i].title);
      g_assert_cmpstr (details, ==, cases[i].details);
    }
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

  add ("/question-row/accessible", "bladder", test_question_row_accessible);
  add ("/question-row/why", "bladder", test_question_row_why);
  g_test_add_func ("/question-row/says-all", test_question_row_says_all);
  add ("/question-row/status", "fever", test_question_row_status);
  add ("/question-row/suggested", "cancer", test_question_row_suggested);
  add ("/question-row/from-diary", "duration-days", test_question_row_from_diary);
  add ("/question-row/diary-takes-back", "duration-days", test_question_row_diary_takes_back);
  add ("/question-row/danger", "bladder", test_question_row_danger);
  add ("/question-row/applies", "flank-signs", test_question_row_applies);
  add ("/question-row/focus", "bladder", test_question_row_focus);
  g_test_add_func ("/question-row/split", test_question_row_split);

  return g_test_run ();
}
