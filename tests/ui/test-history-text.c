/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-history-summary.h"
#include "unknot-history-table.h"
#include "unknot-history-text.h"
#include "unknot-test-history.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, a Saturday, 14:05, in UTC. What is saved without a time is of 8 in the
 * morning. */

#define FIRST_DAY 20261101
#define LAST_DAY 20261121

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  *(UnknotTrends **) user_data = unknot_trends_load_finish (UNKNOT_DIARY (source), result, NULL);
}

static UnknotTrends *
load_trends (DiaryFixture *fixture)
{
  UnknotTrends *trends = NULL;

  unknot_trends_load_async (fixture->diary, G_DATE_MONDAY, loaded_cb, &trends);
  unknot_test_wait (trends != NULL);

  return trends;
}

static void
save_spasms (DiaryFixture *fixture,
             int           first_day,
             guint         n)
{
  for (guint i = 0; i < n; i++)
    {
      int day = unknot_period_shift_day (first_day, i);
      g_autoptr (UnknotEpisode) episode = unknot_test_history_save_spasm (fixture, day, day, 5);
    }
}

/* @codes: with commas between them */
static void
save_told_spasm (DiaryFixture *fixture,
                 int           day,
                 int           hour,
                 int           worst,
                 const char   *triggers,
                 const char   *area,
                 const char   *side)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, hour, worst);
  g_auto (GStrv) codes = g_strsplit (triggers, ",", -1);

  unknot_episode_end_now (episode, unknot_episode_get_start (episode));
  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER,
                                           (const char *const *) codes, NULL));
  if (area != NULL)
    {
      g_autoptr (UnknotPlace) place = unknot_place_new (area, side, -1, NULL, NULL);

      g_list_store_append (unknot_episode_get_places (episode), place);
    }
  unknot_test_diary_save (fixture->diary, episode);
}

static void
save_peg (DiaryFixture *fixture,
          int           day,
          int           pain,
          int           enjoyment,
          int           activity)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 20, 0);
  g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, pain, enjoyment, activity, NULL);

  unknot_test_diary_save (fixture->diary, peg);
}

/* Six spasms: three on Mondays, two at seven; one of which little is told. */
static void
save_all (DiaryFixture *fixture)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261119, 8, 4);

  save_told_spasm (fixture, 20261102, 7, 6, "lifting", "lower", "left");
  save_told_spasm (fixture, 20261109, 7, 8, "lifting,twisting", "lower", "left");
  save_told_spasm (fixture, 20261116, 9, 8, "lifting", "neck", NULL);
  save_told_spasm (fixture, 20261117, 10, 2, "twisting", "lower", "left");
  save_told_spasm (fixture, 20261118, 11, 1, "blow", "neck", NULL);
  unknot_test_history_add_reading (episode, 20261119, 12, 1);
  unknot_test_history_end (episode, 20261120, 9);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_history_save_day (fixture, 20261103, TRUE, NULL);
  unknot_test_history_save_day (fixture, 20261104, TRUE, "good");
  unknot_test_history_save_day (fixture, 20261105, FALSE, "broken");
  unknot_test_history_save_relief (fixture, 20261102, "heat", "a-lot");
  unknot_test_history_save_relief (fixture, 20261109, "heat", "none");
  unknot_test_history_save_relief (fixture, 20261116, "heat", NULL);
  unknot_test_history_save_dose (fixture, 20261116, "Ibu\t400", "ibuprofen", "a-little");
  unknot_test_history_save_dose (fixture, 20261117, "My\tdrops", "other", "worse");
  unknot_test_history_save_event (fixture, 20261117, "new-chair", "");
  unknot_test_history_save_event (fixture, 20261118, "other", "Moved house");
  unknot_test_history_save_check (fixture, 20261118, "doctor");
  save_peg (fixture, 20261102, 6, 7, 7);
  save_peg (fixture, 20261109, 4, 5, 4);
}

