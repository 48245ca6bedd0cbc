/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-checkup-view"

#include "config.h"

#include "unknot-checkup-view.h"

#include "unknot-emergency-page.h"
#include "unknot-failure.h"
#include "unknot-print.h"
#include "unknot-questions-page.h"
#include "unknot-result-page.h"
#include "unknot-result-print.h"
#include "unknot-start-page.h"

#include <glib/gi18n.h>

/**
 * UnknotCheckupView:
 *
 * The way through a check-up: start, questions, result; and, the moment that the answers ask for it,
 * the emergency page.
 */
struct _UnknotCheckupView
{
  AdwBin parent_instance;

  UnknotCheckup *checkup;
  UnknotWhereabouts *whereabouts;
  guint n_emergencies; /* that were shown, each a rule */
  gboolean called;     /* for them, as the person says */
  GBytes *cleared;     /* nullable: the check-up before this one, to be taken up again … */
  AdwToast *undo;      /* nullable: … until this one has an answer */

  AdwNavigationView *navigation;
  UnknotStartPage *start_page;
};

G_DEFINE_FINAL_TYPE (UnknotCheckupView, unknot_checkup_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_AT_START,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GListModel *
get_pages (UnknotCheckupView *self)
{
  UnknotProtocol *protocol = unknot_checkup_get_protocol (self->checkup);

  return unknot_questionnaire_get_pages (unknot_protocol_get_questionnaire (protocol));
}

static guint
count_emergencies (UnknotCheckupView *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  g_autoptr (GPtrArray) rules = unknot_assessment_dup_rules (assessment);
  guint n_emergencies = 0;

  for (guint i = 0; i < rules->len; i++)
    n_emergencies +=
      unknot_rule_get_level (g_ptr_array_index (rules, i)) == UNKNOT_LEVEL_EMERGENCY;

  return n_emergencies;
}

static gboolean
is_emergency (UnknotCheckupView *self)
{
  return count_emergencies (self) > 0;
}

static gboolean
is_shown (UnknotCheckupView *self,
          const char        *tag)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL && g_strcmp0 (adw_navigation_page_get_tag (page), tag) == 0;
}

static void
show_emergency (UnknotCheckupView *self)
{
  AdwNavigationPage *page;

  if (is_shown (self, "emergency"))
    return;

  page = unknot_emergency_page_new (self->checkup, self->whereabouts);
  unknot_emergency_page_set_called (UNKNOT_EMERGENCY_PAGE (page), self->called);
  adw_navigation_view_push (self->navigation, page);
  unknot_emergency_page_announce (UNKNOT_EMERGENCY_PAGE (page));
}

static void
push_result (UnknotCheckupView *self,
             UnknotCheckup     *checkup,
             gboolean           past)
{
  AdwNavigationPage *page = unknot_result_page_new (checkup, self->whereabouts, past);

  adw_navigation_view_push (self->navigation, page);
  unknot_result_page_announce (UNKNOT_RESULT_PAGE (page));
}

static void
show_result (UnknotCheckupView *self)
{
  unknot_checkup_finish (self->checkup);
  push_result (self, self->checkup, FALSE);
}

static void show_questions (UnknotCheckupView *self,
                            guint              place);

static void
page_done_cb (UnknotQuestionsPage *page,
              UnknotCheckupView   *self)
{
  const char *id = adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (page));
  GListModel *pages = get_pages (self);

  /* What was confirmed just now may have brought up the emergency page: nothing covers that. */
  if (!is_shown (self, id))
    return;
  if (is_emergency (self) && !self->called)
    {
      show_emergency (self);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (UnknotPage) candidate = g_list_model_get_item (pages, i);

      if (!g_str_equal (unknot_page_get_id (candidate), id))
        continue;
      if (i + 1 < g_list_model_get_n_items (pages))
        show_questions (self, i + 1);
      else
        show_result (self);
    }
}

static void
show_questions (UnknotCheckupView *self,
                guint              place)
{
  AdwNavigationPage *page = unknot_questions_page_new (self->checkup, place);

  g_signal_connect_object (page, "done", G_CALLBACK (page_done_cb), self, G_CONNECT_DEFAULT);
  adw_navigation_view_push (self->navigation, page);
}

