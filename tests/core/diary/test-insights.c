/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-insights.h"
#include "unknot-test-history.h"

/* All on 21 November 2026. What the bounds must be was worked out apart from this. */

static UnknotInsights *
load (DiaryFixture *fixture,
      int           first_day,
      int           last_day)
{
  g_autoptr (UnknotHistory) history = unknot_test_history_load (fixture, first_day, last_day);

  return unknot_insights_new (history);
}

static void
add_spasm (GPtrArray *entries,
           int        first_day,
           int        last_day)
{
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", last_day, 9, 0);
  UnknotEpisode *episode = unknot_test_diary_make_episode (first_day, 8, 5);

  g_assert_true (unknot_episode_set_end (episode, end, NULL));
  g_ptr_array_add (entries, episode);
}

static void
add_day (GPtrArray  *entries,
         int         at,
         const char *sleep)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", at, 8, 0);
  UnknotDay *day = unknot_day_new (moment);

  unknot_day_set_painless (day, TRUE);
  g_assert_true (unknot_day_set_sleep (day, sleep, NULL));
  g_ptr_array_add (entries, day);
}

static void
add_reliefs (GPtrArray  *entries,
             int         day,
             const char *measure,
             const char *effect,
             guint       n)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);

  for (guint i = 0; i < n; i++)
    {
      UnknotRelief *relief = unknot_relief_new (moment, measure, NULL);

      g_assert_true (unknot_relief_set_effect (relief, effect, NULL));
      g_ptr_array_add (entries, relief);
    }
}

static void
save (DiaryFixture *fixture,
      GPtrArray    *entries)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_save_all (fixture->diary, entries, &error);
  g_assert_no_error (error);
}

static void
assert_insight (const UnknotInsight *found,
                UnknotInsightKind    kind,
                const int           *counts,
                const double        *difference)
{
  g_assert_cmpint (found->kind, ==, kind);
  g_assert_cmpint (found->k_with, ==, counts[0]);
  g_assert_cmpint (found->n_with, ==, counts[1]);
  g_assert_cmpint (found->k_without, ==, counts[2]);
  g_assert_cmpint (found->n_without, ==, counts[3]);
  g_assert_cmpfloat_with_epsilon (found->difference, difference[0], 0.00005);
  g_assert_cmpfloat_with_epsilon (found->low, difference[1], 0.00005);
  g_assert_cmpfloat_with_epsilon (found->high, difference[2], 0.00005);
}

static void
assert_need (const UnknotInsightNeed *need,
             UnknotInsightKind        kind,
             int                      n_with,
             int                      n_without)
{
  g_assert_cmpint (need->kind, ==, kind);
  g_assert_cmpint (need->n_with, ==, n_with);
  g_assert_cmpint (need->n_without, ==, n_without);
}

static void
test_insights_of_nothing (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsightNeed *needs;
  guint n;

  unknot_test_diary_open (fixture);
  insights = load (fixture, 20261101, 20261121);
  unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 0);
  needs = unknot_insights_get_needs (insights, &n);
  g_assert_cmpuint (n, ==, 3);
  assert_need (&needs[0], UNKNOT_INSIGHT_SLEEP, 3, 3);
  assert_need (&needs[1], UNKNOT_INSIGHT_MEASURE, 3, 3);
  g_assert_null (needs[1].measure);
  assert_need (&needs[2], UNKNOT_INSIGHT_WEEKDAY, 3, 3);
  g_assert_cmpint (needs[2].weekday, ==, G_DATE_BAD_WEEKDAY);
}

static void
test_insights_needs (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsightNeed *needs;
  guint n;

  add_day (entries, 20261102, "hardly"); /* a Monday */
  add_day (entries, 20261103, "broken");
  add_day (entries, 20261104, "good");
  add_day (entries, 20261109, "good");
  add_reliefs (entries, 20261110, "heat", "a-lot", 2);
  add_reliefs (entries, 20261110, "heat", NULL, 5);
  add_reliefs (entries, 20261110, "cold", "none", 1);
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  insights = load (fixture, 20261101, 20261121);
  unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 0);
  needs = unknot_insights_get_needs (insights, &n);
  g_assert_cmpuint (n, ==, 3);
  /* Of the 4th nothing is known of the day after; of the 9th there is, as heat was tried on it. */
  assert_need (&needs[0], UNKNOT_INSIGHT_SLEEP, 1, 2);
  assert_need (&needs[1], UNKNOT_INSIGHT_MEASURE, 1, 2);
  g_assert_cmpstr (needs[1].measure, ==, "heat");
  assert_need (&needs[2], UNKNOT_INSIGHT_WEEKDAY, 1, 0);
  g_assert_cmpint (needs[2].weekday, ==, G_DATE_MONDAY);
}

