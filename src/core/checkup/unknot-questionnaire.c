/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-questionnaire"

#include "config.h"

#include "unknot-questionnaire.h"

#include "unknot-json.h"
#include "unknot-question-private.h"

#include <string.h>

/**
 * UnknotQuestionnaire:
 *
 * The questions of the check-up on their pages, as a FHIR R4 Questionnaire gives them.
 */
struct _UnknotQuestionnaire
{
  GObject parent_instance;

  char *url;
  char *version;
  char *code_system;
  GListStore *pages;
  GPtrArray *questions;
  GHashTable *questions_by_id; /* ids are the questions' own */
  GHashTable *link_ids;        /* of questions and pages */
};

G_DEFINE_FINAL_TYPE (UnknotQuestionnaire, unknot_questionnaire, G_TYPE_OBJECT)

/* Its uuid names the questionnaire and its answers: neither needs a web address. */
static const char *
get_urn (JsonObject   *object,
         const char   *member,
         const char   *where,
         UnknotFaults *faults)
{
  const char *urn = unknot_json_get_string (object, member, where, faults);

  if (urn != NULL && !(g_str_has_prefix (urn, "urn:uuid:") &&
                       g_uuid_string_is_valid (urn + strlen ("urn:uuid:"))))
    unknot_faults_add (faults, "%s: “%s” is not a urn:uuid.", where, member);

  return urn;
}


static UnknotQuestion *
add_question (UnknotQuestionnaire *self,
              UnknotPage          *page,
              JsonObject          *item,
              UnknotFaults        *faults)
{
  g_autoptr (UnknotQuestion) question = NULL;
  const char *id;

  question = unknot_question_new_from_fhir (item, self->questions->len, &self->code_system, faults);
  if (question == NULL)
    return NULL;

  id = unknot_question_get_id (question);
  if (!g_hash_table_add (self->link_ids, g_strdup (id)))
    {
      unknot_faults_add (faults, "The question “%s” stands twice.", id);
      return NULL;
    }
  if (self->questions->len == UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS)
    {
      unknot_faults_add (faults, "The question “%s” is one too many: there is room for %d.",
                         id, UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS);
      return NULL;
    }

  unknot_page_add_question (page, question);
  g_hash_table_insert (self->questions_by_id, (char *) id, question);
  g_ptr_array_add (self->questions, g_object_ref (question));

  return question;
}

static void
add_enabler (UnknotQuestionnaire *self,
             UnknotQuestion      *question,
             JsonObject          *enable_when,
             UnknotFaults        *faults)
{
  const char *where = unknot_question_get_id (question);
  const char *id = unknot_json_get_string (enable_when, "question", where, faults);
  const char *operator = unknot_json_get_string (enable_when, "operator", where, faults);
  JsonObject *coding = unknot_json_get_object (enable_when, "answerCoding", where, faults);
  const char *code = coding ? unknot_json_get_string (coding, "code", where, faults) : NULL;
  UnknotQuestion *other = id ? unknot_questionnaire_lookup (self, id) : NULL;
  UnknotEnableCondition condition;

  if (id == NULL || code == NULL)
    return;
  if (g_strcmp0 (operator, "=") != 0)
    unknot_faults_add (faults, "%s: a condition's operator can only be “=”.", where);
  if (other == NULL)
    {
      unknot_faults_add (faults, "%s applies by “%s”, which is no question.", where, id);
      return;
    }
  if (unknot_question_get_position (other) >= unknot_question_get_position (question))
    unknot_faults_add (faults, "%s applies by “%s”, which is not asked before it.", where, id);

  condition.question = unknot_question_get_position (other);
  condition.options = unknot_question_get_option_bit (other, code);
  if (condition.options == 0)
    unknot_faults_add (faults, "%s applies by “%s” being “%s”, which is no answer to it.",
                       where, id, code);
  unknot_question_enable_when (question, condition);
}

static void
add_enablers (UnknotQuestionnaire *self,
              UnknotQuestion      *question,
              JsonObject          *item,
              UnknotFaults        *faults)
{
  const char *id = unknot_question_get_id (question);
  JsonArray *conditions;

  if (!json_object_has_member (item, "enableWhen"))
    return;

  if (g_strcmp0 (unknot_json_get_string (item, "enableBehavior", id, faults), "any") != 0)
    unknot_faults_add (faults, "%s: its conditions can only be joined by “any”.", id);
  conditions = unknot_json_get_array (item, "enableWhen", id, faults);
  for (guint i = 0; conditions != NULL && i < json_array_get_length (conditions); i++)
    {
      JsonObject *condition = unknot_json_as_object (json_array_get_element (conditions, i),
                                                     id, faults);

      if (condition != NULL)
        add_enabler (self, question, condition, faults);
    }
}

