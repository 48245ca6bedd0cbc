/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-history.h"

/* All on 21 November 2026, a Saturday, in UTC where nothing else is said. */

static void
test_history_of_nothing (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryWeek *weeks;
  guint n;

  unknot_test_diary_open (fixture);
  history = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 0);
  g_assert_cmpint (unknot_history_get_today (history), ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->last_day, ==, 20261121);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 1);
  unknot_test_history_assert_gap (history, 20261121);
  weeks = unknot_history_get_weeks (history, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (weeks[0].first_day, ==, 20261116);
  g_assert_cmpint (weeks[0].n_days, ==, 1);
  g_assert_cmpint (weeks[0].n_entered, ==, 0);
  unknot_test_history_assert_nothing (history);
}

static void
test_history_before_the_first_entry (DiaryFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryDay *days;
  guint n;

  unknot_test_diary_open (fixture);
  episode = unknot_test_history_save_spasm (fixture, 20261110, 20261112, 5);
  unknot_test_history_save_relief (fixture, 20261112, "heat", "a-lot");
  history = unknot_test_history_load (fixture, 20251001, 20261109);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 20261110);
  days = unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 405);
  for (guint i = 0; i < n; i++)
    unknot_test_history_assert_gap (history, days[i].day);
  unknot_test_history_assert_nothing (history);
}

static void
test_history_of_all (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotHistory) until_today = NULL;
  g_autoptr (UnknotHistory) since_august = NULL;
  g_autoptr (UnknotHistory) until_later = NULL;
  g_autoptr (UnknotHistory) later = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_event (fixture, 20150101, "operation", "Years before the diary");
  unknot_test_history_save_day (fixture, 20260714, FALSE, NULL);
  episode = unknot_test_history_save_spasm (fixture, 20261110, 20261112, 5);
  until_today = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (until_today)->first_day, ==, 20260714);
  g_assert_cmpint (unknot_history_get_period (until_today)->last_day, ==, 20261121);
  since_august = unknot_test_history_load (fixture, 20260801, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (since_august)->first_day, ==, 20260801);
  g_assert_cmpint (unknot_history_get_period (since_august)->last_day, ==, 20261121);
  g_assert_cmpint (unknot_history_get_beginning (since_august), ==, 20260714);

  /* The clock was set back. */
  unknot_test_history_save_dose (fixture, 20261203, "x", NULL, NULL);
  until_later = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (until_later)->last_day, ==, 20261203);
  later = unknot_test_history_load (fixture, 20270101, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (later)->first_day, ==, 20270101);
  g_assert_cmpint (unknot_history_get_period (later)->last_day, ==, 20270101);
}

static void
test_history_of_centuries (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;
  guint n;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_day (fixture, 10660101, TRUE, NULL);
  unknot_test_history_save_day (fixture, 20261120, TRUE, NULL);
  history = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 10660101);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 19261122);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, UNKNOT_HISTORY_MAX_DAYS);
  unknot_test_history_assert_gap (history, 19261122);
  g_assert_true (unknot_test_history_get_day (history, 20261120)->is_painless);
}

static void
test_history_of_one_day (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) before = NULL;
  g_autoptr (UnknotEpisode) bad = NULL;
  g_autoptr (UnknotEpisode) mild = unknot_test_diary_make_episode (20261118, 20, 2);
  g_autoptr (UnknotEpisode) after = NULL;
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryWeek *weeks;
  guint n;

  unknot_test_diary_open (fixture);
  before = unknot_test_history_save_spasm (fixture, 20261117, 20261117, 9);
  bad = unknot_test_history_save_spasm (fixture, 20261118, 20261118, 7);
  after = unknot_test_history_save_spasm (fixture, 20261119, 20261119, 10);
  unknot_test_history_add_reading (mild, 20261118, 21, 1);
  unknot_test_history_end (mild, 20261118, 22);
  unknot_test_diary_save (fixture->diary, mild);
  unknot_test_history_save_day (fixture, 20261118, FALSE, "broken");

  history = unknot_test_history_load (fixture, 20261118, 20261118);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 1);
  unknot_test_history_assert_pains (history, 20261118, 3, 1, 7, 10 / 3.0);
  g_assert_true (unknot_test_history_get_day (history, 20261118)->is_entered);
  g_assert_true (unknot_test_history_get_day (history, 20261118)->has_spasm);
  g_assert_cmpint (unknot_test_history_get_day (history, 20261118)->n_spasms, ==, 2);
  g_assert_cmpstr (unknot_test_history_get_day (history, 20261118)->sleep, ==, "broken");
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 2);
  g_assert_cmpint (unknot_history_get_weekdays (history)[2], ==, 2);
  g_assert_cmpint (unknot_history_get_hours (history)[8], ==, 1);
  g_assert_cmpint (unknot_history_get_hours (history)[20], ==, 1);
  weeks = unknot_history_get_weeks (history, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (weeks[0].first_day, ==, 20261116);
  g_assert_cmpint (weeks[0].n_days, ==, 1);
  g_assert_cmpint (weeks[0].n_entered, ==, 1);
  g_assert_cmpint (weeks[0].n_spasms, ==, 2);
  g_assert_cmpint (weeks[0].worst, ==, 7);
}

