/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-application"

#include "config.h"

#include "unknot-application.h"

#include "unknot-command-line.h"
#include "unknot-country-dialog.h"
#include "unknot-draft.h"
#include "unknot-preferences-dialog.h"
#include "unknot-window.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <stdlib.h>

/**
 * UnknotApplication:
 *
 * Holds what the window shows, and keeps the check-up on the disk as it is answered.
 */
struct _UnknotApplication
{
  AdwApplication parent_instance;

  GSettings *settings;
  UnknotClock *clock;
  UnknotCheckup *checkup;         /* nullable: there once the window was seen */
  UnknotWhereabouts *whereabouts; /* nullable: there once it is needed */
  UnknotDraft *draft;      /* the check-up under way … */
  UnknotDraft *last_draft; /* … and the last finished one */
};

G_DEFINE_FINAL_TYPE (UnknotApplication, unknot_application, ADW_TYPE_APPLICATION)

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

static void
save_checkup (UnknotApplication *self)
{
  g_autoptr (GBytes) content = unknot_checkup_save (self->checkup);

  unknot_draft_save (self->draft, content);
  if (unknot_checkup_is_finished (self->checkup))
    unknot_draft_save (self->last_draft, content);
}

static void
draft_failed_cb (UnknotApplication *self,
                 GError            *error)
{
  g_autofree char *message =
    g_strdup_printf (_("Your answers could not be kept on the disk: %s. They are still here as long "
                       "as the window is open."), error->message);

  tell (self, message);
}

/* The window may go before the last answer is on the disk; the program may not. */
static void
draft_saving_cb (UnknotApplication *self,
                 GParamSpec        *pspec,
                 UnknotDraft       *draft)
{
  if (unknot_draft_is_saving (draft))
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
set_draft_aside (UnknotApplication *self,
                 UnknotDraft       *draft,
                 const GError      *reason)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = unknot_draft_set_aside (draft, now, &error);
  g_autofree char *message =
    path != NULL
      ? g_strdup_printf (_("The check-up you had begun could not be read. It is kept as “%s”."), path)
      : g_strdup (error->message);

  g_info ("%s", reason->message);
  tell (self, message);
}

static void
resume_from (UnknotApplication *self,
             UnknotDraft       *draft,
             gboolean         (*load_draft) (UnknotCheckup *, GBytes *, GError **))
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) content = unknot_draft_load (draft, &error);

  if (error != NULL)
    {
      g_autofree char *message =
        g_strdup_printf (_("The check-up you had begun could not be read: %s."), error->message);

      tell (self, message);
      return;
    }
  if (content != NULL && !load_draft (self->checkup, content, &error))
    set_draft_aside (self, draft, error);
}

static UnknotDraft *
create_draft (UnknotApplication *self,
              const char        *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), DATA_FOLDER, name, NULL);
  UnknotDraft *draft = unknot_draft_new (path);

  g_signal_connect_object (draft, "failed", G_CALLBACK (draft_failed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (draft, "notify::saving", G_CALLBACK (draft_saving_cb), self,
                           G_CONNECT_SWAPPED);

  return draft;
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

static void
ensure_loaded (UnknotApplication *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotProtocol) protocol = NULL;

  ensure_whereabouts (self);
  if (self->checkup != NULL)
    return;

  protocol = unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", &error);
  if (protocol == NULL)
    g_error ("%s", error->message);

  self->checkup = unknot_checkup_new (protocol, self->clock);
  self->draft = create_draft (self, "checkup.json");
  self->last_draft = create_draft (self, "last-checkup.json");
  resume_from (self, self->last_draft, unknot_checkup_load_last);
  resume_from (self, self->draft, unknot_checkup_load);
  g_signal_connect_object (self->checkup, "notify::assessment", G_CALLBACK (save_checkup), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->checkup, "notify::finished", G_CALLBACK (save_checkup), self,
                           G_CONNECT_SWAPPED);
}

static void
preferences_action (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);

  ensure_whereabouts (self);
  adw_dialog_present (unknot_preferences_dialog_new (self->whereabouts), require_window (self));
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
quit_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  GList *windows;

  while ((windows = gtk_application_get_windows (application)) != NULL)
    gtk_window_destroy (windows->data);
}

static void
add_actions (UnknotApplication *self)
{
  static const GActionEntry actions[] = {
    { .name = "preferences", .activate = preferences_action },
    { .name = "country", .activate = country_action },
    { .name = "shortcuts", .activate = shortcuts_action },
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
    { "app.quit", { "<Control>q" } },
    { "window.close", { "<Control>w" } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), actions, G_N_ELEMENTS (actions), self);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), shortcuts[i].action,
                                           shortcuts[i].accelerators);
}

static void
unknot_application_startup (GApplication *application)
{
  UnknotApplication *self = UNKNOT_APPLICATION (application);

  G_APPLICATION_CLASS (unknot_application_parent_class)->startup (application);

  self->settings = g_settings_new_with_path ("io.github.unknot.Unknot", RESOURCE_PATH "/");
  self->clock = unknot_clock_new ();
  add_actions (self);
}

static gboolean
painted_cb (gpointer user_data)
{
  UnknotApplication *self = UNKNOT_APPLICATION (user_data);
  UnknotWindow *window = find_window (self);

  if (window != NULL)
    {
      ensure_loaded (self);
      unknot_window_set_checkup (window, self->checkup, self->whereabouts);
      /* X11 wants it drawn in many sizes. */
      gtk_window_set_default_icon_name (APPLICATION_ID);
    }

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

/* GApplication's own parser would ask the session bus first, and exit with 1 on a wrong option. */
static gboolean
unknot_application_local_command_line (GApplication   *application,
                                       char         ***arguments,
                                       int            *exit_status)
{
  *exit_status = unknot_command_line_run (*arguments);
  if (*exit_status != UNKNOT_COMMAND_LINE_WINDOW)
    return TRUE;

  if (!gtk_init_check ())
    {
      fprintf (stderr, "%s\n", _("There is no display to open a window on; see --help for what works without one."));
      *exit_status = EXIT_FAILURE;
      return TRUE;
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
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->draft);
  g_clear_object (&self->last_draft);

  G_OBJECT_CLASS (unknot_application_parent_class)->finalize (object);
}

static void
unknot_application_class_init (UnknotApplicationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  object_class->finalize = unknot_application_finalize;
  application_class->activate = unknot_application_activate;
  application_class->local_command_line = unknot_application_local_command_line;
  application_class->startup = unknot_application_startup;
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
