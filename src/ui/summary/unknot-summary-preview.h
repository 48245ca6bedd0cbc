/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-summary-maker.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_PREVIEW (unknot_summary_preview_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryPreview, unknot_summary_preview, UNKNOT, SUMMARY_PREVIEW, AdwBin)

void       unknot_summary_preview_set_maker (UnknotSummaryPreview *self,
                                             UnknotSummaryMaker   *maker);
GtkWidget *unknot_summary_preview_get_view  (UnknotSummaryPreview *self);

G_END_DECLS
