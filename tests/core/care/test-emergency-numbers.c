/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-emergency-numbers.h"

#include "unknot-test-protocol.h"

#define DEFAULT "{\"number\": \"112\", \"note\": \"Or another.\"}"
#define ENTRY(country, name, number, also) \
  "{\"country\": " country ", \"name\": " name ", \"number\": " number ", \"also\": " also ", " \
  "\"source\": \"Backs\", \"checked\": false}"
#define GERMANY ENTRY ("\"DE\"", "\"Germany\"", "\"112\"", "null")
#define NORWAY ENTRY ("\"NO\"", "\"Norway\"", "\"113\"", "\"Or 112.\"")
#define TABLE "The table of emergency numbers "
#define NO_LIST "needs a list with something in it as "

static gboolean translating;

/* Stands in for the real one: a system may have no locale but C, and that is never translated. */
const char *
g_dgettext (const char *domain,
            const char *text)
{
  static const char *const translations[][2] = {
    { "Germany", "Tyskland" },
    { "Norway", "Norge" },
    { "Another country", "Et annet land" },
    { "Or 112.", "Eller 112." },
    { "Or another.", "Eller et annet." },
  };

  for (guint i = 0; translating && i < G_N_ELEMENTS (translations); i++)
    if (g_str_equal (text, translations[i][0]))
      return translations[i][1];

  return text;
}

static UnknotEmergencyNumbers *
load (const char   *json,
      UnknotFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));

  return unknot_emergency_numbers_new_from_json (bytes, faults);
}

static void
assert_faults (UnknotFaults *faults,
               const char   *message)
{
  g_autoptr (GError) error = NULL;

  unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, &error);
  g_assert_cmpstr (error != NULL ? error->message : NULL, ==, message);
}

static UnknotEmergencyNumbers *
load_good (const char *entries)
{
  g_autofree char *json = g_strdup_printf ("{\"$schema\": \"a\", \"default\": " DEFAULT ", "
                                           "\"numbers\": [%s]}", entries);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotEmergencyNumbers *numbers = load (json, faults);

  assert_faults (faults, NULL);

  return numbers;
}

static UnknotEmergencyNumbers *
load_shipped (void)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("data", "emergency-numbers.json", NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotEmergencyNumbers *numbers = unknot_emergency_numbers_new_from_json (json, faults);

  assert_faults (faults, NULL);

  return numbers;
}

static char *
join_names (UnknotEmergencyNumbers *numbers)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (numbers)); i++)
    {
      g_autoptr (UnknotEmergencyNumber) item = g_list_model_get_item (G_LIST_MODEL (numbers), i);

      g_string_append_printf (names, "%s\n", unknot_emergency_number_get_name (item));
    }

  return g_string_free_and_steal (names);
}

static void
test_emergency_numbers_lookup (void)
{
  static const char *const unknown[] = { NULL, "", "SE", "no", "NO ", "Norway" };
  UnknotEmergencyNumbers *numbers = load_good (GERMANY ", " NORWAY);
  UnknotEmergencyNumber *norway = unknot_emergency_numbers_lookup (numbers, "NO");
  UnknotEmergencyNumber *germany = unknot_emergency_numbers_lookup (numbers, "DE");

  g_assert_cmpstr (unknot_emergency_number_get_country (norway), ==, "NO");
  g_assert_cmpstr (unknot_emergency_number_get_name (norway), ==, "Norway");
  g_assert_cmpstr (unknot_emergency_number_get_number (norway), ==, "113");
  g_assert_cmpstr (unknot_emergency_number_get_also (norway), ==, "Or 112.");
  g_assert_cmpstr (unknot_emergency_number_get_name (germany), ==, "Germany");
  g_assert_null (unknot_emergency_number_get_also (germany));

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (unknot_emergency_numbers_lookup (numbers, unknown[i]));

  g_assert_finalize_object (numbers);
}

static void
test_emergency_numbers_default (void)
{
  UnknotEmergencyNumbers *numbers = load_good (GERMANY);
  UnknotEmergencyNumber *any_other = g_object_ref (unknot_emergency_numbers_get_default (numbers));

  g_assert_finalize_object (numbers);

  g_assert_cmpstr (unknot_emergency_number_get_country (any_other), ==, "");
  g_assert_cmpstr (unknot_emergency_number_get_name (any_other), ==, "Another country");
  g_assert_cmpstr (unknot_emergency_number_get_number (any_other), ==, "112");
  g_assert_cmpstr (unknot_emergency_number_get_also (any_other), ==, "Or another.");
  g_assert_finalize_object (any_other);
}

