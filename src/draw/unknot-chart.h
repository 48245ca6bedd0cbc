/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-ink.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * UnknotChart:
 * @context: how to write, and whether what comes first is at the left or at the right
 * @width: how much room there is, in the units that are drawn in
 * @height: the same
 *
 * Where a chart is drawn. All that is measured in it is measured from where reading starts: only
 * what turns it says left.
 */
typedef struct
{
  PangoContext *context;
  double width;
  double height;
} UnknotChart;

/**
 * UnknotChartSign:
 * @item: which item of the legend
 * @box: where to draw what it stands for, turned already
 * @data: what was given with the legend
 */
typedef void (*UnknotChartSign) (cairo_t                 *cr,
                                 const UnknotInk         *ink,
                                 guint                    item,
                                 const cairo_rectangle_t *box,
                                 gconstpointer            data);

cairo_rectangle_t  unknot_chart_turn             (const UnknotChart       *self,
                                                  cairo_rectangle_t        box);
double             unknot_chart_turn_x           (const UnknotChart       *self,
                                                  double                   x);
gboolean           unknot_chart_contains         (const cairo_rectangle_t *box,
                                                  double                   x,
                                                  double                   y);
double             unknot_chart_get_line_height  (const UnknotChart       *self);
double             unknot_chart_measure          (const UnknotChart       *self,
                                                  const char              *words);
void               unknot_chart_write            (const UnknotChart       *self,
                                                  cairo_t                 *cr,
                                                  const char              *words,
                                                  double                   x,
                                                  double                   y,
                                                  double                   align,
                                                  double                   max_width);
void               unknot_chart_draw_line        (const UnknotChart       *self,
                                                  cairo_t                 *cr,
                                                  double                   x1,
                                                  double                   y1,
                                                  double                   x2,
                                                  double                   y2);
double             unknot_chart_measure_legend   (const UnknotChart       *self,
                                                  const char *const       *titles);
void               unknot_chart_draw_legend      (const UnknotChart       *self,
                                                  cairo_t                 *cr,
                                                  const UnknotInk         *ink,
                                                  const char *const       *titles,
                                                  double                   top,
                                                  UnknotChartSign          sign,
                                                  gconstpointer            data);
void               unknot_chart_draw_hover       (cairo_t                 *cr,
                                                  const UnknotInk         *ink,
                                                  const cairo_rectangle_t *box);
void               unknot_chart_draw_focus       (cairo_t                 *cr,
                                                  const UnknotInk         *ink,
                                                  const cairo_rectangle_t *box);

G_END_DECLS
