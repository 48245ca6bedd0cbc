/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-group.h"
#include "unknot-topic-hit.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_LIBRARY (unknot_library_get_type ())

G_DECLARE_FINAL_TYPE (UnknotLibrary, unknot_library, UNKNOT, LIBRARY, GObject)

UnknotLibrary      *unknot_library_new         (GFile               *folder,
                                                const char * const  *languages);
GListModel         *unknot_library_get_groups  (UnknotLibrary       *self);
UnknotTopic        *unknot_library_get_topic   (UnknotLibrary       *self,
                                                const char          *id,
                                                GError             **error);
const char * const *unknot_library_get_faults  (UnknotLibrary       *self);
const char         *unknot_library_get_call    (UnknotLibrary       *self);
void                unknot_library_set_call    (UnknotLibrary       *self,
                                                const char          *call);
GFile              *unknot_library_find_figure (UnknotLibrary       *self,
                                                const char          *figure);
GListModel         *unknot_library_search      (UnknotLibrary       *self,
                                                const char          *text);

G_END_DECLS
