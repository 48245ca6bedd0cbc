/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-exchange"

#include "config.h"

#include "unknot-command-exchange.h"

#include "unknot-command-diary.h"
#include "unknot-diary-csv.h"
#include "unknot-diary-fhir.h"
#include "unknot-diary-json.h"
#include "unknot-export.h"
#include "unknot-faults.h"
#include "unknot-file-error.h"
#include "unknot-import.h"

#include <glib/gi18n.h>
#include <string.h>

static GBytes *
export (UnknotDiary        *diary,
        UnknotExportWrite   write,
        gpointer            data,
        GError            **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;

  unknot_export_async (diary, write, data, stream, NULL, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);
  if (!unknot_export_finish (result, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static gboolean
export_file (UnknotDiary        *diary,
             UnknotExportWrite   write,
             const char         *name,
             GError            **error)
{
  g_autoptr (GBytes) content = export (diary, write, NULL, error);

  return content != NULL && unknot_command_exchange_write_file (name, content, error);
}

static gboolean
export_tables (UnknotDiary  *diary,
               const char   *name,
               GError      **error)
{
  g_autofree char *details = unknot_command_exchange_name_details (name);

  return export_file (diary, unknot_diary_csv_write_spasms, name, error) &&
         export_file (diary, unknot_diary_csv_write_details, details, error);
}

static GBytes *
export_fhir (UnknotDiary  *diary,
             GError      **error)
{
  g_auto (UnknotDiaryFhir) fhir = { NULL };

  if (!unknot_diary_fhir_load (&fhir, RESOURCE_PATH "/protocol", error))
    return NULL;

  return export (diary, unknot_diary_fhir_write, &fhir, error);
}

/**
 * unknot_command_exchange_has_ending:
 * @name: the name of a file
 * @ending: in small letters, such as `.pdf`
 *
 * Returns: whether it ends so, in letters of any size: other systems write them large
 */
gboolean
unknot_command_exchange_has_ending (const char *name,
                                    const char *ending)
{
  gsize length = strlen (name);
  gsize ending_length = strlen (ending);

  return length >= ending_length &&
         g_ascii_strcasecmp (name + length - ending_length, ending) == 0;
}

/**
 * unknot_command_exchange_get_format:
 * @name: the name of a file, or “-”, which is all of the diary
 */
UnknotCommandFormat
unknot_command_exchange_get_format (const char *name)
{
  if (unknot_command_exchange_has_ending (name, ".fhir.json"))
    return UNKNOT_COMMAND_FORMAT_FHIR;
  if (g_str_equal (name, "-") || unknot_command_exchange_has_ending (name, ".json"))
    return UNKNOT_COMMAND_FORMAT_JSON;
  if (unknot_command_exchange_has_ending (name, ".csv"))
    return UNKNOT_COMMAND_FORMAT_CSV;

  return UNKNOT_COMMAND_FORMAT_UNKNOWN;
}

/**
 * unknot_command_exchange_name_details:
 * @name: the name of a file that ends in `.csv`
 *
 * Returns: (transfer full) (type filename): the name of the second one, with the same ending
 */
char *
unknot_command_exchange_name_details (const char *name)
{
  gsize length = strlen (name) - strlen (".csv");
  g_autofree char *stem = g_strndup (name, length);

  return g_strconcat (stem, "-readings", name + length, NULL);
}

/**
 * unknot_command_exchange_export:
 * @name: the file to write, or “-”
 * @diary: (nullable): a diary to use instead of the person's own
 * @demo: whether to make one up instead
 * @output: (out) (transfer full) (nullable): what to print
 *
 * Writes what is in a diary.
 */
gboolean
unknot_command_exchange_export (const char  *name,
                                const char  *diary,
                                gboolean     demo,
                                GBytes     **output,
                                GError     **error)
{
  g_autoptr (UnknotCommandDiary) open = unknot_command_diary_open (diary, demo, FALSE, error);
  UnknotCommandFormat format = unknot_command_exchange_get_format (name);
  g_autoptr (GBytes) content = NULL;

  if (open == NULL)
    return FALSE;
  if (format == UNKNOT_COMMAND_FORMAT_CSV)
    return export_tables (unknot_command_diary_get (open), name, error);

  content = format == UNKNOT_COMMAND_FORMAT_FHIR
              ? export_fhir (unknot_command_diary_get (open), error)
              : export (unknot_command_diary_get (open), unknot_diary_json_write, NULL, error);
  if (content == NULL)
    return FALSE;
  if (!g_str_equal (name, "-"))
    return unknot_command_exchange_write_file (name, content, error);

  *output = g_steal_pointer (&content);

  return TRUE;
}

/**
 * unknot_command_exchange_import:
 * @content: what the file holds
 * @details: (nullable): what the second one holds
 * @diary: (nullable): a diary to use instead of the person's own
 * @demo: whether to make one up instead
 *
 * Brings what is in a file into a diary, which is made where there is none.
 *
 * Returns: (transfer full) (nullable): what to print: how many entries were added, were changed and
 *   were left as they were; %NULL with @error set, a line for each fault, and nothing changed
 */
GBytes *
unknot_command_exchange_import (GBytes      *content,
                                GBytes      *details,
                                const char  *diary,
                                gboolean     demo,
                                GError     **error)
{
  g_autoptr (UnknotCommandDiary) open = unknot_command_diary_open (diary, demo, TRUE, error);
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  const UnknotMergeCounts *counts;
  char *text;

  if (open == NULL)
    return NULL;

  import = unknot_exchange_is_json (content)
             ? unknot_import_new_json (unknot_command_diary_get (open), content)
             : unknot_import_new_csv (unknot_command_diary_get (open), content, details);
  unknot_import_run_async (import, NULL, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);
  if (!unknot_import_finish (import, result, error))
    return NULL;

  counts = unknot_import_get_counts (import);
  text = g_strdup_printf ("{\"added\":%u,\"changed\":%u,\"left\":%u}\n", counts->n_added,
                          counts->n_changed, counts->n_same + counts->n_kept);

  return g_bytes_new_take (text, strlen (text));
}

/**
 * unknot_command_exchange_write_file:
 *
 * Writes a file for the person alone, which is on the disk when it is there.
 */
gboolean
unknot_command_exchange_write_file (const char  *name,
                                    GBytes      *content,
                                    GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (UnknotFaults) faults = NULL;

  if (g_file_set_contents_full (name, data, length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error))
    return TRUE;

  /* A name may hold anything: it stays one line, and is UTF-8. */
  faults = unknot_faults_new ();
  unknot_faults_add (faults, _("“%s” could not be written: %s. Try another folder or name."), name,
                     unknot_file_error_get_reason (local_error));

  return unknot_faults_report (faults, local_error->domain, local_error->code, error);
}
