/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-json.h"
#include "unknot-entry-json.h"

/* Any bytes as a diary: refused with sentences, a line each, or read; and each entry is the same
 * again after a way through JSON. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
take_cb (UnknotEntry  *entry,
         gint64        changed,
         gpointer      data,
         GError      **error)
{
  g_autoptr (JsonNode) written = unknot_entry_to_json (entry);
  g_autoptr (UnknotEntry) same =
    unknot_entry_new_from_json (G_OBJECT_TYPE (entry), written, error);
  g_autoptr (JsonNode) rewritten = NULL;

  g_assert_no_error (*error);
  rewritten = unknot_entry_to_json (same);
  g_assert_true (json_node_equal (rewritten, written));

  return TRUE;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  UnknotExchange exchange = { take_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;

  if (unknot_diary_json_read (bytes, &exchange, &error))
    return 0;

  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
