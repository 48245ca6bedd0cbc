/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-spasms"

#include "config.h"

#include "unknot-history-query.h"

static void
count_trigger (UnknotHistory *self,
               const char    *code)
{
  const UnknotHistoryTrigger trigger = { code, 1 };

  /* A vocabulary has each code once. */
  for (guint i = 0; i < self->triggers->len; i++)
    {
      UnknotHistoryTrigger *found = &g_array_index (self->triggers, UnknotHistoryTrigger, i);

      if (found->code == code)
        {
          found->n_spasms++;
          return;
        }
    }
  g_array_append_val (self->triggers, trigger);
}

static gboolean
take_code (UnknotHistoryQuery  *query,
           UnknotStatement     *statement,
           GError             **error)
{
  static const UnknotVocabulary aspects[] = { UNKNOT_VOCABULARY_TRIGGER, UNKNOT_VOCABULARY_FEEL,
                                              UNKNOT_VOCABULARY_STOPS, UNKNOT_VOCABULARY_SPREADS };
  gint64 episode = unknot_statement_take_integer (statement);
  const char *aspect = unknot_statement_take_text (statement);
  const char *code;
  guint i = 0;

  while (i < G_N_ELEMENTS (aspects) &&
         !g_str_equal (unknot_vocabulary_get_name (aspects[i]), aspect))
    i++;
  if (i == G_N_ELEMENTS (aspects))
    return TRUE;

  if (!unknot_diary_rows_take_code (statement, aspects[i], &code, error))
    return FALSE;
  if (aspects[i] == UNKNOT_VOCABULARY_TRIGGER)
    {
      UnknotHistoryQuerySpasm *spasm = g_hash_table_lookup (query->by_id, &episode);

      count_trigger (query->history, code);
      if (spasm != NULL)
        spasm->is_triggered = TRUE;
    }
  else if (query->watch != NULL)
    {
      query->watch->take_code (aspects[i], code, query->data);
    }

  return TRUE;
}

/* The most frequent first. */
static int
compare_triggers (gconstpointer a,
                  gconstpointer b)
{
  const UnknotHistoryTrigger *one = a;
  const UnknotHistoryTrigger *other = b;

  return one->n_spasms != other->n_spasms ? other->n_spasms - one->n_spasms
                                          : strcmp (one->code, other->code);
}

static gboolean
ask_codes (UnknotHistoryQuery  *query,
           GError             **error)
{
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_CODES, take_code, error))
    return FALSE;

  for (guint i = 0; i < query->spasms->len; i++)
    if (!g_array_index (query->spasms, UnknotHistoryQuerySpasm, i).is_triggered)
      query->history->n_untriggered++;
  g_array_sort (query->history->triggers, compare_triggers);

  return TRUE;
}

static guint
find_place (UnknotHistoryQuery *query,
            const char         *area,
            const char         *side)
{
  GArray *places = query->history->places;
  const UnknotHistoryPlace place = { area, side };
  const gint64 no_episode = 0;

  /* A vocabulary has each code once. */
  for (guint i = 0; i < places->len; i++)
    {
      const UnknotHistoryPlace *found = &g_array_index (places, UnknotHistoryPlace, i);

      if (found->area == area && found->side == side)
        return i;
    }
  g_array_append_val (places, place);
  g_array_append_val (query->last_episodes, no_episode);

  return places->len - 1;
}

/* Those of a spasm follow one another: an older entry may have a place twice. */
static gboolean
take_place (UnknotHistoryQuery  *query,
            UnknotStatement     *statement,
            GError             **error)
{
  gint64 episode = unknot_statement_take_integer (statement);
  const char *area, *side;
  UnknotHistoryPlace *place;
  gint64 *last_episode;
  guint position;
  int pain;

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_AREA, &area, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_SIDE, &side, error))
    return FALSE;

  pain = unknot_statement_take_integer (statement);
  position = find_place (query, area, side);
  place = &g_array_index (query->history->places, UnknotHistoryPlace, position);
  last_episode = &g_array_index (query->last_episodes, gint64, position);
  place->n_spasms += *last_episode != episode;
  place->worst = MAX (place->worst, pain);
  *last_episode = episode;

  return TRUE;
}

/* The most frequent first. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const UnknotHistoryPlace *one = a;
  const UnknotHistoryPlace *other = b;

  if (one->n_spasms != other->n_spasms)
    return other->n_spasms - one->n_spasms;
  if (one->area != other->area)
    return strcmp (one->area, other->area);

  return g_strcmp0 (one->side, other->side);
}

static gboolean
ask_places (UnknotHistoryQuery  *query,
            GError             **error)
{
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_PLACES, take_place, error))
    return FALSE;

  g_array_sort (query->history->places, compare_places);

  return TRUE;
}

/* Where the spasms were, what set them off, and what else is said of them. */
gboolean
unknot_history_query_ask_spasms (UnknotHistoryQuery  *query,
                                 GError             **error)
{
  return ask_codes (query, error) && ask_places (query, error);
}
