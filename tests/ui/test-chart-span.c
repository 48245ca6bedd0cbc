/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-chart-span.h"
#include "unknot-history.h"

static void
assert_period (UnknotChartSpan span,
               int             today,
               guint           n_back,
               int             first_day,
               int             last_day)
{
  UnknotPeriod period = unknot_chart_span_get_period (span, today, n_back);

  g_assert_cmpint (period.first_day, ==, first_day);
  g_assert_cmpint (period.last_day, ==, last_day);
}

static void
test_chart_span_last (void)
{
  assert_period (UNKNOT_CHART_SPAN_TWO_WEEKS, 20261121, 0, 20261108, 20261121);
  assert_period (UNKNOT_CHART_SPAN_FOUR_WEEKS, 20261121, 0, 20261025, 20261121);
  assert_period (UNKNOT_CHART_SPAN_THREE_MONTHS, 20261121, 0, 20260822, 20261121);
  assert_period (UNKNOT_CHART_SPAN_YEAR, 20261121, 0, 20251122, 20261121);
  assert_period (UNKNOT_CHART_SPAN_ALL, 20261121, 0, UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL);
}

static void
test_chart_span_back (void)
{
  assert_period (UNKNOT_CHART_SPAN_TWO_WEEKS, 20261121, 1, 20261025, 20261107);
  assert_period (UNKNOT_CHART_SPAN_YEAR, 20261121, 2, 20231122, 20241121);
}

/* Months are of different lengths, and no day is left out or in two of them. */
static void
test_chart_span_gapless (void)
{
  static const int days[] = { 20240229, 20260331, 20260531, 20261231 };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (guint span = 0; span < UNKNOT_CHART_SPAN_ALL; span++)
      for (guint n_back = 0; n_back < 12; n_back++)
        {
          UnknotPeriod later = unknot_chart_span_get_period (span, days[i], n_back);
          UnknotPeriod earlier = unknot_chart_span_get_period (span, days[i], n_back + 1);

          g_assert_cmpint (unknot_period_shift_day (earlier.last_day, 1), ==, later.first_day);
          g_assert_cmpint (later.first_day, <, later.last_day);
        }
}

static void
assert_months (int first_day,
               int last_day,
               int beginning,
               int expected)
{
  const UnknotPeriod period = { first_day, last_day };
  UnknotPeriod months = unknot_chart_span_get_months (&period, beginning);

  g_assert_cmpint (months.first_day, ==, expected);
  g_assert_cmpint (months.last_day, ==, last_day);
}

static void
test_chart_span_months (void)
{
  assert_months (20261108, 20261121, 20200101, 20251201);
  assert_months (20100101, 20261121, 20100101, 20251201);
  assert_months (20251122, 20261121, 20200101, 20251101);
  assert_months (20251201, 20261130, 20260314, 20260301);
  assert_months (20261108, 20261121, 20261121, 20261101);
  assert_months (20250101, 20250630, 20260101, 20240701);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/chart-span/last", test_chart_span_last);
  g_test_add_func ("/chart-span/back", test_chart_span_back);
  g_test_add_func ("/chart-span/gapless", test_chart_span_gapless);
  g_test_add_func ("/chart-span/months", test_chart_span_months);

  return g_test_run ();
}
