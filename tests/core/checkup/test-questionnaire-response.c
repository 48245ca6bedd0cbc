/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-questionnaire-response.h"

#include "unknot-answers-json.h"
#include "unknot-test-protocol.h"

#define N_ROUND_TRIPS 100

#define URL "urn:uuid:cf731781-b7a6-42d5-b86b-0997efac9718"
#define SYSTEM "urn:uuid:d6e1a094-0156-453d-b357-cfa569a6ff89"
#define ABSENT "http://hl7.org/fhir/StructureDefinition/data-absent-reason"

/* The members of a response, after its type. */
#define COMPLETED(items) "'status': 'completed', 'item': [" items "]"
#define RIGHT_NOW(items) COMPLETED ("{'linkId': 'right-now', 'item': [" items "]}")
#define ANSWER(page, id, answer) \
  COMPLETED ("{'linkId': '" page "', 'item': [{'linkId': '" id "', 'answer': " answer "}]}")
#define BLADDER(answer) ANSWER ("right-now", "bladder", answer)
#define SPREADS(answer) ANSWER ("this-spasm", "spreads", answer)
#define AGE(answer) ANSWER ("about-you", "age", answer)
#define CODE(code) "{'valueCoding': {'system': '" SYSTEM "', 'code': '" code "'}}"
#define SKIP "'extension': [{'url': '" ABSENT "', 'valueCode': 'unknown'}]"

#define NO_LIST "needs a list with something in it as "
#define NO_CODING "bladder needs an object as “valueCoding”."
#define NO_INTEGER "“age” takes one whole number, as “valueInteger”."
#define OTHER_SYSTEM "“bladder” is answered by a code of another system."
#define OTHER_VERSION(version) \
  "The response answers version “" version "” of the check-up; this is version “1.0”."

/* A response is written here with single quotes, which nothing in it needs for itself. */
static char *
with_double_quotes (const char *json)
{
  return g_strdelimit (g_strdup (json), "'", '"');
}

static UnknotAnswers *
load (UnknotProtocol  *protocol,
      const char      *json,
      GError         **error)
{
  char *text = with_double_quotes (json);
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), bytes, error);
}

static UnknotAnswers *
load_response (UnknotProtocol  *protocol,
               const char      *members,
               GError         **error)
{
  g_autofree char *json =
    g_strdup_printf ("{'resourceType': 'QuestionnaireResponse', %s}", members);

  return load (protocol, json, error);
}

static char *
write_response (UnknotAnswers *answers,
                const char    *status)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 60 * 60);
  g_autoptr (GDateTime) authored = g_date_time_new (zone, 2026, 11, 21, 3, 4, 5);
  g_autoptr (JsonNode) response = unknot_questionnaire_response_new (answers, status, authored);

  return json_to_string (response, FALSE);
}

/* Some of the codes where they can stand together, else one. */
static void
set_random_codes (UnknotAnswers  *answers,
                  UnknotQuestion *question)
{
  guint n_options = unknot_question_get_n_options (question);
  guint any = g_test_rand_int_range (0, n_options);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) some = NULL;

  for (guint i = 0; i < n_options; i++)
    if (g_test_rand_int_range (0, 2) == 1)
      g_strv_builder_add (builder, unknot_question_get_option_code (question, i));
  some = g_strv_builder_end (builder);

  if (!unknot_answers_set_codes (answers, question, (const char *const *) some, NULL))
    g_assert_true (unknot_answers_set_code (answers, question,
                                            unknot_question_get_option_code (question, any), NULL));
}

static void
set_random_answer (UnknotAnswers  *answers,
                   UnknotQuestion *question)
{
  int minimum = unknot_question_get_minimum (question);
  int maximum = unknot_question_get_maximum (question);
  int dice = g_test_rand_int_range (0, 6);

  if (dice == 0)
    unknot_answers_skip (answers, question);
  else if (dice > 1 && unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    unknot_answers_set_count (answers, question, g_test_rand_int_range (minimum, maximum + 1),
                              NULL);
  else if (dice > 1)
    set_random_codes (answers, question);
}

static UnknotAnswers *
new_random_answers (UnknotProtocol *protocol)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  UnknotAnswers *answers = unknot_answers_new (questionnaire);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    set_random_answer (answers, unknot_questionnaire_get_question (questionnaire, i));

  return answers;
}

