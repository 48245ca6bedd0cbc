/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-editor"

#include "config.h"

#include "unknot-entry-editor.h"

#include "unknot-change.h"
#include "unknot-day-dialog.h"
#include "unknot-event-dialog.h"
#include "unknot-failure.h"
#include "unknot-peg-dialog.h"
#include "unknot-spasm-dialog.h"
#include "unknot-visit-dialog.h"

#include <glib/gi18n.h>

/* An entry as it was rides on the dialog that changes it. */
#define BEFORE "unknot-before"

/**
 * UnknotEntryEditor:
 *
 * Surrounds the views from which the diary is written. What is done there is on the disk before it
 * is said to be saved, over whichever view is shown, and can be undone. Its child is an
 * #AdwToastOverlay.
 *
 * ## Actions
 *
 * `entry.log` asks for a new spasm; `entry.continue-draft` and `entry.discard-draft` are about the
 * one that was begun; `entry.add-event` asks for something that changed, `entry.tell-function` for how
 * the past week was, and `entry.plan-visit` for a visit to the doctor; `entry.undo` undoes the last
 * thing that was done.
 */
struct _UnknotEntryEditor
{
  AdwBin parent_instance;

  UnknotDiary *diary;       /* nullable */
  UnknotDraft *draft;       /* nullable, as @diary */
  UnknotProtocol *protocol; /* nullable */
  UnknotEpisode *begun;     /* nullable: an entry that is in the draft */
  gboolean begun_is_new;
  UnknotChange *change;     /* nullable: the last thing that was done … */
  AdwToast *undo;           /* nullable: … while its undoing is offered */
  AdwDialog *dialog;        /* nullable: in which a spasm is told of */
};

G_DEFINE_FINAL_TYPE (UnknotEntryEditor, unknot_entry_editor, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_BEGUN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  NOTED,
  SHOW_CHECK,
  UNDO,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_toast (UnknotEntryEditor *self,
           AdwToast          *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self))), toast);
}

/* Nothing else is to stand before it. */
static void
tell_failure (UnknotEntryEditor *self,
              const GError      *error)
{
  unknot_failure_tell (GTK_WIDGET (self), _("Nothing Was Changed"), error);
}

/* --- What was done can be undone, the last thing at a time --- */

/* What is not offered any more is not undone by a key either. */
static void
dismissed_cb (UnknotEntryEditor *self,
              AdwToast          *toast)
{
  if (toast != self->undo)
    return;

  g_clear_object (&self->undo);
  g_clear_object (&self->change);
}

static void
forget_undo (UnknotEntryEditor *self)
{
  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
}

static void
offer_undo (UnknotEntryEditor *self,
            UnknotChange      *change)
{
  forget_undo (self);
  self->change = g_object_ref (change);
  self->undo = g_object_ref (adw_toast_new (unknot_change_get_message (change)));
  adw_toast_set_button_label (self->undo, _("_Undo"));
  adw_toast_set_action_name (self->undo, "entry.undo");
  adw_toast_set_timeout (self->undo, 15);
  g_signal_connect_object (self->undo, "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  add_toast (self, g_object_ref (self->undo));
}

/* What is on its way to the disk: it is told when it is there. */
typedef struct
{
  UnknotEntryEditor *editor;
  UnknotChange *change;
} Pending;

/* @change: (transfer full) */
static Pending *
pending_new (UnknotEntryEditor *self,
             UnknotChange      *change)
{
  Pending *pending = g_new (Pending, 1);

  pending->editor = g_object_ref (self);
  pending->change = change;

  return pending;
}

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->editor);
  g_object_unref (pending->change);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Pending) pending = user_data;
  g_autoptr (GError) error = NULL;

  /* The window may have gone meanwhile. */
  if (pending->editor->diary == NULL)
    return;
  if (unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error))
    offer_undo (pending->editor, pending->change);
  else
    tell_failure (pending->editor, error);
}

static void
delete_entry (UnknotEntryEditor *self,
              UnknotEntry       *entry,
              const char        *message)
{
  UnknotChange *change = unknot_change_new (message);

  unknot_change_add_deleted (change, entry);
  unknot_diary_delete_async (self->diary, entry, changed_cb, pending_new (self, change));
}

