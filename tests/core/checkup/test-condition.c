/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-condition.h"

#include "unknot-answers-json.h"
#include "unknot-json.h"

/* JSON is written here with single quotes, which nothing in it needs for itself. */
#define SHORT_TEXT "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
#define EXTENSION "http://hl7.org/fhir/StructureDefinition/"
#define ITEM(id, extensions, members) \
  "{'linkId': '" id "', 'text': 'What?', 'required': true, " \
  "'extension': [{'url': '" SHORT_TEXT "', 'valueString': 'what'}" extensions "], " \
  "'item': [{'linkId': '" id "-why', 'type': 'display', 'text': 'Why.'}], " members "}"
#define OPTION(code) \
  "{'valueCoding': {'system': 'urn:uuid:0', 'code': '" code "', 'display': '" code "'}}"
#define NONE \
  "{'valueCoding': {'system': 'urn:uuid:0', 'code': 'none', 'display': 'none'}, " \
  "'extension': [{'url': '" EXTENSION "questionnaire-optionExclusive', 'valueBoolean': true}]}"
#define SIGN(id) \
  ITEM (id, "", "'type': 'choice', 'answerOption': [" OPTION ("no") ", " OPTION ("new") ", " \
                OPTION ("gone") ", " OPTION ("old") ", " OPTION ("not-sure") "]")
#define FLAG(id) \
  ITEM (id, "", "'type': 'choice', 'answerOption': [" OPTION ("no") ", " OPTION ("yes") ", " \
                OPTION ("not-sure") "]")
#define CHOICES(id) \
  ITEM (id, "", "'type': 'choice', 'repeats': true, 'answerOption': [" OPTION ("leg") ", " \
                OPTION ("arm") ", " NONE "]")
#define COUNT(id) \
  ITEM (id, ", {'url': '" EXTENSION "minValue', 'valueInteger': 0}, " \
            "{'url': '" EXTENSION "maxValue', 'valueInteger': 30}", "'type': 'integer'")

enum
{
  NUMB,
  WEAK,
  FEVER,
  SPREADS,
  DAYS,
};

#define BIT(n) (1ull << (n))

typedef struct
{
  UnknotQuestionnaire *questionnaire;
  UnknotConditionContext context;
} Fixture;

static GBytes *
to_bytes (const char *json)
{
  char *text = g_strdelimit (g_strdup (json), "'", '"');

  return g_bytes_new_take (text, strlen (text));
}

static void
assert_faults (UnknotFaults *faults,
               const char   *message)
{
  g_autoptr (GError) error = NULL;

  unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static Fixture *
fixture_new (void)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  g_autoptr (GBytes) json = to_bytes (
    "{'resourceType': 'Questionnaire', 'version': '1', "
    "'url': 'urn:uuid:00000000-0000-4000-8000-000000000000', "
    "'item': [{'linkId': 'page', 'text': 'Page', 'type': 'group', 'item': ["
    SIGN ("numb") ", " SIGN ("weak") ", " FLAG ("fever") ", " CHOICES ("spreads") ", "
    COUNT ("days") "]}]}");
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  GPtrArray *signs = g_ptr_array_new ();

  fixture->questionnaire = unknot_questionnaire_new_from_json (json, faults);
  assert_faults (faults, NULL);
  fixture->context.questionnaire = fixture->questionnaire;

  g_ptr_array_add (signs, unknot_questionnaire_get_question (fixture->questionnaire, NUMB));
  g_ptr_array_add (signs, unknot_questionnaire_get_question (fixture->questionnaire, WEAK));
  fixture->context.groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                   (GDestroyNotify) g_ptr_array_unref);
  g_hash_table_insert (fixture->context.groups, (char *) "signs", signs);

  fixture->context.rules = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (fixture->context.rules, (char *) "R1", GUINT_TO_POINTER (1));
  g_hash_table_insert (fixture->context.rules, (char *) "R2", GUINT_TO_POINTER (2));
  g_hash_table_insert (fixture->context.rules, (char *) "R64", GUINT_TO_POINTER (64));

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  g_hash_table_unref (fixture->context.groups);
  g_hash_table_unref (fixture->context.rules);
  g_assert_finalize_object (fixture->questionnaire);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

static UnknotCondition *
load (Fixture      *fixture,
      const char   *json,
      UnknotFaults *faults)
{
  g_autoptr (GBytes) bytes = to_bytes (json);
  g_autoptr (JsonNode) node = unknot_json_parse (bytes, faults);

  return unknot_condition_new_from_json (node, "R9", &fixture->context, faults);
}

