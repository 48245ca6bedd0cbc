/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

/**
 * UnknotCommandDiary:
 *
 * The diary that a command works on, open as long as this is there.
 */
typedef struct _UnknotCommandDiary UnknotCommandDiary;

UnknotCommandDiary *unknot_command_diary_open    (const char          *path,
                                                  gboolean             demo,
                                                  gboolean             make,
                                                  GError             **error);
void                unknot_command_diary_close   (UnknotCommandDiary  *self);
UnknotDiary        *unknot_command_diary_get     (UnknotCommandDiary  *self);
void                unknot_command_diary_take_cb (GObject             *source,
                                                  GAsyncResult        *result,
                                                  gpointer             user_data);
void                unknot_command_diary_wait    (GAsyncResult       **result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotCommandDiary, unknot_command_diary_close)

G_END_DECLS
