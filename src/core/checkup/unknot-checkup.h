/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-check.h"
#include "unknot-clock.h"
#include "unknot-page.h"
#include "unknot-protocol.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHECKUP (unknot_checkup_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCheckup, unknot_checkup, UNKNOT, CHECKUP, GObject)

UnknotCheckup    *unknot_checkup_new                 (UnknotProtocol *protocol,
                                                      UnknotClock    *clock);
UnknotCheckup    *unknot_checkup_new_from_check      (UnknotProtocol *protocol,
                                                      UnknotCheck    *check,
                                                      GError        **error);
UnknotProtocol   *unknot_checkup_get_protocol        (UnknotCheckup  *self);
UnknotAnswers    *unknot_checkup_get_answers         (UnknotCheckup  *self);
UnknotAssessment *unknot_checkup_get_assessment      (UnknotCheckup  *self);
gboolean          unknot_checkup_is_finished         (UnknotCheckup  *self);
gboolean          unknot_checkup_is_done             (UnknotCheckup  *self);
gboolean          unknot_checkup_is_empty            (UnknotCheckup  *self);
gboolean          unknot_checkup_is_old              (UnknotCheckup  *self);
gboolean          unknot_checkup_is_emergency        (UnknotCheckup  *self);
char             *unknot_checkup_dup_alarm           (UnknotCheckup  *self);
void              unknot_checkup_restart             (UnknotCheckup  *self);
void              unknot_checkup_finish              (UnknotCheckup  *self);
gboolean          unknot_checkup_is_suggested        (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
UnknotAnswers    *unknot_checkup_get_shown_answers   (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
void              unknot_checkup_set_diary_answers   (UnknotCheckup  *self,
                                                      UnknotAnswers  *answers);
UnknotAnswers    *unknot_checkup_get_diary_answers   (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
gboolean          unknot_checkup_is_from_diary       (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
gboolean          unknot_checkup_is_worse_in_diary   (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
gboolean          unknot_checkup_take_dangers        (UnknotCheckup  *self,
                                                      GPtrArray      *dangers);
gboolean          unknot_checkup_covers              (UnknotCheckup  *self,
                                                      GPtrArray      *dangers);
void              unknot_checkup_clear               (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
gboolean          unknot_checkup_is_half_answered    (UnknotCheckup  *self,
                                                      UnknotQuestion *question);
void              unknot_checkup_set_half_answered   (UnknotCheckup  *self,
                                                      UnknotQuestion *question,
                                                      gboolean        half_answered);
void              unknot_checkup_confirm_page        (UnknotCheckup  *self,
                                                      UnknotPage     *page);
gboolean          unknot_checkup_has_emergency_items (UnknotCheckup  *self,
                                                      UnknotPage     *page);
gboolean          unknot_checkup_can_deny_rest       (UnknotCheckup  *self,
                                                      UnknotPage     *page);
void              unknot_checkup_deny_rest           (UnknotCheckup  *self,
                                                      UnknotPage     *page);
GPtrArray        *unknot_checkup_dup_open_questions  (UnknotCheckup  *self,
                                                      UnknotPage     *page);
gboolean          unknot_checkup_load                (UnknotCheckup  *self,
                                                      GBytes         *json,
                                                      GError        **error);
gboolean          unknot_checkup_load_last           (UnknotCheckup  *self,
                                                      GBytes         *json,
                                                      GError        **error);
GBytes           *unknot_checkup_save                (UnknotCheckup  *self);
UnknotCheck      *unknot_checkup_to_check            (UnknotCheckup  *self);

G_END_DECLS
