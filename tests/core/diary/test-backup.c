/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-backup.h"
#include "unknot-test-diary.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static void
save_episode (DiaryFixture *fixture,
              int           day,
              int           worst)
{
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (day, 8, worst);

  unknot_test_diary_save (fixture->diary, episode);
}

/* An entry that is in the one backup as well, and one that is in the diary alone. */
static void
set_up (DiaryFixture  *fixture,
        gconstpointer  data)
{
  unknot_test_diary_set_up (fixture, data);
  unknot_test_diary_open (fixture);
  save_episode (fixture, 20261120, 1);
  unknot_test_diary_reopen (fixture);
  save_episode (fixture, 20261121, 2);
}

static UnknotBackup *
get_backup (DiaryFixture *fixture,
            guint         n)
{
  g_autoptr (GListModel) backups = unknot_diary_list_backups (fixture->diary);

  return g_list_model_get_item (backups, n);
}

static void
assert_n_backups (DiaryFixture *fixture,
                  guint         n)
{
  g_autoptr (GListModel) backups = unknot_diary_list_backups (fixture->diary);

  g_assert_cmpuint (g_list_model_get_n_items (backups), ==, n);
}

static char *
find_file (DiaryFixture *fixture,
           const char   *containing)
{
  g_autofree char *folder = g_strconcat (fixture->path, ".backups", NULL);

  return unknot_test_diary_find_file (folder, containing);
}

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Whatever comes of it, nothing is left beside the diary. */
static gboolean
try_to_go_back (DiaryFixture  *fixture,
                UnknotBackup  *backup,
                UnknotBackup **before,
                GError       **error)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  guint n_files = unknot_test_diary_count_files (folder, "");
  g_autoptr (GAsyncResult) result = NULL;

  unknot_diary_go_back_async (fixture->diary, backup, take_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (unknot_test_diary_count_files (folder, ""), ==, n_files);

  return unknot_diary_go_back_finish (fixture->diary, result, before, error);
}

static void
go_back (DiaryFixture *fixture,
         guint         n)
{
  g_autoptr (UnknotBackup) backup = get_backup (fixture, n);
  g_autoptr (GError) error = NULL;

  g_assert_true (try_to_go_back (fixture, backup, NULL, &error) || error != NULL);
  g_assert_no_error (error);
}

/* By who reads the diary all the while, and by who reads the file. */
static void
assert_worst (DiaryFixture *fixture,
              int           first,
              int           second)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = unknot_diary_dup_all (fixture->diary, UNKNOT_TYPE_EPISODE, &error);
  int sum = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < all->len; i++)
    sum += unknot_episode_get_worst (g_ptr_array_index (all, i));
  g_assert_cmpint (sum, ==, first + second);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "SELECT sum (worst) FROM episode"), ==,
                   first + second);
}

static void
count_cb (UnknotDiary *diary,
          guint       *n)
{
  (*n)++;
}

static void
test_backup_list (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = find_file (fixture, ".db");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotBackup) backup = NULL;
  g_autofree char *time = NULL;
  GStatBuf status;

  g_file_set_attribute_uint64 (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1793534400,
                               G_FILE_QUERY_INFO_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_stat (path, &status), ==, 0);

  assert_n_backups (fixture, 1);
  backup = get_backup (fixture, 0);
  time = g_date_time_format_iso8601 (unknot_backup_get_time (backup));
  g_assert_cmpstr (time, ==, "2026-11-01T12:00:00Z");
  g_assert_cmpint (unknot_backup_get_size (backup), ==, status.st_size);
}

/* There and back again: what was there before is in a backup, and what is in one needs no other. */
static void
test_backup_go_back (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  guint n_changes = 0;

  g_signal_connect (fixture->diary, "changed", G_CALLBACK (count_cb), &n_changes);
  assert_worst (fixture, 1, 2);
  go_back (fixture, 0);
  assert_worst (fixture, 1, 0);
  g_assert_cmpuint (n_changes, ==, 1);
  assert_n_backups (fixture, 2);

  go_back (fixture, 0);
  assert_worst (fixture, 1, 2);
  g_assert_cmpuint (n_changes, ==, 2);
  assert_n_backups (fixture, 2);

  /* It is a diary like any other. */
  save_episode (fixture, 20261121, 4);
  unknot_test_diary_reopen (fixture);
  assert_worst (fixture, 3, 4);
  unknot_test_diary_assert_index (fixture);
}

/* What there was before is known, whether a backup of it was made or there was one already. */
static void
test_backup_before (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotBackup) first = get_backup (fixture, 0);
  g_autoptr (UnknotBackup) before = NULL;
  g_autoptr (UnknotBackup) earlier = NULL;
  g_autoptr (UnknotBackup) none = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (try_to_go_back (fixture, first, &before, &error));
  assert_worst (fixture, 1, 0);
  g_assert_true (try_to_go_back (fixture, before, &earlier, &error));
  assert_worst (fixture, 1, 2);
  assert_n_backups (fixture, 2);
  g_assert_true (try_to_go_back (fixture, earlier, NULL, &error));
  assert_worst (fixture, 1, 0);
  g_assert_no_error (error);

  unknot_test_diary_close (fixture->diary);
  g_assert_false (try_to_go_back (fixture, before, &none, &error));
  g_assert_nonnull (error);
  g_assert_null (none);
}

