/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-episode-json.h"
#include "unknot-json.h"

#define UUID "12345678-9abc-4def-8123-456789abcdef"
#define MOMENT "{\"utc\": 1795269900000, \"offset\": 60, \"zone\": \"Europe/Berlin\", \"day\": 20261121}"
#define START "\"uuid\": \"" UUID "\", \"start\": " MOMENT ", \"precision\": \"exact\""

/* Every member, and each of what belongs to a spasm. */
#define FULL                                                                                       \
  "{" START ", \"worst\": 9, \"current\": 0, \"at-rest\": 3, \"on-moving\": 10, "                  \
  "\"end\": {\"utc\": 1795277100001, \"offset\": -570, \"zone\": \"Pacific/Marquesas\", "          \
  "\"day\": 20261121}, \"onset\": \"not-sure\", "                                                  \
  "\"trigger\": [\"lifting\", \"other\"], \"feel\": [\"cramp\", \"numb\"], "                       \
  "\"stops\": [\"sitting\", \"other\"], \"spreads\": [\"none\"], "                                 \
  "\"warning\": [\"bladder\", \"fever\"], "                                                        \
  "\"places\": [{\"area\": \"lower\", \"side\": \"left\", \"pain\": 6, \"kind\": \"cramp\"}, "     \
  "{\"area\": \"foot\"}], "                                                                        \
  "\"readings\": [{\"uuid\": \"22345678-9abc-4def-8123-456789abcdef\", \"moment\": " MOMENT ", "   \
  "\"pain\": 0}], "                                                                                \
  "\"reliefs\": [{\"uuid\": \"32345678-9abc-4def-8123-456789abcdef\", \"moment\": " MOMENT ", "    \
  "\"measure\": \"heat\", \"effect\": \"a-lot\"}, "                                                \
  "{\"uuid\": \"42345678-9abc-4def-8123-456789abcdef\", \"moment\": " MOMENT ", "                  \
  "\"measure\": \"other\"}], "                                                                     \
  "\"doses\": [{\"uuid\": \"52345678-9abc-4def-8123-456789abcdef\", \"moment\": " MOMENT ", "      \
  "\"name\": \"Ibu “akut”\", \"amount\": 0.1, \"unit\": \"g\", \"ingredient\": \"ibuprofen\", "    \
  "\"supply\": \"bought\", \"effect\": \"worse\"}, "                                               \
  "{\"uuid\": \"62345678-9abc-4def-8123-456789abcdef\", \"moment\": " MOMENT ", \"name\": \"\", "  \
  "\"amount\": 1e300}], "                                                                          \
  "\"note\": \"\\u0001 \\\\u0000 “quoted” \\\"\\n\\t\xf0\x9f\x98\x80\"}"

static JsonNode *
parse (const char *json)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  JsonNode *node = unknot_json_parse (bytes, faults);

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);

  return node;
}

static UnknotEpisode *
load (const char *json)
{
  g_autoptr (JsonNode) node = parse (json);
  g_autoptr (GError) error = NULL;
  UnknotEpisode *episode = unknot_episode_new_from_json (node, &error);

  g_assert_no_error (error);

  return episode;
}

/* What is written is the same document, and what is read from that text is, too. */
static void
assert_lossless (const char *json)
{
  g_autoptr (JsonNode) given = parse (json);
  g_autoptr (UnknotEpisode) episode = load (json);
  g_autoptr (JsonNode) written = unknot_episode_to_json (episode);
  g_autofree char *text = json_to_string (written, TRUE);
  g_autoptr (JsonNode) again = parse (text);

  g_assert_true (json_node_equal (written, given));
  g_assert_true (json_node_equal (again, given));
}

static void
test_episode_json_lossless (void)
{
  assert_lossless ("{" START ", \"worst\": 0}");
  assert_lossless ("{" START ", \"worst\": 3, \"current\": 7}");
  assert_lossless (FULL);
}

static void
test_episode_json_values (void)
{
  g_autoptr (UnknotEpisode) episode = load (FULL);
  g_autoptr (UnknotPlace) place =
    g_list_model_get_item (G_LIST_MODEL (unknot_episode_get_places (episode)), 0);
  g_autoptr (UnknotEntry) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);

  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), ==, UUID);
  g_assert_cmpint (unknot_moment_get_offset (unknot_episode_get_end (episode)), ==, -570);
  g_assert_cmpint (unknot_episode_get_worst (episode), ==, 9);
  g_assert_cmpint (unknot_episode_get_current (episode), ==, 0);
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_WARNING, "bladder"));
  g_assert_true (unknot_episode_has_code (episode, UNKNOT_VOCABULARY_SPREADS, "none"));
  g_assert_cmpstr (unknot_place_get_side (place), ==, "left");
  g_assert_cmpstr (unknot_entry_get_episode (dose), ==, UUID);
  g_assert_cmpstr (unknot_entry_get_uuid (dose), ==, "52345678-9abc-4def-8123-456789abcdef");
  g_assert_cmpstr (unknot_episode_get_note (episode), ==,
                   "\001 \\u0000 “quoted” \"\n\t\xf0\x9f\x98\x80");
}

