/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

typedef gboolean (*Finish) (UnknotDiary   *diary,
                            GAsyncResult  *result,
                            GError       **error);

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static gboolean
finish (UnknotDiary   *diary,
        GAsyncResult **result,
        Finish         function,
        GError       **error)
{
  gboolean good;

  wait_for (result);
  good = function (diary, *result, error);
  g_clear_object (result);

  return good;
}

static void
forbid_failure_cb (UnknotDiary *diary,
                   GError      *error)
{
  g_error ("%s", error->message);
}

static void
make_diary (DiaryFixture *fixture)
{
  fixture->diary = unknot_diary_new (fixture->path, fixture->clock);
  g_signal_connect (fixture->diary, "failed", G_CALLBACK (forbid_failure_cb), NULL);
}

void
unknot_test_diary_set_up (DiaryFixture  *fixture,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("unknot-diary-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->path = g_build_filename (fixture->folder, "unknot", "diary.db", NULL);
  fixture->clock = unknot_clock_new ();
  unknot_test_diary_set_time (fixture, "UTC", 20261121, 14, 5);
  make_diary (fixture);
}

void
unknot_test_diary_tear_down (DiaryFixture  *fixture,
                             gconstpointer  data)
{
  if (unknot_diary_is_open (fixture->diary))
    unknot_test_diary_close (fixture->diary);
  g_assert_finalize_object (fixture->diary);
  g_object_unref (fixture->clock);
  unknot_test_diary_remove_all (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static GDateTime *
make_time (const char *zone_name,
           int         day,
           int         hour,
           int         minute)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);

  g_assert_nonnull (zone);

  return g_date_time_new (zone, day / 10000, day / 100 % 100, day % 100, hour, minute, 0);
}

void
unknot_test_diary_set_time (DiaryFixture *fixture,
                            const char   *zone,
                            int           day,
                            int           hour,
                            int           minute)
{
  g_autoptr (GDateTime) now = make_time (zone, day, hour, minute);

  unknot_clock_set_now (fixture->clock, now);
}

UnknotMoment *
unknot_test_diary_make_moment (const char *zone,
                               int         day,
                               int         hour,
                               int         minute)
{
  g_autoptr (GDateTime) time = make_time (zone, day, hour, minute);

  return unknot_moment_new (time);
}

UnknotEpisode *
unknot_test_diary_make_episode (int day,
                                int hour,
                                int worst)
{
  g_autoptr (UnknotMoment) start = unknot_test_diary_make_moment ("UTC", day, hour, 0);
  g_autoptr (GError) error = NULL;
  UnknotEpisode *episode = unknot_episode_new (start, worst, &error);

  g_assert_no_error (error);

  return episode;
}

gboolean
unknot_test_diary_try_open (UnknotDiary  *diary,
                            GError      **error)
{
  GAsyncResult *result = NULL;

  unknot_diary_open_async (diary, take_result_cb, &result);

  return finish (diary, &result, unknot_diary_open_finish, error);
}

void
unknot_test_diary_open (DiaryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (unknot_test_diary_try_open (fixture->diary, &error) || error != NULL);
  g_assert_no_error (error);
}

/* From now on, reading may fail. */
void
unknot_test_diary_allow_failure (DiaryFixture *fixture)
{
  g_signal_handlers_disconnect_by_func (fixture->diary, forbid_failure_cb, NULL);
}

void
unknot_test_diary_close (UnknotDiary *diary)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  unknot_diary_close_async (diary, take_result_cb, &result);
  finish (diary, &result, unknot_diary_close_finish, &error);
  g_assert_no_error (error);
}

/* As the program does when it is started again. */
void
unknot_test_diary_reopen (DiaryFixture *fixture)
{
  unknot_test_diary_close (fixture->diary);
  g_assert_finalize_object (fixture->diary);
  make_diary (fixture);
  unknot_test_diary_open (fixture);
}

char *
unknot_test_diary_restore (UnknotDiary  *diary,
                           const char   *backup,
                           GError      **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  unknot_diary_restore_async (diary, backup, take_result_cb, &result);
  wait_for (&result);

  return unknot_diary_restore_finish (diary, result, error);
}

gboolean
unknot_test_diary_try_save (UnknotDiary  *diary,
                            gpointer      entry,
                            GError      **error)
{
  GAsyncResult *result = NULL;

  unknot_diary_save_async (diary, entry, take_result_cb, &result);

  return finish (diary, &result, unknot_diary_change_finish, error);
}

