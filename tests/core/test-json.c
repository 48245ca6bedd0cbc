/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-json.h"

#include <gio/gio.h>

static JsonNode *
parse (const char   *json,
       gssize        length,
       UnknotFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length < 0 ? strlen (json) : (gsize) length);

  return unknot_json_parse (bytes, faults);
}

static JsonNode *
parse_good (const char *json)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  JsonNode *node = parse (json, -1, faults);

  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 0);
  g_assert_nonnull (node);

  return node;
}

static char *
join_faults (UnknotFaults *faults)
{
  g_autoptr (GError) error = NULL;

  if (unknot_faults_report (faults, G_IO_ERROR, G_IO_ERROR_FAILED, &error))
    return g_strdup ("");

  return g_strdup (error->message);
}

static void
assert_faults (UnknotFaults *faults,
               const char   *expected)
{
  g_autofree char *all = join_faults (faults);

  g_assert_cmpstr (all, ==, expected);
}

static void
test_json_good (void)
{
  static const char *const documents[] = {
    "{}", "[]", "null", "true", "\"\"", "-12",
    "[\"é\",\"🙂\",{\"背中\":[null,false,9223372036854775807]}]",
    "{\"a\":{\"a\":{\"a\":1}},\"b\":{\"a\":1},\"A\":1,\"\":1}",
    "[{\"a\":1},{\"a\":1},{\"a\":1}]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (JsonNode) node = parse_good (documents[i]);
      g_autofree char *text = json_to_string (node, FALSE);

      g_assert_cmpstr (text, ==, documents[i]);
    }
}

static void
test_json_bom (void)
{
  g_autoptr (JsonNode) node = parse_good ("\357\273\277{\"a\":1}");

  g_assert_cmpint (json_object_get_int_member (json_node_get_object (node), "a"), ==, 1);
}

static void
test_json_duplicates (void)
{
  static const struct
  {
    const char *json;
    const char *faults;
  } cases[] = {
    { "{\"a\":1,\"a\":1}", "Line 1: “a” is given twice." },
    { "{\"a\":1,\"b\":2,\"a\":null}", "Line 1: “a” is given twice." },
    { "{\n\"a\":1,\n\"b\":2,\n\"a\":3 }", "Line 4: “a” is given twice." },
    { "{\"a\":1,\"\\u0061\":2}", "Line 1: “a” is given twice." },
    { "{\"\":1,\"\":2}", "Line 1: “” is given twice." },
    { "{\"a\":1,\"a\":2,\"a\":3,\"b\":4,\"b\":5}",
      "Line 1: “a” is given twice.\nLine 1: “a” is given twice.\nLine 1: “b” is given twice." },
    { "[[{\"x\":[{\"a\":1,\"a\":2}]}]]", "Line 1: “a” is given twice." },
    { "{\"a\":{\"b\":1},\"a\":{\"b\":1}}", "Line 1: “a” is given twice." },
    { "{\"a\":{\"b\":1,\"b\":2},\"a\":3}",
      "Line 1: “b” is given twice.\nLine 1: “a” is given twice." },
    { "{\"a\":{\"a\":{\"a\":1,\"a\":2},\"a\":3},\"a\":4}",
      "Line 1: “a” is given twice.\nLine 1: “a” is given twice.\nLine 1: “a” is given twice." },
    { "{\"a\":{\"b\":1},\"c\":2,\"a\":3,\"d\":{\"b\":1,\"b\":2}}",
      "Line 1: “a” is given twice.\nLine 1: “b” is given twice." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();
      g_autoptr (JsonNode) node = parse (cases[i].json, -1, faults);

      assert_faults (faults, cases[i].faults);
      g_assert_nonnull (node);
    }
}

/* A value that a second one replaces is freed: objects after it may come to lie in its place. */
static void
test_json_after_replaced (void)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GString) json = g_string_new ("{\"a\":{\"x\":1}");
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < 64; i++)
    {
      g_string_append (json, ",\"a\":{\"x\":1,\"y\":2,\"z\":3}");
      g_string_append_printf (json, ",\"b%u\":{\"x\":1},\"c%u\":{\"x\":1,\"y\":2}", i, i);
    }
  g_string_append_c (json, '}');
  node = parse (json->str, -1, faults);

  g_assert_nonnull (node);
  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 64);
}