static void look_for_draft (UnknotEntryEditor *self);

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotEntryEditor) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_change_undo_finish (UNKNOT_CHANGE (source), result, &error) && self->diary != NULL)
    tell_failure (self, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotEntryEditor *self = UNKNOT_ENTRY_EDITOR (widget);
  g_autoptr (UnknotChange) change = g_steal_pointer (&self->change);

  g_signal_emit (self, signals[UNDO], 0);
  forget_undo (self);
  if (change == NULL)
    return;

  unknot_change_undo_async (change, self->diary, undone_cb, g_object_ref (self));
  if (unknot_change_get_discarded (change) != NULL)
    {
      unknot_draft_save (self->draft, unknot_change_get_discarded (change));
      look_for_draft (self);
    }
}

static gboolean
undo_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (UNKNOT_ENTRY_EDITOR (widget)->change == NULL)
    return GDK_EVENT_PROPAGATE;

  undo_action (widget, NULL, NULL);

  return GDK_EVENT_STOP;
}

/* --- An entry that was begun --- */

static void
set_begun (UnknotEntryEditor *self,
           UnknotEpisode     *begun)
{
  g_set_object (&self->begun, begun);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.continue-draft", begun != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.discard-draft", begun != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BEGUN]);
}

static void
look_for_draft (UnknotEntryEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotEpisode) begun =
    unknot_spasm_dialog_load_draft (self->draft, &self->begun_is_new, &error);

  if (error != NULL)
    unknot_entry_editor_tell (self, error->message);
  set_begun (self, begun);
}

/* --- The dialogs --- */

static void
saved_cb (UnknotEntryEditor *self,
          UnknotEpisode     *episode,
          UnknotSpasmDialog *dialog)
{
  UnknotEpisode *before = g_object_get_data (G_OBJECT (dialog), BEFORE);
  g_autoptr (UnknotChange) change =
    before != NULL ? unknot_change_new_edit (_("Entry changed"), before, episode)
                   : unknot_change_new (_("Spasm saved"));

  if (before == NULL)
    unknot_change_add_created (change, UNKNOT_ENTRY (episode));
  offer_undo (self, change);
  g_signal_emit (self, signals[NOTED], 0, before, episode);
}

static void
discarded_cb (UnknotEntryEditor *self,
              GBytes            *content)
{
  g_autoptr (UnknotChange) change = unknot_change_new (_("Entry discarded"));

  unknot_change_set_discarded (change, content);
  offer_undo (self, change);
}

static void
deleted_cb (UnknotEntryEditor *self,
            AdwDialog         *dialog)
{
  unknot_entry_editor_delete (self, g_object_get_data (G_OBJECT (dialog), BEFORE));
}

static void
present (UnknotEntryEditor *self,
         AdwDialog         *dialog)
{
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "discarded", G_CALLBACK (discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (look_for_draft), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* @episode: as it is in the diary, or %NULL for a new one. */
static void
open_dialog (UnknotEntryEditor *self,
             UnknotEpisode     *episode)
{
  AdwDialog *dialog = unknot_spasm_dialog_new (self->diary, episode, self->draft);

  if (episode != NULL)
    g_object_set_data_full (G_OBJECT (dialog), BEFORE,
                            unknot_entry_copy (UNKNOT_ENTRY (episode)), g_object_unref);
  present (self, dialog);
}

static void
open_draft (UnknotEntryEditor *self)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->begun_is_new)
    {
      episode = UNKNOT_EPISODE (unknot_diary_dup_entry (
        self->diary, UNKNOT_TYPE_EPISODE,
        unknot_entry_get_uuid (UNKNOT_ENTRY (self->begun)), &error));
      if (error != NULL)
        {
          unknot_entry_editor_tell (self, error->message);
          return;
        }
    }
  /* What is in the diary no more can still be saved. */
  open_dialog (self, episode != NULL || self->begun_is_new ? episode : self->begun);
}

