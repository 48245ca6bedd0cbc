/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-rules.h"

#include "unknot-test-protocol.h"

/* The loader is held against rules.json as it is shipped, changed in one place. JSON is written
 * here with single quotes, which nothing in it needs for itself. */

#define WORSE "worse-answer-for-not-sure"
#define NO_LIST "needs a list with something in it as "
#define UNSAID WORSE " does not say what “not sure” is read as for "

static GString *
read_rules (void)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("data", "protocol", "rules.json", NULL);
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  return g_string_new_len (text, length);
}

static void
change (GString    *json,
        const char *from,
        const char *to)
{
  g_autofree char *old = g_strdelimit (g_strdup (from), "'", '"');
  g_autofree char *new = g_strdelimit (g_strdup (to), "'", '"');

  g_assert_cmpuint (g_string_replace (json, old, new, 0), ==, 1);
}

static UnknotRules *
load (UnknotProtocol *protocol,
      const char     *json,
      char          **message)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GError) error = NULL;
  UnknotRules *rules = unknot_rules_new_from_json (bytes,
                                                   unknot_protocol_get_questionnaire (protocol),
                                                   unknot_protocol_get_evidence (protocol),
                                                   faults);

  unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error);
  *message = error != NULL ? g_strdup (error->message) : NULL;

  return rules;
}

static void
assert_faults (UnknotProtocol *protocol,
               const char     *json,
               const char     *expected)
{
  g_autofree char *message = NULL;
  g_autoptr (UnknotRules) rules = load (protocol, json, &message);

  g_assert_cmpstr (message, ==, expected);
}

typedef struct
{
  const char *from;
  const char *to;
  const char *message;
} Case;

static void
assert_changes_found (const Case *cases,
                      guint       n_cases)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < n_cases; i++)
    {
      g_autoptr (GString) json = read_rules ();

      g_test_message ("%s → %s", cases[i].from, cases[i].to);
      change (json, cases[i].from, cases[i].to);
      assert_faults (protocol, json->str, cases[i].message);
    }
}

static void
test_rules_shipped (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GString) json = read_rules ();
  g_autofree char *message = NULL;
  UnknotRules *rules = load (protocol, json->str, &message);
  UnknotRule *rule;

  g_assert_null (message);
  g_assert_cmpstr (unknot_rules_get_protocol (rules), ==, "back-spasm");
  g_assert_cmpstr (unknot_rules_get_version (rules), ==, "1.0");
  rule = unknot_rules_get_rule (rules, 1);
  g_assert_cmpstr (unknot_rule_get_id (rule), ==, "E02");
  g_assert_cmpint (unknot_rule_get_level (rule), ==, UNKNOT_LEVEL_EMERGENCY);
  g_assert_finalize_object (rules);
}

static void
test_rules_evidence_in_order (void)
{
  static const char *const expected[] = { "S0-16", "S3-42", "G-GIRFT", "G-NHS" };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotRule *rule = unknot_rules_get_rule (unknot_protocol_get_rules (protocol), 1);
  GPtrArray *evidence = unknot_rule_get_evidence (rule);

  g_assert_cmpuint (evidence->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < evidence->len; i++)
    g_assert_cmpstr (unknot_fact_get_id (g_ptr_array_index (evidence, i)), ==, expected[i]);
}

