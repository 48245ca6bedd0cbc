/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-entry-list.h"
#include "unknot-history-private.h"
#include "unknot-test-diary.h"
#include "unknot-trends-private.h"

#include <gio/gio.h>
#include <locale.h>
#include <sqlite3.h>

/* A large diary, beside SQLite alone on a copy of it, in turns: the least that either could take. */

#define N_SAVES 500
#define N_PAGES 200
#define N_KEYS 100
#define N_TRENDS 15
#define N_HISTORIES 15

typedef struct
{
  sqlite3 *sqlite;
  GPtrArray *statements;
} Bare;

static double
get_ms (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static sqlite3_stmt *
prepare (Bare       *bare,
         const char *sql)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (bare->sqlite, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

static void
add_statement (Bare       *bare,
               const char *sql)
{
  g_ptr_array_add (bare->statements, prepare (bare, sql));
}

/* Reads every column of every row, and lets go. */
static void
run (sqlite3_stmt *statement)
{
  int step;

  while ((step = sqlite3_step (statement)) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        {
          if (sqlite3_column_type (statement, i) == SQLITE_TEXT)
            sqlite3_column_text (statement, i);
          else
            sqlite3_column_int64 (statement, i);
        }
    }
  g_assert_cmpint (step, ==, SQLITE_DONE);
  sqlite3_reset (statement);
}

static void
free_statement (gpointer statement)
{
  sqlite3_finalize (statement);
}

static Bare *
open_bare (const char *path)
{
  Bare *bare = g_new0 (Bare, 1);

  g_assert_cmpint (sqlite3_open (path, &bare->sqlite), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (bare->sqlite,
                                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                                 "PRAGMA foreign_keys = ON", NULL, NULL, NULL), ==, SQLITE_OK);
  bare->statements = g_ptr_array_new_with_free_func (free_statement);

  return bare;
}

static void
close_bare (Bare *bare)
{
  g_ptr_array_unref (bare->statements);
  g_assert_cmpint (sqlite3_close (bare->sqlite), ==, SQLITE_OK);
  g_free (bare);
}

static double
time_save (DiaryFixture *fixture)
{
  const char *triggers[] = { "lifting", NULL };
  const char *stops[] = { "walking", NULL };
  g_autoptr (UnknotEpisode) episode = unknot_test_diary_make_episode (20261121, 8, 5);
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 5, "cramp", NULL);
  g_autoptr (UnknotReading) reading =
    unknot_reading_new (unknot_episode_get_start (episode), 3, NULL);
  gint64 start;

  unknot_episode_set_note (episode, "A note of a common length, about a spasm that came and went.",
                           NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_TRIGGER, triggers, NULL);
  unknot_episode_set_codes (episode, UNKNOT_VOCABULARY_STOPS, stops, NULL);
  g_list_store_append (unknot_episode_get_places (episode), place);
  unknot_episode_add (episode, UNKNOT_ENTRY (reading));

  start = g_get_monotonic_time ();
  unknot_test_diary_save (fixture->diary, episode);

  return get_ms (start);
}

static void
prepare_bare_save (Bare *bare)
{
  add_statement (bare, "BEGIN IMMEDIATE");
  add_statement (bare,
                 "INSERT INTO episode (id, uuid, started, started_offset, started_zone, "
                 "started_day, precision, worst, current, note, changed) VALUES (?1, ?2, "
                 "1795248000000, 0, 'UTC', 20261121, 'exact', 5, 3, "
                 "'A note of a common length, about a spasm that came and went.', 1795269900000)");
  add_statement (bare, "INSERT INTO place VALUES (?1, 0, 'lower', 'left', 5, 'cramp')");
  add_statement (bare, "INSERT INTO episode_code VALUES (?1, 'trigger', 'lifting')");
  add_statement (bare, "INSERT INTO episode_code VALUES (?1, 'stops', 'walking')");
  add_statement (bare, "INSERT INTO reading (uuid, at, at_offset, at_zone, at_day, episode, pain) "
                       "VALUES (?2, 1795248000000, 0, 'UTC', 20261121, ?1, 3)");
  add_statement (bare, "COMMIT");
}

static double
time_bare_save (Bare *bare,
                guint round)
{
  g_autofree char *uuid = g_uuid_string_random ();
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < bare->statements->len; i++)
    {
      sqlite3_stmt *statement = g_ptr_array_index (bare->statements, i);

      if (sqlite3_bind_parameter_count (statement) > 0)
        sqlite3_bind_int64 (statement, 1, UNKNOT_BENCH_N_SPASMS + 1 + round);
      if (sqlite3_bind_parameter_count (statement) > 1)
        sqlite3_bind_text (statement, 2, uuid, -1, SQLITE_STATIC);
      run (statement);
    }

  return get_ms (start);
}

