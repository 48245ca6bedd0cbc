/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"

G_BEGIN_DECLS

/**
 * UnknotColumnsChart:
 * @chart: where to draw
 * @counts: (array length=n_counts): how many of each, at least 0
 * @titles: (array length=n_counts): what is counted, in the same order
 * @n_counts: how many columns; none draw an empty frame
 *
 * Counts of what comes in an order, such as the hours of a day.
 */
typedef struct
{
  UnknotChart chart;
  const int *counts;
  const char *const *titles;
  guint n_counts;
} UnknotColumnsChart;

GStrv    unknot_columns_chart_dup_hours     (void);
GStrv    unknot_columns_chart_dup_weekdays  (GDateWeekday              first_weekday);
double   unknot_columns_chart_get_height    (const UnknotColumnsChart *self);
int      unknot_columns_chart_find          (const UnknotColumnsChart *self,
                                             double                    x,
                                             double                    y);
gboolean unknot_columns_chart_get_rectangle (const UnknotColumnsChart *self,
                                             int                       column,
                                             cairo_rectangle_t        *rectangle);
void     unknot_columns_chart_draw          (const UnknotColumnsChart *self,
                                             cairo_t                  *cr,
                                             const UnknotInk          *ink,
                                             int                       hovered,
                                             int                       focused);

G_END_DECLS