/* A whole number of a medicine is one, too; letters in an id may be large. */
static void
test_episode_json_other_forms (void)
{
  g_autoptr (UnknotEpisode) episode =
    load ("{\"uuid\": \"12345678-9ABC-4DEF-8123-456789ABCDEF\", \"start\": " MOMENT ", "
          "\"precision\": \"day\", \"worst\": 1, \"doses\": [{\"uuid\": \"" UUID "\", "
          "\"moment\": " MOMENT ", \"name\": \"x\", \"amount\": 400}]}");
  g_autoptr (UnknotDose) dose = g_list_model_get_item (unknot_episode_get_doses (episode), 0);

  g_assert_cmpstr (unknot_entry_get_uuid (UNKNOT_ENTRY (episode)), ==, UUID);
  g_assert_cmpfloat_with_epsilon (unknot_dose_get_amount (dose), 400, 1e-9);
}

static void
assert_refused (const char *json,
                const char *message)
{
  g_autoptr (JsonNode) node = parse (json);
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_episode_new_from_json (node, &error));
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_episode_json_refused (void)
{
  static const struct
  {
    const char *members;
    const char *message;
  } cases[] = {
    { "", "The spasm needs a whole number as “worst”." },
    { ", \"worst\": 11", "The spasm: Pain is a number from 0 to 10." },
    { ", \"worst\": -1", "The spasm needs a number from 0 to 10 as “worst”." },
    { ", \"worst\": 5.0", "The spasm needs a whole number as “worst”." },
    { ", \"worst\": 4294967297", "The spasm: Pain is a number from 0 to 10." },
    { ", \"worst\": 1, \"current\": null", "The spasm needs a whole number as “current”." },
    { ", \"worst\": 1, \"colour\": 1", "The spasm has “colour”, which is not known." },
    { ", \"worst\": 1, \"onset\": 7", "The spasm needs text as “onset”." },
    { ", \"worst\": 1, \"onset\": \"slow\"",
      "The spasm: “slow” is not one of the answers for “onset”." },
    { ", \"worst\": 1, \"note\": [\"x\"]", "The spasm needs text as “note”." },
    { ", \"worst\": 1, \"feel\": []", "The spasm needs a list with something in it as “feel”." },
    { ", \"worst\": 1, \"feel\": [1]", "The spasm needs a list of codes as “feel”." },
    { ", \"worst\": 1, \"trigger\": [\"none\", \"sport\"]",
      "The spasm: “none” does not go with other answers for “trigger”." },
    { ", \"worst\": 1, \"end\": 5", "The spasm needs an object as “end”." },
    { ", \"worst\": 1, \"end\": {\"utc\": 0, \"offset\": 0, \"zone\": \"UTC\", \"day\": 19700102}",
      "The spasm: “end”: A time in the diary does not fit its day or its zone." },
    { ", \"worst\": 1, \"end\": {\"utc\": 0, \"offset\": 0, \"day\": 19700101}",
      "The spasm: “end” needs text as “zone”." },
    { ", \"worst\": 1, \"end\": {\"utc\": 0, \"offset\": 0, \"zone\": \"UTC\", \"day\": 19700101}",
      "The spasm: A spasm cannot end before it starts." },
    { ", \"worst\": 1, \"places\": [{\"area\": \"moon\"}]",
      "Number 1 of “places”: “moon” is not one of the answers for “area”." },
    { ", \"worst\": 1, \"places\": [7]", "Number 1 of “places” is not an object." },
    { ", \"worst\": 1, \"readings\": [{\"uuid\": \"" UUID "\", \"moment\": " MOMENT "}]",
      "Number 1 of “readings” needs a whole number as “pain”." },
    { ", \"worst\": 1, \"reliefs\": [{\"uuid\": \"1\", \"moment\": " MOMENT
      ", \"measure\": \"heat\"}]",
      "Number 1 of “reliefs”: “1” is not the id of an entry." },
    { ", \"worst\": 1, \"doses\": [{\"uuid\": \"" UUID "\", \"moment\": " MOMENT
      ", \"name\": \"x\", \"amount\": \"1\"}]",
      "Number 1 of “doses” needs a number as “amount”." },
    { ", \"worst\": 1, \"doses\": [{\"uuid\": \"" UUID "\", \"moment\": " MOMENT
      ", \"name\": \"x\", \"amount\": 0}]",
      "Number 1 of “doses”: An amount of medicine is a number above 0." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{" START "%s}", cases[i].members);

      assert_refused (json, cases[i].message);
    }
  assert_refused ("[]", "The spasm is not an object.");
}

/* All at once, a line each. */
static void
test_episode_json_faults (void)
{
  assert_refused ("{\"worst\": \"7\", \"doses\": [{\"name\": 1}, {\"amount\": true}]}",
                  "The spasm needs text as “uuid”.\n"
                  "The spasm needs an object as “start”.\n"
                  "The spasm needs text as “precision”.\n"
                  "The spasm needs a whole number as “worst”.\n"
                  "Number 1 of “doses” needs an object as “moment”.\n"
                  "Number 1 of “doses” needs text as “uuid”.\n"
                  "Number 1 of “doses” needs text as “name”.\n"
                  "Number 1 of “doses” needs a number as “amount”.\n"
                  "Number 2 of “doses” needs an object as “moment”.\n"
                  "Number 2 of “doses” needs text as “uuid”.\n"
                  "Number 2 of “doses” needs text as “name”.\n"
                  "Number 2 of “doses” needs a number as “amount”.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/episode-json/lossless", test_episode_json_lossless);
  g_test_add_func ("/episode-json/values", test_episode_json_values);
  g_test_add_func ("/episode-json/other-forms", test_episode_json_other_forms);
  g_test_add_func ("/episode-json/refused", test_episode_json_refused);
  g_test_add_func ("/episode-json/faults", test_episode_json_faults);

  return g_test_run ();
}
