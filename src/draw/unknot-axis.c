/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-axis"

#include "config.h"

#include "unknot-axis.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Beside a tick, and between two titles. */
#define TITLE_GAP 4.0

/* Between lines to read values at, in lines of words. */
#define VALUE_SPACING 1.6

/* No title is narrower, in heights of a line: what gives it less room need not be tried. */
#define LEAST_TITLE 1.2

/* A tick each so many days or months; weeks begin where they do in the locale. */
static const struct
{
  guint n_days;
  guint n_months;
} steps[] = {
  { 1, 0 },  { 7, 0 },  { 0, 1 },  { 0, 3 },   { 0, 6 },   { 0, 12 },
  { 0, 24 }, { 0, 60 }, { 0, 120 }, { 0, 240 }, { 0, 600 }, { 0, 1200 },
};

/**
 * unknot_axis_get_step:
 * @highest: the highest value, at least 0
 * @max_steps: how many steps there is room for
 *
 * Returns: how far a tick is from the next: 1, 2 or 5, with zeros behind it
 */
int
unknot_axis_get_step (int   highest,
                      guint max_steps)
{
  static const int factors[] = { 1, 2, 5 };

  for (int power = 1; power <= 100000000; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
      if ((gint64) factors[i] * power * MAX (max_steps, 1) >= highest)
        return factors[i] * power;

  return MAX (highest, 1);
}

/**
 * unknot_axis_round_up:
 * @highest: the highest value, at least 1
 *
 * Returns: where an axis ends that has room for it: at a tick
 */
int
unknot_axis_round_up (int highest)
{
  int step = unknot_axis_get_step (highest, 4);

  return (highest + step - 1) / step * step;
}

/**
 * unknot_axis_get_stride:
 * @n: how many titles there are in a row
 * @spacing: how far each is from the next
 * @room: how much the widest wants
 *
 * Returns: of how many one has room; one by which @n divides, where there is such a one near
 */
guint
unknot_axis_get_stride (guint  n,
                        double spacing,
                        double room)
{
  guint least = spacing > 0 ? CLAMP (ceil (room / spacing), 1, MAX (n, 1)) : MAX (n, 1);

  for (guint stride = least; stride < 2 * least; stride++)
    if (n % stride == 0)
      return stride;

  return least;
}

/* --- Days in words --- */

/**
 * unknot_axis_dup_day:
 * @day: yyyymmdd
 * @format: as g_date_time_format() takes it
 *
 * Returns: (transfer full): the day in the words of the locale
 */
char *
unknot_axis_dup_day (int         day,
                     const char *format)
{
  g_autoptr (GDateTime) time = unknot_period_dup_date (day);

  return g_date_time_format (time, format);
}

/**
 * unknot_axis_dup_weekday:
 * @format: as g_date_time_format() takes it: `%a` for a short one
 *
 * Returns: (transfer full): the weekday in the words of the locale
 */
char *
unknot_axis_dup_weekday (GDateWeekday  weekday,
                         const char   *format)
{
  /* The first of January 2024 was a Monday. */
  return unknot_axis_dup_day (20240100 + (int) weekday, format);
}

/**
 * unknot_axis_dup_month:
 * @day: one of its days, yyyymmdd
 *
 * Returns: (transfer full): the month in short in the words of the locale
 */
char *
unknot_axis_dup_month (int      day,
                       gboolean with_year)
{
  /* Translators: a month in short and its year, as g_date_time_format () takes them: “Nov 2026” */
  return unknot_axis_dup_day (day, with_year ? _("%Ob %Y") : "%Ob");
}

/* --- Ticks of days --- */

static void
clear_tick (gpointer tick)
{
  g_free (((UnknotAxisTick *) tick)->title);
}

static GArray *
make_ticks (void)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (UnknotAxisTick));

  g_array_set_clear_func (ticks, clear_tick);

  return ticks;
}

static void
add_tick (GArray *ticks,
          guint   position,
          char   *title)
{
  UnknotAxisTick tick = { position, title };

  g_array_append_val (ticks, tick);
}

static void
add_days (GArray             *ticks,
          const UnknotPeriod *period,
          guint               n_days,
          GDateWeekday        first_weekday)
{
  guint position = 0;

  if (n_days == 7)
    position = (7 + first_weekday - unknot_period_get_weekday (period->first_day)) % 7;
  for (; position < unknot_period_get_n_days (period); position += n_days)
    /* Translators: a day and its month in short, as g_date_time_format () takes them: “21 Nov” */
    add_tick (ticks, position,
              unknot_axis_dup_day (unknot_period_get_day (period, position), _("%-d %b")));
}

static void
add_months (GArray             *ticks,
            const UnknotPeriod *period,
            guint               n_months)
{
  int month = period->first_day / 10000 * 12 + period->first_day / 100 % 100 - 1;

  if (period->first_day % 100 > 1)
    month++;
  for (month += (n_months - month % n_months) % n_months;; month += n_months)
    {
      int day = month / 12 * 10000 + (month % 12 + 1) * 100 + 1;

      if (day > period->last_day)
        return;
      /* A January is told by its year. */
      add_tick (ticks, unknot_period_find (period, day),
                day / 100 % 100 == 1 ? unknot_axis_dup_day (day, "%Y")
                                     : unknot_axis_dup_month (day, FALSE));
    }
}

static double
get_room (GArray *ticks,
          guint   i,
          guint   n_days,
          double  day_width)
{
  guint position = g_array_index (ticks, UnknotAxisTick, i).position;
  guint next =
    i + 1 < ticks->len ? g_array_index (ticks, UnknotAxisTick, i + 1).position : n_days;

  return (next - position) * day_width - 2 * TITLE_GAP;
}

