/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-history.h"
#include "unknot-test-diary.h"

/* All on 21 November 2026, a Saturday, in UTC where nothing else is said. */

typedef struct
{
  UnknotHistory *history;
  GError *error;
} Answer;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->history = unknot_history_load_finish (UNKNOT_DIARY (source), result, &answer->error);
}

static Answer
ask (UnknotDiary  *diary,
     int           first_day,
     int           last_day,
     GDateWeekday  first_weekday,
     GCancellable *cancellable)
{
  const UnknotPeriod period = { first_day, last_day };
  Answer answer = { 0 };

  unknot_history_load_async (diary, &period, first_weekday, cancellable, loaded_cb, &answer);
  while (answer.history == NULL && answer.error == NULL)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

static UnknotHistory *
load (DiaryFixture *fixture,
      int           first_day,
      int           last_day)
{
  Answer answer = ask (fixture->diary, first_day, last_day, G_DATE_MONDAY, NULL);

  g_assert_no_error (answer.error);

  return answer.history;
}

static const UnknotHistoryDay *
get_day (UnknotHistory *history,
         int            day)
{
  int position = unknot_period_find (unknot_history_get_period (history), day);
  const UnknotHistoryDay *days;
  guint n;

  days = unknot_history_get_days (history, &n);
  g_assert_cmpint (position, >=, 0);
  g_assert_cmpint (position, <, n);
  g_assert_cmpint (days[position].day, ==, day);

  return &days[position];
}

static void
assert_pains (UnknotHistory *history,
              int            day,
              int            n_pains,
              int            lowest,
              int            worst,
              double         mean)
{
  const UnknotHistoryDay *found = get_day (history, day);

  g_assert_cmpint (found->n_pains, ==, n_pains);
  g_assert_cmpint (found->lowest, ==, lowest);
  g_assert_cmpint (found->worst, ==, worst);
  g_assert_cmpfloat_with_epsilon (found->mean, mean, 1e-9);
}

/* Nothing is known of it. */
static void
assert_gap (UnknotHistory *history,
            int            day)
{
  const UnknotHistoryDay *found = get_day (history, day);

  g_assert_false (found->is_entered);
  g_assert_false (found->is_painless);
  g_assert_false (found->has_spasm);
  g_assert_cmpint (found->n_spasms, ==, 0);
  g_assert_null (found->sleep);
  assert_pains (history, day, 0, UNKNOT_HISTORY_UNKNOWN, UNKNOT_HISTORY_UNKNOWN,
                UNKNOT_HISTORY_UNKNOWN);
}

static void
assert_nothing (UnknotHistory *history)
{
  guint n;

  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 0);
  g_assert_cmpint (unknot_history_get_n_untriggered (history), ==, 0);
  g_assert_cmpint (unknot_history_get_n_hourless (history), ==, 0);
  for (guint i = 0; i < 24; i++)
    g_assert_cmpint (unknot_history_get_hours (history)[i], ==, 0);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (unknot_history_get_weekdays (history)[i], ==, 0);
  unknot_history_get_triggers (history, &n);
  g_assert_cmpuint (n, ==, 0);
  unknot_history_get_reliefs (history, &n);
  g_assert_cmpuint (n, ==, 0);
  unknot_history_get_places (history, &n);
  g_assert_cmpuint (n, ==, 0);
  unknot_history_get_markers (history, &n);
  g_assert_cmpuint (n, ==, 0);
}

static void
end (UnknotEpisode *episode,
     int            day,
     int            hour)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  g_autoptr (GError) error = NULL;

  unknot_episode_set_end (episode, moment, &error);
  g_assert_no_error (error);
}

static void
add_reading (UnknotEpisode *episode,
             int            day,
             int            hour,
             int            pain)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, pain, NULL);

  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
}

static UnknotEpisode *
save_spasm (DiaryFixture *fixture,
            int           start_day,
            int           end_day,
            int           worst)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (start_day, 8, worst);

  if (end_day != 0)
    end (episode, end_day, 9);
  unknot_test_diary_save (fixture->diary, episode);

  return episode;
}

