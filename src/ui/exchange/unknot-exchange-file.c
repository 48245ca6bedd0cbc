/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-exchange-file"

#include "config.h"

#include "unknot-exchange-file.h"

#include "unknot-exchange.h"
#include "unknot-file-error.h"

#include <glib/gi18n.h>

typedef struct
{
  GFile *file;
  GBytes *content;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;

  g_object_unref (saving->file);
  g_bytes_unref (saving->content);
  g_free (saving);
}

/* For the person alone, and on the disk when it is there; elsewhere than on a disk as well as it can
 * be. */
static gboolean
save (GFile   *file,
      GBytes  *content,
      GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  const char *path = g_file_peek_path (file);

  if (path != NULL)
    return g_file_set_contents_full (path, data, length,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0600, error);

  return g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                  NULL, error);
}

static void
save_thread_cb (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  g_autofree char *name = unknot_exchange_file_dup_name (saving->file);
  g_autoptr (GError) error = NULL;

  if (save (saving->file, saving->content, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_new_error (task, error->domain, error->code,
                             _("“%s” could not be written: %s. Choose another folder, and try "
                               "again."),
                             name, unknot_file_error_get_reason (error));
}

/* What never ends has no size. */
static GBytes *
load (GFile   *file,
      GError **error)
{
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                       G_FILE_QUERY_INFO_NONE, NULL, error);

  if (info == NULL)
    return NULL;
  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE,
                           _("It is not a file"));
      return NULL;
    }
  if (!unknot_exchange_check_size (g_file_info_get_size (info), error))
    return NULL;

  return g_file_load_bytes (file, NULL, NULL, error);
}

static void
load_thread_cb (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GListModel *files = task_data;
  g_autoptr (GPtrArray) contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);
      g_autofree char *name = unknot_exchange_file_dup_name (file);
      GError *error = NULL;
      GBytes *content = load (file, &error);

      if (content == NULL)
        {
          if (error->domain == G_IO_ERROR)
            g_prefix_error (&error, _("“%s” could not be read, and nothing was imported: "), name);
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (contents, content);
    }

  g_task_return_pointer (task, g_steal_pointer (&contents), (GDestroyNotify) g_ptr_array_unref);
}

/**
 * unknot_exchange_file_save:
 * @task: what this is the end of; its data are given up
 * @file: what the person chose
 *
 * Writes a file, all of it or nothing, beside the main loop. Then @task returns %TRUE, or an error
 * that is a sentence.
 */
void
unknot_exchange_file_save (GTask  *task,
                           GFile  *file,
                           GBytes *content)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->file = g_object_ref (file);
  saving->content = g_bytes_ref (content);
  g_task_set_task_data (task, saving, free_saving);
  g_task_run_in_thread (task, save_thread_cb);
}

/**
 * unknot_exchange_file_load_async:
 * @files: (element-type GFile): what the person chose, which does not change any more
 *
 * Reads files, unless one of them is too large, beside the main loop.
 */
void
unknot_exchange_file_load_async (GListModel          *files,
                                 GAsyncReadyCallback  callback,
                                 gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, unknot_exchange_file_load_async);
  g_task_set_task_data (task, g_object_ref (files), g_object_unref);
  g_task_run_in_thread (task, load_thread_cb);
}

/**
 * unknot_exchange_file_load_finish:
 *
 * Returns: (transfer full) (element-type GBytes) (nullable): what the files hold, in their order;
 *   %NULL with @error set to a sentence
 */
GPtrArray *
unknot_exchange_file_load_finish (GAsyncResult  *result,
                                  GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * unknot_exchange_file_dup_name:
 *
 * Returns: (transfer full): the name of @file, without its folder, to be shown
 */
char *
unknot_exchange_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name != NULL ? name : "");
}
