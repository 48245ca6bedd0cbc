/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-peg"

#include "config.h"

#include "unknot-peg.h"

/**
 * UnknotPeg:
 *
 * The PEG scale of a week: how bad the pain was on average, and how much it got in the way of
 * enjoying life and of general activity. The fact G-PEG says where it is from.
 */
struct _UnknotPeg
{
  UnknotEntry parent_instance;

  int pain;
  int enjoyment;
  int activity;
};

G_DEFINE_FINAL_TYPE (UnknotPeg, unknot_peg, UNKNOT_TYPE_ENTRY)

static int
get_sum (UnknotPeg *self)
{
  return self->pain + self->enjoyment + self->activity;
}

static void
unknot_peg_copy_to (UnknotEntry *entry,
                    UnknotEntry *copy)
{
  UnknotPeg *self = UNKNOT_PEG (entry);
  UnknotPeg *copied = UNKNOT_PEG (copy);

  copied->pain = self->pain;
  copied->enjoyment = self->enjoyment;
  copied->activity = self->activity;
}

static void
unknot_peg_class_init (UnknotPegClass *klass)
{
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  entry_class->copy_to = unknot_peg_copy_to;
}

static void
unknot_peg_init (UnknotPeg *self)
{
}

/**
 * unknot_peg_new:
 * @moment: when it was told; it is about the week before
 * @pain: how bad the pain was on average, 0–10
 * @enjoyment: how much it got in the way of enjoying life, 0, not at all, to 10, completely
 * @activity: how much it got in the way of general activity, likewise
 *
 * Returns: (transfer full) (nullable): the answers, which never change; %NULL with @error set where
 *   one of them is none
 */
UnknotPeg *
unknot_peg_new (UnknotMoment  *moment,
                gint64         pain,
                gint64         enjoyment,
                gint64         activity,
                GError       **error)
{
  g_autoptr (UnknotPeg) self = g_object_new (UNKNOT_TYPE_PEG, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  if (!unknot_pain_take (pain, &self->pain, error) ||
      !unknot_pain_take (enjoyment, &self->enjoyment, error) ||
      !unknot_pain_take (activity, &self->activity, error))
    return NULL;

  return g_steal_pointer (&self);
}

int
unknot_peg_get_pain (UnknotPeg *self)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), 0);

  return self->pain;
}

int
unknot_peg_get_enjoyment (UnknotPeg *self)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), 0);

  return self->enjoyment;
}

int
unknot_peg_get_activity (UnknotPeg *self)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), 0);

  return self->activity;
}

/**
 * unknot_peg_get_mean:
 *
 * Returns: the score: the mean of the three, 0–10
 */
double
unknot_peg_get_mean (UnknotPeg *self)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), 0);

  return get_sum (self) / 3.0;
}

/**
 * unknot_peg_get_change:
 * @first: what to compare with
 * @change: (out): by which part of it the mean is higher: −0.3 where it is 30 % lower
 *
 * Returns: %FALSE where that cannot be said, as @first has 0 for all
 */
gboolean
unknot_peg_get_change (UnknotPeg *self,
                       UnknotPeg *first,
                       double    *change)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), FALSE);
  g_return_val_if_fail (UNKNOT_IS_PEG (first), FALSE);

  if (get_sum (first) == 0)
    return FALSE;

  *change = (get_sum (self) - get_sum (first)) / (double) get_sum (first);

  return TRUE;
}

/**
 * unknot_peg_is_improved:
 * @first: what to compare with
 *
 * Returns: whether the mean is at least 30 % lower than that of @first, which is a meaningful
 *   improvement. No source says as much of what is higher
 */
gboolean
unknot_peg_is_improved (UnknotPeg *self,
                        UnknotPeg *first)
{
  g_return_val_if_fail (UNKNOT_IS_PEG (self), FALSE);
  g_return_val_if_fail (UNKNOT_IS_PEG (first), FALSE);

  return get_sum (first) > 0 &&
         (get_sum (first) - get_sum (self)) * 100 >= get_sum (first) * UNKNOT_PEG_MEANINGFUL;
}
