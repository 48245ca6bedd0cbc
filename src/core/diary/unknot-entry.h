/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-moment.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRY (unknot_entry_get_type ())

G_DECLARE_DERIVABLE_TYPE (UnknotEntry, unknot_entry, UNKNOT, ENTRY, GObject)

/**
 * UnknotEntryClass:
 * @copy_to: hands what the type itself holds to @copy, a new object of the same type
 */
struct _UnknotEntryClass
{
  GObjectClass parent_class;

  void (*copy_to) (UnknotEntry *self,
                   UnknotEntry *copy);
};

gint64        unknot_entry_get_id      (UnknotEntry  *self);
void          unknot_entry_set_id      (UnknotEntry  *self,
                                        gint64        id);
const char   *unknot_entry_get_uuid    (UnknotEntry  *self);
gboolean      unknot_entry_set_uuid    (UnknotEntry  *self,
                                        const char   *uuid,
                                        GError      **error);
UnknotMoment *unknot_entry_get_moment  (UnknotEntry  *self);
void          unknot_entry_set_moment  (UnknotEntry  *self,
                                        UnknotMoment *moment);
const char   *unknot_entry_get_episode (UnknotEntry  *self);
gboolean      unknot_entry_set_episode (UnknotEntry  *self,
                                        const char   *uuid,
                                        GError      **error);
UnknotEntry  *unknot_entry_copy        (UnknotEntry  *self);

G_END_DECLS
