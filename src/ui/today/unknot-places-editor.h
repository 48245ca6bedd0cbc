/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_PLACES_EDITOR (unknot_places_editor_get_type ())

G_DECLARE_FINAL_TYPE (UnknotPlacesEditor, unknot_places_editor, UNKNOT, PLACES_EDITOR, GtkWidget)

GtkWidget  *unknot_places_editor_new              (void);
GListStore *unknot_places_editor_get_places       (UnknotPlacesEditor *self);
void        unknot_places_editor_set_places       (UnknotPlacesEditor *self,
                                                   GListStore         *places);
int         unknot_places_editor_get_default_pain (UnknotPlacesEditor *self);
void        unknot_places_editor_set_default_pain (UnknotPlacesEditor *self,
                                                   int                 default_pain);

G_END_DECLS
