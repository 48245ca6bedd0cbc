/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-data-dialog"

#include "config.h"

#include "unknot-data-dialog-private.h"

#include "unknot-failure.h"

#include <glib/gi18n.h>

/**
 * UnknotDataDialog:
 *
 * Takes all of the diary out, brings something in, and goes back to a backup, one at a time. While
 * that is done it can be stopped, and the dialog does not close.
 *
 * ## Actions
 *
 * `data.export` asks for a file to write in the form it is given, `data.import` for files to read;
 * `data.map-columns` plans with the columns that were chosen, `data.run-import` imports what was
 * planned. `data.undo-return` goes back to the diary as it was before it went back to a backup.
 * `data.tell` tells something.
 */
G_DEFINE_FINAL_TYPE (UnknotDataDialog, unknot_data_dialog, ADW_TYPE_DIALOG)

/* --- What the person is told --- */

void
unknot_data_dialog_tell (UnknotDataDialog *self,
                         const char       *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  /* It does not wait behind what can be undone, which stays. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* That is no failure. */
static gboolean
is_stopped (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

void
unknot_data_dialog_tell_failure (UnknotDataDialog *self,
                                 const char       *heading,
                                 const GError     *error)
{
  if (is_stopped (error))
    unknot_data_dialog_tell (self, _("Stopped. All is as it was."));
  else
    unknot_failure_tell (GTK_WIDGET (self), heading, error);
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  unknot_data_dialog_tell (UNKNOT_DATA_DIALOG (widget), g_variant_get_string (parameter, NULL));
}

/* --- One thing at a time --- */

/* Returns: whether files are to be asked for: they are asked for once. */
gboolean
unknot_data_dialog_begin_choosing (UnknotDataDialog *self)
{
  if (self->choosing)
    return FALSE;

  self->choosing = TRUE;

  return TRUE;
}

/* @error: (nullable): why no file was chosen
 *
 * Returns: whether there is anything to do, or to tell */
gboolean
unknot_data_dialog_end_choosing (UnknotDataDialog *self,
                                 const GError     *error)
{
  self->choosing = FALSE;

  return !unknot_data_dialog_is_gone (self) &&
         !g_error_matches (error, GTK_DIALOG_ERROR, GTK_DIALOG_ERROR_DISMISSED);
}

void
unknot_data_dialog_begin_work (UnknotDataDialog *self,
                               const char       *title,
                               gboolean          can_stop)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (!self->working && focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    g_set_weak_pointer (&self->focus, focus);
  self->working = TRUE;
  g_clear_object (&self->progress);
  if (can_stop)
    self->progress = unknot_progress_new ();
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->navigation), FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "data.undo-return", FALSE);
  unknot_work_bar_begin (self->work_bar, title, self->progress);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->work_bar), GTK_DIR_TAB_FORWARD);
}

/* What failed keeps it open: the person is to hear of it. */
void
unknot_data_dialog_end_work (UnknotDataDialog *self,
                             const GError     *error)
{
  self->working = FALSE;
  if (error != NULL && !is_stopped (error))
    self->closing = FALSE;
  g_clear_object (&self->progress);
  unknot_work_bar_end (self->work_bar);
  adw_toolbar_view_set_reveal_bottom_bars (self->toolbar_view, FALSE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->navigation), TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "data.undo-return", TRUE);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (self->focus != NULL)
    gtk_widget_grab_focus (self->focus);
  g_clear_weak_pointer (&self->focus);
  if (self->closing)
    adw_dialog_close (ADW_DIALOG (self));
}

/* The window may have gone meanwhile. */
gboolean
unknot_data_dialog_is_gone (UnknotDataDialog *self)
{
  return gtk_widget_get_root (GTK_WIDGET (self)) == NULL;
}

/* What would not end by itself for long ends soon, and then the dialog closes. */
static void
unknot_data_dialog_close_attempt (AdwDialog *dialog)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (dialog);

  self->closing = TRUE;
  if (self->progress != NULL)
    unknot_progress_stop (self->progress);
}

static void
go_back_cb (UnknotDataDialog *self,
            UnknotBackup     *backup)
{
  unknot_data_dialog_ask_to_go_back (self, backup);
}

/* --- Type --- */

/* Nobody waits for it any more. */
static void
unknot_data_dialog_unroot (GtkWidget *widget)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (widget);

  if (self->progress != NULL)
    unknot_progress_stop (self->progress);

  GTK_WIDGET_CLASS (unknot_data_dialog_parent_class)->unroot (widget);
}

static void
unknot_data_dialog_dispose (GObject *object)
{
  UnknotDataDialog *self = UNKNOT_DATA_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_DATA_DIALOG);
  g_clear_object (&self->diary);
  g_clear_object (&self->progress);
  g_clear_object (&self->import);
  g_clear_object (&self->before);
  g_clear_pointer (&self->names, g_free);
  g_clear_weak_pointer (&self->focus);

  G_OBJECT_CLASS (unknot_data_dialog_parent_class)->dispose (object);
}

static void
unknot_data_dialog_class_init (UnknotDataDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  object_class->dispose = unknot_data_dialog_dispose;
  widget_class->unroot = unknot_data_dialog_unroot;
  dialog_class->close_attempt = unknot_data_dialog_close_attempt;

  /**
   * UnknotDataDialog::imported:
   * @import: what was done, and can be undone
   *
   * Something was imported. The dialog closes.
   */
  g_signal_new ("imported", UNKNOT_TYPE_DATA_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 1, UNKNOT_TYPE_IMPORT);

  /**
   * UnknotDataDialog::went-back:
   *
   * The diary is that of a backup: what was imported before can be undone no more.
   */
  g_signal_new ("went-back", UNKNOT_TYPE_DATA_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/exchange/unknot-data-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, toolbar_view);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, navigation);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, data_page);
  gtk_widget_class_bind_template_child (widget_class, UnknotDataDialog, work_bar);
  gtk_widget_class_bind_template_callback (widget_class, go_back_cb);

  unknot_data_dialog_install_export (widget_class);
  unknot_data_dialog_install_import (widget_class);
  unknot_data_dialog_install_backups (widget_class);
  gtk_widget_class_install_action (widget_class, "data.tell", "s", tell_action);
}

static void
unknot_data_dialog_init (UnknotDataDialog *self)
{
  g_type_ensure (UNKNOT_TYPE_DATA_PAGE);
  g_type_ensure (UNKNOT_TYPE_WORK_BAR);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_data_dialog_new:
 * @diary: open
 */
AdwDialog *
unknot_data_dialog_new (UnknotDiary *diary)
{
  UnknotDataDialog *self = g_object_new (UNKNOT_TYPE_DATA_DIALOG, NULL);

  self->diary = g_object_ref (diary);
  unknot_data_dialog_list_backups (self);

  return ADW_DIALOG (self);
}
