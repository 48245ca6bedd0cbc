/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-demo.h"
#include "unknot-summary-paper.h"
#include "unknot-test-protocol.h"
#include "unknot-test-summary.h"

#include <locale.h>

/* From the diary on the disk to the bytes of a PDF: of a year, and the first page of very much. */

#define N_ROUNDS 15
#define WIDTH 595.28
#define HEIGHT 841.89
#define YEAR_BOUND_MS 60

static void
save_year (DiaryFixture *fixture)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (fixture->clock);
  g_autoptr (GPtrArray) entries = unknot_demo_create_year (protocol, now);
  g_autoptr (GError) error = NULL;

  unknot_test_diary_open (fixture);
  unknot_test_diary_try_save_all (fixture->diary, entries, &error);
  g_assert_no_error (error);
}

static double
measure (DiaryFixture *fixture,
         gboolean      with_entries)
{
  const UnknotSummaryChoice choice = {
    .parts = UNKNOT_SUMMARY_FIRST_PAGE |
             (with_entries ? UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) : 0),
  };
  double rounds[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (UnknotSummary) summary = unknot_test_summary_load (
        fixture, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL, with_entries);
      PangoContext *context = unknot_summary_paper_new_context (PANGO_DIRECTION_LTR);
      g_autoptr (UnknotSummaryPaper) paper =
        unknot_summary_paper_new (summary, &choice, context, WIDTH, HEIGHT);
      g_autoptr (GBytes) pdf = unknot_summary_paper_to_pdf (paper, NULL);

      g_object_unref (context);
      rounds[i] = (g_get_monotonic_time () - start) / 1000.0;
    }

  return unknot_bench_get_quantile (rounds, N_ROUNDS, 0.5);
}

int
main (void)
{
  DiaryFixture year, many;
  double first, all, large;

  setlocale (LC_ALL, "");
  unknot_test_diary_set_up (&year, NULL);
  save_year (&year);
  first = measure (&year, FALSE);
  all = measure (&year, TRUE);
  unknot_test_diary_tear_down (&year, NULL);

  unknot_test_diary_set_up (&many, NULL);
  unknot_bench_make_diary (many.path);
  unknot_test_diary_open (&many);
  large = measure (&many, FALSE);
  unknot_test_diary_tear_down (&many, NULL);

  g_print ("summary: a year to PDF: %.1f ms, with its entries %.1f ms (bound: %d ms; medians of "
           "%d)\n", first, all, YEAR_BOUND_MS, N_ROUNDS);
  g_print ("summary: %d spasms to a PDF of the first page: %.1f ms, %.1f × that of a year "
           "(bound: 10)\n", UNKNOT_BENCH_N_SPASMS, large, large / first);

  return 0;
}