static void
assert_words (char       *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

/* --- Sentences --- */

static void
test_history_text_days (void)
{
  const UnknotPeriod within = { 20261025, 20261121 };
  const UnknotPeriod across = { 20251122, 20261121 };

  assert_words (unknot_history_text_dup_day (20260302), "2 March 2026");
  assert_words (unknot_history_text_dup_period (&within), "25 October – 21 November 2026");
  assert_words (unknot_history_text_dup_period (&across), "22 November 2025 – 21 November 2026");
  assert_words (unknot_history_text_dup_hour (0), "00:00–01:00");
  assert_words (unknot_history_text_dup_hour (23), "23:00–00:00");
}

typedef struct
{
  int n_recent;
  int n_before;
  gboolean is_old;
  int n_painless;
  const char *expected;
} Change;

static const Change changes[] = {
  { 0, 0, TRUE, 14, "No spasm in the last 56 days" },
  { 0, 0, TRUE, 0, "No entry in the last 28 days" },
  { 0, 1, TRUE, 0, "No entry in the last 28 days" },
  { 0, 1, TRUE, 13, "0 spasms noted in the last 28 days, 1 in the 28 days before, with entries on "
                    "13 of the 28 days" },
  { 7, 3, TRUE, 0, "More spasms: 7 in the last 28 days, 3 in the 28 days before" },
  { 3, 7, TRUE, 14, "Fewer spasms: 3 in the last 28 days, 7 in the 28 days before" },
  { 2, 2, TRUE, 14, "As many spasms as before: 2 in the last 28 days, and in the 28 days before" },
  { 1, 0, FALSE, 0, "1 spasm in the last 28 days" },
  { 3, 0, FALSE, 0, "3 spasms in the last 28 days" },
};

static void
test_history_text_change (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  const Change *change = data;
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_test_diary_open (fixture);
  if (change->is_old)
    unknot_test_history_save_day (fixture, 20260801, TRUE, NULL);
  save_spasms (fixture, 20261101, change->n_recent);
  save_spasms (fixture, 20261001, change->n_before);
  for (int i = 0; i < change->n_painless; i++)
    unknot_test_history_save_day (fixture, 20261108 + i, TRUE, NULL);
  trends = load_trends (fixture);
  assert_words (unknot_history_text_dup_change (trends), change->expected);
}

static void
test_history_text_no_change (void)
{
  assert_words (unknot_history_text_dup_change (NULL), "");
}

static void
test_history_text_summaries (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  static const char *const expected[UNKNOT_HISTORY_N_ASPECTS] = {
    [UNKNOT_HISTORY_CALENDAR] = "1 November – 21 November 2026: spasms on 7 of 21 days. "
                                "The worst pain was 8 of 10. No pain on 2 days. Other entries on "
                                "1 day. No entry on 11 days.",
    [UNKNOT_HISTORY_PAIN] = "Pain told on 8 of 21 days: 0 to 8 of 10, 3.4 on an average day. "
                            "The worst was on 2 days, the last time on 16 November 2026.",
    [UNKNOT_HISTORY_WEEKS] = "6 spasms, 1 November – 21 November 2026. At most 4 in a week; "
                             "the worst pain was 8 of 10. 6 in the last 28 days, 5 more than in "
                             "the 28 days before.",
    [UNKNOT_HISTORY_TRIGGERS] = "Most often, of 6 spasms: Lifting 3, Twisting or bending 2, "
                                "A blow 1. Nothing is told of 1.",
    [UNKNOT_HISTORY_RELIEFS] = "How often it was better afterwards: Heat 1 of 2 times, "
                               "My\tdrops 0 of 1 time, Ibuprofen 1 of 1 time.",
    [UNKNOT_HISTORY_HOURS] = "Between 0 and 2 of 6 in each hour. The most: 07:00–08:00.",
    [UNKNOT_HISTORY_WEEKDAYS] = "Between 0 and 3 of 6 on each weekday. The most: Monday.",
    [UNKNOT_HISTORY_PLACES] = "Most often: Lower back, left, 3 spasms, at worst 8 of 10; "
                              "Neck, 2 spasms, at worst 8 of 10.",
    [UNKNOT_HISTORY_FUNCTION] = "Answered 2 times: from 4.3 to 6.7 of 10. "
                                "The last: 4.3 of 10, 35 % lower than at first.",
  };
  g_autoptr (UnknotHistory) history = NULL;
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_test_diary_open (fixture);
  save_all (fixture);
  save_spasms (fixture, 20261001, 1);
  unknot_test_history_save_day (fixture, 20260801, TRUE, NULL);
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  trends = load_trends (fixture);
  for (guint aspect = 0; aspect < UNKNOT_HISTORY_N_ASPECTS; aspect++)
    {
      g_assert_null (unknot_history_summary_dup_lack (aspect, history));
      assert_words (unknot_history_summary_dup (aspect, history, trends), expected[aspect]);
    }
}

/* What nobody told of is not made up, and what does not stand out is not named. */
static void
test_history_text_plain_summaries (DiaryFixture  *fixture,
                                   gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261109, 12, 0, "day");
  for (guint i = 0; i < 5; i++)
    unknot_test_history_save_spasm_in (fixture, "UTC", 20261110 + i, 8 + i, 0, "exact");
  history = unknot_test_history_load (fixture, 20261109, 20261115);

  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_HOURS, history, NULL),
                "Between 0 and 1 of 5 in each hour. Of 1 only the day is told.");
  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_WEEKDAYS, history, NULL),
                "Between 0 and 1 of 6 on each weekday.");
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261110, 9, 0, "exact");
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261111, 8, 0, "exact");
  g_clear_object (&history);
  history = unknot_test_history_load (fixture, 20261109, 20261115);
  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_HOURS, history, NULL),
                "Between 0 and 2 of 7 in each hour. The most: 08:00–09:00, 09:00–10:00. "
                "Of 1 only the day is told.");
  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_WEEKDAYS, history, NULL),
                "Between 0 and 2 of 8 on each weekday. The most: Tuesday, Wednesday.");
}

