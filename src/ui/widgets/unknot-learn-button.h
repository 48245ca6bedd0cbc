/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *unknot_learn_button_new (const char *topic,
                                    const char *about);

G_END_DECLS
