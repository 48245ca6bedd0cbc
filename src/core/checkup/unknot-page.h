/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-question.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_PAGE (unknot_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPage, unknot_page, UNKNOT, PAGE, GObject)

UnknotPage *unknot_page_new           (const char     *id,
                                       const char     *title);
const char *unknot_page_get_id        (UnknotPage     *self);
const char *unknot_page_get_title     (UnknotPage     *self);
void        unknot_page_add_question  (UnknotPage     *self,
                                       UnknotQuestion *question);
GListModel *unknot_page_get_questions (UnknotPage     *self);
gboolean    unknot_page_find_question (UnknotPage     *self,
                                       UnknotQuestion *question,
                                       guint          *place);

G_END_DECLS
