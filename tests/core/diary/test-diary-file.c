/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-file.h"
#include "unknot-test-diary.h"

#include <glib/gstdio.h>

static void
assert_same_bytes (const char *path,
                   GBytes     *expected)
{
  g_autoptr (GBytes) bytes = unknot_test_diary_read_file (path);

  g_assert_true (g_bytes_equal (bytes, expected));
}

static void
write_bytes (const char    *path,
             gconstpointer  bytes,
             gsize          length)
{
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, length, &error);
  g_assert_no_error (error);
}

static void
save_episode (DiaryFixture *fixture,
              int           day,
              int           worst)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_test_diary_save (fixture->diary, episode);
}

/* A diary of one entry, closed; and after it a week later, with two, a backup of the first. */
static void
make_diary_with_backup (DiaryFixture *fixture)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_reopen (fixture);
  save_episode (fixture, 20261121, 2);
  unknot_test_diary_close (fixture->diary);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ".db"), ==, 1);
}

static void
assert_refused (DiaryFixture *fixture,
                int           code)
{
  g_autoptr (GBytes) before = unknot_test_diary_read_file (fixture->path);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  guint n_files = unknot_test_diary_count_files (folder, "");
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, code);
  g_assert_nonnull (strstr (error->message, fixture->path));
  /* In a person's words; and to open it is what was just tried. */
  g_assert_null (strstr (error->message, "open it again"));
  g_assert_null (strstr (error->message, "returns error code"));
  g_assert_null (strstr (error->message, "disk image"));
  g_assert_null (strstr (error->message, "not a database"));
  assert_same_bytes (fixture->path, before);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ""), ==, n_files);
}

/* It was kept under a dated name, byte for byte, and the diary has what the backup had. */
static void
assert_restores (DiaryFixture *fixture)
{
  g_autoptr (GBytes) before = unknot_test_diary_read_file (fixture->path);
  g_autofree char *backup = g_strdup (unknot_diary_get_backup (fixture->diary));
  g_autofree char *expected = g_strconcat (fixture->path, ".2026-11-21-140500.damaged", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (backup);
  kept = unknot_test_diary_restore (fixture->diary, backup, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (kept, ==, expected);
  assert_same_bytes (kept, before);
  g_assert_true (unknot_diary_is_open (fixture->diary));
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT sum (worst) FROM episode"), ==,
                   1);
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_file_truncated (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  static const gsize lengths[] = { 1, 15, 16, 99, 100, 4095, 4096, 8192, 20000 };
  g_autoptr (GBytes) whole = NULL;

  make_diary_with_backup (fixture);
  whole = unknot_test_diary_read_file (fixture->path);
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_assert_cmpuint (lengths[i], <, g_bytes_get_size (whole));
      write_bytes (fixture->path, g_bytes_get_data (whole, NULL), lengths[i]);
      assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
      g_assert_nonnull (unknot_diary_get_backup (fixture->diary));
    }
  write_bytes (fixture->path, g_bytes_get_data (whole, NULL), g_bytes_get_size (whole) - 1);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  assert_restores (fixture);
}

/* One that is damaged while it is in use is to be opened again. */
static void
test_file_damaged_in_use (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 2);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_query (fixture->path, "DROP TABLE note_words; DROP TABLE episode");
  g_assert_false (unknot_test_diary_try_save (fixture->diary, episode, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "open it again"));
  g_assert_null (strstr (error->message, "no such table"));
}

static void
test_file_folder (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *expected =
    g_strdup_printf ("“%s” is a folder, and a diary is a file. It was not touched.", fixture->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (fixture->path, 0700), ==, 0);
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_file_empty (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  make_diary_with_backup (fixture);
  write_bytes (fixture->path, "", 0);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  assert_restores (fixture);
}

static void
test_file_of_something_else (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  g_autofree char *text = g_strnfill (10000, 'x');

  make_diary_with_backup (fixture);
  write_bytes (fixture->path, text, 10000);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  assert_restores (fixture);
}

static void
test_file_of_another_program (DiaryFixture  *fixture,
                              gconstpointer  data)
{
  make_diary_with_backup (fixture);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  unknot_test_diary_query (fixture->path, "CREATE TABLE episode (x); PRAGMA user_version = 1");
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  assert_restores (fixture);
}

/* What SQLite keeps behind an index of words it words as it likes. */
static void
test_file_of_another_sqlite (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  unknot_test_diary_query (fixture->path,
                           "PRAGMA writable_schema = ON;"
                           "UPDATE sqlite_schema SET sql = replace (sql, '(', ' (') "
                           "WHERE name = 'note_words_data'");
  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 2);
}

