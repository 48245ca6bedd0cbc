/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-window"

#include "config.h"

#include "unknot-window.h"

#include "unknot-data-dialog.h"
#include "unknot-function-reminder.h"
#include "unknot-learn-view.h"
#include "unknot-main-view.h"
#include "unknot-summary-dialog.h"
#include "unknot-visit-dialog.h"
#include "unknot-welcome-page.h"

#include <glib/gi18n.h>

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
  UnknotLibrary *library;
  UnknotCheckup *checkup;         /* nullable, as is all below */
  UnknotWhereabouts *whereabouts;
  UnknotToday *today;
  UnknotDraft *draft;
  UnknotFunctionReminder *reminder;
  GError *failure;
  gboolean narrow;
  AdwToastOverlay *toasts;
  UnknotImport *import;           /* nullable: the last one … */
  AdwToast *undo;                 /* nullable, weak: … while its undoing is offered */
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
  GtkWidget *view = unknot_main_view_new (self->library);

  g_object_bind_property (self, "narrow", view, "narrow", G_BINDING_SYNC_CREATE);
  adw_toast_overlay_set_child (self->toasts, view);
  if (self->checkup != NULL)
    unknot_main_view_set_checkup (UNKNOT_MAIN_VIEW (view), self->checkup, self->whereabouts);
  if (self->today != NULL)
    {
      unknot_main_view_set_today (UNKNOT_MAIN_VIEW (view), self->today, self->draft);
      unknot_main_view_set_reminder (UNKNOT_MAIN_VIEW (view), self->reminder);
      unknot_main_view_set_settings (UNKNOT_MAIN_VIEW (view), self->settings);
    }
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
plan_visit_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  UnknotMainView *view = get_main_view (UNKNOT_WINDOW (widget));

  if (view != NULL)
    unknot_main_view_plan_visit (view);
}

/* Once is enough; over another dialog it would hide what was begun there. */
static void
summary_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  UnknotWindow *self = UNKNOT_WINDOW (widget);

  if (get_main_view (self) != NULL &&
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self)) == NULL)
    unknot_main_view_summarize (get_main_view (self), self->settings);
}

/* What lies over the views: it may ask to stay. */
static gboolean
close_dialogs (UnknotWindow *self)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self))))
    if (!adw_dialog_close (dialog))
      return FALSE;

  return TRUE;
}

static void
number_changed_cb (UnknotWindow *self)
{
  g_autofree char *call = unknot_whereabouts_dup_call (self->whereabouts);

  unknot_library_set_call (self->library, call);
}

static void
check_up_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  UnknotWindow *self = UNKNOT_WINDOW (widget);

  if (get_main_view (self) != NULL && close_dialogs (self))
    unknot_main_view_show (get_main_view (self), "check-up");
}

/* %NULL where no page lies over all else. */
static UnknotLearnView *
find_explanation (UnknotWindow *self)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  GtkWidget *child = dialog != NULL ? adw_dialog_get_child (dialog) : NULL;

  return UNKNOT_IS_LEARN_VIEW (child) ? UNKNOT_LEARN_VIEW (child) : NULL;
}

/* Over what is shown, which is there as it was when the page is closed. */
static void
explain (UnknotWindow *self,
         const char   *target)
{
  AdwDialog *dialog;
  GtkWidget *view;

  if (find_explanation (self) != NULL)
    {
      unknot_learn_view_read (find_explanation (self), target);
      return;
    }

  dialog = adw_dialog_new ();
  view = unknot_learn_view_new (self->library, FALSE);
  adw_dialog_set_title (dialog, _("Learn"));
  adw_dialog_set_content_width (dialog, 640);
  adw_dialog_set_content_height (dialog, 720);
  adw_dialog_set_child (dialog, view);
  unknot_learn_view_read (UNKNOT_LEARN_VIEW (view), target);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
explain_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  explain (UNKNOT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* What is not offered any more is not undone by a key either. */
static void
dismissed_cb (UnknotWindow *self,
              AdwToast     *toast)
{
  if (toast != self->undo)
    return;

  g_clear_weak_pointer (&self->undo);
  g_clear_object (&self->import);
}

static void
forget_import (UnknotWindow *self)
{
  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
}

/* It can be undone until it was read: more may have been changed than was expected. */
static void
offer_undo (UnknotWindow *self,
            UnknotImport *import,
            const char   *message)
{
  AdwToast *toast = adw_toast_new (message);

  /* What was told before may not be so any more, and must not keep this from being read. */
  adw_toast_overlay_dismiss_all (self->toasts);
  self->import = g_object_ref (import);
  g_set_weak_pointer (&self->undo, toast);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-import");
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static char *
describe_undoing (UnknotImport *import)
{
  guint n_left = unknot_import_get_n_left (import);

  if (n_left == 0)
    return g_strdup (_("The import is undone"));

  return g_strdup_printf (
    ngettext ("The import is undone, but for %u entry that was changed since",
              "The import is undone, but for %u entries that were changed since", n_left), n_left);
}

/* What could not be undone can be tried again, as the person is told to. */
static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_import_finish (UNKNOT_IMPORT (source), result, &error);
  g_autofree char *message =
    good ? describe_undoing (UNKNOT_IMPORT (source)) : g_strdup (error->message);

  /* It may have been closed, or something else been imported meanwhile. */
  if (self->settings == NULL)
    return;
  if (good || self->import != NULL)
    unknot_window_tell (self, message);
  else
    offer_undo (self, UNKNOT_IMPORT (source), message);
}

static void
undo_import_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  UnknotWindow *self = UNKNOT_WINDOW (widget);
  g_autoptr (UnknotImport) import = g_steal_pointer (&self->import);

  /* The focus was on what goes away now. */
  gtk_widget_grab_focus (adw_toast_overlay_get_child (self->toasts));
  forget_import (self);
  if (import != NULL)
    unknot_import_undo_async (import, undone_cb, g_object_ref (self));
}

static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (UNKNOT_WINDOW (widget)->import == NULL)
    return GDK_EVENT_PROPAGATE;

  undo_import_action (widget, NULL, NULL);

  return GDK_EVENT_STOP;
}

