/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-rows"

#include "config.h"

#include "unknot-diary-rows.h"

#include "unknot-diary-tables.h"
#include "unknot-episode.h"
#include "unknot-visit.h"

#include <glib/gi18n-lib.h>

static const UnknotVocabulary aspects[] = {
  UNKNOT_VOCABULARY_TRIGGER,
  UNKNOT_VOCABULARY_FEEL,
  UNKNOT_VOCABULARY_STOPS,
  UNKNOT_VOCABULARY_SPREADS,
  UNKNOT_VOCABULARY_WARNING,
};

static gboolean
find_episode (UnknotDatabase  *database,
              const char      *uuid,
              gint64          *id,
              GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, "SELECT id FROM episode WHERE uuid = ?");
  g_autoptr (GError) local_error = NULL;

  unknot_statement_add_text (statement, uuid);
  if (unknot_statement_step (statement, &local_error))
    {
      *id = unknot_statement_take_integer (statement);
      return TRUE;
    }

  if (local_error == NULL)
    g_set_error_literal (&local_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND,
                         _("The spasm that this belongs to is not in the diary."));
  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

/* @state: (nullable): what is in the diary of it, where it is known that there is something */
static gboolean
write_row (UnknotDatabase             *database,
           UnknotEntry                *entry,
           gint64                      episode,
           const UnknotDiaryRowState  *state,
           gint64                      now,
           GError                    **error)
{
  const UnknotDiaryTable *table = unknot_diary_tables_get_for (G_OBJECT_TYPE (entry));
  UnknotStatement *statement = unknot_database_prepare (database, table->insert);
  UnknotDiaryRowState changed;
  gint64 id;

  unknot_statement_add_text (statement, unknot_entry_get_uuid (entry));
  unknot_statement_add_moment (statement, unknot_entry_get_moment (entry));
  if (table->has_episode)
    unknot_statement_add_positive (statement, episode);
  table->add (entry, statement);
  if (UNKNOT_IS_EPISODE (entry))
    unknot_statement_add_integer (statement, now);
  if (!unknot_statement_insert (statement, &id, error))
    return FALSE;

  if (id == 0 && state == NULL)
    {
      if (!unknot_diary_rows_get_state (database, entry, &changed, error))
        return FALSE;
      state = &changed;
    }
  unknot_entry_set_id (entry, id != 0 ? id : state->id);

  return TRUE;
}

static gboolean
run_with_id (UnknotDatabase  *database,
             const char      *sql,
             gint64           id,
             GError         **error)
{
  UnknotStatement *statement = unknot_database_prepare (database, sql);

  unknot_statement_add_integer (statement, id);

  return unknot_statement_run (statement, error);
}

static gboolean
clear_episode (UnknotDatabase  *database,
               gint64           id,
               GError         **error)
{
  return run_with_id (database, "DELETE FROM place WHERE episode = ?", id, error) &&
         run_with_id (database, "DELETE FROM episode_code WHERE episode = ?", id, error);
}

