/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-diary.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* A diary is written to by a program that is killed at a random moment, over and over. What the
 * program was told is saved must be there. Each round is another day, so that backups come in. */

#define N_KILLS 500

static const char *program;

/* --- The program that is killed --- */

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autofree char *uuid = user_data;
  g_autofree char *line = g_strconcat (uuid, "\n", NULL);
  g_autoptr (GError) error = NULL;

  unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error);
  g_assert_no_error (error);
  g_assert_cmpint (write (STDOUT_FILENO, line, strlen (line)), ==, strlen (line));
}

G_NORETURN static void
write_until_killed (const char *path,
                    guint       round)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 1, 1, 12, 0, 0);
  g_autoptr (GDateTime) today = g_date_time_add_days (first, round);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (today);
  g_autoptr (UnknotDiary) diary = unknot_diary_new (path, clock);
  g_autoptr (GError) error = NULL;

  unknot_clock_set_now (clock, today);
  unknot_test_diary_try_open (diary, &error);
  g_assert_no_error (error);
  for (;;)
    {
      g_autoptr (UnknotEpisode) episode = unknot_episode_new (moment, 5, NULL);
      g_autoptr (UnknotReading) reading = unknot_reading_new (moment, 3, NULL);

      unknot_episode_add (episode, UNKNOT_ENTRY (reading));
      unknot_diary_save_async (diary, UNKNOT_ENTRY (episode), saved_cb,
                               g_strdup (unknot_entry_get_uuid (UNKNOT_ENTRY (episode))));
      g_main_context_iteration (NULL, TRUE);
    }
}

/* --- The one that kills it --- */

static GPid
start (const char *path,
       guint       round,
       int        *output)
{
  g_autofree char *number = g_strdup_printf ("%u", round);
  const char *arguments[] = { program, "--write", path, number, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (NULL, (char **) arguments, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
                            &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);

  return pid;
}

/* Returns: %FALSE at the end of what the program said. */
static gboolean
read_line (int        output,
           GPtrArray *uuids)
{
  char line[37];
  gsize n = 0;

  while (n < sizeof line)
    {
      gssize n_read = read (output, line + n, sizeof line - n);

      if (n_read <= 0)
        return FALSE;
      n += n_read;
    }
  g_ptr_array_add (uuids, g_strndup (line, sizeof line - 1));

  return TRUE;
}

/* Before it began, while it began, and amid writing. */
static void
kill_at_random (GPid       pid,
                int        output,
                GPtrArray *uuids)
{
  guint n = g_test_rand_int_range (0, 12);
  int status;

  for (guint i = 0; i < n && read_line (output, uuids); i++)
    continue;
  g_usleep (g_test_rand_int_range (0, n == 0 ? 30000 : 2000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  while (read_line (output, uuids))
    continue;
  close (output);
  g_spawn_close_pid (pid);
}

static void
assert_all_there (DiaryFixture *fixture,
                  GPtrArray    *uuids)
{
  unknot_test_diary_open (fixture);
  for (guint i = 0; i < uuids->len; i++)
    {
      g_autoptr (UnknotEpisode) episode = (UnknotEpisode *) unknot_diary_dup_entry (
        fixture->diary, UNKNOT_TYPE_EPISODE, g_ptr_array_index (uuids, i), NULL);

      g_assert_nonnull (episode);
      g_assert_cmpuint (g_list_model_get_n_items (unknot_episode_get_readings (episode)), ==, 1);
    }
  unknot_test_diary_close (fixture->diary);
  g_assert_cmpint (unknot_test_diary_query (fixture->path,
                                            "SELECT count (*) FROM pragma_integrity_check "
                                            "WHERE integrity_check <> 'ok'"), ==, 0);
}

static void
test_kill (DiaryFixture  *fixture,
           gconstpointer  data)
{
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *backups = g_strconcat (fixture->path, ".backups", NULL);

  for (guint i = 0; i < N_KILLS; i++)
    {
      int output;
      GPid pid = start (fixture->path, i, &output);

      kill_at_random (pid, output, uuids);
      if (i % 50 == 49)
        assert_all_there (fixture, uuids);
    }

  assert_all_there (fixture, uuids);
  g_assert_cmpuint (uuids->len, >, N_KILLS);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ".db"), >, 0);
  g_assert_cmpuint (unknot_test_diary_count_files (backups, ".db"), <=, 8);
  g_test_message ("%u entries, %u kills", uuids->len, (guint) N_KILLS);
}

int
main (int   argc,
      char *argv[])
{
  if (argc == 4 && g_str_equal (argv[1], "--write"))
    write_until_killed (argv[2], g_ascii_strtoull (argv[3], NULL, 10));

  program = argv[0];
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/diary/kill", DiaryFixture, NULL, unknot_test_diary_set_up, test_kill,
              unknot_test_diary_tear_down);

  return g_test_run ();
}
