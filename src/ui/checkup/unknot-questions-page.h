/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_QUESTIONS_PAGE (unknot_questions_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotQuestionsPage, unknot_questions_page, UNKNOT, QUESTIONS_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *unknot_questions_page_new     (UnknotCheckup       *checkup,
                                                  guint                place);
void               unknot_questions_page_show    (UnknotQuestionsPage *self,
                                                  UnknotQuestion      *question);

G_END_DECLS
