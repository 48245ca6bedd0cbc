/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-result-topic.h"
#include "unknot-test-advice.h"

typedef struct
{
  UnknotProtocol *protocol;
  UnknotAnswers *answers; /* of an ordinary spasm, until they are changed */
  GString *text;          /* the result, a line for each text */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->protocol = unknot_test_load_protocol ();
  fixture->answers = unknot_test_new_calm_answers (fixture->protocol);
  fixture->text = g_string_new (NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_object_unref (fixture->protocol);
  g_object_unref (fixture->answers);
  g_string_free (fixture->text, TRUE);
}

/* Titles of sections begin with “#”, other titles with “-”. */
static void
append_block (GString          *text,
              UnknotTopicBlock *block)
{
  gboolean is_section = unknot_topic_block_get_kind (block) == UNKNOT_TOPIC_BLOCK_SECTION;
  UnknotTopicText *title = unknot_topic_block_get_title (block);
  UnknotTopicText *words = unknot_topic_block_get_text (block);

  if (title != NULL)
    g_string_append_printf (text, "%s %s\n", is_section ? "#" : "-",
                            unknot_topic_text_get_text (title));
  if (words != NULL)
    g_string_append_printf (text, "%s\n", unknot_topic_text_get_text (words));
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    append_block (text, unknot_topic_block_get_child (block, i));
}

static void
append_topic (GString     *text,
              UnknotTopic *topic)
{
  g_string_append_printf (text, "%s\n", unknot_topic_get_title (topic));
  for (guint i = 0; i < unknot_topic_get_n_blocks (topic); i++)
    append_block (text, unknot_topic_get_block (topic, i));
}

static UnknotTopic *
make_topic (UnknotProtocol *protocol,
            UnknotAnswers  *answers,
            gboolean        past)
{
  g_autoptr (UnknotAssessment) assessment = unknot_test_assess (protocol, answers);
  g_autoptr (UnknotAdvice) advice = unknot_test_advise (protocol, answers, "GB");

  return unknot_result_topic_new (assessment, advice, past);
}

static void
compose (Fixture  *fixture,
         gboolean  past)
{
  g_autoptr (UnknotTopic) topic = make_topic (fixture->protocol, fixture->answers, past);

  g_string_truncate (fixture->text, 0);
  append_topic (fixture->text, topic);
}

static void
answer (Fixture    *fixture,
        const char *question,
        const char *answer)
{
  unknot_test_give (fixture->protocol, fixture->answers, question, answer);
}

static void
assert_says (Fixture    *fixture,
             const char *line)
{
  if (strstr (fixture->text->str, line) == NULL)
    g_error ("“%s” is missing in:\n%s", line, fixture->text->str);
}

static void
assert_begins (Fixture    *fixture,
               const char *lines)
{
  g_autofree char *beginning = g_strndup (fixture->text->str, strlen (lines));

  g_assert_cmpstr (beginning, ==, lines);
}

/* In that order, and no others. */
static void
assert_sections (Fixture    *fixture,
                 const char *titles)
{
  g_auto (GStrv) lines = g_strsplit (fixture->text->str, "\n", -1);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], "# "))
      g_string_append_printf (found, "%s%s", found->len > 0 ? " · " : "", lines[i] + 2);
  g_assert_cmpstr (found->str, ==, titles);
}

