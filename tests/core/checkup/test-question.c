/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-json.h"
#include "unknot-question-private.h"

#include <gio/gio.h>

/* JSON with ' for ", which none of it needs otherwise. */
#define FHIR "http://hl7.org/fhir/StructureDefinition/"
#define SHORT_TEXT "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
#define EXCLUSIVE FHIR "questionnaire-optionExclusive"
#define ITEM(id, type, extension, rest) \
  "{'extension': [{'url': '" FHIR "first', 'valueString': 'Not this'}, " \
  "{'url': '" SHORT_TEXT "', 'valueString': 'In short'}" extension "], " \
  "'linkId': '" id "', 'text': 'The question?', 'type': '" type "', 'required': true, " rest \
  "'item': [{'linkId': '" id "-why', 'type': 'display', 'text': 'Why so.'}]}"
#define CODING(code) \
  "'valueCoding': {'system': 'urn:a', 'code': '" code "', 'display': 'It is " code "'}"
#define OPTION(code) "{" CODING (code) "}"
#define NONE "{'extension': [{'url': '" EXCLUSIVE "', 'valueBoolean': true}], " CODING ("none") "}"
#define OPTIONS(options) "'answerOption': [" options "], "

#define FLAG OPTION ("no") ", " OPTION ("yes") ", " OPTION ("not-sure")
#define SIGN OPTION ("no") ", " OPTION ("new") ", " OPTION ("gone") ", " OPTION ("old") ", " \
  OPTION ("not-sure")
#define RISKS OPTION ("diabetes") ", " OPTION ("injected-drugs")
#define RANGE ", {'url': '" FHIR "minValue', 'valueInteger': 2}" \
  ", {'url': '" FHIR "maxValue', 'valueInteger': 10}"

static const char fever[] = ITEM ("fever", "choice", "", OPTIONS (FLAG));
static const char risk[] = ITEM ("risk", "choice", "",
                                 "'repeats': true, " OPTIONS (RISKS ", " NONE));
static const char severity[] = ITEM ("severity", "integer", RANGE, "");

static UnknotQuestion *
load_into (const char    *item,
           char         **code_system,
           UnknotFaults  *faults)
{
  g_autofree char *text = g_strdelimit (g_strdup (item), "'", '"');
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (text, &error);

  g_assert_no_error (error);

  return unknot_question_new_from_fhir (json_node_get_object (node), 7, code_system, faults);
}

static UnknotQuestion *
load (const char   *item,
      UnknotFaults *faults)
{
  g_autofree char *code_system = NULL;

  return load_into (item, &code_system, faults);
}

static UnknotQuestion *
load_good (const char *item)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotQuestion *question = load (item, faults);

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);
  g_assert_nonnull (question);

  return question;
}

static void
assert_faults (UnknotFaults *faults,
               const char   *expected)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_FAILED, &error));
  g_assert_cmpstr (error->message, ==, expected);
}

/* A mutation that misses would test nothing, one that hits twice would test two things. */
static char *
replace_once (const char *text,
              const char *old,
              const char *new)
{
  g_auto (GStrv) parts = g_strsplit (text, old, -1);

  g_assert_cmpuint (g_strv_length (parts), ==, 2);

  return g_strjoinv (new, parts);
}

static void
test_question_words (void)
{
  UnknotQuestion *question = load_good (fever);

  g_assert_cmpstr (unknot_question_get_id (question), ==, "fever");
  g_assert_cmpuint (unknot_question_get_position (question), ==, 7);
  g_assert_cmpstr (unknot_question_get_text (question), ==, "The question?");
  g_assert_cmpstr (unknot_question_get_short_text (question), ==, "In short");
  g_assert_cmpstr (unknot_question_get_help (question), ==, "Why so.");
  g_assert_cmpuint (unknot_question_get_n_options (question), ==, 3);
  g_assert_cmpstr (unknot_question_get_option_code (question, 2), ==, "not-sure");
  g_assert_cmpstr (unknot_question_get_option_display (question, 2), ==, "It is not-sure");

  g_assert_finalize_object (question);
}