/* “At first” may be long before what is shown. */
static void
test_history_text_function_from_before (DiaryFixture  *fixture,
                                        gconstpointer  data)
{
  g_autoptr (UnknotHistory) before = NULL;
  g_autoptr (UnknotHistory) within = NULL;

  unknot_test_diary_open (fixture);
  save_peg (fixture, 20260801, 4, 3, 3);
  save_peg (fixture, 20261102, 6, 7, 7);
  save_peg (fixture, 20261109, 4, 5, 4);
  before = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_FUNCTION, before, NULL),
                "Answered 2 times: from 4.3 to 6.7 of 10. "
                "The last: 4.3 of 10, 30 % higher than at first. "
                "At first it was 3.3, on 1 August 2026. Higher is worse.");

  within = unknot_test_history_load (fixture, 20260801, LAST_DAY);
  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_FUNCTION, within, NULL),
                "Answered 3 times: from 3.3 to 6.7 of 10. "
                "The last: 4.3 of 10, 30 % higher than at first. Higher is worse.");
}

/* The map has the sides, and the rest of the history what was told. */
static void
test_history_text_both_sides (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  save_told_spasm (fixture, 20261102, 7, 6, "lifting", "lower", "left");
  save_told_spasm (fixture, 20261103, 7, 5, "lifting", "lower", "both");
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);

  assert_words (unknot_history_summary_dup (UNKNOT_HISTORY_PLACES, history, NULL),
                "Most often: Lower back, both sides, 1 spasm, at worst 5 of 10; "
                "Lower back, left, 1 spasm, at worst 6 of 10. "
                "On the map, a spasm on both sides counts on each side.");
}

static void
assert_lack (UnknotHistory       *history,
             UnknotHistoryAspect  aspect,
             const char          *expected)
{
  assert_words (unknot_history_summary_dup_lack (aspect, history), expected);
}

