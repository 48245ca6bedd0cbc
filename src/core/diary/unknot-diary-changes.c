/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-changes"

#include "config.h"

#include "unknot-diary-private.h"

#include "unknot-diary-rows.h"

/* What is asked of the diary to keep, or to take out of sight. */

typedef struct
{
  GPtrArray *entries;
  GPtrArray *copies;
  gint64 now;
  gboolean deleted;
} Change;

static void
free_change (gpointer data)
{
  Change *change = data;

  g_ptr_array_unref (change->entries);
  g_ptr_array_unref (change->copies);
  g_free (change);
}

static gboolean
save_in_thread (UnknotDatabase  *database,
                gpointer         data,
                GError         **error)
{
  Change *change = data;

  return unknot_diary_rows_write (database, change->copies, change->now, error);
}

static gboolean
mark_in_thread (UnknotDatabase  *database,
                gpointer         data,
                GError         **error)
{
  Change *change = data;

  return unknot_diary_rows_mark (database, g_ptr_array_index (change->copies, 0), change->deleted,
                                 change->now, error);
}

static void
take_ids (GListModel *from,
          GListModel *to)
{
  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (UnknotEntry) saved = g_list_model_get_item (from, i);

      for (guint j = 0; j < g_list_model_get_n_items (to); j++)
        {
          g_autoptr (UnknotEntry) entry = g_list_model_get_item (to, j);

          if (g_str_equal (unknot_entry_get_uuid (entry), unknot_entry_get_uuid (saved)))
            unknot_entry_set_id (entry, unknot_entry_get_id (saved));
        }
    }
}

static void
take_all_ids (UnknotEntry *from,
              UnknotEntry *to)
{
  unknot_entry_set_id (to, unknot_entry_get_id (from));
  if (UNKNOT_IS_EPISODE (to))
    {
      UnknotEpisode *saved = UNKNOT_EPISODE (from);
      UnknotEpisode *episode = UNKNOT_EPISODE (to);

      take_ids (unknot_episode_get_readings (saved), unknot_episode_get_readings (episode));
      take_ids (unknot_episode_get_reliefs (saved), unknot_episode_get_reliefs (episode));
      take_ids (unknot_episode_get_doses (saved), unknot_episode_get_doses (episode));
    }
}

static void
saved (GTask *task)
{
  UnknotDiary *self = g_task_get_source_object (task);
  Change *change = g_task_get_task_data (task);

  for (guint i = 0; i < change->entries->len; i++)
    take_all_ids (g_ptr_array_index (change->copies, i), g_ptr_array_index (change->entries, i));
  unknot_diary_refresh (self);
  g_task_return_boolean (task, TRUE);
  unknot_diary_back_up_if_due (self);
}

static void
marked (GTask *task)
{
  unknot_diary_refresh (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

static void
change_entries (UnknotDiary         *self,
                UnknotEntry * const *entries,
                guint                n_entries,
                gboolean             deleted,
                UnknotDiaryWork      work,
                UnknotDiaryDone      done,
                gpointer             source_tag,
                GAsyncReadyCallback  callback,
                gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (self));
  Change *change = g_new0 (Change, 1);

  change->entries = g_ptr_array_new_with_free_func (g_object_unref);
  change->copies = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < n_entries; i++)
    {
      g_ptr_array_add (change->entries, g_object_ref (entries[i]));
      g_ptr_array_add (change->copies, unknot_entry_copy (entries[i]));
    }
  change->now = g_date_time_to_unix_usec (now) / 1000;
  change->deleted = deleted;
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, change, free_change);
  unknot_diary_run (self, task, work, done);
}

/**
 * unknot_diary_save_async:
 * @entry: as it is now; it may be changed meanwhile
 *
 * Saves an entry, new or changed; a spasm with all that was added to it. What was saved before and
 * belongs to a spasm stays where the object does not know of it.
 */
void
unknot_diary_save_async (UnknotDiary         *self,
                         UnknotEntry         *entry,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (UNKNOT_IS_ENTRY (entry));

  change_entries (self, &entry, 1, FALSE, save_in_thread, saved, unknot_diary_save_async, callback,
                  user_data);
}

/**
 * unknot_diary_save_all_async:
 * @entries: (element-type UnknotEntry): as they are now; what belongs to a spasm by its uuid comes
 *   after it
 *
 * Saves many entries at once, as unknot_diary_save_async() does one: all of them, or none.
 */
void
unknot_diary_save_all_async (UnknotDiary         *self,
                             GPtrArray           *entries,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (entries != NULL);

  change_entries (self, (UnknotEntry * const *) entries->pdata, entries->len, FALSE,
                  save_in_thread, saved, unknot_diary_save_all_async, callback, user_data);
}

/**
 * unknot_diary_delete_async:
 *
 * Takes an entry out of sight, a spasm with all that belongs to it. Until the diary is opened the
 * next time, unknot_diary_undelete_async() brings it back.
 */
void
unknot_diary_delete_async (UnknotDiary         *self,
                           UnknotEntry         *entry,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (UNKNOT_IS_ENTRY (entry));

  change_entries (self, &entry, 1, TRUE, mark_in_thread, marked, unknot_diary_delete_async,
                  callback, user_data);
}

void
unknot_diary_undelete_async (UnknotDiary         *self,
                             UnknotEntry         *entry,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (UNKNOT_IS_ENTRY (entry));

  change_entries (self, &entry, 1, FALSE, mark_in_thread, marked, unknot_diary_undelete_async,
                  callback, user_data);
}

/**
 * unknot_diary_change_finish:
 *
 * Ends saving, deleting and undeleting.
 *
 * Returns: %TRUE where what was asked for is on the disk; %FALSE with @error set where nothing was
 *   changed, and it can be asked for again
 */
gboolean
unknot_diary_change_finish (UnknotDiary   *self,
                            GAsyncResult  *result,
                            GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