static void
read_answers (Fixture    *fixture,
              const char *answers,
              gint32     *values)
{
  g_autofree char *json = g_strdup_printf ("{'answers': {%s}}", answers);
  g_autoptr (GBytes) bytes = to_bytes (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotAnswers) read = unknot_answers_new_from_json (fixture->questionnaire, bytes,
                                                                 &error);

  g_assert_no_error (error);
  for (guint i = 0; i < UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS; i++)
    values[i] = unknot_answers_get_values (read)[i];
}

/* What was there before is kept, so that the reasons of several rules add up. */
static void
assert_explained (UnknotCondition     *condition,
                  const UnknotPremise *reading,
                  const gint32        *values,
                  guint64              questions,
                  guint64              doubts)
{
  guint64 explained_by = BIT (40), doubted = BIT (41);

  unknot_condition_explain (condition, reading, values, &explained_by, &doubted);
  g_assert_cmphex (explained_by, ==, questions | BIT (40));
  g_assert_cmphex (doubted, ==, doubts | BIT (41));
}

static void
test_condition_on_answers (void)
{
  static const struct
  {
    const char *condition;
    guint64 reads;
    const char *answers;
    gboolean holds;
    guint64 because;
  } cases[] = {
#define IS "{'question': 'numb', 'is': ['new', 'gone']}"
    { IS, BIT (NUMB), "'numb': 'new'", TRUE, BIT (NUMB) },
    { IS, BIT (NUMB), "'numb': 'gone', 'weak': 'new'", TRUE, BIT (NUMB) },
    { IS, BIT (NUMB), "'numb': 'old'", FALSE, 0 },
    { IS, BIT (NUMB), "'numb': 'no', 'weak': 'new'", FALSE, 0 },
    { IS, BIT (NUMB), "", FALSE, 0 },
#define OR_UNANSWERED "{'question': 'fever', 'is': ['yes', 'unanswered']}"
    { OR_UNANSWERED, BIT (FEVER), "", TRUE, BIT (FEVER) },
    { OR_UNANSWERED, BIT (FEVER), "'fever': 'yes'", TRUE, BIT (FEVER) },
    { OR_UNANSWERED, BIT (FEVER), "'fever': 'no'", FALSE, 0 },
#define HAS "{'question': 'spreads', 'has': ['leg', 'arm']}"
    { HAS, BIT (SPREADS), "'spreads': ['arm']", TRUE, BIT (SPREADS) },
    { HAS, BIT (SPREADS), "'spreads': ['leg', 'arm']", TRUE, BIT (SPREADS) },
    { HAS, BIT (SPREADS), "'spreads': ['none']", FALSE, 0 },
    { HAS, BIT (SPREADS), "", FALSE, 0 },
    { "{'question': 'spreads', 'has': ['none']}", BIT (SPREADS), "'spreads': ['none']", TRUE,
      BIT (SPREADS) },
#define AT_LEAST "{'question': 'days', 'at-least': 10}"
    { AT_LEAST, BIT (DAYS), "'days': 9", FALSE, 0 },
    { AT_LEAST, BIT (DAYS), "'days': 10", TRUE, BIT (DAYS) },
    { AT_LEAST, BIT (DAYS), "'days': 30", TRUE, BIT (DAYS) },
    { AT_LEAST, BIT (DAYS), "", FALSE, 0 },
#define BELOW "{'question': 'days', 'below': 10}"
    { BELOW, BIT (DAYS), "'days': 0", TRUE, BIT (DAYS) },
    { BELOW, BIT (DAYS), "'days': 9", TRUE, BIT (DAYS) },
    { BELOW, BIT (DAYS), "'days': 10", FALSE, 0 },
    { BELOW, BIT (DAYS), "", FALSE, 0 },
    { "{'question': 'days', 'at-least': 1}", BIT (DAYS), "'days': 0", FALSE, 0 },
    { "{'question': 'days', 'at-least': 30}", BIT (DAYS), "'days': 30", TRUE, BIT (DAYS) },
    { "{'question': 'days', 'below': 30}", BIT (DAYS), "'days': 30", FALSE, 0 },
#define ONE_SIGN "{'group': 'signs', 'is': ['old', 'not-sure'], 'at-least': 1}"
    { ONE_SIGN, BIT (NUMB) | BIT (WEAK), "'weak': 'old'", TRUE, BIT (WEAK) },
    { ONE_SIGN, BIT (NUMB) | BIT (WEAK), "'weak': 'old', 'numb': 'not-sure'", TRUE,
      BIT (NUMB) | BIT (WEAK) },
    { ONE_SIGN, BIT (NUMB) | BIT (WEAK), "'weak': 'new', 'fever': 'not-sure'", FALSE, 0 },
    { ONE_SIGN, BIT (NUMB) | BIT (WEAK), "", FALSE, 0 },
#define TWO_SIGNS "{'group': 'signs', 'is': ['old', 'not-sure'], 'at-least': 2}"
    { TWO_SIGNS, BIT (NUMB) | BIT (WEAK), "'weak': 'old', 'numb': 'new'", FALSE, 0 },
    { TWO_SIGNS, BIT (NUMB) | BIT (WEAK), "'weak': 'old', 'numb': 'not-sure'", TRUE,
      BIT (NUMB) | BIT (WEAK) },
#define BOTH "{'all': [" IS ", " AT_LEAST "]}"
    { BOTH, BIT (NUMB) | BIT (DAYS), "'numb': 'new', 'days': 10", TRUE, BIT (NUMB) | BIT (DAYS) },
    { BOTH, BIT (NUMB) | BIT (DAYS), "'numb': 'new', 'days': 9", FALSE, 0 },
    { BOTH, BIT (NUMB) | BIT (DAYS), "'days': 10", FALSE, 0 },
#define EITHER "{'any': [" HAS ", " AT_LEAST "]}"
    { EITHER, BIT (SPREADS) | BIT (DAYS), "'days': 10, 'spreads': ['none']", TRUE, BIT (DAYS) },
    { EITHER, BIT (SPREADS) | BIT (DAYS), "'days': 9, 'spreads': ['leg']", TRUE, BIT (SPREADS) },
    { EITHER, BIT (SPREADS) | BIT (DAYS), "'days': 10, 'spreads': ['leg']", TRUE,
      BIT (SPREADS) | BIT (DAYS) },
    { EITHER, BIT (SPREADS) | BIT (DAYS), "'days': 9", FALSE, 0 },
#define NESTED "{'all': [" IS ", {'any': [" EITHER ", " OR_UNANSWERED "]}]}"
#define NESTED_READS (BIT (NUMB) | BIT (FEVER) | BIT (SPREADS) | BIT (DAYS))
    { NESTED, NESTED_READS, "'numb': 'new', 'fever': 'no', 'days': 10", TRUE,
      BIT (NUMB) | BIT (DAYS) },
    { NESTED, NESTED_READS, "'numb': 'new', 'fever': 'no', 'days': 9", FALSE, 0 },
    { NESTED, NESTED_READS, "'numb': 'old', 'fever': 'yes'", FALSE, 0 },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotCondition) condition = load (fixture, cases[i].condition, faults);
      UnknotPremise reading = { 0 };

      g_test_message ("%s, %s", cases[i].condition, cases[i].answers);
      assert_faults (faults, NULL);
      read_answers (fixture, cases[i].answers, reading.values);
      g_assert_cmphex (unknot_condition_get_questions (condition), ==, cases[i].reads);
      g_assert_true (unknot_condition_holds (condition, &reading, reading.values) ==
                     cases[i].holds);
      if (cases[i].holds)
        assert_explained (condition, &reading, reading.values, cases[i].because, 0);
    }
}

