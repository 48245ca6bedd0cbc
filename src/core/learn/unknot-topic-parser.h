/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-faults.h"
#include "unknot-topic-parts.h"

G_BEGIN_DECLS

gboolean unknot_topic_parse (const char       *file,
                             GBytes           *page,
                             UnknotTopicParts *parts,
                             UnknotFaults     *faults);

G_END_DECLS
