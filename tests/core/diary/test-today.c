/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"
#include "unknot-today.h"

typedef struct
{
  DiaryFixture diary;
  UnknotToday *today;
  guint n_changes;
} Fixture;

static void
count_change_cb (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->diary, NULL);
  fixture->today = unknot_today_new (fixture->diary.diary, G_DATE_MONDAY);
  g_signal_connect_swapped (fixture->today, "changed", G_CALLBACK (count_change_cb), fixture);
  unknot_test_diary_open (&fixture->diary);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->today);
  unknot_test_diary_tear_down (&fixture->diary, NULL);
}

/* Until nothing is asked any more: the trends are of what is in the diary now. */
static void
settle (Fixture *fixture)
{
  g_autoptr (UnknotTrends) before = NULL;

  g_set_object (&before, unknot_today_get_trends (fixture->today));
  while (unknot_today_get_trends (fixture->today) == before)
    g_main_context_iteration (NULL, TRUE);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
save (Fixture  *fixture,
      gpointer  entry)
{
  unknot_test_diary_save (fixture->diary.diary, entry);
  settle (fixture);
}

static void
set_time (Fixture *fixture,
          int      day,
          int      hour,
          int      minute)
{
  unknot_test_diary_set_time (&fixture->diary, "UTC", day, hour, minute);
  unknot_today_update (fixture->today);
}

static void
test_today_of_nothing (Fixture       *fixture,
                       gconstpointer  data)
{
  settle (fixture);
  g_assert_null (unknot_today_get_ongoing (fixture->today));
  g_assert_null (unknot_today_get_day (fixture->today));
  g_assert_null (unknot_today_get_check (fixture->today));
  g_assert_cmpint (unknot_today_get_elapsed (fixture->today), ==, 0);
  g_assert_true (unknot_today_is_still_going (fixture->today));
  g_assert_false (unknot_today_asks_again (fixture->today));
  g_assert_cmpint (unknot_trends_get_days_without (unknot_today_get_trends (fixture->today)), ==,
                   UNKNOT_TRENDS_UNKNOWN);
}

static void
test_today_ongoing (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 12, 6);
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", 20261121, 14, 0);

  save (fixture, episode);
  g_assert_nonnull (unknot_today_get_ongoing (fixture->today));
  g_assert_cmpint (unknot_today_get_elapsed (fixture->today), ==, 125 * 60 * 1000);

  /* A clock that was set back makes no time negative. */
  set_time (fixture, 20261121, 11, 0);
  g_assert_cmpint (unknot_today_get_elapsed (fixture->today), ==, 0);
  set_time (fixture, 20261121, 14, 5);

  unknot_episode_set_end (episode, end, NULL);
  save (fixture, episode);
  g_assert_null (unknot_today_get_ongoing (fixture->today));
  g_assert_cmpint (unknot_trends_get_days_without (unknot_today_get_trends (fixture->today)), ==, 0);
}

/* S1-05: once, some hours after it began, where it began suddenly; an answer ends it. */
static void
test_today_asks_again (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotMoment) early = unknot_test_diary_make_moment ("UTC", 20261121, 10, 59);
  g_autoptr (UnknotMoment) late = unknot_test_diary_make_moment ("UTC", 20261121, 11, 0);
  g_autoptr (UnknotReading) before = unknot_reading_new (early, 6, NULL);
  g_autoptr (UnknotReading) after = unknot_reading_new (late, 6, NULL);

  save (fixture, episode);
  g_assert_false (unknot_today_asks_again (fixture->today));

  unknot_episode_set_onset (episode, "sudden", NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (before));
  save (fixture, episode);
  set_time (fixture, 20261121, 10, 59);
  g_assert_false (unknot_today_asks_again (fixture->today));
  set_time (fixture, 20261121, 11, 0);
  g_assert_true (unknot_today_asks_again (fixture->today));
  set_time (fixture, 20261122, 7, 59);
  settle (fixture);
  g_assert_true (unknot_today_asks_again (fixture->today));
  set_time (fixture, 20261122, 8, 0);
  g_assert_false (unknot_today_asks_again (fixture->today));

  set_time (fixture, 20261121, 14, 5);
  settle (fixture);
  unknot_episode_add (episode, UNKNOT_ENTRY (after));
  save (fixture, episode);
  g_assert_false (unknot_today_asks_again (fixture->today));
}

/* After three silent days it is asked first. */
static void
test_today_still_going (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261118, 8, 6);

  save (fixture, episode);
  g_assert_false (unknot_today_is_still_going (fixture->today));

  set_time (fixture, 20261120, 8, 0);
  settle (fixture);
  g_assert_true (unknot_today_is_still_going (fixture->today));
}

/* A new day is none of the old one's. */
static void
test_today_next_day (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (UnknotMoment) now = unknot_test_diary_make_moment ("UTC", 20261121, 14, 5);
  g_autoptr (UnknotDay) day = unknot_day_new (now);

  unknot_day_set_painless (day, TRUE);
  save (fixture, day);
  g_assert_nonnull (unknot_today_get_day (fixture->today));

  set_time (fixture, 20261121, 23, 59);
  g_assert_nonnull (unknot_today_get_day (fixture->today));
  set_time (fixture, 20261122, 0, 0);
  settle (fixture);
  g_assert_null (unknot_today_get_day (fixture->today));
}

