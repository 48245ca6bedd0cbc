/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-calendar-chart"

#include "config.h"

#include "unknot-calendar-chart.h"

#include "unknot-axis.h"
#include "unknot-pain-band.h"
#include "unknot-period.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define N_WEEKDAYS 7

/* As many columns as the weeks of a month may take. */
#define N_COLUMNS 6

/* Between months, in cells. */
#define MONTH_GAP 0.75

/* As small as a cell may be for as many months as that in a row, and as large as it should be. */
#define MIN_CELL 14.0
#define MAX_CELL 24.0

/* Smaller ones stand alone. */
#define MIN_CELL_WITH_WORDS 6.0

/* Between days. */
#define DAY_GAP 2.0

/* Smaller days have no line about them. */
#define MIN_FRAMED 3.0

/* Which days a box is drawn alike for: those of a band, and those without an entry. */
enum
{
  ITEM_NO_ENTRY = UNKNOT_N_PAIN_BANDS,
  N_ITEMS,
};

typedef struct
{
  guint n_months;
  guint n_in_row;
  gboolean has_words;
  double left;       /* of the first month */
  double heading;    /* the height of the months' names */
  double cell;       /* the size of a day with the gap after it */
  double row_height; /* from one row of months to the next */
  double legend_top;
} Layout;

static int
get_month (const UnknotCalendarChart *self,
           guint                      day)
{
  int date = self->days[day].day;

  return date / 10000 * 12 + date / 100 % 100 - 1;
}

static double
measure_weekdays (const UnknotCalendarChart *self)
{
  double widest = 0;

  for (GDateWeekday weekday = G_DATE_MONDAY; weekday <= G_DATE_SUNDAY; weekday++)
    {
      g_autofree char *title = unknot_axis_dup_weekday (weekday, "%a");

      widest = MAX (widest, unknot_chart_measure (&self->chart, title));
    }

  return widest + 0.5 * unknot_chart_get_line_height (&self->chart);
}

static void
get_legend (const char *titles[N_ITEMS + 1])
{
  for (UnknotPainBand band = 0; band < UNKNOT_N_PAIN_BANDS; band++)
    titles[band] = unknot_pain_band_get_title (band);
  /* Translators: in a legend: the person said that there was no pain that day */
  titles[UNKNOT_PAIN_BAND_NONE] = C_ ("pain", "No pain");
  /* Translators: in a legend: nothing is known of that day */
  titles[ITEM_NO_ENTRY] = _("No entry");
  titles[N_ITEMS] = NULL;
}

/* How large a day can be with so many months in a row. */
static double
get_cell (const UnknotCalendarChart *self,
          const Layout              *layout,
          guint                      n_in_row,
          double                     height)
{
  guint n_rows = (layout->n_months + n_in_row - 1) / n_in_row;
  double across = (self->chart.width - layout->left) /
                  (N_COLUMNS * n_in_row + MONTH_GAP * (n_in_row - 1));
  double down =
    (height - n_rows * layout->heading) / (N_WEEKDAYS * n_rows + MONTH_GAP * (n_rows - 1));

  return CLAMP (MIN (across, down), 0, MAX_CELL);
}

/* Such that days are large enough, or else as large as there is room for. */
static void
arrange (const UnknotCalendarChart *self,
         Layout                    *layout,
         double                     height)
{
  /* Years stand below one another. */
  static const guint in_row[] = { 12, 6, 4, 3, 2, 1 };
  guint n_rows;

  layout->n_in_row = 1;
  layout->cell = 0;
  for (guint i = 0; i < G_N_ELEMENTS (in_row) && layout->cell < MIN_CELL; i++)
    {
      guint n_in_row = MIN (in_row[i], layout->n_months);
      double cell = get_cell (self, layout, n_in_row, height);

      if (cell <= layout->cell)
        continue;
      layout->n_in_row = n_in_row;
      layout->cell = cell;
    }
  /* Days begin on the pixels, that they are sharp. */
  if (layout->cell >= MIN_CELL_WITH_WORDS)
    layout->cell = floor (layout->cell);
  n_rows = (layout->n_months + layout->n_in_row - 1) / layout->n_in_row;
  layout->row_height = layout->heading + (N_WEEKDAYS + MONTH_GAP) * layout->cell;
  layout->legend_top = n_rows * layout->row_height - MONTH_GAP * layout->cell;
}

static double
measure_legend (const UnknotCalendarChart *self)
{
  const char *titles[N_ITEMS + 1];

  get_legend (titles);

  return unknot_chart_measure_legend (&self->chart, titles);
}

