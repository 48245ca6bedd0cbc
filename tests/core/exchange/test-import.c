/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-demo.h"
#include "unknot-diary-json.h"
#include "unknot-test-exchange.h"
#include "unknot-test-protocol.h"

#define UUID_A "aaaaaaaa-0000-4000-8000-000000000001"
#define UUID_B "bbbbbbbb-0000-4000-8000-000000000002"
#define UUID_C "cccccccc-0000-4000-8000-000000000003"
#define MOMENT "{\"utc\": 1795269900000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 20261121}"
#define FILE(lists) "{\"format\": \"unknot-diary\", \"version\": 1" lists "}"

#define SPASM(uuid, changed, more)                                                                 \
  "{\"uuid\": \"" uuid "\", \"start\": " MOMENT ", \"precision\": \"exact\", \"worst\": 7, "       \
  "\"changed\": " #changed more "}"
#define READING(uuid, pain) "{\"uuid\": \"" uuid "\", \"moment\": " MOMENT ", \"pain\": " #pain "}"
#define EPISODES(list) FILE (", \"episodes\": [" list "]")

/* Two diaries: what goes out of the first goes into the second. */
typedef struct
{
  DiaryFixture from;
  DiaryFixture to;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (&fixture->from, NULL);
  unknot_test_diary_set_up (&fixture->to, NULL);
  unknot_test_diary_open (&fixture->to);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_diary_tear_down (&fixture->from, NULL);
  unknot_test_diary_tear_down (&fixture->to, NULL);
}

static void
run_json (UnknotDiary *diary,
          const char  *json)
{
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (diary, json);

  unknot_test_exchange_run (import);
}

/* Out of one diary into an empty one, and out again: the same bytes. */
static void
assert_lossless (Fixture *fixture)
{
  g_autofree char *json = unknot_test_exchange_to_json (fixture->from.diary);
  g_autofree char *empty = unknot_test_exchange_to_json (fixture->to.diary);
  g_autofree char *again = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (fixture->to.diary, json);
  g_autoptr (UnknotImport) second = unknot_test_exchange_json (fixture->to.diary, json);
  UnknotMergeCounts counts;

  unknot_test_exchange_plan (import);
  counts = *unknot_import_get_counts (import);
  g_assert_cmpuint (counts.n_changed + counts.n_same + counts.n_kept, ==, 0);
  planned = unknot_test_exchange_to_json (fixture->to.diary);
  g_assert_cmpstr (planned, ==, empty);

  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, counts.n_added, 0, 0, 0);
  again = unknot_test_exchange_to_json (fixture->to.diary);
  g_assert_cmpstr (again, ==, json);
  unknot_test_diary_assert_index (&fixture->to);

  unknot_test_exchange_run (second);
  unknot_test_exchange_assert_counts (second, 0, 0, counts.n_added, 0);

  unknot_test_exchange_undo (import);
  undone = unknot_test_exchange_to_json (fixture->to.diary);
  g_assert_cmpstr (undone, ==, empty);
}

static void
test_import_lossless (Fixture       *fixture,
                      gconstpointer  data)
{
  unknot_test_diary_install (&fixture->from, data);
  unknot_test_diary_open (&fixture->from);

  assert_lossless (fixture);
}

static void
test_import_demo (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->from.clock);
  g_autoptr (GPtrArray) year = unknot_demo_create_year (protocol, now);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (&fixture->from);
  unknot_test_diary_try_save_all (fixture->from.diary, year, &error);
  g_assert_no_error (error);

  assert_lossless (fixture);
}

/* What is deleted does not go out; what was deleted here and comes in is back, until that is
 * undone. */
