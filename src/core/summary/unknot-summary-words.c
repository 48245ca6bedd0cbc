/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-words"

#include "config.h"

#include "unknot-summary-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MS_PER_MINUTE (60 * 1000)

/* More is no name. */
#define MAX_NAME 80

/* Around what may be read the other way than what is beside it, so that numbers and brackets keep
 * their places. */
#define ISOLATE "\xe2\x81\xa8"
#define END_ISOLATE "\xe2\x81\xa9"

/* The combining classes of accents that are put above and below others, and how many a letter has
 * that has its own already where there is one with it. */
#define COMBINES_BELOW 220
#define COMBINES_ABOVE 230
#define MAX_PILED 1

/* So many characters are composed at once, and more where one letter has as many accents. */
#define COMPOSED 100
#define MAX_COMPOSED 1000

/* Parts of Korean syllables that come after others. */
#define FIRST_JAMO 0x1160
#define LAST_JAMO 0x11ff

/**
 * unknot_summary_words_dup_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full): the day, with its year: paper outlives it
 */
char *
unknot_summary_words_dup_day (int day)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);

  /* Translators: a day, as g_date_time_format () takes it: “21 November 2026” */
  return g_date_time_format (date, _("%-d %B %Y"));
}

/**
 * unknot_summary_words_dup_short_day:
 * @day: a local day, yyyymmdd
 *
 * Returns: (transfer full): the same, short, for a table
 */
char *
unknot_summary_words_dup_short_day (int day)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);

  /* Translators: a day in a table, as g_date_time_format () takes it: “21 Nov 2026” */
  return g_date_time_format (date, _("%-d %b %Y"));
}

/**
 * unknot_summary_words_dup_period:
 *
 * Returns: (transfer full): its first day and its last
 */
char *
unknot_summary_words_dup_period (const UnknotPeriod *period)
{
  g_autofree char *first = unknot_summary_words_dup_day (period->first_day);
  g_autofree char *last = unknot_summary_words_dup_day (period->last_day);

  if (period->first_day == period->last_day)
    return g_steal_pointer (&first);

  /* Translators: from a day to a day */
  return g_strdup_printf (_("%s – %s"), first, last);
}

/**
 * unknot_summary_words_dup_span:
 *
 * Returns: (transfer full): how long that is, in the two largest units at most
 */
char *
unknot_summary_words_dup_span (gint64 milliseconds)
{
  int minutes = milliseconds / MS_PER_MINUTE;
  int hours = minutes / 60;
  int days;

  if (hours == 0)
    return g_strdup_printf (_("%d min"), minutes);
  if (hours < 24)
    return minutes % 60 == 0 ? g_strdup_printf (_("%d h"), hours)
                             : g_strdup_printf (_("%d h %d min"), hours, minutes % 60);
  if (hours < 72 && hours % 24 != 0)
    return g_strdup_printf (ngettext ("%d day %d h", "%d days %d h", hours / 24), hours / 24,
                            hours % 24);

  days = (hours + 12) / 24;

  return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
}

/**
 * unknot_summary_words_dup_amount:
 * @unit: (nullable): a code of %UNKNOT_VOCABULARY_UNIT
 *
 * Returns: (transfer full): an amount of medicine
 */
char *
unknot_summary_words_dup_amount (double      amount,
                                 const char *unit)
{
  /* What is not whole is more than one of it. */
  gulong n = ceil (MIN (amount, 1e6));

  if (unit == NULL)
    return g_strdup_printf ("%.6g", amount);
  if (g_str_equal (unit, "tablet"))
    return g_strdup_printf (ngettext ("%.6g tablet", "%.6g tablets", n), amount);
  if (g_str_equal (unit, "drop"))
    return g_strdup_printf (ngettext ("%.6g drop", "%.6g drops", n), amount);
  if (g_str_equal (unit, "patch"))
    return g_strdup_printf (ngettext ("%.6g patch", "%.6g patches", n), amount);
  if (g_str_equal (unit, "application"))
    return g_strdup_printf (ngettext ("%.6g application", "%.6g applications", n), amount);

  /* Translators: an amount, and what it is counted in, such as “400” and “mg” */
  return g_strdup_printf (_("%.6g %s"), amount,
                          unknot_vocabulary_get_title (UNKNOT_VOCABULARY_UNIT, unit));
}

/**
 * unknot_summary_words_dup_mean:
 * @mean: 0 or more
 *
 * Returns: (transfer full): it with one decimal; a half goes up, as on paper, though no double may
 *   be as much as 5.85
 */
char *
unknot_summary_words_dup_mean (double mean)
{
  return g_strdup_printf ("%.1f", floor (10 * mean + 0.5 + 1e-9) / 10);
}

/**
 * unknot_summary_words_dup_count:
 *
 * Returns: (transfer full): what was told, and how many times
 */
