/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-columns-chart"

#include "config.h"

#include "unknot-columns-chart.h"

#include "unknot-axis.h"
#include "unknot-time-of-day.h"

#include <math.h>

#define HOURS_IN_DAY 24
#define DAYS_IN_WEEK 7

#define BAR_SHARE 0.72
#define MAX_BAR 48.0

/* Where nothing is drawn, there is something to be at. */
#define EMPTY_HEIGHT 2.0

#define MIN_HIGHEST 4

/* Between titles, in heights of a line. */
#define TITLE_GAP 0.35

typedef struct
{
  cairo_rectangle_t plot;
  double column_width;
  int highest;
} Layout;

/**
 * unknot_columns_chart_dup_hours:
 *
 * Returns: (transfer full): what the 24 hours are called, counted as the language does, from
 *   midnight on
 */
GStrv
unknot_columns_chart_dup_hours (void)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *format = unknot_time_of_day_is_twelve_hour () ? "%-I %p" : "%-H";

  for (guint hour = 0; hour < HOURS_IN_DAY; hour++)
    {
      g_autoptr (GDateTime) time = g_date_time_new_utc (2024, 1, 1, hour, 0, 0);

      g_strv_builder_take (builder, g_date_time_format (time, format));
    }

  return g_strv_builder_end (builder);
}

/**
 * unknot_columns_chart_dup_weekdays:
 *
 * Returns: (transfer full): what the weekdays are called in short, from @first_weekday on
 */
GStrv
unknot_columns_chart_dup_weekdays (GDateWeekday first_weekday)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < DAYS_IN_WEEK; i++)
    g_strv_builder_take (
      builder, unknot_axis_dup_weekday ((first_weekday - 1 + i) % DAYS_IN_WEEK + 1, "%a"));

  return g_strv_builder_end (builder);
}

static int
get_highest (const UnknotColumnsChart *self)
{
  int highest = MIN_HIGHEST;

  for (guint i = 0; i < self->n_counts; i++)
    highest = MAX (highest, self->counts[i]);

  return unknot_axis_round_up (highest);
}

static Layout
lay_out (const UnknotColumnsChart *self)
{
  const UnknotChart *chart = &self->chart;
  double line_height = unknot_chart_get_line_height (chart);
  Layout layout = { .highest = get_highest (self) };
  double left = MIN (unknot_axis_measure_values (chart, layout.highest), chart->width / 3);

  layout.plot = (cairo_rectangle_t) { left, line_height / 2, MAX (chart->width - left - 1, 1),
                                      MAX (chart->height - 1.8 * line_height, 1) };
  layout.column_width = layout.plot.width / MAX (self->n_counts, 1);

  return layout;
}

/* Turned already. */
static cairo_rectangle_t
get_bar (const UnknotColumnsChart *self,
         const Layout             *layout,
         guint                     column)
{
  double width = MIN (BAR_SHARE * layout->column_width, MAX_BAR);
  double height =
    MAX (layout->plot.height * self->counts[column] / layout->highest, EMPTY_HEIGHT);

  return unknot_chart_turn (
    &self->chart,
    (cairo_rectangle_t) { layout->plot.x + (column + 0.5) * layout->column_width - width / 2,
                          layout->plot.y + layout->plot.height - height, width, height });
}

/**
 * unknot_columns_chart_get_height:
 *
 * Returns: from how much height on it can be read well
 */
double
unknot_columns_chart_get_height (const UnknotColumnsChart *self)
{
  return 8 * unknot_chart_get_line_height (&self->chart);
}

/**
 * unknot_columns_chart_find:
 *
 * Returns: the column that lies under a point, anywhere above its bar or on it; -1 for none
 */
int
unknot_columns_chart_find (const UnknotColumnsChart *self,
                           double                    x,
                           double                    y)
{
  Layout layout = lay_out (self);
  double along = unknot_chart_turn_x (&self->chart, x);

  if (self->n_counts == 0 || !unknot_chart_contains (&layout.plot, along, y))
    return -1;

  return MIN ((along - layout.plot.x) / layout.column_width, self->n_counts - 1);
}

/**
 * unknot_columns_chart_get_rectangle:
 * @column: from 0
 * @rectangle: (out): where its bar is
 *
 * Returns: whether there is such a column
 */
gboolean
unknot_columns_chart_get_rectangle (const UnknotColumnsChart *self,
                                    int                       column,
                                    cairo_rectangle_t        *rectangle)
{
  Layout layout = lay_out (self);

  if (column < 0 || column >= (int) self->n_counts)
    return FALSE;
  *rectangle = get_bar (self, &layout, column);

  return TRUE;
}

/* --- Drawing --- */

static void
draw_titles (const UnknotColumnsChart *self,
             cairo_t                  *cr,
             const Layout             *layout)
{
  double line_height = unknot_chart_get_line_height (&self->chart);
  double y = layout->plot.y + layout->plot.height + 0.7 * line_height;
  double widest = 0;
  guint stride;

  for (guint i = 0; i < self->n_counts; i++)
    widest = MAX (widest, unknot_chart_measure (&self->chart, self->titles[i]));
  stride = unknot_axis_get_stride (self->n_counts, layout->column_width,
                                   widest + TITLE_GAP * line_height);
  for (guint i = 0; i < self->n_counts; i += stride)
    {
      double x = layout->plot.x + (i + 0.5) * layout->column_width;

      /* The last one is not cut off. */
      unknot_chart_write (&self->chart, cr, self->titles[i],
                          MIN (x, self->chart.width - widest / 2), y, 0.5, -1);
    }
}

/**
 * unknot_columns_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the column under the pointer, or -1
 * @focused: the column that the keyboard is at, or -1
 */
void
unknot_columns_chart_draw (const UnknotColumnsChart *self,
                           cairo_t                  *cr,
                           const UnknotInk          *ink,
                           int                       hovered,
                           int                       focused)
{
  Layout layout = lay_out (self);
  cairo_rectangle_t box;

  cairo_save (cr);
  unknot_axis_draw_values (&self->chart, cr, ink, &layout.plot, layout.highest);
  unknot_ink_set_source (cr, &ink->bar);
  for (guint i = 0; i < self->n_counts; i++)
    {
      if (self->counts[i] == 0)
        continue;
      box = get_bar (self, &layout, i);
      cairo_rectangle (cr, box.x, box.y, box.width, box.height);
    }
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->text);
  draw_titles (self, cr, &layout);
  if (unknot_columns_chart_get_rectangle (self, hovered, &box))
    unknot_chart_draw_hover (cr, ink, &box);
  if (unknot_columns_chart_get_rectangle (self, focused, &box))
    unknot_chart_draw_focus (cr, ink, &box);
  cairo_restore (cr);
}