/* All pages up to it lie below, so that Back leads through them. */
static void
go_to_page (UnknotCheckupView *self,
            guint              place)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();

  g_ptr_array_add (stack, adw_navigation_view_find_page (self->navigation, "start"));
  for (guint i = 0; i <= place; i++)
    {
      AdwNavigationPage *page = unknot_questions_page_new (self->checkup, i);

      g_signal_connect_object (page, "done", G_CALLBACK (page_done_cb), self, G_CONNECT_DEFAULT);
      g_ptr_array_add (stack, page);
    }
  adw_navigation_view_replace (self->navigation, (AdwNavigationPage **) stack->pdata, stack->len);
}

/* To the first question that is not answered, be it left out. */
static void
go_to_missing (UnknotCheckupView *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  g_autoptr (GPtrArray) missing = unknot_assessment_dup_missing (assessment);
  GListModel *pages = get_pages (self);

  for (guint i = 0; i < g_list_model_get_n_items (pages); i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, i);

      if (unknot_page_find_question (page, g_ptr_array_index (missing, 0), NULL))
        go_to_page (self, i);
    }
  unknot_questions_page_show (
    UNKNOT_QUESTIONS_PAGE (adw_navigation_view_get_visible_page (self->navigation)),
    g_ptr_array_index (missing, 0));
}

/* To the first page with something open, else to what was left out, else to the last page. */
static void
go_on (UnknotCheckupView *self)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (self->checkup);
  GListModel *pages = get_pages (self);
  guint n_pages = g_list_model_get_n_items (pages);

  for (guint i = 0; i < n_pages; i++)
    {
      g_autoptr (UnknotPage) page = g_list_model_get_item (pages, i);
      g_autoptr (GPtrArray) open = unknot_checkup_dup_open_questions (self->checkup, page);

      if (open->len > 0)
        {
          go_to_page (self, i);
          return;
        }
    }

  if (unknot_assessment_is_complete (assessment))
    go_to_page (self, n_pages - 1);
  else
    go_to_missing (self);
}

static void
start_anew (UnknotCheckupView *self)
{
  self->called = FALSE;
  if (unknot_checkup_is_empty (self->checkup))
    return;

  g_clear_pointer (&self->cleared, g_bytes_unref);
  self->cleared = unknot_checkup_save (self->checkup);
  unknot_checkup_restart (self->checkup);

  g_clear_object (&self->undo);
  self->undo = g_object_ref (adw_toast_new (_("Earlier answers cleared")));
  adw_toast_set_button_label (self->undo, _("_Undo"));
  adw_toast_set_action_name (self->undo, "checkup.undo-restart");
  adw_toast_set_timeout (self->undo, 15);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self))),
                               g_object_ref (self->undo));
}

static void
resume_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);

  go_on (self);
  if (is_emergency (self))
    show_emergency (self);
}

static void
restart_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);

  start_anew (self);
  go_to_page (self, 0);
}

/* Answers of another day are not taken for those of now, unless the person says so. */
static void
start_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);

  if (unknot_checkup_is_done (self->checkup) || unknot_checkup_is_old (self->checkup) ||
      unknot_checkup_is_empty (self->checkup))
    restart_action (widget, NULL, NULL);
  else
    resume_action (widget, NULL, NULL);
}

static void
undo_restart_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);
  g_autoptr (GError) error = NULL;

  adw_navigation_view_pop_to_tag (self->navigation, "start");
  /* It was written a moment ago. */
  if (!unknot_checkup_load (self->checkup, self->cleared, &error))
    g_error ("%s", error->message);
  unknot_start_page_update (self->start_page);
}

static void
show_result_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  show_result (UNKNOT_CHECKUP_VIEW (widget));
}

static void
review_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  AdwNavigationPage *previous = adw_navigation_view_get_previous_page (self->navigation, page);

  if (UNKNOT_IS_EMERGENCY_PAGE (page) && UNKNOT_IS_QUESTIONS_PAGE (previous))
    adw_navigation_view_pop (self->navigation);
  else
    go_to_page (self, 0);
}

static void
go_on_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);

  self->called = TRUE;
  adw_navigation_view_pop (self->navigation);
}

static void
show_emergency_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  show_emergency (UNKNOT_CHECKUP_VIEW (widget));
}

