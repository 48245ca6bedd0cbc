/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-welcome-page"

#include "config.h"

#include "unknot-welcome-page.h"

#include "unknot-country-row.h"


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
  UnknotCountryRow *country_row;
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

/* To what there is to do. */
static gboolean
unknot_welcome_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (UNKNOT_WELCOME_PAGE (widget)->begin_button);
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
  widget_class->grab_focus = unknot_welcome_page_grab_focus;

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
  gtk_widget_class_bind_template_child (widget_class, UnknotWelcomePage, country_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotWelcomePage, begin_button);
  gtk_widget_class_bind_template_callback (widget_class, begin_clicked_cb);
}

static void
unknot_welcome_page_init (UnknotWelcomePage *self)
{
  g_type_ensure (UNKNOT_TYPE_COUNTRY_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_image_set_from_icon_name (self->icon, APPLICATION_ID);
}

GtkWidget *
unknot_welcome_page_new (void)
{
  return g_object_new (UNKNOT_TYPE_WELCOME_PAGE, NULL);
}

/**
 * unknot_welcome_page_set_whereabouts:
 * @whereabouts: what the page asks about
 */
void
unknot_welcome_page_set_whereabouts (UnknotWelcomePage *self,
                                     UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_WELCOME_PAGE (self));

  unknot_country_row_set_whereabouts (self->country_row, whereabouts);
}
