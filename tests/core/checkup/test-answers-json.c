/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-test-protocol.h"

#define NOT_JSON "The file is not valid JSON: "

static UnknotAnswers *
load (UnknotProtocol  *protocol,
      const char      *json,
      GError         **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), bytes, error);
}

static UnknotAnswers *
load_one (UnknotProtocol  *protocol,
          const char      *id,
          const char      *value,
          GError         **error)
{
  g_autofree char *json = g_strdup_printf ("{\"answers\": {\"%s\": %s}}", id, value);

  return load (protocol, json, error);
}

static void
assert_refused (UnknotProtocol *protocol,
                const char     *json,
                const char     *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (load (protocol, json, &error));
  g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
assert_one_refused (UnknotProtocol *protocol,
                    const char     *id,
                    const char     *value,
                    const char     *refusal)
{
  g_autofree char *json = g_strdup_printf ("{\"answers\": {\"%s\": %s}}", id, value);
  g_autofree char *message = g_strdup_printf ("“%s” %s", id, refusal);

  assert_refused (protocol, json, message);
}

static void
test_answers_json_codes (void)
{
  static const struct
  {
    const char *id;
    const char *value;
    const char *codes;
  } cases[] = {
    { "bladder", "\"no\"", "no" },
    { "bladder", "\"new\"", "new" },
    { "bladder", "\"gone\"", "gone" },
    { "bladder", "\"old\"", "old" },
    { "bladder", "\"not-sure\"", "not-sure" },
    { "balance", "\"n\\u0065w\"", "new" },
    { "fever", "\"yes\"", "yes" },
    { "worried", "\"not-sure\"", "not-sure" },
    { "onset", "\"sudden\"", "sudden" },
    { "trigger", "\"none\"", "none" },
    { "disc-or-stenosis", "\"treated-persists\"", "treated-persists" },
    { "infection-risk", "[\"none\"]", "none" },
    { "infection-risk", "[\"diabetes\"]", "diabetes" },
    { "spreads", "[\"elsewhere\", \"arm\", \"one-leg\"]", "one-leg,arm,elsewhere" },
    { "location", "[\"upper\", \"middle\", \"lower\"]", "upper,middle,lower" },
    { "flank-signs", "[\"vomiting\"]", "vomiting" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, cases[i].id);
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotAnswers) answers = load_one (protocol, cases[i].id, cases[i].value, &error);
      g_auto (GStrv) codes = NULL;
      g_autofree char *joined = NULL;

      g_assert_no_error (error);
      codes = unknot_answers_get_codes (answers, question);
      joined = g_strjoinv (",", codes);
      g_assert_cmpstr (joined, ==, cases[i].codes);
    }
}

static void
assert_count (UnknotProtocol *protocol,
              UnknotQuestion *question,
              gint64          count,
              gboolean        accepted)
{
  g_autofree char *value = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotAnswers) answers = load_one (protocol, unknot_question_get_id (question), value,
                                                &error);

  if (accepted)
    {
      g_assert_no_error (error);
      g_assert_cmpint (unknot_answers_get_count (answers, question), ==, count);
    }
  else
    {
      g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
      g_assert_null (answers);
    }
}

static void
test_answers_json_counts (void)
{
  static const struct
  {
    const char *id;
    int maximum;
  } cases[] = {
    { "age", 120 }, { "duration-days", 3650 }, { "severity", 10 }, { "otc-days", 365 },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      UnknotQuestion *question = unknot_test_lookup (protocol, cases[i].id);

      assert_count (protocol, question, -1, FALSE);
      assert_count (protocol, question, 0, TRUE);
      assert_count (protocol, question, 1, TRUE);
      assert_count (protocol, question, cases[i].maximum, TRUE);
      assert_count (protocol, question, cases[i].maximum + 1, FALSE);
      assert_count (protocol, question, (G_GINT64_CONSTANT (1) << 32) + 1, FALSE);
    }
}

