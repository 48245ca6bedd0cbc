/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void     unknot_button_order_add_keys     (GtkWidgetClass   *widget_class);
void     unknot_button_order_show_checked (GtkToggleButton  *button);
gboolean unknot_button_order_focus        (GtkWidget        *group,
                                           GPtrArray        *buttons,
                                           guint             home,
                                           GtkDirectionType  direction);

G_END_DECLS
