/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-episode.h"

static UnknotMoment *
make_moment (int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2026, 11, 21, 14, minute, 0);

  return unknot_moment_new (time);
}

static UnknotEpisode *
make_episode (int minute,
              int worst)
{
  g_autoptr (UnknotMoment) start = make_moment (minute);
  g_autoptr (GError) error = NULL;
  UnknotEpisode *episode = unknot_episode_new (start, worst, &error);

  g_assert_no_error (error);

  return episode;
}

static void
test_episode_needs_a_time_and_a_number (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);
  g_auto (GStrv) triggers = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_TRIGGER);

  g_assert_cmpint (unknot_moment_get_day (unknot_episode_get_start (episode)), ==, 20261121);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 7);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (episode)), ==, 0);
  g_assert_true (g_uuid_string_is_valid (unknot_entry_get_uuid (UNKNOT_ENTRY (episode))));
  g_assert_cmpstr (unknot_episode_get_precision (episode), ==, "exact");
  g_assert_null (unknot_episode_get_end (episode));
  g_assert_null (unknot_episode_get_onset (episode));
  g_assert_cmpint (unknot_episode_get_current (episode), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpint (unknot_episode_get_at_rest (episode), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpint (unknot_episode_get_on_moving (episode), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "");
  g_assert_cmpuint (g_strv_length (triggers), ==, 0);
}

static void
test_episode_refuses_numbers (void)
{
  static const gint64 numbers[] = { -2, -1, 11, 100, G_MAXINT64, G_MININT64,
                                    G_GINT64_CONSTANT (1) << 32 };
  g_autoptr (UnknotMoment) start = make_moment (5);
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) other_error = NULL;

      g_assert_null (unknot_episode_new (start, numbers[i], &error));
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_false (unknot_episode_set_worst (episode, numbers[i], &other_error));
      g_assert_error (other_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_cmpint (unknot_episode_get_worst (episode), ==, 7);
      if (numbers[i] != UNKNOT_PAIN_UNKNOWN)
        {
          g_assert_false (unknot_episode_set_current (episode, numbers[i], NULL));
          g_assert_false (unknot_episode_set_at_rest (episode, numbers[i], NULL));
          g_assert_false (unknot_episode_set_on_moving (episode, numbers[i], NULL));
        }
    }
  g_assert_cmpint (unknot_episode_get_current (episode), ==, UNKNOT_PAIN_UNKNOWN);
}

static void
test_episode_current_can_be_the_worst (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (5, 4);

  g_assert_true (unknot_episode_set_current (episode, 3, NULL));
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 4);
  g_assert_true (unknot_episode_set_current (episode, 9, NULL));
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 9);
  g_assert_true (unknot_episode_set_current (episode, 0, NULL));
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 9);
  g_assert_true (unknot_episode_set_current (episode, UNKNOT_PAIN_UNKNOWN, NULL));
  g_assert_cmpint (unknot_episode_get_current (episode), ==, UNKNOT_PAIN_UNKNOWN);
}

static void
test_episode_ends_after_it_starts (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (30, 4);
  g_autoptr (UnknotMoment) before = make_moment (29);
  g_autoptr (UnknotMoment) start = make_moment (30);
  g_autoptr (UnknotMoment) after = make_moment (31);
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_episode_set_end (episode, before, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_null (unknot_episode_get_end (episode));
  g_assert_true (unknot_episode_set_end (episode, start, NULL));
  g_assert_false (unknot_episode_set_start (episode, after, NULL));
  g_assert_true (unknot_episode_set_start (episode, before, NULL));
  g_assert_true (unknot_episode_get_start (episode) == before);
  g_assert_true (unknot_episode_set_end (episode, NULL, NULL));
  g_assert_null (unknot_episode_get_end (episode));
}

/* Were the end refused where the clock was set back, it could not be told that it is over. */
static void
test_episode_ends_now_whatever_the_clock (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (30, 4);
  g_autoptr (UnknotMoment) before = make_moment (1);
  g_autoptr (UnknotMoment) after = make_moment (50);

  unknot_episode_end_now (episode, before);
  g_assert_cmpint (unknot_moment_compare (unknot_episode_get_end (episode),
                                          unknot_episode_get_start (episode)), ==, 0);
  unknot_episode_end_now (episode, after);
  g_assert_true (unknot_episode_get_end (episode) == after);
}

static void
test_episode_codes (void)
{
  const char *triggers[] = { "twisting", "lifting", NULL };
  const char *wrong[] = { "twisting", "moonlight", NULL };
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) codes = NULL;

  g_assert_true (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL));
  g_assert_false (unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, wrong, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_false (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_TRIGGER, "sport"));
  g_assert_false (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_TRIGGER, "moonlight"));
  g_assert_false (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_STOPS, "lifting"));
  codes = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_TRIGGER);
  g_assert_cmpstrv (codes, ((const char *[]) { "lifting", "twisting", NULL }));
}

static void
test_episode_note (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);
  g_autoptr (GError) error = NULL;

  g_assert_true (unknot_episode_set_note (episode, "עוויתות 🦴\nline", NULL));
  g_assert_false (unknot_episode_set_note (episode, "\xff", &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "עוויתות 🦴\nline");
}