/* The last may have less room: it goes without a title then. */
static gboolean
have_room (const UnknotChart *chart,
           GArray            *ticks,
           guint              n_days,
           double             day_width)
{
  for (guint i = 0; i < ticks->len; i++)
    {
      UnknotAxisTick *tick = &g_array_index (ticks, UnknotAxisTick, i);

      if (unknot_chart_measure (chart, tick->title) <= get_room (ticks, i, n_days, day_width))
        continue;
      if (i + 1 < ticks->len)
        return FALSE;
      g_clear_pointer (&tick->title, g_free);
    }

  return TRUE;
}

/* In which year it is is said once at least. */
static void
add_year (const UnknotChart  *chart,
          const UnknotPeriod *period,
          GArray             *ticks,
          guint               n_months,
          double              day_width)
{
  UnknotAxisTick *first;
  g_autofree char *title = NULL;

  if (ticks->len == 0 || n_months == 0 || n_months >= 12)
    return;
  first = &g_array_index (ticks, UnknotAxisTick, 0);
  title = unknot_axis_dup_month (unknot_period_get_day (period, first->position), TRUE);
  if (unknot_chart_measure (chart, title) <=
      get_room (ticks, 0, unknot_period_get_n_days (period), day_width))
    g_set_str (&first->title, title);
}

/**
 * unknot_axis_make_day_ticks:
 * @period: the days
 * @day_width: how wide each is
 * @first_weekday: with which weeks begin
 *
 * Returns: (transfer full) (element-type UnknotAxisTick): as many ticks as have room for their
 *   titles: each day, each week, each month or fewer. The last may be without a title
 */
GArray *
unknot_axis_make_day_ticks (const UnknotChart  *chart,
                            const UnknotPeriod *period,
                            double              day_width,
                            GDateWeekday        first_weekday)
{
  guint n_days = unknot_period_get_n_days (period);
  double least = LEAST_TITLE * unknot_chart_get_line_height (chart);

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      guint n_least = steps[i].n_days > 0 ? steps[i].n_days : 31 * steps[i].n_months;
      g_autoptr (GArray) ticks = NULL;

      if (n_least * day_width < least)
        continue;
      ticks = make_ticks ();
      if (steps[i].n_days > 0)
        add_days (ticks, period, steps[i].n_days, first_weekday);
      else
        add_months (ticks, period, steps[i].n_months);
      if (!have_room (chart, ticks, n_days, day_width))
        continue;
      add_year (chart, period, ticks, steps[i].n_months, day_width);
      return g_steal_pointer (&ticks);
    }

  return make_ticks ();
}

/* --- Drawing --- */

/**
 * unknot_axis_measure_values:
 *
 * Returns: how much room the values want beside a plot
 */
double
unknot_axis_measure_values (const UnknotChart *chart,
                            int                highest)
{
  g_autofree char *title = g_strdup_printf ("%d", highest);

  return unknot_chart_measure (chart, title) + 1.5 * TITLE_GAP;
}

/**
 * unknot_axis_draw_values:
 * @plot: from 0, at its bottom, to @highest, at its top
 * @highest: more than 0
 *
 * Draws lines to read values at, and what they stand for before the plot.
 */
void
unknot_axis_draw_values (const UnknotChart       *chart,
                         cairo_t                 *cr,
                         const UnknotInk         *ink,
                         const cairo_rectangle_t *plot,
                         int                      highest)
{
  double line_height = unknot_chart_get_line_height (chart);
  int step = unknot_axis_get_step (highest, plot->height / (VALUE_SPACING * line_height));

  for (int value = 0; value <= highest; value += step)
    {
      double y = plot->y + plot->height * (highest - value) / highest;
      g_autofree char *title = g_strdup_printf ("%d", value);

      unknot_ink_set_source (cr, value == 0 ? &ink->outline : &ink->seam);
      cairo_set_line_width (cr, value == 0 ? 1 : 0.6);
      y = floor (y) + 0.5;
      unknot_chart_draw_line (chart, cr, plot->x, y, plot->x + plot->width, y);
      unknot_ink_set_source (cr, &ink->text);
      unknot_chart_write (chart, cr, title, plot->x - 1.5 * TITLE_GAP, y, 1, -1);
    }
}

/**
 * unknot_axis_draw_days:
 * @plot: from the first day of @period to its last
 * @bottom: where ticks end that begin at the bottom of the plot, and where titles begin
 *
 * Draws when the days were, below a plot.
 */
void
unknot_axis_draw_days (const UnknotChart       *chart,
                       cairo_t                 *cr,
                       const UnknotInk         *ink,
                       const cairo_rectangle_t *plot,
                       double                   bottom,
                       const UnknotPeriod      *period,
                       GDateWeekday             first_weekday)
{
  double line_height = unknot_chart_get_line_height (chart);
  double day_width = plot->width / unknot_period_get_n_days (period);
  g_autoptr (GArray) ticks =
    unknot_axis_make_day_ticks (chart, period, day_width, first_weekday);

  for (guint i = 0; i < ticks->len; i++)
    {
      UnknotAxisTick *tick = &g_array_index (ticks, UnknotAxisTick, i);
      double x = plot->x + tick->position * day_width;

      unknot_ink_set_source (cr, &ink->outline);
      cairo_set_line_width (cr, 1);
      x = floor (x) + 0.5;
      unknot_chart_draw_line (chart, cr, x, plot->y + plot->height, x, bottom + line_height);
      unknot_ink_set_source (cr, &ink->text);
      if (tick->title != NULL)
        unknot_chart_write (chart, cr, tick->title, x + TITLE_GAP, bottom + line_height / 2, 0, -1);
    }
}
