/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-result-page"

#include "config.h"

#include "unknot-result-page.h"

#include "unknot-advice-item.h"
#include "unknot-evidence-dialog.h"
#include "unknot-learn-button.h"
#include "unknot-level-image.h"
#include "unknot-result-words.h"

#include <glib/gi18n.h>

/**
 * UnknotResultPage:
 *
 * What to do, why, and what to watch for.
 */
struct _UnknotResultPage
{
  AdwNavigationPage parent_instance;

  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  gboolean past;
  char *topic; /* nullable: the page about the level */

  AdwBin *sign_bin;
  GtkLabel *title_label;
  GtkLabel *time_frame_label;
  GtkLabel *notice_label;
  GtkLabel *answered_label;
  GtkWidget *emergency_button;
  GtkWidget *missing_button;
  GtkWidget *learn_button;
  GtkBox *parts;
  GtkWidget *review_button;
};

G_DEFINE_FINAL_TYPE (UnknotResultPage, unknot_result_page, ADW_TYPE_NAVIGATION_PAGE)

/* The facts ride on the row that shows them. */
#define FACTS "unknot-facts"

static AdwPreferencesGroup *
add_part (UnknotResultPage *self,
          const char       *title)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, title);
  gtk_box_append (self->parts, GTK_WIDGET (group));

  return group;
}

static void
evidence_clicked_cb (GtkWidget        *button,
                     UnknotResultPage *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW);
  GPtrArray *facts = g_object_get_data (G_OBJECT (row), FACTS);
  AdwDialog *dialog =
    unknot_evidence_dialog_new (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), facts);

  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* A button, not the row: a row that says “call” must not seem to do it. */
static void
add_evidence_button (UnknotResultPage *self,
                     AdwActionRow     *row,
                     GPtrArray        *facts)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("help-about-symbolic");
  g_autofree char *label =
    /* Translators: %s is the advice or the answers that the evidence is for. */
    g_strdup_printf (_("Evidence: %s"),
                     adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  g_object_set_data_full (G_OBJECT (row), FACTS, g_ptr_array_ref (facts),
                          (GDestroyNotify) g_ptr_array_unref);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_tooltip_text (button, _("Show the Evidence"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (evidence_clicked_cb), self,
                           G_CONNECT_DEFAULT);
  adw_action_row_add_suffix (row, button);
}

static AdwActionRow *
create_row (UnknotResultPage *self,
            const char       *title,
            const char       *subtitle,
            GPtrArray        *facts)
{
  AdwActionRow *row = ADW_ACTION_ROW (adw_action_row_new ());

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (row, subtitle);
  if (facts != NULL && facts->len > 0)
    add_evidence_button (self, row, facts);

  return row;
}

/* Where there is a call to make, nothing leads away from it. */
static gboolean
may_read_on (UnknotResultPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);

  return unknot_assessment_get_level (assessment) != UNKNOT_LEVEL_EMERGENCY &&
         !unknot_assessment_is_emergency_open (assessment);
}

static GtkWidget *
create_advice_row (UnknotResultPage *self,
                   UnknotAdviceItem *item,
                   const char       *line)
{
  AdwActionRow *row = create_row (self, line, NULL, unknot_advice_item_get_facts (item));
  const char *topic = unknot_advice_item_get_topic (item);

  if (topic != NULL && may_read_on (self))
    adw_action_row_add_suffix (row,
                               unknot_learn_button_new (topic, unknot_advice_item_get_text (item)));

  return GTK_WIDGET (row);
}

static void
add_advice (UnknotResultPage *self,
            UnknotAdvice     *advice,
            UnknotAdvicePart  part)
{
  GListModel *items = unknot_advice_get_items (advice, part);
  AdwPreferencesGroup *group;

  if (g_list_model_get_n_items (items) == 0)
    return;

  group = add_part (self, unknot_result_words_get_title (part));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (UnknotAdviceItem) item = g_list_model_get_item (items, i);
      const char *text = unknot_advice_item_get_text (item);
      g_autofree char *line = part == UNKNOT_ADVICE_TO_DO
                                ? g_strdup_printf ("%u. %s", i + 1, text)
                                : g_strdup (text);

      adw_preferences_group_add (group, create_advice_row (self, item, line));
    }
}

