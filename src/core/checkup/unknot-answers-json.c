/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-answers"

#include "config.h"

#include "unknot-answers-json.h"

#include "unknot-json.h"
#include "unknot-questionnaire-response.h"

#include <glib/gi18n-lib.h>

static gboolean
is_list_of_strings (JsonNode *node)
{
  JsonArray *list;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return FALSE;

  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    if (!unknot_json_is_string (json_array_get_element (list, i)))
      return FALSE;

  return TRUE;
}

static gboolean
set_choices (UnknotAnswers   *answers,
             UnknotQuestion  *question,
             JsonNode        *node,
             GError         **error)
{
  JsonArray *list;
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (!is_list_of_strings (node))
    {
      g_set_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID,
                   _("“%s” takes a list of codes."), unknot_question_get_id (question));
      return FALSE;
    }

  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++)
    g_strv_builder_add (codes, json_array_get_string_element (list, i));
  strv = g_strv_builder_end (codes);

  return unknot_answers_set_codes (answers, question, (const char *const *) strv, error);
}

static gboolean
set_count (UnknotAnswers   *answers,
           UnknotQuestion  *question,
           JsonNode        *node,
           GError         **error)
{
  if (!unknot_json_is_integer (node))
    {
      g_set_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID,
                   _("“%s” takes a whole number."), unknot_question_get_id (question));
      return FALSE;
    }

  return unknot_answers_set_count (answers, question, json_node_get_int (node), error);
}

static gboolean
set_answer (UnknotAnswers   *answers,
            UnknotQuestion  *question,
            JsonNode        *node,
            GError         **error)
{
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_CHOICES)
    return set_choices (answers, question, node, error);
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    return set_count (answers, question, node, error);

  if (!unknot_json_is_string (node))
    {
      g_set_error (error, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID,
                   _("“%s” takes one code."), unknot_question_get_id (question));
      return FALSE;
    }

  return unknot_answers_set_code (answers, question, json_node_get_string (node), error);
}

/* A misplaced or misspelt answer must not pass unseen: whatever is not known is refused. */
static void
load_answers (UnknotAnswers *answers,
              JsonObject    *document,
              UnknotFaults  *faults)
{
  static const char *const known[] = { "answers", NULL };
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (answers);
  JsonObject *given = unknot_json_get_object (document, "answers", _("The file"), faults);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  unknot_json_check_members (document, _("The file"), known, faults);
  if (given == NULL)
    return;

  json_object_iter_init_ordered (&iter, given);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      UnknotQuestion *question = unknot_questionnaire_lookup (questionnaire, id);
      g_autoptr (GError) error = NULL;

      if (question == NULL)
        unknot_faults_add (faults, _("“%s” is not a question of the check-up."), id);
      else if (!JSON_NODE_HOLDS_NULL (node) && !set_answer (answers, question, node, &error))
        unknot_faults_add_error (faults, error);
    }
}

static JsonNode *
codes_to_json (UnknotAnswers  *answers,
               UnknotQuestion *question)
{
  g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);
  g_autoptr (JsonArray) list = NULL;

  if (unknot_question_get_kind (question) != UNKNOT_QUESTION_CHOICES)
    return json_node_init_string (json_node_alloc (), codes[0]);

  list = json_array_new ();
  for (guint i = 0; codes[i] != NULL; i++)
    json_array_add_string_element (list, codes[i]);

  return json_node_init_array (json_node_alloc (), list);
}

/**
 * unknot_answers_new_from_json:
 * @json: `{"answers": {"bladder": "new", "age": 44, "infection-risk": ["none"]}}`, or a FHIR R4
 *   QuestionnaireResponse
 * @error: %UNKNOT_ANSWERS_ERROR_INVALID, its message a line for each fault
 *
 * A question that is absent, or `null`, is unanswered.
 *
 * Returns: (transfer full) (nullable): the answers, or %NULL where anything in @json is wrong
 */
UnknotAnswers *
unknot_answers_new_from_json (UnknotQuestionnaire  *questionnaire,
                              GBytes               *json,
                              GError              **error)
{
  g_autoptr (UnknotAnswers) answers = unknot_answers_new (questionnaire);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  JsonObject *document = root ? unknot_json_as_object (root, _("The file"), faults) : NULL;

  if (document != NULL && json_object_has_member (document, "resourceType"))
    unknot_questionnaire_response_load (document, answers, faults);
  else if (document != NULL)
    load_answers (answers, document, faults);

  if (!unknot_faults_report (faults, UNKNOT_ANSWERS_ERROR, UNKNOT_ANSWERS_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&answers);
}

/**
 * unknot_answers_to_json:
 *
 * Returns: (transfer full): what unknot_answers_new_from_json() makes the same answers of; a
 *   question that was skipped is unanswered there
 */
JsonNode *
unknot_answers_to_json (UnknotAnswers *self)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (self);
  g_autoptr (JsonObject) document = json_object_new ();
  JsonObject *given = json_object_new ();

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);
      const char *id = unknot_question_get_id (question);

      if (!unknot_answers_is_answered (self, question))
        continue;
      if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
        json_object_set_int_member (given, id, unknot_answers_get_count (self, question));
      else
        json_object_set_member (given, id, codes_to_json (self, question));
    }
  json_object_set_object_member (document, "answers", given);

  return json_node_init_object (json_node_alloc (), document);
}
