/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-test-protocol.h"

#include <json-glib/json-glib.h>

/* tests/vignettes: stories with the level that the evidence and the guidance ask for, written
 * without a look at the rules. base.json is a whole check-up of an ordinary spasm; a vignette's
 * "answers" replace some of it. Where the protocol gives another level than the guidance would, the
 * vignette keeps both, and says why, under "protocol". */

#define MIN_VIGNETTES 80

static JsonNode *
load_json (const char *name)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("tests", "vignettes", name, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);

  json_parser_load_from_data (parser, text, length, &error);
  g_assert_no_error (error);

  return json_parser_steal_root (parser);
}

static UnknotAnswers *
read_answers (UnknotProtocol *protocol,
              JsonObject     *vignette)
{
  g_autoptr (JsonNode) base = load_json ("base.json");
  JsonObject *answers = json_object_get_object_member (json_node_get_object (base), "answers");
  JsonObject *changes = json_object_get_object_member (vignette, "answers");
  UnknotAnswers *read;
  g_autoptr (GBytes) json = NULL;
  g_autoptr (GError) error = NULL;
  JsonObjectIter iter;
  const char *id;
  JsonNode *answer;
  char *text;

  json_object_iter_init (&iter, changes);
  while (json_object_iter_next (&iter, &id, &answer))
    json_object_set_member (answers, id, json_node_copy (answer));

  text = json_to_string (base, FALSE);
  json = g_bytes_new_take (text, strlen (text));
  read = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), json, &error);
  g_assert_no_error (error);

  return read;
}

static const char *
get_protocol_level (JsonObject *vignette)
{
  const char *level = json_object_get_string_member_with_default (vignette, "level", NULL);
  JsonObject *differing;
  const char *differing_level;

  if (!json_object_has_member (vignette, "protocol"))
    return level;

  differing = json_object_get_object_member (vignette, "protocol");
  differing_level = json_object_get_string_member (differing, "level");
  g_assert_cmpstr (differing_level, !=, level);
  g_assert_cmpstr (json_object_get_string_member (differing, "why"), !=, "");

  return differing_level;
}

/* What a vignette rests on can be looked up. */
static void
assert_evidence_exists (UnknotProtocol *protocol,
                        const char     *why)
{
  g_autoptr (GRegex) regex =
    g_regex_new ("\\b(S[0-4]-\\d\\d|G-[A-Za-z0-9]+(-[A-Za-z0-9]+)?|M-labels|P-unsure)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (regex, why, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *id = g_match_info_fetch (match, 0);

      g_test_message ("%s", id);
      g_assert_nonnull (unknot_evidence_lookup (unknot_protocol_get_evidence (protocol), id));
    }
}

static void
test_vignettes_levels (void)
{
  UnknotProtocol *protocol = unknot_test_load_protocol ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "tests", "vignettes", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = g_dir_open (path, 0, &error);
  const char *name;
  guint n_vignettes = 0;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (UnknotAnswers) answers = NULL;
      g_autoptr (UnknotAssessment) assessment = NULL;
      JsonObject *vignette;

      if (g_str_equal (name, "base.json"))
        continue;

      g_test_message ("%s", name);
      node = load_json (name);
      vignette = json_node_get_object (node);
      answers = read_answers (protocol, vignette);
      assessment = unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, now);
      g_assert_cmpstr (unknot_level_to_code (unknot_assessment_get_level (assessment)), ==,
                       get_protocol_level (vignette));
      g_assert_true (unknot_assessment_is_complete (assessment) ==
                     json_object_get_boolean_member_with_default (vignette, "complete", TRUE));
      g_assert_cmpstr (json_object_get_string_member (vignette, "text"), !=, "");
      g_assert_cmpstr (json_object_get_string_member (vignette, "why"), !=, "");
      assert_evidence_exists (protocol, json_object_get_string_member (vignette, "why"));
      n_vignettes++;
    }

  g_assert_cmpuint (n_vignettes, >=, MIN_VIGNETTES);
  g_assert_finalize_object (protocol);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/vignettes/levels", test_vignettes_levels);

  return g_test_run ();
}
