/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

/* Where the diary cannot tell. */
#define UNKNOT_TRENDS_UNKNOWN (-1)

/* Spasms with at most so many days between them are one run, and such a one has not ended yet. */
#define UNKNOT_TRENDS_MAX_GAP 3

/* With entries on fewer of the last 28 days it is not said that there were fewer spasms: who writes
 * nothing may have had any number of them. */
#define UNKNOT_TRENDS_MIN_KNOWN_DAYS 14

/**
 * UnknotTrendsCount:
 * @day: a local day, or the first of a week, yyyymmdd
 * @n_spasms: how many spasms started in it
 * @worst: how bad the worst of them was
 */
typedef struct
{
  int day;
  int n_spasms;
  int worst;
} UnknotTrendsCount;

#define UNKNOT_TYPE_TRENDS (unknot_trends_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTrends, unknot_trends, UNKNOT, TRENDS, GObject)

void                     unknot_trends_load_async        (UnknotDiary          *diary,
                                                          GDateWeekday          first_weekday,
                                                          GAsyncReadyCallback   callback,
                                                          gpointer              user_data);
UnknotTrends            *unknot_trends_load_finish       (UnknotDiary          *diary,
                                                          GAsyncResult         *result,
                                                          GError              **error);
int                      unknot_trends_judge_frequency   (int                   n_recent,
                                                          int                   n_before,
                                                          int                   age);
const char              *unknot_trends_get_still_going   (UnknotTrends         *self);
int                      unknot_trends_get_duration_days (UnknotTrends         *self);
int                      unknot_trends_get_more_frequent (UnknotTrends         *self);
int                      unknot_trends_get_otc_days      (UnknotTrends         *self);
gboolean                 unknot_trends_is_over_label     (UnknotTrends         *self);
gboolean                 unknot_trends_may_be_over_label (UnknotTrends         *self);
int                      unknot_trends_get_n_recent      (UnknotTrends         *self);
int                      unknot_trends_get_n_before      (UnknotTrends         *self);
int                      unknot_trends_get_known_days    (UnknotTrends         *self);
gboolean                 unknot_trends_can_tell_fewer    (UnknotTrends         *self);
int                      unknot_trends_get_days_without  (UnknotTrends         *self);
int                      unknot_trends_get_painless_days (UnknotTrends         *self);
const UnknotTrendsCount *unknot_trends_get_days          (UnknotTrends         *self,
                                                          guint                *n);
const UnknotTrendsCount *unknot_trends_get_weeks         (UnknotTrends         *self,
                                                          guint                *n);

G_END_DECLS
