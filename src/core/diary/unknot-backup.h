/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_BACKUP (unknot_backup_get_type ())

G_DECLARE_FINAL_TYPE (UnknotBackup, unknot_backup, UNKNOT, BACKUP, GObject)

GDateTime  *unknot_backup_get_time       (UnknotBackup         *self);
goffset     unknot_backup_get_size       (UnknotBackup         *self);
GListModel *unknot_diary_list_backups    (UnknotDiary          *self);
void        unknot_diary_go_back_async   (UnknotDiary          *self,
                                          UnknotBackup         *backup,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);
gboolean    unknot_diary_go_back_finish  (UnknotDiary          *self,
                                          GAsyncResult         *result,
                                          UnknotBackup        **before,
                                          GError              **error);

G_END_DECLS