static void
assert_same (UnknotAnswers *loaded,
             UnknotAnswers *answers,
             gboolean       keeps_all)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (answers);
  const gint32 *values = unknot_answers_get_values (answers);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      gboolean kept = keeps_all || unknot_answers_applies (answers, question);

      g_assert_cmpint (unknot_answers_get_values (loaded)[i], ==,
                       kept ? values[i] : UNKNOT_ANSWER_NONE);
    }
}

static void
test_questionnaire_response_round_trip (void)
{
  static const struct
  {
    const char *status;
    gboolean keeps_all;
  } cases[] = {
    { "in-progress", TRUE }, { "completed", FALSE }, { "stopped", FALSE },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < N_ROUND_TRIPS; i++)
    {
      g_autoptr (UnknotAnswers) answers = new_random_answers (protocol);

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_autofree char *json = write_response (answers, cases[j].status);
          g_autoptr (GError) error = NULL;
          g_autoptr (UnknotAnswers) loaded = load (protocol, json, &error);

          g_assert_no_error (error);
          assert_same (loaded, answers, cases[j].keeps_all);
        }
    }
}

static void
test_questionnaire_response_text (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotAnswers) answers =
    load (protocol, "{'answers': {'spreads': ['arm', 'one-leg'], 'age': 0, 'bladder': 'gone'}}",
          &error);
  g_autofree char *written = NULL;
  g_autofree char *expected = with_double_quotes (
    "{'resourceType':'QuestionnaireResponse','questionnaire':'" URL "|1.0',"
    "'status':'completed','authored':'2026-11-21T03:04:05+02:00','item':["
    "{'linkId':'right-now','item':["
    "{'linkId':'bladder','answer':[{'valueCoding':{'system':'" SYSTEM "','code':'gone'}}]},"
    "{'linkId':'bowel','answer':[{'extension':["
    "{'url':'" ABSENT "','valueCode':'asked-declined'}]}]}]},"
    "{'linkId':'about-you','item':[{'linkId':'age','answer':[{'valueInteger':0}]}]},"
    "{'linkId':'this-spasm','item':[{'linkId':'spreads','answer':["
    "{'valueCoding':{'system':'" SYSTEM "','code':'one-leg'}},"
    "{'valueCoding':{'system':'" SYSTEM "','code':'arm'}}]}]}]}");

  g_assert_no_error (error);
  unknot_answers_skip (answers, unknot_test_lookup (protocol, "bowel"));
  written = write_response (answers, "completed");

  g_assert_cmpstr (written, ==, expected);
}

static void
test_questionnaire_response_no_empty_lists (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) nothing =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));
  g_autoptr (UnknotAnswers) nothing_that_applies =
    load (protocol, "{'answers': {'pregnancy-signs': ['bleeding']}}", NULL);
  g_autofree char *written_nothing = write_response (nothing, "in-progress");
  g_autofree char *completed = write_response (nothing_that_applies, "completed");
  g_autofree char *in_progress = write_response (nothing_that_applies, "in-progress");

  g_assert_null (strstr (written_nothing, "item"));
  g_assert_null (strstr (completed, "item"));
  g_assert_nonnull (strstr (in_progress, "\"bleeding\""));
}

