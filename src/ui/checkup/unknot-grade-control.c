/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-grade-control"

#include "config.h"

#include "unknot-grade-control.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * UnknotGradeControl:
 *
 * Answers how bad something is by one click on a number: buttons, not a slider, for an unsteady hand.
 */
struct _UnknotGradeControl
{
  UnknotAnswerControl parent_instance;

  GPtrArray *buttons; /* one for each grade, in order */
};

G_DEFINE_FINAL_TYPE (UnknotGradeControl, unknot_grade_control, UNKNOT_TYPE_ANSWER_CONTROL)

static void
button_toggled_cb (GtkToggleButton    *button,
                   UnknotGradeControl *self)
{
  UnknotAnswerControl *control = UNKNOT_ANSWER_CONTROL (self);
  UnknotQuestion *question = unknot_answer_control_get_question (control);
  gboolean active = gtk_toggle_button_get_active (button);
  guint place;

  /* A toggle button says that it is pressed, which of a radio button nobody asks. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_CHECKED,
                               active ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                      : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);

  if (active && g_ptr_array_find (self->buttons, button, &place))
    unknot_answer_control_take_count (control, unknot_question_get_minimum (question) + place);
}

static void
unknot_grade_control_show_answer (UnknotAnswerControl *control,
                                  UnknotAnswers       *answers)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (control);
  UnknotQuestion *question = unknot_answer_control_get_question (control);
  int place = unknot_answers_get_count (answers, question) - unknot_question_get_minimum (question);

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (g_ptr_array_index (self->buttons, i), (int) i == place);
}

static void
unknot_grade_control_constructed (GObject *object)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (object);
  UnknotQuestion *question;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = g_object_new (ADW_TYPE_WRAP_BOX,
                                     "child-spacing", 4,
                                     "line-spacing", 4,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                     NULL);
  GtkWidget *legend;

  G_OBJECT_CLASS (unknot_grade_control_parent_class)->constructed (object);

  question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (buttons), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unknot_question_get_text (question), -1);
  for (int grade = unknot_question_get_minimum (question);
       grade <= unknot_question_get_maximum (question); grade++)
    {
      g_autofree char *label = g_strdup_printf ("%d", grade);
      GtkWidget *button = g_object_new (GTK_TYPE_TOGGLE_BUTTON,
                                        "label", label,
                                        "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO,
                                        NULL);

      gtk_widget_add_css_class (button, "grade");
      if (self->buttons->len > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                                     g_ptr_array_index (self->buttons, 0));
      g_signal_connect (button, "toggled", G_CALLBACK (button_toggled_cb), self);
      button_toggled_cb (GTK_TOGGLE_BUTTON (button), self);
      g_ptr_array_add (self->buttons, button);
      adw_wrap_box_append (ADW_WRAP_BOX (buttons), button);
    }

  legend = g_object_new (GTK_TYPE_LABEL,
                         "label", _("0 none · 5 hard to ignore · 10 worst imaginable"),
                         "xalign", 0.0,
                         "wrap", TRUE,
                         NULL);
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), legend);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static gboolean
focus_place (UnknotGradeControl *self,
             int                 place)
{
  return gtk_widget_grab_focus (
    g_ptr_array_index (self->buttons, CLAMP (place, 0, (int) self->buttons->len - 1)));
}

/* Tab comes to the chosen grade, or the first, and leaves from any. The arrows lead from one to the
 * next whatever line it stands in: nobody is to take the end of a line for the highest grade. */
static gboolean
unknot_grade_control_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (widget);
  gboolean to_the_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  guint place = 0;
  gboolean inside = g_ptr_array_find (self->buttons, focus, &place);

  switch (direction)
    {
    case GTK_DIR_UP:
      return inside && focus_place (self, (int) place - 1);

    case GTK_DIR_DOWN:
      return inside && focus_place (self, (int) place + 1);

    case GTK_DIR_LEFT:
      return inside && focus_place (self, (int) place + (to_the_left ? 1 : -1));

    case GTK_DIR_RIGHT:
      return inside && focus_place (self, (int) place + (to_the_left ? -1 : 1));

    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      break;
    }

  for (guint i = 0; i < self->buttons->len; i++)
    if (gtk_toggle_button_get_active (g_ptr_array_index (self->buttons, i)))
      place = i;

  return !inside && focus_place (self, place);
}

static void
unknot_grade_control_finalize (GObject *object)
{
  UnknotGradeControl *self = UNKNOT_GRADE_CONTROL (object);

  g_ptr_array_unref (self->buttons);

  G_OBJECT_CLASS (unknot_grade_control_parent_class)->finalize (object);
}

static void
unknot_grade_control_class_init (UnknotGradeControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotAnswerControlClass *control_class = UNKNOT_ANSWER_CONTROL_CLASS (klass);

  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = unknot_grade_control_constructed;
  object_class->finalize = unknot_grade_control_finalize;
  widget_class->focus = unknot_grade_control_focus;
  control_class->show_answer = unknot_grade_control_show_answer;
}

static void
unknot_grade_control_init (UnknotGradeControl *self)
{
  self->buttons = g_ptr_array_new ();
}
