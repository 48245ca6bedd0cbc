/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_START_PAGE (unknot_start_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotStartPage, unknot_start_page, UNKNOT, START_PAGE, AdwNavigationPage)

void unknot_start_page_set_checkup (UnknotStartPage   *self,
                                    UnknotCheckup     *checkup,
                                    UnknotWhereabouts *whereabouts);
void unknot_start_page_update      (UnknotStartPage   *self);
void unknot_start_page_focus_start (UnknotStartPage *self);

G_END_DECLS
