/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-window"

#include "config.h"

#include "unknot-window.h"

#include "unknot-checkup-view.h"
#include "unknot-welcome-page.h"

/**
 * UnknotWindow:
 *
 * The one window. It starts with the welcome until that was read.
 */
struct _UnknotWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (UnknotWindow, unknot_window, ADW_TYPE_APPLICATION_WINDOW)

static void
show_checkup (UnknotWindow *self)
{
  GtkWidget *view = unknot_checkup_view_new (self->checkup, self->whereabouts);

  adw_toast_overlay_set_child (self->toasts, view);
  gtk_widget_grab_focus (view);
}

static void
welcomed_cb (UnknotWindow *self)
{
  g_settings_set_boolean (self->settings, "welcomed", TRUE);
  show_checkup (self);
}

static void
show_welcome (UnknotWindow *self)
{
  GtkWidget *page = unknot_welcome_page_new (self->whereabouts);

  g_signal_connect_object (page, "done", G_CALLBACK (welcomed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_set_child (self->toasts, page);
}

static void
unknot_window_dispose (GObject *object)
{
  UnknotWindow *self = UNKNOT_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);

  G_OBJECT_CLASS (unknot_window_parent_class)->dispose (object);
}

static void
unknot_window_class_init (UnknotWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_window_dispose;
}

static void
unknot_window_init (UnknotWindow *self)
{
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_title (GTK_WINDOW (self), "Unknot");
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
#ifdef DEVELOPMENT
  gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
#endif
}

UnknotWindow *
unknot_window_new (AdwApplication    *application,
                   GSettings         *settings,
                   UnknotCheckup     *checkup,
                   UnknotWhereabouts *whereabouts)
{
  UnknotWindow *self = g_object_new (UNKNOT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);

  if (g_settings_get_boolean (settings, "welcomed"))
    show_checkup (self);
  else
    show_welcome (self);

  return self;
}

/**
 * unknot_window_tell:
 * @message: a sentence
 *
 * Tells the person something that does not need an answer.
 */
void
unknot_window_tell (UnknotWindow *self,
                    const char   *message)
{
  AdwToast *toast = adw_toast_new (message);

  g_return_if_fail (UNKNOT_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