static void
save_spasm_in (DiaryFixture *fixture,
               const char   *zone,
               int           day,
               int           hour,
               int           minute,
               const char   *precision)
{
  g_autoptr (UnknotMoment) start = unknot_test_diary_make_moment (zone, day, hour, minute);
  g_autoptr (UnknotEpisode) episode = unknot_episode_new (start, 5, NULL);

  g_assert_true (unknot_episode_set_precision (episode, precision, NULL));
  g_assert_true (unknot_episode_set_end (episode, start, NULL));
  unknot_test_diary_save (fixture->diary, episode);
}

static void
save_day (DiaryFixture *fixture,
          int           at,
          gboolean      painless,
          const char   *sleep)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", at, 8, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (moment);

  unknot_day_set_painless (day, painless);
  g_assert_true (unknot_day_set_sleep (day, sleep, NULL));
  unknot_test_diary_save (fixture->diary, day);
}

static UnknotRelief *
make_relief (int         day,
             const char *measure,
             const char *effect)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  UnknotRelief *relief = unknot_relief_new (moment, measure, NULL);

  g_assert_true (unknot_relief_set_effect (relief, effect, NULL));

  return relief;
}

static void
save_relief (DiaryFixture *fixture,
             int           day,
             const char   *measure,
             const char   *effect)
{
  g_autoptr (UnknotRelief) relief = make_relief (day, measure, effect);

  unknot_test_diary_save (fixture->diary, relief);
}

static UnknotDose *
make_dose (int         day,
           const char *name,
           const char *ingredient,
           const char *effect)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  UnknotDose *dose = unknot_dose_new (moment, name, 1, NULL);

  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));
  g_assert_true (unknot_dose_set_effect (dose, effect, NULL));

  return dose;
}

static void
save_dose (DiaryFixture *fixture,
           int           day,
           const char   *name,
           const char   *ingredient,
           const char   *effect)
{
  g_autoptr (UnknotDose) dose = make_dose (day, name, ingredient, effect);

  unknot_test_diary_save (fixture->diary, dose);
}

static void
save_event (DiaryFixture *fixture,
            int           day,
            const char   *kind,
            const char   *title)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, kind, NULL);

  g_assert_true (unknot_event_set_title (event, title, NULL));
  unknot_test_diary_save (fixture->diary, event);
}

static UnknotPeg *
save_peg (DiaryFixture *fixture,
          int           day,
          int           hour,
          int           pain)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  UnknotPeg *peg = unknot_peg_new (moment, pain, pain, pain, NULL);

  unknot_test_diary_save (fixture->diary, peg);

  return peg;
}

static void
save_check (DiaryFixture *fixture,
            int           day,
            const char   *level)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  g_autofree char *quoted = level != NULL ? g_strdup_printf ("\"%s\"", level) : NULL;
  g_autofree char *assessment =
    g_strdup_printf ("{\"version\": \"1.0\", \"level\": %s, \"complete\": true}",
                     quoted != NULL ? quoted : "null");
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotCheck) check =
    unknot_check_new (moment, "{\"answers\": {}}", assessment, &error);

  g_assert_no_error (error);
  unknot_test_diary_save (fixture->diary, check);
}

