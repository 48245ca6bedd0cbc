/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-chart.h"
#include "unknot-history.h"

G_BEGIN_DECLS

/**
 * UnknotBar:
 * @title: what is counted
 * @n: how many there are of it, at least 0
 * @n_effects: of how many of those each effect was told, where the chart shows effects
 */
typedef struct
{
  const char *title;
  int n;
  int n_effects[UNKNOT_HISTORY_N_EFFECTS];
} UnknotBar;

/**
 * UnknotBarsChart:
 * @chart: where to draw
 * @bars: (array length=n_bars): from the top down
 * @n_bars: how many; none draw an empty frame
 * @has_effects: whether each bar is of what was told of its effect
 *
 * Counts of what has names: what set spasms off, or what helped.
 */
typedef struct
{
  UnknotChart chart;
  const UnknotBar *bars;
  guint n_bars;
  gboolean has_effects;
} UnknotBarsChart;

double   unknot_bars_chart_get_height    (const UnknotBarsChart *self);
int      unknot_bars_chart_find          (const UnknotBarsChart *self,
                                          double                 x,
                                          double                 y);
gboolean unknot_bars_chart_get_rectangle (const UnknotBarsChart *self,
                                          int                    bar,
                                          cairo_rectangle_t     *rectangle);
void     unknot_bars_chart_draw          (const UnknotBarsChart *self,
                                          cairo_t               *cr,
                                          const UnknotInk       *ink,
                                          int                    hovered,
                                          int                    focused);

G_END_DECLS
