/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-episode.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_RELIEFS_EDITOR (unknot_reliefs_editor_get_type ())

G_DECLARE_FINAL_TYPE (UnknotReliefsEditor, unknot_reliefs_editor, UNKNOT, RELIEFS_EDITOR, GtkBox)

GtkWidget  *unknot_reliefs_editor_new         (GListModel          *reliefs,
                                               UnknotMoment        *moment);
GListModel *unknot_reliefs_editor_get_reliefs (UnknotReliefsEditor *self);

G_END_DECLS
