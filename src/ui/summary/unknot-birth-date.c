/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-birth-date"

#include "config.h"

#include "unknot-birth-date.h"

#include <glib/gi18n.h>

/* Nobody is older, in years. */
#define MAX_AGE 130

/* A day, a month and a year. */
#define MAX_NUMBERS 3

/* From here on a number is a year. */
#define MIN_YEAR 1000

/* What is written, without what stands between. */
typedef struct
{
  int numbers[MAX_NUMBERS];
  guint n_numbers;
  int year; /* the number that can be none but that; 0 for none */
  gboolean has_letters;
} Written;

/* Any digits, of any script. Returns: whether there are no more numbers than a date has. */
static gboolean
take_apart (const char *text,
            Written    *written)
{
  gboolean in_number = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      int *number;

      written->has_letters |= g_unichar_isalpha (c);
      if (!g_unichar_isdigit (c))
        {
          in_number = FALSE;
          continue;
        }
      if (!in_number && written->n_numbers++ == MAX_NUMBERS)
        return FALSE;
      in_number = TRUE;
      number = &written->numbers[written->n_numbers - 1];
      *number = MIN (*number * 10 + g_unichar_digit_value (c), 99999);
    }
  for (guint i = 0; i < written->n_numbers; i++)
    if (written->numbers[i] >= MIN_YEAR)
      written->year = written->numbers[i];

  return TRUE;
}

/* Of the two digits of a year, which may be of either century, the past one. */
static gboolean
is_valid (int year,
          int month,
          int day,
          int today,
          int *least)
{
  if (year < 100)
    year += year + 2000 <= today / 10000 ? 2000 : 1900;
  if (month < 1 || month > 12 || !g_date_valid_dmy (day, month, year))
    return FALSE;

  *least = MIN (*least, year * 10000 + month * 100 + day);

  return TRUE;
}

/* In any order that people write it in; of those that are a day, the earliest. */
static gboolean
find_day (const Written *written,
          int            today,
          int           *day)
{
  const int *numbers = written->numbers;
  gboolean valid;

  *day = G_MAXINT;
  valid = is_valid (numbers[0], numbers[1], numbers[2], today, day);
  valid |= is_valid (numbers[2], numbers[1], numbers[0], today, day);
  valid |= is_valid (numbers[2], numbers[0], numbers[1], today, day);

  return valid;
}

/* People write months in words of any language: a year is enough. */
static gboolean
is_understood (const char    *text,
               const Written *written,
               int            today,
               int           *day)
{
  GDate date;

  if (!written->has_letters && written->n_numbers == MAX_NUMBERS)
    return find_day (written, today, day);

  *day = written->year * 10000;
  if (written->year != 0)
    return written->has_letters || written->n_numbers <= 2;

  g_date_set_parse (&date, text);
  if (!written->has_letters || !g_date_valid (&date))
    return FALSE;
  *day = g_date_get_year (&date) * 10000;

  return TRUE;
}

/**
 * unknot_birth_date_find_fault:
 * @text: what was typed as a date of birth
 * @today: yyyymmdd
 *
 * It is printed as it was typed, whatever that is.
 *
 * Returns: (transfer none) (nullable): what may be wrong with it, a sentence; %NULL for nothing
 */
const char *
unknot_birth_date_find_fault (const char *text,
                              int         today)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Written written = { { 0 } };
  int day;

  if (*stripped == '\0')
    return NULL;
  if (!take_apart (stripped, &written) || !is_understood (stripped, &written, today, &day) ||
      day / 10000 < today / 10000 - MAX_AGE)
    return _("This does not look like a date of birth. It is printed as you wrote it.");
  if (day > today)
    return _("This day is still to come. It is printed as you wrote it.");

  return NULL;
}
