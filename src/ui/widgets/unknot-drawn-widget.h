/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-ink.h"

G_BEGIN_DECLS

const UnknotInk *unknot_drawn_widget_get_ink               (GtkWidget        *widget);
void             unknot_drawn_widget_follow_ink            (GtkWidget        *widget);
void             unknot_drawn_widget_show_ring             (GtkWidget        *widget);
gboolean         unknot_drawn_widget_has_pointer_moved     (GtkWidget        *widget,
                                                            double            x,
                                                            double            y,
                                                            graphene_point_t *pointer);
void             unknot_drawn_widget_install_activate_keys (GtkWidgetClass   *widget_class);

G_END_DECLS
