/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-checkup.h"
#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_CHECKUP_VIEW (unknot_checkup_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCheckupView, unknot_checkup_view, UNKNOT, CHECKUP_VIEW, AdwBin)

GtkWidget *unknot_checkup_view_new         (void);
gboolean   unknot_checkup_view_is_at_start (UnknotCheckupView *self);
void       unknot_checkup_view_set_checkup (UnknotCheckupView *self,
                                            UnknotCheckup     *checkup,
                                            UnknotWhereabouts *whereabouts);
void       unknot_checkup_view_begin       (UnknotCheckupView *self,
                                            GPtrArray         *dangers);
void       unknot_checkup_view_show_check  (UnknotCheckupView *self,
                                            UnknotCheck       *check);

G_END_DECLS
