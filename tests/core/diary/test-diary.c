/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"

#include <glib/gstdio.h>

#define VERDICT "{\"version\": \"1.0\", \"level\": \"doctor\", \"complete\": true}"

static UnknotEpisode *
dup_saved (DiaryFixture  *fixture,
           UnknotEpisode *episode)
{
  g_autoptr (GError) error = NULL;
  UnknotEntry *entry = unknot_diary_dup_entry (
    fixture->diary, UNKNOT_TYPE_EPISODE, unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), &error);

  g_assert_no_error (error);

  return (UnknotEpisode *) entry;
}

static UnknotEntry *
dup_same (DiaryFixture *fixture,
          gpointer      entry)
{
  g_autoptr (GError) error = NULL;
  UnknotEntry *same = unknot_diary_dup_entry (fixture->diary, G_OBJECT_TYPE (entry),
                                              unknot_entry_get_uuid (entry), &error);

  g_assert_no_error (error);

  return same;
}

static void
assert_same_moment (UnknotMoment *one,
                    UnknotMoment *other)
{
  g_assert_cmpint (unknot_moment_get_utc (one), ==, unknot_moment_get_utc (other));
  g_assert_cmpint (unknot_moment_get_offset (one), ==, unknot_moment_get_offset (other));
  g_assert_cmpstr (unknot_moment_get_zone (one), ==, unknot_moment_get_zone (other));
  g_assert_cmpint (unknot_moment_get_day (one), ==, unknot_moment_get_day (other));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static UnknotReading *
make_reading (UnknotEpisode *episode,
              int            hour,
              int            minute,
              int            pain)
{
  g_autoptr (UnknotMoment) moment =
    unknot_test_diary_make_moment ("UTC", 20261121, hour, minute);
  UnknotReading *reading = unknot_reading_new (moment, pain, NULL);

  unknot_entry_set_episode (UNKNOT_ENTRY (reading), unknot_entry_get_uuid (UNKNOT_ENTRY (episode)),
                            NULL);

  return reading;
}

static UnknotEpisode *
make_full_episode (void)
{
  const char *triggers[] = { "lifting", "twisting", NULL };
  const char *feel[] = { "cramp", NULL };
  const char *stops[] = { "sleeping", "other", NULL };
  const char *spreads[] = { "none", NULL };
  const char *warnings[] = { "bladder", "fever", NULL };
  g_autoptr (UnknotMoment) start =
    unknot_test_diary_make_moment ("Pacific/Auckland", 20261122, 1, 30);
  g_autoptr (UnknotMoment) end =
    unknot_test_diary_make_moment ("America/New_York", 20261121, 20, 15);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 8, "cramp", NULL);
  g_autoptr (UnknotPlace) other_place = unknot_place_new ("buttock", NULL, -1, NULL, NULL);
  g_autoptr (UnknotReading) reading = unknot_reading_new (start, 6, NULL);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (start, "heat", NULL);
  g_autoptr (UnknotDose) dose = unknot_dose_new (start, "Ibu", 1.5, NULL);
  UnknotEpisode *episode = unknot_episode_new (start, 9, NULL);

  unknot_episode_set_end (episode, end, NULL);
  unknot_episode_set_precision (episode, "about", NULL);
  unknot_episode_set_onset (episode, "sudden", NULL);
  unknot_episode_set_at_rest (episode, 0, NULL);
  unknot_episode_set_on_moving (episode, 10, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_FEEL, feel, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_STOPS, stops, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_SPREADS, spreads, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_WARNING, warnings, NULL);
  unknot_episode_set_note (episode, "It began when\nI lifted the “box”.", NULL);
  g_list_store_append (unknot_episode_get_places (episode), place);
  g_list_store_append (unknot_episode_get_places (episode), other_place);
  unknot_relief_set_effect (relief, "a-little", NULL);
  unknot_dose_set_unit (dose, "tablet", NULL);
  unknot_dose_set_ingredient (dose, "ibuprofen", NULL);
  unknot_dose_set_supply (dose, "bought", NULL);
  unknot_dose_set_effect (dose, "none", NULL);
  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
  unknot_episode_add (episode, UNKNOT_ENTRY (relief));
  unknot_episode_add (episode, UNKNOT_ENTRY (dose));

  return episode;
}

