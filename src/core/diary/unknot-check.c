/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-check"

#include "config.h"

#include "unknot-check.h"

#include "unknot-json.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotCheck:
 *
 * A check-up that was saved: what was answered, and what came of it by the protocol of that day.
 */
struct _UnknotCheck
{
  UnknotEntry parent_instance;

  char *answers;
  char *assessment;
  char *version;
  UnknotLevel level;
  gboolean complete;
};

G_DEFINE_FINAL_TYPE (UnknotCheck, unknot_check, UNKNOT_TYPE_ENTRY)

static JsonObject *
parse_object (const char   *json,
              const char   *where,
              JsonNode    **root,
              UnknotFaults *faults)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));

  *root = unknot_json_parse (bytes, faults);

  return *root != NULL ? unknot_json_as_object (*root, where, faults) : NULL;
}

/* Its other members are for whoever reads the whole of it. */
static void
read_assessment (UnknotCheck  *self,
                 UnknotFaults *faults)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_object (self->assessment, "assessment", &root, faults);
  JsonNode *level, *complete;

  if (object == NULL)
    return;

  self->version = g_strdup (unknot_json_get_string (object, "version", "assessment", faults));

  level = json_object_get_member (object, "level");
  self->level = UNKNOT_LEVEL_NONE;
  if (level == NULL ||
      (!JSON_NODE_HOLDS_NULL (level) &&
       (!unknot_json_is_string (level) ||
        !unknot_level_from_code (json_node_get_string (level), &self->level))))
    unknot_faults_add (faults, _("%s needs a level as “%s”."), "assessment", "level");

  complete = json_object_get_member (object, "complete");
  if (complete == NULL || json_node_get_value_type (complete) != G_TYPE_BOOLEAN)
    unknot_faults_add (faults, _("%s needs true or false as “%s”."), "assessment", "complete");
  else
    self->complete = json_node_get_boolean (complete);
}

static void
unknot_check_finalize (GObject *object)
{
  UnknotCheck *self = UNKNOT_CHECK (object);

  g_free (self->answers);
  g_free (self->assessment);
  g_free (self->version);

  G_OBJECT_CLASS (unknot_check_parent_class)->finalize (object);
}

static void
unknot_check_copy_to (UnknotEntry *entry,
                      UnknotEntry *copy)
{
  UnknotCheck *self = UNKNOT_CHECK (entry);
  UnknotCheck *copied = UNKNOT_CHECK (copy);

  copied->answers = g_strdup (self->answers);
  copied->assessment = g_strdup (self->assessment);
  copied->version = g_strdup (self->version);
  copied->level = self->level;
  copied->complete = self->complete;
}

static void
unknot_check_class_init (UnknotCheckClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  object_class->finalize = unknot_check_finalize;

  entry_class->copy_to = unknot_check_copy_to;
}

static void
unknot_check_init (UnknotCheck *self)
{
}

/**
 * unknot_check_new:
 * @moment: when it was finished
 * @answers: a JSON object: the answers, as the command line takes them
 * @assessment: a JSON object: unknot_assessment_to_json() of them
 *
 * Returns: (transfer full) (nullable): a saved check-up; %NULL with @error set, a line for each
 *   fault, where it is none
 */
UnknotCheck *
unknot_check_new (UnknotMoment  *moment,
                  const char    *answers,
                  const char    *assessment,
                  GError       **error)
{
  g_autoptr (UnknotCheck) self = g_object_new (UNKNOT_TYPE_CHECK, NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) root = NULL;

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  self->answers = g_strdup (answers);
  self->assessment = g_strdup (assessment);

  parse_object (answers, "answers", &root, faults);
  read_assessment (self, faults);
  if (!unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
unknot_check_get_answers (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), NULL);

  return self->answers;
}

const char *
unknot_check_get_assessment (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), NULL);

  return self->assessment;
}

/**
 * unknot_check_get_version:
 *
 * Returns: the version of the protocol that gave the assessment
 */
const char *
unknot_check_get_version (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), NULL);

  return self->version;
}

UnknotLevel
unknot_check_get_level (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), UNKNOT_LEVEL_NONE);

  return self->level;
}

gboolean
unknot_check_is_complete (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), FALSE);

  return self->complete;
}
