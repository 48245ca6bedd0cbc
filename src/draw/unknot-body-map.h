/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"
#include "unknot-ink.h"
#include "unknot-place.h"

#include <gio/gio.h>
#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * UnknotBodyFace:
 * @UNKNOT_BODY_FACE_BACK: as seen from behind
 * @UNKNOT_BODY_FACE_FRONT: as seen from before
 */
typedef enum
{
  UNKNOT_BODY_FACE_BACK,
  UNKNOT_BODY_FACE_FRONT,
} UnknotBodyFace;

/* Width through height of the whole picture. */
#define UNKNOT_BODY_MAP_ASPECT (780 / 1152.0)

guint          unknot_body_map_get_n_regions  (void);
UnknotBodyFace unknot_body_map_get_face       (guint            region);
const char    *unknot_body_map_get_face_title (UnknotBodyFace   face);
const char    *unknot_body_map_get_area       (guint            region);
const char    *unknot_body_map_get_side       (guint            region);
void           unknot_body_map_get_middle     (guint            region,
                                               double           width,
                                               double           height,
                                               double          *x,
                                               double          *y);
gboolean       unknot_body_map_shows          (guint            region,
                                               UnknotPlace     *place);
int            unknot_body_map_count          (guint                     region,
                                               const UnknotHistoryPlace *places,
                                               guint                     n_places,
                                               int                      *worst);
int            unknot_body_map_find_place     (const char      *area,
                                               const char      *side);
int            unknot_body_map_find_region    (double           width,
                                               double           height,
                                               double           x,
                                               double           y);
char          *unknot_body_map_dup_title      (const char      *area,
                                               const char      *side);
void           unknot_body_map_draw           (cairo_t         *cr,
                                               PangoContext    *context,
                                               double           width,
                                               double           height,
                                               const UnknotInk *ink,
                                               GListModel      *places,
                                               int              hovered,
                                               int              focused);
void           unknot_body_map_draw_history   (cairo_t                  *cr,
                                               PangoContext             *context,
                                               double                    width,
                                               double                    height,
                                               const UnknotInk          *ink,
                                               const UnknotHistoryPlace *places,
                                               guint                     n_places,
                                               int                       hovered,
                                               int                       focused);

void           unknot_body_map_draw_printed   (cairo_t                  *cr,
                                               PangoContext             *context,
                                               double                    width,
                                               double                    height,
                                               const UnknotInk          *ink,
                                               const UnknotHistoryPlace *places,
                                               guint                     n_places);

G_END_DECLS