static void
assert_full_episode (UnknotEpisode *episode,
                     UnknotEpisode *expected)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));
  g_autoptr (UnknotPlace) place = g_list_model_get_item (places, 0);
  g_autoptr (UnknotPlace) other_place = g_list_model_get_item (places, 1);
  g_autoptr (UnknotReading) reading =
    g_list_model_get_item (unknot_episode_get_readings (episode), 0);
  g_autoptr (UnknotRelief) relief = g_list_model_get_item (unknot_episode_get_reliefs (episode), 0);
  g_autoptr (UnknotDose) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);
  g_auto (GStrv) triggers = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_TRIGGER);
  g_auto (GStrv) feel = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_FEEL);
  g_auto (GStrv) stops = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_STOPS);
  g_auto (GStrv) spreads = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_SPREADS);
  g_auto (GStrv) warnings = unknot_episode_dup_codes (episode, UNKNOT_VOCABULARY_WARNING);

  assert_same_moment (unknot_episode_get_start (episode), unknot_episode_get_start (expected));
  assert_same_moment (unknot_episode_get_end (episode), unknot_episode_get_end (expected));
  g_assert_cmpstr (unknot_episode_get_precision (episode), ==, "about");
  g_assert_cmpstr (unknot_episode_get_onset (episode), ==, "sudden");
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 9);
  g_assert_cmpint (unknot_episode_get_current (episode), ==, 6);
  g_assert_cmpint (unknot_episode_get_at_rest (episode), ==, 0);
  g_assert_cmpint (unknot_episode_get_on_moving (episode), ==, 10);
  g_assert_cmpstrv (triggers, ((const char *[]) { "lifting", "twisting", NULL }));
  g_assert_cmpstrv (feel, ((const char *[]) { "cramp", NULL }));
  g_assert_cmpstrv (stops, ((const char *[]) { "sleeping", "other", NULL }));
  g_assert_cmpstrv (spreads, ((const char *[]) { "none", NULL }));
  g_assert_cmpstrv (warnings, ((const char *[]) { "bladder", "fever", NULL }));
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "It began when\nI lifted the “box”.");
  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 2);
  g_assert_cmpstr (unknot_place_get_area (place), ==, "lower");
  g_assert_cmpstr (unknot_place_get_side (place), ==, "left");
  g_assert_cmpint (unknot_place_get_pain (place), ==, 8);
  g_assert_cmpstr (unknot_place_get_kind (place), ==, "cramp");
  g_assert_cmpstr (unknot_place_get_area (other_place), ==, "buttock");
  g_assert_null (unknot_place_get_side (other_place));
  g_assert_cmpint (unknot_place_get_pain (other_place), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpint (unknot_reading_get_pain (reading), ==, 6);
  g_assert_cmpstr (unknot_relief_get_measure (relief), ==, "heat");
  g_assert_cmpstr (unknot_relief_get_effect (relief), ==, "a-little");
  g_assert_cmpstr (unknot_dose_get_name (dose), ==, "Ibu");
  g_assert_cmpint ((int) (unknot_dose_get_amount (dose) * 10), ==, 15);
  g_assert_cmpstr (unknot_dose_get_unit (dose), ==, "tablet");
  g_assert_cmpstr (unknot_dose_get_ingredient (dose), ==, "ibuprofen");
  g_assert_cmpstr (unknot_dose_get_supply (dose), ==, "bought");
  g_assert_cmpstr (unknot_dose_get_effect (dose), ==, "none");
  g_assert_cmpstr (unknot_entry_get_episode (UNKNOT_ENTRY (dose)), ==,
                   unknot_entry_get_uuid (UNKNOT_ENTRY (episode)));
}

static void
test_diary_is_for_the_person_alone (DiaryFixture  *fixture,
                                    gconstpointer  data)
{
  static const char *const files[] = { "", "-wal", "-shm" };
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);
  GStatBuf status;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_strconcat (fixture->path, files[i], NULL);

      g_assert_cmpint (g_stat (path, &status), ==, 0);
      g_assert_cmphex (status.st_mode & 0777, ==, 0600);
    }

  /* And is so again where somebody opened it up. */
  unknot_test_diary_close (fixture->diary);
  g_assert_cmpint (g_chmod (fixture->path, 0644), ==, 0);
  unknot_test_diary_open (fixture);
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
}

static void
test_diary_form (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==, 4);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT count (*) FROM pragma_table_list "
                                            "WHERE schema = 'main' AND name NOT LIKE 'sqlite%' "
                                            "AND type = 'table' AND NOT strict"), ==, 0);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT journal_mode = 'wal' FROM pragma_journal_mode"),
                   ==, 1);
}

static void
test_diary_closes_cleanly (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);

  unknot_test_diary_open (fixture);
  g_assert_true (unknot_diary_is_open (fixture->diary));
  /* Not waited for: closing comes after it. */
  unknot_diary_save_async (fixture->diary, UNKNOT_ENTRY (episode), NULL, NULL);
  unknot_test_diary_close (fixture->diary);
  g_assert_false (unknot_diary_is_open (fixture->diary));
  g_assert_cmpuint (unknot_test_diary_count_files (folder, "-wal"), ==, 0);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, "-shm"), ==, 0);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ""), ==, 1);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM episode"), ==, 1);
}

