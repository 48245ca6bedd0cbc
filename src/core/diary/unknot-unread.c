/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-unread"

#include "config.h"

#include "unknot-unread.h"

#include "unknot-period.h"

/**
 * UnknotUnread:
 *
 * Stands in a list for an entry that could not be read, so that nothing can be done with that by
 * mistake. Its moment is the start of its day, or %NULL where not even the day is known.
 */
struct _UnknotUnread
{
  UnknotEntry parent_instance;

  gboolean damaged;
};

G_DEFINE_FINAL_TYPE (UnknotUnread, unknot_unread, UNKNOT_TYPE_ENTRY)

static void
unknot_unread_copy_to (UnknotEntry *entry,
                       UnknotEntry *copy)
{
  UNKNOT_UNREAD (copy)->damaged = UNKNOT_UNREAD (entry)->damaged;
}

static void
unknot_unread_class_init (UnknotUnreadClass *klass)
{
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  entry_class->copy_to = unknot_unread_copy_to;
}

static void
unknot_unread_init (UnknotUnread *self)
{
}

/**
 * unknot_unread_new:
 * @day: the local day, yyyymmdd, as the diary has it, which may be none
 * @damaged: whether what is kept of it is no sound entry
 */
UnknotUnread *
unknot_unread_new (int      day,
                   gboolean damaged)
{
  UnknotUnread *self = g_object_new (UNKNOT_TYPE_UNREAD, NULL);
  g_autoptr (GDateTime) start = unknot_period_dup_date (day);

  self->damaged = damaged;
  if (start != NULL)
    {
      g_autoptr (UnknotMoment) moment = unknot_moment_new (start);

      unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
    }

  return self;
}

/**
 * unknot_unread_is_damaged:
 *
 * Returns: %TRUE where what is kept of it is no sound entry; %FALSE where it is gone, or reading
 *   failed otherwise
 */
gboolean
unknot_unread_is_damaged (UnknotUnread *self)
{
  g_return_val_if_fail (UNKNOT_IS_UNREAD (self), FALSE);

  return self->damaged;
}
