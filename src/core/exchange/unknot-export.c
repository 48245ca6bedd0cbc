/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-export"

#include "config.h"

#include "unknot-export.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  char *path;
  UnknotExportWrite write;
  gpointer data;
  GOutputStream *stream;
  UnknotProgress *progress; /* nullable */
} Work;

static void
free_work (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_object_unref (work->stream);
  g_clear_object (&work->progress);
  g_free (work);
}

/* Through a connection of its own, so that whoever saves meanwhile need not wait. */
static gboolean
export_in_thread (Work    *work,
                  GError **error)
{
  g_autoptr (UnknotDatabase) database =
    unknot_database_open (work->path, UNKNOT_DATABASE_READ, error);

  if (database == NULL)
    return FALSE;

  unknot_database_set_in_use (database);

  return work->write (database, work->stream, work->data, work->progress, error) &&
         g_output_stream_flush (work->stream, NULL, error);
}

static void
export_thread_cb (GTask        *task,
                  gpointer      source_object,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;

  if (export_in_thread (task_data, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/**
 * unknot_export_async:
 * @diary: open
 * @write: (scope forever): writes it, beside the main loop
 * @data: for @write; it must live until that is done
 * @stream: where to; it is not closed
 * @progress: (nullable): told how far it is
 *
 * Writes what is in the diary, all of one moment.
 */
void
unknot_export_async (UnknotDiary         *diary,
                     UnknotExportWrite    write,
                     gpointer             data,
                     GOutputStream       *stream,
                     UnknotProgress      *progress,
                     GAsyncReadyCallback  callback,
                     gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Work *work;

  g_return_if_fail (UNKNOT_IS_DIARY (diary));

  /* The diary stays out of it: the thread may let go of the task last. */
  task = g_task_new (NULL, NULL, callback, user_data);
  g_task_set_source_tag (task, unknot_export_async);
  if (!unknot_diary_is_open (diary))
    {
      g_task_return_new_error (task, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED, "%s",
                               _("The diary is not open."));
      return;
    }

  work = g_new0 (Work, 1);
  work->path = g_strdup (unknot_diary_get_path (diary));
  work->write = write;
  work->data = data;
  work->stream = g_object_ref (stream);
  g_set_object (&work->progress, progress);
  g_task_set_task_data (task, work, free_work);
  g_task_run_in_thread (task, export_thread_cb);
}

/**
 * unknot_export_finish:
 *
 * Returns: %FALSE with @error set where the diary could not be read, or the stream not be written
 */
gboolean
unknot_export_finish (GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