static void
test_diary_closed (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) read_error = NULL;

  g_assert_false (unknot_test_diary_try_save (fixture->diary, episode, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
  g_assert_null (unknot_diary_dup_ongoing (fixture->diary, &read_error));
  g_assert_error (read_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
  unknot_diary_refresh (fixture->diary);
  unknot_test_diary_close (fixture->diary);

  /* And is there when it opens. */
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
}

static void
test_diary_lets_go_without_closing (DiaryFixture  *fixture,
                                    gconstpointer  data)
{
  UnknotDiary *diary = unknot_diary_new (fixture->path, fixture->clock);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);

  unknot_test_diary_try_open (diary, NULL);
  unknot_test_diary_save (diary, episode);
  g_assert_finalize_object (diary);
  unknot_test_diary_open (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM episode"), ==, 1);
}

static void
test_diary_episode_round_trip (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_full_episode ();
  g_autoptr (UnknotDose) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (episode)), >, 0);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (dose)), >, 0);

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (UnknotEpisode) saved = dup_saved (fixture, episode);

      assert_full_episode (saved, episode);
      g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (saved)), ==,
                       unknot_entry_get_id (UNKNOT_ENTRY (episode)));
      unknot_test_diary_save (fixture->diary, saved);
      unknot_test_diary_reopen (fixture);
    }
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT (SELECT count (*) FROM episode) + "
                                            "(SELECT count (*) FROM reading) + "
                                            "(SELECT count (*) FROM place) * 100"), ==, 202);
}

static void
test_diary_episode_of_two_things (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 7);
  g_autoptr (UnknotEpisode) saved = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  saved = dup_saved (fixture, episode);
  g_assert_cmpint (unknot_episode_get_worst (saved), ==, 7);
  g_assert_null (unknot_episode_get_end (saved));
  g_assert_null (unknot_episode_get_onset (saved));
  g_assert_cmpint (unknot_episode_get_current (saved), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpint (unknot_episode_get_at_rest (saved), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpint (unknot_episode_get_on_moving (saved), ==, UNKNOT_PAIN_UNKNOWN);
  g_assert_cmpstr (unknot_episode_get_note (saved), ==, "");
}

static void
test_diary_episode_changes (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  const char *nothing[] = { NULL };
  g_autoptr (UnknotEpisode) episode = make_full_episode ();
  g_autoptr (UnknotEpisode) saved = NULL;
  g_auto (GStrv) codes = NULL;
  gint64 id;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  id = unknot_entry_get_id (UNKNOT_ENTRY (episode));

  unknot_episode_set_worst (episode, 10, NULL);
  unknot_episode_set_end (episode, NULL, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, nothing, NULL);
  g_list_store_remove (unknot_episode_get_places (episode), 0);
  unknot_test_diary_save (fixture->diary, episode);

  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (episode)), ==, id);
  saved = dup_saved (fixture, episode);
  codes = unknot_episode_dup_codes (saved, UNKNOT_VOCABULARY_TRIGGER);
  g_assert_cmpint (unknot_episode_get_worst (saved), ==, 10);
  g_assert_null (unknot_episode_get_end (saved));
  g_assert_cmpuint (g_strv_length (codes), ==, 0);
  g_assert_true (unknot_episode_has_code (saved, UNKNOT_VOCABULARY_FEEL, "cramp"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (unknot_episode_get_places (saved))), ==,
                    1);
}

/* What the caller changes after it asked is not half saved. */
static void
test_diary_saves_what_it_was_asked (DiaryFixture  *fixture,
                                    gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 7);
  g_autoptr (UnknotEpisode) saved = NULL;

  unknot_test_diary_open (fixture);
  unknot_episode_set_note (episode, "asked", NULL);
  unknot_diary_save_async (fixture->diary, UNKNOT_ENTRY (episode), NULL, NULL);
  unknot_episode_set_note (episode, "later", NULL);
  unknot_test_diary_reopen (fixture);
  saved = dup_saved (fixture, episode);
  g_assert_cmpstr (unknot_episode_get_note (saved), ==, "asked");
}

static void
test_diary_readings (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);
  g_autoptr (UnknotReading) worse = make_reading (episode, 15, 0, 8);
  g_autoptr (UnknotReading) better = make_reading (episode, 16, 0, 3);
  g_autoptr (UnknotReading) between = make_reading (episode, 15, 30, 6);
  g_autoptr (UnknotEpisode) saved = NULL;
  g_autoptr (UnknotEpisode) after = NULL;
  g_autoptr (UnknotReading) last = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_save (fixture->diary, worse);
  unknot_test_diary_save (fixture->diary, better);
  unknot_test_diary_save (fixture->diary, between);

  /* The last by its time says how it is, the worst how bad it was. */
  saved = dup_saved (fixture, episode);
  g_assert_cmpint (unknot_episode_get_worst (saved), ==, 8);
  g_assert_cmpint (unknot_episode_get_current (saved), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (saved)), ==, 3);
  last = g_list_model_get_item (unknot_episode_get_readings (saved), 2);
  g_assert_cmpint (unknot_reading_get_pain (last), ==, 3);

  /* An object from before the readings takes none of them away. */
  unknot_episode_set_note (episode, "from before", NULL);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_mark (fixture->diary, better, TRUE);
  after = dup_saved (fixture, episode);
  g_assert_cmpstr (unknot_episode_get_note (after), ==, "from before");
  g_assert_cmpint (unknot_episode_get_worst (after), ==, 8);
  g_assert_cmpint (unknot_episode_get_current (after), ==, 6);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (after)), ==, 2);
}