static void
test_file_overwritten (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree guint8 *bytes = NULL;
  gsize size;

  make_diary_with_backup (fixture);
  whole = unknot_test_diary_read_file (fixture->path);
  size = g_bytes_get_size (whole);
  bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
  memset (bytes + 4096, 0, size - 4096);
  write_bytes (fixture->path, bytes, size);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  assert_restores (fixture);
}

static void
read_all (DiaryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all =
    unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_EPISODE, &error);

  if (all == NULL)
    g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
}

/* A flipped bit is found, or is in what a person wrote, or in no use. Whatever it is in, the file
 * is not made worse, nor the program brought down. */
static void
test_file_flipped_bits (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autoptr (GBytes) whole = NULL;
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autofree char *index = g_strconcat (fixture->path, "-shm", NULL);
  gsize size;
  guint n_refused = 0;

  make_diary_with_backup (fixture);
  whole = unknot_test_diary_read_file (fixture->path);
  size = g_bytes_get_size (whole);
  for (gsize at = 0; at < size; at += at < 100 ? 1 : 1021)
    {
      g_autofree guint8 *bytes = g_memdup2 (g_bytes_get_data (whole, NULL), size);
      g_autoptr (GError) error = NULL;

      bytes[at] ^= 1u << g_test_rand_int_range (0, 8);
      write_bytes (fixture->path, bytes, size);
      if (unknot_test_diary_try_open (fixture->diary, &error))
        {
          read_all (fixture);
          unknot_test_diary_close (fixture->diary);
        }
      else
        {
          g_autoptr (GBytes) flipped = g_bytes_new (bytes, size);

          g_assert_true (error->domain == UNKNOT_DIARY_ERROR);
          g_assert_null (strstr (error->message, "open it again"));
          g_assert_true (error->code == UNKNOT_DIARY_ERROR_DAMAGED ||
                         (error->code == UNKNOT_DIARY_ERROR_NEWER && at >= 60 && at < 64));
          assert_same_bytes (fixture->path, flipped);
          n_refused++;
        }
      g_unlink (log);
      g_unlink (index);
    }
  g_assert_cmpuint (n_refused, >, 50);
}

/* A part of what was saved last is in the log: it goes where the file goes. */
static void
test_file_keeps_its_log (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (GBytes) logged = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *kept_log = NULL;
  g_autoptr (GError) error = NULL;

  make_diary_with_backup (fixture);
  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 3);
  whole = unknot_test_diary_read_file (fixture->path);
  logged = unknot_test_diary_read_file (log);
  g_assert_cmpuint (g_bytes_get_size (logged), >, 0);
  unknot_test_diary_close (fixture->diary);

  write_bytes (fixture->path, g_bytes_get_data (whole, NULL), 50);
  write_bytes (log, g_bytes_get_data (logged, NULL), g_bytes_get_size (logged));
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  kept = unknot_test_diary_restore (fixture->diary, unknot_diary_get_backup (fixture->diary), NULL);
  g_assert_nonnull (kept);
  kept_log = g_strconcat (kept, "-wal", NULL);
  assert_same_bytes (kept_log, logged);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT sum (worst) FROM episode"), ==,
                   1);
}

