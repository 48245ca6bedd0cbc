/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-pain-band"

#include "config.h"

#include "unknot-pain-band.h"

#include "unknot-pain.h"
#include "unknot-pattern.h"

#include <glib/gi18n-lib.h>

/**
 * unknot_pain_band_get:
 * @pain: 0–10, or %UNKNOT_PAIN_UNKNOWN
 */
UnknotPainBand
unknot_pain_band_get (int pain)
{
  if (pain == UNKNOT_PAIN_UNKNOWN)
    return UNKNOT_PAIN_BAND_UNKNOWN;
  if (pain == 0)
    return UNKNOT_PAIN_BAND_NONE;
  if (pain <= 3)
    return UNKNOT_PAIN_BAND_MILD;
  if (pain <= 6)
    return UNKNOT_PAIN_BAND_MODERATE;
  if (pain <= 8)
    return UNKNOT_PAIN_BAND_SEVERE;

  return UNKNOT_PAIN_BAND_WORST;
}

/**
 * unknot_pain_band_get_title:
 *
 * Returns: (transfer none): what a legend says of it
 */
const char *
unknot_pain_band_get_title (UnknotPainBand band)
{
  const char *const titles[UNKNOT_N_PAIN_BANDS] = {
    [UNKNOT_PAIN_BAND_NONE] = "0",
    [UNKNOT_PAIN_BAND_MILD] = "1–3",
    [UNKNOT_PAIN_BAND_MODERATE] = "4–6",
    [UNKNOT_PAIN_BAND_SEVERE] = "7–8",
    [UNKNOT_PAIN_BAND_WORST] = "9–10",
    /* Translators: how bad the pain is there */
    [UNKNOT_PAIN_BAND_UNKNOWN] = C_ ("pain", "Not said"),
  };

  return titles[band];
}

/**
 * unknot_pain_band_fill:
 *
 * Fills what is clipped: the more pain, the more of the strong colour, also where there is none.
 * The pattern is as large as on a body map.
 */
void
unknot_pain_band_fill (cairo_t         *cr,
                       const UnknotInk *ink,
                       UnknotPainBand   band)
{
  gboolean unknown = band == UNKNOT_PAIN_BAND_UNKNOWN;

  unknot_ink_set_source (cr, unknown ? &ink->body : &ink->pain[band]);
  cairo_paint (cr);
  unknot_ink_set_source (cr, unknown ? &ink->text : &ink->pain[UNKNOT_PAIN_BAND_WORST]);

  switch (band)
    {
    case UNKNOT_PAIN_BAND_NONE:
      unknot_pattern_draw_dots (cr, 13, 2.4);
      break;
    case UNKNOT_PAIN_BAND_MILD:
      unknot_pattern_draw_lines (cr, 20, 2.6, -1);
      break;
    case UNKNOT_PAIN_BAND_MODERATE:
      unknot_pattern_draw_lines (cr, 20, 6, -1);
      break;
    case UNKNOT_PAIN_BAND_SEVERE:
      unknot_pattern_draw_lines (cr, 20, 6, -1);
      unknot_pattern_draw_lines (cr, 20, 6, 1);
      break;
    case UNKNOT_PAIN_BAND_WORST:
      break;
    case UNKNOT_PAIN_BAND_UNKNOWN:
      unknot_pattern_draw_lines (cr, 12, 2.6, 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_dot (cairo_t                 *cr,
         const cairo_rectangle_t *box)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, box->x + box->width / 2, box->y + box->height / 2, 0.12 * box->height, 0,
             2 * G_PI);
}

/* The patterns of a body, as few lines as tell them apart in something small. */
static void
add_pattern (cairo_t                 *cr,
             UnknotPainBand           band,
             const cairo_rectangle_t *whole)
{
  double step = 0.5 * whole->height;
  /* The ends of lines stay within. */
  double inset = 0.05 * whole->height;
  const cairo_rectangle_t inner = { whole->x + inset, whole->y + inset, whole->width - 2 * inset,
                                    whole->height - 2 * inset };

  switch (band)
    {
    case UNKNOT_PAIN_BAND_NONE:
      add_dot (cr, whole);
      break;
    case UNKNOT_PAIN_BAND_MILD:
    case UNKNOT_PAIN_BAND_MODERATE:
      unknot_pattern_add_lines (cr, &inner, step, -1);
      break;
    case UNKNOT_PAIN_BAND_SEVERE:
      unknot_pattern_add_lines (cr, &inner, step, -1);
      unknot_pattern_add_lines (cr, &inner, step, 1);
      break;
    case UNKNOT_PAIN_BAND_WORST:
      break;
    case UNKNOT_PAIN_BAND_UNKNOWN:
      unknot_pattern_add_lines (cr, &inner, 0.3 * whole->height, 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* How wide the lines of a pattern are in a box. */
static double
get_line_share (UnknotPainBand band)
{
  if (band == UNKNOT_PAIN_BAND_MODERATE)
    return 0.18;
  if (band == UNKNOT_PAIN_BAND_SEVERE)
    return 0.14;

  return 0.08;
}

/**
 * unknot_pain_band_fill_boxes:
 * @boxes: (array length=n_boxes): small ones, all of the same size
 * @n_boxes: how many
 *
 * Fills boxes as unknot_pain_band_fill() does what is clipped, many at once.
 */
void
unknot_pain_band_fill_boxes (cairo_t                 *cr,
                             const UnknotInk         *ink,
                             UnknotPainBand           band,
                             const cairo_rectangle_t *boxes,
                             guint                    n_boxes)
{
  gboolean unknown = band == UNKNOT_PAIN_BAND_UNKNOWN;

  for (guint i = 0; i < n_boxes; i++)
    cairo_rectangle (cr, boxes[i].x, boxes[i].y, boxes[i].width, boxes[i].height);
  unknot_ink_set_source (cr, unknown ? &ink->body : &ink->pain[band]);
  cairo_fill (cr);
  if (n_boxes == 0)
    return;

  for (guint i = 0; i < n_boxes; i++)
    add_pattern (cr, band, &boxes[i]);
  unknot_ink_set_source (cr, unknown ? &ink->text : &ink->pain[UNKNOT_PAIN_BAND_WORST]);
  cairo_set_line_width (cr, get_line_share (band) * boxes[0].height);
  if (band == UNKNOT_PAIN_BAND_NONE)
    cairo_fill (cr);
  else
    cairo_stroke (cr);
}
