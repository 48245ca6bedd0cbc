/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-dose.h"
#include "unknot-entry.h"
#include "unknot-place.h"
#include "unknot-reading.h"
#include "unknot-relief.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_EPISODE (unknot_episode_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEpisode, unknot_episode, UNKNOT, EPISODE, UnknotEntry)

UnknotEpisode *unknot_episode_new           (UnknotMoment        *start,
                                             gint64               worst,
                                             GError             **error);
UnknotEpisode *unknot_episode_new_like      (UnknotEpisode       *like,
                                             UnknotMoment        *start);
UnknotMoment  *unknot_episode_get_start     (UnknotEpisode       *self);
gboolean       unknot_episode_set_start     (UnknotEpisode       *self,
                                             UnknotMoment        *start,
                                             GError             **error);
const char    *unknot_episode_get_precision (UnknotEpisode       *self);
gboolean       unknot_episode_set_precision (UnknotEpisode       *self,
                                             const char          *precision,
                                             GError             **error);
UnknotMoment  *unknot_episode_get_end       (UnknotEpisode       *self);
gboolean       unknot_episode_set_end       (UnknotEpisode       *self,
                                             UnknotMoment        *end,
                                             GError             **error);
void           unknot_episode_end_now       (UnknotEpisode       *self,
                                             UnknotMoment        *now);
const char    *unknot_episode_get_onset     (UnknotEpisode       *self);
gboolean       unknot_episode_set_onset     (UnknotEpisode       *self,
                                             const char          *onset,
                                             GError             **error);
int            unknot_episode_get_worst     (UnknotEpisode       *self);
gboolean       unknot_episode_set_worst     (UnknotEpisode       *self,
                                             gint64               pain,
                                             GError             **error);
int            unknot_episode_get_current   (UnknotEpisode       *self);
gboolean       unknot_episode_set_current   (UnknotEpisode       *self,
                                             gint64               pain,
                                             GError             **error);
int            unknot_episode_get_at_rest   (UnknotEpisode       *self);
gboolean       unknot_episode_set_at_rest   (UnknotEpisode       *self,
                                             gint64               pain,
                                             GError             **error);
int            unknot_episode_get_on_moving (UnknotEpisode       *self);
gboolean       unknot_episode_set_on_moving (UnknotEpisode       *self,
                                             gint64               pain,
                                             GError             **error);
gboolean       unknot_episode_has_code      (UnknotEpisode       *self,
                                             UnknotVocabulary     aspect,
                                             const char          *code);
GStrv          unknot_episode_dup_codes     (UnknotEpisode       *self,
                                             UnknotVocabulary     aspect);
gboolean       unknot_episode_set_codes     (UnknotEpisode       *self,
                                             UnknotVocabulary     aspect,
                                             const char * const  *codes,
                                             GError             **error);
const char    *unknot_episode_get_note      (UnknotEpisode       *self);
gboolean       unknot_episode_set_note      (UnknotEpisode       *self,
                                             const char          *note,
                                             GError             **error);
GListStore    *unknot_episode_get_places    (UnknotEpisode       *self);
GListModel    *unknot_episode_get_readings  (UnknotEpisode       *self);
GListModel    *unknot_episode_get_reliefs   (UnknotEpisode       *self);
GListModel    *unknot_episode_get_doses     (UnknotEpisode       *self);
void           unknot_episode_add           (UnknotEpisode       *self,
                                             UnknotEntry         *entry);
void           unknot_episode_remove        (UnknotEpisode       *self,
                                             UnknotEntry         *entry);

G_END_DECLS
