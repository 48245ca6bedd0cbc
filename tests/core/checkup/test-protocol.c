/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-protocol.h"

#include "unknot-test-protocol.h"

static GBytes *
read_shipped (const char *name)
{
  return unknot_test_read_file ("data", "protocol", name, NULL);
}

/* @from is there once; with no @from, the file is left as it is shipped. */
static GBytes *
read_changed (const char *name,
              const char *from,
              const char *to)
{
  g_autoptr (GBytes) shipped = read_shipped (name);
  gsize length;
  const char *text = g_bytes_get_data (shipped, &length);
  GString *changed = g_string_new_len (text, length);

  if (from != NULL)
    g_assert_cmpuint (g_string_replace (changed, from, to, 0), ==, 1);

  return g_string_free_to_bytes (changed);
}

static void
test_protocol_shipped (void)
{
  g_autoptr (GBytes) questionnaire = read_shipped ("questionnaire.json");
  g_autoptr (GBytes) rules = read_shipped ("rules.json");
  g_autoptr (GBytes) evidence = read_shipped ("evidence.json");
  g_autoptr (GError) error = NULL;
  UnknotProtocol *protocol = unknot_protocol_new (questionnaire, rules, evidence, &error);

  g_assert_no_error (error);
  g_assert_nonnull (unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (protocol),
                                                 "bladder"));
  g_assert_nonnull (unknot_evidence_lookup (unknot_protocol_get_evidence (protocol), "S0-16"));
  g_assert_cmpstr (unknot_rules_get_protocol (unknot_protocol_get_rules (protocol)), ==,
                   "back-spasm");
  g_assert_finalize_object (protocol);
}

/* The ids and their order are fixed: other programs go by them. */
static void
test_protocol_rule_ids (void)
{
  static const struct
  {
    char letter;
    guint n_rules;
    UnknotLevel level;
  } groups[] = {
    { 'E', 23, UNKNOT_LEVEL_EMERGENCY },
    { 'U', 21, UNKNOT_LEVEL_URGENT },
    { 'D', 17, UNKNOT_LEVEL_DOCTOR },
    { 'S', 1, UNKNOT_LEVEL_SELF_CARE },
  };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  UnknotRules *rules = unknot_protocol_get_rules (protocol);
  guint position = 0;

  g_assert_cmpuint (unknot_rules_get_n_rules (rules), ==, 62);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    for (guint j = 1; j <= groups[i].n_rules; j++)
      {
        UnknotRule *rule = unknot_rules_get_rule (rules, position++);
        g_autofree char *id = g_strdup_printf ("%c%02u", groups[i].letter, j);

        g_assert_cmpstr (unknot_rule_get_id (rule), ==, id);
        g_assert_cmpint (unknot_rule_get_level (rule), ==, groups[i].level);
        g_assert_cmpuint (unknot_rule_get_evidence (rule)->len, >, 0);
      }
  g_assert_cmpuint (position, ==, unknot_rules_get_n_rules (rules));
}

static void
test_protocol_faults (void)
{
  typedef struct
  {
    const char *from;
    const char *to;
  } Change;
  static const struct
  {
    Change questionnaire;
    Change rules;
    Change evidence;
    const char *message;
  } cases[] = {
    { { NULL }, { NULL }, { NULL }, NULL },
    { { "\"url\": \"urn:uuid:cf731781", "\"url\": \"urn:uuid:" }, { NULL }, { NULL },
      "The questionnaire: “url” is not a urn:uuid." },
    { { NULL }, { "\"level\": \"self-care\"", "\"level\": \"home\"" }, { NULL },
      "S01 gives “home”, which is no level." },
    { { NULL }, { NULL }, { "\"source\": \"Rest\"", "\"source\": \"Bed\"" },
      "G-Rest stands in “Bed”, which is no source." },
    { { "\"url\": \"urn:uuid:cf731781", "\"url\": \"urn:uuid:" },
      { "\"level\": \"self-care\"", "\"level\": \"home\"" },
      { "\"source\": \"Rest\"", "\"source\": \"Bed\"" },
      "The questionnaire: “url” is not a urn:uuid.\n"
      "G-Rest stands in “Bed”, which is no source.\n"
      "S01 gives “home”, which is no level." },
    { { "\"linkId\": \"rash\"", "\"linkId\": \"spots\"" }, { NULL }, { NULL },
      "U08 reads “rash”, which is no question.\n“spots” is read by no rule." },
    { { NULL }, { NULL }, { "\"id\": \"G-Shingles\"", "\"id\": \"G-Zoster\"" },
      "U08 cites “G-Shingles”, which is no evidence." },
    { { NULL }, { "\"version\": \"1.0\"", "\"version\": \"1.1\"" }, { NULL },
      "The questionnaire and the rules are of different versions." },
    { { "\"version\": \"1.0\"", "\"version\": \"0.9\"" }, { NULL }, { NULL },
      "The questionnaire and the rules are of different versions." },
    { { "\"version\": \"1.0\"", "\"version\": \"1.1\"" },
      { "\"version\": \"1.0\"", "\"version\": \"1.1\"" }, { NULL }, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) questionnaire = read_changed ("questionnaire.json",
                                                       cases[i].questionnaire.from,
                                                       cases[i].questionnaire.to);
      g_autoptr (GBytes) rules = read_changed ("rules.json", cases[i].rules.from,
                                               cases[i].rules.to);
      g_autoptr (GBytes) evidence = read_changed ("evidence.json", cases[i].evidence.from,
                                                  cases[i].evidence.to);
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotProtocol) protocol = unknot_protocol_new (questionnaire, rules, evidence,
                                                                 &error);

      g_assert_cmpstr (error != NULL ? error->message : NULL, ==, cases[i].message);
      g_assert_true ((protocol == NULL) == (error != NULL));
      if (error != NULL)
        g_assert_error (error, UNKNOT_PROTOCOL_ERROR, UNKNOT_PROTOCOL_ERROR_INVALID);
    }
}

static void
test_protocol_no_document (void)
{
  static const char *const names[] = { "questionnaire.json", "rules.json", "evidence.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GBytes *files[G_N_ELEMENTS (names)];
      g_autoptr (GError) error = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        files[j] = i == j ? g_bytes_new_static ("", 0) : read_shipped (names[j]);

      g_assert_null (unknot_protocol_new (files[0], files[1], files[2], &error));
      g_assert_error (error, UNKNOT_PROTOCOL_ERROR, UNKNOT_PROTOCOL_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, "The file is empty.");

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        g_bytes_unref (files[j]);
    }
}

static void
test_protocol_no_resource (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (unknot_protocol_new_from_resource ("/io/github/unknot/Nowhere", &error));
  g_assert_error (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "/io/github/unknot/Nowhere/questionnaire.json"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/protocol/shipped", test_protocol_shipped);
  g_test_add_func ("/protocol/rule-ids", test_protocol_rule_ids);
  g_test_add_func ("/protocol/faults", test_protocol_faults);
  g_test_add_func ("/protocol/no-document", test_protocol_no_document);
  g_test_add_func ("/protocol/no-resource", test_protocol_no_resource);

  return g_test_run ();
}
