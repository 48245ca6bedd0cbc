/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"
#include "unknot-trends.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_TODAY (unknot_today_get_type ())

G_DECLARE_FINAL_TYPE (UnknotToday, unknot_today, UNKNOT, TODAY, GObject)

UnknotToday   *unknot_today_new               (UnknotDiary   *diary,
                                               GDateWeekday   first_weekday);
UnknotDiary   *unknot_today_get_diary         (UnknotToday   *self);
UnknotEpisode *unknot_today_get_ongoing       (UnknotToday   *self);
UnknotEpisode *unknot_today_get_other_ongoing (UnknotToday   *self);
GPtrArray     *unknot_today_get_recent        (UnknotToday   *self);
UnknotDay     *unknot_today_get_day           (UnknotToday   *self);
UnknotCheck   *unknot_today_get_check         (UnknotToday   *self);
UnknotPeg     *unknot_today_get_peg           (UnknotToday   *self);
UnknotVisit   *unknot_today_get_visit         (UnknotToday   *self);
UnknotTrends  *unknot_today_get_trends        (UnknotToday   *self);
gint64         unknot_today_get_elapsed       (UnknotToday   *self);
gboolean       unknot_today_is_still_going    (UnknotToday   *self);
gboolean       unknot_today_asks_again        (UnknotToday   *self);
void           unknot_today_update            (UnknotToday   *self);

G_END_DECLS
