/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-row.h"
#include "unknot-summary.h"

G_BEGIN_DECLS

/* Where there is too little room, blocks are asked to shrink so many times, each time by what
 * matters more: all that is worrying comes last. */
#define UNKNOT_SUMMARY_BLOCK_N_TURNS 8

/* The last of them. */
#define UNKNOT_SUMMARY_BLOCK_LAST_TURN (UNKNOT_SUMMARY_BLOCK_N_TURNS - 1)

/**
 * UnknotSummaryBlock:
 *
 * A section on the first page of a summary, in as much height as it is given. All in points.
 */
typedef struct _UnknotSummaryBlock UnknotSummaryBlock;

UnknotSummaryBlock *unknot_summary_block_new        (const UnknotSummarySection *section,
                                                     UnknotSummary              *summary,
                                                     PangoContext               *context,
                                                     double                      scale,
                                                     double                      width,
                                                     double                      max_height);
void                unknot_summary_block_free       (UnknotSummaryBlock         *self);
gboolean            unknot_summary_block_is_whole   (UnknotSummaryBlock         *self);
double              unknot_summary_block_get_height (UnknotSummaryBlock         *self);
gboolean            unknot_summary_block_shrink     (UnknotSummaryBlock         *self,
                                                     guint                       turn,
                                                     double                      excess);
void                unknot_summary_block_draw       (UnknotSummaryBlock         *self,
                                                     cairo_t                    *cr,
                                                     double                      left,
                                                     double                      top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotSummaryBlock, unknot_summary_block_free)

G_END_DECLS
