/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-answers-json.h"
#include "unknot-test-protocol.h"

#include <json-glib/json-glib.h>

/* tests/fixtures/rules: answer files that make one rule fire, or just not, and in expected.json what
 * the protocol gives for each. */

typedef struct
{
  UnknotProtocol *protocol;
  GDateTime *now;
  JsonNode *expected;
} Fixture;

static void
fixture_set_up (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GBytes) json =
    unknot_test_read_file ("tests", "fixtures", "rules", "expected.json", NULL);
  g_autoptr (GError) error = NULL;

  fixture->protocol = unknot_test_load_protocol ();
  fixture->now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
  fixture->expected = json_from_string (g_bytes_get_data (json, NULL), &error);
  g_assert_no_error (error);
}

static void
fixture_tear_down (Fixture       *fixture,
                   gconstpointer  data)
{
  g_clear_pointer (&fixture->expected, json_node_unref);
  g_clear_pointer (&fixture->now, g_date_time_unref);
  g_assert_finalize_object (fixture->protocol);
}

static JsonNode *
assess_file (Fixture    *fixture,
             const char *stem)
{
  g_autofree char *name = g_strconcat (stem, ".json", NULL);
  g_autoptr (GBytes) json = unknot_test_read_file ("tests", "fixtures", "rules", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotAnswers) answers = NULL;
  g_autoptr (UnknotAssessment) assessment = NULL;

  answers = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (fixture->protocol),
                                          json, &error);
  g_assert_no_error (error);
  assessment = unknot_rules_assess (unknot_protocol_get_rules (fixture->protocol), answers,
                                    fixture->now);

  return unknot_assessment_to_json (assessment);
}

static void
test_fixtures_expected (Fixture       *fixture,
                        gconstpointer  data)
{
  JsonObjectIter files, members;
  const char *stem, *member;
  JsonNode *expected, *value;

  json_object_iter_init_ordered (&files, json_node_get_object (fixture->expected));
  while (json_object_iter_next_ordered (&files, &stem, &expected))
    {
      g_autoptr (JsonNode) given = assess_file (fixture, stem);

      json_object_iter_init_ordered (&members, json_node_get_object (expected));
      while (json_object_iter_next_ordered (&members, &member, &value))
        {
          JsonNode *given_value = json_object_get_member (json_node_get_object (given), member);
          g_autofree char *given_text = json_to_string (given_value, FALSE);
          g_autofree char *text = json_to_string (value, FALSE);

          g_test_message ("%s: %s", stem, member);
          g_assert_cmpstr (given_text, ==, text);
        }
    }
}

/* Each rule can fire: there is a file named after it, and it does. */
static void
test_fixtures_every_rule (Fixture       *fixture,
                          gconstpointer  data)
{
  UnknotRules *rules = unknot_protocol_get_rules (fixture->protocol);

  g_assert_cmpuint (unknot_rules_get_n_rules (rules), ==, 62);
  for (guint i = 0; i < unknot_rules_get_n_rules (rules); i++)
    {
      const char *id = unknot_rule_get_id (unknot_rules_get_rule (rules, i));
      g_autoptr (JsonNode) given = assess_file (fixture, id);
      JsonObject *object = json_node_get_object (given);
      JsonArray *fired = json_object_get_array_member (object, "rules");
      gboolean found = FALSE;

      for (guint j = 0; j < json_array_get_length (fired); j++)
        found |= g_str_equal (json_array_get_string_element (fired, j), id);
      g_test_message ("%s", id);
      g_assert_true (found);
      g_assert_true (json_object_get_boolean_member (object, "complete"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/fixtures/expected", Fixture, NULL,
              fixture_set_up, test_fixtures_expected, fixture_tear_down);
  g_test_add ("/fixtures/every-rule", Fixture, NULL,
              fixture_set_up, test_fixtures_every_rule, fixture_tear_down);

  return g_test_run ();
}
