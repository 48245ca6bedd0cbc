/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-episode.h"

G_BEGIN_DECLS

JsonNode      *unknot_episode_to_json       (UnknotEpisode  *self);
UnknotEpisode *unknot_episode_new_from_json (JsonNode       *json,
                                             GError        **error);

G_END_DECLS