static void
test_file_restores_twice_in_a_second (DiaryFixture  *fixture,
                                      gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);

  make_diary_with_backup (fixture);
  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *kept = NULL;

      write_bytes (fixture->path, "broken", i);
      g_assert_false (unknot_test_diary_try_open (fixture->diary, NULL));
      kept = unknot_test_diary_restore (fixture->diary, unknot_diary_get_backup (fixture->diary),
                                        NULL);
      g_assert_nonnull (kept);
      unknot_test_diary_close (fixture->diary);
      g_assert_cmpuint (unknot_test_diary_count_files (folder, ".damaged"), ==, i);
    }
}

static void
test_file_without_a_backup (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GBytes) broken = g_bytes_new_static ("broken", 6);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  write_bytes (fixture->path, "broken", 6);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_null (unknot_diary_get_backup (fixture->diary));

  kept = unknot_test_diary_restore (fixture->diary, NULL, &error);
  g_assert_no_error (error);
  assert_same_bytes (kept, broken);
  save_episode (fixture, 20261121, 2);
}

static void
test_file_offers_no_bad_backup (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *newer = NULL;

  make_diary_with_backup (fixture);
  unknot_test_diary_set_time (fixture, "UTC", 20261130, 8, 0);
  unknot_test_diary_open (fixture);
  unknot_test_diary_close (fixture->diary);
  newer = unknot_test_diary_find_file (backups, ".db");
  g_assert_true (g_str_has_suffix (newer, "0002-2026-11-30.db"));
  write_bytes (newer, "SQLite format 3", 16);
  write_bytes (fixture->path, "broken", 6);
  unknot_test_diary_set_time (fixture, "UTC", 20261121, 14, 5);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_true (g_str_has_suffix (unknot_diary_get_backup (fixture->diary), "0001-2026-11-21.db"));
  assert_restores (fixture);
}

static void
test_file_restores_no_bad_backup (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  g_autofree char *bad = g_build_filename (fixture->folder, "bad.db", NULL);
  g_autofree char *missing = g_build_filename (fixture->folder, "missing.db", NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GBytes) broken = g_bytes_new_static ("broken", 6);
  g_autoptr (GError) error = NULL;

  make_diary_with_backup (fixture);
  write_bytes (fixture->path, "broken", 6);
  write_bytes (bad, "bad", 3);
  g_assert_null (unknot_test_diary_restore (fixture->diary, bad, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_null (unknot_test_diary_restore (fixture->diary, missing, NULL));
  assert_same_bytes (fixture->path, broken);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ".damaged"), ==, 0);
}

/* Were it made anew, its loss would pass for a fresh start. */
static void
test_file_gone (DiaryFixture  *fixture,
                gconstpointer  data)
{
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;

  make_diary_with_backup (fixture);
  g_assert_cmpint (g_remove (fixture->path), ==, 0);
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_assert_nonnull (unknot_diary_get_backup (fixture->diary));
  kept = unknot_test_diary_restore (fixture->diary, unknot_diary_get_backup (fixture->diary), NULL);
  g_assert_nonnull (kept);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT sum (worst) FROM episode"), ==,
                   1);
}

static void
test_file_newer (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  make_diary_with_backup (fixture);
  unknot_test_diary_query (fixture->path,
                           "CREATE TABLE later (x); INSERT INTO later VALUES (1);"
                           "PRAGMA user_version = 7");
  assert_refused (fixture, UNKNOT_DIARY_ERROR_NEWER);
  g_assert_null (unknot_diary_get_backup (fixture->diary));
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_nonnull (strstr (error->message, "7"));
}

/* Of a newer version that was brought down: that it is newer is in the log alone. */
static void
test_file_newer_in_its_log (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *log = g_strconcat (fixture->path, "-wal", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) newer_log = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  before = unknot_test_diary_read_file (fixture->path);
  unknot_test_diary_query (fixture->path, "PRAGMA user_version = 7");
  newer_log = unknot_test_diary_read_file (log);
  unknot_test_diary_close (fixture->diary);

  write_bytes (fixture->path, g_bytes_get_data (before, NULL), g_bytes_get_size (before));
  write_bytes (log, g_bytes_get_data (newer_log, NULL), g_bytes_get_size (newer_log));
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NEWER);
  assert_same_bytes (fixture->path, before);
  assert_same_bytes (log, newer_log);
}

