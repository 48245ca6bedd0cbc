/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-emergency-page"

#include "config.h"

#include "unknot-emergency-page.h"

#include "unknot-advice-item.h"
#include "unknot-advice.h"

#include <glib/gi18n.h>

/**
 * UnknotEmergencyPage:
 *
 * Says that help must be called, now, and how. Nothing leaves it by accident; going on with the
 * check-up needs a word that somebody has called, and changes nothing about the result.
 */
struct _UnknotEmergencyPage
{
  AdwNavigationPage parent_instance;

  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  gboolean entered;

  GtkLabel *title_label;
  GtkLabel *number_label;
  GtkLabel *country_label;
  GtkLabel *why_label;
  GtkBox *steps;
  GtkWidget *place;
  GtkWidget *call_button;
  GtkWidget *copy_button;
  GtkWidget *called_button;
};

G_DEFINE_FINAL_TYPE (UnknotEmergencyPage, unknot_emergency_page, ADW_TYPE_NAVIGATION_PAGE)

/* As many as fit in a line or two. */
#define MAX_REASONS 3

static char *
dup_uri (UnknotEmergencyPage *self)
{
  return g_strconcat ("tel:",
                      unknot_emergency_number_get_number (
                        unknot_whereabouts_get_number (self->whereabouts)),
                      NULL);
}

/* A sign is its own reason; what else bears on it is one by its answer. What is only in doubt is not
 * said as if it were so. */
static char *
dup_reason (UnknotAssessment *assessment,
            UnknotQuestion   *question)
{
  UnknotAnswers *answers = unknot_assessment_get_answers (assessment);
  UnknotQuestionKind kind = unknot_question_get_kind (question);
  const char *name = unknot_question_get_short_text (question);
  g_autofree char *answer = NULL;

  if (unknot_answers_has_code (answers, question, "not-sure"))
    /* Translators: a sign that the person is not sure about */
    return g_strdup_printf (_("%s (not sure)"), name);
  if (kind == UNKNOT_QUESTION_SIGN || kind == UNKNOT_QUESTION_FLAG)
    return g_strdup (name);

  answer = unknot_answers_dup_words (answers, question);

  /* Translators: what was asked, and the person's own answer */
  return g_strdup_printf (_("%s: %s"), name, answer);
}

static char *
dup_why (UnknotEmergencyPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GPtrArray) named = g_ptr_array_new ();
  g_auto (GStrv) names = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < rules->len; i++)
    {
      UnknotRule *rule = g_ptr_array_index (rules, i);
      g_autoptr (GPtrArray) reasons = unknot_assessment_dup_reasons (assessment, rule);

      if (unknot_rule_get_level (rule) != UNKNOT_LEVEL_EMERGENCY)
        continue;
      for (guint j = 0; j < reasons->len; j++)
        {
          UnknotQuestion *question = g_ptr_array_index (reasons, j);

          if (g_ptr_array_find (named, question, NULL))
            continue;
          g_ptr_array_add (named, question);
          if (named->len <= MAX_REASONS)
            g_strv_builder_take (builder, dup_reason (assessment, question));
        }
    }
  if (named->len > MAX_REASONS)
    /* Translators: how many more reasons there are */
    g_strv_builder_take (builder, g_strdup_printf (ngettext ("and %u more", "and %u more",
                                                             named->len - MAX_REASONS),
                                                   named->len - MAX_REASONS));
  names = g_strv_builder_end (builder);
  joined = g_strjoinv (" · ", names);

  return g_strdup_printf (_("Because of: %s"), joined);
}

static void
show_steps (UnknotEmergencyPage *self,
            UnknotAdvice        *advice)
{
  GListModel *items = unknot_advice_get_items (advice, UNKNOT_ADVICE_TO_DO);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->steps))) != NULL)
    gtk_box_remove (self->steps, child);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (UnknotAdviceItem) item = g_list_model_get_item (items, i);
      g_autofree char *text = g_strdup_printf ("%u. %s", i + 1, unknot_advice_item_get_text (item));

      gtk_box_append (self->steps, g_object_new (GTK_TYPE_LABEL,
                                                 "label", text,
                                                 "wrap", TRUE,
                                                 "xalign", 0.0,
                                                 "accessible-role", GTK_ACCESSIBLE_ROLE_LIST_ITEM,
                                                 NULL));
    }
}

static char *
dup_country (UnknotEmergencyNumber *number)
{
  const char *also = unknot_emergency_number_get_also (number);
  const char *name = *unknot_emergency_number_get_country (number) != '\0'
                       ? unknot_emergency_number_get_name (number)
                       : _("Your country is not known");

  return also != NULL ? g_strdup_printf ("%s. %s", name, also) : g_strdup (name);
}