static void
test_today_last_check (Fixture       *fixture,
                       gconstpointer  data)
{
  static const int days[] = { 20261120, 20261121, 20261119 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", days[i], 9, 0);
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotCheck) check = unknot_check_new (
        moment, "{}",
        "{\"protocol\": \"back-spasm\", \"version\": \"1.0\", \"level\": \"doctor\", "
        "\"complete\": true, \"rules\": [], \"not-sure\": [], \"missing\": []}", &error);

      g_assert_no_error (error);
      save (fixture, check);
    }

  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (
                     UNKNOT_ENTRY (unknot_today_get_check (fixture->today)))), ==, 20261121);
}

static void
test_today_last_peg (Fixture       *fixture,
                     gconstpointer  data)
{
  static const int days[] = { 20261114, 20261121, 20261107 };

  g_assert_null (unknot_today_get_peg (fixture->today));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", days[i], 9, 0);
      g_autoptr (UnknotPeg) peg = unknot_peg_new (moment, 3, 4, 5, NULL);

      save (fixture, peg);
    }

  g_assert_cmpint (unknot_moment_get_day (unknot_entry_get_moment (
                     UNKNOT_ENTRY (unknot_today_get_peg (fixture->today)))), ==, 20261121);
}

static UnknotVisit *
save_visit (Fixture *fixture,
            int      day,
            int      hour)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  UnknotVisit *visit = unknot_visit_new (moment);

  save (fixture, visit);

  return visit;
}

/* @visit: (nullable) */
static void
assert_visit (Fixture     *fixture,
              UnknotVisit *visit)
{
  UnknotVisit *found = unknot_today_get_visit (fixture->today);

  g_assert_true ((found == NULL) == (visit == NULL));
  if (visit != NULL)
    g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (found)), ==,
                     unknot_entry_get_uuid (UNKNOT_ENTRY (visit)));
}

/* From the day before on, and for a week after; not once it is told what came of it. */
static void
test_today_visit (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotVisit) visit = NULL;

  settle (fixture);
  assert_visit (fixture, NULL);
  visit = save_visit (fixture, 20261123, 10);
  assert_visit (fixture, NULL);
  set_time (fixture, 20261122, 0, 0);
  assert_visit (fixture, visit);
  set_time (fixture, 20261123, 10, 0);
  assert_visit (fixture, visit);
  set_time (fixture, 20261130, 23, 59);
  assert_visit (fixture, visit);
  set_time (fixture, 20261201, 0, 0);
  settle (fixture);
  assert_visit (fixture, NULL);

  set_time (fixture, 20261123, 11, 0);
  settle (fixture);
  assert_visit (fixture, visit);
  unknot_visit_set_outcome (visit, "No scan.", NULL);
  save (fixture, visit);
  assert_visit (fixture, NULL);
}

/* One that was to come has come, though nothing was changed, and the day is the same; a clock that
 * is set back makes it come again. */
static void
test_today_visit_comes (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotVisit) first = save_visit (fixture, 20261121, 15);
  g_autoptr (UnknotVisit) second = save_visit (fixture, 20261121, 17);

  assert_visit (fixture, first);
  fixture->n_changes = 0;
  set_time (fixture, 20261121, 14, 59);
  g_assert_cmpuint (fixture->n_changes, ==, 0);
  set_time (fixture, 20261121, 15, 0);
  g_assert_cmpuint (fixture->n_changes, >, 0);
  assert_visit (fixture, second);
  settle (fixture);
  set_time (fixture, 20261121, 14, 59);
  assert_visit (fixture, first);
  settle (fixture);
}

/* However many changes come at once, what is told in the end is of the last. */
static void
test_today_many_changes (Fixture       *fixture,
                         gconstpointer  data)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, i % 14, 6);

      unknot_episode_end_now (episode, unknot_episode_get_start (episode));
      unknot_test_diary_save (fixture->diary.diary, episode);
    }
  while (unknot_today_get_trends (fixture->today) == NULL ||
         unknot_trends_get_n_recent (unknot_today_get_trends (fixture->today)) < 20)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (unknot_trends_get_n_recent (unknot_today_get_trends (fixture->today)), ==, 20);
  g_assert_cmpuint (fixture->n_changes, >, 0);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/today/of-nothing", test_today_of_nothing);
  ADD ("/today/ongoing", test_today_ongoing);
  ADD ("/today/asks-again", test_today_asks_again);
  ADD ("/today/still-going", test_today_still_going);
  ADD ("/today/next-day", test_today_next_day);
  ADD ("/today/last-check", test_today_last_check);
  ADD ("/today/last-peg", test_today_last_peg);
  ADD ("/today/visit", test_today_visit);
  ADD ("/today/visit-comes", test_today_visit_comes);
  ADD ("/today/many-changes", test_today_many_changes);

  return g_test_run ();
}
