/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-bars-chart.h"
#include "unknot-test-draw.h"

/* Each effect, and as often that nothing was said of it. */
static const UnknotBar bars[] = {
  { "Heat", 10, { 2, 2, 2, 2 } },
  { "Walking", 5, { 0, 0, 5, 0 } },
  { "Rest", 1, { 1, 0, 0, 0 } },
};

static void
draw (gconstpointer    chart,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  unknot_bars_chart_draw (chart, cr, ink, -1, -1);
}

static UnknotBarsChart
make_chart (PangoContext *context,
            gboolean      has_effects)
{
  UnknotBarsChart chart = { { context, 600, 0 }, bars, G_N_ELEMENTS (bars), has_effects };

  chart.chart.height = unknot_bars_chart_get_height (&chart);

  return chart;
}

/* Where a bar begins and ends, at half the height of its row. */
static void
find_bar (cairo_surface_t       *surface,
          const UnknotBarsChart *chart,
          guint                  row,
          int                   *left,
          int                   *right)
{
  cairo_rectangle_t box;
  int y;

  g_assert_true (unknot_bars_chart_get_rectangle (chart, row, &box));
  y = box.y + box.height / 2;
  for (*left = 0; unknot_test_draw_get_gray (surface, *left, y) > 160;)
    (*left)++;
  for (*right = *left; unknot_test_draw_get_gray (surface, *right, y) < 200;)
    (*right)++;
}

/* Bars begin at one place, and are as long as what they count. */
static void
test_bars_chart_lengths (void)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  /* No word is in the way. */
  const UnknotBar nameless[] = { { "", 10 }, { "", 5 }, { "", 1 } };
  UnknotBarsChart chart = make_chart (context, FALSE);
  cairo_surface_t *surface;
  int left[3], right[3];

  chart.bars = nameless;
  surface = unknot_test_draw (draw, &chart, unknot_ink_get_light (), 600, 200, 0);
  for (guint i = 0; i < 3; i++)
    find_bar (surface, &chart, i, &left[i], &right[i]);
  g_assert_cmpint (left[0], ==, left[1]);
  g_assert_cmpint (left[0], ==, left[2]);
  g_assert_cmpint (right[0] - left[0], >, 500);
  g_assert_cmpfloat_with_epsilon (right[1] - left[1], (right[0] - left[0]) / 2.0, 2);
  g_assert_cmpfloat_with_epsilon (right[2] - left[2], (right[0] - left[0]) / 10.0, 2);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* Effects, and what was not said, can be told apart without their colours. */
static void
test_bars_chart_effects (gconstpointer data)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  const UnknotBar all[] = { { "", 10, { 2, 2, 2, 2 } } };
  UnknotBarsChart chart = make_chart (context, TRUE);
  cairo_surface_t *surface;
  cairo_rectangle_t row;
  double means[5];

  chart.bars = all;
  chart.n_bars = 1;
  chart.chart.height = unknot_bars_chart_get_height (&chart);
  surface = unknot_test_draw (draw, &chart, data, 600, 200, 0);
  g_assert_true (unknot_bars_chart_get_rectangle (&chart, 0, &row));
  for (guint i = 0; i < G_N_ELEMENTS (means); i++)
    {
      /* Well inside of a fifth of the bar. */
      cairo_rectangle_t part = { 40 + i * 110, row.y + 2, 50, row.height - 4 };

      means[i] = unknot_test_draw_get_mean (surface, &part);
      g_test_message ("%u: %g", i, means[i]);
      for (guint j = 0; j < i; j++)
        g_assert_cmpfloat (ABS (means[i] - means[j]), >, 8);
    }
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

/* Where names are long for the width, they stand above their bars, and all have room. */
static void
test_bars_chart_narrow (void)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  const UnknotBar named[] = { { "Sitting for a long time", 10 }, { "Cold or draught", 5 } };
  UnknotBarsChart wide = { { context, 600, 400 }, named, 2 };
  UnknotBarsChart narrow = { { context, 240, 400 }, named, 2 };
  cairo_rectangle_t beside, above;

  g_assert_cmpfloat (unknot_bars_chart_get_height (&narrow), >,
                     unknot_bars_chart_get_height (&wide) + 20);
  unknot_bars_chart_get_rectangle (&wide, 1, &beside);
  unknot_bars_chart_get_rectangle (&narrow, 1, &above);
  g_assert_cmpfloat (above.height, >, 1.8 * beside.height);
  g_object_unref (context);
}

/* All of a row is found, between two rows nothing is. */
static void
test_bars_chart_found (void)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  UnknotBarsChart chart = make_chart (context, TRUE);
  cairo_rectangle_t row;

  g_assert_true (unknot_bars_chart_get_rectangle (&chart, 1, &row));
  g_assert_cmpint (unknot_bars_chart_find (&chart, 1, row.y + 1), ==, 1);
  g_assert_cmpint (unknot_bars_chart_find (&chart, 599, row.y + 1), ==, 1);
  g_assert_cmpint (unknot_bars_chart_find (&chart, 300, row.y - 2), ==, -1);
  g_assert_cmpint (unknot_bars_chart_find (&chart, 300, row.y + row.height + 2), ==, -1);
  g_assert_cmpint (unknot_bars_chart_find (&chart, 300, chart.chart.height - 4), ==, -1);
  g_object_unref (context);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bars-chart/lengths", test_bars_chart_lengths);
  g_test_add_data_func ("/bars-chart/effects/light", unknot_ink_get_light (),
                        test_bars_chart_effects);
  g_test_add_data_func ("/bars-chart/effects/dark", unknot_ink_get_dark (),
                        test_bars_chart_effects);
  g_test_add_data_func ("/bars-chart/effects/paper", unknot_ink_get_paper (),
                        test_bars_chart_effects);
  g_test_add_data_func ("/bars-chart/effects/pattern", &unknot_test_draw_plain,
                        test_bars_chart_effects);
  g_test_add_func ("/bars-chart/narrow", test_bars_chart_narrow);
  g_test_add_func ("/bars-chart/found", test_bars_chart_found);

  return g_test_run ();
}
