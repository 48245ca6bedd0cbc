/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-figure-view"

#include "config.h"

#include "unknot-figure-view.h"

#include "unknot-drawn-widget.h"

#include <math.h>

/* In pixels: less could not be read, more tells no more. */
#define MIN_WIDTH 120
#define MAX_WIDTH 420

/**
 * UnknotFigureView:
 *
 * A figure in the colors of the screen. For a screen reader it is the words that say what it shows.
 */
struct _UnknotFigureView
{
  GtkWidget parent_instance;

  UnknotFigure *figure;
};

G_DEFINE_FINAL_TYPE (UnknotFigureView, unknot_figure_view, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
unknot_figure_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unknot_figure_view_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  UnknotFigureView *self = UNKNOT_FIGURE_VIEW (widget);
  double aspect = unknot_figure_get_aspect (self->figure);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX_WIDTH;
    }
  else
    {
      *minimum = ceil ((for_size < 0 ? MIN_WIDTH : MIN (for_size, MAX_WIDTH)) / aspect);
      *natural = ceil ((for_size < 0 ? MAX_WIDTH : MIN (for_size, MAX_WIDTH)) / aspect);
    }
}

static void
unknot_figure_view_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  UnknotFigureView *self = UNKNOT_FIGURE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  g_autoptr (GError) error = NULL;

  if (!unknot_figure_draw (self->figure, cr, width, height,
                           unknot_drawn_widget_get_ink (widget), &error))
    g_warning ("%s", error->message);
  cairo_destroy (cr);
}

static void
unknot_figure_view_dispose (GObject *object)
{
  g_clear_object (&UNKNOT_FIGURE_VIEW (object)->figure);

  G_OBJECT_CLASS (unknot_figure_view_parent_class)->dispose (object);
}

static void
unknot_figure_view_class_init (UnknotFigureViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_figure_view_dispose;
  widget_class->get_request_mode = unknot_figure_view_get_request_mode;
  widget_class->measure = unknot_figure_view_measure;
  widget_class->snapshot = unknot_figure_view_snapshot;

  gtk_widget_class_set_css_name (widget_class, "figure");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
unknot_figure_view_init (UnknotFigureView *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
  unknot_drawn_widget_follow_ink (GTK_WIDGET (self));
}

/**
 * unknot_figure_view_new:
 * @text: what the figure shows, in words
 */
GtkWidget *
unknot_figure_view_new (UnknotFigure *figure,
                        const char   *text)
{
  UnknotFigureView *self = g_object_new (UNKNOT_TYPE_FIGURE_VIEW, NULL);

  self->figure = g_object_ref (figure);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return GTK_WIDGET (self);
}
