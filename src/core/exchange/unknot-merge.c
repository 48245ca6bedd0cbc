/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-merge"

#include "config.h"

#include "unknot-merge.h"

#include "unknot-day.h"
#include "unknot-diary-tables.h"
#include "unknot-entry-json.h"
#include "unknot-episode.h"

struct _UnknotMerge
{
  UnknotMergeCounts counts;
  GArray *steps; /* Step, in the order in which they were done */
};

/* What was done to an entry, and how it was before. */
typedef struct
{
  const UnknotDiaryTable *table;
  gint64 id;
  gint64 episode;         /* the number of the spasm that it was added to, or 0 */
  gint64 changed;         /* of that spasm, or of the entry: as it was left */
  char *before;           /* nullable: it was not there; as JSON, which takes less than objects */
  gint64 changed_before;
} Step;

static void
clear_step (gpointer data)
{
  Step *step = data;

  g_free (step->before);
}

static void
add_step (UnknotMerge *self,
          UnknotEntry *entry,
          gint64       episode,
          gint64       changed,
          UnknotEntry *before,
          gint64       changed_before)
{
  Step step = {
    unknot_diary_tables_get_for (G_OBJECT_TYPE (entry)), unknot_entry_get_id (entry), episode,
    changed, NULL, changed_before
  };

  if (before != NULL)
    {
      g_autoptr (JsonNode) json = unknot_entry_to_json (before);

      step.before = json_to_string (json, FALSE);
    }
  g_array_append_val (self->steps, step);
}

static gboolean
is_same (UnknotEntry *one,
         UnknotEntry *other)
{
  g_autoptr (JsonNode) json = unknot_entry_to_json (one);
  g_autoptr (JsonNode) other_json = unknot_entry_to_json (other);

  return g_strcmp0 (unknot_entry_get_episode (one), unknot_entry_get_episode (other)) == 0 &&
         json_node_equal (json, other_json);
}

/* Unlike unknot_diary_rows_get_state(), tells an error from what is not there. */
static gboolean
look_up (UnknotDatabase       *database,
         UnknotEntry          *entry,
         gboolean             *found,
         UnknotDiaryRowState  *state,
         GError              **error)
{
  GError *local_error = NULL;

  *found = unknot_diary_rows_get_state (database, entry, state, &local_error);
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, local_error);

  return FALSE;
}

/* --- What belongs to a spasm --- */

/* Of a deleted spasm it does, too. */
static gboolean
belongs_elsewhere (UnknotDatabase *database,
                   UnknotEntry    *entry)
{
  g_autoptr (UnknotEntry) there =
    unknot_diary_rows_find (database, G_OBJECT_TYPE (entry), UNKNOT_DIARY_KEY_UUID, 0,
                            unknot_entry_get_uuid (entry), NULL);

  return there == NULL ||
         g_strcmp0 (unknot_entry_get_episode (there), unknot_entry_get_episode (entry)) != 0;
}

/* @is_newer: whether it takes the place of what is there; what is not there is @added. */
static gboolean
put_belongings (UnknotDatabase  *database,
                GListModel      *entries,
                gint64           episode,
                gboolean         is_newer,
                GPtrArray       *added,
                GError         **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);
      UnknotDiaryRowState state = { 0 };
      gboolean found;

      if (!look_up (database, entry, &found, &state, error))
        return FALSE;
      if (found && !state.deleted && (!is_newer || belongs_elsewhere (database, entry)))
        continue;

      if (!unknot_diary_rows_put (database, entry, episode, found ? &state : NULL,
                                  found ? state.changed + 1 : 0, error))
        return FALSE;
      if (!found || state.deleted)
        g_ptr_array_add (added, g_object_ref (entry));
    }

  return TRUE;
}

