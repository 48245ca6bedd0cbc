/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-fhir-resources"

#include "config.h"

#include "unknot-fhir-resources.h"

#include "unknot-answers-json.h"
#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-exchange.h"
#include "unknot-json.h"
#include "unknot-peg.h"
#include "unknot-questionnaire-response.h"

#include <glib/gi18n-lib.h>

/* Pain severity, 0–10 verbal numeric rating, reported. */
#define LOINC "http://loinc.org"
#define LOINC_PAIN "72514-3"

/* The codes of the diary: the name of a vocabulary, a dot, and the code. */
#define DIARY_CODES "urn:uuid:cad186c1-955e-49f7-ab06-2c6fedf3287b"

/* As far from UTC as FHIR knows. */
#define MAX_OFFSET (14 * 60)

static const UnknotVocabulary aspects[] = {
  UNKNOT_VOCABULARY_TRIGGER, UNKNOT_VOCABULARY_FEEL, UNKNOT_VOCABULARY_STOPS,
  UNKNOT_VOCABULARY_SPREADS, UNKNOT_VOCABULARY_WARNING,
};

/* --- Elements --- */

/* FHIR has neither empty text nor control characters. */
static void
add_text (JsonObject *object,
          const char *member,
          const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (*stripped == '\0')
    return;

  for (char *p = stripped; *p != '\0'; p++)
    {
      if ((guchar) *p < ' ' && *p != '\t' && *p != '\n' && *p != '\r')
        *p = ' ';
    }
  json_object_set_string_member (object, member, stripped);
}

static void
add_time (JsonObject   *object,
          const char   *member,
          UnknotMoment *moment)
{
  int offset = unknot_moment_get_offset (moment);
  g_autofree char *time =
    unknot_exchange_format_time (unknot_moment_get_utc (moment),
                                 ABS (offset) <= MAX_OFFSET ? offset : 0);

  json_object_set_string_member (object, member, time);
}

static void
add_coding (JsonObject *concept,
            const char *system,
            const char *code)
{
  JsonObject *coding = json_object_new ();

  if (!json_object_has_member (concept, "coding"))
    json_object_set_array_member (concept, "coding", json_array_new ());
  json_object_set_string_member (coding, "system", system);
  json_object_set_string_member (coding, "code", code);
  json_array_add_object_element (json_object_get_array_member (concept, "coding"), coding);
}

/* @code: (nullable): one of the diary's */
static JsonObject *
create_concept (const char *code,
                const char *text)
{
  JsonObject *concept = json_object_new ();

  if (code != NULL)
    add_coding (concept, DIARY_CODES, code);
  json_object_set_string_member (concept, "text", text);

  return concept;
}

static JsonObject *
create_diary_concept (UnknotVocabulary  vocabulary,
                      const char       *code)
{
  g_autofree char *full = g_strdup_printf ("%s.%s", unknot_vocabulary_get_name (vocabulary), code);

  return create_concept (full, unknot_vocabulary_get_title (vocabulary, code));
}

/* @code: (nullable): which pain it is, where it is more than how bad it was at the time */
static JsonObject *
create_pain_concept (const char *code,
                     const char *text)
{
  JsonObject *concept = create_concept (code, text);

  add_coding (concept, LOINC, LOINC_PAIN);

  return concept;
}

static void
add_subject (JsonObject *resource)
{
  JsonObject *subject = json_object_new ();

  json_object_set_string_member (subject, "type", "Patient");
  json_object_set_string_member (subject, "display", _("Who keeps the diary"));
  json_object_set_object_member (resource, "subject", subject);
}

static void
add_notes (JsonObject *resource,
           const char *note)
{
  JsonObject *annotation = json_object_new ();
  JsonArray *notes;

  add_text (annotation, "text", note);
  if (json_object_get_size (annotation) == 0)
    {
      json_object_unref (annotation);
      return;
    }

  notes = json_array_new ();
  json_array_add_object_element (notes, annotation);
  json_object_set_array_member (resource, "note", notes);
}

