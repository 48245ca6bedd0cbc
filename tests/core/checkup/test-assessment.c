/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-assessment.h"

#include "unknot-test-protocol.h"

/* A question with the answer it is given: a number, or codes with commas between them; “” takes
 * its answer away. */
typedef struct
{
  const char *id;
  const char *answer;
} Change;

#define MAX_CHANGES 6

static void
change_answer (UnknotProtocol *protocol,
               UnknotAnswers  *answers,
               const Change   *change)
{
  UnknotQuestion *question = unknot_test_lookup (protocol, change->id);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) codes = NULL;

  if (*change->answer == '\0')
    {
      unknot_answers_clear (answers, question);
    }
  else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    {
      unknot_answers_set_count (answers, question, g_ascii_strtoll (change->answer, NULL, 10),
                                &error);
    }
  else
    {
      codes = g_strsplit (change->answer, ",", -1);
      unknot_answers_set_codes (answers, question, (const char *const *) codes, &error);
    }
  g_assert_no_error (error);
}

static UnknotAnswers *
new_answers (UnknotProtocol *protocol,
             const Change   *changes)
{
  UnknotAnswers *answers = unknot_test_new_calm_answers (protocol);

  for (guint i = 0; i < MAX_CHANGES && changes[i].id != NULL; i++)
    change_answer (protocol, answers, &changes[i]);

  return answers;
}

static UnknotAssessment *
assess (UnknotProtocol *protocol,
        UnknotAnswers  *answers)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);

  return unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, time);
}

static UnknotAssessment *
assess_changes (UnknotProtocol *protocol,
                const Change   *changes)
{
  g_autoptr (UnknotAnswers) answers = new_answers (protocol, changes);

  return assess (protocol, answers);
}

static char *
join_questions (GPtrArray *questions)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < questions->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            unknot_question_get_id (g_ptr_array_index (questions, i)));

  return g_string_free_and_steal (ids);
}

static char *
join_rules (UnknotAssessment *assessment)
{
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < rules->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            unknot_rule_get_id (g_ptr_array_index (rules, i)));

  return g_string_free_and_steal (ids);
}

static char *
join_reasons (UnknotAssessment *assessment,
              const char       *id)
{
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);

  for (guint i = 0; i < rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (rules, i);
      g_autoptr (GPtrArray) reasons = NULL;

      if (!g_str_equal (unknot_rule_get_id (rule), id))
        continue;

      reasons = unknot_assessment_dup_reasons (assessment, rule);
      return join_questions (reasons);
    }

  return NULL;
}

static char *
join_not_sure (UnknotAssessment *assessment)
{
  g_autoptr (GPtrArray) questions = unknot_assessment_dup_not_sure (assessment);

  return join_questions (questions);
}

static char *
join_missing (UnknotAssessment *assessment)
{
  g_autoptr (GPtrArray) questions = unknot_assessment_dup_missing (assessment);

  return join_questions (questions);
}

