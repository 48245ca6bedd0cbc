/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-history.h"
#include "unknot-summary-span.h"

static void
assert_period (UnknotSummarySpan span,
               int               today,
               int               last_visit,
               int               first_day,
               int               last_day)
{
  UnknotPeriod period = unknot_summary_span_get_period (span, today, last_visit, NULL);

  g_assert_cmpint (period.first_day, ==, first_day);
  g_assert_cmpint (period.last_day, ==, last_day);
}

/* What came after the visit was on that day not told yet. */
static void
test_summary_span_visit (void)
{
  assert_period (UNKNOT_SUMMARY_SPAN_VISIT, 20261121, 20260507, 20260507, 20261121);
  assert_period (UNKNOT_SUMMARY_SPAN_VISIT, 20261121, 20261121, 20261121, 20261121);
  /* Somebody travelled over the date line. */
  assert_period (UNKNOT_SUMMARY_SPAN_VISIT, 20261121, 20261122, 20261121, 20261121);
}

static void
test_summary_span_last (void)
{
  assert_period (UNKNOT_SUMMARY_SPAN_FOUR_WEEKS, 20261121, 0, 20261025, 20261121);
  assert_period (UNKNOT_SUMMARY_SPAN_FOUR_WEEKS, 20240301, 0, 20240203, 20240301);
  assert_period (UNKNOT_SUMMARY_SPAN_THREE_MONTHS, 20261121, 0, 20260822, 20261121);
  /* February is shorter. */
  assert_period (UNKNOT_SUMMARY_SPAN_THREE_MONTHS, 20260531, 0, 20260301, 20260531);
  assert_period (UNKNOT_SUMMARY_SPAN_THREE_MONTHS, 20260115, 0, 20251016, 20260115);
  assert_period (UNKNOT_SUMMARY_SPAN_ALL, 20261121, 20260507, UNKNOT_HISTORY_ALL,
                 UNKNOT_HISTORY_ALL);
}

static void
test_summary_span_chosen (void)
{
  const UnknotPeriod chosen = { 20260901, 20260930 };
  const UnknotPeriod reversed = { 20260930, 20260901 };
  const UnknotPeriod too_long = { 20260901, 20270101 };
  const UnknotPeriod to_come = { 20261122, 20270101 };
  UnknotPeriod period =
    unknot_summary_span_get_period (UNKNOT_SUMMARY_SPAN_CHOSEN, 20261121, 0, &chosen);

  g_assert_cmpint (period.first_day, ==, 20260901);
  g_assert_cmpint (period.last_day, ==, 20260930);
  period = unknot_summary_span_get_period (UNKNOT_SUMMARY_SPAN_CHOSEN, 20261121, 0, &reversed);
  g_assert_cmpint (period.first_day, ==, 20260901);
  g_assert_cmpint (period.last_day, ==, 20260930);
  /* Of days to come nothing is known. */
  period = unknot_summary_span_get_period (UNKNOT_SUMMARY_SPAN_CHOSEN, 20261121, 0, &too_long);
  g_assert_cmpint (period.first_day, ==, 20260901);
  g_assert_cmpint (period.last_day, ==, 20261121);
  period = unknot_summary_span_get_period (UNKNOT_SUMMARY_SPAN_CHOSEN, 20261121, 0, &to_come);
  g_assert_cmpint (period.first_day, ==, 20261121);
  g_assert_cmpint (period.last_day, ==, 20261121);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary-span/visit", test_summary_span_visit);
  g_test_add_func ("/summary-span/last", test_summary_span_last);
  g_test_add_func ("/summary-span/chosen", test_summary_span_chosen);

  return g_test_run ();
}
