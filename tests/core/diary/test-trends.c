/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"
#include "unknot-trends.h"

/* All on 21 November 2026, a Saturday, in UTC where nothing else is said. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(UnknotTrends **) user_data =
    unknot_trends_load_finish (UNKNOT_DIARY (source), result, &error);
  g_assert_no_error (error);
}

static UnknotTrends *
load (DiaryFixture *fixture)
{
  UnknotTrends *trends = NULL;

  unknot_trends_load_async (fixture->diary, G_DATE_MONDAY, loaded_cb, &trends);
  while (trends == NULL)
    g_main_context_iteration (NULL, TRUE);

  return trends;
}

static UnknotEpisode *
make_spasm (const char *zone,
            int         start_day,
            int         start_hour,
            int         end_day,
            int         end_hour)
{
  g_autoptr (UnknotMoment) start = unknot_test_diary_make_moment (zone, start_day, start_hour, 0);
  UnknotEpisode *episode = unknot_episode_new (start, 5, NULL);

  if (end_day != 0)
    {
      g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment (zone, end_day, end_hour, 0);
      g_autoptr (GError) error = NULL;

      unknot_episode_set_end (episode, end, &error);
      g_assert_no_error (error);
    }

  return episode;
}

static void
save_spasm (DiaryFixture *fixture,
            int           start_day,
            int           end_day)
{
  g_autoptr (UnknotEpisode) episode = make_spasm ("UTC", start_day, 8, end_day, 9);

  unknot_test_diary_save (fixture->diary, episode);
}

static void
save_dose (DiaryFixture *fixture,
           int           day,
           const char   *ingredient,
           const char   *supply)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "x", 1, NULL);

  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));
  g_assert_true (unknot_dose_set_supply (dose, supply, NULL));
  unknot_test_diary_save (fixture->diary, dose);
}

static void
save_painless (DiaryFixture *fixture,
               int           at)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", at, 8, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  unknot_day_set_painless (day, TRUE);
  unknot_test_diary_save (fixture->diary, day);
}

static void
assert_run (DiaryFixture *fixture,
            int           duration_days,
            int           days_without)
{
  g_autoptr (UnknotTrends) trends = load (fixture);

  g_assert_cmpint (unknot_trends_get_duration_days (trends), ==, duration_days);
  g_assert_cmpint (unknot_trends_get_days_without (trends), ==, days_without);
}

static void
test_trends_of_nothing (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotTrends) trends = NULL;
  guint n;

  unknot_test_diary_open (fixture);
  trends = load (fixture);
  g_assert_cmpint (unknot_trends_get_duration_days (trends), ==, 0);
  g_assert_cmpint (unknot_trends_get_days_without (trends), ==, UNKNOT_TRENDS_UNKNOWN);
  g_assert_cmpint (unknot_trends_get_more_frequent (trends), ==, UNKNOT_TRENDS_UNKNOWN);
  g_assert_cmpint (unknot_trends_get_otc_days (trends), ==, 0);
  g_assert_cmpint (unknot_trends_get_n_recent (trends), ==, 0);
  g_assert_cmpint (unknot_trends_get_painless_days (trends), ==, 0);
  g_assert_null (unknot_trends_get_still_going (trends));
  unknot_trends_get_days (trends, &n);
  g_assert_cmpuint (n, ==, 0);
  unknot_trends_get_weeks (trends, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_trends_run_ended (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261115, 20261117);
  assert_run (fixture, 0, 4);
  save_spasm (fixture, 20261114, 20261118);
  assert_run (fixture, 7, 3);
}

static void
test_trends_run_joined (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261120, 20261120);
  assert_run (fixture, 1, 1);
  /* Three days between: the 17th and the 20th. */
  save_spasm (fixture, 20261115, 20261117);
  assert_run (fixture, 6, 1);
  /* Four days between: the 11th and the 15th. */
  save_spasm (fixture, 20261109, 20261111);
  assert_run (fixture, 6, 1);
  /* One that went on all the while joins them, though it began before them all. */
  save_spasm (fixture, 20261030, 20261112);
  assert_run (fixture, 22, 1);
  /* Over the end of a month, and of a year. */
  save_spasm (fixture, 20251230, 20261029);
  assert_run (fixture, 326, 1);
}

static void
test_trends_run_goes_on (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261119, 0);
  assert_run (fixture, 2, 0);
  save_spasm (fixture, 20261110, 20261116);
  assert_run (fixture, 11, 0);
}

