/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-json.h"
#include "unknot-test-exchange.h"

#define UUID "aaaaaaaa-0000-4000-8000-000000000001"
#define OTHER_UUID "bbbbbbbb-0000-4000-8000-000000000002"
#define MOMENT "{\"utc\": 1795269900000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 20261121}"
#define HEAD "\"format\": \"unknot-diary\", \"version\": 1"
#define PEG(more) "{\"uuid\": \"" UUID "\", \"moment\": " MOMENT more "}"
#define ANSWERS ", \"pain\": 1, \"enjoyment\": 2, \"activity\": 3"
#define PEGS(list) "{" HEAD ",\n\"pegs\": [" list "]}"
#define PART_UUID(n) "cccccccc-0000-4000-8000-00000000000" n
#define PART(n, more) "{\"uuid\": \"" PART_UUID (n) "\", \"moment\": " MOMENT ", " more "}"
#define SPASM(uuid)                                                                                \
  "{\"uuid\": \"" uuid "\", \"start\": " MOMENT ", \"precision\": \"exact\", \"worst\": 1, "       \
  "\"readings\": [" PART ("1", "\"pain\": 1") "], "                                                \
  "\"reliefs\": [" PART ("2", "\"measure\": \"heat\"") "], "                                       \
  "\"doses\": [" PART ("3", "\"name\": \"x\", \"amount\": 1") "]}"
#define SPASMS(one, other)                                                                         \
  "{" HEAD ",\n\"episodes\": [" SPASM (one) ",\n" SPASM (other) "]}"
#define AT(moment) PEGS ("{\"uuid\": \"" UUID "\", \"moment\": " moment ANSWERS "}")

#define FOREIGN                                                                                    \
  "This is not a diary that Unknot wrote. It reads diaries that it exported itself as JSON, and "  \
  "tables as CSV."
#define FHIR                                                                                       \
  "This is a FHIR file, which Unknot can write but not read. It reads diaries that it exported "   \
  "itself as JSON, and tables as CSV."

typedef struct
{
  const char *name;
  const char *json;
  const char *fault; /* the whole message */
} Case;

