/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"

#include "unknot-test-diary.h"

static const char fill[] =
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
  G_STRINGIFY (UNKNOT_BENCH_N_SPASMS) "), "
  "t AS (SELECT i, 1480000000 + i * 3155 AS at FROM n) "
  "INSERT INTO episode SELECT i, format ('%08x-0000-4000-8000-000000000000', i), at * 1000, 0, "
  "'UTC', CAST (strftime ('%Y%m%d', at, 'unixepoch') AS INTEGER), (at + 3600) * 1000, 0, 'UTC', "
  "CAST (strftime ('%Y%m%d', at + 3600, 'unixepoch') AS INTEGER), 'exact', 'sudden', i % 11, "
  "i % 11, NULL, NULL, 'Worse after ' || CASE i % 10 "
  "WHEN 0 THEN 'resting' WHEN 1 THEN 'lifting a box' WHEN 2 THEN 'lying badly' "
  "WHEN 3 THEN 'bending' WHEN 4 THEN 'sitting still' WHEN 5 THEN 'standing' "
  "WHEN 6 THEN 'driving far' WHEN 7 THEN 'walking' WHEN 8 THEN 'running' ELSE 'coughing' END || "
  "', better when it was warm.', at, NULL FROM t;"
  "INSERT INTO place SELECT id, 0, 'lower', 'left', id % 11, 'cramp' FROM episode;"
  "INSERT INTO episode_code SELECT id, 'trigger', 'lifting' FROM episode;"
  "INSERT INTO episode_code SELECT id, 'stops', 'walking' FROM episode;"
  "INSERT INTO reading SELECT id, format ('%08x-0000-4000-8000-000000000001', id), started, 0, "
  "'UTC', started_day, id, id % 11, NULL FROM episode;"
  "INSERT INTO dose SELECT id, format ('%08x-0000-4000-8000-000000000002', id), started, 0, 'UTC', "
  "started_day, id, 'Ibuprofen', 400, 'mg', 'ibuprofen', 'bought', NULL, NULL, 0 "
  "FROM episode WHERE id % 2 = 0;";

/**
 * unknot_bench_make_diary:
 * @path: where there is none yet
 *
 * Makes a diary of #UNKNOT_BENCH_N_SPASMS spasms over ten years, each with a place, two codes, a
 * reading, and every other one with a dose.
 */
void
unknot_bench_make_diary (const char *path)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (UnknotDiary) diary = unknot_diary_new (path, clock);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_try_open (diary, &error);
  g_assert_no_error (error);
  unknot_test_diary_query (path, fill);
  unknot_test_diary_close (diary);
}

/**
 * unknot_bench_leave_spasms:
 * @path: where unknot_bench_make_diary() made a diary
 *
 * Takes out all but @n_spasms of its spasms, evenly over its ten years.
 */
void
unknot_bench_leave_spasms (const char *path,
                           int         n_spasms)
{
  g_autofree char *sql = g_strdup_printf (
    "PRAGMA foreign_keys = ON;"
    "DELETE FROM episode WHERE id * %1$d / %2$d = (id - 1) * %1$d / %2$d;", n_spasms,
    UNKNOT_BENCH_N_SPASMS);

  unknot_test_diary_query (path, sql);
}
