/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-body-map.h"

G_BEGIN_DECLS

typedef struct
{
  double x;
  double y;
} UnknotBodyPoint;

/**
 * UnknotBodyRegion:
 * @face: which side of the body it is on
 * @area: a code of %UNKNOT_VOCABULARY_AREA
 * @side: a code of %UNKNOT_VOCABULARY_SIDE
 * @middle: a point well inside
 * @path: where it ends, but where the figure does
 *
 * A region of the body map. A figure is 1000 units high, its midline at 0; a path is an array of
 * points: a start, then three for each curve.
 */
typedef struct
{
  UnknotBodyFace face;
  const char *area;
  const char *side;
  UnknotBodyPoint middle;
  GArray *path;
} UnknotBodyRegion;

GArray                 *unknot_body_shape_get_figure  (void);
const UnknotBodyRegion *unknot_body_shape_get_regions (guint   *n_regions);
void                    unknot_body_shape_add         (cairo_t *cr,
                                                       GArray  *path);
void                    unknot_body_shape_trace       (cairo_t *cr,
                                                       GArray  *path);

G_END_DECLS
