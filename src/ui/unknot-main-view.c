/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-main-view"

#include "config.h"

#include "unknot-main-view.h"

#include "unknot-checkup-view.h"
#include "unknot-entry-editor.h"
#include "unknot-history-view.h"
#include "unknot-learn-view.h"
#include "unknot-summary-dialog.h"
#include "unknot-today-view.h"

/**
 * UnknotMainView:
 *
 * The views that the window switches between. Each is made when it is first seen. At the bottom is
 * the way from one to the other where the window is narrow and the view is at its first page.
 */
struct _UnknotMainView
{
  AdwBin parent_instance;

  UnknotLibrary *library;
  UnknotCheckup *checkup;         /* nullable */
  UnknotWhereabouts *whereabouts; /* nullable */
  UnknotToday *today;             /* nullable */
  gboolean narrow;

  UnknotEntryEditor *editor;
  AdwViewStack *stack;
  UnknotTodayView *today_view;
  AdwBin *checkup_place;
  AdwBin *history_place;
  AdwBin *learn_place;
  AdwViewSwitcherBar *switcher_bar;
};

G_DEFINE_FINAL_TYPE (UnknotMainView, unknot_main_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_NARROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static UnknotCheckupView *
get_checkup_view (UnknotMainView *self)
{
  return (UnknotCheckupView *) adw_bin_get_child (self->checkup_place);
}

static UnknotHistoryView *
get_history_view (UnknotMainView *self)
{
  return (UnknotHistoryView *) adw_bin_get_child (self->history_place);
}

static UnknotLearnView *
get_learn_view (UnknotMainView *self)
{
  return (UnknotLearnView *) adw_bin_get_child (self->learn_place);
}

static gboolean
is_at_start (UnknotMainView *self)
{
  const char *name = adw_view_stack_get_visible_child_name (self->stack);

  if (g_strcmp0 (name, "check-up") == 0)
    return get_checkup_view (self) == NULL ||
           unknot_checkup_view_is_at_start (get_checkup_view (self));
  if (g_strcmp0 (name, "history") == 0)
    return TRUE;
  if (g_strcmp0 (name, "learn") == 0)
    return get_learn_view (self) == NULL || unknot_learn_view_is_at_start (get_learn_view (self));

  return unknot_today_view_is_at_start (self->today_view);
}

static void
update_switcher (UnknotMainView *self)
{
  adw_view_switcher_bar_set_reveal (self->switcher_bar, self->narrow && is_at_start (self));
}

static void
ensure_checkup_view (UnknotMainView *self)
{
  GtkWidget *view;

  if (get_checkup_view (self) != NULL)
    return;

  view = unknot_checkup_view_new ();
  g_signal_connect_object (view, "notify::at-start", G_CALLBACK (update_switcher), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->checkup_place, view);
  if (self->checkup != NULL)
    unknot_checkup_view_set_checkup (UNKNOT_CHECKUP_VIEW (view), self->checkup, self->whereabouts);
}

static void
ensure_history_view (UnknotMainView *self)
{
  if (get_history_view (self) != NULL)
    return;

  adw_bin_set_child (self->history_place, g_object_new (UNKNOT_TYPE_HISTORY_VIEW, NULL));
  if (self->today != NULL)
    unknot_history_view_set_today (get_history_view (self), self->today, self->editor);
}

static void
ensure_learn_view (UnknotMainView *self)
{
  GtkWidget *view;

  if (get_learn_view (self) != NULL)
    return;

  view = unknot_learn_view_new (self->library, TRUE);
  g_signal_connect_object (view, "notify::at-start", G_CALLBACK (update_switcher), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->learn_place, view);
}

static void
visible_child_changed_cb (UnknotMainView *self)
{
  GtkWidget *child = adw_view_stack_get_visible_child (self->stack);

  if (child == GTK_WIDGET (self->checkup_place))
    ensure_checkup_view (self);
  if (child == GTK_WIDGET (self->history_place))
    ensure_history_view (self);
  if (child == GTK_WIDGET (self->learn_place))
    ensure_learn_view (self);
  update_switcher (self);
}

static void
check_up_cb (UnknotMainView *self,
             GPtrArray      *dangers)
{
  unknot_main_view_show (self, "check-up");
  unknot_checkup_view_begin (get_checkup_view (self), dangers);
}

static void
show_check_cb (UnknotMainView *self,
               UnknotCheck    *check)
{
  unknot_main_view_show (self, "check-up");
  unknot_checkup_view_show_check (get_checkup_view (self), check);
}

static void
undo_cb (UnknotMainView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
show_emergency_cb (UnknotMainView *self)
{
  unknot_main_view_show (self, "check-up");
  gtk_widget_activate_action (GTK_WIDGET (get_checkup_view (self)), "checkup.show-emergency", NULL);
}

static void
show_entries_cb (UnknotMainView *self)
{
  unknot_main_view_show (self, "history");
  unknot_history_view_show_entries (get_history_view (self));
}

/* What was told of a spasm in the history is offered to be checked on Today. */
static void
danger_cb (UnknotMainView *self)
{
  if (adw_view_stack_get_visible_child (self->stack) == GTK_WIDGET (self->history_place))
    unknot_main_view_show (self, "today");
}

/* To what there is to do, past the menu. */
static gboolean
unknot_main_view_grab_focus (GtkWidget *widget)
{
  UnknotMainView *self = UNKNOT_MAIN_VIEW (widget);
  GtkWidget *child = adw_view_stack_get_visible_child (self->stack);

  if (child != GTK_WIDGET (self->today_view))
    child = adw_bin_get_child (ADW_BIN (child));

  return gtk_widget_grab_focus (child);
}

static void
unknot_main_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  UnknotMainView *self = UNKNOT_MAIN_VIEW (object);

  switch (prop_id)
    {
    case PROP_NARROW:
      self->narrow = g_value_get_boolean (value);
      update_switcher (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_main_view_dispose (GObject *object)
{
  UnknotMainView *self = UNKNOT_MAIN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_MAIN_VIEW);
  g_clear_object (&self->library);
  g_clear_object (&self->checkup);
  g_clear_object (&self->whereabouts);
  g_clear_object (&self->today);

  G_OBJECT_CLASS (unknot_main_view_parent_class)->dispose (object);
}

static void
unknot_main_view_class_init (UnknotMainViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_main_view_dispose;
  object_class->set_property = unknot_main_view_set_property;
  widget_class->grab_focus = unknot_main_view_grab_focus;

  /**
   * UnknotMainView:narrow:
   *
   * Whether the window is too narrow for the way to the other views to be in the header bar.
   */
  properties[PROP_NARROW] =
    g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                          G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/unknot-main-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, editor);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, today_view);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, checkup_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, history_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, learn_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotMainView, switcher_bar);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_check_cb);
  gtk_widget_class_bind_template_callback (widget_class, undo_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_emergency_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_entries_cb);
  gtk_widget_class_bind_template_callback (widget_class, danger_cb);
}

