/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-day-dialog"

#include "config.h"

#include "unknot-day-dialog.h"

#include "unknot-code-chips.h"
#include "unknot-entry-text.h"

#include <glib/gi18n.h>

/**
 * UnknotDayDialog:
 *
 * What is said of a day as a whole: that there was no pain, and how the night before was.
 */
struct _UnknotDayDialog
{
  UnknotEntryDialog parent_instance;

  UnknotDay *day; /* as it was at first */

  AdwSwitchRow *painless_row;
  AdwPreferencesGroup *sleep_group;
  UnknotCodeChips *sleep;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (UnknotDayDialog, unknot_day_dialog, UNKNOT_TYPE_ENTRY_DIALOG)

static void
save_clicked_cb (UnknotDayDialog *self)
{
  g_autoptr (UnknotDay) day = UNKNOT_DAY (unknot_entry_copy (UNKNOT_ENTRY (self->day)));

  unknot_day_set_painless (day, adw_switch_row_get_active (self->painless_row));
  unknot_day_set_sleep (day, unknot_code_chips_get_code (self->sleep), NULL);
  unknot_entry_dialog_tell (UNKNOT_ENTRY_DIALOG (self), UNKNOT_ENTRY (day));
}

static void
unknot_day_dialog_dispose (GObject *object)
{
  UnknotDayDialog *self = UNKNOT_DAY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_DAY_DIALOG);
  g_clear_object (&self->day);

  G_OBJECT_CLASS (unknot_day_dialog_parent_class)->dispose (object);
}

static void
unknot_day_dialog_class_init (UnknotDayDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_day_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-day-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotDayDialog, painless_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotDayDialog, sleep_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotDayDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
unknot_day_dialog_init (UnknotDayDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sleep = UNKNOT_CODE_CHIPS (
    unknot_code_chips_new_vocabulary (UNKNOT_CODE_CHIPS_ONE_OR_NONE, _("The Night Before"),
                                      UNKNOT_VOCABULARY_SLEEP));
  adw_preferences_group_add (self->sleep_group, GTK_WIDGET (self->sleep));
}

/**
 * unknot_day_dialog_new:
 * @day: what was said of the day, which is not changed
 */
AdwDialog *
unknot_day_dialog_new (UnknotDay   *day,
                       UnknotClock *clock)
{
  UnknotDayDialog *self = g_object_new (UNKNOT_TYPE_DAY_DIALOG, NULL);
  g_autofree char *title =
    unknot_entry_text_dup_day (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (day))),
                               clock);

  self->day = g_object_ref (day);
  adw_dialog_set_title (ADW_DIALOG (self), title);
  adw_switch_row_set_active (self->painless_row, unknot_day_is_painless (day));
  unknot_code_chips_set_code (self->sleep, unknot_day_get_sleep (day));

  return ADW_DIALOG (self);
}
