/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-day"

#include "config.h"

#include "unknot-day.h"

/**
 * UnknotDay:
 *
 * What there is to say of a day as a whole. A diary has one of them a local day.
 */
struct _UnknotDay
{
  UnknotEntry parent_instance;

  gboolean painless;
  const char *sleep; /* nullable */
};

G_DEFINE_FINAL_TYPE (UnknotDay, unknot_day, UNKNOT_TYPE_ENTRY)

static void
unknot_day_copy_to (UnknotEntry *entry,
                    UnknotEntry *copy)
{
  UnknotDay *self = UNKNOT_DAY (entry);
  UnknotDay *copied = UNKNOT_DAY (copy);

  copied->painless = self->painless;
  copied->sleep = self->sleep;
}

static void
unknot_day_class_init (UnknotDayClass *klass)
{
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  entry_class->copy_to = unknot_day_copy_to;
}

static void
unknot_day_init (UnknotDay *self)
{
}

/**
 * unknot_day_new:
 * @moment: when it was told; it is about that local day
 */
UnknotDay *
unknot_day_new (UnknotMoment *moment)
{
  UnknotDay *self = g_object_new (UNKNOT_TYPE_DAY, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);

  return self;
}

/**
 * unknot_day_is_painless:
 *
 * Returns: whether the person said that there was no pain that day
 */
gboolean
unknot_day_is_painless (UnknotDay *self)
{
  g_return_val_if_fail (UNKNOT_IS_DAY (self), FALSE);

  return self->painless;
}

void
unknot_day_set_painless (UnknotDay *self,
                         gboolean   painless)
{
  g_return_if_fail (UNKNOT_IS_DAY (self));

  self->painless = painless;
}

/**
 * unknot_day_get_sleep:
 *
 * Returns: (nullable): what the night before was like, a code of %UNKNOT_VOCABULARY_SLEEP
 */
const char *
unknot_day_get_sleep (UnknotDay *self)
{
  g_return_val_if_fail (UNKNOT_IS_DAY (self), NULL);

  return self->sleep;
}

gboolean
unknot_day_set_sleep (UnknotDay   *self,
                      const char  *sleep,
                      GError     **error)
{
  g_return_val_if_fail (UNKNOT_IS_DAY (self), FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_SLEEP, sleep, &self->sleep, error);
}
