/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EPISODE_LIST (unknot_episode_list_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEpisodeList, unknot_episode_list, UNKNOT, EPISODE_LIST, GObject)

UnknotEpisodeList *unknot_episode_list_new         (UnknotDiary       *diary);
gboolean           unknot_episode_list_is_loading  (UnknotEpisodeList *self);
int                unknot_episode_list_get_section (UnknotEpisodeList *self,
                                                    guint              position,
                                                    guint             *start,
                                                    guint             *end);

G_END_DECLS
