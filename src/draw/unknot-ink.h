/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "unknot-level.h"

G_BEGIN_DECLS

typedef struct
{
  double red;
  double green;
  double blue;
} UnknotColor;

/**
 * UnknotInk:
 * @ground: what is drawn on
 * @text: words and lines
 * @focus: a ring about what the keyboard is at
 * @body: a figure of the body
 * @seam: the lines between its parts
 * @outline: the line about it
 * @pain: the filling for no pain, for 1 to 3, 4 to 6, 7 to 8, and 9 to 10: each stands out from
 *   @body and @ground more than the one before; patterns on them are drawn in the last
 * @level: the filling for each level; @ground is legible on it
 * @bar: in a chart, what is counted; it is seen on @ground
 * @bar_strong: the same where two are told apart, and lines and patterns on @bar
 * @line: the lines of a picture, about everything in it that is filled
 * @bone: in a picture, bones
 * @disc: the discs between them
 * @muscle: muscles
 * @nerve: nerves
 * @sheath: what is on both sides of a nerve, so that it is seen on all of the above
 * @cloth: pillows and chairs
 * @accent: what a picture is about, in patterns; it is seen on @ground, @body and @cloth
 *
 * The colours to draw with. Screen and paper differ in nothing else.
 */
typedef struct
{
  UnknotColor ground;
  UnknotColor text;
  UnknotColor focus;
  UnknotColor body;
  UnknotColor seam;
  UnknotColor outline;
  UnknotColor pain[5];
  UnknotColor level[UNKNOT_LEVEL_EMERGENCY + 1];
  UnknotColor bar;
  UnknotColor bar_strong;
  UnknotColor line;
  UnknotColor bone;
  UnknotColor disc;
  UnknotColor muscle;
  UnknotColor nerve;
  UnknotColor sheath;
  UnknotColor cloth;
  UnknotColor accent;
} UnknotInk;

const UnknotInk *unknot_ink_get_paper    (void);
const UnknotInk *unknot_ink_get_light    (void);
const UnknotInk *unknot_ink_get_dark     (void);
const UnknotInk *unknot_ink_get_screen   (gboolean           on_dark,
                                          gboolean           high_contrast);
void             unknot_ink_set_source   (cairo_t           *cr,
                                          const UnknotColor *color);
double           unknot_ink_get_contrast (const UnknotColor *one,
                                          const UnknotColor *other);

G_END_DECLS
