/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-exchange.h"

#include "unknot-diary-json.h"

static void
take_result_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

GBytes *
unknot_test_exchange_export (UnknotDiary       *diary,
                             UnknotExportWrite  write,
                             gpointer           data)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  unknot_export_async (diary, write, data, stream, NULL, take_result_cb, &result);
  wait_for (&result);
  unknot_export_finish (result, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
unknot_test_exchange_to_json (UnknotDiary *diary)
{
  g_autoptr (GBytes) bytes = unknot_test_exchange_export (diary, unknot_diary_json_write, NULL);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

UnknotImport *
unknot_test_exchange_json (UnknotDiary *diary,
                           const char  *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return unknot_import_new_json (diary, bytes);
}

gboolean
unknot_test_exchange_try (UnknotImport  *import,
                          GError       **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  unknot_import_run_async (import, NULL, take_result_cb, &result);
  wait_for (&result);

  return unknot_import_finish (import, result, error);
}

void
unknot_test_exchange_plan (UnknotImport *import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  unknot_import_plan_async (import, NULL, take_result_cb, &result);
  wait_for (&result);
  unknot_import_finish (import, result, &error);
  g_assert_no_error (error);
}

void
unknot_test_exchange_run (UnknotImport *import)
{
  g_autoptr (GError) error = NULL;

  unknot_test_exchange_try (import, &error);
  g_assert_no_error (error);
}

void
unknot_test_exchange_undo (UnknotImport *import)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  unknot_import_undo_async (import, take_result_cb, &result);
  wait_for (&result);
  unknot_import_finish (import, result, &error);
  g_assert_no_error (error);
}

void
unknot_test_exchange_assert_counts (UnknotImport *import,
                                    guint         n_added,
                                    guint         n_changed,
                                    guint         n_same,
                                    guint         n_kept)
{
  const UnknotMergeCounts *counts = unknot_import_get_counts (import);

  g_assert_cmpuint (counts->n_added, ==, n_added);
  g_assert_cmpuint (counts->n_changed, ==, n_changed);
  g_assert_cmpuint (counts->n_same, ==, n_same);
  g_assert_cmpuint (counts->n_kept, ==, n_kept);
}
