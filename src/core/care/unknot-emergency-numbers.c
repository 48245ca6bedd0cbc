/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-emergency-numbers"

#include "config.h"

#include "unknot-emergency-numbers.h"

#include "unknot-country.h"
#include "unknot-json.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * UnknotEmergencyNumbers:
 *
 * The emergency numbers of all countries whose number is known: a list of #UnknotEmergencyNumber
 * to choose from, sorted by the countries' names in the person's language, and at its end the one
 * for any other country.
 */
struct _UnknotEmergencyNumbers
{
  GObject parent_instance;

  GPtrArray *list;
  GHashTable *by_country; /* keyed by the numbers' own countries */
  UnknotEmergencyNumber *any_other;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (UnknotEmergencyNumbers, unknot_emergency_numbers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static const char *
get_number (JsonObject   *object,
            const char   *where,
            UnknotFaults *faults)
{
  const char *number = unknot_json_get_string (object, "number", where, faults);

  if (number == NULL || number[strspn (number, "0123456789")] == '\0')
    return number;

  unknot_faults_add (faults, "%s gives “%s”, which cannot be dialled.", where, number);

  return NULL;
}

/* What may be left out is null or absent. */
static const char *
get_optional (JsonObject   *object,
              const char   *member,
              const char   *where,
              UnknotFaults *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  return unknot_json_get_string (object, member, where, faults);
}

/* Where a number is known from matters to those who keep the table: it must be said, no more. */
static void
check_origin (JsonObject   *object,
              const char   *where,
              UnknotFaults *faults)
{
  JsonNode *checked = json_object_get_member (object, "checked");

  unknot_json_get_string (object, "source", where, faults);
  if (checked == NULL || !JSON_NODE_HOLDS_VALUE (checked) ||
      json_node_get_value_type (checked) != G_TYPE_BOOLEAN)
    unknot_faults_add (faults, "%s does not say whether it was checked.", where);
}

static void
add_number (UnknotEmergencyNumbers *self,
            JsonObject             *object,
            UnknotFaults           *faults)
{
  static const char *const known[] = {
    "country", "name", "aliases", "number", "also", "source", "checked", NULL
  };
  const char *country = unknot_json_get_string (object, "country", "An emergency number", faults);
  const char *name, *aliases, *number, *also;
  UnknotEmergencyNumber *item;

  if (country == NULL)
    return;

  unknot_json_check_members (object, country, known, faults);
  name = unknot_json_get_string (object, "name", country, faults);
  aliases = get_optional (object, "aliases", country, faults);
  number = get_number (object, country, faults);
  also = get_optional (object, "also", country, faults);
  check_origin (object, country, faults);
  if (!unknot_country_is_code (country))
    unknot_faults_add (faults, "“%s” is not the code of a country.", country);
  if (name == NULL || number == NULL)
    return;

  if (g_hash_table_contains (self->by_country, country))
    {
      unknot_faults_add (faults, "The country “%s” stands twice.", country);
      return;
    }

  item = unknot_emergency_number_new (country, name, aliases, number, also);
  g_ptr_array_add (self->list, item);
  g_hash_table_insert (self->by_country, (char *) unknot_emergency_number_get_country (item), item);
}

static void
load_numbers (UnknotEmergencyNumbers *self,
              JsonObject             *table,
              const char             *where,
              UnknotFaults           *faults)
{
  JsonArray *list = unknot_json_get_array (table, "numbers", where, faults);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = unknot_json_as_object (json_array_get_element (list, i),
                                                  "An emergency number", faults);

      if (object != NULL)
        add_number (self, object, faults);
    }
}

static void
load_default (UnknotEmergencyNumbers *self,
              JsonObject             *table,
              const char             *where,
              UnknotFaults           *faults)
{
  static const char *const known[] = { "number", "note", NULL };
  JsonObject *object = unknot_json_get_object (table, "default", where, faults);
  const char *number, *note;

  if (object == NULL)
    return;

  unknot_json_check_members (object, "The default", known, faults);
  number = get_number (object, "The default", faults);
  note = unknot_json_get_string (object, "note", "The default", faults);
  if (number == NULL || note == NULL)
    return;

  /* Translators: the last choice in a list of countries, for one that is not in it. */
  self->any_other = unknot_emergency_number_new ("", N_("Another country"), NULL, number, note);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (unknot_emergency_number_get_name ((UnknotEmergencyNumber *) a),
                         unknot_emergency_number_get_name ((UnknotEmergencyNumber *) b));
}

static GType
list_model_get_item_type (GListModel *model)
{
  return UNKNOT_TYPE_EMERGENCY_NUMBER;
}

static guint
list_model_get_n_items (GListModel *model)
{
  UnknotEmergencyNumbers *self = UNKNOT_EMERGENCY_NUMBERS (model);

  return self->list->len;
}

static gpointer
list_model_get_item (GListModel *model,
                     guint       position)
{
  UnknotEmergencyNumbers *self = UNKNOT_EMERGENCY_NUMBERS (model);

  if (position >= self->list->len)
    return NULL;

  return g_object_ref (g_ptr_array_index (self->list, position));
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = list_model_get_item_type;
  iface->get_n_items = list_model_get_n_items;
  iface->get_item = list_model_get_item;
}

static void
unknot_emergency_numbers_finalize (GObject *object)
{
  UnknotEmergencyNumbers *self = UNKNOT_EMERGENCY_NUMBERS (object);

  g_clear_object (&self->any_other);
  g_hash_table_unref (self->by_country);
  g_ptr_array_unref (self->list);

  G_OBJECT_CLASS (unknot_emergency_numbers_parent_class)->finalize (object);
}

static void
unknot_emergency_numbers_class_init (UnknotEmergencyNumbersClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_emergency_numbers_finalize;
}

static void
unknot_emergency_numbers_init (UnknotEmergencyNumbers *self)
{
  self->list = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_country = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * unknot_emergency_numbers_new_from_json:
 * @json: what emergency-numbers.schema.json describes
 * @faults: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the numbers, to be used only where @faults stayed empty;
 *   %NULL where there is not even a document
 */
UnknotEmergencyNumbers *
unknot_emergency_numbers_new_from_json (GBytes       *json,
                                        UnknotFaults *faults)
{
  static const char *const known[] = { "$schema", "default", "numbers", NULL };
  const char *where = "The table of emergency numbers";
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  UnknotEmergencyNumbers *self;
  JsonObject *table;

  if (root == NULL)
    return NULL;
  table = unknot_json_as_object (root, where, faults);
  if (table == NULL)
    return NULL;

  self = g_object_new (UNKNOT_TYPE_EMERGENCY_NUMBERS, NULL);
  unknot_json_check_members (table, where, known, faults);
  load_default (self, table, where, faults);
  load_numbers (self, table, where, faults);

  g_ptr_array_sort_values (self->list, compare_names);
  if (self->any_other != NULL)
    g_ptr_array_add (self->list, g_object_ref (self->any_other));

  return self;
}

/**
 * unknot_emergency_numbers_lookup:
 * @country: (nullable): a country's ISO 3166-1 alpha-2 code, in capitals
 *
 * Returns: (transfer none) (nullable): the number of @country, or %NULL where it is not known
 */
UnknotEmergencyNumber *
unknot_emergency_numbers_lookup (UnknotEmergencyNumbers *self,
                                 const char             *country)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBERS (self), NULL);

  return country != NULL ? g_hash_table_lookup (self->by_country, country) : NULL;
}

/**
 * unknot_emergency_numbers_get_default:
 *
 * Returns: (transfer none): the number for any country that is not listed; its country is empty
 */
UnknotEmergencyNumber *
unknot_emergency_numbers_get_default (UnknotEmergencyNumbers *self)
{
  g_return_val_if_fail (UNKNOT_IS_EMERGENCY_NUMBERS (self), NULL);

  return self->any_other;
}