static void
test_trends_still_going (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_spasm ("UTC", 20261110, 8, 0, 0);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261119, 8, 0);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "heat", NULL);
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  trends = load (fixture);
  g_assert_cmpstr (unknot_trends_get_still_going (trends), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
  assert_run (fixture, UNKNOT_TRENDS_UNKNOWN, UNKNOT_TRENDS_UNKNOWN);

  /* An entry of two days ago answers it; one that was deleted does not. */
  unknot_entry_set_episode (UNKNOT_ENTRY (relief), unknot_entry_get_uuid (UNKNOT_ENTRY (episode)),
                            NULL);
  unknot_test_diary_save (fixture->diary, relief);
  assert_run (fixture, 11, 0);
  unknot_test_diary_mark (fixture->diary, relief, TRUE);
  assert_run (fixture, UNKNOT_TRENDS_UNKNOWN, UNKNOT_TRENDS_UNKNOWN);
}

static void
test_trends_still_going_after_three_days (DiaryFixture  *fixture,
                                          gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261118, 0);
  assert_run (fixture, UNKNOT_TRENDS_UNKNOWN, UNKNOT_TRENDS_UNKNOWN);
  unknot_test_diary_set_time (fixture, "UTC", 20261120, 23, 59);
  assert_run (fixture, 2, 0);
}

static void
test_trends_more_frequent (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  /* The last 28 days begin on 25 October, the 28 before on 27 September. */
  static const struct
  {
    int day;
    int more_frequent;
    int n_recent;
    int n_before;
  } steps[] = {
    { 20260926, FALSE, 0, 0 },
    { 20261025, FALSE, 1, 0 },
    { 20261121, FALSE, 2, 0 },
    { 20261101, TRUE, 3, 0 },
    { 20261024, TRUE, 3, 1 },
    { 20260927, FALSE, 3, 2 },
    { 20261102, TRUE, 4, 2 },
    { 20261001, FALSE, 4, 3 },
    { 20261102, TRUE, 5, 3 },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (UnknotTrends) trends = NULL;

      save_spasm (fixture, steps[i].day, steps[i].day);
      trends = load (fixture);
      g_assert_cmpint (unknot_trends_get_more_frequent (trends), ==, steps[i].more_frequent);
      g_assert_cmpint (unknot_trends_get_n_recent (trends), ==, steps[i].n_recent);
      g_assert_cmpint (unknot_trends_get_n_before (trends), ==, steps[i].n_before);
    }
}

/* Who writes nothing may have had any number of spasms. */
static void
test_trends_known (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261024, 20261024); /* the day before the last 28 */
  for (int i = 0; i <= UNKNOT_TRENDS_MIN_KNOWN_DAYS; i++)
    {
      g_autoptr (UnknotTrends) trends = load (fixture);

      g_assert_cmpint (unknot_trends_get_known_days (trends), ==, i);
      g_assert_true (unknot_trends_can_tell_fewer (trends) == (i == UNKNOT_TRENDS_MIN_KNOWN_DAYS));
      if (i % 2 == 0)
        save_painless (fixture, 20261101 + i);
      else
        save_spasm (fixture, 20261101 + i, 20261101 + i);
    }
}

static void
test_trends_of_a_young_diary (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotTrends) young = NULL;
  g_autoptr (UnknotTrends) old = NULL;

  unknot_test_diary_open (fixture);
  for (int day = 20261110; day < 20261115; day++)
    save_spasm (fixture, day, day);
  save_painless (fixture, 20260927); /* 55 days ago */
  young = load (fixture);
  g_assert_cmpint (unknot_trends_get_more_frequent (young), ==, UNKNOT_TRENDS_UNKNOWN);
  save_painless (fixture, 20260926);
  old = load (fixture);
  g_assert_cmpint (unknot_trends_get_more_frequent (old), ==, TRUE);
}

