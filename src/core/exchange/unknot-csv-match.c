/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-match"

#include "config.h"

#include "unknot-csv-match.h"

#include "unknot-csv-mapping.h"

/* Among more that began at the same time nobody looks for one. */
#define MAX_TRIED 100

struct _UnknotCsvMatch
{
  UnknotMerge *merge;
  UnknotDatabase *database;
  GHashTable *taken;  /* ids that rows have by now */
  GHashTable *lowest; /* the first number that may not be taken, by the first id of its start */
  GPtrArray *open;    /* of UnknotEpisode: rows of which it is not known yet */
};

/* Numbers among the spasms that began when a row did, of which no row has one yet; 0 for none. */
typedef struct
{
  guint same;  /* of one that is as the row is */
  guint other; /* of the first that is not */
  guint free;  /* of the first that is not there */
} Places;

static guint
get_lowest (UnknotCsvMatch *self,
            const char     *start)
{
  return MAX (GPOINTER_TO_UINT (g_hash_table_lookup (self->lowest, start)), 1);
}

/* @done: whether no place can be better, nor any after it */
static gboolean
look (UnknotCsvMatch  *self,
      UnknotEpisode   *episode,
      guint            number,
      Places          *places,
      gboolean        *done,
      GError         **error)
{
  UnknotMergeState state;
  guint *place;

  if (!unknot_merge_look (self->database, UNKNOT_ENTRY (episode), &state, error))
    return FALSE;

  place = state == UNKNOT_MERGE_STATE_SAME    ? &places->same
          : state == UNKNOT_MERGE_STATE_OTHER ? &places->other
                                              : &places->free;
  if (*place == 0)
    *place = number;
  *done = state == UNKNOT_MERGE_STATE_SAME || state == UNKNOT_MERGE_STATE_NONE;

  return TRUE;
}

static gboolean
find_places (UnknotCsvMatch  *self,
             UnknotEpisode   *episode,
             Places          *places,
             GError         **error)
{
  g_autofree char *start = unknot_csv_mapping_dup_uuid (episode, 1);
  guint n_tried = 0;
  gboolean done = FALSE;

  *places = (Places) { 0 };
  for (guint i = get_lowest (self, start); n_tried < MAX_TRIED && !done; i++)
    {
      g_autofree char *uuid = unknot_csv_mapping_dup_uuid (episode, i);

      if (g_hash_table_contains (self->taken, uuid))
        continue;
      n_tried++;
      if (!unknot_entry_set_uuid (UNKNOT_ENTRY (episode), uuid, error) ||
          !look (self, episode, i, places, &done, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
take_place (UnknotCsvMatch  *self,
            UnknotEpisode   *episode,
            guint            number,
            GError         **error)
{
  g_autofree char *start = unknot_csv_mapping_dup_uuid (episode, 1);
  char *uuid = unknot_csv_mapping_dup_uuid (episode, number);

  g_hash_table_add (self->taken, uuid);
  if (number == get_lowest (self, start))
    g_hash_table_replace (self->lowest, g_steal_pointer (&start), GUINT_TO_POINTER (number + 1));

  return unknot_entry_set_uuid (UNKNOT_ENTRY (episode), uuid, error) &&
         unknot_merge_take (self->merge, self->database, UNKNOT_ENTRY (episode), 0, error);
}

UnknotCsvMatch *
unknot_csv_match_new (UnknotMerge    *merge,
                      UnknotDatabase *database)
{
  UnknotCsvMatch *self = g_new0 (UnknotCsvMatch, 1);

  self->merge = merge;
  self->database = database;
  self->taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->lowest = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->open = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
unknot_csv_match_free (UnknotCsvMatch *self)
{
  g_hash_table_unref (self->taken);
  g_hash_table_unref (self->lowest);
  g_ptr_array_unref (self->open);
  g_free (self);
}

/**
 * unknot_csv_match_take:
 * @episode: what a row tells, which gets its id
 *
 * Brings a row into the diary, as unknot_merge_take() does: as the spasm that is as the row is, or
 * a new one where none began at that time. What is neither waits for unknot_csv_match_end(), as
 * another row may be the spasm that is there.
 *
 * Returns: %FALSE with @error set where the diary could not be read or written
 */
gboolean
unknot_csv_match_take (UnknotCsvMatch  *self,
                       UnknotEpisode   *episode,
                       GError         **error)
{
  Places places;

  if (!find_places (self, episode, &places, error))
    return FALSE;
  if (places.same != 0)
    return take_place (self, episode, places.same, error);
  if (places.other == 0)
    return take_place (self, episode, places.free, error);

  g_ptr_array_add (self->open, g_object_ref (episode));

  return TRUE;
}

/**
 * unknot_csv_match_end:
 *
 * There are no more rows: those that wait are the spasms that began then and that no other row is,
 * changed here or there, and new ones where there are more rows than spasms.
 *
 * Returns: %FALSE with @error set where the diary could not be read or written
 */
gboolean
unknot_csv_match_end (UnknotCsvMatch  *self,
                      GError         **error)
{
  for (guint i = 0; i < self->open->len; i++)
    {
      UnknotEpisode *episode = g_ptr_array_index (self->open, i);
      Places places;

      if (!find_places (self, episode, &places, error) ||
          !take_place (self, episode, places.other != 0 ? places.other : places.free, error))
        return FALSE;
    }

  return TRUE;
}
