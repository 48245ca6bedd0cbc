/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-questionnaire-response"

#include "config.h"

#include "unknot-questionnaire-response.h"

#include "unknot-fhir.h"
#include "unknot-json.h"

#include <glib/gi18n-lib.h>

/* Answers as a FHIR R4 QuestionnaireResponse, in and out. */

typedef struct
{
  UnknotAnswers *answers;
  UnknotFaults *faults;
  GHashTable *seen; /* link ids */
} Loading;

static gboolean
is_skip (JsonObject *answer)
{
  JsonNode *reason = unknot_fhir_find_extension (answer, UNKNOT_FHIR_DATA_ABSENT_REASON,
                                                 "valueCode");

  return reason != NULL && unknot_json_is_string (reason) &&
         !json_object_has_member (answer, "valueCoding") &&
         !json_object_has_member (answer, "valueInteger");
}

static const char *
get_code (Loading        *loading,
          UnknotQuestion *question,
          JsonObject     *answer)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (loading->answers);
  const char *id = unknot_question_get_id (question);
  JsonObject *coding = unknot_json_get_object (answer, "valueCoding", id, loading->faults);
  JsonNode *system;

  if (coding == NULL)
    return NULL;

  system = json_object_get_member (coding, "system");
  if (system != NULL &&
      (!unknot_json_is_string (system) ||
       !g_str_equal (json_node_get_string (system),
                     unknot_questionnaire_get_code_system (questionnaire))))
    {
      unknot_faults_add (loading->faults, _("“%s” is answered by a code of another system."), id);
      return NULL;
    }

  return unknot_json_get_string (coding, "code", id, loading->faults);
}

static void
load_count (Loading        *loading,
            UnknotQuestion *question,
            JsonArray      *list)
{
  JsonObject *answer = json_array_get_object_element (list, 0);
  JsonNode *value = json_object_get_member (answer, "valueInteger");
  g_autoptr (GError) error = NULL;

  if (json_array_get_length (list) > 1 || value == NULL || !unknot_json_is_integer (value))
    unknot_faults_add (loading->faults, _("“%s” takes one whole number, as “valueInteger”."),
                       unknot_question_get_id (question));
  else if (!unknot_answers_set_count (loading->answers, question, json_node_get_int (value),
                                      &error))
    unknot_faults_add_error (loading->faults, error);
}

static void
load_codes (Loading        *loading,
            UnknotQuestion *question,
            JsonArray      *list)
{
  g_autoptr (GStrvBuilder) codes = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      const char *code = get_code (loading, question, json_array_get_object_element (list, i));

      if (code == NULL)
        return;
      g_strv_builder_add (codes, code);
    }

  strv = g_strv_builder_end (codes);
  if (!unknot_answers_set_codes (loading->answers, question, (const char *const *) strv, &error))
    unknot_faults_add_error (loading->faults, error);
}

static gboolean
check_answers (Loading    *loading,
               JsonArray  *list,
               const char *id)
{
  static const char *const known[] = {
    "extension", "id", "valueCoding", "valueInteger", NULL
  };
  guint n_faults = unknot_faults_get_size (loading->faults);

  for (guint i = 0; i < json_array_get_length (list); i++)
    {
      JsonObject *answer = unknot_json_as_object (json_array_get_element (list, i), id,
                                                  loading->faults);

      if (answer == NULL)
        continue;
      unknot_json_check_members (answer, id, known, loading->faults);
      if (json_object_has_member (answer, "valueCoding") &&
          json_object_has_member (answer, "valueInteger"))
        unknot_faults_add (loading->faults, _("“%s” has two values in one answer."), id);
    }

  return unknot_faults_get_size (loading->faults) == n_faults;
}

static void
load_question (Loading        *loading,
               UnknotQuestion *question,
               JsonObject     *item)
{
  const char *id = unknot_question_get_id (question);
  JsonArray *list;

  if (!json_object_has_member (item, "answer"))
    return;
  list = unknot_json_get_array (item, "answer", id, loading->faults);
  if (list == NULL || !check_answers (loading, list, id))
    return;

  if (json_array_get_length (list) == 1 &&
      is_skip (json_array_get_object_element (list, 0)))
    unknot_answers_skip (loading->answers, question);
  else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    load_count (loading, question, list);
  else
    load_codes (loading, question, list);
}