static void
test_trends_judge_frequency (void)
{
  static const struct
  {
    int n_recent;
    int n_before;
    int age;
    int more_frequent;
  } cases[] = {
    { 0, 0, -1, UNKNOT_TRENDS_UNKNOWN }, /* nothing was entered yet */
    { 0, 0, 0, UNKNOT_TRENDS_UNKNOWN },
    { 5, 0, 55, UNKNOT_TRENDS_UNKNOWN },
    { 5, 0, 56, TRUE },
    { 3, 0, 56, TRUE },
    { 2, 0, 56, FALSE },
    { 3, 1, 56, TRUE },
    { 3, 2, 56, FALSE },
    { 0, 0, 56, FALSE },
    { 9, 8, 4000, FALSE },
    { 9, 7, 4000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (unknot_trends_judge_frequency (cases[i].n_recent, cases[i].n_before,
                                                    cases[i].age), ==, cases[i].more_frequent);
}

static void
test_trends_otc_days (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const struct
  {
    int day;
    const char *ingredient;
    const char *supply;
    int otc_days;
  } steps[] = {
    { 20261119, "ibuprofen", "bought", 0 },
    { 20261120, "paracetamol", "bought", 2 },
    { 20261120, "paracetamol", "bought", 2 },
    { 20261118, "ibuprofen", "prescribed", 2 },
    { 20261118, "other", "bought", 2 },
    { 20261118, NULL, NULL, 3 },
    { 20261121, "other-pain-medicine", NULL, 4 },
    { 20261116, "aspirin", "bought", 4 },
    { 20261117, "aspirin", "bought", 6 },
    { 20261114, "aspirin", "bought", 6 },
    { 20261113, "aspirin", "bought", 6 },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (UnknotTrends) trends = NULL;

      save_dose (fixture, steps[i].day, steps[i].ingredient, steps[i].supply);
      trends = load (fixture);
      g_assert_cmpint (unknot_trends_get_otc_days (trends), ==, steps[i].otc_days);
    }
}

static void
test_trends_of_deleted (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_spasm ("UTC", 20261121, 8, 20261121, 9);
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "x", 1, NULL);
  g_autoptr (UnknotTrends) with = NULL;
  g_autoptr (UnknotTrends) without = NULL;
  guint n;

  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  with = load (fixture);
  g_assert_cmpint (unknot_trends_get_otc_days (with), ==, 1);
  g_assert_cmpint (unknot_trends_get_n_recent (with), ==, 1);
  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  without = load (fixture);
  g_assert_cmpint (unknot_trends_get_otc_days (without), ==, 0);
  g_assert_cmpint (unknot_trends_get_n_recent (without), ==, 0);
  g_assert_cmpint (unknot_trends_get_days_without (without), ==, UNKNOT_TRENDS_UNKNOWN);
  unknot_trends_get_days (without, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
test_trends_painless_days (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_test_diary_open (fixture);
  save_painless (fixture, 20261024); /* before the last 28 days */
  save_painless (fixture, 20261025);
  save_painless (fixture, 20261110); /* in the middle of a spasm */
  save_painless (fixture, 20261112); /* on its last day */
  save_painless (fixture, 20261113);
  save_painless (fixture, 20261121);
  save_spasm (fixture, 20261109, 20261112);
  trends = load (fixture);
  g_assert_cmpint (unknot_trends_get_painless_days (trends), ==, 3);
}

static void
assert_counts (const UnknotTrendsCount *counts,
               guint                    n,
               const UnknotTrendsCount *expected,
               guint                    n_expected)
{
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (counts[i].day, ==, expected[i].day);
      g_assert_cmpint (counts[i].n_spasms, ==, expected[i].n_spasms);
      g_assert_cmpint (counts[i].worst, ==, expected[i].worst);
    }
}

static void
test_trends_counts (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    int day;
    int worst;
  } spasms[] = {
    { 20261115, 3 }, /* a Sunday */
    { 20261116, 4 }, { 20261116, 9 }, { 20261121, 2 },
    { 20251231, 7 }, { 20260101, 1 },  /* a Wednesday, a Thursday */
    { 19691231, 5 },                   /* before there was a number for it, a Wednesday */
    { 20240229, 6 },                   /* a Thursday */
  };
  static const UnknotTrendsCount days[] = {
    { 19691231, 1, 5 }, { 20240229, 1, 6 }, { 20251231, 1, 7 }, { 20260101, 1, 1 },
    { 20261115, 1, 3 }, { 20261116, 2, 9 }, { 20261121, 1, 2 },
  };
  static const UnknotTrendsCount from_monday[] = {
    { 19691229, 1, 5 }, { 20240226, 1, 6 }, { 20251229, 2, 7 }, { 20261109, 1, 3 },
    { 20261116, 3, 9 },
  };
  static const UnknotTrendsCount from_sunday[] = {
    { 19691228, 1, 5 }, { 20240225, 1, 6 }, { 20251228, 2, 7 }, { 20261115, 4, 9 },
  };
  static const UnknotTrendsCount from_saturday[] = {
    { 19691227, 1, 5 }, { 20240224, 1, 6 }, { 20251227, 2, 7 }, { 20261114, 3, 9 },
    { 20261121, 1, 2 },
  };
  static const struct
  {
    GDateWeekday first_weekday;
    const UnknotTrendsCount *weeks;
    guint n_weeks;
  } weekdays[] = {
    { G_DATE_MONDAY, from_monday, G_N_ELEMENTS (from_monday) },
    { G_DATE_SUNDAY, from_sunday, G_N_ELEMENTS (from_sunday) },
    { G_DATE_SATURDAY, from_saturday, G_N_ELEMENTS (from_saturday) },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (spasms[i].day, 8, spasms[i].worst);

      unknot_test_diary_save (fixture->diary, episode);
    }

  for (guint i = 0; i < G_N_ELEMENTS (weekdays); i++)
    {
      g_autoptr (UnknotTrends) trends = NULL;
      const UnknotTrendsCount *counts;
      guint n;

      unknot_trends_load_async (fixture->diary, weekdays[i].first_weekday, loaded_cb, &trends);
      while (trends == NULL)
        g_main_context_iteration (NULL, TRUE);
      counts = unknot_trends_get_days (trends, &n);
      assert_counts (counts, n, days, G_N_ELEMENTS (days));
      counts = unknot_trends_get_weeks (trends, &n);
      assert_counts (counts, n, weekdays[i].weeks, weekdays[i].n_weeks);
    }
}

/* By the clock on the wall it is 11 at night on the 17th, in UTC the 18th already. */
static void
test_trends_by_local_days (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode =
    make_spasm ("America/New_York", 20261117, 22, 20261117, 23);

  unknot_test_diary_set_time (fixture, "America/New_York", 20261120, 23, 30);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  assert_run (fixture, 3, 3);
  unknot_test_diary_set_time (fixture, "America/New_York", 20261121, 0, 30);
  assert_run (fixture, 0, 4);
}

/* Flown west over the date line: the spasm is of tomorrow here, and yet it was. */
static void
test_trends_flown_west (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode =
    make_spasm ("Pacific/Auckland", 20261122, 1, 20261122, 2);
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_test_diary_set_time (fixture, "Pacific/Honolulu", 20261121, 3, 0);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  assert_run (fixture, 0, 0);
  trends = load (fixture);
  g_assert_cmpint (unknot_trends_get_n_recent (trends), ==, 1);
}

/* A night of 25 hours, and one of 23, is a night: on 25 October and on 29 March 2026 in Berlin. */
static void
test_trends_when_clocks_change (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotEpisode) autumn = make_spasm ("Europe/Berlin", 20261024, 23, 20261025, 0);
  g_autoptr (UnknotEpisode) spring = make_spasm ("Europe/Berlin", 20260328, 23, 20260329, 23);

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, spring);
  unknot_test_diary_set_time (fixture, "Europe/Berlin", 20260401, 0, 10);
  assert_run (fixture, 4, 3);
  unknot_test_diary_set_time (fixture, "Europe/Berlin", 20260402, 0, 10);
  assert_run (fixture, 0, 4);

  unknot_test_diary_save (fixture->diary, autumn);
  unknot_test_diary_set_time (fixture, "Europe/Berlin", 20261028, 23, 50);
  assert_run (fixture, 4, 3);
  unknot_test_diary_set_time (fixture, "Europe/Berlin", 20261029, 0, 10);
  assert_run (fixture, 0, 4);
}