/* There is one draft: what is in it is not lost by beginning something else. */
static void
finish_draft_first (UnknotEntryEditor *self)
{
  unknot_entry_editor_tell (self, _("You had begun this entry. Save or discard it first."));
  open_draft (self);
}

/* Returns: whether @episode is what is edited now */
static gboolean
edit (UnknotEntryEditor *self,
      UnknotEpisode     *episode)
{
  const char *uuid = episode != NULL ? unknot_entry_get_uuid (UNKNOT_ENTRY (episode)) : NULL;

  /* One at a time: none is to cover another. */
  if (self->dialog != NULL)
    return FALSE;

  if (self->begun == NULL ||
      (uuid == NULL ? self->begun_is_new
                    : g_str_equal (uuid, unknot_entry_get_uuid (UNKNOT_ENTRY (self->begun)))))
    {
      open_dialog (self, episode);
      return TRUE;
    }

  finish_draft_first (self);

  return FALSE;
}

static void
day_told_cb (UnknotEntryEditor *self,
             UnknotEntry       *day,
             AdwDialog         *dialog)
{
  unknot_entry_editor_save (self, day, g_object_get_data (G_OBJECT (dialog), BEFORE),
                            _("Day changed"));
}

static void
event_told_cb (UnknotEntryEditor *self,
               UnknotEntry       *event,
               AdwDialog         *dialog)
{
  UnknotEntry *before = g_object_get_data (G_OBJECT (dialog), BEFORE);

  unknot_entry_editor_save (self, event, before,
                            before != NULL ? _("Event changed") : _("Event added"));
}

static void
peg_told_cb (UnknotEntryEditor *self,
             UnknotEntry       *peg,
             AdwDialog         *dialog)
{
  UnknotEntry *before = g_object_get_data (G_OBJECT (dialog), BEFORE);

  unknot_entry_editor_save (self, peg, before,
                            before != NULL ? _("Answers changed") : _("Answers saved"));
}

/* @before: (nullable): as it is in the diary
 * @told_cb: is handed what the person tells */
static void
present_for (UnknotEntryEditor *self,
             AdwDialog         *dialog,
             gpointer           before,
             GCallback          told_cb)
{
  if (before != NULL)
    g_object_set_data_full (G_OBJECT (dialog), BEFORE, g_object_ref (before), g_object_unref);
  g_signal_connect_object (dialog, "told", told_cb, self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* @event: (nullable): as it is in the diary */
static void
open_event (UnknotEntryEditor *self,
            UnknotEvent       *event)
{
  AdwDialog *dialog = unknot_event_dialog_new (event, unknot_diary_get_clock (self->diary));

  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  present_for (self, dialog, event, G_CALLBACK (event_told_cb));
}

/* @peg: (nullable): as it is in the diary */
static void
open_peg (UnknotEntryEditor *self,
          UnknotPeg         *peg)
{
  AdwDialog *dialog = unknot_peg_dialog_new (peg, unknot_diary_get_clock (self->diary));

  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  present_for (self, dialog, peg, G_CALLBACK (peg_told_cb));
}

static void
add_event_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  open_event (UNKNOT_ENTRY_EDITOR (widget), NULL);
}

static void
tell_function_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  open_peg (UNKNOT_ENTRY_EDITOR (widget), NULL);
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  unknot_entry_editor_log (UNKNOT_ENTRY_EDITOR (widget));
}

static void
continue_draft_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  UnknotEntryEditor *self = UNKNOT_ENTRY_EDITOR (widget);

  if (self->dialog == NULL)
    open_draft (self);
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  UnknotEntryEditor *self = UNKNOT_ENTRY_EDITOR (widget);
  g_autoptr (GBytes) content = unknot_draft_load (self->draft, NULL);

  unknot_draft_clear (self->draft);
  set_begun (self, NULL);
  if (content != NULL)
    discarded_cb (self, content);
}

static void
visit_told_cb (UnknotEntryEditor *self,
               UnknotEntry       *visit,
               AdwDialog         *dialog)
{
  UnknotEntry *before = g_object_get_data (G_OBJECT (dialog), BEFORE);

  unknot_entry_editor_save (self, visit, before,
                            before != NULL ? _("Visit changed") : _("Visit saved"));
}

