/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-time"

#include "config.h"

#include "unknot-csv-time.h"

#include <glib/gi18n-lib.h>

/* A time as people write it in tables: a date of three numbers, then perhaps a time of day. */
typedef struct
{
  int numbers[7]; /* year, month and day in their order, hour, minute, second, fraction */
  guint n_digits[7];
  guint n;
  const char *rest;
} Numbers;

/* Where only the day is known. */
#define NOON 12

static void
take_numbers (Numbers    *numbers,
              const char *text)
{
  while (numbers->n < G_N_ELEMENTS (numbers->numbers))
    {
      guint n = numbers->n;

      /* What may follow the time, before its numbers begin. */
      if (n >= 5 && (*text == '+' || *text == '-'))
        break;
      while (*text != '\0' && !g_ascii_isdigit (*text) &&
             (n < 5 || *text == ':' || *text == '.' || *text == ','))
        text++;
      if (!g_ascii_isdigit (*text))
        break;

      for (; g_ascii_isdigit (*text) && numbers->n_digits[n] < 9; text++)
        {
          numbers->numbers[n] = numbers->numbers[n] * 10 + *text - '0';
          numbers->n_digits[n]++;
        }
      numbers->n++;
    }
  numbers->rest = text;
}

static void
get_date (const Numbers  *numbers,
          UnknotCsvOrder  order,
          int            *year,
          int            *month,
          int            *day)
{
  gboolean year_first = numbers->n_digits[0] == 4;

  *year = numbers->numbers[year_first ? 0 : 2];
  if (!year_first && numbers->n_digits[2] == 2)
    *year += 2000;
  if (year_first)
    {
      *month = numbers->numbers[1];
      *day = numbers->numbers[2];
    }
  else
    {
      *month = numbers->numbers[order == UNKNOT_CSV_ORDER_DAY_MONTH_YEAR ? 1 : 0];
      *day = numbers->numbers[order == UNKNOT_CSV_ORDER_DAY_MONTH_YEAR ? 0 : 1];
    }
}

/* Takes “pm” into account, and what it says of the zone: `Z` or `+01:00`. */
static gboolean
take_rest (Numbers    *numbers,
           GTimeZone **zone)
{
  g_autofree char *rest = g_ascii_strdown (numbers->rest, -1);
  const char *text = g_strstrip (rest);

  if (g_str_has_prefix (text, "am") || g_str_has_prefix (text, "pm"))
    {
      if (numbers->n < 5 || numbers->numbers[3] < 1 || numbers->numbers[3] > 12)
        return FALSE;
      numbers->numbers[3] = numbers->numbers[3] % 12 + (*text == 'p' ? 12 : 0);
      text += 2;
    }
  if (*text == '\0')
    return TRUE;

  *zone = g_time_zone_new_identifier (g_str_equal (text, "z") ? "UTC" : text);

  return *zone != NULL;
}

static GDateTime *
make_time (const char      *text,
           UnknotCsvOrder   order,
           GTimeZone       *zone,
           gboolean        *has_time)
{
  Numbers numbers = { 0 };
  g_autoptr (GTimeZone) own_zone = NULL;
  g_autoptr (GDateTime) time = NULL;
  int year, month, day;

  take_numbers (&numbers, text);
  if (numbers.n < 3 || numbers.n == 4 || !take_rest (&numbers, &own_zone))
    return NULL;

  *has_time = numbers.n > 4;
  get_date (&numbers, order, &year, &month, &day);
  if (year < 1 || year > 9999)
    return NULL;
  time = g_date_time_new (own_zone != NULL ? own_zone : zone, year, month, day,
                          *has_time ? numbers.numbers[3] : NOON, numbers.numbers[4],
                          numbers.numbers[5]);

  return time != NULL ? g_date_time_to_timezone (time, zone) : NULL;
}

/**
 * unknot_csv_time_parse:
 * @text: a date, and a time of day or none
 * @order: the date's, unless it begins with the year
 * @zone: where the person is
 * @has_time: (out): whether a time of day was told; it is noon otherwise
 *
 * Returns: (transfer full) (nullable): the moment; %NULL with @error set where it is none
 */
UnknotMoment *
unknot_csv_time_parse (const char      *text,
                       UnknotCsvOrder   order,
                       GTimeZone       *zone,
                       gboolean        *has_time,
                       GError         **error)
{
  g_autoptr (GDateTime) time = make_time (text, order, zone, has_time);
  g_autoptr (UnknotMoment) moment = NULL;

  if (time == NULL)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                   _("“%s” is not a date that is understood."), text);
      return NULL;
    }

  /* As it will be read again: not every year that can be written is one that a diary keeps. */
  moment = unknot_moment_new (time);

  return unknot_moment_new_stored (unknot_moment_get_utc (moment),
                                   unknot_moment_get_offset (moment),
                                   unknot_moment_get_zone (moment),
                                   unknot_moment_get_day (moment), error);
}

/**
 * unknot_csv_time_tells_order:
 * @text: a date
 * @order: (out): the only order that it can have
 *
 * Returns: whether there is only one
 */
gboolean
unknot_csv_time_tells_order (const char     *text,
                             UnknotCsvOrder *order)
{
  Numbers numbers = { 0 };

  take_numbers (&numbers, text);
  if (numbers.n < 3 || numbers.n_digits[0] == 4 ||
      (numbers.numbers[0] > 12) == (numbers.numbers[1] > 12))
    return FALSE;

  *order = numbers.numbers[0] > 12 ? UNKNOT_CSV_ORDER_DAY_MONTH_YEAR
                                   : UNKNOT_CSV_ORDER_MONTH_DAY_YEAR;

  return TRUE;
}
