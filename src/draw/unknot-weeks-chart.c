/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-weeks-chart"

#include "config.h"

#include "unknot-weeks-chart.h"

#include "unknot-axis.h"
#include "unknot-pattern.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define DAYS_IN_WEEK 7

/* What the protocol compares: so many days with as many before. */
#define SPAN_DAYS 28

/* The narrowest bar that is drawn, with the gap after it; and its part of that. */
#define MIN_COLUMN 3.0
#define BAR_SHARE 0.72

/* Of a week with entries, and without a spasm. */
#define NO_SPASM_HEIGHT 3.0

#define MIN_HIGHEST 4

#define MIN_PLOT_SHARE 0.4

/* Which days a part of a bar is of. */
typedef enum
{
  SPAN_RECENT,
  SPAN_BEFORE,
  SPAN_EARLIER,
} Span;

typedef struct
{
  cairo_rectangle_t plot;
  double day_width;
  guint n_weeks_in_column;
  guint n_columns;
  int first;         /* day of the first week, from the first of the period */
  int n_days;
  int highest;       /* at the top of the plot */
  double legend_top; /* negative where there is none */
} Layout;

/* How many days from the first of the period on; perhaps before it, or after its last. */
static int
get_position (const UnknotWeeksChart *self,
              int                     day)
{
  return unknot_period_count_days (self->period.first_day, day);
}

/* Where the last 28 days end. */
static int
get_end (const UnknotWeeksChart *self)
{
  return get_position (self, self->today) + 1;
}

/* Beside how many spasms, where that is known. */
static char *
dup_span_title (const char *title,
                int         n)
{
  if (n < 0)
    return g_strdup (title);

  /* Translators: in a legend: the days, and how many spasms started in them */
  return g_strdup_printf (_("%s: %d"), title, n);
}

static GStrv
make_legend (const UnknotWeeksChart *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_strv_builder_take (builder, dup_span_title (_("Last 28 days"), self->n_recent));
  g_strv_builder_take (builder, dup_span_title (_("28 days before"), self->n_before));
  if (self->n_weeks > 0 && get_end (self) > 2 * SPAN_DAYS)
    /* Translators: in a legend: weeks before the last ones */
    g_strv_builder_add (builder, _("Earlier"));

  return g_strv_builder_end (builder);
}

/* No week is so bad that one spasm fills the plot. */
static int
get_highest (const UnknotWeeksChart *self)
{
  int highest = MIN_HIGHEST;

  for (guint i = 0; i < self->n_weeks; i++)
    highest = MAX (highest, self->weeks[i].n_spasms);

  return unknot_axis_round_up (highest);
}

static Layout
lay_out (const UnknotWeeksChart *self)
{
  const UnknotChart *chart = &self->chart;
  double line_height = unknot_chart_get_line_height (chart);
  Layout layout = { .n_weeks_in_column = 1, .highest = get_highest (self) };
  double left = MIN (unknot_axis_measure_values (chart, layout.highest), chart->width / 3);
  g_auto (GStrv) legend = make_legend (self);
  double legend_height = unknot_chart_measure_legend (chart, (const char *const *) legend);
  double height = chart->height - 1.8 * line_height;

  if (height - legend_height < MIN_PLOT_SHARE * chart->height)
    legend_height = 0;
  layout.plot = (cairo_rectangle_t) { left, line_height / 2, MAX (chart->width - left - 1, 1),
                                      MAX (height - legend_height, 1) };
  layout.legend_top = legend_height > 0 ? chart->height - legend_height : -1;
  if (self->n_weeks > 0)
    {
      layout.first = get_position (self, self->weeks[0].first_day);
      layout.n_days = unknot_period_get_n_days (&self->period);
      layout.day_width = layout.plot.width / layout.n_days;
      layout.n_weeks_in_column = ceil (MIN_COLUMN / (DAYS_IN_WEEK * layout.day_width));
      layout.n_columns =
        (self->n_weeks + layout.n_weeks_in_column - 1) / layout.n_weeks_in_column;
    }

  return layout;
}

/* The days from @start to before @end, measured from the first of the period on. */
static cairo_rectangle_t
get_days_box (const Layout *layout,
              int           start,
              int           end)
{
  return (cairo_rectangle_t) { layout->plot.x + start * layout->day_width, layout->plot.y,
                               (end - start) * layout->day_width, layout->plot.height };
}

