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

static int
to_day (const GDate *date)
{
  return g_date_get_year (date) * 10000 + g_date_get_month (date) * 100 + g_date_get_day (date);
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

  return to_day (&date);
}

/**
 * unknot_period_shift_months:
 * @day: a day, yyyymmdd
 * @n_months: how many months on; negative for before
 *
 * Returns: the same day of that month, or its last one where it has none such, yyyymmdd
 */
int
unknot_period_shift_months (int day,
                            int n_months)
{
  GDate date = to_date (day);

  if (n_months < 0)
    g_date_subtract_months (&date, -n_months);
  else
    g_date_add_months (&date, n_months);

  return to_day (&date);
}

/**
 * unknot_period_count_days:
 * @day: a day, yyyymmdd
 * @later: another one
 *
 * Returns: how many days it is from @day to @later; negative where that is before
 */
int
unknot_period_count_days (int day,
                          int later)
{
  GDate from = to_date (day);
  GDate to = to_date (later);

  return g_date_days_between (&from, &to);
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
 * unknot_period_dup_date:
 * @day: a day, yyyymmdd
 *
 * Returns: (transfer full) (nullable): its beginning in UTC, to be told in words; %NULL where there
 *   is no such day
 */
GDateTime *
unknot_period_dup_date (int day)
{
  return g_date_time_new_utc (day / 10000, day / 100 % 100, day % 100, 0, 0, 0);
}

/**
 * unknot_period_get_n_days:
 *
 * Returns: how many days there are in it, the first and the last among them
 */
guint
unknot_period_get_n_days (const UnknotPeriod *self)
{
  return unknot_period_count_days (self->first_day, self->last_day) + 1;
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
  if (day < self->first_day || day > self->last_day)
    return -1;

  return unknot_period_count_days (self->first_day, day);
}