/* @id: the number of the spasm */
static gboolean
put_all_belongings (UnknotDatabase  *database,
                    UnknotEpisode   *episode,
                    gint64           id,
                    gboolean         is_newer,
                    GPtrArray       *added,
                    GError         **error)
{
  return put_belongings (database, unknot_episode_get_readings (episode), id, is_newer, added,
                         error) &&
         put_belongings (database, unknot_episode_get_reliefs (episode), id, is_newer, added,
                         error) &&
         put_belongings (database, unknot_episode_get_doses (episode), id, is_newer, added, error);
}

static guint
count_belongings (UnknotEpisode *episode)
{
  return g_list_model_get_n_items (unknot_episode_get_readings (episode)) +
         g_list_model_get_n_items (unknot_episode_get_reliefs (episode)) +
         g_list_model_get_n_items (unknot_episode_get_doses (episode));
}

/* What became of a spasm that was in the diary. Unless it is as @episode is, it is newer than both
 * were. */
static gboolean
settle_episode (UnknotMerge                *self,
                UnknotDatabase             *database,
                UnknotEntry                *before,
                const UnknotDiaryRowState  *state,
                UnknotEpisode              *episode,
                gboolean                    is_newer,
                GPtrArray                  *added,
                GError                    **error)
{
  guint n_now = count_belongings (UNKNOT_EPISODE (before)) + added->len;
  UnknotDiaryRowState now;

  if ((!is_newer || n_now > count_belongings (episode)) &&
      !unknot_diary_rows_update_episode (database, state->id, 0, error))
    return FALSE;
  if (!unknot_diary_rows_get_state (database, before, &now, error))
    return FALSE;

  add_step (self, before, 0, now.changed, before, state->changed);
  for (guint i = 0; i < added->len; i++)
    add_step (self, g_ptr_array_index (added, i), state->id, now.changed, NULL, 0);
  self->counts.n_changed++;

  return TRUE;
}

static gboolean
merge_episode (UnknotMerge                *self,
               UnknotDatabase             *database,
               UnknotEntry                *before,
               const UnknotDiaryRowState  *state,
               UnknotEntry                *entry,
               gint64                      changed,
               GError                    **error)
{
  gboolean is_newer = changed > state->changed;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  if ((is_newer && !unknot_diary_rows_put (database, entry, -1, state, changed, error)) ||
      !put_all_belongings (database, UNKNOT_EPISODE (entry), state->id, is_newer, added, error))
    return FALSE;

  if (is_newer || added->len > 0)
    return settle_episode (self, database, before, state, UNKNOT_EPISODE (entry), is_newer, added,
                           error);

  self->counts.n_kept++;

  return TRUE;
}

/* --- Each entry --- */

/* As the diary has it: a reading is never above the worst. */
static void
raise_worst (UnknotEpisode *episode)
{
  GListModel *readings = unknot_episode_get_readings (episode);

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (UnknotReading) reading = g_list_model_get_item (readings, i);

      if (unknot_reading_get_pain (reading) > unknot_episode_get_worst (episode))
        unknot_episode_set_worst (episode, unknot_reading_get_pain (reading), NULL);
    }
}

static gboolean
add (UnknotMerge                *self,
     UnknotDatabase             *database,
     const UnknotDiaryRowState  *state,
     UnknotEntry                *entry,
     gint64                      changed,
     GError                    **error)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  if (!unknot_diary_rows_put (database, entry, -1, state, changed, error) ||
      (UNKNOT_IS_EPISODE (entry) &&
       !put_all_belongings (database, UNKNOT_EPISODE (entry), unknot_entry_get_id (entry), FALSE,
                            added, error)))
    return FALSE;

  add_step (self, entry, 0, changed, NULL, 0);
  self->counts.n_added++;

  return TRUE;
}

