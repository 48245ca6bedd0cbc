/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-page.h"
#include "unknot-test-protocol.h"

/* What must hold for all answers, as the protocol promises it: proved over all pairs of answers and
 * over N_RANDOM_SETS generated ones (run with --seed to get the same again). */

typedef struct
{
  UnknotProtocol *protocol;
  UnknotQuestionnaire *questionnaire;
  UnknotRules *rules;
  GDateTime *now;
} Fixture;

typedef struct
{
  UnknotLevel level;
  gboolean complete;
  guint64 fired;   /* rules, by their place */
  guint64 missing; /* questions, by their place */
} Result;

/* On both sides of every threshold, and the ends. */
static const int ages[] = { 0, 9, 10, 17, 18, 40, 59, 60, 69, 70, 120, -1 };
static const int days[] = { 0, 1, 13, 14, 89, 90, 3650, -1 };
static const int severities[] = { 0, 4, 7, 8, 9, 10, -1 };
static const int otc_days[] = { 0, 9, 10, 365, -1 };

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  fixture->protocol = unknot_test_load_protocol ();
  fixture->questionnaire = unknot_protocol_get_questionnaire (fixture->protocol);
  fixture->rules = unknot_protocol_get_rules (fixture->protocol);
  fixture->now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_pointer (&fixture->now, g_date_time_unref);
  g_assert_finalize_object (fixture->protocol);
}

static gboolean
is (UnknotQuestion *question,
    const char     *id)
{
  return g_str_equal (unknot_question_get_id (question), id);
}

static const int *
get_counts (UnknotQuestion *question)
{
  if (is (question, "age"))
    return ages;
  if (is (question, "duration-days"))
    return days;
  if (is (question, "severity"))
    return severities;
  g_assert_true (is (question, "otc-days"));
  return otc_days;
}

static guint
count_answers (UnknotQuestion *question)
{
  const int *counts;
  guint n = 0;

  if (unknot_question_get_kind (question) != UNKNOT_QUESTION_COUNT)
    return unknot_question_get_n_options (question);

  for (counts = get_counts (question); counts[n] >= 0; n++)
    ;
  return n;
}

static void
give_answer (UnknotAnswers  *answers,
             UnknotQuestion *question,
             guint           n)
{
  g_autoptr (GError) error = NULL;

  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    unknot_answers_set_count (answers, question, get_counts (question)[n], &error);
  else
    unknot_answers_set_code (answers, question, unknot_question_get_option_code (question, n),
                             &error);
  g_assert_no_error (error);
}

static void
give_codes (UnknotAnswers  *answers,
            UnknotQuestion *question,
            GStrv           codes)
{
  g_autoptr (GError) error = NULL;

  unknot_answers_set_codes (answers, question, (const char *const *) codes, &error);
  g_assert_no_error (error);
}

static gboolean
has (Fixture       *fixture,
     UnknotAnswers *answers,
     const char    *id,
     const char    *code)
{
  return unknot_answers_has_code (answers, unknot_test_lookup (fixture->protocol, id), code);
}

/* Said anew, as the protocol's tables say it: the questions asked on condition. */
static gboolean
should_apply (Fixture        *fixture,
              UnknotAnswers  *answers,
              UnknotQuestion *question)
{
  static const char *const signs[] = {
    "bladder", "bowel", "saddle-numbness", "both-legs",
    "limb-weakness", "limb-numbness", "one-sided", "balance",
  };

  if (is (question, "flank-signs"))
    return has (fixture, answers, "flank", "yes") || has (fixture, answers, "flank", "not-sure");
  if (is (question, "pregnancy-signs"))
    return has (fixture, answers, "pregnant", "yes") ||
           has (fixture, answers, "pregnant", "not-sure");
  if (!is (question, "old-signs-assessed"))
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (has (fixture, answers, signs[i], "old"))
      return TRUE;

  return FALSE;
}

