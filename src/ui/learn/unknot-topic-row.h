/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-library.h"

G_BEGIN_DECLS

GtkWidget *unknot_topic_row_new          (UnknotTopic   *topic);
GtkWidget *unknot_topic_row_new_for_link (UnknotLibrary *library,
                                          const char    *target);

G_END_DECLS