static gboolean
add_places (UnknotDatabase  *database,
            UnknotEpisode   *episode,
            gint64           id,
            GError         **error)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);
      UnknotStatement *statement =
        unknot_database_prepare (database, "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?)");

      unknot_statement_add_integer (statement, id);
      unknot_statement_add_integer (statement, i);
      unknot_statement_add_text (statement, unknot_place_get_area (place));
      unknot_statement_add_text (statement, unknot_place_get_side (place));
      unknot_statement_add_positive (statement, unknot_place_get_pain (place));
      unknot_statement_add_text (statement, unknot_place_get_kind (place));
      if (!unknot_statement_run (statement, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_places (UnknotDatabase  *database,
             UnknotEpisode   *episode,
             gint64           id,
             GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, "SELECT area, side, pain, kind FROM place "
                                       "WHERE episode = ? ORDER BY position");
  g_autoptr (GError) local_error = NULL;

  unknot_statement_add_integer (statement, id);
  while (unknot_statement_step (statement, &local_error))
    {
      const char *area = unknot_statement_take_text (statement);
      const char *side = unknot_statement_take_text (statement);
      gint64 pain = unknot_statement_take_positive (statement);
      const char *kind = unknot_statement_take_text (statement);
      g_autoptr (UnknotPlace) place = unknot_place_new (area, side, pain, kind, &local_error);

      if (place == NULL)
        break;
      g_list_store_append (unknot_episode_get_places (episode), place);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
add_codes (UnknotDatabase  *database,
           UnknotEpisode   *episode,
           gint64           id,
           GError         **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_auto (GStrv) codes = unknot_episode_dup_codes (episode, aspects[i]);

      for (guint j = 0; codes[j] != NULL; j++)
        {
          UnknotStatement *statement =
            unknot_database_prepare (database, "INSERT INTO episode_code VALUES (?, ?, ?)");

          unknot_statement_add_integer (statement, id);
          unknot_statement_add_text (statement, unknot_vocabulary_get_name (aspects[i]));
          unknot_statement_add_text (statement, codes[j]);
          if (!unknot_statement_run (statement, error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_codes (UnknotDatabase  *database,
            UnknotEpisode   *episode,
            gint64           id,
            GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, "SELECT aspect, code FROM episode_code WHERE episode = ?");
  GStrvBuilder *builders[G_N_ELEMENTS (aspects)];
  g_autoptr (GError) local_error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    builders[i] = g_strv_builder_new ();

  unknot_statement_add_integer (statement, id);
  while (unknot_statement_step (statement, &local_error))
    {
      const char *aspect = unknot_statement_take_text (statement);
      const char *code = unknot_statement_take_text (statement);

      for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
        {
          if (g_str_equal (unknot_vocabulary_get_name (aspects[i]), aspect))
            g_strv_builder_add (builders[i], code);
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_auto (GStrv) codes = g_strv_builder_unref_to_strv (builders[i]);

      if (local_error == NULL)
        unknot_episode_set_codes (episode, aspects[i], (const char *const *) codes, &local_error);
    }

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
write_belongings (UnknotDatabase  *database,
                  GListModel      *entries,
                  gint64           id,
                  gint64           now,
                  GError         **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      if (!write_row (database, entry, id, NULL, now, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_belongings (UnknotDatabase  *database,
                 UnknotEpisode   *episode,
                 gint64           id,
                 GError         **error)
{
  const GType types[] = { UNKNOT_TYPE_READING, UNKNOT_TYPE_RELIEF, UNKNOT_TYPE_DOSE };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autoptr (GPtrArray) entries =
        unknot_diary_rows_find_all (database, types[i], UNKNOT_DIARY_KEY_EPISODE, id, error);

      if (entries == NULL)
        return FALSE;
      for (guint j = 0; j < entries->len; j++)
        unknot_episode_add (episode, g_ptr_array_index (entries, j));
    }

  return TRUE;
}

/**
 * unknot_diary_rows_update_episode:
 * @id: the number of a spasm of which something that belongs to it was changed
 * @now: UTC milliseconds
 *
 * What is known of a spasm follows from its readings, and whoever shows it must look again. Within
 * a transaction.
 */
gboolean
unknot_diary_rows_update_episode (UnknotDatabase  *database,
                                  gint64           id,
                                  gint64           now,
                                  GError         **error)
{
  UnknotStatement *statement = unknot_database_prepare (
    database,
    "UPDATE episode SET "
    "worst = max (worst, coalesce ((SELECT max (pain) FROM reading "
    "                               WHERE episode = ?1 AND deleted IS NULL), 0)), "
    "current = coalesce ((SELECT pain FROM reading WHERE episode = ?1 AND deleted IS NULL "
    "                     ORDER BY at DESC, id DESC LIMIT 1), current), "
    "changed = max (changed + 1, ?2) WHERE id = ?1");

  unknot_statement_add_integer (statement, id);
  unknot_statement_add_integer (statement, now);

  return unknot_statement_run (statement, error);
}

/* As unknot_diary_rows_update_episode() does, of one that is not in the diary yet. */
static void
follow_readings (UnknotEpisode *episode)
{
  GListModel *readings = unknot_episode_get_readings (episode);
  g_autoptr (UnknotReading) latest = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (readings); i++)
    {
      g_autoptr (UnknotReading) reading = g_list_model_get_item (readings, i);
      int pain = unknot_reading_get_pain (reading);

      if (pain > unknot_episode_get_worst (episode))
        unknot_episode_set_worst (episode, pain, NULL);
      if (latest == NULL ||
          unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (reading)),
                                 unknot_entry_get_moment (UNKNOT_ENTRY (latest))) >= 0)
        g_set_object (&latest, reading);
    }

  if (latest != NULL)
    unknot_episode_set_current (episode, unknot_reading_get_pain (latest), NULL);
}

static gboolean
write_episode (UnknotDatabase  *database,
               UnknotEpisode   *episode,
               gint64           now,
               GError         **error)
{
  UnknotEntry *entry = UNKNOT_ENTRY (episode);
  g_autoptr (GError) local_error = NULL;
  UnknotDiaryRowState state;
  gboolean found = unknot_diary_rows_get_state (database, entry, &state, &local_error);
  gint64 id;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  if (!found)
    follow_readings (episode);
  if (!write_row (database, entry, -1, found ? &state : NULL, now, error))
    return FALSE;

  id = unknot_entry_get_id (entry);

  return (!found || clear_episode (database, id, error)) &&
         add_places (database, episode, id, error) &&
         add_codes (database, episode, id, error) &&
         write_belongings (database, unknot_episode_get_readings (episode), id, now, error) &&
         write_belongings (database, unknot_episode_get_reliefs (episode), id, now, error) &&
         write_belongings (database, unknot_episode_get_doses (episode), id, now, error) &&
         (!found || unknot_diary_rows_update_episode (database, id, now, error));
}

static gboolean
write_entry (UnknotDatabase  *database,
             UnknotEntry     *entry,
             gint64           now,
             GError         **error)
{
  const char *uuid = unknot_entry_get_episode (entry);
  gint64 episode = -1;

  if (UNKNOT_IS_EPISODE (entry))
    return write_episode (database, UNKNOT_EPISODE (entry), now, error);

  return (uuid == NULL || find_episode (database, uuid, &episode, error)) &&
         write_row (database, entry, episode, NULL, now, error) &&
         (uuid == NULL || unknot_diary_rows_update_episode (database, episode, now, error));
}

static gboolean
mark_entry (UnknotDatabase  *database,
            UnknotEntry     *entry,
            gboolean         deleted,
            gint64           now,
            GError         **error)
{
  const char *uuid = unknot_entry_get_episode (entry);
  UnknotStatement *statement =
    unknot_database_prepare (database, unknot_diary_tables_get_for (G_OBJECT_TYPE (entry))->mark);
  gint64 episode;

  unknot_statement_add_positive (statement, deleted ? now : -1);
  unknot_statement_add_text (statement, unknot_entry_get_uuid (entry));
  if (!unknot_statement_run (statement, error))
    return FALSE;

  if (unknot_database_get_n_changes (database) == 0)
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_NOT_FOUND,
                           _("The entry is not in the diary any more."));
      return FALSE;
    }

  return uuid == NULL || (find_episode (database, uuid, &episode, error) &&
                          unknot_diary_rows_update_episode (database, episode, now, error));
}

static UnknotEntry *
read_entry (UnknotDatabase          *database,
            const UnknotDiaryTable  *table,
            UnknotStatement         *statement,
            GError                 **error)
{
  gint64 id = unknot_statement_take_integer (statement);
  const char *uuid = unknot_statement_take_text (statement);
  g_autoptr (UnknotMoment) moment = NULL;
  const char *episode;
  g_autoptr (UnknotEntry) entry = NULL;

  if (!unknot_statement_take_moment (statement, &moment, error))
    return NULL;

  episode = unknot_statement_take_text (statement);
  entry = table->read (statement, moment, error);
  if (entry == NULL ||
      !unknot_entry_set_uuid (entry, uuid, error) ||
      !unknot_entry_set_episode (entry, episode, error))
    return NULL;

  unknot_entry_set_id (entry, id);
  if (UNKNOT_IS_EPISODE (entry) &&
      (!read_places (database, UNKNOT_EPISODE (entry), id, error) ||
       !read_codes (database, UNKNOT_EPISODE (entry), id, error) ||
       !read_belongings (database, UNKNOT_EPISODE (entry), id, error)))
    return NULL;

  return g_steal_pointer (&entry);
}

static UnknotEntry *
read_next (UnknotDatabase          *database,
           const UnknotDiaryTable  *table,
           UnknotStatement         *statement,
           GError                 **error)
{
  UnknotEntry *entry = NULL;
  GError *local_error = NULL;

  if (unknot_statement_step (statement, &local_error))
    entry = read_entry (database, table, statement, &local_error);
  if (local_error != NULL)
    unknot_diary_rows_propagate_damage (error, local_error);

  return entry;
}

/**
 * unknot_diary_rows_write:
 * @entries: (element-type UnknotEntry): each gets the number that it has in the diary; what belongs
 *   to a spasm, too
 * @now: UTC milliseconds
 *
 * Writes entries, or what has become of them, with all that belongs to them, in one transaction.
 * What is in the diary and belongs to them too stays.
 *
 * Returns: %TRUE where all are on the disk; %FALSE with @error set, and nothing changed, otherwise
 */
gboolean
unknot_diary_rows_write (UnknotDatabase  *database,
                         GPtrArray       *entries,
                         gint64           now,
                         GError         **error)
{
  gboolean good = TRUE;

  if (!unknot_database_begin (database, error))
    return FALSE;

  for (guint i = 0; good && i < entries->len; i++)
    good = write_entry (database, g_ptr_array_index (entries, i), now, error);

  return unknot_database_end (database, good, error);
}

/**
 * unknot_diary_rows_get_state:
 * @state: (out): of the entry with the uuid and the type of @entry, deleted or not
 *
 * Returns: %FALSE without an error where there is none
 */
gboolean
unknot_diary_rows_get_state (UnknotDatabase       *database,
                             UnknotEntry          *entry,
                             UnknotDiaryRowState  *state,
                             GError              **error)
{
  const UnknotDiaryTable *table = unknot_diary_tables_get_for (G_OBJECT_TYPE (entry));
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (database, table->state);

  unknot_statement_add_text (statement, unknot_entry_get_uuid (entry));
  if (!unknot_statement_step (statement, error))
    return FALSE;

  state->id = unknot_statement_take_integer (statement);
  state->changed = unknot_statement_take_integer (statement);
  state->deleted = unknot_statement_take_integer (statement) != 0;

  return TRUE;
}

/**
 * unknot_diary_rows_put:
 * @entry: gets the number that it has in the diary
 * @episode: the number of the spasm that it belongs to, or -1
 * @state: (nullable): what is in the diary of it, deleted or not; %NULL where nothing is
 * @changed: how often it was changed; of a spasm, when: UTC milliseconds
 *
 * Writes an entry as it is elsewhere, without what belongs to it. What is in the diary of it is
 * taken over. Within a transaction.
 */
gboolean
unknot_diary_rows_put (UnknotDatabase             *database,
                       UnknotEntry                *entry,
                       gint64                      episode,
                       const UnknotDiaryRowState  *state,
                       gint64                      changed,
                       GError                    **error)
{
  UnknotStatement *statement;
  gint64 id;

  if (!write_row (database, entry, episode, state, changed, error))
    return FALSE;

  id = unknot_entry_get_id (entry);
  if (UNKNOT_IS_EPISODE (entry) &&
      ((state != NULL && !clear_episode (database, id, error)) ||
       !add_places (database, UNKNOT_EPISODE (entry), id, error) ||
       !add_codes (database, UNKNOT_EPISODE (entry), id, error)))
    return FALSE;
  /* A new row is as it shall be already. */
  if (state == NULL && (UNKNOT_IS_EPISODE (entry) || changed == 0))
    return TRUE;

  statement =
    unknot_database_prepare (database, unknot_diary_tables_get_for (G_OBJECT_TYPE (entry))->put);
  unknot_statement_add_integer (statement, changed);
  unknot_statement_add_integer (statement, id);

  return unknot_statement_run (statement, error);
}

/**
 * unknot_diary_rows_mark:
 * @deleted: whether it is not shown any more
 */
gboolean
unknot_diary_rows_mark (UnknotDatabase  *database,
                        UnknotEntry     *entry,
                        gboolean         deleted,
                        gint64           now,
                        GError         **error)
{
  if (!unknot_database_begin (database, error))
    return FALSE;

  return unknot_database_end (database, mark_entry (database, entry, deleted, now, error), error);
}

/**
 * unknot_diary_rows_purge:
 *
 * Takes out what was marked as deleted.
 */
gboolean
unknot_diary_rows_purge (UnknotDatabase  *database,
                         GError         **error)
{
  const UnknotDiaryTable *table;
  gboolean good = TRUE;

  if (!unknot_database_begin (database, error))
    return FALSE;

  for (guint i = 0; good && (table = unknot_diary_tables_get (i)) != NULL; i++)
    good = unknot_database_execute (database, table->purge, error);

  return unknot_database_end (database, good, error);
}

/**
 * unknot_diary_rows_find:
 * @number: what to look for, unless it is text
 * @text: (nullable): what to look for, where it is text
 *
 * Returns: (transfer full) (nullable): the first entry of @type that @key finds; %NULL without an
 *   error where there is none
 */
UnknotEntry *
unknot_diary_rows_find (UnknotDatabase  *database,
                        GType            type,
                        UnknotDiaryKey   key,
                        gint64           number,
                        const char      *text,
                        GError         **error)
{
  const UnknotDiaryTable *table = unknot_diary_tables_get_for (type);
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (database, table->queries[key]);

  if (text != NULL)
    unknot_statement_add_text (statement, text);
  else
    unknot_statement_add_integer (statement, number);

  return read_next (database, table, statement, error);
}

/**
 * unknot_diary_rows_find_all:
 *
 * Returns: (transfer full) (nullable) (element-type UnknotEntry): every entry of @type that @key
 *   finds; %NULL with @error set where they could not be read
 */
GPtrArray *
unknot_diary_rows_find_all (UnknotDatabase  *database,
                            GType            type,
                            UnknotDiaryKey   key,
                            gint64           number,
                            GError         **error)
{
  const UnknotDiaryTable *table = unknot_diary_tables_get_for (type);
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (database, table->queries[key]);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) local_error = NULL;
  UnknotEntry *entry;

  unknot_statement_add_integer (statement, number);
  while ((entry = read_next (database, table, statement, &local_error)) != NULL)
    g_ptr_array_add (entries, entry);

  if (local_error == NULL)
    return g_steal_pointer (&entries);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return NULL;
}

/**
 * unknot_diary_rows_find_ongoing:
 *
 * Returns: (transfer full) (nullable): the last spasm that has no end; %NULL without an error where
 *   there is none
 */
UnknotEntry *
unknot_diary_rows_find_ongoing (UnknotDatabase  *database,
                                GError         **error)
{
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (database, "SELECT id FROM episode WHERE ended IS NULL AND "
                                       "deleted IS NULL ORDER BY started DESC, id DESC LIMIT 1");

  if (!unknot_statement_step (statement, error))
    return NULL;

  return unknot_diary_rows_find (database, UNKNOT_TYPE_EPISODE, UNKNOT_DIARY_KEY_ID,
                                 unknot_statement_take_integer (statement), NULL, error);
}

/**
 * unknot_diary_rows_find_recent:
 * @ended_from: milliseconds since 1970-01-01 00:00 UTC
 * @started_from: a local day, yyyymmdd
 * @max: how many at most
 *
 * Returns: (transfer full) (nullable) (element-type UnknotEpisode): the spasms that go on, and those
 *   that ended after @ended_from and started on @started_from or later, each kind with the latest
 *   first; %NULL with @error set where they could not be read
 */
GPtrArray *
unknot_diary_rows_find_recent (UnknotDatabase  *database,
                               gint64           ended_from,
                               int              started_from,
                               int              max,
                               GError         **error)
{
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (
    database,
    "SELECT * FROM (SELECT id FROM episode WHERE ended IS NULL AND deleted IS NULL "
    "               ORDER BY started DESC LIMIT ?3) "
    "UNION ALL "
    "SELECT * FROM (SELECT id FROM episode WHERE ended >= ?1 AND started_day >= ?2 "
    "               AND deleted IS NULL ORDER BY started_day DESC, started DESC LIMIT ?3)");
  g_autoptr (GPtrArray) episodes = g_ptr_array_new_with_free_func (g_object_unref);
  GError *local_error = NULL;

  unknot_statement_add_integer (statement, ended_from);
  unknot_statement_add_integer (statement, started_from);
  unknot_statement_add_integer (statement, max);
  while (unknot_statement_step (statement, &local_error))
    {
      UnknotEntry *episode = unknot_diary_rows_find (database, UNKNOT_TYPE_EPISODE,
                                                     UNKNOT_DIARY_KEY_ID,
                                                     unknot_statement_take_integer (statement), NULL,
                                                     &local_error);

      if (episode != NULL)
        g_ptr_array_add (episodes, episode);
      if (local_error != NULL)
        break;
    }
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  return g_steal_pointer (&episodes);
}

/**
 * unknot_diary_rows_find_visit:
 * @now: milliseconds since 1970-01-01 00:00 UTC
 *
 * Returns: (transfer full) (nullable): the visit of that kind that is nearest to @now; %NULL
 *   without an error where there is none
 */
UnknotEntry *
unknot_diary_rows_find_visit (UnknotDatabase    *database,
                              gint64             now,
                              UnknotDiaryVisit   which,
                              GError           **error)
{
  static const char *const questions[] = {
    [UNKNOT_DIARY_VISIT_LAST] = "SELECT id FROM visit WHERE at <= ? AND deleted IS NULL "
                                "ORDER BY at DESC, id DESC LIMIT 1",
    [UNKNOT_DIARY_VISIT_TOLD] = "SELECT id FROM visit WHERE at <= ? AND outcome <> '' AND "
                                "deleted IS NULL ORDER BY at DESC, id DESC LIMIT 1",
    [UNKNOT_DIARY_VISIT_NEXT] = "SELECT id FROM visit WHERE at > ? AND deleted IS NULL "
                                "ORDER BY at, id LIMIT 1",
  };
  g_autoptr (UnknotStatement) statement = unknot_database_prepare (database, questions[which]);

  unknot_statement_add_integer (statement, now);
  if (!unknot_statement_step (statement, error))
    return NULL;

  return unknot_diary_rows_find (database, UNKNOT_TYPE_VISIT, UNKNOT_DIARY_KEY_ID,
                                 unknot_statement_take_integer (statement), NULL, error);
}

/**
 * unknot_diary_rows_propagate_damage:
 * @local_error: (transfer full): why something that was read was refused
 *
 * Propagates @local_error, as damage where it says that what is kept is invalid: it was checked
 * before, so the file is not what it was.
 */
void
unknot_diary_rows_propagate_damage (GError **error,
                                    GError  *local_error)
{
  if (g_error_matches (local_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID))
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED,
                   _("An entry in the diary is damaged. %s"), local_error->message);
      g_error_free (local_error);
      return;
    }

  g_propagate_error (error, local_error);
}

/**
 * unknot_diary_rows_take_code:
 * @code: (out) (nullable): the code in the next column, or %NULL where there is none
 *
 * Returns: %FALSE with @error set where it is none of @vocabulary, which is damage
 */
gboolean
unknot_diary_rows_take_code (UnknotStatement   *statement,
                             UnknotVocabulary   vocabulary,
                             const char       **code,
                             GError           **error)
{
  g_autoptr (GError) local_error = NULL;

  if (unknot_vocabulary_take (vocabulary, unknot_statement_take_text (statement), code,
                              &local_error))
    return TRUE;

  unknot_diary_rows_propagate_damage (error, g_steal_pointer (&local_error));

  return FALSE;
}