static Result
assess (Fixture       *fixture,
        UnknotAnswers *answers)
{
  g_autoptr (UnknotAssessment) assessment =
    unknot_rules_assess (fixture->rules, answers, fixture->now);
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  g_autoptr (GPtrArray) missing = unknot_assessment_dup_missing (assessment);
  Result result = {
    .level = unknot_assessment_get_level (assessment),
    .complete = unknot_assessment_is_complete (assessment),
  };
  guint place = 0;

  for (guint i = 0; i < rules->len; i++)
    {
      while (unknot_rules_get_rule (fixture->rules, place) != g_ptr_array_index (rules, i))
        place++;
      result.fired |= 1ull << place;
    }
  for (guint i = 0; i < missing->len; i++)
    result.missing |= 1ull << unknot_question_get_position (g_ptr_array_index (missing, i));

  return result;
}

/* No level yet stands with self-care: neither is below the other. */
static int
get_rank (UnknotLevel level)
{
  return MAX (level, UNKNOT_LEVEL_SELF_CARE);
}

static char *
describe (Fixture       *fixture,
          UnknotAnswers *answers)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (fixture->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (fixture->questionnaire, i);
      g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);
      g_autofree char *joined = g_strjoinv ("+", codes);

      if (!unknot_answers_is_answered (answers, question))
        continue;
      if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
        g_string_append_printf (text, " %s=%d", unknot_question_get_id (question),
                                unknot_answers_get_count (answers, question));
      else
        g_string_append_printf (text, " %s=%s", unknot_question_get_id (question), joined);
    }

  return g_string_free_and_steal (text);
}

static void
assert_not_lower (Fixture       *fixture,
                  UnknotAnswers *answers,
                  UnknotAnswers *worse)
{
  Result before = assess (fixture, answers);
  Result after = assess (fixture, worse);

  if (get_rank (after.level) < get_rank (before.level))
    {
      g_autofree char *from = describe (fixture, answers);
      g_autofree char *to = describe (fixture, worse);

      g_error ("A more worrying answer lowered the level:\n%s\n%s", from, to);
    }
}

static gboolean
is_worse_code (UnknotQuestion *question,
               const char     *from,
               const char     *to)
{
  static const char *const orders[][2] = {
    { "no", "not-sure" }, { "no", "new" },  { "no", "gone" },       { "no", "old" },
    { "new", "gone" },    { "gone", "new" }, { "not-sure", "new" }, { "not-sure", "gone" },
    { "no", "yes" },      { "not-sure", "yes" },
    { "gradual", "not-sure" }, { "gradual", "sudden" }, { "not-sure", "sudden" },
  };

  if (is (question, "trigger"))
    return FALSE;
  if (is (question, "disc-or-stenosis"))
    return g_str_equal (from, "no") && !g_str_equal (to, "no");
  if (is (question, "old-signs-assessed"))
    return (g_str_equal (from, "yes") && !g_str_equal (to, "yes"));

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    if (g_str_equal (from, orders[i][0]) && g_str_equal (to, orders[i][1]))
      return TRUE;

  return FALSE;
}

/* The @n-th answer in the place of the one given, where that is more worrying; else %NULL. */
static UnknotAnswers *
worsen (UnknotAnswers  *answers,
        UnknotQuestion *question,
        guint           n)
{
  UnknotQuestionKind kind = unknot_question_get_kind (question);
  g_autoptr (UnknotAnswers) worse = unknot_answers_copy (answers);
  g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);

  if (!unknot_answers_is_answered (answers, question))
    return NULL;

  if (kind == UNKNOT_QUESTION_COUNT)
    {
      if (is (question, "age") ||
          get_counts (question)[n] <= unknot_answers_get_count (answers, question))
        return NULL;
      give_answer (worse, question, n);
    }
  else if (kind == UNKNOT_QUESTION_CHOICES)
    {
      const char *code = unknot_question_get_option_code (question, n);
      g_autoptr (GStrvBuilder) more = g_strv_builder_new ();
      g_auto (GStrv) more_codes = NULL;

      if (g_str_equal (code, "none") || g_strv_contains ((const char *const *) codes, code))
        return NULL;
      if (!g_str_equal (codes[0], "none"))
        g_strv_builder_addv (more, (const char **) codes);
      g_strv_builder_add (more, code);
      more_codes = g_strv_builder_end (more);
      give_codes (worse, question, more_codes);
    }
  else
    {
      if (!is_worse_code (question, codes[0], unknot_question_get_option_code (question, n)))
        return NULL;
      give_answer (worse, question, n);
    }

  return g_steal_pointer (&worse);
}