static void
test_history_of_nothing (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryWeek *weeks;
  guint n;

  unknot_test_diary_open (fixture);
  history = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 0);
  g_assert_cmpint (unknot_history_get_today (history), ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->last_day, ==, 20261121);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_gap (history, 20261121);
  weeks = unknot_history_get_weeks (history, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (weeks[0].first_day, ==, 20261116);
  g_assert_cmpint (weeks[0].n_days, ==, 1);
  g_assert_cmpint (weeks[0].n_entered, ==, 0);
  assert_nothing (history);
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
  episode = save_spasm (fixture, 20261110, 20261112, 5);
  save_relief (fixture, 20261112, "heat", "a-lot");
  history = load (fixture, 20251001, 20261109);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 20261110);
  days = unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 405);
  for (guint i = 0; i < n; i++)
    assert_gap (history, days[i].day);
  assert_nothing (history);
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
  save_event (fixture, 20150101, "operation", "Years before the diary");
  save_day (fixture, 20260714, FALSE, NULL);
  episode = save_spasm (fixture, 20261110, 20261112, 5);
  until_today = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (until_today)->first_day, ==, 20260714);
  g_assert_cmpint (unknot_history_get_period (until_today)->last_day, ==, 20261121);
  since_august = load (fixture, 20260801, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (since_august)->first_day, ==, 20260801);
  g_assert_cmpint (unknot_history_get_period (since_august)->last_day, ==, 20261121);
  g_assert_cmpint (unknot_history_get_beginning (since_august), ==, 20260714);

  /* The clock was set back. */
  save_dose (fixture, 20261203, "x", NULL, NULL);
  until_later = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_period (until_later)->last_day, ==, 20261203);
  later = load (fixture, 20270101, UNKNOT_HISTORY_ALL);
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
  save_day (fixture, 10660101, TRUE, NULL);
  save_day (fixture, 20261120, TRUE, NULL);
  history = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_beginning (history), ==, 10660101);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 19261122);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, UNKNOT_HISTORY_MAX_DAYS);
  assert_gap (history, 19261122);
  g_assert_true (get_day (history, 20261120)->is_painless);
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
  before = save_spasm (fixture, 20261117, 20261117, 9);
  bad = save_spasm (fixture, 20261118, 20261118, 7);
  after = save_spasm (fixture, 20261119, 20261119, 10);
  add_reading (mild, 20261118, 21, 1);
  end (mild, 20261118, 22);
  unknot_test_diary_save (fixture->diary, mild);
  save_day (fixture, 20261118, FALSE, "broken");

  history = load (fixture, 20261118, 20261118);
  unknot_history_get_days (history, &n);
  g_assert_cmpuint (n, ==, 1);
  assert_pains (history, 20261118, 3, 1, 7, 10 / 3.0);
  g_assert_true (get_day (history, 20261118)->is_entered);
  g_assert_true (get_day (history, 20261118)->has_spasm);
  g_assert_cmpint (get_day (history, 20261118)->n_spasms, ==, 2);
  g_assert_cmpstr (get_day (history, 20261118)->sleep, ==, "broken");
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
  add_reading (episode, 20261109, 12, 6);
  add_reading (episode, 20261111, 9, 4);
  add_reading (episode, 20261111, 21, 0);
  end (episode, 20261112, 7);
  unknot_test_diary_save (fixture->diary, episode);
  save_day (fixture, 20261110, TRUE, NULL);
  save_day (fixture, 20261113, TRUE, "good");
  save_day (fixture, 20261114, FALSE, "hardly");
  save_relief (fixture, 20261116, "heat", NULL);
  save_dose (fixture, 20261117, "x", NULL, NULL);
  save_check (fixture, 20261118, "doctor");
  save_event (fixture, 20261119, "scan", "");
  peg = save_peg (fixture, 20261120, 8, 4);

  history = load (fixture, 20261108, 20261121);
  assert_gap (history, 20261108);
  assert_pains (history, 20261109, 2, 6, 6, 6);
  /* In the middle of the spasm, whatever was said of the day. */
  assert_pains (history, 20261110, 0, -1, -1, -1);
  g_assert_true (get_day (history, 20261110)->is_entered);
  g_assert_true (get_day (history, 20261110)->has_spasm);
  g_assert_false (get_day (history, 20261110)->is_painless);
  g_assert_cmpint (get_day (history, 20261110)->n_spasms, ==, 0);
  assert_pains (history, 20261111, 2, 0, 4, 2);
  assert_pains (history, 20261112, 0, -1, -1, -1);
  g_assert_true (get_day (history, 20261112)->has_spasm);
  assert_pains (history, 20261113, 1, 0, 0, 0);
  g_assert_true (get_day (history, 20261113)->is_painless);
  g_assert_cmpstr (get_day (history, 20261113)->sleep, ==, "good");
  assert_pains (history, 20261114, 0, -1, -1, -1);
  g_assert_cmpstr (get_day (history, 20261114)->sleep, ==, "hardly");
  assert_gap (history, 20261115);
  for (int day = 20261116; day <= 20261120; day++)
    {
      assert_pains (history, day, 0, -1, -1, -1);
      g_assert_true (get_day (history, day)->is_entered);
      g_assert_false (get_day (history, day)->is_painless);
      g_assert_false (get_day (history, day)->has_spasm);
    }
  assert_gap (history, 20261121);
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
  end (episode, 20261109, 20);
  add_reading (episode, 20261110, 9, 3);
  add_reading (episode, 20261111, 9, 0);
  unknot_test_diary_save (fixture->diary, episode);
  save_day (fixture, 20261110, TRUE, NULL);
  save_day (fixture, 20261111, TRUE, NULL);

  history = load (fixture, 20261109, 20261111);
  g_assert_false (get_day (history, 20261110)->is_painless);
  assert_pains (history, 20261110, 1, 3, 3, 3);
  g_assert_true (get_day (history, 20261111)->is_painless);
  assert_pains (history, 20261111, 2, 0, 0, 0);
}