static void
test_rules_groups (void)
{
  static const struct
  {
    const char *name;
    guint n_questions;
    const char *last;
  } groups[] = {
    { "signs", 8, "balance" }, { "emergency-items", 15, "major-accident" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotRules *rules = unknot_protocol_get_rules (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      GPtrArray *group = unknot_rules_get_group (rules, groups[i].name);

      g_assert_cmpuint (group->len, ==, groups[i].n_questions);
      g_assert_true (g_ptr_array_index (group, 0) == unknot_test_lookup (protocol, "bladder"));
      g_assert_true (g_ptr_array_index (group, group->len - 1) ==
                     unknot_test_lookup (protocol, groups[i].last));
    }
}

static void
test_rules_bad_document (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "", "The file is empty." },
    { "[]", "The protocol is not an object." },
    { "null", "The protocol is not an object." },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_faults (protocol, cases[i].json, cases[i].message);
}

static void
test_rules_head (void)
{
  static const Case cases[] = {
    { "'protocol': 'back-spasm',", "", "The protocol needs text as “protocol”." },
    { "'version': '1.0'", "'version': 1.0", "The protocol needs text as “version”." },
    { "'version': '1.0',", "'version': '1.0', 'author': 'A',",
      "The protocol has “author”, which is not known." },
    { "'version': '1.0',", "'version': '1.0',\n'version': '1.0',",
      "Line 5: “version” is given twice." },
    { "'onset': 'sudden', 'disc", "'disc", UNSAID "“onset”." },
    { "'onset': 'sudden', 'disc", "'onset': 'not-sure', 'disc", UNSAID "“onset”." },
    { "'onset': 'sudden', 'disc", "'onset': 'yes', 'disc", UNSAID "“onset”." },
    { "'onset': 'sudden', 'disc", "'onset': ['sudden'], 'disc", UNSAID "“onset”." },
    { "'onset': 'sudden', 'disc", "'onset': 'sudden', 'cold': 'yes', 'disc",
      WORSE " has “cold”, which is no question." },
    { "'flag': 'yes',", "'flag': 'yes', 'choice': 'none',",
      WORSE " has “choice”, which is not known." },
    { "'" WORSE "': {", "'worse': {",
      "The protocol has “worse”, which is not known.\n"
      "The protocol needs an object as “" WORSE "”." },
    { "'groups': {", "'sets': {",
      "The protocol has “sets”, which is not known.\n"
      "The protocol needs an object as “groups”.\n"
      "E23 reads the group “emergency-items”, which is not there.\n"
      "U11 reads the group “signs”, which is not there.\n"
      "D07 reads the group “signs”, which is not there." },
    { "'balance',\n      'consciousness'", "'balance',\n      'balance'",
      "The group “emergency-items” has “balance” twice." },
    { "'balance',\n      'consciousness'", "'cold'",
      "The group “emergency-items” has “cold”, which is no question." },
    { "'balance',\n      'consciousness'", "5",
      "The group “emergency-items” has “”, which is no question." },
    { "'signs': [\n", "'legs': [], 'signs': [\n", "A group " NO_LIST "“legs”." },
  };

  assert_changes_found (cases, G_N_ELEMENTS (cases));
}

static void
test_rules_conditions (void)
{
  static const Case cases[] = {
    { "'question': 'bladder', 'is': ['new', 'gone']", "'question': 'pee', 'is': ['new', 'gone']",
      "E01 reads “pee”, which is no question." },
    { "{'question': 'bladder', 'is': ['new', 'gone']}", "{'question': 'bladder', 'is': ['yes']}",
      "E01 reads “yes”, which cannot be answered to “bladder”." },
    { "{'question': 'bladder', 'is': ['new', 'gone']}",
      "{'question': 'bladder', 'is': ['new', 'new']}", "E01 names “new” twice." },
    { "'question': 'worried', 'is': ['yes']", "'question': 'worried', 'is': ['yes'], 'weight': 2",
      "D11 has a condition of no known form.\n“worried” is read by no rule." },
    { "'otc-days', 'at-least': 10", "'otc-days', 'at-least': 366",
      "D13: “at-least” must be a whole number from 1 to 365 to matter." },
    { "'otc-days', 'at-least': 10", "'otc-days', 'at-least': 0",
      "D13: “at-least” must be a whole number from 1 to 365 to matter." },
    { "'age', 'below': 10", "'age', 'below': 121",
      "U16: “below” must be a whole number from 1 to 120 to matter." },
    { "['not-sure'], 'at-least': 2", "['not-sure'], 'at-least': 16",
      "E23: “at-least” must be a whole number from 1 to 15 to matter." },
    { "'group': 'emergency-items'", "'group': 'alarms'",
      "E23 reads the group “alarms”, which is not there." },
    { "'E20', 'E21', 'E22'\n", "'E20', 'E21', 'U19'\n",
      "U18 doubts “U19”, which is no rule before it." },
    { "'E20', 'E21', 'E22'\n", "'E20', 'E21', 'U18'\n",
      "U18 doubts “U18”, which is no rule before it." },
    { "'E20', 'E21', 'E22'\n", "'E20', 'E21', 'E21'\n", "U18 names “E21” twice." },
    { "{'question': 'rash', 'is'", "{'question': 'lump', 'is'", "“rash” is read by no rule." },
  };

  assert_changes_found (cases, G_N_ELEMENTS (cases));
}

static void
test_rules_rules (void)
{
  static const Case cases[] = {
    { "'evidence': ['S4-26']", "'evidence': []", "U19 " NO_LIST "“evidence”." },
    { "'evidence': ['S4-26']", "'evidence': 'S4-26'", "U19 " NO_LIST "“evidence”." },
    { "'evidence': ['S4-26']", "'evidence': ['S4-99']",
      "U19 cites “S4-99”, which is no evidence." },
    { "'evidence': ['S4-26']", "'evidence': ['S4']", "U19 cites “S4”, which is no evidence." },
    { "'evidence': ['S4-26']", "'evidence': [null]", "U19 cites “”, which is no evidence." },
    { "'evidence': ['S4-26']", "'evidence': ['S4-26', 'S4-26']", "U19 cites “S4-26” twice." },
    { "'id': 'S01'", "'id': 'D17'", "The rule “D17” stands twice." },
    { "'id': 'S01'", "'id': ''", "A rule needs text as “id”." },
    { "'level': 'self-care'", "'level': 'home'", "S01 gives “home”, which is no level." },
    { "'level': 'self-care'", "'level': null", "S01 needs text as “level”." },
    { "'level': 'self-care',", "'level': 'self-care', 'score': 1,",
      "S01 has “score”, which is not known." },
    { "'when': {'all': [{'no-other-rule'", "'if': {'all': [{'no-other-rule'",
      "S01 has “if”, which is not known.\nS01 is not an object." },
    { "'rules': [\n", "'rules': [ 'E00',\n", "A rule is not an object." },
  };

  assert_changes_found (cases, G_N_ELEMENTS (cases));
}

static void
test_rules_kinds_without_worse_answer (void)
{
  static const struct
  {
    const char *from;
    UnknotQuestionKind kind;
    const char *own_word; /* a question that has its own */
  } cases[] = {
    { "'sign': 'new',", UNKNOT_QUESTION_SIGN, NULL },
    { "'flag': 'yes',", UNKNOT_QUESTION_FLAG, "old-signs-assessed" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) json = read_rules ();
      g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *message = NULL;

      for (guint j = 0; j < unknot_questionnaire_get_n_questions (questionnaire); j++)
        {
          UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, j);
          const char *id = unknot_question_get_id (question);

          if (unknot_question_get_kind (question) == cases[i].kind &&
              g_strcmp0 (id, cases[i].own_word) != 0)
            g_ptr_array_add (sentences, g_strdup_printf (UNSAID "“%s”.", id));
        }
      g_ptr_array_add (sentences, NULL);
      message = g_strjoinv ("\n", (char **) sentences->pdata);

      change (json, cases[i].from, "");
      assert_faults (protocol, json->str, message);
    }
}

