/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_DATA_PAGE (unknot_data_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDataPage, unknot_data_page, UNKNOT, DATA_PAGE, AdwNavigationPage)

void unknot_data_page_set_backups   (UnknotDataPage *self,
                                     GListModel     *backups);
void unknot_data_page_focus_backups (UnknotDataPage *self);

G_END_DECLS