static void
test_import_deleted (Fixture       *fixture,
                     gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *empty = unknot_test_exchange_to_json (diary);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 5);
  g_autoptr (UnknotReading) reading =
    unknot_reading_new (unknot_episode_get_start (episode), 3, NULL);
  g_autofree char *json = NULL;
  g_autofree char *deleted = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotEntry) back = NULL;

  unknot_episode_add (episode, UNKNOT_ENTRY (reading));
  unknot_test_diary_save (diary, episode);
  json = unknot_test_exchange_to_json (diary);
  unknot_test_diary_mark (diary, episode, TRUE);
  deleted = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (deleted, ==, empty);

  import = unknot_test_exchange_json (diary, json);
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 1, 0, 0, 0);
  back = unknot_diary_dup_entry (diary, UNKNOT_TYPE_EPISODE,
                                 unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), NULL);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (UNKNOT_EPISODE (back))),
                    ==, 1);

  unknot_test_exchange_undo (import);
  undone = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (undone, ==, empty);
}

static UnknotEpisode *
get_episode (UnknotDiary *diary)
{
  g_autoptr (GError) error = NULL;
  UnknotEntry *entry = unknot_diary_dup_entry (diary, UNKNOT_TYPE_EPISODE, UUID_A, &error);

  g_assert_no_error (error);

  return UNKNOT_EPISODE (entry);
}

static void
test_import_newer (Fixture       *fixture,
                   gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotEpisode) episode = NULL;

  run_json (diary, EPISODES (SPASM (UUID_A, 1000, ", \"note\": \"old\", \"readings\": ["
                                    READING (UUID_B, 4) "]")));
  before = unknot_test_exchange_to_json (diary);

  import = unknot_test_exchange_json (
    diary, EPISODES (SPASM (UUID_A, 1001, ", \"note\": \"new\", \"trigger\": [\"lifting\"], "
                            "\"readings\": [" READING (UUID_B, 5) ", " READING (UUID_C, 6) "]")));
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 0, 1, 0, 0);
  episode = get_episode (diary);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "new");
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_TRIGGER, "lifting"));
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 2);
  unknot_test_diary_assert_index (&fixture->to);

  unknot_test_exchange_undo (import);
  undone = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (undone, ==, before);
}

/* What is newer here stays; what only the other has of it is added. */
static void
test_import_older (Fixture       *fixture,
                   gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  const char *older = EPISODES (SPASM (UUID_A, 999, ", \"note\": \"old\", \"readings\": ["
                                       READING (UUID_B, 9) ", " READING (UUID_C, 8) "]"));
  g_autofree char *before = NULL;
  g_autofree char *merged = NULL;
  g_autofree char *again = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (diary, older);
  g_autoptr (UnknotImport) second = unknot_test_exchange_json (diary, older);
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotReading) reading = NULL;

  run_json (diary, EPISODES (SPASM (UUID_A, 1000, ", \"note\": \"new\", \"readings\": ["
                                    READING (UUID_B, 4) "]")));
  before = unknot_test_exchange_to_json (diary);

  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 0, 1, 0, 0);
  episode = get_episode (diary);
  g_assert_cmpstr (unknot_episode_get_note (episode), ==, "new");
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 8);
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 2);
  reading = g_list_model_get_item (unknot_episode_get_readings (episode), 0);
  g_assert_cmpint (unknot_reading_get_pain (reading), ==, 4);

  merged = unknot_test_exchange_to_json (diary);
  unknot_test_exchange_run (second);
  unknot_test_exchange_assert_counts (second, 0, 0, 0, 1);
  again = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (again, ==, merged);

  unknot_test_exchange_undo (import);
  undone = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (undone, ==, before);
}

