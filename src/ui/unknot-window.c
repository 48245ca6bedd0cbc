/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-window"

#include "config.h"

#include "unknot-window.h"

#include "unknot-checkup-view.h"
#include "unknot-welcome-page.h"

/**
 * UnknotWindow:
 *
 * The one window. It starts with the welcome until that was read. It is shown before there is a
 * check-up, so that its first frame waits for nothing.
 */
struct _UnknotWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  UnknotCheckup *checkup;         /* nullable */
  UnknotWhereabouts *whereabouts; /* nullable */
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (UnknotWindow, unknot_window, ADW_TYPE_APPLICATION_WINDOW)

static void
fill_in_checkup (UnknotWindow *self)
{
  GtkWidget *content = adw_toast_overlay_get_child (self->toasts);

  if (self->checkup == NULL || !UNKNOT_IS_CHECKUP_VIEW (content))
    return;

  unknot_checkup_view_set_checkup (UNKNOT_CHECKUP_VIEW (content), self->checkup,
                                   self->whereabouts);
  gtk_widget_grab_focus (content);
}

static void
show_checkup (UnknotWindow *self)
{
  adw_toast_overlay_set_child (self->toasts, unknot_checkup_view_new ());
  fill_in_checkup (self);
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
  GtkWidget *page = unknot_welcome_page_new ();

  g_signal_connect_object (page, "done", G_CALLBACK (welcomed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_set_child (self->toasts, page);
  gtk_widget_grab_focus (page);
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
unknot_window_new (AdwApplication *application,
                   GSettings      *settings)
{
  UnknotWindow *self = g_object_new (UNKNOT_TYPE_WINDOW, "application", application, NULL);

  self->settings = g_object_ref (settings);
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
 * unknot_window_set_whereabouts:
 *
 * Gives the window what the welcome asks about.
 */
void
unknot_window_set_whereabouts (UnknotWindow      *self,
                               UnknotWhereabouts *whereabouts)
{
  GtkWidget *content;

  g_return_if_fail (UNKNOT_IS_WINDOW (self));

  content = adw_toast_overlay_get_child (self->toasts);
  if (g_set_object (&self->whereabouts, whereabouts) && UNKNOT_IS_WELCOME_PAGE (content))
    unknot_welcome_page_set_whereabouts (UNKNOT_WELCOME_PAGE (content), whereabouts);
}

/**
 * unknot_window_set_checkup:
 *
 * Gives the window what there is to do in it, once.
 */
void
unknot_window_set_checkup (UnknotWindow      *self,
                           UnknotCheckup     *checkup,
                           UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_WINDOW (self));
  g_return_if_fail (self->checkup == NULL);

  unknot_window_set_whereabouts (self, whereabouts);
  self->checkup = g_object_ref (checkup);
  fill_in_checkup (self);
}

/**
 * unknot_window_tell:
 * @message: a sentence
 *
 * Tells the person something that does not need an answer, in the place of what was told before.
 */
void
unknot_window_tell (UnknotWindow *self,
                    const char   *message)
{
  AdwToast *toast = adw_toast_new (message);

  g_return_if_fail (UNKNOT_IS_WINDOW (self));

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