static void
unknot_main_view_init (UnknotMainView *self)
{
  g_type_ensure (UNKNOT_TYPE_ENTRY_EDITOR);
  g_type_ensure (UNKNOT_TYPE_TODAY_VIEW);
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_object (self->today_view, "notify::at-start", G_CALLBACK (update_switcher),
                           self, G_CONNECT_SWAPPED);
}

/**
 * unknot_main_view_new:
 * @library: what there is to learn from; nothing of it is read before it is asked for
 */
GtkWidget *
unknot_main_view_new (UnknotLibrary *library)
{
  UnknotMainView *self = g_object_new (UNKNOT_TYPE_MAIN_VIEW, NULL);

  self->library = g_object_ref (library);

  return GTK_WIDGET (self);
}

/**
 * unknot_main_view_set_checkup:
 *
 * Gives the check-up to its view, now or when that is first seen.
 */
void
unknot_main_view_set_checkup (UnknotMainView    *self,
                              UnknotCheckup     *checkup,
                              UnknotWhereabouts *whereabouts)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));
  g_return_if_fail (self->checkup == NULL);

  self->checkup = g_object_ref (checkup);
  self->whereabouts = g_object_ref (whereabouts);
  unknot_entry_editor_set_protocol (self->editor, unknot_checkup_get_protocol (checkup));
  unknot_today_view_set_checkup (self->today_view, checkup);
  if (get_checkup_view (self) != NULL)
    unknot_checkup_view_set_checkup (get_checkup_view (self), checkup, whereabouts);
}

