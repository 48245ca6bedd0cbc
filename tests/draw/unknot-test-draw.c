/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-draw.h"

#include "unknot-period.h"

#include <glib/gstdio.h>

/* As tests/ui/test-screenshots.c has them: another Cairo or FreeType smooths edges otherwise; a
 * word or a bar that moves is more than this. */
#define MAX_CHANNEL_DIFFERENCE 24
#define MAX_DIFFERENT_PIXELS 0.005

const UnknotInk unknot_test_draw_plain = {
  .ground = { 1, 1, 1 },
  .text = { 0, 0, 0 },
  .body = { 1, 1, 1 },
  .seam = { 1, 1, 1 },
  .outline = { 1, 1, 1 },
  .pain = { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 }, { 0, 0, 0 } },
  .bar = { 1, 1, 1 },
  .bar_strong = { 0, 0, 0 },
  .accent = { 0, 0, 0 },
};

/* Always the same font, drawn the same way. */
PangoContext *
unknot_test_draw_new_context (double   points,
                              gboolean right_to_left)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Inter Variable");
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  pango_font_description_set_size (font, points * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context,
                              right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return context;
}

/* With as much of the ground about it. */
cairo_surface_t *
unknot_test_draw (UnknotTestDrawFunc  func,
                  gconstpointer       chart,
                  const UnknotInk    *ink,
                  int                 width,
                  int                 height,
                  int                 margin)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width + 2 * margin,
                                                         height + 2 * margin);
  cairo_t *cr = cairo_create (surface);

  unknot_ink_set_source (cr, &ink->ground);
  cairo_paint (cr);
  cairo_translate (cr, margin, margin);
  func (chart, cr, ink);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* As a grey printer would have it, from 0 to 255. */
int
unknot_test_draw_get_gray (cairo_surface_t *surface,
                           int              x,
                           int              y)
{
  const guint8 *pixel;

  g_assert_true (x >= 0 && x < cairo_image_surface_get_width (surface));
  g_assert_true (y >= 0 && y < cairo_image_surface_get_height (surface));
  pixel = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface) +
          4 * x;

  return (2126 * pixel[2] + 7152 * pixel[1] + 722 * pixel[0]) / 10000;
}

/* Of all pixels that are wholly in a box, from 0 to 255. */
double
unknot_test_draw_get_mean (cairo_surface_t         *surface,
                           const cairo_rectangle_t *box)
{
  double sum = 0;
  guint n = 0;

  for (int y = box->y + 1; y < (int) (box->y + box->height); y++)
    for (int x = box->x + 1; x < (int) (box->x + box->width); x++)
      {
        sum += unknot_test_draw_get_gray (surface, x, y);
        n++;
      }
  g_assert_cmpuint (n, >, 0);

  return sum / n;
}

/* How many pixels differ. */
guint
unknot_test_draw_compare (cairo_surface_t *one,
                          cairo_surface_t *other)
{
  guint n_different = 0;

  g_assert_cmpint (cairo_image_surface_get_width (one), ==,
                   cairo_image_surface_get_width (other));
  g_assert_cmpint (cairo_image_surface_get_height (one), ==,
                   cairo_image_surface_get_height (other));
  for (int y = 0; y < cairo_image_surface_get_height (one); y++)
    for (int x = 0; x < 4 * cairo_image_surface_get_width (one); x += 4)
      {
        const guint8 *a =
          cairo_image_surface_get_data (one) + y * cairo_image_surface_get_stride (one) + x;
        const guint8 *b =
          cairo_image_surface_get_data (other) + y * cairo_image_surface_get_stride (other) + x;

        n_different += ABS (a[0] - b[0]) > MAX_CHANNEL_DIFFERENCE ||
                       ABS (a[1] - b[1]) > MAX_CHANNEL_DIFFERENCE ||
                       ABS (a[2] - b[2]) > MAX_CHANNEL_DIFFERENCE;
      }

  return n_different;
}

/* Against tests/draw/pictures/NAME.png, which UNKNOT_UPDATE_SCREENSHOTS=1 writes instead. What
 * differs is left in the build folder. */
void
unknot_test_draw_check (cairo_surface_t *surface,
                        const char      *name)
{
  g_autofree char *file = g_strconcat (name, ".png", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "tests", "draw", "pictures", file, NULL);
  g_autofree char *drawn = g_test_build_filename (G_TEST_BUILT, "tests", "draw", file, NULL);
  cairo_surface_t *kept;
  guint n_pixels =
    cairo_image_surface_get_width (surface) * cairo_image_surface_get_height (surface);

  if (g_strcmp0 (g_getenv ("UNKNOT_UPDATE_SCREENSHOTS"), "1") == 0)
    {
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      return;
    }
  kept = cairo_image_surface_create_from_png (path);
  g_assert_cmpint (cairo_surface_status (kept), ==, CAIRO_STATUS_SUCCESS);
  if (unknot_test_draw_compare (surface, kept) > MAX_DIFFERENT_PIXELS * n_pixels)
    {
      g_assert_cmpint (cairo_surface_write_to_png (surface, drawn), ==, CAIRO_STATUS_SUCCESS);
      g_test_message ("%s differs from %s", drawn, path);
      g_test_fail ();
    }
  cairo_surface_destroy (kept);
}

/* Days of which nothing is known. */
UnknotHistoryDay *
unknot_test_draw_make_days (int   first_day,
                            guint n)
{
  UnknotHistoryDay *days = g_new0 (UnknotHistoryDay, n);

  for (guint i = 0; i < n; i++)
    {
      days[i].day = unknot_period_shift_day (first_day, i);
      days[i].lowest = UNKNOT_HISTORY_UNKNOWN;
      days[i].worst = UNKNOT_HISTORY_UNKNOWN;
      days[i].mean = UNKNOT_HISTORY_UNKNOWN;
    }

  return days;
}

/* Two pains, or one where both are the same; no pain where both are 0. */
void
unknot_test_draw_set_pain (UnknotHistoryDay *day,
                           int               lowest,
                           int               worst)
{
  day->is_entered = TRUE;
  day->is_painless = worst == 0;
  day->has_spasm = worst > 0;
  day->n_spasms = day->has_spasm;
  day->n_pains = lowest == worst ? 1 : 2;
  day->lowest = lowest;
  day->worst = worst;
  day->mean = (lowest + worst) / 2.0;
}
