/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-episode-json"

#include "config.h"

#include "unknot-episode-json.h"

#include "unknot-json.h"

#include <glib/gi18n-lib.h>

/* Where in a document something stands, and where its faults go. */
typedef struct
{
  JsonObject *object;
  const char *name;
  UnknotFaults *faults;
} Place;

/* What belongs to a spasm, in a list of its own. */
typedef struct
{
  const char *member;
  const char *const *known;
  GListModel *(*get) (UnknotEpisode *episode);
  GType (*get_type) (void);
  void (*add) (UnknotEntry *entry,
               JsonObject  *object);
  void (*read) (UnknotEntry *entry,
                const Place *place);
} Belonging;

static const UnknotVocabulary aspects[] = {
  UNKNOT_VOCABULARY_TRIGGER, UNKNOT_VOCABULARY_FEEL, UNKNOT_VOCABULARY_STOPS,
  UNKNOT_VOCABULARY_SPREADS, UNKNOT_VOCABULARY_WARNING,
};

/* The worst comes last: what it is now may not change what was told of it. */
static const struct
{
  const char *member;
  int (*get) (UnknotEpisode *episode);
  gboolean (*set) (UnknotEpisode *episode,
                   gint64         pain,
                   GError       **error);
} pains[] = {
  { "current", unknot_episode_get_current, unknot_episode_set_current },
  { "at-rest", unknot_episode_get_at_rest, unknot_episode_set_at_rest },
  { "on-moving", unknot_episode_get_on_moving, unknot_episode_set_on_moving },
  { "worst", unknot_episode_get_worst, unknot_episode_set_worst },
};

/* --- Writing --- */

static void
add_optional (JsonObject *object,
              const char *member,
              const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

static void
add_pain (JsonObject *object,
          const char *member,
          int         pain)
{
  if (pain != UNKNOT_PAIN_UNKNOWN)
    json_object_set_int_member (object, member, pain);
}

static void
add_moment (JsonObject   *object,
            const char   *member,
            UnknotMoment *moment)
{
  JsonObject *given = json_object_new ();

  json_object_set_int_member (given, "utc", unknot_moment_get_utc (moment));
  json_object_set_int_member (given, "offset", unknot_moment_get_offset (moment));
  json_object_set_string_member (given, "zone", unknot_moment_get_zone (moment));
  json_object_set_int_member (given, "day", unknot_moment_get_day (moment));
  json_object_set_object_member (object, member, given);
}

static void
add_codes (JsonObject       *object,
           UnknotEpisode    *episode,
           UnknotVocabulary  aspect)
{
  g_auto (GStrv) codes = unknot_episode_dup_codes (episode, aspect);
  JsonArray *array;

  if (codes[0] == NULL)
    return;

  array = json_array_new ();
  for (guint i = 0; codes[i] != NULL; i++)
    json_array_add_string_element (array, codes[i]);
  json_object_set_array_member (object, unknot_vocabulary_get_name (aspect), array);
}

static void
add_places (JsonObject    *object,
            UnknotEpisode *episode)
{
  GListModel *places = G_LIST_MODEL (unknot_episode_get_places (episode));
  JsonArray *array;

  if (g_list_model_get_n_items (places) == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (places, i);
      JsonObject *given = json_object_new ();

      json_object_set_string_member (given, "area", unknot_place_get_area (place));
      add_optional (given, "side", unknot_place_get_side (place));
      add_pain (given, "pain", unknot_place_get_pain (place));
      add_optional (given, "kind", unknot_place_get_kind (place));
      json_array_add_object_element (array, given);
    }
  json_object_set_array_member (object, "places", array);
}

static void
add_reading (UnknotEntry *entry,
             JsonObject  *object)
{
  add_pain (object, "pain", unknot_reading_get_pain (UNKNOT_READING (entry)));
}

static void
add_relief (UnknotEntry *entry,
            JsonObject  *object)
{
  add_optional (object, "measure", unknot_relief_get_measure (UNKNOT_RELIEF (entry)));
  add_optional (object, "effect", unknot_relief_get_effect (UNKNOT_RELIEF (entry)));
}

static void
add_dose (UnknotEntry *entry,
          JsonObject  *object)
{
  UnknotDose *dose = UNKNOT_DOSE (entry);

  add_optional (object, "name", unknot_dose_get_name (dose));
  json_object_set_double_member (object, "amount", unknot_dose_get_amount (dose));
  add_optional (object, "unit", unknot_dose_get_unit (dose));
  add_optional (object, "ingredient", unknot_dose_get_ingredient (dose));
  add_optional (object, "supply", unknot_dose_get_supply (dose));
  add_optional (object, "effect", unknot_dose_get_effect (dose));
}

static void
add_belongings (JsonObject      *object,
                UnknotEpisode   *episode,
                const Belonging *belonging)
{
  GListModel *entries = belonging->get (episode);
  JsonArray *array;

  if (g_list_model_get_n_items (entries) == 0)
    return;

  array = json_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);
      JsonObject *given = json_object_new ();

      json_object_set_string_member (given, "uuid", unknot_entry_get_uuid (entry));
      add_moment (given, "moment", unknot_entry_get_moment (entry));
      belonging->add (entry, given);
      json_array_add_object_element (array, given);
    }
  json_object_set_array_member (object, belonging->member, array);
}

