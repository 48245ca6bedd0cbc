/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-faults.h"
#include "unknot-page.h"
#include "unknot-question.h"

G_BEGIN_DECLS

/* Sets of questions are the bits of a guint64. */
#define UNKNOT_QUESTIONNAIRE_MAX_QUESTIONS 64

#define UNKNOT_TYPE_QUESTIONNAIRE (unknot_questionnaire_get_type ())

G_DECLARE_FINAL_TYPE (UnknotQuestionnaire, unknot_questionnaire, UNKNOT, QUESTIONNAIRE, GObject)

UnknotQuestionnaire *unknot_questionnaire_new_from_json   (GBytes              *json,
                                                           UnknotFaults        *faults);
const char          *unknot_questionnaire_get_url         (UnknotQuestionnaire *self);
const char          *unknot_questionnaire_get_version     (UnknotQuestionnaire *self);
const char          *unknot_questionnaire_get_code_system (UnknotQuestionnaire *self);
GListModel          *unknot_questionnaire_get_pages       (UnknotQuestionnaire *self);
guint                unknot_questionnaire_get_n_questions (UnknotQuestionnaire *self);
UnknotQuestion      *unknot_questionnaire_get_question    (UnknotQuestionnaire *self,
                                                           guint                position);
UnknotQuestion      *unknot_questionnaire_lookup          (UnknotQuestionnaire *self,
                                                           const char          *id);
UnknotPage          *unknot_questionnaire_lookup_page     (UnknotQuestionnaire *self,
                                                           const char          *id);

G_END_DECLS