static void
test_question_kinds (void)
{
  static const struct
  {
    const char *item;
    UnknotQuestionKind kind;
  } cases[] = {
    { ITEM ("q", "choice", "", OPTIONS (SIGN)), UNKNOT_QUESTION_SIGN },
    { ITEM ("q", "choice", "", OPTIONS (SIGN ", " OPTION ("none"))), UNKNOT_QUESTION_CHOICE },
    { ITEM ("q", "choice", "", OPTIONS (OPTION ("new") ", " OPTION ("no") ", " OPTION ("gone") ", "
                                        OPTION ("old") ", " OPTION ("not-sure"))),
      UNKNOT_QUESTION_CHOICE },
    { fever, UNKNOT_QUESTION_FLAG },
    { ITEM ("q", "choice", "", "'repeats': false, " OPTIONS (FLAG)), UNKNOT_QUESTION_FLAG },
    { ITEM ("q", "choice", "", OPTIONS (OPTION ("no") ", " OPTION ("yes"))),
      UNKNOT_QUESTION_CHOICE },
    { ITEM ("q", "choice", "", OPTIONS (OPTION ("yes") ", " OPTION ("no") ", "
                                        OPTION ("not-sure"))), UNKNOT_QUESTION_CHOICE },
    { ITEM ("q", "choice", "", OPTIONS (RISKS ", " OPTION ("none"))), UNKNOT_QUESTION_CHOICE },
    { risk, UNKNOT_QUESTION_CHOICES },
    { ITEM ("q", "choice", "", "'repeats': true, " OPTIONS (FLAG ", " NONE)),
      UNKNOT_QUESTION_CHOICES },
    { severity, UNKNOT_QUESTION_COUNT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotQuestion) question = load_good (cases[i].item);

      g_assert_cmpint (unknot_question_get_kind (question), ==, cases[i].kind);
    }
}

static void
test_question_options (void)
{
  static const char *const codes[] = { "diabetes", "injected-drugs", "none" };
  g_autoptr (UnknotQuestion) question = load_good (risk);
  guint option = 99;

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_assert_cmpstr (unknot_question_get_option_code (question, i), ==, codes[i]);
      g_assert_true (unknot_question_find_option (question, codes[i], &option));
      g_assert_cmpuint (option, ==, i);
      g_assert_cmpuint (unknot_question_get_option_bit (question, codes[i]), ==, 1u << i);
    }

  g_assert_false (unknot_question_find_option (question, "Diabetes", NULL));
  g_assert_cmpuint (unknot_question_get_option_bit (question, "diabetes "), ==, 0);
  g_assert_cmpuint (unknot_question_get_option_bit (question, ""), ==, 0);
}

static char *
make_item_with_options (guint n_options)
{
  g_autoptr (GString) options = g_string_new (OPTION ("c1"));

  for (guint i = 2; i <= n_options; i++)
    {
      g_autofree char *code = g_strdup_printf ("'c%u'", i);
      g_autofree char *option = replace_once (", " OPTION ("c"), "'c'", code);

      g_string_append (options, option);
    }

  return replace_once (fever, FLAG, options->str);
}

static void
test_question_most_options (void)
{
  g_autofree char *most = make_item_with_options (31);
  g_autofree char *too_many = make_item_with_options (32);
  g_autoptr (UnknotQuestion) question = load_good (most);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotQuestion) refused = load (too_many, faults);

  g_assert_cmpuint (unknot_question_get_n_options (question), ==, 31);
  g_assert_cmpuint (unknot_question_get_option_bit (question, "c31"), ==, 0x40000000);
  assert_faults (faults, "fever has more than 31 answers.");
}

static void
test_question_range (void)
{
  g_autoptr (UnknotQuestion) question = load_good (severity);
  g_autofree char *wide = replace_once (severity, "': 10", "': 2147483647");
  g_autoptr (UnknotQuestion) widest = load_good (wide);

  g_assert_cmpint (unknot_question_get_minimum (question), ==, 2);
  g_assert_cmpint (unknot_question_get_maximum (question), ==, 10);
  g_assert_cmpuint (unknot_question_get_n_options (question), ==, 0);
  g_assert_cmpuint (unknot_question_get_option_bit (question, "no"), ==, 0);
  g_assert_cmpint (unknot_question_get_maximum (widest), ==, G_MAXINT32);
}

