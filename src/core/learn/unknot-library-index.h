/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-topic-hit.h"

G_BEGIN_DECLS

/**
 * UnknotLibraryIndex:
 *
 * The words of pages, to be searched as they are typed.
 */
typedef struct _UnknotLibraryIndex UnknotLibraryIndex;

UnknotLibraryIndex *unknot_library_index_new    (void);
void                unknot_library_index_free   (UnknotLibraryIndex *self);
void                unknot_library_index_add    (UnknotLibraryIndex *self,
                                                 UnknotTopic        *topic);
GListModel         *unknot_library_index_search (UnknotLibraryIndex *self,
                                                 const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotLibraryIndex, unknot_library_index_free)

G_END_DECLS
