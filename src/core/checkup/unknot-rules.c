/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-rules"

#include "config.h"

#include "unknot-rules.h"

#include "unknot-assessment-private.h"
#include "unknot-json.h"

/**
 * UnknotRules:
 *
 * The rules of the protocol, in their order. The highest level of those that fire wins; nothing is
 * added up or averaged.
 */
struct _UnknotRules
{
  GObject parent_instance;

  char *protocol;
  char *version;
  UnknotQuestionnaire *questionnaire;
  GHashTable *groups; /* of questions, by name */
  GPtrArray *rules;
  guint32 not_sure[UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS]; /* the option that is “not sure” … */
  guint32 worse[UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS];    /* … and the one it is read as in doubt */
};

G_DEFINE_FINAL_TYPE (UnknotRules, unknot_rules, G_TYPE_OBJECT)

static void
load_group (UnknotRules  *self,
            JsonObject   *groups,
            const char   *name,
            UnknotFaults *faults)
{
  JsonArray *ids = unknot_json_get_array (groups, name, "A group", faults);
  GPtrArray *group = g_ptr_array_new ();

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      JsonNode *node = json_array_get_element (ids, i);
      const char *id = unknot_json_is_string (node) ? json_node_get_string (node) : "";
      UnknotQuestion *question = unknot_questionnaire_lookup (self->questionnaire, id);

      if (question == NULL)
        unknot_faults_add (faults, "The group “%s” has “%s”, which is no question.", name, id);
      else if (g_ptr_array_find (group, question, NULL))
        unknot_faults_add (faults, "The group “%s” has “%s” twice.", name, id);
      else
        g_ptr_array_add (group, question);
    }

  g_hash_table_insert (self->groups, g_strdup (name), group);
}

static void
load_groups (UnknotRules  *self,
             JsonObject   *protocol,
             UnknotFaults *faults)
{
  JsonObject *groups = unknot_json_get_object (protocol, "groups", "The protocol", faults);
  JsonObjectIter iter;
  const char *name;

  if (groups == NULL)
    return;

  json_object_iter_init_ordered (&iter, groups);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    load_group (self, groups, name, faults);
}

/* A question's own word comes before that for its kind. */
static const char *
find_worse_code (UnknotQuestion *question,
                 JsonObject     *worse,
                 JsonObject     *worse_of_question)
{
  const char *id = unknot_question_get_id (question);

  if (json_object_has_member (worse_of_question, id))
    return json_object_get_string_member_with_default (worse_of_question, id, NULL);
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_SIGN)
    return json_object_get_string_member_with_default (worse, "sign", NULL);
  if (unknot_question_get_kind (question) == UNKNOT_QUESTION_FLAG)
    return json_object_get_string_member_with_default (worse, "flag", NULL);

  return NULL;
}

static void
load_worse_answers (UnknotRules  *self,
                    JsonObject   *protocol,
                    UnknotFaults *faults)
{
  static const char *const known[] = { "sign", "flag", "questions", NULL };
  const char *where = "worse-answer-for-not-sure";
  JsonObject *worse = unknot_json_get_object (protocol, where, "The protocol", faults);
  JsonObject *of_question = worse ? unknot_json_get_object (worse, "questions", where, faults) : NULL;
  JsonObjectIter iter;
  const char *id;

  if (of_question == NULL)
    return;

  unknot_json_check_members (worse, where, known, faults);
  json_object_iter_init_ordered (&iter, of_question);
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    if (unknot_questionnaire_lookup (self->questionnaire, id) == NULL)
      unknot_faults_add (faults, "%s has “%s”, which is no question.", where, id);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (self->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (self->questionnaire, i);
      const char *code = find_worse_code (question, worse, of_question);

      self->not_sure[i] = unknot_question_get_option_bit (question, "not-sure");
      if (self->not_sure[i] == 0)
        continue;

      self->worse[i] = code != NULL ? unknot_question_get_option_bit (question, code) : 0;
      if (self->worse[i] == 0 || self->worse[i] == self->not_sure[i])
        unknot_faults_add (faults, "%s does not say what “not sure” is read as for “%s”.",
                           where, unknot_question_get_id (question));
    }
}