static void
add_reasons (UnknotResultPage *self,
             UnknotAssessment *assessment)
{
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  AdwPreferencesGroup *group;

  if (rules->len == 0)
    return;

  group = add_part (self, _("Why"));
  adw_preferences_group_set_description (group, _("Your own answers, and the sources"));
  for (guint i = 0; i < rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (rules, i);
      g_auto (GStrv) reasons = unknot_result_words_dup_reasons (assessment, rule);
      g_autofree char *title = g_strjoinv ("\n", reasons);
      g_autofree char *subtitle = unknot_result_words_dup_grounds (rule);
      AdwActionRow *row = create_row (self, title, subtitle, unknot_rule_get_evidence (rule));

      gtk_widget_set_name (GTK_WIDGET (row), unknot_rule_get_id (rule));
      adw_action_row_add_prefix (row, unknot_level_image_new (unknot_rule_get_level (rule), 24));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static void
add_questions (UnknotResultPage *self,
               GPtrArray        *questions,
               const char       *title)
{
  AdwPreferencesGroup *group;

  if (questions->len == 0)
    return;

  group = add_part (self, title);
  for (guint i = 0; i < questions->len; i++)
    {
      UnknotQuestion *question = g_ptr_array_index (questions, i);
      g_autofree char *name =
        unknot_result_words_dup_begun (unknot_question_get_short_text (question));
      AdwActionRow *row = create_row (self, name, NULL, NULL);

      gtk_widget_set_name (GTK_WIDGET (row), unknot_question_get_id (question));
      adw_preferences_group_add (group, GTK_WIDGET (row));
    }
}

static void
show_title (UnknotResultPage *self,
            UnknotAssessment *assessment,
            UnknotAdvice     *advice)
{
  UnknotLevel level = unknot_assessment_get_level (assessment);
  const char *notice = unknot_result_words_get_notice (advice, self->past);
  g_autofree char *answered = unknot_result_words_dup_time (assessment);

  /* Nothing calm stands above an open question of an emergency. */
  if (unknot_assessment_is_emergency_open (assessment) && level < UNKNOT_LEVEL_URGENT)
    level = UNKNOT_LEVEL_NONE;
  adw_bin_set_child (self->sign_bin, unknot_level_image_new (level, 64));
  gtk_label_set_label (self->title_label, unknot_advice_get_title (advice));
  gtk_label_set_label (self->time_frame_label, unknot_advice_get_time_frame (advice));
  gtk_widget_set_visible (GTK_WIDGET (self->time_frame_label), level != UNKNOT_LEVEL_EMERGENCY);
  gtk_label_set_label (self->notice_label, notice != NULL ? notice : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label), notice != NULL);
  gtk_label_set_label (self->answered_label, answered);
  gtk_widget_set_visible (self->emergency_button,
                          !self->past && level == UNKNOT_LEVEL_EMERGENCY);
  gtk_widget_set_visible (self->missing_button,
                          !self->past && !unknot_assessment_is_complete (assessment));
  gtk_widget_set_visible (self->review_button, !self->past);
  g_set_str (&self->topic, unknot_advice_get_topic (advice));
  gtk_widget_set_visible (self->learn_button, self->topic != NULL);
}

static void
update (UnknotResultPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  UnknotEmergencyNumber *number = unknot_whereabouts_get_number (self->whereabouts);
  g_autoptr (UnknotAdvice) advice =
    unknot_advice_new (assessment,
                       unknot_protocol_get_evidence (unknot_checkup_get_protocol (self->checkup)),
                       unknot_emergency_number_get_number (number),
                       unknot_emergency_number_get_country (number));
  g_autoptr (GPtrArray) not_sure = unknot_assessment_dup_not_sure (assessment);
  g_autoptr (GPtrArray) missing = unknot_assessment_dup_missing (assessment);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->parts))) != NULL)
    gtk_box_remove (self->parts, child);

  show_title (self, assessment, advice);
  add_advice (self, advice, UNKNOT_ADVICE_TO_DO);
  add_reasons (self, assessment);
  add_questions (self, not_sure, _("Not Sure About"));
  add_questions (self, missing, _("Not Answered"));
  add_advice (self, advice, UNKNOT_ADVICE_MEANWHILE);
  add_advice (self, advice, UNKNOT_ADVICE_SAFETY_NET);
  add_advice (self, advice, UNKNOT_ADVICE_WATCH);
}

static void
learn_clicked_cb (UnknotResultPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.explain", "s", self->topic);
}

static void
unknot_result_page_dispose (GObject *object)
{
  UnknotResultPage *self = UNKNOT_RESULT_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_RESULT_PAGE);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_pointer (&self->topic, g_free);

  G_OBJECT_CLASS (unknot_result_page_parent_class)->dispose (object);
}

static void
unknot_result_page_class_init (UnknotResultPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_result_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-result-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, sign_bin);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, time_frame_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, notice_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, answered_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, emergency_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, missing_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, learn_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, parts);
  gtk_widget_class_bind_template_child (widget_class, UnknotResultPage, review_button);
  gtk_widget_class_bind_template_callback (widget_class, learn_clicked_cb);
}

static void
unknot_result_page_init (UnknotResultPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_result_page_new:
 * @past: whether it is an earlier check-up, which is not changed any more
 */
AdwNavigationPage *
unknot_result_page_new (UnknotCheckup     *checkup,
                        UnknotWhereabouts *whereabouts,
                        gboolean           past)
{
  UnknotResultPage *self = g_object_new (UNKNOT_TYPE_RESULT_PAGE, NULL);

  self->past = past;
  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_result_page_get_checkup:
 *
 * Returns: (transfer none): whose result it shows
 */
UnknotCheckup *
unknot_result_page_get_checkup (UnknotResultPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_RESULT_PAGE (self), NULL);

  return self->checkup;
}

/**
 * unknot_result_page_announce:
 *
 * Tells a screen reader what the result is.
 */
void
unknot_result_page_announce (UnknotResultPage *self)
{
  g_autofree char *message = NULL;

  g_return_if_fail (UNKNOT_IS_RESULT_PAGE (self));

  message = g_strdup_printf ("%s. %s. %s", gtk_label_get_label (self->title_label),
                             gtk_label_get_label (self->time_frame_label),
                             gtk_label_get_label (self->notice_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}