static void
update (UnknotEmergencyPage *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  UnknotEmergencyNumber *number = unknot_whereabouts_get_number (self->whereabouts);
  g_autoptr (UnknotAdvice) advice = NULL;
  g_autofree char *why = NULL;
  g_autofree char *country = NULL;

  if (unknot_assessment_get_level (assessment) != UNKNOT_LEVEL_EMERGENCY)
    return;

  advice = unknot_advice_new (assessment,
                              unknot_protocol_get_evidence (
                                unknot_checkup_get_protocol (self->checkup)),
                              unknot_emergency_number_get_number (number),
                              unknot_emergency_number_get_country (number));
  why = dup_why (self);
  country = dup_country (number);
  gtk_label_set_label (self->title_label, unknot_advice_get_title (advice));
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), unknot_advice_get_title (advice));
  gtk_label_set_label (self->number_label, unknot_emergency_number_get_number (number));
  gtk_label_set_label (self->country_label, country);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->place),
                                  unknot_emergency_number_get_also (number) != NULL
                                    ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_label_set_label (self->why_label, why);
  show_steps (self, advice);
}

static void
launched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkUriLauncher *launcher = GTK_URI_LAUNCHER (source);
  g_autoptr (UnknotEmergencyPage) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!gtk_uri_launcher_launch_finish (launcher, result, &error))
    gtk_widget_activate_action (GTK_WIDGET (self), "checkup.tell", "s",
                                _("This device could not make the call. Use a phone."));
}

static void
call_clicked_cb (UnknotEmergencyPage *self)
{
  g_autofree char *uri = dup_uri (self);
  g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (uri);

  gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL,
                           launched_cb, g_object_ref (self));
}

static void
copy_clicked_cb (UnknotEmergencyPage *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_label_get_label (self->number_label));
  gtk_widget_activate_action (GTK_WIDGET (self), "checkup.tell", "s", _("Number copied"));
}

/* Not the button's own action: that would set whether it is sensitive. */
static void
go_on_clicked_cb (UnknotEmergencyPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "checkup.go-on", NULL);
}

/* At first to what does no harm where a key is pressed once too often. */
static gboolean
unknot_emergency_page_focus (GtkWidget        *widget,
                             GtkDirectionType  direction)
{
  UnknotEmergencyPage *self = UNKNOT_EMERGENCY_PAGE (widget);

  if (self->entered)
    return GTK_WIDGET_CLASS (unknot_emergency_page_parent_class)->focus (widget, direction);

  self->entered = TRUE;

  return gtk_widget_grab_focus (self->copy_button);
}

static void
unknot_emergency_page_dispose (GObject *object)
{
  UnknotEmergencyPage *self = UNKNOT_EMERGENCY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_EMERGENCY_PAGE);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);

  G_OBJECT_CLASS (unknot_emergency_page_parent_class)->dispose (object);
}

static void
unknot_emergency_page_class_init (UnknotEmergencyPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_emergency_page_dispose;
  widget_class->focus = unknot_emergency_page_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-emergency-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, number_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, country_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, why_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, steps);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, place);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, call_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, copy_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotEmergencyPage, called_button);
  gtk_widget_class_bind_template_callback (widget_class, call_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_on_clicked_cb);
}

static void
unknot_emergency_page_init (UnknotEmergencyPage *self)
{
  g_autoptr (GAppInfo) caller = g_app_info_get_default_for_uri_scheme ("tel");

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (self->call_button, caller != NULL);
}

AdwNavigationPage *
unknot_emergency_page_new (UnknotCheckup     *checkup,
                           UnknotWhereabouts *whereabouts)
{
  UnknotEmergencyPage *self = g_object_new (UNKNOT_TYPE_EMERGENCY_PAGE, NULL);

  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  g_signal_connect_object (checkup, "notify::assessment", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (whereabouts, "notify::number", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_emergency_page_announce:
 *
 * Tells a screen reader, whatever it is reading.
 */
void
unknot_emergency_page_announce (UnknotEmergencyPage *self)
{
  g_autofree char *message = NULL;

  g_return_if_fail (UNKNOT_IS_EMERGENCY_PAGE (self));

  message = g_strdup_printf ("%s. %s", gtk_label_get_label (self->title_label),
                             gtk_label_get_label (self->why_label));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * unknot_emergency_page_set_called:
 * @called: whether the person said before that somebody has called
 */
void
unknot_emergency_page_set_called (UnknotEmergencyPage *self,
                                  gboolean             called)
{
  g_return_if_fail (UNKNOT_IS_EMERGENCY_PAGE (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->called_button), called);
}