static void
open_on (DiaryFixture *fixture,
         int           day)
{
  unknot_test_diary_set_time (fixture, "UTC", day, 8, 0);
  unknot_test_diary_reopen (fixture);
  /* Closing comes after the backup. */
  unknot_test_diary_reopen (fixture);
}

static void
test_file_backup_a_week (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  static const struct
  {
    int day;
    guint n_backups;
  } days[] = {
    { 20261121, 1 }, { 20261122, 1 }, { 20261127, 1 }, { 20261128, 2 }, { 20261204, 2 },
    { 20261230, 3 }, { 20270106, 4 },
    /* The clock was wrong, and was set right. */
    { 20240101, 5 }, { 20240107, 5 }, { 20240108, 6 }, { 20270107, 7 }, { 20270114, 8 },
    { 20270121, 8 }, { 20270128, 8 },
  };
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *last = NULL;
  g_autofree char *third = g_build_filename (backups, "0003-2026-12-30.db", NULL);
  g_autofree char *second = g_build_filename (backups, "0002-2026-11-28.db", NULL);
  GStatBuf status;

  /* Nothing is in it: nothing to back up. */
  unknot_test_diary_open (fixture);
  open_on (fixture, 20261120);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ""), ==, 0);

  save_episode (fixture, 20261120, 1);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      open_on (fixture, days[i].day);
      g_assert_cmpuint (unknot_test_diary_count_files (backups, ""), ==, days[i].n_backups);
    }
  g_assert_true (g_file_test (third, G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (second, G_FILE_TEST_EXISTS));

  last = unknot_test_diary_find_file (backups, ".db");
  g_assert_true (g_str_has_suffix (last, "/0010-2027-01-28.db"));
  g_assert_cmpint (unknot_test_diary_query (last, "SELECT count (*) FROM episode"), ==, 1);
  g_assert_cmpint (g_stat (last, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (backups, &status), ==, 0);
  g_assert_cmphex (status.st_mode & 0777, ==, 0700);
}

/* Who never closes the window has backups too. */
static void
test_file_backup_after_a_save (DiaryFixture  *fixture,
                               gconstpointer  data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_set_time (fixture, "UTC", 20261122, 8, 0);
  save_episode (fixture, 20261122, 2);
  unknot_test_diary_reopen (fixture);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ""), ==, 1);
}

static void
take_error_cb (UnknotDiary  *diary,
               GError       *error,
               GError      **place)
{
  g_assert_null (*place);
  *place = g_error_copy (error);
}

static void
test_file_backup_fails (DiaryFixture  *fixture,
                        gconstpointer  data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (UnknotDiary) diary = unknot_diary_new (fixture->path, fixture->clock);
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 9, 2);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  write_bytes (backups, "in the way", 10);

  g_signal_connect (diary, "failed", G_CALLBACK (take_error_cb), &error);
  g_assert_true (unknot_test_diary_try_open (diary, NULL));
  while (error == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_BACKUP);
  unknot_test_diary_save (diary, episode);
  unknot_test_diary_close (diary);
}

/* After those that there are. */
static const char *later_steps[] = {
  NULL,
  NULL,
  NULL,
  NULL,
  "ALTER TABLE episode ADD COLUMN weather TEXT; UPDATE episode SET weather = 'rain'",
  "CREATE TABLE walk (id INTEGER PRIMARY KEY) STRICT; INSERT INTO walk VALUES (5)",
};

static UnknotDiarySchema
make_later_schema (void)
{
  const UnknotDiarySchema *schema = unknot_diary_schema_get ();

  g_assert_cmpuint (schema->version, ==, G_N_ELEMENTS (later_steps) - 2);
  for (guint i = 0; i < schema->version; i++)
    later_steps[i] = schema->steps[i];

  return (UnknotDiarySchema) { later_steps, G_N_ELEMENTS (later_steps) };
}