static void
test_emergency_numbers_list (void)
{
  g_autoptr (UnknotEmergencyNumbers) numbers =
    load_good (ENTRY ("\"AA\"", "\"Zebra\"", "\"1\"", "null") ", "
               ENTRY ("\"ZZ\"", "\"Apple\"", "\"2\"", "null") ", "
               ENTRY ("\"MM\"", "\"Melon\"", "\"3\"", "null"));
  GListModel *model = G_LIST_MODEL (numbers);
  g_autofree char *names = join_names (numbers);
  g_autoptr (UnknotEmergencyNumber) second = g_list_model_get_item (model, 1);
  g_autoptr (UnknotEmergencyNumber) last = g_list_model_get_item (model, 3);

  g_assert_true (g_list_model_get_item_type (model) == UNKNOT_TYPE_EMERGENCY_NUMBER);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, 4);
  g_assert_cmpstr (names, ==, "Apple\nMelon\nZebra\nAnother country\n");
  g_assert_true (second == unknot_emergency_numbers_lookup (numbers, "MM"));
  g_assert_true (last == unknot_emergency_numbers_get_default (numbers));
  g_assert_null (g_list_model_get_item (model, 4));
  g_assert_null (g_list_model_get_item (model, G_MAXUINT));
}

static void
test_emergency_numbers_translated (void)
{
  g_autoptr (UnknotEmergencyNumbers) numbers = NULL;
  g_autofree char *names = NULL;

  translating = TRUE;
  numbers = load_good (GERMANY ", " NORWAY);
  names = join_names (numbers);

  g_assert_cmpstr (names, ==, "Norge\nTyskland\nEt annet land\n");
  g_assert_cmpstr (unknot_emergency_number_get_also (
                     unknot_emergency_numbers_lookup (numbers, "NO")), ==, "Eller 112.");
  g_assert_cmpstr (unknot_emergency_number_get_also (
                     unknot_emergency_numbers_get_default (numbers)), ==, "Eller et annet.");
  translating = FALSE;
}

static void
test_emergency_numbers_bad_entries (void)
{
  static const struct
  {
    const char *entry;
    const char *message;
  } cases[] = {
    { NORWAY, NULL },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"source\": \"Backs\", "
      "\"checked\": true}", NULL },
    { "null", "An emergency number is not an object." },
    { "\"NO\"", "An emergency number is not an object." },
    { "{\"name\": \"Norway\"}", "An emergency number needs text as “country”." },
    { ENTRY ("7", "\"Norway\"", "\"113\"", "null"),
      "An emergency number needs text as “country”." },
    { ENTRY ("\"no\"", "\"Norway\"", "\"113\"", "null"), "“no” is not the code of a country." },
    { ENTRY ("\"NOR\"", "\"Norway\"", "\"113\"", "null"), "“NOR” is not the code of a country." },
    { ENTRY ("\"NO\"", "\"\"", "\"113\"", "null"), "NO needs text as “name”." },
    { ENTRY ("\"NO\"", "null", "\"113\"", "null"), "NO needs text as “name”." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"\"", "null"), "NO needs text as “number”." },
    { ENTRY ("\"NO\"", "\"Norway\"", "113", "null"), "NO needs text as “number”." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"113/112\"", "null"),
      "NO gives “113/112”, which cannot be dialled." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"١١٣\"", "null"),
      "NO gives “١١٣”, which cannot be dialled." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"113 \"", "null"),
      "NO gives “113 ”, which cannot be dialled." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"113\"", "\"\""), "NO needs text as “also”." },
    { ENTRY ("\"NO\"", "\"Norway\"", "\"113\"", "112"), "NO needs text as “also”." },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"checked\": true}",
      "NO needs text as “source”." },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"source\": \"Backs\"}",
      "NO does not say whether it was checked." },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"source\": \"Backs\", "
      "\"checked\": \"yes\"}", "NO does not say whether it was checked." },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"source\": \"Backs\", "
      "\"checked\": []}", "NO does not say whether it was checked." },
    { "{\"country\": \"NO\", \"name\": \"Norway\", \"number\": \"113\", \"source\": \"Backs\", "
      "\"checked\": true, \"police\": \"112\"}", "NO has “police”, which is not known." },
    { GERMANY, "The country “DE” stands twice." },
    { ENTRY ("\"no\"", "\"\"", "\"x\"", "1"),
      "no needs text as “name”.\nno gives “x”, which cannot be dialled.\n"
      "no needs text as “also”.\n“no” is not the code of a country." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf ("{\"default\": " DEFAULT ", \"numbers\": [%s, %s]}",
                                               GERMANY, cases[i].entry);
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotEmergencyNumbers) numbers = load (json, faults);

      assert_faults (faults, cases[i].message);
      g_assert_nonnull (unknot_emergency_numbers_lookup (numbers, "DE"));
    }
}

