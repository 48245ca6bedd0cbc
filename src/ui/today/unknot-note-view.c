/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-note-view"

#include "config.h"

#include "unknot-note-view.h"

#include "unknot-note-buffer.h"

/**
 * UnknotNoteView:
 *
 * A few lines to write in, which grow with what is written. Control and Enter do there what Enter
 * does elsewhere in the dialog.
 */
struct _UnknotNoteView
{
  AdwBin parent_instance;

  GtkWidget *text_view;
};

G_DEFINE_FINAL_TYPE (UnknotNoteView, unknot_note_view, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (UnknotNoteView *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Before the text takes the key for the end of a line, as it does with Enter alone. */
static void
add_shortcut (UnknotNoteView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger =
    gtk_alternative_trigger_new (gtk_keyval_trigger_new (GDK_KEY_Return, GDK_CONTROL_MASK),
                                 gtk_keyval_trigger_new (GDK_KEY_KP_Enter, GDK_CONTROL_MASK));

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (trigger, gtk_named_action_new ("default.activate")));
  gtk_widget_add_controller (self->text_view, controller);
}

static gboolean
unknot_note_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (UNKNOT_NOTE_VIEW (widget)->text_view);
}

static void
unknot_note_view_class_init (UnknotNoteViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = unknot_note_view_grab_focus;

  /**
   * UnknotNoteView::changed:
   *
   * The person wrote something.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_NOTE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
unknot_note_view_init (UnknotNoteView *self)
{
  GtkWidget *scroller;

  self->text_view = g_object_new (GTK_TYPE_TEXT_VIEW,
                                  "wrap-mode", GTK_WRAP_WORD_CHAR,
                                  "accepts-tab", FALSE,
                                  "top-margin", 12,
                                  "bottom-margin", 12,
                                  "left-margin", 12,
                                  "right-margin", 12,
                                  NULL);
  scroller = g_object_new (GTK_TYPE_SCROLLED_WINDOW,
                           "child", self->text_view,
                           "hscrollbar-policy", GTK_POLICY_NEVER,
                           "min-content-height", 96,
                           "max-content-height", 240,
                           "propagate-natural-height", TRUE,
                           "overflow", GTK_OVERFLOW_HIDDEN,
                           NULL);
  gtk_widget_add_css_class (scroller, "card");
  adw_bin_set_child (ADW_BIN (self), scroller);
  add_shortcut (self);
}

/**
 * unknot_note_view_new:
 * @label: what is to be written, for a screen reader
 * @note: what is written at first
 */
GtkWidget *
unknot_note_view_new (const char *label,
                      const char *note)
{
  UnknotNoteView *self = g_object_new (UNKNOT_TYPE_NOTE_VIEW, NULL);
  g_autoptr (UnknotNoteBuffer) buffer = unknot_note_buffer_new (note);

  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self->text_view), GTK_TEXT_BUFFER (buffer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * unknot_note_view_dup_note:
 *
 * Returns: (transfer full): what is written
 */
char *
unknot_note_view_dup_note (UnknotNoteView *self)
{
  GtkTextBuffer *buffer;

  g_return_val_if_fail (UNKNOT_IS_NOTE_VIEW (self), NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));

  return unknot_note_buffer_dup_note (UNKNOT_NOTE_BUFFER (buffer));
}

/**
 * unknot_note_view_add_line:
 * @line: what is written below what is there
 *
 * Undo there takes it away again.
 */
void
unknot_note_view_add_line (UnknotNoteView *self,
                           const char     *line)
{
  GtkTextView *view;
  GtkTextBuffer *buffer;
  g_autofree char *note = NULL;
  g_autofree char *added = NULL;
  GtkTextIter end;

  g_return_if_fail (UNKNOT_IS_NOTE_VIEW (self));

  view = GTK_TEXT_VIEW (self->text_view);
  buffer = gtk_text_view_get_buffer (view);
  note = unknot_note_view_dup_note (self);
  added = g_strconcat (*note != '\0' && !g_str_has_suffix (note, "\n") ? "\n" : "", line, NULL);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, added, -1);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_buffer_place_cursor (buffer, &end);
  gtk_text_view_scroll_mark_onscreen (view, gtk_text_buffer_get_insert (buffer));
}
