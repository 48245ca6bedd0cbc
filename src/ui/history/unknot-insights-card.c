/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-insights-card"

#include "config.h"

#include "unknot-insights-card.h"

#include "unknot-insights-text.h"
#include "unknot-learn-button.h"

#include <glib/gi18n.h>

/**
 * UnknotInsightsCard:
 *
 * Whether spasms come more often, what went with what, and what is still needed where nothing can
 * be said.
 */
struct _UnknotInsightsCard
{
  AdwBin parent_instance;

  UnknotToday *today;
  AdwActionRow *often_row;
  GtkWidget *check_row;
  AdwPreferencesGroup *found_group;
  GPtrArray *rows; /* of AdwActionRow: of the group */
};

G_DEFINE_FINAL_TYPE (UnknotInsightsCard, unknot_insights_card, ADW_TYPE_BIN)

static AdwActionRow *
create_row (const char *name)
{
  GtkWidget *row = adw_action_row_new ();

  gtk_widget_set_name (row, name);
  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);

  return ADW_ACTION_ROW (row);
}

static void
fill_row (AdwActionRow *row,
          const char   *title,
          const char   *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (row, subtitle);
}

/* Rows that are there are filled again: the keyboard may be at one. */
static void
show_row (UnknotInsightsCard *self,
          guint               position,
          const char         *title,
          const char         *subtitle)
{
  if (position == self->rows->len)
    {
      g_ptr_array_add (self->rows, create_row ("insight"));
      adw_preferences_group_add (self->found_group, g_ptr_array_index (self->rows, position));
    }
  fill_row (g_ptr_array_index (self->rows, position), title, subtitle);
}

static guint
show_found (UnknotInsightsCard *self,
            UnknotInsights     *insights,
            UnknotInsightKind   kind,
            guint               position)
{
  const UnknotInsight *found;
  guint n;

  found = unknot_insights_get_found (insights, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *title = unknot_insights_text_dup_title (&found[i]);
      g_autofree char *counts = unknot_insights_text_dup_counts (&found[i]);
      g_autofree char *interval = unknot_insights_text_dup_interval (&found[i]);
      g_autofree char *subtitle = g_strjoin ("\n", counts, interval, NULL);

      if (found[i].kind == kind)
        show_row (self, position++, title, subtitle);
    }

  return position;
}

static guint
show_needs (UnknotInsightsCard *self,
            UnknotInsights     *insights,
            UnknotInsightKind   kind,
            guint               position)
{
  const UnknotInsightNeed *needs;
  guint n;

  needs = unknot_insights_get_needs (insights, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *need = unknot_insights_text_dup_need (&needs[i]);

      if (needs[i].kind == kind)
        show_row (self, position++, unknot_insights_text_get_kind (kind), need);
    }

  return position;
}

static void
show_insights (UnknotInsightsCard *self,
               UnknotInsights     *insights)
{
  guint n = 0;

  for (UnknotInsightKind kind = 0; kind <= UNKNOT_INSIGHT_WEEKDAY; kind++)
    {
      guint before = n;

      n = show_found (self, insights, kind, n);
      n = show_needs (self, insights, kind, n);
      /* Enough was compared, and nothing of it was clear. */
      if (n == before)
        show_row (self, n++, unknot_insights_text_get_kind (kind), _("Nothing stands out"));
    }

  for (; self->rows->len > n; g_ptr_array_set_size (self->rows, self->rows->len - 1))
    adw_preferences_group_remove (self->found_group,
                                  g_ptr_array_index (self->rows, self->rows->len - 1));
}

static void
show_often (UnknotInsightsCard *self)
{
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  g_autofree char *title = NULL;
  g_autofree char *counts = NULL;

  if (trends == NULL)
    return;

  title = unknot_insights_text_dup_often_title (trends);
  counts = unknot_insights_text_dup_often_counts (trends);
  fill_row (self->often_row, title, counts);
  gtk_widget_set_visible (self->check_row, unknot_trends_get_more_frequent (trends) == TRUE);
}

static GtkWidget *
create_often_group (UnknotInsightsCard *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("More Often?"));
  adw_preferences_group_set_header_suffix (
    group, unknot_learn_button_new ("learn-recurring#record", _("More Often?")));
  self->often_row = create_row ("often-row");
  self->check_row = g_object_new (ADW_TYPE_BUTTON_ROW,
                                  "name", "check-row",
                                  "title", _("Go to the Check-_Up"),
                                  "use-underline", TRUE,
                                  "end-icon-name", "go-next-symbolic",
                                  "action-name", "win.check-up",
                                  "visible", FALSE,
                                  NULL);
  gtk_widget_add_css_class (self->check_row, "suggested-action");
  adw_preferences_group_add (group, GTK_WIDGET (self->often_row));
  adw_preferences_group_add (group, self->check_row);

  return GTK_WIDGET (group);
}

static GtkWidget *
create_found_group (UnknotInsightsCard *self)
{
  self->found_group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->found_group, _("What Went with What"));
  adw_preferences_group_set_description (
    self->found_group,
    _("What went together need not be cause and effect: both may come of something else."));
  adw_preferences_group_set_header_suffix (
    self->found_group,
    unknot_learn_button_new ("help-history#insights", _("What Went with What")));

  return GTK_WIDGET (self->found_group);
}

static void
unknot_insights_card_dispose (GObject *object)
{
  g_clear_object (&UNKNOT_INSIGHTS_CARD (object)->today);

  G_OBJECT_CLASS (unknot_insights_card_parent_class)->dispose (object);
}

static void
unknot_insights_card_finalize (GObject *object)
{
  g_ptr_array_unref (UNKNOT_INSIGHTS_CARD (object)->rows);

  G_OBJECT_CLASS (unknot_insights_card_parent_class)->finalize (object);
}

static void
unknot_insights_card_class_init (UnknotInsightsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_insights_card_dispose;
  object_class->finalize = unknot_insights_card_finalize;
}

static void
unknot_insights_card_init (UnknotInsightsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);

  self->rows = g_ptr_array_new ();
  gtk_box_append (GTK_BOX (box), create_often_group (self));
  gtk_box_append (GTK_BOX (box), create_found_group (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * unknot_insights_card_new:
 * @today: of the diary whose history is shown
 */
GtkWidget *
unknot_insights_card_new (UnknotToday *today)
{
  UnknotInsightsCard *self = g_object_new (UNKNOT_TYPE_INSIGHTS_CARD, NULL);

  self->today = g_object_ref (today);
  g_signal_connect_object (today, "changed", G_CALLBACK (show_often), self, G_CONNECT_SWAPPED);
  show_often (self);

  return GTK_WIDGET (self);
}

/**
 * unknot_insights_card_set_history:
 * @history: of the period in which to look
 */
void
unknot_insights_card_set_history (UnknotInsightsCard *self,
                                  UnknotHistory      *history)
{
  g_autoptr (UnknotInsights) insights = NULL;

  g_return_if_fail (UNKNOT_IS_INSIGHTS_CARD (self));

  insights = unknot_insights_new (history);
  show_insights (self, insights);
}
