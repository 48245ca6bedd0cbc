/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_EMERGENCY_PAGE (unknot_emergency_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEmergencyPage, unknot_emergency_page, UNKNOT, EMERGENCY_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *unknot_emergency_page_new        (UnknotCheckup       *checkup,
                                                     UnknotWhereabouts   *whereabouts);
void               unknot_emergency_page_announce   (UnknotEmergencyPage *self);
void               unknot_emergency_page_set_called (UnknotEmergencyPage *self,
                                                     gboolean             called);

G_END_DECLS