static void
test_history_text_lacks (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotHistory) none = NULL;
  g_autoptr (UnknotHistory) one = NULL;
  g_autoptr (UnknotHistory) three = NULL;

  unknot_test_diary_open (fixture);
  none = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  assert_lack (none, UNKNOT_HISTORY_CALENDAR, "There is no entry in this time.");
  assert_lack (none, UNKNOT_HISTORY_WEEKS, "There is no entry in this time.");
  assert_lack (none, UNKNOT_HISTORY_PLACES,
               "This needs a spasm of which it is told where it was. So far in this time: 0.");

  save_told_spasm (fixture, 20261102, 7, 6, "lifting", "lower", "left");
  unknot_test_history_save_relief (fixture, 20261102, "heat", NULL);
  one = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  assert_lack (one, UNKNOT_HISTORY_CALENDAR, NULL);
  assert_lack (one, UNKNOT_HISTORY_WEEKS, NULL);
  assert_lack (one, UNKNOT_HISTORY_PLACES, NULL);
  assert_lack (one, UNKNOT_HISTORY_FUNCTION,
               "This needs 2 answers about pain and function. So far in this time: 0.");
  assert_lack (one, UNKNOT_HISTORY_PAIN,
               "This needs 2 days of which it is told how bad the pain was. "
               "So far in this time: 1.");
  assert_lack (one, UNKNOT_HISTORY_TRIGGERS,
               "This needs 3 spasms of which it is told what set them off. "
               "So far in this time: 1.");
  assert_lack (one, UNKNOT_HISTORY_RELIEFS,
               "This needs 3 tries of which it is told what came of them. "
               "So far in this time: 0.");
  assert_lack (one, UNKNOT_HISTORY_HOURS,
               "This needs 5 spasms of which it is told at what time they began. "
               "So far in this time: 1.");
  assert_lack (one, UNKNOT_HISTORY_WEEKDAYS, "This needs 5 spasms. So far in this time: 1.");

  save_told_spasm (fixture, 20261103, 7, 6, "lifting", NULL, NULL);
  save_told_spasm (fixture, 20261103, 9, 6, "blow", NULL, NULL);
  for (guint i = 0; i < 3; i++)
    unknot_test_history_save_relief (fixture, 20261103, "heat", "none");
  three = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  assert_lack (three, UNKNOT_HISTORY_PAIN, NULL);
  assert_lack (three, UNKNOT_HISTORY_TRIGGERS, NULL);
  assert_lack (three, UNKNOT_HISTORY_RELIEFS, NULL);
}

/* --- Single data --- */

static void
assert_day (UnknotHistory *history,
            int            day,
            const char    *expected)
{
  assert_words (unknot_history_text_dup_day_value (unknot_test_history_get_day (history, day)),
                expected);
}

static void
test_history_text_day_values (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  save_all (fixture);
  save_told_spasm (fixture, 20261102, 11, 3, "blow", NULL, NULL);
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);

  assert_day (history, 20261101, "Sunday, 1 November 2026: no entry");
  assert_day (history, 20261102, "Monday, 2 November 2026: 2 spasms, worst pain 6 of 10");
  assert_day (history, 20261103, "Tuesday, 3 November 2026: no pain");
  assert_day (history, 20261105, "Thursday, 5 November 2026: pain not told");
  assert_day (history, 20261119, "Thursday, 19 November 2026: 1 spasm, worst pain 4 of 10");
  assert_day (history, 20261120,
              "Friday, 20 November 2026: a spasm went on, pain not told");
}

static void
test_history_text_pain_values (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  const UnknotPainChartDatum same = { FALSE, 1, 1, 1, 6, 6, 6 };
  const UnknotPainChartDatum range = { FALSE, 18, 1, 2, 1, 4, 2.5 };
  const UnknotPainChartDatum several = { FALSE, 1, 3, 3, 0, 6, 2 };
  UnknotPainChartDatum markers = { TRUE, 0, 0 };
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  save_all (fixture);
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);

  assert_words (unknot_history_text_dup_pain_value (history, &same), "2 November 2026: 6 of 10");
  assert_words (unknot_history_text_dup_pain_value (history, &range),
                "19 November 2026: 1 to 4 of 10, 2.5 on average");
  assert_words (unknot_history_text_dup_pain_value (history, &several),
                "2 November – 4 November 2026: 0 to 6 of 10, 2.0 on average");
  unknot_history_get_markers (history, &markers.n);
  assert_words (unknot_history_text_dup_pain_value (history, &markers),
                "2 November 2026: First tried: Heat; "
                "16 November 2026: First dose: Ibuprofen; "
                "17 November 2026: A new chair; "
                "17 November 2026: First dose: My\tdrops; "
                "18 November 2026: Moved house; "
                "18 November 2026: Check-up: Book an appointment");
}