static void
assert_spasms (UnknotHistory *history,
               const char    *expected)
{
  g_autoptr (GString) found = g_string_new (NULL);
  const UnknotHistoryDay *days;
  guint n;

  days = unknot_history_get_days (history, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (days[i].is_entered || !days[i].has_spasm);
      g_string_append_c (found, days[i].has_spasm ? '#' : '.');
    }
  g_assert_cmpstr (found->str, ==, expected);
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
        save_spasm (fixture, spasms[i].first_day, spasms[i].last_day, 5);
      g_autoptr (UnknotHistory) history = load (fixture, 20261101, 20261114);

      assert_spasms (history, spasms[i].expected);
    }
}

/* Nobody knows whether it goes on longer than the diary tells. */
static void
test_history_unended_spans (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261030, 8, 6);
  g_autoptr (UnknotDose) dose = make_dose (20261106, "x", NULL, NULL);
  g_autoptr (UnknotHistory) without = NULL;
  g_autoptr (UnknotHistory) with_reading = NULL;
  g_autoptr (UnknotHistory) with_dose = NULL;
  g_autoptr (UnknotHistory) with_none = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  without = load (fixture, 20261101, 20261107);
  assert_spasms (without, ".......");

  add_reading (episode, 20261103, 8, 3);
  unknot_test_diary_save (fixture->diary, episode);
  with_reading = load (fixture, 20261101, 20261107);
  assert_spasms (with_reading, "###....");
  assert_pains (with_reading, 20261103, 1, 3, 3, 3);

  g_assert_true (unknot_entry_set_episode (UNKNOT_ENTRY (dose),
                                           unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), NULL));
  unknot_test_diary_save (fixture->diary, dose);
  with_dose = load (fixture, 20261101, 20261107);
  assert_spasms (with_dose, "######.");
  unknot_test_diary_mark (fixture->diary, dose, TRUE);
  with_none = load (fixture, 20261101, 20261107);
  assert_spasms (with_none, "###....");
}

static void
assert_weeks (DiaryFixture            *fixture,
              GDateWeekday             first_weekday,
              const UnknotHistoryWeek *expected,
              guint                    n_expected)
{
  Answer answer = ask (fixture->diary, 20251230, 20260112, first_weekday, NULL);
  g_autoptr (UnknotHistory) history = answer.history;
  const UnknotHistoryWeek *weeks;
  guint n;

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
      g_autoptr (UnknotEpisode) episode = save_spasm (fixture, days[i], days[i], i + 1);
    }
  save_day (fixture, 20260111, TRUE, NULL);

  assert_weeks (fixture, G_DATE_MONDAY, from_monday, G_N_ELEMENTS (from_monday));
  assert_weeks (fixture, G_DATE_SUNDAY, from_sunday, G_N_ELEMENTS (from_sunday));
  assert_weeks (fixture, G_DATE_SATURDAY, from_saturday, G_N_ELEMENTS (from_saturday));
  assert_weeks (fixture, G_DATE_TUESDAY, from_tuesday, G_N_ELEMENTS (from_tuesday));
}

static UnknotEpisode *
save_triggered (DiaryFixture *fixture,
                int           day,
                const char   *one,
                const char   *other)
{
  const char *codes[] = { one, other, NULL };
  const char *stops[] = { "lifting", NULL };
  UnknotEpisode *episode = unknot_test_diary_make_episode (day, 8, 5);

  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, codes, NULL));
  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_STOPS, stops, NULL));
  unknot_test_diary_save (fixture->diary, episode);

  return episode;
}