/* A gap is no zero, and only what was said to be without pain is. */
static void
test_history_days (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261109, 8, 6);
  g_autoptr (UnknotPeg) peg = NULL;
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_add_reading (episode, 20261109, 12, 6);
  unknot_test_history_add_reading (episode, 20261111, 9, 4);
  unknot_test_history_add_reading (episode, 20261111, 21, 0);
  unknot_test_history_end (episode, 20261112, 7);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_history_save_day (fixture, 20261110, TRUE, NULL);
  unknot_test_history_save_day (fixture, 20261113, TRUE, "good");
  unknot_test_history_save_day (fixture, 20261114, FALSE, "hardly");
  unknot_test_history_save_relief (fixture, 20261116, "heat", NULL);
  unknot_test_history_save_dose (fixture, 20261117, "x", NULL, NULL);
  unknot_test_history_save_check (fixture, 20261118, "doctor");
  unknot_test_history_save_event (fixture, 20261119, "scan", "");
  peg = unknot_test_history_save_peg (fixture, 20261120, 8, 4);

  history = unknot_test_history_load (fixture, 20261108, 20261121);
  unknot_test_history_assert_gap (history, 20261108);
  /* The reading tells the worst: that is one pain, not two. */
  unknot_test_history_assert_pains (history, 20261109, 1, 6, 6, 6);
  /* In the middle of the spasm, whatever was said of the day. */
  unknot_test_history_assert_pains (history, 20261110, 0, -1, -1, -1);
  g_assert_true (unknot_test_history_get_day (history, 20261110)->is_entered);
  g_assert_true (unknot_test_history_get_day (history, 20261110)->has_spasm);
  g_assert_false (unknot_test_history_get_day (history, 20261110)->is_painless);
  g_assert_cmpint (unknot_test_history_get_day (history, 20261110)->n_spasms, ==, 0);
  unknot_test_history_assert_pains (history, 20261111, 2, 0, 4, 2);
  unknot_test_history_assert_pains (history, 20261112, 0, -1, -1, -1);
  g_assert_true (unknot_test_history_get_day (history, 20261112)->has_spasm);
  unknot_test_history_assert_pains (history, 20261113, 1, 0, 0, 0);
  g_assert_true (unknot_test_history_get_day (history, 20261113)->is_painless);
  g_assert_cmpstr (unknot_test_history_get_day (history, 20261113)->sleep, ==, "good");
  unknot_test_history_assert_pains (history, 20261114, 0, -1, -1, -1);
  g_assert_cmpstr (unknot_test_history_get_day (history, 20261114)->sleep, ==, "hardly");
  unknot_test_history_assert_gap (history, 20261115);
  for (int day = 20261116; day <= 20261120; day++)
    {
      unknot_test_history_assert_pains (history, day, 0, -1, -1, -1);
      g_assert_true (unknot_test_history_get_day (history, day)->is_entered);
      g_assert_false (unknot_test_history_get_day (history, day)->is_painless);
      g_assert_false (unknot_test_history_get_day (history, day)->has_spasm);
    }
  unknot_test_history_assert_gap (history, 20261121);
}

/* A reading after the end: the day had pain, whatever was said of it; unless the reading says it,
 * too. */
static void
test_history_painless_with_readings (DiaryFixture  *fixture,
                                     gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261109, 8, 6);
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_end (episode, 20261109, 20);
  unknot_test_history_add_reading (episode, 20261110, 9, 3);
  unknot_test_history_add_reading (episode, 20261111, 9, 0);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_history_save_day (fixture, 20261110, TRUE, NULL);
  unknot_test_history_save_day (fixture, 20261111, TRUE, NULL);

  history = unknot_test_history_load (fixture, 20261109, 20261111);
  g_assert_false (unknot_test_history_get_day (history, 20261110)->is_painless);
  unknot_test_history_assert_pains (history, 20261110, 1, 3, 3, 3);
  g_assert_true (unknot_test_history_get_day (history, 20261111)->is_painless);
  unknot_test_history_assert_pains (history, 20261111, 2, 0, 0, 0);
}

