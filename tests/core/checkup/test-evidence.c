/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-evidence.h"

#include "unknot-json.h"
#include "unknot-test-protocol.h"

#define KIND "\"name\": \"Press\", \"kind\": \"article\""
#define SOURCE "{\"id\": \"A\", \"title\": \"Backs\", " KIND "}"
#define USE "\"use\": [\"T\"]"
#define FACT \
  "{\"id\": \"A-1\", \"source\": \"A\", \"text\": \"Backs bend.\", \"checked\": true, " USE "}"
#define NO_LIST "needs a list with something in it as "

static UnknotEvidence *
load (const char   *json,
      UnknotFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return unknot_evidence_new_from_json (bytes, faults);
}

static void
assert_faults (UnknotFaults *faults,
               const char   *message)
{
  g_autoptr (GError) error = NULL;

  unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static void
test_evidence_fact (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotEvidence *evidence =
    load ("{\"sources\": [{\"id\": \"A\", \"title\": \"Backs\", \"publisher\": \"Press\", "
          "\"date\": \"2025-01\", \"doi\": \"10.1000/1\", \"note\": \"Old.\", " KIND "}, "
          "{\"id\": \"B\", \"title\": \"Legs\", \"date\": null, " KIND "}], "
          "\"facts\": [" FACT ", {\"id\": \"B-1\", \"source\": \"B\", \"text\": \"Legs bend.\", "
          "\"checked\": false, " USE "}]}",
          faults);
  UnknotFact *first, *second;
  UnknotSource *source;

  assert_faults (faults, NULL);
  first = unknot_evidence_lookup (evidence, "A-1");
  g_assert_cmpstr (unknot_fact_get_id (first), ==, "A-1");
  g_assert_cmpstr (unknot_fact_get_text (first), ==, "Backs bend.");
  g_assert_true (unknot_fact_is_checked (first));
  source = unknot_fact_get_source (first);
  g_assert_cmpstr (unknot_source_get_id (source), ==, "A");
  g_assert_cmpstr (unknot_source_get_title (source), ==, "Backs");
  g_assert_cmpstr (unknot_source_get_publisher (source), ==, "Press");
  g_assert_cmpstr (unknot_source_get_date (source), ==, "2025-01");
  g_assert_cmpstr (unknot_source_get_doi (source), ==, "10.1000/1");
  g_assert_cmpstr (unknot_source_get_note (source), ==, "Old.");

  second = unknot_evidence_lookup (evidence, "B-1");
  g_assert_false (unknot_fact_is_checked (second));
  source = unknot_fact_get_source (second);
  g_assert_cmpstr (unknot_source_get_id (source), ==, "B");
  g_assert_null (unknot_source_get_publisher (source));
  g_assert_null (unknot_source_get_date (source));
  g_assert_null (unknot_source_get_doi (source));
  g_assert_null (unknot_source_get_note (source));

  g_assert_null (unknot_evidence_lookup (evidence, "A-2"));
  g_assert_null (unknot_evidence_lookup (evidence, "A"));
  g_assert_finalize_object (evidence);
}

static void
test_evidence_fact_outlives_evidence (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotEvidence *evidence = load ("{\"sources\": [" SOURCE "], \"facts\": [" FACT "]}", faults);
  UnknotFact *fact = g_object_ref (unknot_evidence_lookup (evidence, "A-1"));

  g_assert_finalize_object (evidence);

  g_assert_cmpstr (unknot_source_get_title (unknot_fact_get_source (fact)), ==, "Backs");
  g_assert_finalize_object (fact);
}

static void
test_evidence_faults (void)
{
  static const struct
  {
    const char *sources;
    const char *facts;
    const char *message;
  } cases[] = {
    { SOURCE, FACT, NULL },
    { "", FACT,
      "The evidence " NO_LIST "“sources”.\nA-1 stands in “A”, which is no source." },
    { SOURCE, "", "The evidence " NO_LIST "“facts”." },
    { "\"A\", " SOURCE, FACT, "sources is not an object." },
    { SOURCE, FACT ", null", "facts is not an object." },
    { SOURCE ", {\"title\": \"Legs\", " KIND "}", FACT, "A source needs text as “id”." },
    { SOURCE ", {\"id\": \"B\", " KIND "}", FACT, "B needs text as “title”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"\", " KIND "}", FACT, "B needs text as “title”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"date\": 2025, " KIND "}", FACT,
      "B needs text as “date”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"publisher\": \"\", " KIND "}", FACT,
      "B needs text as “publisher”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"doi\": [], " KIND "}", FACT,
      "B needs text as “doi”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"note\": {}, " KIND "}", FACT,
      "B needs text as “note”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"url\": \"x\", " KIND "}", FACT,
      "B has “url”, which is not known." },
    { SOURCE ", {\"id\": \"A\", \"title\": \"Legs\", " KIND "}", FACT,
      "The source “A” stands twice." },
    { SOURCE, FACT ", {\"source\": \"A\", \"text\": \"Legs bend.\", \"checked\": true, " USE "}",
      "A fact needs text as “id”." },
    { SOURCE, FACT ", {\"id\": \"A-2\", \"text\": \"Legs bend.\", \"checked\": true, " USE "}",
      "A-2 needs text as “source”." },
    { SOURCE,
      FACT ", {\"id\": \"A-2\", \"source\": \"A\", \"text\": \"\", \"checked\": true, " USE "}",
      "A-2 needs text as “text”." },
    { SOURCE, FACT ", {\"id\": \"A-2\", \"source\": \"A\", \"text\": \"Legs bend.\", " USE "}",
      "A-2 does not say whether it was checked." },
    { SOURCE,
      FACT ", {\"id\": \"A-2\", \"source\": \"A\", \"text\": \"Legs bend.\", "
           "\"checked\": \"yes\", " USE "}",
      "A-2 does not say whether it was checked." },
    { SOURCE,
      FACT ", {\"id\": \"A-2\", \"source\": \"B\", \"text\": \"Legs bend.\", "
           "\"checked\": true, " USE "}",
      "A-2 stands in “B”, which is no source." },
    { SOURCE,
      FACT ", {\"id\": \"A-2\", \"source\": \"A\", \"text\": \"Legs bend.\", "
           "\"checked\": true, " USE ", \"page\": 4}",
      "A-2 has “page”, which is not known." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"kind\": \"article\"}", FACT,
      "B needs text as “name”." },
    { SOURCE ", {\"id\": \"B\", \"title\": \"Legs\", \"name\": \"Press\", \"kind\": 1}", FACT,
      "B needs text as “kind”." },
    { SOURCE,
      FACT ", {\"id\": \"A-2\", \"source\": \"A\", \"text\": \"Legs bend.\", \"checked\": true, "
           "\"use\": []}",
      "A-2 needs a list with something in it as “use”." },
    { SOURCE, FACT ", " FACT, "The fact “A-1” stands twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"sources\": [%s], \"facts\": [%s]}",
                                               cases[i].sources, cases[i].facts);
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotEvidence) evidence = load (json, faults);

      assert_faults (faults, cases[i].message);
    }
}

