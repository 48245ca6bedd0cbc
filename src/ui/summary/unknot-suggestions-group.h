/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-diary.h"
#include "unknot-protocol.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SUGGESTIONS_GROUP (unknot_suggestions_group_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSuggestionsGroup, unknot_suggestions_group, UNKNOT, SUGGESTIONS_GROUP,
                      AdwBin)

void unknot_suggestions_group_set_diary     (UnknotSuggestionsGroup *self,
                                             UnknotDiary            *diary,
                                             UnknotProtocol         *protocol);
void unknot_suggestions_group_set_questions (UnknotSuggestionsGroup *self,
                                             const char             *questions);

G_END_DECLS