static void
test_history_triggers (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  static const struct
  {
    int day;
    const char *one;
    const char *other;
  } spasms[] = {
    { 20261031, "sport", NULL }, { 20261101, "lifting", "twisting" },
    { 20261102, "twisting", NULL }, { 20261103, "none", NULL }, { 20261104, NULL, NULL },
    { 20261104, NULL, NULL },
    { 20261130, "twisting", "lifting" }, { 20261130, "posture", NULL }, { 20261201, "sport", NULL },
  };
  static const UnknotHistoryTrigger expected[] = {
    { "twisting", 3 }, { "lifting", 2 }, { "none", 1 }, { "posture", 1 },
  };
  g_autoptr (UnknotHistory) history = NULL;
  g_autoptr (UnknotEpisode) deleted = NULL;
  const UnknotHistoryTrigger *triggers;
  guint n;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        save_triggered (fixture, spasms[i].day, spasms[i].one, spasms[i].other);
    }
  deleted = save_triggered (fixture, 20261110, "sport", NULL);
  unknot_test_diary_mark (fixture->diary, deleted, TRUE);

  history = load (fixture, 20261101, 20261130);
  triggers = unknot_history_get_triggers (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (triggers[i].code, ==, expected[i].code);
      g_assert_cmpint (triggers[i].n_spasms, ==, expected[i].n_spasms);
    }
  g_assert_cmpint (unknot_history_get_n_untriggered (history), ==, 2);
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 7);
}

static void
assert_reliefs (UnknotHistory             *history,
                const UnknotHistoryRelief *expected,
                guint                      n_expected)
{
  const UnknotHistoryRelief *reliefs;
  guint n;

  reliefs = unknot_history_get_reliefs (history, &n);
  g_assert_cmpuint (n, ==, n_expected);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (reliefs[i].measure, ==, expected[i].measure);
      g_assert_cmpstr (reliefs[i].ingredient, ==, expected[i].ingredient);
      g_assert_cmpstr (reliefs[i].name, ==, expected[i].name);
      g_assert_cmpint (reliefs[i].n, ==, expected[i].n);
      for (guint j = 0; j < UNKNOT_HISTORY_N_EFFECTS; j++)
        g_assert_cmpint (reliefs[i].n_effects[j], ==, expected[i].n_effects[j]);
    }
}

static void
test_history_reliefs (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const UnknotHistoryRelief expected[] = {
    { .measure = "heat", .n = 5, .n_effects = { 1, 1, 0, 2 } },
    { .name = (char *) "Tolperison", .n = 4, .n_effects = { 0, 1, 1, 0 } },
    { .ingredient = "ibuprofen", .n = 3, .n_effects = { 0, 0, 2, 1 } },
    { .name = (char *) "Salve", .n = 1, .n_effects = { 0, 0, 0, 0 } },
    { .measure = "cold", .n = 1, .n_effects = { 0, 0, 1, 0 } },
  };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261101, 8, 5);
  g_autoptr (UnknotRelief) with_it = make_relief (20261103, "heat", "a-lot");
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  unknot_episode_add (episode, UNKNOT_ENTRY (with_it));
  unknot_test_diary_save (fixture->diary, episode);
  save_relief (fixture, 20261101, "heat", "worse");
  save_relief (fixture, 20261110, "heat", "none");
  save_relief (fixture, 20261111, "heat", "a-lot");
  save_relief (fixture, 20261130, "heat", NULL);
  save_relief (fixture, 20261130, "cold", "a-little");
  save_relief (fixture, 20261031, "cold", "a-lot");
  save_relief (fixture, 20261201, "rest", "a-lot");
  save_dose (fixture, 20261101, "Brand One", "ibuprofen", "a-lot");
  save_dose (fixture, 20261102, "Brand Two", "ibuprofen", "a-little");
  save_dose (fixture, 20261103, "", "ibuprofen", "a-little");
  save_dose (fixture, 20261104, "tolperison", "other", "none");
  save_dose (fixture, 20261105, "TOLPERISON", "other-pain-medicine", NULL);
  save_dose (fixture, 20261107, "Tolperison", NULL, NULL);
  save_dose (fixture, 20261106, "tolPerison", NULL, "a-little");
  save_dose (fixture, 20261107, "Salve", NULL, NULL);

  history = load (fixture, 20261101, 20261130);
  assert_reliefs (history, expected, G_N_ELEMENTS (expected));
}

