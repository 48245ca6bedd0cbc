/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHECKUP_VIEW (unknot_checkup_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCheckupView, unknot_checkup_view, UNKNOT, CHECKUP_VIEW, AdwBin)

GtkWidget *unknot_checkup_view_new         (void);
void       unknot_checkup_view_set_checkup (UnknotCheckupView *self,
                                            UnknotCheckup     *checkup,
                                            UnknotWhereabouts *whereabouts);

G_END_DECLS