static void
test_condition_skipped_is_unanswered (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCondition) or_unanswered = load (fixture, OR_UNANSWERED, faults);
  g_autoptr (UnknotCondition) below = load (fixture, BELOW, faults);
  UnknotPremise reading = { 0 };

  assert_faults (faults, NULL);
  reading.values[FEVER] = UNKNOT_ANSWER_SKIPPED;
  reading.values[DAYS] = UNKNOT_ANSWER_SKIPPED;
  g_assert_true (unknot_condition_holds (or_unanswered, &reading, reading.values));
  g_assert_false (unknot_condition_holds (below, &reading, reading.values));
}

static void
test_condition_on_rules (void)
{
  static const struct
  {
    const char *condition;
    UnknotPremise reading;
    gboolean holds;
    guint64 doubts;
  } cases[] = {
#define DOUBT "{'in-doubt': ['R1', 'R64']}"
    { DOUBT, { .in_doubt = 0 }, FALSE, 0 },
    { DOUBT, { .in_doubt = BIT (0) }, TRUE, BIT (0) },
    { DOUBT, { .in_doubt = BIT (1) | BIT (62), .fired = BIT (0), .missing = 1 }, FALSE, 0 },
    { DOUBT, { .in_doubt = BIT (0) | BIT (1) | BIT (63) }, TRUE, BIT (0) | BIT (63) },
#define NO_RULE "{'no-other-rule': true}"
    { NO_RULE, { .in_doubt = BIT (0), .missing = BIT (0) }, TRUE, 0 },
    { NO_RULE, { .fired = BIT (63) }, FALSE, 0 },
#define ALL_ANSWERED "{'all-answered': true}"
    { ALL_ANSWERED, { .in_doubt = BIT (0), .fired = BIT (0) }, TRUE, 0 },
    { ALL_ANSWERED, { .missing = BIT (63) }, FALSE, 0 },
    { "{'all': [" NO_RULE ", " ALL_ANSWERED "]}", { .missing = 1 }, FALSE, 0 },
    { "{'all': [" NO_RULE ", " ALL_ANSWERED "]}", { .fired = 1 }, FALSE, 0 },
    { "{'all': [" NO_RULE ", " ALL_ANSWERED "]}", { .fired = 0 }, TRUE, 0 },
    { "{'any': [" DOUBT ", {'in-doubt': ['R2']}]}", { .in_doubt = BIT (1) }, TRUE, BIT (1) },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotCondition) condition = load (fixture, cases[i].condition, faults);
      const UnknotPremise *reading = &cases[i].reading;

      g_test_message ("%u: %s", i, cases[i].condition);
      assert_faults (faults, NULL);
      g_assert_cmphex (unknot_condition_get_questions (condition), ==, 0);
      g_assert_true (unknot_condition_holds (condition, reading, reading->values) ==
                     cases[i].holds);
      if (cases[i].holds)
        assert_explained (condition, reading, reading->values, 0, cases[i].doubts);
    }
}