static void
test_diary_new_with_readings (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);
  g_autoptr (UnknotReading) worse = make_reading (episode, 15, 30, 8);
  g_autoptr (UnknotReading) last = make_reading (episode, 16, 0, 3);
  g_autoptr (UnknotReading) as_late = make_reading (episode, 16, 0, 4);
  g_autoptr (UnknotReading) first = make_reading (episode, 15, 0, 6);
  UnknotReading *readings[] = { worse, last, as_late, first };
  g_autoptr (UnknotEpisode) saved = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    unknot_episode_add (episode, UNKNOT_ENTRY (readings[i]));
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);

  /* As if they had come one by one; and the object is still as it was told. */
  saved = dup_saved (fixture, episode);
  g_assert_cmpint (unknot_episode_get_worst (saved), ==, 8);
  g_assert_cmpint (unknot_episode_get_current (saved), ==, 4);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 5);
  g_assert_cmpint (unknot_episode_get_current (episode), ==, UNKNOT_PAIN_UNKNOWN);
}

static void
test_diary_reading_of_no_spasm (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 14, 5);
  g_autoptr (UnknotReading) reading = make_reading (episode, 15, 0, 8);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) other_error = NULL;

  unknot_test_diary_open (fixture);
  g_assert_false (unknot_test_diary_try_save (fixture->diary, reading, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND);
  unknot_entry_set_episode (UNKNOT_ENTRY (reading), NULL, NULL);
  g_assert_false (unknot_test_diary_try_save (fixture->diary, reading, &other_error));
  g_assert_error (other_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM reading"), ==, 0);
}

static void
test_diary_other_entries (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "Aspirin", 500, NULL);
  g_autoptr (UnknotRelief) relief = unknot_relief_new (moment, "walking", NULL);
  g_autoptr (UnknotCheck) check = unknot_check_new (moment, "{\"age\": 44}", VERDICT, NULL);
  g_autoptr (UnknotDose) saved_dose = NULL;
  g_autoptr (UnknotRelief) saved_relief = NULL;
  g_autoptr (UnknotCheck) saved_check = NULL;
  g_autoptr (GPtrArray) doses = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) checks = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, dose);
  unknot_test_diary_save (fixture->diary, relief);
  unknot_test_diary_save (fixture->diary, check);
  saved_dose = UNKNOT_DOSE (dup_same (fixture, dose));
  saved_relief = UNKNOT_RELIEF (dup_same (fixture, relief));
  saved_check = UNKNOT_CHECK (dup_same (fixture, check));
  g_assert_cmpstr (unknot_dose_get_name (saved_dose), ==, "Aspirin");
  g_assert_null (unknot_dose_get_unit (saved_dose));
  g_assert_null (unknot_entry_get_episode (UNKNOT_ENTRY (saved_dose)));
  g_assert_cmpstr (unknot_relief_get_measure (saved_relief), ==, "walking");
  g_assert_cmpint (unknot_check_get_level (saved_check), ==, UNKNOT_LEVEL_DOCTOR);
  g_assert_cmpstr (unknot_check_get_answers (saved_check), ==, "{\"age\": 44}");

  doses = unknot_diary_dup_on_day (fixture->diary, UNKNOT_TYPE_DOSE, 20261121, NULL);
  none = unknot_diary_dup_on_day (fixture->diary, UNKNOT_TYPE_DOSE, 20261120, NULL);
  checks = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_CHECK, NULL);
  g_assert_cmpuint (doses->len, ==, 1);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (checks->len, ==, 1);
}

static void
assert_event (DiaryFixture *fixture,
              gpointer      event,
              const char   *kind,
              const char   *title,
              const char   *note)
{
  g_autoptr (UnknotEvent) saved = UNKNOT_EVENT (dup_same (fixture, event));

  assert_same_moment (unknot_entry_get_moment (UNKNOT_ENTRY (saved)),
                      unknot_entry_get_moment (event));
  g_assert_cmpstr (unknot_event_get_kind (saved), ==, kind);
  g_assert_cmpstr (unknot_event_get_title (saved), ==, title);
  g_assert_cmpstr (unknot_event_get_note (saved), ==, note);
}

