/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-figure.h"

/* As in a window of 360 pixels. */
#define WIDTH 336

static const char *const names[] = {
  "back-muscles", "heat-cold-clock", "lying-pillow", "recliner",
  "saddle-area",  "sciatic-nerve",   "spine-disc-nerve",
};

static GBytes *
load_bytes (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".svg", NULL);
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "help", "C", "figures", file, NULL);
  g_autoptr (GError) error = NULL;
  char *contents;
  gsize length;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (contents, length);
}

static UnknotFigure *
load (const char *name)
{
  g_autoptr (GBytes) bytes = load_bytes (name);
  g_autoptr (GError) error = NULL;
  UnknotFigure *figure = unknot_figure_new_from_bytes (bytes, &error);

  g_assert_no_error (error);

  return figure;
}

/* With a margin all around: what goes beyond the picture would be in it. */
#define MARGIN 8

static cairo_surface_t *
draw (UnknotFigure    *figure,
      const UnknotInk *ink)
{
  int height = WIDTH / unknot_figure_get_aspect (figure);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH + 2 * MARGIN, height + 2 * MARGIN);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  unknot_ink_set_source (cr, &ink->ground);
  cairo_paint (cr);
  cairo_translate (cr, MARGIN, MARGIN);
  g_assert_true (unknot_figure_draw (figure, cr, WIDTH, height, ink, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row =
    cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint32
get_color (const UnknotColor *color)
{
  return (guint32) (255 * color->red + 0.5) << 16 | (guint32) (255 * color->green + 0.5) << 8 |
         (guint32) (255 * color->blue + 0.5);
}

static guint
count (cairo_surface_t   *surface,
       const UnknotColor *color)
{
  guint n_pixels = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n_pixels += get_pixel (surface, x, y) == get_color (color);

  return n_pixels;
}

static gboolean
has_class (const char *name,
           const char *class_name)
{
  g_autoptr (GBytes) bytes = load_bytes (name);
  g_autofree char *pattern = g_strdup_printf ("class=\"[^\"]*\\b%s\\b", class_name);
  g_autofree char *text =
    g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return g_regex_match_simple (pattern, text, 0, 0);
}

/* Everything in it has the ink's colour, on all inks: none of the file's own is left. */
static void
test_figure_colors (gconstpointer data)
{
  const UnknotInk *inks[] = {
    unknot_ink_get_paper (), unknot_ink_get_light (), unknot_ink_get_dark (),
    unknot_ink_get_screen (FALSE, TRUE), unknot_ink_get_screen (TRUE, TRUE),
  };
  g_autoptr (UnknotFigure) figure = load (data);

  for (guint i = 0; i < G_N_ELEMENTS (inks); i++)
    {
      const struct
      {
        const char *class_name;
        const UnknotColor *color;
      } classes[] = {
        { "line", &inks[i]->line },     { "body", &inks[i]->body }, { "skin", &inks[i]->body },
        { "bone", &inks[i]->bone },     { "disc", &inks[i]->disc }, { "muscle", &inks[i]->muscle },
        { "nerve", &inks[i]->nerve },   { "casing", &inks[i]->sheath },
        { "cloth", &inks[i]->cloth },   { "accent", &inks[i]->accent },
        { "callout", &inks[i]->text },  { "sign", &inks[i]->text },
      };
      cairo_surface_t *surface = draw (figure, inks[i]);

      for (guint j = 0; j < G_N_ELEMENTS (classes); j++)
        if (has_class (data, classes[j].class_name))
          {
            g_test_message ("%s, ink %u", classes[j].class_name, i);
            g_assert_cmpuint (count (surface, classes[j].color), >, 5);
          }
      g_assert_cmpuint (count (surface, &inks[i]->ground), >, WIDTH * WIDTH / 8);
      cairo_surface_destroy (surface);
    }
}

/* Drawn anew after another ink, it is as it was. */
static void
test_figure_again (gconstpointer data)
{
  g_autoptr (UnknotFigure) figure = load (data);
  cairo_surface_t *first = draw (figure, unknot_ink_get_light ());
  cairo_surface_t *dark = draw (figure, unknot_ink_get_dark ());
  cairo_surface_t *again = draw (figure, unknot_ink_get_light ());
  gsize size =
    cairo_image_surface_get_stride (first) * cairo_image_surface_get_height (first);

  g_assert_cmpmem (cairo_image_surface_get_data (first), size,
                   cairo_image_surface_get_data (again), size);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (first),
                           cairo_image_surface_get_data (dark), size),
                   !=, 0);
  cairo_surface_destroy (first);
  cairo_surface_destroy (dark);
  cairo_surface_destroy (again);
}

