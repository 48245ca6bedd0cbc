/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bench.h"
#include "unknot-calendar-chart.h"
#include "unknot-pain-chart.h"
#include "unknot-period.h"
#include "unknot-weeks-chart.h"

#include <locale.h>

#define N_DAYS 100000
#define N_MARKERS 1000
#define N_ROUNDS 101
#define WIDTH 800
#define HEIGHT 300
#define BOUND_MS 4

typedef struct
{
  UnknotHistoryDay *days;
  UnknotHistoryWeek *weeks;
  UnknotHistoryMarker *markers;
  UnknotPainChart pain;
  UnknotWeeksChart week;
  UnknotCalendarChart calendar;
} Charts;

typedef void (*Draw) (const Charts *charts,
                      cairo_t      *cr);

static void
draw_pain (const Charts *charts,
           cairo_t      *cr)
{
  unknot_pain_chart_draw (&charts->pain, cr, unknot_ink_get_light (), -1, -1);
}

static void
draw_weeks (const Charts *charts,
            cairo_t      *cr)
{
  unknot_weeks_chart_draw (&charts->week, cr, unknot_ink_get_light (), -1, -1);
}

static void
draw_calendar (const Charts *charts,
               cairo_t      *cr)
{
  unknot_calendar_chart_draw (&charts->calendar, cr, unknot_ink_get_light (), -1, -1);
}

static void
find_pain (const Charts *charts,
           cairo_t      *cr)
{
  unknot_pain_chart_find (&charts->pain, 400, 100);
}

static void
find_week (const Charts *charts,
           cairo_t      *cr)
{
  unknot_weeks_chart_find (&charts->week, 400, 100);
}

static void
fill_day (UnknotHistoryDay *day,
          guint             i)
{
  day->day = unknot_period_shift_day (19000101, i);
  day->is_entered = i % 5 != 0;
  day->n_pains = day->is_entered ? 2 : 0;
  day->worst = day->is_entered ? (int) (i * 7919 % 11) : UNKNOT_HISTORY_UNKNOWN;
  day->lowest = day->is_entered ? day->worst / 2 : UNKNOT_HISTORY_UNKNOWN;
  day->mean = (day->worst + day->lowest) / 2.0;
  day->n_spasms = day->is_entered;
}

static Charts
make_charts (PangoContext *context,
             guint         n_days)
{
  const UnknotChart chart = { context, WIDTH, HEIGHT };
  guint n_weeks = n_days / 7;
  Charts charts = {
    g_new0 (UnknotHistoryDay, n_days),
    g_new0 (UnknotHistoryWeek, n_weeks),
    g_new0 (UnknotHistoryMarker, N_MARKERS),
  };

  for (guint i = 0; i < n_days; i++)
    fill_day (&charts.days[i], i);
  for (guint i = 0; i < n_weeks; i++)
    charts.weeks[i] = (UnknotHistoryWeek) { charts.days[7 * i].day, 7, 5, i * 31 % 9, 8 };
  for (guint i = 0; i < N_MARKERS; i++)
    charts.markers[i] =
      (UnknotHistoryMarker) { charts.days[(guint64) i * n_days / N_MARKERS].day, i % 4, "x", NULL };
  charts.pain = (UnknotPainChart) { chart,          charts.days, n_days,
                                    charts.markers, N_MARKERS,   G_DATE_MONDAY };
  charts.week = (UnknotWeeksChart) {
    chart, { charts.days[0].day, charts.days[7 * n_weeks - 1].day }, charts.weeks, n_weeks,
    charts.days[7 * n_weeks - 1].day, 7, 3, G_DATE_MONDAY,
  };
  charts.calendar = (UnknotCalendarChart) { chart, charts.days, MIN (n_days, 365), G_DATE_MONDAY };

  return charts;
}

static void
clear_charts (Charts *charts)
{
  g_free (charts->days);
  g_free (charts->weeks);
  g_free (charts->markers);
}

static void
measure (const char   *name,
         guint         n_days,
         Draw          draw,
         const Charts *charts)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  double rounds[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      cairo_t *cr = cairo_create (surface);

      draw (charts, cr);
      cairo_destroy (cr);
      cairo_surface_flush (surface);
      rounds[i] = (g_get_monotonic_time () - start) / 1000.0;
    }
  cairo_surface_destroy (surface);
  g_print ("charts: %s, %u days: %.2f ms at %d × %d (bound: %d ms; median of %d)\n", name, n_days,
           unknot_bench_get_quantile (rounds, N_ROUNDS, 0.5), WIDTH, HEIGHT, BOUND_MS, N_ROUNDS);
}

int
main (void)
{
  static const guint counts[] = { 14, 365, N_DAYS };
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());

  setlocale (LC_ALL, "");
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      Charts charts = make_charts (context, counts[i]);

      measure ("pain", counts[i], draw_pain, &charts);
      measure ("weeks", counts[i], draw_weeks, &charts);
      measure ("calendar", MIN (counts[i], 365), draw_calendar, &charts);
      measure ("what is under the pointer, pain", counts[i], find_pain, &charts);
      measure ("what is under the pointer, weeks", counts[i], find_week, &charts);
      clear_charts (&charts);
    }
  g_object_unref (context);

  return 0;
}