static void
test_question_enablers (void)
{
  g_autoptr (UnknotQuestion) question = load_good (fever);
  const UnknotEnableCondition *enablers;
  guint n_enablers = 99;

  unknot_question_get_enablers (question, &n_enablers);
  g_assert_cmpuint (n_enablers, ==, 0);

  unknot_question_enable_when (question, (UnknotEnableCondition) { 3, 0x2 });
  unknot_question_enable_when (question, (UnknotEnableCondition) { 0, 0x40000000 });
  enablers = unknot_question_get_enablers (question, &n_enablers);
  g_assert_cmpuint (n_enablers, ==, 2);
  g_assert_cmpuint (enablers[0].question, ==, 3);
  g_assert_cmpuint (enablers[0].options, ==, 0x2);
  g_assert_cmpuint (enablers[1].question, ==, 0);
  g_assert_cmpuint (enablers[1].options, ==, 0x40000000);
}

static void
test_question_faults (void)
{
#define NO_SHORT_TEXT "fever needs a short text."
#define NO_HELP "fever needs a list with something in it as “item”."
#define NOT_REQUIRED "fever is not required: every question of a check-up is."
#define NO_OPTIONS "fever needs a list with something in it as “answerOption”."
#define NOT_ALONE "risk: of several answers, “none” and only it excludes the others."
#define NO_NONE "risk takes several answers and has no “none”."
#define NO_MINIMUM "severity needs " FHIR "minValue as a whole number that is not negative."
#define NO_MAXIMUM "severity needs " FHIR "maxValue as a whole number that is not negative."
#define NO_RANGE "severity has a range with nothing to choose from."
  static const struct
  {
    const char *item;
    const char *old;
    const char *new;
    const char *faults;
  } cases[] = {
    { fever, "'linkId': 'fever',", "", "A question needs text as “linkId”." },
    { fever, "'linkId': 'fever',", "'linkId': '',", "A question needs text as “linkId”." },
    { fever, "'linkId': 'fever',", "'linkId': 5,", "A question needs text as “linkId”." },
    { fever, "'text': 'The question?'", "'txt': 0", "fever needs text as “text”." },
    { fever, "'text': 'The question?'", "'text': ''", "fever needs text as “text”." },
    { fever, "'extension'", "'extensions'", NO_SHORT_TEXT },
    { fever, "'extension': [", "'extension': {}, 'other': [", NO_SHORT_TEXT },
    { fever, "'extension': [", "'extension': [7, {}, {'url': 7}], 'other': [", NO_SHORT_TEXT },
    { fever, "-shortText", "-shorttext", NO_SHORT_TEXT },
    { fever, "'valueString': 'In short'", "'valueCode': 'In short'", NO_SHORT_TEXT },
    { fever, "'valueString': 'In short'", "'valueString': ['In short']", NO_SHORT_TEXT },
    { fever, "'valueString': 'In short'", "'valueString': ''", NO_SHORT_TEXT },
    { fever, "'item'", "'items'", NO_HELP },
    { fever, "'item': [", "'item': [], 'other': [", NO_HELP },
    { fever, "'item': [", "'item': ['Why so.'], 'other': [", "fever is not an object." },
    { fever, "'text': 'Why so.'", "'text': null", "fever needs text as “text”." },
    { fever, "'required': true, ", "", NOT_REQUIRED },
    { fever, "'required': true", "'required': false", NOT_REQUIRED },
    { fever, "'required': true", "'required': 'true'", NOT_REQUIRED },
    { fever, "'type': 'choice', ", "", "fever needs text as “type”." },
    { fever, "'type': 'choice'", "'type': 'string'",
      "fever is of type “string”, neither choice nor integer." },
    { fever, "'answerOption'", "'answers'", NO_OPTIONS },
    { fever, FLAG, "", NO_OPTIONS },
    { fever, OPTION ("yes"), "'yes'", "fever is not an object." },
    { fever, OPTION ("yes"), "{'valueString': 'yes'}", "fever needs an object as “valueCoding”." },
    { fever, "'system': 'urn:a', 'code': 'yes'", "'code': 'yes'", "fever needs text as “system”." },
    { fever, "'code': 'yes', ", "", "fever needs text as “code”." },
    { fever, ", 'display': 'It is yes'", "", "fever needs text as “display”." },
    { fever, "'system': 'urn:a', 'code': 'yes'", "'system': 'urn:b', 'code': 'yes'",
      "fever: the answer “yes” is of another code system." },
    { fever, "'code': 'yes'", "'code': 'no'", "fever: the answer “no” stands twice." },
    { fever, OPTION ("yes"), NONE,
      "fever: of several answers, “none” and only it excludes the others." },
    { risk, ", " NONE, "", NO_NONE },
    { risk, NONE, OPTION ("none"), NOT_ALONE },
    { risk, "'code': 'none'", "'code': 'None'", NOT_ALONE "\n" NO_NONE },
    { risk, "Exclusive", "Prefix", NOT_ALONE },
    { risk, "'valueBoolean': true", "'valueBoolean': false", NOT_ALONE },
    { risk, "'valueBoolean': true", "'valueBoolean': 1", NOT_ALONE },
    { risk, "{" CODING ("diabetes"), "{'extension': [{'url': '" EXCLUSIVE "', "
      "'valueBoolean': true}], " CODING ("diabetes"), NOT_ALONE },
    { risk, "'repeats': true", "'repeats': false", NOT_ALONE },
    { severity, "minValue", "minimum", NO_MINIMUM },
    { severity, "'valueInteger': 2", "'valueInteger': -1", NO_MINIMUM },
    { severity, "'valueInteger': 2", "'valueInteger': 2.0", NO_MINIMUM },
    { severity, "'valueInteger': 2", "'valueInteger': '2'", NO_MINIMUM },
    { severity, "'valueInteger': 2", "'valueDecimal': 2", NO_MINIMUM },
    { severity, "maxValue", "maximum", NO_MAXIMUM "\n" NO_RANGE },
    { severity, "'valueInteger': 10", "'valueInteger': 2147483648", NO_MAXIMUM "\n" NO_RANGE },
    { severity, "'valueInteger': 10", "'valueInteger': 4294967306", NO_MAXIMUM "\n" NO_RANGE },
    { severity, "'valueInteger': 10", "'valueInteger': 2", NO_RANGE },
    { severity, "'valueInteger': 10", "'valueInteger': 1", NO_RANGE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *item = replace_once (cases[i].item, cases[i].old, cases[i].new);
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotQuestion) question = load (item, faults);

      g_test_message ("%s for %s", cases[i].new, cases[i].old);
      assert_faults (faults, cases[i].faults);
      g_assert_true ((question == NULL) == g_str_has_prefix (cases[i].faults, "A question "));
    }
}

