/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-json"

#include "config.h"

#include "unknot-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  GHashTable *sizes; /* an open object, and how many different members it was given so far */
  guint first_line;
  UnknotFaults *faults;
} DuplicateSearch;

/* What no string may hold: a NUL would cut it short, and what follows be lost unseen; other control
 * characters must be escaped. */
static gboolean
has_forbidden_character (const char *text,
                         gsize       length)
{
  gboolean in_string = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if (in_string && (guchar) text[i] < ' ')
        return TRUE;
      if (text[i] == '"')
        in_string = !in_string;
      if (text[i] != '\\')
        continue;
      if (length - i >= 6 && strncmp (text + i, "\\u0000", 6) == 0)
        return TRUE;
      i++;
    }

  return FALSE;
}

static void
parser_object_member_cb (JsonParser      *parser,
                         JsonObject      *object,
                         const char      *member,
                         DuplicateSearch *search)
{
  guint size = GPOINTER_TO_UINT (g_hash_table_lookup (search->sizes, object));

  if (json_object_get_size (object) == size)
    unknot_faults_add (search->faults, _("Line %u: “%s” is given twice."),
                       search->first_line + json_parser_get_current_line (parser) - 1, member);
  else
    g_hash_table_insert (search->sizes, object, GUINT_TO_POINTER (size + 1));
}

static void
parser_object_end_cb (JsonParser      *parser,
                      JsonObject      *object,
                      DuplicateSearch *search)
{
  g_hash_table_remove (search->sizes, object);
}

/* Text that is UTF-8, without a forbidden character. */
static JsonNode *
parse (const char    *text,
       gsize          length,
       guint          first_line,
       UnknotFaults  *faults,
       GError       **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GHashTable) sizes = g_hash_table_new (NULL, NULL);
  DuplicateSearch search = { sizes, first_line, faults };

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-member", G_CALLBACK (parser_object_member_cb), &search);
  g_signal_connect (parser, "object-end", G_CALLBACK (parser_object_end_cb), &search);

  return json_parser_load_from_data (parser, text, length, error)
           ? json_parser_steal_root (parser) : NULL;
}

/* How many names are given in @text. */
static gsize
count_given (const char *text,
             gsize       length)
{
  gboolean in_string = FALSE;
  gsize n = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (text[i] == '"')
        in_string = !in_string;
      else if (text[i] == '\\')
        i++;
      else if (text[i] == ':' && !in_string)
        n++;
    }

  return n;
}

/* How many names were taken: fewer than were given where one was given twice. */
static gsize
count_taken (JsonNode *node)
{
  gsize n = 0;

  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      JsonObjectIter iter;
      JsonNode *value;

      json_object_iter_init (&iter, json_node_get_object (node));
      while (json_object_iter_next (&iter, NULL, &value))
        n += 1 + count_taken (value);
    }
  else if (JSON_NODE_HOLDS_ARRAY (node))
    {
      JsonArray *array = json_node_get_array (node);

      for (guint i = 0; i < json_array_get_length (array); i++)
        n += count_taken (json_array_get_element (array, i));
    }

  return n;
}

/**
 * unknot_json_parse:
 * @json: the text of one JSON document
 * @faults: takes what is wrong with it
 *
 * Parses JSON as RFC 8259 has it, and refuses what a parser may silently bend: a name given twice,
 * text that is not UTF-8, control characters inside a string.
 *
 * Returns: (transfer full) (nullable): the document, or %NULL where it cannot be read at all.
 *   A document may be returned beside faults (a name given twice)
 */
JsonNode *
unknot_json_parse (GBytes       *json,
                   UnknotFaults *faults)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  const char *text = g_bytes_get_data (json, &length);
  JsonNode *root;

  if (length == 0)
    {
      unknot_faults_add (faults, _("The file is empty."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, length, NULL))
    {
      unknot_faults_add (faults, _("The file is not UTF-8 text."));
      return NULL;
    }
  if (has_forbidden_character (text, length))
    {
      unknot_faults_add (faults, _("The file has a control character in a string."));
      return NULL;
    }

  root = parse (text, length, 1, faults, &error);
  if (root == NULL)
    unknot_faults_add (faults, _("The file is not valid JSON: %s."), error->message);

  return root;
}

