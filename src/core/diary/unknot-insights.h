/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"

G_BEGIN_DECLS

/* With fewer than so many with and so many without nothing is compared. */
#define UNKNOT_INSIGHTS_MIN 3

/**
 * UnknotInsightKind:
 * @UNKNOT_INSIGHT_SLEEP: days after a broken night or hardly any sleep, with days after a good
 *   night: on how many of them, or of the days that followed, a spasm began. Left out are days
 *   before which a spasm was on the day before, as that may have spoiled the night, and days
 *   followed by one of which nothing is known
 * @UNKNOT_INSIGHT_MEASURE: the times that @measure was tried, with the times that other measures
 *   were, where it was told what came of it: how many times it helped, a little or a lot
 * @UNKNOT_INSIGHT_WEEKDAY: the days that are a @weekday, with the other days, where anything is
 *   known of them: on how many of them a spasm began
 *
 * What is compared.
 */
typedef enum
{
  UNKNOT_INSIGHT_SLEEP,
  UNKNOT_INSIGHT_MEASURE,
  UNKNOT_INSIGHT_WEEKDAY,
} UnknotInsightKind;

/**
 * UnknotInsight:
 * @kind: what is compared
 * @measure: (nullable): of %UNKNOT_INSIGHT_MEASURE: a code of %UNKNOT_VOCABULARY_MEASURE,
 *   never `other`
 * @weekday: of %UNKNOT_INSIGHT_WEEKDAY; otherwise %G_DATE_BAD_WEEKDAY
 * @n_with: how many days or times with it there were
 * @k_with: of how many of them it is true
 * @n_without: how many without it
 * @k_without: of how many of them it is true
 * @difference: by how much @k_with of @n_with is more than @k_without of @n_without, −1 to 1
 * @low: the least that it may be, by chance alone
 * @high: the most
 * @level: how sure that is, 0–1: 0.95 where one thing is compared; more where several of a kind
 *   are, so that with all of them together it is 0.95 that none is wrong
 * @is_clear: whether 0 is not between @low and @high
 *
 * What went with what. It never says what was the cause: both may come of something else, or the
 * one of the other, and days in a row have more in common than chance has. How @low and @high are
 * found, unknot_proportion_compare() says.
 */
typedef struct
{
  UnknotInsightKind kind;
  const char *measure;
  GDateWeekday weekday;
  int n_with;
  int k_with;
  int n_without;
  int k_without;
  double difference;
  double low;
  double high;
  double level;
  gboolean is_clear;
} UnknotInsight;

/**
 * UnknotInsightNeed:
 * @kind: what cannot be compared yet
 * @measure: (nullable): of %UNKNOT_INSIGHT_MEASURE: with which it could be the soonest; %NULL where
 *   there is nothing of any yet
 * @weekday: of %UNKNOT_INSIGHT_WEEKDAY, likewise; otherwise %G_DATE_BAD_WEEKDAY
 * @n_with: how many more days or times with it are needed
 * @n_without: how many more without it
 */
typedef struct
{
  UnknotInsightKind kind;
  const char *measure;
  GDateWeekday weekday;
  int n_with;
  int n_without;
} UnknotInsightNeed;

#define UNKNOT_TYPE_INSIGHTS (unknot_insights_get_type ())

G_DECLARE_FINAL_TYPE (UnknotInsights, unknot_insights, UNKNOT, INSIGHTS, GObject)

UnknotInsights          *unknot_insights_new       (UnknotHistory  *history);
const UnknotInsight     *unknot_insights_get_found (UnknotInsights *self,
                                                    guint          *n);
const UnknotInsightNeed *unknot_insights_get_needs (UnknotInsights *self,
                                                    guint          *n);

G_END_DECLS
