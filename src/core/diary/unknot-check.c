/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-check"

#include "config.h"

#include "unknot-check.h"

#include "unknot-json.h"
#include "unknot-period.h"

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
  int duration_days; /* negative where it was not answered */
};

G_DEFINE_FINAL_TYPE (UnknotCheck, unknot_check, UNKNOT_TYPE_ENTRY)

/* From this day of a spasm on, a doctor is to look at it. */
#define RECHECK_DAY 14

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

/* Returns: (nullable): the FHIR item with @id in @node, a list of items, or below one of them. */
static JsonObject *
find_item (JsonNode   *node,
           const char *id)
{
  JsonArray *list;
  JsonObject *found = NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  list = json_node_get_array (node);
  for (guint i = 0; found == NULL && i < json_array_get_length (list); i++)
    {
      JsonNode *element = json_array_get_element (list, i);
      JsonObject *item = JSON_NODE_HOLDS_OBJECT (element) ? json_node_get_object (element) : NULL;
      JsonNode *link = item != NULL ? json_object_get_member (item, "linkId") : NULL;

      if (link == NULL || !unknot_json_is_string (link))
        continue;
      found = g_str_equal (json_node_get_string (link), id)
                ? item : find_item (json_object_get_member (item, "item"), id);
    }

  return found;
}

/* Returns: (nullable): what the FHIR item with @id was answered with, in @response. */
static JsonNode *
find_integer (JsonObject *response,
              const char *id)
{
  JsonObject *item = find_item (json_object_get_member (response, "item"), id);
  JsonNode *node = item != NULL ? json_object_get_member (item, "answer") : NULL;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) ||
      json_array_get_length (json_node_get_array (node)) != 1)
    return NULL;

  node = json_array_get_element (json_node_get_array (node), 0);

  return JSON_NODE_HOLDS_OBJECT (node)
           ? json_object_get_member (json_node_get_object (node), "valueInteger") : NULL;
}

/* As the command line takes them: plain answers, or a FHIR QuestionnaireResponse. */
static void
read_answers (UnknotCheck  *self,
              UnknotFaults *faults)
{
  g_autoptr (JsonNode) root = NULL;
  JsonObject *object = parse_object (self->answers, "answers", &root, faults);
  JsonNode *answers, *duration;

  self->duration_days = -1;
  if (object == NULL)
    return;

  answers = json_object_get_member (object, "answers");
  duration = answers != NULL && JSON_NODE_HOLDS_OBJECT (answers)
               ? json_object_get_member (json_node_get_object (answers), "duration-days")
               : find_integer (object, "duration-days");
  if (duration != NULL && unknot_json_is_integer (duration))
    self->duration_days = CLAMP (json_node_get_int (duration), -1, G_MAXINT);
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
  copied->duration_days = self->duration_days;
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

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  self->answers = g_strdup (answers);
  self->assessment = g_strdup (assessment);

  read_answers (self, faults);
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

/**
 * unknot_check_get_recheck_day:
 *
 * Says by when to check again at the latest, where the advice was to care for the spasm at home or
 * to see a doctor within days: on the day on which the spasm is 14 days old. From then on, a doctor
 * is to look at it (rule D01; evidence S3-37, S0-25, S4-08). That is never more than 14 days after
 * the check-up.
 *
 * Returns: a local day, yyyymmdd; 0 where there is none: an emergency and what is urgent say
 *   themselves when to get help, a spasm of 14 days or more is for the doctor already, and of one
 *   that began on a day not told it is not known
 */
int
unknot_check_get_recheck_day (UnknotCheck *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECK (self), 0);

  if ((self->level != UNKNOT_LEVEL_SELF_CARE && self->level != UNKNOT_LEVEL_DOCTOR) ||
      self->duration_days < 0 || self->duration_days >= RECHECK_DAY)
    return 0;

  return unknot_period_shift_day (
    unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (self))),
    RECHECK_DAY - self->duration_days);
}
