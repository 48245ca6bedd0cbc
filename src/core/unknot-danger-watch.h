/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-danger.h"
#include "unknot-protocol.h"
#include "unknot-today.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DANGER_WATCH (unknot_danger_watch_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDangerWatch, unknot_danger_watch, UNKNOT, DANGER_WATCH, GObject)

UnknotDangerWatch *unknot_danger_watch_new         (UnknotProtocol    *protocol,
                                                    UnknotToday       *today);
GPtrArray         *unknot_danger_watch_get_dangers (UnknotDangerWatch *self);
gboolean           unknot_danger_watch_is_worse    (UnknotDangerWatch *self);
char              *unknot_danger_watch_dup_names   (UnknotDangerWatch *self);
gboolean           unknot_danger_watch_note        (UnknotDangerWatch *self,
                                                    UnknotEpisode     *before,
                                                    UnknotEpisode     *episode);

G_END_DECLS