static Layout
lay_out (const UnknotCalendarChart *self,
         double                     height)
{
  Layout layout = { get_month (self, self->n_days - 1) - get_month (self, 0) + 1 };

  layout.has_words = TRUE;
  layout.left = measure_weekdays (self);
  layout.heading = 1.4 * unknot_chart_get_line_height (&self->chart);
  /* Rather no names of weekdays than no days, and rather no words at all. */
  if (layout.left > self->chart.width / 3)
    layout.left = 0;
  /* No day is smaller because a height that was asked for was rounded. */
  arrange (self, &layout, height - measure_legend (self) + 0.5);
  if (layout.cell < MIN_CELL_WITH_WORDS)
    {
      layout.has_words = FALSE;
      layout.left = layout.heading = 0;
      arrange (self, &layout, height);
    }

  return layout;
}

/* Of the month's own, from 0. */
static int
get_column (const UnknotCalendarChart *self,
            int                        date)
{
  int first = unknot_period_get_weekday (date - date % 100 + 1);
  int offset = (first - (int) self->first_weekday + N_WEEKDAYS) % N_WEEKDAYS;

  return (offset + date % 100 - 1) / N_WEEKDAYS;
}

static double
get_month_x (const Layout *layout,
             guint         month)
{
  return layout->left + (month % layout->n_in_row) * (N_COLUMNS + MONTH_GAP) * layout->cell;
}

static double
get_month_y (const Layout *layout,
             guint         month)
{
  return (month / layout->n_in_row) * layout->row_height;
}

/* Turned already. */
static cairo_rectangle_t
get_box (const UnknotCalendarChart *self,
         const Layout              *layout,
         guint                      day)
{
  int date = self->days[day].day;
  guint month = get_month (self, day) - get_month (self, 0);
  int row = ((int) unknot_period_get_weekday (date) - (int) self->first_weekday + N_WEEKDAYS) %
            N_WEEKDAYS;
  double x = get_month_x (layout, month) + get_column (self, date) * layout->cell;
  double y = get_month_y (layout, month) + layout->heading + row * layout->cell;
  double size = layout->cell - (layout->has_words ? DAY_GAP : 0);

  if (layout->has_words)
    {
      x = floor (x);
      y = floor (y);
    }

  return unknot_chart_turn (&self->chart, (cairo_rectangle_t) { x, y, size, size });
}

/**
 * unknot_calendar_chart_get_height:
 *
 * Returns: how much height it takes in its width; in less, all is smaller
 */
double
unknot_calendar_chart_get_height (const UnknotCalendarChart *self)
{
  if (self->n_days == 0)
    return 0;

  return lay_out (self, G_MAXDOUBLE).legend_top + measure_legend (self);
}

/**
 * unknot_calendar_chart_find:
 *
 * Returns: the day that lies under a point, a position in the days; -1 for none
 */
int
unknot_calendar_chart_find (const UnknotCalendarChart *self,
                            double                     x,
                            double                     y)
{
  Layout layout;
  double along = unknot_chart_turn_x (&self->chart, x);

  if (self->n_days == 0)
    return -1;

  layout = lay_out (self, self->chart.height);
  for (guint day = 0; day < self->n_days; day++)
    {
      guint month = get_month (self, day) - get_month (self, 0);
      cairo_rectangle_t box;

      /* Past months that the point is not in. */
      if (along < get_month_x (&layout, month) ||
          along > get_month_x (&layout, month) + N_COLUMNS * layout.cell ||
          y < get_month_y (&layout, month) ||
          y > get_month_y (&layout, month) + layout.row_height)
        continue;
      box = get_box (self, &layout, day);
      if (unknot_chart_contains (&box, x, y))
        return day;
    }

  return -1;
}

/**
 * unknot_calendar_chart_get_rectangle:
 * @day: a position in the days
 * @rectangle: (out): where the day is
 *
 * Returns: whether there is such a day
 */
gboolean
unknot_calendar_chart_get_rectangle (const UnknotCalendarChart *self,
                                     int                        day,
                                     cairo_rectangle_t         *rectangle)
{
  Layout layout;

  if (day < 0 || day >= (int) self->n_days)
    return FALSE;

  layout = lay_out (self, self->chart.height);
  *rectangle = get_box (self, &layout, day);

  return TRUE;
}

/* --- Drawing --- */

static void
draw_boxes (cairo_t                 *cr,
            const UnknotInk         *ink,
            guint                    item,
            const cairo_rectangle_t *boxes,
            guint                    n_boxes)
{
  if (n_boxes == 0)
    return;

  if (item != ITEM_NO_ENTRY)
    unknot_pain_band_fill_boxes (cr, ink, item, boxes, n_boxes);
  if (boxes[0].height < MIN_FRAMED)
    return;
  for (guint i = 0; i < n_boxes; i++)
    cairo_rectangle (cr, boxes[i].x + 0.5, boxes[i].y + 0.5, boxes[i].width - 1,
                     boxes[i].height - 1);
  unknot_ink_set_source (cr, item == ITEM_NO_ENTRY ? &ink->seam : &ink->outline);
  cairo_set_line_width (cr, MIN (item == ITEM_NO_ENTRY ? 0.6 : 1, boxes[0].height / 8));
  cairo_stroke (cr);
}

