/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-body-map"

#include "config.h"

#include "unknot-body-map.h"

#include "unknot-body-shape.h"
#include "unknot-pain-band.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In the units of a figure. Two stand side by side, with a line of words above them and the legend
 * below. */
#define GRID_WIDTH 780.0
#define GRID_HEIGHT 1152.0
#define FIGURE_TOP 46.0
#define BACK_MIDLINE 195.0
#define FRONT_MIDLINE 585.0
#define LEGEND_TOP 1068.0
#define LEGEND_HEIGHT 34.0
#define FIGURE_HEIGHT 1012.0
#define WORDS_HEIGHT 46.0
#define NUMBER_HEIGHT 38.0

/* How far beside the figure a point may lie and still mean it, for an unsteady hand. */
#define SLACK 16.0

/* What there is to show of a region. */
typedef struct
{
  gboolean is_marked;
  UnknotPainBand band;
  int n; /* to write on it, or 0 */
} Mark;

static const UnknotBodyRegion *
get_region (guint region)
{
  guint n_regions;
  const UnknotBodyRegion *regions = unknot_body_shape_get_regions (&n_regions);

  g_assert (region < n_regions);

  return &regions[region];
}

static double
get_scale (double width,
           double height)
{
  return MIN (width / GRID_WIDTH, height / GRID_HEIGHT);
}

static UnknotBodyPoint
get_origin (double width,
            double height)
{
  double scale = get_scale (width, height);

  return (UnknotBodyPoint) { (width - scale * GRID_WIDTH) / 2, (height - scale * GRID_HEIGHT) / 2 };
}

static double
get_midline (UnknotBodyFace face)
{
  return face == UNKNOT_BODY_FACE_BACK ? BACK_MIDLINE : FRONT_MIDLINE;
}

/**
 * unknot_body_map_get_n_regions:
 *
 * Returns: how many regions there are. What is seen from behind and from before, such as an arm,
 *   is two.
 */
guint
unknot_body_map_get_n_regions (void)
{
  guint n_regions;

  unknot_body_shape_get_regions (&n_regions);

  return n_regions;
}

UnknotBodyFace
unknot_body_map_get_face (guint region)
{
  return get_region (region)->face;
}

/**
 * unknot_body_map_get_area:
 *
 * Returns: (transfer none): a code of %UNKNOT_VOCABULARY_AREA
 */
const char *
unknot_body_map_get_area (guint region)
{
  return get_region (region)->area;
}

/**
 * unknot_body_map_get_side:
 *
 * Returns: (transfer none): `left` or `right`, which are the person's own, or `midline`
 */
const char *
unknot_body_map_get_side (guint region)
{
  return get_region (region)->side;
}

/**
 * unknot_body_map_get_middle:
 * @width: the width that the map is drawn in
 * @height: the height that the map is drawn in
 * @x: (out): where a point well inside the region is
 * @y: (out): the same
 */
void
unknot_body_map_get_middle (guint   region,
                            double  width,
                            double  height,
                            double *x,
                            double *y)
{
  const UnknotBodyRegion *found = get_region (region);
  double scale = get_scale (width, height);
  UnknotBodyPoint origin = get_origin (width, height);

  *x = origin.x + scale * (get_midline (found->face) + found->middle.x);
  *y = origin.y + scale * (FIGURE_TOP + found->middle.y);
}

static gboolean
is_at (const UnknotBodyRegion *region,
       const char             *area,
       const char             *side)
{
  return g_str_equal (region->area, area) &&
         (g_strcmp0 (side, region->side) == 0 ||
          (g_strcmp0 (side, "both") == 0 && !g_str_equal (region->side, "midline")));
}

/**
 * unknot_body_map_shows:
 *
 * Returns: whether @place is at the region, or at both sides and the region is one of them
 */
gboolean
unknot_body_map_shows (guint        region,
                       UnknotPlace *place)
{
  return is_at (get_region (region), unknot_place_get_area (place), unknot_place_get_side (place));
}

/**
 * unknot_body_map_count:
 * @places: (array length=n_places): where spasms were
 * @worst: (out): the worst pain at the region, 0–10, or %UNKNOT_PAIN_UNKNOWN
 *
 * Returns: how many spasms were at the region, or at both sides where it is one of them
 */