/* --- Reading --- */

/* What an entry says of a value that it does not take. */
static void
take_fault (const Place *place,
            GError     **error)
{
  if (*error == NULL)
    return;

  unknot_faults_add (place->faults, "%s: %s", place->name, (*error)->message);
  g_clear_error (error);
}

static void
refuse_text (const Place *place,
             const char  *member)
{
  unknot_faults_add (place->faults, _("%s needs text as “%s”."), place->name, member);
}

/* Text that may be empty; %NULL and no fault where there is none. */
static const char *
get_text (const Place *place,
          const char  *member)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL)
    return NULL;
  if (unknot_json_is_string (node))
    return json_node_get_string (node);

  refuse_text (place, member);

  return NULL;
}

/* Text that may be empty, but must be there. */
static const char *
get_needed_text (const Place *place,
                 const char  *member)
{
  if (!json_object_has_member (place->object, member))
    refuse_text (place, member);

  return get_text (place, member);
}

static gboolean
get_integer (const Place *place,
             const char  *member,
             gint64      *integer)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL || !unknot_json_is_integer (node))
    {
      unknot_faults_add (place->faults, _("%s needs a whole number as “%s”."), place->name, member);
      return FALSE;
    }

  *integer = json_node_get_int (node);

  return TRUE;
}

/* Written out, an unknown pain is none that could be told: it is left out. */
static gboolean
get_pain (const Place *place,
          const char  *member,
          gint64      *pain)
{
  if (!get_integer (place, member, pain))
    return FALSE;
  if (*pain >= 0)
    return TRUE;

  unknot_faults_add (place->faults, _("%s needs a number from 0 to 10 as “%s”."), place->name,
                     member);

  return FALSE;
}

static gboolean
get_amount (const Place *place,
            const char  *member,
            double      *amount)
{
  JsonNode *node = json_object_get_member (place->object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE && !unknot_json_is_integer (node)))
    {
      unknot_faults_add (place->faults, _("%s needs a number as “%s”."), place->name, member);
      return FALSE;
    }

  *amount = json_node_get_double (node);

  return TRUE;
}

static UnknotMoment *
read_moment (const Place *place,
             const char  *member)
{
  static const char *const known[] = { "utc", "offset", "zone", "day", NULL };
  g_autofree char *name = g_strdup_printf ("%s: “%s”", place->name, member);
  Place inner = {
    unknot_json_get_object (place->object, member, place->name, place->faults), name, place->faults
  };
  g_autoptr (GError) error = NULL;
  UnknotMoment *moment;
  gint64 utc, offset, day;
  const char *zone;

  if (inner.object == NULL)
    return NULL;

  unknot_json_check_members (inner.object, name, known, place->faults);
  zone = get_needed_text (&inner, "zone");
  if (!get_integer (&inner, "utc", &utc) || !get_integer (&inner, "offset", &offset) ||
      !get_integer (&inner, "day", &day) || zone == NULL)
    return NULL;

  moment = unknot_moment_new_stored (utc, offset, zone, day, &error);
  take_fault (&inner, &error);

  return moment;
}

static void
read_uuid (UnknotEntry *entry,
           const Place *place)
{
  const char *uuid = unknot_json_get_string (place->object, "uuid", place->name, place->faults);
  g_autoptr (GError) error = NULL;

  if (uuid != NULL)
    unknot_entry_set_uuid (entry, uuid, &error);
  take_fault (place, &error);
}

static void
read_codes (UnknotEpisode    *episode,
            const Place      *place,
            UnknotVocabulary  aspect)
{
  const char *member = unknot_vocabulary_get_name (aspect);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *array;

  if (!json_object_has_member (place->object, member))
    return;

  array = unknot_json_get_array (place->object, member, place->name, place->faults);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (unknot_json_is_string (node))
        g_strv_builder_add (builder, json_node_get_string (node));
      else
        unknot_faults_add (place->faults, _("%s needs a list of codes as “%s”."), place->name,
                           member);
    }
  codes = g_strv_builder_end (builder);
  unknot_episode_set_codes (episode, aspect, (const char *const *) codes, &error);
  take_fault (place, &error);
}

