/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-check.h"
#include "unknot-clock.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DIARY (unknot_diary_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDiary, unknot_diary, UNKNOT, DIARY, GObject)

UnknotDiary   *unknot_diary_new             (const char           *path,
                                             UnknotClock          *clock);
const char    *unknot_diary_get_path        (UnknotDiary          *self);
UnknotClock   *unknot_diary_get_clock       (UnknotDiary          *self);
gboolean       unknot_diary_is_open         (UnknotDiary          *self);
void           unknot_diary_open_async      (UnknotDiary          *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       unknot_diary_open_finish     (UnknotDiary          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
const char    *unknot_diary_get_backup      (UnknotDiary          *self);
void           unknot_diary_restore_async   (UnknotDiary          *self,
                                             const char           *backup,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
char          *unknot_diary_restore_finish  (UnknotDiary          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void           unknot_diary_close_async     (UnknotDiary          *self,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       unknot_diary_close_finish    (UnknotDiary          *self,
                                             GAsyncResult         *result,
                                             GError              **error);
void           unknot_diary_save_async      (UnknotDiary          *self,
                                             UnknotEntry          *entry,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void           unknot_diary_save_all_async  (UnknotDiary          *self,
                                             GPtrArray            *entries,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void           unknot_diary_delete_async    (UnknotDiary          *self,
                                             UnknotEntry          *entry,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void           unknot_diary_undelete_async  (UnknotDiary          *self,
                                             UnknotEntry          *entry,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean       unknot_diary_change_finish   (UnknotDiary          *self,
                                            GAsyncResult         *result,
                                            GError              **error);
UnknotEntry   *unknot_diary_dup_entry       (UnknotDiary          *self,
                                             GType                 type,
                                             const char           *uuid,
                                             GError              **error);
UnknotEpisode *unknot_diary_dup_ongoing     (UnknotDiary          *self,
                                             GError              **error);
GPtrArray     *unknot_diary_dup_recent      (UnknotDiary          *self,
                                             int                   n_days,
                                             GError              **error);
UnknotDay     *unknot_diary_dup_day         (UnknotDiary          *self,
                                             int                   day,
                                             GError              **error);
UnknotCheck   *unknot_diary_dup_last_check  (UnknotDiary          *self,
                                             GError              **error);
UnknotPeg     *unknot_diary_dup_last_peg    (UnknotDiary          *self,
                                             GError              **error);
UnknotVisit   *unknot_diary_dup_last_visit  (UnknotDiary          *self,
                                             GError              **error);
UnknotVisit   *unknot_diary_dup_told_visit  (UnknotDiary          *self,
                                             GError              **error);
UnknotVisit   *unknot_diary_dup_next_visit  (UnknotDiary          *self,
                                             GError              **error);
GPtrArray     *unknot_diary_dup_on_day      (UnknotDiary          *self,
                                             GType                 type,
                                             int                   day,
                                             GError              **error);
GPtrArray     *unknot_diary_dup_all         (UnknotDiary          *self,
                                             GType                 type,
                                             GError              **error);
void           unknot_diary_refresh         (UnknotDiary          *self);

G_END_DECLS