/* What is saved before is what Undo saves again. */
static void
test_diary_event (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("Asia/Kolkata", 20261120, 8, 0);
  g_autoptr (UnknotEvent) event = unknot_event_new (moment, "physio", NULL);
  g_autoptr (UnknotEntry) before = NULL;

  unknot_test_diary_open (fixture);
  unknot_event_set_title (event, "Six times", NULL);
  unknot_test_diary_save (fixture->diary, event);
  assert_event (fixture, event, "physio", "Six times", "");

  before = unknot_entry_copy (UNKNOT_ENTRY (event));
  unknot_event_set_kind (event, "other", NULL);
  unknot_event_set_title (event, "", NULL);
  unknot_event_set_note (event, "Moved house", NULL);
  unknot_test_diary_save (fixture->diary, event);
  assert_event (fixture, event, "other", "", "Moved house");
  unknot_test_diary_save (fixture->diary, before);
  assert_event (fixture, event, "physio", "Six times", "");

  unknot_test_diary_mark (fixture->diary, event, TRUE);
  g_assert_null (dup_same (fixture, event));
  unknot_test_diary_mark (fixture->diary, event, FALSE);
  assert_event (fixture, event, "physio", "Six times", "");
  unknot_test_diary_mark (fixture->diary, event, TRUE);
  unknot_test_diary_reopen (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM event"), ==, 0);
  unknot_test_diary_assert_index (fixture);
}

static void
test_diary_visit (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("Asia/Kolkata", 20261205, 8, 0);
  g_autoptr (UnknotMoment) other = unknot_test_diary_make_moment ("UTC", 20261206, 9, 30);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autoptr (UnknotEntry) before = NULL;
  g_autoptr (UnknotVisit) saved = NULL;

  unknot_test_diary_open (fixture);
  unknot_visit_set_questions (visit, "A scan?\nSwimming?", NULL);
  unknot_visit_set_goals (visit, "Stairs", NULL);
  unknot_test_diary_save (fixture->diary, visit);
  before = unknot_entry_copy (UNKNOT_ENTRY (visit));

  unknot_entry_set_moment (UNKNOT_ENTRY (visit), other);
  unknot_visit_set_goals (visit, "", NULL);
  unknot_visit_set_outcome (visit, "No scan", NULL);
  unknot_test_diary_save (fixture->diary, visit);
  saved = UNKNOT_VISIT (dup_same (fixture, visit));
  assert_same_moment (unknot_entry_get_moment (UNKNOT_ENTRY (saved)), other);
  g_assert_cmpstr (unknot_visit_get_questions (saved), ==, "A scan?\nSwimming?");
  g_assert_cmpstr (unknot_visit_get_goals (saved), ==, "");
  g_assert_cmpstr (unknot_visit_get_outcome (saved), ==, "No scan");

  g_clear_object (&saved);
  unknot_test_diary_save (fixture->diary, before);
  saved = UNKNOT_VISIT (dup_same (fixture, visit));
  assert_same_moment (unknot_entry_get_moment (UNKNOT_ENTRY (saved)), moment);
  g_assert_cmpstr (unknot_visit_get_goals (saved), ==, "Stairs");
  g_assert_cmpstr (unknot_visit_get_outcome (saved), ==, "");

  unknot_test_diary_mark (fixture->diary, visit, TRUE);
  g_assert_null (dup_same (fixture, visit));
  unknot_test_diary_reopen (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM visit"), ==, 0);
  unknot_test_diary_assert_index (fixture);
}

static UnknotVisit *
save_visit (DiaryFixture *fixture,
            int           day,
            int           hour)
{
  g_autoptr (UnknotMoment) moment = unknot_test_diary_make_moment ("UTC", day, hour, 5);
  UnknotVisit *visit = unknot_visit_new (moment);

  unknot_test_diary_save (fixture->diary, visit);

  return visit;
}

/* @last, @next: (nullable) */
static void
assert_visits (DiaryFixture *fixture,
               UnknotVisit  *last,
               UnknotVisit  *next)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotVisit) found_last = unknot_diary_dup_last_visit (fixture->diary, &error);
  g_autoptr (UnknotVisit) found_next = NULL;

  g_assert_no_error (error);
  found_next = unknot_diary_dup_next_visit (fixture->diary, &error);
  g_assert_no_error (error);
  g_assert_true ((last == NULL) == (found_last == NULL));
  g_assert_true ((next == NULL) == (found_next == NULL));
  if (last != NULL)
    g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (found_last)), ==,
                     unknot_entry_get_uuid (UNKNOT_ENTRY (last)));
  if (next != NULL)
    g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (found_next)), ==,
                     unknot_entry_get_uuid (UNKNOT_ENTRY (next)));
}

/* @told: (nullable) */
static void
assert_told (DiaryFixture *fixture,
             UnknotVisit  *told)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotVisit) found = unknot_diary_dup_told_visit (fixture->diary, &error);

  g_assert_no_error (error);
  g_assert_true ((told == NULL) == (found == NULL));
  if (told != NULL)
    g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (found)), ==,
                     unknot_entry_get_uuid (UNKNOT_ENTRY (told)));
}

