/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_WELCOME_PAGE (unknot_welcome_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotWelcomePage, unknot_welcome_page, UNKNOT, WELCOME_PAGE, AdwBin)

GtkWidget *unknot_welcome_page_new             (void);
void       unknot_welcome_page_set_whereabouts (UnknotWelcomePage *self,
                                                UnknotWhereabouts *whereabouts);

G_END_DECLS
