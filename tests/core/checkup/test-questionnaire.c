/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-page.h"
#include "unknot-question-private.h"
#include "unknot-questionnaire.h"
#include "unknot-test-protocol.h"

/* A small questionnaire: JSON with ' for ", which none of it needs otherwise. */
#define URL "urn:uuid:0b0f6e0a-5a0c-4f0e-9a39-3d1f6d6f2a11"
#define FHIR "http://hl7.org/fhir/StructureDefinition/"
#define SHORT_TEXT "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-shortText"
#define QUESTION(id, type, extension, rest) \
  "{'extension': [{'url': '" SHORT_TEXT "', 'valueString': 'In short'}" extension "], " \
  "'linkId': '" id "', 'text': 'The question?', 'type': '" type "', 'required': true, " rest \
  "'item': [{'linkId': '" id "-why', 'type': 'display', 'text': 'Why so.'}]}"
#define CODING(code) "{'system': 'urn:a', 'code': '" code "', 'display': 'It is so'}"
#define FLAG(id, rest) \
  QUESTION (id, "choice", "", rest "'answerOption': [{'valueCoding': " CODING ("no") "}, " \
            "{'valueCoding': " CODING ("yes") "}, {'valueCoding': " CODING ("not-sure") "}], ")
#define COUNT(id) \
  QUESTION (id, "integer", ", {'url': '" FHIR "minValue', 'valueInteger': 0}" \
            ", {'url': '" FHIR "maxValue', 'valueInteger': 10}", "")
#define WHEN(id, code) \
  "{'question': '" id "', 'operator': '=', 'answerCoding': {'system': 'urn:a', 'code': '" code "'}}"
#define CONDITION "'enableWhen': [" WHEN ("flank", "yes") "], 'enableBehavior': 'any', "
#define SMALL \
  "{'resourceType': 'Questionnaire', 'url': '" URL "', 'version': '1.0', 'item': [" \
  "{'linkId': 'first', 'text': 'First', 'type': 'group', 'item': [" \
  COUNT ("age") ", " FLAG ("flank", "") "]}, " \
  "{'linkId': 'second', 'text': 'Second', 'type': 'group', 'item': [" \
  FLAG ("vomiting", CONDITION) ", " FLAG ("urine", "") "]}]}"

static UnknotQuestionnaire *
load (const char   *json,
      UnknotFaults *faults)
{
  char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new_take (text, strlen (text));

  return unknot_questionnaire_new_from_json (bytes, faults);
}

static UnknotQuestionnaire *
load_shipped (void)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("data", "protocol", "questionnaire.json", NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GError) error = NULL;
  UnknotQuestionnaire *questionnaire = unknot_questionnaire_new_from_json (json, faults);

  unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_FAILED, &error);
  g_assert_no_error (error);

  return questionnaire;
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

static char *
join_codes (UnknotQuestion *question)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < unknot_question_get_n_options (question); i++)
    g_strv_builder_add (codes, unknot_question_get_option_code (question, i));
  all = g_strv_builder_end (codes);

  return g_strjoinv (" ", all);
}

static char *
join_conditions (UnknotQuestionnaire *questionnaire,
                 UnknotQuestion      *question)
{
  guint n_enablers;
  const UnknotEnableCondition *enablers = unknot_question_get_enablers (question, &n_enablers);
  g_autoptr (GStrvBuilder) conditions = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; i < n_enablers; i++)
    {
      UnknotQuestion *other =
        unknot_questionnaire_get_question (questionnaire, enablers[i].question);

      for (guint j = 0; j < unknot_question_get_n_options (other); j++)
        if ((enablers[i].options & (1u << j)) != 0)
          g_strv_builder_take (conditions,
                               g_strdup_printf ("%s=%s", unknot_question_get_id (other),
                                                unknot_question_get_option_code (other, j)));
    }
  all = g_strv_builder_end (conditions);

  return g_strjoinv (" ", all);
}