/**
 * unknot_main_view_set_today:
 * @today: of a diary that is being opened
 * @draft: where an entry is kept while it is written
 */
void
unknot_main_view_set_today (UnknotMainView *self,
                            UnknotToday    *today,
                            UnknotDraft    *draft)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  unknot_entry_editor_set_diary (self->editor, unknot_today_get_diary (today), draft);
  unknot_today_view_set_today (self->today_view, today, self->editor);
  if (get_history_view (self) != NULL)
    unknot_history_view_set_today (get_history_view (self), today, self->editor);
  /* Before, there was nothing to act on. */
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * unknot_main_view_set_reminder:
 * @reminder: which says when to ask about function; the diary must be there before it
 */
void
unknot_main_view_set_reminder (UnknotMainView         *self,
                               UnknotFunctionReminder *reminder)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  unknot_today_view_set_reminder (self->today_view, reminder);
}

/**
 * unknot_main_view_set_settings:
 * @settings: which keep what the person does not want to be asked; the diary must be there before
 */
void
unknot_main_view_set_settings (UnknotMainView *self,
                               GSettings      *settings)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  unknot_today_view_set_settings (self->today_view, settings);
}

/**
 * unknot_main_view_set_failure:
 * @error: why the diary could not be opened
 */
void
unknot_main_view_set_failure (UnknotMainView *self,
                              const GError   *error)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  unknot_today_view_set_failure (self->today_view, error);
}

/**
 * unknot_main_view_show:
 * @name: `today`, `check-up`, `history` or `learn`
 */
void
unknot_main_view_show (UnknotMainView *self,
                       const char     *name)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/**
 * unknot_main_view_log:
 *
 * Asks for a spasm, wherever the person is.
 */
void
unknot_main_view_log (UnknotMainView *self)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  unknot_main_view_show (self, "today");
  gtk_widget_activate_action (GTK_WIDGET (self->editor), "entry.log", NULL);
}

/**
 * unknot_main_view_plan_visit:
 *
 * Asks for a visit to the doctor, over what is shown.
 */
void
unknot_main_view_plan_visit (UnknotMainView *self)
{
  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));

  gtk_widget_activate_action (GTK_WIDGET (self->editor), "entry.plan-visit", NULL);
}

static void
visit_activated_cb (UnknotMainView *self,
                    UnknotVisit    *visit)
{
  if (visit != NULL)
    unknot_entry_editor_open (self->editor, UNKNOT_ENTRY (visit));
  else
    unknot_entry_editor_plan_visit (self->editor);
}

/**
 * unknot_main_view_summarize:
 * @settings: which keep the name, where the person asks for that; the diary must be open
 *
 * Shows the summary for the doctor, over what is shown.
 */
void
unknot_main_view_summarize (UnknotMainView *self,
                            GSettings      *settings)
{
  AdwDialog *dialog;

  g_return_if_fail (UNKNOT_IS_MAIN_VIEW (self));
  g_return_if_fail (self->today != NULL);

  dialog = unknot_summary_dialog_new (self->today, settings);
  g_signal_connect_object (dialog, "visit-activated", G_CALLBACK (visit_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/**
 * unknot_main_view_get_help:
 *
 * Returns: the id of the page about the view that is shown
 */
const char *
unknot_main_view_get_help (UnknotMainView *self)
{
  const char *name;

  g_return_val_if_fail (UNKNOT_IS_MAIN_VIEW (self), NULL);

  name = adw_view_stack_get_visible_child_name (self->stack);
  if (g_strcmp0 (name, "today") == 0)
    return "help-today";
  if (g_strcmp0 (name, "check-up") == 0)
    return "help-check-up";

  return "help";
}
