/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-yes-no-control"

#include "config.h"

#include "unknot-yes-no-control.h"

#include "unknot-choice-control.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * UnknotYesNoControl:
 *
 * Answers a flag: No, Yes or Not sure. For a sign, Yes opens the three courses that it can take, and
 * is an answer only when one of them is chosen.
 */
struct _UnknotYesNoControl
{
  UnknotAnswerControl parent_instance;

  AdwToggleGroup *group;
  GtkWidget *courses_box; /* nullable: a sign's courses … */
  GPtrArray *courses;     /* … as check buttons, named by their codes */
};

G_DEFINE_FINAL_TYPE (UnknotYesNoControl, unknot_yes_no_control, UNKNOT_TYPE_ANSWER_CONTROL)

static gboolean
is_sign (UnknotYesNoControl *self)
{
  UnknotQuestion *question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));

  return unknot_question_get_kind (question) == UNKNOT_QUESTION_SIGN;
}

static void
show_courses (UnknotYesNoControl *self)
{
  if (self->courses_box != NULL)
    gtk_widget_set_visible (self->courses_box,
                            g_strcmp0 (adw_toggle_group_get_active_name (self->group), "yes") == 0);
}

static GtkCheckButton *
find_active_course (UnknotYesNoControl *self)
{
  for (guint i = 0; i < self->courses->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (self->courses, i)))
      return g_ptr_array_index (self->courses, i);

  return NULL;
}

static void
course_toggled_cb (GtkCheckButton     *course,
                   UnknotYesNoControl *self)
{
  if (gtk_check_button_get_active (course))
    unknot_answer_control_take_code (UNKNOT_ANSWER_CONTROL (self),
                                     gtk_widget_get_name (GTK_WIDGET (course)));
}

static void
active_changed_cb (UnknotYesNoControl *self)
{
  UnknotAnswerControl *control = UNKNOT_ANSWER_CONTROL (self);
  const char *name = adw_toggle_group_get_active_name (self->group);
  GtkCheckButton *course = find_active_course (self);

  show_courses (self);
  unknot_checkup_set_half_answered (unknot_answer_control_get_checkup (control),
                                    unknot_answer_control_get_question (control),
                                    is_sign (self) && course == NULL && g_strcmp0 (name, "yes") == 0);
  if (name == NULL)
    return;

  if (!is_sign (self) || !g_str_equal (name, "yes"))
    unknot_answer_control_take_code (control, name);
  else if (course != NULL)
    unknot_answer_control_take_code (control, gtk_widget_get_name (GTK_WIDGET (course)));
  else
    unknot_answer_control_take_nothing (control);
}

static void
unknot_yes_no_control_show_answer (UnknotAnswerControl *control,
                                   UnknotAnswers       *answers)
{
  UnknotYesNoControl *self = UNKNOT_YES_NO_CONTROL (control);
  UnknotQuestion *question = unknot_answer_control_get_question (control);
  g_auto (GStrv) codes = unknot_answers_get_codes (answers, question);
  const char *code = codes[0];
  gboolean is_course = FALSE;

  for (guint i = 0; i < self->courses->len; i++)
    {
      GtkCheckButton *course = g_ptr_array_index (self->courses, i);
      gboolean active = g_strcmp0 (gtk_widget_get_name (GTK_WIDGET (course)), code) == 0;

      gtk_check_button_set_active (course, active);
      is_course |= active;
    }

  if (is_course)
    adw_toggle_group_set_active_name (self->group, "yes");
  else if (code != NULL)
    adw_toggle_group_set_active_name (self->group, code);
  else if (!is_sign (self) || g_strcmp0 (adw_toggle_group_get_active_name (self->group), "yes") != 0)
    adw_toggle_group_set_active (self->group, GTK_INVALID_LIST_POSITION);
  show_courses (self);
}

static void
add_toggle (UnknotYesNoControl *self,
            const char         *name,
            const char         *label)
{
  AdwToggle *toggle = adw_toggle_new ();

  adw_toggle_set_name (toggle, name);
  adw_toggle_set_label (toggle, label);
  adw_toggle_group_add (self->group, toggle);
}

static void
add_courses (UnknotYesNoControl *self,
             GtkWidget          *box)
{
  UnknotQuestion *question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));

  self->courses_box = g_object_new (GTK_TYPE_BOX,
                                    "orientation", GTK_ORIENTATION_VERTICAL,
                                    "accessible-role", GTK_ACCESSIBLE_ROLE_RADIO_GROUP,
                                    "visible", FALSE,
                                    NULL);
  gtk_box_append (GTK_BOX (self->courses_box),
                  g_object_new (GTK_TYPE_LABEL,
                                "label", _("When was it?"),
                                "xalign", 0.0,
                                "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->courses_box),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("When was it?"), -1);
  for (guint i = 0; i < unknot_question_get_n_options (question); i++)
    {
      const char *code = unknot_question_get_option_code (question, i);
      GtkWidget *course;

      if (g_str_equal (code, "no") || g_str_equal (code, "not-sure"))
        continue;

      course = unknot_choice_control_create_button (unknot_question_get_option_display (question, i));
      gtk_widget_set_name (course, code);
      if (self->courses->len > 0)
        gtk_check_button_set_group (GTK_CHECK_BUTTON (course),
                                    g_ptr_array_index (self->courses, 0));
      g_signal_connect (course, "toggled", G_CALLBACK (course_toggled_cb), self);
      g_ptr_array_add (self->courses, course);
      gtk_box_append (GTK_BOX (self->courses_box), course);
    }
  gtk_box_append (GTK_BOX (box), self->courses_box);
}

static void
unknot_yes_no_control_constructed (GObject *object)
{
  UnknotYesNoControl *self = UNKNOT_YES_NO_CONTROL (object);
  UnknotQuestion *question;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  G_OBJECT_CLASS (unknot_yes_no_control_parent_class)->constructed (object);

  question = unknot_answer_control_get_question (UNKNOT_ANSWER_CONTROL (self));
  self->group = ADW_TOGGLE_GROUP (adw_toggle_group_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->group), "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->group), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  unknot_question_get_text (question), -1);
  add_toggle (self, "no", _("No"));
  add_toggle (self, "yes", _("Yes"));
  add_toggle (self, "not-sure", _("Not sure"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  if (is_sign (self))
    add_courses (self, box);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  g_signal_connect_swapped (self->group, "notify::active", G_CALLBACK (active_changed_cb), self);
}

static void
unknot_yes_no_control_finalize (GObject *object)
{
  UnknotYesNoControl *self = UNKNOT_YES_NO_CONTROL (object);

  g_ptr_array_unref (self->courses);

  G_OBJECT_CLASS (unknot_yes_no_control_parent_class)->finalize (object);
}

static void
unknot_yes_no_control_class_init (UnknotYesNoControlClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotAnswerControlClass *control_class = UNKNOT_ANSWER_CONTROL_CLASS (klass);

  object_class->constructed = unknot_yes_no_control_constructed;
  object_class->finalize = unknot_yes_no_control_finalize;
  control_class->show_answer = unknot_yes_no_control_show_answer;
}

static void
unknot_yes_no_control_init (UnknotYesNoControl *self)
{
  self->courses = g_ptr_array_new ();
}