static void
test_question_code_system (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autofree char *code_system = NULL;
  g_autofree char *other = g_strdup ("urn:b");
  g_autoptr (UnknotQuestion) count = load_into (severity, &code_system, faults);
  g_autoptr (UnknotQuestion) first = NULL;
  g_autoptr (UnknotQuestion) same = NULL;
  g_autoptr (UnknotQuestion) differing = NULL;

  g_assert_null (code_system);
  first = load_into (fever, &code_system, faults);
  g_assert_cmpstr (code_system, ==, "urn:a");
  same = load_into (risk, &code_system, faults);
  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);

  differing = load_into (fever, &other, faults);
  g_assert_cmpstr (other, ==, "urn:b");
  assert_faults (faults,
                 "fever: the answer “no” is of another code system.\n"
                 "fever: the answer “yes” is of another code system.\n"
                 "fever: the answer “not-sure” is of another code system.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/question/words", test_question_words);
  g_test_add_func ("/question/kinds", test_question_kinds);
  g_test_add_func ("/question/options", test_question_options);
  g_test_add_func ("/question/most-options", test_question_most_options);
  g_test_add_func ("/question/range", test_question_range);
  g_test_add_func ("/question/enablers", test_question_enablers);
  g_test_add_func ("/question/faults", test_question_faults);
  g_test_add_func ("/question/code-system", test_question_code_system);

  return g_test_run ();
}
