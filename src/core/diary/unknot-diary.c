/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary"

#include "config.h"

#include "unknot-diary.h"

#include "unknot-diary-backups.h"
#include "unknot-diary-file.h"
#include "unknot-diary-worker.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotDiary:
 *
 * What a person wrote down, on the disk. It is written beside the main loop, one thing after the
 * other, and read on it. What it says is saved is on the disk.
 */
struct _UnknotDiary
{
  GObject parent_instance;

  char *path;
  UnknotClock *clock;
  UnknotDiaryWorker *worker; /* nullable: not open, nor on the way */
  UnknotDatabase *reader;    /* nullable: not open */
  char *backup;              /* nullable: what is offered in the place of a damaged diary */
  int backup_day;            /* of the clock, yyyymmdd: looked for a due backup */
  gint64 data_version;
};

typedef struct
{
  char *path;
  GDateTime *now;
  gboolean restore;
  char *from;             /* nullable: the backup to restore */
  char *kept;             /* nullable: where the old file is */
  char *backup;           /* nullable: what is offered */
  UnknotDatabase *reader; /* nullable */
} Opening;

typedef struct
{
  char *path;
  GDateTime *now;
} Backup;

G_DEFINE_FINAL_TYPE (UnknotDiary, unknot_diary, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHANGED,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
free_opening (gpointer data)
{
  Opening *opening = data;

  g_free (opening->path);
  g_date_time_unref (opening->now);
  g_free (opening->from);
  g_free (opening->kept);
  g_free (opening->backup);
  g_clear_pointer (&opening->reader, unknot_database_close);
  g_free (opening);
}

static void
free_backup (gpointer data)
{
  Backup *backup = data;

  g_free (backup->path);
  g_date_time_unref (backup->now);
  g_free (backup);
}

static int
get_day (GDateTime *time)
{
  g_autoptr (UnknotMoment) moment = unknot_moment_new (time);

  return unknot_moment_get_day (moment);
}

static UnknotDatabase *
open_file (Opening  *opening,
           GError  **error)
{
  const UnknotDiarySchema *schema = unknot_diary_schema_get ();
  g_autoptr (UnknotDatabase) database = NULL;

  if (opening->restore)
    {
      opening->kept = unknot_diary_file_restore (opening->path, opening->from, schema, opening->now,
                                                 error);
      if (opening->kept == NULL)
        return NULL;
    }

  database = unknot_diary_file_open (opening->path, schema, opening->now, error);
  if (database == NULL)
    return NULL;
  opening->reader = unknot_database_open (opening->path, UNKNOT_DATABASE_READ, error);
  if (opening->reader == NULL)
    return NULL;

  unknot_database_set_in_use (database);
  unknot_database_set_in_use (opening->reader);

  return g_steal_pointer (&database);
}

static UnknotDatabase *
open_in_thread (gpointer   data,
                GError   **error)
{
  Opening *opening = data;
  GError *local_error = NULL;
  UnknotDatabase *database = open_file (opening, &local_error);

  if (local_error == NULL)
    return database;

  if (g_error_matches (local_error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED))
    opening->backup = unknot_diary_backups_find_good (opening->path, unknot_diary_schema_get ());
  g_propagate_error (error, local_error);

  return NULL;
}

static gboolean
back_up_in_thread (UnknotDatabase  *database,
                   gpointer         data,
                   GError         **error)
{
  Backup *backup = data;
  gint64 begun;

  if (!unknot_database_get_number (database,
                                   "SELECT EXISTS (SELECT 1 FROM episode) OR "
                                   "EXISTS (SELECT 1 FROM dose) OR EXISTS (SELECT 1 FROM relief) "
                                   "OR EXISTS (SELECT 1 FROM day) OR "
                                   "EXISTS (SELECT 1 FROM checkup) OR "
                                   "EXISTS (SELECT 1 FROM event) OR EXISTS (SELECT 1 FROM peg) "
                                   "OR EXISTS (SELECT 1 FROM visit)",
                                   &begun, error))
    return FALSE;

  return begun == 0 || !unknot_diary_backups_is_due (backup->path, backup->now) ||
         unknot_diary_backups_make (database, backup->path, unknot_diary_schema_get (), backup->now,
                                    error);
}

static void
backed_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    unknot_diary_fail (UNKNOT_DIARY (source), error);
}