/* What belongs to a deleted spasm is deleted with it. */
static void
test_history_of_deleted (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  static const UnknotHistoryRelief with_both[] = {
    { .ingredient = "ibuprofen", .n = 1, .n_effects = { 0, 0, 0, 1 } },
    { .measure = "cold", .n = 1, .n_effects = { 0, 0, 1, 0 } },
  };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261101, 8, 5);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 5, NULL, NULL);
  g_autoptr (UnknotRelief) relief = make_relief (20261103, "cold", "a-little");
  g_autoptr (UnknotDose) dose = make_dose (20261102, "x", "ibuprofen", "a-lot");
  g_autoptr (UnknotHistory) before = NULL;
  g_autoptr (UnknotHistory) after = NULL;
  const UnknotHistoryDay *days;
  guint n;

  unknot_test_diary_open (fixture);
  add_reading (episode, 20261101, 10, 7);
  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));
  end (episode, 20261104, 8);
  unknot_test_diary_save (fixture->diary, episode);
  before = load (fixture, 20261101, 20261105);
  assert_reliefs (before, with_both, G_N_ELEMENTS (with_both));
  assert_spasms (before, "####.");

  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  after = load (fixture, 20261101, 20261105);
  days = unknot_history_get_days (after, &n);
  for (guint i = 0; i < n; i++)
    assert_gap (after, days[i].day);
  assert_nothing (after);
  g_assert_cmpint (unknot_history_get_beginning (after), ==, 0);
}

/* By the clock on the wall, whatever its zone. */
static void
test_history_hours (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  static const struct
  {
    const char *zone;
    int day;
    int hour;
    int minute;
    const char *precision;
  } spasms[] = {
    { "UTC", 20261101, 0, 0, "exact" },
    { "America/New_York", 20261102, 23, 59, "about" },
    { "Asia/Kolkata", 20261103, 4, 30, "exact" },
    { "Asia/Kolkata", 20261103, 4, 29, "exact" },
    { "Pacific/Auckland", 20261104, 4, 0, "exact" },
    { "UTC", 20261105, 12, 0, "day" },
    { "UTC", 20261106, 12, 0, "day" },
    { "UTC", 19691231, 22, 30, "exact" }, /* before there was a number for it */
    { "America/New_York", 19691231, 17, 0, "exact" },
  };
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    save_spasm_in (fixture, spasms[i].zone, spasms[i].day, spasms[i].hour, spasms[i].minute,
                   spasms[i].precision);

  history = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  for (guint i = 0; i < 24; i++)
    {
      int n = i == 4 ? 3 : i == 0 || i == 17 || i == 22 || i == 23;

      g_assert_cmpint (unknot_history_get_hours (history)[i], ==, n);
    }
  g_assert_cmpint (unknot_history_get_n_hourless (history), ==, 2);
  g_assert_cmpint (unknot_history_get_n_spasms (history), ==, 9);
}

static void
test_history_weekdays (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  /* From a Saturday on. */
  static const int days[] = {
    20261031, 20261101, 20261102, 20261102, 20261108, 20261109, 20261111,
  };
  static const int expected[] = { 3, 0, 1, 0, 0, 0, 2 };
  g_autoptr (UnknotHistory) history = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotEpisode) episode = save_spasm (fixture, days[i], days[i], 5);
    }
  history = load (fixture, 20261101, 20261130);
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (unknot_history_get_weekdays (history)[i], ==, expected[i]);
}

static void
test_history_places (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  static const struct
  {
    int day;
    int worst;
    const char *area;
    const char *side;
    int pain;
    const char *other_area;
    const char *other_side;
    int other_pain;
  } spasms[] = {
    { 20261031, 9, "lower", "left", 9, NULL, NULL, -1 },
    { 20261101, 8, "lower", "left", 3, "thigh-back", "left", 8 },
    { 20261102, 6, "lower", "left", -1, "lower", "left", 2 }, /* twice the same */
    { 20261103, 2, "lower", "right", 2, "neck", NULL, 1 },
    { 20261104, 7, "neck", NULL, 0, "neck", "midline", -1 },
  };
  static const UnknotHistoryPlace expected[] = {
    { "lower", "left", 2, 6 }, { "neck", NULL, 2, 1 }, { "lower", "right", 1, 2 },
    { "neck", "midline", 1, 7 }, { "thigh-back", "left", 1, 8 },
  };
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryPlace *places;
  guint n;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (spasms); i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (spasms[i].day, 8, spasms[i].worst);
      g_autoptr (UnknotPlace) place =
        unknot_place_new (spasms[i].area, spasms[i].side, spasms[i].pain, NULL, NULL);

      g_list_store_append (unknot_episode_get_places (episode), place);
      if (spasms[i].other_area != NULL)
        {
          g_autoptr (UnknotPlace) other =
            unknot_place_new (spasms[i].other_area, spasms[i].other_side, spasms[i].other_pain,
                              "ache", NULL);

          g_list_store_append (unknot_episode_get_places (episode), other);
        }
      unknot_test_diary_save (fixture->diary, episode);
    }

  history = load (fixture, 20261101, 20261130);
  places = unknot_history_get_places (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpstr (places[i].area, ==, expected[i].area);
      g_assert_cmpstr (places[i].side, ==, expected[i].side);
      g_assert_cmpint (places[i].n_spasms, ==, expected[i].n_spasms);
      g_assert_cmpint (places[i].worst, ==, expected[i].worst);
    }
}