static void
test_answers_json_unanswered (void)
{
  static const char *const documents[] = {
    "{\"answers\": {}}",
    "{\"answers\": {\"bladder\": null}}",
    "{\"answers\": {\"bladder\": null, \"fever\": null, \"onset\": null, \"spreads\": null, "
    "\"age\": null}}",
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotAnswers) answers = load (protocol, documents[i], &error);

      g_assert_no_error (error);
      for (guint j = 0; j < unknot_questionnaire_get_n_questions (questionnaire); j++)
        g_assert_false (unknot_answers_is_answered (
          answers, unknot_questionnaire_get_question (questionnaire, j)));
    }
}

static void
test_answers_json_only_what_is_given (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  UnknotAnswers *answers = load_one (protocol, "age", "0", NULL);
  guint n_answered = 0;

  g_assert_nonnull (answers);
  g_assert_true (unknot_answers_get_questionnaire (answers) == questionnaire);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    n_answered += unknot_answers_is_answered (answers,
                                              unknot_questionnaire_get_question (questionnaire, i));
  g_assert_cmpuint (n_answered, ==, 1);
  g_assert_finalize_object (answers);
}

static void
test_answers_json_not_json (void)
{
  static const char *const documents[] = {
    "{", "}", "{\"answers\": {\"age\": 44}", "{\"answers\": {\"age\": 44,}}",
    "{\"answers\": {\"age\": 44}} {}", "{\"answers\": {\"age\": 44}} x", "{answers: {}}",
    "{'answers': {}}", "{\"answers\": {\"age\" 44}}", "{\"answers\": {\"age\": 044}}",
    "{\"answers\": {\"age\": 0x2C}}", "{\"answers\": {\"age\": +44}}",
    "{\"answers\": {\"age\": 44.}}", "{\"answers\": {\"age\": .5}}",
    "{\"answers\": {\"age\": NaN}}", "{\"answers\": {\"fever\": yes}}",
    "// a comment\n{\"answers\": {}}", "{\"answers\": {\"fever\": \"yes}}", " ", "bladder: new",
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", documents[i]);
      g_assert_null (load (protocol, documents[i], &error));
      g_assert_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, NOT_JSON));
      g_assert_null (strchr (error->message, '\n'));
    }
}

static void
test_answers_json_bad_document (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "", "The file is empty." },
    { "{\"answers\": {\"fever\": \"\377\"}}", "The file is not UTF-8 text." },
    { "{\"answers\": {\"fever\": \"no\\u0000\"}}", "The file has a control character in a string." },
    { "[]", "The file is not an object." },
    { "null", "The file is not an object." },
    { "44", "The file is not an object." },
    { "[{\"answers\": {}}]", "The file is not an object." },
    { "{}", "The file needs an object as “answers”." },
    { "{\"answers\": null}", "The file needs an object as “answers”." },
    { "{\"answers\": []}", "The file needs an object as “answers”." },
    { "{\"answers\": [{\"bladder\": \"new\"}]}", "The file needs an object as “answers”." },
    { "{\"answers\": \"none\"}", "The file needs an object as “answers”." },
    { "{\"answers\": {}, \"level\": \"self-care\"}", "The file has “level”, which is not known." },
    { "{\"answers\": {}, \"comment\": null}", "The file has “comment”, which is not known." },
    { "{\"Answers\": {}, \"answers\": {}}", "The file has “Answers”, which is not known." },
    { "{\"answers\": {\"answers\": {}}}", "“answers” is not a question of the check-up." },
    { "{\"answers\": {},\n\"answers\": {}}", "Line 2: “answers” is given twice." },
    { "{\"answers\": {\"age\": 44,\n\"onset\": \"sudden\",\n\"age\": 44}}",
      "Line 3: “age” is given twice." },
    { "{\"answers\": {\"fever\": \"yes\", \"fev\\u0065r\": null}}",
      "Line 1: “fever” is given twice." },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (protocol, cases[i].json, cases[i].message);
}

