/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-span"

#include "config.h"

#include "unknot-summary-span.h"

#include "unknot-history.h"

#include <glib/gi18n.h>

/**
 * unknot_summary_span_get_title:
 *
 * Returns: (transfer none): what it is called
 */
const char *
unknot_summary_span_get_title (UnknotSummarySpan span)
{
  static const char *const titles[] = {
    [UNKNOT_SUMMARY_SPAN_VISIT] = N_("Since the last visit"),
    [UNKNOT_SUMMARY_SPAN_FOUR_WEEKS] = N_("Last 4 weeks"),
    [UNKNOT_SUMMARY_SPAN_THREE_MONTHS] = N_("Last 3 months"),
    [UNKNOT_SUMMARY_SPAN_ALL] = N_("Everything"),
    [UNKNOT_SUMMARY_SPAN_CHOSEN] = N_("From one day to another"),
  };

  return _(titles[span]);
}

/**
 * unknot_summary_span_get_period:
 * @today: the day that it ends with, yyyymmdd
 * @last_visit: the day of the last visit, yyyymmdd, for %UNKNOT_SUMMARY_SPAN_VISIT. It is the first
 *   one: what came after the visit was on that day not told yet
 * @chosen: (nullable): the days, for %UNKNOT_SUMMARY_SPAN_CHOSEN, in any order; of those to come
 *   there is nothing to tell, and @today is in their place
 *
 * Returns: the days, as unknot_summary_load_async() takes them
 */
UnknotPeriod
unknot_summary_span_get_period (UnknotSummarySpan   span,
                                int                 today,
                                int                 last_visit,
                                const UnknotPeriod *chosen)
{
  switch (span)
    {
    case UNKNOT_SUMMARY_SPAN_VISIT:
      return (UnknotPeriod) { MIN (last_visit, today), today };
    case UNKNOT_SUMMARY_SPAN_FOUR_WEEKS:
      return (UnknotPeriod) { unknot_period_shift_day (today, 1 - 28), today };
    case UNKNOT_SUMMARY_SPAN_THREE_MONTHS:
      return (UnknotPeriod) {
        unknot_period_shift_day (unknot_period_shift_months (today, -3), 1), today
      };
    case UNKNOT_SUMMARY_SPAN_CHOSEN:
      return (UnknotPeriod) {
        MIN (MIN (chosen->first_day, chosen->last_day), today),
        MIN (MAX (chosen->first_day, chosen->last_day), today)
      };
    case UNKNOT_SUMMARY_SPAN_ALL:
    case UNKNOT_SUMMARY_N_SPANS:
    default:
      return (UnknotPeriod) { UNKNOT_HISTORY_ALL, UNKNOT_HISTORY_ALL };
    }
}
