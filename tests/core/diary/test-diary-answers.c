/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-answers.h"
#include "unknot-test-diary.h"
#include "unknot-test-protocol.h"

/* All on 21 November 2026, 14:05 UTC, where nothing else is said. */

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  *(UnknotTrends **) user_data = unknot_trends_load_finish (UNKNOT_DIARY (source), result, &error);
  g_assert_no_error (error);
}

/* Returns: what is filled in, as “question=answer”, in the order of the protocol. */
static char *
fill_in (DiaryFixture *fixture)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);
  g_autoptr (UnknotAnswers) answers = NULL;
  g_autoptr (UnknotTrends) trends = NULL;
  g_autoptr (GStrvBuilder) found = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  unknot_trends_load_async (fixture->diary, G_DATE_MONDAY, loaded_cb, &trends);
  while (trends == NULL)
    g_main_context_iteration (NULL, TRUE);

  answers = unknot_diary_answers_new (trends, questionnaire);
  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      const char *id = unknot_question_get_id (question);
      g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);

      if (!unknot_answers_is_answered (answers, question))
        continue;
      g_strv_builder_take (found,
                           unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT
                             ? g_strdup_printf ("%s=%d", id,
                                                unknot_answers_get_count (answers, question))
                             : g_strdup_printf ("%s=%s", id, codes[0]));
    }
  strv = g_strv_builder_end (found);

  return g_strjoinv (" ", strv);
}

static void
assert_filled_in (DiaryFixture *fixture,
                  const char   *expected)
{
  g_autofree char *found = fill_in (fixture);

  g_assert_cmpstr (found, ==, expected);
}

static UnknotEpisode *
save_spasm (DiaryFixture *fixture,
            int           start_day,
            int           end_day)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (start_day, 8, 5);

  if (end_day != 0)
    {
      g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", end_day, 9, 0);

      g_assert_true (unknot_episode_set_end (episode, end, NULL));
    }
  unknot_test_diary_save (fixture->diary, episode);

  return episode;
}

static UnknotDose *
make_dose (const char *zone,
           int         day,
           int         hour,
           int         minute,
           double      amount,
           const char *unit,
           const char *ingredient)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment (zone, day, hour, minute);
  UnknotDose *dose = unknot_dose_new (moment, "x", amount, NULL);

  g_assert_true (unknot_dose_set_unit (dose, unit, NULL));
  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));
  /* Prescribed, so that there are no days on one that was bought. */
  g_assert_true (unknot_dose_set_supply (dose, "prescribed", NULL));

  return dose;
}

static void
save_dose (DiaryFixture *fixture,
           int           day,
           int           hour,
           int           minute,
           double        amount,
           const char   *unit,
           const char   *ingredient)
{
  g_autoptr (UnknotDose) dose = make_dose ("UTC", day, hour, minute, amount, unit, ingredient);

  unknot_test_diary_save (fixture->diary, dose);
}

/* That nothing was told is no answer. */
static void
test_answers_of_nothing (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (UnknotEpisode) old = NULL;

  unknot_test_diary_open (fixture);
  assert_filled_in (fixture, "");
  old = save_spasm (fixture, 20260101, 20260102);
  assert_filled_in (fixture, "");
}

static void
test_answers_duration (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (UnknotEpisode) before = NULL;
  g_autoptr (UnknotEpisode) now = NULL;

  unknot_test_diary_open (fixture);
  before = save_spasm (fixture, 20261101, 20261117);
  assert_filled_in (fixture, "");
  now = save_spasm (fixture, 20261121, 0);
  assert_filled_in (fixture, "duration-days=0");
  unknot_test_diary_set_time (fixture, "UTC", 20261122, 0, 1);
  assert_filled_in (fixture, "duration-days=1");
  unknot_test_diary_set_time (fixture, "UTC", 20261123, 23, 59);
  assert_filled_in (fixture, "duration-days=2");
  /* “Still going?” comes first. */
  unknot_test_diary_set_time (fixture, "UTC", 20261124, 0, 0);
  assert_filled_in (fixture, "");
}

/* More days than the question takes are as many as it takes. */
static void
test_answers_duration_long (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;

  unknot_test_diary_open (fixture);
  episode = save_spasm (fixture, 20150101, 20261120);
  assert_filled_in (fixture, "duration-days=3650");
}