static void
return_true (GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

static void
opened (GTask *task)
{
  UnknotDiary *self = g_task_get_source_object (task);
  Opening *opening = g_task_get_task_data (task);

  g_clear_pointer (&self->backup, g_free);
  self->reader = g_steal_pointer (&opening->reader);
  unknot_database_get_number (self->reader, "PRAGMA data_version", &self->data_version, NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  g_signal_emit (self, signals[CHANGED], 0);
  if (opening->restore)
    g_task_return_pointer (task, g_steal_pointer (&opening->kept), g_free);
  else
    g_task_return_boolean (task, TRUE);
  unknot_diary_back_up_if_due (self);
}

/* What stands in the way of opening comes first here: then the caller hears of it. */
static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  UnknotDiary *self = UNKNOT_DIARY (source);
  g_autoptr (GTask) task = user_data;
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_task_set_task_data (task, opening, NULL);
      opened (task);
      return;
    }

  g_set_str (&self->backup, opening->backup);
  unknot_diary_worker_end (g_steal_pointer (&self->worker), NULL, NULL);
  g_task_return_error (task, g_steal_pointer (&error));
}

static void
open_diary (UnknotDiary *self,
            GTask       *task,
            gboolean     restore,
            const char  *backup)
{
  g_autoptr (GTask) inner = g_task_new (self, NULL, opened_cb, g_object_ref (task));
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (self->path);
  opening->now = unknot_clock_get_now (self->clock);
  opening->restore = restore;
  opening->from = g_strdup (backup);
  g_task_set_source_tag (inner, open_diary);
  g_task_set_task_data (inner, opening, free_opening);
  self->worker = unknot_diary_worker_new (inner, open_in_thread, return_true);
}

static void
unknot_diary_dispose (GObject *object)
{
  UnknotDiary *self = UNKNOT_DIARY (object);

  g_clear_pointer (&self->reader, unknot_database_close);
  if (self->worker != NULL)
    unknot_diary_worker_end (g_steal_pointer (&self->worker), NULL, NULL);

  G_OBJECT_CLASS (unknot_diary_parent_class)->dispose (object);
}

static void
unknot_diary_finalize (GObject *object)
{
  UnknotDiary *self = UNKNOT_DIARY (object);

  g_free (self->path);
  g_clear_object (&self->clock);
  g_free (self->backup);

  G_OBJECT_CLASS (unknot_diary_parent_class)->finalize (object);
}

static void
unknot_diary_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  UnknotDiary *self = UNKNOT_DIARY (object);

  switch (prop_id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, unknot_diary_is_open (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_diary_class_init (UnknotDiaryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_diary_dispose;
  object_class->finalize = unknot_diary_finalize;
  object_class->get_property = unknot_diary_get_property;

  /**
   * UnknotDiary:open:
   *
   * Whether there is something to read, and saving can succeed.
   */
  properties[PROP_OPEN] =
    g_param_spec_boolean ("open", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotDiary::changed:
   *
   * There is something else to read now, whoever wrote it.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_DIARY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotDiary::failed:
   * @error: what failed, and why
   *
   * Something failed that nobody waits for: a backup, or to read what shall be shown.
   */
  signals[FAILED] = g_signal_new ("failed", UNKNOT_TYPE_DIARY, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
unknot_diary_init (UnknotDiary *self)
{
}

/* For the parts of the diary: does @work beside the main loop, after all that was asked before. */
void
unknot_diary_run (UnknotDiary     *self,
                  GTask           *task,
                  UnknotDiaryWork  work,
                  UnknotDiaryDone  done)
{
  if (self->worker != NULL)
    unknot_diary_worker_run (self->worker, task, work, done);
  else
    g_task_return_new_error (task, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED, "%s",
                             _("The diary is not open."));
}

/* For the parts of the diary: the connection to read with, %NULL where the diary is not open. */
UnknotDatabase *
unknot_diary_get_reader (UnknotDiary *self)
{
  return self->reader;
}

/* For the parts of the diary: tells of what failed where nobody waits for it. */
void
unknot_diary_fail (UnknotDiary  *self,
                   const GError *error)
{
  g_signal_emit (self, signals[FAILED], 0, error);
}

/* For the parts of the diary: makes a backup where the last is a week old. Once a day is enough to
 * find that out, and to try again what failed. */
void
unknot_diary_back_up_if_due (UnknotDiary *self)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);
  g_autoptr (GTask) task = NULL;
  Backup *backup;

  if (self->worker == NULL || self->backup_day == get_day (now))
    return;

  self->backup_day = get_day (now);
  backup = g_new0 (Backup, 1);
  backup->path = g_strdup (self->path);
  backup->now = g_steal_pointer (&now);
  task = g_task_new (self, NULL, backed_up_cb, NULL);
  g_task_set_source_tag (task, unknot_diary_back_up_if_due);
  g_task_set_task_data (task, backup, free_backup);
  unknot_diary_run (self, task, back_up_in_thread, return_true);
}

/**
 * unknot_diary_new:
 * @path: the file; where there is none it is made, and its folder for the person alone
 */
UnknotDiary *
unknot_diary_new (const char  *path,
                  UnknotClock *clock)
{
  UnknotDiary *self = g_object_new (UNKNOT_TYPE_DIARY, NULL);

  self->path = g_strdup (path);
  self->clock = g_object_ref (clock);

  return self;
}

const char *
unknot_diary_get_path (UnknotDiary *self)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return self->path;
}

/**
 * unknot_diary_get_clock:
 *
 * Returns: (transfer none): by which the diary goes
 */
UnknotClock *
unknot_diary_get_clock (UnknotDiary *self)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return self->clock;
}

gboolean
unknot_diary_is_open (UnknotDiary *self)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), FALSE);

  return self->reader != NULL;
}

