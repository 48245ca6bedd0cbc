/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-rescue-page"

#include "config.h"

#include "unknot-rescue-page.h"

#include "unknot-view-header.h"

#include <glib/gi18n.h>

/**
 * UnknotRescuePage:
 *
 * What can be done where the diary could not be opened. The file stays as it is until the person
 * chooses what shall take its place, and is kept then.
 */
struct _UnknotRescuePage
{
  AdwNavigationPage parent_instance;

  UnknotDiary *diary;

  AdwStatusPage *status_page;
  GtkButton *restore_button;
  GtkLabel *backup_label;
  GtkWidget *begin_button;
  GtkWidget *again_button;
};

G_DEFINE_FINAL_TYPE (UnknotRescuePage, unknot_rescue_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  RESCUED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Unless it is what is missing. */
static gboolean
will_be_kept (UnknotRescuePage *self)
{
  return g_file_test (unknot_diary_get_path (self->diary), G_FILE_TEST_EXISTS);
}

/* A backup is named by its day. */
static void
name_backup (UnknotRescuePage *self,
             const char       *backup)
{
  g_autoptr (GFile) file = g_file_new_for_path (backup);
  g_autoptr (GFileInfo) info =
    g_file_query_info (file, G_FILE_ATTRIBUTE_TIME_MODIFIED, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  g_autoptr (GDateTime) time = info != NULL ? g_file_info_get_modification_date_time (info) : NULL;
  g_autofree char *date = time != NULL ? unknot_clock_format (time) : NULL;
  g_autofree char *label =
    date != NULL
      /* Translators: the day and the time of a backup */
      ? g_strdup_printf (_("_Use the Backup of %s"), date)
      : g_strdup (_("_Use the Last Backup"));

  gtk_button_set_label (self->restore_button, label);
  gtk_button_set_use_underline (self->restore_button, TRUE);
  gtk_label_set_label (
    self->backup_label,
    will_be_kept (self)
      ? _("What was entered after the backup is not in it. It stays in the damaged file, which is "
          "kept.")
      : _("What was entered after the backup is not in it."));
}

static void
set_busy (UnknotRescuePage *self,
          gboolean          busy)
{
  gtk_widget_set_sensitive (adw_status_page_get_child (self->status_page), !busy);
}

static void
show_error (UnknotRescuePage *self,
            const GError     *error)
{
  gboolean damaged = g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
  const char *backup = unknot_diary_get_backup (self->diary);
  g_autofree char *message = g_markup_escape_text (error->message, -1);

  adw_status_page_set_description (self->status_page, message);
  if (backup != NULL)
    name_backup (self, backup);
  gtk_widget_set_visible (GTK_WIDGET (self->restore_button), damaged && backup != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->backup_label), damaged && backup != NULL);
  gtk_widget_set_visible (self->begin_button, damaged);
  set_busy (self, FALSE);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotRescuePage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (unknot_diary_open_finish (UNKNOT_DIARY (source), result, &error))
    g_signal_emit (self, signals[RESCUED], 0, NULL);
  else
    show_error (self, error);
}

static void
restored_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (UnknotRescuePage) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = unknot_diary_restore_finish (UNKNOT_DIARY (source), result, &error);

  if (error != NULL)
    show_error (self, error);
  else
    g_signal_emit (self, signals[RESCUED], 0,
                   g_file_test (kept, G_FILE_TEST_EXISTS) ? kept : NULL);
}

static void
restore_clicked_cb (UnknotRescuePage *self)
{
  g_autofree char *backup = g_strdup (unknot_diary_get_backup (self->diary));

  set_busy (self, TRUE);
  unknot_diary_restore_async (self->diary, backup, restored_cb, g_object_ref (self));
}

static void
begin_cb (UnknotRescuePage *self)
{
  set_busy (self, TRUE);
  unknot_diary_restore_async (self->diary, NULL, restored_cb, g_object_ref (self));
}

static void
begin_clicked_cb (UnknotRescuePage *self)
{
  g_autofree char *name = g_path_get_basename (unknot_diary_get_path (self->diary));
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *kept =
    will_be_kept (self)
      /* Translators: the name of a file, such as “diary.db”. What is after it stays as it is. */
      ? g_strdup_printf (_("There is nothing in the new diary. The damaged file is kept in its "
                           "folder, as “%s”, the day and time, and “.damaged”."), display_name)
      : g_strdup (_("There is nothing in the new diary."));
  AdwAlertDialog *question =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Begin a New Diary?"), kept));

  adw_alert_dialog_add_responses (question,
                                  "cancel", _("_Cancel"),
                                  "begin", _("_Begin a New Diary"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "begin", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_object (question, "response::begin", G_CALLBACK (begin_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}

static void
again_clicked_cb (UnknotRescuePage *self)
{
  set_busy (self, TRUE);
  unknot_diary_open_async (self->diary, opened_cb, g_object_ref (self));
}

static void
unknot_rescue_page_dispose (GObject *object)
{
  UnknotRescuePage *self = UNKNOT_RESCUE_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_RESCUE_PAGE);
  g_clear_object (&self->diary);

  G_OBJECT_CLASS (unknot_rescue_page_parent_class)->dispose (object);
}

static void
unknot_rescue_page_class_init (UnknotRescuePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_rescue_page_dispose;

  /**
   * UnknotRescuePage::rescued:
   * @kept: (type filename) (nullable): where a damaged diary is now, whose place another one took
   *
   * The diary is open.
   */
  signals[RESCUED] = g_signal_new ("rescued", UNKNOT_TYPE_RESCUE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-rescue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotRescuePage, status_page);
  gtk_widget_class_bind_template_child (widget_class, UnknotRescuePage, restore_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotRescuePage, backup_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotRescuePage, begin_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotRescuePage, again_button);
  gtk_widget_class_bind_template_callback (widget_class, restore_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, begin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
unknot_rescue_page_init (UnknotRescuePage *self)
{
  g_type_ensure (UNKNOT_TYPE_VIEW_HEADER);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_rescue_page_new:
 * @diary: that could not be opened
 * @error: why
 */
AdwNavigationPage *
unknot_rescue_page_new (UnknotDiary  *diary,
                        const GError *error)
{
  UnknotRescuePage *self = g_object_new (UNKNOT_TYPE_RESCUE_PAGE, NULL);

  self->diary = g_object_ref (diary);
  show_error (self, error);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_rescue_page_focus_start:
 *
 * Brings the focus to what there is to do, past the menu. Were it what grabs the focus of a page,
 * Tab could not leave that.
 */
void
unknot_rescue_page_focus_start (UnknotRescuePage *self)
{
  g_return_if_fail (UNKNOT_IS_RESCUE_PAGE (self));

  gtk_widget_grab_focus (gtk_widget_get_visible (GTK_WIDGET (self->restore_button))
                           ? GTK_WIDGET (self->restore_button) : self->again_button);
}
