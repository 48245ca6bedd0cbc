/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-exchange"

#include "config.h"

#include "unknot-command-exchange.h"

#include "unknot-command-diary.h"
#include "unknot-diary-json.h"
#include "unknot-export.h"
#include "unknot-import.h"

#include <glib/gi18n.h>

static GBytes *
export (UnknotDiary        *diary,
        UnknotExportWrite   write,
        GError            **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;

  unknot_diary_export_async (diary, write, stream, NULL, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);
  if (!unknot_diary_export_finish (diary, result, error) ||
      !g_output_stream_close (stream, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* For the person alone, and on the disk when it is there. */
static gboolean
write_file (const char  *name,
            GBytes      *content,
            GError     **error)
{
  gsize length;
  const char *data = g_bytes_get_data (content, &length);
  g_autoptr (GError) local_error = NULL;
  g_autofree char *shown = NULL;

  if (g_file_set_contents_full (name, data, length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                &local_error))
    return TRUE;

  shown = g_filename_display_name (name);
  g_set_error (error, local_error->domain, local_error->code,
               _("“%s” could not be written: %s."), shown, local_error->message);

  return FALSE;
}

/**
 * unknot_command_exchange_get_format:
 * @name: the name of a file, or “-”, which is all of the diary
 */
UnknotCommandFormat
unknot_command_exchange_get_format (const char *name)
{
  if (g_str_equal (name, "-") || g_str_has_suffix (name, ".json"))
    return UNKNOT_COMMAND_FORMAT_JSON;

  return UNKNOT_COMMAND_FORMAT_UNKNOWN;
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
  g_autoptr (GBytes) content = NULL;

  if (open == NULL)
    return FALSE;

  content = export (unknot_command_diary_get (open), unknot_diary_json_write, error);
  if (content == NULL)
    return FALSE;
  if (!g_str_equal (name, "-"))
    return write_file (name, content, error);

  *output = g_steal_pointer (&content);

  return TRUE;
}

/**
 * unknot_command_exchange_import:
 * @content: what the file holds
 * @name: the name of the file, or “-”
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
                                const char  *name,
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

  import = unknot_import_new_json (unknot_command_diary_get (open), content);
  unknot_import_run_async (import, NULL, unknot_command_diary_take_cb, &result);
  unknot_command_diary_wait (&result);
  if (!unknot_import_finish (import, result, error))
    return NULL;

  counts = unknot_import_get_counts (import);
  text = g_strdup_printf ("{\"added\":%u,\"changed\":%u,\"left\":%u}\n", counts->n_added,
                          counts->n_changed, counts->n_same + counts->n_kept);

  return g_bytes_new_take (text, strlen (text));
}