/* Three days each: the night, its day, and the one after. */
static void
test_insights_sleep (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  static const int bad_counts[] = { 2, 4, 0, 3 };
  static const double difference[] = { 0.5, -0.1616, 0.85 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsight *found;
  guint n;

  add_day (entries, 20260902, "hardly"); /* a spasm that day */
  add_spasm (entries, 20260902, 20260902);
  add_day (entries, 20260903, NULL);
  add_day (entries, 20260905, "broken"); /* a spasm the day after */
  add_spasm (entries, 20260906, 20260906);
  add_day (entries, 20260908, "broken"); /* none */
  add_day (entries, 20260909, NULL);
  add_day (entries, 20260911, "hardly"); /* none */
  add_day (entries, 20260912, NULL);
  add_day (entries, 20260914, "good"); /* none */
  add_day (entries, 20260915, NULL);
  add_day (entries, 20260917, "good"); /* none */
  add_day (entries, 20260918, "good"); /* none: of the day after there is a relief */
  add_reliefs (entries, 20260919, "heat", NULL, 1);
  add_day (entries, 20260920, "good"); /* left out: nothing is known of the day after */
  add_spasm (entries, 20260922, 20260924);
  add_day (entries, 20260923, "hardly"); /* left out: a spasm was on the day before */
  add_day (entries, 20260925, "broken"); /* left out: the same */
  add_spasm (entries, 20260925, 20260925);
  add_day (entries, 20260927, NULL);
  add_day (entries, 20260928, "hardly"); /* left out: of the day after nothing is told here */
  add_spasm (entries, 20260929, 20260929);
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  insights = load (fixture, 20260901, 20260928);
  found = unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_insight (&found[0], UNKNOT_INSIGHT_SLEEP, bad_counts, difference);
  g_assert_cmpfloat_with_epsilon (found[0].level, 0.95, 1e-9);
  g_assert_false (found[0].is_clear);
}

static void
test_insights_clear_sleep (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  static const int counts[] = { 8, 9, 1, 10 };
  static const double difference[] = { 0.7889, 0.3446, 0.9116 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsight *found;
  int day = 20260601;
  guint n;

  for (guint i = 0; i < 19; i++)
    {
      gboolean with_spasm = i < 8 || i == 9;

      add_day (entries, day, i < 9 ? "broken" : "good");
      if (with_spasm)
        add_spasm (entries, day, day);
      add_day (entries, unknot_period_shift_day (day, 1), NULL);
      day = unknot_period_shift_day (day, 3);
    }
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  insights = load (fixture, 20260501, 20261121);
  found = unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_insight (&found[0], UNKNOT_INSIGHT_SLEEP, counts, difference);
  g_assert_true (found[0].is_clear);
}

/* Each with all others: medicines are not among them, nor what nobody said a word of. */
static void
test_insights_measures (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  static const int heat[] = { 9, 10, 3, 10 };
  static const double heat_difference[] = { 0.6, 0.1099, 0.8234 };
  static const int cold[] = { 2, 8, 10, 12 };
  static const double cold_difference[] = { -0.5833, -0.8111, -0.0827 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261110, 8, 0);
  UnknotDose *dose = unknot_dose_new (moment, "x", 1, NULL);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsight *found;
  guint n;

  add_reliefs (entries, 20261110, "heat", "a-lot", 5);
  add_reliefs (entries, 20261110, "heat", "a-little", 4);
  add_reliefs (entries, 20261110, "heat", "worse", 1);
  add_reliefs (entries, 20261110, "heat", NULL, 3);
  add_reliefs (entries, 20261110, "cold", "a-little", 2);
  add_reliefs (entries, 20261110, "cold", "none", 6);
  add_reliefs (entries, 20261110, "rest", "a-lot", 1);
  add_reliefs (entries, 20261110, "rest", "none", 1);
  g_assert_true (unknot_dose_set_effect (dose, "a-lot", NULL));
  g_ptr_array_add (entries, dose);
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  insights = load (fixture, 20261101, 20261121);
  found = unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 2);
  assert_insight (&found[0], UNKNOT_INSIGHT_MEASURE, heat, heat_difference);
  g_assert_cmpstr (found[0].measure, ==, "heat");
  g_assert_cmpfloat_with_epsilon (found[0].level, 0.975, 1e-9);
  assert_insight (&found[1], UNKNOT_INSIGHT_MEASURE, cold, cold_difference);
  g_assert_cmpstr (found[1].measure, ==, "cold");
}

/* What is not clear is not said, where there are several of a kind. Something else is nothing to
 * tell of, though others are compared with it. */
static void
test_insights_unclear_measures (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsightNeed *needs;
  guint n;

  add_reliefs (entries, 20261110, "heat", "a-lot", 3);
  add_reliefs (entries, 20261110, "heat", "none", 2);
  add_reliefs (entries, 20261110, "other", "a-lot", 30);
  add_reliefs (entries, 20261110, "other", "none", 20);
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  insights = load (fixture, 20261101, 20261121);
  unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 0);
  needs = unknot_insights_get_needs (insights, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (needs[0].kind, ==, UNKNOT_INSIGHT_SLEEP);
  g_assert_cmpint (needs[1].kind, ==, UNKNOT_INSIGHT_WEEKDAY);
}

/* Eight weeks with a spasm each Monday, and nothing on the other days. */
static void
test_insights_weekdays (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  static const int counts[] = { 8, 8, 0, 48 };
  static const double difference[] = { 1, 0.5073, 1 };
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotInsights) insights = NULL;
  const UnknotInsight *found;
  guint n;

  for (int i = 0; i < 56; i++)
    {
      int day = unknot_period_shift_day (20260907, i);

      if (i % 7 == 0)
        add_spasm (entries, day, day);
      else
        add_day (entries, day, NULL);
    }
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  /* From a Saturday on; gaps are no days without a spasm. */
  insights = load (fixture, 20260801, 20261121);
  found = unknot_insights_get_found (insights, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_insight (&found[0], UNKNOT_INSIGHT_WEEKDAY, counts, difference);
  g_assert_cmpint (found[0].weekday, ==, G_DATE_MONDAY);
  g_assert_cmpfloat_with_epsilon (found[0].level, 1 - 0.05 / 7, 1e-9);
  g_assert_true (found[0].is_clear);
}

/* Spasms by chance alone: hardly ever is anything said of the days of the week. In a hundred
 * diaries it is about five times on the average, and more than twenty not once in a million. */
static void
test_insights_of_chance (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_said = 0;

  for (int i = 0; i < 7000; i++)
    {
      int day = unknot_period_shift_day (20070101, i);

      if (g_test_rand_int_range (0, 3) == 0)
        add_spasm (entries, day, day);
      else
        add_day (entries, day, NULL);
    }
  unknot_test_diary_open (fixture);
  save (fixture, entries);
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (UnknotInsights) insights =
        load (fixture, unknot_period_shift_day (20070101, i * 70),
              unknot_period_shift_day (20070101, i * 70 + 69));
      guint n;

      unknot_insights_get_found (insights, &n);
      n_said += n > 0;
    }
  g_assert_cmpuint (n_said, <=, 20);
}

static void
add (const char *path,
     void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, NULL, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/insights/of-nothing", test_insights_of_nothing);
  add ("/insights/needs", test_insights_needs);
  add ("/insights/sleep", test_insights_sleep);
  add ("/insights/clear-sleep", test_insights_clear_sleep);
  add ("/insights/measures", test_insights_measures);
  add ("/insights/unclear-measures", test_insights_unclear_measures);
  add ("/insights/weekdays", test_insights_weekdays);
  add ("/insights/of-chance", test_insights_of_chance);

  return g_test_run ();
}