/* What the crew asks for comes before what they know. */
static void
test_result_topic_emergency (Fixture       *fixture,
                             gconstpointer  data)
{
  answer (fixture, "bladder", "new");
  answer (fixture, "saddle-numbness", "gone");
  answer (fixture, "balance", "not-sure");
  answer (fixture, "blood-thinner", "yes");
  compose (fixture, FALSE);

  assert_sections (fixture, "About the Patient · Answers · Why · What to Do · "
                            "Signs That Call for More");
  assert_begins (fixture, "Call 0118 now\nAnswered on 21 November 2026, 03:00\n"
                          "# About the Patient\nAge: 40 years; a blood thinner\n"
                          "# Answers\n"
                          "- New or worse\nTrouble passing, feeling or holding urine\n"
                          "- In last 14 days, gone\nNumb or changed feeling between the legs\n"
                          "- Not sure\nPoor balance or clumsy hands\n"
                          "- No\nLost control or feeling of the bowels; ");
  assert_says (fixture, "\n# Why\n- Trouble passing, feeling or holding urine: Started in the last "
                        "14 days, or is getting worse (however old it is)\n"
                        "Call the emergency number now — ");
  assert_says (fixture, "\nCall 0118 now, and say what you answered here.\n");
}

/* In the middle of the questions, too, as the red page comes then. What is missing makes it no less
 * of an emergency, and stands before nothing that the crew asks for. */
static void
test_result_topic_emergency_unfinished (Fixture       *fixture,
                                        gconstpointer  data)
{
  answer (fixture, "bladder", "new");
  answer (fixture, "age", NULL);
  answer (fixture, "worried", "skipped");
  compose (fixture, FALSE);
  assert_begins (fixture, "Call 0118 now\nAnswered on 21 November 2026, 03:00\n"
                          "Treat this as an emergency, whatever the missing answers would be. 2 "
                          "questions were not answered: they are named below.\n# Answers\n"
                          "- New or worse\nTrouble passing, feeling or holding urine\n- No\n");
  assert_sections (fixture, "Answers · Why · What to Do · Not Answered · "
                            "Signs That Call for More");
  assert_says (fixture, "\n# Not Answered\nAge; your worry about it\n# ");

  answer (fixture, "age", "40");
  compose (fixture, FALSE);
  assert_says (fixture, "\nTreat this as an emergency, whatever the missing answer would be. 1 "
                        "question was not answered: it is named below.\n");
  assert_says (fixture, "\n# Not Answered\nYour worry about it\n# ");
}

/* Earlier, it is not what is to be done now. */
static void
test_result_topic_emergency_past (Fixture       *fixture,
                                  gconstpointer  data)
{
  answer (fixture, "bladder", "new");
  answer (fixture, "worried", "skipped");
  compose (fixture, TRUE);
  assert_says (fixture, "\nThis is an earlier check-up. What it says was for that time.\n");
  assert_says (fixture, "\n# Not Answered\nYour worry about it\n# ");
  g_assert_null (strstr (fixture->text->str, "Treat this"));
}

static void
test_result_topic_urgent (Fixture       *fixture,
                          gconstpointer  data)
{
  answer (fixture, "night-pain", "yes");
  compose (fixture, FALSE);
  assert_begins (fixture, "Get seen today\nWithin 24 hours\n"
                          "Answered on 21 November 2026, 03:00\n# What to Do\n");
  assert_sections (fixture, "What to Do · Why · Meanwhile · Signs That Call for More · "
                            "Worth Knowing · About the Patient · Answers");
  assert_says (fixture, "\n# Why\n- Pain all night that no position eases: Yes\nGet seen today — ");
  assert_says (fixture, "\n# Answers\n- Yes\nPain all night that no position eases\n- No\n");
}

static void
test_result_topic_doctor (Fixture       *fixture,
                          gconstpointer  data)
{
  answer (fixture, "duration-days", "14");
  compose (fixture, FALSE);
  assert_begins (fixture, "Book an appointment\nWithin days\n");
  assert_says (fixture, "\n- Days since this spasm began: 14 days\nBook an appointment — ");
}

static void
test_result_topic_self_care (Fixture       *fixture,
                             gconstpointer  data)
{
  compose (fixture, FALSE);
  assert_begins (fixture, "Care for it at home, and watch\n"
                          "Check again by day 14 of the spasm at the latest\n");
  assert_says (fixture, "\n- All questions are answered, and none of the answers speaks for "
                        "danger.\nCare for it at home, and watch — ");
  assert_says (fixture, "\n# Answers\n- Yes\nNone of the signs\n- No\n");
}