int
unknot_body_map_count (guint                     region,
                       const UnknotHistoryPlace *places,
                       guint                     n_places,
                       int                      *worst)
{
  int n = 0;

  *worst = UNKNOT_PAIN_UNKNOWN;
  for (guint i = 0; i < n_places; i++)
    {
      if (!is_at (get_region (region), places[i].area, places[i].side))
        continue;
      n += places[i].n_spasms;
      *worst = MAX (*worst, places[i].worst);
    }

  return n;
}

/**
 * unknot_body_map_find_place:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 *
 * Returns: the first region that is just this place, or -1
 */
int
unknot_body_map_find_place (const char *area,
                            const char *side)
{
  guint n_regions;
  const UnknotBodyRegion *regions = unknot_body_shape_get_regions (&n_regions);

  for (guint i = 0; i < n_regions; i++)
    if (g_str_equal (regions[i].area, area) && g_strcmp0 (regions[i].side, side) == 0)
      return i;

  return -1;
}

static gboolean
contains (cairo_t         *cr,
          GArray          *path,
          UnknotBodyPoint  point)
{
  unknot_body_shape_trace (cr, path);

  return cairo_in_fill (cr, point.x, point.y);
}

static int
find_exactly (cairo_t         *cr,
              UnknotBodyFace   face,
              UnknotBodyPoint  point)
{
  guint n_regions;
  const UnknotBodyRegion *regions = unknot_body_shape_get_regions (&n_regions);

  if (!contains (cr, unknot_body_shape_get_figure (), point))
    return -1;

  for (guint i = 0; i < n_regions; i++)
    if (regions[i].face == face && contains (cr, regions[i].path, point))
      return i;

  return -1;
}

/* On rings about the point, as far as is near; inwards first, so that both sides are alike. */
static int
find_nearby (cairo_t         *cr,
             UnknotBodyFace   face,
             UnknotBodyPoint  point)
{
  for (double radius = SLACK / 4; radius <= SLACK; radius += SLACK / 4)
    for (guint i = 0; i < 12; i++)
      {
        double angle = 2 * G_PI * i / 12;
        UnknotBodyPoint near = { point.x - copysign (radius, point.x) * cos (angle),
                       point.y + radius * sin (angle) };
        int region = find_exactly (cr, face, near);

        if (region >= 0)
          return region;
      }

  return -1;
}

/**
 * unknot_body_map_find_region:
 * @width: the width that the map is drawn in
 * @height: the height that the map is drawn in
 *
 * Returns: the region that lies under a point, or just beside it where nothing does; -1 for none
 */
int
unknot_body_map_find_region (double width,
                             double height,
                             double x,
                             double y)
{
  double scale = get_scale (width, height);
  UnknotBodyPoint origin = get_origin (width, height);
  UnknotBodyFace face = x < width / 2 ? UNKNOT_BODY_FACE_BACK : UNKNOT_BODY_FACE_FRONT;
  UnknotBodyPoint point = { (x - origin.x) / scale - get_midline (face),
                  (y - origin.y) / scale - FIGURE_TOP };
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);
  int region;

  region = find_exactly (cr, face, point);
  if (region < 0)
    region = find_nearby (cr, face, point);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return region;
}

/**
 * unknot_body_map_dup_title:
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: (nullable): a code of %UNKNOT_VOCABULARY_SIDE
 *
 * Returns: (transfer full): a place in words, whether the map has it or not
 */
char *
unknot_body_map_dup_title (const char *area,
                           const char *side)
{
  return unknot_place_dup_title (area, side);
}

/**
 * unknot_body_map_get_face_title:
 *
 * Returns: (transfer none): the face in a word
 */
const char *
unknot_body_map_get_face_title (UnknotBodyFace face)
{
  return face == UNKNOT_BODY_FACE_BACK ? C_ ("body", "Back") : C_ ("body", "Front");
}

/* --- Drawing --- */

/* The worst of the places that are there: an older entry may have one twice. */
static Mark
mark_places (GListModel *places,
             guint       region)
{
  Mark mark = { FALSE };
  int worst = UNKNOT_PAIN_UNKNOWN;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);

      if (!unknot_body_map_shows (region, place))
        continue;
      mark.is_marked = TRUE;
      worst = MAX (worst, unknot_place_get_pain (place));
    }
  mark.band = unknot_pain_band_get (worst);

  return mark;
}