static void
test_history_text_other_values (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  const UnknotWeeksChartDatum cut = { 0, 1, 0 };
  const UnknotWeeksChartDatum most = { 0, 4, 3 };
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryRelief *reliefs;
  guint n;

  unknot_test_diary_open (fixture);
  save_all (fixture);
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);

  assert_words (unknot_history_text_dup_weeks_value (history, &cut),
                "Week from 26 October 2026: no entry, 1 day of it");
  assert_words (unknot_history_text_dup_weeks_value (history, &most),
                "Most of 4 weeks, Week from 16 November 2026: 4 spasms, worst pain 8 of 10, "
                "6 days of it");
  assert_words (unknot_history_text_dup_trigger_value (history, 0), "Lifting: 3 of 6 spasms");
  reliefs = unknot_history_get_reliefs (history, &n);
  assert_words (unknot_history_text_dup_relief_value (&reliefs[0]),
                "Heat: tried 3 times. Helped a lot 1, No help 1, not told 1");
  assert_words (unknot_history_text_dup_hour_value (history, 7), "07:00–08:00: 2 of 6 spasms");
  assert_words (unknot_history_text_dup_weekday_value (history, G_DATE_MONDAY),
                "Monday: 3 of 6 spasms");
  assert_words (unknot_history_text_dup_place_value ("lower", "left", 3, 8),
                "Lower back, left: 3 spasms, worst pain 8 of 10");
  assert_words (unknot_history_text_dup_peg_value (
                  g_ptr_array_index (unknot_history_get_pegs (history), 1)),
                "9 November 2026: 4.3 of 10. Pain 4, enjoying life 5, usual activities 4");
}

/* --- Tables --- */

static void
assert_table (UnknotHistory       *history,
              UnknotHistoryAspect  aspect,
              const char          *expected)
{
  g_autoptr (UnknotTable) table = unknot_history_table_new (aspect, history, G_DATE_SUNDAY);

  assert_words (unknot_table_dup_text (table), expected);
}