/* Saved as often here as there, and not the same: which is newer cannot be told. */
static void
test_import_kept (Fixture       *fixture,
                  gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  const char *event = FILE (", \"events\": [{\"uuid\": \"" UUID_A "\", \"moment\": " MOMENT
                            ", \"kind\": \"scan\", \"revision\": 2}]");
  const char *other = FILE (", \"events\": [{\"uuid\": \"" UUID_A "\", \"moment\": " MOMENT
                            ", \"kind\": \"physio\", \"revision\": 2}]");
  const char *newer = FILE (", \"events\": [{\"uuid\": \"" UUID_A "\", \"moment\": " MOMENT
                            ", \"kind\": \"physio\", \"revision\": 3}]");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (diary, other);
  g_autoptr (UnknotImport) second = unknot_test_exchange_json (diary, newer);

  run_json (diary, event);
  before = unknot_test_exchange_to_json (diary);
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 0, 0, 0, 1);
  after = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (after, ==, before);

  unknot_test_exchange_run (second);
  unknot_test_exchange_assert_counts (second, 0, 1, 0, 0);
  unknot_test_exchange_undo (second);
  undone = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (undone, ==, before);
}

/* A day has one entry, wherever it was told first. */
static void
test_import_days (Fixture       *fixture,
                  gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (UnknotImport) same = NULL;
  g_autoptr (UnknotImport) other = NULL;

  run_json (diary, FILE (", \"days\": [{\"uuid\": \"" UUID_A "\", \"moment\": " MOMENT
                         ", \"painless\": true}]"));
  before = unknot_test_exchange_to_json (diary);

  same = unknot_test_exchange_json (diary, FILE (", \"days\": [{\"uuid\": \"" UUID_B
                                                 "\", \"moment\": " MOMENT
                                                 ", \"painless\": true}]"));
  unknot_test_exchange_run (same);
  unknot_test_exchange_assert_counts (same, 0, 0, 1, 0);
  other = unknot_test_exchange_json (diary, FILE (", \"days\": [{\"uuid\": \"" UUID_B
                                                  "\", \"moment\": " MOMENT
                                                  ", \"sleep\": \"good\", \"revision\": 9}]"));
  unknot_test_exchange_run (other);
  unknot_test_exchange_assert_counts (other, 0, 0, 0, 1);

  after = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (after, ==, before);
}

/* What the person did after the import is not undone with it. */
static void
test_import_undo_later (Fixture       *fixture,
                        gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (
    diary, EPISODES (SPASM (UUID_A, 1000, "") ", " SPASM (UUID_B, 1000, "") ", "
                     SPASM (UUID_C, 1000, "")));
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotEpisode) still = NULL;
  g_autoptr (UnknotEntry) deleted = NULL;
  g_autoptr (UnknotEntry) gone = NULL;

  unknot_test_exchange_run (import);
  episode = get_episode (diary);
  unknot_episode_set_note (episode, "Told later", NULL);
  unknot_test_diary_save (diary, episode);
  deleted = unknot_diary_dup_entry (diary, UNKNOT_TYPE_EPISODE, UUID_C, NULL);
  unknot_test_diary_mark (diary, deleted, TRUE);
  unknot_test_exchange_undo (import);

  /* What was deleted since is gone as it would be. */
  g_assert_cmpuint (unknot_import_get_n_left (import), ==, 1);
  still = get_episode (diary);
  g_assert_cmpstr (unknot_episode_get_note (still), ==, "Told later");
  gone = unknot_diary_dup_entry (diary, UNKNOT_TYPE_EPISODE, UUID_B, NULL);
  g_assert_null (gone);
}

/* A spasm is one entry, whatever was added to it. */
static void
test_import_undo_later_parts (Fixture       *fixture,
                              gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotEpisode) still = NULL;

  run_json (diary, EPISODES (SPASM (UUID_A, 1000, "")));
  import = unknot_test_exchange_json (
    diary, EPISODES (SPASM (UUID_A, 999, ", \"readings\": [" READING (UUID_B, 4) ", "
                            READING (UUID_C, 5) "]")));
  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 0, 1, 0, 0);
  episode = get_episode (diary);
  unknot_episode_set_note (episode, "Told later", NULL);
  unknot_test_diary_save (diary, episode);
  unknot_test_exchange_undo (import);

  g_assert_cmpuint (unknot_import_get_n_left (import), ==, 1);
  still = get_episode (diary);
  g_assert_cmpstr (unknot_episode_get_note (still), ==, "Told later");
  g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (still)), ==, 2);
}