static gboolean
merge (UnknotMerge                *self,
       UnknotDatabase             *database,
       UnknotEntry                *before,
       const UnknotDiaryRowState  *state,
       UnknotEntry                *entry,
       gint64                      changed,
       GError                    **error)
{
  if (is_same (before, entry))
    {
      self->counts.n_same++;
      return TRUE;
    }
  if (UNKNOT_IS_EPISODE (entry))
    return merge_episode (self, database, before, state, entry, changed, error);
  if (changed <= state->changed || unknot_entry_get_episode (before) != NULL)
    {
      self->counts.n_kept++;
      return TRUE;
    }

  if (!unknot_diary_rows_put (database, entry, -1, state, changed, error))
    return FALSE;
  add_step (self, entry, 0, changed, before, state->changed);
  self->counts.n_changed++;

  return TRUE;
}

/* A diary has one of them a day: what was told of it first stays. */
static gboolean
keep_day (UnknotMerge *self,
          UnknotDay   *there,
          UnknotDay   *day)
{
  if (g_str_equal (unknot_entry_get_uuid (UNKNOT_ENTRY (there)),
                   unknot_entry_get_uuid (UNKNOT_ENTRY (day))))
    return FALSE;

  if (unknot_day_is_painless (there) == unknot_day_is_painless (day) &&
      g_strcmp0 (unknot_day_get_sleep (there), unknot_day_get_sleep (day)) == 0)
    self->counts.n_same++;
  else
    self->counts.n_kept++;

  return TRUE;
}

UnknotMerge *
unknot_merge_new (void)
{
  UnknotMerge *self = g_new0 (UnknotMerge, 1);

  self->steps = g_array_new (FALSE, FALSE, sizeof (Step));
  g_array_set_clear_func (self->steps, clear_step);

  return self;
}

void
unknot_merge_free (UnknotMerge *self)
{
  g_array_unref (self->steps);
  g_free (self);
}

const UnknotMergeCounts *
unknot_merge_get_counts (UnknotMerge *self)
{
  return &self->counts;
}

/**
 * unknot_merge_take:
 * @entry: (transfer none): one that stands by itself; a spasm with all that belongs to it. It may
 *   be changed
 * @changed: how often it was changed; of a spasm, when: UTC milliseconds
 *
 * Brings an entry into the diary: as it is, where it is not there; in the place of what is there,
 * where that was changed less often or earlier. What is there otherwise is never overwritten: of a
 * spasm, what belongs to it and is not there is added. Within a transaction.
 *
 * Returns: %FALSE with @error set where the diary could not be read or written
 */
gboolean
unknot_merge_take (UnknotMerge     *self,
                   UnknotDatabase  *database,
                   UnknotEntry     *entry,
                   gint64           changed,
                   GError         **error)
{
  g_autoptr (UnknotEntry) before = NULL;
  UnknotDiaryRowState state = { 0 };
  gboolean found;

  if (UNKNOT_IS_EPISODE (entry))
    raise_worst (UNKNOT_EPISODE (entry));
  if (UNKNOT_IS_DAY (entry))
    {
      int day = unknot_moment_get_day (unknot_entry_get_moment (entry));
      g_autoptr (GError) local_error = NULL;
      g_autoptr (UnknotEntry) there =
        unknot_diary_rows_find (database, UNKNOT_TYPE_DAY, UNKNOT_DIARY_KEY_DAY, day, NULL,
                                &local_error);

      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (there != NULL && keep_day (self, UNKNOT_DAY (there), UNKNOT_DAY (entry)))
        return TRUE;
    }

  if (!look_up (database, entry, &found, &state, error))
    return FALSE;
  if (!found || state.deleted)
    return add (self, database, found ? &state : NULL, entry,
                found ? MAX (changed, state.changed + 1) : changed, error);

  before = unknot_diary_rows_find (database, G_OBJECT_TYPE (entry), UNKNOT_DIARY_KEY_ID, state.id,
                                   NULL, error);

  return before != NULL && merge (self, database, before, &state, entry, changed, error);
}

/**
 * unknot_merge_look:
 * @state: (out): what the diary has of @entry
 *
 * Returns: %FALSE with @error set where the diary could not be read
 */
