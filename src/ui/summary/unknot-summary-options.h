/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-clock.h"
#include "unknot-summary-span.h"
#include "unknot-summary-visits.h"
#include "unknot-summary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUMMARY_OPTIONS (unknot_summary_options_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSummaryOptions, unknot_summary_options, UNKNOT, SUMMARY_OPTIONS, AdwBin)

void          unknot_summary_options_set_up      (UnknotSummaryOptions      *self,
                                                  UnknotClock               *clock,
                                                  GSettings                 *settings);
void          unknot_summary_options_set_visits  (UnknotSummaryOptions      *self,
                                                  const UnknotSummaryVisits *visits);
UnknotPeriod  unknot_summary_options_get_period  (UnknotSummaryOptions      *self);
char         *unknot_summary_options_dup_period  (UnknotSummaryOptions      *self);
void          unknot_summary_options_fill_choice (UnknotSummaryOptions      *self,
                                                  UnknotSummaryChoice       *choice);
GtkPaperSize *unknot_summary_options_dup_size    (UnknotSummaryOptions      *self);

G_END_DECLS
