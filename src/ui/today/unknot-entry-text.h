/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-clock.h"
#include "unknot-episode.h"

G_BEGIN_DECLS

char *unknot_entry_text_dup_time        (UnknotMoment  *moment,
                                         UnknotClock   *clock);
char *unknot_entry_text_dup_time_of_day (UnknotMoment  *moment);
char *unknot_entry_text_dup_day         (int            day,
                                         UnknotClock   *clock);
char *unknot_entry_text_dup_span        (gint64         milliseconds);
char *unknot_entry_text_dup_places      (UnknotEpisode *episode);
char *unknot_entry_text_dup_triggers    (UnknotEpisode *episode);
char *unknot_entry_text_dup_title       (UnknotEntry   *entry);
char *unknot_entry_text_dup_recheck     (int            day,
                                         UnknotClock   *clock);
char *unknot_entry_text_dup_details     (UnknotEntry   *entry,
                                         UnknotClock   *clock);

G_END_DECLS
