/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-pain-chart.h"
#include "unknot-test-draw.h"

#include <math.h>

#define FIRST_DAY 20261101

typedef struct
{
  PangoContext *context;
  UnknotHistoryDay *days;
  UnknotPainChart chart;
} Fixture;

static void
set_days (Fixture *fixture,
          guint    n)
{
  g_clear_pointer (&fixture->days, g_free);
  fixture->days = unknot_test_draw_make_days (FIRST_DAY, n);
  fixture->chart.days = fixture->days;
  fixture->chart.n_days = n;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = unknot_test_draw_new_context (11, FALSE);
  fixture->chart = (UnknotPainChart) { .chart = { fixture->context, 800, 300 },
                                       .first_weekday = G_DATE_MONDAY };
  set_days (fixture, 20);
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
  unknot_pain_chart_draw (chart, cr, ink, -1, -1);
}

static cairo_surface_t *
draw_chart (Fixture *fixture)
{
  return unknot_test_draw (draw, &fixture->chart, unknot_ink_get_light (),
                           fixture->chart.chart.width, fixture->chart.chart.height, 0);
}

static cairo_rectangle_t
get_box (Fixture *fixture,
         int      datum)
{
  cairo_rectangle_t box;

  g_assert_true (unknot_pain_chart_get_rectangle (&fixture->chart, datum, &box));

  return box;
}

static UnknotPainChartDatum
get_datum (Fixture *fixture,
           int      datum)
{
  UnknotPainChartDatum found;

  g_assert_true (unknot_pain_chart_get_datum (&fixture->chart, datum, &found));

  return found;
}

static double
get_middle (cairo_rectangle_t box)
{
  return box.x + box.width / 2;
}

/* 0 is at the bottom, 10 at the top, and between them all is even. */
static void
test_pain_chart_scale (Fixture       *fixture,
                       gconstpointer  data)
{
  cairo_rectangle_t whole, upper, none;

  unknot_test_draw_set_pain (&fixture->days[0], 0, 10);
  unknot_test_draw_set_pain (&fixture->days[1], 5, 10);
  unknot_test_draw_set_pain (&fixture->days[2], 0, 0);
  whole = get_box (fixture, 0);
  upper = get_box (fixture, 1);
  none = get_box (fixture, 2);
  g_assert_cmpfloat (whole.height, >, 150);
  g_assert_cmpfloat_with_epsilon (upper.height, whole.height / 2, 1e-6);
  g_assert_cmpfloat_with_epsilon (upper.y, whole.y, 1e-6);
  g_assert_cmpfloat_with_epsilon (none.y + none.height / 2, whole.y + whole.height, 1e-6);
  g_assert_cmpfloat (none.height, >, 2);
}

static gboolean
is_strong (cairo_surface_t *surface,
           double           x,
           double           y)
{
  for (int dy = -1; dy <= 1; dy++)
    if (unknot_test_draw_get_gray (surface, x, y + dy) < 110)
      return TRUE;

  return FALSE;
}

/* From one day to the next there is a line; over a day of which nothing is known there is none. */
static void
test_pain_chart_gaps (Fixture       *fixture,
                      gconstpointer  data)
{
  cairo_surface_t *surface;
  cairo_rectangle_t box;
  double step, y;

  for (guint i = 3; i < 8; i++)
    if (i != 5)
      unknot_test_draw_set_pain (&fixture->days[i], 7, 7);
  surface = draw_chart (fixture);
  box = get_box (fixture, 3);
  step = get_middle (get_box (fixture, 4)) - get_middle (box);
  y = box.y + box.height / 2;

  g_assert_true (is_strong (surface, get_middle (box) + step / 2, y));
  g_assert_true (is_strong (surface, get_middle (box) + 3.5 * step, y));
  for (double part = 1.3; part < 2.7; part += 0.1)
    g_assert_false (is_strong (surface, get_middle (box) + part * step, y));
  g_assert_false (is_strong (surface, get_middle (box) - step / 2, y));
  g_assert_false (is_strong (surface, get_middle (box) + 4.5 * step, y));

  g_assert_false (unknot_pain_chart_get_datum (&fixture->chart, 5, &(UnknotPainChartDatum) { 0 }));
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, get_middle (box) + 2 * step, y), ==,
                   -1);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, get_middle (box) + 3 * step, y), ==, 6);
  cairo_surface_destroy (surface);
}

/* The same where many days are one column. */
static void
test_pain_chart_long_gap (Fixture       *fixture,
                          gconstpointer  data)
{
  cairo_surface_t *surface;
  UnknotPainChartDatum found;
  int last, next;
  double y, from, to;

  set_days (fixture, 4000);
  for (guint i = 0; i < 4000; i++)
    if (i < 1000 || i >= 2000)
      unknot_test_draw_set_pain (&fixture->days[i], 6, 6);
  found = get_datum (fixture, 0);
  last = 999 / found.n;
  next = (2000 + found.n - 1) / found.n;
  surface = draw_chart (fixture);
  y = get_box (fixture, last).y + get_box (fixture, last).height / 2;
  from = get_middle (get_box (fixture, last)) + 4;
  to = get_middle (get_box (fixture, next)) - 6;

  g_assert_cmpfloat (to - from, >, 150);
  g_assert_true (is_strong (surface, from - 30, y));
  for (double x = from; x < to; x++)
    g_assert_false (is_strong (surface, x, y));
  g_assert_true (is_strong (surface, to + 30, y));
  cairo_surface_destroy (surface);
}

