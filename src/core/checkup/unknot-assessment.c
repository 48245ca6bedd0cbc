/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-assessment"

#include "config.h"

#include "unknot-assessment-private.h"

/**
 * UnknotAssessment:
 *
 * What the protocol says to a person's answers at one time. It never changes.
 */
struct _UnknotAssessment
{
  GObject parent_instance;

  UnknotRules *rules;
  UnknotAnswers *answers;
  GDateTime *time;
  UnknotLevel level;
  guint64 not_sure;
  UnknotPremise reading;
};

G_DEFINE_FINAL_TYPE (UnknotAssessment, unknot_assessment, G_TYPE_OBJECT)

static GPtrArray *
dup_questions (UnknotAssessment *self,
               guint64           positions)
{
  UnknotQuestionnaire *questionnaire = unknot_answers_get_questionnaire (self->answers);
  GPtrArray *questions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    if ((positions & (1ull << i)) != 0)
      g_ptr_array_add (questions,
                       g_object_ref (unknot_questionnaire_get_question (questionnaire, i)));

  return questions;
}

static JsonArray *
question_ids_to_json (GPtrArray *questions)
{
  JsonArray *ids = json_array_new ();

  for (guint i = 0; i < questions->len; i++)
    json_array_add_string_element (ids, unknot_question_get_id (g_ptr_array_index (questions, i)));

  return ids;
}

static void
unknot_assessment_finalize (GObject *object)
{
  UnknotAssessment *self = UNKNOT_ASSESSMENT (object);

  g_clear_object (&self->rules);
  g_clear_object (&self->answers);
  g_clear_pointer (&self->time, g_date_time_unref);

  G_OBJECT_CLASS (unknot_assessment_parent_class)->finalize (object);
}

static void
unknot_assessment_class_init (UnknotAssessmentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_assessment_finalize;
}

static void
unknot_assessment_init (UnknotAssessment *self)
{
}

/**
 * unknot_assessment_new:
 * @answers: (transfer none): copied
 * @not_sure: the questions that apply and were answered `not-sure`, a bit for each
 */
UnknotAssessment *
unknot_assessment_new (UnknotRules         *rules,
                       UnknotAnswers       *answers,
                       GDateTime           *time,
                       UnknotLevel          level,
                       guint64              not_sure,
                       const UnknotPremise *reading)
{
  UnknotAssessment *self = g_object_new (UNKNOT_TYPE_ASSESSMENT, NULL);

  self->rules = g_object_ref (rules);
  self->answers = unknot_answers_copy (answers);
  self->time = g_date_time_ref (time);
  self->level = level;
  self->not_sure = not_sure;
  self->reading = *reading;

  return self;
}

/**
 * unknot_assessment_get_level:
 *
 * Returns: the highest level of the rules that fired. Where the assessment is not complete it is
 *   the least it can be
 */
UnknotLevel
unknot_assessment_get_level (UnknotAssessment *self)
{
  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), UNKNOT_LEVEL_NONE);

  return self->level;
}

/**
 * unknot_assessment_is_complete:
 *
 * Returns: whether every question that applies was answered
 */
gboolean
unknot_assessment_is_complete (UnknotAssessment *self)
{
  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), FALSE);

  return self->reading.missing == 0;
}

/**
 * unknot_assessment_is_emergency_open:
 *
 * Returns: whether an emergency is neither found nor ruled out: none of its rules fired, and one of
 *   the questions that the protocol asks first for it is not answered
 */
gboolean
unknot_assessment_is_emergency_open (UnknotAssessment *self)
{
  GPtrArray *items;

  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), TRUE);

  if (self->level == UNKNOT_LEVEL_EMERGENCY)
    return FALSE;

  items = unknot_rules_get_group (self->rules, "emergency-items");
  for (guint i = 0; items != NULL && i < items->len; i++)
    {
      guint position = unknot_question_get_position (g_ptr_array_index (items, i));

      if ((self->reading.missing & (1ull << position)) != 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * unknot_assessment_get_time:
 *
 * Returns: (transfer none): when it was made
 */
GDateTime *
unknot_assessment_get_time (UnknotAssessment *self)
{
  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), NULL);

  return self->time;
}