static void
test_history_spans (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    int first_day;
    int last_day;
    const char *expected; /* of 1–14 November */
  } spasms[] = {
    { 20261020, 20261031, ".............." },
    { 20261020, 20261101, "#............." },
    { 20261115, 20261120, "#............." },
    { 20261103, 20261105, "#.###........." },
    { 20261104, 20261104, "#.###........." },
    { 20261104, 20261107, "#.#####......." },
    { 20261103, 20261104, "#.#####......." },
    { 20261114, 20261118, "#.#####......#" },
    { 20261021, 20261103, "#######......#" },
    { 20260101, 20261231, "##############" },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_history_save_spasm (fixture, spasms[i].first_day, spasms[i].last_day, 5);
      g_autoptr (UnknotHistory) history = unknot_test_history_load (fixture, 20261101, 20261114);

      unknot_test_history_assert_spasms (history, spasms[i].expected);
    }
}

/* Nobody knows whether it goes on longer than the diary tells. */
static void
test_history_unended_spans (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261030, 8, 6);
  g_autoptr (UnknotDose) dose = unknot_test_history_make_dose (20261106, "x", NULL, NULL);
  g_autoptr (UnknotHistory) without = NULL;
  g_autoptr (UnknotHistory) with_reading = NULL;
  g_autoptr (UnknotHistory) with_dose = NULL;
  g_autoptr (UnknotHistory) with_none = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  without = unknot_test_history_load (fixture, 20261101, 20261107);
  unknot_test_history_assert_spasms (without, ".......");

  unknot_test_history_add_reading (episode, 20261103, 8, 3);
  unknot_test_diary_save (fixture->diary, episode);
  with_reading = unknot_test_history_load (fixture, 20261101, 20261107);
  unknot_test_history_assert_spasms (with_reading, "###....");
  unknot_test_history_assert_pains (with_reading, 20261103, 1, 3, 3, 3);

  g_assert_true (unknot_entry_set_episode (UNKNOT_ENTRY (dose),
                                           unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), NULL));
  unknot_test_diary_save (fixture->diary, dose);
  with_dose = unknot_test_history_load (fixture, 20261101, 20261107);
  unknot_test_history_assert_spasms (with_dose, "######.");
  unknot_test_diary_mark (fixture->diary, dose, TRUE);
  with_none = unknot_test_history_load (fixture, 20261101, 20261107);
  unknot_test_history_assert_spasms (with_none, "###....");
}

static void
assert_weeks (DiaryFixture            *fixture,
              GDateWeekday             first_weekday,
              const UnknotHistoryWeek *expected,
              guint                    n_expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotHistory) history =
    unknot_test_history_try_load (fixture->diary, 20251230, 20260112, first_weekday, NULL, &error);
  const UnknotHistoryWeek *weeks;
  guint n;

  g_assert_no_error (error);
  weeks = unknot_history_get_weeks (history, &n);
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (weeks[i].first_day, ==, expected[i].first_day);
      g_assert_cmpint (weeks[i].n_days, ==, expected[i].n_days);
      g_assert_cmpint (weeks[i].n_entered, ==, expected[i].n_entered);
      g_assert_cmpint (weeks[i].n_spasms, ==, expected[i].n_spasms);
      g_assert_cmpint (weeks[i].worst, ==, expected[i].worst);
    }
}