/* Past gaps to what there is, and on to the markers. */
static void
test_pain_chart_step (Fixture       *fixture,
                      gconstpointer  data)
{
  static const UnknotHistoryMarker marker = { FIRST_DAY, UNKNOT_HISTORY_MARKER_CHECK, "doctor",
                                              NULL };
  guint n;

  unknot_test_draw_set_pain (&fixture->days[3], 2, 4);
  unknot_test_draw_set_pain (&fixture->days[15], 6, 6);
  fixture->chart.markers = &marker;
  fixture->chart.n_markers = 1;
  n = unknot_pain_chart_get_n_data (&fixture->chart);

  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, -1, 1), ==, 3);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, 3, 1), ==, 15);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, 15, 1), ==, n - 1);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, n - 1, 1), ==, -1);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, n, -1), ==, n - 1);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, n - 1, -1), ==, 15);
  g_assert_cmpint (unknot_pain_chart_step (&fixture->chart, 3, -1), ==, -1);
}

/* What stands alone is seen too. */
static void
test_pain_chart_alone (Fixture       *fixture,
                       gconstpointer  data)
{
  cairo_surface_t *surface;
  cairo_rectangle_t box;

  set_days (fixture, 365);
  unknot_test_draw_set_pain (&fixture->days[180], 7, 7);
  surface = draw_chart (fixture);
  box = get_box (fixture, 180);
  g_assert_true (is_strong (surface, get_middle (box), box.y + box.height / 2));
  cairo_surface_destroy (surface);
}

/* Of several days the least, the worst, and the mean of the days' means: on a bad day more is told,
 * and it is one day all the same. */
static void
test_pain_chart_columns (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotPainChartDatum found;
  guint n_days = 0;

  set_days (fixture, 1000);
  unknot_test_draw_set_pain (&fixture->days[0], 2, 6); /* two pains */
  unknot_test_draw_set_pain (&fixture->days[1], 9, 9); /* one */
  found = get_datum (fixture, 0);
  g_assert_false (found.is_marker);
  g_assert_cmpuint (found.first, ==, 0);
  g_assert_cmpuint (found.n, ==, 3); /* about 770 units for 1000 days, at least 2 a column */
  g_assert_cmpint (found.n_pains, ==, 3);
  g_assert_cmpint (found.lowest, ==, 2);
  g_assert_cmpint (found.worst, ==, 9);
  g_assert_cmpfloat_with_epsilon (found.mean, 6.5, 1e-9);

  for (guint i = 0; i < 1000; i++)
    unknot_test_draw_set_pain (&fixture->days[i], 1, 1);
  g_assert_cmpuint (unknot_pain_chart_get_n_data (&fixture->chart), ==, 334);
  for (guint i = 0; i < 334; i++)
    {
      found = get_datum (fixture, i);
      g_assert_cmpuint (found.first, ==, n_days);
      n_days += found.n;
    }
  g_assert_cmpuint (n_days, ==, 1000);
  g_assert_cmpuint (found.n, ==, 1);
}

/* A column is found above and below what is drawn of it, not beside the plot. */
static void
test_pain_chart_found (Fixture       *fixture,
                       gconstpointer  data)
{
  double x;

  unknot_test_draw_set_pain (&fixture->days[19], 4, 6);
  x = get_middle (get_box (fixture, 19));
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, x, 10), ==, 19);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, x, 200), ==, 19);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, x, 270), ==, -1);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, 820, 100), ==, -1);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, 5, 100), ==, -1);
}

/* Markers that stand close are one; those outside of the days are none. */
static void
test_pain_chart_markers (Fixture       *fixture,
                         gconstpointer  data)
{
  static const UnknotHistoryMarker markers[] = {
    { 20261020, UNKNOT_HISTORY_MARKER_EVENT, "chair", NULL },
    { 20261103, UNKNOT_HISTORY_MARKER_CHECK, "doctor", NULL },
    { 20261110, UNKNOT_HISTORY_MARKER_MEASURE, "heat", NULL },
    { 20261110, UNKNOT_HISTORY_MARKER_MEDICINE, "ibuprofen", NULL },
    { 20261120, UNKNOT_HISTORY_MARKER_EVENT, "desk", NULL },
    { 20261201, UNKNOT_HISTORY_MARKER_EVENT, "physio", NULL },
  };
  UnknotPainChartDatum found;
  cairo_rectangle_t box;

  fixture->chart.markers = markers;
  fixture->chart.n_markers = G_N_ELEMENTS (markers);
  g_assert_cmpuint (unknot_pain_chart_get_n_data (&fixture->chart), ==, 20 + 3);
  found = get_datum (fixture, 20);
  g_assert_true (found.is_marker);
  g_assert_cmpuint (found.first, ==, 1);
  g_assert_cmpuint (found.n, ==, 1);
  found = get_datum (fixture, 21);
  g_assert_cmpuint (found.first, ==, 2);
  g_assert_cmpuint (found.n, ==, 2);
  found = get_datum (fixture, 22);
  g_assert_cmpuint (found.first, ==, 4);
  g_assert_cmpuint (found.n, ==, 1);

  box = get_box (fixture, 21);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, get_middle (box), box.y + 3), ==, 21);
  g_assert_cmpint (unknot_pain_chart_find (&fixture->chart, box.x - 20, box.y + 3), ==, -1);
  /* Below the days. */
  unknot_test_draw_set_pain (&fixture->days[9], 0, 0);
  g_assert_cmpfloat (box.y, >, get_box (fixture, 9).y);
  g_assert_cmpfloat_with_epsilon (get_middle (box), get_middle (get_box (fixture, 9)), 1e-6);
}

