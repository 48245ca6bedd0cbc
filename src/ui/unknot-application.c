/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-application"

#include "config.h"

#include "unknot-application.h"

#include "unknot-command-line.h"
#include "unknot-country-dialog.h"
#include "unknot-preferences-dialog.h"
#include "unknot-record.h"
#include "unknot-storage.h"
#include "unknot-window.h"

#define G_SETTINGS_ENABLE_BACKEND
#include <gio/gsettingsbackend.h>
#include <glib-unix.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

/**
 * UnknotApplication:
 *
 * Holds what the window shows, and does not end before it is on the disk.
 */
struct _UnknotApplication
{
  AdwApplication parent_instance;

  UnknotStorage *storage; /* nullable: there while it runs */
  GSettings *settings;
  UnknotClock *clock;
  UnknotWhereabouts *whereabouts; /* nullable: there once it is needed */
  UnknotRecord *record;           /* nullable: there once the window was seen */
  UnknotRecord *closing;          /* nullable: that of the window before this one */
  AdwDialog *question;            /* nullable, weak: whether to quit all the same */
  gboolean retrying;              /* … and then to quit */
};

G_DEFINE_FINAL_TYPE (UnknotApplication, unknot_application, ADW_TYPE_APPLICATION)

static void load (UnknotApplication *self);
static void quit_or_ask (UnknotApplication *self);

/* The active one may be another: that of the shortcuts. */
static UnknotWindow *
find_window (UnknotApplication *self)
{
  for (GList *windows = gtk_application_get_windows (GTK_APPLICATION (self)); windows != NULL;
       windows = windows->next)
    {
      if (UNKNOT_IS_WINDOW (windows->data))
        return UNKNOT_WINDOW (windows->data);
    }

  return NULL;
}

static void
tell (UnknotApplication *self,
      const char        *message)
{
  UnknotWindow *window = find_window (self);

  if (window != NULL)
    unknot_window_tell (window, message);
  else
    g_warning ("%s", message);
}

/* The bus can ask for a dialog before there is a window to show it on. */
static GtkWidget *
require_window (UnknotApplication *self)
{
  if (find_window (self) == NULL)
    g_application_activate (G_APPLICATION (self));

  return GTK_WIDGET (find_window (self));
}

/* The window may go before the last entry is on the disk; the program may not. */
static void
busy_cb (UnknotApplication *self,
         GParamSpec        *pspec,
         UnknotRecord      *record)
{
  if (unknot_record_is_busy (record))
    {
      g_application_hold (G_APPLICATION (self));
      return;
    }

  g_application_release (G_APPLICATION (self));
  if (record == self->closing)
    {
      g_clear_object (&self->closing);
      load (self);
    }
  else if (self->retrying)
    quit_or_ask (self);
}

static void
diary_failed_cb (UnknotApplication *self,
                 GError            *error)
{
  UnknotWindow *window = find_window (self);

  if (window != NULL)
    unknot_window_set_failure (window, error);
}

static UnknotEmergencyNumbers *
load_numbers (GError **error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GBytes) json = g_resources_lookup_data (RESOURCE_PATH "/emergency-numbers.json",
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, error);
  g_autoptr (UnknotEmergencyNumbers) numbers = NULL;

  if (json == NULL)
    return NULL;
  numbers = unknot_emergency_numbers_new_from_json (json, faults);
  if (!unknot_faults_report (faults, UNKNOT_PROTOCOL_ERROR, UNKNOT_PROTOCOL_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&numbers);
}

static void
ensure_whereabouts (UnknotApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotEmergencyNumbers) numbers = NULL;

  if (self->whereabouts != NULL)
    return;

  numbers = load_numbers (&error);
  /* They are built into the program, and tested with it; so is the protocol. */
  if (numbers == NULL)
    g_error ("%s", error->message);

  self->whereabouts = unknot_whereabouts_new (numbers, self->settings);
}

