/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-level.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_LEVEL_IMAGE (unknot_level_image_get_type ())

G_DECLARE_FINAL_TYPE (UnknotLevelImage, unknot_level_image, UNKNOT, LEVEL_IMAGE, GtkWidget)

GtkWidget *unknot_level_image_new (UnknotLevel level,
                                   int         size);

G_END_DECLS
