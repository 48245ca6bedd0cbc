/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnknotPeriod:
 * @first_day: the first local day, yyyymmdd
 * @last_day: the last one, yyyymmdd: not before @first_day
 *
 * Days in a row, as the calendar has them: no clock plays a part.
 */
typedef struct
{
  int first_day;
  int last_day;
} UnknotPeriod;

int          unknot_period_shift_day    (int                 day,
                                         int                 n_days);
int          unknot_period_shift_months (int                 day,
                                         int                 n_months);
int          unknot_period_count_days   (int                 day,
                                         int                 later);
GDateWeekday unknot_period_get_weekday  (int                 day);
GDateTime   *unknot_period_dup_date     (int                 day);
guint        unknot_period_get_n_days   (const UnknotPeriod *self);
int          unknot_period_get_day      (const UnknotPeriod *self,
                                         guint               position);
int          unknot_period_find         (const UnknotPeriod *self,
                                         int                 day);

G_END_DECLS