static JsonObject *
create_resource (const char  *type,
                 UnknotEntry *entry)
{
  JsonObject *resource = json_object_new ();

  json_object_set_string_member (resource, "resourceType", type);
  json_object_set_string_member (resource, "id", unknot_entry_get_uuid (entry));

  return resource;
}

static JsonObject *
create_observation (UnknotEntry *entry,
                    JsonObject  *code)
{
  JsonObject *observation = create_resource ("Observation", entry);

  json_object_set_string_member (observation, "status", "final");
  json_object_set_object_member (observation, "code", code);
  add_subject (observation);

  return observation;
}

static void
add_reference (JsonArray  *references,
               const char *uuid)
{
  g_autofree char *url = g_strconcat ("urn:uuid:", uuid, NULL);
  JsonObject *reference = json_object_new ();

  json_object_set_string_member (reference, "reference", url);
  json_array_add_object_element (references, reference);
}

static void
add_part_of (JsonObject *resource,
             const char *uuid)
{
  JsonArray *references = json_array_new ();

  add_reference (references, uuid);
  json_object_set_array_member (resource, "partOf", references);
}

/* --- What an observation is made of --- */

static JsonObject *
add_component (JsonArray  *components,
               JsonObject *code)
{
  JsonObject *component = json_object_new ();

  json_object_set_object_member (component, "code", code);
  json_array_add_object_element (components, component);

  return component;
}

static void
add_pain (JsonArray  *components,
          const char *code,
          const char *text,
          int         pain)
{
  if (pain != UNKNOT_PAIN_UNKNOWN)
    json_object_set_int_member (add_component (components, create_pain_concept (code, text)),
                                "valueInteger", pain);
}

static void
add_code (JsonArray        *components,
          const char       *text,
          UnknotVocabulary  vocabulary,
          const char       *code)
{
  if (code != NULL)
    json_object_set_object_member (
      add_component (components, create_concept (unknot_vocabulary_get_name (vocabulary), text)),
      "valueCodeableConcept", create_diary_concept (vocabulary, code));
}

static const char *
get_aspect_title (UnknotVocabulary aspect)
{
  switch ((int) aspect)
    {
    case UNKNOT_VOCABULARY_TRIGGER:
      return _("What set it off");
    case UNKNOT_VOCABULARY_FEEL:
      return _("What it felt like");
    case UNKNOT_VOCABULARY_STOPS:
      return _("What it stopped");
    case UNKNOT_VOCABULARY_SPREADS:
      return _("Where it spread");
    case UNKNOT_VOCABULARY_WARNING:
      return _("What else there was");
    default:
      g_assert_not_reached ();
    }
}

static void
add_aspects (JsonArray     *components,
             UnknotEpisode *episode)
{
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    {
      g_auto (GStrv) codes = unknot_episode_dup_codes (episode, aspects[i]);

      for (guint j = 0; codes[j] != NULL; j++)
        add_code (components, get_aspect_title (aspects[i]), aspects[i], codes[j]);
    }
}

/* Where it hurt, how it felt there, and, as an integer, how bad it was. */
static void
add_places (JsonArray     *components,
            UnknotEpisode *episode)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);
      const char *side = unknot_place_get_side (place);
      const char *area =
        unknot_vocabulary_get_title (UNKNOT_VOCABULARY_AREA, unknot_place_get_area (place));
      g_autofree char *text =
        side != NULL
          ? g_strdup_printf (
              /* Translators: a place on the body, and its side, as “Lower back: Left” */
              C_ ("place and side", "%s: %s"), area,
              unknot_vocabulary_get_title (UNKNOT_VOCABULARY_SIDE, side))
          : g_strdup (area);
      JsonObject *value = create_diary_concept (UNKNOT_VOCABULARY_AREA,
                                                unknot_place_get_area (place));

      json_object_set_string_member (value, "text", text);
      json_object_set_object_member (
        add_component (components, create_concept ("area", _("Where it hurt"))),
        "valueCodeableConcept", value);
      add_pain (components, "pain.there", text, unknot_place_get_pain (place));
      add_code (components, text, UNKNOT_VOCABULARY_FEEL, unknot_place_get_kind (place));
    }
}