/* From a Tuesday to a Monday, over the end of a year. */
static void
test_history_weeks (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  static const int days[] = {
    20251229, 20251230, 20260103, 20260104, 20260104, 20260112, 20260113,
  };
  static const UnknotHistoryWeek from_monday[] = {
    { 20251229, 6, 3, 4, 5 }, { 20260105, 7, 1, 0, 0 }, { 20260112, 1, 1, 1, 6 },
  };
  static const UnknotHistoryWeek from_sunday[] = {
    { 20251228, 5, 2, 2, 3 }, { 20260104, 7, 1, 2, 5 }, { 20260111, 2, 2, 1, 6 },
  };
  static const UnknotHistoryWeek from_saturday[] = {
    { 20251227, 4, 1, 1, 2 }, { 20260103, 7, 2, 3, 5 }, { 20260110, 3, 2, 1, 6 },
  };
  static const UnknotHistoryWeek from_tuesday[] = {
    { 20251230, 7, 3, 4, 5 }, { 20260106, 7, 2, 1, 6 },
  };

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_history_save_spasm (fixture, days[i], days[i], i + 1);
    }
  unknot_test_history_save_day (fixture, 20260111, TRUE, NULL);

  assert_weeks (fixture, G_DATE_MONDAY, from_monday, G_N_ELEMENTS (from_monday));
  assert_weeks (fixture, G_DATE_SUNDAY, from_sunday, G_N_ELEMENTS (from_sunday));
  assert_weeks (fixture, G_DATE_SATURDAY, from_saturday, G_N_ELEMENTS (from_saturday));
  assert_weeks (fixture, G_DATE_TUESDAY, from_tuesday, G_N_ELEMENTS (from_tuesday));
}

/* By the clock on the wall it is 11 at night on the 17th, in UTC the 18th already; and it stays on
 * its day wherever the person goes. */
static void
test_history_by_local_days (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  static const char *const zones[] = { "UTC", "America/New_York", "Pacific/Auckland" };

  unknot_test_diary_set_time (fixture, "America/New_York", 20261118, 9, 0);
  unknot_test_diary_open (fixture);
  unknot_test_history_save_spasm_in (fixture, "America/New_York", 20261117, 23, 0, "exact");
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (UnknotHistory) history = NULL;

      unknot_test_diary_set_time (fixture, zones[i], 20261118, 9, 0);
      history = unknot_test_history_load (fixture, 20261116, 20261119);
      unknot_test_history_assert_gap (history, 20261116);
      g_assert_cmpint (unknot_test_history_get_day (history, 20261117)->n_spasms, ==, 1);
      unknot_test_history_assert_gap (history, 20261118);
      g_assert_cmpint (unknot_history_get_hours (history)[23], ==, 1);
      g_assert_cmpint (unknot_history_get_weekdays (history)[1], ==, 1);
    }
}

/* Flown west over the date line: the spasm is of tomorrow here, and yet it was. */
static void
test_history_flown_west (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_set_time (fixture, "Pacific/Honolulu", 20261121, 3, 0);
  unknot_test_diary_open (fixture);
  unknot_test_history_save_spasm_in (fixture, "Pacific/Auckland", 20261122, 1, 0, "exact");
  history = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_today (history), ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 20261122);
  g_assert_cmpint (unknot_test_history_get_day (history, 20261122)->n_spasms, ==, 1);
}

/* A day of 25 hours, and one of 23, is a day; and the hour that comes twice is one hour. */
static void
test_history_when_clocks_change (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  /* 02:30 in summer time, and an hour later in winter time. */
  static const gint64 half_past_two = G_GINT64_CONSTANT (1792888200000);
  g_autoptr (UnknotHistory) spring = NULL;
  g_autoptr (UnknotHistory) autumn = NULL;
  guint n;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotMoment) start =
        unknot_moment_new_stored (half_past_two + i * 3600000, i == 0 ? 120 : 60, "Europe/Berlin",
                                  20261025, &error);
      g_autoptr (UnknotEpisode) episode = NULL;

      g_assert_no_error (error);
      episode = unknot_episode_new (start, 5, NULL);
      unknot_episode_set_end (episode, start, NULL);
      unknot_test_diary_save (fixture->diary, episode);
    }
  unknot_test_history_save_spasm_in (fixture, "Europe/Berlin", 20260329, 3, 0, "exact");
  unknot_test_history_save_spasm_in (fixture, "Europe/Berlin", 20260329, 23, 30, "exact");
  unknot_test_history_save_spasm_in (fixture, "Europe/Berlin", 20260330, 0, 30, "exact");

  spring = unknot_test_history_load (fixture, 20260328, 20260330);
  unknot_history_get_days (spring, &n);
  g_assert_cmpuint (n, ==, 3);
  unknot_test_history_assert_gap (spring, 20260328);
  g_assert_cmpint (unknot_test_history_get_day (spring, 20260329)->n_spasms, ==, 2);
  g_assert_cmpint (unknot_test_history_get_day (spring, 20260330)->n_spasms, ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[3], ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[23], ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[0], ==, 1);

  autumn = unknot_test_history_load (fixture, 20261024, 20261026);
  unknot_history_get_days (autumn, &n);
  g_assert_cmpuint (n, ==, 3);
  unknot_test_history_assert_gap (autumn, 20261024);
  g_assert_cmpint (unknot_test_history_get_day (autumn, 20261025)->n_spasms, ==, 2);
  unknot_test_history_assert_gap (autumn, 20261026);
  g_assert_cmpint (unknot_history_get_hours (autumn)[2], ==, 2);
}