/* What was changed after it was told what would be done is not overwritten, and what is told then
 * is what was done. */
static void
test_import_plan_outdated (Fixture       *fixture,
                           gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (
    diary, EPISODES (SPASM (UUID_A, 1001, ", \"note\": \"Theirs\"") ", "
                     SPASM (UUID_B, 1001, "")));
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotEpisode) still = NULL;

  run_json (diary, EPISODES (SPASM (UUID_A, 1000, "")));
  unknot_test_exchange_plan (import);
  unknot_test_exchange_assert_counts (import, 1, 1, 0, 0);
  episode = get_episode (diary);
  unknot_episode_set_note (episode, "Mine", NULL);
  unknot_test_diary_save (diary, episode);

  unknot_test_exchange_run (import);
  unknot_test_exchange_assert_counts (import, 1, 0, 0, 1);
  still = get_episode (diary);
  g_assert_cmpstr (unknot_episode_get_note (still), ==, "Mine");
}

/* Whatever is wrong, all the rest stays out as well. */
static void
test_import_nothing_half (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *before = unknot_test_exchange_to_json (diary);
  g_autofree char *after = NULL;
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (
    diary, EPISODES (SPASM (UUID_A, 1000, "") ",\n" SPASM (UUID_B, 1000, "") ",\n"
                     SPASM (UUID_A, 1000, "")));
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_test_exchange_try (import, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, "Line 3: The id “" UUID_A "” is given twice.");
  after = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (after, ==, before);
}

static void
stopped_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  unknot_import_finish (UNKNOT_IMPORT (source), result, user_data);
}

/* An import that is stopped leaves the diary as it was. */
static void
test_import_stopped (Fixture       *fixture,
                     gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *before = unknot_test_exchange_to_json (diary);
  g_autofree char *after = NULL;
  g_autoptr (UnknotImport) import =
    unknot_test_exchange_json (diary, EPISODES (SPASM (UUID_A, 1000, "")));
  g_autoptr (UnknotProgress) progress = unknot_progress_new ();
  g_autoptr (GError) error = NULL;

  unknot_progress_stop (progress);
  unknot_import_run_async (import, progress, stopped_cb, &error);
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  after = unknot_test_exchange_to_json (diary);
  g_assert_cmpstr (after, ==, before);
}

static void
ended_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  unknot_import_finish (UNKNOT_IMPORT (source), result, &error);
  g_assert_no_error (error);
  *(gboolean *) user_data = TRUE;
}

static void
count_steps_cb (UnknotProgress *progress,
                GParamSpec     *pspec,
                double         *last)
{
  g_assert_cmpfloat (unknot_progress_get_part (progress), >=, *last);
  *last = unknot_progress_get_part (progress);
}

static void
test_import_progress (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GString) json = g_string_new ("{\"format\": \"unknot-diary\", \"version\": 1, "
                                           "\"episodes\": [");
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (UnknotProgress) progress = unknot_progress_new ();
  gboolean ended = FALSE;
  double last = 0;

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (json,
                            "%s{\"uuid\": \"%08x-0000-4000-8000-000000000000\", \"start\": " MOMENT
                            ", \"precision\": \"exact\", \"worst\": 7}", i > 0 ? "," : "", i);
  g_string_append (json, "]}");
  import = unknot_test_exchange_json (fixture->to.diary, json->str);
  g_signal_connect (progress, "notify::part", G_CALLBACK (count_steps_cb), &last);
  unknot_import_run_async (import, progress, ended_cb, &ended);
  while (!ended)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpfloat (last, >, 0.5);
  unknot_test_exchange_assert_counts (import, 300, 0, 0, 0);
}