/* @is_new: whether it is not in the diary yet */
static void
open_visit (UnknotEntryEditor *self,
            UnknotVisit       *visit,
            gboolean           is_new)
{
  AdwDialog *dialog = unknot_visit_dialog_new (visit, is_new, self->diary, self->protocol);

  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  present_for (self, dialog, is_new ? NULL : visit, G_CALLBACK (visit_told_cb));
}

/* Until the person says when it is. */
static UnknotMoment *
create_moment_tomorrow (UnknotEntryEditor *self)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (unknot_diary_get_clock (self->diary));
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autoptr (GDateTime) morning =
    g_date_time_new (g_date_time_get_timezone (tomorrow), g_date_time_get_year (tomorrow),
                     g_date_time_get_month (tomorrow), g_date_time_get_day_of_month (tomorrow), 9,
                     0, 0);

  return unknot_moment_new (morning);
}

/* Goals stay what they are from one visit to the next. */
static UnknotVisit *
create_visit (UnknotEntryEditor  *self,
              GError            **error)
{
  g_autoptr (UnknotMoment) moment = create_moment_tomorrow (self);
  g_autoptr (UnknotVisit) visit = unknot_visit_new (moment);
  g_autoptr (UnknotVisit) before = NULL;
  GError *local_error = NULL;

  before = unknot_diary_dup_next_visit (self->diary, &local_error);
  if (before == NULL && local_error == NULL)
    before = unknot_diary_dup_last_visit (self->diary, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }
  if (before != NULL)
    unknot_visit_set_goals (visit, unknot_visit_get_goals (before), NULL);

  return g_steal_pointer (&visit);
}

static void
plan_visit_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  unknot_entry_editor_plan_visit (UNKNOT_ENTRY_EDITOR (widget));
}

static void
unknot_entry_editor_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  UnknotEntryEditor *self = UNKNOT_ENTRY_EDITOR (object);

  switch (prop_id)
    {
    case PROP_BEGUN:
      g_value_set_object (value, self->begun);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_entry_editor_dispose (GObject *object)
{
  UnknotEntryEditor *self = UNKNOT_ENTRY_EDITOR (object);

  g_clear_object (&self->undo);
  g_clear_object (&self->change);
  g_clear_object (&self->begun);
  g_clear_weak_pointer (&self->dialog);
  g_clear_object (&self->diary);
  g_clear_object (&self->draft);
  g_clear_object (&self->protocol);

  G_OBJECT_CLASS (unknot_entry_editor_parent_class)->dispose (object);
}

static void
unknot_entry_editor_class_init (UnknotEntryEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_entry_editor_dispose;
  object_class->get_property = unknot_entry_editor_get_property;

  /**
   * UnknotEntryEditor:begun:
   *
   * A spasm that was begun to be told of, and not saved; %NULL where there is none.
   */
  properties[PROP_BEGUN] =
    g_param_spec_object ("begun", NULL, NULL, UNKNOT_TYPE_EPISODE,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotEntryEditor::noted:
   * @before: (nullable): the spasm as it was in the diary
   * @episode: as it is now
   *
   * The person told something of a spasm, and it is saved.
   */
  signals[NOTED] = g_signal_new ("noted", UNKNOT_TYPE_ENTRY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 2, UNKNOT_TYPE_EPISODE,
                                 UNKNOT_TYPE_EPISODE);

  /**
   * UnknotEntryEditor::show-check:
   * @check: a saved check-up
   *
   * The person wants to see what a check-up said.
   */
  signals[SHOW_CHECK] = g_signal_new ("show-check", UNKNOT_TYPE_ENTRY_EDITOR, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_CHECK);

  /**
   * UnknotEntryEditor::undo:
   *
   * The last thing that was done is to be undone. The button for it, which had the focus, goes away.
   */
  signals[UNDO] = g_signal_new ("undo", UNKNOT_TYPE_ENTRY_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "entry.plan-visit", NULL, plan_visit_action);
  gtk_widget_class_install_action (widget_class, "entry.log", NULL, log_action);
  gtk_widget_class_install_action (widget_class, "entry.continue-draft", NULL,
                                   continue_draft_action);
  gtk_widget_class_install_action (widget_class, "entry.discard-draft", NULL,
                                   discard_draft_action);
  gtk_widget_class_install_action (widget_class, "entry.add-event", NULL, add_event_action);
  gtk_widget_class_install_action (widget_class, "entry.tell-function", NULL,
                                   tell_function_action);
  gtk_widget_class_install_action (widget_class, "entry.undo", NULL, undo_action);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_key_cb, NULL);
}

static void
unknot_entry_editor_init (UnknotEntryEditor *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.plan-visit", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.log", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.continue-draft", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.discard-draft", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.add-event", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.tell-function", FALSE);
}

