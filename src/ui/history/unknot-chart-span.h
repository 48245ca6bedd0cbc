/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-period.h"

G_BEGIN_DECLS

/**
 * UnknotChartSpan:
 *
 * How long a time charts are of, in the order of the choice.
 */
typedef enum
{
  UNKNOT_CHART_SPAN_TWO_WEEKS,
  UNKNOT_CHART_SPAN_FOUR_WEEKS,
  UNKNOT_CHART_SPAN_THREE_MONTHS,
  UNKNOT_CHART_SPAN_YEAR,
  UNKNOT_CHART_SPAN_ALL,
} UnknotChartSpan;

UnknotPeriod unknot_chart_span_get_period (UnknotChartSpan     span,
                                           int                 today,
                                           guint               n_back);
UnknotPeriod unknot_chart_span_get_months (const UnknotPeriod *period,
                                           int                 beginning);

G_END_DECLS
