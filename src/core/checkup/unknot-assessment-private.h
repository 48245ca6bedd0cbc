/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-assessment.h"
#include "unknot-rules.h"

G_BEGIN_DECLS

UnknotAssessment *unknot_assessment_new (UnknotRules         *rules,
                                         UnknotAnswers       *answers,
                                         GDateTime           *time,
                                         UnknotLevel          level,
                                         guint64              not_sure,
                                         const UnknotPremise *reading);

G_END_DECLS