static JsonObject *
enter_item (Loading    *loading,
            JsonNode   *node,
            const char *where,
            const char *content)
{
  const char *const known[] = {
    "extension", "id", "linkId", "definition", "text", content, NULL
  };
  JsonObject *item = unknot_json_as_object (node, where, loading->faults);
  const char *id;

  if (item == NULL)
    return NULL;
  unknot_json_check_members (item, where, known, loading->faults);
  id = unknot_json_get_string (item, "linkId", where, loading->faults);
  if (id == NULL)
    return NULL;
  if (!g_hash_table_add (loading->seen, (char *) id))
    {
      unknot_faults_add (loading->faults, _("“%s” stands twice."), id);
      return NULL;
    }

  return item;
}

static void
load_page (Loading  *loading,
           JsonNode *node)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (loading->answers);
  JsonObject *group = enter_item (loading, node, _("A page"), "item");
  const char *page_id;
  UnknotPage *page;
  JsonArray *items;

  if (group == NULL)
    return;
  page_id = json_object_get_string_member (group, "linkId");
  page = unknot_questionnaire_lookup_page (questionnaire, page_id);
  if (page == NULL)
    {
      unknot_faults_add (loading->faults, _("“%s” is not a page of the check-up."), page_id);
      return;
    }

  items = json_object_has_member (group, "item")
            ? unknot_json_get_array (group, "item", page_id, loading->faults)
            : NULL;
  for (guint i = 0; items != NULL && i < json_array_get_length (items); i++)
    {
      JsonObject *item = enter_item (loading, json_array_get_element (items, i), page_id, "answer");
      const char *id = item ? json_object_get_string_member (item, "linkId") : NULL;
      UnknotQuestion *question = id ? unknot_questionnaire_lookup (questionnaire, id) : NULL;

      if (question != NULL && unknot_page_find_question (page, question, NULL))
        load_question (loading, question, item);
      else if (id != NULL)
        unknot_faults_add (loading->faults, _("“%s” is not a question on the page “%s”."),
                           id, page_id);
    }
}

/* What it says it answers: the url of the questionnaire, and after “|” the version. */
static void
check_canonical (UnknotQuestionnaire *questionnaire,
                 JsonObject          *response,
                 UnknotFaults        *faults)
{
  const char *canonical;
  g_auto (GStrv) parts = NULL;

  if (!json_object_has_member (response, "questionnaire"))
    return;
  canonical = unknot_json_get_string (response, "questionnaire", _("The response"), faults);
  if (canonical == NULL)
    return;

  parts = g_strsplit (canonical, "|", 2);
  if (!g_str_equal (parts[0], unknot_questionnaire_get_url (questionnaire)))
    unknot_faults_add (faults, _("The response answers another questionnaire, “%s”."), parts[0]);
  else if (parts[1] != NULL &&
           !g_str_equal (parts[1], unknot_questionnaire_get_version (questionnaire)))
    unknot_faults_add (faults,
                       _("The response answers version “%s” of the check-up; this is version “%s”."),
                       parts[1], unknot_questionnaire_get_version (questionnaire));
}

static void
check_status (JsonObject   *response,
              UnknotFaults *faults)
{
  static const char *const statuses[] = {
    "in-progress", "completed", "amended", "stopped", NULL
  };
  const char *status = unknot_json_get_string (response, "status", _("The response"), faults);

  if (status != NULL && !g_strv_contains (statuses, status))
    unknot_faults_add (faults, _("The response cannot be used: its status is “%s”."), status);
}

/**
 * unknot_questionnaire_response_load:
 * @response: a FHIR R4 QuestionnaireResponse
 * @answers: (inout): takes its answers
 * @faults: takes everything that is wrong with it
 *
 * What bears on the answers must be known, so that none passes unseen. An answer with a
 * data-absent-reason and no value was skipped.
 */
void
unknot_questionnaire_response_load (JsonObject    *response,
                                    UnknotAnswers *answers,
                                    UnknotFaults  *faults)
{
  static const char *const known[] = {
    "resourceType", "id", "meta", "implicitRules", "language", "text", "contained", "extension",
    "identifier", "basedOn", "partOf", "questionnaire", "status", "subject", "encounter",
    "authored", "author", "source", "item", NULL
  };
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  Loading loading = { answers, faults, seen };
  JsonArray *pages;

  if (g_strcmp0 (unknot_json_get_string (response, "resourceType", _("The file"), faults),
                 "QuestionnaireResponse") != 0)
    {
      unknot_faults_add (faults, _("The file is not a FHIR QuestionnaireResponse."));
      return;
    }

  unknot_json_check_members (response, _("The response"), known, faults);
  check_canonical (unknot_answers_get_questionnaire (answers), response, faults);
  check_status (response, faults);

  pages = json_object_has_member (response, "item")
            ? unknot_json_get_array (response, "item", _("The response"), faults)
            : NULL;
  for (guint i = 0; pages != NULL && i < json_array_get_length (pages); i++)
    load_page (&loading, json_array_get_element (pages, i));
}

