/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-change"

#include "config.h"

#include "unknot-change.h"

/**
 * UnknotChange:
 *
 * Something that was done to the diary, in words, and how it is undone.
 */
struct _UnknotChange
{
  GObject parent_instance;

  char *message;
  UnknotEntry *before; /* nullable: an entry as it was */
  GPtrArray *created;  /* of UnknotEntry */
  GPtrArray *deleted;  /* of UnknotEntry */
  GBytes *discarded;   /* nullable: a draft */
  guint n_undoing;     /* so many things are on their way to the disk */
};

G_DEFINE_FINAL_TYPE (UnknotChange, unknot_change, G_TYPE_OBJECT)

/* Adds each of @from that is not among @among. */
static void
add_missing (GPtrArray  *missing,
             GListModel *from,
             GListModel *among)
{
  for (guint i = 0; i < g_list_model_get_n_items (from); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (from, i);
      gboolean found = FALSE;

      for (guint j = 0; j < g_list_model_get_n_items (among) && !found; j++)
        {
          g_autoptr (UnknotEntry) other = g_list_model_get_item (among, j);

          found = g_str_equal (unknot_entry_get_uuid (entry), unknot_entry_get_uuid (other));
        }
      if (!found)
        g_ptr_array_add (missing, g_steal_pointer (&entry));
    }
}

static void
add_all_missing (GPtrArray     *missing,
                 UnknotEpisode *from,
                 UnknotEpisode *among)
{
  add_missing (missing, unknot_episode_get_readings (from), unknot_episode_get_readings (among));
  add_missing (missing, unknot_episode_get_reliefs (from), unknot_episode_get_reliefs (among));
  add_missing (missing, unknot_episode_get_doses (from), unknot_episode_get_doses (among));
}

static void
unknot_change_finalize (GObject *object)
{
  UnknotChange *self = UNKNOT_CHANGE (object);

  g_free (self->message);
  g_clear_object (&self->before);
  g_ptr_array_unref (self->created);
  g_ptr_array_unref (self->deleted);
  g_clear_pointer (&self->discarded, g_bytes_unref);

  G_OBJECT_CLASS (unknot_change_parent_class)->finalize (object);
}

static void
unknot_change_class_init (UnknotChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_change_finalize;
}

static void
unknot_change_init (UnknotChange *self)
{
  self->created = g_ptr_array_new_with_free_func (g_object_unref);
  self->deleted = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * unknot_change_new:
 * @message: what was done
 */
UnknotChange *
unknot_change_new (const char *message)
{
  UnknotChange *self = g_object_new (UNKNOT_TYPE_CHANGE, NULL);

  self->message = g_strdup (message);

  return self;
}

/**
 * unknot_change_new_edit:
 * @before: a spasm as it was
 * @after: the same as it is now
 *
 * Returns: (transfer full): the change from the one to the other, with what belongs to it
 */
UnknotChange *
unknot_change_new_edit (const char    *message,
                        UnknotEpisode *before,
                        UnknotEpisode *after)
{
  UnknotChange *self = unknot_change_new (message);

  unknot_change_set_before (self, UNKNOT_ENTRY (before));
  add_all_missing (self->created, after, before);
  add_all_missing (self->deleted, before, after);

  return self;
}

const char *
unknot_change_get_message (UnknotChange *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHANGE (self), NULL);

  return self->message;
}

/**
 * unknot_change_set_before:
 * @before: an entry as it was, and is to be again
 */
void
unknot_change_set_before (UnknotChange *self,
                          UnknotEntry  *before)
{
  g_return_if_fail (UNKNOT_IS_CHANGE (self));

  g_set_object (&self->before, before);
}

/**
 * unknot_change_add_created:
 * @entry: one that was not there before
 */
void
unknot_change_add_created (UnknotChange *self,
                           UnknotEntry  *entry)
{
  g_return_if_fail (UNKNOT_IS_CHANGE (self));

  g_ptr_array_add (self->created, g_object_ref (entry));
}

/**
 * unknot_change_add_deleted:
 * @entry: one that was there before
 */
void
unknot_change_add_deleted (UnknotChange *self,
                           UnknotEntry  *entry)
{
  g_return_if_fail (UNKNOT_IS_CHANGE (self));

  g_ptr_array_add (self->deleted, g_object_ref (entry));
}

/**
 * unknot_change_get_discarded:
 *
 * Returns: (transfer none) (nullable): the draft that was discarded
 */
GBytes *
unknot_change_get_discarded (UnknotChange *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHANGE (self), NULL);

  return self->discarded;
}

void
unknot_change_set_discarded (UnknotChange *self,
                             GBytes       *draft)
{
  g_return_if_fail (UNKNOT_IS_CHANGE (self));

  self->discarded = g_bytes_ref (draft);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  UnknotChange *self = g_task_get_source_object (task);
  GError *error = NULL;

  self->n_undoing--;
  if (!unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error) &&
      !g_task_had_error (task) && !g_task_get_completed (task))
    g_task_return_error (task, g_steal_pointer (&error));
  else if (self->n_undoing == 0 && !g_task_had_error (task))
    g_task_return_boolean (task, TRUE);
  g_clear_error (&error);
}

/**
 * unknot_change_undo_async:
 *
 * Undoes what was done to the diary, once. A draft that was discarded is the caller's to bring back.
 */
void
unknot_change_undo_async (UnknotChange        *self,
                          UnknotDiary         *diary,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (UNKNOT_IS_CHANGE (self));

  g_task_set_source_tag (task, unknot_change_undo_async);
  self->n_undoing = self->created->len + self->deleted->len + (self->before != NULL);
  if (self->n_undoing == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  for (guint i = 0; i < self->created->len; i++)
    unknot_diary_delete_async (diary, g_ptr_array_index (self->created, i), undone_cb,
                               g_object_ref (task));
  for (guint i = 0; i < self->deleted->len; i++)
    unknot_diary_undelete_async (diary, g_ptr_array_index (self->deleted, i), undone_cb,
                                 g_object_ref (task));
  if (self->before != NULL)
    unknot_diary_save_async (diary, self->before, undone_cb, g_object_ref (task));
}

/**
 * unknot_change_undo_finish:
 *
 * Returns: %FALSE with @error set where something could not be undone
 */
gboolean
unknot_change_undo_finish (UnknotChange  *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