static void
test_questionnaire_response_what_applies (void)
{
  static const struct
  {
    const char *answers;
    const char *id;
    gboolean applies;
  } cases[] = {
    { "'flank': 'no', 'flank-signs': ['vomiting']", "flank-signs", FALSE },
    { "'flank-signs': ['vomiting']", "flank-signs", FALSE },
    { "'flank': 'not-sure', 'flank-signs': ['vomiting']", "flank-signs", TRUE },
    { "'balance': 'new', 'old-signs-assessed': 'no'", "old-signs-assessed", FALSE },
    { "'balance': 'old', 'old-signs-assessed': 'no'", "old-signs-assessed", TRUE },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'answers': {%s}}", cases[i].answers);
      g_autofree char *member = g_strdup_printf ("\"linkId\":\"%s\"", cases[i].id);
      g_autoptr (UnknotAnswers) answers = load (protocol, json, NULL);
      g_autofree char *completed = write_response (answers, "completed");
      g_autofree char *stopped = write_response (answers, "stopped");
      g_autofree char *in_progress = write_response (answers, "in-progress");

      g_assert_true ((strstr (completed, member) != NULL) == cases[i].applies);
      g_assert_true ((strstr (stopped, member) != NULL) == cases[i].applies);
      g_assert_nonnull (strstr (in_progress, member));
    }
}

typedef struct
{
  const char *members;
  const char *message; /* NULL where nothing is wrong */
} Case;

static void
assert_loads (const Case *cases,
              guint       n_cases)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotAnswers) answers = load_response (protocol, cases[i].members, &error);

      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
      g_assert_true ((answers == NULL) == (error != NULL));
    }
}

static void
test_questionnaire_response_head (void)
{
  static const Case cases[] = {
    { "'status': 'in-progress'", NULL },
    { "'status': 'completed'", NULL },
    { "'status': 'amended'", NULL },
    { "'status': 'stopped'", NULL },
    { "'status': 'entered-in-error'",
      "The response cannot be used: its status is “entered-in-error”." },
    { "'status': 'Completed'", "The response cannot be used: its status is “Completed”." },
    { "'id': 'x'", "The response needs text as “status”." },
    { "'status': true", "The response needs text as “status”." },
    { "'status': 'completed', 'questionnaire': '" URL "'", NULL },
    { "'status': 'completed', 'questionnaire': '" URL "|1.0'", NULL },
    { "'status': 'completed', 'questionnaire': '" URL "|1.1'", OTHER_VERSION ("1.1") },
    { "'status': 'completed', 'questionnaire': '" URL "|'", OTHER_VERSION ("") },
    { "'status': 'completed', 'questionnaire': '" URL "|1.0|2'", OTHER_VERSION ("1.0|2") },
    { "'status': 'completed', 'questionnaire': 'urn:uuid:0'",
      "The response answers another questionnaire, “urn:uuid:0”." },
    { "'status': 'completed', 'questionnaire': '" URL "0|1.0'",
      "The response answers another questionnaire, “" URL "0”." },
    { "'status': 'completed', 'questionnaire': ['" URL "']",
      "The response needs text as “questionnaire”." },
    { "'status': 'completed', 'authored': '2026-11-21', 'meta': {}, 'subject': {}, 'text': {}",
      NULL },
    { "'status': 'completed', 'modifierExtension': []",
      "The response has “modifierExtension”, which is not known." },
    { "'status': 'completed', 'answers': {'bladder': 'new'}",
      "The response has “answers”, which is not known." },
    { "'status': 'completed', 'item': []", "The response " NO_LIST "“item”." },
    { "'status': 'completed', 'item': {}", "The response " NO_LIST "“item”." },
    { "'status': 'completed', 'item': ['right-now']", "A page is not an object." },
  };

  assert_loads (cases, G_N_ELEMENTS (cases));
}

static void
test_questionnaire_response_another_resource (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GError) error = NULL;

  g_assert_null (load (protocol, "{'resourceType': 'Questionnaire', 'status': 'completed'}",
                       &error));
  g_assert_cmpstr (error->message, ==, "The file is not a FHIR QuestionnaireResponse.");
}