/**
 * unknot_json_parse_part:
 * @text: a value in a larger document: UTF-8
 * @length: how many bytes it has
 * @line: the line that it begins on
 * @faults: takes what is wrong with it, by line
 *
 * Parses a part of a document as unknot_json_parse() does the whole; soon, as there are many.
 *
 * Returns: (transfer full) (nullable): the value, or %NULL where it cannot be read at all
 */
JsonNode *
unknot_json_parse_part (const char   *text,
                        gsize         length,
                        guint         line,
                        UnknotFaults *faults)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root = NULL;

  if (has_forbidden_character (text, length))
    {
      unknot_faults_add (faults, _("Line %u: There is a control character in a string."), line);
      return NULL;
    }

  json_parser_set_strict (parser, TRUE);
  if (json_parser_load_from_data (parser, text, length, NULL))
    root = json_parser_steal_root (parser);
  if (root == NULL)
    {
      unknot_faults_add (faults, _("Line %u: This is not valid JSON."), line);
      return NULL;
    }
  if (count_given (text, length) == count_taken (root))
    return root;

  json_node_unref (root);

  return parse (text, length, line, faults, NULL);
}

/**
 * unknot_json_as_object:
 * @node: (nullable): a node
 * @where: what the node is, as a fault names it
 *
 * Returns: (transfer none) (nullable): the object in @node, or %NULL and a fault
 */
JsonObject *
unknot_json_as_object (JsonNode     *node,
                       const char   *where,
                       UnknotFaults *faults)
{
  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  unknot_faults_add (faults, _("%s is not an object."), where);

  return NULL;
}

/**
 * unknot_json_check_members:
 * @known: (array zero-terminated=1): the names @object may use
 *
 * Adds a fault for each member of @object that is not among @known.
 */
void
unknot_json_check_members (JsonObject         *object,
                           const char         *where,
                           const char * const *known,
                           UnknotFaults       *faults)
{
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, NULL))
    if (!g_strv_contains (known, member))
      unknot_faults_add (faults, _("%s has “%s”, which is not known."), where, member);
}

gboolean
unknot_json_is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

/**
 * unknot_json_is_integer:
 *
 * Returns: %TRUE where @node is a number written without fraction and exponent. One too large for
 *   64 bits is at their end: a range check refuses it
 */
gboolean
unknot_json_is_integer (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64;
}

/**
 * unknot_json_is_true:
 * @node: (nullable): a node
 */
gboolean
unknot_json_is_true (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
         json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

/**
 * unknot_json_find_string:
 *
 * Returns: (transfer none) (nullable): the text of @member, %NULL where there is none
 */
const char *
unknot_json_find_string (JsonObject *object,
                         const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && unknot_json_is_string (node) ? json_node_get_string (node) : NULL;
}

/**
 * unknot_json_get_string:
 *
 * Returns: (transfer none) (nullable): the text of @member, not empty, or %NULL and a fault
 */
const char *
unknot_json_get_string (JsonObject   *object,
                        const char   *member,
                        const char   *where,
                        UnknotFaults *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && unknot_json_is_string (node) && *json_node_get_string (node) != '\0')
    return json_node_get_string (node);

  unknot_faults_add (faults, _("%s needs text as “%s”."), where, member);

  return NULL;
}

/**
 * unknot_json_get_array:
 *
 * Returns: (transfer none) (nullable): the array in @member, not empty, or %NULL and a fault
 */
JsonArray *
unknot_json_get_array (JsonObject   *object,
                       const char   *member,
                       const char   *where,
                       UnknotFaults *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
      json_array_get_length (json_node_get_array (node)) > 0)
    return json_node_get_array (node);

  unknot_faults_add (faults, _("%s needs a list with something in it as “%s”."), where, member);

  return NULL;
}

/**
 * unknot_json_get_object:
 *
 * Returns: (transfer none) (nullable): the object in @member, or %NULL and a fault
 */
JsonObject *
unknot_json_get_object (JsonObject   *object,
                        const char   *member,
                        const char   *where,
                        UnknotFaults *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  unknot_faults_add (faults, _("%s needs an object as “%s”."), where, member);

  return NULL;
}
