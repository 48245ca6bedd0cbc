/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-diary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHANGE (unknot_change_get_type ())

G_DECLARE_FINAL_TYPE (UnknotChange, unknot_change, UNKNOT, CHANGE, GObject)

UnknotChange *unknot_change_new           (const char          *message);
UnknotChange *unknot_change_new_edit      (const char          *message,
                                           UnknotEpisode       *before,
                                           UnknotEpisode       *after);
const char   *unknot_change_get_message   (UnknotChange        *self);
void          unknot_change_set_before    (UnknotChange        *self,
                                           UnknotEntry         *before);
void          unknot_change_add_created   (UnknotChange        *self,
                                           UnknotEntry         *entry);
void          unknot_change_add_deleted   (UnknotChange        *self,
                                           UnknotEntry         *entry);
GBytes       *unknot_change_get_discarded (UnknotChange        *self);
void          unknot_change_set_discarded (UnknotChange        *self,
                                           GBytes              *draft);
void          unknot_change_undo_async    (UnknotChange        *self,
                                           UnknotDiary         *diary,
                                           GAsyncReadyCallback  callback,
                                           gpointer             user_data);
gboolean      unknot_change_undo_finish   (UnknotChange        *self,
                                           GAsyncResult        *result,
                                           GError             **error);

G_END_DECLS