/* All that belongs to a column, from the top of the plot to its bottom; not turned. */
static cairo_rectangle_t
get_column_box (const Layout *layout,
                guint         column)
{
  int n_in_column = DAYS_IN_WEEK * layout->n_weeks_in_column;
  int start = layout->first + column * n_in_column;

  return get_days_box (layout, CLAMP (start, 0, layout->n_days),
                       CLAMP (start + n_in_column, 0, layout->n_days));
}

static UnknotWeeksChartDatum
get_column (const UnknotWeeksChart *self,
            const Layout           *layout,
            guint                   column)
{
  UnknotWeeksChartDatum found = { .first = column * layout->n_weeks_in_column };

  found.n = MIN (layout->n_weeks_in_column, self->n_weeks - found.first);
  found.highest = found.first;
  for (guint i = found.first; i < found.first + found.n; i++)
    if (self->weeks[i].n_spasms > self->weeks[found.highest].n_spasms)
      found.highest = i;

  return found;
}

static gboolean
is_entered (const UnknotWeeksChart      *self,
            const UnknotWeeksChartDatum *found)
{
  for (guint i = found->first; i < found->first + found->n; i++)
    if (self->weeks[i].n_entered > 0)
      return TRUE;

  return FALSE;
}

/* Not turned. */
static cairo_rectangle_t
get_bar (const UnknotWeeksChart *self,
         const Layout           *layout,
         guint                   column)
{
  UnknotWeeksChartDatum found = get_column (self, layout, column);
  cairo_rectangle_t box = get_column_box (layout, column);
  double height = layout->plot.height * self->weeks[found.highest].n_spasms / layout->highest;

  height = MAX (height, NO_SPASM_HEIGHT);
  box.x += (1 - BAR_SHARE) / 2 * box.width;
  box.width *= BAR_SHARE;
  box.y += box.height - height;
  box.height = height;

  return box;
}

/**
 * unknot_weeks_chart_get_height:
 *
 * Returns: in how much height nothing is left out for want of room
 */
double
unknot_weeks_chart_get_height (const UnknotWeeksChart *self)
{
  double line_height = unknot_chart_get_line_height (&self->chart);
  g_auto (GStrv) legend = make_legend (self);
  double below =
    1.8 * line_height +
    unknot_chart_measure_legend (&self->chart, (const char *const *) legend);

  return MAX (below / (1 - MIN_PLOT_SHARE) + 1, below + 6 * line_height);
}

/**
 * unknot_weeks_chart_get_n_data:
 *
 * Returns: how many data there are: columns of weeks, some perhaps without an entry
 */
guint
unknot_weeks_chart_get_n_data (const UnknotWeeksChart *self)
{
  return lay_out (self).n_columns;
}

static gboolean
get_datum (const UnknotWeeksChart *self,
           const Layout           *layout,
           int                     datum,
           UnknotWeeksChartDatum  *found)
{
  if (datum < 0 || datum >= (int) layout->n_columns)
    return FALSE;
  *found = get_column (self, layout, datum);

  return is_entered (self, found);
}

/**
 * unknot_weeks_chart_get_datum:
 * @datum: from 0
 * @found: (out): what it shows
 *
 * Returns: whether there is such a datum, and there is any entry in it
 */
gboolean
unknot_weeks_chart_get_datum (const UnknotWeeksChart *self,
                              int                     datum,
                              UnknotWeeksChartDatum  *found)
{
  Layout layout = lay_out (self);

  return get_datum (self, &layout, datum, found);
}

/**
 * unknot_weeks_chart_find:
 *
 * Returns: the datum that lies under a point, anywhere above its bar or on it; -1 for none
 */
int
unknot_weeks_chart_find (const UnknotWeeksChart *self,
                         double                  x,
                         double                  y)
{
  Layout layout = lay_out (self);
  double along = unknot_chart_turn_x (&self->chart, x);

  for (guint column = 0; column < layout.n_columns; column++)
    {
      cairo_rectangle_t box = get_column_box (&layout, column);
      UnknotWeeksChartDatum found;

      if (unknot_chart_contains (&box, along, y))
        return get_datum (self, &layout, column, &found) ? (int) column : -1;
    }

  return -1;
}

static gboolean
get_rectangle (const UnknotWeeksChart *self,
               const Layout           *layout,
               int                     datum,
               cairo_rectangle_t      *rectangle)
{
  UnknotWeeksChartDatum found;

  if (!get_datum (self, layout, datum, &found))
    return FALSE;
  *rectangle = unknot_chart_turn (&self->chart, get_bar (self, layout, datum));

  return TRUE;
}

/**
 * unknot_weeks_chart_get_rectangle:
 * @datum: from 0
 * @rectangle: (out): where it is
 *
 * Returns: whether there is such a datum, and there is any entry in it
 */
