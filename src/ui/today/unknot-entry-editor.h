/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-diary.h"
#include "unknot-draft.h"
#include "unknot-protocol.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_ENTRY_EDITOR (unknot_entry_editor_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEntryEditor, unknot_entry_editor, UNKNOT, ENTRY_EDITOR, AdwBin)

void           unknot_entry_editor_set_diary    (UnknotEntryEditor *self,
                                                 UnknotDiary       *diary,
                                                 UnknotDraft       *draft);
void           unknot_entry_editor_set_protocol (UnknotEntryEditor *self,
                                                 UnknotProtocol    *protocol);
UnknotEpisode *unknot_entry_editor_get_begun    (UnknotEntryEditor *self);
void           unknot_entry_editor_tell         (UnknotEntryEditor *self,
                                                 const char        *message);
void           unknot_entry_editor_save         (UnknotEntryEditor *self,
                                                 UnknotEntry       *entry,
                                                 UnknotEntry       *before,
                                                 const char        *message);
void           unknot_entry_editor_delete       (UnknotEntryEditor *self,
                                                 UnknotEntry       *entry);
void           unknot_entry_editor_log          (UnknotEntryEditor *self);
void           unknot_entry_editor_plan_visit   (UnknotEntryEditor *self);
gboolean       unknot_entry_editor_can_open     (UnknotEntryEditor *self,
                                                 UnknotEntry       *entry);
void           unknot_entry_editor_open         (UnknotEntryEditor *self,
                                                 UnknotEntry       *entry);
void           unknot_entry_editor_open_end     (UnknotEntryEditor *self,
                                                 UnknotEpisode     *episode);
void           unknot_entry_editor_open_day     (UnknotEntryEditor *self,
                                                 UnknotDay         *day,
                                                 UnknotDay         *before);
void           unknot_entry_editor_duplicate    (UnknotEntryEditor *self,
                                                 UnknotEpisode     *episode);

G_END_DECLS