/* What is handed to be saved must stay as it is while the person goes on editing. */
static void
test_episode_copy_is_its_own (void)
{
  const char *feel[] = { "cramp", NULL };
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);
  g_autoptr (UnknotMoment) moment = make_moment (9);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 6, "ache", NULL);
  g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 5, NULL);
  g_autoptr (UnknotEpisode) copy = NULL;
  g_autoptr (UnknotReading) copied = NULL;

  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_FEEL, feel, NULL);
  unknot_episode_set_note (episode, "before", NULL);
  unknot_episode_end_now (episode, moment);
  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
  copy = UNKNOT_EPISODE (unknot_entry_copy (UNKNOT_ENTRY (episode)));

  unknot_episode_set_note (episode, "after", NULL);
  unknot_episode_set_end (episode, NULL, NULL);
  unknot_reading_set_pain (reading, 1, NULL);
  g_list_store_remove_all (unknot_episode_get_places (episode));

  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (copy)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
  g_assert_cmpstr (unknot_episode_get_note (copy), ==, "before");
  g_assert_true (unknot_episode_get_end (copy) == moment);
  g_assert_true (unknot_episode_has_code (copy, UNKNOT_VOCABULARY_FEEL, "cramp"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (unknot_episode_get_places (copy))), ==,
                    1);
  copied = g_list_model_get_item (unknot_episode_get_readings (copy), 0);
  g_assert_cmpint (unknot_reading_get_pain (copied), ==, 5);
  g_assert_cmpstr (unknot_entry_get_episode (UNKNOT_ENTRY (copied)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
}

static void
test_episode_remove (void)
{
  g_autoptr (UnknotEpisode) episode = make_episode (5, 7);
  g_autoptr (UnknotMoment) moment = make_moment (9);
  g_autoptr (UnknotEntry) reading = UNKNOT_ENTRY (unknot_reading_new (moment, 5, NULL));
  g_autoptr (UnknotEntry) heat = UNKNOT_ENTRY (unknot_relief_new (moment, "heat", NULL));
  g_autoptr (UnknotEntry) cold = UNKNOT_ENTRY (unknot_relief_new (moment, "cold", NULL));
  g_autoptr (UnknotEntry) left = NULL;

  unknot_episode_add (episode, reading);
  unknot_episode_add (episode, heat);
  unknot_episode_add (episode, cold);
  unknot_episode_remove (episode, heat);
  unknot_episode_remove (episode, heat);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_reliefs (episode)), ==, 1);
  left = g_list_model_get_item (unknot_episode_get_reliefs (episode), 0);
  g_assert_true (left == cold);
}

/* What was of then alone is not of the next one. */
static void
test_episode_like (void)
{
  static const char *const triggers[] = { "lifting", NULL };
  static const char *const warnings[] = { "bladder", NULL };
  g_autoptr (UnknotEpisode) first = make_episode (0, 6);
  g_autoptr (UnknotMoment) now = make_moment (30);
  g_autoptr (UnknotReading) reading = unknot_reading_new (now, 3, NULL);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 6, NULL, NULL);
  g_autoptr (UnknotEpisode) second = NULL;

  unknot_episode_set_onset (first, "sudden", NULL);
  unknot_episode_set_codes (first, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  unknot_episode_set_codes (first, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  unknot_episode_set_note (first, "a note", NULL);
  unknot_episode_set_current (first, 3, NULL);
  unknot_episode_end_now (first, now);
  unknot_episode_add (first, UNKNOT_ENTRY (reading));
  g_list_store_append (unknot_episode_get_places (first), place);

  second = unknot_episode_new_like (first, now);
  g_assert_true (unknot_episode_get_start (second) == now);
  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (second)), !=,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (first)));
  g_assert_cmpint (unknot_episode_get_worst (second), ==, 6);
  g_assert_cmpstr (unknot_episode_get_onset (second), ==, "sudden");
  g_assert_true (unknot_episode_has_code (second, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (unknot_episode_get_places (second))), ==, 1);

  g_assert_null (unknot_episode_get_end (second));
  g_assert_cmpint (unknot_episode_get_current (second), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_false (unknot_episode_has_code (second, UNKNOT_VOCABULARY_WARNING, "bladder"));
  g_assert_cmpstr (unknot_episode_get_note (second), ==, "");
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (second)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/episode/needs-a-time-and-a-number", test_episode_needs_a_time_and_a_number);
  g_test_add_func ("/episode/refuses-numbers", test_episode_refuses_numbers);
  g_test_add_func ("/episode/current-can-be-the-worst", test_episode_current_can_be_the_worst);
  g_test_add_func ("/episode/ends-after-it-starts", test_episode_ends_after_it_starts);
  g_test_add_func ("/episode/ends-now-whatever-the-clock",
                   test_episode_ends_now_whatever_the_clock);
  g_test_add_func ("/episode/codes", test_episode_codes);
  g_test_add_func ("/episode/note", test_episode_note);
  g_test_add_func ("/episode/copy-is-its-own", test_episode_copy_is_its_own);
  g_test_add_func ("/episode/remove", test_episode_remove);
  g_test_add_func ("/episode/like", test_episode_like);

  return g_test_run ();
}