static char *
describe_import (UnknotImport *import)
{
  const UnknotMergeCounts *counts = unknot_import_get_counts (import);
  g_autofree char *added = g_strdup_printf (
    ngettext ("%u entry added", "%u entries added", counts->n_added), counts->n_added);
  g_autofree char *changed = g_strdup_printf (
    ngettext ("%u entry changed", "%u entries changed", counts->n_changed), counts->n_changed);

  if (counts->n_changed == 0)
    return g_steal_pointer (&added);
  if (counts->n_added == 0)
    return g_steal_pointer (&changed);

  /* Translators: “5 entries added, 1 entry changed” */
  return g_strdup_printf (_("%s, %s"), added, changed);
}

static void
imported_cb (UnknotWindow *self,
             UnknotImport *import)
{
  const UnknotMergeCounts *counts = unknot_import_get_counts (import);
  g_autofree char *message = describe_import (import);

  /* Something was to be when the person was asked. */
  if (counts->n_added == 0 && counts->n_changed == 0)
    unknot_window_tell (self, _("Nothing was imported: your diary was changed meanwhile"));
  else
    offer_undo (self, import, message);
}

static void
data_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotWindow *self = UNKNOT_WINDOW (widget);
  AdwDialog *dialog = unknot_data_dialog_new (unknot_today_get_diary (self->today));

  g_signal_connect_object (dialog, "imported", G_CALLBACK (imported_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "went-back", G_CALLBACK (forget_import), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static void
diary_opened_cb (UnknotWindow *self,
                 GParamSpec   *pspec,
                 UnknotDiary  *diary)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.plan-visit",
                                 unknot_diary_is_open (diary));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.data", unknot_diary_is_open (diary));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.summary", unknot_diary_is_open (diary));
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

  g_action_map_remove_action (G_ACTION_MAP (self), "ask-function");
  g_clear_object (&self->settings);
  g_clear_object (&self->library);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->today);
  g_clear_object (&self->draft);
  g_clear_object (&self->reminder);
  g_clear_error (&self->failure);
  g_clear_object (&self->import);
  g_clear_weak_pointer (&self->undo);

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
  gtk_widget_class_install_action (widget_class, "win.plan-visit", NULL, plan_visit_action);
  gtk_widget_class_install_action (widget_class, "win.check-up", NULL, check_up_action);
  gtk_widget_class_install_action (widget_class, "win.explain", "s", explain_action);
  gtk_widget_class_install_action (widget_class, "win.data", NULL, data_action);
  gtk_widget_class_install_action (widget_class, "win.summary", NULL, summary_action);
  gtk_widget_class_install_action (widget_class, "win.undo-import", NULL, undo_import_action);

  /* No accelerator of the application, which would come before what is shown can print itself. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "win.summary",
                                       NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, NULL);
}

static void
unknot_window_init (UnknotWindow *self)
{
  g_autoptr (GFile) pages = g_file_new_for_uri ("resource://" RESOURCE_PATH "/help");

  self->library = unknot_library_new (pages, g_get_language_names ());
  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  adw_application_window_set_content (ADW_APPLICATION_WINDOW (self), GTK_WIDGET (self->toasts));
  gtk_window_set_title (GTK_WINDOW (self), "Unknot");
  gtk_widget_set_size_request (GTK_WIDGET (self), 360, 294);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.plan-visit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.data", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.summary", FALSE);
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
  g_autoptr (GAction) ask_function = g_settings_create_action (settings, "ask-function");

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), ask_function);

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

  if (!g_set_object (&self->whereabouts, whereabouts))
    return;

  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (number_changed_cb), self,
                           G_CONNECT_SWAPPED);
  number_changed_cb (self);
  content = adw_toast_overlay_get_child (self->toasts);
  if (UNKNOT_IS_WELCOME_PAGE (content))
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
  self->reminder = unknot_function_reminder_new (today, self->settings);
  g_signal_connect_object (unknot_today_get_diary (today), "notify::open",
                           G_CALLBACK (diary_opened_cb), self, G_CONNECT_SWAPPED);
  diary_opened_cb (self, NULL, unknot_today_get_diary (today));
  if (get_main_view (self) != NULL)
    {
      unknot_main_view_set_today (get_main_view (self), today, draft);
      unknot_main_view_set_reminder (get_main_view (self), self->reminder);
      unknot_main_view_set_settings (get_main_view (self), self->settings);
    }
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

/**
 * unknot_window_help:
 *
 * Shows the page about what is shown, over it.
 */
void
unknot_window_help (UnknotWindow *self)
{
  UnknotMainView *view;
  AdwDialog *dialog;

  g_return_if_fail (UNKNOT_IS_WINDOW (self));

  view = get_main_view (self);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (self));
  if (UNKNOT_IS_DATA_DIALOG (dialog))
    explain (self, "help-data");
  else if (UNKNOT_IS_SUMMARY_DIALOG (dialog) || UNKNOT_IS_VISIT_DIALOG (dialog))
    explain (self, "help-summary");
  else
    explain (self, view != NULL ? unknot_main_view_get_help (view) : "help");
}