/* The protocol's questions, in order. */
static const struct
{
  const char *id;
  UnknotQuestionKind kind;
  const char *codes;
  int maximum;
  const char *conditions;
} questions[] = {
#define SIGN(id) { id, UNKNOT_QUESTION_SIGN, "no new gone old not-sure", 0, "" }
#define YES_NO(id) { id, UNKNOT_QUESTION_FLAG, "no yes not-sure", 0, "" }
#define CHOICE(id, codes) { id, UNKNOT_QUESTION_CHOICE, codes, 0, "" }
#define CHOICES(id, codes) { id, UNKNOT_QUESTION_CHOICES, codes " none", 0, "" }
#define NUMBER(id, maximum) { id, UNKNOT_QUESTION_COUNT, "", maximum, "" }
  SIGN ("bladder"),
  SIGN ("bowel"),
  SIGN ("saddle-numbness"),
  SIGN ("both-legs"),
  SIGN ("limb-weakness"),
  SIGN ("limb-numbness"),
  SIGN ("one-sided"),
  SIGN ("balance"),

  YES_NO ("consciousness"),
  YES_NO ("chest"),
  YES_NO ("sudden-severe"),
  YES_NO ("belly"),
  YES_NO ("head-neck"),
  YES_NO ("body-spasms"),
  YES_NO ("major-accident"),

  YES_NO ("fever"),
  YES_NO ("very-unwell"),
  CHOICES ("infection-risk",
           "injected-drugs weak-immunity spine-procedure recent-infection diabetes"),
  YES_NO ("flank"),
  { "flank-signs", UNKNOT_QUESTION_CHOICES,
    "vomiting cannot-keep-still cannot-pass-urine none", 0, "flank=yes flank=not-sure" },
  YES_NO ("urine"),
  YES_NO ("jaundice"),

  NUMBER ("age", 120),
  YES_NO ("pregnant"),
  { "pregnancy-signs", UNKNOT_QUESTION_CHOICES,
    "pains-in-waves bleeding waters fewer-movements none", 0, "pregnant=yes pregnant=not-sure" },
  YES_NO ("cancer"),
  YES_NO ("weight-loss"),
  YES_NO ("osteoporosis"),
  YES_NO ("steroids"),
  YES_NO ("blood-thinner"),
  YES_NO ("aneurysm"),
  CHOICE ("disc-or-stenosis",
          "no settled treated-improving treated-returned treated-persists not-sure"),
  { "old-signs-assessed", UNKNOT_QUESTION_FLAG, "no yes not-sure", 0,
    "bladder=old bowel=old saddle-numbness=old both-legs=old limb-weakness=old limb-numbness=old "
    "one-sided=old balance=old" },
  YES_NO ("past-spine-surgery"),

  NUMBER ("duration-days", 3650),
  CHOICE ("onset", "sudden gradual not-sure"),
  NUMBER ("severity", 10),
  YES_NO ("nothing-eases"),
  CHOICE ("trigger", "lifting twisting push-pull sport small-fall blow overexertion posture "
                     "dehydration other none"),
  YES_NO ("suspects-injury"),
  CHOICES ("location", "upper middle lower"),
  CHOICES ("spreads", "within-back buttock one-leg arm groin belly elsewhere"),
  SIGN ("sexual-change"),
  YES_NO ("night-pain"),
  YES_NO ("rash"),
  YES_NO ("lump"),
  YES_NO ("morning-stiffness"),
  YES_NO ("after-meals"),
  YES_NO ("more-frequent"),
  NUMBER ("otc-days", 365),
  YES_NO ("over-label"),
  YES_NO ("home-care-failing"),
  YES_NO ("worried"),
};