/* What has no answer is neither a yes nor a no. */
static void
test_result_topic_open (Fixture       *fixture,
                        gconstpointer  data)
{
  answer (fixture, "bladder", "skipped");
  compose (fixture, FALSE);
  assert_begins (fixture, "An emergency is not ruled out yet\n"
                          "First answer what is still open on the first two pages\n"
                          "Answered on 21 November 2026, 03:00\n"
                          "Not finished. Care at home is advised only once every question is "
                          "answered.\n");
  assert_sections (fixture, "What to Do · Signs That Call for More · Worth Knowing · "
                            "About the Patient · Answers");
  assert_says (fixture, "\n- Not answered\nTrouble passing, feeling or holding urine\n"
                        "- No\nLost control or feeling of the bowels; ");
}

static void
test_result_topic_past (Fixture       *fixture,
                        gconstpointer  data)
{
  answer (fixture, "bladder", "skipped");
  compose (fixture, TRUE);
  assert_says (fixture, "\nThis is an earlier check-up. What it says was for that time.\n");
  g_assert_null (strstr (fixture->text->str, "Not finished."));
}

static void
test_result_topic_notice (Fixture       *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotTopic) topic = make_topic (fixture->protocol, fixture->answers, FALSE);

  g_assert_cmpstr (unknot_topic_get_notice (topic), ==,
                   "Answered on 21 November 2026, 03:00. Reported by the patient and made with "
                   "Unknot. It is not a medical record, and holds no diagnosis. Version 1.0 of the "
                   "check-up.");
}

static gboolean
is_emergency (UnknotAssessment *assessment)
{
  return unknot_assessment_get_level (assessment) == UNKNOT_LEVEL_EMERGENCY;
}

/* Each advice, reason and question that applies is there, whatever was answered; only what is worth
 * knowing later is not for the crew. */
static void
assert_whole (UnknotProtocol *protocol,
              UnknotAnswers  *answers)
{
  g_autoptr (UnknotAssessment) assessment = unknot_test_assess (protocol, answers);
  g_autoptr (UnknotAdvice) advice = unknot_test_advise (protocol, answers, "GB");
  g_autoptr (UnknotTopic) topic = make_topic (protocol, answers, FALSE);
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *folded = NULL;

  append_topic (text, topic);
  for (guint part = 0; part <= UNKNOT_ADVICE_WATCH; part++)
    for (guint i = 0; i < unknot_test_count_items (advice, part); i++)
      g_assert_cmpint (strstr (text->str, unknot_advice_item_get_text (
                                            unknot_test_get_item (advice, part, i))) != NULL,
                       ==, part != UNKNOT_ADVICE_WATCH || !is_emergency (assessment));
  folded = g_utf8_casefold (text->str, -1);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      g_autofree char *name = g_utf8_casefold (unknot_question_get_short_text (question), -1);

      if (unknot_answers_applies (unknot_assessment_get_answers (assessment), question))
        g_assert_nonnull (strstr (folded, name));
    }
}

static void
test_result_topic_each (Fixture       *fixture,
                        gconstpointer  data)
{
  g_assert_cmpuint (unknot_test_each_fixture (fixture->protocol, assert_whole), >, 100);
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/result-topic/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("emergency", test_result_topic_emergency);
  add ("emergency-unfinished", test_result_topic_emergency_unfinished);
  add ("emergency-past", test_result_topic_emergency_past);
  add ("urgent", test_result_topic_urgent);
  add ("doctor", test_result_topic_doctor);
  add ("self-care", test_result_topic_self_care);
  add ("open", test_result_topic_open);
  add ("past", test_result_topic_past);
  add ("notice", test_result_topic_notice);
  add ("each", test_result_topic_each);

  return g_test_run ();
}
