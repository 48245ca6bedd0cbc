/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv"

#include "config.h"

#include "unknot-csv.h"

#include "unknot-exchange.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a spreadsheet may take for the beginning of a formula, and what keeps it from that. */
#define FORMULAS "=+-@\t\r'"
#define GUARD '\''

struct _UnknotCsv
{
  GBytes *content;
  const char *text;
  const char *at;
  const char *end;
  char separator;
  guint line;
  guint row_line;
  UnknotFaults *faults;
};

/* The one of the usual that is in the first row most often. */
static char
find_separator (UnknotCsv *self)
{
  static const char separators[] = ",;\t";
  guint counts[G_N_ELEMENTS (separators) - 1] = { 0 };
  gboolean quoted = FALSE;
  guint most = 0;

  for (const char *p = self->at; p < self->end && (quoted || *p != '\n'); p++)
    {
      const char *found = *p != '\0' ? strchr (separators, *p) : NULL;

      if (*p == '"')
        quoted = !quoted;
      else if (found != NULL && !quoted)
        counts[found - separators]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    {
      if (counts[i] > counts[most])
        most = i;
    }

  return separators[most];
}

static char *
fail (UnknotCsv  *self,
      const char *what)
{
  unknot_faults_add (self->faults, _("Line %u: %s"), self->line, what);
  self->at = self->end;

  return NULL;
}

static gboolean
is_end_of_field (UnknotCsv *self)
{
  return self->at == self->end || *self->at == self->separator || *self->at == '\n' ||
         *self->at == '\r';
}

static char *
read_quoted (UnknotCsv *self)
{
  g_autoptr (GString) field = g_string_new (NULL);
  guint line = self->line;

  for (self->at++; self->at < self->end; self->at++)
    {
      if (*self->at != '"')
        {
          self->line += *self->at == '\n';
          g_string_append_c (field, *self->at);
          continue;
        }
      self->at++;
      if (self->at == self->end || *self->at != '"')
        {
          if (is_end_of_field (self))
            return g_string_free_and_steal (g_steal_pointer (&field));
          return fail (self, _("Something follows a quotation mark that ends a field."));
        }
      g_string_append_c (field, '"');
    }

  /* Where it ends tells nobody what to mend. */
  self->line = line;

  return fail (self, _("A quotation mark opens here and is never closed."));
}

static char *
read_field (UnknotCsv *self)
{
  const char *start = self->at;

  if (self->at < self->end && *self->at == '"')
    return read_quoted (self);

  while (!is_end_of_field (self))
    {
      if (*self->at == '"')
        return fail (self, _("There is a quotation mark in a field that does not begin with one."));
      self->at++;
    }

  return g_strndup (start, self->at - start);
}

/* A row ends with any of what the systems end lines with. */
static void
skip_end (UnknotCsv *self)
{
  if (self->at < self->end && *self->at == '\r')
    self->at++;
  if (self->at < self->end && *self->at == '\n')
    self->at++;
  self->line++;
}

/**
 * unknot_csv_new:
 * @content: a whole file: UTF-8, with commas, semicolons or tabulators between the fields
 * @faults: takes what is wrong with it, by line; it must live as long as the table
 */
UnknotCsv *
unknot_csv_new (GBytes       *content,
                UnknotFaults *faults)
{
  UnknotCsv *self = g_new0 (UnknotCsv, 1);
  gsize length;

  self->content = g_bytes_ref (content);
  self->text = g_bytes_get_data (content, &length);
  if (self->text == NULL)
    self->text = "";
  self->at = self->text;
  self->end = self->text + length;
  self->line = 1;
  self->faults = faults;
  if (!unknot_exchange_check_text (self->text, length, faults))
    self->at = self->end;
  else if (length >= 3 && memcmp (self->text, "\xef\xbb\xbf", 3) == 0)
    self->at += 3;
  self->separator = find_separator (self);

  return self;
}

void
unknot_csv_free (UnknotCsv *self)
{
  g_bytes_unref (self->content);
  g_free (self);
}

/**
 * unknot_csv_read_row:
 *
 * Returns: (transfer full) (nullable): the fields of the next row that is not empty, at least one;
 *   %NULL after the last, or with a fault
 */
GStrv
unknot_csv_read_row (UnknotCsv *self)
{
  g_autoptr (GStrvBuilder) fields = g_strv_builder_new ();

  while (self->at < self->end && (*self->at == '\r' || *self->at == '\n'))
    skip_end (self);
  if (self->at == self->end)
    return NULL;

  self->row_line = self->line;
  for (guint i = 0; ; i++)
    {
      char *field = i < UNKNOT_CSV_MAX_FIELDS ? read_field (self)
                                   : fail (self, _("There are too many fields."));

      if (field == NULL)
        return NULL;
      g_strv_builder_take (fields, field);
      if (self->at == self->end || *self->at != self->separator)
        break;
      self->at++;
    }
  if (self->at < self->end)
    skip_end (self);

  return g_strv_builder_end (fields);
}

/**
 * unknot_csv_get_line:
 *
 * Returns: the line that the row begins on which was read last
 */
guint
unknot_csv_get_line (UnknotCsv *self)
{
  return self->row_line;
}

/**
 * unknot_csv_get_part:
 *
 * Returns: how much of the file was read, from 0 to 1
 */
double
unknot_csv_get_part (UnknotCsv *self)
{
  return self->end > self->text ? (self->at - self->text) / (double) (self->end - self->text) : 1;
}

/**
 * unknot_csv_append_field:
 * @text: a row that is written
 * @field: what it shall hold next
 *
 * Adds a field. What a spreadsheet would take for a formula gets an apostrophe before it, which
 * unknot_csv_unguard() takes away.
 */
void
unknot_csv_append_field (GString    *text,
                         const char *field)
{
  gboolean guarded = *field != '\0' && strchr (FORMULAS, *field) != NULL;

  if (!guarded && strpbrk (field, ",;\t\"\r\n") == NULL)
    {
      g_string_append_printf (text, "%s,", field);
      return;
    }

  g_string_append_c (text, '"');
  if (guarded)
    g_string_append_c (text, GUARD);
  for (const char *p = field; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append (text, "\",");
}

/**
 * unknot_csv_append_end:
 *
 * Ends a row of at least two fields.
 */
void
unknot_csv_append_end (GString *text)
{
  g_string_truncate (text, text->len - 1);
  g_string_append (text, "\r\n");
}

/**
 * unknot_csv_unguard:
 * @field: a field that unknot_csv_append_field() wrote
 *
 * Returns: (transfer none): what it was given
 */
const char *
unknot_csv_unguard (const char *field)
{
  return field[0] == GUARD && field[1] != '\0' && strchr (FORMULAS, field[1]) != NULL ? field + 1
                                                                                        : field;
}
