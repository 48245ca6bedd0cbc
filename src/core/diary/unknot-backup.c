/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-backup"

#include "config.h"

#include "unknot-backup.h"

#include "unknot-diary-backups.h"
#include "unknot-diary-file.h"
#include "unknot-diary-private.h"

/**
 * UnknotBackup:
 *
 * A copy of the diary, beside it, that it can go back to.
 */
struct _UnknotBackup
{
  GObject parent_instance;

  char *path;
  GDateTime *time;
  goffset size;
};

typedef struct
{
  char *path;
  char *backup;
  GDateTime *now;
  char *before; /* nullable: the backup of what was in the diary */
} Work;

G_DEFINE_FINAL_TYPE (UnknotBackup, unknot_backup, G_TYPE_OBJECT)

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->backup);
  g_free (work->before);
  g_date_time_unref (work->now);
  g_free (work);
}

/* Returns: (nullable): %NULL where it has gone meanwhile */
static UnknotBackup *
unknot_backup_new (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, NULL, NULL);
  UnknotBackup *self;

  if (info == NULL)
    return NULL;

  self = g_object_new (UNKNOT_TYPE_BACKUP, NULL);
  self->path = g_strdup (path);
  self->time = g_file_info_get_modification_date_time (info);
  self->size = g_file_info_get_size (info);

  return self;
}

static gboolean
go_back_in_thread (UnknotDatabase  *database,
                   gpointer         data,
                   GError         **error)
{
  Work *work = data;

  work->before = unknot_diary_file_go_back (work->path, database, work->backup,
                                            unknot_diary_schema_get (), work->now, error);

  return work->before != NULL;
}

static void
went_back (GTask *task)
{
  unknot_diary_refresh (g_task_get_source_object (task));
  g_task_return_boolean (task, TRUE);
}

static void
unknot_backup_finalize (GObject *object)
{
  UnknotBackup *self = UNKNOT_BACKUP (object);

  g_free (self->path);
  g_date_time_unref (self->time);

  G_OBJECT_CLASS (unknot_backup_parent_class)->finalize (object);
}

static void
unknot_backup_class_init (UnknotBackupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_backup_finalize;
}

static void
unknot_backup_init (UnknotBackup *self)
{
}

/**
 * unknot_backup_get_time:
 *
 * Returns: (transfer none): when it was made
 */
GDateTime *
unknot_backup_get_time (UnknotBackup *self)
{
  g_return_val_if_fail (UNKNOT_IS_BACKUP (self), NULL);

  return self->time;
}

/**
 * unknot_backup_get_size:
 *
 * Returns: in bytes
 */
goffset
unknot_backup_get_size (UnknotBackup *self)
{
  g_return_val_if_fail (UNKNOT_IS_BACKUP (self), 0);

  return self->size;
}

/**
 * unknot_diary_list_backups:
 *
 * Returns: (transfer full) (element-type UnknotBackup): the backups that there are now, the newest
 *   first
 */
GListModel *
unknot_diary_list_backups (UnknotDiary *self)
{
  g_auto (GStrv) paths = NULL;
  GListStore *backups;

  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  paths = unknot_diary_backups_list (unknot_diary_get_path (self));
  backups = g_list_store_new (UNKNOT_TYPE_BACKUP);
  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (UnknotBackup) backup = unknot_backup_new (paths[i]);

      if (backup != NULL)
        g_list_store_append (backups, backup);
    }

  return G_LIST_MODEL (backups);
}

/**
 * unknot_diary_go_back_async:
 *
 * Puts what is in @backup in the place of what is in the diary, of which a backup is made first,
 * unless there is one: to that one it can go back in turn. All of it, or nothing, is done.
 */
void
unknot_diary_go_back_async (UnknotDiary         *self,
                            UnknotBackup        *backup,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (UNKNOT_IS_BACKUP (backup));

  work = g_new0 (Work, 1);
  work->path = g_strdup (unknot_diary_get_path (self));
  work->backup = g_strdup (backup->path);
  work->now = unknot_clock_get_now (unknot_diary_get_clock (self));
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, unknot_diary_go_back_async);
  g_task_set_task_data (task, work, free_work);
  unknot_diary_run (self, task, go_back_in_thread, went_back);
}

/**
 * unknot_diary_go_back_finish:
 * @before: (out) (optional) (nullable): the backup of what was in the diary, which it can go back
 *   to in turn; %NULL where the diary is as it was
 *
 * Returns: %FALSE with @error set where the diary is as it was
 */
gboolean
unknot_diary_go_back_finish (UnknotDiary   *self,
                             GAsyncResult  *result,
                             UnknotBackup **before,
                             GError       **error)
{
  gboolean good;

  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  good = g_task_propagate_boolean (G_TASK (result), error);
  if (before != NULL)
    {
      Work *work = g_task_get_task_data (G_TASK (result));

      *before = good ? unknot_backup_new (work->before) : NULL;
    }

  return good;
}
