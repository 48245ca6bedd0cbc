/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_TRANSCRIPT (unknot_summary_transcript_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryTranscript, unknot_summary_transcript, UNKNOT,
                      SUMMARY_TRANSCRIPT, AdwBin)

void unknot_summary_transcript_set_sections (UnknotSummaryTranscript *self,
                                             const char              *heading,
                                             GPtrArray               *sections);
void unknot_summary_transcript_focus_start  (UnknotSummaryTranscript *self);

G_END_DECLS
