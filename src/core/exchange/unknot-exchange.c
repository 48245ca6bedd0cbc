/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-exchange"

#include "config.h"

#include "unknot-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a packed file begins with, as those of spreadsheets do. */
#define ZIP "PK\x03\x04"

/**
 * unknot_exchange_check_size:
 * @size: how many bytes a file has, or has at least
 *
 * Returns: %FALSE with @error set where it is too large to be read
 */
gboolean
unknot_exchange_check_size (gsize    size,
                            GError **error)
{
  if (size <= UNKNOT_EXCHANGE_MAX_SIZE)
    return TRUE;

  g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
               _("The file is larger than %d MB, which no diary is. Nothing was imported."),
               UNKNOT_EXCHANGE_MAX_SIZE / 1000 / 1000);

  return FALSE;
}

/* The first that is not UTF-8. A validator ends at a NUL, too: where that is all that is wrong, the
 * first NUL. */
static const char *
find_fault (const char *text,
            gsize       length)
{
  const char *end = text + length;
  const char *nul = NULL;
  const char *fault;

  for (; !g_utf8_validate_len (text, end - text, &fault); text = fault + 1)
    {
      if (*fault != '\0')
        return fault;
      if (nul == NULL)
        nul = fault;
    }

  return nul;
}

/**
 * unknot_exchange_check_text:
 * @text: what a file holds
 * @faults: takes what is wrong with it
 *
 * Returns: whether @text is something, and UTF-8 without a NUL
 */
gboolean
unknot_exchange_check_text (const char   *text,
                            gsize         length,
                            UnknotFaults *faults)
{
  const char *fault;
  guint line = 1;

  if (length == 0)
    {
      unknot_faults_add (faults, _("The file is empty."));
      return FALSE;
    }

  if (length >= strlen (ZIP) && memcmp (text, ZIP, strlen (ZIP)) == 0)
    {
      unknot_faults_add (faults, _("This is a spreadsheet, or packed. Open it where it was made, save "
                                   "it as CSV, and import that."));
      return FALSE;
    }

  fault = find_fault (text, length);
  if (fault == NULL)
    return TRUE;

  for (const char *p = text; p < fault; p++)
    line += *p == '\n';
  unknot_faults_add (faults,
                     *fault == '\0'
                       ? _("Line %u: There is a NUL here, a character that no text has. The file "
                           "may be damaged: export or save it once more, and try again.")
                       : _("Line %u: This is not UTF-8 text. Save the file as UTF-8, and try "
                           "again."),
                     line);

  return FALSE;
}

/**
 * unknot_exchange_is_json:
 * @content: a whole file
 *
 * Returns: whether it is to be read as JSON, which begins with a brace or a bracket, as no table of
 *   ours does; nothing at all is
 */
gboolean
unknot_exchange_is_json (GBytes *content)
{
  gsize length;
  const char *text = g_bytes_get_data (content, &length);

  while (length > 0 && *text != '\0' && strchr ("\xef\xbb\xbf \t\r\n", *text) != NULL)
    {
      text++;
      length--;
    }

  return length == 0 || *text == '{' || *text == '[';
}

/**
 * unknot_exchange_is_enough:
 *
 * Returns: whether @faults are so many that nobody would read more of them
 */
gboolean
unknot_exchange_is_enough (UnknotFaults *faults)
{
  return unknot_faults_get_size (faults) >= UNKNOT_EXCHANGE_MAX_FAULTS;
}

/**
 * unknot_exchange_report:
 * @faults: what is wrong with a file
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault
 *
 * Returns: %TRUE where nothing is
 */
gboolean
unknot_exchange_report (UnknotFaults  *faults,
                        GError       **error)
{
  if (unknot_exchange_is_enough (faults))
    unknot_faults_add (faults, _("There may be more: the file was not read any further."));

  return unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error);
}

/**
 * unknot_exchange_add_uuid:
 * @uuids: (element-type utf8): those of the entries before it, which it owns
 * @entry: what was read
 * @line: where it stands in the file
 * @faults: takes that its id was given before
 *
 * Keeps the id of what was read, which nothing else in the file may have.
 *
 * Returns: whether nothing before it has
 */
gboolean
unknot_exchange_add_uuid (GHashTable   *uuids,
                          UnknotEntry  *entry,
                          guint         line,
                          UnknotFaults *faults)
{
  const char *uuid = unknot_entry_get_uuid (entry);

  if (g_hash_table_add (uuids, g_strdup (uuid)))
    return TRUE;

  unknot_faults_add (faults, _("Line %u: The id “%s” is given twice."), line, uuid);

  return FALSE;
}

/**
 * unknot_exchange_format_time:
 * @utc: milliseconds since 1970-01-01 00:00 UTC
 * @offset: minutes that local time is ahead of UTC
 *
 * Returns: (transfer full): the local time, as RFC 3339 has it: `2026-11-21T14:05:00.000+01:00`
 */
char *
unknot_exchange_format_time (gint64 utc,
                             int    offset)
{
  gint64 local = utc + offset * G_GINT64_CONSTANT (60000);
  int ms = (local % 1000 + 1000) % 1000;
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc ((local - ms) / 1000);

  return g_strdup_printf ("%04d-%02d-%02dT%02d:%02d:%02d.%03d%c%02d:%02d",
                          g_date_time_get_year (time), g_date_time_get_month (time),
                          g_date_time_get_day_of_month (time), g_date_time_get_hour (time),
                          g_date_time_get_minute (time), g_date_time_get_second (time), ms,
                          offset < 0 ? '-' : '+', ABS (offset) / 60, ABS (offset) % 60);
}
