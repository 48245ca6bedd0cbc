/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-visit-dialog"

#include "config.h"

#include "unknot-visit-dialog.h"

#include "unknot-moment-entry.h"
#include "unknot-note-view.h"
#include "unknot-suggestions-group.h"

#include <glib/gi18n.h>

/**
 * UnknotVisitDialog:
 *
 * A visit to the doctor: when, what is to be asked and reached, and once it was, what came of it.
 * What is written is not thrown away by closing it.
 */
struct _UnknotVisitDialog
{
  UnknotEntryDialog parent_instance;

  UnknotVisit *visit; /* as it was at first */
  UnknotClock *clock;

  AdwPreferencesGroup *outcome_group;
  UnknotNoteView *outcome;
  AdwPreferencesGroup *moment_group;
  UnknotMomentEntry *moment;
  AdwPreferencesGroup *questions_group;
  UnknotNoteView *questions;
  UnknotSuggestionsGroup *suggestions;
  AdwPreferencesGroup *goals_group;
  UnknotNoteView *goals;
  GtkWidget *delete_group;
  GtkWidget *save_button;
};

G_DEFINE_FINAL_TYPE (UnknotVisitDialog, unknot_visit_dialog, UNKNOT_TYPE_ENTRY_DIALOG)

static gboolean
has_come (UnknotVisitDialog *self)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (self->clock);
  UnknotMoment *moment = unknot_moment_entry_get_moment (self->moment);

  return moment != NULL && unknot_moment_compare (moment, now) <= 0;
}

/* What was written there is not hidden by choosing another day. */
static void
show_outcome (UnknotVisitDialog *self)
{
  g_autofree char *outcome = unknot_note_view_dup_note (self->outcome);

  gtk_widget_set_visible (GTK_WIDGET (self->outcome_group), *outcome != '\0' || has_come (self));
}

static void
suggest (UnknotVisitDialog *self)
{
  g_autofree char *questions = unknot_note_view_dup_note (self->questions);

  unknot_suggestions_group_set_questions (self->suggestions,
                                          has_come (self) ? NULL : questions);
}

static void
chosen_cb (UnknotVisitDialog *self,
           const char        *question)
{
  unknot_note_view_add_line (self->questions, question);
  if (!gtk_widget_get_visible (GTK_WIDGET (self->suggestions)))
    gtk_widget_grab_focus (GTK_WIDGET (self->questions));
}

static void
changed_cb (UnknotVisitDialog *self)
{
  unknot_entry_dialog_keep (UNKNOT_ENTRY_DIALOG (self));
  gtk_widget_set_sensitive (self->save_button,
                            unknot_moment_entry_get_moment (self->moment) != NULL);
}

static void
moment_changed_cb (UnknotVisitDialog *self)
{
  show_outcome (self);
  suggest (self);
  changed_cb (self);
}

static char *
dup_text (UnknotNoteView *view)
{
  return g_strstrip (unknot_note_view_dup_note (view));
}

static UnknotVisit *
create_visit (UnknotVisitDialog *self)
{
  UnknotVisit *visit = UNKNOT_VISIT (unknot_entry_copy (UNKNOT_ENTRY (self->visit)));
  g_autofree char *questions = dup_text (self->questions);
  g_autofree char *goals = dup_text (self->goals);
  g_autofree char *outcome = dup_text (self->outcome);

  unknot_entry_set_moment (UNKNOT_ENTRY (visit), unknot_moment_entry_get_moment (self->moment));
  unknot_visit_set_questions (visit, questions, NULL);
  unknot_visit_set_goals (visit, goals, NULL);
  unknot_visit_set_outcome (visit, outcome, NULL);

  return visit;
}

static void
save_clicked_cb (UnknotVisitDialog *self)
{
  g_autoptr (UnknotVisit) visit = create_visit (self);

  unknot_entry_dialog_tell (UNKNOT_ENTRY_DIALOG (self), UNKNOT_ENTRY (visit));
}

static void
unknot_visit_dialog_dispose (GObject *object)
{
  UnknotVisitDialog *self = UNKNOT_VISIT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_VISIT_DIALOG);
  g_clear_object (&self->visit);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (unknot_visit_dialog_parent_class)->dispose (object);
}

static void
unknot_visit_dialog_class_init (UnknotVisitDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_visit_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/summary/unknot-visit-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, outcome_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, moment_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, questions_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, suggestions);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, goals_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, delete_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitDialog, save_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknot_entry_dialog_delete);
}

static void
unknot_visit_dialog_init (UnknotVisitDialog *self)
{
  g_type_ensure (UNKNOT_TYPE_SUGGESTIONS_GROUP);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What it is called is its title for everybody. */
static UnknotNoteView *
add_text (UnknotVisitDialog   *self,
          AdwPreferencesGroup *group,
          const char          *text)
{
  GtkWidget *view = unknot_note_view_new (adw_preferences_group_get_title (group), text);

  adw_preferences_group_add (group, view);
  g_signal_connect_object (view, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return UNKNOT_NOTE_VIEW (view);
}

static void
fill (UnknotVisitDialog *self)
{
  GtkWidget *moment =
    unknot_moment_entry_new (self->clock, unknot_entry_get_moment (UNKNOT_ENTRY (self->visit)),
                             adw_preferences_group_get_title (self->moment_group));

  self->moment = UNKNOT_MOMENT_ENTRY (moment);
  unknot_moment_entry_allow_future (self->moment);
  adw_preferences_group_add (self->moment_group, moment);
  g_signal_connect_object (moment, "changed", G_CALLBACK (moment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->outcome = add_text (self, self->outcome_group, unknot_visit_get_outcome (self->visit));
  self->questions =
    add_text (self, self->questions_group, unknot_visit_get_questions (self->visit));
  g_signal_connect_object (self->questions, "changed", G_CALLBACK (suggest), self,
                           G_CONNECT_SWAPPED);
  self->goals = add_text (self, self->goals_group, unknot_visit_get_goals (self->visit));
}

/**
 * unknot_visit_dialog_new:
 * @visit: the visit as it is told at first, which is not changed
 * @is_new: whether it is not in the diary yet
 * @diary: which gives reason to ask something, and whose clock says what is yet to come
 * @protocol: (nullable): what the questions of the check-up are; without, nothing is suggested
 */
AdwDialog *
unknot_visit_dialog_new (UnknotVisit    *visit,
                         gboolean        is_new,
                         UnknotDiary    *diary,
                         UnknotProtocol *protocol)
{
  UnknotVisitDialog *self = g_object_new (UNKNOT_TYPE_VISIT_DIALOG, NULL);

  self->visit = g_object_ref (visit);
  self->clock = g_object_ref (unknot_diary_get_clock (diary));
  fill (self);
  show_outcome (self);
  if (protocol != NULL)
    unknot_suggestions_group_set_diary (self->suggestions, diary, protocol);
  suggest (self);
  if (has_come (self))
    adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->outcome));
  if (!is_new)
    adw_dialog_set_title (ADW_DIALOG (self), _("Visit to the Doctor"));
  gtk_widget_set_visible (self->delete_group, !is_new);

  return ADW_DIALOG (self);
}