/* What was there before can be gone back to, also when it cannot be undone any more. */
static void
test_import_backup (Fixture       *fixture,
                    gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  g_autofree char *folder = g_strconcat (fixture->to.path, ".backups", NULL);
  g_autoptr (UnknotImport) import =
    unknot_test_exchange_json (diary, EPISODES (SPASM (UUID_A, 1000, "")));
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261120, 8, 5);
  g_autoptr (UnknotDatabase) database = NULL;
  g_autofree char *path = NULL;
  gint64 n = 0;

  unknot_test_diary_save (diary, episode);
  unknot_test_exchange_plan (import);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ""), ==, 0);

  unknot_test_exchange_run (import);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ""), ==, 1);
  path = unknot_test_diary_find_file (folder, "");
  database = unknot_database_open (path, UNKNOT_DATABASE_FROZEN, NULL);
  g_assert_true (unknot_database_get_number (database, "SELECT count (*) FROM episode", &n, NULL));
  g_assert_cmpint (n, ==, 1);
}

/* What is saved after an import, however that ended, is found by its words. */
static void
test_import_index (Fixture       *fixture,
                   gconstpointer  data)
{
  UnknotDiary *diary = fixture->to.diary;
  const char *file = EPISODES (SPASM (UUID_A, 1000, ", \"note\": \"lifted a crate\""));
  g_autoptr (UnknotEpisode) first = unknot_test_diary_make_episode (20261119, 8, 5);
  g_autoptr (UnknotEpisode) second = unknot_test_diary_make_episode (20261120, 8, 5);
  g_autoptr (UnknotImport) broken = unknot_test_exchange_json (diary, EPISODES ("{}"));
  g_autoptr (UnknotImport) import = unknot_test_exchange_json (diary, file);
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_test_exchange_try (broken, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  unknot_episode_set_note (first, "slept badly", NULL);
  unknot_test_diary_save (diary, first);
  unknot_test_diary_assert_index (&fixture->to);

  unknot_test_exchange_plan (import);
  unknot_test_diary_assert_index (&fixture->to);
  unknot_test_exchange_run (import);
  unknot_episode_set_note (second, "sat for long", NULL);
  unknot_test_diary_save (diary, second);
  unknot_test_diary_assert_index (&fixture->to);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const names[] = {
    "1-deleted", "1-empty", "1-full", "1-ordinary", "1-travel", "1-writing", "2-ordinary",
    "3-deleted", "3-full", "3-ordinary", "3-travel", "3-writing",
    "4-deleted", "4-ordinary", "4-writing",
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/import/lossless/", names[i], NULL);

      g_test_add (path, Fixture, names[i], set_up, test_import_lossless, tear_down);
    }
  g_test_add ("/import/demo", Fixture, NULL, set_up, test_import_demo, tear_down);
  g_test_add ("/import/deleted", Fixture, NULL, set_up, test_import_deleted, tear_down);
  g_test_add ("/import/newer", Fixture, NULL, set_up, test_import_newer, tear_down);
  g_test_add ("/import/older", Fixture, NULL, set_up, test_import_older, tear_down);
  g_test_add ("/import/kept", Fixture, NULL, set_up, test_import_kept, tear_down);
  g_test_add ("/import/days", Fixture, NULL, set_up, test_import_days, tear_down);
  g_test_add ("/import/undo-later", Fixture, NULL, set_up, test_import_undo_later, tear_down);
  g_test_add ("/import/undo-later-parts", Fixture, NULL, set_up, test_import_undo_later_parts,
              tear_down);
  g_test_add ("/import/plan-outdated", Fixture, NULL, set_up, test_import_plan_outdated, tear_down);
  g_test_add ("/import/nothing-half", Fixture, NULL, set_up, test_import_nothing_half, tear_down);
  g_test_add ("/import/stopped", Fixture, NULL, set_up, test_import_stopped, tear_down);
  g_test_add ("/import/backup", Fixture, NULL, set_up, test_import_backup, tear_down);
  g_test_add ("/import/index", Fixture, NULL, set_up, test_import_index, tear_down);
  g_test_add ("/import/progress", Fixture, NULL, set_up, test_import_progress, tear_down);

  return g_test_run ();
}
