/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-time-of-day"

#include "config.h"

#include "unknot-time-of-day.h"

#include <langinfo.h>
#include <string.h>

/* The halves of a day as the person's language has them; some that count to 24 have no words. */
static const char *
get_half (gboolean afternoon)
{
  const char *half = nl_langinfo (afternoon ? PM_STR : AM_STR);

  if (*half != '\0')
    return half;

  return afternoon ? "PM" : "AM";
}

/* Digits of any script as those that are counted with, all small. */
static char *
normalize (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  GString *normal = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        continue;
      if (g_unichar_isdigit (c))
        g_string_append_c (normal, '0' + g_unichar_digit_value (c));
      else
        g_string_append_unichar (normal, c);
    }

  return g_string_free_and_steal (normal);
}

static gboolean
is_half (const char *text,
         gboolean    afternoon)
{
  g_autofree char *half = normalize (get_half (afternoon));

  return g_str_equal (text, half) || g_str_equal (text, afternoon ? "pm" : "am") ||
         g_str_equal (text, afternoon ? "p.m." : "a.m.") ||
         g_str_equal (text, afternoon ? "p" : "a");
}

/**
 * unknot_time_of_day_is_twelve_hour:
 *
 * Returns: whether the person's language counts the hours to 12, twice
 */
gboolean
unknot_time_of_day_is_twelve_hour (void)
{
  const char *format = nl_langinfo (T_FMT);

  return strstr (format, "%r") != NULL || strstr (format, "%I") != NULL ||
         strstr (format, "%l") != NULL || strstr (format, "%p") != NULL;
}

/**
 * unknot_time_of_day_format:
 * @minutes: since midnight, less than a day's
 *
 * Returns: (transfer full): “14:05”, or “2:05 PM”
 */
char *
unknot_time_of_day_format (int      minutes,
                           gboolean twelve_hour)
{
  int hour = minutes / 60;

  if (!twelve_hour)
    return g_strdup_printf ("%02d:%02d", hour, minutes % 60);

  return g_strdup_printf ("%d:%02d %s", (hour + 11) % 12 + 1, minutes % 60, get_half (hour >= 12));
}

/**
 * unknot_time_of_day_parse:
 * @text: what a person wrote: “14:05”, “14.05”, “1405”, “14”, “2:05 PM”, “2 pm”
 * @twelve_hour: then an hour up to 12 must say which half of the day it is in
 * @minutes: (out): since midnight
 *
 * Returns: %FALSE where @text is no time, or could be two
 */
gboolean
unknot_time_of_day_parse (const char *text,
                          gboolean    twelve_hour,
                          int        *minutes)
{
  static GRegex *regex;
  g_autofree char *normal = normalize (text);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *hour_text = NULL;
  g_autofree char *minute_text = NULL;
  g_autofree char *half = NULL;
  gboolean afternoon;
  int hour, minute;

  if (g_once_init_enter_pointer (&regex))
    g_once_init_leave_pointer (&regex, g_regex_new ("^([0-9]{1,2})(?:[:.h]?([0-5][0-9]))?(\\D*)$",
                                                    G_REGEX_DOLLAR_ENDONLY, 0, NULL));
  if (!g_regex_match (regex, normal, 0, &match))
    return FALSE;

  hour_text = g_match_info_fetch (match, 1);
  minute_text = g_match_info_fetch (match, 2);
  half = g_match_info_fetch (match, 3);
  hour = g_ascii_strtoll (hour_text, NULL, 10);
  minute = g_ascii_strtoll (minute_text, NULL, 10);
  afternoon = is_half (half, TRUE);
  if (*half != '\0')
    {
      if ((!afternoon && !is_half (half, FALSE)) || hour < 1 || hour > 12)
        return FALSE;
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
  else if (hour > 23 || (twelve_hour && hour >= 1 && hour <= 12))
    {
      return FALSE;
    }

  *minutes = hour * 60 + minute;

  return TRUE;
}
