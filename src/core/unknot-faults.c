/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-faults"

#include "config.h"

#include "unknot-faults.h"

struct _UnknotFaults
{
  GPtrArray *sentences;
};

/* What is quoted from a file may hold anything: a fault stays on its line, whatever it quotes. */
static char *
to_one_line (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *line = g_string_new (NULL);

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeType type = g_unichar_type (c);

      if (g_unichar_iscntrl (c) ||
          type == G_UNICODE_LINE_SEPARATOR ||
          type == G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_unichar (line, 0xFFFD);
      else
        g_string_append_unichar (line, c);
    }

  return g_string_free_and_steal (line);
}

UnknotFaults *
unknot_faults_new (void)
{
  UnknotFaults *self = g_new0 (UnknotFaults, 1);

  self->sentences = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
unknot_faults_free (UnknotFaults *self)
{
  g_ptr_array_unref (self->sentences);
  g_free (self);
}

/**
 * unknot_faults_add:
 * @format: a printf format that gives one sentence
 *
 * Adds a fault. Control characters in it are replaced, so that it stays one line.
 */
void
unknot_faults_add (UnknotFaults *self,
                   const char   *format,
                   ...)
{
  g_autofree char *sentence = NULL;
  va_list arguments;

  va_start (arguments, format);
  sentence = g_strdup_vprintf (format, arguments);
  va_end (arguments);

  g_ptr_array_add (self->sentences, to_one_line (sentence));
}

/**
 * unknot_faults_add_error:
 * @error: an error whose message is a line for each fault
 *
 * Adds what unknot_faults_report() made of other faults.
 */
void
unknot_faults_add_error (UnknotFaults *self,
                         const GError *error)
{
  g_auto (GStrv) sentences = g_strsplit (error->message, "\n", -1);

  for (guint i = 0; sentences[i] != NULL; i++)
    unknot_faults_add (self, "%s", sentences[i]);
}

guint
unknot_faults_get_size (UnknotFaults *self)
{
  return self->sentences->len;
}

/**
 * unknot_faults_report:
 * @domain: the error's domain
 * @code: the error's code
 * @error: set where there is a fault, its message all faults, a line each
 *
 * Returns: %TRUE if there is no fault
 */
gboolean
unknot_faults_report (UnknotFaults *self,
                      GQuark        domain,
                      int           code,
                      GError      **error)
{
  g_autoptr (GString) message = NULL;

  if (self->sentences->len == 0)
    return TRUE;

  message = g_string_new (NULL);
  for (guint i = 0; i < self->sentences->len; i++)
    {
      if (i > 0)
        g_string_append_c (message, '\n');
      g_string_append (message, g_ptr_array_index (self->sentences, i));
    }
  g_set_error_literal (error, domain, code, message->str);

  return FALSE;
}
