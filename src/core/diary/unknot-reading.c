/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-reading"

#include "config.h"

#include "unknot-reading.h"

/**
 * UnknotReading:
 *
 * How bad a spasm is at a moment of it: the answer to “How is it now?”.
 */
struct _UnknotReading
{
  UnknotEntry parent_instance;

  int pain;
};

G_DEFINE_FINAL_TYPE (UnknotReading, unknot_reading, UNKNOT_TYPE_ENTRY)

static void
unknot_reading_copy_to (UnknotEntry *entry,
                        UnknotEntry *copy)
{
  UnknotReading *self = UNKNOT_READING (entry);
  UnknotReading *copied = UNKNOT_READING (copy);

  copied->pain = self->pain;
}

static void
unknot_reading_class_init (UnknotReadingClass *klass)
{
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  entry_class->copy_to = unknot_reading_copy_to;
}

static void
unknot_reading_init (UnknotReading *self)
{
}

/**
 * unknot_reading_new:
 * @moment: when it was
 * @pain: how bad it was
 *
 * Returns: (transfer full) (nullable): a reading; %NULL with @error set where that is none
 */
UnknotReading *
unknot_reading_new (UnknotMoment  *moment,
                    gint64         pain,
                    GError       **error)
{
  g_autoptr (UnknotReading) self = g_object_new (UNKNOT_TYPE_READING, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  if (!unknot_reading_set_pain (self, pain, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_reading_get_pain:
 *
 * Returns: how bad it was
 */
int
unknot_reading_get_pain (UnknotReading *self)
{
  g_return_val_if_fail (UNKNOT_IS_READING (self), UNKNOT_PAIN_UNKNOWN);

  return self->pain;
}

gboolean
unknot_reading_set_pain (UnknotReading  *self,
                         gint64          pain,
                         GError        **error)
{
  g_return_val_if_fail (UNKNOT_IS_READING (self), FALSE);

  return unknot_pain_take (pain, &self->pain, error);
}