static void
test_history_markers (DiaryFixture  *fixture,
                      gconstpointer  data)
{
  static const UnknotHistoryMarker expected[] = {
    { 20261102, UNKNOT_HISTORY_MARKER_EVENT, "physio", (char *) "Six times" },
    { 20261103, UNKNOT_HISTORY_MARKER_EVENT, "scan", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_CHECK, "emergency", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_MEASURE, "cold", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_MEDICINE, NULL, (char *) "Salve" },
    { 20261103, UNKNOT_HISTORY_MARKER_MEDICINE, "ibuprofen", NULL },
    { 20261104, UNKNOT_HISTORY_MARKER_CHECK, NULL, NULL },
    { 20261104, UNKNOT_HISTORY_MARKER_CHECK, "self-care", NULL },
  };
  g_autoptr (UnknotHistory) history = NULL;
  const UnknotHistoryMarker *markers;
  guint n;

  unknot_test_diary_open (fixture);
  save_event (fixture, 20261031, "physio", "Before");
  save_event (fixture, 20261103, "scan", "");
  save_event (fixture, 20261102, "physio", "Six times");
  save_event (fixture, 20261201, "physio", "After");
  save_check (fixture, 20261031, "doctor");
  save_check (fixture, 20261103, "emergency");
  save_check (fixture, 20261104, NULL);
  save_check (fixture, 20261104, "self-care");
  save_check (fixture, 20261201, "doctor");
  save_relief (fixture, 20261020, "heat", NULL); /* not for the first time in November */
  save_relief (fixture, 20261103, "heat", NULL);
  save_relief (fixture, 20261105, "cold", NULL);
  save_relief (fixture, 20261103, "cold", NULL);
  save_dose (fixture, 20261020, "Old", NULL, NULL);
  save_dose (fixture, 20261103, "OLD", NULL, NULL);
  save_dose (fixture, 20261104, "salve", NULL, NULL);
  save_dose (fixture, 20261103, "Salve", NULL, NULL);
  save_dose (fixture, 20261103, "Brand", "ibuprofen", NULL);
  save_dose (fixture, 20261104, "Another", "ibuprofen", NULL);

  history = load (fixture, 20261101, 20261130);
  markers = unknot_history_get_markers (history, &n);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpint (markers[i].day, ==, expected[i].day);
      g_assert_cmpint (markers[i].kind, ==, expected[i].kind);
      g_assert_cmpstr (markers[i].code, ==, expected[i].code);
      g_assert_cmpstr (markers[i].title, ==, expected[i].title);
    }
}