static void
test_assessment_reasons (void)
{
  static const struct
  {
    const char *rule;
    Change changes[MAX_CHANGES];
    const char *reasons; /* NULL where the rule does not fire */
  } cases[] = {
    { "E01", { { "bladder", "gone" }, { "bowel", "new" } }, "bladder" },
    { "U16", { { "age", "9" } }, "age" },
    { "D12", { { "location", "upper,lower" } }, "location" },
    { "S01", { { NULL, NULL } }, "" },

    { "E16", { { "fever", "yes" }, { "infection-risk", "diabetes" } }, "fever infection-risk" },
    { "E16", { { "fever", "not-sure" }, { "very-unwell", "yes" } }, "fever very-unwell" },
    { "E16", { { "fever", "yes" }, { "very-unwell", "yes" }, { "infection-risk", "diabetes" } },
      "fever very-unwell infection-risk" },
    { "U01", { { "fever", "yes" }, { "very-unwell", "no" } }, "fever" },
    { "E18", { { "flank", "yes" }, { "flank-signs", "vomiting" }, { "fever", "yes" } },
      "fever flank-signs" },
    { "U10", { { "blood-thinner", "yes" }, { "spreads", "groin" }, { "severity", "7" } },
      "blood-thinner spreads" },
    { "D04", { { "trigger", "sport" } }, "trigger" },
    { "D04", { { "suspects-injury", "yes" }, { "trigger", "blow" } }, "trigger suspects-injury" },

    { "E23", { { "bladder", "not-sure" }, { "chest", "not-sure" }, { "balance", "old" } },
      "bladder chest" },
    { "E23", { { "bladder", "not-sure" }, { "fever", "not-sure" } }, NULL },
    { "U11", { { "both-legs", "old" }, { "balance", "old" }, { "old-signs-assessed", "no" } },
      "both-legs balance old-signs-assessed" },
    { "U11", { { "balance", "old" }, { "bladder", "new" } }, "balance old-signs-assessed" },
    { "D07", { { "past-spine-surgery", "yes" }, { "old-signs-assessed", "yes" } },
      "past-spine-surgery" },

    { "U18", { { "balance", "not-sure" } }, "balance" },
    { "U18", { { "bladder", "new" }, { "bowel", "not-sure" } }, "bowel" },
    { "U18", { { "bladder", "not-sure" }, { "chest", "not-sure" } }, "bladder chest" },
    { "U18", { { "blood-thinner", "yes" }, { "onset", "not-sure" }, { "severity", "8" } },
      "blood-thinner onset severity" },
    { "U18", { { "blood-thinner", "yes" }, { "onset", "not-sure" }, { "severity", "7" } }, NULL },
    { "U18", { { "age", "60" }, { "flank", "not-sure" }, { "flank-signs", "none" },
               { "onset", "not-sure" } },
      "flank age onset" },
    { "U18", { { "very-unwell", "not-sure" }, { "fever", "not-sure" } }, "fever very-unwell" },
    { "U18", { { "fever", "not-sure" } }, NULL },
    { "D15", { { "fever", "not-sure" } }, "fever" },
    { "D15", { { "sexual-change", "old" } }, "sexual-change" },
    { "D15", { { "sexual-change", "old" }, { "rash", "not-sure" }, { "lump", "yes" } },
      "sexual-change rash" },
    { "D15", { { "osteoporosis", "not-sure" }, { "onset", "not-sure" } }, "osteoporosis onset" },
    { "D15", { { "disc-or-stenosis", "not-sure" } }, "disc-or-stenosis" },
    { "D15", { { "worried", "not-sure" } }, NULL },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAssessment) assessment = assess_changes (protocol, cases[i].changes);
      g_autofree char *reasons = join_reasons (assessment, cases[i].rule);

      g_test_message ("%u: %s", i, cases[i].rule);
      g_assert_cmpstr (reasons, ==, cases[i].reasons);
    }
}

static void
test_assessment_not_sure (void)
{
  static const struct
  {
    Change changes[MAX_CHANGES];
    const char *not_sure;
  } cases[] = {
    { { { NULL, NULL } }, "" },
    { { { "worried", "not-sure" }, { "onset", "not-sure" }, { "balance", "not-sure" } },
      "balance onset worried" },
    { { { "balance", "old" }, { "old-signs-assessed", "not-sure" } }, "old-signs-assessed" },
    { { { "balance", "new" }, { "old-signs-assessed", "not-sure" } }, "" },
    { { { "disc-or-stenosis", "not-sure" }, { "fever", "" } }, "disc-or-stenosis" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAssessment) assessment = assess_changes (protocol, cases[i].changes);
      g_autofree char *not_sure = join_not_sure (assessment);

      g_assert_cmpstr (not_sure, ==, cases[i].not_sure);
    }
}