static void
assert_never_lower (Fixture        *fixture,
                    UnknotAnswers  *answers,
                    UnknotQuestion *question)
{
  for (guint n = 0; n < count_answers (question); n++)
    {
      g_autoptr (UnknotAnswers) worse = worsen (answers, question, n);

      if (worse != NULL)
        assert_not_lower (fixture, answers, worse);
    }
}

static void
assert_level_follows_rules (Fixture *fixture,
                            Result   result)
{
  UnknotLevel highest = UNKNOT_LEVEL_NONE;

  for (guint i = 0; i < unknot_rules_get_n_rules (fixture->rules); i++)
    if ((result.fired & (1ull << i)) != 0)
      highest = MAX (highest, unknot_rule_get_level (unknot_rules_get_rule (fixture->rules, i)));

  g_assert_cmpint (result.level, ==, highest);
}

static void
assert_incomplete_is_told (Fixture       *fixture,
                           UnknotAnswers *answers,
                           Result         result)
{
  guint64 self_care = 1ull << (unknot_rules_get_n_rules (fixture->rules) - 1);
  guint64 missing = 0;

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (fixture->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (fixture->questionnaire, i);

      if (should_apply (fixture, answers, question) &&
          !unknot_answers_is_answered (answers, question))
        missing |= 1ull << i;
    }

  g_assert_cmphex (result.missing, ==, missing);
  g_assert_cmpint (result.complete, ==, missing == 0);
  if ((result.fired & self_care) != 0)
    {
      g_assert_true (result.complete);
      g_assert_cmphex (result.fired, ==, self_care);
    }
  if (result.level == UNKNOT_LEVEL_NONE)
    g_assert_false (result.complete);
}

/* Whatever was answered to them before, questions that do not apply take no part. */
static void
assert_others_take_no_part (Fixture       *fixture,
                            UnknotAnswers *answers,
                            Result         result)
{
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (fixture->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (fixture->questionnaire, i);
      g_autoptr (UnknotAnswers) other = NULL;
      Result other_result;

      if (should_apply (fixture, answers, question))
        continue;

      other = unknot_answers_copy (answers);
      give_answer (other, question, g_test_rand_int_range (0, count_answers (question)));
      other_result = assess (fixture, other);
      g_assert_cmphex (other_result.fired, ==, result.fired);
      g_assert_cmphex (other_result.missing, ==, result.missing);
    }
}

static void
give_random_answer (UnknotAnswers  *answers,
                    UnknotQuestion *question)
{
  guint n_options = unknot_question_get_n_options (question);
  g_autoptr (GStrvBuilder) several = NULL;
  g_auto (GStrv) codes = NULL;
  guint set;

  if (unknot_question_get_kind (question) != UNKNOT_QUESTION_CHOICES ||
      g_test_rand_int_range (0, 2) == 0)
    {
      give_answer (answers, question, g_test_rand_int_range (0, count_answers (question)));
      return;
    }

  /* Any of all sets but the empty one; the last option is “none”. */
  set = g_test_rand_int_range (1, 1 << (n_options - 1));
  several = g_strv_builder_new ();
  for (guint i = 0; i < n_options - 1; i++)
    if ((set & (1u << i)) != 0)
      g_strv_builder_add (several, unknot_question_get_option_code (question, i));
  codes = g_strv_builder_end (several);
  give_codes (answers, question, codes);
}

/* A few answers changed and a few taken away, seldom all of them: else every set is an emergency. */
static UnknotAnswers *
generate_answers (Fixture       *fixture,
                  UnknotAnswers *calm)
{
  static const guint amounts[] = { 0, 1, 1, 2, 2, 3, 4, 6, 10, 60 };
  UnknotAnswers *answers = unknot_answers_copy (calm);
  guint n_questions = unknot_questionnaire_get_n_questions (fixture->questionnaire);
  guint n_given = amounts[g_test_rand_int_range (0, G_N_ELEMENTS (amounts))];
  guint n_cleared = amounts[g_test_rand_int_range (0, G_N_ELEMENTS (amounts))] / 3;

  for (guint i = 0; i < n_given; i++)
    give_random_answer (answers, unknot_questionnaire_get_question (
                                   fixture->questionnaire,
                                   g_test_rand_int_range (0, n_questions)));
  for (guint i = 0; i < n_cleared; i++)
    {
      UnknotQuestion *question =
        unknot_questionnaire_get_question (fixture->questionnaire,
                                           g_test_rand_int_range (0, n_questions));

      if (i % 2 == 0)
        unknot_answers_clear (answers, question);
      else
        unknot_answers_skip (answers, question);
    }

  return answers;
}

