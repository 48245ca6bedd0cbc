/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-history.h"

G_BEGIN_DECLS

/**
 * UnknotCalendarChart:
 * @chart: where to draw
 * @days: (array length=n_days): days in a row, as unknot_history_get_days() gives them
 * @n_days: how many; none draw nothing
 * @first_weekday: with which weeks begin
 *
 * Days by how bad the worst pain was: the weeks of each month are columns, the weekdays are rows.
 */
typedef struct
{
  UnknotChart chart;
  const UnknotHistoryDay *days;
  guint n_days;
  GDateWeekday first_weekday;
} UnknotCalendarChart;

double   unknot_calendar_chart_get_height    (const UnknotCalendarChart *self);
int      unknot_calendar_chart_find          (const UnknotCalendarChart *self,
                                              double                     x,
                                              double                     y);
gboolean unknot_calendar_chart_get_rectangle (const UnknotCalendarChart *self,
                                              int                        day,
                                              cairo_rectangle_t         *rectangle);
void     unknot_calendar_chart_draw          (const UnknotCalendarChart *self,
                                              cairo_t                   *cr,
                                              const UnknotInk           *ink,
                                              int                        hovered,
                                              int                        focused);

G_END_DECLS
