/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void unknot_failure_tell (GtkWidget    *widget,
                          const char   *heading,
                          const GError *error);

G_END_DECLS
