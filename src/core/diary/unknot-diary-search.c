/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-search"

#include "config.h"

#include "unknot-diary-search.h"

#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-visit.h"

/* So many letters of what was typed are looked at. What comes after them could only make less of
 * what is found, and what is asked of the diary has an end. */
#define MAX_LETTERS 250

/* One number for each spasm, each dose that belongs to none, each event and each visit. */
#define EPISODE_KEY(id) "(" id ") * 4"
#define DOSE_KEY "coalesce (" EPISODE_KEY ("episode") ", id * 4 + 1)"
#define EVENT_KEY(id) "(" id ") * 4 + 2"
#define VISIT_KEY(id) "(" id ") * 4 + 3"

/* What has a word that is in the index. */
static const char by_word[] =
  "SELECT " EPISODE_KEY ("rowid") " FROM note_words WHERE note_words MATCH ?1 "
  "UNION SELECT " DOSE_KEY " FROM dose WHERE deleted IS NULL AND "
  "id IN (SELECT rowid FROM medicine_words WHERE medicine_words MATCH ?1) "
  "UNION SELECT " EVENT_KEY ("rowid") " FROM event_words WHERE event_words MATCH ?1 "
  "UNION SELECT " VISIT_KEY ("rowid") " FROM visit_words WHERE visit_words MATCH ?1 ORDER BY 1";

/* What has something that the index does not take for a word. */
static const char by_part[] =
  "SELECT " EPISODE_KEY ("id") " FROM episode WHERE deleted IS NULL AND instr (note, ?1) "
  "UNION SELECT " DOSE_KEY " FROM dose WHERE deleted IS NULL AND instr (name, ?1) "
  "UNION SELECT " EVENT_KEY ("id") " FROM event WHERE deleted IS NULL AND "
  "(instr (title, ?1) OR instr (note, ?1)) "
  "UNION SELECT " VISIT_KEY ("id") " FROM visit WHERE deleted IS NULL AND "
  "(instr (questions, ?1) OR instr (goals, ?1) OR instr (outcome, ?1)) ORDER BY 1";

/* Signs and pictures are no words to the index; and where a language puts no blanks between words,
 * a whole sentence is one. */
static gboolean
is_in_index (const char *word)
{
  gboolean has_letter = FALSE;

  for (const char *at = word; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar letter = g_utf8_get_char (at);

      switch (g_unichar_get_script (letter))
        {
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
        case G_UNICODE_SCRIPT_KHMER:
        case G_UNICODE_SCRIPT_LAO:
        case G_UNICODE_SCRIPT_MYANMAR:
        case G_UNICODE_SCRIPT_THAI:
          return FALSE;
        default:
          has_letter |= g_unichar_isalnum (letter);
          break;
        }
    }

  return has_letter;
}

/* In quotes nothing has a meaning of its own but a quote, which is doubled. */
static char *
quote (const char *word,
       gboolean    is_last)
{
  GString *quoted = g_string_new (word);

  g_string_replace (quoted, "\"", "\"\"", 0);
  g_string_prepend_c (quoted, '"');
  g_string_append (quoted, is_last ? "\" *" : "\"");

  return g_string_free_and_steal (quoted);
}

static GStrv
split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  const char *start = NULL;
  const char *at = valid;

  for (guint i = 0; i < MAX_LETTERS && *at != '\0'; i++, at = g_utf8_next_char (at))
    {
      if (!g_unichar_isspace (g_utf8_get_char (at)))
        {
          start = start != NULL ? start : at;
        }
      else if (start != NULL)
        {
          g_strv_builder_take (words, g_strndup (start, at - start));
          start = NULL;
        }
    }
  if (start != NULL)
    g_strv_builder_take (words, g_strndup (start, at - start));

  return g_strv_builder_end (words);
}

