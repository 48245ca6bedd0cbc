/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-worker"

#include "config.h"

#include "unknot-diary-worker.h"

#include <glib/gi18n-lib.h>

struct _UnknotDiaryWorker
{
  GAsyncQueue *jobs;
};

typedef struct
{
  GTask *task; /* nullable, at the end alone */
  UnknotDiaryOpening opening;
  UnknotDiaryWork work; /* nullable: it is the end */
  UnknotDiaryDone done;
  GError *error;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->task);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
finish_job_cb (gpointer data)
{
  Job *job = data;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    job->done (job->task);

  return G_SOURCE_REMOVE;
}

/* The task goes back with the job: its last reference is never let go of beside the main loop. */
static void
hand_back (Job *job)
{
  g_autoptr (GSource) source = NULL;

  if (job->task == NULL)
    {
      free_job (job);
      return;
    }

  source = g_idle_source_new ();
  g_source_set_priority (source, g_task_get_priority (job->task));
  g_source_set_callback (source, finish_job_cb, job, free_job);
  g_source_attach (source, g_task_get_context (job->task));
}

static void
do_job (Job            *job,
        UnknotDatabase *database)
{
  if (database == NULL)
    g_set_error_literal (&job->error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED,
                         _("The diary is not open."));
  else
    job->work (database, g_task_get_task_data (job->task), &job->error);
}

static gpointer
work_in_thread (gpointer data)
{
  g_autoptr (GAsyncQueue) jobs = data;
  UnknotDatabase *database = NULL;

  for (;;)
    {
      Job *job = g_async_queue_pop (jobs);

      if (job->opening != NULL)
        {
          database = job->opening (g_task_get_task_data (job->task), &job->error);
        }
      else if (job->work != NULL)
        {
          do_job (job, database);
        }
      else
        {
          g_clear_pointer (&database, unknot_database_close);
          hand_back (job);
          return NULL;
        }
      hand_back (job);
    }
}

static void
push (UnknotDiaryWorker  *self,
      GTask              *task,
      UnknotDiaryOpening  opening,
      UnknotDiaryWork     work,
      UnknotDiaryDone     done)
{
  Job *job = g_new0 (Job, 1);

  g_set_object (&job->task, task);
  job->opening = opening;
  job->work = work;
  job->done = done;
  g_async_queue_push (self->jobs, job);
}

/**
 * unknot_diary_worker_new:
 * @opening: gives the connection, given the task's data
 * @done: called where it did; otherwise @task returns the error
 *
 * Returns: (transfer full): a thread at work until unknot_diary_worker_end()
 */
UnknotDiaryWorker *
unknot_diary_worker_new (GTask              *task,
                         UnknotDiaryOpening  opening,
                         UnknotDiaryDone     done)
{
  UnknotDiaryWorker *self = g_new0 (UnknotDiaryWorker, 1);

  self->jobs = g_async_queue_new ();
  g_thread_unref (g_thread_new ("diary", work_in_thread, g_async_queue_ref (self->jobs)));
  push (self, task, opening, NULL, done);

  return self;
}

/**
 * unknot_diary_worker_run:
 * @done: called on the main loop where @work succeeded; otherwise @task returns the error
 */
void
unknot_diary_worker_run (UnknotDiaryWorker *self,
                         GTask             *task,
                         UnknotDiaryWork    work,
                         UnknotDiaryDone    done)
{
  push (self, task, NULL, work, done);
}

/**
 * unknot_diary_worker_end:
 * @self: (transfer full): not to be used any more
 * @task: (nullable): what @done is called with
 *
 * Closes the connection when everything before is done.
 */
void
unknot_diary_worker_end (UnknotDiaryWorker *self,
                         GTask             *task,
                         UnknotDiaryDone    done)
{
  push (self, task, NULL, NULL, done);
  g_async_queue_unref (self->jobs);
  g_free (self);
}
