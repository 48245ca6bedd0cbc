/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-history.h"

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

/* NULL with @error set where it fails. */
UnknotHistory *
unknot_test_history_try_load (UnknotDiary   *diary,
                              int            first_day,
                              int            last_day,
                              GDateWeekday   first_weekday,
                              GCancellable  *cancellable,
                              GError       **error)
{
  const UnknotPeriod period = { first_day, last_day };
  Answer answer = { 0 };

  unknot_history_load_async (diary, &period, first_weekday, cancellable, loaded_cb, &answer);
  while (answer.history == NULL && answer.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.history;
}

/* In weeks from Monday on. */
UnknotHistory *
unknot_test_history_load (DiaryFixture *fixture,
                          int           first_day,
                          int           last_day)
{
  g_autoptr (GError) error = NULL;
  UnknotHistory *history = unknot_test_history_try_load (fixture->diary, first_day, last_day,
                                                         G_DATE_MONDAY, NULL, &error);

  g_assert_no_error (error);

  return history;
}

const UnknotHistoryDay *
unknot_test_history_get_day (UnknotHistory *history,
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

void
unknot_test_history_assert_pains (UnknotHistory *history,
                                  int            day,
                                  int            n_pains,
                                  int            lowest,
                                  int            worst,
                                  double         mean)
{
  const UnknotHistoryDay *found = unknot_test_history_get_day (history, day);

  g_assert_cmpint (found->n_pains, ==, n_pains);
  g_assert_cmpint (found->lowest, ==, lowest);
  g_assert_cmpint (found->worst, ==, worst);
  g_assert_cmpfloat_with_epsilon (found->mean, mean, 1e-9);
}

/* Nothing is known of it. */
void
unknot_test_history_assert_gap (UnknotHistory *history,
                                int            day)
{
  const UnknotHistoryDay *found = unknot_test_history_get_day (history, day);

  g_assert_false (found->is_entered);
  g_assert_false (found->is_painless);
  g_assert_false (found->has_spasm);
  g_assert_cmpint (found->n_spasms, ==, 0);
  g_assert_null (found->sleep);
  unknot_test_history_assert_pains (history, day, 0, UNKNOT_HISTORY_UNKNOWN, UNKNOT_HISTORY_UNKNOWN,
                                    UNKNOT_HISTORY_UNKNOWN);
}

void
unknot_test_history_assert_nothing (UnknotHistory *history)
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

void
unknot_test_history_end (UnknotEpisode *episode,
                         int            day,
                         int            hour)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  g_autoptr (GError) error = NULL;

  unknot_episode_set_end (episode, moment, &error);
  g_assert_no_error (error);
}

void
unknot_test_history_add_reading (UnknotEpisode *episode,
                                 int            day,
                                 int            hour,
                                 int            pain)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, pain, NULL);

  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
}

UnknotEpisode *
unknot_test_history_save_spasm (DiaryFixture *fixture,
                                int           start_day,
                                int           end_day,
                                int           worst)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (start_day, 8, worst);

  if (end_day != 0)
    unknot_test_history_end (episode, end_day, 9);
  unknot_test_diary_save (fixture->diary, episode);

  return episode;
}

void
unknot_test_history_save_spasm_in (DiaryFixture *fixture,
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

void
unknot_test_history_save_day (DiaryFixture *fixture,
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

UnknotRelief *
unknot_test_history_make_relief (int         day,
                                 const char *measure,
                                 const char *effect)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  UnknotRelief *relief = unknot_relief_new (moment, measure, NULL);

  g_assert_true (unknot_relief_set_effect (relief, effect, NULL));

  return relief;
}

void
unknot_test_history_save_relief (DiaryFixture *fixture,
                                 int           day,
                                 const char   *measure,
                                 const char   *effect)
{
  g_autoptr (UnknotRelief) relief = unknot_test_history_make_relief (day, measure, effect);

  unknot_test_diary_save (fixture->diary, relief);
}

UnknotDose *
unknot_test_history_make_dose (int         day,
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

void
unknot_test_history_save_dose (DiaryFixture *fixture,
                               int           day,
                               const char   *name,
                               const char   *ingredient,
                               const char   *effect)
{
  g_autoptr (UnknotDose) dose = unknot_test_history_make_dose (day, name, ingredient, effect);

  unknot_test_diary_save (fixture->diary, dose);
}

void
unknot_test_history_save_event (DiaryFixture *fixture,
                                int           day,
                                const char   *kind,
                                const char   *title)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, 8, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, kind, NULL);

  g_assert_true (unknot_event_set_title (event, title, NULL));
  unknot_test_diary_save (fixture->diary, event);
}

UnknotPeg *
unknot_test_history_save_peg (DiaryFixture *fixture,
                              int           day,
                              int           hour,
                              int           pain)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  UnknotPeg *peg = unknot_peg_new (moment, pain, pain, pain, NULL);

  unknot_test_diary_save (fixture->diary, peg);

  return peg;
}

void
unknot_test_history_save_check (DiaryFixture *fixture,
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

void
unknot_test_history_assert_spasms (UnknotHistory *history,
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
