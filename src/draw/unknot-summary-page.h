/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/**
 * UnknotSummaryPage:
 *
 * What stands on the first page of a summary between its head and its foot.
 */
typedef struct _UnknotSummaryPage UnknotSummaryPage;

UnknotSummaryPage *unknot_summary_page_new      (GPtrArray         *sections,
                                                 UnknotSummary     *summary,
                                                 PangoContext      *context,
                                                 double             width,
                                                 double             height);
void               unknot_summary_page_free     (UnknotSummaryPage *self);
gboolean           unknot_summary_page_is_whole (UnknotSummaryPage *self);
void               unknot_summary_page_draw     (UnknotSummaryPage *self,
                                                 cairo_t           *cr,
                                                 double             left,
                                                 double             top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotSummaryPage, unknot_summary_page_free)

G_END_DECLS