static void
assert_refused (const char *json,
                gssize      length,
                const char *fault)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) node = parse (json, length, faults);
  g_autofree char *all = join_faults (faults);

  g_assert_null (node);
  g_assert_cmpuint (unknot_faults_get_size (faults), ==, 1);
  g_assert_true (g_str_has_prefix (all, fault));
}

static void
test_json_not_text (void)
{
  static const struct
  {
    const char *json;
    gssize length;
    const char *fault;
  } cases[] = {
    { "", 0, "The file is empty." },
    { "\"\303(\"", -1, "The file is not UTF-8 text." },
    { "\"\355\240\200\"", -1, "The file is not UTF-8 text." },
    { "{\"a\":\"caf\351\"}", -1, "The file is not UTF-8 text." },
    { "\377\376{\0}\0", 6, "The file is not UTF-8 text." },
    { "{\"a\":\"x\0y\"}", 11, "The file is not UTF-8 text." },
    { "{}\0", 3, "The file is not UTF-8 text." },
    { "\0{}", 3, "The file is not UTF-8 text." },
    { "\"\\u0000\"", -1, "The file has a control character in a string." },
    { "[\"a\\u0000b\"]", -1, "The file has a control character in a string." },
    { "{\"bladder\\u0000\":1}", -1, "The file has a control character in a string." },
    { "\"\\\\\\u0000\"", -1, "The file has a control character in a string." },
    { "\"\\u0000", -1, "The file has a control character in a string." },
    { "\"\\n\\u0000\"", -1, "The file has a control character in a string." },
    { "\"a\tb\"", -1, "The file has a control character in a string." },
    { "[\"a\nb\"]", -1, "The file has a control character in a string." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].json, cases[i].length, cases[i].fault);
}

static void
test_json_not_json (void)
{
  static const char *const cases[] = {
    " \n",
    /* more than one document */
    "{} x", "{}}", "[1][2]", "1 2", "{}{}", "[1],",
    /* words */
    "abc", "True", "[truer]", "NaN", "-Infinity", "{a:1}", "'a'",
    /* comments */
    "// no\n{}", "{} # no", "[1, /* no */ 2]",
    /* separators and brackets */
    "[1,]", "{\"a\":1,}", "[1 2]", "{\"a\"}", "{1:1}", "[", "{\"a\":1",
    /* numbers */
    "012", "0x1F", "+1", "1.", ".5",
    /* strings */
    "\"\\ud800\"", "\"\\uD83D\\u0041\"", "\"a\\x41\"", "\"a", "\"a\\", "\"a\\u00",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i], -1, "The file is not valid JSON: ");
}

static void
test_json_escaped_backslash (void)
{
  static const struct
  {
    const char *json;
    const char *text;
  } cases[] = {
    { "\"\\\\u0000\"", "\\u0000" },
    { "\"\\\\\\\\u0000\"", "\\\\u0000" },
    { "\"\\u0001\"", "\001" },
    { "\"u0000\"", "u0000" },
    { "\"\\ud83d\\ude42\"", "🙂" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse_good (cases[i].json);

      g_assert_cmpstr (json_node_get_string (node), ==, cases[i].text);
    }
}

static char *
nest (guint       depth,
      const char *open,
      const char *close)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (json, open);
  g_string_append_c (json, '0');
  for (guint i = 0; i < depth; i++)
    g_string_append (json, close);

  return g_string_free_and_steal (json);
}