/* Thirteen years with a spasm a day: as bad as the day of the month allows. */
static void
test_history_of_many (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) episodes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryDay *days;
  const UnknotHistoryWeek *weeks;
  int n_spasms = 0;
  guint n;
  int day = 20130315;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 5000; i++)
    {
      g_ptr_array_add (episodes, unknot_test_diary_make_episode (day, i % 24, day % 100 % 11));
      day = unknot_period_shift_day (day, 1);
    }
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary, episodes, NULL));

  history = unknot_test_history_load (fixture, UNKNOT_HISTORY_ALL, 20261121);
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 5000);
  g_assert_cmpint (unknot_history_get_n_untriggered (history), ==, 5000);
  g_assert_cmpint (unknot_history_get_hours (history)[7], ==, 209);
  g_assert_cmpint (unknot_history_get_hours (history)[8], ==, 208);
  days = unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 5000);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (days[i].n_spasms, ==, 1);
      g_assert_cmpint (days[i].worst, ==, days[i].day % 100 % 11);
    }
  weeks = unknot_history_get_weeks (history, &n);
  for (guint i = 0; i < n; i++)
    {
      n_spasms += weeks[i].n_spasms;
      g_assert_cmpint (weeks[i].n_days, ==, i == 0 ? 3 : i == n - 1 ? 6 : 7);
    }
  g_assert_cmpint (n_spasms, ==, 5000);
}

static void
assert_failure (DiaryFixture *fixture,
                GCancellable *cancellable,
                GQuark        domain,
                int           code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_test_history_try_load (fixture->diary, 20261101, 20261121, G_DATE_MONDAY,
                                               cancellable, &error));
  g_assert_error (error, domain, code);
}