static void
test_questionnaire_response_items (void)
{
  static const Case cases[] = {
    { COMPLETED ("{'linkId': 'right-now'}, {'linkId': 'alarm-signs', 'text': 'Alarm'}"), NULL },
    { RIGHT_NOW ("{'linkId': 'bladder', 'text': 'Bladder'}"), NULL },
    { COMPLETED ("{'linkId': 'later'}"), "“later” is not a page of the check-up." },
    { COMPLETED ("{'linkId': 'bladder', 'answer': []}"),
      "A page has “answer”, which is not known.\n“bladder” is not a page of the check-up." },
    { COMPLETED ("{'text': 'Right now'}"), "A page needs text as “linkId”." },
    { COMPLETED ("{'linkId': 'right-now'}, {'linkId': 'right-now'}"), "“right-now” stands twice." },
    { COMPLETED ("{'linkId': 'right-now', 'modifierExtension': []}"),
      "A page has “modifierExtension”, which is not known." },
    { RIGHT_NOW (""), "right-now " NO_LIST "“item”." },
    { RIGHT_NOW ("'bladder'"), "right-now is not an object." },
    { RIGHT_NOW ("{'linkId': 'kidney'}"), "“kidney” is not a question on the page “right-now”." },
    { RIGHT_NOW ("{'linkId': 'age'}"), "“age” is not a question on the page “right-now”." },
    { RIGHT_NOW ("{'linkId': 'bladder-why'}"),
      "“bladder-why” is not a question on the page “right-now”." },
    { RIGHT_NOW ("{'linkId': 'bladder'}, {'linkId': 'bladder'}"), "“bladder” stands twice." },
    { RIGHT_NOW ("{'linkId': 'bladder', 'item': []}"),
      "right-now has “item”, which is not known." },
    { RIGHT_NOW ("{'linkId': 'bladder', 'modifierExtension': []}"),
      "right-now has “modifierExtension”, which is not known." },
    { COMPLETED ("{'linkId': 'a\\nb'}"), "“a\357\277\275b” is not a page of the check-up." },
  };

  assert_loads (cases, G_N_ELEMENTS (cases));
}