static GPtrArray *
load_evidence (JsonObject     *rule,
               const char     *id,
               UnknotEvidence *evidence,
               UnknotFaults   *faults)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (g_object_unref);
  JsonArray *ids = unknot_json_get_array (rule, "evidence", id, faults);

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      JsonNode *node = json_array_get_element (ids, i);
      const char *fact_id = unknot_json_is_string (node) ? json_node_get_string (node) : "";
      UnknotFact *fact = unknot_evidence_lookup (evidence, fact_id);

      if (fact == NULL)
        unknot_faults_add (faults, "%s cites “%s”, which is no evidence.", id, fact_id);
      else if (g_ptr_array_find (facts, fact, NULL))
        unknot_faults_add (faults, "%s cites “%s” twice.", id, fact_id);
      else
        g_ptr_array_add (facts, g_object_ref (fact));
    }

  return facts;
}

static void
add_rule (UnknotRules            *self,
          JsonObject             *object,
          UnknotConditionContext *context,
          UnknotEvidence         *evidence,
          UnknotFaults           *faults)
{
  static const char *const known[] = { "id", "level", "when", "evidence", NULL };
  const char *id = unknot_json_get_string (object, "id", "A rule", faults);
  g_autoptr (GPtrArray) facts = NULL;
  UnknotCondition *condition;
  UnknotLevel level = UNKNOT_LEVEL_NONE;
  const char *level_code;

  if (id == NULL)
    return;
  if (g_hash_table_contains (context->rules, id))
    {
      unknot_faults_add (faults, "The rule “%s” stands twice.", id);
      return;
    }
  if (self->rules->len == UNKNOT_RULES_MAX_RULES)
    {
      unknot_faults_add (faults, "The rule “%s” is one too many: there is room for %d.",
                         id, UNKNOT_RULES_MAX_RULES);
      return;
    }

  unknot_json_check_members (object, id, known, faults);
  level_code = unknot_json_get_string (object, "level", id, faults);
  if (level_code != NULL && !unknot_level_from_code (level_code, &level))
    unknot_faults_add (faults, "%s gives “%s”, which is no level.", id, level_code);
  facts = load_evidence (object, id, evidence, faults);
  condition = unknot_condition_new_from_json (json_object_get_member (object, "when"), id, context,
                                              faults);
  if (condition == NULL)
    return;

  g_ptr_array_add (self->rules, unknot_rule_new (id, level, condition, facts));
  g_hash_table_insert (context->rules, g_strdup (id), GUINT_TO_POINTER (self->rules->len));
}

static void
load_rules (UnknotRules    *self,
            JsonObject     *protocol,
            UnknotEvidence *evidence,
            UnknotFaults   *faults)
{
  JsonArray *list = unknot_json_get_array (protocol, "rules", "The protocol", faults);
  g_autoptr (GHashTable) rules = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  UnknotConditionContext context = { self->questionnaire, self->groups, rules };

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    {
      JsonObject *object = unknot_json_as_object (json_array_get_element (list, i), "A rule",
                                                  faults);

      if (object != NULL)
        add_rule (self, object, &context, evidence, faults);
    }
}

/* A question that no rule reads would be asked for nothing. */
static void
check_all_questions_are_read (UnknotRules  *self,
                              UnknotFaults *faults)
{
  guint64 read = 0;

  for (guint i = 0; i < self->rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (self->rules, i);

      read |= unknot_condition_get_questions (unknot_rule_get_condition (rule));
    }

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (self->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (self->questionnaire, i);

      if ((read & (1ull << i)) == 0)
        unknot_faults_add (faults, "“%s” is read by no rule.", unknot_question_get_id (question));
    }
}

static void
unknot_rules_finalize (GObject *object)
{
  UnknotRules *self = UNKNOT_RULES (object);

  g_free (self->protocol);
  g_free (self->version);
  g_hash_table_unref (self->groups);
  g_clear_object (&self->questionnaire);
  g_ptr_array_unref (self->rules);

  G_OBJECT_CLASS (unknot_rules_parent_class)->finalize (object);
}

static void
unknot_rules_class_init (UnknotRulesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_rules_finalize;
}

static void
unknot_rules_init (UnknotRules *self)
{
  self->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_ptr_array_unref);
  self->rules = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * unknot_rules_new_from_json:
 * @json: what rules.schema.json describes
 * @questionnaire: the questions that the rules read
 * @evidence: the facts that the rules cite
 * @faults: takes everything that is wrong with it
 *
 * Returns: (transfer full) (nullable): the rules, to be used only where @faults stayed empty;
 *   %NULL where there is not even a document
 */