static UnknotRecord *
create_record (UnknotApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotProtocol) protocol =
    unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", &error);
  UnknotRecord *record;

  if (protocol == NULL)
    g_error ("%s", error->message);

  record = unknot_record_new (protocol, self->clock, unknot_clock_get_first_weekday (),
                              unknot_storage_get_diary_path (self->storage),
                              unknot_storage_get_prefix (self->storage));
  g_signal_connect_object (record, "told", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "diary-failed", G_CALLBACK (diary_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (record, "notify::busy", G_CALLBACK (busy_cb), self, G_CONNECT_SWAPPED);

  return record;
}

/* What was kept is read again only when all of it is written. */
static void
load (UnknotApplication *self)
{
  UnknotWindow *window = find_window (self);

  if (window == NULL || self->record != NULL || self->closing != NULL)
    return;

  ensure_whereabouts (self);
  self->record = create_record (self);
  unknot_record_open (self->record);
  if (unknot_storage_is_demo (self->storage))
    unknot_record_make_up (self->record);
  unknot_window_set_checkup (window, unknot_record_get_checkup (self->record), self->whereabouts);
  unknot_window_set_today (window, unknot_record_get_today (self->record),
                           unknot_record_get_draft (self->record));
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);

  ensure_whereabouts (self);
  adw_dialog_present (unknot_preferences_dialog_new (self->whereabouts, self->settings),
                      require_window (self));
}

static void
country_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);

  ensure_whereabouts (self);
  adw_dialog_present (unknot_country_dialog_new (self->whereabouts), require_window (self));
}

static void
shortcuts_action (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);
  g_autoptr (GtkBuilder) builder =
    gtk_builder_new_from_resource (RESOURCE_PATH "/unknot-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, GTK_WINDOW (require_window (self)));
  gtk_window_present (window);
}

static void
help_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  unknot_window_help (UNKNOT_WINDOW (require_window (UNKNOT_APPLICATION (user_data))));
}

static void
about_action (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);
  AdwDialog *dialog =
    adw_about_dialog_new_from_appdata (RESOURCE_PATH "/metainfo.xml", VERSION);

  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), VERSION);
  adw_about_dialog_set_comments (ADW_ABOUT_DIALOG (dialog),
                                 _("Unknot is not a medical device and replaces no doctor. What it says rests on the sources it names."));
  adw_dialog_present (dialog, require_window (self));
}

/* Asked to close, a window with a dialog on it would close that alone. */
static void
quit (UnknotApplication *self)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (self))) != NULL)
    gtk_window_destroy (windows->data);
}

/* Of a demo there is nothing to lose. */
static gboolean
would_lose (UnknotApplication *self)
{
  return self->record != NULL && unknot_record_is_unsaved (self->record) &&
         !unknot_storage_is_demo (self->storage);
}

static void
answered_cb (UnknotApplication *self,
             const char        *response)
{
  g_clear_weak_pointer (&self->question);
  if (g_str_equal (response, "quit"))
    {
      quit (self);
      return;
    }
  if (!g_str_equal (response, "retry"))
    return;

  unknot_record_retry (self->record);
  if (unknot_record_is_busy (self->record))
    self->retrying = TRUE;
  else
    quit_or_ask (self);
}

static const char *
get_loss (UnknotApplication *self)
{
  gboolean entry = unknot_draft_is_unsaved (unknot_record_get_draft (self->record));

  if (!entry)
    return _("Your answers to the check-up could not be written to the disk. They are in this "
             "window alone, and would be lost.");
  if (!unknot_record_is_checkup_unsaved (self->record))
    return _("The entry you have begun could not be written to the disk. It is in this window "
             "alone, and would be lost.");

  return _("The entry you have begun and your answers to the check-up could not be written to the "
           "disk. They are in this window alone, and would be lost.");
}

static void
ask (UnknotApplication *self)
{
  AdwAlertDialog *question;

  if (self->question != NULL)
    return;

  question = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Something Is Not Kept Yet"),
                                                     get_loss (self)));
  adw_alert_dialog_add_responses (question,
                                  "cancel", _("_Cancel"),
                                  "retry", _("_Try Again"),
                                  "quit", _("_Quit Anyway"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "quit", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response", G_CALLBACK (answered_cb), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->question, ADW_DIALOG (question));
  adw_dialog_present (self->question, GTK_WIDGET (find_window (self)));
}

static void
quit_or_ask (UnknotApplication *self)
{
  self->retrying = FALSE;
  if (would_lose (self))
    ask (self);
  else
    quit (self);
}

static void
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  quit_or_ask (UNKNOT_APPLICATION (user_data));
}

