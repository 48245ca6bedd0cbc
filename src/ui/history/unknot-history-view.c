/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-view"

#include "config.h"

#include "unknot-history-view.h"

#include "unknot-charts-page.h"
#include "unknot-history-list.h"
#include "unknot-view-header.h"

/**
 * UnknotHistoryView:
 *
 * What the diary has, from the first entry on: one by one, and in charts, which are made when they
 * are first seen.
 *
 * ## Actions
 *
 * `history.search` asks for what to search for in the list.
 */
struct _UnknotHistoryView
{
  AdwBin parent_instance;

  UnknotToday *today; /* nullable */

  GtkToggleButton *search_button;
  AdwViewStack *stack;
  AdwBin *list_place;
  AdwBin *charts_place;
};

G_DEFINE_FINAL_TYPE (UnknotHistoryView, unknot_history_view, ADW_TYPE_BIN)

static UnknotHistoryList *
get_list (UnknotHistoryView *self)
{
  return (UnknotHistoryList *) adw_bin_get_child (self->list_place);
}

static gboolean
shows_charts (UnknotHistoryView *self)
{
  return adw_view_stack_get_visible_child (self->stack) == GTK_WIDGET (self->charts_place);
}

static void
show_list (UnknotHistoryView *self)
{
  adw_view_stack_set_visible_child (self->stack, GTK_WIDGET (self->list_place));
}

/* What there is of a day in a chart. */
static void
day_activated_cb (UnknotHistoryView *self,
                  int                day)
{
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) filter = unknot_entry_filter_with_days (any, day, day);

  unknot_history_view_show_entries (self);
  unknot_history_list_set_filter (get_list (self), filter);
}

static void
ensure_charts (UnknotHistoryView *self)
{
  GtkWidget *charts;

  if (self->today == NULL || adw_bin_get_child (self->charts_place) != NULL)
    return;

  charts = unknot_charts_page_new (self->today);
  g_signal_connect_object (charts, "day-activated", G_CALLBACK (day_activated_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->charts_place, charts);
}

static void
visible_child_changed_cb (UnknotHistoryView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search_button), !shows_charts (self));
  if (shows_charts (self))
    ensure_charts (self);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotHistoryView *self = UNKNOT_HISTORY_VIEW (widget);

  if (get_list (self) == NULL)
    return;

  show_list (self);
  unknot_history_list_search (get_list (self));
}

/* To what there is to read, past the menu. */
static gboolean
unknot_history_view_grab_focus (GtkWidget *widget)
{
  UnknotHistoryView *self = UNKNOT_HISTORY_VIEW (widget);

  if (get_list (self) == NULL)
    return FALSE;

  if (shows_charts (self))
    return gtk_widget_child_focus (GTK_WIDGET (self->charts_place), GTK_DIR_TAB_FORWARD);

  unknot_history_list_focus_start (get_list (self));

  return TRUE;
}

static void
unknot_history_view_dispose (GObject *object)
{
  UnknotHistoryView *self = UNKNOT_HISTORY_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_HISTORY_VIEW);
  g_clear_object (&self->today);

  G_OBJECT_CLASS (unknot_history_view_parent_class)->dispose (object);
}

static void
unknot_history_view_class_init (UnknotHistoryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_history_view_dispose;
  widget_class->grab_focus = unknot_history_view_grab_focus;

  gtk_widget_class_install_action (widget_class, "history.search", NULL, search_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "history.search",
                                       NULL);

  g_type_ensure (UNKNOT_TYPE_VIEW_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-history-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryView, search_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryView, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryView, list_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryView, charts_place);
  gtk_widget_class_bind_template_callback (widget_class, visible_child_changed_cb);
}

static void
unknot_history_view_init (UnknotHistoryView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_history_view_set_today:
 * @today: of a diary that is being opened
 * @editor: what surrounds the view, and has the same diary
 */
void
unknot_history_view_set_today (UnknotHistoryView *self,
                               UnknotToday       *today,
                               UnknotEntryEditor *editor)
{
  GtkWidget *list;

  g_return_if_fail (UNKNOT_IS_HISTORY_VIEW (self));
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  list = unknot_history_list_new (unknot_today_get_diary (today), editor);
  adw_bin_set_child (self->list_place, list);
  g_object_bind_property (list, "search-mode", self->search_button, "active",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->search_button), TRUE);
  visible_child_changed_cb (self);
}

/**
 * unknot_history_view_show_entries:
 *
 * Shows all entries.
 */
void
unknot_history_view_show_entries (UnknotHistoryView *self)
{
  g_return_if_fail (UNKNOT_IS_HISTORY_VIEW (self));

  if (get_list (self) == NULL)
    return;

  show_list (self);
  gtk_widget_activate_action (GTK_WIDGET (get_list (self)), "entries.clear-filters", NULL);
}
