/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-welcome-page"

#include "config.h"

#include "unknot-welcome-page.h"

#include "unknot-country-row.h"

#include <glib/gi18n.h>

/**
 * UnknotWelcomePage:
 *
 * Read once: what Unknot does, what it is not, where the data stay; and which country, to be put
 * right where it is not certain.
 */
struct _UnknotWelcomePage
{
  AdwBin parent_instance;

  GtkImage *icon;
  AdwPreferencesGroup *group;
  GtkWidget *begin_button;
};

G_DEFINE_FINAL_TYPE (UnknotWelcomePage, unknot_welcome_page, ADW_TYPE_BIN)

enum
{
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
begin_clicked_cb (UnknotWelcomePage *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
unknot_welcome_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UNKNOT_TYPE_WELCOME_PAGE);

  G_OBJECT_CLASS (unknot_welcome_page_parent_class)->dispose (object);
}

static void
unknot_welcome_page_class_init (UnknotWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_welcome_page_dispose;

  /**
   * UnknotWelcomePage::done:
   *
   * The person wants to begin.
   */
  signals[DONE] = g_signal_new ("done", UNKNOT_TYPE_WELCOME_PAGE, G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/unknot-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotWelcomePage, icon);
  gtk_widget_class_bind_template_child (widget_class, UnknotWelcomePage, group);
  gtk_widget_class_bind_template_child (widget_class, UnknotWelcomePage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_clicked_cb);
}

static void
unknot_welcome_page_init (UnknotWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, APPLICATION_ID);
}

GtkWidget *
unknot_welcome_page_new (UnknotWhereabouts *whereabouts)
{
  UnknotWelcomePage *self = g_object_new (UNKNOT_TYPE_WELCOME_PAGE, NULL);

  adw_preferences_group_add (self->group, unknot_country_row_new (whereabouts));
  if (!unknot_whereabouts_is_certain (whereabouts))
    adw_preferences_group_set_description (self->group, _("Please check your country: it decides which number to call."));

  return GTK_WIDGET (self);
}