static void
measure_saves (DiaryFixture *fixture,
               const char   *bare_path)
{
  Bare *bare = open_bare (bare_path);
  double saves[N_SAVES], bare_saves[N_SAVES], median, bare_median;

  prepare_bare_save (bare);
  for (guint i = 0; i < N_SAVES; i++)
    {
      bare_saves[i] = time_bare_save (bare, i);
      saves[i] = time_save (fixture);
    }
  close_bare (bare);

  median = unknot_bench_get_quantile (saves, N_SAVES, 0.5);
  bare_median = unknot_bench_get_quantile (bare_saves, N_SAVES, 0.5);
  g_print ("durable save: %.2f × the bare commit of the same rows, %.3f ms to %.3f ms "
           "(medians of %d; target: 1.5)\n", median / bare_median, median, bare_median, N_SAVES);
}

static double
time_bare_page (Bare  *bare,
                gint64 first)
{
  gint64 start = g_get_monotonic_time ();

  sqlite3_exec (bare->sqlite, "BEGIN", NULL, NULL, NULL);
  for (gint64 id = first; id < first + 64; id++)
    {
      for (guint i = 0; i < bare->statements->len; i++)
        {
          sqlite3_bind_int64 (g_ptr_array_index (bare->statements, i), 1, id);
          run (g_ptr_array_index (bare->statements, i));
        }
    }
  sqlite3_exec (bare->sqlite, "COMMIT", NULL, NULL, NULL);

  return get_ms (start);
}

static void
measure_pages (DiaryFixture *fixture,
               const char   *bare_path)
{
  static const char *const tables[] = { "place", "episode_code", "reading", "relief", "dose" };
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  Bare *bare = open_bare (bare_path);
  double pages[N_PAGES], bare_pages[N_PAGES], median, bare_median;

  add_statement (bare, "SELECT * FROM episode WHERE id = ?");
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE episode = ?", tables[i]);

      add_statement (bare, sql);
    }
  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < N_PAGES; i++)
    {
      guint place = (i * 977 + 13) % (UNKNOT_BENCH_N_SPASMS / 64);
      gint64 start;
      g_autoptr (UnknotEpisode) episode = NULL;

      bare_pages[i] = time_bare_page (bare, place * 64 + 1);
      start = g_get_monotonic_time ();
      episode = g_list_model_get_item (G_LIST_MODEL (list), place * 64);
      pages[i] = get_ms (start);
      g_assert_nonnull (episode);
    }
  close_bare (bare);

  median = unknot_bench_get_quantile (pages, N_PAGES, 0.5);
  bare_median = unknot_bench_get_quantile (bare_pages, N_PAGES, 0.5);
  g_print ("page of 64: %.3f ms, the slowest in a hundred %.3f ms, %.2f × its bare SQL of %.3f ms "
           "(medians of %d; target: 2 ms)\n",
           median, unknot_bench_get_quantile (pages, N_PAGES, 0.99), median / bare_median,
           bare_median, N_PAGES);
}

static double poll_ms;

static int
poll_cb (GPollFD *fds,
         guint    n_fds,
         int      timeout)
{
  gint64 start = g_get_monotonic_time ();
  int n = g_poll (fds, n_fds, timeout);

  poll_ms += get_ms (start);

  return n;
}

/* What the main loop is kept from, until the list shows what was found, and a view its first page:
 * all but waiting. */
static double
time_key (UnknotEntryList *list,
          const char      *search,
          double          *answer)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (UnknotEntry) entry = NULL;

  poll_ms = 0;
  unknot_entry_list_set_search (list, search);
  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);
  entry = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (entry);
  *answer = get_ms (start);

  return *answer - poll_ms;
}

static void
measure_searches (DiaryFixture *fixture)
{
  g_autoptr (UnknotEntryList) list = unknot_entry_list_new (fixture->diary);
  double keys[N_KEYS], answers[N_KEYS];

  while (unknot_entry_list_is_loading (list))
    g_main_context_iteration (NULL, TRUE);

  g_main_context_set_poll_func (NULL, poll_cb);
  for (guint i = 0; i < N_KEYS; i++)
    keys[i] = time_key (list, unknot_bench_searches[i % G_N_ELEMENTS (unknot_bench_searches)],
                        &answers[i]);
  g_main_context_set_poll_func (NULL, NULL);

  g_print ("search: the main thread %.2f ms a key, the slowest %.2f ms (of %d; target: 20 ms), the "
           "answer after %.0f ms (median)\n",
           unknot_bench_get_quantile (keys, N_KEYS, 0.5),
           unknot_bench_get_quantile (keys, N_KEYS, 1), N_KEYS,
           unknot_bench_get_quantile (answers, N_KEYS, 0.5));
}

static void
trends_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  *(UnknotTrends **) user_data = unknot_trends_load_finish (UNKNOT_DIARY (source), result, NULL);
}

