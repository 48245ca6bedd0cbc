/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-learn-button"

#include "config.h"

#include "unknot-learn-button.h"

#include <glib/gi18n.h>

static void
clicked_cb (GtkWidget  *button,
            const char *topic)
{
  gtk_widget_activate_action (button, "win.explain", "s", topic);
}

static void
free_topic (gpointer  topic,
            GClosure *closure)
{
  g_free (topic);
}

/**
 * unknot_learn_button_new:
 * @topic: the id of a page, or `page#section`
 * @about: what stands beside the button, in the person's language
 *
 * Returns: a button that shows the page over what is shown, by the action `win.explain`
 */
GtkWidget *
unknot_learn_button_new (const char *topic,
                         const char *about)
{
  /* Translators: %s is an advice, or the name of what is asked for. */
  g_autofree char *name = g_strdup_printf (_("Learn more: %s"), about);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "name", "learn-button",
                                    "icon-name", "accessories-dictionary-symbolic",
                                    "tooltip-text", _("Learn More"),
                                    "valign", GTK_ALIGN_CENTER,
                                    NULL);

  /* As the button's own action it would be lost where a dialog becomes narrow. */
  g_signal_connect_data (button, "clicked", G_CALLBACK (clicked_cb), g_strdup (topic), free_topic,
                         G_CONNECT_DEFAULT);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);

  return button;
}
