/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-peg.h"
#include "unknot-period.h"

G_BEGIN_DECLS

/**
 * UnknotFunctionChart:
 * @chart: where to draw
 * @pegs: (array length=n_pegs): what was told, by time; what is not of @period is not shown
 * @n_pegs: how many; none draw an empty frame
 * @first: (nullable): the first that was told ever: from which mean on a change is meaningful is
 *   drawn, too
 * @period: from when until when
 * @first_weekday: with which weeks begin
 *
 * The mean of pain and function over time.
 */
typedef struct
{
  UnknotChart chart;
  UnknotPeg *const *pegs;
  guint n_pegs;
  UnknotPeg *first;
  UnknotPeriod period;
  GDateWeekday first_weekday;
} UnknotFunctionChart;

double   unknot_function_chart_get_height    (const UnknotFunctionChart *self);
int      unknot_function_chart_find          (const UnknotFunctionChart *self,
                                              double                     x,
                                              double                     y);
gboolean unknot_function_chart_get_rectangle (const UnknotFunctionChart *self,
                                              int                        peg,
                                              cairo_rectangle_t         *rectangle);
void     unknot_function_chart_draw          (const UnknotFunctionChart *self,
                                              cairo_t                   *cr,
                                              const UnknotInk           *ink,
                                              int                        hovered,
                                              int                        focused);

G_END_DECLS
