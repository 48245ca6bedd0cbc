/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-columns-chart.h"
#include "unknot-test-draw.h"

static const int counts[] = { 4, 0, 2, 1 };
static const char *const titles[] = { "One", "Two", "Three", "Four" };

static void
test_columns_chart_bars (void)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  const UnknotColumnsChart chart = { { context, 400, 200 }, counts, titles, G_N_ELEMENTS (counts) };
  cairo_rectangle_t boxes[G_N_ELEMENTS (counts)];

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_assert_true (unknot_columns_chart_get_rectangle (&chart, i, &boxes[i]));
      g_assert_cmpfloat_with_epsilon (boxes[i].y + boxes[i].height, boxes[0].y + boxes[0].height,
                                      1e-6);
      g_assert_cmpint (unknot_columns_chart_find (&chart, boxes[i].x + 1, 20), ==, i);
    }
  g_assert_cmpfloat_with_epsilon (boxes[0].height, 2 * boxes[2].height, 1e-6);
  g_assert_cmpfloat_with_epsilon (boxes[0].height, 4 * boxes[3].height, 1e-6);
  g_assert_cmpint (unknot_columns_chart_find (&chart, 2, 50), ==, -1);
  g_assert_cmpint (unknot_columns_chart_find (&chart, 200, 195), ==, -1);
  g_object_unref (context);
}

static void
draw (gconstpointer    chart,
      cairo_t         *cr,
      const UnknotInk *ink)
{
  unknot_columns_chart_draw (chart, cr, ink, -1, -1);
}

/* Of nothing, nothing is drawn. */
static void
test_columns_chart_zero (void)
{
  PangoContext *context = unknot_test_draw_new_context (11, FALSE);
  const UnknotColumnsChart chart = { { context, 400, 200 }, counts, titles, G_N_ELEMENTS (counts) };
  cairo_surface_t *surface =
    unknot_test_draw (draw, &chart, unknot_ink_get_light (), 400, 200, 0);
  cairo_rectangle_t none, one;
  double y;

  unknot_columns_chart_get_rectangle (&chart, 1, &none);
  unknot_columns_chart_get_rectangle (&chart, 3, &one);
  y = none.y + none.height - 3;
  g_assert_cmpint (unknot_test_draw_get_gray (surface, none.x + none.width / 2, y), >, 240);
  g_assert_cmpint (unknot_test_draw_get_gray (surface, one.x + one.width / 2, y), <, 200);
  cairo_surface_destroy (surface);
  g_object_unref (context);
}

static void
test_columns_chart_hours (void)
{
  g_auto (GStrv) hours = unknot_columns_chart_dup_hours ();

  g_assert_cmpuint (g_strv_length (hours), ==, 24);
  g_assert_cmpstr (hours[0], ==, "0");
  g_assert_cmpstr (hours[9], ==, "9");
  g_assert_cmpstr (hours[23], ==, "23");
}

static void
test_columns_chart_weekdays (void)
{
  g_auto (GStrv) from_monday = unknot_columns_chart_dup_weekdays (G_DATE_MONDAY);
  g_auto (GStrv) from_sunday = unknot_columns_chart_dup_weekdays (G_DATE_SUNDAY);
  g_autofree char *first = g_strjoinv (" ", from_monday);
  g_autofree char *second = g_strjoinv (" ", from_sunday);

  g_assert_cmpstr (first, ==, "Mon Tue Wed Thu Fri Sat Sun");
  g_assert_cmpstr (second, ==, "Sun Mon Tue Wed Thu Fri Sat");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/columns-chart/bars", test_columns_chart_bars);
  g_test_add_func ("/columns-chart/zero", test_columns_chart_zero);
  g_test_add_func ("/columns-chart/hours", test_columns_chart_hours);
  g_test_add_func ("/columns-chart/weekdays", test_columns_chart_weekdays);

  return g_test_run ();
}
