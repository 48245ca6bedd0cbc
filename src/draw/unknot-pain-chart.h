/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-history.h"

G_BEGIN_DECLS

/**
 * UnknotPainChart:
 * @chart: where to draw
 * @days: (array length=n_days): days in a row, as unknot_history_get_days() gives them, or a part
 *   of those
 * @n_days: how many; none draw an empty frame
 * @markers: (array length=n_markers): by day; those of other days are not shown
 * @n_markers: how many
 * @first_weekday: with which weeks begin
 *
 * Pain over time.
 */
typedef struct
{
  UnknotChart chart;
  const UnknotHistoryDay *days;
  guint n_days;
  const UnknotHistoryMarker *markers;
  guint n_markers;
  GDateWeekday first_weekday;
} UnknotPainChart;

/**
 * UnknotPainChartDatum:
 * @is_marker: whether @first and @n are positions in the markers, not in the days
 * @first: the first that it shows
 * @n: how many it shows: more than one where they have less room than each wants
 * @n_pains: how many pains the days have
 * @lowest: the least of them
 * @worst: the worst of them
 * @mean: the mean of the means of the days
 */
typedef struct
{
  gboolean is_marker;
  guint first;
  guint n;
  int n_pains;
  int lowest;
  int worst;
  double mean;
} UnknotPainChartDatum;

double   unknot_pain_chart_get_height    (const UnknotPainChart *self);
guint    unknot_pain_chart_get_n_data    (const UnknotPainChart *self);
gboolean unknot_pain_chart_get_datum     (const UnknotPainChart *self,
                                          int                    datum,
                                          UnknotPainChartDatum  *found);
int      unknot_pain_chart_step          (const UnknotPainChart *self,
                                          int                    from,
                                          int                    by);
int      unknot_pain_chart_find          (const UnknotPainChart *self,
                                          double                 x,
                                          double                 y);
gboolean unknot_pain_chart_get_rectangle (const UnknotPainChart *self,
                                          int                    datum,
                                          cairo_rectangle_t     *rectangle);
void     unknot_pain_chart_draw          (const UnknotPainChart *self,
                                          cairo_t               *cr,
                                          const UnknotInk       *ink,
                                          int                    hovered,
                                          int                    focused);

G_END_DECLS
