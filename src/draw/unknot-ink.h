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
 * @level: the filling for each level; @ground is legible on it
 *
 * The colours to draw with. Screen and paper differ in nothing else.
 */
typedef struct
{
  UnknotColor ground;
  UnknotColor text;
  UnknotColor level[UNKNOT_LEVEL_EMERGENCY + 1];
} UnknotInk;

const UnknotInk *unknot_ink_get_paper    (void);
const UnknotInk *unknot_ink_get_light    (void);
const UnknotInk *unknot_ink_get_dark     (void);
void             unknot_ink_set_source   (cairo_t           *cr,
                                          const UnknotColor *color);
double           unknot_ink_get_contrast (const UnknotColor *one,
                                          const UnknotColor *other);

G_END_DECLS
