/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-episode.h"

G_BEGIN_DECLS

/**
 * UnknotDanger:
 * @question: the id of a question of the protocol
 * @code: the code that answers it: `new`, `yes` or `not-sure`
 *
 * A warning sign that an entry names.
 */
typedef struct
{
  const char *question;
  const char *code;
} UnknotDanger;

GPtrArray *unknot_episode_dup_dangers (UnknotEpisode *episode);

G_END_DECLS