static void
test_questionnaire_questions (void)
{
  g_autoptr (UnknotQuestionnaire) questionnaire = load_shipped ();

  g_assert_cmpstr (unknot_questionnaire_get_version (questionnaire), ==, "1.0");
  g_assert_cmpuint (unknot_questionnaire_get_n_questions (questionnaire), ==, 53);
  g_assert_cmpuint (G_N_ELEMENTS (questions), ==, 53);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      g_autofree char *codes = join_codes (question);
      g_autofree char *conditions = join_conditions (questionnaire, question);

      g_assert_cmpstr (unknot_question_get_id (question), ==, questions[i].id);
      g_assert_cmpuint (unknot_question_get_position (question), ==, i);
      g_assert_true (unknot_questionnaire_lookup (questionnaire, questions[i].id) == question);
      g_assert_cmpint (unknot_question_get_kind (question), ==, questions[i].kind);
      g_assert_cmpstr (codes, ==, questions[i].codes);
      g_assert_cmpint (unknot_question_get_minimum (question), ==, 0);
      g_assert_cmpint (unknot_question_get_maximum (question), ==, questions[i].maximum);
      g_assert_cmpstr (conditions, ==, questions[i].conditions);
    }
}

static void
test_questionnaire_pages (void)
{
  static const struct
  {
    const char *id;
    guint n_questions;
  } pages[] = {
    { "right-now", 8 },
    { "alarm-signs", 7 },
    { "infection-kidneys-liver", 7 },
    { "about-you", 12 },
    { "this-spasm", 19 },
  };
  g_autoptr (UnknotQuestionnaire) questionnaire = load_shipped ();
  GListModel *model = unknot_questionnaire_get_pages (questionnaire);
  guint position = 0;

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (model, i);
      GListModel *asked = unknot_page_get_questions (page);

      g_assert_cmpstr (unknot_page_get_id (page), ==, pages[i].id);
      g_assert_cmpuint (g_list_model_get_n_items (asked), ==, pages[i].n_questions);
      for (guint j = 0; j < pages[i].n_questions; j++)
        {
          g_autoptr (UnknotQuestion) question = g_list_model_get_item (asked, j);

          guint place;

          g_assert_true (question ==
                         unknot_questionnaire_get_question (questionnaire, position++));
          g_assert_true (unknot_page_find_question (page, question, &place));
          g_assert_cmpuint (place, ==, j);
        }
      g_assert_true (unknot_questionnaire_lookup_page (questionnaire, pages[i].id) == page);
      g_assert_cmpint (unknot_page_find_question (
                         page, unknot_questionnaire_lookup (questionnaire, "bladder"), NULL),
                       ==, i == 0);
    }
  g_assert_null (unknot_questionnaire_lookup_page (questionnaire, "bladder"));
}

static void
test_questionnaire_lookup (void)
{
  static const char *const unknown[] = { "", "Bladder", "bladder-why", "right-now", "fever " };
  g_autoptr (UnknotQuestionnaire) questionnaire = load_shipped ();

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (unknot_questionnaire_lookup (questionnaire, unknown[i]));
}

static void
test_questionnaire_small (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotQuestionnaire *questionnaire = load (SMALL, faults);
  g_autoptr (UnknotPage) page =
    g_list_model_get_item (unknot_questionnaire_get_pages (questionnaire), 1);

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);
  g_assert_cmpstr (unknot_questionnaire_get_url (questionnaire), ==, URL);
  g_assert_cmpstr (unknot_questionnaire_get_version (questionnaire), ==, "1.0");
  g_assert_cmpstr (unknot_questionnaire_get_code_system (questionnaire), ==, "urn:a");
  g_assert_cmpstr (unknot_page_get_title (page), ==, "Second");

  g_assert_finalize_object (questionnaire);
  g_assert_finalize_object (g_steal_pointer (&page));
}

