/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-body-map.h"

/* As in a window of 360 pixels, and as large again. */
static const int widths[] = { 336, 672 };

/* What is left to tell one from another is the pattern. */
static const UnknotInk plain = {
  .ground = { 1, 1, 1 },
  .body = { 1, 1, 1 },
  .seam = { 1, 1, 1 },
  .outline = { 1, 1, 1 },
  .pain = { { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 }, { 1, 1, 1 }, { 0, 0, 0 } },
};

typedef struct
{
  PangoContext *context;
  GListStore *places;
} Fixture;

static void
set_font (Fixture    *fixture,
          const char *font)
{
  PangoFontDescription *description = pango_font_description_from_string (font);

  pango_context_set_font_description (fixture->context, description);
  pango_font_description_free (description);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_font (fixture, "Sans 11");
  fixture->places = g_list_store_new (UNKNOT_TYPE_PLACE);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->places);
  g_clear_object (&fixture->context);
}

static void
add_place (Fixture    *fixture,
           const char *area,
           const char *side,
           int         pain)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotPlace) place = unknot_place_new (area, side, pain, NULL, &error);

  g_assert_no_error (error);
  g_list_store_append (fixture->places, place);
}

static int
get_height (int width)
{
  return width / UNKNOT_BODY_MAP_ASPECT;
}

