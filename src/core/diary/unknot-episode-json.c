/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-episode-json"

#include "config.h"

#include "unknot-episode-json.h"

#include "unknot-entry-json.h"

#include <glib/gi18n-lib.h>

/* What belongs to a spasm, in a list of its own. */
typedef struct
{
  const char *member;
  GListModel *(*get) (UnknotEpisode *episode);
  GType (*get_type) (void);
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
      unknot_json_add_optional (given, "side", unknot_place_get_side (place));
      unknot_json_add_pain (given, "pain", unknot_place_get_pain (place));
      unknot_json_add_optional (given, "kind", unknot_place_get_kind (place));
      json_array_add_object_element (array, given);
    }
  json_object_set_array_member (object, "places", array);
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

      json_array_add_element (array, unknot_entry_to_json (entry));
    }
  json_object_set_array_member (object, belonging->member, array);
}

/* --- Reading --- */

static void
read_codes (UnknotEpisode         *episode,
            const UnknotJsonPlace *place,
            UnknotVocabulary       aspect)
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
  unknot_json_place_take_fault (place, &error);
}

/* Calls @read with each object in the list that is @member. */
static void
read_list (UnknotEpisode         *episode,
           const UnknotJsonPlace *place,
           const char            *member,
           void                 (*read) (UnknotEpisode         *episode,
                                         const UnknotJsonPlace *place,
                                         const Belonging       *belonging),
           const Belonging       *belonging)
{
  JsonArray *array;

  if (!json_object_has_member (place->object, member))
    return;

  array = unknot_json_get_array (place->object, member, place->name, place->faults);
  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      g_autofree char *name = g_strdup_printf (_("Number %u of “%s”"), i + 1, member);
      UnknotJsonPlace inner = {
        unknot_json_as_object (json_array_get_element (array, i), name, place->faults), name,
        place->faults
      };

      if (inner.object != NULL)
        read (episode, &inner, belonging);
    }
}

static void
read_place (UnknotEpisode         *episode,
            const UnknotJsonPlace *place,
            const Belonging       *belonging)
{
  static const char *const known[] = { "area", "side", "pain", "kind", NULL };
  const char *area = unknot_json_get_string (place->object, "area", place->name, place->faults);
  const char *side = unknot_json_place_get_text (place, "side");
  const char *kind = unknot_json_place_get_text (place, "kind");
  gint64 pain = UNKNOT_PAIN_UNKNOWN;
  g_autoptr (UnknotPlace) read = NULL;
  g_autoptr (GError) error = NULL;

  unknot_json_check_members (place->object, place->name, known, place->faults);
  if (json_object_has_member (place->object, "pain"))
    unknot_json_place_get_pain (place, "pain", &pain);
  if (area == NULL)
    return;

  read = unknot_place_new (area, side, pain, kind, &error);
  unknot_json_place_take_fault (place, &error);
  if (read != NULL)
    g_list_store_append (unknot_episode_get_places (episode), read);
}

static const Belonging belongings[] = {
  { "readings", unknot_episode_get_readings, unknot_reading_get_type },
  { "reliefs", unknot_episode_get_reliefs, unknot_relief_get_type },
  { "doses", unknot_episode_get_doses, unknot_dose_get_type },
};

static void
read_belonging (UnknotEpisode         *episode,
                const UnknotJsonPlace *place,
                const Belonging       *belonging)
{
  g_autoptr (UnknotEntry) entry = unknot_entry_read_json (belonging->get_type (), place);

  if (entry != NULL && unknot_entry_get_moment (entry) != NULL)
    unknot_episode_add (episode, entry);
}

static void
read_uuid (UnknotEpisode         *episode,
           const UnknotJsonPlace *place)
{
  const char *uuid = unknot_json_get_string (place->object, "uuid", place->name, place->faults);
  g_autoptr (GError) error = NULL;

  if (uuid != NULL)
    unknot_entry_set_uuid (UNKNOT_ENTRY (episode), uuid, &error);
  unknot_json_place_take_fault (place, &error);
}

static void
read_times (UnknotEpisode         *episode,
            const UnknotJsonPlace *place)
{
  g_autoptr (UnknotMoment) start = unknot_json_place_get_moment (place, "start");
  g_autoptr (UnknotMoment) end = json_object_has_member (place->object, "end")
                                   ? unknot_json_place_get_moment (place, "end") : NULL;
  g_autoptr (GError) error = NULL;

  if (start == NULL)
    return;

  unknot_episode_set_start (episode, start, NULL);
  unknot_episode_set_end (episode, end, &error);
  unknot_json_place_take_fault (place, &error);
}

static void
read_words (UnknotEpisode         *episode,
            const UnknotJsonPlace *place)
{
  const char *precision =
    unknot_json_get_string (place->object, "precision", place->name, place->faults);
  const char *note = unknot_json_place_get_text (place, "note");
  g_autoptr (GError) error = NULL;

  if (precision != NULL)
    unknot_episode_set_precision (episode, precision, &error);
  unknot_json_place_take_fault (place, &error);
  unknot_episode_set_onset (episode, unknot_json_place_get_text (place, "onset"), &error);
  unknot_json_place_take_fault (place, &error);
  if (note != NULL)
    unknot_episode_set_note (episode, note, &error);
  unknot_json_place_take_fault (place, &error);
}

static void
read_pains (UnknotEpisode         *episode,
            const UnknotJsonPlace *place)
{
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 pain;

      if (!g_str_equal (pains[i].member, "worst") &&
          !json_object_has_member (place->object, pains[i].member))
        continue;
      if (unknot_json_place_get_pain (place, pains[i].member, &pain))
        pains[i].set (episode, pain, &error);
      unknot_json_place_take_fault (place, &error);
    }
}

static void
read_episode (UnknotEpisode         *episode,
              const UnknotJsonPlace *place)
{
  static const char *const known[] = {
    "uuid", "start", "end", "precision", "onset", "worst", "current", "at-rest", "on-moving",
    "trigger", "feel", "stops", "spreads", "warning", "places", "readings", "reliefs", "doses",
    "note", NULL
  };

  unknot_json_check_members (place->object, place->name, known, place->faults);
  read_uuid (episode, place);
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
  unknot_json_add_moment (object, "start", unknot_episode_get_start (self));
  if (unknot_episode_get_end (self) != NULL)
    unknot_json_add_moment (object, "end", unknot_episode_get_end (self));
  unknot_json_add_optional (object, "precision", unknot_episode_get_precision (self));
  unknot_json_add_optional (object, "onset", unknot_episode_get_onset (self));
  for (guint i = 0; i < G_N_ELEMENTS (pains); i++)
    unknot_json_add_pain (object, pains[i].member, pains[i].get (self));
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
  UnknotJsonPlace place = {
    unknot_json_as_object (json, _("The spasm"), faults), _("The spasm"), faults
  };

  if (place.object != NULL)
    read_episode (episode, &place);
  if (!unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&episode);
}
