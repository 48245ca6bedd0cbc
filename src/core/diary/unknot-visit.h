/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_VISIT (unknot_visit_get_type ())

G_DECLARE_FINAL_TYPE (UnknotVisit, unknot_visit, UNKNOT, VISIT, UnknotEntry)

UnknotVisit *unknot_visit_new           (UnknotMoment  *moment);
const char  *unknot_visit_get_questions (UnknotVisit   *self);
gboolean     unknot_visit_set_questions (UnknotVisit   *self,
                                         const char    *questions,
                                         GError       **error);
const char  *unknot_visit_get_goals     (UnknotVisit   *self);
gboolean     unknot_visit_set_goals     (UnknotVisit   *self,
                                         const char    *goals,
                                         GError       **error);
const char  *unknot_visit_get_outcome   (UnknotVisit   *self);
gboolean     unknot_visit_set_outcome   (UnknotVisit   *self,
                                         const char    *outcome,
                                         GError       **error);
GStrv        unknot_visit_split_lines   (const char    *text);

G_END_DECLS