/**
 * unknot_diary_open_async:
 *
 * Opens the diary. It fails with %UNKNOT_DIARY_ERROR_DAMAGED where there is no sound one, and
 * unknot_diary_get_backup() says what can take its place; with %UNKNOT_DIARY_ERROR_NEWER where it
 * is of a newer version. The file is as it was then, and opening can be tried again.
 */
void
unknot_diary_open_async (UnknotDiary         *self,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (self->worker == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, unknot_diary_open_async);
  open_diary (self, task, FALSE, NULL);
}

gboolean
unknot_diary_open_finish (UnknotDiary   *self,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * unknot_diary_get_backup:
 *
 * Returns: (nullable): the path of the newest sound backup, where opening found the diary damaged
 *   and there is one
 */
const char *
unknot_diary_get_backup (UnknotDiary *self)
{
  g_return_val_if_fail (UNKNOT_IS_DIARY (self), NULL);

  return self->backup;
}

/**
 * unknot_diary_restore_async:
 * @backup: (nullable): unknot_diary_get_backup(), or %NULL to begin anew
 *
 * Where the diary could not be opened, keeps it under a dated name, puts a copy of @backup in its
 * place, and opens that.
 */
void
unknot_diary_restore_async (UnknotDiary         *self,
                            const char          *backup,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (self->worker == NULL);

  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_source_tag (task, unknot_diary_restore_async);
  open_diary (self, task, TRUE, backup);
}

/**
 * unknot_diary_restore_finish:
 *
 * Returns: (transfer full) (nullable): where the damaged diary is kept now; %NULL with @error set
 *   where restoring failed
 */
char *
unknot_diary_restore_finish (UnknotDiary   *self,
                             GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * unknot_diary_close_async:
 *
 * Closes the diary when everything is written that was to be saved so far. It must not be on the
 * way to being opened.
 */
void
unknot_diary_close_async (UnknotDiary         *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);

  g_return_if_fail (UNKNOT_IS_DIARY (self));
  g_return_if_fail (self->worker == NULL || self->reader != NULL);

  g_task_set_source_tag (task, unknot_diary_close_async);
  if (self->reader == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }

  /* Were the writer closed first, it could not take its log away. */
  g_clear_pointer (&self->reader, unknot_database_close);
  unknot_diary_worker_end (g_steal_pointer (&self->worker), task, return_true);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

gboolean
unknot_diary_close_finish (UnknotDiary   *self,
                           GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * unknot_diary_refresh:
 *
 * Looks whether the diary was changed, perhaps by another process: #UnknotDiary::changed tells.
 */
void
unknot_diary_refresh (UnknotDiary *self)
{
  g_autoptr (GError) error = NULL;
  gint64 data_version;

  g_return_if_fail (UNKNOT_IS_DIARY (self));

  if (self->reader == NULL)
    return;

  if (!unknot_database_get_number (self->reader, "PRAGMA data_version", &data_version, &error))
    {
      unknot_diary_fail (self, error);
      return;
    }
  if (data_version == self->data_version)
    return;

  self->data_version = data_version;
  g_signal_emit (self, signals[CHANGED], 0);
}