/* Calls @read with each object in the list that is @member. */
static void
read_list (UnknotEpisode   *episode,
           const Place     *place,
           const char      *member,
           void           (*read) (UnknotEpisode   *episode,
                                   const Place     *place,
                                   const Belonging *belonging),
           const Belonging *belonging)
{
  JsonArray *array;

  if (!json_object_has_member (place->object, member))
    return;

  array = unknot_json_get_array (place->object, member, place->name, place->faults);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *name = g_strdup_printf (_("Number %u of “%s”"), i + 1, member);
      Place inner = {
        unknot_json_as_object (json_array_get_element (array, i), name, place->faults), name,
        place->faults
      };

      if (inner.object != NULL)
        read (episode, &inner, belonging);
    }
}

static void
read_place (UnknotEpisode   *episode,
            const Place     *place,
            const Belonging *belonging)
{
  static const char *const known[] = { "area", "side", "pain", "kind", NULL };
  const char *area = unknot_json_get_string (place->object, "area", place->name, place->faults);
  const char *side = get_text (place, "side");
  const char *kind = get_text (place, "kind");
  gint64 pain = UNKNOT_PAIN_UNKNOWN;
  g_autoptr (UnknotPlace) read = NULL;
  g_autoptr (GError) error = NULL;

  unknot_json_check_members (place->object, place->name, known, place->faults);
  if (json_object_has_member (place->object, "pain"))
    get_pain (place, "pain", &pain);
  if (area == NULL)
    return;

  read = unknot_place_new (area, side, pain, kind, &error);
  take_fault (place, &error);
  if (read != NULL)
    g_list_store_append (unknot_episode_get_places (episode), read);
}

static void
read_reading (UnknotEntry *entry,
              const Place *place)
{
  g_autoptr (GError) error = NULL;
  gint64 pain;

  if (get_pain (place, "pain", &pain))
    unknot_reading_set_pain (UNKNOT_READING (entry), pain, &error);
  take_fault (place, &error);
}

static void
read_relief (UnknotEntry *entry,
             const Place *place)
{
  const char *measure =
    unknot_json_get_string (place->object, "measure", place->name, place->faults);
  g_autoptr (GError) error = NULL;

  if (measure != NULL)
    unknot_relief_set_measure (UNKNOT_RELIEF (entry), measure, &error);
  take_fault (place, &error);
  unknot_relief_set_effect (UNKNOT_RELIEF (entry), get_text (place, "effect"), &error);
  take_fault (place, &error);
}

static void
read_dose (UnknotEntry *entry,
           const Place *place)
{
  UnknotDose *dose = UNKNOT_DOSE (entry);
  const char *name = get_needed_text (place, "name");
  g_autoptr (GError) error = NULL;
  double amount;

  if (name != NULL)
    unknot_dose_set_name (dose, name, &error);
  take_fault (place, &error);
  if (get_amount (place, "amount", &amount))
    unknot_dose_set_amount (dose, amount, &error);
  take_fault (place, &error);
  unknot_dose_set_unit (dose, get_text (place, "unit"), &error);
  take_fault (place, &error);
  unknot_dose_set_ingredient (dose, get_text (place, "ingredient"), &error);
  take_fault (place, &error);
  unknot_dose_set_supply (dose, get_text (place, "supply"), &error);
  take_fault (place, &error);
  unknot_dose_set_effect (dose, get_text (place, "effect"), &error);
  take_fault (place, &error);
}

static const char *const reading_members[] = { "uuid", "moment", "pain", NULL };
static const char *const relief_members[] = { "uuid", "moment", "measure", "effect", NULL };
static const char *const dose_members[] = {
  "uuid", "moment", "name", "amount", "unit", "ingredient", "supply", "effect", NULL
};

static const Belonging belongings[] = {
  { "readings", reading_members, unknot_episode_get_readings, unknot_reading_get_type, add_reading,
    read_reading },
  { "reliefs", relief_members, unknot_episode_get_reliefs, unknot_relief_get_type, add_relief,
    read_relief },
  { "doses", dose_members, unknot_episode_get_doses, unknot_dose_get_type, add_dose, read_dose },
};

static void
read_belonging (UnknotEpisode   *episode,
                const Place     *place,
                const Belonging *belonging)
{
  g_autoptr (UnknotEntry) entry = g_object_new (belonging->get_type (), NULL);
  g_autoptr (UnknotMoment) moment = read_moment (place, "moment");

  unknot_json_check_members (place->object, place->name, belonging->known, place->faults);
  read_uuid (entry, place);
  belonging->read (entry, place);
  if (moment == NULL)
    return;

  unknot_entry_set_moment (entry, moment);
  unknot_episode_add (episode, entry);
}