gboolean
unknot_weeks_chart_get_rectangle (const UnknotWeeksChart *self,
                                  int                     datum,
                                  cairo_rectangle_t      *rectangle)
{
  Layout layout = lay_out (self);

  return get_rectangle (self, &layout, datum, rectangle);
}

/* --- Drawing --- */

static void
fill_boxes (cairo_t                 *cr,
            const UnknotInk         *ink,
            Span                     span,
            const cairo_rectangle_t *boxes,
            guint                    n_boxes)
{
  for (guint i = 0; i < n_boxes; i++)
    cairo_rectangle (cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
  unknot_ink_set_source (cr, span == SPAN_RECENT ? &ink->bar_strong : &ink->bar);
  cairo_fill (cr);
  if (span != SPAN_BEFORE)
    return;
  for (guint i = 0; i < n_boxes; i++)
    unknot_pattern_add_lines (cr, &boxes[i], 5, -1);
  unknot_ink_set_source (cr, &ink->bar_strong);
  cairo_set_line_width (cr, 1.6);
  cairo_stroke (cr);
}

/* The bars that have the days from @start to before @end, or the part of them that does. */
static void
draw_span (const UnknotWeeksChart *self,
           cairo_t                *cr,
           const UnknotInk        *ink,
           const Layout           *layout,
           Span                    span,
           int                     start,
           int                     end)
{
  cairo_rectangle_t days = get_days_box (layout, start, end);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

  for (guint column = 0; column < layout->n_columns; column++)
    {
      UnknotWeeksChartDatum found;
      cairo_rectangle_t box;
      double right;

      if (!get_datum (self, layout, column, &found))
        continue;
      box = get_bar (self, layout, column);
      right = MIN (box.x + box.width, days.x + days.width);
      box.x = MAX (box.x, days.x);
      box.width = right - box.x;
      if (box.width <= 0)
        continue;
      box = unknot_chart_turn (&self->chart, box);
      g_array_append_val (boxes, box);
    }
  fill_boxes (cr, ink, span, (const cairo_rectangle_t *) (gpointer) boxes->data, boxes->len);
}

static void
draw_item (cairo_t                 *cr,
           const UnknotInk         *ink,
           guint                    item,
           const cairo_rectangle_t *box,
           gconstpointer            data)
{
  fill_boxes (cr, ink, item, box, 1);
}

static void
draw_bars (const UnknotWeeksChart *self,
           cairo_t                *cr,
           const UnknotInk        *ink,
           const Layout           *layout)
{
  int end = get_end (self);

  draw_span (self, cr, ink, layout, SPAN_EARLIER, 0, end - 2 * SPAN_DAYS);
  draw_span (self, cr, ink, layout, SPAN_BEFORE, end - 2 * SPAN_DAYS, end - SPAN_DAYS);
  draw_span (self, cr, ink, layout, SPAN_RECENT, end - SPAN_DAYS, end);
  draw_span (self, cr, ink, layout, SPAN_EARLIER, end, MAX (end, layout->n_days));
}

/**
 * unknot_weeks_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the datum under the pointer, or -1
 * @focused: the datum that the keyboard is at, or -1
 *
 * Draws how many spasms there were each week. A week without a spasm is a line, one without an
 * entry is empty. Where weeks are too narrow to be drawn, the worst of several is.
 */
void
unknot_weeks_chart_draw (const UnknotWeeksChart *self,
                         cairo_t                *cr,
                         const UnknotInk        *ink,
                         int                     hovered,
                         int                     focused)
{
  Layout layout = lay_out (self);
  g_auto (GStrv) legend = make_legend (self);
  cairo_rectangle_t box;

  cairo_save (cr);
  unknot_axis_draw_values (&self->chart, cr, ink, &layout.plot, layout.highest);
  if (self->n_weeks > 0)
    {
      unknot_axis_draw_days (&self->chart, cr, ink, &layout.plot,
                             layout.plot.y + layout.plot.height, &self->period,
                             self->first_weekday);
      draw_bars (self, cr, ink, &layout);
    }
  if (layout.legend_top >= 0)
    unknot_chart_draw_legend (&self->chart, cr, ink, (const char *const *) legend,
                              layout.legend_top, draw_item, NULL);
  if (get_rectangle (self, &layout, hovered, &box))
    unknot_chart_draw_hover (cr, ink, &box);
  if (get_rectangle (self, &layout, focused, &box))
    unknot_chart_draw_focus (cr, ink, &box);
  cairo_restore (cr);
}
