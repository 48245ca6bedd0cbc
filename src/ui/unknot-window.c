/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-window"

#include "config.h"

#include "unknot-window.h"

#include "unknot-main-view.h"
#include "unknot-welcome-page.h"

/**
 * UnknotWindow:
 *
 * The one window. It starts with the welcome until that was read. It is shown before there is
 * anything to do in it, so that its first frame waits for nothing.
 */
struct _UnknotWindow
{
  AdwApplicationWindow parent_instance;

  GSettings *settings;
  UnknotCheckup *checkup;         /* nullable, as is all below */
  UnknotWhereabouts *whereabouts;
  UnknotToday *today;
  UnknotDraft *draft;
  GError *failure;
  gboolean narrow;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (UnknotWindow, unknot_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* %NULL while the welcome is read. */
static UnknotMainView *
get_main_view (UnknotWindow *self)
{
  GtkWidget *content = adw_toast_overlay_get_child (self->toasts);

  return UNKNOT_IS_MAIN_VIEW (content) ? UNKNOT_MAIN_VIEW (content) : NULL;
}

static void
show_main_view (UnknotWindow *self)
{
  GtkWidget *view = unknot_main_view_new ();

  g_object_bind_property (self, "narrow", view, "narrow", G_BINDING_SYNC_CREATE);
  adw_toast_overlay_set_child (self->toasts, view);
  if (self->checkup != NULL)
    unknot_main_view_set_checkup (UNKNOT_MAIN_VIEW (view), self->checkup, self->whereabouts);
  if (self->today != NULL)
    unknot_main_view_set_today (UNKNOT_MAIN_VIEW (view), self->today, self->draft);
  if (self->failure != NULL)
    unknot_main_view_set_failure (UNKNOT_MAIN_VIEW (view), self->failure);
  gtk_widget_grab_focus (view);
}

static void
welcomed_cb (UnknotWindow *self)
{
  g_settings_set_boolean (self->settings, "welcomed", TRUE);
  show_main_view (self);
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
show_view_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  UnknotMainView *view = get_main_view (UNKNOT_WINDOW (widget));

  if (view != NULL)
    unknot_main_view_show (view, g_variant_get_string (parameter, NULL));
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  UnknotMainView *view = get_main_view (UNKNOT_WINDOW (widget));

  if (view != NULL)
    unknot_main_view_log (view);
}

static void
add_narrow_breakpoint (UnknotWindow *self)
{
  AdwBreakpoint *breakpoint =
    adw_breakpoint_new (adw_breakpoint_condition_new_length (ADW_BREAKPOINT_CONDITION_MAX_WIDTH,
                                                             550, ADW_LENGTH_UNIT_SP));
  GValue narrow = G_VALUE_INIT;

  g_value_init (&narrow, G_TYPE_BOOLEAN);
  g_value_set_boolean (&narrow, TRUE);
  adw_breakpoint_add_setter (breakpoint, G_OBJECT (self), "narrow", &narrow);
  adw_application_window_add_breakpoint (ADW_APPLICATION_WINDOW (self), breakpoint);
}

static void
unknot_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  UnknotWindow *self = UNKNOT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  UnknotWindow *self = UNKNOT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      if (self->narrow == g_value_get_boolean (value))
        return;
      self->narrow = g_value_get_boolean (value);
      g_object_notify_by_pspec (object, pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_window_dispose (GObject *object)
{
  UnknotWindow *self = UNKNOT_WINDOW (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->today);
  g_clear_object (&self->draft);
  g_clear_error (&self->failure);

  G_OBJECT_CLASS (unknot_window_parent_class)->dispose (object);
}

static void
unknot_window_class_init (UnknotWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_window_dispose;
  object_class->get_property = unknot_window_get_property;
  object_class->set_property = unknot_window_set_property;

  /**
   * UnknotWindow:narrow:
   *
   * Whether there is no room for the way to the other views in the header bar.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "win.show-view", "s", show_view_action);
  gtk_widget_class_install_action (widget_class, "win.log", NULL, log_action);
}

static void
unknot_window_init (UnknotWindow *self)
{
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_title (GTK_WINDOW (self), "Unknot");
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  add_narrow_breakpoint (self);
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
    show_main_view (self);
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
 * Gives the window the check-up, once.
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
  if (get_main_view (self) != NULL)
    unknot_main_view_set_checkup (get_main_view (self), checkup, whereabouts);
}

/**
 * unknot_window_set_today:
 * @today: of a diary that is being opened
 * @draft: where an entry is kept while it is written
 *
 * Gives the window the diary, once.
 */
void
unknot_window_set_today (UnknotWindow *self,
                         UnknotToday  *today,
                         UnknotDraft  *draft)
{
  g_return_if_fail (UNKNOT_IS_WINDOW (self));
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  self->draft = g_object_ref (draft);
  if (get_main_view (self) != NULL)
    unknot_main_view_set_today (get_main_view (self), today, draft);
}

/**
 * unknot_window_set_failure:
 * @error: why the diary could not be opened
 */
void
unknot_window_set_failure (UnknotWindow *self,
                           const GError *error)
{
  g_return_if_fail (UNKNOT_IS_WINDOW (self));
  g_return_if_fail (self->failure == NULL);

  self->failure = g_error_copy (error);
  if (get_main_view (self) != NULL)
    unknot_main_view_set_failure (get_main_view (self), error);
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
