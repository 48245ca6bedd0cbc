/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-file-export"

#include "config.h"

#include "unknot-file-export.h"

#include "unknot-diary-csv.h"
#include "unknot-diary-fhir.h"
#include "unknot-diary-json.h"
#include "unknot-exchange-file.h"
#include "unknot-export.h"

#include <glib/gi18n.h>

/* A diary on its way to a file. */
typedef struct
{
  GFile *file;
  GOutputStream *stream;
  UnknotProgress *progress;
  UnknotDiaryFhir fhir; /* empty for any other format */
} Work;

typedef struct
{
  const char *name;
  const char *ending;
  const char *title;
  UnknotExportWrite write;
} Format;

static const Format formats[] = {
  { "json", ".unknot.json", N_("Export the Diary"), unknot_diary_json_write },
  { "spasms", ".csv", N_("Export the Spasms"), unknot_diary_csv_write_spasms },
  { "readings", "-readings.csv", N_("Export the Readings"), unknot_diary_csv_write_details },
  { "fhir", ".fhir.json", N_("Export for Health Software"), unknot_diary_fhir_write },
};

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->file);
  g_object_unref (work->stream);
  g_object_unref (work->progress);
  unknot_diary_fhir_clear (&work->fhir);
  g_free (work);
}

static const Format *
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      if (g_str_equal (formats[i].name, name))
        return &formats[i];
    }

  g_assert_not_reached ();
}

/* Only when all of it is there, so that what was stopped leaves no file. */
static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Work *work = g_task_get_task_data (task);
  g_autoptr (GBytes) content = NULL;
  GError *error = NULL;

  if (!unknot_export_finish (result, &error) || !unknot_progress_step (work->progress, 1, &error) ||
      !g_output_stream_close (work->stream, NULL, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  content = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (work->stream));
  unknot_exchange_file_save (task, work->file, content);
}

/**
 * unknot_file_export_get_title:
 * @format: as in unknot_file_export_async()
 *
 * Returns: (transfer none): what is done, as a title
 */
const char *
unknot_file_export_get_title (const char *format)
{
  return _(find_format (format)->title);
}

/**
 * unknot_file_export_get_ending:
 * @format: as in unknot_file_export_async()
 *
 * Returns: (transfer none): how the name of such a file ends
 */
const char *
unknot_file_export_get_ending (const char *format)
{
  return find_format (format)->ending;
}

/**
 * unknot_file_export_async:
 * @diary: open
 * @format: `json`, `spasms`, `readings` or `fhir`
 * @file: what the person chose
 * @progress: told how far it is
 *
 * Writes all of @diary to a file, beside the main loop.
 */
void
unknot_file_export_async (UnknotDiary         *diary,
                          const char          *format,
                          GFile               *file,
                          UnknotProgress      *progress,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);
  GError *error = NULL;

  work->file = g_object_ref (file);
  work->stream = g_memory_output_stream_new_resizable ();
  work->progress = g_object_ref (progress);
  g_task_set_source_tag (task, unknot_file_export_async);
  g_task_set_task_data (task, work, free_work);
  if (g_str_equal (format, "fhir") &&
      !unknot_diary_fhir_load (&work->fhir, RESOURCE_PATH "/protocol", &error))
    {
      g_task_return_error (task, error);
      return;
    }

  unknot_export_async (diary, find_format (format)->write, &work->fhir, work->stream, progress,
                       written_cb, g_steal_pointer (&task));
}

/**
 * unknot_file_export_finish:
 *
 * Returns: %TRUE where the file is on the disk; %FALSE with @error set to a sentence, or to
 *   %G_IO_ERROR_CANCELLED, and the file as it was
 */
gboolean
unknot_file_export_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
