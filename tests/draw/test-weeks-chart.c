/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-draw.h"
#include "unknot-weeks-chart.h"

/* A Monday. */
#define FIRST_DAY 20260601

typedef struct
{
  PangoContext *context;
  UnknotHistoryWeek *weeks;
  UnknotWeeksChart chart;
} Fixture;

/* Whole weeks, none with a spasm; the period ends with the last of them, which is today. */
static void
set_weeks (Fixture *fixture,
           guint    n)
{
  g_clear_pointer (&fixture->weeks, g_free);
  fixture->weeks = g_new0 (UnknotHistoryWeek, n);
  for (guint i = 0; i < n; i++)
    fixture->weeks[i] =
      (UnknotHistoryWeek) { unknot_period_shift_day (FIRST_DAY, 7 * i), 7, 1, 0, -1 };
  fixture->chart.weeks = fixture->weeks;
  fixture->chart.n_weeks = n;
  fixture->chart.today = unknot_period_shift_day (FIRST_DAY, 7 * n - 1);
  fixture->chart.period = (UnknotPeriod) { FIRST_DAY, fixture->chart.today };
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = unknot_test_draw_new_context (11, FALSE);
  fixture->chart = (UnknotWeeksChart) { .chart = { fixture->context, 800, 300 },
                                        .n_recent = -1,
                                        .n_before = -1,
                                        .first_weekday = G_DATE_MONDAY };
  set_weeks (fixture, 12);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_pointer (&fixture->weeks, g_free);
  g_clear_object (&fixture->context);
}

static void
draw (gconstpointer    chart,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  unknot_weeks_chart_draw (chart, cr, ink, -1, -1);
}

static cairo_rectangle_t
get_box (Fixture *fixture,
         int      datum)
{
  cairo_rectangle_t box;

  g_assert_true (unknot_weeks_chart_get_rectangle (&fixture->chart, datum, &box));

  return box;
}