/* A dialog on the window is closed first, which loses nothing. */
static gboolean
close_request_cb (UnknotApplication *self,
                  GtkWindow         *window)
{
  if (!would_lose (self) ||
      adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL)
    return GDK_EVENT_PROPAGATE;

  ask (self);

  return GDK_EVENT_STOP;
}

static void
add_actions (UnknotApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = preferences_action },
    { .name = "country", .activate = country_action },
    { .name = "shortcuts", .activate = shortcuts_action },
    { .name = "help", .activate = help_action },
    { .name = "about", .activate = about_action },
    { .name = "quit", .activate = quit_action },
  };
  static const struct
  {
    const char *action;
    const char *accelerators[2];
  } shortcuts[] = {
    { "app.preferences", { "<Control>comma" } },
    { "app.shortcuts", { "<Control>question" } },
    { "app.help", { "F1" } },
    { "app.quit", { "<Control>q" } },
    { "win.log", { "<Control>n" } },
    { "win.show-view::today", { "<Alt>1" } },
    { "win.show-view::check-up", { "<Alt>2" } },
    { "win.show-view::history", { "<Alt>3" } },
    { "win.show-view::learn", { "<Alt>4" } },
    { "window.close", { "<Control>w" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].accelerators);
}

/* A demo begins as if it had been used for long, and changes nothing of the person's own. */
static GSettings *
create_settings (UnknotApplication *self)
{
  const char *id = "io.github.unknot.Unknot";
  g_autoptr (GSettings) own = g_settings_new_with_path (id, RESOURCE_PATH "/");
  g_autoptr (GSettingsBackend) backend = NULL;
  g_autofree char *country = NULL;
  GSettings *settings;

  if (!unknot_storage_is_demo (self->storage))
    return g_steal_pointer (&own);

  backend = g_memory_settings_backend_new ();
  settings = g_settings_new_with_backend_and_path (id, backend, RESOURCE_PATH "/");
  country = g_settings_get_string (own, "country");
  g_settings_set_string (settings, "country", country);
  g_settings_set_boolean (settings, "welcomed", TRUE);

  return settings;
}

static gboolean
quit_cb (gpointer user_data)
{
  g_action_group_activate_action (G_ACTION_GROUP (user_data), "quit", NULL);

  return G_SOURCE_CONTINUE;
}

/* However a demo is ended, it leaves nothing behind. */
static void
quit_on_signals (UnknotApplication *self)
{
  static const int signals[] = { SIGHUP, SIGINT, SIGTERM };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_unix_signal_add (signals[i], quit_cb, self);
}

static void
unknot_application_startup (GApplication *application)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);

  G_APPLICATION_CLASS (unknot_application_parent_class)->startup (application);

  self->settings = create_settings (self);
  self->clock = unknot_clock_new ();
  add_actions (self);
  if (unknot_storage_is_demo (self->storage))
    quit_on_signals (self);
}

static void
unknot_application_shutdown (GApplication *application)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);

  G_APPLICATION_CLASS (unknot_application_parent_class)->shutdown (application);

  g_clear_pointer (&self->storage, unknot_storage_free);
}

static gboolean
painted_cb (gpointer user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);

  load (self);
  /* X11 wants it drawn in many sizes. */
  gtk_window_set_default_icon_name (APPLICATION_ID);

  return G_SOURCE_REMOVE;
}

/* A frame begins: what is idle comes after it. */
static gboolean
painting_cb (GtkWidget     *window,
             GdkFrameClock *frame_clock,
             gpointer       user_data)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, painted_cb, g_object_ref (user_data), g_object_unref);

  return G_SOURCE_REMOVE;
}