static void
test_history_text_tables (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  save_all (fixture);
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);

  assert_table (history, UNKNOT_HISTORY_CALENDAR,
                "Day with an entry\tWorst pain\tSpasms begun\n"
                "2 November 2026\t6\t1\n3 November 2026\t0\t0\n4 November 2026\t0\t0\n"
                "5 November 2026\tNot said\t0\n9 November 2026\t8\t1\n16 November 2026\t8\t1\n"
                "17 November 2026\t2\t1\n18 November 2026\t1\t1\n19 November 2026\t4\t1\n"
                "20 November 2026\tNot said\tWent on\n");
  assert_table (history, UNKNOT_HISTORY_PAIN,
                "Day\tLeast pain\tWorst pain\tMean\tMarked\n"
                "2 November 2026\t6\t6\t6.0\tFirst tried: Heat\n"
                "3 November 2026\t0\t0\t0.0\t\n4 November 2026\t0\t0\t0.0\t\n"
                "9 November 2026\t8\t8\t8.0\t\n"
                "16 November 2026\t8\t8\t8.0\tFirst dose: Ibuprofen\n"
                "17 November 2026\t2\t2\t2.0\tA new chair; First dose: My drops\n"
                "18 November 2026\t1\t1\t1.0\tMoved house; Check-up: Book an appointment\n"
                "19 November 2026\t1\t4\t2.5\t\n");
  assert_table (history, UNKNOT_HISTORY_WEEKS,
                "Week from\tSpasms\tWorst pain\tDays with an entry\tDays\n"
                "26 October 2026\t0\t\t0\t1\n2 November 2026\t1\t6\t4\t7\n"
                "9 November 2026\t1\t8\t1\t7\n16 November 2026\t4\t8\t5\t6\n");
  assert_table (history, UNKNOT_HISTORY_TRIGGERS,
                "What set them off\tSpasms\n"
                "Lifting\t3\nTwisting or bending\t2\nA blow\t1\nNot told\t1\n");
  assert_table (history, UNKNOT_HISTORY_RELIEFS,
                "What was tried\tTimes\tMade it worse\tNo help\tHelped a little\tHelped a lot\t"
                "Not told\n"
                "Heat\t3\t0\t1\t0\t1\t1\nMy drops\t1\t1\t0\t0\t0\t0\n"
                "Ibuprofen\t1\t0\t0\t1\t0\t0\n");
  assert_table (history, UNKNOT_HISTORY_WEEKDAYS,
                "Weekday\tSpasms\nSunday\t0\nMonday\t3\nTuesday\t1\nWednesday\t1\nThursday\t1\n"
                "Friday\t0\nSaturday\t0\n");
  assert_table (history, UNKNOT_HISTORY_PLACES,
                "Place\tSpasms\tWorst pain\nLower back, left\t3\t8\nNeck\t2\t8\n");
  assert_table (history, UNKNOT_HISTORY_FUNCTION,
                "Day\tMean\tPain\tEnjoying life\tUsual activities\n"
                "2 November 2026\t6.7\t6\t7\t7\n9 November 2026\t4.3\t4\t5\t4\n");
}

/* Each hour, and those of which only the day is told. */
static void
test_history_text_hours_table (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;
  g_autoptr (UnknotTable) table = NULL;
  g_autofree char *text = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261110, 23, 59, "exact");
  unknot_test_history_save_spasm_in (fixture, "UTC", 20261110, 12, 0, "day");
  history = unknot_test_history_load (fixture, FIRST_DAY, LAST_DAY);
  table = unknot_history_table_new (UNKNOT_HISTORY_HOURS, history, G_DATE_MONDAY);
  text = unknot_table_dup_text (table);

  g_assert_cmpuint (g_list_model_get_n_items (unknot_table_get_rows (table)), ==, 25);
  g_assert_true (g_str_has_prefix (text, "Time of day\tSpasms\n00:00–01:00\t0\n"));
  g_assert_true (g_str_has_suffix (text, "\n12:00–13:00\t0\n13:00–14:00\t0\n14:00–15:00\t0\n"
                                         "15:00–16:00\t0\n16:00–17:00\t0\n17:00–18:00\t0\n"
                                         "18:00–19:00\t0\n19:00–20:00\t0\n20:00–21:00\t0\n"
                                         "21:00–22:00\t0\n22:00–23:00\t0\n23:00–00:00\t1\n"
                                         "Not told\t1\n"));
}

static void
add (const char    *path,
     gconstpointer  data,
     void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, data, unknot_test_diary_set_up, test,
              unknot_test_diary_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/history-text/days", test_history_text_days);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/history-text/change/%u", i);

      add (path, &changes[i], test_history_text_change);
    }
  g_test_add_func ("/history-text/no-change", test_history_text_no_change);
  add ("/history-text/summaries", NULL, test_history_text_summaries);
  add ("/history-text/plain-summaries", NULL, test_history_text_plain_summaries);
  add ("/history-text/both-sides", NULL, test_history_text_both_sides);
  add ("/history-text/function-from-before", NULL, test_history_text_function_from_before);
  add ("/history-text/lacks", NULL, test_history_text_lacks);
  add ("/history-text/day-values", NULL, test_history_text_day_values);
  add ("/history-text/pain-values", NULL, test_history_text_pain_values);
  add ("/history-text/other-values", NULL, test_history_text_other_values);
  add ("/history-text/tables", NULL, test_history_text_tables);
  add ("/history-text/hours-table", NULL, test_history_text_hours_table);

  return g_test_run ();
}