static double
time_trends (DiaryFixture *fixture)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (UnknotTrends) trends = NULL;

  unknot_trends_load_async (fixture->diary, G_DATE_MONDAY, trends_loaded_cb, &trends);
  while (trends == NULL)
    g_main_context_iteration (NULL, TRUE);

  return get_ms (start);
}

/* Runs every statement with the first of @parameters, as many as it takes. */
static double
time_bare (Bare      *bare,
           const int *parameters)
{
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < bare->statements->len; i++)
    {
      sqlite3_stmt *statement = g_ptr_array_index (bare->statements, i);

      for (int j = 0; j < sqlite3_bind_parameter_count (statement); j++)
        sqlite3_bind_int (statement, j + 1, parameters[j]);
      run (statement);
    }

  return get_ms (start);
}

static void
measure_trends (DiaryFixture *fixture,
                const char   *bare_path)
{
  static const int parameters[] = { 20261121, 20261025, 20260927, 1, 20161122 };
  Bare *bare = open_bare (bare_path);
  double trends[N_TRENDS], bare_trends[N_TRENDS], median, bare_median;

  for (guint i = 0; i < UNKNOT_TRENDS_N_QUESTIONS; i++)
    add_statement (bare, unknot_trends_get_sql (i));
  for (guint i = 0; i < N_TRENDS; i++)
    {
      bare_trends[i] = time_bare (bare, parameters);
      trends[i] = time_trends (fixture);
    }
  close_bare (bare);

  median = unknot_bench_get_quantile (trends, N_TRENDS, 0.5);
  bare_median = unknot_bench_get_quantile (bare_trends, N_TRENDS, 0.5);
  g_print ("trends: %.2f × their bare SQL, %.1f ms to %.1f ms (medians of %d; target: 1.3)\n",
           median / bare_median, median, bare_median, N_TRENDS);
}

static void
history_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  *(UnknotHistory **) user_data = unknot_history_load_finish (UNKNOT_DIARY (source), result, NULL);
}

static double
time_history (DiaryFixture       *fixture,
              const UnknotPeriod *period)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (UnknotHistory) history = NULL;

  unknot_history_load_async (fixture->diary, period, G_DATE_MONDAY, NULL, history_loaded_cb,
                             &history);
  while (history == NULL)
    g_main_context_iteration (NULL, TRUE);

  return get_ms (start);
}

static void
measure_history (DiaryFixture       *fixture,
                 const char         *bare_path,
                 const char         *name,
                 const UnknotPeriod *period)
{
  const int parameters[] = { period->first_day, period->last_day };
  Bare *bare = open_bare (bare_path);
  double histories[N_HISTORIES], bare_histories[N_HISTORIES], median, bare_median;

  for (guint i = 0; i < UNKNOT_HISTORY_N_QUESTIONS; i++)
    add_statement (bare, unknot_history_get_sql (i));
  for (guint i = 0; i < N_HISTORIES; i++)
    {
      bare_histories[i] = time_bare (bare, parameters);
      histories[i] = time_history (fixture, period);
    }
  close_bare (bare);

  median = unknot_bench_get_quantile (histories, N_HISTORIES, 0.5);
  bare_median = unknot_bench_get_quantile (bare_histories, N_HISTORIES, 0.5);
  g_print ("history of %s: %.2f × its bare SQL, %.1f ms to %.1f ms (medians of %d; target: 1.3)\n",
           name, median / bare_median, median, bare_median, N_HISTORIES);
}

int
main (int   argc,
      char *argv[])
{
  static const UnknotPeriod year = { 20251122, 20261121 };
  static const UnknotPeriod ten_years = { 20161122, 20261121 };
  DiaryFixture fixture;
  g_autofree char *bare_path = NULL;
  g_autoptr (GFile) from = NULL;
  g_autoptr (GFile) to = NULL;
  gint64 start;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  unknot_test_diary_set_up (&fixture, NULL);
  unknot_bench_make_diary (fixture.path);
  bare_path = g_strconcat (fixture.path, ".bare", NULL);
  from = g_file_new_for_path (fixture.path);
  to = g_file_new_for_path (bare_path);
  g_assert_true (g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));

  start = g_get_monotonic_time ();
  unknot_test_diary_open (&fixture);
  g_print ("opening %d spasms, every byte of them read: %.0f ms\n", UNKNOT_BENCH_N_SPASMS, get_ms (start));
  /* After the backup, which is made then. */
  time_trends (&fixture);

  measure_saves (&fixture, bare_path);
  measure_pages (&fixture, bare_path);
  measure_searches (&fixture);
  measure_trends (&fixture, bare_path);
  measure_history (&fixture, bare_path, "a year", &year);
  measure_history (&fixture, bare_path, "ten years", &ten_years);
  unknot_test_diary_tear_down (&fixture, NULL);

  return 0;
}