void
unknot_test_diary_save (UnknotDiary *diary,
                        gpointer     entry)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_save (diary, entry, &error);
  g_assert_no_error (error);
}

gboolean
unknot_test_diary_try_save_all (UnknotDiary  *diary,
                                GPtrArray    *entries,
                                GError      **error)
{
  GAsyncResult *result = NULL;

  unknot_diary_save_all_async (diary, entries, take_result_cb, &result);

  return finish (diary, &result, unknot_diary_change_finish, error);
}

gboolean
unknot_test_diary_try_mark (UnknotDiary  *diary,
                            gpointer      entry,
                            gboolean      deleted,
                            GError      **error)
{
  GAsyncResult *result = NULL;

  if (deleted)
    {
      unknot_diary_delete_async (diary, entry, take_result_cb, &result);
      return finish (diary, &result, unknot_diary_change_finish, error);
    }

  unknot_diary_undelete_async (diary, entry, take_result_cb, &result);

  return finish (diary, &result, unknot_diary_change_finish, error);
}

void
unknot_test_diary_mark (UnknotDiary *diary,
                        gpointer     entry,
                        gboolean     deleted)
{
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_mark (diary, entry, deleted, &error);
  g_assert_no_error (error);
}

/* Runs statements on the file as another program would. Returns the last number that they give. */
gint64
unknot_test_diary_query (const char *path,
                         const char *sql)
{
  sqlite3 *sqlite;
  gint64 number = -1;

  g_assert_cmpint (sqlite3_open (path, &sqlite), ==, SQLITE_OK);
  while (*sql != '\0')
    {
      sqlite3_stmt *statement = NULL;
      int step;

      g_assert_cmpint (sqlite3_prepare_v2 (sqlite, sql, -1, &statement, &sql), ==, SQLITE_OK);
      if (statement == NULL) /* blanks, a comment */
        continue;
      while ((step = sqlite3_step (statement)) == SQLITE_ROW)
        number = sqlite3_column_int64 (statement, 0);
      g_assert_cmpint (step, ==, SQLITE_DONE);
      sqlite3_finalize (statement);
    }
  g_assert_cmpint (sqlite3_close (sqlite), ==, SQLITE_OK);

  return number;
}

/* Makes the diary what a version of the program left behind: tests/fixtures/diary/NAME.sql. */
void
unknot_test_diary_install (DiaryFixture *fixture,
                           const char   *name)
{
  g_autofree char *file = g_strconcat (name, ".sql", NULL);
  g_autofree char *dump =
    g_test_build_filename (G_TEST_DIST, "tests", "fixtures", "diary", file, NULL);
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (GBytes) bytes = unknot_test_diary_read_file (dump);
  g_autofree char *sql =
    g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  unknot_test_diary_query (fixture->path, sql);
  unknot_test_diary_query (fixture->path, "PRAGMA journal_mode = WAL");
}

/* The index of words holds what the notes, the names of medicines, the events and the visits hold, no
 * more and no less: SQLite refuses the statements where it does not. */
void
unknot_test_diary_assert_index (DiaryFixture *fixture)
{
  unknot_test_diary_query (fixture->path,
                           "INSERT INTO note_words (note_words, rank) "
                           "VALUES ('integrity-check', 1);"
                           "INSERT INTO medicine_words (medicine_words, rank) "
                           "VALUES ('integrity-check', 1);"
                           "INSERT INTO event_words (event_words, rank) "
                           "VALUES ('integrity-check', 1);"
                           "INSERT INTO visit_words (visit_words, rank) "
                           "VALUES ('integrity-check', 1)");
}

guint
unknot_test_diary_count_files (const char *folder,
                               const char *containing)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += strstr (name, containing) != NULL;

  return n;
}

/* The path of the last of them, by name. */
char *
unknot_test_diary_find_file (const char *folder,
                             const char *containing)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *last = NULL;
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      if (strstr (name, containing) != NULL && g_strcmp0 (name, last) > 0)
        g_set_str (&last, name);
    }
  g_assert_nonnull (last);

  return g_build_filename (folder, last, NULL);
}

GBytes *
unknot_test_diary_read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *content;
  gsize length;

  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

void
unknot_test_diary_remove_all (const char *path)
{
  g_autoptr (GDir) folder =
    g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      unknot_test_diary_remove_all (child);
    }
  g_assert_cmpint (g_remove (path), ==, 0);
}