static void
test_properties_random (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotAnswers) calm = unknot_test_new_calm_answers (fixture->protocol);
  guint n_questions = unknot_questionnaire_get_n_questions (fixture->questionnaire);
  guint n_of_level[UNKNOT_LEVEL_EMERGENCY + 1] = { 0 };
  guint64 ever_fired = 0;

  for (guint i = 0; i < N_RANDOM_SETS; i++)
    {
      g_autoptr (UnknotAnswers) answers = generate_answers (fixture, calm);
      Result result = assess (fixture, answers);
      UnknotQuestion *question =
        unknot_questionnaire_get_question (fixture->questionnaire,
                                           g_test_rand_int_range (0, n_questions));

      assert_level_follows_rules (fixture, result);
      assert_incomplete_is_told (fixture, answers, result);
      assert_others_take_no_part (fixture, answers, result);
      assert_never_lower (fixture, answers, question);
      ever_fired |= result.fired;
      n_of_level[result.level]++;
    }

  /* The sets must be worth something: every rule fired, every level came up often enough. */
  g_assert_cmphex (ever_fired, ==, (1ull << unknot_rules_get_n_rules (fixture->rules)) - 1);
  for (guint level = 0; level < G_N_ELEMENTS (n_of_level); level++)
    g_assert_cmpuint (n_of_level[level], >, N_RANDOM_SETS / 100);
}

static void
test_properties_pairs (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotAnswers) calm = unknot_test_new_calm_answers (fixture->protocol);
  guint n_questions = unknot_questionnaire_get_n_questions (fixture->questionnaire);

  for (guint i = 0; i < n_questions; i++)
    for (guint j = 0; j < i; j++)
      {
        UnknotQuestion *one = unknot_questionnaire_get_question (fixture->questionnaire, j);
        UnknotQuestion *other = unknot_questionnaire_get_question (fixture->questionnaire, i);

        for (guint m = 0; m < count_answers (one); m++)
          for (guint n = 0; n < count_answers (other); n++)
            {
              g_autoptr (UnknotAnswers) answers = unknot_answers_copy (calm);
              Result result;

              give_answer (answers, one, m);
              give_answer (answers, other, n);
              result = assess (fixture, answers);
              assert_level_follows_rules (fixture, result);
              assert_incomplete_is_told (fixture, answers, result);
              assert_others_take_no_part (fixture, answers, result);
              assert_never_lower (fixture, answers, one);
              assert_never_lower (fixture, answers, other);
            }
      }
}

/* Taken from the nothing that is known at first, too: each answer alone. */
static void
test_properties_single (Fixture       *fixture,
                        gconstpointer  data)
{
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (fixture->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (fixture->questionnaire, i);

      for (guint n = 0; n < count_answers (question); n++)
        {
          g_autoptr (UnknotAnswers) answers = unknot_answers_new (fixture->questionnaire);
          Result result;

          give_answer (answers, question, n);
          result = assess (fixture, answers);
          assert_incomplete_is_told (fixture, answers, result);
          assert_never_lower (fixture, answers, question);
          g_assert_cmpint (result.level, !=, UNKNOT_LEVEL_SELF_CARE);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/properties/single", Fixture, NULL,
              fixture_set_up, test_properties_single, fixture_tear_down);
  g_test_add ("/properties/pairs", Fixture, NULL,
              fixture_set_up, test_properties_pairs, fixture_tear_down);
  g_test_add ("/properties/random", Fixture, NULL,
              fixture_set_up, test_properties_random, fixture_tear_down);

  return g_test_run ();
}
