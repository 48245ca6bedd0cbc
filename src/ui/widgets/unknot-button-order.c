/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-button-order"

#include "config.h"

#include "unknot-button-order.h"

/* What is the same for every group of toggle buttons that are one control. */

static gboolean
move_focus (GtkWidget *widget,
            GVariant  *arguments,
            gpointer   user_data)
{
  return gtk_widget_child_focus (widget, g_variant_get_int32 (arguments));
}

/**
 * unknot_button_order_add_keys:
 * @widget_class: one whose focus unknot_button_order_focus() moves
 *
 * Takes the arrow keys before a list or a dialog around it does.
 */
void
unknot_button_order_add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkDirectionType direction;
  } arrows[] = {
    { GDK_KEY_Up, GTK_DIR_UP },       { GDK_KEY_KP_Up, GTK_DIR_UP },
    { GDK_KEY_Down, GTK_DIR_DOWN },   { GDK_KEY_KP_Down, GTK_DIR_DOWN },
    { GDK_KEY_Left, GTK_DIR_LEFT },   { GDK_KEY_KP_Left, GTK_DIR_LEFT },
    { GDK_KEY_Right, GTK_DIR_RIGHT }, { GDK_KEY_KP_Right, GTK_DIR_RIGHT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_NO_MODIFIER_MASK, move_focus,
                                  "i", arrows[i].direction);
}

/**
 * unknot_button_order_show_checked:
 * @button: in the role of a radio button or a check box
 *
 * Tells a screen reader whether it is checked. By itself a toggle button says that it is pressed,
 * which in those roles nobody asks.
 */
void
unknot_button_order_show_checked (GtkToggleButton *button)
{
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               gtk_toggle_button_get_active (button)
                                 ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                 : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

static gboolean
focus_place (GPtrArray *buttons,
             int        place)
{
  return gtk_widget_grab_focus (
    g_ptr_array_index (buttons, CLAMP (place, 0, (int) buttons->len - 1)));
}

/**
 * unknot_button_order_focus:
 * @buttons: (element-type GtkWidget): what @group holds, in order, at least one
 * @home: the place that Tab comes to
 *
 * Moves the focus as #GtkWidgetClass.focus shall. Tab comes to one button, and leaves from any. The
 * arrows lead from one to the next whatever line it stands in: nobody is to take the end of a line
 * for the end.
 *
 * Returns: whether the focus is in @group now
 */
gboolean
unknot_button_order_focus (GtkWidget        *group,
                           GPtrArray        *buttons,
                           guint             home,
                           GtkDirectionType  direction)
{
  int right = gtk_widget_get_direction (group) == GTK_TEXT_DIR_RTL ? -1 : 1;
  guint place;
  gboolean inside =
    g_ptr_array_find (buttons, gtk_root_get_focus (gtk_widget_get_root (group)), &place);

  switch (direction)
    {
    case GTK_DIR_UP:
      return inside && focus_place (buttons, (int) place - 1);

    case GTK_DIR_DOWN:
      return inside && focus_place (buttons, (int) place + 1);

    case GTK_DIR_LEFT:
      return inside && focus_place (buttons, (int) place - right);

    case GTK_DIR_RIGHT:
      return inside && focus_place (buttons, (int) place + right);

    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return !inside && focus_place (buttons, home);
    }
}