UnknotRules *
unknot_rules_new_from_json (GBytes              *json,
                            UnknotQuestionnaire *questionnaire,
                            UnknotEvidence      *evidence,
                            UnknotFaults        *faults)
{
  static const char *const known[] = {
    "$schema", "protocol", "version", "groups", "worse-answer-for-not-sure", "rules", NULL
  };
  const char *where = "The protocol";
  g_autoptr (JsonNode) root = unknot_json_parse (json, faults);
  UnknotRules *self;
  JsonObject *protocol;

  if (root == NULL)
    return NULL;
  protocol = unknot_json_as_object (root, where, faults);
  if (protocol == NULL)
    return NULL;

  self = g_object_new (UNKNOT_TYPE_RULES, NULL);
  self->questionnaire = g_object_ref (questionnaire);
  self->protocol = g_strdup (unknot_json_get_string (protocol, "protocol", where, faults));
  self->version = g_strdup (unknot_json_get_string (protocol, "version", where, faults));
  unknot_json_check_members (protocol, where, known, faults);
  load_groups (self, protocol, faults);
  load_worse_answers (self, protocol, faults);
  load_rules (self, protocol, evidence, faults);
  check_all_questions_are_read (self, faults);

  return self;
}

const char *
unknot_rules_get_protocol (UnknotRules *self)
{
  g_return_val_if_fail (UNKNOT_IS_RULES (self), NULL);

  return self->protocol;
}

const char *
unknot_rules_get_version (UnknotRules *self)
{
  g_return_val_if_fail (UNKNOT_IS_RULES (self), NULL);

  return self->version;
}

guint
unknot_rules_get_n_rules (UnknotRules *self)
{
  g_return_val_if_fail (UNKNOT_IS_RULES (self), 0);

  return self->rules->len;
}

/**
 * unknot_rules_get_rule:
 *
 * Returns: (transfer none): the rule at @position, in the protocol's order
 */
UnknotRule *
unknot_rules_get_rule (UnknotRules *self,
                       guint        position)
{
  g_return_val_if_fail (UNKNOT_IS_RULES (self), NULL);
  g_return_val_if_fail (position < self->rules->len, NULL);

  return g_ptr_array_index (self->rules, position);
}

/**
 * unknot_rules_get_group:
 * @name: `signs` or `emergency-items`
 *
 * Returns: (transfer none) (element-type UnknotQuestion) (nullable): the questions that rules name
 *   together
 */
GPtrArray *
unknot_rules_get_group (UnknotRules *self,
                        const char  *name)
{
  g_return_val_if_fail (UNKNOT_IS_RULES (self), NULL);

  return g_hash_table_lookup (self->groups, name);
}

/* Which questions apply stays as answered: reading “not sure” as worse switches none on. */
static guint64
read_answers (UnknotRules   *self,
              UnknotAnswers *answers,
              UnknotPremise *reading)
{
  const gint32 *values = unknot_answers_get_values (answers);
  guint64 not_sure = 0;

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (self->questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (self->questionnaire, i);
      gboolean applies = unknot_answers_applies (answers, question);
      gint32 value = applies ? values[i] : UNKNOT_ANSWER_NONE;

      reading->values[i] = value;
      reading->worse_values[i] = value;
      if (applies && value < 0)
        reading->missing |= 1ull << i;
      if (value > 0 && (value & self->not_sure[i]) != 0)
        {
          reading->worse_values[i] = self->worse[i];
          not_sure |= 1ull << i;
        }
    }

  return not_sure;
}

/**
 * unknot_rules_assess:
 * @answers: answers to the questionnaire that the rules were made for
 * @time: when the assessment is made
 *
 * Returns: (transfer full): what the protocol says to @answers
 */
UnknotAssessment *
unknot_rules_assess (UnknotRules   *self,
                     UnknotAnswers *answers,
                     GDateTime     *time)
{
  UnknotPremise reading = { 0 };
  UnknotLevel level = UNKNOT_LEVEL_NONE;
  guint64 not_sure;

  g_return_val_if_fail (UNKNOT_IS_RULES (self), NULL);
  g_return_val_if_fail (unknot_answers_get_questionnaire (answers) == self->questionnaire, NULL);

  not_sure = read_answers (self, answers, &reading);
  for (guint i = 0; i < self->rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (self->rules, i);
      const UnknotCondition *condition = unknot_rule_get_condition (rule);

      if (unknot_condition_holds (condition, &reading, reading.values))
        {
          reading.fired |= 1ull << i;
          level = MAX (level, unknot_rule_get_level (rule));
        }
      else if (not_sure != 0 &&
               unknot_condition_holds (condition, &reading, reading.worse_values))
        {
          reading.in_doubt |= 1ull << i;
        }
    }

  return unknot_assessment_new (self, answers, time, level, not_sure, &reading);
}