static Mark
mark_history (const UnknotHistoryPlace *places,
              guint                     n_places,
              guint                     region)
{
  int worst;
  int n = unknot_body_map_count (region, places, n_places, &worst);

  return (Mark) { n > 0, unknot_pain_band_get (worst), n };
}

static void
clip_region (cairo_t *cr,
             GArray  *path)
{
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_clip (cr);
  unknot_body_shape_trace (cr, path);
  cairo_clip (cr);
}

static gboolean
is_marked (guint           region,
           UnknotBodyFace  face,
           const Mark     *marks)
{
  return get_region (region)->face == face && marks[region].is_marked;
}

static void
trace_marked (cairo_t        *cr,
              UnknotBodyFace  face,
              const Mark     *marks)
{
  cairo_new_path (cr);
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    if (is_marked (i, face, marks))
      unknot_body_shape_add (cr, get_region (i)->path);
}

/* Their own lines, where they are in the figure, and the figure's where they go round it: all at
 * once, as a PDF says every clip in full. */
static void
stroke_marked (cairo_t        *cr,
               UnknotBodyFace  face,
               const Mark     *marks,
               double          line_width)
{
  cairo_save (cr);
  cairo_set_line_width (cr, line_width);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_clip (cr);
  trace_marked (cr, face, marks);
  cairo_stroke_preserve (cr);
  cairo_clip (cr);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_set_line_width (cr, 2 * line_width);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* The same, all of it inside: a wide line would reach over from the flank to the arm. */
static void
stroke_inside (cairo_t *cr,
               GArray  *path,
               double   line_width)
{
  cairo_save (cr);
  clip_region (cr, path);
  cairo_set_line_width (cr, 2 * line_width);
  unknot_body_shape_trace (cr, path);
  cairo_stroke (cr);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
fill_region (cairo_t         *cr,
             const UnknotInk *ink,
             GArray          *path,
             UnknotPainBand   band)
{
  cairo_save (cr);
  clip_region (cr, path);
  unknot_pain_band_fill (cr, ink, band);
  cairo_restore (cr);
}

/* One by one the dots: there would be many of them between regions that are far apart. */
static void
fill_band (cairo_t         *cr,
           const UnknotInk *ink,
           UnknotBodyFace   face,
           const Mark      *marks,
           UnknotPainBand   band)
{
  gboolean any = FALSE;

  cairo_new_path (cr);
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    {
      if (!is_marked (i, face, marks) || marks[i].band != band)
        continue;
      if (band == UNKNOT_PAIN_BAND_NONE)
        fill_region (cr, ink, get_region (i)->path, band);
      else
        unknot_body_shape_add (cr, get_region (i)->path);
      any = TRUE;
    }
  if (!any || band == UNKNOT_PAIN_BAND_NONE)
    return;

  cairo_save (cr);
  cairo_clip (cr);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_clip (cr);
  unknot_pain_band_fill (cr, ink, band);
  cairo_restore (cr);
}

static void
draw_hover (cairo_t         *cr,
            const UnknotInk *ink,
            GArray          *path)
{
  cairo_save (cr);
  clip_region (cr, path);
  cairo_set_source_rgba (cr, ink->text.red, ink->text.green, ink->text.blue, 0.12);
  cairo_paint (cr);
  cairo_restore (cr);
}

static void
draw_seams (cairo_t         *cr,
            const UnknotInk *ink,
            UnknotBodyFace   face)
{
  cairo_save (cr);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  cairo_clip (cr);
  unknot_ink_set_source (cr, &ink->seam);
  cairo_set_line_width (cr, 2.4);
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    if (get_region (i)->face == face)
      unknot_body_shape_add (cr, get_region (i)->path);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_figure (cairo_t         *cr,
             const UnknotInk *ink,
             UnknotBodyFace   face,
             const Mark      *marks,
             int              hovered,
             int              focused)
{
  cairo_save (cr);
  cairo_translate (cr, get_midline (face), FIGURE_TOP);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  unknot_ink_set_source (cr, &ink->body);
  cairo_fill (cr);

  for (UnknotPainBand band = 0; band < UNKNOT_N_PAIN_BANDS; band++)
    fill_band (cr, ink, face, marks, band);
  draw_seams (cr, ink, face);
  unknot_body_shape_trace (cr, unknot_body_shape_get_figure ());
  unknot_ink_set_source (cr, &ink->outline);
  cairo_set_line_width (cr, 3.4);
  cairo_stroke (cr);

  unknot_ink_set_source (cr, &ink->text);
  stroke_marked (cr, face, marks, 5);

  if (hovered >= 0 && get_region (hovered)->face == face)
    draw_hover (cr, ink, get_region (hovered)->path);
  if (focused >= 0 && get_region (focused)->face == face)
    {
      unknot_ink_set_source (cr, &ink->ground);
      stroke_inside (cr, get_region (focused)->path, 13);
      unknot_ink_set_source (cr, &ink->focus);
      stroke_inside (cr, get_region (focused)->path, 9);
    }
  cairo_restore (cr);
}

/* In the middle of a box, in the size that the context says, or smaller where it has no room. */
static void
draw_words (cairo_t           *cr,
            PangoContext      *context,
            const char        *words,
            double             scale,
            cairo_rectangle_t  box)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle size;
  double own_scale;

  pango_layout_set_text (layout, words, -1);
  pango_layout_get_pixel_extents (layout, NULL, &size);
  own_scale = MIN (1 / scale, MIN (box.width / size.width, box.height / size.height));

  cairo_save (cr);
  cairo_translate (cr, box.x + box.width / 2, box.y + box.height / 2);
  cairo_scale (cr, own_scale, own_scale);
  cairo_move_to (cr, -size.width / 2.0, -size.height / 2.0);
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
draw_heading (cairo_t        *cr,
              PangoContext   *context,
              double          scale,
              UnknotBodyFace  face)
{
  gboolean back = face == UNKNOT_BODY_FACE_BACK;
  double midline = get_midline (face);

  draw_words (cr, context, unknot_body_map_get_face_title (face), scale,
              (cairo_rectangle_t) { midline - 80, 0, 160, FIGURE_TOP - 2 });
  /* Translators: the person's own left, beside the head of a figure */
  draw_words (cr, context, back ? C_ ("body", "Left") : C_ ("body", "Right"), scale,
              (cairo_rectangle_t) { midline - 185, FIGURE_TOP + 70, 120, WORDS_HEIGHT });
  /* Translators: the person's own right, beside the head of a figure */
  draw_words (cr, context, back ? C_ ("body", "Right") : C_ ("body", "Left"), scale,
              (cairo_rectangle_t) { midline + 65, FIGURE_TOP + 70, 120, WORDS_HEIGHT });
}

/* What a filling looks like, in a box. */
static void
draw_sample (cairo_t           *cr,
             const UnknotInk   *ink,
             UnknotPainBand     band,
             cairo_rectangle_t  box,
             double             line_width)
{
  cairo_save (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  cairo_clip (cr);
  unknot_pain_band_fill (cr, ink, band);
  cairo_restore (cr);
  cairo_rectangle (cr, box.x, box.y, box.width, box.height);
  unknot_ink_set_source (cr, &ink->text);
  cairo_set_line_width (cr, line_width);
  cairo_stroke (cr);
}

static void
draw_legend (cairo_t         *cr,
             PangoContext    *context,
             double           scale,
             const UnknotInk *ink)
{
  gboolean to_the_left = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;

  draw_words (cr, context, C_ ("body", "Pain"), scale,
              (cairo_rectangle_t) { to_the_left ? GRID_WIDTH - 92 : 0,
                                    LEGEND_TOP + (LEGEND_HEIGHT - WORDS_HEIGHT) / 2, 92,
                                    WORDS_HEIGHT });
  for (UnknotPainBand band = 0; band < UNKNOT_N_PAIN_BANDS; band++)
    {
      double width = band == UNKNOT_PAIN_BAND_UNKNOWN ? 148 : 108;
      double start = 92 + 108 * band;
      double left = to_the_left ? GRID_WIDTH - start - width : start;

      draw_sample (cr, ink, band,
                   (cairo_rectangle_t) { left + width / 2 - 40, LEGEND_TOP, 80, LEGEND_HEIGHT }, 3);
      draw_words (cr, context, unknot_pain_band_get_title (band), scale,
                  (cairo_rectangle_t) { left, GRID_HEIGHT - WORDS_HEIGHT, width, WORDS_HEIGHT });
    }
}

/* On a ground of its own, to be legible on any filling. */
static void
draw_number (cairo_t         *cr,
             PangoContext    *context,
             double           scale,
             const UnknotInk *ink,
             guint            region,
             int              n)
{
  const UnknotBodyRegion *found = get_region (region);
  g_autofree char *number = g_strdup_printf ("%d", n);
  double width = n < 10 ? NUMBER_HEIGHT : NUMBER_HEIGHT * 1.3;
  cairo_rectangle_t box = { get_midline (found->face) + found->middle.x - width / 2,
                            FIGURE_TOP + found->middle.y - NUMBER_HEIGHT / 2, width,
                            NUMBER_HEIGHT };

  cairo_new_sub_path (cr);
  cairo_arc (cr, box.x + NUMBER_HEIGHT / 2, box.y + NUMBER_HEIGHT / 2, NUMBER_HEIGHT / 2,
             0.5 * G_PI, 1.5 * G_PI);
  cairo_arc (cr, box.x + width - NUMBER_HEIGHT / 2, box.y + NUMBER_HEIGHT / 2, NUMBER_HEIGHT / 2,
             1.5 * G_PI, 2.5 * G_PI);
  cairo_close_path (cr);
  unknot_ink_set_source (cr, &ink->ground);
  cairo_fill_preserve (cr);
  unknot_ink_set_source (cr, &ink->text);
  cairo_set_line_width (cr, 2.4);
  cairo_stroke (cr);
  draw_words (cr, context, number, scale, box);
}

static void
draw_map (cairo_t         *cr,
          PangoContext    *context,
          double           width,
          double           height,
          const UnknotInk *ink,
          const Mark      *marks,
          int              hovered,
          int              focused)
{
  double scale = get_scale (width, height);
  UnknotBodyPoint origin = get_origin (width, height);

  cairo_save (cr);
  cairo_translate (cr, origin.x, origin.y);
  cairo_scale (cr, scale, scale);
  for (UnknotBodyFace face = UNKNOT_BODY_FACE_BACK; face <= UNKNOT_BODY_FACE_FRONT; face++)
    {
      draw_figure (cr, ink, face, marks, hovered, focused);
      unknot_ink_set_source (cr, &ink->text);
      draw_heading (cr, context, scale, face);
    }
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    if (marks[i].n > 0)
      draw_number (cr, context, scale, ink, i, marks[i].n);
  unknot_ink_set_source (cr, &ink->text);
  draw_legend (cr, context, scale, ink);
  cairo_restore (cr);
}

/**
 * unknot_body_map_draw:
 * @cr: where to draw, the map's upper left corner at its origin
 * @context: how to write; large words are made to fit
 * @width: the width there is, in the units of @cr
 * @height: the height there is; the map stands in the middle
 * @ink: the colours; the ground is not painted
 * @places: (nullable): a model of #UnknotPlace; those that the map does not have are not shown
 * @hovered: the region under the pointer, or -1
 * @focused: the region that the keyboard is at, or -1
 *
 * Draws a body from behind and from before, and on it how bad the pain is where it is: in a colour
 * and in a pattern, each of which tells it without the other. Left and right are the person's own,
 * in any language.
 */
void
unknot_body_map_draw (cairo_t         *cr,
                      PangoContext    *context,
                      double           width,
                      double           height,
                      const UnknotInk *ink,
                      GListModel      *places,
                      int              hovered,
                      int              focused)
{
  g_autofree Mark *marks = g_new (Mark, unknot_body_map_get_n_regions ());

  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    marks[i] = mark_places (places, i);
  draw_map (cr, context, width, height, ink, marks, hovered, focused);
}

/**
 * unknot_body_map_draw_history:
 * @cr: where to draw, the map's upper left corner at its origin
 * @context: how to write; large words are made to fit
 * @width: the width there is, in the units of @cr
 * @height: the height there is; the map stands in the middle
 * @ink: the colours; the ground is not painted
 * @places: (array length=n_places): those that the map does not have are not shown
 * @n_places: how many
 * @hovered: the region under the pointer, or -1
 * @focused: the region that the keyboard is at, or -1
 *
 * Draws the same body, and on it where spasms were: how bad the worst of them was, and how many
 * there were, as unknot_body_map_count() has it.
 */
void
unknot_body_map_draw_history (cairo_t                  *cr,
                              PangoContext             *context,
                              double                    width,
                              double                    height,
                              const UnknotInk          *ink,
                              const UnknotHistoryPlace *places,
                              guint                     n_places,
                              int                       hovered,
                              int                       focused)
{
  g_autofree Mark *marks = g_new (Mark, unknot_body_map_get_n_regions ());

  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    marks[i] = mark_history (places, n_places, i);
  draw_map (cr, context, width, height, ink, marks, hovered, focused);
}

/* --- On paper --- */

static double
measure_line (PangoContext *context)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle size;

  pango_layout_set_text (layout, C_ ("body", "Pain"), -1);
  pango_layout_get_extents (layout, NULL, &size);

  return ceil (size.height / (double) PANGO_SCALE);
}

/* Left and right stand in a line with the face, above where the arms are. */
static void
draw_printed_heading (cairo_t        *cr,
                      PangoContext   *context,
                      UnknotBodyFace  face,
                      double          left,
                      double          width,
                      double          line)
{
  gboolean back = face == UNKNOT_BODY_FACE_BACK;
  const char *const words[] = { back ? C_ ("body", "Left") : C_ ("body", "Right"),
                                unknot_body_map_get_face_title (face),
                                back ? C_ ("body", "Right") : C_ ("body", "Left") };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    draw_words (cr, context, words[i], 1,
                (cairo_rectangle_t) { left + i * width / 3, 0, width / 3, line });
}

/* The samples are filled as coarsely as the figures, and have the words below them. */
static void
draw_printed_legend (cairo_t         *cr,
                     PangoContext    *context,
                     const UnknotInk *ink,
                     double           width,
                     double           line,
                     double           scale)
{
  gboolean to_the_left = pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL;
  double column = width / (UNKNOT_N_PAIN_BANDS + 1.5);

  draw_words (cr, context, C_ ("body", "Pain"), 1,
              (cairo_rectangle_t) { to_the_left ? width - column : 0, line * 0.9, column, line });
  for (UnknotPainBand band = 0; band < UNKNOT_N_PAIN_BANDS; band++)
    {
      double own = band == UNKNOT_PAIN_BAND_UNKNOWN ? 1.5 * column : column;
      double start = column * (band + 1);
      double left = to_the_left ? width - start - own : start;

      cairo_save (cr);
      cairo_translate (cr, left + own / 2 - column / 3, line * 0.2);
      cairo_scale (cr, scale, scale);
      draw_sample (cr, ink, band,
                   (cairo_rectangle_t) { 0, 0, column / 1.5 / scale, line * 0.7 / scale }, 3);
      cairo_restore (cr);
      draw_words (cr, context, unknot_pain_band_get_title (band), 1,
                  (cairo_rectangle_t) { left, line * 0.9, own, line });
    }
}

/**
 * unknot_body_map_draw_printed:
 * @cr: where to draw, the map's upper left corner at its origin
 * @context: how to write: unlike unknot_body_map_draw(), it makes the figures as small as it takes
 *   for the words to have their own size
 * @width: the width there is, in the units of @cr
 * @height: the height there is
 * @ink: the colours; the ground is not painted
 * @places: (array length=n_places): those that the map does not have are not shown
 * @n_places: how many
 *
 * Draws the same body, and on it how bad the worst of the spasms was, as unknot_body_map_count()
 * has it.
 */
void
unknot_body_map_draw_printed (cairo_t                  *cr,
                              PangoContext             *context,
                              double                    width,
                              double                    height,
                              const UnknotInk          *ink,
                              const UnknotHistoryPlace *places,
                              guint                     n_places)
{
  g_autofree Mark *marks = g_new (Mark, unknot_body_map_get_n_regions ());
  double line = measure_line (context);
  double scale = MIN (width / GRID_WIDTH, (height - 3 * line) / FIGURE_HEIGHT);

  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    marks[i] = mark_history (places, n_places, i);
  for (UnknotBodyFace face = UNKNOT_BODY_FACE_BACK; face <= UNKNOT_BODY_FACE_FRONT; face++)
    {
      double left = face == UNKNOT_BODY_FACE_BACK ? 0 : width / 2;

      cairo_save (cr);
      cairo_translate (cr, left + width / 4 - scale * get_midline (face),
                       line - scale * FIGURE_TOP);
      cairo_scale (cr, scale, scale);
      draw_figure (cr, ink, face, marks, -1, -1);
      cairo_restore (cr);
      unknot_ink_set_source (cr, &ink->text);
      draw_printed_heading (cr, context, face, left, width / 2, line);
    }
  cairo_save (cr);
  cairo_translate (cr, 0, height - 2 * line);
  draw_printed_legend (cr, context, ink, width, line, scale);
  cairo_restore (cr);
}
