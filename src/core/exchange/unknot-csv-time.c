/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-time"

#include "config.h"

#include "unknot-csv-time.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

/* A time as people write it in tables. */
typedef struct
{
  int day[3]; /* year, month and day, in their order */
  gboolean year_first;
  gboolean short_year;
  int hour, minute, second;
  gboolean has_time;
  GTimeZone *zone; /* nullable: it says none */
} Written;

/* Where only the day is known. */
#define NOON 12

static void
clear_written (Written *written)
{
  g_clear_pointer (&written->zone, g_time_zone_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Written, clear_written)

/* --- Words --- */

static gboolean
take_one_of (const char **text,
             const char  *characters)
{
  if (**text == '\0' || strchr (characters, **text) == NULL)
    return FALSE;

  (*text)++;

  return TRUE;
}

/* Some programs have none that breaks before “pm”. */
static void
skip_spaces (const char **text)
{
  while (g_unichar_isspace (g_utf8_get_char (*text)))
    *text = g_utf8_next_char (*text);
}

/* Returns: how many digits there were; 0 where it was no number, or one of too many */
static guint
take_number (const char **text,
             guint        max_digits,
             int         *number)
{
  guint n = 0;

  for (*number = 0; n < max_digits && g_ascii_isdigit (**text); n++, (*text)++)
    *number = *number * 10 + **text - '0';

  return g_ascii_isdigit (**text) ? 0 : n;
}

static gboolean
take_separator (const char **text)
{
  gboolean taken = take_one_of (text, "-/.");

  /* As in 21. 11. 2026. */
  skip_spaces (text);

  return taken;
}

static gboolean
take_day (const char **text,
          Written     *written)
{
  guint n_first = take_number (text, 4, &written->day[0]);
  guint n_last;

  if (n_first == 0 || !take_separator (text) || take_number (text, 2, &written->day[1]) == 0 ||
      !take_separator (text))
    return FALSE;

  n_last = take_number (text, 4, &written->day[2]);
  written->year_first = n_first == 4;
  written->short_year = n_last == 2;

  if (written->year_first)
    return n_last == 1 || n_last == 2;

  return n_first <= 2 && (n_last == 2 || n_last == 4);
}

/* Twelve hours have their half of the day beside them. */
static gboolean
take_half (const char **text,
           Written     *written)
{
  gboolean afternoon = g_ascii_strncasecmp (*text, "pm", 2) == 0;

  if (!afternoon && g_ascii_strncasecmp (*text, "am", 2) != 0)
    return TRUE;
  if (written->hour < 1 || written->hour > 12)
    return FALSE;

  *text += 2;
  written->hour = written->hour % 12 + (afternoon ? 12 : 0);

  return TRUE;
}

static gboolean
take_time (const char **text,
           Written     *written)
{
  int fraction;

  if (take_number (text, 2, &written->hour) == 0 || !take_one_of (text, ":.h") ||
      take_number (text, 2, &written->minute) == 0)
    return FALSE;
  if (take_one_of (text, ":.") &&
      (take_number (text, 2, &written->second) == 0 ||
       (take_one_of (text, ".,") && take_number (text, 9, &fraction) == 0)))
    return FALSE;

  skip_spaces (text);
  written->has_time = TRUE;

  return take_half (text, written);
}

/* What it says of the zone: `Z` or `+01:00`. */
static gboolean
take_zone (const char *text,
           Written    *written)
{
  if (*text == '\0')
    return TRUE;

  written->zone = g_time_zone_new_identifier (g_ascii_strcasecmp (text, "z") == 0 ? "UTC" : text);

  return written->zone != NULL;
}

static gboolean
take_day_and_time (const char *text,
                   Written    *written)
{
  if (!take_day (&text, written))
    return FALSE;

  take_one_of (&text, "T,");
  skip_spaces (&text);

  return *text == '\0' || (take_time (&text, written) && take_zone (text, written));
}

static gboolean
take_time_alone (const char *text,
                 Written    *written)
{
  return take_time (&text, written) && *text == '\0';
}

/* --- Times --- */

static void
get_date (const Written  *written,
          UnknotCsvOrder  order,
          int            *year,
          int            *month,
          int            *day)
{
  const int *numbers = written->day;
  gboolean day_first = order == UNKNOT_CSV_ORDER_DAY_MONTH_YEAR;

  if (written->year_first)
    {
      *year = numbers[0];
      *month = numbers[1];
      *day = numbers[2];
    }
  else
    {
      *year = numbers[2] + (written->short_year ? 2000 : 0);
      *month = numbers[day_first ? 1 : 0];
      *day = numbers[day_first ? 0 : 1];
    }
}

static UnknotMoment *
make_moment (const Written  *written,
             UnknotCsvOrder  order,
             GTimeZone      *zone)
{
  g_autoptr (GDateTime) time = NULL;
  g_autoptr (GDateTime) there = NULL;
  g_autoptr (UnknotMoment) moment = NULL;
  int year, month, day;

  get_date (written, order, &year, &month, &day);
  time = g_date_time_new (written->zone != NULL ? written->zone : zone, year, month, day,
                          written->has_time ? written->hour : NOON, written->minute,
                          written->second);
  there = time != NULL ? g_date_time_to_timezone (time, zone) : NULL;
  if (there == NULL)
    return NULL;

  /* As it will be read again: not every year that can be written is one that a diary keeps. */
  moment = unknot_moment_new (there);

  return unknot_moment_new_stored (unknot_moment_get_utc (moment),
                                   unknot_moment_get_offset (moment),
                                   unknot_moment_get_zone (moment),
                                   unknot_moment_get_day (moment), NULL);
}

/* There, where its zone is told, so that what is of today is. */
static gboolean
is_to_come (const Written  *written,
            UnknotCsvOrder  order,
            GDateTime      *now)
{
  g_autoptr (GDateTime) there =
    g_date_time_to_timezone (now, written->zone != NULL ? written->zone
                                                        : g_date_time_get_timezone (now));
  int year, month, day;
  int this_year, this_month, today;

  get_date (written, order, &year, &month, &day);
  g_date_time_get_ymd (there, &this_year, &this_month, &today);

  return year * 10000 + month * 100 + day > this_year * 10000 + this_month * 100 + today;
}

static UnknotMoment *
check (UnknotMoment  *moment,
       const char    *text,
       GError       **error)
{
  if (moment == NULL)
    g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                 _("“%s” is not a date that is understood."), text);

  return moment;
}