static void
test_questionnaire_response_answers (void)
{
  static const struct
  {
    const char *members;
    const char *read;
    const char *skipped;
  } cases[] = {
    { BLADDER ("[" CODE ("new") "]"), "'bladder': 'new'", NULL },
    { BLADDER ("[{'valueCoding': {'code': 'old', 'display': 'Old'}}]"), "'bladder': 'old'", NULL },
    { BLADDER ("[{'id': 'a', 'extension': [], 'valueCoding': {'code': 'no'}}]"),
      "'bladder': 'no'", NULL },
    { SPREADS ("[" CODE ("groin") ", " CODE ("arm") "]"), "'spreads': ['arm', 'groin']", NULL },
    { AGE ("[{'valueInteger': 120}]"), "'age': 120", NULL },
    { AGE ("[{" SKIP "}]"), "", "age" },
    { BLADDER ("[{" SKIP "}]"), "", "bladder" },
    { BLADDER ("[{'id': 'a', " SKIP "}]"), "", "bladder" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *plain = g_strdup_printf ("{'answers': {%s}}", cases[i].read);
      g_autoptr (UnknotAnswers) expected = load (protocol, plain, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotAnswers) answers = load_response (protocol, cases[i].members, &error);

      if (cases[i].skipped != NULL)
        unknot_answers_skip (expected, unknot_test_lookup (protocol, cases[i].skipped));
      g_assert_no_error (error);
      assert_same (answers, expected, TRUE);
    }
}

static void
test_questionnaire_response_bad_answers (void)
{
  static const Case cases[] = {
    { BLADDER ("[{'valueCoding': {'system': 'urn:uuid:0', 'code': 'new'}}]"), OTHER_SYSTEM },
    { BLADDER ("[{'valueCoding': {'system': null, 'code': 'new'}}]"), OTHER_SYSTEM },
    { BLADDER ("[{'valueCoding': {'system': '" SYSTEM "'}}]"), "bladder needs text as “code”." },
    { BLADDER ("[" CODE ("yes") "]"), "“yes” is not an answer to “bladder”." },
    { BLADDER ("[" CODE ("no") ", " CODE ("new") "]"), "“bladder” takes one answer only." },
    { BLADDER ("[{'valueInteger': 1}]"), NO_CODING },
    { BLADDER ("[{'valueString': 'new'}]"), "bladder has “valueString”, which is not known." },
    { BLADDER ("[]"), "bladder " NO_LIST "“answer”." },
    { BLADDER (CODE ("new")), "bladder " NO_LIST "“answer”." },
    { BLADDER ("['new']"), "bladder is not an object." },
    { BLADDER ("[{}]"), NO_CODING },
    { BLADDER ("[{'valueCoding': {'code': 'new'}, 'item': []}]"),
      "bladder has “item”, which is not known." },
    { BLADDER ("[{'valueCoding': {'code': 'new'}, 'modifierExtension': []}]"),
      "bladder has “modifierExtension”, which is not known." },
    { BLADDER ("[{'valueCoding': {'code': 'new'}, 'valueInteger': 1}]"),
      "“bladder” has two values in one answer." },
    { BLADDER ("[{'extension': [{'url': '" ABSENT "'}]}]"), NO_CODING },
    { BLADDER ("[{'extension': [{'url': 'urn:x', 'valueCode': 'unknown'}]}]"), NO_CODING },
    { SPREADS ("[" CODE ("arm") ", " CODE ("none") "]"),
      "“none” cannot stand beside another answer to “spreads”." },
    { SPREADS ("[" CODE ("arm") ", " CODE ("arm") "]"), "“arm” answers “spreads” twice." },
    { AGE ("[{'valueInteger': 121}]"), "“age” must be a whole number from 0 to 120." },
    { AGE ("[{'valueInteger': 44.0}]"), NO_INTEGER },
    { AGE ("[{'valueInteger': '44'}]"), NO_INTEGER },
    { AGE ("[{'valueInteger': 44}, {'valueInteger': 45}]"), NO_INTEGER },
    { AGE ("[" CODE ("no") "]"), NO_INTEGER },
  };

  assert_loads (cases, G_N_ELEMENTS (cases));
}

static void
test_questionnaire_response_all_faults (void)
{
  static const Case cases[] = {
    { "'status': 'entered-in-error', 'questionnaire': 'urn:uuid:0', 'item': ["
      "{'linkId': 'this-spasm', 'item': [{'linkId': 'severity', 'answer': [{'valueInteger': 11}]}, "
      "{'linkId': 'age'}]}, {'linkId': 'later'}]",
      "The response answers another questionnaire, “urn:uuid:0”.\n"
      "The response cannot be used: its status is “entered-in-error”.\n"
      "“severity” must be a whole number from 0 to 10.\n"
      "“age” is not a question on the page “this-spasm”.\n"
      "“later” is not a page of the check-up." },
  };

  assert_loads (cases, G_N_ELEMENTS (cases));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire-response/round-trip", test_questionnaire_response_round_trip);
  g_test_add_func ("/questionnaire-response/text", test_questionnaire_response_text);
  g_test_add_func ("/questionnaire-response/no-empty-lists",
                   test_questionnaire_response_no_empty_lists);
  g_test_add_func ("/questionnaire-response/what-applies",
                   test_questionnaire_response_what_applies);
  g_test_add_func ("/questionnaire-response/head", test_questionnaire_response_head);
  g_test_add_func ("/questionnaire-response/another-resource",
                   test_questionnaire_response_another_resource);
  g_test_add_func ("/questionnaire-response/items", test_questionnaire_response_items);
  g_test_add_func ("/questionnaire-response/bad-answers", test_questionnaire_response_bad_answers);
  g_test_add_func ("/questionnaire-response/all-faults", test_questionnaire_response_all_faults);
  g_test_add_func ("/questionnaire-response/answers", test_questionnaire_response_answers);

  return g_test_run ();
}