static void
close_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  adw_navigation_view_pop_to_tag (UNKNOT_CHECKUP_VIEW (widget)->navigation, "start");
}

static void
answer_missing_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  go_to_missing (UNKNOT_CHECKUP_VIEW (widget));
}

static void
tell (UnknotCheckupView *self,
      const char        *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self))), toast);
}

static void
tell_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  tell (UNKNOT_CHECKUP_VIEW (widget), g_variant_get_string (parameter, NULL));
}

/* Returns: (nullable): the check-up whose result is shown */
static UnknotCheckup *
find_result (UnknotCheckupView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (UNKNOT_IS_RESULT_PAGE (page))
    return unknot_result_page_get_checkup (UNKNOT_RESULT_PAGE (page));

  return UNKNOT_IS_EMERGENCY_PAGE (page) ? self->checkup : NULL;
}

/* Nothing covers the number to call. */
static void
tell_not_printed (UnknotCheckupView *self,
                  const GError      *error)
{
  if (is_shown (self, "emergency"))
    tell (self, _("Not printed: do not wait for it"));
  else
    unknot_failure_tell (GTK_WIDGET (self), _("Not Printed"), error);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotCheckupView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_print_finish (result, &error) && self->checkup != NULL &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    tell_not_printed (self, error);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);
  UnknotCheckup *checkup = find_result (self);
  g_autoptr (GtkPrintOperation) operation =
    unknot_result_print_new_operation (checkup, self->whereabouts, checkup != self->checkup);

  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                          GTK_WINDOW (gtk_widget_get_root (widget)), printed_cb,
                          g_object_ref (self));
}

/* At once where questions are asked, and again for each new reason; a result says it itself. */
static void
assessment_changed_cb (UnknotCheckupView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);
  guint n_emergencies = count_emergencies (self);

  if (self->undo != NULL && !unknot_checkup_is_empty (self->checkup))
    {
      adw_toast_dismiss (self->undo);
      g_clear_object (&self->undo);
    }
  if (n_emergencies > self->n_emergencies && UNKNOT_IS_QUESTIONS_PAGE (page))
    show_emergency (self);
  if (n_emergencies == 0)
    self->called = FALSE;
  self->n_emergencies = n_emergencies;
}

static void
visible_page_changed_cb (UnknotCheckupView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checkup.print", find_result (self) != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_START]);
}

/* Before the window's own, which is for what cannot be printed. */
static void
add_print_shortcut (UnknotCheckupView *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_p, GDK_CONTROL_MASK),
                      gtk_named_action_new ("checkup.print")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* To what there is to do, past the menu. */
static gboolean
unknot_checkup_view_grab_focus (GtkWidget *widget)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (widget);

  if (unknot_checkup_view_is_at_start (self))
    unknot_start_page_focus_start (self->start_page);
  else
    gtk_widget_child_focus (GTK_WIDGET (adw_navigation_view_get_visible_page (self->navigation)),
                            GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
unknot_checkup_view_dispose (GObject *object)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_CHECKUP_VIEW);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_pointer (&self->cleared, g_bytes_unref);
  g_clear_object (&self->undo);

  G_OBJECT_CLASS (unknot_checkup_view_parent_class)->dispose (object);
}