/* By the moment, not by the order in which they were written; at its moment a visit has come. */
static void
test_diary_last_and_next_visit (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotVisit) later = NULL, next = NULL, last = NULL, earlier = NULL;

  g_assert_null (unknot_diary_dup_last_visit (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
  g_clear_error (&error);
  g_assert_null (unknot_diary_dup_next_visit (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);

  unknot_test_diary_open (fixture);
  assert_visits (fixture, NULL, NULL);
  later = save_visit (fixture, 20270110, 9);
  assert_visits (fixture, NULL, later);
  next = save_visit (fixture, 20261121, 15);
  last = save_visit (fixture, 20261121, 14);
  earlier = save_visit (fixture, 20260301, 9);
  assert_visits (fixture, last, next);
  assert_told (fixture, NULL);
  unknot_visit_set_outcome (UNKNOT_VISIT (earlier), "No scan", NULL);
  unknot_test_diary_save (fixture->diary, earlier);
  unknot_visit_set_outcome (UNKNOT_VISIT (later), "Told too soon", NULL);
  unknot_test_diary_save (fixture->diary, later);
  assert_told (fixture, earlier);

  unknot_test_diary_mark (fixture->diary, last, TRUE);
  unknot_test_diary_mark (fixture->diary, next, TRUE);
  assert_visits (fixture, earlier, later);
  unknot_test_diary_set_time (fixture, "UTC", 20270110, 9, 5);
  assert_visits (fixture, later, NULL);
  assert_told (fixture, later);
}

static void
assert_pegs (DiaryFixture *fixture,
             guint         n,
             int           first_pain)
{
  g_autoptr (GPtrArray) pegs = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_PEG, NULL);

  g_assert_cmpuint (pegs->len, ==, n);
  if (n > 0)
    g_assert_cmpint (unknot_peg_get_pain (g_ptr_array_index (pegs, 0)), ==, first_pain);
}

/* The last comes first. */
static void
test_diary_peg (DiaryFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (UnknotMoment) earlier = unknot_test_diary_make_moment ("UTC", 20261114, 20, 0);
  g_autoptr (UnknotMoment) later = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotPeg) first = unknot_peg_new (earlier, 0, 10, 5, NULL);
  g_autoptr (UnknotPeg) second = unknot_peg_new (later, 3, 4, 5, NULL);
  g_autoptr (UnknotPeg) other = unknot_peg_new (later, 6, 0, 0, NULL);
  g_autoptr (UnknotPeg) saved = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, second);
  unknot_test_diary_save (fixture->diary, first);
  assert_pegs (fixture, 2, 3);
  saved = UNKNOT_PEG (dup_same (fixture, first));
  g_assert_cmpint (unknot_peg_get_pain (saved), ==, 0);
  g_assert_cmpint (unknot_peg_get_enjoyment (saved), ==, 10);
  g_assert_cmpint (unknot_peg_get_activity (saved), ==, 5);

  /* Another under the same name takes its place. */
  g_assert_true (unknot_entry_set_uuid (UNKNOT_ENTRY (other),
                                        unknot_entry_get_uuid (UNKNOT_ENTRY (second)), NULL));
  unknot_test_diary_save (fixture->diary, other);
  assert_pegs (fixture, 2, 6);
  unknot_test_diary_mark (fixture->diary, other, TRUE);
  assert_pegs (fixture, 1, 0);
  unknot_test_diary_mark (fixture->diary, other, FALSE);
  assert_pegs (fixture, 2, 6);
  unknot_test_diary_mark (fixture->diary, other, TRUE);
  unknot_test_diary_reopen (fixture);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM peg"), ==, 1);
}

static void
test_diary_one_day_a_day (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotMoment) morning = unknot_test_diary_make_moment ("UTC", 20261121, 8, 0);
  g_autoptr (UnknotMoment) evening = unknot_test_diary_make_moment ("UTC", 20261121, 20, 0);
  g_autoptr (UnknotDay) day = unknot_day_new (morning);
  g_autoptr (UnknotDay) again = unknot_day_new (evening);
  g_autoptr (UnknotDay) saved = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) undelete_error = NULL;

  unknot_day_set_painless (day, TRUE);
  unknot_day_set_sleep (day, "broken", NULL);
  unknot_test_diary_open (fixture);
  g_assert_null (unknot_diary_dup_day (fixture->diary, 20261121, NULL));
  unknot_test_diary_save (fixture->diary, day);
  saved = unknot_diary_dup_day (fixture->diary, 20261121, NULL);
  g_assert_true (unknot_day_is_painless (saved));
  g_assert_cmpstr (unknot_day_get_sleep (saved), ==, "broken");
  g_assert_false (unknot_test_diary_try_save (fixture->diary, again, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);

  /* Deleted, it makes room, and cannot come back where that was taken. */
  unknot_test_diary_mark (fixture->diary, day, TRUE);
  unknot_test_diary_save (fixture->diary, again);
  g_assert_false (unknot_test_diary_try_mark (fixture->diary, day, FALSE, &undelete_error));
  g_assert_error (undelete_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
}

static void
test_diary_ongoing (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotEpisode) older = unknot_test_diary_make_episode (20261120, 8, 5);
  g_autoptr (UnknotEpisode) newer = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotMoment) end = unknot_test_diary_make_moment ("UTC", 20261121, 9, 0);
  g_autoptr (UnknotEpisode) first = NULL;
  g_autoptr (UnknotEpisode) second = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  g_assert_null (unknot_diary_dup_ongoing (fixture->diary, &error));
  g_assert_no_error (error);
  unknot_test_diary_save (fixture->diary, newer);
  unknot_test_diary_save (fixture->diary, older);
  first = unknot_diary_dup_ongoing (fixture->diary, NULL);
  g_assert_cmpint (unknot_episode_get_worst (first), ==, 6);
  unknot_episode_end_now (newer, end);
  unknot_test_diary_save (fixture->diary, newer);
  second = unknot_diary_dup_ongoing (fixture->diary, NULL);
  g_assert_cmpint (unknot_episode_get_worst (second), ==, 5);
  unknot_test_diary_mark (fixture->diary, older, TRUE);
  g_assert_null (unknot_diary_dup_ongoing (fixture->diary, &error));
  g_assert_no_error (error);
}