static void
diary_failed_cb (UnknotEntryEditor *self,
                 GError            *error)
{
  unknot_entry_editor_tell (self, error->message);
}

/**
 * unknot_entry_editor_set_diary:
 * @diary: open or not
 * @draft: where an entry is kept while it is written
 *
 * Lets the person write, from now on.
 */
void
unknot_entry_editor_set_diary (UnknotEntryEditor *self,
                               UnknotDiary       *diary,
                               UnknotDraft       *draft)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary == NULL);

  self->diary = g_object_ref (diary);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (diary, "failed", G_CALLBACK (diary_failed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.plan-visit", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.log", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.add-event", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.tell-function", TRUE);
  look_for_draft (self);
}

/**
 * unknot_entry_editor_set_protocol:
 * @protocol: what the questions of the check-up are
 *
 * Lets questions for a visit be suggested, from now on.
 */
void
unknot_entry_editor_set_protocol (UnknotEntryEditor *self,
                                  UnknotProtocol    *protocol)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));

  g_set_object (&self->protocol, protocol);
}

/**
 * unknot_entry_editor_get_begun:
 *
 * Returns: (transfer none) (nullable): a spasm that was begun to be told of, and not saved
 */
UnknotEpisode *
unknot_entry_editor_get_begun (UnknotEntryEditor *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_EDITOR (self), NULL);

  return self->begun;
}

/**
 * unknot_entry_editor_tell:
 * @message: a sentence
 *
 * Tells the person something that stays until it was read.
 */
void
unknot_entry_editor_tell (UnknotEntryEditor *self,
                          const char        *message)
{
  AdwToast *toast;

  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));

  toast = adw_toast_new (message);
  adw_toast_set_timeout (toast, 0);
  add_toast (self, toast);
}

static UnknotChange *
make_change (UnknotEntry *entry,
             UnknotEntry *before,
             const char  *message)
{
  UnknotChange *change;

  if (before != NULL && UNKNOT_IS_EPISODE (entry))
    return unknot_change_new_edit (message, UNKNOT_EPISODE (before), UNKNOT_EPISODE (entry));

  change = unknot_change_new (message);
  if (before != NULL)
    unknot_change_set_before (change, before);
  else
    unknot_change_add_created (change, entry);

  return change;
}

static gboolean
says_nothing (UnknotEntry *entry)
{
  return UNKNOT_IS_DAY (entry) && !unknot_day_is_painless (UNKNOT_DAY (entry)) &&
         unknot_day_get_sleep (UNKNOT_DAY (entry)) == NULL;
}

/**
 * unknot_entry_editor_save:
 * @entry: as it is to be; a day of which nothing is said is none
 * @before: (nullable): as it is in the diary, another object; %NULL for a new one
 * @message: what was done, to be told when it is on the disk, with Undo
 *
 * Where it cannot be saved the person is told why.
 */
void
unknot_entry_editor_save (UnknotEntryEditor *self,
                          UnknotEntry       *entry,
                          UnknotEntry       *before,
                          const char        *message)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  if (!says_nothing (entry))
    unknot_diary_save_async (self->diary, entry, changed_cb,
                             pending_new (self, make_change (entry, before, message)));
  else if (before != NULL)
    delete_entry (self, before, message);
}

