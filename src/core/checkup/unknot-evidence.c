/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-evidence"

#include "config.h"

#include "unknot-evidence.h"

#include "unknot-json.h"

/**
 * UnknotEvidence:
 *
 * The facts that the protocol rests on, each with the source it was read in.
 */
struct _UnknotEvidence
{
  GObject parent_instance;

  GHashTable *sources; /* keyed by the sources' own ids */
  GHashTable *facts;   /* keyed by the facts' own ids */
};

G_DEFINE_FINAL_TYPE (UnknotEvidence, unknot_evidence, G_TYPE_OBJECT)

static void
add_source (UnknotEvidence *self,
            JsonObject     *object,
            UnknotFaults   *faults)
{
  g_autoptr (UnknotSource) source = unknot_source_new_from_json (object, faults);
  const char *id;

  if (source == NULL)
    return;

  id = unknot_source_get_id (source);
  if (g_hash_table_contains (self->sources, id))
    {
      unknot_faults_add (faults, "The source “%s” stands twice.", id);
      return;
    }

  g_hash_table_insert (self->sources, (char *) id, g_steal_pointer (&source));
}

static void
add_fact (UnknotEvidence *self,
          JsonObject     *object,
          UnknotFaults   *faults)
{
  static const char *const known[] = { "id", "source", "use", "text", "checked", NULL };
  const char *id = unknot_json_get_string (object, "id", "A fact", faults);
  const char *source_id, *text;
  JsonNode *checked;
  UnknotSource *source;
  UnknotFact *fact;

  if (id == NULL)
    return;

  unknot_json_check_members (object, id, known, faults);
  source_id = unknot_json_get_string (object, "source", id, faults);
  unknot_json_get_array (object, "use", id, faults); /* for those who keep the pages */
  text = unknot_json_get_string (object, "text", id, faults);
  checked = json_object_get_member (object, "checked");
  if (checked == NULL || !JSON_NODE_HOLDS_VALUE (checked) ||
      json_node_get_value_type (checked) != G_TYPE_BOOLEAN)
    unknot_faults_add (faults, "%s does not say whether it was checked.", id);
  source = source_id != NULL ? g_hash_table_lookup (self->sources, source_id) : NULL;
  if (source_id != NULL && source == NULL)
    unknot_faults_add (faults, "%s stands in “%s”, which is no source.", id, source_id);
  if (g_hash_table_contains (self->facts, id))
    {
      unknot_faults_add (faults, "The fact “%s” stands twice.", id);
      return;
    }
  if (text == NULL || source == NULL)
    return;

  fact = unknot_fact_new (id, text, unknot_json_is_true (checked), source);
  g_hash_table_insert (self->facts, (char *) unknot_fact_get_id (fact), fact);
}

static void
load_list (UnknotEvidence *self,
           JsonObject     *evidence,
           const char     *member,
           void          (*add) (UnknotEvidence *, JsonObject *, UnknotFaults *),
           UnknotFaults   *faults)
{
  JsonArray *list = unknot_json_get_array (evidence, member, "The evidence", faults);

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = unknot_json_as_object (json_array_get_element (list, i), member, faults);

      if (object != NULL)
        add (self, object, faults);
    }
}

static void
unknot_evidence_finalize (GObject *object)
{
  UnknotEvidence *self = UNKNOT_EVIDENCE (object);

  g_hash_table_unref (self->facts);
  g_hash_table_unref (self->sources);

  G_OBJECT_CLASS (unknot_evidence_parent_class)->finalize (object);
}

static void
unknot_evidence_class_init (UnknotEvidenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_evidence_finalize;
}

static void
unknot_evidence_init (UnknotEvidence *self)
{
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->facts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
}

/**
 * unknot_evidence_new_from_json:
 * @json: what evidence.schema.json describes
 * @faults: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the evidence, to be used only where @faults stayed empty;
 *   %NULL where there is not even a document
 */
UnknotEvidence *
unknot_evidence_new_from_json (GBytes       *json,
                               UnknotFaults *faults)
{
  static const char *const known[] = {
    "$schema", "protocol", "version", "sources", "facts", NULL
  };
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  UnknotEvidence *self;
  JsonObject *evidence;

  if (root == NULL)
    return NULL;
  evidence = unknot_json_as_object (root, "The evidence", faults);
  if (evidence == NULL)
    return NULL;

  self = g_object_new (UNKNOT_TYPE_EVIDENCE, NULL);
  unknot_json_check_members (evidence, "The evidence", known, faults);
  load_list (self, evidence, "sources", add_source, faults);
  load_list (self, evidence, "facts", add_fact, faults);

  return self;
}

/**
 * unknot_evidence_lookup:
 *
 * Returns: (transfer none) (nullable): the fact with @id
 */
UnknotFact *
unknot_evidence_lookup (UnknotEvidence *self,
                        const char     *id)
{
  g_return_val_if_fail (UNKNOT_IS_EVIDENCE (self), NULL);

  return g_hash_table_lookup (self->facts, id);
}
