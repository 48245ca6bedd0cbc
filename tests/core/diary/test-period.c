/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-period.h"

static void
test_period_shift_day (void)
{
  g_assert_cmpint (unknot_period_shift_day (20261121, 0), ==, 20261121);
  g_assert_cmpint (unknot_period_shift_day (20261121, -27), ==, 20261025);
  g_assert_cmpint (unknot_period_shift_day (20261231, 1), ==, 20270101);
  g_assert_cmpint (unknot_period_shift_day (20240228, 1), ==, 20240229);
  g_assert_cmpint (unknot_period_shift_day (20260228, 1), ==, 20260301);
  g_assert_cmpint (unknot_period_shift_day (21000301, -1), ==, 21000228);
  g_assert_cmpint (unknot_period_shift_day (19700101, -1), ==, 19691231);
}

/* There are months without that day. */
static void
test_period_shift_months (void)
{
  g_assert_cmpint (unknot_period_shift_months (20261121, 0), ==, 20261121);
  g_assert_cmpint (unknot_period_shift_months (20261121, -12), ==, 20251121);
  g_assert_cmpint (unknot_period_shift_months (20260331, -1), ==, 20260228);
  g_assert_cmpint (unknot_period_shift_months (20260131, 1), ==, 20260228);
  g_assert_cmpint (unknot_period_shift_months (20240131, 1), ==, 20240229);
}

static void
test_period_count_days (void)
{
  g_assert_cmpint (unknot_period_count_days (20261121, 20261121), ==, 0);
  g_assert_cmpint (unknot_period_count_days (20240228, 20240301), ==, 2);
  g_assert_cmpint (unknot_period_count_days (20270101, 20261231), ==, -1);
}

static void
test_period_weekday (void)
{
  g_assert_cmpint (unknot_period_get_weekday (20261121), ==, G_DATE_SATURDAY);
  g_assert_cmpint (unknot_period_get_weekday (20261122), ==, G_DATE_SUNDAY);
  g_assert_cmpint (unknot_period_get_weekday (20240229), ==, G_DATE_THURSDAY);
}

static void
assert_date (int         day,
             const char *expected)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);
  g_autofree char *shown = date != NULL ? g_date_time_format_iso8601 (date) : NULL;

  g_assert_cmpstr (shown, ==, expected);
}

static void
test_period_date (void)
{
  assert_date (20261121, "2026-11-21T00:00:00Z");
  assert_date (20240229, "2024-02-29T00:00:00Z");
  assert_date (10101, "0001-01-01T00:00:00Z");
  assert_date (99991231, "9999-12-31T00:00:00Z");
  assert_date (20260229, NULL);
  assert_date (20261301, NULL);
  assert_date (0, NULL);
  assert_date (-1, NULL);
}

static void
test_period_of_a_year (void)
{
  const UnknotPeriod year = { 20240101, 20241231 };

  g_assert_cmpuint (unknot_period_get_n_days (&year), ==, 366);
  g_assert_cmpint (unknot_period_get_day (&year, 0), ==, 20240101);
  g_assert_cmpint (unknot_period_get_day (&year, 60), ==, 20240301);
  g_assert_cmpint (unknot_period_find (&year, 20240301), ==, 60);
  g_assert_cmpint (unknot_period_find (&year, 20240101), ==, 0);
  g_assert_cmpint (unknot_period_find (&year, 20241231), ==, 365);
  g_assert_cmpint (unknot_period_find (&year, 20231231), ==, -1);
  g_assert_cmpint (unknot_period_find (&year, 20250101), ==, -1);
}

static void
test_period_of_a_day (void)
{
  const UnknotPeriod day = { 20261121, 20261121 };

  g_assert_cmpuint (unknot_period_get_n_days (&day), ==, 1);
  g_assert_cmpint (unknot_period_find (&day, 20261121), ==, 0);
  g_assert_cmpint (unknot_period_find (&day, 20261120), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/period/shift-day", test_period_shift_day);
  g_test_add_func ("/period/shift-months", test_period_shift_months);
  g_test_add_func ("/period/count-days", test_period_count_days);
  g_test_add_func ("/period/weekday", test_period_weekday);
  g_test_add_func ("/period/date", test_period_date);
  g_test_add_func ("/period/of-a-year", test_period_of_a_year);
  g_test_add_func ("/period/of-a-day", test_period_of_a_day);

  return g_test_run ();
}
