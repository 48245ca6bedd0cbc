/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-drawn-widget"

#include "config.h"

#include "unknot-drawn-widget.h"

#include <adwaita.h>

/* What widgets have in common that are drawn in the colours of the screen, and have parts which the
 * pointer and the keyboard go to. */

/**
 * unknot_drawn_widget_get_ink:
 *
 * Returns: (transfer none): the colours of the screen that it is on
 */
const UnknotInk *
unknot_drawn_widget_get_ink (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_for_display (gtk_widget_get_display (widget));

  return unknot_ink_get_screen (adw_style_manager_get_dark (style),
                                adw_style_manager_get_high_contrast (style));
}

/**
 * unknot_drawn_widget_follow_ink:
 *
 * Has it drawn again whenever the colours of the screen change.
 */
void
unknot_drawn_widget_follow_ink (GtkWidget *widget)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw),
                           widget, G_CONNECT_SWAPPED);
}

/**
 * unknot_drawn_widget_show_ring:
 *
 * Has the ring of the focus drawn. GTK takes it away when no key has been pressed for a while.
 */
void
unknot_drawn_widget_show_ring (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_focus_visible (GTK_WINDOW (root), TRUE);
}

/**
 * unknot_drawn_widget_has_pointer_moved:
 * @x: where the pointer is said to be, in the widget
 * @y: likewise
 * @pointer: (inout): where it was in the window
 *
 * Tells motion from what GTK takes for it where the pointer only rests on what is laid out anew or
 * scrolled.
 *
 * Returns: whether it moved; @pointer is then where it is now
 */
gboolean
unknot_drawn_widget_has_pointer_moved (GtkWidget        *widget,
                                       double            x,
                                       double            y,
                                       graphene_point_t *pointer)
{
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (widget));
  graphene_point_t place = GRAPHENE_POINT_INIT (x, y);
  graphene_point_t now;

  if (!gtk_widget_compute_point (widget, root, &place, &now) ||
      graphene_point_near (&now, pointer, 0.5))
    return FALSE;

  *pointer = now;

  return TRUE;
}

/**
 * unknot_drawn_widget_install_activate_keys:
 * @widget_class: that has a signal “activate”
 *
 * Has the keys emit it that press a button.
 */
void
unknot_drawn_widget_install_activate_keys (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_space, GDK_KEY_KP_Space, GDK_KEY_Return, GDK_KEY_ISO_Enter,
                                GDK_KEY_KP_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_signal (widget_class, keys[i], 0, "activate", NULL);
}
