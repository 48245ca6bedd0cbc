/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-json-place"

#include "config.h"

#include "unknot-json-place.h"

#include "unknot-pain.h"

#include <glib/gi18n-lib.h>

static void
refuse_text (const UnknotJsonPlace *self,
             const char            *member)
{
  unknot_faults_add (self->faults, _("%s needs text as “%s”."), self->name, member);
}

/**
 * unknot_json_place_take_fault:
 * @error: (inout): what an entry says of a value that it does not take, a line for each fault;
 *   cleared
 */
void
unknot_json_place_take_fault (const UnknotJsonPlace  *self,
                              GError                **error)
{
  g_auto (GStrv) lines = NULL;

  if (*error == NULL)
    return;

  lines = g_strsplit ((*error)->message, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    unknot_faults_add (self->faults, "%s: %s", self->name, lines[i]);
  g_clear_error (error);
}

/**
 * unknot_json_place_get_text:
 *
 * Returns: (transfer none) (nullable): text that may be empty; %NULL and no fault where there is
 *   none
 */
const char *
unknot_json_place_get_text (const UnknotJsonPlace *self,
                            const char            *member)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL)
    return NULL;
  if (unknot_json_is_string (node))
    return json_node_get_string (node);

  refuse_text (self, member);

  return NULL;
}

/**
 * unknot_json_place_get_needed_text:
 *
 * Returns: (transfer none) (nullable): text that may be empty, but must be there
 */
const char *
unknot_json_place_get_needed_text (const UnknotJsonPlace *self,
                                   const char            *member)
{
  if (!json_object_has_member (self->object, member))
    refuse_text (self, member);

  return unknot_json_place_get_text (self, member);
}

/**
 * unknot_json_place_get_integer:
 * @integer: (out): a whole number
 *
 * Returns: %FALSE and a fault where there is none
 */
gboolean
unknot_json_place_get_integer (const UnknotJsonPlace *self,
                               const char            *member,
                               gint64                *integer)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL || !unknot_json_is_integer (node))
    {
      unknot_faults_add (self->faults, _("%s needs a whole number as “%s”."), self->name, member);
      return FALSE;
    }

  *integer = json_node_get_int (node);

  return TRUE;
}

/**
 * unknot_json_place_get_pain:
 * @pain: (out): a number from 0 on. Written out, an unknown pain is none that could be told: it is
 *   left out
 */
gboolean
unknot_json_place_get_pain (const UnknotJsonPlace *self,
                            const char            *member,
                            gint64                *pain)
{
  if (!unknot_json_place_get_integer (self, member, pain))
    return FALSE;
  if (*pain >= 0)
    return TRUE;

  unknot_faults_add (self->faults, _("%s needs a number from 0 to 10 as “%s”."), self->name,
                     member);

  return FALSE;
}

/**
 * unknot_json_place_get_amount:
 * @amount: (out): a number
 */
gboolean
unknot_json_place_get_amount (const UnknotJsonPlace *self,
                              const char            *member,
                              double                *amount)
{
  JsonNode *node = json_object_get_member (self->object, member);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      (json_node_get_value_type (node) != G_TYPE_DOUBLE && !unknot_json_is_integer (node)))
    {
      unknot_faults_add (self->faults, _("%s needs a number as “%s”."), self->name, member);
      return FALSE;
    }

  *amount = json_node_get_double (node);

  return TRUE;
}

/**
 * unknot_json_place_get_moment:
 *
 * Returns: (transfer full) (nullable): the moment, or %NULL and faults
 */
UnknotMoment *
unknot_json_place_get_moment (const UnknotJsonPlace *self,
                              const char            *member)
{
  static const char *const known[] = { "utc", "offset", "zone", "day", NULL };
  g_autofree char *name = g_strdup_printf ("%s: “%s”", self->name, member);
  UnknotJsonPlace inner = {
    unknot_json_get_object (self->object, member, self->name, self->faults), name, self->faults
  };
  g_autoptr (GError) error = NULL;
  UnknotMoment *moment;
  gint64 utc, offset, day;
  const char *zone;

  if (inner.object == NULL)
    return NULL;

  unknot_json_check_members (inner.object, name, known, self->faults);
  zone = unknot_json_place_get_needed_text (&inner, "zone");
  if (!unknot_json_place_get_integer (&inner, "utc", &utc) ||
      !unknot_json_place_get_integer (&inner, "offset", &offset) ||
      !unknot_json_place_get_integer (&inner, "day", &day) || zone == NULL)
    return NULL;

  moment = unknot_moment_new_stored (utc, offset, zone, day, &error);
  unknot_json_place_take_fault (&inner, &error);

  return moment;
}

void
unknot_json_add_optional (JsonObject *object,
                          const char *member,
                          const char *text)
{
  if (text != NULL)
    json_object_set_string_member (object, member, text);
}

void
unknot_json_add_pain (JsonObject *object,
                      const char *member,
                      int         pain)
{
  if (pain != UNKNOT_PAIN_UNKNOWN)
    json_object_set_int_member (object, member, pain);
}

void
unknot_json_add_moment (JsonObject   *object,
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