static void
test_json_nesting (void)
{
  static const struct
  {
    const char *open;
    const char *close;
  } cases[] = {
    { "[", "]" },
    { "{\"a\":", "}" },
    { "[", "" },
    { "{\"a\":[", "" },
  };
  g_autofree char *deep = nest (100, "[", "]");
  g_autoptr (JsonNode) good = parse_good (deep);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = nest (5000, cases[i].open, cases[i].close);

      assert_refused (json, -1, "The file is not valid JSON: ");
    }
}

static void
assert_types (const char *json,
              gboolean    is_string,
              gboolean    is_integer)
{
  g_autoptr (JsonNode) node = parse_good (json);

  g_assert_cmpint (unknot_json_is_string (node), ==, is_string);
  g_assert_cmpint (unknot_json_is_integer (node), ==, is_integer);
}

static void
test_json_types (void)
{
  static const char *const strings[] = { "\"\"", "\"7\"" };
  static const char *const integers[] = { "0", "-7", "365", "9223372036854775807" };
  static const char *const others[] = {
    "7.0", "7.5", "7e0", "1E2", "1e999", "-1e999", "true", "false", "null", "[]", "[7]", "{}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    assert_types (strings[i], TRUE, FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (integers); i++)
    assert_types (integers[i], FALSE, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    assert_types (others[i], FALSE, FALSE);
}

/* Were these to wrap around, a number far out of a range could land within it. */
static void
test_json_large_integers (void)
{
  static const char *const large[] = {
    "9223372036854775808", "18446744073709551626", "99999999999999999999",
  };

  for (guint i = 0; i < G_N_ELEMENTS (large); i++)
    {
      g_autofree char *small = g_strconcat ("-", large[i], NULL);
      g_autoptr (JsonNode) above = parse_good (large[i]);
      g_autoptr (JsonNode) below = parse_good (small);

      g_assert_true (unknot_json_is_integer (above));
      g_assert_cmpint (json_node_get_int (above), ==, G_MAXINT64);
      g_assert_true (unknot_json_is_integer (below));
      g_assert_cmpint (json_node_get_int (below), ==, G_MININT64);
    }
}

static gboolean
has_string (JsonObject   *object,
            UnknotFaults *faults)
{
  return g_strcmp0 (unknot_json_get_string (object, "m", "age", faults), "x") == 0;
}

static gboolean
has_array (JsonObject   *object,
           UnknotFaults *faults)
{
  JsonArray *array = unknot_json_get_array (object, "m", "age", faults);

  return array != NULL && array == json_object_get_array_member (object, "m");
}

static gboolean
has_object (JsonObject   *object,
            UnknotFaults *faults)
{
  JsonObject *member = unknot_json_get_object (object, "m", "age", faults);

  return member != NULL && member == json_object_get_object_member (object, "m");
}

static void
test_json_getters (void)
{
  static const struct
  {
    gboolean (*getter) (JsonObject *, UnknotFaults *);
    const char *fault;
    const char *good[3];
    const char *bad[9];
  } cases[] = {
    { has_string, "age needs text as “m”.",
      { "{\"m\":\"x\"}" },
      { "{}", "{\"M\":\"x\"}", "{\"m\":\"\"}", "{\"m\":1}", "{\"m\":true}", "{\"m\":null}",
        "{\"m\":[\"x\"]}", "{\"m\":{\"m\":\"x\"}}" } },
    { has_array, "age needs a list with something in it as “m”.",
      { "{\"m\":[1]}", "{\"m\":[null]}" },
      { "{}", "{\"M\":[1]}", "{\"m\":[]}", "{\"m\":1}", "{\"m\":\"[1]\"}", "{\"m\":null}",
        "{\"m\":{\"m\":[1]}}" } },
    { has_object, "age needs an object as “m”.",
      { "{\"m\":{}}", "{\"m\":{\"a\":1}}" },
      { "{}", "{\"M\":{}}", "{\"m\":[]}", "{\"m\":[{}]}", "{\"m\":1}", "{\"m\":\"{}\"}",
        "{\"m\":null}" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      for (guint j = 0; cases[i].good[j] != NULL; j++)
        {
          g_autoptr (JsonNode) node = parse_good (cases[i].good[j]);
          g_autoptr (UnknotFaults) faults = unknot_faults_new ();

          g_assert_true (cases[i].getter (json_node_get_object (node), faults));
          assert_faults (faults, "");
        }
      for (guint j = 0; cases[i].bad[j] != NULL; j++)
        {
          g_autoptr (JsonNode) node = parse_good (cases[i].bad[j]);
          g_autoptr (UnknotFaults) faults = unknot_faults_new ();

          g_assert_false (cases[i].getter (json_node_get_object (node), faults));
          assert_faults (faults, cases[i].fault);
        }
    }
}

static void
test_json_as_object (void)
{
  static const char *const others[] = { "[]", "[{}]", "null", "1", "\"{}\"" };
  g_autoptr (JsonNode) object = parse_good ("{}");
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();

  g_assert_true (unknot_json_as_object (object, "Rule 3", faults) == json_node_get_object (object));
  assert_faults (faults, "");
  g_assert_null (unknot_json_as_object (NULL, "Rule 3", faults));
  assert_faults (faults, "Rule 3 is not an object.");

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (JsonNode) node = parse_good (others[i]);

      g_assert_null (unknot_json_as_object (node, "Rule 3", faults));
      g_assert_cmpuint (unknot_faults_get_size (faults), ==, i + 2);
    }
}

static void
test_json_check_members (void)
{
  static const struct
  {
    const char *json;
    const char *faults;
  } cases[] = {
    { "{}", "" },
    { "{\"id\":1}", "" },
    { "{\"when\":null,\"id\":{\"other\":1}}", "" },
    { "{\"id\":1,\"Id\":2}", "Rule 3 has “Id”, which is not known." },
    { "{\"\":0,\"id\":1,\"whenn\":2}",
      "Rule 3 has “”, which is not known.\nRule 3 has “whenn”, which is not known." },
  };
  static const char *const known[] = { "id", "when", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (JsonNode) node = parse_good (cases[i].json);
      g_autoptr (UnknotFaults) faults = unknot_faults_new ();

      unknot_json_check_members (json_node_get_object (node), "Rule 3", known, faults);

      assert_faults (faults, cases[i].faults);
    }
}

static void
test_json_find_string (void)
{
  g_autoptr (JsonNode) node =
    json_from_string ("{\"text\": \"x\", \"empty\": \"\", \"number\": 1, \"null\": null}", NULL);
  JsonObject *object = json_node_get_object (node);

  g_assert_cmpstr (unknot_json_find_string (object, "text"), ==, "x");
  g_assert_cmpstr (unknot_json_find_string (object, "empty"), ==, "");
  g_assert_null (unknot_json_find_string (object, "number"));
  g_assert_null (unknot_json_find_string (object, "null"));
  g_assert_null (unknot_json_find_string (object, "missing"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/json/good", test_json_good);
  g_test_add_func ("/json/bom", test_json_bom);
  g_test_add_func ("/json/duplicates", test_json_duplicates);
  g_test_add_func ("/json/after-replaced", test_json_after_replaced);
  g_test_add_func ("/json/not-text", test_json_not_text);
  g_test_add_func ("/json/not-json", test_json_not_json);
  g_test_add_func ("/json/escaped-backslash", test_json_escaped_backslash);
  g_test_add_func ("/json/nesting", test_json_nesting);
  g_test_add_func ("/json/types", test_json_types);
  g_test_add_func ("/json/large-integers", test_json_large_integers);
  g_test_add_func ("/json/getters", test_json_getters);
  g_test_add_func ("/json/as-object", test_json_as_object);
  g_test_add_func ("/json/check-members", test_json_check_members);
  g_test_add_func ("/json/find-string", test_json_find_string);

  return g_test_run ();
}