static void
unknot_checkup_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  UnknotCheckupView *self = UNKNOT_CHECKUP_VIEW (object);

  switch (prop_id)
    {
    case PROP_AT_START:
      g_value_set_boolean (value, unknot_checkup_view_is_at_start (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_checkup_view_class_init (UnknotCheckupViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_checkup_view_dispose;
  object_class->get_property = unknot_checkup_view_get_property;
  widget_class->grab_focus = unknot_checkup_view_grab_focus;

  /**
   * UnknotCheckupView:at-start:
   *
   * Whether its first page is shown.
   */
  properties[PROP_AT_START] =
    g_param_spec_boolean ("at-start", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/checkup/unknot-checkup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotCheckupView, navigation);
  gtk_widget_class_bind_template_child (widget_class, UnknotCheckupView, start_page);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);

  gtk_widget_class_install_action (widget_class, "checkup.start", NULL, start_action);
  gtk_widget_class_install_action (widget_class, "checkup.resume", NULL, resume_action);
  gtk_widget_class_install_action (widget_class, "checkup.restart", NULL, restart_action);
  gtk_widget_class_install_action (widget_class, "checkup.undo-restart", NULL,
                                   undo_restart_action);
  gtk_widget_class_install_action (widget_class, "checkup.show-result", NULL, show_result_action);
  gtk_widget_class_install_action (widget_class, "checkup.review", NULL, review_action);
  gtk_widget_class_install_action (widget_class, "checkup.go-on", NULL, go_on_action);
  gtk_widget_class_install_action (widget_class, "checkup.show-emergency", NULL,
                                   show_emergency_action);
  gtk_widget_class_install_action (widget_class, "checkup.answer-missing", NULL,
                                   answer_missing_action);
  gtk_widget_class_install_action (widget_class, "checkup.close", NULL, close_action);
  gtk_widget_class_install_action (widget_class, "checkup.tell", "s", tell_action);
  gtk_widget_class_install_action (widget_class, "checkup.print", NULL, print_action);
}

static void
unknot_checkup_view_init (UnknotCheckupView *self)
{
  g_type_ensure (UNKNOT_TYPE_START_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checkup.start", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checkup.print", FALSE);
  add_print_shortcut (self);
}

GtkWidget *
unknot_checkup_view_new (void)
{
  return g_object_new (UNKNOT_TYPE_CHECKUP_VIEW, NULL);
}

/**
 * unknot_checkup_view_is_at_start:
 *
 * Returns: whether its first page is shown
 */
gboolean
unknot_checkup_view_is_at_start (UnknotCheckupView *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHECKUP_VIEW (self), TRUE);

  return is_shown (self, "start");
}

/**
 * unknot_checkup_view_set_checkup:
 * @checkup: what is answered here; before it is there, there is nothing to start
 * @whereabouts: whom to call
 */
void
unknot_checkup_view_set_checkup (UnknotCheckupView *self,
                                 UnknotCheckup     *checkup,
                                 UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP_VIEW (self));
  g_return_if_fail (self->checkup == NULL);

  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  g_signal_connect_object (checkup, "notify::assessment", G_CALLBACK (assessment_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->n_emergencies = count_emergencies (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "checkup.start", TRUE);
  unknot_start_page_set_checkup (self->start_page, checkup, whereabouts);
}

/**
 * unknot_checkup_view_begin:
 * @dangers: (nullable) (element-type UnknotDanger): what the diary tells of: they are answers then
 *
 * Goes to the questions, of a new check-up where the last one is done or of another day.
 */
void
unknot_checkup_view_begin (UnknotCheckupView *self,
                           GPtrArray         *dangers)
{
  g_return_if_fail (UNKNOT_IS_CHECKUP_VIEW (self));

  /* An emergency stays one. */
  if (!unknot_checkup_is_emergency (self->checkup) &&
      (unknot_checkup_is_done (self->checkup) || unknot_checkup_is_old (self->checkup)))
    start_anew (self);
  if (dangers != NULL)
    unknot_checkup_take_dangers (self->checkup, dangers);
  resume_action (GTK_WIDGET (self), NULL, NULL);
}

static gboolean
is_current (UnknotCheckupView *self,
            UnknotCheck       *check)
{
  g_autoptr (UnknotMoment) moment =
    unknot_moment_new (unknot_assessment_get_time (unknot_checkup_get_assessment (self->checkup)));

  return unknot_checkup_is_finished (self->checkup) &&
         unknot_moment_compare (moment, unknot_entry_get_moment (UNKNOT_ENTRY (check))) == 0;
}

/**
 * unknot_checkup_view_show_check:
 * @check: a saved check-up
 *
 * Shows what it said: as one that is over, unless it is the last one, which can be changed.
 */
void
unknot_checkup_view_show_check (UnknotCheckupView *self,
                                UnknotCheck       *check)
{
  g_autoptr (UnknotCheckup) past = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (UNKNOT_IS_CHECKUP_VIEW (self));

  adw_navigation_view_pop_to_tag (self->navigation, "start");
  if (is_current (self, check))
    {
      show_result (self);
      return;
    }

  past = unknot_checkup_new_from_check (unknot_checkup_get_protocol (self->checkup), check, &error);
  if (past != NULL)
    push_result (self, past, TRUE);
  else
    tell (self, error->message);
}