gboolean
unknot_merge_look (UnknotDatabase    *database,
                   UnknotEntry       *entry,
                   UnknotMergeState  *state,
                   GError           **error)
{
  g_autoptr (UnknotEntry) there = NULL;
  UnknotDiaryRowState row = { 0 };
  gboolean found;

  if (!look_up (database, entry, &found, &row, error))
    return FALSE;

  *state = found ? UNKNOT_MERGE_STATE_DELETED : UNKNOT_MERGE_STATE_NONE;
  if (!found || row.deleted)
    return TRUE;

  there = unknot_diary_rows_find (database, G_OBJECT_TYPE (entry), UNKNOT_DIARY_KEY_ID, row.id,
                                  NULL, error);
  if (there == NULL)
    return FALSE;

  *state = is_same (there, entry) ? UNKNOT_MERGE_STATE_SAME : UNKNOT_MERGE_STATE_OTHER;

  return TRUE;
}

/* --- Undoing --- */

/* What became since of an entry, or of the spasm that it belongs to. */
typedef enum
{
  SINCE_NOTHING,
  SINCE_CHANGED,
  SINCE_DELETED,
} Since;

static gboolean
find_since (const Step      *step,
            UnknotDatabase  *database,
            Since           *since,
            GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    step->episode != 0
      ? unknot_database_prepare (database, "SELECT changed FROM episode WHERE id = ? AND "
                                           "deleted IS NULL")
      : unknot_database_prepare (database, step->table->get_changed);
  g_autoptr (GError) local_error = NULL;

  unknot_statement_add_integer (statement, step->episode != 0 ? step->episode : step->id);
  if (!unknot_statement_step (statement, &local_error))
    *since = SINCE_DELETED;
  else
    *since = unknot_statement_take_integer (statement) == step->changed ? SINCE_NOTHING
                                                                        : SINCE_CHANGED;
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
mark (const Step      *step,
      UnknotDatabase  *database,
      gint64           now,
      GError         **error)
{
  UnknotStatement *statement = unknot_database_prepare (database, step->table->mark_id);

  unknot_statement_add_integer (statement, now);
  unknot_statement_add_integer (statement, step->id);

  return unknot_statement_run (statement, error);
}

static gboolean
put_back (const Step      *step,
          UnknotDatabase  *database,
          GError         **error)
{
  const UnknotDiaryRowState state = { step->id, step->changed, FALSE };
  g_autoptr (JsonNode) json = json_from_string (step->before, error);
  g_autoptr (UnknotEntry) before =
    json != NULL ? unknot_entry_new_from_json (step->table->get_type (), json, error) : NULL;
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  return before != NULL &&
         (!UNKNOT_IS_EPISODE (before) ||
          put_all_belongings (database, UNKNOT_EPISODE (before), step->id, TRUE, added, error)) &&
         unknot_diary_rows_put (database, before, -1, &state, step->changed_before, error);
}

/**
 * unknot_merge_undo:
 * @now: UTC milliseconds
 * @n_left: (out): how many entries were changed since, a spasm with all that belongs to it once
 *
 * Brings the diary to where it was before @self: what was added is marked as deleted, what was
 * changed is as it was. What was changed again since stays as it is now. Within a transaction.
 */
gboolean
unknot_merge_undo (UnknotMerge     *self,
                   UnknotDatabase  *database,
                   gint64           now,
                   guint           *n_left,
                   GError         **error)
{
  *n_left = 0;
  for (guint i = self->steps->len; i > 0; i--)
    {
      const Step *step = &g_array_index (self->steps, Step, i - 1);
      Since since;

      if (!find_since (step, database, &since, error) ||
          (since == SINCE_NOTHING && !(step->before != NULL ? put_back (step, database, error)
                                                            : mark (step, database, now, error))))
        return FALSE;
      /* What belongs to a spasm has a step beside the spasm's own. */
      *n_left += since == SINCE_CHANGED && step->episode == 0;
    }

  return TRUE;
}
