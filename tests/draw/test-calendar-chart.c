/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-calendar-chart.h"
#include "unknot-test-draw.h"

/* December 2025 begins with a Monday. */
#define FIRST_DAY 20251201

typedef struct
{
  PangoContext *context;
  UnknotHistoryDay *days;
  UnknotCalendarChart chart;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = unknot_test_draw_new_context (11, FALSE);
  fixture->days = unknot_test_draw_make_days (FIRST_DAY, 365);
  fixture->chart =
    (UnknotCalendarChart) { { fixture->context, 776, 0 }, fixture->days, 365, G_DATE_MONDAY };
  fixture->chart.chart.height = unknot_calendar_chart_get_height (&fixture->chart);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->days, g_free);
  g_clear_object (&fixture->context);
}

static void
draw (gconstpointer    chart,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  unknot_calendar_chart_draw (chart, cr, ink, -1, -1);
}

static cairo_rectangle_t
get_box (Fixture *fixture,
         int      day)
{
  cairo_rectangle_t box;

  g_assert_true (unknot_calendar_chart_get_rectangle (&fixture->chart, day, &box));

  return box;
}

/* Weeks are columns, weekdays are rows. */
static void
test_calendar_chart_places (Fixture       *fixture,
                            gconstpointer  data)
{
  cairo_rectangle_t monday = get_box (fixture, 0);
  cairo_rectangle_t sunday = get_box (fixture, 6);
  cairo_rectangle_t next_monday = get_box (fixture, 7);
  cairo_rectangle_t january = get_box (fixture, 31); /* a Thursday */

  g_assert_cmpfloat_with_epsilon (monday.x, sunday.x, 1e-6);
  g_assert_cmpfloat (sunday.y, >, monday.y + 6 * monday.height);
  g_assert_cmpfloat_with_epsilon (next_monday.y, monday.y, 1e-6);
  g_assert_cmpfloat (next_monday.x, >, monday.x + monday.width);
  g_assert_cmpfloat_with_epsilon (january.y, get_box (fixture, 3).y, 1e-6);
  g_assert_cmpfloat (january.x, >, get_box (fixture, 30).x + 2 * monday.width);
  /* Six months in a row. */
  g_assert_cmpfloat (get_box (fixture, 182).y, >, sunday.y + sunday.height);
  g_assert_cmpfloat_with_epsilon (get_box (fixture, 182).x, monday.x, 1e-6);
}

static void
test_calendar_chart_first_weekday (Fixture       *fixture,
                                   gconstpointer  data)
{
  fixture->chart.first_weekday = G_DATE_SUNDAY;
  g_assert_cmpfloat (get_box (fixture, 6).y, <, get_box (fixture, 0).y);
  g_assert_cmpfloat (get_box (fixture, 6).x, >, get_box (fixture, 5).x);
  g_assert_cmpfloat_with_epsilon (get_box (fixture, 6).x, get_box (fixture, 7).x, 1e-6);
  fixture->chart.first_weekday = G_DATE_SATURDAY;
  g_assert_cmpfloat (get_box (fixture, 5).y, <, get_box (fixture, 6).y);
  g_assert_cmpfloat (get_box (fixture, 6).y, <, get_box (fixture, 0).y);
}

/* Between two days, beside the first of a month and among words there is none. */
static void
test_calendar_chart_between (Fixture       *fixture,
                             gconstpointer  data)
{
  cairo_rectangle_t box = get_box (fixture, 31);

  g_assert_cmpint (unknot_calendar_chart_find (&fixture->chart, box.x + 1, box.y + 1), ==, 31);
  g_assert_cmpint (unknot_calendar_chart_find (&fixture->chart, box.x + 1, box.y - 1), ==, -1);
  g_assert_cmpint (
    unknot_calendar_chart_find (&fixture->chart, box.x + 1, box.y + box.height + 0.5), ==, -1);
  g_assert_cmpint (unknot_calendar_chart_find (&fixture->chart, box.x - 1, box.y + 1), ==, -1);
  g_assert_cmpint (unknot_calendar_chart_find (&fixture->chart, 3, 30), ==, -1);
  g_assert_cmpint (
    unknot_calendar_chart_find (&fixture->chart, 60, fixture->chart.chart.height - 5), ==, -1);
}