/* Eight backups, the newest of them of what is there now. */
static void
fill_backups (DiaryFixture *fixture)
{
  for (guint i = 0; i < 7; i++)
    {
      g_autoptr (UnknotBackup) last = NULL;

      save_episode (fixture, 20261121, 1);
      go_back (fixture, 0);
      last = get_backup (fixture, 0);
      g_assert_true (try_to_go_back (fixture, last, NULL, NULL));
    }
  assert_n_backups (fixture, 8);
}

/* The backup of what is there now takes the place of the oldest. */
static void
test_backup_oldest (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  fill_backups (fixture);
  save_episode (fixture, 20261121, 4);
  go_back (fixture, 7);
  assert_worst (fixture, 1, 0);
  assert_n_backups (fixture, 8);
}

/* However often somebody looks into all of them, what there was at first is still among them. */
static void
test_backup_all (DiaryFixture  *fixture,
                 gconstpointer  data)
{
  gint64 most = 0;

  fill_backups (fixture);
  save_episode (fixture, 20261121, 10);
  for (guint i = 0; i < 24; i++)
    go_back (fixture, 7 - i % 8);
  assert_n_backups (fixture, 8);

  for (guint i = 0; i < 8; i++)
    {
      go_back (fixture, i);
      most = MAX (most, unknot_test_diary_query (fixture->path, "SELECT sum (worst) FROM episode"));
    }
  g_assert_cmpint (most, ==, 3 + 7 + 10);
}

static void
test_backup_older_version (DiaryFixture  *fixture,
                           gconstpointer  data)
{
  const char *sum = "SELECT sum (worst) FROM episode WHERE deleted IS NULL";
  g_autofree char *path = find_file (fixture, ".db");
  DiaryFixture older;
  gint64 expected, version;

  unknot_test_diary_set_up (&older, NULL);
  unknot_test_diary_install (&older, "1-ordinary");
  expected = unknot_test_diary_query (older.path, sum);
  g_assert_cmpint (expected, >, 3);
  g_assert_cmpint (g_rename (older.path, path), ==, 0);
  unknot_test_diary_tear_down (&older, NULL);

  version = unknot_test_diary_query (fixture->path, "PRAGMA user_version");
  go_back (fixture, 0);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==, version);
  g_assert_cmpint (unknot_test_diary_query (fixture->path, sum), ==, expected);
  unknot_test_diary_reopen (fixture);
  unknot_test_diary_assert_index (fixture);
}

static void
test_backup_damaged (DiaryFixture  *fixture,
                     gconstpointer  data)
{
  g_autofree char *path = find_file (fixture, ".db");
  g_autoptr (UnknotBackup) backup = get_backup (fixture, 0);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "not a diary", -1, NULL));
  g_assert_false (try_to_go_back (fixture, backup, NULL, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  g_assert_true (g_str_has_prefix (error->message, "This backup is damaged."));
  assert_worst (fixture, 1, 2);
  assert_n_backups (fixture, 1);
}

static int
pass_time (sqlite3_vfs *vfs,
           int          microseconds)
{
  return microseconds;
}

/* Who waits for another program gives up at once. */
static void
pass_waiting (void)
{
  static sqlite3_vfs vfs;

  vfs = *sqlite3_vfs_find (NULL);
  vfs.zName = "hasty";
  vfs.xSleep = pass_time;
  sqlite3_vfs_register (&vfs, TRUE);
}

/* What another program is about to write is not taken for what was written. */
static void
test_backup_busy (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autoptr (UnknotBackup) backup = get_backup (fixture, 0);
  g_autoptr (GError) error = NULL;
  sqlite3 *other;

  pass_waiting ();
  unknot_test_diary_reopen (fixture);
  g_assert_cmpint (sqlite3_open (fixture->path, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "BEGIN IMMEDIATE", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_false (try_to_go_back (fixture, backup, NULL, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_BUSY);
  assert_worst (fixture, 1, 2);

  g_assert_cmpint (sqlite3_exec (other, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (other), ==, SQLITE_OK);
  g_clear_error (&error);
  g_assert_true (try_to_go_back (fixture, backup, NULL, &error));
  assert_worst (fixture, 1, 0);
}

static void
test_backup_gone (DiaryFixture  *fixture,
                  gconstpointer  data)
{
  g_autofree char *path = find_file (fixture, ".db");
  g_autoptr (UnknotBackup) backup = get_backup (fixture, 0);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_n_backups (fixture, 0);
  g_assert_false (try_to_go_back (fixture, backup, NULL, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_FAILED);
  assert_worst (fixture, 1, 2);
  assert_n_backups (fixture, 0);
}

static void
test_backup_closed (DiaryFixture  *fixture,
                    gconstpointer  data)
{
  g_autoptr (UnknotBackup) backup = get_backup (fixture, 0);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_close (fixture->diary);
  g_assert_false (try_to_go_back (fixture, backup, NULL, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED);
  assert_n_backups (fixture, 1);
}

#define ADD(path, function) \
  g_test_add (path, DiaryFixture, NULL, set_up, function, unknot_test_diary_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/backup/list", test_backup_list);
  ADD ("/backup/go-back", test_backup_go_back);
  ADD ("/backup/before", test_backup_before);
  ADD ("/backup/oldest", test_backup_oldest);
  ADD ("/backup/all", test_backup_all);
  ADD ("/backup/older-version", test_backup_older_version);
  ADD ("/backup/damaged", test_backup_damaged);
  ADD ("/backup/gone", test_backup_gone);
  ADD ("/backup/busy", test_backup_busy);
  ADD ("/backup/closed", test_backup_closed);

  return g_test_run ();
}
