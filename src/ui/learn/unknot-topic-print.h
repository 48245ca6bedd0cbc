/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-library.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkPrintOperation *unknot_topic_print_new_operation (UnknotTopic         *topic,
                                                     UnknotLibrary       *library,
                                                     const char          *name);
void               unknot_topic_print_async         (UnknotTopic         *topic,
                                                     UnknotLibrary       *library,
                                                     GtkWindow           *parent,
                                                     GAsyncReadyCallback  callback,
                                                     gpointer             user_data);

G_END_DECLS
