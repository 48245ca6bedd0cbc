/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-ink"

#include "config.h"

#include "unknot-ink.h"

#include <math.h>

#define HEX(color) { ((color) >> 16 & 0xff) / 255.0, ((color) >> 8 & 0xff) / 255.0, ((color) & 0xff) / 255.0 }

static const UnknotInk paper = {
  .ground = HEX (0xffffff),
  .text = HEX (0x000000),
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0x5e5c64),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x1b6b3a),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x1a5fb4),
    [UNKNOT_LEVEL_URGENT] = HEX (0x9a4a00),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xa51d2d),
  },
};

static const UnknotInk light = {
  .ground = HEX (0xfafafb),
  .text = HEX (0x2e3436),
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0x5e5c64),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x1b6b3a),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x1a5fb4),
    [UNKNOT_LEVEL_URGENT] = HEX (0x9a4a00),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xc01c28),
  },
};

static const UnknotInk dark = {
  .ground = HEX (0x222226),
  .text = HEX (0xffffff),
  .level = {
    [UNKNOT_LEVEL_NONE] = HEX (0xc0bfbc),
    [UNKNOT_LEVEL_SELF_CARE] = HEX (0x78e9ab),
    [UNKNOT_LEVEL_DOCTOR] = HEX (0x99c1f1),
    [UNKNOT_LEVEL_URGENT] = HEX (0xffc252),
    [UNKNOT_LEVEL_EMERGENCY] = HEX (0xff938c),
  },
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