static void
test_file_upgrade (DiaryFixture  *fixture,
                   gconstpointer  data)
{
  UnknotDiarySchema schema = make_later_schema ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autofree char *backup = NULL;
  g_autoptr (GError) error = NULL;
  UnknotDatabase *database;

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  for (guint i = 0; i < 2; i++)
    {
      database = unknot_diary_file_open (fixture->path, &schema, now, &error);
      g_assert_no_error (error);
      unknot_database_close (database);
      g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==,
                       G_N_ELEMENTS (later_steps));
      g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                                "SELECT count (*) FROM episode, walk "
                                                "WHERE weather = 'rain'"), ==, 1);
      g_assert_cmpuint (unknot_test_diary_count_files (backups, ""), ==, 1);
    }

  backup = unknot_test_diary_find_file (backups, ".db");
  g_assert_cmpint (unknot_test_diary_query (backup, "PRAGMA user_version"), ==,
                   unknot_diary_schema_get ()->version);
  g_assert_cmpint (unknot_test_diary_query (backup, "SELECT count (*) FROM episode"), ==, 1);
  assert_refused (fixture, UNKNOT_DIARY_ERROR_NEWER);
}

static void
test_file_upgrade_needs_a_backup (DiaryFixture  *fixture,
                                  gconstpointer  data)
{
  UnknotDiarySchema schema = make_later_schema ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  before = unknot_test_diary_read_file (fixture->path);
  write_bytes (backups, "in the way", 10);
  g_assert_null (unknot_diary_file_open (fixture->path, &schema, now, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_BACKUP);
  assert_same_bytes (fixture->path, before);
}

static void
test_file_upgrade_wholly_or_not (DiaryFixture  *fixture,
                                 gconstpointer  data)
{
  UnknotDiarySchema schema = make_later_schema ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GError) error = NULL;

  later_steps[G_N_ELEMENTS (later_steps) - 1] =
    "CREATE TABLE walk (id INTEGER PRIMARY KEY) STRICT; INSERT INTO nowhere VALUES (5)";
  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261121, 1);
  unknot_test_diary_close (fixture->diary);
  g_assert_null (unknot_diary_file_open (fixture->path, &schema, now, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==,
                   unknot_diary_schema_get ()->version);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT count (*) FROM pragma_table_info ('episode') "
                                            "WHERE name = 'weather'"), ==, 0);
  unknot_test_diary_open (fixture);
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

  add ("/diary-file/truncated", test_file_truncated);
  add ("/diary-file/damaged-in-use", test_file_damaged_in_use);
  add ("/diary-file/folder", test_file_folder);
  add ("/diary-file/empty", test_file_empty);
  add ("/diary-file/of-something-else", test_file_of_something_else);
  add ("/diary-file/of-another-program", test_file_of_another_program);
  add ("/diary-file/of-another-sqlite", test_file_of_another_sqlite);
  add ("/diary-file/overwritten", test_file_overwritten);
  add ("/diary-file/flipped-bits", test_file_flipped_bits);
  add ("/diary-file/keeps-its-log", test_file_keeps_its_log);
  add ("/diary-file/restores-twice-in-a-second", test_file_restores_twice_in_a_second);
  add ("/diary-file/without-a-backup", test_file_without_a_backup);
  add ("/diary-file/offers-no-bad-backup", test_file_offers_no_bad_backup);
  add ("/diary-file/restores-no-bad-backup", test_file_restores_no_bad_backup);
  add ("/diary-file/gone", test_file_gone);
  add ("/diary-file/newer", test_file_newer);
  add ("/diary-file/newer-in-its-log", test_file_newer_in_its_log);
  add ("/diary-file/backup-a-week", test_file_backup_a_week);
  add ("/diary-file/backup-after-a-save", test_file_backup_after_a_save);
  add ("/diary-file/backup-fails", test_file_backup_fails);
  add ("/diary-file/upgrade", test_file_upgrade);
  add ("/diary-file/upgrade-needs-a-backup", test_file_upgrade_needs_a_backup);
  add ("/diary-file/upgrade-wholly-or-not", test_file_upgrade_wholly_or_not);

  return g_test_run ();
}
