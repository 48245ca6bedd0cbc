/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-text.h"

G_BEGIN_DECLS

char *unknot_topic_markup_dup (UnknotTopicText *text);

G_END_DECLS