static void
test_questionnaire_faults (void)
{
#define NOT_FHIR "The questionnaire is not a FHIR Questionnaire."
#define NOT_URN "The questionnaire: “url” is not a urn:uuid."
#define NO_TEXT(member) "The questionnaire needs text as “" member "”."
#define NO_LIST(where) where " needs a list with something in it as “item”."
#define EARLIER(id) "vomiting applies by “" id "”, which is not asked before it."
#define OTHER_OPERATOR "vomiting: a condition's operator can only be “=”."
#define NOT_ANY "vomiting: its conditions can only be joined by “any”."
#define NO_ID "A question needs text as “linkId”."
#define NO_WHEN "vomiting needs a list with something in it as “enableWhen”."
  static const struct
  {
    const char *old;
    const char *new;
    const char *faults;
  } cases[] = {
    { "'resourceType': 'Questionnaire', ", "", NO_TEXT ("resourceType") "\n" NOT_FHIR },
    { "'Questionnaire'", "'QuestionnaireResponse'", NOT_FHIR },
    { "'url': '" URL "', ", "", NO_TEXT ("url") },
    { URL, "0b0f6e0a-5a0c-4f0e-9a39-3d1f6d6f2a11", NOT_URN },
    { URL, "urn:uuid:", NOT_URN },
    { URL, "urn:uuid:0b0f6e0a", NOT_URN },
    { URL, URL "0", NOT_URN },
    { URL, "urn:guid:0b0f6e0a-5a0c-4f0e-9a39-3d1f6d6f2a11", NOT_URN },
    { "'1.0'", "1.0", NO_TEXT ("version") },
    { "'version': '1.0', 'item'", "'version': '1.0', 'items'", NO_LIST ("The questionnaire") },
    { "{'linkId': 'second'", "7, {'linkId': 'second'", "The questionnaire is not an object." },
    { "'linkId': 'second', ", "", "A page needs text as “linkId”." },
    { "'Second'", "''", "A page needs text as “text”." },
    { "'text': 'Second', 'type': 'group', 'item'", "'text': 'Second', 'type': 'group', 'rest'",
      NO_LIST ("A page") },
    { FLAG ("urine", ""), "'urine'", "second is not an object." },
    { "'linkId': 'urine'", "'linkId': 'age'", "The question “age” stands twice." },
    { "'linkId': 'urine'", "'linkId': 'vomiting'", "The question “vomiting” stands twice." },
    { WHEN ("flank", "yes"), "", NO_WHEN },
    { "[" WHEN ("flank", "yes") "]", WHEN ("flank", "yes"), NO_WHEN },
    { WHEN ("flank", "yes"), "'flank'", "vomiting is not an object." },
    { "'question': 'flank', ", "", "vomiting needs text as “question”." },
    { "'question': 'flank'", "'question': 'liver'",
      "vomiting applies by “liver”, which is no question." },
    { "'question': 'flank'", "'question': 'first'",
      "vomiting applies by “first”, which is no question." },
    { "'question': 'flank'", "'question': 'urine'",
      "vomiting applies by “urine”, which is no question." },
    { "'question': 'flank'", "'question': 'vomiting'", EARLIER ("vomiting") },
    { "'question': 'flank'", "'question': 'age'",
      "vomiting applies by “age” being “yes”, which is no answer to it." },
    { WHEN ("flank", "yes"), WHEN ("flank", "Yes"),
      "vomiting applies by “flank” being “Yes”, which is no answer to it." },
    { "'operator': '='", "'operator': '!='", OTHER_OPERATOR },
    { "'operator': '=', ", "", "vomiting needs text as “operator”.\n" OTHER_OPERATOR },
    { "'answerCoding'", "'answerString'", "vomiting needs an object as “answerCoding”." },
    { ", 'code': 'yes'}}", "}}", "vomiting needs text as “code”." },
    { "'any'", "'all'", NOT_ANY },
    { "'enableBehavior': 'any', ", "", "vomiting needs text as “enableBehavior”.\n" NOT_ANY },
    { "'linkId': 'vomiting', ", "", NO_ID },
    { "'linkId': 'vomiting'", "'linkId': ['vomiting']", NO_ID },
    { "'linkId': 'vomiting'", "'linkId': null", NO_ID },
    { "'linkId': 'vomiting'", "'linkId': 7", NO_ID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = replace_once (SMALL, cases[i].old, cases[i].new);
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotQuestionnaire) questionnaire = load (json, faults);

      g_test_message ("%s for %s", cases[i].new, cases[i].old);
      assert_faults (faults, cases[i].faults);
    }
}

