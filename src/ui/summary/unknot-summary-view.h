/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_VIEW (unknot_summary_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryView, unknot_summary_view, UNKNOT, SUMMARY_VIEW, GtkWidget)

void      unknot_summary_view_set_paper  (UnknotSummaryView  *self,
                                          UnknotSummaryPaper *paper,
                                          GtkPaperSize       *size);
void      unknot_summary_view_set_locked (UnknotSummaryView  *self,
                                          gboolean            locked);
char     *unknot_summary_view_dup_place  (UnknotSummaryView  *self);
double    unknot_summary_view_get_zoom   (UnknotSummaryView  *self);
gboolean  unknot_summary_view_can_zoom   (UnknotSummaryView  *self,
                                          int                 step);
void      unknot_summary_view_zoom       (UnknotSummaryView  *self,
                                          int                 step);

G_END_DECLS
