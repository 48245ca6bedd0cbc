/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-episode-json.h"
#include "unknot-json.h"

/* Any bytes as a spasm: refused with sentences, or read, and the same again after a way through
 * text. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static JsonNode *
parse (GBytes *json)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) node = unknot_json_parse (json, faults);

  return unknot_faults_get_size (faults) == 0 ? g_steal_pointer (&node) : NULL;
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr (GBytes) json = g_bytes_new (data, size);
  g_autoptr (JsonNode) given = parse (json);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (UnknotEpisode) same = NULL;
  g_autoptr (JsonNode) written = NULL;
  g_autoptr (JsonNode) again = NULL;
  g_autoptr (JsonNode) rewritten = NULL;
  g_autoptr (GBytes) text = NULL;
  char *string;

  if (given == NULL)
    return 0;

  episode = unknot_episode_new_from_json (given, &error);
  if (episode == NULL)
    {
      g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
      g_assert_cmpstr (error->message, !=, "");
      return 0;
    }

  written = unknot_episode_to_json (episode);
  string = json_to_string (written, FALSE);
  text = g_bytes_new_take (string, strlen (string));
  again = parse (text);
  g_assert_nonnull (again);
  same = unknot_episode_new_from_json (again, &error);
  g_assert_no_error (error);
  rewritten = unknot_episode_to_json (same);
  g_assert_true (json_node_equal (rewritten, written));

  return 0;
}