static void
test_answers_json_unknown_ids (void)
{
  static const char *const ids[] = {
    "", "Bladder", "bladder ", "bladder_", "right-now", "bladder-why", "E01", "%s%n", "背中",
  };
  static const char *const values[] = { "\"no\"", "null", "44", "[]" };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      assert_one_refused (protocol, ids[i], values[j], "is not a question of the check-up.");
}

static void
test_answers_json_wrong_type (void)
{
  static const struct
  {
    const char *id;
    const char *refusal;
    const char *values[8];
  } cases[] = {
    { "bladder", "takes one code.", { "true", "false", "0", "1.5", "{}", "[]", "[\"no\"]" } },
    { "fever", "takes one code.", { "true", "false", "1", "{\"code\": \"yes\"}", "[\"yes\"]" } },
    { "onset", "takes one code.", { "true", "0", "{}", "[\"sudden\"]", "[null]" } },
    { "spreads", "takes a list of codes.",
      { "\"none\"", "true", "1", "{}", "[1]", "[null]", "[[\"arm\"]]", "[\"arm\", true]" } },
    { "age", "takes a whole number.",
      { "44.5", "44.0", "1e2", "\"44\"", "true", "[44]", "{}", "1e999" } },
    { "severity", "takes a whole number.", { "\"\"", "false", "-0.5", "8e0" } },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases[i].values) && cases[i].values[j] != NULL; j++)
      assert_one_refused (protocol, cases[i].id, cases[i].values[j], cases[i].refusal);
}

static void
test_answers_json_wrong_value (void)
{
  static const struct
  {
    const char *answer;
    const char *message;
  } cases[] = {
    { "\"bladder\": \"yes\"", "“yes” is not an answer to “bladder”." },
    { "\"bladder\": \"No\"", "“No” is not an answer to “bladder”." },
    { "\"bladder\": \"\"", "“” is not an answer to “bladder”." },
    { "\"fever\": \"new\"", "“new” is not an answer to “fever”." },
    { "\"fever\": \"yes\\n\"", "“yes\357\277\275” is not an answer to “fever”." },
    { "\"old-signs-assessed\": \"unanswered\"",
      "“unanswered” is not an answer to “old-signs-assessed”." },
    { "\"onset\": \"none\"", "“none” is not an answer to “onset”." },
    { "\"spreads\": [\"leg\"]", "“leg” is not an answer to “spreads”." },
    { "\"spreads\": [\"not-sure\"]", "“not-sure” is not an answer to “spreads”." },
    { "\"spreads\": []",
      "“spreads” needs at least one answer; leave it out if there is none." },
    { "\"spreads\": [\"none\", \"arm\"]",
      "“none” cannot stand beside another answer to “spreads”." },
    { "\"spreads\": [\"arm\", \"belly\", \"none\"]",
      "“none” cannot stand beside another answer to “spreads”." },
    { "\"spreads\": [\"arm\", \"arm\"]", "“arm” answers “spreads” twice." },
    { "\"spreads\": [\"none\", \"none\"]", "“none” answers “spreads” twice." },
    { "\"age\": -1", "“age” must be a whole number from 0 to 120." },
    { "\"age\": 99999999999999999999", "“age” must be a whole number from 0 to 120." },
    { "\"age\": -99999999999999999999", "“age” must be a whole number from 0 to 120." },
    { "\"severity\": 11", "“severity” must be a whole number from 0 to 10." },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"answers\": {%s}}", cases[i].answer);

      assert_refused (protocol, json, cases[i].message);
    }
}