static void
draw_item (cairo_t                 *cr,
           const UnknotInk         *ink,
           guint                    item,
           const cairo_rectangle_t *box,
           gconstpointer            data)
{
  /* A square, as a day is. */
  double size = floor (box->height);
  cairo_rectangle_t square = { floor (box->x + (box->width - size) / 2), floor (box->y), size,
                               size };

  draw_boxes (cr, ink, item, &square, 1);
}

static guint
get_item (const UnknotHistoryDay *day)
{
  return day->is_entered ? unknot_pain_band_get (day->worst) : (guint) ITEM_NO_ENTRY;
}

static void
draw_days (const UnknotCalendarChart *self,
           cairo_t                   *cr,
           const UnknotInk           *ink,
           const Layout              *layout)
{
  for (guint item = 0; item < N_ITEMS; item++)
    {
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));

      for (guint day = 0; day < self->n_days; day++)
        if (get_item (&self->days[day]) == item)
          {
            cairo_rectangle_t box = get_box (self, layout, day);

            g_array_append_val (boxes, box);
          }
      draw_boxes (cr, ink, item, (const cairo_rectangle_t *) (gpointer) boxes->data, boxes->len);
    }
}

static void
draw_weekdays (const UnknotCalendarChart *self,
               cairo_t                   *cr,
               const Layout              *layout,
               double                     top)
{
  double line_height = unknot_chart_get_line_height (&self->chart);
  guint stride = unknot_axis_get_stride (N_WEEKDAYS, layout->cell, line_height);

  for (guint row = 0; row < N_WEEKDAYS; row += stride)
    {
      GDateWeekday weekday = (self->first_weekday - 1 + row) % N_WEEKDAYS + 1;
      g_autofree char *title = unknot_axis_dup_weekday (weekday, "%a");

      double y = top + layout->heading + row * layout->cell + (layout->cell - DAY_GAP) / 2;

      unknot_chart_write (&self->chart, cr, title, 0, y, 0, layout->left);
    }
}

static void
draw_month (const UnknotCalendarChart *self,
            cairo_t                   *cr,
            const Layout              *layout,
            guint                      month)
{
  int number = get_month (self, 0) + month;
  int date = number / 12 * 10000 + (number % 12 + 1) * 100 + 1;
  double room = N_COLUMNS * layout->cell;
  double y = get_month_y (layout, month);
  g_autofree char *title =
    unknot_axis_dup_month (date, number % 12 == 0 || month == 0);

  if (unknot_chart_measure (&self->chart, title) > room)
    {
      g_free (title);
      title = unknot_axis_dup_month (date, FALSE);
    }
  unknot_chart_write (&self->chart, cr, title, get_month_x (layout, month),
                      y + layout->heading / 2, 0, room);
  if (month % layout->n_in_row == 0 && layout->left > 0)
    draw_weekdays (self, cr, layout, y);
}

static void
draw_words (const UnknotCalendarChart *self,
            cairo_t                   *cr,
            const UnknotInk           *ink,
            const Layout              *layout)
{
  const char *titles[N_ITEMS + 1];

  unknot_ink_set_source (cr, &ink->text);
  for (guint month = 0; month < layout->n_months; month++)
    draw_month (self, cr, layout, month);
  get_legend (titles);
  unknot_chart_draw_legend (&self->chart, cr, ink, titles, layout->legend_top, draw_item,
                            NULL);
}

/**
 * unknot_calendar_chart_draw:
 * @cr: where to draw, the chart's upper left corner at its origin
 * @ink: the colours; the ground is not painted
 * @hovered: the day under the pointer, or -1
 * @focused: the day that the keyboard is at, or -1
 *
 * Draws the days. How bad a day was is told by a colour and by a pattern, each without the other;
 * a day without an entry is empty.
 */
void
unknot_calendar_chart_draw (const UnknotCalendarChart *self,
                            cairo_t                   *cr,
                            const UnknotInk           *ink,
                            int                        hovered,
                            int                        focused)
{
  Layout layout;
  cairo_rectangle_t box;

  if (self->n_days == 0)
    return;

  cairo_save (cr);
  layout = lay_out (self, self->chart.height);
  draw_days (self, cr, ink, &layout);
  if (layout.has_words)
    draw_words (self, cr, ink, &layout);
  if (unknot_calendar_chart_get_rectangle (self, hovered, &box))
    unknot_chart_draw_hover (cr, ink, &box);
  if (unknot_calendar_chart_get_rectangle (self, focused, &box))
    unknot_chart_draw_focus (cr, ink, &box);
  cairo_restore (cr);
}