/**
 * unknot_assessment_get_version:
 *
 * Returns: the version of the protocol it was made by
 */
const char *
unknot_assessment_get_version (UnknotAssessment *self)
{
  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), NULL);

  return unknot_rules_get_version (self->rules);
}

/**
 * unknot_assessment_get_answers:
 *
 * Returns: (transfer none): the answers as they were then, not to be changed
 */
UnknotAnswers *
unknot_assessment_get_answers (UnknotAssessment *self)
{
  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), NULL);

  return self->answers;
}

/**
 * unknot_assessment_dup_rules:
 *
 * Returns: (transfer full) (element-type UnknotRule): every rule that fired, of every level, in the
 *   protocol's order
 */
GPtrArray *
unknot_assessment_dup_rules (UnknotAssessment *self)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (UNKNOT_IS_ASSESSMENT (self), rules);

  for (guint i = 0; i < unknot_rules_get_n_rules (self->rules); i++)
    if ((self->reading.fired & (1ull << i)) != 0)
      g_ptr_array_add (rules, g_object_ref (unknot_rules_get_rule (self->rules, i)));

  return rules;
}

/**
 * unknot_assessment_dup_reasons:
 * @rule: a rule that fired
 *
 * Returns: (transfer full) (element-type UnknotQuestion): the questions whose answers made @rule
 *   fire, in order; for one that fires in doubt, the answers that leave the doubt. Empty where it
 *   fires on nothing being found
 */
GPtrArray *
unknot_assessment_dup_reasons (UnknotAssessment *self,
                               UnknotRule       *rule)
{
  guint64 questions = 0, doubts = 0, more_doubts = 0;

  unknot_condition_explain (unknot_rule_get_condition (rule), &self->reading,
                            self->reading.values, &questions, &doubts);
  for (guint i = 0; i < unknot_rules_get_n_rules (self->rules); i++)
    {
      UnknotRule *doubted = unknot_rules_get_rule (self->rules, i);

      if ((doubts & (1ull << i)) != 0)
        unknot_condition_explain (unknot_rule_get_condition (doubted), &self->reading,
                                  self->reading.worse_values, &questions, &more_doubts);
    }

  return dup_questions (self, questions);
}

/**
 * unknot_assessment_dup_not_sure:
 *
 * Returns: (transfer full) (element-type UnknotQuestion): the questions answered “not sure”
 */
GPtrArray *
unknot_assessment_dup_not_sure (UnknotAssessment *self)
{
  return dup_questions (self, self->not_sure);
}

/**
 * unknot_assessment_dup_missing:
 *
 * Returns: (transfer full) (element-type UnknotQuestion): the questions that apply and are not
 *   answered
 */
GPtrArray *
unknot_assessment_dup_missing (UnknotAssessment *self)
{
  return dup_questions (self, self->reading.missing);
}

/**
 * unknot_assessment_to_json:
 *
 * Returns: (transfer full): the assessment as the command line gives it
 */
JsonNode *
unknot_assessment_to_json (UnknotAssessment *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (self);
  g_autoptr (GPtrArray) not_sure = unknot_assessment_dup_not_sure (self);
  g_autoptr (GPtrArray) missing = unknot_assessment_dup_missing (self);
  JsonArray *rule_ids = json_array_new ();

  for (guint i = 0; i < rules->len; i++)
    json_array_add_string_element (rule_ids, unknot_rule_get_id (g_ptr_array_index (rules, i)));

  json_object_set_string_member (object, "protocol", unknot_rules_get_protocol (self->rules));
  json_object_set_string_member (object, "version", unknot_assessment_get_version (self));
  json_object_set_string_member (object, "level", unknot_level_to_code (self->level));
  json_object_set_boolean_member (object, "complete", unknot_assessment_is_complete (self));
  json_object_set_array_member (object, "rules", rule_ids);
  json_object_set_array_member (object, "not-sure", question_ids_to_json (not_sure));
  json_object_set_array_member (object, "missing", question_ids_to_json (missing));

  return json_node_init_object (json_node_alloc (), object);
}
