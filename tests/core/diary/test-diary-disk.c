/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE /* unshare */

#include "config.h"

#include "unknot-test-diary.h"

#include <glib/gstdio.h>
#include <sched.h>
#include <sqlite3.h>
#include <sys/mount.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Whom the files belong to, and who may not write, where the tests are run by root. */
#define NOBODY 65534

#define NO_SUCH_MOUNT 77

static const char *program;

/* Every connection that was opened, so that room can be taken and given. */
static GPtrArray *connections;
static GMutex connections_mutex;

static int
take_connection (sqlite3                           *sqlite,
                 const char                       **message,
                 const struct sqlite3_api_routines *api)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&connections_mutex);

  g_ptr_array_add (connections, sqlite);

  return SQLITE_OK;
}

/* The writing connection is the last but one that is opened, the reading one the last. */
static void
set_room (guint n_pages)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA max_page_count = %u", n_pages);
  sqlite3 *writer = g_ptr_array_index (connections, connections->len - 2);

  g_assert_cmpint (sqlite3_exec (writer, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

static UnknotEpisode *
make_long_episode (guint i)
{
  UnknotEpisode *episode = unknot_test_diary_make_episode (20261121, i % 24, i % 11);
  g_autofree char *note = g_strnfill (5000, 'n');

  unknot_episode_set_note (episode, note, NULL);

  return episode;
}

/* Returns: the entry that there was no room for; all before it are saved. */
static UnknotEpisode *
save_until_full (UnknotDiary *diary,
                 guint       *n_saved)
{
  for (;;)
    {
      g_autoptr (UnknotEpisode) episode = make_long_episode (*n_saved);
      g_autoptr (GError) error = NULL;

      if (!unknot_test_diary_try_save (diary, episode, &error))
        {
          g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_FULL);
          g_assert_nonnull (strstr (error->message, "no room"));
          return g_steal_pointer (&episode);
        }
      g_assert_cmpuint (++*n_saved, <, 10000);
    }
}

static guint
count_episodes (UnknotDiary *diary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) all = unknot_diary_dup_all (diary, UNKNOT_TYPE_EPISODE, &error);

  g_assert_no_error (error);

  return all->len;
}

static void
test_disk_full (DiaryFixture  *fixture,
                gconstpointer  data)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  guint n_saved = 0;

  connections = g_ptr_array_new ();
  sqlite3_auto_extension ((void (*) (void)) take_connection);
  unknot_test_diary_open (fixture);
  sqlite3_cancel_auto_extension ((void (*) (void)) take_connection);

  set_room (60);
  episode = save_until_full (fixture->diary, &n_saved);
  g_assert_cmpuint (n_saved, >, 3);
  g_assert_cmpint (unknot_entry_get_id (UNKNOT_ENTRY (episode)), ==, 0);
  g_assert_cmpuint (strlen (unknot_episode_get_note (episode)), ==, 5000);
  g_assert_cmpuint (count_episodes (fixture->diary), ==, n_saved);

  /* It is as full as before, and then there is room. */
  g_assert_false (unknot_test_diary_try_save (fixture->diary, episode, NULL));
  set_room (1000);
  unknot_test_diary_save (fixture->diary, episode);
  g_assert_cmpuint (count_episodes (fixture->diary), ==, n_saved + 1);
  unknot_test_diary_reopen (fixture);
  g_assert_cmpuint (count_episodes (fixture->diary), ==, n_saved + 1);
  g_ptr_array_unref (connections);
}

static int
fill_up (sqlite3                           *sqlite,
         const char                       **message,
         const struct sqlite3_api_routines *api)
{
  const char *path = sqlite3_db_filename (sqlite, "main");

  return path != NULL && g_str_has_suffix (path, "/diary.db")
           ? sqlite3_exec (sqlite, "PRAGMA max_page_count = 1", NULL, NULL, NULL)
           : SQLITE_OK;
}

/* There was room for a backup, and then no more for what the newer version needs. */
static void
test_disk_full_amid_an_upgrade (DiaryFixture  *fixture,
                                gconstpointer  data)
{
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;
  g_autoptr (GError) error = NULL;

  unknot_test_diary_install (fixture, "1-writing");
  before = unknot_test_diary_read_file (fixture->path);
  sqlite3_auto_extension ((void (*) (void)) fill_up);
  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  sqlite3_cancel_auto_extension ((void (*) (void)) fill_up);
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_FULL);
  after = unknot_test_diary_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpint (unknot_test_diary_query (fixture->path, "PRAGMA user_version"), ==, 1);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ".db"), ==, 1);

  unknot_test_diary_open (fixture);
  g_assert_cmpuint (count_episodes (fixture->diary), ==, 10);
}

