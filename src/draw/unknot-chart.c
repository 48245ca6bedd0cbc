/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-chart"

#include "config.h"

#include "unknot-chart.h"

/* Words in a chart, in parts of those about it. */
#define WORDS_SCALE 0.86

/* Of a legend's sign, in parts of the height of a line; and between what stands in it. */
#define SIGN_WIDTH 1.1
#define SIGN_HEIGHT 0.75
#define SIGN_GAP 0.35
#define ITEM_GAP 0.9
#define LINE_STEP 1.25

static gboolean
is_right_to_left (const UnknotChart *self)
{
  return pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
}

/**
 * unknot_chart_turn:
 * @box: measured from where reading starts
 *
 * Returns: the same, measured from the left; and the other way round
 */
cairo_rectangle_t
unknot_chart_turn (const UnknotChart *self,
                   cairo_rectangle_t  box)
{
  if (is_right_to_left (self))
    box.x = self->width - box.x - box.width;

  return box;
}

/**
 * unknot_chart_turn_x:
 * @x: measured from where reading starts
 *
 * Returns: the same, measured from the left; and the other way round
 */
double
unknot_chart_turn_x (const UnknotChart *self,
                     double             x)
{
  return is_right_to_left (self) ? self->width - x : x;
}

gboolean
unknot_chart_contains (const cairo_rectangle_t *box,
                       double                   x,
                       double                   y)
{
  return x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height;
}

/* --- Words --- */

static PangoLayout *
make_layout (const UnknotChart *self,
             const char        *words)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (WORDS_SCALE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, words, -1);

  return layout;
}

/**
 * unknot_chart_get_line_height:
 *
 * Returns: how high any line of words is
 */
double
unknot_chart_get_line_height (const UnknotChart *self)
{
  g_autoptr (PangoLayout) layout = make_layout (self, "0");
  int height;

  pango_layout_get_size (layout, NULL, &height);

  return height / (double) PANGO_SCALE;
}

/**
 * unknot_chart_measure:
 *
 * Returns: how wide the words are
 */
double
unknot_chart_measure (const UnknotChart *self,
                      const char        *words)
{
  g_autoptr (PangoLayout) layout = make_layout (self, words);
  int width;

  pango_layout_get_size (layout, &width, NULL);

  return width / (double) PANGO_SCALE;
}

/**
 * unknot_chart_write:
 * @x: the place that the words stand at, from where reading starts
 * @y: the middle of their height
 * @align: which part of the words is at @x: 0 where reading starts, 0.5 the middle, 1 the end
 * @max_width: what is longer ends in an ellipsis; negative for any length
 */
void
unknot_chart_write (const UnknotChart *self,
                    cairo_t           *cr,
                    const char        *words,
                    double             x,
                    double             y,
                    double             align,
                    double             max_width)
{
  g_autoptr (PangoLayout) layout = make_layout (self, words);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if (max_width >= 0 && width > max_width * PANGO_SCALE)
    {
      pango_layout_set_width (layout, max_width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_get_size (layout, &width, &height);
      /* Where not even an ellipsis has room. */
      if (width > max_width * PANGO_SCALE + PANGO_SCALE)
        return;
      width = max_width * PANGO_SCALE;
    }
  if (is_right_to_left (self))
    align = 1 - align;
  cairo_move_to (cr, unknot_chart_turn_x (self, x) - align * width / PANGO_SCALE,
                 y - height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (cr, layout);
}

/**
 * unknot_chart_draw_line:
 * @x1: from where, measured from where reading starts
 */
void
unknot_chart_draw_line (const UnknotChart *self,
                        cairo_t           *cr,
                        double             x1,
                        double             y1,
                        double             x2,
                        double             y2)
{
  cairo_move_to (cr, unknot_chart_turn_x (self, x1), y1);
  cairo_line_to (cr, unknot_chart_turn_x (self, x2), y2);
  cairo_stroke (cr);
}

/* --- The legend --- */

typedef struct
{
  double x;
  guint line;
} Place;

/* Places the items on lines. */
static GArray *
lay_out_legend (const UnknotChart *self,
                const char *const *titles)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));
  double line_height = unknot_chart_get_line_height (self);
  Place place = { 0 };

  for (guint i = 0; titles[i] != NULL; i++)
    {
      double width =
        (SIGN_WIDTH + SIGN_GAP) * line_height + unknot_chart_measure (self, titles[i]);

      if (i > 0 && place.x + width > self->width)
        place = (Place) { 0, place.line + 1 };
      g_array_append_val (places, place);
      place.x += width + ITEM_GAP * line_height;
    }

  return places;
}

/**
 * unknot_chart_measure_legend:
 * @titles: (array zero-terminated): its items
 *
 * Returns: how high a legend is, with the room above it
 */
double
unknot_chart_measure_legend (const UnknotChart *self,
                             const char *const *titles)
{
  g_autoptr (GArray) places = lay_out_legend (self, titles);

  if (places->len == 0)
    return 0;

  return (g_array_index (places, Place, places->len - 1).line + 1.5) * LINE_STEP *
         unknot_chart_get_line_height (self);
}

/**
 * unknot_chart_draw_legend:
 * @titles: (array zero-terminated): its items
 * @top: where the room above it begins
 * @sign: draws what an item stands for
 * @data: what @sign is given
 */
void
unknot_chart_draw_legend (const UnknotChart *self,
                          cairo_t           *cr,
                          const UnknotInk   *ink,
                          const char *const *titles,
                          double             top,
                          UnknotChartSign    sign,
                          gconstpointer      data)
{
  double line_height = unknot_chart_get_line_height (self);
  g_autoptr (GArray) places = lay_out_legend (self, titles);

  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      double x = place->x;
      double y = top + (place->line + 1) * LINE_STEP * line_height;
      cairo_rectangle_t box = unknot_chart_turn (
        self, (cairo_rectangle_t) { x, y - SIGN_HEIGHT / 2 * line_height, SIGN_WIDTH * line_height,
                                    SIGN_HEIGHT * line_height });

      cairo_save (cr);
      sign (cr, ink, i, &box, data);
      cairo_restore (cr);
      unknot_ink_set_source (cr, &ink->text);
      x += (SIGN_WIDTH + SIGN_GAP) * line_height;
      unknot_chart_write (self, cr, titles[i], x, y, 0, MAX (0, self->width - x));
    }
}

/* --- What one is at --- */

/**
 * unknot_chart_draw_hover:
 * @box: of what the pointer is over, turned already
 */
void
unknot_chart_draw_hover (cairo_t                 *cr,
                         const UnknotInk         *ink,
                         const cairo_rectangle_t *box)
{
  cairo_set_source_rgba (cr, ink->text.red, ink->text.green, ink->text.blue, 0.14);
  cairo_rectangle (cr, box->x - 2, box->y - 2, box->width + 4, box->height + 4);
  cairo_fill (cr);
}

/**
 * unknot_chart_draw_focus:
 * @box: of what the keyboard is at, turned already
 */
void
unknot_chart_draw_focus (cairo_t                 *cr,
                         const UnknotInk         *ink,
                         const cairo_rectangle_t *box)
{
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_rectangle (cr, box->x - 2, box->y - 2, box->width + 4, box->height + 4);
  unknot_ink_set_source (cr, &ink->ground);
  cairo_set_line_width (cr, 5);
  cairo_stroke_preserve (cr);
  unknot_ink_set_source (cr, &ink->focus);
  cairo_set_line_width (cr, 2.5);
  cairo_stroke (cr);
  cairo_restore (cr);
}