/**
 * unknot_csv_time_parse:
 * @text: a date, and a time of day or none
 * @time_text: (nullable): a time of day, which is in the place of the one in @text; or nothing
 * @order: the date's, unless it begins with the year
 * @now: what time it is where the person is
 * @has_time: (out): whether a time of day was told; it is noon otherwise
 *
 * Returns: (transfer full) (nullable): the moment; %NULL with @error set where it is none, or on a
 *   day after today
 */
UnknotMoment *
unknot_csv_time_parse (const char      *text,
                       const char      *time_text,
                       UnknotCsvOrder   order,
                       GDateTime       *now,
                       gboolean        *has_time,
                       GError         **error)
{
  g_autofree char *day = g_strstrip (g_strdup (text));
  g_autofree char *time = g_strstrip (g_strdup (time_text != NULL ? time_text : ""));
  g_auto (Written) written = { 0 };
  g_autoptr (UnknotMoment) moment = NULL;

  if (!take_day_and_time (day, &written))
    return check (NULL, text, error);
  if (*time != '\0')
    {
      g_clear_pointer (&written.zone, g_time_zone_unref);
      written.second = 0;
      if (!take_time_alone (time, &written))
        {
          g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                       _("“%s” is not a time of day that is understood."), time_text);
          return NULL;
        }
    }
  *has_time = written.has_time;
  moment = check (make_moment (&written, order, g_date_time_get_timezone (now)), text, error);
  if (moment != NULL && is_to_come (&written, order, now))
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                   _("“%s” is after today."), text);
      return NULL;
    }

  return g_steal_pointer (&moment);
}

/**
 * unknot_csv_time_parse_end:
 * @text: as unknot_csv_time_parse() takes it; or a time of day alone, the next after @start
 * @start: what it is the end of
 * @order: the date's, unless it begins with the year
 * @now: what time it is where the person is
 *
 * A day alone is its noon, or @start where that is on the same day.
 *
 * Returns: (transfer full) (nullable): the moment; %NULL with @error set where it is none
 */
UnknotMoment *
unknot_csv_time_parse_end (const char      *text,
                           UnknotMoment    *start,
                           UnknotCsvOrder   order,
                           GDateTime       *now,
                           GError         **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (Written) dated = { 0 };
  g_auto (Written) written = { 0 };
  g_autoptr (GDateTime) start_time = NULL;
  g_autoptr (UnknotMoment) end = NULL;
  gboolean has_time;

  /* 5.6.26 is a date, though it could be a time with its seconds. */
  if (take_day_and_time (stripped, &dated) || !take_time_alone (stripped, &written))
    {
      end = unknot_csv_time_parse (text, NULL, order, now, &has_time, error);
      if (end != NULL && !has_time &&
          unknot_moment_get_day (end) == unknot_moment_get_day (start))
        return unknot_moment_ref (start);

      return g_steal_pointer (&end);
    }

  start_time = unknot_moment_to_date_time (start);
  written.year_first = TRUE;
  for (int days = 0; days < 2 && (end == NULL || unknot_moment_compare (end, start) < 0); days++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (start_time, days);

      g_date_time_get_ymd (day, &written.day[0], &written.day[1], &written.day[2]);
      g_clear_pointer (&end, unknot_moment_unref);
      end = make_moment (&written, order, g_date_time_get_timezone (now));
    }

  return check (g_steal_pointer (&end), text, error);
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
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (Written) written = { 0 };

  if (!take_day_and_time (stripped, &written) || written.year_first ||
      (written.day[0] > 12) == (written.day[1] > 12))
    return FALSE;

  *order = written.day[0] > 12 ? UNKNOT_CSV_ORDER_DAY_MONTH_YEAR : UNKNOT_CSV_ORDER_MONTH_DAY_YEAR;

  return TRUE;
}

/**
 * unknot_csv_time_is_doubtful:
 * @text: a date
 *
 * Returns: whether it is one in either order, and not the same
 */
gboolean
unknot_csv_time_is_doubtful (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_auto (Written) written = { 0 };

  return take_day_and_time (stripped, &written) && !written.year_first &&
         written.day[0] != written.day[1] && MAX (written.day[0], written.day[1]) <= 12 &&
         MIN (written.day[0], written.day[1]) > 0;
}

/**
 * unknot_csv_time_get_usual_order:
 *
 * Returns: the order in which the locale writes a date
 */
UnknotCsvOrder
unknot_csv_time_get_usual_order (void)
{
  return g_str_has_prefix (nl_langinfo (D_FMT), "%m") ? UNKNOT_CSV_ORDER_MONTH_DAY_YEAR
                                                      : UNKNOT_CSV_ORDER_DAY_MONTH_YEAR;
}