static void
test_questionnaire_no_document (void)
{
  static const struct
  {
    const char *json;
    const char *fault;
  } cases[] = {
    { "", "The file is empty." },
    { "[]", "The questionnaire is not an object." },
    { "null", "The questionnaire is not an object." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();

      g_assert_null (load (cases[i].json, faults));
      assert_faults (faults, cases[i].fault);
    }
}

static char *
make_with_questions (guint n_questions)
{
  g_autoptr (GString) more = g_string_new (FLAG ("urine", ""));

  for (guint i = 5; i <= n_questions; i++)
    {
      g_autofree char *id = g_strdup_printf ("'q%u'", i);
      g_autofree char *question = replace_once (", " FLAG ("q", ""), "'q'", id);

      g_string_append (more, question);
    }

  return replace_once (SMALL, FLAG ("urine", ""), more->str);
}

static void
test_questionnaire_most_questions (void)
{
  g_autofree char *most = make_with_questions (64);
  g_autofree char *too_many = make_with_questions (66);
  g_autoptr (UnknotFaults) none = unknot_faults_new ();
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotQuestionnaire) questionnaire = load (most, none);
  g_autoptr (UnknotQuestionnaire) refused = load (too_many, faults);

  g_assert_cmpuint (unknot_faults_get_size (none), ==, 0);
  g_assert_cmpuint (unknot_questionnaire_get_n_questions (questionnaire), ==, 64);
  assert_faults (faults,
                 "The question “q65” is one too many: there is room for 64.\n"
                 "The question “q66” is one too many: there is room for 64.");
}

/* Answers are read back by their page's id. */
static void
test_questionnaire_page_twice (void)
{
  g_autofree char *json = replace_once (SMALL, "'linkId': 'second'", "'linkId': 'first'");
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotQuestionnaire) questionnaire = load (json, faults);

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 1);
}

static void
test_questionnaire_all_faults_at_once (void)
{
  g_autofree char *no_urn = replace_once (SMALL, URL, "urn:a");
  g_autofree char *no_title = replace_once (no_urn, "'text': 'First', ", "");
  g_autofree char *twice = replace_once (no_title, "'linkId': 'urine'", "'linkId': 'vomiting'");
  g_autofree char *other = replace_once (twice, "'operator': '='", "'operator': '>'");
  g_autofree char *repeated = replace_once (other, "'version'", "'url': '" URL "', 'version'");
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotQuestionnaire) questionnaire = load (repeated, faults);

  assert_faults (faults,
                 "Line 1: “url” is given twice.\n"
                 "A page needs text as “text”.\n"
                 "vomiting: a condition's operator can only be “=”.\n"
                 "vomiting applies by “flank”, which is no question.\n"
                 "The question “vomiting” stands twice.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/questionnaire/questions", test_questionnaire_questions);
  g_test_add_func ("/questionnaire/pages", test_questionnaire_pages);
  g_test_add_func ("/questionnaire/lookup", test_questionnaire_lookup);
  g_test_add_func ("/questionnaire/small", test_questionnaire_small);
  g_test_add_func ("/questionnaire/no-document", test_questionnaire_no_document);
  g_test_add_func ("/questionnaire/most-questions", test_questionnaire_most_questions);
  g_test_add_func ("/questionnaire/all-faults-at-once", test_questionnaire_all_faults_at_once);
  g_test_add_func ("/questionnaire/faults", test_questionnaire_faults);
  g_test_add_func ("/questionnaire/page-twice", test_questionnaire_page_twice);

  return g_test_run ();
}
