/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_BODY_MAP_VIEW (unknot_body_map_view_get_type ())

G_DECLARE_FINAL_TYPE (UnknotBodyMapView, unknot_body_map_view, UNKNOT, BODY_MAP_VIEW, GtkWidget)

GtkWidget  *unknot_body_map_view_new              (void);
GListModel *unknot_body_map_view_get_places       (UnknotBodyMapView *self);
void        unknot_body_map_view_set_places       (UnknotBodyMapView *self,
                                                   GListModel        *places);
guint       unknot_body_map_view_get_region       (UnknotBodyMapView *self);
void        unknot_body_map_view_set_region       (UnknotBodyMapView *self,
                                                   guint              region);
char       *unknot_body_map_view_dup_cursor_title (UnknotBodyMapView *self);

G_END_DECLS