static void
test_diary_delete_can_be_undone (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_full_episode ();
  g_autoptr (UnknotDose) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);
  g_autoptr (UnknotEpisode) back = NULL;
  g_autoptr (GPtrArray) doses = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  g_assert_null (dup_saved (fixture, episode));
  g_assert_null (dup_same (fixture, dose));
  doses = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_DOSE, NULL);
  g_assert_cmpuint (doses->len, ==, 0);
  unknot_test_diary_mark (fixture->diary, episode, FALSE);
  back = dup_saved (fixture, episode);
  assert_full_episode (back, episode);
}

static void
test_diary_deleted_is_gone_at_the_next_start (DiaryFixture  *fixture,
                                              gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = make_full_episode ();
  g_autoptr (UnknotEpisode) other = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotEpisode) kept = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_save (fixture->diary, other);
  unknot_test_diary_mark (fixture->diary, episode, TRUE);
  unknot_test_diary_reopen (fixture);
  g_assert_false (unknot_test_diary_try_mark (fixture->diary, episode, FALSE, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT (SELECT count (*) FROM episode) + "
                                            "(SELECT count (*) FROM place) + "
                                            "(SELECT count (*) FROM episode_code) + "
                                            "(SELECT count (*) FROM reading) + "
                                            "(SELECT count (*) FROM relief) + "
                                            "(SELECT count (*) FROM dose)"), ==, 1);
  kept = dup_saved (fixture, other);
  g_assert_nonnull (kept);
}

static void
test_diary_many_at_once (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  UnknotEpisode *episode = unknot_test_diary_make_episode (20261121, 14, 5);
  UnknotReading *reading = make_reading (episode, 15, 0, 8);
  g_autoptr (UnknotReading) inner = make_reading (episode, 16, 0, 2);
  g_autoptr (UnknotEpisode) saved = NULL;
  g_autoptr (GError) error = NULL;
  guint n_changes = 0;

  unknot_episode_add (episode, UNKNOT_ENTRY (inner));
  g_ptr_array_add (entries, episode);
  g_ptr_array_add (entries, reading);
  unknot_test_diary_open (fixture);
  g_signal_connect_swapped (fixture->diary, "changed", G_CALLBACK (count_cb), &n_changes);
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary, entries, &error));
  g_assert_no_error (error);

  g_assert_cmpuint (n_changes, ==, 1);
  for (guint i = 0; i < entries->len; i++)
    g_assert_cmpint (unknot_entry_get_id (g_ptr_array_index (entries, i)), >, 0);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (inner)), >, 0);
  saved = dup_saved (fixture, episode);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (saved)), ==, 2);
  g_assert_cmpint (unknot_episode_get_worst (saved), ==, 8);
}

static void
test_diary_all_or_none (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (UnknotEpisode) unknown = unknot_test_diary_make_episode (20261121, 9, 5);
  UnknotEpisode *episode = unknot_test_diary_make_episode (20261121, 14, 5);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (entries, episode);
  g_ptr_array_add (entries, make_reading (unknown, 15, 0, 8));
  unknot_test_diary_open (fixture);
  g_assert_false (unknot_test_diary_try_save_all (fixture->diary, entries, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (episode)), ==, 0);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM episode"), ==, 0);

  g_clear_error (&error);
  g_ptr_array_set_size (entries, 1);
  g_assert_true (unknot_test_diary_try_save_all (fixture->diary, entries, &error));
  g_assert_no_error (error);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT count (*) FROM episode"), ==, 1);
}

