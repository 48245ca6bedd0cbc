/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-chart-span"

#include "config.h"

#include "unknot-chart-span.h"

#include "unknot-history.h"

#define MONTHS_IN_YEAR 12
#define MAX_DAYS_IN_YEAR 366

static int
get_first_of_month (int day)
{
  return day - day % 100 + 1;
}

/* The same day so many spans before @today. */
static int
go_back (UnknotChartSpan span,
         int             today,
         guint           n)
{
  switch (span)
    {
    case UNKNOT_CHART_SPAN_TWO_WEEKS:
      return unknot_period_shift_day (today, -14 * (int) n);
    case UNKNOT_CHART_SPAN_FOUR_WEEKS:
      return unknot_period_shift_day (today, -28 * (int) n);
    case UNKNOT_CHART_SPAN_THREE_MONTHS:
      return unknot_period_shift_months (today, -3 * (int) n);
    case UNKNOT_CHART_SPAN_YEAR:
      return unknot_period_shift_months (today, -MONTHS_IN_YEAR * (int) n);
    case UNKNOT_CHART_SPAN_ALL:
    default:
      g_assert_not_reached ();
    }
}

/**
 * unknot_chart_span_get_period:
 * @today: the day that the last one ends with, yyyymmdd
 * @n_back: how many of them before the last one
 *
 * Returns: the days of it; those of one follow those of the one before. All are
 *   %UNKNOT_HISTORY_ALL
 */
UnknotPeriod
unknot_chart_span_get_period (UnknotChartSpan span,
                              int             today,
                              guint           n_back)
{
  if (span == UNKNOT_CHART_SPAN_ALL)
    return (UnknotPeriod) { UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL };

  return (UnknotPeriod) { unknot_period_shift_day (go_back (span, today, n_back + 1), 1),
                          go_back (span, today, n_back) };
}

/**
 * unknot_chart_span_get_months:
 * @period: days that are known
 * @beginning: the first day of which the diary has anything, yyyymmdd
 *
 * Returns: the months of a period of a year; of any other the twelve that end with its last day.
 *   None is before the diary
 */
UnknotPeriod
unknot_chart_span_get_months (const UnknotPeriod *period,
                              int                 beginning)
{
  int first_day = unknot_period_shift_months (get_first_of_month (period->last_day),
                                              1 - MONTHS_IN_YEAR);

  if (unknot_period_get_n_days (period) <= MAX_DAYS_IN_YEAR)
    first_day = MIN (first_day, get_first_of_month (period->first_day));
  if (beginning <= period->last_day)
    first_day = MAX (first_day, get_first_of_month (beginning));

  return (UnknotPeriod) { first_day, period->last_day };
}
