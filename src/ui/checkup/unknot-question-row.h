/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-checkup.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_QUESTION_ROW (unknot_question_row_get_type ())

G_DECLARE_FINAL_TYPE (UnknotQuestionRow, unknot_question_row, UNKNOT, QUESTION_ROW, GtkListBoxRow)

GtkWidget      *unknot_question_row_new          (UnknotCheckup     *checkup,
                                                  UnknotQuestion    *question);
UnknotQuestion *unknot_question_row_get_question (UnknotQuestionRow *self);
void            unknot_question_row_set_open     (UnknotQuestionRow *self,
                                                  gboolean           open);
char           *unknot_question_row_dup_title    (const char        *text);
char           *unknot_question_row_dup_details  (const char        *text);

G_END_DECLS