/* On a file system of 2 MB, partly taken up by something else. In a process of its own, as mounts
 * are of a process. */
static int
fill_small_disk (const char *folder)
{
  g_autofree char *filler = g_build_filename (folder, "filler", NULL);
  g_autofree char *path = g_build_filename (folder, "unknot", "diary.db", NULL);
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (UnknotDiary) diary = unknot_diary_new (path, clock);
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autofree char *ballast = g_malloc0 (1000 * 1000);
  g_autoptr (GError) error = NULL;
  guint n_saved = 0;

  if (unshare (CLONE_NEWNS | (geteuid () == 0 ? 0 : CLONE_NEWUSER)) != 0 ||
      mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=2m") != 0)
    return NO_SUCH_MOUNT;

  g_assert_true (g_file_set_contents (filler, ballast, 1000 * 1000, NULL));
  g_assert_true (unknot_test_diary_try_open (diary, &error));
  episode = save_until_full (diary, &n_saved);
  g_assert_cmpuint (n_saved, >, 3);
  g_assert_cmpuint (count_episodes (diary), ==, n_saved);

  g_assert_cmpint (g_remove (filler), ==, 0);
  unknot_test_diary_save (diary, episode);
  g_assert_cmpuint (count_episodes (diary), ==, n_saved + 1);
  unknot_test_diary_close (diary);
  g_assert_true (unknot_test_diary_try_open (diary, &error));
  g_assert_cmpuint (count_episodes (diary), ==, n_saved + 1);
  unknot_test_diary_close (diary);

  return 0;
}

static void
test_disk_really_full (DiaryFixture  *fixture,
                       gconstpointer  data)
{
  const char *arguments[] = { program, "--small-disk", fixture->folder, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                &error);
  g_assert_no_error (error);
  if (WIFEXITED (status) && WEXITSTATUS (status) == NO_SUCH_MOUNT)
    g_test_skip ("no file system may be mounted here");
  else
    g_assert_cmpint (status, ==, 0);
}

static void
give_up_rights (DiaryFixture *fixture)
{
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (fixture->folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (seteuid (NOBODY), ==, 0);
}

static void
take_rights_back (void)
{
  if (getuid () != 0)
    return;

  g_assert_cmpint (seteuid (0), ==, 0);
  /* Else nothing may look for leaks. */
  prctl (PR_SET_DUMPABLE, 1);
}

static void
assert_not_writable (DiaryFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (unknot_test_diary_try_open (fixture->diary, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_WRITABLE);
  g_assert_nonnull (strstr (error->message, "may not be written to"));
  g_assert_null (unknot_diary_get_backup (fixture->diary));
}

static void
test_disk_read_only_folder (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  g_autofree char *folder = g_path_get_dirname (fixture->path);
  g_autoptr (UnknotEpisode) episode = make_long_episode (1);
  g_autoptr (GBytes) before = NULL;
  g_autoptr (GBytes) after = NULL;

  give_up_rights (fixture);
  unknot_test_diary_open (fixture);
  unknot_test_diary_save (fixture->diary, episode);
  unknot_test_diary_close (fixture->diary);
  before = unknot_test_diary_read_file (fixture->path);

  g_assert_cmpint (g_chmod (folder, 0500), ==, 0);
  assert_not_writable (fixture);
  g_assert_cmpint (g_chmod (fixture->path, 0400), ==, 0);
  assert_not_writable (fixture);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  assert_not_writable (fixture);
  after = unknot_test_diary_read_file (fixture->path);
  g_assert_true (g_bytes_equal (before, after));

  g_assert_cmpint (g_chmod (fixture->path, 0600), ==, 0);
  unknot_test_diary_open (fixture);
  g_assert_cmpuint (count_episodes (fixture->diary), ==, 1);
  unknot_test_diary_close (fixture->diary);
  take_rights_back ();
}

static void
test_disk_nowhere_to_begin (DiaryFixture  *fixture,
                            gconstpointer  data)
{
  give_up_rights (fixture);
  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_not_writable (fixture);
  g_assert_cmpuint (unknot_test_diary_count_files (fixture->folder, ""), ==, 0);
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  unknot_test_diary_open (fixture);
  unknot_test_diary_close (fixture->diary);
  take_rights_back ();
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
  if (argc == 3 && g_str_equal (argv[1], "--small-disk"))
    return fill_small_disk (argv[2]);

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  add ("/diary-disk/full", test_disk_full);
  add ("/diary-disk/full-amid-an-upgrade", test_disk_full_amid_an_upgrade);
  add ("/diary-disk/really-full", test_disk_really_full);
  add ("/diary-disk/read-only-folder", test_disk_read_only_folder);
  add ("/diary-disk/nowhere-to-begin", test_disk_nowhere_to_begin);

  return g_test_run ();
}
