/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-chart-card"

#include "config.h"

#include "unknot-chart-card.h"

#include "unknot-chart-view.h"
#include "unknot-table-dialog.h"

/**
 * UnknotChartCard:
 *
 * A chart with what it shows in words, the value that is pointed at, and the way to the same
 * numbers as a table. Where there is too little for a chart, it says so, and what is needed.
 */
struct _UnknotChartCard
{
  AdwBin parent_instance;

  UnknotHistoryChart *chart; /* nullable */

  GtkLabel *title_label;
  GtkLabel *summary_label;
  UnknotChartView *view;
  GtkWidget *value_label;
  GtkWidget *buttons_box;
  GtkWidget *day_button;
};

G_DEFINE_FINAL_TYPE (UnknotChartCard, unknot_chart_card, ADW_TYPE_BIN)

enum
{
  DAY_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
day_activated_cb (UnknotChartCard *self,
                  int              day)
{
  g_signal_emit (self, signals[DAY_ACTIVATED], 0, day);
}

static void
day_clicked_cb (UnknotChartCard *self)
{
  g_signal_emit_by_name (self->view, "activate");
}

static void
day_changed_cb (UnknotChartCard *self)
{
  gtk_widget_set_visible (self->day_button, unknot_chart_view_get_day (self->view) != 0);
}

static void
table_clicked_cb (UnknotChartCard *self)
{
  g_autoptr (UnknotTable) table = unknot_history_chart_create_table (self->chart);

  adw_dialog_present (unknot_table_dialog_new (gtk_label_get_label (self->title_label), table),
                      GTK_WIDGET (self));
}

static void
unknot_chart_card_dispose (GObject *object)
{
  UnknotChartCard *self = UNKNOT_CHART_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_CHART_CARD);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (unknot_chart_card_parent_class)->dispose (object);
}

static void
unknot_chart_card_class_init (UnknotChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_chart_card_dispose;

  /**
   * UnknotChartCard::day-activated:
   * @day: a local day, yyyymmdd
   *
   * The person asks for the entries of a day.
   */
  signals[DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (UNKNOT_TYPE_CHART_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, summary_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, view);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, value_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, day_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotChartCard, buttons_box);
  gtk_widget_class_bind_template_callback (widget_class, day_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, day_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, table_clicked_cb);
}

static void
unknot_chart_card_init (UnknotChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
unknot_chart_card_new (void)
{
  return g_object_new (UNKNOT_TYPE_CHART_CARD, NULL);
}

/**
 * unknot_chart_card_set_chart:
 * @chart: what it shows, where there is enough for it
 */
void
unknot_chart_card_set_chart (UnknotChartCard    *self,
                             UnknotHistoryChart *chart)
{
  g_autofree char *lack = NULL;
  g_autofree char *summary = NULL;
  gboolean is_enough;

  g_return_if_fail (UNKNOT_IS_CHART_CARD (self));
  g_return_if_fail (UNKNOT_IS_HISTORY_CHART (chart));

  g_set_object (&self->chart, chart);
  lack = unknot_history_chart_dup_lack (chart);
  is_enough = lack == NULL;
  if (is_enough)
    summary = unknot_history_chart_dup_summary (chart);
  gtk_label_set_label (self->title_label, unknot_history_text_get_title (
                                            unknot_history_chart_get_aspect (chart)));
  gtk_label_set_label (self->summary_label, is_enough ? summary : lack);
  unknot_chart_view_set_chart (self->view, is_enough ? chart : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->view), is_enough);
  gtk_widget_set_visible (self->value_label, is_enough);
  gtk_widget_set_visible (self->buttons_box, is_enough);
}
