/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-function-chart"

#include "config.h"

#include "unknot-function-chart.h"

#include "unknot-axis.h"
#include "unknot-pain.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* It is asked once a week: where a week was left out nothing is known, and nothing is joined. */
#define MAX_GAP_DAYS 14

#define DOT_RADIUS 2.6
#define LONE_DOT_RADIUS 1.5

/* With less room for each, only those that stand alone have dots. */
#define DOT_SPACING 7.0

/* So far from one the pointer may be, in heights of a line. */
#define REACH 1.5

/* What a legend may leave of the height at least. */
#define MIN_PLOT_SHARE 0.4

/* What an item of the legend is. */
enum
{
  ITEM_MEAN,
  ITEM_GOAL,
};

typedef struct
{
  cairo_rectangle_t plot;
  double day_width;
  double legend_top; /* negative where there is none */
} Layout;

static int
get_day (UnknotPeg *peg)
{
  return unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (peg)));
}

/* Where there was nothing to begin with, it cannot get better. */
static gboolean
has_goal (const UnknotFunctionChart *self)
{
  return self->first != NULL && unknot_peg_get_mean (self->first) > 0;
}

static GStrv
make_legend (const UnknotFunctionChart *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_add (builder, C_ ("pain", "Mean"));
  if (has_goal (self))
    /* Translators: in a legend: where the mean is so much lower than the first */
    g_strv_builder_take (builder,
                         g_strdup_printf (_("%d %% below the first"), UNKNOT_PEG_MEANINGFUL));

  return g_strv_builder_end (builder);
}

static Layout
lay_out (const UnknotFunctionChart *self)
{
  const UnknotChart *chart = &self->chart;
  double line_height = unknot_chart_get_line_height (chart);
  double left = MIN (unknot_axis_measure_values (chart, UNKNOT_PAIN_MAX), chart->width / 3);
  g_auto (GStrv) legend = make_legend (self);
  double legend_height = unknot_chart_measure_legend (chart, (const char *const *) legend);
  double height = chart->height - 1.8 * line_height;
  /* The last one is not cut off. */
  Layout layout = { { left, line_height / 2, MAX (chart->width - left - 1 - DOT_RADIUS, 1), 0 } };

  if (height - legend_height < MIN_PLOT_SHARE * chart->height)
    legend_height = 0;
  layout.plot.height = MAX (height - legend_height, 1);
  layout.legend_top = legend_height > 0 ? chart->height - legend_height : -1;
  if (self->n_pegs > 0)
    layout.day_width = layout.plot.width / unknot_period_get_n_days (&self->period);

  return layout;
}

/* Whether it is in the period. */
static gboolean
get_x (const UnknotFunctionChart *self,
       const Layout              *layout,
       guint                      peg,
       double                    *x)
{
  int position = unknot_period_find (&self->period, get_day (self->pegs[peg]));

  *x = layout->plot.x + (position + 0.5) * layout->day_width;

  return position >= 0;
}

static double
get_y (const Layout *layout,
       double        mean)
{
  return layout->plot.y + layout->plot.height * (1 - mean / UNKNOT_PAIN_MAX);
}

/**
 * unknot_function_chart_get_height:
 *
 * Returns: in how much height nothing is left out for want of room
 */
double
unknot_function_chart_get_height (const UnknotFunctionChart *self)
{
  UnknotFunctionChart tall = *self;
  double below;

  /* More than any chart wants: what is beside the plot is as high in any. */
  tall.chart.height = 1e4;
  below = tall.chart.height - lay_out (&tall).plot.height;

  return MAX (below / (1 - MIN_PLOT_SHARE) + 1,
              below + 6 * unknot_chart_get_line_height (&self->chart));
}

/**
 * unknot_function_chart_find:
 *
 * Returns: what was told that is the nearest to a point, above or below it; -1 for none
 */
int
unknot_function_chart_find (const UnknotFunctionChart *self,
                            double                     x,
                            double                     y)
{
  Layout layout = lay_out (self);
  double along = unknot_chart_turn_x (&self->chart, x);
  double least = REACH * unknot_chart_get_line_height (&self->chart);
  int found = -1;

  if (along < layout.plot.x || along > self->chart.width || y < 0 ||
      y > layout.plot.y + layout.plot.height + DOT_RADIUS)
    return -1;
  for (guint i = 0; i < self->n_pegs; i++)
    {
      double at;

      if (get_x (self, &layout, i, &at) && fabs (at - along) < least)
        {
          least = fabs (at - along);
          found = i;
        }
    }

  return found;
}

static gboolean
get_rectangle (const UnknotFunctionChart *self,
               const Layout              *layout,
               int                        peg,
               cairo_rectangle_t         *rectangle)
{
  double x, y;

  if (peg < 0 || peg >= (int) self->n_pegs || !get_x (self, layout, peg, &x))
    return FALSE;
  y = get_y (layout, unknot_peg_get_mean (self->pegs[peg]));
  *rectangle = unknot_chart_turn (&self->chart,
                                  (cairo_rectangle_t) { x - DOT_RADIUS, y - DOT_RADIUS,
                                                        2 * DOT_RADIUS, 2 * DOT_RADIUS });

  return TRUE;
}

/**
 * unknot_function_chart_get_rectangle:
 * @peg: from 0
 * @rectangle: (out): where its mean is
 *
 * Returns: whether there is such a one, and it is of the period
 */