/* Returns: the keys in their order; of those in @within alone, where that is not %NULL. */
static GArray *
find_word (UnknotDatabase  *database,
           const char      *word,
           gboolean         is_last,
           GArray          *within,
           GCancellable    *cancellable,
           GError         **error)
{
  gboolean in_index = is_in_index (word);
  g_autofree char *asked = in_index ? quote (word, is_last) : g_strdup (word);
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, in_index ? by_word : by_part);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) local_error = NULL;
  guint i = 0;

  unknot_statement_add_text (statement, asked);
  while (unknot_statement_step (statement, &local_error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, &local_error))
    {
      gint64 key = unknot_statement_take_integer (statement);

      while (within != NULL && i < within->len && g_array_index (within, gint64, i) < key)
        i++;
      if (within == NULL || (i < within->len && g_array_index (within, gint64, i) == key))
        g_array_append_val (found, key);
    }

  if (local_error == NULL)
    return g_steal_pointer (&found);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

static int
compare_keys (gconstpointer a,
              gconstpointer b)
{
  const gint64 *one = a;
  const gint64 *other = b;

  return (*one > *other) - (*one < *other);
}

/**
 * unknot_diary_search_index:
 *
 * Makes the index of all words anew, for whoever wrote while the triggers that keep it did not run.
 * Within a transaction.
 */
gboolean
unknot_diary_search_index (UnknotDatabase  *database,
                           GError         **error)
{
  return unknot_database_execute (database,
                                  "INSERT INTO note_words (note_words) VALUES ('rebuild');"
                                  "INSERT INTO medicine_words (medicine_words) VALUES ('rebuild');"
                                  "INSERT INTO event_words (event_words) VALUES ('rebuild');"
                                  "INSERT INTO visit_words (visit_words) VALUES ('rebuild');",
                                  error);
}

/**
 * unknot_diary_search_run:
 * @text: whatever a person typed
 * @found: (out) (transfer full) (nullable): for unknot_diary_search_has(); %NULL where there is no
 *   word in @text, and everything is found
 *
 * Finds every entry that has all the words of @text, the last of them perhaps only begun: in the
 * note of a spasm or the names of the medicines that belong to it, in the name of a medicine that
 * belongs to none, in the title or the note of an event, or in what is told of a visit. Deleted ones
 * may be among them.
 *
 * Returns: %FALSE with @error set where it failed, or with %G_IO_ERROR_CANCELLED
 */
gboolean
unknot_diary_search_run (UnknotDatabase  *database,
                         const char      *text,
                         GCancellable    *cancellable,
                         GArray         **found,
                         GError         **error)
{
  g_auto (GStrv) words = split (text);
  g_autoptr (GArray) so_far = NULL;

  for (guint i = 0; words[i] != NULL && (so_far == NULL || so_far->len > 0); i++)
    {
      GArray *more = find_word (database, words[i], words[i + 1] == NULL, so_far, cancellable,
                                error);

      if (more == NULL)
        return FALSE;
      g_clear_pointer (&so_far, g_array_unref);
      so_far = more;
    }

  *found = g_steal_pointer (&so_far);

  return TRUE;
}

/**
 * unknot_diary_search_has_words:
 *
 * Returns: whether there is any word in @text to search for
 */
gboolean
unknot_diary_search_has_words (const char *text)
{
  g_auto (GStrv) words = split (text);

  return words[0] != NULL;
}

/**
 * unknot_diary_search_has:
 * @type: the type of an entry that stands by itself
 * @id: its number
 *
 * Returns: whether it was found
 */
gboolean
unknot_diary_search_has (GArray *found,
                         GType   type,
                         gint64  id)
{
  const GType types[] = {
    UNKNOT_TYPE_EPISODE, UNKNOT_TYPE_DOSE, UNKNOT_TYPE_EVENT, UNKNOT_TYPE_VISIT,
  };
  gint64 key = id * G_N_ELEMENTS (types);

  for (guint i = 0; i < G_N_ELEMENTS (types); i++, key++)
    {
      if (types[i] == type)
        return g_array_binary_search (found, &key, compare_keys, NULL);
    }

  return FALSE;
}