static void
test_diary_tells_of_changes (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotEpisode) other = unknot_test_diary_make_episode (20261121, 9, 6);
  g_autoptr (UnknotDiary) another = unknot_diary_new (fixture->path, fixture->clock);
  guint n_changes = 0;

  unknot_test_diary_open (fixture);
  g_signal_connect_swapped (fixture->diary, "changed", G_CALLBACK (count_cb), &n_changes);
  unknot_diary_refresh (fixture->diary);
  g_assert_cmpuint (n_changes, ==, 0);
  unknot_test_diary_save (fixture->diary, episode);
  g_assert_cmpuint (n_changes, ==, 1);

  /* As another process does. */
  g_assert_true (unknot_test_diary_try_open (another, NULL));
  unknot_diary_refresh (fixture->diary);
  n_changes = 0;
  unknot_test_diary_save (another, other);
  unknot_diary_refresh (fixture->diary);
  g_assert_cmpuint (n_changes, ==, 1);
  unknot_diary_refresh (fixture->diary);
  g_assert_cmpuint (n_changes, ==, 1);
  unknot_test_diary_close (another);
}

static void
test_diary_keeps_whatever_is_written (DiaryFixture  *fixture,
                                      gconstpointer  data)
{
  g_autoptr (GString) note = g_string_new (
    "עוויתות בגב \u202eRTL\u202c تشنج 🦴👩🏽‍⚕️ \U0001f3f4\t\r\n'; DROP TABLE episode; --");
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotEpisode) saved = NULL;

  while (note->len < 100 * 1000)
    g_string_append (note, " 🦴 ظهر");
  unknot_episode_set_note (episode, note->str, NULL);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_reopen (fixture);
  saved = dup_saved (fixture, episode);
  g_assert_cmpstr (unknot_episode_get_note (saved), ==, note->str);
}

static void
test_diary_a_thousand_in_a_day (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autoptr (GPtrArray) all = NULL;

  unknot_test_diary_open (fixture);
  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr (UnknotEpisode) episode =
        unknot_test_diary_make_episode (20261121, i % 24, i % 11);

      unknot_diary_save_async (fixture->diary, UNKNOT_ENTRY (episode), NULL, NULL);
    }
  unknot_test_diary_reopen (fixture);
  all = unknot_diary_dup_on_day (fixture->diary, UNKNOT_TYPE_EPISODE, 20261121, NULL);
  g_assert_cmpuint (all->len, ==, 1000);
}

/* Entries keep their order and their days; what is saved last is what counts, whatever the clock. */
static void
test_diary_clock_set_back (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 6);
  g_autoptr (UnknotEpisode) saved = NULL;
  gint64 before, after;

  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  before = unknot_test_diary_query (fixture->path, "SELECT changed FROM episode");

  unknot_test_diary_set_time (fixture, "UTC", 20250101, 0, 0);
  unknot_episode_set_note (episode, "a year before", NULL);
  unknot_test_diary_save (fixture->diary, episode);
  after = unknot_test_diary_query (fixture->path, "SELECT changed FROM episode");
  g_assert_cmpint (after, >, before);
  unknot_test_diary_reopen (fixture);
  saved = dup_saved (fixture, episode);
  g_assert_cmpstr (unknot_episode_get_note (saved), ==, "a year before");
  g_assert_cmpint (unknot_moment_get_day (unknot_episode_get_start (saved)), ==, 20261121);
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

  add ("/diary/is-for-the-person-alone", test_diary_is_for_the_person_alone);
  add ("/diary/form", test_diary_form);
  add ("/diary/closes-cleanly", test_diary_closes_cleanly);
  add ("/diary/closed", test_diary_closed);
  add ("/diary/lets-go-without-closing", test_diary_lets_go_without_closing);
  add ("/diary/episode-round-trip", test_diary_episode_round_trip);
  add ("/diary/episode-of-two-things", test_diary_episode_of_two_things);
  add ("/diary/episode-changes", test_diary_episode_changes);
  add ("/diary/saves-what-it-was-asked", test_diary_saves_what_it_was_asked);
  add ("/diary/readings", test_diary_readings);
  add ("/diary/new-with-readings", test_diary_new_with_readings);
  add ("/diary/reading-of-no-spasm", test_diary_reading_of_no_spasm);
  add ("/diary/other-entries", test_diary_other_entries);
  add ("/diary/event", test_diary_event);
  add ("/diary/peg", test_diary_peg);
  add ("/diary/visit", test_diary_visit);
  add ("/diary/last-and-next-visit", test_diary_last_and_next_visit);
  add ("/diary/one-day-a-day", test_diary_one_day_a_day);
  add ("/diary/ongoing", test_diary_ongoing);
  add ("/diary/delete-can-be-undone", test_diary_delete_can_be_undone);
  add ("/diary/deleted-is-gone-at-the-next-start", test_diary_deleted_is_gone_at_the_next_start);
  add ("/diary/many-at-once", test_diary_many_at_once);
  add ("/diary/all-or-none", test_diary_all_or_none);
  add ("/diary/tells-of-changes", test_diary_tells_of_changes);
  add ("/diary/keeps-whatever-is-written", test_diary_keeps_whatever_is_written);
  add ("/diary/a-thousand-in-a-day", test_diary_a_thousand_in_a_day);
  add ("/diary/clock-set-back", test_diary_clock_set_back);

  return g_test_run ();
}
