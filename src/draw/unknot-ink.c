/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-ink"

#include "config.h"

#include "unknot-ink.h"

#include <math.h>

#define HEX(color) { ((color) >> 16 & 0xff) / 255.0, ((color) >> 8 & 0xff) / 255.0, ((color) & 0xff) / 255.0 }

static const UnknotInk paper = {
  .ground = HEX (0xffffff),
  .text = HEX (0x000000),
  .focus = HEX (0x1a5fb4),
  .body = HEX (0xffffff),
  .seam = HEX (0x9a9996),
  .outline = HEX (0x3d3846),
  .pain = { HEX (0xffffff), HEX (0xf5c48a), HEX (0xe9944c), HEX (0xc9502a), HEX (0x7c1d12) },
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0x5e5c64),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x1b6b3a),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x1a5fb4),
    [UNKNOT_LEVEL_URGENT] = HEX (0x9a4a00),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xa51d2d),
  },
  .bar = HEX (0x5d90d6),
  .bar_strong = HEX (0x12386f),
  .line = HEX (0x3d3846),
  .bone = HEX (0xf9efd3),
  .disc = HEX (0xa9cbee),
  .muscle = HEX (0xee9a8e),
  .nerve = HEX (0xf5c211),
  .sheath = HEX (0x3d3846),
  .cloth = HEX (0xcfdcec),
  .accent = HEX (0xc64600),
};

static const UnknotInk light = {
  .ground = HEX (0xfafafb),
  .text = HEX (0x2e3436),
  .focus = HEX (0x1c71d8),
  .body = HEX (0xe8e6e3),
  .seam = HEX (0xb4b1ac),
  .outline = HEX (0x77767b),
  .pain = { HEX (0xe8e6e3), HEX (0xf5c48a), HEX (0xe9944c), HEX (0xc9502a), HEX (0x7c1d12) },
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0x5e5c64),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x1b6b3a),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x1a5fb4),
    [UNKNOT_LEVEL_URGENT] = HEX (0x9a4a00),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xc01c28),
  },
  .bar = HEX (0x5d90d6),
  .bar_strong = HEX (0x12386f),
  .line = HEX (0x3d3846),
  .bone = HEX (0xf9efd3),
  .disc = HEX (0xa9cbee),
  .muscle = HEX (0xee9a8e),
  .nerve = HEX (0xf5c211),
  .sheath = HEX (0x3d3846),
  .cloth = HEX (0xcfdcec),
  .accent = HEX (0xc64600),
};

static const UnknotInk dark = {
  .ground = HEX (0x222226),
  .text = HEX (0xffffff),
  .focus = HEX (0x99c1f1),
  .body = HEX (0x4b4a50),
  .seam = HEX (0x77767b),
  .outline = HEX (0xa5a4a9),
  .pain = { HEX (0x4b4a50), HEX (0x7b5138), HEX (0xb5642f), HEX (0xf0964f), HEX (0xffe6bd) },
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0xc0bfbc),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x78e9ab),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x99c1f1),
    [UNKNOT_LEVEL_URGENT] = HEX (0xffc252),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xff938c),
  },
  .bar = HEX (0x457fc6),
  .bar_strong = HEX (0xd6e7fc),
  .line = HEX (0xdeddda),
  .bone = HEX (0x776f61),
  .disc = HEX (0x2f5f92),
  .muscle = HEX (0x8c443c),
  .nerve = HEX (0xf8e45c),
  .sheath = HEX (0x222226),
  .cloth = HEX (0x44566e),
  .accent = HEX (0xffa348),
};

static const UnknotInk light_high_contrast = {
  .ground = HEX (0xfafafb),
  .text = HEX (0x000000),
  .focus = HEX (0x1c71d8),
  .body = HEX (0xffffff),
  .seam = HEX (0x5e5c64),
  .outline = HEX (0x000000),
  .pain = { HEX (0xffffff), HEX (0xf5c48a), HEX (0xe9944c), HEX (0xc9502a), HEX (0x7c1d12) },
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0x5e5c64),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x1b6b3a),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x1a5fb4),
    [UNKNOT_LEVEL_URGENT] = HEX (0x9a4a00),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xc01c28),
  },
  .bar = HEX (0x5d90d6),
  .bar_strong = HEX (0x12386f),
  .line = HEX (0x000000),
  .bone = HEX (0xffffff),
  .disc = HEX (0xa9cbee),
  .muscle = HEX (0xee9a8e),
  .nerve = HEX (0xf5c211),
  .sheath = HEX (0x000000),
  .cloth = HEX (0xffffff),
  .accent = HEX (0xa13800),
};

static const UnknotInk dark_high_contrast = {
  .ground = HEX (0x222226),
  .text = HEX (0xffffff),
  .focus = HEX (0x99c1f1),
  .body = HEX (0x222226),
  .seam = HEX (0xc0bfbc),
  .outline = HEX (0xffffff),
  .pain = { HEX (0x222226), HEX (0x7b5138), HEX (0xb5642f), HEX (0xf0964f), HEX (0xffe6bd) },
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0xc0bfbc),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x78e9ab),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x99c1f1),
    [UNKNOT_LEVEL_URGENT] = HEX (0xffc252),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xff938c),
  },
  .bar = HEX (0x457fc6),
  .bar_strong = HEX (0xd6e7fc),
  .line = HEX (0xffffff),
  .bone = HEX (0x222226),
  .disc = HEX (0x1f4a78),
  .muscle = HEX (0x7a332c),
  .nerve = HEX (0xf8e45c),
  .sheath = HEX (0x000000),
  .cloth = HEX (0x222226),
  .accent = HEX (0xffbe6f),
};

/**
 * unknot_ink_get_paper:
 *
 * Returns: the ink for what is printed
 */
const UnknotInk *
unknot_ink_get_paper (void)
{
  return &paper;
}

/**
 * unknot_ink_get_light:
 *
 * Returns: the ink for a light screen
 */
const UnknotInk *
unknot_ink_get_light (void)
{
  return &light;
}

/**
 * unknot_ink_get_dark:
 *
 * Returns: the ink for a dark screen
 */
const UnknotInk *
unknot_ink_get_dark (void)
{
  return &dark;
}

/**
 * unknot_ink_get_screen:
 * @on_dark: whether the screen is dark
 * @high_contrast: whether the person asked for more contrast
 *
 * Returns: the ink for a screen as it is
 */
const UnknotInk *
unknot_ink_get_screen (gboolean on_dark,
                       gboolean high_contrast)
{
  if (high_contrast)
    return on_dark ? &dark_high_contrast : &light_high_contrast;

  return on_dark ? &dark : &light;
}

void
unknot_ink_set_source (cairo_t           *cr,
                       const UnknotColor *color)
{
  cairo_set_source_rgb (cr, color->red, color->green, color->blue);
}

static double
linearize (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const UnknotColor *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

/**
 * unknot_ink_get_contrast:
 *
 * Returns: the contrast ratio of two colours as WCAG 2 defines it, from 1 to 21
 */
double
unknot_ink_get_contrast (const UnknotColor *one,
                         const UnknotColor *other)
{
  double a = get_luminance (one);
  double b = get_luminance (other);

  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}