static void
test_condition_goes_by_given_values (void)
{
  g_autoptr (Fixture) fixture = fixture_new ();
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCondition) condition =
    load (fixture, "{'any': [" EITHER ", {'all': [" IS ", " ONE_SIGN "]}]}", faults);
  UnknotPremise reading = { 0 };

  assert_faults (faults, NULL);
  read_answers (fixture, "'days': 9, 'numb': 'not-sure', 'weak': 'not-sure'", reading.values);
  read_answers (fixture, "'days': 9, 'numb': 'new', 'weak': 'not-sure'", reading.worse_values);
  g_assert_false (unknot_condition_holds (condition, &reading, reading.values));
  g_assert_true (unknot_condition_holds (condition, &reading, reading.worse_values));
  assert_explained (condition, &reading, reading.worse_values, BIT (NUMB) | BIT (WEAK), 0);
}

static void
test_condition_faults (void)
{
#define NO_FORM "R9 has a condition of no known form."
#define NO_LIST "R9 needs a list with something in it as "
#define AT_LEAST_RANGE "R9: “at-least” must be a whole number from 1 to 30 to matter."
#define BELOW_RANGE "R9: “below” must be a whole number from 1 to 30 to matter."
#define SIGNS_RANGE "R9: “at-least” must be a whole number from 1 to 2 to matter."
  static const struct
  {
    const char *condition;
    const char *message;
  } cases[] = {
    { "[" IS "]", "R9 is not an object." },
    { "{'all': [" IS ", 'fever']}", "R9 is not an object." },
    { "{}", NO_FORM },
    { "{'not': " IS "}", NO_FORM },
    { "{'question': 'numb'}", NO_FORM },
    { "{'question': 'numb', 'is': ['new'], 'at-least': 1}", NO_FORM },
    { "{'question': 'days', 'at-least': 1, 'below': 9}", NO_FORM },
    { "{'all': [" IS "], 'any': [" IS "]}", NO_FORM },
    { "{'group': 'signs', 'is': ['new']}", NO_FORM },
    { "{'no-other-rule': true, 'all-answered': true}", NO_FORM },
    { "{'all': []}", NO_LIST "“all”." },
    { "{'any': " IS "}", NO_LIST "“any”." },
    { "{'question': 'numb', 'is': []}", NO_LIST "“is”." },
    { "{'question': 'numb', 'is': 'new'}", NO_LIST "“is”." },
    { "{'question': 'spreads', 'has': []}", NO_LIST "“has”." },
    { "{'in-doubt': []}", NO_LIST "“in-doubt”." },
    { "{'question': 5, 'is': ['yes']}", "R9 needs text as “question”." },
    { "{'question': 'cold', 'is': ['yes']}", "R9 reads “cold”, which is no question." },
    { "{'question': 'cold', 'has': ['yes']}", "R9 reads “cold”, which is no question." },
    { "{'question': 'cold', 'below': 9}", "R9 reads “cold”, which is no question." },
    { "{'question': 'spreads', 'is': ['arm']}", "R9 cannot read “spreads” by “is”." },
    { "{'question': 'fever', 'has': ['yes']}", "R9 cannot read “fever” by “has”." },
    { "{'question': 'days', 'is': ['yes']}", "R9 cannot read “days” by “is”." },
    { "{'question': 'days', 'has': ['yes']}", "R9 cannot read “days” by “has”." },
    { "{'question': 'fever', 'at-least': 1}", "R9 compares “fever”, which is not a number." },
    { "{'question': 'fever', 'is': ['new']}",
      "R9 reads “new”, which cannot be answered to “fever”." },
    { "{'question': 'fever', 'is': [true]}", "R9 reads an answer to “fever” that is not a code." },
    { "{'question': 'fever', 'is': ['yes', 'no', 'yes']}", "R9 names “yes” twice." },
    { "{'question': 'fever', 'is': ['unanswered', 'unanswered']}", "R9 names “unanswered” twice." },
    { "{'question': 'days', 'at-least': 0}", AT_LEAST_RANGE },
    { "{'question': 'days', 'at-least': 31}", AT_LEAST_RANGE },
    { "{'question': 'days', 'at-least': 4294967297}", AT_LEAST_RANGE },
    { "{'question': 'days', 'at-least': 10.0}", AT_LEAST_RANGE },
    { "{'question': 'days', 'at-least': '10'}", AT_LEAST_RANGE },
    { "{'question': 'days', 'below': 0}", BELOW_RANGE },
    { "{'question': 'days', 'below': 31}", BELOW_RANGE },
    { "{'question': 'days', 'below': null}", BELOW_RANGE },
    { "{'group': 'arms', 'is': ['new'], 'at-least': 1}",
      "R9 reads the group “arms”, which is not there." },
    { "{'group': 'signs', 'is': [], 'at-least': 1}", NO_LIST "“is”." },
    { "{'group': 'signs', 'is': ['new'], 'at-least': 0}", SIGNS_RANGE },
    { "{'group': 'signs', 'is': ['new'], 'at-least': 3}", SIGNS_RANGE },
    { "{'group': 'signs', 'is': ['new'], 'at-least': true}", SIGNS_RANGE },
    { "{'group': 'signs', 'is': ['yes'], 'at-least': 1}",
      "R9 reads “yes”, which cannot be answered to “numb”.\n"
      "R9 reads “yes”, which cannot be answered to “weak”." },
    { "{'in-doubt': ['R9']}", "R9 doubts “R9”, which is no rule before it." },
    { "{'in-doubt': [1]}", "R9 doubts “”, which is no rule before it." },
    { "{'in-doubt': ['R64', 'R1', 'R64']}", "R9 names “R64” twice." },
    { "{'no-other-rule': false}", "R9: “no-other-rule” can only be true." },
    { "{'no-other-rule': 1}", "R9: “no-other-rule” can only be true." },
    { "{'all-answered': 'true'}", "R9: “all-answered” can only be true." },
    { "{'any': [{'in-doubt': ['R3', 'R4']}, {'all': [{'question': 'numb', 'is': ['yes', 'maybe']}, "
      "{}]}]}",
      "R9 doubts “R3”, which is no rule before it.\n"
      "R9 doubts “R4”, which is no rule before it.\n"
      "R9 reads “yes”, which cannot be answered to “numb”.\n"
      "R9 reads “maybe”, which cannot be answered to “numb”.\n" NO_FORM },
    { "{'group': 5, 'is': ['new'], 'at-least': 1}", "R9 needs text as “group”." },
  };
  g_autoptr (Fixture) fixture = fixture_new ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotCondition) condition = load (fixture, cases[i].condition, faults);

      g_test_message ("%s", cases[i].condition);
      assert_faults (faults, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/condition/on-answers", test_condition_on_answers);
  g_test_add_func ("/condition/skipped-is-unanswered", test_condition_skipped_is_unanswered);
  g_test_add_func ("/condition/on-rules", test_condition_on_rules);
  g_test_add_func ("/condition/goes-by-given-values", test_condition_goes_by_given_values);
  g_test_add_func ("/condition/faults", test_condition_faults);

  return g_test_run ();
}
