/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-charts-page"

#include "config.h"

#include "unknot-charts-page.h"

#include "unknot-chart-card.h"
#include "unknot-chart-span.h"
#include "unknot-clock.h"
#include "unknot-events-card.h"
#include "unknot-function-card.h"
#include "unknot-insights-card.h"

/**
 * UnknotChartsPage:
 *
 * What the diary shows of a time, in charts. It is read beside the main loop, and again when the
 * diary changed, as soon as the page is seen.
 */
struct _UnknotChartsPage
{
  AdwBin parent_instance;

  UnknotToday *today;
  guint n_back;              /* how many spans before the present one */
  GCancellable *cancellable; /* nullable: while something is read */
  UnknotHistory *history;    /* nullable: what was read last, but for the calendar */
  gboolean is_outdated;
  UnknotChartCard *cards[UNKNOT_HISTORY_N_ASPECTS];
  UnknotInsightsCard *insights;
  UnknotFunctionCard *function;
  UnknotEventsCard *events;

  AdwStatusPage *failed_page;
  GtkBox *cards_box;
  GtkLabel *change_label;
  GtkWidget *offer_box;
  GtkDropDown *span_drop_down;
  GtkWidget *earlier_button;
  GtkWidget *later_button;
  GtkLabel *period_label;
};

G_DEFINE_FINAL_TYPE (UnknotChartsPage, unknot_charts_page, ADW_TYPE_BIN)

enum
{
  DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
show_page (UnknotChartsPage *self,
           const char       *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (adw_bin_get_child (ADW_BIN (self))), name);
}

static UnknotChartSpan
get_span (UnknotChartsPage *self)
{
  return gtk_drop_down_get_selected (self->span_drop_down);
}

static void
show_card (UnknotChartsPage    *self,
           UnknotHistoryAspect  aspect,
           UnknotHistory       *history)
{
  g_autoptr (UnknotHistoryChart) chart =
    unknot_history_chart_new (aspect, history, unknot_today_get_trends (self->today),
                              unknot_clock_get_first_weekday ());

  unknot_chart_card_set_chart (self->cards[aspect], chart);
}

/* The focus does not vanish with what it is on. */
static void
set_sensitive (UnknotChartsPage *self,
               GtkWidget        *button,
               gboolean          is_sensitive)
{
  if (!is_sensitive && gtk_widget_has_focus (button))
    gtk_widget_grab_focus (GTK_WIDGET (self->span_drop_down));
  gtk_widget_set_sensitive (button, is_sensitive);
}

static void
show (UnknotChartsPage *self,
      UnknotHistory    *months)
{
  const UnknotPeriod *period = unknot_history_get_period (self->history);
  gboolean is_all = get_span (self) == UNKNOT_CHART_SPAN_ALL;
  int beginning = unknot_history_get_beginning (self->history);
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  g_autofree char *change = unknot_history_text_dup_change (trends);
  g_autofree char *days = unknot_history_text_dup_period (period);

  gtk_label_set_label (self->change_label, change);
  gtk_widget_set_visible (GTK_WIDGET (self->change_label), *change != '\0');
  gtk_widget_set_visible (self->offer_box, trends != NULL &&
                                             unknot_trends_get_more_frequent (trends) == TRUE);
  gtk_label_set_label (self->period_label, days);
  set_sensitive (self, self->earlier_button, !is_all && beginning < period->first_day);
  set_sensitive (self, self->later_button, !is_all && self->n_back > 0);
  for (guint aspect = 0; aspect < UNKNOT_HISTORY_N_ASPECTS; aspect++)
    show_card (self, aspect, aspect == UNKNOT_HISTORY_CALENDAR ? months : self->history);
  unknot_insights_card_set_history (self->insights, self->history);
  unknot_function_card_set_history (self->function, self->history);
  unknot_events_card_set_history (self->events, self->history);
  show_page (self, "charts");
}

static void
cancel (UnknotChartsPage *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
fail (UnknotChartsPage *self,
      GError           *error)
{
  g_clear_object (&self->cancellable);
  adw_status_page_set_description (self->failed_page, error->message);
  show_page (self, "failed");
}

/* NULL where it failed, which is told, or where something else is wanted by now. */
static UnknotHistory *
finish_loading (UnknotChartsPage *self,
                GObject          *source,
                GAsyncResult     *result)
{
  g_autoptr (GError) error = NULL;
  UnknotHistory *history = unknot_history_load_finish (UNKNOT_DIARY (source), result, &error);

  if (g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_object (&history);
      return NULL;
    }
  if (history == NULL)
    fail (self, error);

  return history;
}

static void
months_loaded_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (UnknotChartsPage) self = user_data;
  g_autoptr (UnknotHistory) months = finish_loading (self, source, result);

  if (months == NULL)
    return;

  g_clear_object (&self->cancellable);
  show (self, months);
}

