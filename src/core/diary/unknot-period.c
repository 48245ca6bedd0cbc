/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-period"

#include "config.h"

#include "unknot-period.h"

static GDate
to_date (int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, day % 100, day / 100 % 100, day / 10000);

  return date;
}

/**
 * unknot_period_shift_day:
 * @day: a day, yyyymmdd
 * @n_days: how many days on; negative for before
 *
 * Returns: that day, yyyymmdd
 */
int
unknot_period_shift_day (int day,
                         int n_days)
{
  GDate date = to_date (day);

  g_date_set_julian (&date, g_date_get_julian (&date) + n_days);

  return g_date_get_year (&date) * 10000 + g_date_get_month (&date) * 100 + g_date_get_day (&date);
}

/**
 * unknot_period_get_weekday:
 * @day: a day, yyyymmdd
 */
GDateWeekday
unknot_period_get_weekday (int day)
{
  GDate date = to_date (day);

  return g_date_get_weekday (&date);
}

/**
 * unknot_period_get_n_days:
 *
 * Returns: how many days there are in it, the first and the last among them
 */
guint
unknot_period_get_n_days (const UnknotPeriod *self)
{
  GDate first = to_date (self->first_day);
  GDate last = to_date (self->last_day);

  return g_date_days_between (&first, &last) + 1;
}

/**
 * unknot_period_get_day:
 * @position: 0 for its first day
 *
 * Returns: that day, yyyymmdd
 */
int
unknot_period_get_day (const UnknotPeriod *self,
                       guint               position)
{
  return unknot_period_shift_day (self->first_day, position);
}

/**
 * unknot_period_find:
 * @day: a day, yyyymmdd
 *
 * Returns: its position, 0 for the first day; -1 where it is not in the period
 */
int
unknot_period_find (const UnknotPeriod *self,
                    int                 day)
{
  const UnknotPeriod until = { self->first_day, day };

  if (day < self->first_day || day > self->last_day)
    return -1;

  return unknot_period_get_n_days (&until) - 1;
}
