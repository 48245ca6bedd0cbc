/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-advice.h"
#include "unknot-topic.h"

G_BEGIN_DECLS

UnknotTopic *unknot_result_topic_new (UnknotAssessment *assessment,
                                      UnknotAdvice     *advice,
                                      gboolean          past);

G_END_DECLS