static void
test_history_pegs (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotPeg) first = NULL;
  g_autoptr (UnknotPeg) evening = NULL;
  g_autoptr (UnknotPeg) morning = NULL;
  g_autoptr (UnknotPeg) deleted = NULL;
  g_autoptr (UnknotPeg) after = NULL;
  g_autoptr (UnknotHistory) without = NULL;
  g_autoptr (UnknotHistory) history = NULL;
  GPtrArray *pegs;

  unknot_test_diary_open (fixture);
  deleted = save_peg (fixture, 20261001, 8, 9);
  unknot_test_diary_mark (fixture->diary, deleted, TRUE);
  without = load (fixture, 20261001, 20261121);
  g_assert_null (unknot_history_get_first_peg (without));
  g_assert_cmpuint (unknot_history_get_pegs (without)->len, ==, 0);

  after = save_peg (fixture, 20261111, 8, 1);
  evening = save_peg (fixture, 20261110, 20, 2);
  morning = save_peg (fixture, 20261110, 8, 3);
  first = save_peg (fixture, 20261031, 8, 10);
  history = load (fixture, 20261101, 20261110);
  pegs = unknot_history_get_pegs (history);
  g_assert_cmpuint (pegs->len, ==, 2);
  g_assert_cmpint (unknot_peg_get_pain (g_ptr_array_index (pegs, 0)), ==, 3);
  g_assert_cmpint (unknot_peg_get_pain (g_ptr_array_index (pegs, 1)), ==, 2);
  g_assert_cmpint (unknot_peg_get_pain (unknot_history_get_first_peg (history)), ==, 10);
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
  save_spasm_in (fixture, "America/New_York", 20261117, 23, 0, "exact");
  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (UnknotHistory) history = NULL;

      unknot_test_diary_set_time (fixture, zones[i], 20261118, 9, 0);
      history = load (fixture, 20261116, 20261119);
      assert_gap (history, 20261116);
      g_assert_cmpint (get_day (history, 20261117)->n_spasms, ==, 1);
      assert_gap (history, 20261118);
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
  save_spasm_in (fixture, "Pacific/Auckland", 20261122, 1, 0, "exact");
  history = load (fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
  g_assert_cmpint (unknot_history_get_today (history), ==, 20261121);
  g_assert_cmpint (unknot_history_get_period (history)->first_day, ==, 20261122);
  g_assert_cmpint (get_day (history, 20261122)->n_spasms, ==, 1);
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
  save_spasm_in (fixture, "Europe/Berlin", 20260329, 3, 0, "exact");
  save_spasm_in (fixture, "Europe/Berlin", 20260329, 23, 30, "exact");
  save_spasm_in (fixture, "Europe/Berlin", 20260330, 0, 30, "exact");

  spring = load (fixture, 20260328, 20260330);
  unknot_history_get_days (spring, &n);
  g_assert_cmpuint (n, ==, 3);
  assert_gap (spring, 20260328);
  g_assert_cmpint (get_day (spring, 20260329)->n_spasms, ==, 2);
  g_assert_cmpint (get_day (spring, 20260330)->n_spasms, ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[3], ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[23], ==, 1);
  g_assert_cmpint (unknot_history_get_hours (spring)[0], ==, 1);

  autumn = load (fixture, 20261024, 20261026);
  unknot_history_get_days (autumn, &n);
  g_assert_cmpuint (n, ==, 3);
  assert_gap (autumn, 20261024);
  g_assert_cmpint (get_day (autumn, 20261025)->n_spasms, ==, 2);
  assert_gap (autumn, 20261026);
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

  history = load (fixture, UNKNOT_HISTORY_ALL, 20261121);
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
test_history_of_damage (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  Answer answer;

  unknot_test_diary_open (fixture);
  episode = save_spasm (fixture, 20261110, 20261112, 5);
  unknot_test_diary_query (fixture->path, "INSERT INTO episode_code VALUES (1, 'trigger', 'moon')");
  answer = ask (fixture->diary, 20261101, 20261121, G_DATE_MONDAY, NULL);
  g_assert_error (answer.error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  g_error_free (answer.error);
}

static void
test_history_cancelled (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  unknot_test_diary_open (fixture);
  g_cancellable_cancel (cancellable);
  answer = ask (fixture->diary, 20261101, 20261121, G_DATE_MONDAY, cancellable);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (answer.error);
}

static void
test_history_when_closed (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  Answer answer = ask (fixture->diary, 20261101, 20261121, G_DATE_MONDAY, NULL);

  g_assert_error (answer.error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
  g_error_free (answer.error);
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

      add_reading (episode, unknot_period_shift_day (first, g_test_rand_int_range (0, 6)),
                   g_test_rand_int_range (0, 24), pain);
    }
  if (g_test_rand_bit ())
    end (episode, unknot_period_shift_day (first, g_test_rand_int_range (1, 9)), 3);
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

      history = load (fixture, first, last);
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
  add ("/history/triggers", test_history_triggers);
  add ("/history/reliefs", test_history_reliefs);
  add ("/history/of-deleted", test_history_of_deleted);
  add ("/history/hours", test_history_hours);
  add ("/history/weekdays", test_history_weekdays);
  add ("/history/places", test_history_places);
  add ("/history/markers", test_history_markers);
  add ("/history/pegs", test_history_pegs);
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
