/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_PAPER (unknot_summary_paper_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryPaper, unknot_summary_paper, UNKNOT, SUMMARY_PAPER, GObject)

PangoContext       *unknot_summary_paper_new_context (PangoDirection              direction);
UnknotSummaryPaper *unknot_summary_paper_new         (UnknotSummary              *summary,
                                                      const UnknotSummaryChoice  *choice,
                                                      PangoContext               *context,
                                                      double                      width,
                                                      double                      height);
guint               unknot_summary_paper_get_n_pages (UnknotSummaryPaper         *self);
void                unknot_summary_paper_draw        (UnknotSummaryPaper         *self,
                                                      cairo_t                    *cr,
                                                      guint                       page);
GBytes             *unknot_summary_paper_to_pdf      (UnknotSummaryPaper         *self,
                                                      GError                    **error);

G_END_DECLS
