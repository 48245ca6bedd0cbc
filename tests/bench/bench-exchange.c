/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-diary-json.h"
#include "unknot-test-exchange.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <locale.h>
#include <sqlite3.h>

/* A large diary out as JSON and in again, and what comes closest to it without Unknot: json-glib's
 * bare parse, and bare inserts of the same rows. The figures are the best of so many. */
#define N_RUNS 3

static const char *const tables[] = {
  "episode", "place", "episode_code", "reading", "dose",
};

static double
get_seconds (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1e6;
}

/* Of what the process holds, the most since reset_peak(), in bytes; 0 where no system says so. */
static double
get_peak (void)
{
  g_autofree char *status = NULL;
  const char *line;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    return 0;

  line = strstr (status, "VmHWM:");

  return line != NULL ? g_ascii_strtod (line + strlen ("VmHWM:"), NULL) * 1024 : 0;
}

static double
reset_peak (void)
{
  FILE *file = g_fopen ("/proc/self/clear_refs", "we");

  if (file != NULL)
    {
      fputs ("5", file);
      fclose (file);
    }

  return get_peak ();
}

static double
time_import (GBytes *json,
             double *peak)
{
  DiaryFixture fixture;
  g_autoptr (UnknotImport) import = NULL;
  double before, seconds;
  gint64 start;

  unknot_test_diary_set_up (&fixture, NULL);
  unknot_test_diary_open (&fixture);
  import = unknot_import_new_json (fixture.diary, json);
  before = reset_peak ();
  start = g_get_monotonic_time ();
  unknot_test_exchange_run (import);
  seconds = get_seconds (start);
  *peak = get_peak () - before;
  unknot_test_exchange_assert_counts (import, UNKNOT_BENCH_N_SPASMS, 0, 0, 0);
  g_clear_object (&import);
  unknot_test_diary_tear_down (&fixture, NULL);

  return seconds;
}

static double
time_parse (GBytes *json)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  gint64 start = g_get_monotonic_time ();

  g_assert_true (json_parser_load_from_data (parser, text, length, NULL));

  return get_seconds (start);
}

static sqlite3_stmt *
prepare (sqlite3    *sqlite,
         const char *sql)
{
  sqlite3_stmt *statement;

  g_assert_cmpint (sqlite3_prepare_v2 (sqlite, sql, -1, &statement, NULL), ==, SQLITE_OK);

  return statement;
}

/* Each row is handed over by itself, as one that was read from a file is. */
static void
copy_table (sqlite3    *from,
            sqlite3    *to,
            const char *table)
{
  g_autofree char *select = g_strdup_printf ("SELECT * FROM %s", table);
  sqlite3_stmt *read = prepare (from, select);
  int n = sqlite3_column_count (read);
  g_autoptr (GString) insert = g_string_new (NULL);
  sqlite3_stmt *write;

  g_string_printf (insert, "INSERT INTO %s VALUES (?", table);
  for (int i = 1; i < n; i++)
    g_string_append (insert, ", ?");
  g_string_append_c (insert, ')');
  write = prepare (to, insert->str);
  while (sqlite3_step (read) == SQLITE_ROW)
    {
      for (int i = 0; i < n; i++)
        sqlite3_bind_value (write, i + 1, sqlite3_column_value (read, i));
      g_assert_cmpint (sqlite3_step (write), ==, SQLITE_DONE);
      sqlite3_reset (write);
    }
  sqlite3_finalize (read);
  sqlite3_finalize (write);
}

static double
time_inserts (const char *path)
{
  DiaryFixture fixture;
  sqlite3 *from, *to;
  double seconds;
  gint64 start;

  unknot_test_diary_set_up (&fixture, NULL);
  unknot_test_diary_open (&fixture);
  unknot_test_diary_close (fixture.diary);
  g_assert_cmpint (sqlite3_open (path, &from), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_open (fixture.path, &to), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (to, "PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; BEGIN",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  start = g_get_monotonic_time ();
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    copy_table (from, to, tables[i]);
  g_assert_cmpint (sqlite3_exec (to, "COMMIT", NULL, NULL, NULL), ==, SQLITE_OK);
  seconds = get_seconds (start);
  sqlite3_close (from);
  sqlite3_close (to);
  unknot_test_diary_tear_down (&fixture, NULL);

  return seconds;
}

int
main (int   argc,
      char *argv[])
{
  DiaryFixture fixture;
  g_autoptr (GBytes) json = NULL;
  double imports[N_RUNS], parses[N_RUNS], inserts[N_RUNS], import, bare, peak = 0;
  gint64 start;

  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  unknot_test_diary_set_up (&fixture, NULL);
  unknot_bench_make_diary (fixture.path);
  unknot_test_diary_open (&fixture);
  start = g_get_monotonic_time ();
  json = unknot_test_exchange_export (fixture.diary, unknot_diary_json_write, NULL);
  g_print ("JSON export of %d spasms: %.1f s, %.0f MB\n", UNKNOT_BENCH_N_SPASMS,
           get_seconds (start), g_bytes_get_size (json) / 1e6);

  /* In turn, for the machine may be busier now than then. */
  for (guint i = 0; i < N_RUNS; i++)
    {
      double more;

      imports[i] = time_import (json, &more);
      peak = MAX (peak, more);
      parses[i] = time_parse (json);
      inserts[i] = time_inserts (fixture.path);
    }
  import = unknot_bench_get_quantile (imports, N_RUNS, 0);
  bare = unknot_bench_get_quantile (parses, N_RUNS, 0) +
         unknot_bench_get_quantile (inserts, N_RUNS, 0);
  g_print ("JSON import: %.2f × the bare parse and the bare inserts of the same rows, %.2f s to "
           "%.2f s and %.2f s (best of %d; target: 2)\n", import / bare, import, parses[0],
           inserts[0], N_RUNS);
  g_print ("memory in import: %.2f × the file, with the file itself (target: 4)\n",
           1 + peak / g_bytes_get_size (json));
  unknot_test_diary_tear_down (&fixture, NULL);

  return 0;
}