static void
test_rules_room (void)
{
#define EXTRA(id) \
  "{'id': '" id "', 'level': 'doctor', 'when': {'question': 'age', 'at-least': 120}, " \
  "'evidence': ['S3-01']},\n"
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) calm = unknot_test_new_calm_answers (protocol);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
  g_autoptr (GString) full = read_rules ();
  g_autoptr (GString) too_full = read_rules ();
  g_autofree char *message = NULL;
  g_autoptr (UnknotRules) rules = NULL;
  g_autoptr (UnknotAssessment) assessment = NULL;

  change (full, "'rules': [\n", "'rules': [\n" EXTRA ("X1") EXTRA ("X2"));
  rules = load (protocol, full->str, &message);
  g_assert_null (message);
  g_assert_cmpuint (unknot_rules_get_n_rules (rules), ==, UNKNOT_RULES_MAX_RULES);
  assessment = unknot_rules_assess (rules, calm, now);
  g_assert_cmpint (unknot_assessment_get_level (assessment), ==, UNKNOT_LEVEL_SELF_CARE);

  change (too_full, "'rules': [\n", "'rules': [\n" EXTRA ("X1") EXTRA ("X2") EXTRA ("X3"));
  assert_faults (protocol, too_full->str,
                 "The rule “S01” is one too many: there is room for 64.");
}

static void
test_rules_all_faults (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GString) json = read_rules ();

  change (json, "'version': '1.0',", "'version': '1.0', 'author': 'A',");
  change (json, "'onset': 'sudden', 'disc", "'onset': 'fast', 'disc");
  change (json, "'balance',\n      'consciousness'", "'cold'");
  change (json, "'id': 'E02'", "'id': 'E01'");
  change (json, "'question': 'rash', 'is': ['yes']", "'question': 'spots', 'is': ['yes']");
  change (json, "'evidence': ['S4-26']", "'evidence': ['S4-99', 'S4-98']");
  change (json, "'otc-days', 'at-least': 10", "'otc-days', 'at-least': 366");
  change (json, "'level': 'self-care'", "'level': 'home'");

  assert_faults (protocol, json->str,
                 "The protocol has “author”, which is not known.\n"
                 "The group “emergency-items” has “cold”, which is no question.\n"
                 UNSAID "“onset”.\n"
                 "The rule “E01” stands twice.\n"
                 "U08 reads “spots”, which is no question.\n"
                 "U18 doubts “E02”, which is no rule before it.\n"
                 "U19 cites “S4-99”, which is no evidence.\n"
                 "U19 cites “S4-98”, which is no evidence.\n"
                 "D13: “at-least” must be a whole number from 1 to 365 to matter.\n"
                 "S01 gives “home”, which is no level.\n"
                 "“rash” is read by no rule.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rules/shipped", test_rules_shipped);
  g_test_add_func ("/rules/evidence-in-order", test_rules_evidence_in_order);
  g_test_add_func ("/rules/groups", test_rules_groups);
  g_test_add_func ("/rules/bad-document", test_rules_bad_document);
  g_test_add_func ("/rules/head", test_rules_head);
  g_test_add_func ("/rules/conditions", test_rules_conditions);
  g_test_add_func ("/rules/rules", test_rules_rules);
  g_test_add_func ("/rules/kinds-without-worse-answer", test_rules_kinds_without_worse_answer);
  g_test_add_func ("/rules/room", test_rules_room);
  g_test_add_func ("/rules/all-faults", test_rules_all_faults);

  return g_test_run ();
}