static void
test_answers_more_frequent (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  g_object_unref (save_spasm (fixture, 20260901, 20260901));
  assert_filled_in (fixture, "");
  g_object_unref (save_spasm (fixture, 20261101, 20261101));
  assert_filled_in (fixture, "more-frequent=no");
  g_object_unref (save_spasm (fixture, 20261103, 20261103));
  g_object_unref (save_spasm (fixture, 20261104, 20261104));
  assert_filled_in (fixture, "more-frequent=yes");
}

static void
test_answers_otc_days (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  for (int day = 20261119; day <= 20261121; day++)
    {
      g_autoptr (UnknotDose) dose = make_dose ("UTC", day, 8, 0, 200, "mg", "ibuprofen");

      unknot_dose_set_supply (dose, "bought", NULL);
      unknot_test_diary_save (fixture->diary, dose);
    }
  assert_filled_in (fixture, "otc-days=3");
  unknot_test_diary_set_time (fixture, "UTC", 20261123, 0, 0);
  assert_filled_in (fixture, "");
}

/* Today, yesterday, and the days of the run; no other. */
static void
test_answers_over_label_days (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_dose (fixture, 20261119, 12, 0, 1201, "mg", "ibuprofen");
  assert_filled_in (fixture, "");
  unknot_test_diary_set_time (fixture, "UTC", 20261120, 23, 59);
  assert_filled_in (fixture, "over-label=yes");
  unknot_test_diary_set_time (fixture, "UTC", 20261121, 0, 0);
  assert_filled_in (fixture, "");

  /* A run that began after it, at it, and goes on. */
  g_object_unref (save_spasm (fixture, 20261120, 20261120));
  assert_filled_in (fixture, "duration-days=1");
  g_object_unref (save_spasm (fixture, 20261119, 20261120));
  assert_filled_in (fixture, "duration-days=2 over-label=yes");
  unknot_test_diary_set_time (fixture, "UTC", 20261123, 0, 0);
  assert_filled_in (fixture, "duration-days=4 over-label=yes");
  unknot_test_diary_set_time (fixture, "UTC", 20261124, 0, 0);
  assert_filled_in (fixture, "");
}

/* Too much was too much, also while it is not known whether the spasm goes on. */
static void
test_answers_over_label_still_going (DiaryFixture  *fixture,
                                     gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_dose (fixture, 20261110, 12, 0, 4001, "mg", "paracetamol");
  assert_filled_in (fixture, "");
  g_object_unref (save_spasm (fixture, 20261109, 0));
  assert_filled_in (fixture, "over-label=yes");
}

static void
test_answers_over_label_at_midnight (DiaryFixture  *fixture,
                                     gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_dose (fixture, 20261120, 23, 59, 1, "g", "ibuprofen");
  save_dose (fixture, 20261121, 0, 1, 1200, "mg", "ibuprofen");
  assert_filled_in (fixture, "");
  save_dose (fixture, 20261121, 23, 59, 1, "mg", "ibuprofen");
  assert_filled_in (fixture, "over-label=yes");
}

/* By the days on the wall: in UTC, both are on the 21st. */
static void
test_answers_over_label_in_zones (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UnknotDose) late =
    make_dose ("America/New_York", 20261120, 23, 59, 800, "mg", "ibuprofen");
  g_autoptr (UnknotDose) early =
    make_dose ("America/New_York", 20261121, 0, 1, 800, "mg", "ibuprofen");
  g_autoptr (UnknotDose) of_tomorrow =
    make_dose ("Pacific/Auckland", 20261122, 0, 1, 1201, "mg", "ibuprofen");

  unknot_test_diary_open (fixture);
  unknot_test_diary_set_time (fixture, "America/New_York", 20261121, 1, 0);
  unknot_test_diary_save (fixture->diary, late);
  unknot_test_diary_save (fixture->diary, early);
  assert_filled_in (fixture, "");
  /* Flown west over the date line: it is of tomorrow here, and yet it was. */
  unknot_test_diary_save (fixture->diary, of_tomorrow);
  assert_filled_in (fixture, "over-label=yes");
}

static void
test_answers_over_label_units (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_dose (fixture, 20261121, 1, 0, 20, "ml", "paracetamol");
  save_dose (fixture, 20261121, 1, 0, 20, "drop", "paracetamol");
  save_dose (fixture, 20261121, 1, 0, 9000, "mg", "other");
  save_dose (fixture, 20261121, 1, 0, 9000, "mg", "other-pain-medicine");
  save_dose (fixture, 20261121, 1, 0, 9000, "mg", NULL);
  save_dose (fixture, 20261121, 2, 0, 1100, "mg", "ibuprofen");
  save_dose (fixture, 20261121, 3, 0, 3900, "mg", "aspirin");
  save_dose (fixture, 20261121, 3, 0, 3, "patch", "lidocaine");
  save_dose (fixture, 20261121, 4, 0, 1, "application", "lidocaine");
  assert_filled_in (fixture, "");
  save_dose (fixture, 20261121, 4, 0, 3.9, "g", "paracetamol");
  save_dose (fixture, 20261121, 5, 0, 100, "mg", "paracetamol");
  assert_filled_in (fixture, "");
  save_dose (fixture, 20261121, 6, 0, 1, "mg", "paracetamol");
  assert_filled_in (fixture, "over-label=yes");
}