static void
test_emergency_numbers_bad_table (void)
{
  static const struct
  {
    const char *json;
    const char *message;
  } cases[] = {
    { "{\"default\": " DEFAULT ", \"numbers\": [" GERMANY "]}", NULL },
    { "[]", TABLE "is not an object." },
    { "", "The file is empty." },
    { "{\"default\": " DEFAULT "}", TABLE NO_LIST "“numbers”." },
    { "{\"default\": " DEFAULT ", \"numbers\": []}", TABLE NO_LIST "“numbers”." },
    { "{\"default\": " DEFAULT ", \"numbers\": {\"DE\": \"112\"}}", TABLE NO_LIST "“numbers”." },
    { "{\"default\": " DEFAULT ", \"numbers\": [" GERMANY "], \"police\": []}",
      TABLE "has “police”, which is not known." },
    { "{\"default\": " DEFAULT ", \"numbers\": [" GERMANY "], \"numbers\": [" GERMANY "]}",
      "Line 1: “numbers” is given twice." },
    { "{\"numbers\": [" GERMANY "]}", TABLE "needs an object as “default”." },
    { "{\"default\": \"112\", \"numbers\": [" GERMANY "]}", TABLE "needs an object as “default”." },
    { "{\"default\": {\"note\": \"Or another.\"}, \"numbers\": [" GERMANY "]}",
      "The default needs text as “number”." },
    { "{\"default\": {\"number\": \"your own\", \"note\": \"Or another.\"}, "
      "\"numbers\": [" GERMANY "]}", "The default gives “your own”, which cannot be dialled." },
    { "{\"default\": {\"number\": \"112\"}, \"numbers\": [" GERMANY "]}",
      "The default needs text as “note”." },
    { "{\"default\": {\"number\": \"112\", \"note\": \"Or another.\", \"name\": \"X\"}, "
      "\"numbers\": [" GERMANY "]}", "The default has “name”, which is not known." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (UnknotEmergencyNumbers) numbers = load (cases[i].json, faults);

      assert_faults (faults, cases[i].message);
      g_assert_cmpint (numbers == NULL, ==, *cases[i].json != '{');
    }
}

static void
test_emergency_numbers_shipped (void)
{
  static const struct
  {
    const char *number;
    const char *countries;
  } rows[] = {
    { "112", "AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK" },
    { "112", "AL AD GE IS LI MD ME RS TR UA IN KZ" },
    { "113", "NO" },
    { "144", "CH" },
    { "999", "GB HK MY KE" },
    { "995", "SG" },
    { "998", "AE" },
    { "911", "US CA MX PH AR UY PY CR PA DO EC" },
    { "123", "GT CO EG" },
    { "192", "BR" },
    { "131", "CL" },
    { "000", "AU" },
    { "111", "NZ" },
    { "119", "JP KR TW" },
    { "120", "CN" },
    { "10177", "ZA" },
    { "101", "IL" },
    { "997", "SA" },
    { "1669", "TH" },
    { "115", "VN IR PK" },
    { "103", "RU BY UZ AM" },
  };
  g_autoptr (UnknotEmergencyNumbers) numbers = load_shipped ();
  UnknotEmergencyNumber *any_other = unknot_emergency_numbers_get_default (numbers);
  guint n_countries = 0;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) countries = g_strsplit (rows[i].countries, " ", -1);

      for (guint j = 0; countries[j] != NULL; j++)
        {
          UnknotEmergencyNumber *item = unknot_emergency_numbers_lookup (numbers, countries[j]);

          g_assert_nonnull (item);
          g_assert_cmpstr (unknot_emergency_number_get_number (item), ==, rows[i].number);
          n_countries++;
        }
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (numbers)), ==, n_countries + 1);
  g_assert_cmpstr (unknot_emergency_number_get_number (any_other), ==, "112");
}

static void
test_emergency_numbers_shipped_also (void)
{
  static const struct
  {
    const char *country;
    const char *number;
  } cases[] = {
    { "AR", "107" }, { "AU", "112" }, { "CH", "112" }, { "GB", "112" }, { "GT", "122" },
    { "KE", "112" }, { "KZ", "103" }, { "NO", "112" }, { "PK", "1122" }, { "RS", "194" },
    { "RU", "112" }, { "UA", "103" }, { "ZA", "112" },
  };
  g_autoptr (UnknotEmergencyNumbers) numbers = load_shipped ();
  guint n_also = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *end = g_strdup_printf (" %s.", cases[i].number);
      UnknotEmergencyNumber *item = unknot_emergency_numbers_lookup (numbers, cases[i].country);

      g_assert_true (g_str_has_suffix (unknot_emergency_number_get_also (item), end));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (numbers)); i++)
    {
      g_autoptr (UnknotEmergencyNumber) item = g_list_model_get_item (G_LIST_MODEL (numbers), i);

      n_also += unknot_emergency_number_get_also (item) != NULL;
    }
  g_assert_cmpuint (n_also, ==, G_N_ELEMENTS (cases) + 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/emergency-numbers/lookup", test_emergency_numbers_lookup);
  g_test_add_func ("/emergency-numbers/default", test_emergency_numbers_default);
  g_test_add_func ("/emergency-numbers/list", test_emergency_numbers_list);
  g_test_add_func ("/emergency-numbers/translated", test_emergency_numbers_translated);
  g_test_add_func ("/emergency-numbers/bad-entries", test_emergency_numbers_bad_entries);
  g_test_add_func ("/emergency-numbers/bad-table", test_emergency_numbers_bad_table);
  g_test_add_func ("/emergency-numbers/shipped", test_emergency_numbers_shipped);
  g_test_add_func ("/emergency-numbers/shipped-also", test_emergency_numbers_shipped_also);

  return g_test_run ();
}
