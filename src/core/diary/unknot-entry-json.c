/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-json"

#include "config.h"

#include "unknot-entry-json.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode-json.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#include <glib/gi18n-lib.h>

/* How the entries of a type are told, but for the uuid and the moment, which all of them have. */
typedef struct
{
  GType (*get_type) (void);
  const char *known[9];
  void (*add) (UnknotEntry *entry,
               JsonObject  *object);
  UnknotEntry *(*read) (const UnknotJsonPlace *place,
                        UnknotMoment          *moment);
} Form;

static void
add_reading (UnknotEntry *entry,
             JsonObject  *object)
{
  unknot_json_add_pain (object, "pain", unknot_reading_get_pain (UNKNOT_READING (entry)));
}

static UnknotEntry *
read_reading (const UnknotJsonPlace *place,
              UnknotMoment          *moment)
{
  g_autoptr (UnknotReading) reading = g_object_new (UNKNOT_TYPE_READING, NULL);
  g_autoptr (GError) error = NULL;
  gint64 pain;

  if (unknot_json_place_get_pain (place, "pain", &pain))
    unknot_reading_set_pain (reading, pain, &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&reading));
}

static void
add_relief (UnknotEntry *entry,
            JsonObject  *object)
{
  UnknotRelief *relief = UNKNOT_RELIEF (entry);

  unknot_json_add_optional (object, "measure", unknot_relief_get_measure (relief));
  unknot_json_add_optional (object, "effect", unknot_relief_get_effect (relief));
}

static UnknotEntry *
read_relief (const UnknotJsonPlace *place,
             UnknotMoment          *moment)
{
  const char *measure =
    unknot_json_get_string (place->object, "measure", place->name, place->faults);
  g_autoptr (UnknotRelief) relief = g_object_new (UNKNOT_TYPE_RELIEF, NULL);
  g_autoptr (GError) error = NULL;

  if (measure != NULL)
    unknot_relief_set_measure (relief, measure, &error);
  unknot_json_place_take_fault (place, &error);
  unknot_relief_set_effect (relief, unknot_json_place_get_text (place, "effect"), &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&relief));
}

static void
add_dose (UnknotEntry *entry,
          JsonObject  *object)
{
  UnknotDose *dose = UNKNOT_DOSE (entry);

  unknot_json_add_optional (object, "name", unknot_dose_get_name (dose));
  json_object_set_double_member (object, "amount", unknot_dose_get_amount (dose));
  unknot_json_add_optional (object, "unit", unknot_dose_get_unit (dose));
  unknot_json_add_optional (object, "ingredient", unknot_dose_get_ingredient (dose));
  unknot_json_add_optional (object, "supply", unknot_dose_get_supply (dose));
  unknot_json_add_optional (object, "effect", unknot_dose_get_effect (dose));
}

static UnknotEntry *
read_dose (const UnknotJsonPlace *place,
           UnknotMoment          *moment)
{
  const char *name = unknot_json_place_get_needed_text (place, "name");
  g_autoptr (UnknotDose) dose = g_object_new (UNKNOT_TYPE_DOSE, NULL);
  g_autoptr (GError) error = NULL;
  double amount;

  if (name != NULL)
    unknot_dose_set_name (dose, name, &error);
  unknot_json_place_take_fault (place, &error);
  if (unknot_json_place_get_amount (place, "amount", &amount))
    unknot_dose_set_amount (dose, amount, &error);
  unknot_json_place_take_fault (place, &error);
  unknot_dose_set_unit (dose, unknot_json_place_get_text (place, "unit"), &error);
  unknot_json_place_take_fault (place, &error);
  unknot_dose_set_ingredient (dose, unknot_json_place_get_text (place, "ingredient"), &error);
  unknot_json_place_take_fault (place, &error);
  unknot_dose_set_supply (dose, unknot_json_place_get_text (place, "supply"), &error);
  unknot_json_place_take_fault (place, &error);
  unknot_dose_set_effect (dose, unknot_json_place_get_text (place, "effect"), &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&dose));
}

static void
add_day (UnknotEntry *entry,
         JsonObject  *object)
{
  UnknotDay *day = UNKNOT_DAY (entry);

  if (unknot_day_is_painless (day))
    json_object_set_boolean_member (object, "painless", TRUE);
  unknot_json_add_optional (object, "sleep", unknot_day_get_sleep (day));
}

static UnknotEntry *
read_day (const UnknotJsonPlace *place,
          UnknotMoment          *moment)
{
  JsonNode *painless = json_object_get_member (place->object, "painless");
  g_autoptr (UnknotDay) day = g_object_new (UNKNOT_TYPE_DAY, NULL);
  g_autoptr (GError) error = NULL;

  unknot_day_set_painless (day, unknot_json_is_true (painless));
  if (painless != NULL && json_node_get_value_type (painless) != G_TYPE_BOOLEAN)
    unknot_faults_add (place->faults, _("%s needs true or false as “%s”."), place->name,
                       "painless");
  unknot_day_set_sleep (day, unknot_json_place_get_text (place, "sleep"), &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&day));
}