/* Which months there are is known when the diary is. */
static void
history_loaded_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (UnknotChartsPage) self = user_data;
  g_autoptr (UnknotHistory) history = finish_loading (self, source, result);
  UnknotPeriod months;

  if (history == NULL)
    return;

  g_set_object (&self->history, history);
  if (unknot_history_get_beginning (history) == 0)
    {
      g_clear_object (&self->cancellable);
      show_page (self, "empty");
      return;
    }
  months = unknot_chart_span_get_months (unknot_history_get_period (history),
                                         unknot_history_get_beginning (history));
  unknot_history_load_async (UNKNOT_DIARY (source), &months, unknot_clock_get_first_weekday (),
                             self->cancellable, months_loaded_cb, g_object_ref (self));
}

static void
load (UnknotChartsPage *self)
{
  UnknotDiary *diary = unknot_today_get_diary (self->today);
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (unknot_diary_get_clock (diary));
  UnknotPeriod period =
    unknot_chart_span_get_period (get_span (self), unknot_moment_get_day (now), self->n_back);

  cancel (self);
  self->is_outdated = FALSE;
  self->cancellable = g_cancellable_new ();
  unknot_history_load_async (diary, &period, unknot_clock_get_first_weekday (), self->cancellable,
                             history_loaded_cb, g_object_ref (self));
}

/* What nobody sees need not be read. */
static void
load_if_seen (UnknotChartsPage *self)
{
  if (self->is_outdated && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      unknot_diary_is_open (unknot_today_get_diary (self->today)))
    load (self);
}

static void
today_changed_cb (UnknotChartsPage *self)
{
  self->is_outdated = TRUE;
  load_if_seen (self);
}

static void
span_selected_cb (UnknotChartsPage *self)
{
  self->n_back = 0;
  load (self);
}

static void
earlier_clicked_cb (UnknotChartsPage *self)
{
  self->n_back++;
  load (self);
}

static void
later_clicked_cb (UnknotChartsPage *self)
{
  g_return_if_fail (self->n_back > 0);

  self->n_back--;
  load (self);
}

static void
day_activated_cb (UnknotChartsPage *self,
                  int               day)
{
  g_signal_emit (self, signals[DAY_ACTIVATED], 0, day);
}

static void
unknot_charts_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (unknot_charts_page_parent_class)->map (widget);

  load_if_seen (UNKNOT_CHARTS_PAGE (widget));
}

static void
unknot_charts_page_dispose (GObject *object)
{
  UnknotChartsPage *self = UNKNOT_CHARTS_PAGE (object);

  cancel (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_CHARTS_PAGE);
  g_clear_object (&self->today);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (unknot_charts_page_parent_class)->dispose (object);
}

static void
unknot_charts_page_class_init (UnknotChartsPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_charts_page_dispose;
  widget_class->map = unknot_charts_page_map;

  /**
   * UnknotChartsPage::day-activated:
   * @day: a local day, yyyymmdd
   *
   * The person asks for the entries of a day.
   */
  signals[DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-charts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, failed_page);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, cards_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, change_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, offer_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, span_drop_down);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, earlier_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, later_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartsPage, period_label);
  gtk_widget_class_bind_template_callback (widget_class, load);
  gtk_widget_class_bind_template_callback (widget_class, span_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, earlier_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_clicked_cb);
}

static void
unknot_charts_page_init (UnknotChartsPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint aspect = 0; aspect < UNKNOT_HISTORY_N_ASPECTS; aspect++)
    {
      self->cards[aspect] = UNKNOT_CHART_CARD (unknot_chart_card_new ());
      g_signal_connect_object (self->cards[aspect], "day-activated", G_CALLBACK (day_activated_cb),
                               self, G_CONNECT_SWAPPED);
      gtk_box_append (self->cards_box, GTK_WIDGET (self->cards[aspect]));
    }
}

/* In words rather than drawn. */
static void
add_cards (UnknotChartsPage *self)
{
  self->function = UNKNOT_FUNCTION_CARD (unknot_function_card_new ());
  self->events = UNKNOT_EVENTS_CARD (unknot_events_card_new (self->today));
  self->insights = UNKNOT_INSIGHTS_CARD (unknot_insights_card_new (self->today));
  gtk_box_append (self->cards_box, GTK_WIDGET (self->function));
  gtk_box_append (self->cards_box, GTK_WIDGET (self->events));
  gtk_box_append (self->cards_box, GTK_WIDGET (self->insights));
}

/**
 * unknot_charts_page_new:
 * @today: what the diary says; the charts are drawn when it is open
 */
GtkWidget *
unknot_charts_page_new (UnknotToday *today)
{
  UnknotChartsPage *self = g_object_new (UNKNOT_TYPE_CHARTS_PAGE, NULL);

  self->today = g_object_ref (today);
  self->is_outdated = TRUE;
  add_cards (self);
  g_signal_connect_object (today, "changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}