/* What may be too much is a doubt, until it is too much for certain. */
static void
test_answers_over_label_doubtful (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_dose (fixture, 20261120, 8, 0, 6, "tablet", "paracetamol");
  save_dose (fixture, 20261121, 8, 0, 2, NULL, "ibuprofen");
  save_dose (fixture, 20261121, 8, 0, 2, "tablet", "aspirin");
  save_dose (fixture, 20261121, 12, 0, 4, "tablet", "ibuprofen");
  save_dose (fixture, 20261121, 12, 0, 1, "tablet", "paracetamol");
  assert_filled_in (fixture, "");
  save_dose (fixture, 20261121, 16, 0, 1, NULL, "ibuprofen");
  assert_filled_in (fixture, "over-label=not-sure");
  /* Less of another takes the doubt away as little as another day. */
  save_dose (fixture, 20261122, 8, 0, 200, "mg", "naproxen");
  assert_filled_in (fixture, "over-label=not-sure");
  save_dose (fixture, 20261122, 9, 0, 461, "mg", "naproxen");
  assert_filled_in (fixture, "over-label=yes");
}

/* As entries were made that say no more than a name and an amount. */
static void
test_answers_over_label_by_name (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UnknotDose) bare = make_dose ("UTC", 20261121, 8, 0, 5000, NULL, NULL);
  g_autoptr (UnknotDose) counted = make_dose ("UTC", 20261121, 9, 0, 1, "g", "ibuprofen");
  g_autoptr (UnknotDose) named = make_dose ("UTC", 20261121, 9, 0, 201, "mg", NULL);

  unknot_dose_set_name (bare, "Paracetamol", NULL);
  unknot_dose_set_name (named, "Ibuprofen 200", NULL);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, bare);
  assert_filled_in (fixture, "over-label=not-sure");
  unknot_test_diary_save (fixture->diary, counted);
  assert_filled_in (fixture, "over-label=not-sure");
  unknot_test_diary_save (fixture->diary, named);
  assert_filled_in (fixture, "over-label=yes");
}

static void
test_answers_over_label_deleted (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261110, 8, 5);
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", 20261110, 9, 0);
  g_autoptr (UnknotDose) with = make_dose ("UTC", 20261120, 8, 0, 700, "mg", "naproxen");
  g_autoptr (UnknotDose) alone = make_dose ("UTC", 20261121, 8, 0, 700, "mg", "naproxen");

  g_assert_true (unknot_episode_set_end (episode, end, NULL));
  unknot_episode_add (episode, UNKNOT_ENTRY (with));
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  assert_filled_in (fixture, "over-label=yes");
  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  assert_filled_in (fixture, "");
  unknot_test_diary_save (fixture->diary, alone);
  assert_filled_in (fixture, "over-label=yes");
  unknot_test_diary_mark (fixture->diary, alone, TRUE);
  assert_filled_in (fixture, "");
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

  add ("/diary-answers/of-nothing", test_answers_of_nothing);
  add ("/diary-answers/duration", test_answers_duration);
  add ("/diary-answers/duration-long", test_answers_duration_long);
  add ("/diary-answers/more-frequent", test_answers_more_frequent);
  add ("/diary-answers/otc-days", test_answers_otc_days);
  add ("/diary-answers/over-label-days", test_answers_over_label_days);
  add ("/diary-answers/over-label-still-going", test_answers_over_label_still_going);
  add ("/diary-answers/over-label-at-midnight", test_answers_over_label_at_midnight);
  add ("/diary-answers/over-label-in-zones", test_answers_over_label_in_zones);
  add ("/diary-answers/over-label-units", test_answers_over_label_units);
  add ("/diary-answers/over-label-doubtful", test_answers_over_label_doubtful);
  add ("/diary-answers/over-label-by-name", test_answers_over_label_by_name);
  add ("/diary-answers/over-label-deleted", test_answers_over_label_deleted);

  return g_test_run ();
}
