/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-dialog-backups"

#include "config.h"

#include "unknot-data-dialog-private.h"

#include "unknot-clock.h"

#include <glib/gi18n.h>

/* A backup to go back to. */
typedef struct
{
  UnknotDataDialog *dialog;
  UnknotBackup *backup;
  gboolean undoing; /* whether that undoes having gone back to another */
} Return;

static Return *
return_new (UnknotDataDialog *self,
            UnknotBackup     *backup,
            gboolean          undoing)
{
  Return *going = g_new0 (Return, 1);

  going->dialog = g_object_ref (self);
  going->backup = g_object_ref (backup);
  going->undoing = undoing;

  return going;
}

static void
return_free (Return *going)
{
  g_object_unref (going->dialog);
  g_object_unref (going->backup);
  g_free (going);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Return, return_free)

static void
free_return (gpointer  going,
             GClosure *closure)
{
  return_free (going);
}

/* It can be undone until it was read: more may have gone than was expected. */
static void
offer_undo (UnknotDataDialog *self)
{
  /* Translators: beside “Undo”, where there is little room */
  AdwToast *toast = adw_toast_new (_("Backup restored"));

  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "data.undo-return");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
went_back_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Return) going = user_data;
  UnknotDataDialog *self = going->dialog;
  g_autoptr (UnknotBackup) before = NULL;
  g_autoptr (GError) error = NULL;
  gboolean good = unknot_diary_go_back_finish (UNKNOT_DIARY (source), result, &before, &error);

  if (unknot_data_dialog_is_gone (self))
    return;

  unknot_data_dialog_end_work (self, error);
  unknot_data_dialog_list_backups (self);
  /* It was on one that was in the list before, or on what undoes that. */
  if (!self->closing)
    unknot_data_page_focus_backups (self->data_page);
  if (!good)
    {
      unknot_data_dialog_tell_failure (self, _("Nothing Was Changed"), error);
      return;
    }

  g_set_object (&self->before, before);
  g_signal_emit_by_name (self, "went-back");
  if (going->undoing)
    unknot_data_dialog_tell (self, _("The diary is as it was before"));
  else
    offer_undo (self);
}

/* What undoes an earlier return would undo this one as well. */
static void
go_back (UnknotDataDialog *self,
         UnknotBackup     *backup,
         gboolean          undoing)
{
  if (unknot_data_dialog_is_gone (self) || self->working)
    return;

  adw_toast_overlay_dismiss_all (self->toasts);
  unknot_data_dialog_begin_work (self, _("Going back…"), FALSE);
  unknot_diary_go_back_async (self->diary, backup, went_back_cb,
                              return_new (self, backup, undoing));
}

static void
confirmed_cb (Return     *going,
              const char *response)
{
  go_back (going->dialog, going->backup, FALSE);
}

static void
undo_return_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);

  /* Somebody may have taken it away at once. */
  if (self->before != NULL)
    go_back (self, self->before, TRUE);
}

void
unknot_data_dialog_install_backups (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "data.undo-return", NULL, undo_return_action);
}

void
unknot_data_dialog_list_backups (UnknotDataDialog *self)
{
  g_autoptr (GListModel) backups = unknot_diary_list_backups (self->diary);

  unknot_data_page_set_backups (self->data_page, backups);
}

/* Asks whether the person wants that. */
void
unknot_data_dialog_ask_to_go_back (UnknotDataDialog *self,
                                   UnknotBackup     *backup)
{
  g_autofree char *time = unknot_clock_format (unknot_backup_get_time (backup));
  /* Translators: the day and the time of a backup */
  g_autofree char *body =
    g_strdup_printf (_("What you entered or changed after %s is not in it. The diary as it is now "
                       "stays among the backups, so that you can come back to it."), time);
  AdwAlertDialog *question =
    ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Go Back to This Backup?"), body));

  adw_alert_dialog_add_responses (question,
                                  "cancel", _("_Cancel"),
                                  "go-back", _("_Go Back"),
                                  NULL);
  adw_alert_dialog_set_response_appearance (question, "go-back", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_default_response (question, "cancel");
  adw_alert_dialog_set_close_response (question, "cancel");
  g_signal_connect_data (question, "response::go-back", G_CALLBACK (confirmed_cb),
                         return_new (self, backup, FALSE), free_return, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (question), GTK_WIDGET (self));
}