/* Without a colour, each kind has a shape of its own. */
static void
test_pain_chart_shapes (Fixture       *fixture,
                        gconstpointer  data)
{
  cairo_surface_t *shapes[UNKNOT_HISTORY_MARKER_MEDICINE + 1];

  for (guint kind = 0; kind < G_N_ELEMENTS (shapes); kind++)
    {
      const UnknotHistoryMarker marker = { 20261110, kind, "x", NULL };
      cairo_rectangle_t box;
      cairo_t *cr;
      cairo_surface_t *surface;

      fixture->chart.markers = &marker;
      fixture->chart.n_markers = 1;
      surface = unknot_test_draw (draw, &fixture->chart, &unknot_test_draw_plain, 800, 300, 0);
      box = get_box (fixture, 20);
      shapes[kind] = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 16, 16);
      cr = cairo_create (shapes[kind]);
      cairo_set_source_surface (cr, surface, -floor (box.x), -floor (box.y));
      cairo_paint (cr);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
      for (guint other = 0; other < kind; other++)
        g_assert_cmpuint (unknot_test_draw_compare (shapes[kind], shapes[other]), >, 30);
    }
  for (guint kind = 0; kind < G_N_ELEMENTS (shapes); kind++)
    cairo_surface_destroy (shapes[kind]);
}

/* No two of however many markers lie over one another, and the last is all there. */
static void
test_pain_chart_crowd (Fixture       *fixture,
                       gconstpointer  data)
{
  UnknotHistoryMarker markers[300];
  guint n_data, n_markers = 0;

  set_days (fixture, 300);
  for (guint i = 0; i < G_N_ELEMENTS (markers); i++)
    markers[i] = (UnknotHistoryMarker) { fixture->days[i].day, i % 4, "x", NULL };
  fixture->chart.markers = markers;
  fixture->chart.n_markers = G_N_ELEMENTS (markers);
  n_data = unknot_pain_chart_get_n_data (&fixture->chart);
  g_assert_cmpuint (n_data, >, 300 + 10);
  for (guint i = 300; i < n_data; i++)
    {
      cairo_rectangle_t box = get_box (fixture, i);

      n_markers += get_datum (fixture, i).n;
      g_assert_cmpfloat (box.x + box.width, <=, 800);
      if (i > 300)
        g_assert_cmpfloat (box.x, >=, get_box (fixture, i - 1).x + box.width);
    }
  g_assert_cmpuint (n_markers, ==, 300);
}

/* In the height that it asks for there is room for the legend; in less the plot is worth more. */
static void
test_pain_chart_height (Fixture       *fixture,
                        gconstpointer  data)
{
  cairo_rectangle_t box;

  unknot_test_draw_set_pain (&fixture->days[3], 0, 6);
  fixture->chart.chart.width = 336;
  fixture->chart.chart.height = unknot_pain_chart_get_height (&fixture->chart);
  box = get_box (fixture, 3);
  g_assert_cmpfloat (fixture->chart.chart.height - box.y - box.height, >, 45);
  fixture->chart.chart.height = 60;
  box = get_box (fixture, 3);
  g_assert_cmpfloat (60 - box.y - box.height, <, 30);
  g_assert_cmpfloat (box.height, >, 1);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/pain-chart/scale", test_pain_chart_scale);
  add ("/pain-chart/gaps", test_pain_chart_gaps);
  add ("/pain-chart/long-gap", test_pain_chart_long_gap);
  add ("/pain-chart/step", test_pain_chart_step);
  add ("/pain-chart/alone", test_pain_chart_alone);
  add ("/pain-chart/columns", test_pain_chart_columns);
  add ("/pain-chart/found", test_pain_chart_found);
  add ("/pain-chart/markers", test_pain_chart_markers);
  add ("/pain-chart/shapes", test_pain_chart_shapes);
  add ("/pain-chart/crowd", test_pain_chart_crowd);
  add ("/pain-chart/height", test_pain_chart_height);

  return g_test_run ();
}