/* What was read as JSON when the check-up was made is JSON now. */
static void
add_document (JsonObject *object,
              const char *member,
              const char *json)
{
  json_object_set_member (object, member, json_from_string (json, NULL));
}

static char *
get_document (const UnknotJsonPlace *place,
              const char            *member)
{
  JsonObject *object =
    unknot_json_get_object (place->object, member, place->name, place->faults);

  return object != NULL ? json_to_string (json_object_get_member (place->object, member), FALSE)
                        : NULL;
}

static void
add_check (UnknotEntry *entry,
           JsonObject  *object)
{
  add_document (object, "answers", unknot_check_get_answers (UNKNOT_CHECK (entry)));
  add_document (object, "assessment", unknot_check_get_assessment (UNKNOT_CHECK (entry)));
}

static UnknotEntry *
read_check (const UnknotJsonPlace *place,
            UnknotMoment          *moment)
{
  g_autofree char *answers = get_document (place, "answers");
  g_autofree char *assessment = get_document (place, "assessment");
  g_autoptr (GError) error = NULL;
  UnknotCheck *check;

  if (answers == NULL || assessment == NULL || moment == NULL)
    return NULL;

  check = unknot_check_new (moment, answers, assessment, &error);
  unknot_json_place_take_fault (place, &error);

  return (UnknotEntry *) check;
}

static void
add_event (UnknotEntry *entry,
           JsonObject  *object)
{
  UnknotEvent *event = UNKNOT_EVENT (entry);

  json_object_set_string_member (object, "kind", unknot_event_get_kind (event));
  if (*unknot_event_get_title (event) != '\0')
    json_object_set_string_member (object, "title", unknot_event_get_title (event));
  if (*unknot_event_get_note (event) != '\0')
    json_object_set_string_member (object, "note", unknot_event_get_note (event));
}

static UnknotEntry *
read_event (const UnknotJsonPlace *place,
            UnknotMoment          *moment)
{
  const char *kind = unknot_json_get_string (place->object, "kind", place->name, place->faults);
  const char *title = unknot_json_place_get_text (place, "title");
  const char *note = unknot_json_place_get_text (place, "note");
  g_autoptr (UnknotEvent) event = g_object_new (UNKNOT_TYPE_EVENT, NULL);
  g_autoptr (GError) error = NULL;

  if (kind != NULL)
    unknot_event_set_kind (event, kind, &error);
  unknot_json_place_take_fault (place, &error);
  if (title != NULL)
    unknot_event_set_title (event, title, &error);
  unknot_json_place_take_fault (place, &error);
  if (note != NULL)
    unknot_event_set_note (event, note, &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&event));
}

static void
add_peg (UnknotEntry *entry,
         JsonObject  *object)
{
  UnknotPeg *peg = UNKNOT_PEG (entry);

  unknot_json_add_pain (object, "pain", unknot_peg_get_pain (peg));
  unknot_json_add_pain (object, "enjoyment", unknot_peg_get_enjoyment (peg));
  unknot_json_add_pain (object, "activity", unknot_peg_get_activity (peg));
}

static UnknotEntry *
read_peg (const UnknotJsonPlace *place,
          UnknotMoment          *moment)
{
  static const char *const members[] = { "pain", "enjoyment", "activity" };
  gint64 answers[G_N_ELEMENTS (members)];
  g_autoptr (GError) error = NULL;
  gboolean complete = TRUE;
  UnknotPeg *peg;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    complete &= unknot_json_place_get_pain (place, members[i], &answers[i]);
  if (!complete || moment == NULL)
    return NULL;

  peg = unknot_peg_new (moment, answers[0], answers[1], answers[2], &error);
  unknot_json_place_take_fault (place, &error);

  return (UnknotEntry *) peg;
}

static void
add_visit (UnknotEntry *entry,
           JsonObject  *object)
{
  UnknotVisit *visit = UNKNOT_VISIT (entry);

  if (*unknot_visit_get_questions (visit) != '\0')
    json_object_set_string_member (object, "questions", unknot_visit_get_questions (visit));
  if (*unknot_visit_get_goals (visit) != '\0')
    json_object_set_string_member (object, "goals", unknot_visit_get_goals (visit));
  if (*unknot_visit_get_outcome (visit) != '\0')
    json_object_set_string_member (object, "outcome", unknot_visit_get_outcome (visit));
}

