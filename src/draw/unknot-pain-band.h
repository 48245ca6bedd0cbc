/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-ink.h"

G_BEGIN_DECLS

/**
 * UnknotPainBand:
 * @UNKNOT_PAIN_BAND_NONE: 0
 * @UNKNOT_PAIN_BAND_MILD: 1–3
 * @UNKNOT_PAIN_BAND_MODERATE: 4–6
 * @UNKNOT_PAIN_BAND_SEVERE: 7–8
 * @UNKNOT_PAIN_BAND_WORST: 9–10
 * @UNKNOT_PAIN_BAND_UNKNOWN: not said
 *
 * What fills a place or a day, by how bad the pain was.
 */
typedef enum
{
  UNKNOT_PAIN_BAND_NONE,
  UNKNOT_PAIN_BAND_MILD,
  UNKNOT_PAIN_BAND_MODERATE,
  UNKNOT_PAIN_BAND_SEVERE,
  UNKNOT_PAIN_BAND_WORST,
  UNKNOT_PAIN_BAND_UNKNOWN,
} UnknotPainBand;

#define UNKNOT_N_PAIN_BANDS (UNKNOT_PAIN_BAND_UNKNOWN + 1)

UnknotPainBand  unknot_pain_band_get        (int                      pain);
const char     *unknot_pain_band_get_title  (UnknotPainBand           band);
void            unknot_pain_band_fill       (cairo_t                 *cr,
                                             const UnknotInk         *ink,
                                             UnknotPainBand           band);
void            unknot_pain_band_fill_boxes (cairo_t                 *cr,
                                             const UnknotInk         *ink,
                                             UnknotPainBand           band,
                                             const cairo_rectangle_t *boxes,
                                             guint                    n_boxes);

G_END_DECLS