/* The pains of the legend, not said, and no entry, in the order that they become darker. */
static void
test_calendar_chart_told_apart (Fixture       *fixture,
                                gconstpointer  data)
{
  static const int pains[] = { 0, 2, 5, 8, 10 };
  const UnknotInk *ink = data;
  cairo_surface_t *surface;
  double direction, means[7];

  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    unknot_test_draw_set_pain (&fixture->days[i], pains[i], pains[i]);
  fixture->days[5].is_entered = TRUE;
  surface = unknot_test_draw (draw, &fixture->chart, ink, 776, 300, 0);
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      cairo_rectangle_t box = get_box (fixture, i);

      means[i] = unknot_test_draw_get_mean (surface, &box);
      g_test_message ("%u: %g", i, means[i]);
    }
  direction = means[4] > means[0] ? 1 : -1;
  for (guint i = 1; i < G_N_ELEMENTS (pains); i++)
    g_assert_cmpfloat (direction * (means[i] - means[i - 1]), >, 8);
  g_assert_cmpfloat (ABS (means[0] - means[6]), >, 8);
  g_assert_cmpfloat (ABS (means[5] - means[6]), >, 8);
  cairo_surface_destroy (surface);
}

/* Nothing is said of a day that is not there: no colour, no pattern. */
static void
test_calendar_chart_no_entry (Fixture       *fixture,
                              gconstpointer  data)
{
  cairo_surface_t *surface =
    unknot_test_draw (draw, &fixture->chart, unknot_ink_get_light (), 776, 300, 0);
  cairo_rectangle_t box = get_box (fixture, 40);

  box.x += 1;
  box.y += 1;
  box.width -= 2;
  box.height -= 2;
  g_assert_cmpfloat_with_epsilon (unknot_test_draw_get_mean (surface, &box), 250, 1);
  cairo_surface_destroy (surface);
}

/* A year is no higher than it must be, and in a narrow window months stand below one another. */
static void
test_calendar_chart_height (Fixture       *fixture,
                            gconstpointer  data)
{
  double wide = unknot_calendar_chart_get_height (&fixture->chart);
  cairo_rectangle_t box;

  g_assert_cmpfloat (wide, <, 420);
  g_assert_cmpfloat (get_box (fixture, 0).width, >, 14);
  fixture->chart.chart.width = 336;
  fixture->chart.chart.height = unknot_calendar_chart_get_height (&fixture->chart);
  g_assert_cmpfloat (fixture->chart.chart.height, >, wide + 100);
  g_assert_cmpfloat (get_box (fixture, 0).width, >, 11);
  g_assert_cmpfloat_with_epsilon (get_box (fixture, 90).x, get_box (fixture, 0).x, 60);
  /* Less high, it is all there. */
  fixture->chart.chart.height = 200;
  box = get_box (fixture, 364);
  g_assert_cmpfloat (box.y + box.height, <, 200);
}

static void
add (const char    *path,
     gconstpointer  data,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/calendar-chart/places", NULL, test_calendar_chart_places);
  add ("/calendar-chart/first-weekday", NULL, test_calendar_chart_first_weekday);
  add ("/calendar-chart/between", NULL, test_calendar_chart_between);
  add ("/calendar-chart/told-apart/light", unknot_ink_get_light (), test_calendar_chart_told_apart);
  add ("/calendar-chart/told-apart/dark", unknot_ink_get_dark (), test_calendar_chart_told_apart);
  add ("/calendar-chart/told-apart/paper", unknot_ink_get_paper (), test_calendar_chart_told_apart);
  add ("/calendar-chart/told-apart/pattern", &unknot_test_draw_plain,
       test_calendar_chart_told_apart);
  add ("/calendar-chart/no-entry", NULL, test_calendar_chart_no_entry);
  add ("/calendar-chart/height", NULL, test_calendar_chart_height);

  return g_test_run ();
}