static void
test_figure_stays_inside (gconstpointer data)
{
  g_autoptr (UnknotFigure) figure = load (data);
  const UnknotInk *ink = unknot_ink_get_light ();
  cairo_surface_t *surface = draw (figure, ink);
  int width = cairo_image_surface_get_width (surface);
  int height = cairo_image_surface_get_height (surface);

  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      if (x < MARGIN - 1 || y < MARGIN - 1 || x > width - MARGIN || y > height - MARGIN)
        g_assert_cmphex (get_pixel (surface, x, y), ==, get_color (&ink->ground));
  cairo_surface_destroy (surface);
}

/* One letter or digit needs no translation, and is told in the legend of the page; anything else
 * would. Nothing is taken from elsewhere. */
static void
test_figure_words (gconstpointer data)
{
  g_autoptr (GBytes) bytes = load_bytes (data);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_false (g_regex_match_simple (">\\s*[^<\\s][^<\\s]+[^<]*</(?!style)", text, 0, 0));
  g_assert_null (strstr (text, "href=\"http"));
  g_assert_null (strstr (text, "<image"));
}

/* --- What cannot be read --- */

static void
test_figure_broken (gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_figure_new_from_bytes (bytes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
  g_assert_true (g_str_has_prefix (error->message, "The picture cannot be read: "));
}

/* A file of our folder stays where it is, even where a picture asks for it. */
static void
test_figure_refers_to_nothing (void)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "help", "C", "figures", "saddle-area.svg", NULL);
  g_autofree char *svg = g_strdup_printf (
    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\">"
    "<image href=\"file://%s\" width=\"10\" height=\"10\"/></svg>", path);
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotFigure) figure = unknot_figure_new_from_bytes (bytes, &error);
  cairo_surface_t *surface;

  g_assert_no_error (error);
  surface = draw (figure, unknot_ink_get_light ());
  g_assert_cmpuint (count (surface, &unknot_ink_get_light ()->ground), ==,
                    (WIDTH + 2 * MARGIN) * (WIDTH + 2 * MARGIN));
  cairo_surface_destroy (surface);
}

/* Where there is more room than it has a shape for, it stands in the middle. */
static void
test_figure_fits (void)
{
  const char *svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"200\" height=\"80\">"
                    "<rect x=\"-99\" y=\"-99\" width=\"999\" height=\"999\"/></svg>";
  g_autoptr (GBytes) bytes = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (UnknotFigure) figure = unknot_figure_new_from_bytes (bytes, NULL);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 100, 100);
  cairo_t *cr = cairo_create (surface);
  const UnknotInk *ink = unknot_ink_get_light ();

  g_assert_cmpfloat_with_epsilon (unknot_figure_get_aspect (figure), 2.5, 1e-9);
  unknot_ink_set_source (cr, &ink->ground);
  cairo_paint (cr);
  g_assert_true (unknot_figure_draw (figure, cr, 100, 100, ink, NULL));
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_assert_cmpuint (count (surface, &ink->ground), ==, 100 * 60);
  g_assert_cmphex (get_pixel (surface, 0, 29), ==, get_color (&ink->ground));
  g_assert_cmphex (get_pixel (surface, 0, 30), ==, 0);
  g_assert_cmphex (get_pixel (surface, 99, 69), ==, 0);
  cairo_surface_destroy (surface);
}

static void
add (const char    *test,
     const char    *name,
     GTestDataFunc  func)
{
  g_autofree char *path = g_strdup_printf ("/figure/%s/%s", test, name);

  g_test_add_data_func (path, name, func);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      add ("colors", names[i], test_figure_colors);
      add ("again", names[i], test_figure_again);
      add ("stays-inside", names[i], test_figure_stays_inside);
      add ("words", names[i], test_figure_words);
    }
  g_test_add_data_func ("/figure/broken/empty", "", test_figure_broken);
  g_test_add_data_func ("/figure/broken/text", "a picture", test_figure_broken);
  g_test_add_data_func ("/figure/broken/cut-off",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"><path",
                        test_figure_broken);
  g_test_add_data_func ("/figure/broken/no-size", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>",
                        test_figure_broken);
  g_test_add_data_func ("/figure/broken/no-height",
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"0\"/>",
                        test_figure_broken);
  g_test_add_func ("/figure/refers-to-nothing", test_figure_refers_to_nothing);
  g_test_add_func ("/figure/fits", test_figure_fits);

  return g_test_run ();
}
