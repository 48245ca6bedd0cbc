/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-level-image"

#include "config.h"

#include "unknot-level-image.h"

#include "unknot-level-sign.h"

#include <adwaita.h>

/**
 * UnknotLevelImage:
 *
 * The sign of a level. Words beside it say the same, so it has none for a screen reader.
 */
struct _UnknotLevelImage
{
  GtkWidget parent_instance;

  UnknotLevel level;
  int size;
};

G_DEFINE_FINAL_TYPE (UnknotLevelImage, unknot_level_image, GTK_TYPE_WIDGET)

static void
unknot_level_image_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  UnknotLevelImage *self = UNKNOT_LEVEL_IMAGE (widget);

  *minimum = *natural = self->size;
}

static void
unknot_level_image_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  UnknotLevelImage *self = UNKNOT_LEVEL_IMAGE (widget);
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  cairo_translate (cr, (width - self->size) / 2, (height - self->size) / 2);
  unknot_level_sign_draw (cr, self->size, self->level,
                          adw_style_manager_get_dark (style) ? unknot_ink_get_dark ()
                                                             : unknot_ink_get_light ());
  cairo_destroy (cr);
}

static void
unknot_level_image_class_init (UnknotLevelImageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = unknot_level_image_measure;
  widget_class->snapshot = unknot_level_image_snapshot;

  gtk_widget_class_set_css_name (widget_class, "levelimage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
unknot_level_image_init (UnknotLevelImage *self)
{
  self->size = 32;
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * unknot_level_image_new:
 * @size: width and height, in pixels
 */
GtkWidget *
unknot_level_image_new (UnknotLevel level,
                        int         size)
{
  UnknotLevelImage *self = g_object_new (UNKNOT_TYPE_LEVEL_IMAGE, NULL);

  self->size = size;
  self->level = level;

  return GTK_WIDGET (self);
}