static void
read_times (UnknotEpisode *episode,
            const Place   *place)
{
  g_autoptr (UnknotMoment) start = read_moment (place, "start");
  g_autoptr (UnknotMoment) end =
    json_object_has_member (place->object, "end") ? read_moment (place, "end") : NULL;
  g_autoptr (GError) error = NULL;

  if (start == NULL)
    return;

  unknot_episode_set_start (episode, start, NULL);
  unknot_episode_set_end (episode, end, &error);
  take_fault (place, &error);
}

static void
read_words (UnknotEpisode *episode,
            const Place   *place)
{
  const char *precision =
    unknot_json_get_string (place->object, "precision", place->name, place->faults);
  const char *note = get_text (place, "note");
  g_autoptr (GError) error = NULL;

  if (precision != NULL)
    unknot_episode_set_precision (episode, precision, &error);
  take_fault (place, &error);
  unknot_episode_set_onset (episode, get_text (place, "onset"), &error);
  take_fault (place, &error);
  if (note != NULL)
    unknot_episode_set_note (episode, note, &error);
  take_fault (place, &error);
}

static void
read_pains (UnknotEpisode *episode,
            const Place   *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pain;

      if (!g_str_equal (pains[i].member, "worst") &&
          !json_object_has_member (place->object, pains[i].member))
        continue;
      if (get_pain (place, pains[i].member, &pain))
        pains[i].set (episode, pain, &error);
      take_fault (place, &error);
    }
}

static void
read_episode (UnknotEpisode *episode,
              const Place   *place)
{
  static const char *const known[] = {
    "uuid", "start", "end", "precision", "onset", "worst", "current", "at-rest", "on-moving",
    "trigger", "feel", "stops", "spreads", "warning", "places", "readings", "reliefs", "doses",
    "note", NULL
  };

  unknot_json_check_members (place->object, place->name, known, place->faults);
  read_uuid (UNKNOT_ENTRY (episode), place);
  read_times (episode, place);
  read_words (episode, place);
  read_pains (episode, place);
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    read_codes (episode, place, aspects[i]);
  read_list (episode, place, "places", read_place, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    read_list (episode, place, belongings[i].member, read_belonging, &belongings[i]);
}

/**
 * unknot_episode_to_json:
 *
 * What is not known is left out: `{"uuid": "…", "start": {"utc": 1795269900000, "offset": 60, "zone":
 * "Europe/Berlin", "day": 20261121}, "precision": "exact", "worst": 7, "trigger": ["lifting"],
 * "places": [{"area": "lower", "side": "left"}], "doses": [{"uuid": "…", "moment": {…}, "name": "…",
 * "amount": 400.0, "unit": "mg"}]}`. Times are as #UnknotMoment has them, codes those of
 * #UnknotVocabulary.
 *
 * Returns: (transfer full): all that is told of the spasm, and nothing of where it is kept
 */
JsonNode *
unknot_episode_to_json (UnknotEpisode *self)
{
  JsonObject *object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_string_member (object, "uuid", unknot_entry_get_uuid (UNKNOT_ENTRY (self)));
  add_moment (object, "start", unknot_episode_get_start (self));
  if (unknot_episode_get_end (self) != NULL)
    add_moment (object, "end", unknot_episode_get_end (self));
  add_optional (object, "precision", unknot_episode_get_precision (self));
  add_optional (object, "onset", unknot_episode_get_onset (self));
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    add_pain (object, pains[i].member, pains[i].get (self));
  for (guint i = 0; i < G_N_ELEMENTS (aspects); i++)
    add_codes (object, self, aspects[i]);
  add_places (object, self);
  for (guint i = 0; i < G_N_ELEMENTS (belongings); i++)
    add_belongings (object, self, &belongings[i]);
  if (*unknot_episode_get_note (self) != '\0')
    json_object_set_string_member (object, "note", unknot_episode_get_note (self));

  json_node_init_object (node, object);
  json_object_unref (object);

  return node;
}

/**
 * unknot_episode_new_from_json:
 * @json: as unknot_episode_to_json() gives it
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault
 *
 * Returns: (transfer full) (nullable): the spasm, or %NULL where anything in @json is wrong
 */
UnknotEpisode *
unknot_episode_new_from_json (JsonNode *json,
                              GError  **error)
{
  g_autoptr (UnknotEpisode) episode = g_object_new (UNKNOT_TYPE_EPISODE, NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  Place place = {
    unknot_json_as_object (json, _("The spasm"), faults), _("The spasm"), faults
  };

  if (place.object != NULL)
    read_episode (episode, &place);
  if (!unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&episode);
}
