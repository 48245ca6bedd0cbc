/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-dialog"

#include "config.h"

#include "unknot-entry-dialog.h"

#include <glib/gi18n.h>

/**
 * UnknotEntryDialog:
 *
 * In which an entry is told of, as a whole, and saved by one button: its default widget, which
 * Ctrl+Enter presses from anywhere.
 */

G_DEFINE_ABSTRACT_TYPE (UnknotEntryDialog, unknot_entry_dialog, ADW_TYPE_DIALOG)

enum
{
  TOLD,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
unknot_entry_dialog_close_attempt (AdwDialog *dialog)
{
  AdwDialog *question = adw_alert_dialog_new (_("Discard Changes?"),
                                              _("What you wrote is not saved yet."));

  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (question), "keep", _("_Keep Editing"),
                                  "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (question), "discard",
                                            ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (ADW_ALERT_DIALOG (question), "keep");
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (question), "keep");
  g_signal_connect_object (question, "response::discard", G_CALLBACK (adw_dialog_force_close),
                           dialog, G_CONNECT_SWAPPED);
  adw_dialog_present (question, GTK_WIDGET (dialog));
}

static void
unknot_entry_dialog_class_init (UnknotEntryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  AdwDialogClass *dialog_class = ADW_DIALOG_CLASS (klass);

  dialog_class->close_attempt = unknot_entry_dialog_close_attempt;

  /**
   * UnknotEntryDialog::told:
   * @entry: the entry as it is told now, which is not in the diary yet
   */
  signals[TOLD] = g_signal_new ("told", UNKNOT_TYPE_ENTRY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_ENTRY);

  /**
   * UnknotEntryDialog::deleted:
   *
   * The person wants the entry out of the diary.
   */
  signals[DELETED] = g_signal_new ("deleted", UNKNOT_TYPE_ENTRY_DIALOG, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  /* A dialog keeps the application's shortcuts to the window below it. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F1, GDK_NO_MODIFIER_MASK, "app.help",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK,
                                       "default.activate", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK,
                                       "default.activate", NULL);
}

static void
unknot_entry_dialog_init (UnknotEntryDialog *self)
{
}

/**
 * unknot_entry_dialog_keep:
 *
 * Something was written: closing does not throw it away, but asks.
 */
void
unknot_entry_dialog_keep (UnknotEntryDialog *self)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_DIALOG (self));

  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
}

/**
 * unknot_entry_dialog_tell:
 * @entry: the entry as it is told now
 *
 * Hands it over, and closes.
 */
void
unknot_entry_dialog_tell (UnknotEntryDialog *self,
                          UnknotEntry       *entry)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_DIALOG (self));

  g_signal_emit (self, signals[TOLD], 0, entry);
  adw_dialog_force_close (ADW_DIALOG (self));
}

/**
 * unknot_entry_dialog_delete:
 *
 * Asks for the entry to be deleted, and closes.
 */
void
unknot_entry_dialog_delete (UnknotEntryDialog *self)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_DIALOG (self));

  g_signal_emit (self, signals[DELETED], 0);
  adw_dialog_force_close (ADW_DIALOG (self));
}
