/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnknotStorage:
 *
 * Where the program keeps what the person tells it.
 */
typedef struct _UnknotStorage UnknotStorage;

UnknotStorage *unknot_storage_new            (const char     *diary);
UnknotStorage *unknot_storage_new_demo       (GError        **error);
void           unknot_storage_free           (UnknotStorage  *self);
gboolean       unknot_storage_is_demo        (UnknotStorage  *self);
const char    *unknot_storage_get_diary_path (UnknotStorage  *self);
const char    *unknot_storage_get_prefix     (UnknotStorage  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotStorage, unknot_storage_free)

G_END_DECLS
