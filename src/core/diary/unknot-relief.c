/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-relief"

#include "config.h"

#include "unknot-relief.h"

/**
 * UnknotRelief:
 *
 * What was tried against the pain, and what came of it.
 */
struct _UnknotRelief
{
  UnknotEntry parent_instance;

  const char *measure;
  const char *effect; /* nullable */
};

G_DEFINE_FINAL_TYPE (UnknotRelief, unknot_relief, UNKNOT_TYPE_ENTRY)

static void
unknot_relief_copy_to (UnknotEntry *entry,
                       UnknotEntry *copy)
{
  UnknotRelief *self = UNKNOT_RELIEF (entry);
  UnknotRelief *copied = UNKNOT_RELIEF (copy);

  copied->measure = self->measure;
  copied->effect = self->effect;
}

static void
unknot_relief_class_init (UnknotReliefClass *klass)
{
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  entry_class->copy_to = unknot_relief_copy_to;
}

static void
unknot_relief_init (UnknotRelief *self)
{
}

/**
 * unknot_relief_new:
 * @moment: when it was
 * @measure: what was tried, a code of %UNKNOT_VOCABULARY_MEASURE
 *
 * Returns: (transfer full) (nullable): a relief; %NULL with @error set where that is none
 */
UnknotRelief *
unknot_relief_new (UnknotMoment  *moment,
                   const char    *measure,
                   GError       **error)
{
  g_autoptr (UnknotRelief) self = g_object_new (UNKNOT_TYPE_RELIEF, NULL);

  g_return_val_if_fail (measure != NULL, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  if (!unknot_relief_set_measure (self, measure, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_relief_get_measure:
 *
 * Returns: what was tried, a code of %UNKNOT_VOCABULARY_MEASURE
 */
const char *
unknot_relief_get_measure (UnknotRelief *self)
{
  g_return_val_if_fail (UNKNOT_IS_RELIEF (self), NULL);

  return self->measure;
}

gboolean
unknot_relief_set_measure (UnknotRelief  *self,
                           const char    *measure,
                           GError       **error)
{
  g_return_val_if_fail (UNKNOT_IS_RELIEF (self), FALSE);
  g_return_val_if_fail (measure != NULL, FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_MEASURE, measure, &self->measure, error);
}

/**
 * unknot_relief_get_effect:
 *
 * Returns: (nullable): what came of it, a code of %UNKNOT_VOCABULARY_EFFECT
 */
const char *
unknot_relief_get_effect (UnknotRelief *self)
{
  g_return_val_if_fail (UNKNOT_IS_RELIEF (self), NULL);

  return self->effect;
}

gboolean
unknot_relief_set_effect (UnknotRelief  *self,
                          const char    *effect,
                          GError       **error)
{
  g_return_val_if_fail (UNKNOT_IS_RELIEF (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_EFFECT, effect, &self->effect, error);
}