static const Case refused[] = {
  { "empty", "", "The file is empty." },
  { "not-json", "nonsense", FOREIGN },
  { "list", "[]", FOREIGN },
  { "nothing", "{}", FOREIGN },
  { "answers", "{\"answers\": {}}", FOREIGN },
  { "other-format", "{\"format\": \"diary\"}", FOREIGN },
  { "foreign", "{\"a\": 1, \"b\": [{\"c\": null}],\n\"d\": tru}", FOREIGN },
  { "fhir", "{\"resourceType\": \"Bundle\", \"type\": \"collection\", \"entry\": [{}]}", FHIR },
  { "fhir-later",
    "\xef\xbb\xbf{\n\"id\": \"1\", \"meta\": {},\n\"resourceType\": \"Bundle\"}", FHIR },
  { "fhir-cut", "{\"resourceType\": \"Bundle\", \"entry\": [{", FHIR },
  { "no-format", "{\"version\": 1}", "The file needs “unknot-diary” as “format”." },
  { "no-head", "{\"days\": [],\n\"dogs\": 1}",
    "Line 2: “dogs” is not known.\n"
    "The file needs “unknot-diary” as “format”.\n"
    "The file needs 1 as “version”." },
  { "own-with-type", "{" HEAD ",\n\"resourceType\": \"Bundle\"}",
    "Line 2: “resourceType” is not known." },
  { "version-0", "{\"format\": \"unknot-diary\",\n\"version\": 0}",
    "Line 2: The version of the file is not known." },
  { "version-text", "{\"format\": \"unknot-diary\",\n\"version\": \"1\"}",
    "Line 2: The version of the file is not known." },
  { "newer", "{\"format\": \"unknot-diary\",\n\"version\": 2, \"what\": {}}",
    "Line 2: The file was written by a newer version of Unknot. Update Unknot to import it." },
  { "unknown", "{" HEAD ",\n\n\"dogs\": {\"a\": [1, 2]}}", "Line 3: “dogs” is not known." },
  { "list-twice", "{" HEAD ", \"days\": [],\n\"days\": []}", "Line 2: “days” is given twice." },
  { "no-list", "{" HEAD ",\n\"days\": {}}", "Line 2: A list is expected here." },
  { "list-open", "{" HEAD ",\n\"days\": [\n", "Line 3: The file ends in the middle of an entry." },
  { "after", "{" HEAD "}\n{}", "Line 2: There is something after the end." },
  { "trailing-comma", "{" HEAD ",}", "Line 1: A name and a colon are expected here." },
  { "no-colon", "{\"format\" \"unknot-diary\"}", "Line 1: A name and a colon are expected here." },
  { "cut-text", "{" HEAD ", \"days\": [{\"uuid\": \"abc",
    "Line 1: The file ends in the middle of a text." },
  { "cut-escape", "{\"format\": \"\\", "Line 1: The file ends in the middle of a text." },
  { "cut-entry", "{" HEAD ", \"days\":\n[{\"uuid\":\n\"abc\"",
    "Line 3: The file ends in the middle of an entry." },
  { "crossed", PEGS ("{\"a\": [}]"), "Line 2: This is not valid JSON." },
  { "number", PEGS ("1"), "Line 2: The entry is not an object." },
  { "null", PEGS ("null"), "Line 2: The entry is not an object." },
  { "bare-word", PEGS ("nul"), "Line 2: This is not valid JSON." },
  { "comment", PEGS ("/* */"), "Line 2: This is not valid JSON.\n"
    "Line 2: The list does not end here." },
  { "name-twice", PEGS (PEG (ANSWERS ",\n\"pain\": 1")), "Line 3: “pain” is given twice." },
  { "id-twice", PEGS (PEG (ANSWERS) ",\n" PEG (ANSWERS)),
    "Line 3: The id “" UUID "” is given twice." },
  { "id-twice-elsewhere",
    "{" HEAD ", \"pegs\": [" PEG (ANSWERS) "],\n\"days\": [" PEG ("") "]}",
    "Line 2: The id “" UUID "” is given twice." },
  { "id-twice-inside",
    "{" HEAD ",\n\"episodes\": [{\"uuid\": \"" UUID "\", \"start\": " MOMENT ", \"precision\": "
    "\"exact\", \"worst\": 1, \"readings\": [" PEG (", \"pain\": 1") "]}]}",
    "Line 2: The id “" UUID "” is given twice." },
  { "spasm-twice", SPASMS (UUID, UUID), "Line 3: The id “" UUID "” is given twice." },
  { "parts-twice", SPASMS (UUID, OTHER_UUID),
    "Line 3: The id “" PART_UUID ("1") "” is given twice.\n"
    "Line 3: The id “" PART_UUID ("2") "” is given twice.\n"
    "Line 3: The id “" PART_UUID ("3") "” is given twice." },
  { "id-none", PEGS ("{\"uuid\": \"me\", \"moment\": " MOMENT ANSWERS "}"),
    "Line 2: The entry: “me” is not the id of an entry." },
  { "nul", PEGS (PEG (ANSWERS ", \"note\": \"a\\u0000b\"")),
    "Line 2: There is a control character in a string." },
  { "tab", PEGS (PEG (ANSWERS ", \"note\": \"a\tb\"")),
    "Line 2: There is a control character in a string." },
  { "out-of-range", PEGS (PEG (", \"pain\": 11, \"enjoyment\": 2, \"activity\": 3")),
    "Line 2: The entry: Pain is a number from 0 to 10." },
  { "huge", PEGS (PEG (", \"pain\": 99999999999999999999, \"enjoyment\": 2, \"activity\": 3")),
    "Line 2: The entry: Pain is a number from 0 to 10." },
  { "missing", PEGS (PEG (", \"pain\": -1, \"activity\": 2.5")),
    "Line 2: The entry needs a number from 0 to 10 as “pain”.\n"
    "Line 2: The entry needs a whole number as “enjoyment”.\n"
    "Line 2: The entry needs a whole number as “activity”." },
  { "revision", PEGS (PEG (ANSWERS ", \"revision\": 1e3")), "Line 2: “revision” is out of range." },
  { "revision-huge", PEGS (PEG (ANSWERS ", \"revision\": 9007199254740992")),
    "Line 2: “revision” is out of range." },
  { "year-0",
    AT ("{\"utc\": -62167219200000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 101}"),
    "Line 2: The entry: “moment”: A time in the diary does not fit its day or its zone." },
  { "year-9999",
    AT ("{\"utc\": 253402214400000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 99991231}"),
    "Line 2: The entry: “moment”: A time in the diary does not fit its day or its zone." },
  { "other-day",
    AT ("{\"utc\": 1795269900000, \"offset\": 0, \"zone\": \"UTC\", \"day\": 20261122}"),
    "Line 2: The entry: “moment”: A time in the diary does not fit its day or its zone." },
  { "amount", "{" HEAD ", \"doses\": [\n{\"uuid\": \"" UUID "\", \"moment\": " MOMENT
              ", \"name\": \"x\", \"amount\": 1e999}]}",
    "Line 2: The entry: An amount of medicine is a number above 0." },
  { "check", "{" HEAD ", \"checks\": [{\"uuid\": \"" UUID "\", \"moment\": " MOMENT
             ", \"answers\": {}, \"assessment\": {\"level\": \"soon\"}}]}",
    "Line 1: The entry: assessment needs text as “version”.\n"
    "Line 1: The entry: assessment needs a level as “level”.\n"
    "Line 1: The entry: assessment needs true or false as “complete”." },
};

