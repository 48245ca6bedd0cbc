/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-fhir"

#include "config.h"

#include "unknot-diary-fhir.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-diary-tables.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-exchange-writer.h"
#include "unknot-fhir-resources.h"
#include "unknot-peg.h"
#include "unknot-protocol.h"

/* What the writer is given: FHIR has no empty lists, so that the first of all has to be known. */
typedef struct
{
  const UnknotDiaryFhir *fhir;
  guint n_resources;
} State;

static void
begin_entry (UnknotExchangeWriter *writer)
{
  State *state = writer->data;

  g_string_append (writer->text, state->n_resources == 0 ? ",\n\"entry\": [\n" : ",\n");
  state->n_resources++;
}

static void
take_resource (JsonObject *resource,
               gpointer    data)
{
  UnknotExchangeWriter *writer = data;
  g_autoptr (JsonObject) owned = resource;
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), resource);
  g_autofree char *json = json_to_string (node, FALSE);

  begin_entry (writer);
  g_string_append_printf (writer->text, "{\"fullUrl\":\"urn:uuid:%s\",\"resource\":%s}",
                          json_object_get_string_member (resource, "id"), json);
}

/* What the check-ups asked, before the first of them. */
static void
write_questionnaire (UnknotExchangeWriter *writer)
{
  State *state = writer->data;
  gsize length;
  const char *json = g_bytes_get_data (state->fhir->json, &length);

  begin_entry (writer);
  g_string_append_printf (writer->text, "{\"fullUrl\":\"%s\",\"resource\":",
                          unknot_questionnaire_get_url (state->fhir->questionnaire));
  g_string_append_len (writer->text, json, length);
  g_string_append_c (writer->text, '}');
}

static void
write_entry (UnknotExchangeWriter *writer,
             UnknotEntry          *entry,
             gint64                changed,
             gboolean              first)
{
  State *state = writer->data;

  if (UNKNOT_IS_CHECK (entry) && first)
    write_questionnaire (writer);
  unknot_fhir_resources_create (entry, state->fhir->questionnaire, take_resource, writer);
}

static gboolean
write_bundle (UnknotExchangeWriter  *writer,
              GError               **error)
{
  const GType types[] = {
    UNKNOT_TYPE_CHECK, UNKNOT_TYPE_EPISODE, UNKNOT_TYPE_RELIEF, UNKNOT_TYPE_DOSE, UNKNOT_TYPE_DAY,
    UNKNOT_TYPE_EVENT, UNKNOT_TYPE_PEG,
  };
  State *state = writer->data;

  g_string_append (writer->text,
                   "{\n\"resourceType\": \"Bundle\",\n\"type\": \"collection\"");
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      if (!unknot_exchange_writer_each (writer, types[i],
                                        unknot_diary_tables_get_for (types[i])->list, write_entry,
                                        error))
        return FALSE;
    }
  g_string_append (writer->text, state->n_resources > 0 ? "\n]\n}\n" : "\n}\n");

  return TRUE;
}

/**
 * unknot_diary_fhir_load:
 * @self: empty; to be cleared by unknot_diary_fhir_clear()
 * @path: the folder in the program's resources that holds the protocol
 *
 * Loads what it takes beside the diary.
 */
gboolean
unknot_diary_fhir_load (UnknotDiaryFhir  *self,
                        const char       *path,
                        GError          **error)
{
  g_autoptr (UnknotProtocol) protocol = unknot_protocol_new_from_resource (path, error);
  g_autofree char *name = g_strconcat (path, "/questionnaire.json", NULL);

  if (protocol == NULL)
    return FALSE;

  self->questionnaire = g_object_ref (unknot_protocol_get_questionnaire (protocol));
  self->json = g_resources_lookup_data (name, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return self->json != NULL;
}

/**
 * unknot_diary_fhir_clear:
 *
 * Frees what was loaded.
 */
void
unknot_diary_fhir_clear (UnknotDiaryFhir *self)
{
  g_clear_object (&self->questionnaire);
  g_clear_pointer (&self->json, g_bytes_unref);
}

/**
 * unknot_diary_fhir_write:
 * @fhir: (type UnknotDiaryFhir): what it takes beside the diary, loaded
 * @progress: (nullable): told how far it is
 *
 * Writes the whole diary as a FHIR R4 Bundle: what the check-ups asked and how it was answered, as
 * Questionnaire and QuestionnaireResponse; medicine as MedicationStatement; all else as
 * Observation, pain by its LOINC code. It names nobody.
 */
gboolean
unknot_diary_fhir_write (UnknotDatabase  *database,
                         GOutputStream   *stream,
                         gpointer         fhir,
                         UnknotProgress  *progress,
                         GError         **error)
{
  State state = { fhir };

  return unknot_exchange_writer_run (database, stream, &state, progress, write_bundle, error);
}