static void
add_page (UnknotQuestionnaire *self,
          JsonObject          *group,
          UnknotFaults        *faults)
{
  const char *id = unknot_json_get_string (group, "linkId", "A page", faults);
  const char *title = unknot_json_get_string (group, "text", "A page", faults);
  JsonArray *items = unknot_json_get_array (group, "item", "A page", faults);
  g_autoptr (UnknotPage) page = NULL;

  if (id == NULL || title == NULL || items == NULL)
    return;

  if (!g_hash_table_add (self->link_ids, g_strdup (id)))
    unknot_faults_add (faults, "The page “%s” stands twice.", id);
  page = unknot_page_new (id, title);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonObject *item = unknot_json_as_object (json_array_get_element (items, i), id, faults);
      UnknotQuestion *question = item ? add_question (self, page, item, faults) : NULL;

      if (question != NULL)
        add_enablers (self, question, item, faults);
    }
  g_list_store_append (self->pages, page);
}

static void
unknot_questionnaire_finalize (GObject *object)
{
  UnknotQuestionnaire *self = UNKNOT_QUESTIONNAIRE (object);

  g_free (self->url);
  g_free (self->version);
  g_free (self->code_system);
  g_hash_table_unref (self->link_ids);
  g_hash_table_unref (self->questions_by_id);
  g_ptr_array_unref (self->questions);
  g_clear_object (&self->pages);

  G_OBJECT_CLASS (unknot_questionnaire_parent_class)->finalize (object);
}

static void
unknot_questionnaire_class_init (UnknotQuestionnaireClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_questionnaire_finalize;
}

static void
unknot_questionnaire_init (UnknotQuestionnaire *self)
{
  self->pages = g_list_store_new (UNKNOT_TYPE_PAGE);
  self->questions = g_ptr_array_new_with_free_func (g_object_unref);
  self->questions_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->link_ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

/**
 * unknot_questionnaire_new_from_json:
 * @json: a FHIR R4 Questionnaire
 * @faults: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the questionnaire, to be used only where @faults stayed
 *   empty; %NULL where there is not even a document
 */
UnknotQuestionnaire *
unknot_questionnaire_new_from_json (GBytes       *json,
                                    UnknotFaults *faults)
{
  g_autoptr (UnknotQuestionnaire) self = NULL;
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  const char *where = "The questionnaire";
  JsonObject *resource;
  JsonArray *pages;

  if (root == NULL)
    return NULL;
  resource = unknot_json_as_object (root, where, faults);
  if (resource == NULL)
    return NULL;

  self = g_object_new (UNKNOT_TYPE_QUESTIONNAIRE, NULL);
  if (g_strcmp0 (unknot_json_get_string (resource, "resourceType", where, faults),
                 "Questionnaire") != 0)
    unknot_faults_add (faults, "%s is not a FHIR Questionnaire.", where);
  self->url = g_strdup (get_urn (resource, "url", where, faults));
  self->version = g_strdup (unknot_json_get_string (resource, "version", where, faults));

  pages = unknot_json_get_array (resource, "item", where, faults);
  for (guint i = 0; pages != NULL && i < json_array_get_length (pages); i++)
    {
      JsonObject *page = unknot_json_as_object (json_array_get_element (pages, i), where, faults);

      if (page != NULL)
        add_page (self, page, faults);
    }

  return g_steal_pointer (&self);
}

const char *
unknot_questionnaire_get_url (UnknotQuestionnaire *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  return self->url;
}

const char *
unknot_questionnaire_get_version (UnknotQuestionnaire *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  return self->version;
}

/**
 * unknot_questionnaire_get_code_system:
 *
 * Returns: the system that the codes of all answers belong to
 */
const char *
unknot_questionnaire_get_code_system (UnknotQuestionnaire *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  return self->code_system;
}

/**
 * unknot_questionnaire_get_pages:
 *
 * Returns: (transfer none): a list of #UnknotPage, in order
 */
GListModel *
unknot_questionnaire_get_pages (UnknotQuestionnaire *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  return G_LIST_MODEL (self->pages);
}

guint
unknot_questionnaire_get_n_questions (UnknotQuestionnaire *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), 0);

  return self->questions->len;
}

/**
 * unknot_questionnaire_get_question:
 *
 * Returns: (transfer none): the question at @position among all questions, in the order asked
 */
UnknotQuestion *
unknot_questionnaire_get_question (UnknotQuestionnaire *self,
                                   guint                position)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);
  g_return_val_if_fail (position < self->questions->len, NULL);

  return g_ptr_array_index (self->questions, position);
}

/**
 * unknot_questionnaire_lookup:
 *
 * Returns: (transfer none) (nullable): the question with @id
 */
UnknotQuestion *
unknot_questionnaire_lookup (UnknotQuestionnaire *self,
                             const char          *id)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  return g_hash_table_lookup (self->questions_by_id, id);
}

/**
 * unknot_questionnaire_lookup_page:
 *
 * Returns: (transfer none) (nullable): the page with @id
 */
UnknotPage *
unknot_questionnaire_lookup_page (UnknotQuestionnaire *self,
                                  const char          *id)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTIONNAIRE (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->pages)); i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (G_LIST_MODEL (self->pages), i);

      if (g_str_equal (unknot_page_get_id (page), id))
        return page;
    }

  return NULL;
}