static void
test_history_of_damage (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;

  unknot_test_diary_open (fixture);
  episode = unknot_test_history_save_spasm (fixture, 20261110, 20261112, 5);
  unknot_test_diary_query (fixture->path, "INSERT INTO episode_code VALUES (1, 'trigger', 'moon')");
  assert_failure (fixture, NULL, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
}

static void
test_history_cancelled (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  unknot_test_diary_open (fixture);
  g_cancellable_cancel (cancellable);
  assert_failure (fixture, cancellable, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_history_when_closed (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  assert_failure (fixture, NULL, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
}

/* What the diary must say of a day, found by looking at every spasm and day in turn. */
static void
assert_day (const UnknotHistoryDay *day,
            GPtrArray              *entries)
{
  int n_spasms = 0, n_pains = 0, total = 0, worst = -1, lowest = -1;
  gboolean painless = FALSE, spasm = FALSE, entered = FALSE;

  for (guint i = 0; i < entries->len; i++)
    {
      UnknotEntry *entry = g_ptr_array_index (entries, i);
      int first = unknot_moment_get_day (unknot_entry_get_moment (entry));
      int last = first;
      GListModel *readings;
      gboolean is_told = FALSE;

      if (!UNKNOT_IS_EPISODE (entry))
        {
          entered |= first == day->day;
          painless |= first == day->day && unknot_day_is_painless (UNKNOT_DAY (entry));
          continue;
        }

      if (unknot_episode_get_end (UNKNOT_EPISODE (entry)) != NULL)
        last = unknot_moment_get_day (unknot_episode_get_end (UNKNOT_EPISODE (entry)));
      readings = unknot_episode_get_readings (UNKNOT_EPISODE (entry));
      for (guint j = 0; j <= g_list_model_get_n_items (readings); j++)
        {
          g_autoptr (UnknotReading) reading = g_list_model_get_item (readings, j);
          int at = reading != NULL
                     ? unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (reading)))
                     : first;
          int pain = reading != NULL ? unknot_reading_get_pain (reading)
                                     : unknot_episode_get_worst (UNKNOT_EPISODE (entry));

          if (unknot_episode_get_end (UNKNOT_EPISODE (entry)) == NULL)
            last = MAX (last, at);
          if (at != day->day)
            continue;
          entered = TRUE;
          /* The worst comes last, and counts where no reading of its day is as bad. */
          is_told |= reading != NULL && at == first &&
                     pain >= unknot_episode_get_worst (UNKNOT_EPISODE (entry));
          if (reading == NULL && is_told)
            continue;
          n_pains++;
          total += pain;
          worst = MAX (worst, pain);
          lowest = lowest < 0 ? pain : MIN (lowest, pain);
        }
      n_spasms += first == day->day;
      spasm |= first <= day->day && day->day <= last;
    }

  if (painless && !spasm && worst <= 0)
    {
      g_assert_true (day->is_painless);
      n_pains++;
      worst = lowest = 0;
    }
  else
    {
      g_assert_false (day->is_painless);
    }
  g_assert_cmpint (day->is_entered, ==, entered || spasm);
  g_assert_cmpint (day->has_spasm, ==, spasm);
  g_assert_cmpint (day->n_spasms, ==, n_spasms);
  g_assert_cmpint (day->n_pains, ==, n_pains);
  g_assert_cmpint (day->worst, ==, worst);
  g_assert_cmpint (day->lowest, ==, lowest);
  g_assert_cmpfloat_with_epsilon (day->mean, n_pains > 0 ? total / (double) n_pains : -1, 1e-9);
}

static void
add_random_spasm (GPtrArray *entries)
{
  int first = unknot_period_shift_day (20260101, g_test_rand_int_range (0, 60));
  UnknotEpisode *episode =
    unknot_test_diary_make_episode (first, g_test_rand_int_range (0, 24),
                                    g_test_rand_int_range (0, 11));

  for (int i = g_test_rand_int_range (0, 4); i > 0; i--)
    {
      int pain = g_test_rand_int_range (0, unknot_episode_get_worst (episode) + 1);
      int day = unknot_period_shift_day (first, g_test_rand_int_range (0, 6));

      unknot_test_history_add_reading (episode, day, g_test_rand_int_range (0, 24), pain);
    }
  if (g_test_rand_bit ())
    {
      int last = unknot_period_shift_day (first, g_test_rand_int_range (1, 9));

      unknot_test_history_end (episode, last, 3);
    }
  g_ptr_array_add (entries, episode);
}

static void
test_history_of_random_diaries (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);

  unknot_test_diary_open (fixture);
  for (guint round = 0; round < 20; round++)
    {
      int first = unknot_period_shift_day (20251225, g_test_rand_int_range (0, 60));
      int last = unknot_period_shift_day (first, g_test_rand_int_range (0, 40));
      g_autoptr (UnknotMoment) moment =
        unknot_test_diary_make_moment ("UTC", unknot_period_shift_day (20260101, round * 3), 8, 0);
      UnknotDay *painless = unknot_day_new (moment);
      g_autoptr (UnknotHistory) history = NULL;
      const UnknotHistoryDay *days;
      guint n;

      unknot_day_set_painless (painless, g_test_rand_bit ());
      g_ptr_array_add (entries, painless);
      add_random_spasm (entries);
      add_random_spasm (entries);
      g_assert_true (unknot_test_diary_try_save_all (fixture->diary, entries, NULL));

      history = unknot_test_history_load (fixture, first, last);
      days = unknot_history_get_days (history, &n);
      for (guint i = 0; i < n; i++)
        assert_day (&days[i], entries);
    }
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

  add ("/history/of-nothing", test_history_of_nothing);
  add ("/history/before-the-first-entry", test_history_before_the_first_entry);
  add ("/history/of-all", test_history_of_all);
  add ("/history/of-centuries", test_history_of_centuries);
  add ("/history/of-one-day", test_history_of_one_day);
  add ("/history/days", test_history_days);
  add ("/history/painless-with-readings", test_history_painless_with_readings);
  add ("/history/spans", test_history_spans);
  add ("/history/unended-spans", test_history_unended_spans);
  add ("/history/weeks", test_history_weeks);
  add ("/history/by-local-days", test_history_by_local_days);
  add ("/history/flown-west", test_history_flown_west);
  add ("/history/when-clocks-change", test_history_when_clocks_change);
  add ("/history/of-many", test_history_of_many);
  add ("/history/of-damage", test_history_of_damage);
  add ("/history/cancelled", test_history_cancelled);
  add ("/history/when-closed", test_history_when_closed);
  add ("/history/of-random-diaries", test_history_of_random_diaries);

  return g_test_run ();
}
