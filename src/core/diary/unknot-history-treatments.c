/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-treatments"

#include "config.h"

#include "unknot-history-query.h"

static gboolean
take_relief (UnknotHistoryQuery  *query,
             UnknotStatement     *statement,
             GError             **error)
{
  UnknotHistoryRelief relief = { 0 };

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_MEASURE, &relief.measure, error))
    return FALSE;

  relief.n = unknot_statement_take_integer (statement);
  for (guint i = 0; i < UNKNOT_HISTORY_N_EFFECTS; i++)
    relief.n_effects[i] = unknot_statement_take_integer (statement);
  g_array_append_val (query->history->reliefs, relief);

  return TRUE;
}

/* A marker for it, unless it was taken before the period. */
static gboolean
mark_medicine (UnknotHistoryQuery       *query,
               const UnknotHistoryDose  *dose,
               GError                  **error)
{
  UnknotHistoryMarker marker = { dose->day, UNKNOT_HISTORY_MARKER_MEDICINE, dose->code, NULL };
  gboolean was_taken;

  if (!unknot_history_query_was_taken (query, dose, &was_taken, error))
    return FALSE;

  if (was_taken)
    return TRUE;

  marker.title = dose->code == NULL ? g_strdup (dose->name) : NULL;
  g_array_append_val (query->history->markers, marker);

  return TRUE;
}

/* Sets the position of its medicine in the reliefs; at its first dose it is put there. */
static gboolean
find_medicine (UnknotHistoryQuery  *query,
               UnknotHistoryDose   *dose,
               GError             **error)
{
  GArray *reliefs = query->history->reliefs;
  const UnknotHistoryRelief relief = { .ingredient = dose->code };
  /* A name is no code. */
  g_autofree char *folded = dose->code == NULL ? g_ascii_strdown (dose->name, -1) : NULL;
  g_autofree char *key = dose->code != NULL ? g_strconcat ("=", dose->code, NULL)
                                            : g_strconcat (":", folded, NULL);
  gpointer position;

  if (g_hash_table_lookup_extended (query->medicines, key, NULL, &position))
    {
      dose->medicine = GPOINTER_TO_UINT (position);
      return TRUE;
    }

  dose->medicine = reliefs->len;
  g_array_append_val (reliefs, relief);
  g_hash_table_insert (query->medicines, g_steal_pointer (&key), GUINT_TO_POINTER (dose->medicine));

  return mark_medicine (query, dose, error);
}

static gboolean
take_dose (UnknotHistoryQuery  *query,
           UnknotStatement     *statement,
           GError             **error)
{
  UnknotHistory *self = query->history;
  UnknotHistoryDose dose = { .day = unknot_statement_take_integer (statement) };
  UnknotHistoryRelief *relief;

  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_INGREDIENT, &dose.code, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_INGREDIENT, &dose.ingredient,
                                    error))
    return FALSE;
  dose.name = unknot_statement_take_text (statement);
  dose.amount = unknot_statement_take_real (statement);
  if (!unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_UNIT, &dose.unit, error) ||
      !unknot_diary_rows_take_code (statement, UNKNOT_VOCABULARY_EFFECT, &dose.effect, error) ||
      !find_medicine (query, &dose, error))
    return FALSE;

  unknot_history_query_enter_day (query, dose.day);
  relief = &g_array_index (self->reliefs, UnknotHistoryRelief, dose.medicine);
  relief->n++;
  if (dose.effect != NULL)
    relief->n_effects[unknot_vocabulary_find (UNKNOT_VOCABULARY_EFFECT, dose.effect)]++;
  if (dose.code == NULL)
    g_set_str (&relief->name, dose.name);
  if (query->watch != NULL)
    query->watch->take_dose (&dose, query->data);

  return TRUE;
}

/* The most frequent first. */
static int
compare_reliefs (gconstpointer a,
                 gconstpointer b)
{
  const UnknotHistoryRelief *one = a;
  const UnknotHistoryRelief *other = b;
  int order = other->n - one->n;

  if (order == 0)
    order = g_strcmp0 (one->measure, other->measure);
  if (order == 0)
    order = g_strcmp0 (one->ingredient, other->ingredient);

  return order != 0 ? order : g_strcmp0 (one->name, other->name);
}

/* What was tried and taken, and with what effect, on which days. */
gboolean
unknot_history_query_ask_treatments (UnknotHistoryQuery  *query,
                                     GError             **error)
{
  if (!unknot_history_query_ask (query, UNKNOT_HISTORY_RELIEFS, take_relief, error) ||
      !unknot_history_query_ask (query, UNKNOT_HISTORY_DOSES, take_dose, error))
    return FALSE;

  g_array_sort (query->history->reliefs, compare_reliefs);

  return TRUE;
}