static UnknotEntry *
read_visit (const UnknotJsonPlace *place,
            UnknotMoment          *moment)
{
  const char *questions = unknot_json_place_get_text (place, "questions");
  const char *goals = unknot_json_place_get_text (place, "goals");
  const char *outcome = unknot_json_place_get_text (place, "outcome");
  g_autoptr (UnknotVisit) visit = g_object_new (UNKNOT_TYPE_VISIT, NULL);
  g_autoptr (GError) error = NULL;

  if (questions != NULL)
    unknot_visit_set_questions (visit, questions, &error);
  unknot_json_place_take_fault (place, &error);
  if (goals != NULL)
    unknot_visit_set_goals (visit, goals, &error);
  unknot_json_place_take_fault (place, &error);
  if (outcome != NULL)
    unknot_visit_set_outcome (visit, outcome, &error);
  unknot_json_place_take_fault (place, &error);

  return UNKNOT_ENTRY (g_steal_pointer (&visit));
}

static const Form forms[] = {
  { unknot_reading_get_type, { "uuid", "moment", "pain" }, add_reading, read_reading },
  { unknot_relief_get_type, { "uuid", "moment", "measure", "effect" }, add_relief, read_relief },
  { unknot_dose_get_type,
    { "uuid", "moment", "name", "amount", "unit", "ingredient", "supply", "effect" }, add_dose,
    read_dose },
  { unknot_day_get_type, { "uuid", "moment", "painless", "sleep" }, add_day, read_day },
  { unknot_check_get_type, { "uuid", "moment", "answers", "assessment" }, add_check, read_check },
  { unknot_event_get_type, { "uuid", "moment", "kind", "title", "note" }, add_event, read_event },
  { unknot_peg_get_type, { "uuid", "moment", "pain", "enjoyment", "activity" }, add_peg, read_peg },
  { unknot_visit_get_type, { "uuid", "moment", "questions", "goals", "outcome" }, add_visit,
    read_visit },
};

static const Form *
find_form (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      if (forms[i].get_type () == type)
        return &forms[i];
    }

  g_assert_not_reached ();
}

/**
 * unknot_entry_to_json:
 *
 * A spasm is told as unknot_episode_to_json() does, any other entry as `{"uuid": "…", "moment":
 * {"utc": 1795269900000, "offset": 60, "zone": "Europe/Berlin", "day": 20261121}, …}`. What is not
 * known is left out.
 *
 * Returns: (transfer full): all that is told of the entry, but not to which spasm it belongs, and
 *   nothing of where it is kept
 */
JsonNode *
unknot_entry_to_json (UnknotEntry *self)
{
  g_autoptr (JsonObject) object = NULL;

  if (UNKNOT_IS_EPISODE (self))
    return unknot_episode_to_json (UNKNOT_EPISODE (self));

  object = json_object_new ();
  json_object_set_string_member (object, "uuid", unknot_entry_get_uuid (self));
  unknot_json_add_moment (object, "moment", unknot_entry_get_moment (self));
  find_form (G_OBJECT_TYPE (self))->add (self, object);

  return json_node_init_object (json_node_alloc (), object);
}

/**
 * unknot_entry_new_from_json:
 * @type: the type of the entry
 * @json: as unknot_entry_to_json() gives it
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault
 *
 * Returns: (transfer full) (nullable): the entry, or %NULL where anything in @json is wrong
 */
UnknotEntry *
unknot_entry_new_from_json (GType      type,
                            JsonNode  *json,
                            GError   **error)
{
  g_autoptr (UnknotFaults) faults = NULL;
  g_autoptr (UnknotEntry) entry = NULL;
  UnknotJsonPlace place;

  if (type == UNKNOT_TYPE_EPISODE)
    return (UnknotEntry *) unknot_episode_new_from_json (json, error);

  faults = unknot_faults_new ();
  place.name = _("The entry");
  place.object = unknot_json_as_object (json, place.name, faults);
  place.faults = faults;
  if (place.object != NULL)
    entry = unknot_entry_read_json (type, &place);
  if (!unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&entry);
}

/**
 * unknot_entry_read_json:
 * @type: the type of the entry, which is no spasm
 *
 * Returns: (transfer full) (nullable): the entry at @place; with a fault, it may have no moment, or
 *   be %NULL
 */
UnknotEntry *
unknot_entry_read_json (GType                  type,
                        const UnknotJsonPlace *place)
{
  const Form *form = find_form (type);
  g_autoptr (UnknotMoment) moment = unknot_json_place_get_moment (place, "moment");
  const char *uuid = unknot_json_get_string (place->object, "uuid", place->name, place->faults);
  g_autoptr (GError) error = NULL;
  UnknotEntry *entry;

  unknot_json_check_members (place->object, place->name, form->known, place->faults);
  entry = form->read (place, moment);
  if (entry == NULL)
    return NULL;

  if (uuid != NULL)
    unknot_entry_set_uuid (entry, uuid, &error);
  unknot_json_place_take_fault (place, &error);
  if (moment != NULL)
    unknot_entry_set_moment (entry, moment);

  return entry;
}
