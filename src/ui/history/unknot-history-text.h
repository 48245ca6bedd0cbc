/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"
#include "unknot-pain-chart.h"
#include "unknot-trends.h"
#include "unknot-weeks-chart.h"

G_BEGIN_DECLS

/**
 * UnknotHistoryAspect:
 * @UNKNOT_HISTORY_CALENDAR: the days by their worst pain
 * @UNKNOT_HISTORY_PAIN: how bad the pain was over time
 * @UNKNOT_HISTORY_WEEKS: spasms a week
 * @UNKNOT_HISTORY_TRIGGERS: what set them off
 * @UNKNOT_HISTORY_RELIEFS: what was tried, and what came of it
 * @UNKNOT_HISTORY_HOURS: in which hours of the day they began
 * @UNKNOT_HISTORY_WEEKDAYS: on which weekdays
 * @UNKNOT_HISTORY_PLACES: where on the body they were
 * @UNKNOT_HISTORY_FUNCTION: how pain and function were over time
 *
 * What a chart shows of a history.
 */
typedef enum
{
  UNKNOT_HISTORY_CALENDAR,
  UNKNOT_HISTORY_PAIN,
  UNKNOT_HISTORY_WEEKS,
  UNKNOT_HISTORY_TRIGGERS,
  UNKNOT_HISTORY_RELIEFS,
  UNKNOT_HISTORY_HOURS,
  UNKNOT_HISTORY_WEEKDAYS,
  UNKNOT_HISTORY_PLACES,
  UNKNOT_HISTORY_FUNCTION,
  UNKNOT_HISTORY_N_ASPECTS,
} UnknotHistoryAspect;

const char *unknot_history_text_get_title         (UnknotHistoryAspect          aspect);
void        unknot_history_text_get_change        (UnknotTrends                *trends,
                                                   int                         *n_recent,
                                                   int                         *n_before);
char       *unknot_history_text_dup_change        (UnknotTrends                *trends);
char       *unknot_history_text_dup_day           (int                          day);
char       *unknot_history_text_dup_period        (const UnknotPeriod          *period);
char       *unknot_history_text_dup_hour          (guint                        hour);
void        unknot_history_text_add               (GString                     *text,
                                                   const char                  *separator,
                                                   char                        *words);
char       *unknot_history_text_dup_weekday       (guint                        from_monday);
int         unknot_history_text_count_told        (const UnknotHistoryRelief   *relief);
const char *unknot_history_text_get_relief_title  (const UnknotHistoryRelief   *relief);
char       *unknot_history_text_dup_marker        (const UnknotHistoryMarker   *marker);
char       *unknot_history_text_dup_day_value     (const UnknotHistoryDay      *day);
char       *unknot_history_text_dup_pain_value    (UnknotHistory               *history,
                                                   const UnknotPainChartDatum  *datum);
char       *unknot_history_text_dup_weeks_value   (UnknotHistory               *history,
                                                   const UnknotWeeksChartDatum *datum);
char       *unknot_history_text_dup_trigger_value (UnknotHistory               *history,
                                                   guint                        trigger);
char       *unknot_history_text_dup_relief_value  (const UnknotHistoryRelief   *relief);
char       *unknot_history_text_dup_hour_value    (UnknotHistory               *history,
                                                   guint                        hour);
char       *unknot_history_text_dup_weekday_value (UnknotHistory               *history,
                                                   GDateWeekday                 weekday);
char       *unknot_history_text_dup_place_value   (const char                  *area,
                                                   const char                  *side,
                                                   int                          n_spasms,
                                                   int                          worst);
char       *unknot_history_text_dup_peg_value     (UnknotPeg                   *peg);

G_END_DECLS