/**
 * unknot_entry_editor_delete:
 * @entry: as it is in the diary
 *
 * Takes it out of the diary, to be brought back by Undo.
 */
void
unknot_entry_editor_delete (UnknotEntryEditor *self,
                            UnknotEntry       *entry)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  delete_entry (self, entry, _("Entry deleted"));
}

/**
 * unknot_entry_editor_log:
 *
 * Asks for a new spasm, or for the rest of one that was begun.
 */
void
unknot_entry_editor_log (UnknotEntryEditor *self)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  edit (self, NULL);
}

/**
 * unknot_entry_editor_plan_visit:
 *
 * Asks for a visit to the doctor.
 */
void
unknot_entry_editor_plan_visit (UnknotEntryEditor *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotVisit) visit = NULL;

  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  visit = create_visit (self, &error);
  if (visit != NULL)
    open_visit (self, visit, TRUE);
  else
    unknot_entry_editor_tell (self, error->message);
}

/**
 * unknot_entry_editor_can_open:
 *
 * Returns: whether there is more to see of @entry than in a row
 */
gboolean
unknot_entry_editor_can_open (UnknotEntryEditor *self,
                              UnknotEntry       *entry)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_EDITOR (self), FALSE);

  return UNKNOT_IS_EPISODE (entry) || UNKNOT_IS_DAY (entry) || UNKNOT_IS_CHECK (entry) ||
         UNKNOT_IS_EVENT (entry) || UNKNOT_IS_PEG (entry) || UNKNOT_IS_VISIT (entry);
}

/**
 * unknot_entry_editor_open:
 * @entry: as it is in the diary
 *
 * Shows it, to be changed where it can be; nothing where unknot_entry_editor_can_open() says that
 * there is nothing to show.
 */
void
unknot_entry_editor_open (UnknotEntryEditor *self,
                          UnknotEntry       *entry)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  if (UNKNOT_IS_EPISODE (entry))
    edit (self, UNKNOT_EPISODE (entry));
  else if (UNKNOT_IS_VISIT (entry))
    open_visit (self, UNKNOT_VISIT (entry), FALSE);
  else if (UNKNOT_IS_DAY (entry))
    unknot_entry_editor_open_day (self, UNKNOT_DAY (entry), UNKNOT_DAY (entry));
  else if (UNKNOT_IS_CHECK (entry))
    g_signal_emit (self, signals[SHOW_CHECK], 0, entry);
  else if (UNKNOT_IS_EVENT (entry))
    open_event (self, UNKNOT_EVENT (entry));
  else if (UNKNOT_IS_PEG (entry))
    open_peg (self, UNKNOT_PEG (entry));
}

/**
 * unknot_entry_editor_open_end:
 * @episode: as it is in the diary
 *
 * Asks when it ended.
 */
void
unknot_entry_editor_open_end (UnknotEntryEditor *self,
                              UnknotEpisode     *episode)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  if (edit (self, episode))
    unknot_spasm_dialog_tell_end (UNKNOT_SPASM_DIALOG (self->dialog));
}

/**
 * unknot_entry_editor_open_day:
 * @day: what is said of a day
 * @before: (nullable): what the diary says of it
 */
void
unknot_entry_editor_open_day (UnknotEntryEditor *self,
                              UnknotDay         *day,
                              UnknotDay         *before)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  present_for (self, unknot_day_dialog_new (day, unknot_diary_get_clock (self->diary)), before,
               G_CALLBACK (day_told_cb));
}

/**
 * unknot_entry_editor_duplicate:
 * @episode: whose like happened again
 *
 * Asks for a new spasm that starts as a copy of it.
 */
void
unknot_entry_editor_duplicate (UnknotEntryEditor *self,
                               UnknotEpisode     *episode)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_EDITOR (self));
  g_return_if_fail (self->diary != NULL);

  if (self->dialog != NULL)
    return;

  if (self->begun != NULL)
    finish_draft_first (self);
  else
    present (self, unknot_spasm_dialog_new_like (self->diary, episode, self->draft));
}
