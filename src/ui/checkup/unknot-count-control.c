/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-count-control"

#include "config.h"

#include "unknot-count-control.h"

#include <glib/gi18n.h>

/**
 * UnknotCountControl:
 *
 * Answers a count by typing it. An entry, not a spin button: nothing is typed is nothing answered.
 */
struct _UnknotCountControl
{
  UnknotAnswerControl parent_instance;

  GtkEditable *entry;
  GtkWidget *fault;
};

G_DEFINE_FINAL_TYPE (UnknotCountControl, unknot_count_control, UNKNOT_TYPE_ANSWER_CONTROL)

/* Returns: whether an answer is typed. */
static gboolean
read_count (UnknotCountControl *self,
            guint64            *count)
{
  UnknotQuestion *question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  return g_ascii_string_to_unsigned (g_strstrip (text), 10, unknot_question_get_minimum (question),
                                     unknot_question_get_maximum (question), count, NULL);
}

static gboolean
is_blank (UnknotCountControl *self)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (self->entry));

  return *g_strstrip (text) == '\0';
}

static void
show_fault (UnknotCountControl *self,
            gboolean            is_fault)
{
  if (is_fault && !gtk_widget_get_visible (self->fault))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (GTK_LABEL (self->fault)),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_widget_set_visible (self->fault, is_fault);
  if (is_fault)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               is_fault ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
entry_changed_cb (UnknotCountControl *self)
{
  UnknotAnswerControl *control = UNKNOT_ANSWER_CONTROL (self);
  guint64 count;
  gboolean valid = read_count (self, &count);

  show_fault (self, !valid && !is_blank (self));

  if (valid)
    unknot_answer_control_take_count (control, count);
  else
    unknot_answer_control_take_nothing (control);
}

static void
unknot_count_control_show_answer (UnknotAnswerControl *control,
                                  UnknotAnswers       *answers)
{
  UnknotCountControl *self = UNKNOT_COUNT_CONTROL (control);
  int count = unknot_answers_get_count (answers, unknot_answer_control_get_question (control));
  g_autofree char *text = g_strdup_printf ("%d", count);
  guint64 typed;
  gboolean valid = read_count (self, &typed);

  /* What is being typed stays while it is no answer yet; what would be one, and is not, was only
   * shown. */
  if (count >= 0 && (!valid || typed != (guint) count))
    gtk_editable_set_text (self->entry, text);
  else if (count < 0 && valid)
    gtk_editable_set_text (self->entry, "");
}

static void
unknot_count_control_constructed (GObject *object)
{
  UnknotCountControl *self = UNKNOT_COUNT_CONTROL (object);
  UnknotQuestion *question;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  g_autofree char *fault = NULL;

  G_OBJECT_CLASS (unknot_count_control_parent_class)->constructed (object);

  question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  self->entry = GTK_EDITABLE (g_object_new (GTK_TYPE_ENTRY,
                                            "input-purpose", GTK_INPUT_PURPOSE_DIGITS,
                                            "max-length", 5,
                                            "width-chars", 6,
                                            NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unknot_question_get_text (question), -1);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (line), gtk_label_new (unknot_question_get_unit (question)));
  gtk_box_append (GTK_BOX (box), line);

  fault = g_strdup_printf (_("A whole number from %d to %d"),
                           unknot_question_get_minimum (question),
                           unknot_question_get_maximum (question));
  self->fault = g_object_new (GTK_TYPE_LABEL,
                              "label", fault,
                              "xalign", 0.0,
                              "wrap", TRUE,
                              "visible", FALSE,
                              NULL);
  gtk_widget_add_css_class (self->fault, "error");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->fault, NULL, -1);
  gtk_box_append (GTK_BOX (box), self->fault);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
}

static void
unknot_count_control_class_init (UnknotCountControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotAnswerControlClass *control_class = UNKNOT_ANSWER_CONTROL_CLASS (klass);

  object_class->constructed = unknot_count_control_constructed;
  control_class->show_answer = unknot_count_control_show_answer;
}

static void
unknot_count_control_init (UnknotCountControl *self)
{
}
