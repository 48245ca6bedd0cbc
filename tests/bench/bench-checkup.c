/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench.h"
#include "unknot-test-protocol.h"

#include <locale.h>

/* How many assessments one core makes in a second, beside the least that one could be: a copy of
 * the answers and an object to give back. */

#define N_ROUNDS 15
#define N_ASSESSMENTS 20000

/* Ordinary answers, and some that make rules fire in every way. */
static GPtrArray *
load_answers (UnknotProtocol *protocol)
{
  static const char *const changes[][2] = {
    { "worried", "no" },        { "saddle-numbness", "new" }, { "bladder", "not-sure" },
    { "night-pain", "not-sure" }, { "cancer", "yes" },        { "limb-weakness", "old" },
    { "trigger", "small-fall" }, { "flank", "not-sure" },
  };
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      UnknotAnswers *answers = unknot_test_new_calm_answers (protocol);
      g_autoptr (GError) error = NULL;

      unknot_answers_set_code (answers, unknot_test_lookup (protocol, changes[i][0]),
                               changes[i][1], &error);
      g_assert_no_error (error);
      g_ptr_array_add (all, answers);
    }

  return all;
}

static double
time_assessments (UnknotProtocol *protocol,
                  GPtrArray      *all,
                  GDateTime      *now)
{
  UnknotRules *rules = unknot_protocol_get_rules (protocol);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_ASSESSMENTS; i++)
    {
      g_autoptr (UnknotAssessment) assessment =
        unknot_rules_assess (rules, g_ptr_array_index (all, i % all->len), now);

      g_assert_cmpint (unknot_assessment_get_level (assessment), !=, UNKNOT_LEVEL_NONE);
    }

  return (double) (g_get_monotonic_time () - start) / N_ASSESSMENTS;
}

static double
time_floor (GPtrArray *all)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_ASSESSMENTS; i++)
    {
      g_autoptr (UnknotAnswers) copy = unknot_answers_copy (g_ptr_array_index (all, i % all->len));
      g_autoptr (GObject) object = g_object_new (G_TYPE_OBJECT, NULL);

      g_assert_nonnull (copy);
    }

  return (double) (g_get_monotonic_time () - start) / N_ASSESSMENTS;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (UnknotProtocol) protocol = NULL;
  g_autoptr (GPtrArray) all = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
  double assessments[N_ROUNDS], floors[N_ROUNDS], assessment, least;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  protocol = unknot_test_load_protocol ();
  all = load_answers (protocol);
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      floors[i] = time_floor (all);
      assessments[i] = time_assessments (protocol, all, now);
    }

  assessment = unknot_bench_get_quantile (assessments, N_ROUNDS, 0.5);
  least = unknot_bench_get_quantile (floors, N_ROUNDS, 0.5);
  g_print ("assessments: %.0f a second on one core, %.2f × the floor of %.2f µs "
           "(medians of %d rounds of %d; target: 200,000 a second)\n",
           1e6 / assessment, assessment / least, least, N_ROUNDS, N_ASSESSMENTS);

  return 0;
}
