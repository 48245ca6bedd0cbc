/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-entry.h"

G_BEGIN_DECLS

/**
 * UnknotMergeCounts:
 * @n_added: how many were not in the diary
 * @n_changed: how many are newer than the diary's, or have something that the diary's had not
 * @n_same: how many are in the diary as they are
 * @n_kept: how many differ from the diary's, which is left as it is, as it may be newer
 *
 * What becomes of entries. A spasm counts once, with all that belongs to it.
 */
typedef struct
{
  guint n_added;
  guint n_changed;
  guint n_same;
  guint n_kept;
} UnknotMergeCounts;

/**
 * UnknotMerge:
 *
 * Entries from elsewhere on their way into a diary, one after the other, within a transaction; and
 * what it takes to undo that.
 */
typedef struct _UnknotMerge UnknotMerge;

/**
 * UnknotMergeState:
 * @UNKNOT_MERGE_STATE_NONE: nothing
 * @UNKNOT_MERGE_STATE_DELETED: it was deleted
 * @UNKNOT_MERGE_STATE_SAME: it is there as it is
 * @UNKNOT_MERGE_STATE_OTHER: it is there, and not the same
 *
 * What a diary has of an entry.
 */
typedef enum
{
  UNKNOT_MERGE_STATE_NONE,
  UNKNOT_MERGE_STATE_DELETED,
  UNKNOT_MERGE_STATE_SAME,
  UNKNOT_MERGE_STATE_OTHER,
} UnknotMergeState;

UnknotMerge             *unknot_merge_new        (void);
void                     unknot_merge_free       (UnknotMerge     *self);
gboolean                 unknot_merge_take       (UnknotMerge     *self,
                                                  UnknotDatabase  *database,
                                                  UnknotEntry     *entry,
                                                  gint64           changed,
                                                  GError         **error);
gboolean                 unknot_merge_look       (UnknotDatabase    *database,
                                                  UnknotEntry       *entry,
                                                  UnknotMergeState  *state,
                                                  GError           **error);
const UnknotMergeCounts *unknot_merge_get_counts (UnknotMerge     *self);
gboolean                 unknot_merge_undo       (UnknotMerge     *self,
                                                  UnknotDatabase  *database,
                                                  gint64           now,
                                                  guint           *n_left,
                                                  GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotMerge, unknot_merge_free)

G_END_DECLS