static void
add_components (JsonObject *observation,
                JsonArray  *components)
{
  if (json_array_get_length (components) > 0)
    json_object_set_array_member (observation, "component", json_array_ref (components));
}

/* --- Resources --- */

static JsonObject *
create_reading (UnknotReading *reading)
{
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (reading),
                        create_pain_concept (NULL, _("Pain, from 0 to 10")));

  add_time (observation, "effectiveDateTime", unknot_entry_get_moment (UNKNOT_ENTRY (reading)));
  json_object_set_int_member (observation, "valueInteger", unknot_reading_get_pain (reading));

  return observation;
}

static JsonObject *
create_relief (UnknotRelief *relief)
{
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (relief),
                        create_diary_concept (UNKNOT_VOCABULARY_MEASURE,
                                              unknot_relief_get_measure (relief)));
  const char *effect = unknot_relief_get_effect (relief);

  add_time (observation, "effectiveDateTime", unknot_entry_get_moment (UNKNOT_ENTRY (relief)));
  if (effect != NULL)
    json_object_set_object_member (observation, "valueCodeableConcept",
                                   create_diary_concept (UNKNOT_VOCABULARY_EFFECT, effect));

  return observation;
}

static void
add_dosage (JsonObject *statement,
            UnknotDose *dose)
{
  const char *unit = unknot_dose_get_unit (dose);
  JsonObject *quantity = json_object_new ();
  JsonObject *rate = json_object_new ();
  JsonArray *rates = json_array_new ();
  JsonObject *dosage = json_object_new ();
  JsonArray *dosages = json_array_new ();

  json_object_set_double_member (quantity, "value", unknot_dose_get_amount (dose));
  if (unit != NULL)
    {
      g_autofree char *code = g_strdup_printf ("unit.%s", unit);

      json_object_set_string_member (quantity, "unit",
                                     unknot_vocabulary_get_title (UNKNOT_VOCABULARY_UNIT, unit));
      json_object_set_string_member (quantity, "system", DIARY_CODES);
      json_object_set_string_member (quantity, "code", code);
    }
  json_object_set_object_member (rate, "doseQuantity", quantity);
  json_array_add_object_element (rates, rate);
  json_object_set_array_member (dosage, "doseAndRate", rates);
  json_array_add_object_element (dosages, dosage);
  json_object_set_array_member (statement, "dosage", dosages);
}

static JsonObject *
create_dose (UnknotDose *dose)
{
  const char *ingredient = unknot_dose_get_ingredient (dose);
  const char *effect = unknot_dose_get_effect (dose);
  JsonObject *statement = create_resource ("MedicationStatement", UNKNOT_ENTRY (dose));
  JsonObject *medicine = ingredient != NULL
                           ? create_diary_concept (UNKNOT_VOCABULARY_INGREDIENT, ingredient)
                           : create_concept (NULL, _("A medicine without a name"));

  add_text (medicine, "text", unknot_dose_get_name (dose));
  json_object_set_string_member (statement, "status", "completed");
  json_object_set_object_member (statement, "medicationCodeableConcept", medicine);
  add_subject (statement);
  if (unknot_entry_get_episode (UNKNOT_ENTRY (dose)) != NULL)
    add_part_of (statement, unknot_entry_get_episode (UNKNOT_ENTRY (dose)));
  add_time (statement, "effectiveDateTime", unknot_entry_get_moment (UNKNOT_ENTRY (dose)));
  if (effect != NULL)
    add_notes (statement, unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EFFECT, effect));
  add_dosage (statement, dose);

  return statement;
}