gboolean
unknot_function_chart_get_rectangle (const UnknotFunctionChart *self,
                                     int                        peg,
                                     cairo_rectangle_t         *rectangle)
{
  Layout layout = lay_out (self);

  return get_rectangle (self, &layout, peg, rectangle);
}

/* --- Drawing --- */

static void
add_dot (cairo_t *cr,
         double   x,
         double   y,
         double   radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
}

static void
set_goal_pen (cairo_t         *cr,
              const UnknotInk *ink)
{
  static const double dashes[] = { 4, 3 };

  unknot_ink_set_source (cr, &ink->text);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
}

static void
draw_goal (const UnknotFunctionChart *self,
           cairo_t                   *cr,
           const UnknotInk           *ink,
           const Layout              *layout)
{
  double goal = unknot_peg_get_mean (self->first) * (100 - UNKNOT_PEG_MEANINGFUL) / 100;
  double y = floor (get_y (layout, goal)) + 0.5;

  cairo_save (cr);
  set_goal_pen (cr, ink);
  unknot_chart_draw_line (&self->chart, cr, layout->plot.x, y, layout->plot.x + layout->plot.width,
                          y);
  cairo_restore (cr);
}

static gboolean
is_joined (const UnknotFunctionChart *self,
           guint                      one,
           guint                      other)
{
  const UnknotPeriod between = { get_day (self->pegs[one]), get_day (self->pegs[other]) };

  return unknot_period_get_n_days (&between) <= MAX_GAP_DAYS + 1;
}

static void
draw_means (const UnknotFunctionChart *self,
            cairo_t                   *cr,
            const UnknotInk           *ink,
            const Layout              *layout)
{
  gboolean has_dots = layout->plot.width >= DOT_SPACING * self->n_pegs;
  g_autofree gboolean *joined = g_new0 (gboolean, self->n_pegs + 1); /* to the one before */

  unknot_ink_set_source (cr, &ink->bar_strong);
  cairo_set_line_width (cr, 1.6);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  for (guint i = 0; i < self->n_pegs; i++)
    {
      double y = get_y (layout, unknot_peg_get_mean (self->pegs[i]));
      double x;

      if (!get_x (self, layout, i, &x))
        continue;
      joined[i] = i > 0 && unknot_period_find (&self->period, get_day (self->pegs[i - 1])) >= 0 &&
                  is_joined (self, i - 1, i);
      x = unknot_chart_turn_x (&self->chart, x);
      if (joined[i])
        cairo_line_to (cr, x, y);
      else
        cairo_move_to (cr, x, y);
    }
  cairo_stroke (cr);

  for (guint i = 0; i < self->n_pegs; i++)
    {
      double y = get_y (layout, unknot_peg_get_mean (self->pegs[i]));
      double x;

      if (get_x (self, layout, i, &x) && (has_dots || (!joined[i] && !joined[i + 1])))
        add_dot (cr, unknot_chart_turn_x (&self->chart, x), y,
                 has_dots ? DOT_RADIUS : LONE_DOT_RADIUS);
    }
  cairo_fill (cr);
}

static void
draw_item (cairo_t                 *cr,
           const UnknotInk         *ink,
           guint                    item,
           const cairo_rectangle_t *box,
           gconstpointer            data)
{
  double y = box->y + box->height / 2;

  if (item == ITEM_GOAL)
    set_goal_pen (cr, ink);
  else
    {
      unknot_ink_set_source (cr, &ink->bar_strong);
      cairo_set_line_width (cr, 1.6);
    }
  cairo_move_to (cr, box->x, y);
  cairo_line_to (cr, box->x + box->width, y);
  cairo_stroke (cr);
  if (item == ITEM_MEAN)
    add_dot (cr, box->x + box->width / 2, y, DOT_RADIUS);
  cairo_fill (cr);
}

static void
draw_legend (const UnknotFunctionChart *self,
             cairo_t                   *cr,
             const UnknotInk           *ink,
             const Layout              *layout)
{
  g_auto (GStrv) legend = make_legend (self);

  if (layout->legend_top >= 0)
    unknot_chart_draw_legend (&self->chart, cr, ink, (const char *const *) legend,
                              layout->legend_top, draw_item, NULL);
}

/**
 * unknot_function_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: what the pointer is at, or -1
 * @focused: what the keyboard is at, or -1
 */
void
unknot_function_chart_draw (const UnknotFunctionChart *self,
                            cairo_t                   *cr,
                            const UnknotInk           *ink,
                            int                        hovered,
                            int                        focused)
{
  Layout layout = lay_out (self);
  cairo_rectangle_t box;

  cairo_save (cr);
  unknot_axis_draw_values (&self->chart, cr, ink, &layout.plot, UNKNOT_PAIN_MAX);
  if (self->n_pegs > 0)
    unknot_axis_draw_days (&self->chart, cr, ink, &layout.plot,
                           layout.plot.y + layout.plot.height, &self->period, self->first_weekday);
  if (has_goal (self))
    draw_goal (self, cr, ink, &layout);
  draw_means (self, cr, ink, &layout);
  draw_legend (self, cr, ink, &layout);
  if (get_rectangle (self, &layout, hovered, &box))
    unknot_chart_draw_hover (cr, ink, &box);
  if (get_rectangle (self, &layout, focused, &box))
    unknot_chart_draw_focus (cr, ink, &box);
  cairo_restore (cr);
}
