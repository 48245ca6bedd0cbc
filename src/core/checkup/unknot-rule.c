/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-rule"

#include "config.h"

#include "unknot-rule.h"

/**
 * UnknotRule:
 *
 * One rule of the protocol: when it fires, which level it gives, and what it rests on.
 */
struct _UnknotRule
{
  GObject parent_instance;

  char *id;
  UnknotLevel level;
  UnknotCondition *condition;
  GPtrArray *evidence;
};

G_DEFINE_FINAL_TYPE (UnknotRule, unknot_rule, G_TYPE_OBJECT)

static void
unknot_rule_finalize (GObject *object)
{
  UnknotRule *self = UNKNOT_RULE (object);

  g_free (self->id);
  g_clear_pointer (&self->condition, unknot_condition_free);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_rule_parent_class)->finalize (object);
}

static void
unknot_rule_class_init (UnknotRuleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_rule_finalize;
}

static void
unknot_rule_init (UnknotRule *self)
{
}

/**
 * unknot_rule_new:
 * @condition: (transfer full): when it fires
 * @evidence: (transfer none) (element-type UnknotFact): what it rests on
 */
UnknotRule *
unknot_rule_new (const char      *id,
                 UnknotLevel      level,
                 UnknotCondition *condition,
                 GPtrArray       *evidence)
{
  UnknotRule *self = g_object_new (UNKNOT_TYPE_RULE, NULL);

  self->id = g_strdup (id);
  self->level = level;
  self->condition = condition;
  self->evidence = g_ptr_array_ref (evidence);

  return self;
}

const char *
unknot_rule_get_id (UnknotRule *self)
{
  return self->id;
}

UnknotLevel
unknot_rule_get_level (UnknotRule *self)
{
  return self->level;
}

const UnknotCondition *
unknot_rule_get_condition (UnknotRule *self)
{
  return self->condition;
}

/**
 * unknot_rule_get_evidence:
 *
 * Returns: (transfer none) (element-type UnknotFact): what the rule rests on, never empty
 */
GPtrArray *
unknot_rule_get_evidence (UnknotRule *self)
{
  return self->evidence;
}
