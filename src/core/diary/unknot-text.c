/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is written without blanks between words is searched letter by letter. */
static gboolean
is_own_word (gunichar c)
{
  GUnicodeBreakType type = g_unichar_break_type (c);

  return type == G_UNICODE_BREAK_IDEOGRAPHIC || type == G_UNICODE_BREAK_COMPLEX_CONTEXT ||
         type == G_UNICODE_BREAK_CONDITIONAL_JAPANESE_STARTER;
}

/**
 * unknot_text_take:
 * @text: what a person wrote, of any length
 * @field: (inout): set to a copy of it
 *
 * Returns: %FALSE with @error set, and @field as it was, where @text is no UTF-8
 */
gboolean
unknot_text_take (const char  *text,
                  char       **field,
                  GError     **error)
{
  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("A text has bytes in it that are no letters."));
      return FALSE;
    }

  g_set_str (field, text);

  return TRUE;
}

static void
append (GString  *folded,
        GArray   *places,
        gunichar  c,
        guint     place)
{
  gsize length = folded->len;

  g_string_append_unichar (folded, c);
  for (; places != NULL && length < folded->len; length++)
    g_array_append_val (places, place);
}

static void
append_gap (GString *folded,
            GArray  *places,
            guint    place)
{
  if (folded->str[folded->len - 1] != ' ')
    append (folded, places, ' ', place);
}

/* A letter may become several, as “ß” does. */
static void
fold_letter (GString    *folded,
             GArray     *places,
             const char *letter,
             gsize       length,
             guint       place)
{
  g_autofree char *lower = g_utf8_casefold (letter, length);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);

  for (const char *p = plain; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean in_word = g_unichar_isalnum (c);
      gboolean apart = !in_word || is_own_word (c);

      if (g_unichar_ismark (c))
        continue;
      if (apart)
        append_gap (folded, places, place);
      if (in_word)
        append (folded, places, c, place);
      if (in_word && apart)
        append_gap (folded, places, place + length);
    }
}

/**
 * unknot_text_fold_with_places:
 * @text: UTF-8
 * @places: (nullable) (element-type guint): takes for each byte of what is returned where in @text
 *   it is from, in bytes
 *
 * Returns: (transfer full): what unknot_text_fold() gives
 */
char *
unknot_text_fold_with_places (const char *text,
                              GArray     *places)
{
  GString *folded = g_string_sized_new (strlen (text) + 1);

  append (folded, places, ' ', 0);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_ascii_isalnum (*p))
        append (folded, places, g_ascii_tolower (*p), p - text);
      else if ((guchar) *p < 0x80)
        append_gap (folded, places, p - text);
      else
        fold_letter (folded, places, p, g_utf8_next_char (p) - p, p - text);
    }

  return g_string_free_and_steal (folded);
}

/**
 * unknot_text_fold:
 * @text: what a person wrote
 *
 * Returns: (transfer full): its words, a blank before each, in lower case and without accents: to
 *   be searched by unknot_text_find_words()
 */
char *
unknot_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return unknot_text_fold_with_places (valid, NULL);
}

/**
 * unknot_text_find_words:
 * @folded: from unknot_text_fold()
 * @words: what to look for, with “|” between: beginnings of words, or several words of which the
 *   last is a beginning
 *
 * Returns: (transfer none) (nullable): where in @folded the first of them is; %NULL where none is
 */
const char *
unknot_text_find_words (const char *folded,
                        const char *words)
{
  g_auto (GStrv) stems = g_strsplit (words, "|", -1);
  const char *first = NULL;

  for (guint i = 0; stems[i] != NULL; i++)
    {
      g_autofree char *stem = unknot_text_fold (g_strstrip (stems[i]));
      const char *found = stem[1] != '\0' ? strstr (folded, stem) : NULL;

      if (found != NULL && (first == NULL || found < first))
        first = found;
    }

  return first;
}