static void
test_evidence_bad_document (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "", "The file is empty." },
    { "[]", "The evidence is not an object." },
    { "{}", "The evidence " NO_LIST "“sources”.\nThe evidence " NO_LIST "“facts”." },
    { "{\"sources\": {}, \"facts\": \"A\"}",
      "The evidence " NO_LIST "“sources”.\nThe evidence " NO_LIST "“facts”." },
    { "{\"sources\": [" SOURCE "], \"facts\": [" FACT "], \"rules\": []}",
      "The evidence has “rules”, which is not known." },
    { "{\"sources\": [" SOURCE "], \"facts\": [" FACT "],\n\"facts\": [" FACT "]}",
      "Line 2: “facts” is given twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotEvidence) evidence = load (cases[i].json, faults);

      assert_faults (faults, cases[i].message);
    }
}

static void
test_evidence_all_faults (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotEvidence) evidence =
    load ("{\"author\": \"A\", \"sources\": [" SOURCE ", " SOURCE ", {\"id\": \"B\"}], "
          "\"facts\": [{\"id\": \"C-1\", \"source\": \"C\", \"text\": \"Legs bend.\", "
          "\"checked\": true, " USE "}, {\"id\": \"C-2\", \"page\": 4, \"checked\": true}]}",
          faults);

  assert_faults (faults,
                 "The evidence has “author”, which is not known.\n"
                 "The source “A” stands twice.\n"
                 "B needs text as “title”.\n"
                 "B needs text as “name”.\n"
                 "B needs text as “kind”.\n"
                 "C-1 stands in “C”, which is no source.\n"
                 "C-2 has “page”, which is not known.\n"
                 "C-2 needs text as “source”.\n"
                 "C-2 needs a list with something in it as “use”.\n"
                 "C-2 needs text as “text”.");
}

static void
test_evidence_all_faults_of_a_fact (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotEvidence) evidence =
    load ("{\"sources\": [" SOURCE "], \"facts\": [{\"id\": \"C-1\", \"source\": \"C\"}]}", faults);

  assert_faults (faults,
                 "C-1 needs a list with something in it as “use”.\n"
                 "C-1 needs text as “text”.\n"
                 "C-1 does not say whether it was checked.\n"
                 "C-1 stands in “C”, which is no source.");
}

/* The shipped file is walked as JSON, for the evidence itself is only asked by id. */
static void
test_evidence_shipped (void)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("data", "protocol", "evidence.json", NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotEvidence) evidence = unknot_evidence_new_from_json (json, faults);
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *sources = json_object_get_array_member (json_node_get_object (root), "sources");
  JsonArray *facts = json_object_get_array_member (json_node_get_object (root), "facts");

  assert_faults (faults, NULL);
  for (guint i = 0; i < json_array_get_length (facts); i++)
    {
      JsonObject *object = json_array_get_object_element (facts, i);
      UnknotFact *fact =
        unknot_evidence_lookup (evidence, json_object_get_string_member (object, "id"));

      g_assert_cmpstr (unknot_fact_get_text (fact), ==,
                       json_object_get_string_member (object, "text"));
      g_assert_cmpstr (unknot_fact_get_text (fact), !=, "");
      g_hash_table_add (used, (char *) unknot_source_get_id (unknot_fact_get_source (fact)));
    }

  g_assert_cmpuint (json_array_get_length (sources), >, 0);
  for (guint i = 0; i < json_array_get_length (sources); i++)
    {
      const char *id = json_object_get_string_member (json_array_get_object_element (sources, i),
                                                      "id");

      g_test_message ("%s", id);
      g_assert_true (g_hash_table_contains (used, id));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/evidence/fact", test_evidence_fact);
  g_test_add_func ("/evidence/fact-outlives-evidence", test_evidence_fact_outlives_evidence);
  g_test_add_func ("/evidence/faults", test_evidence_faults);
  g_test_add_func ("/evidence/bad-document", test_evidence_bad_document);
  g_test_add_func ("/evidence/all-faults", test_evidence_all_faults);
  g_test_add_func ("/evidence/shipped", test_evidence_shipped);
  g_test_add_func ("/evidence/all-faults-of-a-fact", test_evidence_all_faults_of_a_fact);

  return g_test_run ();
}
