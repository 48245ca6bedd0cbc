/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench-diary.h"
#include "unknot-bench.h"
#include "unknot-demo.h"
#include "unknot-summary-paper.h"
#include "unknot-test-diary.h"
#include "unknot-test-protocol.h"

#include <locale.h>

/* From the diary on the disk to the bytes of a PDF: of a year, and the first page of very much. */

#define N_ROUNDS 15
#define WIDTH 595.28
#define HEIGHT 841.89
#define YEAR_BOUND_MS 60

/* With a reading each and a dose for every other, 100,000 entries. */
#define N_SPASMS 40000

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

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  UnknotSummary **summary = user_data;

  *summary = unknot_summary_load_finish (UNKNOT_DIARY (source), result, NULL);
  g_assert_nonnull (*summary);
}

static UnknotSummary *
load (DiaryFixture   *fixture,
      UnknotProtocol *protocol,
      gboolean        with_entries)
{
  const UnknotPeriod all = { UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL };
  UnknotSummary *summary = NULL;

  unknot_summary_load_async (fixture->diary, protocol, &all, G_DATE_MONDAY, with_entries, NULL,
                             loaded_cb, &summary);
  while (summary == NULL)
    g_main_context_iteration (NULL, TRUE);

  return summary;
}

/* Returns: ms */
static double
measure (DiaryFixture *fixture,
         gboolean      with_entries)
{
  const UnknotSummaryChoice choice = {
    .parts = UNKNOT_SUMMARY_FIRST_PAGE |
             (with_entries ? UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) : 0),
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  gint64 start = g_get_monotonic_time ();
  g_autoptr (UnknotSummary) summary = load (fixture, protocol, with_entries);
  PangoContext *context = unknot_summary_paper_new_context (PANGO_DIRECTION_LTR);
  g_autoptr (UnknotSummaryPaper) paper =
    unknot_summary_paper_new (summary, &choice, context, WIDTH, HEIGHT);
  g_autoptr (GBytes) pdf = unknot_summary_paper_to_pdf (paper, NULL);

  g_object_unref (context);

  return (g_get_monotonic_time () - start) / 1000.0;
}

/* @n_spasms: of those that unknot_bench_make_diary() makes */
static void
save_many (DiaryFixture *fixture,
           int           n_spasms)
{
  unknot_bench_make_diary (fixture->path);
  unknot_bench_leave_spasms (fixture->path, n_spasms);
  unknot_test_diary_open (fixture);
}

static double
get_median (double *rounds)
{
  return unknot_bench_get_quantile (rounds, N_ROUNDS, 0.5);
}

int
main (void)
{
  DiaryFixture year, many, most;
  double years[N_ROUNDS], entries[N_ROUNDS], manies[N_ROUNDS], mosts[N_ROUNDS], floor;

  setlocale (LC_ALL, "");
  unknot_test_diary_set_up (&year, NULL);
  unknot_test_diary_set_up (&many, NULL);
  unknot_test_diary_set_up (&most, NULL);
  save_year (&year);
  save_many (&many, N_SPASMS);
  save_many (&most, UNKNOT_BENCH_N_SPASMS);

  /* In turn, for the machine may be busier now than then. */
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      years[i] = measure (&year, FALSE);
      manies[i] = measure (&many, FALSE);
      mosts[i] = measure (&most, FALSE);
      entries[i] = measure (&year, TRUE);
    }
  floor = get_median (years);
  g_print ("summary: a year to PDF: %.1f ms, with its entries %.1f ms (bound: %d ms; medians of "
           "%d)\n", floor, get_median (entries), YEAR_BOUND_MS, N_ROUNDS);
  g_print ("summary: 100,000 entries to a PDF of the first page: %.1f ms, %.1f × that of a year, "
           "%.1f × its bound (bound: 10)\n", get_median (manies), get_median (manies) / floor,
           get_median (manies) / YEAR_BOUND_MS);
  g_print ("summary: %d spasms to a PDF of the first page: %.1f ms, %.1f × that of a year\n",
           UNKNOT_BENCH_N_SPASMS, get_median (mosts), get_median (mosts) / floor);

  unknot_test_diary_tear_down (&year, NULL);
  unknot_test_diary_tear_down (&many, NULL);
  unknot_test_diary_tear_down (&most, NULL);

  return 0;
}