static cairo_surface_t *
draw_marked (Fixture         *fixture,
             int              width,
             const UnknotInk *ink,
             int              hovered,
             int              focused)
{
  int height = get_height (width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  unknot_ink_set_source (cr, &ink->ground);
  cairo_paint (cr);
  unknot_body_map_draw (cr, fixture->context, width, height, ink, G_LIST_MODEL (fixture->places),
                        hovered, focused);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
draw (Fixture         *fixture,
      int              width,
      const UnknotInk *ink)
{
  return draw_marked (fixture, width, ink, -1, -1);
}

/* As a grey printer would have it, from 0 to 255. */
static int
get_gray (cairo_surface_t *surface,
          int              x,
          int              y)
{
  const guint8 *pixel = cairo_image_surface_get_data (surface) +
                        y * cairo_image_surface_get_stride (surface) + 4 * x;

  return (2126 * pixel[2] + 7152 * pixel[1] + 722 * pixel[0]) / 10000;
}

static guint
count_different (cairo_surface_t *one,
                 cairo_surface_t *other,
                 int              top,
                 int              bottom)
{
  guint n_different = 0;

  for (int y = top; y < bottom; y++)
    for (int x = 0; x < cairo_image_surface_get_width (one); x++)
      n_different += get_gray (one, x, y) != get_gray (other, x, y);

  return n_different;
}

static int
find_region (int         width,
             const char *area,
             const char *side,
             double     *x,
             double     *y)
{
  int region = unknot_body_map_find_place (area, side);

  g_assert_cmpint (region, >=, 0);
  unknot_body_map_get_middle (region, width, get_height (width), x, y);

  return region;
}

/* --- What lies under a point --- */

static void
test_body_map_middles (void)
{
  static const struct
  {
    double width;
    double height;
  } sizes[] = { { 336, 496 }, { 120, 200 }, { 900, 400 }, { 200, 900 }, { 780, 1152 } };

  g_assert_cmpuint (unknot_body_map_get_n_regions (), >, 50);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
      {
        double x, y;

        unknot_body_map_get_middle (region, sizes[i].width, sizes[i].height, &x, &y);
        g_assert_cmpint (
          unknot_body_map_find_region (sizes[i].width, sizes[i].height, x, y), ==, region);
      }
}

/* In a window of 360 pixels, a hand may be off by nearly half of the 24 pixels of a least target;
 * by half as much where five regions or more lie side by side, or one is narrow itself. */
static void
test_body_map_targets (void)
{
  static const char *const narrow[] = { "neck", "upper", "middle", "lower", "flank", "chest",
                                        "belly", "arm", "groin", "hip", NULL };
  int width = widths[0], height = get_height (width);

  for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
    {
      gboolean is_narrow = g_strv_contains (narrow, unknot_body_map_get_area (region));
      double reach = is_narrow ? 6 : 11;
      double x, y;

      unknot_body_map_get_middle (region, width, height, &x, &y);
      g_test_message ("%s %s", unknot_body_map_get_area (region),
                      unknot_body_map_get_side (region));
      g_assert_cmpint (unknot_body_map_find_region (width, height, x - reach, y), ==, region);
      g_assert_cmpint (unknot_body_map_find_region (width, height, x + reach, y), ==, region);
      g_assert_cmpint (unknot_body_map_find_region (width, height, x, y - reach), ==, region);
      g_assert_cmpint (unknot_body_map_find_region (width, height, x, y + reach), ==, region);
    }
}

static void
test_body_map_outside (void)
{
  /* On the grid that the map is made on: corners, heads, between knees and figures, the legend. */
  static const int points[][2] = {
    { 0, 0 }, { 779, 0 }, { 0, 1151 }, { 779, 1151 }, { -400, 500 }, { 2000, 500 }, { 195, -300 },
    { 195, 100 }, { 585, 100 }, { 195, 820 }, { 585, 820 }, { 390, 500 }, { 390, 900 },
    { 400, 1090 }, { 195, 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      g_test_message ("at %d, %d", points[i][0], points[i][1]);
      g_assert_cmpint (unknot_body_map_find_region (780, 1152, points[i][0], points[i][1]), ==, -1);
    }
}

/* Just beside the figure is near enough, as with an unsteady hand. */
static void
test_body_map_near (void)
{
  double x, y;
  int region = find_region (780, "flank", "right", &x, &y);

  while (unknot_body_map_find_region (780, 1152, x, y) == region)
    x++;
  g_assert_cmpfloat (x, >, 195 + 107 + 10);
  g_assert_cmpfloat (x, <, 195 + 136);
}

/* From behind, the left is at the left; from before, at the right. */
static void
test_body_map_sides (void)
{
  for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
    {
      gboolean back = unknot_body_map_get_face (region) == UNKNOT_BODY_FACE_BACK;
      double midline = back ? 195 : 585;
      const char *side = unknot_body_map_get_side (region);
      double x, y;

      unknot_body_map_get_middle (region, 780, 1152, &x, &y);
      g_test_message ("%s %s", unknot_body_map_get_area (region), side);
      if (g_str_equal (side, "midline"))
        g_assert_cmpfloat_with_epsilon (x, midline, 1e-9);
      else if (g_str_equal (side, "left") == back)
        g_assert_cmpfloat (x, <, midline - 20);
      else
        g_assert_cmpfloat (x, >, midline + 20);
    }
}

static const char *
get_mirrored_side (const char *side)
{
  if (g_str_equal (side, "left"))
    return "right";
  if (g_str_equal (side, "right"))
    return "left";

  return side;
}

static void
test_body_map_mirrored (void)
{
  guint n_points = 0;

  for (int face = 0; face < 2; face++)
    for (double y = 1; y < 1152; y += 12)
      for (double x = 0.5; x < 185; x += 3)
        {
          double midline = 195 + 390 * face;
          int one = unknot_body_map_find_region (780, 1152, midline - x, y);
          int other = unknot_body_map_find_region (780, 1152, midline + x, y);

          g_assert_cmpint (one < 0, ==, other < 0);
          if (one < 0)
            continue;
          n_points++;
          g_assert_cmpstr (unknot_body_map_get_area (one), ==, unknot_body_map_get_area (other));
          g_assert_cmpstr (unknot_body_map_get_side (one), ==,
                           get_mirrored_side (unknot_body_map_get_side (other)));
          g_assert_cmpint (unknot_body_map_get_face (one), ==, face);
          g_assert_cmpint (unknot_body_map_get_face (other), ==, face);
        }
  g_assert_cmpuint (n_points, >, 3500);
}

/* All of each region is drawn where it is found, so no two lie over one another. */
static void
test_body_map_apart (Fixture       *fixture,
                    gconstpointer  data)
{
  int width = 390, height = get_height (width);
  cairo_surface_t *bare = draw (fixture, width, unknot_ink_get_light ());

  for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
    {
      cairo_surface_t *marked =
        draw_marked (fixture, width, unknot_ink_get_light (), region, -1);
      guint n_pixels = 0;

      for (int y = 0; y < height; y++)
        for (int x = 0; x < width; x++)
          {
            int was = get_gray (bare, x, y);

            /* The body alone, and nearly all of it: no edge of anything. */
            if (was < 226 || was > 232 || get_gray (marked, x, y) > was - 18)
              continue;
            n_pixels++;
            g_assert_cmpint (unknot_body_map_find_region (width, height, x + 0.5, y + 0.5), ==,
                             region);
          }
      g_test_message ("%s %s: %u", unknot_body_map_get_area (region),
                      unknot_body_map_get_side (region), n_pixels);
      g_assert_cmpuint (n_pixels, >, 150);
      cairo_surface_destroy (marked);
    }
  cairo_surface_destroy (bare);
}

/* Nowhere below the head is there body that cannot be chosen. */
static void
test_body_map_whole (Fixture       *fixture,
                    gconstpointer  data)
{
  int width = 390, height = get_height (width);
  cairo_surface_t *bare = draw (fixture, width, unknot_ink_get_light ());
  guint n_pixels = 0;

  for (int y = height * 190 / 1152; y < height * 1060 / 1152; y++)
    for (int x = 0; x < width; x++)
      if (get_gray (bare, x, y) >= 226 && get_gray (bare, x, y) <= 232)
        {
          n_pixels++;
          g_assert_cmpint (unknot_body_map_find_region (width, height, x + 0.5, y + 0.5), >=, 0);
        }
  g_assert_cmpuint (n_pixels, >, width * height / 5);
  cairo_surface_destroy (bare);
}

/* --- Places and their words --- */

static void
test_body_map_places (void)
{
  g_autoptr (UnknotPlace) left = unknot_place_new ("lower", "left", 3, NULL, NULL);
  g_autoptr (UnknotPlace) both = unknot_place_new ("lower", "both", 3, NULL, NULL);
  g_autoptr (UnknotPlace) nowhere = unknot_place_new ("lower", NULL, 3, NULL, NULL);
  int l = unknot_body_map_find_place ("lower", "left");
  int m = unknot_body_map_find_place ("lower", "midline");
  int r = unknot_body_map_find_place ("lower", "right");

  g_assert_true (unknot_body_map_shows (l, left));
  g_assert_false (unknot_body_map_shows (m, left));
  g_assert_false (unknot_body_map_shows (r, left));
  g_assert_true (unknot_body_map_shows (l, both));
  g_assert_false (unknot_body_map_shows (m, both));
  g_assert_true (unknot_body_map_shows (r, both));
  g_assert_false (unknot_body_map_shows (l, nowhere));
  g_assert_false (unknot_body_map_shows (m, nowhere));
  g_assert_false (unknot_body_map_shows (unknot_body_map_find_place ("upper", "left"), left));

  g_assert_cmpint (unknot_body_map_find_place ("lower", "both"), ==, -1);
  g_assert_cmpint (unknot_body_map_find_place ("lower", NULL), ==, -1);
  g_assert_cmpint (unknot_body_map_find_place ("one-leg", "left"), ==, -1);
  g_assert_cmpint (unknot_body_map_find_place ("elsewhere", NULL), ==, -1);
}

/* Every part of the protocol's and the that has a place on a body is there. */
static void
test_body_map_areas (void)
{
  static const struct
  {
    const char *area;
    gboolean has_midline;
    gboolean has_sides;
  } areas[] = {
    { "neck", TRUE, TRUE }, { "shoulder", FALSE, TRUE }, { "upper", TRUE, TRUE },
    { "middle", TRUE, TRUE }, { "lower", TRUE, TRUE }, { "flank", FALSE, TRUE },
    { "buttock", FALSE, TRUE }, { "saddle", TRUE, FALSE }, { "hip", FALSE, TRUE },
    { "groin", FALSE, TRUE }, { "belly", TRUE, TRUE }, { "chest", TRUE, TRUE },
    { "arm", FALSE, TRUE }, { "thigh-back", FALSE, TRUE }, { "thigh-front", FALSE, TRUE },
    { "knee", FALSE, TRUE }, { "calf", FALSE, TRUE }, { "shin", FALSE, TRUE },
    { "foot", FALSE, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      const char *area = areas[i].area;

      g_test_message ("%s", area);
      g_assert_cmpint (unknot_body_map_find_place (area, "midline") >= 0, ==, areas[i].has_midline);
      g_assert_cmpint (unknot_body_map_find_place (area, "left") >= 0, ==, areas[i].has_sides);
      g_assert_cmpint (unknot_body_map_find_place (area, "right") >= 0, ==, areas[i].has_sides);
    }
}

static void
test_body_map_titles (void)
{
  static const char *const titles[][3] = {
    { "lower", "left", "Lower back, left" },       { "upper", "right", "Upper back, right" },
    { "neck", "midline", "Neck, in the middle" },  { "hip", "both", "Hip, both sides" },
    { "saddle", "midline", "Between the legs" },   { "saddle", NULL, "Between the legs" },
    { "elsewhere", NULL, "Elsewhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autofree char *title = unknot_body_map_dup_title (titles[i][0], titles[i][1]);

      g_assert_cmpstr (title, ==, titles[i][2]);
    }
  g_assert_cmpstr (unknot_body_map_get_face_title (UNKNOT_BODY_FACE_BACK), ==, "Back");
  g_assert_cmpstr (unknot_body_map_get_face_title (UNKNOT_BODY_FACE_FRONT), ==, "Front");
}

/* --- Drawing --- */

static void
test_body_map_draws (Fixture       *fixture,
                    gconstpointer  data)
{
  const UnknotInk *ink = data;

  add_place (fixture, "calf", "left", 9);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      int width = widths[i], height = get_height (width);
      cairo_surface_t *surface = draw (fixture, width, ink);
      double x, y;

      find_region (width, "calf", "left", &x, &y);
      g_assert_cmpfloat_with_epsilon (
        get_gray (surface, x, y) / 255.0,
        0.2126 * ink->pain[4].red + 0.7152 * ink->pain[4].green + 0.0722 * ink->pain[4].blue, 0.01);
      find_region (width, "calf", "right", &x, &y);
      g_assert_cmpfloat_with_epsilon (
        get_gray (surface, x, y) / 255.0,
        0.2126 * ink->body.red + 0.7152 * ink->body.green + 0.0722 * ink->body.blue, 0.01);
      /* Words and figures fill the height, and nothing is cut off at a side. */
      for (int row = 0; row < height; row++)
        {
          g_assert_cmpint (get_gray (surface, 0, row), ==, get_gray (surface, 0, 0));
          g_assert_cmpint (get_gray (surface, width - 1, row), ==, get_gray (surface, 0, 0));
        }
      cairo_surface_destroy (surface);
    }
}

/* The mean of a region, from 0 to 255. */
static double
measure (Fixture         *fixture,
         int              pain,
         const UnknotInk *ink)
{
  cairo_surface_t *surface;
  int width = widths[0], height = get_height (width);
  double x, y, sum = 0;
  guint n_pixels = 0;
  int region = find_region (width, "thigh-back", "left", &x, &y);

  g_list_store_remove_all (fixture->places);
  add_place (fixture, "thigh-back", "left", pain);
  surface = draw (fixture, width, ink);
  for (int row = y - 18; row < y + 18; row++)
    for (int column = x - 14; column < x + 14; column++)
      {
        g_assert_cmpint (unknot_body_map_find_region (width, height, column, row), ==, region);
        sum += get_gray (surface, column, row);
        n_pixels++;
      }
  cairo_surface_destroy (surface);

  return sum / n_pixels;
}

/* More pain is more of the ink, in steps that a grey print keeps, and in pattern alone. */
static void
test_body_map_intensities (Fixture       *fixture,
                          gconstpointer  data)
{
  const UnknotInk *ink = data;
  double last = measure (fixture, 0, ink);
  double direction = measure (fixture, 10, ink) > last ? 1 : -1;

  for (int pain = 1; pain <= UNKNOT_PAIN_MAX; pain++)
    {
      double now = measure (fixture, pain, ink);
      gboolean step = pain == 1 || pain == 4 || pain == 7 || pain == 9;

      g_test_message ("%d: %g", pain, now);
      if (step)
        g_assert_cmpfloat (direction * (now - last), >, 12);
      else
        g_assert_cmpfloat_with_epsilon (now, last, 1e-9);
      last = now;
    }
}

/* Nobody takes what was not said for a number. */
static void
test_body_map_unknown (Fixture       *fixture,
                      gconstpointer  data)
{
  int width = widths[0], height = get_height (width);
  cairo_surface_t *none = draw (fixture, width, &plain);
  cairo_surface_t *unknown;
  double x, y;

  find_region (width, "thigh-back", "left", &x, &y);
  add_place (fixture, "thigh-back", "left", UNKNOT_PAIN_UNKNOWN);
  unknown = draw (fixture, width, &plain);
  g_assert_cmpuint (count_different (unknown, none, 0, height), >, 250);
  for (int pain = 0; pain <= UNKNOT_PAIN_MAX; pain++)
    {
      cairo_surface_t *known;

      g_list_store_remove_all (fixture->places);
      add_place (fixture, "thigh-back", "left", pain);
      known = draw (fixture, width, &plain);
      g_assert_cmpuint (count_different (unknown, known, y - 18, y + 18), >, 250);
      cairo_surface_destroy (known);
    }
  cairo_surface_destroy (unknown);
  cairo_surface_destroy (none);
}

/* Of two entries at a place the worse, and both sides where both are meant. */
static void
test_body_map_worst (Fixture       *fixture,
                    gconstpointer  data)
{
  const UnknotInk *ink = unknot_ink_get_light ();
  int width = widths[0];
  cairo_surface_t *surface;
  double x, y;
  int left, right;

  add_place (fixture, "thigh-back", "both", 10);
  add_place (fixture, "thigh-back", "left", 2);
  add_place (fixture, "elsewhere", NULL, 10);
  surface = draw (fixture, width, ink);
  find_region (width, "thigh-back", "left", &x, &y);
  left = get_gray (surface, x, y);
  find_region (width, "thigh-back", "right", &x, &y);
  right = get_gray (surface, x, y);
  g_assert_cmpint (left, ==, right);
  g_assert_cmpint (left, <, 80);
  cairo_surface_destroy (surface);
}

static cairo_surface_t *
draw_history (Fixture                  *fixture,
              const UnknotHistoryPlace *places,
              guint                     n_places,
              int                       focused)
{
  const UnknotInk *ink = unknot_ink_get_light ();
  int width = widths[0], height = get_height (width);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  unknot_ink_set_source (cr, &ink->ground);
  cairo_paint (cr);
  unknot_body_map_draw_history (cr, fixture->context, width, height, ink, places, n_places, -1,
                                focused);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static cairo_surface_t *
draw_printed (Fixture                  *fixture,
              const UnknotHistoryPlace *places,
              guint                     n_places,
              int                       height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, widths[0], height);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  unknot_body_map_draw_printed (cr, fixture->context, widths[0], height, unknot_ink_get_paper (),
                                places, n_places);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* However low it is, the words above and below the figures are the same; what is marked is in the
 * figures alone. */
static void
test_body_map_printed (Fixture       *fixture,
                       gconstpointer  data)
{
  static const UnknotHistoryPlace place = { "thigh-back", "left", 4, 10 };
  PangoFontMetrics *metrics = pango_context_get_metrics (fixture->context, NULL, NULL);
  int line = pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  int height = 12 * line;
  cairo_surface_t *none = draw_printed (fixture, NULL, 0, height);
  cairo_surface_t *marked = draw_printed (fixture, &place, 1, height);
  cairo_surface_t *low = draw_printed (fixture, &place, 1, 8 * line);

  g_assert_cmpuint (count_different (none, marked, 0, line), ==, 0);
  g_assert_cmpuint (count_different (none, marked, line, height - 2 * line), >, 20);
  g_assert_cmpuint (count_different (none, marked, height - 2 * line, height), ==, 0);
  g_assert_cmpuint (count_different (marked, low, 0, line - 1), ==, 0);
  g_assert_cmpuint (count_different (marked, low, line, 4 * line), >, 20);
  cairo_surface_destroy (none);
  cairo_surface_destroy (marked);
  cairo_surface_destroy (low);
  pango_font_metrics_unref (metrics);
}

/* Both sides count for each; the worst is that of any. */
static void
test_body_map_count (void)
{
  static const UnknotHistoryPlace places[] = {
    { "lower", "left", 3, 6 },   { "lower", "both", 2, 8 },     { "lower", "midline", 4, 9 },
    { "lower", NULL, 50, 10 },   { "elsewhere", NULL, 60, 10 }, { "hip", "right", 1, -1 },
  };
  static const struct
  {
    const char *area;
    const char *side;
    int n;
    int worst;
  } regions[] = {
    { "lower", "left", 5, 8 },  { "lower", "right", 2, 8 }, { "lower", "midline", 4, 9 },
    { "hip", "right", 1, -1 },  { "hip", "left", 0, -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      int region = unknot_body_map_find_place (regions[i].area, regions[i].side);
      int worst;

      g_assert_cmpint (
        unknot_body_map_count (region, places, G_N_ELEMENTS (places), &worst), ==, regions[i].n);
      g_assert_cmpint (worst, ==, regions[i].worst);
    }
}

/* How bad the worst was is as on any other map; how many there were is written on it. */
static void
test_body_map_history (Fixture       *fixture,
                       gconstpointer  data)
{
  UnknotHistoryPlace place = { "thigh-back", "left", 4, 10 };
  int width = widths[0], height = get_height (width);
  cairo_surface_t *few, *many, *usual, *focused, *none;
  double x, y;
  int region = find_region (width, "thigh-back", "left", &x, &y);

  none = draw_history (fixture, NULL, 0, -1);
  few = draw_history (fixture, &place, 1, -1);
  focused = draw_history (fixture, &place, 1, region);
  place.n_spasms = 17;
  many = draw_history (fixture, &place, 1, -1);
  usual = draw (fixture, width, unknot_ink_get_light ());
  g_assert_cmpuint (count_different (none, usual, 0, height), ==, 0);
  cairo_surface_destroy (usual);
  add_place (fixture, "thigh-back", "left", 10);
  usual = draw (fixture, width, unknot_ink_get_light ());

  g_assert_cmpint (get_gray (few, x, y - 14), ==, get_gray (usual, x, y - 14));
  g_assert_cmpint (get_gray (few, x, y - 14), <, 80);
  g_assert_cmpuint (count_different (few, usual, y - 12, y + 12), >, 60);
  g_assert_cmpuint (count_different (few, usual, 0, y - 12), ==, 0);
  g_assert_cmpuint (count_different (few, usual, y + 12, height), ==, 0);
  g_assert_cmpuint (count_different (few, many, y - 12, y + 12), >, 20);
  g_assert_cmpuint (count_different (few, focused, 0, height), >, 100);
  cairo_surface_destroy (none);
  cairo_surface_destroy (few);
  cairo_surface_destroy (many);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (focused);
}

static void
test_body_map_marks (Fixture       *fixture,
                    gconstpointer  data)
{
  int width = widths[0], height = get_height (width);
  cairo_surface_t *bare = draw (fixture, width, unknot_ink_get_light ());
  cairo_surface_t *hovered = draw_marked (fixture, width, unknot_ink_get_light (), 3, -1);
  cairo_surface_t *focused = draw_marked (fixture, width, unknot_ink_get_light (), -1, 3);

  g_assert_cmpuint (count_different (bare, hovered, 0, height), >, 100);
  g_assert_cmpuint (count_different (bare, focused, 0, height), >, 100);
  g_assert_cmpuint (count_different (hovered, focused, 0, height), >, 100);
  cairo_surface_destroy (bare);
  cairo_surface_destroy (hovered);
  cairo_surface_destroy (focused);
}

/* A body turned round with the language would have the pain on the wrong side; only the legend
 * reads from the right. */
static void
test_body_map_right_to_left (Fixture       *fixture,
                            gconstpointer  data)
{
  int width = widths[0], height = get_height (width);
  int legend = height * 1064 / 1152;
  cairo_surface_t *usual, *turned;

  add_place (fixture, "lower", "left", 7);
  usual = draw (fixture, width, unknot_ink_get_light ());
  pango_context_set_base_dir (fixture->context, PANGO_DIRECTION_RTL);
  turned = draw (fixture, width, unknot_ink_get_light ());
  g_assert_cmpuint (count_different (usual, turned, 0, legend), ==, 0);
  g_assert_cmpuint (count_different (usual, turned, legend, height), >, 500);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (turned);
}

/* Words, however large, keep clear of the bodies. */
static void
test_body_map_large_words (Fixture       *fixture,
                          gconstpointer  data)
{
  int width = widths[0], height = get_height (width);
  cairo_surface_t *usual = draw (fixture, width, unknot_ink_get_light ());
  cairo_surface_t *large;

  set_font (fixture, "Sans 44");
  large = draw (fixture, width, unknot_ink_get_light ());
  g_assert_cmpuint (count_different (usual, large, 0, height * 160 / 1152), >, 50);
  g_assert_cmpuint (count_different (usual, large, height * 166 / 1152, height * 1060 / 1152), ==,
                    0);
  cairo_surface_destroy (usual);
  cairo_surface_destroy (large);
}

static void
add (const char      *path,
     const UnknotInk *ink,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, ink, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *name;
    gboolean dark;
    gboolean high_contrast;
  } screens[] = {
    { "light", FALSE, FALSE },
    { "dark", TRUE, FALSE },
    { "light-high-contrast", FALSE, TRUE },
    { "dark-high-contrast", TRUE, TRUE },
  };

  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body-map/middles", test_body_map_middles);
  g_test_add_func ("/body-map/targets", test_body_map_targets);
  g_test_add_func ("/body-map/outside", test_body_map_outside);
  g_test_add_func ("/body-map/near", test_body_map_near);
  g_test_add_func ("/body-map/sides", test_body_map_sides);
  g_test_add_func ("/body-map/mirrored", test_body_map_mirrored);
  add ("/body-map/apart", NULL, test_body_map_apart);
  add ("/body-map/whole", NULL, test_body_map_whole);
  g_test_add_func ("/body-map/places", test_body_map_places);
  g_test_add_func ("/body-map/areas", test_body_map_areas);
  g_test_add_func ("/body-map/titles", test_body_map_titles);
  add ("/body-map/draws/paper", unknot_ink_get_paper (), test_body_map_draws);
  add ("/body-map/intensities/paper", unknot_ink_get_paper (), test_body_map_intensities);
  add ("/body-map/intensities/pattern", &plain, test_body_map_intensities);
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      const UnknotInk *ink = unknot_ink_get_screen (screens[i].dark, screens[i].high_contrast);
      g_autofree char *draws = g_strdup_printf ("/body-map/draws/%s", screens[i].name);
      g_autofree char *intensities =
        g_strdup_printf ("/body-map/intensities/%s", screens[i].name);

      add (draws, ink, test_body_map_draws);
      add (intensities, ink, test_body_map_intensities);
    }
  add ("/body-map/unknown", NULL, test_body_map_unknown);
  add ("/body-map/worst", NULL, test_body_map_worst);
  g_test_add_func ("/body-map/count", test_body_map_count);
  add ("/body-map/history", NULL, test_body_map_history);
  add ("/body-map/printed", NULL, test_body_map_printed);
  add ("/body-map/marks", NULL, test_body_map_marks);
  add ("/body-map/right-to-left", NULL, test_body_map_right_to_left);
  add ("/body-map/large-words", NULL, test_body_map_large_words);

  return g_test_run ();
}
