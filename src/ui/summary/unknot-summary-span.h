/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-period.h"

G_BEGIN_DECLS

/**
 * UnknotSummarySpan:
 * @UNKNOT_SUMMARY_SPAN_VISIT: since the last visit to the doctor
 * @UNKNOT_SUMMARY_SPAN_FOUR_WEEKS: the 28 days that end today
 * @UNKNOT_SUMMARY_SPAN_THREE_MONTHS: the three months that end today
 * @UNKNOT_SUMMARY_SPAN_ALL: all that the diary holds
 * @UNKNOT_SUMMARY_SPAN_CHOSEN: from one day to another
 *
 * Of which days a summary is.
 */
typedef enum
{
  UNKNOT_SUMMARY_SPAN_VISIT,
  UNKNOT_SUMMARY_SPAN_FOUR_WEEKS,
  UNKNOT_SUMMARY_SPAN_THREE_MONTHS,
  UNKNOT_SUMMARY_SPAN_ALL,
  UNKNOT_SUMMARY_SPAN_CHOSEN,
  UNKNOT_SUMMARY_N_SPANS
} UnknotSummarySpan;

const char   *unknot_summary_span_get_title  (UnknotSummarySpan   span);
UnknotPeriod  unknot_summary_span_get_period (UnknotSummarySpan   span,
                                              int                 today,
                                              int                 last_visit,
                                              const UnknotPeriod *chosen);

G_END_DECLS