static gboolean
count_cb (UnknotEntry  *entry,
          gint64        changed,
          gpointer      data,
          GError      **error)
{
  *(guint *) data += 1;

  return TRUE;
}

static guint
read_bytes (GBytes  *bytes,
            GError **error)
{
  guint n = 0;
  UnknotExchange exchange = { count_cb, &n, NULL };

  return unknot_diary_json_read (bytes, &exchange, error) ? n : 0;
}

static void
assert_refused (const char *json,
                gsize       length,
                const char *fault)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length);
  g_autoptr (GError) error = NULL;

  read_bytes (bytes, &error);
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, fault);
}

static void
test_diary_json_refused (gconstpointer data)
{
  const Case *given = data;

  assert_refused (given->json, strlen (given->json), given->fault);
}

static void
test_diary_json_encodings (void)
{
  static const char utf16[] = "\xff\xfe{\0\"\0";
  static const char latin1[] = "{" HEAD ",\n\n\"na\xefve\": 1}";
  static const char nul[] = "{" HEAD ",\n\"days\": [\0]}";

  assert_refused (utf16, sizeof utf16 - 1, "Line 1: This is not UTF-8 text. Save the file as UTF-8, and try again.");
  assert_refused (latin1, sizeof latin1 - 1, "Line 3: This is not UTF-8 text. Save the file as UTF-8, and try again.");
  assert_refused (nul, sizeof nul - 1,
                  "Line 2: There is a NUL here, a character that no text has. The file may be "
                  "damaged: export or save it once more, and try again.");
}

/* A text editor may have put a mark of UTF-8 before it, and blanks anywhere. */
static void
test_diary_json_other_forms (void)
{
  static const char json[] =
    "\xef\xbb\xbf\r\n\t{ \"version\" : 1 , \"pegs\":[ " PEG (ANSWERS) " ] ,\"d\\u0061ys\": [],"
    "\"format\":\"unknot-diary\" } \n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, sizeof json - 1);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (read_bytes (bytes, &error), ==, 1);
  g_assert_no_error (error);
}

static void
test_diary_json_deep (void)
{
  g_autoptr (GString) json = g_string_new ("{" HEAD ",\n\"days\": [");

  for (guint i = 0; i < 100000; i++)
    g_string_append_c (json, '[');

  assert_refused (json->str, json->len, "Line 2: This is nested too deeply.");
}

/* Nobody reads a thousand sentences. */
static void
test_diary_json_many_faults (void)
{
  g_autoptr (GString) json = g_string_new ("{" HEAD ",\n\"days\": [1");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (json, ",\n1");
  g_string_append (json, "]}");
  bytes = g_string_free_to_bytes (g_steal_pointer (&json));
  read_bytes (bytes, &error);

  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 101);
  g_assert_cmpstr (lines[99], ==, "Line 101: The entry is not an object.");
  g_assert_cmpstr (lines[100], ==, "There may be more: the file was not read any further.");
}

static void
test_diary_json_too_large (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (UNKNOT_EXCHANGE_MAX_SIZE + 1),
                                               UNKNOT_EXCHANGE_MAX_SIZE + 1);
  g_autoptr (GError) error = NULL;

  read_bytes (bytes, &error);
  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==,
                   "The file is larger than 100 MB, which no diary is. Nothing was imported.");
}

/* What was written once is read by every later version: a file of each, and it goes out again as it
 * came in. */
static void
test_diary_json_fixture (DiaryFixture  *fixture,
                         gconstpointer  data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "tests", "fixtures", "exchange", data, NULL);
  g_autofree char *json = NULL;
  g_autofree char *again = NULL;
  g_autoptr (UnknotImport) import = NULL;
  g_autoptr (GBytes) bytes = unknot_test_diary_read_file (path);

  unknot_test_diary_open (fixture);
  json = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  import = unknot_test_exchange_json (fixture->diary, json);
  unknot_test_exchange_run (import);
  again = unknot_test_exchange_to_json (fixture->diary);
  g_assert_cmpstr (again, ==, json);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strconcat ("/diary-json/refused/", refused[i].name, NULL);

      g_test_add_data_func (path, &refused[i], test_diary_json_refused);
    }
  g_test_add_func ("/diary-json/encodings", test_diary_json_encodings);
  g_test_add_func ("/diary-json/other-forms", test_diary_json_other_forms);
  g_test_add_func ("/diary-json/deep", test_diary_json_deep);
  g_test_add_func ("/diary-json/many-faults", test_diary_json_many_faults);
  g_test_add_func ("/diary-json/too-large", test_diary_json_too_large);
  g_test_add ("/diary-json/fixture", DiaryFixture, "1-full.unknot.json", unknot_test_diary_set_up,
              test_diary_json_fixture, unknot_test_diary_tear_down);

  return g_test_run ();
}
