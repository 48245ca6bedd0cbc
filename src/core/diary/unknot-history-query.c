/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-query"

#include "config.h"

#include "unknot-history-query.h"

#include "unknot-level.h"

static gboolean
take_bounds (UnknotHistoryQuery  *query,
             UnknotStatement     *statement,
             GError             **error)
{
  UnknotHistory *self = query->history;
  UnknotPeriod *period = &self->period;
  int last;

  self->beginning = unknot_statement_take_integer (statement);
  last = unknot_statement_take_integer (statement);
  if (period->last_day == UNKNOT_HISTORY_ALL)
    period->last_day = MAX (MAX (last, self->today), period->first_day);
  if (period->first_day == UNKNOT_HISTORY_ALL)
    period->first_day = self->beginning != 0 ? MIN (self->beginning, period->last_day)
                                             : period->last_day;
  if (unknot_period_get_n_days (period) > UNKNOT_HISTORY_MAX_DAYS)
    period->first_day = unknot_period_shift_day (period->last_day, 1 - UNKNOT_HISTORY_MAX_DAYS);

  return TRUE;
}

static gboolean
take_marker_code (UnknotStatement          *statement,
                  UnknotHistoryMarkerKind   kind,
                  const char              **code,
                  GError                  **error)
{
  static const UnknotVocabulary vocabularies[] = {
    [UNKNOT_HISTORY_MARKER_EVENT] = UNKNOT_VOCABULARY_EVENT,
    [UNKNOT_HISTORY_MARKER_MEASURE] = UNKNOT_VOCABULARY_MEASURE,
    [UNKNOT_HISTORY_MARKER_MEDICINE] = UNKNOT_VOCABULARY_INGREDIENT,
  };
  UnknotLevel level = UNKNOT_LEVEL_NONE;
  const char *text;

  if (kind != UNKNOT_HISTORY_MARKER_CHECK)
    return unknot_diary_rows_take_code (statement, vocabularies[kind], code, error);

  text = unknot_statement_take_text (statement);
  if (text != NULL)
    unknot_level_from_code (text, &level);
  *code = unknot_level_to_code (level);

  return TRUE;
}

static gboolean
take_marker (UnknotHistoryQuery  *query,
             UnknotStatement     *statement,
             GError             **error)
{
  UnknotHistoryMarker marker;

  marker.day = unknot_statement_take_integer (statement);
  marker.kind = unknot_statement_take_integer (statement);
  if (!take_marker_code (statement, marker.kind, &marker.code, error))
    return FALSE;

  marker.title = g_strdup (unknot_statement_take_text (statement));
  g_array_append_val (query->history->markers, marker);

  return TRUE;
}

/* The earlier first. */
static int
compare_markers (gconstpointer a,
                 gconstpointer b)
{
  const UnknotHistoryMarker *one = a;
  const UnknotHistoryMarker *other = b;
  int order = one->day - other->day;

  if (order == 0)
    order = (int) one->kind - (int) other->kind;
  if (order == 0)
    order = g_strcmp0 (one->code, other->code);

  return order != 0 ? order : g_strcmp0 (one->title, other->title);
}

static gboolean
ask_markers (UnknotHistoryQuery  *query,
             GError             **error)
{
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_MARKERS, take_marker, error))
    return FALSE;

  g_array_sort (query->history->markers, compare_markers);

  return TRUE;
}

/* All of them are few: one a week. */
static gboolean
ask_pegs (UnknotHistoryQuery  *query,
          GError             **error)
{
  UnknotHistory *self = query->history;
  g_autoptr (GPtrArray) pegs =
    unknot_diary_rows_find_all (query->database, UNKNOT_TYPE_PEG, UNKNOT_DIARY_KEY_ALL, 0, error);

  if (pegs == NULL)
    return FALSE;

  for (guint i = pegs->len; i > 0; i--)
    {
      UnknotEntry *peg = g_ptr_array_index (pegs, i - 1);
      int day = unknot_moment_get_day (unknot_entry_get_moment (peg));

      if (i == pegs->len)
        self->first_peg = UNKNOT_PEG (g_object_ref (peg));
      if (unknot_period_find (&self->period, day) >= 0)
        g_ptr_array_add (self->pegs, g_object_ref (peg));
    }

  return TRUE;
}

static void
clear_query (UnknotHistoryQuery *query)
{
  g_hash_table_unref (query->by_id);
  g_array_unref (query->spasms);
  g_array_unref (query->last_episodes);
  g_hash_table_unref (query->medicines);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UnknotHistoryQuery, clear_query)

/**
 * unknot_history_ask:
 * @watch: (nullable): is told of the spasms that began in the period, their codes, and the doses
 * @data: for @watch
 * @cancellable: (nullable): to leave off
 *
 * In the thread of the diary: finds out all that @self tells.
 */
gboolean
unknot_history_ask (UnknotHistory             *self,
                    UnknotDatabase            *database,
                    const UnknotHistoryWatch  *watch,
                    gpointer                   data,
                    GCancellable              *cancellable,
                    GError                   **error)
{
  g_auto (UnknotHistoryQuery) query = {
    .history = self,
    .database = database,
    .cancellable = cancellable,
    .spasms = g_array_new (FALSE, FALSE, sizeof (UnknotHistoryQuerySpasm)),
    .by_id = g_hash_table_new (g_int64_hash, g_int64_equal),
    .last_episodes = g_array_new (FALSE, FALSE, sizeof (gint64)),
    .medicines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .watch = watch,
    .data = data,
  };

  if (!unknot_history_query_ask (&query, UNKNOT_HISTORY_BOUNDS, take_bounds, error) ||
      !unknot_history_query_ask_days (&query, error) ||
      !unknot_history_query_ask_treatments (&query, error))
    return FALSE;

  unknot_history_query_finish_days (&query);

  return unknot_history_query_ask_spasms (&query, error) && ask_markers (&query, error) &&
         ask_pegs (&query, error);
}
