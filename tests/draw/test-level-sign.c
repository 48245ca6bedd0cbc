/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-level-sign.h"

#define MARGIN 4

/* A plain ink: what is left to tell the signs apart is their shape. */
static const UnknotInk plain = { .ground = { 1, 1, 1 } };

static cairo_surface_t *
draw (UnknotLevel level,
      int         size)
{
  int side = size + 2 * MARGIN;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, side, side);
  cairo_t *cr = cairo_create (surface);

  unknot_ink_set_source (cr, &plain.ground);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  unknot_level_sign_draw (cr, size, level, &plain);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static int
get_gray (cairo_surface_t *surface,
          int              x,
          int              y)
{
  return cairo_image_surface_get_data (surface)[y * cairo_image_surface_get_stride (surface) + 4 * x];
}

static double
compare (cairo_surface_t *one,
         cairo_surface_t *other)
{
  int side = cairo_image_surface_get_width (one);
  double difference = 0;

  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      difference += ABS (get_gray (one, x, y) - get_gray (other, x, y)) / 255.0;

  return difference / (side * side);
}

static void
test_level_sign_distinct (gconstpointer data)
{
  int size = GPOINTER_TO_INT (data);

  for (guint i = 0; i <= UNKNOT_LEVEL_EMERGENCY; i++)
    for (guint j = 0; j < i; j++)
      {
        cairo_surface_t *one = draw (i, size);
        cairo_surface_t *other = draw (j, size);

        /* A twelfth of the picture is what the eye told apart at 16 pixels. */
        g_test_message ("levels %u and %u", i, j);
        g_assert_cmpfloat (compare (one, other), >, 1 / 12.0);
        cairo_surface_destroy (one);
        cairo_surface_destroy (other);
      }
}

static void
test_level_sign_stays_inside (void)
{
  for (guint level = 0; level <= UNKNOT_LEVEL_EMERGENCY; level++)
    {
      cairo_surface_t *surface = draw (level, 32);
      int side = cairo_image_surface_get_width (surface);

      for (int i = 0; i < side; i++)
        for (int depth = 0; depth < MARGIN; depth++)
          {
            g_assert_cmpint (get_gray (surface, i, depth), ==, 255);
            g_assert_cmpint (get_gray (surface, i, side - 1 - depth), ==, 255);
            g_assert_cmpint (get_gray (surface, depth, i), ==, 255);
            g_assert_cmpint (get_gray (surface, side - 1 - depth, i), ==, 255);
          }
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/level-sign/distinct/16", GINT_TO_POINTER (16), test_level_sign_distinct);
  g_test_add_data_func ("/level-sign/distinct/64", GINT_TO_POINTER (64), test_level_sign_distinct);
  g_test_add_func ("/level-sign/stays-inside", test_level_sign_stays_inside);

  return g_test_run ();
}