static void
test_assessment_missing (void)
{
  static const struct
  {
    Change changes[MAX_CHANGES];
    const char *missing;
    gboolean emergency_open;
  } cases[] = {
    { { { NULL, NULL } }, "" },
    { { { "worried", "" }, { "age", "" }, { "location", "" }, { "bladder", "" } },
      "bladder age location worried", TRUE },
    { { { "head-neck", "" } }, "head-neck", TRUE },
    { { { "head-neck", "" }, { "fever", "yes" } }, "head-neck", TRUE },
    { { { "head-neck", "" }, { "bowel", "gone" } }, "head-neck" },
    { { { "fever", "" } }, "fever" },
    { { { "flank", "yes" } }, "flank-signs" },
    { { { "flank", "not-sure" }, { "flank-signs", "none" } }, "" },
    { { { "flank", "" } }, "flank" },
    { { { "pregnant", "not-sure" } }, "pregnancy-signs" },
    { { { "balance", "old" } }, "old-signs-assessed" },
    { { { "balance", "not-sure" } }, "" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAssessment) assessment = assess_changes (protocol, cases[i].changes);
      g_autofree char *missing = join_missing (assessment);

      g_assert_cmpstr (missing, ==, cases[i].missing);
      g_assert_true (unknot_assessment_is_complete (assessment) == (*cases[i].missing == '\0'));
      g_assert_cmpint (unknot_assessment_is_emergency_open (assessment), ==,
                       cases[i].emergency_open);
    }
}

static void
test_assessment_skipped_is_missing (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (UnknotAssessment) assessment = NULL;
  g_autofree char *missing = NULL;

  unknot_answers_skip (answers, unknot_test_lookup (protocol, "sexual-change"));
  unknot_answers_skip (answers, unknot_test_lookup (protocol, "flank-signs"));
  assessment = assess (protocol, answers);
  missing = join_missing (assessment);

  g_assert_cmpstr (missing, ==, "sexual-change");
  g_assert_false (unknot_assessment_is_complete (assessment));
  g_assert_cmpint (unknot_assessment_get_level (assessment), ==, UNKNOT_LEVEL_NONE);
}

static void
test_assessment_level (void)
{
  static const struct
  {
    Change changes[MAX_CHANGES];
    UnknotLevel level;
    const char *rules;
  } cases[] = {
    { { { NULL, NULL } }, UNKNOT_LEVEL_SELF_CARE, "S01" },
    { { { "worried", "" } }, UNKNOT_LEVEL_NONE, "" },
    { { { "worried", "yes" } }, UNKNOT_LEVEL_DOCTOR, "D11" },
    { { { "worried", "yes" }, { "age", "" } }, UNKNOT_LEVEL_DOCTOR, "D11" },
    { { { "rash", "yes" }, { "worried", "yes" } }, UNKNOT_LEVEL_URGENT, "U08 D11" },
    { { { "rash", "yes" }, { "worried", "yes" }, { "chest", "yes" }, { "bladder", "" } },
      UNKNOT_LEVEL_EMERGENCY, "E10 U08 D11" },
    { { { "chest", "not-sure" }, { "belly", "not-sure" } }, UNKNOT_LEVEL_EMERGENCY, "E23 U18" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAssessment) assessment = assess_changes (protocol, cases[i].changes);
      g_autofree char *rules = join_rules (assessment);

      g_assert_cmpstr (rules, ==, cases[i].rules);
      g_assert_cmpint (unknot_assessment_get_level (assessment), ==, cases[i].level);
    }
}

static void
test_assessment_to_json (void)
{
  static const struct
  {
    Change changes[MAX_CHANGES];
    const char *json;
  } cases[] = {
    { { { NULL, NULL } },
      "{\"protocol\":\"back-spasm\",\"version\":\"1.0\",\"level\":\"self-care\","
      "\"complete\":true,\"rules\":[\"S01\"],\"not-sure\":[],\"missing\":[]}" },
    { { { "fever", "" }, { "age", "" } },
      "{\"protocol\":\"back-spasm\",\"version\":\"1.0\",\"level\":null,"
      "\"complete\":false,\"rules\":[],\"not-sure\":[],\"missing\":[\"fever\",\"age\"]}" },
    { { { "bladder", "gone" }, { "onset", "not-sure" }, { "chest", "not-sure" },
        { "flank", "yes" }, { "worried", "" } },
      "{\"protocol\":\"back-spasm\",\"version\":\"1.0\",\"level\":\"emergency\","
      "\"complete\":false,\"rules\":[\"E01\",\"U02\",\"U18\"],"
      "\"not-sure\":[\"chest\",\"onset\"],\"missing\":[\"flank-signs\",\"worried\"]}" },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotAssessment) assessment = assess_changes (protocol, cases[i].changes);
      g_autoptr (JsonNode) node = unknot_assessment_to_json (assessment);
      g_autofree char *text = json_to_string (node, FALSE);

      g_assert_cmpstr (text, ==, cases[i].json);
    }
}

