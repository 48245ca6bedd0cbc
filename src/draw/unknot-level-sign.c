/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-level-sign"

#include "config.h"

#include "unknot-level-sign.h"

#include <math.h>

/* All signs are drawn on a square of 16 × 16; each has an outline of its own, so that none depends
 * on its colour. */
#define GRID 16.0

static void
trace_polygon (cairo_t *cr,
               guint    n_corners,
               double   radius,
               double   turn)
{
  for (guint i = 0; i < n_corners; i++)
    {
      double angle = turn + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, GRID / 2 + radius * cos (angle), GRID / 2 + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static void
draw_exclamation (cairo_t *cr,
                  double   top,
                  double   bottom)
{
  cairo_rectangle (cr, 7, top, 2, bottom - top - 3);
  cairo_rectangle (cr, 7, bottom - 2, 2, 2);
  cairo_fill (cr);
}

/* An octagon, as a road's stop sign. */
static void
draw_emergency (cairo_t         *cr,
                const UnknotInk *ink)
{
  trace_polygon (cr, 8, 8 / cos (G_PI / 8), G_PI / 8);
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->ground);
  draw_exclamation (cr, 3, 13);
}

static void
draw_urgent (cairo_t         *cr,
             const UnknotInk *ink)
{
  cairo_move_to (cr, 8, 0.5);
  cairo_line_to (cr, 16, 15.5);
  cairo_line_to (cr, 0, 15.5);
  cairo_close_path (cr);
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->ground);
  draw_exclamation (cr, 5, 14);
}

/* A leaf of a calendar: there is an appointment to make. */
static void
draw_doctor (cairo_t         *cr,
             const UnknotInk *ink)
{
  cairo_rectangle (cr, 1, 2, 14, 13);
  cairo_rectangle (cr, 4, 0, 2, 3);
  cairo_rectangle (cr, 10, 0, 2, 3);
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->ground);
  cairo_rectangle (cr, 3, 6, 10, 7);
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->level[UNKNOT_LEVEL_DOCTOR]);
  cairo_rectangle (cr, 8, 9, 3, 3);
  cairo_fill (cr);
}

static void
draw_house (cairo_t         *cr,
            const UnknotInk *ink)
{
  cairo_move_to (cr, 8, 1);
  cairo_line_to (cr, 16, 8.5);
  cairo_line_to (cr, 13.5, 8.5);
  cairo_line_to (cr, 13.5, 15);
  cairo_line_to (cr, 2.5, 15);
  cairo_line_to (cr, 2.5, 8.5);
  cairo_line_to (cr, 0, 8.5);
  cairo_close_path (cr);
  cairo_fill (cr);
  unknot_ink_set_source (cr, &ink->ground);
  cairo_rectangle (cr, 6.5, 10, 3, 5);
  cairo_fill (cr);
}

/* Nothing known yet: a ring. */
static void
draw_none (cairo_t *cr)
{
  cairo_set_line_width (cr, 2);
  cairo_arc (cr, GRID / 2, GRID / 2, 6, 0, 2 * G_PI);
  cairo_stroke (cr);
}

/**
 * unknot_level_sign_draw:
 * @cr: where to draw, the sign's upper left corner at its origin
 * @size: width and height, in the units of @cr
 * @ink: the colours
 *
 * Draws the sign of a level. It stands beside words that say the same, never alone.
 */
void
unknot_level_sign_draw (cairo_t         *cr,
                        double           size,
                        UnknotLevel      level,
                        const UnknotInk *ink)
{
  cairo_save (cr);
  cairo_scale (cr, size / GRID, size / GRID);
  unknot_ink_set_source (cr, &ink->level[level]);

  switch (level)
    {
    case UNKNOT_LEVEL_EMERGENCY:
      draw_emergency (cr, ink);
      break;
    case UNKNOT_LEVEL_URGENT:
      draw_urgent (cr, ink);
      break;
    case UNKNOT_LEVEL_DOCTOR:
      draw_doctor (cr, ink);
      break;
    case UNKNOT_LEVEL_SELF_CARE:
      draw_house (cr, ink);
      break;
    case UNKNOT_LEVEL_NONE:
      draw_none (cr);
      break;
    default:
      g_assert_not_reached ();
    }

  cairo_restore (cr);
}
