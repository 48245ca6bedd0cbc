/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-pattern"

#include "config.h"

#include "unknot-pattern.h"

#include <math.h>

/**
 * unknot_pattern_draw_dots:
 * @step: from one to the next, in the units of @cr
 * @radius: of each
 *
 * Covers what is clipped with dots.
 */
void
unknot_pattern_draw_dots (cairo_t *cr,
                          double   step,
                          double   radius)
{
  double left, top, right, bottom;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (double y = step * floor (top / step); y <= bottom + step; y += step)
    for (double x = step * floor (left / step); x <= right + step; x += step)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/**
 * unknot_pattern_draw_lines:
 * @step: from one to the next, in the units of @cr
 * @line_width: of each
 * @slope: 1 falls to the right, -1 rises, 0 is level
 *
 * Covers what is clipped with lines.
 */
void
unknot_pattern_draw_lines (cairo_t *cr,
                           double   step,
                           double   line_width,
                           int      slope)
{
  double left, top, right, bottom, reach;

  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  reach = slope == 0 ? 0 : right - left;
  /* From the same lines wherever the region is, so that neighbours match. */
  for (double y = step * floor ((top - slope * left - reach) / step);
       y <= bottom - slope * left + reach; y += step)
    {
      cairo_move_to (cr, left, y + slope * left);
      cairo_line_to (cr, right, y + slope * right);
    }
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

/**
 * unknot_pattern_add_lines:
 * @box: what to cover
 * @step: from one to the next, in the units of @cr
 * @slope: 1 falls to the right, -1 rises, 0 is level
 *
 * Adds lines to the path, one of them through the middle of the box and none beyond it. Many boxes
 * are covered far faster so than each in a clip of its own.
 */
void
unknot_pattern_add_lines (cairo_t                 *cr,
                          const cairo_rectangle_t *box,
                          double                   step,
                          int                      slope)
{
  double right = box->x + box->width;
  double bottom = box->y + box->height;
  /* Where each crosses the middle of the box, from top to bottom. */
  double reach = (box->height + (slope == 0 ? 0 : box->width)) / 2;

  for (double offset = -step * floor (reach / step); offset <= reach; offset += step)
    {
      double middle = box->y + box->height / 2 + offset;
      double left_y = middle - slope * box->width / 2;
      double right_y = middle + slope * box->width / 2;
      double start_y = CLAMP (left_y, box->y, bottom);
      double end_y = CLAMP (right_y, box->y, bottom);

      cairo_move_to (cr, slope == 0 ? box->x : box->x + (start_y - left_y) * slope, start_y);
      cairo_line_to (cr, slope == 0 ? right : right + (end_y - right_y) * slope, end_y);
    }
}