char *
unknot_summary_words_dup_count (const char *title,
                                int         n)
{
  /* Translators: what was told, such as “Lifting”, and how many times */
  return g_strdup_printf (C_("count", "%s (%d)"), title, n);
}

/* Accents that go above or below one another: more of them than any language has reach into other
 * lines. */
static gboolean
is_piled (gunichar  c,
          guint    *n_piled)
{
  int class = g_unichar_combining_class (c);
  gboolean piles = class == COMBINES_BELOW || class == COMBINES_ABOVE;

  if (piles)
    (*n_piled)++;
  else if (class == 0 && !g_unichar_ismark (c))
    *n_piled = 0;

  return piles && *n_piled > MAX_PILED;
}

static gboolean
begins_letter (gunichar c)
{
  return !g_unichar_ismark (c) && !(c >= FIRST_JAMO && c <= LAST_JAMO);
}

/* Part by part: the time that GLib takes grows with the square of what it is given. */
static char *
compose (const char *text)
{
  GString *composed = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = text;
      g_autofree char *part = NULL;

      for (guint n = 0; *end != '\0' && n < MAX_COMPOSED; n++)
        {
          if (n >= COMPOSED && begins_letter (g_utf8_get_char (end)))
            break;
          end = g_utf8_next_char (end);
        }
      part = g_utf8_normalize (text, end - text, G_NORMALIZE_DEFAULT_COMPOSE);
      g_string_append (composed, part);
      text = end;
    }

  return g_string_free_and_steal (composed);
}

/* What is read from the right: from Hebrew to the last of the Arabic letters, and their forms. */
static gboolean
is_from_right (gunichar c)
{
  return (c >= 0x590 && c <= 0x8ff) || (c >= 0xfb1d && c <= 0xfdff) ||
         (c >= 0xfe70 && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) ||
         (c >= 0x1e800 && c <= 0x1eeff);
}

/* Whether all the rest is. */
static gboolean
is_all_from_right (void)
{
  /* Translators: leave this as it is, or say default:RTL where your language is written from the
   * right to the left. */
  return g_str_equal (_("default:LTR"), "default:RTL");
}

/**
 * unknot_summary_words_dup_line:
 * @text: what a person wrote
 *
 * Returns: (transfer full): the same in one line, without what would break it, reach out of it or
 *   turn round what is beside it
 */
char *
unknot_summary_words_dup_line (const char *text)
{
  g_autofree char *composed = compose (text);
  GString *line = g_string_new (NULL);
  gboolean blank = TRUE;
  gboolean from_right = is_all_from_right ();
  guint n_piled = 0;

  for (const char *p = composed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029)
        {
          if (!blank)
            g_string_append_c (line, ' ');
          blank = TRUE;
        }
      else if ((c < 0x202a || (c > 0x202e && c < 0x2066) || c > 0x2069) && !is_piled (c, &n_piled))
        {
          g_string_append_unichar (line, c);
          blank = FALSE;
          from_right |= is_from_right (c);
        }
    }
  if (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  if (from_right && line->len > 0)
    {
      g_string_prepend (line, ISOLATE);
      g_string_append (line, END_ISOLATE);
    }

  return g_string_free_and_steal (line);
}

/* What belongs to the letter before it. */
static gboolean
is_part (gunichar c)
{
  return g_unichar_ismark (c) || g_unichar_iszerowidth (c) || (c >= 0x1f3fb && c <= 0x1f3ff);
}

/**
 * unknot_summary_words_cut:
 * @line: what unknot_summary_words_dup_line() gave
 * @length: how many characters it has
 * @max: how many of them to tell
 *
 * Returns: (transfer full): @line; where it is longer than @max, its beginning, and how many
 *   characters are left out
 */
char *
unknot_summary_words_cut (const char *line,
                          glong       length,
                          glong       max)
{
  g_autofree char *part = NULL;
  g_autofree char *beginning = NULL;
  const char *end;

  if (length <= max)
    return g_strdup (line);

  end = g_utf8_offset_to_pointer (line, max);
  while (end > line && is_part (g_utf8_get_char (end)))
    {
      end = g_utf8_prev_char (end);
      max--;
    }
  part = g_strndup (line, end - line);
  beginning = g_strconcat (part, strstr (part, ISOLATE) != NULL ? END_ISOLATE : "", NULL);

  /* Translators: the beginning of a text, and how much of it is left out */
  return g_strdup_printf (ngettext ("%s… (%ld more character)", "%s… (%ld more characters)",
                                    length - max),
                          beginning, length - max);
}

/**
 * unknot_summary_words_dup_name:
 * @text: what a person wrote in the place of a name
 *
 * Returns: (transfer full): the same in one line, of no more characters than a name has
 */
char *
unknot_summary_words_dup_name (const char *text)
{
  g_autofree char *line = unknot_summary_words_dup_line (text);

  return unknot_summary_words_cut (line, g_utf8_strlen (line, -1), MAX_NAME);
}
