/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-event-dialog"

#include "config.h"

#include "unknot-event-dialog.h"

#include "unknot-code-chips.h"
#include "unknot-moment-entry.h"
#include "unknot-note-view.h"

#include <glib/gi18n.h>

/**
 * UnknotEventDialog:
 *
 * Something that changed, and on which day. What is written is not thrown away by closing it.
 */
struct _UnknotEventDialog
{
  UnknotEntryDialog parent_instance;

  UnknotEvent *given; /* nullable: as it was at first */

  AdwPreferencesGroup *kind_group;
  UnknotCodeChips *kind;
  GtkEditable *title_row;
  AdwPreferencesGroup *day_group;
  UnknotMomentEntry *day;
  AdwPreferencesGroup *note_group;
  UnknotNoteView *note;
  GtkWidget *delete_group;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (UnknotEventDialog, unknot_event_dialog, UNKNOT_TYPE_ENTRY_DIALOG)

static gboolean
is_whole (UnknotEventDialog *self)
{
  return unknot_code_chips_get_code (self->kind) != NULL &&
         unknot_moment_entry_get_moment (self->day) != NULL;
}

static void
changed_cb (UnknotEventDialog *self)
{
  unknot_entry_dialog_keep (UNKNOT_ENTRY_DIALOG (self));
  gtk_widget_set_sensitive (self->save_button, is_whole (self));
}

static UnknotEvent *
create_event (UnknotEventDialog *self)
{
  UnknotMoment *moment = unknot_moment_entry_get_moment (self->day);
  const char *kind = unknot_code_chips_get_code (self->kind);
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (self->title_row)));
  g_autofree char *note = unknot_note_view_dup_note (self->note);
  UnknotEvent *event;

  if (self->given == NULL)
    event = unknot_event_new (moment, kind, NULL);
  else
    {
      event = UNKNOT_EVENT (unknot_entry_copy (UNKNOT_ENTRY (self->given)));
      unknot_entry_set_moment (UNKNOT_ENTRY (event), moment);
      unknot_event_set_kind (event, kind, NULL);
    }
  unknot_event_set_title (event, title, NULL);
  unknot_event_set_note (event, note, NULL);

  return event;
}

static void
save_clicked_cb (UnknotEventDialog *self)
{
  g_autoptr (UnknotEvent) event = create_event (self);

  unknot_entry_dialog_tell (UNKNOT_ENTRY_DIALOG (self), UNKNOT_ENTRY (event));
}

static void
unknot_event_dialog_dispose (GObject *object)
{
  UnknotEventDialog *self = UNKNOT_EVENT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_EVENT_DIALOG);
  g_clear_object (&self->given);

  G_OBJECT_CLASS (unknot_event_dialog_parent_class)->dispose (object);
}

static void
unknot_event_dialog_class_init (UnknotEventDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_event_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-event-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, kind_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, day_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, note_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotEventDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknot_entry_dialog_delete);
}

static void
unknot_event_dialog_init (UnknotEventDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill (UnknotEventDialog *self,
      UnknotEvent       *event,
      UnknotClock       *clock)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (clock);
  UnknotMoment *moment = event != NULL ? unknot_entry_get_moment (UNKNOT_ENTRY (event)) : now;

  self->kind = UNKNOT_CODE_CHIPS (
    unknot_code_chips_new_vocabulary (event != NULL ? UNKNOT_CODE_CHIPS_ONE
                                                    : UNKNOT_CODE_CHIPS_ONE_OR_NONE,
                                      _("What Changed"), UNKNOT_VOCABULARY_EVENT));
  adw_preferences_group_add (self->kind_group, GTK_WIDGET (self->kind));
  self->day = UNKNOT_MOMENT_ENTRY (unknot_moment_entry_new (clock, moment, _("When")));
  unknot_moment_entry_set_timeless (self->day);
  adw_preferences_group_add (self->day_group, GTK_WIDGET (self->day));
  self->note = UNKNOT_NOTE_VIEW (
    unknot_note_view_new (_("Note"), event != NULL ? unknot_event_get_note (event) : ""));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note));
  if (event == NULL)
    return;

  self->given = g_object_ref (event);
  unknot_code_chips_set_code (self->kind, unknot_event_get_kind (event));
  gtk_editable_set_text (self->title_row, unknot_event_get_title (event));
  gtk_widget_set_visible (self->delete_group, TRUE);
  adw_dialog_set_title (ADW_DIALOG (self), _("Event"));
}

/**
 * unknot_event_dialog_new:
 * @event: (nullable): an event that is in the diary, to be changed; %NULL for a new one
 * @clock: which says what is yet to come
 */
AdwDialog *
unknot_event_dialog_new (UnknotEvent *event,
                         UnknotClock *clock)
{
  UnknotEventDialog *self = g_object_new (UNKNOT_TYPE_EVENT_DIALOG, NULL);

  fill (self, event, clock);
  gtk_widget_set_sensitive (self->save_button, is_whole (self));
  g_signal_connect_swapped (self->kind, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->day, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->title_row, "changed", G_CALLBACK (changed_cb), self);

  return ADW_DIALOG (self);
}
