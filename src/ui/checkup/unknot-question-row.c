/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-question-row"

#include "config.h"

#include "unknot-question-row.h"

#include "unknot-answer-control.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/**
 * UnknotQuestionRow:
 *
 * A question with its answer control, and why it is asked. It shows only while the question applies.
 */
struct _UnknotQuestionRow
{
  GtkListBoxRow parent_instance;

  UnknotCheckup *checkup;
  UnknotQuestion *question;
  gboolean open;

  GtkLabel *title;
  GtkLabel *details;
  GtkLabel *why;
  GtkLabel *status;
  GtkWidget *why_button;
  AdwBin *answer;
};

G_DEFINE_FINAL_TYPE (UnknotQuestionRow, unknot_question_row, GTK_TYPE_LIST_BOX_ROW)

static char *
dup_diary_answer (UnknotQuestionRow *self)
{
  UnknotAnswers *said = unknot_checkup_get_diary_answers (self->checkup, self->question);
  g_auto (GStrv) codes = unknot_answers_get_codes (said, self->question);
  guint option;

  if (unknot_question_get_kind (self->question) == UNKNOT_QUESTION_COUNT)
    return g_strdup_printf ("%d", unknot_answers_get_count (said, self->question));
  if (!unknot_question_find_option (self->question, codes[0], &option))
    g_return_val_if_reached (NULL);

  return g_strdup (unknot_question_get_option_display (self->question, option));
}

static char *
dup_diary_status (UnknotQuestionRow *self)
{
  g_autofree char *answer = NULL;

  if (unknot_checkup_is_from_diary (self->checkup, self->question))
    return g_strdup (_("From your diary"));
  if (!unknot_checkup_is_worse_in_diary (self->checkup, self->question))
    return NULL;

  answer = dup_diary_answer (self);

  /* Translators: an answer that is more worrying than the one that was given */
  return g_strdup_printf (_("Your diary says: %s"), answer);
}

static char *
dup_status (UnknotQuestionRow *self)
{
  UnknotAnswers *answers = unknot_checkup_get_answers (self->checkup);

  if (unknot_checkup_is_suggested (self->checkup, self->question))
    return g_strdup (unknot_checkup_is_from_diary (self->checkup, self->question)
                       ? _("From your diary, not confirmed yet") : _("From your last check-up"));
  if (unknot_answers_is_skipped (answers, self->question))
    return g_strdup (_("Left out"));
  if (self->open && !unknot_answers_is_answered (answers, self->question))
    return g_strdup (_("Not answered yet"));

  return dup_diary_status (self);
}

static void
update (UnknotQuestionRow *self)
{
  g_autofree char *status = dup_status (self);

  gtk_label_set_label (self->status, status != NULL ? status : "");
  gtk_widget_set_visible (GTK_WIDGET (self->status), status != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self),
                          unknot_answers_applies (unknot_checkup_get_answers (self->checkup),
                                                  self->question));
}

/* Made when asked for: a tooltip of each button's own takes as long as the button. */
static gboolean
query_why_tooltip_cb (GtkWidget  *button,
                      int         x,
                      int         y,
                      gboolean    keyboard,
                      GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, _("Why We Ask"));

  return TRUE;
}

static void
why_toggled_cb (UnknotQuestionRow *self)
{
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->why_button)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), gtk_label_get_label (self->why),
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* To the answer, past the button that explains. */
static gboolean
unknot_question_row_grab_focus (GtkWidget *widget)
{
  UnknotQuestionRow *self = UNKNOT_QUESTION_ROW (widget);

  return gtk_widget_child_focus (GTK_WIDGET (self->answer), GTK_DIR_TAB_FORWARD);
}

/* A row's own way leads from the button back to the answer, and past the button going forward. */
static gboolean
unknot_question_row_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static void
unknot_question_row_dispose (GObject *object)
{
  UnknotQuestionRow *self = UNKNOT_QUESTION_ROW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_QUESTION_ROW);
  g_clear_object (&self->checkup);
  g_clear_object (&self->question);

  G_OBJECT_CLASS (unknot_question_row_parent_class)->dispose (object);
}

static void
unknot_question_row_class_init (UnknotQuestionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_question_row_dispose;
  widget_class->focus = unknot_question_row_focus;
  widget_class->grab_focus = unknot_question_row_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-question-row.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, title);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, details);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, why);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, status);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, why_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotQuestionRow, answer);
  gtk_widget_class_bind_template_callback (widget_class, query_why_tooltip_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_toggled_cb);
}

static void
unknot_question_row_init (UnknotQuestionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_question_row_new:
 *
 * Returns: a row that asks @question and hands its answers to @checkup
 */
GtkWidget *
unknot_question_row_new (UnknotCheckup  *checkup,
                         UnknotQuestion *question)
{
  UnknotQuestionRow *self = g_object_new (UNKNOT_TYPE_QUESTION_ROW, NULL);
  const char *text = unknot_question_get_text (question);
  g_autofree char *title = unknot_question_row_dup_title (text);
  g_autofree char *details = unknot_question_row_dup_details (text);
  g_autofree char *why = g_strdup_printf (_("Why we ask: %s"),
                                          unknot_question_get_short_text (question));

  self->checkup = g_object_ref (checkup);
  self->question = g_object_ref (question);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->details, details);
  gtk_widget_set_visible (GTK_WIDGET (self->details), *details != '\0');
  gtk_label_set_label (self->why, unknot_question_get_help (question));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->why_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, why, -1);
  gtk_widget_set_name (GTK_WIDGET (self), unknot_question_get_id (question));
  adw_bin_set_child (self->answer, unknot_answer_control_new (checkup, question));
  g_signal_connect_object (checkup, "notify::assessment", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}

UnknotQuestion *
unknot_question_row_get_question (UnknotQuestionRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_QUESTION_ROW (self), NULL);

  return self->question;
}

/**
 * unknot_question_row_set_open:
 * @open: whether to say so where the question is not answered
 */
void
unknot_question_row_set_open (UnknotQuestionRow *self,
                              gboolean           open)
{
  g_return_if_fail (UNKNOT_IS_QUESTION_ROW (self));

  self->open = open;
  if (open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  update (self);
}

/* Every question mark that some language ends a question with. */
static const char *
find_end (const char *text)
{
  static const gunichar marks[] = { '?', 0x37E, 0x61F, 0xFF1F };

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
      if (g_utf8_get_char (p) == marks[i])
        return g_utf8_next_char (p);

  return text + strlen (text);
}

/**
 * unknot_question_row_dup_title:
 * @text: a question's text
 *
 * Returns: (transfer full): the question itself, without what explains it
 */
char *
unknot_question_row_dup_title (const char *text)
{
  return g_strndup (text, find_end (text) - text);
}

/**
 * unknot_question_row_dup_details:
 * @text: a question's text
 *
 * Returns: (transfer full): what follows the question itself; may be empty
 */
char *
unknot_question_row_dup_details (const char *text)
{
  return g_strstrip (g_strdup (find_end (text)));
}