/* A spasm names the readings of it and what was tried as its members; medicine, which is no
 * observation, says itself what it is part of. */
static void
add_members (JsonArray      *members,
             GListModel     *entries,
             UnknotFhirTake  take,
             gpointer        data)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      add_reference (members, unknot_entry_get_uuid (entry));
      unknot_fhir_resources_create (entry, NULL, take, data);
    }
}

static void
add_period (JsonObject    *observation,
            UnknotEpisode *episode)
{
  JsonObject *period = json_object_new ();

  add_time (period, "start", unknot_episode_get_start (episode));
  if (unknot_episode_get_end (episode) != NULL)
    add_time (period, "end", unknot_episode_get_end (episode));
  json_object_set_object_member (observation, "effectivePeriod", period);
}

static JsonObject *
create_spasm (UnknotEpisode  *episode,
              UnknotFhirTake  take,
              gpointer        data)
{
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (episode), create_concept ("spasm", _("Back spasm")));
  GListModel *doses = unknot_episode_get_doses (episode);
  g_autoptr (JsonArray) components = json_array_new ();
  g_autoptr (JsonArray) members = json_array_new ();

  add_period (observation, episode);
  add_notes (observation, unknot_episode_get_note (episode));
  add_members (members, unknot_episode_get_readings (episode), take, data);
  add_members (members, unknot_episode_get_reliefs (episode), take, data);
  if (json_array_get_length (members) > 0)
    json_object_set_array_member (observation, "hasMember", json_array_ref (members));
  add_pain (components, "pain.worst", _("Pain at its worst, from 0 to 10"),
            unknot_episode_get_worst (episode));
  add_pain (components, "pain.current", _("Pain as it was told last, from 0 to 10"),
            unknot_episode_get_current (episode));
  add_pain (components, "pain.at-rest", _("Pain at rest, from 0 to 10"),
            unknot_episode_get_at_rest (episode));
  add_pain (components, "pain.on-moving", _("Pain on moving, from 0 to 10"),
            unknot_episode_get_on_moving (episode));
  add_code (components, _("How well the start is known"), UNKNOT_VOCABULARY_PRECISION,
            unknot_episode_get_precision (episode));
  add_code (components, _("How it began"), UNKNOT_VOCABULARY_ONSET,
            unknot_episode_get_onset (episode));
  add_aspects (components, episode);
  add_places (components, episode);
  add_components (observation, components);

  for (guint i = 0; i < g_list_model_get_n_items (doses); i++)
    {
      g_autoptr (UnknotEntry) dose = g_list_model_get_item (doses, i);

      unknot_fhir_resources_create (dose, NULL, take, data);
    }

  return observation;
}

static JsonObject *
create_day (UnknotDay *day)
{
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (day), create_concept ("day", _("A day as a whole")));
  int date = unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (day)));
  g_autofree char *text =
    g_strdup_printf ("%04d-%02d-%02d", date / 10000, date / 100 % 100, date % 100);
  g_autoptr (JsonArray) components = json_array_new ();

  json_object_set_string_member (observation, "effectiveDateTime", text);
  json_object_set_boolean_member (
    add_component (components, create_concept ("painless", _("No pain that day"))),
    "valueBoolean", unknot_day_is_painless (day));
  add_code (components, _("The night before"), UNKNOT_VOCABULARY_SLEEP, unknot_day_get_sleep (day));
  add_components (observation, components);

  return observation;
}

static JsonObject *
create_event (UnknotEvent *event)
{
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (event),
                        create_diary_concept (UNKNOT_VOCABULARY_EVENT,
                                              unknot_event_get_kind (event)));

  add_time (observation, "effectiveDateTime", unknot_entry_get_moment (UNKNOT_ENTRY (event)));
  add_text (observation, "valueString", unknot_event_get_title (event));
  add_notes (observation, unknot_event_get_note (event));

  return observation;
}