static void
test_assessment_nothing_answered (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (UnknotAnswers) answers = unknot_answers_new (questionnaire);
  g_autoptr (UnknotAssessment) assessment = assess (protocol, answers);
  g_autoptr (GPtrArray) missing = unknot_assessment_dup_missing (assessment);
  g_autofree char *rules = join_rules (assessment);

  g_assert_cmpint (unknot_assessment_get_level (assessment), ==, UNKNOT_LEVEL_NONE);
  g_assert_cmpstr (rules, ==, "");
  /* All but the three that wait for another answer. */
  g_assert_cmpuint (missing->len, ==, unknot_questionnaire_get_n_questions (questionnaire) - 3);
}

static void
test_assessment_stays_as_it_was (void)
{
  static const Change before[MAX_CHANGES] = { { "bladder", "new" }, { "onset", "not-sure" } };
  static const Change after[] = { { "bladder", "no" }, { "onset", "sudden" }, { "age", "" } };
  UnknotProtocol *protocol = unknot_test_load_protocol ();
  UnknotAnswers *answers = new_answers (protocol, before);
  UnknotAssessment *assessment = assess (protocol, answers);
  UnknotQuestion *bladder = unknot_test_lookup (protocol, "bladder");
  g_autofree char *rules = NULL;
  g_autofree char *not_sure = NULL;
  g_autofree char *reasons = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (after); i++)
    change_answer (protocol, answers, &after[i]);
  g_assert_true (unknot_answers_has_code (unknot_assessment_get_answers (assessment), bladder,
                                          "new"));
  g_assert_finalize_object (answers);
  g_assert_finalize_object (protocol);

  rules = join_rules (assessment);
  not_sure = join_not_sure (assessment);
  reasons = join_reasons (assessment, "E01");
  g_assert_cmpstr (rules, ==, "E01");
  g_assert_cmpstr (not_sure, ==, "onset");
  g_assert_cmpstr (reasons, ==, "bladder");
  g_assert_true (unknot_assessment_is_complete (assessment));
  g_assert_finalize_object (assessment);
}

static void
test_assessment_time_and_version (void)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (-5 * 60 * 60);
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 3, 14, 23, 59, 30.5);
  g_autoptr (UnknotAssessment) assessment =
    unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, time);
  g_autofree char *text =
    g_date_time_format_iso8601 (unknot_assessment_get_time (assessment));

  g_assert_cmpstr (text, ==, "2026-03-14T23:59:30.500000-05");
  g_assert_cmpstr (unknot_assessment_get_version (assessment), ==, "1.0");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assessment/reasons", test_assessment_reasons);
  g_test_add_func ("/assessment/not-sure", test_assessment_not_sure);
  g_test_add_func ("/assessment/missing", test_assessment_missing);
  g_test_add_func ("/assessment/skipped-is-missing", test_assessment_skipped_is_missing);
  g_test_add_func ("/assessment/level", test_assessment_level);
  g_test_add_func ("/assessment/to-json", test_assessment_to_json);
  g_test_add_func ("/assessment/nothing-answered", test_assessment_nothing_answered);
  g_test_add_func ("/assessment/stays-as-it-was", test_assessment_stays_as_it_was);
  g_test_add_func ("/assessment/time-and-version", test_assessment_time_and_version);

  return g_test_run ();
}
