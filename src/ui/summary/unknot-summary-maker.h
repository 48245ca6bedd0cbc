/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-paper.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_MAKER (unknot_summary_maker_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryMaker, unknot_summary_maker, UNKNOT, SUMMARY_MAKER, GObject)

UnknotSummaryMaker *unknot_summary_maker_new          (UnknotDiary                *diary,
                                                       PangoDirection              direction);
void                unknot_summary_maker_set_period   (UnknotSummaryMaker         *self,
                                                       const UnknotPeriod         *period);
void                unknot_summary_maker_set_choice   (UnknotSummaryMaker         *self,
                                                       const UnknotSummaryChoice  *choice);
void                unknot_summary_maker_set_size     (UnknotSummaryMaker         *self,
                                                       GtkPaperSize               *size);
void                unknot_summary_maker_reload       (UnknotSummaryMaker         *self);
void                unknot_summary_maker_stop         (UnknotSummaryMaker         *self);
gboolean            unknot_summary_maker_is_making    (UnknotSummaryMaker         *self);
gboolean            unknot_summary_maker_is_saving    (UnknotSummaryMaker         *self);
UnknotSummaryPaper *unknot_summary_maker_get_paper    (UnknotSummaryMaker         *self);
GtkPaperSize       *unknot_summary_maker_get_size     (UnknotSummaryMaker         *self);
UnknotSummary      *unknot_summary_maker_get_summary  (UnknotSummaryMaker         *self);
GPtrArray          *unknot_summary_maker_get_sections (UnknotSummaryMaker         *self);
const char         *unknot_summary_maker_get_heading  (UnknotSummaryMaker         *self);
const GError       *unknot_summary_maker_get_error    (UnknotSummaryMaker         *self);
void                unknot_summary_maker_save_async   (UnknotSummaryMaker         *self,
                                                       GFile                      *file,
                                                       GAsyncReadyCallback         callback,
                                                       gpointer                    user_data);
gboolean            unknot_summary_maker_save_finish  (UnknotSummaryMaker         *self,
                                                       GAsyncResult               *result,
                                                       GError                    **error);

G_END_DECLS