static JsonObject *
create_peg (UnknotPeg *peg)
{
  const struct
  {
    const char *code;
    const char *text;
    int answer;
  } answers[] = {
    { "peg.pain", _("Pain on average in the week before, from 0 to 10"),
      unknot_peg_get_pain (peg) },
    { "peg.enjoyment", _("How much it got in the way of enjoying life, from 0 to 10"),
      unknot_peg_get_enjoyment (peg) },
    { "peg.activity", _("How much it got in the way of general activity, from 0 to 10"),
      unknot_peg_get_activity (peg) },
  };
  JsonObject *observation =
    create_observation (UNKNOT_ENTRY (peg), create_concept ("peg", _("PEG scale")));
  g_autoptr (JsonArray) components = json_array_new ();

  add_time (observation, "effectiveDateTime", unknot_entry_get_moment (UNKNOT_ENTRY (peg)));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    json_object_set_int_member (
      add_component (components, create_concept (answers[i].code, answers[i].text)),
      "valueInteger", answers[i].answer);
  add_components (observation, components);

  return observation;
}

/* What was kept is a response already, or plain answers. */
static JsonNode *
get_response (UnknotCheck         *check,
              UnknotQuestionnaire *questionnaire)
{
  const char *json = unknot_check_get_answers (check);
  const char *status = unknot_check_is_complete (check) ? "completed" : "stopped";
  g_autoptr (JsonNode) node = json_from_string (json, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (UnknotAnswers) answers = NULL;
  g_autoptr (GDateTime) time =
    unknot_moment_to_date_time (unknot_entry_get_moment (UNKNOT_ENTRY (check)));

  if (unknot_json_find_string (json_node_get_object (node), "resourceType") != NULL)
    return g_steal_pointer (&node);

  answers = unknot_answers_new_from_json (questionnaire, bytes, NULL);
  if (answers == NULL)
    answers = unknot_answers_new (questionnaire);

  return unknot_questionnaire_response_new (answers, status, time);
}

static JsonObject *
create_response (UnknotCheck         *check,
                 UnknotQuestionnaire *questionnaire)
{
  g_autoptr (JsonNode) node = get_response (check, questionnaire);
  JsonObject *response = json_node_dup_object (node);

  json_object_set_string_member (response, "id", unknot_entry_get_uuid (UNKNOT_ENTRY (check)));

  return response;
}

/**
 * unknot_fhir_resources_create:
 * @entry: an entry
 * @questionnaire: (nullable): what check-ups asked; only they need it
 * @take: takes the resources that tell it, in any order
 *
 * Tells an entry as FHIR R4 resources: observations, what was taken of medicine, the answers of a
 * check-up. Each has the entry's uuid as its id.
 */
void
unknot_fhir_resources_create (UnknotEntry         *entry,
                              UnknotQuestionnaire *questionnaire,
                              UnknotFhirTake       take,
                              gpointer             data)
{
  if (UNKNOT_IS_EPISODE (entry))
    take (create_spasm (UNKNOT_EPISODE (entry), take, data), data);
  else if (UNKNOT_IS_READING (entry))
    take (create_reading (UNKNOT_READING (entry)), data);
  else if (UNKNOT_IS_RELIEF (entry))
    take (create_relief (UNKNOT_RELIEF (entry)), data);
  else if (UNKNOT_IS_DOSE (entry))
    take (create_dose (UNKNOT_DOSE (entry)), data);
  else if (UNKNOT_IS_DAY (entry))
    take (create_day (UNKNOT_DAY (entry)), data);
  else if (UNKNOT_IS_CHECK (entry))
    take (create_response (UNKNOT_CHECK (entry), questionnaire), data);
  else if (UNKNOT_IS_EVENT (entry))
    take (create_event (UNKNOT_EVENT (entry)), data);
  else
    take (create_peg (UNKNOT_PEG (entry)), data);
}