static void
test_answers_json_all_faults (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  assert_refused (protocol,
                  "{\"answers\": {\"worried\": \"maybe\", \"age\": \"44\", \"kidney\": \"no\", "
                  "\"bladder\": \"new\", \"severity\": 11, \"fever\": true, \"location\": [], "
                  "\"chest\": null, \"flank-signs\": [\"vomiting\", \"none\"]}}",
                  "“maybe” is not an answer to “worried”.\n"
                  "“age” takes a whole number.\n"
                  "“kidney” is not a question of the check-up.\n"
                  "“severity” must be a whole number from 0 to 10.\n"
                  "“fever” takes one code.\n"
                  "“location” needs at least one answer; leave it out if there is none.\n"
                  "“none” cannot stand beside another answer to “flank-signs”.");
  assert_refused (protocol,
                  "{\"level\": \"doctor\", \"answers\": {\"age\": 44, \"age\": 121, \"age\": 0, "
                  "\"kidney\": \"no\"}}",
                  "Line 1: “age” is given twice.\n"
                  "Line 1: “age” is given twice.\n"
                  "The file has “level”, which is not known.\n"
                  "“kidney” is not a question of the check-up.");
  assert_refused (protocol,
                  "{\"answers\": {\"spreads\": [\"shin\", \"arm\", \"arm\", \"heel\"], "
                  "\"bladder\": \"wet\"}}",
                  "“shin” is not an answer to “spreads”.\n"
                  "“arm” answers “spreads” twice.\n"
                  "“heel” is not an answer to “spreads”.\n"
                  "“wet” is not an answer to “bladder”.");
  assert_refused (protocol, "{\"answer\": {\"bladder\": \"new\"}}",
                  "The file needs an object as “answers”.\n"
                  "The file has “answer”, which is not known.");
}

static void
test_answers_json_back (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  const char *json = "{\"answers\":{\"bladder\":\"new\",\"fever\":\"not-sure\","
                     "\"infection-risk\":[\"none\"],\"age\":0,\"onset\":\"sudden\","
                     "\"location\":[\"upper\",\"lower\"]}}";
  g_autoptr (UnknotAnswers) answers = load (protocol, json, NULL);
  g_autoptr (JsonNode) node = unknot_answers_to_json (answers);
  g_autofree char *back = json_to_string (node, FALSE);

  g_assert_cmpstr (back, ==, json);
}

static void
test_answers_json_back_without_the_skipped (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (UnknotAnswers) answers = unknot_answers_new (questionnaire);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  unknot_answers_skip (answers, unknot_questionnaire_lookup (questionnaire, "bladder"));
  node = unknot_answers_to_json (answers);
  json = json_to_string (node, FALSE);

  g_assert_cmpstr (json, ==, "{\"answers\":{}}");
}

static void
test_answers_json_faults_stay_on_a_line (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  assert_refused (protocol,
                  "{\"answers\": {\"a\\nb\": \"no\", \"c\\r\\u001b[2Jd\": \"no\", "
                  "\"e\\u0085\\u2028f\": \"no\"}, \"\\n\": 1}",
                  "The file has “\357\277\275”, which is not known.\n"
                  "“a\357\277\275b” is not a question of the check-up.\n"
                  "“c\357\277\275\357\277\275[2Jd” is not a question of the check-up.\n"
                  "“e\357\277\275\357\277\275f” is not a question of the check-up.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/answers-json/codes", test_answers_json_codes);
  g_test_add_func ("/answers-json/counts", test_answers_json_counts);
  g_test_add_func ("/answers-json/unanswered", test_answers_json_unanswered);
  g_test_add_func ("/answers-json/only-what-is-given", test_answers_json_only_what_is_given);
  g_test_add_func ("/answers-json/not-json", test_answers_json_not_json);
  g_test_add_func ("/answers-json/bad-document", test_answers_json_bad_document);
  g_test_add_func ("/answers-json/unknown-ids", test_answers_json_unknown_ids);
  g_test_add_func ("/answers-json/wrong-type", test_answers_json_wrong_type);
  g_test_add_func ("/answers-json/wrong-value", test_answers_json_wrong_value);
  g_test_add_func ("/answers-json/all-faults", test_answers_json_all_faults);
  g_test_add_func ("/answers-json/back", test_answers_json_back);
  g_test_add_func ("/answers-json/back-without-the-skipped",
                   test_answers_json_back_without_the_skipped);
  g_test_add_func ("/answers-json/faults-stay-on-a-line", test_answers_json_faults_stay_on_a_line);

  return g_test_run ();
}
