/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-history.h"

G_BEGIN_DECLS

/**
 * UnknotWeeksChart:
 * @chart: where to draw
 * @period: the days that the weeks are of
 * @weeks: (array length=n_weeks): weeks in a row, as unknot_history_get_weeks() gives them
 * @n_weeks: how many; none draw an empty frame
 * @today: the last of the last 28 days, yyyymmdd
 * @n_recent: how many spasms started in those, or negative
 * @n_before: how many started in the 28 days before, or negative
 * @first_weekday: with which weeks begin
 *
 * Spasms a week. A week is as wide as its days in the period are.
 */
typedef struct
{
  UnknotChart chart;
  UnknotPeriod period;
  const UnknotHistoryWeek *weeks;
  guint n_weeks;
  int today;
  int n_recent;
  int n_before;
  GDateWeekday first_weekday;
} UnknotWeeksChart;

/**
 * UnknotWeeksChartDatum:
 * @first: the first week that it shows
 * @n: how many weeks it shows: more than one where each is too narrow
 * @highest: the one of them with the most spasms, which is drawn
 */
typedef struct
{
  guint first;
  guint n;
  guint highest;
} UnknotWeeksChartDatum;

double   unknot_weeks_chart_get_height    (const UnknotWeeksChart *self);
guint    unknot_weeks_chart_get_n_data    (const UnknotWeeksChart *self);
gboolean unknot_weeks_chart_get_datum     (const UnknotWeeksChart *self,
                                           int                     datum,
                                           UnknotWeeksChartDatum  *found);
int      unknot_weeks_chart_find          (const UnknotWeeksChart *self,
                                           double                  x,
                                           double                  y);
gboolean unknot_weeks_chart_get_rectangle (const UnknotWeeksChart *self,
                                           int                     datum,
                                           cairo_rectangle_t      *rectangle);
void     unknot_weeks_chart_draw          (const UnknotWeeksChart *self,
                                           cairo_t                *cr,
                                           const UnknotInk        *ink,
                                           int                     hovered,
                                           int                     focused);

G_END_DECLS