static void
test_trends_clock_set_back (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_spasm (fixture, 20261119, 20261121);
  unknot_test_diary_set_time (fixture, "UTC", 20250101, 0, 0);
  assert_run (fixture, 0, 0);
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

  add ("/trends/of-nothing", test_trends_of_nothing);
  add ("/trends/run-ended", test_trends_run_ended);
  add ("/trends/run-joined", test_trends_run_joined);
  add ("/trends/run-goes-on", test_trends_run_goes_on);
  add ("/trends/still-going", test_trends_still_going);
  add ("/trends/still-going-after-three-days", test_trends_still_going_after_three_days);
  add ("/trends/more-frequent", test_trends_more_frequent);
  g_test_add_func ("/trends/judge-frequency", test_trends_judge_frequency);
  add ("/trends/known", test_trends_known);
  add ("/trends/of-a-young-diary", test_trends_of_a_young_diary);
  add ("/trends/otc-days", test_trends_otc_days);
  add ("/trends/of-deleted", test_trends_of_deleted);
  add ("/trends/painless-days", test_trends_painless_days);
  add ("/trends/counts", test_trends_counts);
  add ("/trends/by-local-days", test_trends_by_local_days);
  add ("/trends/flown-west", test_trends_flown_west);
  add ("/trends/when-clocks-change", test_trends_when_clocks_change);
  add ("/trends/clock-set-back", test_trends_clock_set_back);

  return g_test_run ();
}
