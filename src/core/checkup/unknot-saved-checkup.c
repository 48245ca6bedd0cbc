/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-saved-checkup"

#include "config.h"

#include "unknot-saved-checkup.h"

#include "unknot-answers-json.h"
#include "unknot-json.h"
#include "unknot-questionnaire-response.h"

/* An extension of the response: its code is a question whose answer the diary gave. */
#define FROM_DIARY "urn:uuid:577d398a-19e9-4e34-a679-4fac99fec757"

/* Returns: a member of @object that is a string; else an empty one. */
static const char *
get_string (JsonObject *object,
            const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && unknot_json_is_string (node) ? json_node_get_string (node) : "";
}

static void
read_danger (UnknotSavedCheckup *self,
             JsonNode           *node)
{
  JsonObject *extension = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  UnknotQuestion *question;

  if (extension == NULL || !g_str_equal (get_string (extension, "url"), FROM_DIARY))
    return;

  question = unknot_questionnaire_lookup (unknot_answers_get_questionnaire (self->answers),
                                          get_string (extension, "valueCode"));
  if (question != NULL)
    unknot_answers_take_from (self->dangers, self->answers, question);
}

/* What a document whose answers could be read says of itself. */
static void
read_head (UnknotSavedCheckup *self,
           JsonObject         *object)
{
  JsonNode *extensions = json_object_get_member (object, "extension");

  self->in_progress = g_str_equal (get_string (object, "status"), "in-progress");
  self->time = g_date_time_new_from_iso8601 (get_string (object, "authored"), NULL);
  if (extensions == NULL || !JSON_NODE_HOLDS_ARRAY (extensions))
    return;

  for (guint i = 0; i < json_array_get_length (json_node_get_array (extensions)); i++)
    read_danger (self, json_array_get_element (json_node_get_array (extensions), i));
}

static JsonArray *
write_dangers (UnknotAnswers *dangers)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (dangers);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      JsonObject *extension;

      if (!unknot_answers_is_answered (dangers, question))
        continue;

      extension = json_object_new ();
      json_object_set_string_member (extension, "url", FROM_DIARY);
      json_object_set_string_member (extension, "valueCode", unknot_question_get_id (question));
      json_array_add_object_element (list, extension);
    }

  return list;
}

void
unknot_saved_checkup_clear (UnknotSavedCheckup *self)
{
  g_clear_object (&self->answers);
  g_clear_object (&self->dangers);
  g_clear_pointer (&self->time, g_date_time_unref);
}

/**
 * unknot_saved_checkup_read:
 * @self: (out): to be cleared with unknot_saved_checkup_clear()
 * @json: what unknot_saved_checkup_write() gave, or other answers as unknot_answers_new_from_json()
 *   takes them
 *
 * Returns: %FALSE with @error set, and @self empty, where @json cannot be used
 */
gboolean
unknot_saved_checkup_read (UnknotSavedCheckup   *self,
                           UnknotQuestionnaire  *questionnaire,
                           GBytes               *json,
                           GError              **error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) root = NULL;

  *self = (UnknotSavedCheckup) { unknot_answers_new_from_json (questionnaire, json, error) };
  if (self->answers == NULL)
    return FALSE;

  self->dangers = unknot_answers_new (questionnaire);
  root = unknot_json_parse (json, faults);
  read_head (self, json_node_get_object (root));

  return TRUE;
}

/**
 * unknot_saved_checkup_write:
 * @dangers: which of @answers were dangers that the diary named
 * @status: as in unknot_questionnaire_response_new()
 * @time: when it was last answered
 *
 * Returns: (transfer full): a FHIR R4 QuestionnaireResponse
 */
GBytes *
unknot_saved_checkup_write (UnknotAnswers *answers,
                            UnknotAnswers *dangers,
                            const char    *status,
                            GDateTime     *time)
{
  g_autoptr (JsonNode) response = unknot_questionnaire_response_new (answers, status, time);
  g_autoptr (JsonArray) extensions = write_dangers (dangers);
  char *text;

  if (json_array_get_length (extensions) > 0)
    json_object_set_array_member (json_node_get_object (response), "extension",
                                  g_steal_pointer (&extensions));
  text = json_to_string (response, TRUE);

  return g_bytes_new_take (text, strlen (text));
}