/* Bars stand on zero, and twice as many spasms are a bar twice as high. */
static void
test_weeks_chart_bars (Fixture       *fixture,
                       gconstpointer  data)
{
  cairo_rectangle_t one, two, four;

  fixture->weeks[2].n_spasms = 1;
  fixture->weeks[3].n_spasms = 2;
  fixture->weeks[4].n_spasms = 4;
  one = get_box (fixture, 2);
  two = get_box (fixture, 3);
  four = get_box (fixture, 4);
  g_assert_cmpfloat_with_epsilon (two.height, 2 * one.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (four.height, 4 * one.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.y + one.height, four.y + four.height, 1e-6);
  g_assert_cmpfloat_with_epsilon (one.width, four.width, 1e-6);
}

/* Of weeks of which there is nothing, nothing is said. */
static void
test_weeks_chart_no_entry (Fixture       *fixture,
                           gconstpointer  data)
{
  UnknotWeeksChartDatum found;
  cairo_rectangle_t none = get_box (fixture, 4);
  cairo_rectangle_t beside = get_box (fixture, 5);
  double x = none.x + none.width / 2;
  double baseline = none.y + none.height;
  cairo_surface_t *surface;

  fixture->weeks[5].n_entered = 0;
  surface = unknot_test_draw (draw, &fixture->chart, unknot_ink_get_light (), 800, 300, 0);
  g_assert_cmpint (unknot_test_draw_get_gray (surface, x, baseline - 2), <, 180);
  g_assert_cmpint (
    unknot_test_draw_get_gray (surface, beside.x + beside.width / 2, baseline - 2), >, 240);
  g_assert_false (unknot_weeks_chart_get_datum (&fixture->chart, 5, &found));
  g_assert_false (unknot_weeks_chart_get_rectangle (&fixture->chart, 5, &beside));
  g_assert_cmpint (unknot_weeks_chart_find (&fixture->chart, beside.x + 5, 100), ==, -1);
  g_assert_cmpint (unknot_weeks_chart_find (&fixture->chart, x, 100), ==, 4);
  cairo_surface_destroy (surface);
}

/* The last 28 days, those before, and what is earlier: by colour, and by pattern alone. */
static void
test_weeks_chart_spans (Fixture       *fixture,
                        gconstpointer  data)
{
  cairo_surface_t *surface;
  double means[12];

  for (guint i = 0; i < 12; i++)
    fixture->weeks[i].n_spasms = 4;
  surface = unknot_test_draw (draw, &fixture->chart, data, 800, 300, 0);
  for (guint i = 0; i < 12; i++)
    {
      cairo_rectangle_t box = get_box (fixture, i);

      /* Clear of lines. */
      box.y += 4;
      box.height = 30;
      means[i] = unknot_test_draw_get_mean (surface, &box);
    }
  for (guint i = 1; i < 12; i++)
    if (i == 4 || i == 8)
      g_assert_cmpfloat (ABS (means[i] - means[i - 1]), >, 20);
    else
      g_assert_cmpfloat_with_epsilon (means[i], means[i - 1], 6);
  g_assert_cmpfloat (ABS (means[11] - means[0]), >, 40);
  cairo_surface_destroy (surface);
}

/* Where the 28 days begin within a week, the bar says so. */
static void
test_weeks_chart_split (Fixture       *fixture,
                        gconstpointer  data)
{
  cairo_surface_t *surface;
  cairo_rectangle_t box;
  double day, boundary;

  fixture->chart.today = unknot_period_shift_day (fixture->chart.today, -3);
  fixture->chart.period.last_day = fixture->chart.today;
  fixture->weeks[11].n_days = 4;
  fixture->weeks[7].n_spasms = 4;
  surface = unknot_test_draw (draw, &fixture->chart, &unknot_test_draw_plain, 800, 300, 0);
  box = get_box (fixture, 7);
  day = (get_box (fixture, 8).x - box.x) / 7;
  /* Its last three days are of the last 28; the bar is in the middle of the week. */
  boundary = box.x + box.width / 2 + day / 2;
  box.y += 4;
  box.height = 30;
  box.width = 0.8 * day;
  box.x = boundary + 0.1 * day;
  g_assert_cmpfloat_with_epsilon (unknot_test_draw_get_mean (surface, &box), 0, 1e-9);
  box.x = boundary - 0.9 * day;
  g_assert_cmpfloat (unknot_test_draw_get_mean (surface, &box), >, 60);
  cairo_surface_destroy (surface);
}

/* A week of which the period has three days is no whole one. */
static void
test_weeks_chart_parts (Fixture       *fixture,
                        gconstpointer  data)
{
  cairo_rectangle_t whole;

  fixture->chart.period.first_day = unknot_period_shift_day (FIRST_DAY, 4);
  fixture->chart.period.last_day = unknot_period_shift_day (fixture->chart.today, -2);
  whole = get_box (fixture, 5);
  g_assert_cmpfloat_with_epsilon (get_box (fixture, 0).width, whole.width * 3 / 7, 1e-6);
  g_assert_cmpfloat_with_epsilon (get_box (fixture, 11).width, whole.width * 5 / 7, 1e-6);
}

/* Of several weeks the worst is drawn, not their mean. */
static void
test_weeks_chart_columns (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotWeeksChartDatum found;
  guint n_weeks = 0;

  set_weeks (fixture, 600);
  fixture->weeks[1].n_spasms = 4;
  fixture->weeks[300].n_spasms = 1;
  g_assert_true (unknot_weeks_chart_get_datum (&fixture->chart, 0, &found));
  g_assert_cmpuint (found.n, ==, 3); /* about 770 units for 600 weeks, at least 3 a column */
  g_assert_cmpuint (found.first, ==, 0);
  g_assert_cmpuint (found.highest, ==, 1);
  g_assert_cmpfloat (get_box (fixture, 0).height, >, 150);
  for (guint i = 0; i < unknot_weeks_chart_get_n_data (&fixture->chart); i++)
    {
      g_assert_true (unknot_weeks_chart_get_datum (&fixture->chart, i, &found));
      n_weeks += found.n;
    }
  g_assert_cmpuint (n_weeks, ==, 600);
}

/* In the height that it asks for there is room for the legend; in less the plot is worth more. */
static void
test_weeks_chart_height (Fixture       *fixture,
                         gconstpointer  data)
{
  cairo_rectangle_t box;

  fixture->chart.chart.width = 336;
  fixture->chart.chart.height = unknot_weeks_chart_get_height (&fixture->chart);
  box = get_box (fixture, 3);
  g_assert_cmpfloat (fixture->chart.chart.height - box.y - box.height, >, 45);
  fixture->chart.chart.height = 60;
  box = get_box (fixture, 3);
  g_assert_cmpfloat (60 - box.y - box.height, <, 30);
  g_assert_cmpfloat (box.height, >, 1);
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

  add ("/weeks-chart/bars", NULL, test_weeks_chart_bars);
  add ("/weeks-chart/no-entry", NULL, test_weeks_chart_no_entry);
  add ("/weeks-chart/spans/light", unknot_ink_get_light (), test_weeks_chart_spans);
  add ("/weeks-chart/spans/dark", unknot_ink_get_dark (), test_weeks_chart_spans);
  add ("/weeks-chart/spans/pattern", &unknot_test_draw_plain, test_weeks_chart_spans);
  add ("/weeks-chart/split", NULL, test_weeks_chart_split);
  add ("/weeks-chart/parts", NULL, test_weeks_chart_parts);
  add ("/weeks-chart/columns", NULL, test_weeks_chart_columns);
  add ("/weeks-chart/height", NULL, test_weeks_chart_height);

  return g_test_run ();
}
