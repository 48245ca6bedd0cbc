/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RESULT_PAGE (unknot_result_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotResultPage, unknot_result_page, UNKNOT, RESULT_PAGE, AdwNavigationPage)

AdwNavigationPage *unknot_result_page_new         (UnknotCheckup     *checkup,
                                                   UnknotWhereabouts *whereabouts,
                                                   gboolean           past);
UnknotCheckup     *unknot_result_page_get_checkup (UnknotResultPage  *self);
void               unknot_result_page_announce    (UnknotResultPage  *self);

G_END_DECLS
