/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

/* A folder of its own with a diary in it that nobody has made yet, on 21 November 2026, 14:05. */
typedef struct
{
  char *folder;
  char *path;
  UnknotClock *clock;
  UnknotDiary *diary;
} DiaryFixture;

void           unknot_test_diary_set_up        (DiaryFixture   *fixture,
                                                gconstpointer   data);
void           unknot_test_diary_tear_down     (DiaryFixture   *fixture,
                                                gconstpointer   data);
void           unknot_test_diary_set_time      (DiaryFixture   *fixture,
                                                const char     *zone,
                                                int             day,
                                                int             hour,
                                                int             minute);
UnknotMoment  *unknot_test_diary_make_moment   (const char     *zone,
                                                int             day,
                                                int             hour,
                                                int             minute);
UnknotEpisode *unknot_test_diary_make_episode  (int             day,
                                                int             hour,
                                                int             worst);
gboolean       unknot_test_diary_try_open      (UnknotDiary    *diary,
                                                GError        **error);
void           unknot_test_diary_open          (DiaryFixture   *fixture);
void           unknot_test_diary_allow_failure (DiaryFixture   *fixture);
void           unknot_test_diary_close         (UnknotDiary    *diary);
void           unknot_test_diary_reopen        (DiaryFixture   *fixture);
char          *unknot_test_diary_restore       (UnknotDiary    *diary,
                                                const char     *backup,
                                                GError        **error);
gboolean       unknot_test_diary_try_save      (UnknotDiary    *diary,
                                                gpointer        entry,
                                                GError        **error);
void           unknot_test_diary_save          (UnknotDiary    *diary,
                                                gpointer        entry);
gboolean       unknot_test_diary_try_save_all  (UnknotDiary    *diary,
                                                GPtrArray      *entries,
                                                GError        **error);
gboolean       unknot_test_diary_try_mark      (UnknotDiary    *diary,
                                                gpointer        entry,
                                                gboolean        deleted,
                                                GError        **error);
void           unknot_test_diary_mark          (UnknotDiary    *diary,
                                                gpointer        entry,
                                                gboolean        deleted);
gint64         unknot_test_diary_query         (const char     *path,
                                                const char     *sql);
void           unknot_test_diary_install       (DiaryFixture   *fixture,
                                                const char     *name);
void           unknot_test_diary_assert_index  (DiaryFixture   *fixture);
guint          unknot_test_diary_count_files   (const char     *folder,
                                                const char     *containing);
char          *unknot_test_diary_find_file     (const char     *folder,
                                                const char     *containing);
GBytes        *unknot_test_diary_read_file     (const char     *path);
void           unknot_test_diary_remove_all    (const char     *path);

G_END_DECLS
