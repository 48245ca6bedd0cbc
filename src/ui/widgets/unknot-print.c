/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-print"

#include "config.h"

#include "unknot-print.h"

#include <glib/gi18n.h>

#define JOB_KEY "unknot-print-job"

/* What an operation prints. */
typedef struct
{
  const UnknotPrintWork *work;
  gpointer data;
  GDestroyNotify free_data;
  GError *error; /* nullable: why a sheet was not drawn whole */
  int n_drawn;
  gboolean in_document;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  job->free_data (job->data);
  g_clear_error (&job->error);
  g_free (job);
}

/* A PDF counts as tagged only where one element is about all of its sheets. Whichever of them are
 * printed, it begins with the first; it must end before the last is done, as one more would follow
 * otherwise. */
static void
begin_sheet (Job     *job,
             cairo_t *cr)
{
  if (job->n_drawn++ > 0)
    return;
  cairo_tag_begin (cr, "Document", NULL);
  job->in_document = TRUE;
}

static void
end_document (Job     *job,
              cairo_t *cr)
{
  if (job->in_document)
    cairo_tag_end (cr, "Document");
  job->in_document = FALSE;
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                gpointer           user_data)
{
  Job *job = user_data;

  job->n_drawn = 0;
  job->in_document = FALSE;
  gtk_print_operation_set_n_pages (operation, job->work->lay_out (job->data, context));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              gpointer           user_data)
{
  Job *job = user_data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);

  begin_sheet (job, cr);
  if (!job->work->draw (job->data, context, page, job->error == NULL ? &job->error : NULL))
    gtk_print_operation_cancel (operation);
  if (job->n_drawn == gtk_print_operation_get_n_pages_to_print (operation))
    end_document (job, cr);
}

/* Where it was cancelled, another sheet was the last. */
static void
end_print_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              gpointer           user_data)
{
  end_document (user_data, gtk_print_context_get_cairo_context (context));
}

/* Takes @fault. That the person thought better of it needs no words. */
static GError *
put_in_words (const UnknotPrintWork *work,
              GError                *fault)
{
  g_autofree char *sentence = NULL;

  if (work->dup_failure == NULL || g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return fault;

  sentence = work->dup_failure (fault);
  g_error_free (fault);

  return g_error_new_literal (G_IO_ERROR, G_IO_ERROR_FAILED, sentence);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         gpointer                 user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_object_get_data (G_OBJECT (operation), JOB_KEY);
  GError *fault = g_steal_pointer (&job->error);

  if (fault == NULL && result == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_print_operation_get_error (operation, &fault);

  if (fault != NULL)
    g_task_return_error (task, put_in_words (job->work, fault));
  else if (result == GTK_PRINT_OPERATION_RESULT_CANCEL)
    g_task_return_new_error_literal (task, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                                     _("Printing was cancelled"));
  else
    g_task_return_boolean (task, TRUE);
}

/* What it is called where it is printed to a file. */
static void
set_file_name (GtkPrintOperation *operation,
               const char        *name)
{
  g_autoptr (GtkPrintSettings) settings = gtk_print_settings_new ();
  g_autofree char *whole = g_strdelimit (g_strdup (name), G_DIR_SEPARATOR_S, '-');

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, whole);
  gtk_print_operation_set_print_settings (operation, settings);
}

/**
 * unknot_print_new_operation:
 * @name: what it is called among what is printed
 * @file_name: what a file is called that it is printed to, without an ending
 * @work: static
 * @data: (transfer full): what @work is given
 * @free_data: frees @data
 *
 * Returns: (transfer full): an operation that prints when it is run with unknot_print_run_async()
 */
GtkPrintOperation *
unknot_print_new_operation (const char            *name,
                            const char            *file_name,
                            const UnknotPrintWork *work,
                            gpointer               data,
                            GDestroyNotify         free_data)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  Job *job = g_new0 (Job, 1);

  job->work = work;
  job->data = data;
  job->free_data = free_data;
  g_object_set_data_full (G_OBJECT (operation), JOB_KEY, job, job_free);

  gtk_print_operation_set_job_name (operation, name);
  set_file_name (operation, file_name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), job);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), job);

  return operation;
}

/**
 * unknot_print_run_async:
 * @operation: from unknot_print_new_operation()
 * @action: what to do with it
 * @parent: (nullable): the window that it is asked for in
 *
 * Runs an operation, once. To be ended with unknot_print_finish().
 */
void
unknot_print_run_async (GtkPrintOperation       *operation,
                        GtkPrintOperationAction  action,
                        GtkWindow               *parent,
                        GAsyncReadyCallback      callback,
                        gpointer                 user_data)
{
  GTask *task = g_task_new (operation, NULL, callback, user_data);

  g_task_set_source_tag (task, unknot_print_run_async);
  /* It says so however it ends, and its result and error with it. */
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), task);
  gtk_print_operation_run (operation, action, parent, NULL);
}

/**
 * unknot_print_finish:
 *
 * Returns: whether it was handed to the printer; %FALSE with @error set to a sentence, where the
 *   #UnknotPrintWork has one, and to %G_IO_ERROR_CANCELLED where the person thought better of it
 */
gboolean
unknot_print_finish (GAsyncResult  *result,
                     GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
