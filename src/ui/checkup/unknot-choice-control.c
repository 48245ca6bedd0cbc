/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-choice-control"

#include "config.h"

#include "unknot-choice-control.h"

/**
 * UnknotChoiceControl:
 *
 * Answers a choice: one of a list; or choices: all of a list that apply, or none of them.
 */
struct _UnknotChoiceControl
{
  UnknotAnswerControl parent_instance;

  GPtrArray *buttons; /* named by their codes */
};

G_DEFINE_FINAL_TYPE (UnknotChoiceControl, unknot_choice_control, UNKNOT_TYPE_ANSWER_CONTROL)

static gboolean
takes_several (UnknotChoiceControl *self)
{
  UnknotQuestion *question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));

  return unknot_question_get_kind (question) == UNKNOT_QUESTION_CHOICES;
}

/* Choosing “none” takes the others away, and the other way round. */
static void
take_several (UnknotChoiceControl *self,
              GtkCheckButton      *toggled)
{
  UnknotAnswerControl *control = UNKNOT_ANSWER_CONTROL (self);
  const char *toggled_code = gtk_widget_get_name (GTK_WIDGET (toggled));
  gboolean none = gtk_check_button_get_active (toggled) && g_str_equal (toggled_code, "none");
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) codes = NULL;

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (self->buttons, i);
      const char *code = gtk_widget_get_name (GTK_WIDGET (button));

      if (gtk_check_button_get_active (button) && g_str_equal (code, "none") == none)
        g_strv_builder_add (builder, code);
    }

  codes = g_strv_builder_end (builder);
  if (codes[0] != NULL)
    unknot_answer_control_take_codes (control, (const char *const *) codes);
  else
    unknot_answer_control_take_nothing (control);
}

static void
button_toggled_cb (GtkCheckButton      *button,
                   UnknotChoiceControl *self)
{
  if (takes_several (self))
    take_several (self, button);
  else if (gtk_check_button_get_active (button))
    unknot_answer_control_take_code (UNKNOT_ANSWER_CONTROL (self),
                                     gtk_widget_get_name (GTK_WIDGET (button)));
}

static void
unknot_choice_control_show_answer (UnknotAnswerControl *control,
                                   UnknotAnswers       *answers)
{
  UnknotChoiceControl *self = UNKNOT_CHOICE_CONTROL (control);
  UnknotQuestion *question = unknot_answer_control_get_question (control);

  for (guint i = 0; i < self->buttons->len; i++)
    {
      GtkCheckButton *button = g_ptr_array_index (self->buttons, i);

      gtk_check_button_set_active (button,
                                   unknot_answers_has_code (answers, question,
                                                            gtk_widget_get_name (GTK_WIDGET (button))));
    }
}

static void
unknot_choice_control_constructed (GObject *object)
{
  UnknotChoiceControl *self = UNKNOT_CHOICE_CONTROL (object);
  UnknotQuestion *question;
  GtkWidget *box;

  G_OBJECT_CLASS (unknot_choice_control_parent_class)->constructed (object);

  question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  box = g_object_new (GTK_TYPE_BOX,
                      "orientation", GTK_ORIENTATION_VERTICAL,
                      "accessible-role", takes_several (self) ? GTK_ACCESSIBLE_ROLE_GROUP
                                                              : GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                      NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unknot_question_get_text (question), -1);

  for (guint i = 0; i < unknot_question_get_n_options (question); i++)
    {
      GtkWidget *button =
        unknot_choice_control_create_button (unknot_question_get_option_display (question, i));

      gtk_widget_set_name (button, unknot_question_get_option_code (question, i));
      if (!takes_several (self) && self->buttons->len > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (button),
                                    g_ptr_array_index (self->buttons, 0));
      g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
unknot_choice_control_finalize (GObject *object)
{
  UnknotChoiceControl *self = UNKNOT_CHOICE_CONTROL (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (unknot_choice_control_parent_class)->finalize (object);
}

static void
unknot_choice_control_class_init (UnknotChoiceControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotAnswerControlClass *control_class = UNKNOT_ANSWER_CONTROL_CLASS (klass);

  object_class->constructed = unknot_choice_control_constructed;
  object_class->finalize = unknot_choice_control_finalize;
  control_class->show_answer = unknot_choice_control_show_answer;
}

static void
unknot_choice_control_init (UnknotChoiceControl *self)
{
  self->buttons = g_ptr_array_new ();
}

/**
 * unknot_choice_control_create_button:
 *
 * Returns: (transfer floating): a check button whose words wrap, large enough for an unsteady hand
 */
GtkWidget *
unknot_choice_control_create_button (const char *text)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "hexpand", TRUE,
                                   NULL);

  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  return button;
}