static JsonObject *
write_code (UnknotQuestionnaire *questionnaire,
            const char          *code)
{
  JsonObject *coding = json_object_new ();
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (coding, "system",
                                 unknot_questionnaire_get_code_system (questionnaire));
  json_object_set_string_member (coding, "code", code);
  json_object_set_object_member (answer, "valueCoding", coding);

  return answer;
}

static JsonObject *
write_count (int count)
{
  JsonObject *answer = json_object_new ();

  json_object_set_int_member (answer, "valueInteger", count);

  return answer;
}

static JsonObject *
write_skip (void)
{
  JsonObject *reason = json_object_new ();
  JsonArray *extensions = json_array_new ();
  JsonObject *answer = json_object_new ();

  json_object_set_string_member (reason, "url", UNKNOT_FHIR_DATA_ABSENT_REASON);
  json_object_set_string_member (reason, "valueCode", "asked-declined");
  json_array_add_object_element (extensions, reason);
  json_object_set_array_member (answer, "extension", extensions);

  return answer;
}

static JsonArray *
write_answers (UnknotAnswers  *answers,
               UnknotQuestion *question)
{
  JsonArray *list = json_array_new ();

  if (unknot_answers_is_skipped (answers, question))
    {
      json_array_add_object_element (list, write_skip ());
    }
  else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_COUNT)
    {
      json_array_add_object_element (list,
                                     write_count (unknot_answers_get_count (answers, question)));
    }
  else
    {
      UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (answers);
      g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);

      for (guint i = 0; codes[i] != NULL; i++)
        json_array_add_object_element (list, write_code (questionnaire, codes[i]));
    }

  return list;
}

/* FHIR has no empty lists: what would have nothing in it is left out. */
static void
add_item (JsonArray  *items,
          const char *id,
          const char *content,
          JsonArray  *list)
{
  JsonObject *item;

  if (json_array_get_length (list) == 0)
    {
      json_array_unref (list);
      return;
    }

  item = json_object_new ();
  json_object_set_string_member (item, "linkId", id);
  json_object_set_array_member (item, content, list);
  json_array_add_object_element (items, item);
}

static JsonArray *
write_questions (UnknotAnswers *answers,
                 UnknotPage    *page,
                 gboolean       in_progress)
{
  GListModel *questions = unknot_page_get_questions (page);
  JsonArray *items = json_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (questions); i++)
    {
      g_autoptr (UnknotQuestion) question = g_list_model_get_item (questions, i);

      if ((unknot_answers_is_answered (answers, question) ||
           unknot_answers_is_skipped (answers, question)) &&
          (in_progress || unknot_answers_applies (answers, question)))
        add_item (items, unknot_question_get_id (question), "answer",
                  write_answers (answers, question));
    }

  return items;
}

/**
 * unknot_questionnaire_response_new:
 * @status: `in-progress`, `completed` or `stopped`
 * @authored: when the answers were given
 *
 * Only one in progress keeps the answers to questions that do not apply: they may come back.
 *
 * Returns: (transfer full): @answers as a FHIR R4 QuestionnaireResponse
 */
JsonNode *
unknot_questionnaire_response_new (UnknotAnswers *answers,
                                   const char    *status,
                                   GDateTime     *authored)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (answers);
  GListModel *pages = unknot_questionnaire_get_pages (questionnaire);
  gboolean in_progress = g_str_equal (status, "in-progress");
  g_autoptr (JsonObject) response = json_object_new ();
  g_autoptr (JsonArray) items = json_array_new ();
  g_autofree char *canonical = g_strdup_printf ("%s|%s",
                                                unknot_questionnaire_get_url (questionnaire),
                                                unknot_questionnaire_get_version (questionnaire));
  /* GLib's own ISO 8601 leaves out the minutes of the offset, which FHIR wants. */
  g_autofree char *time = g_date_time_format (authored, "%Y-%m-%dT%H:%M:%S%:z");

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, i);

      add_item (items, unknot_page_get_id (page), "item",
                write_questions (answers, page, in_progress));
    }

  json_object_set_string_member (response, "resourceType", "QuestionnaireResponse");
  json_object_set_string_member (response, "questionnaire", canonical);
  json_object_set_string_member (response, "status", status);
  json_object_set_string_member (response, "authored", time);
  if (json_array_get_length (items) > 0)
    json_object_set_array_member (response, "item", g_steal_pointer (&items));

  return json_node_init_object (json_node_alloc (), response);
}