static void
unknot_application_activate (GApplication *application)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);
  UnknotWindow *window = find_window (self);

  if (window == NULL)
    {
      window = unknot_window_new (ADW_APPLICATION (self), self->settings);
      g_signal_connect_object (window, "close-request", G_CALLBACK (close_request_cb), self,
                               G_CONNECT_SWAPPED);
      /* The welcome asks about it at once. */
      if (!g_settings_get_boolean (self->settings, "welcomed"))
        {
          ensure_whereabouts (self);
          unknot_window_set_whereabouts (window, self->whereabouts);
        }
      gtk_widget_add_tick_callback (GTK_WIDGET (window), painting_cb, self, NULL);
    }
  gtk_window_present (GTK_WINDOW (window));
}

static void
unknot_application_window_removed (GtkApplication *application,
                                   GtkWindow      *window)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);

  if (UNKNOT_IS_WINDOW (window) && self->record != NULL)
    {
      self->closing = g_steal_pointer (&self->record);
      unknot_record_close (self->closing);
      if (!unknot_record_is_busy (self->closing))
        g_clear_object (&self->closing);
    }

  GTK_APPLICATION_CLASS (unknot_application_parent_class)->window_removed (application, window);
}

/* Another diary is another program, which the one that runs knows nothing of. */
static gboolean
choose_storage (UnknotApplication  *self,
                const char         *diary,
                gboolean            demo,
                GError            **error)
{
  if (diary != NULL || demo)
    g_application_set_flags (G_APPLICATION (self), G_APPLICATION_NON_UNIQUE);
  self->storage = demo ? unknot_storage_new_demo (error) : unknot_storage_new (diary);

  return self->storage != NULL;
}

/* GApplication's own parser would ask the session bus first, and exit with 1 on a wrong option. */
static gboolean
unknot_application_local_command_line (GApplication   *application,
                                       char         ***arguments,
                                       int            *exit_status)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);
  UnknotCommandLineOptions options = { NULL };
  g_autofree char *diary = NULL;
  g_autoptr (GError) error = NULL;

  *exit_status = unknot_command_line_run (*arguments, &options);
  diary = options.diary;
  if (*exit_status != UNKNOT_COMMAND_LINE_WINDOW)
    return TRUE;

  *exit_status = EXIT_FAILURE;
  if (!gtk_init_check ())
    {
      fprintf (stderr, "%s\n", _("There is no display to open a window on; see --help for what works without one."));
      return TRUE;
    }
  if (!choose_storage (self, diary, options.demo, &error))
    {
      fprintf (stderr, "%s\n", error->message);
      return TRUE;
    }

  /* It knows none of these. */
  if (diary != NULL || options.demo)
    {
      for (guint i = 1; (*arguments)[i] != NULL; i++)
        g_clear_pointer (&(*arguments)[i], g_free);
    }

  return G_APPLICATION_CLASS (unknot_application_parent_class)
    ->local_command_line (application, arguments, exit_status);
}

static void
unknot_application_finalize (GObject *object)
{
  UnknotApplication *self = UNKNOT_APPLICATION (object);

  g_clear_object (&self->settings);
  g_clear_object (&self->clock);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->record);
  g_clear_object (&self->closing);
  g_clear_weak_pointer (&self->question);

  G_OBJECT_CLASS (unknot_application_parent_class)->finalize (object);
}

static void
unknot_application_class_init (UnknotApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);
  GtkApplicationClass *gtk_application_class = GTK_APPLICATION_CLASS (klass);

  object_class->finalize = unknot_application_finalize;
  application_class->activate = unknot_application_activate;
  application_class->local_command_line = unknot_application_local_command_line;
  application_class->shutdown = unknot_application_shutdown;
  application_class->startup = unknot_application_startup;
  gtk_application_class->window_removed = unknot_application_window_removed;
}

static void
unknot_application_init (UnknotApplication *self)
{
}

UnknotApplication *
unknot_application_new (void)
{
  return g_object_new (UNKNOT_TYPE_APPLICATION,
                       "application-id", APPLICATION_ID,
                       "resource-base-path", RESOURCE_PATH,
                       NULL);
}
