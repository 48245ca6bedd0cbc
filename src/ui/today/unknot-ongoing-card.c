/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-ongoing-card"

#include "config.h"

#include "unknot-ongoing-card.h"

#include "unknot-entry-text.h"
#include "unknot-pain-scale.h"

#include <glib/gi18n.h>

/**
 * UnknotOngoingCard:
 *
 * The spasm that goes on: for how long, how it is now, and that it is over.
 */
struct _UnknotOngoingCard
{
  AdwBin parent_instance;

  UnknotToday *today;

  GtkLabel *title_label;
  GtkLabel *last_label;
  GtkWidget *again_box;
  GtkWidget *still_box;
  GtkWidget *now_label;
  UnknotPainScale *scale;
};

G_DEFINE_FINAL_TYPE (UnknotOngoingCard, unknot_ongoing_card, ADW_TYPE_BIN)

static void
show_last (UnknotOngoingCard *self,
           UnknotEpisode     *episode)
{
  GListModel *readings = unknot_episode_get_readings (episode);
  guint n = g_list_model_get_n_items (readings);
  g_autoptr (UnknotReading) reading = n > 0 ? g_list_model_get_item (readings, n - 1) : NULL;
  g_autofree char *time = NULL;
  g_autofree char *text = NULL;

  if (reading != NULL)
    {
      time = unknot_entry_text_dup_time (unknot_entry_get_moment (UNKNOT_ENTRY (reading)),
                                         unknot_diary_get_clock (unknot_today_get_diary (self->today)));
      /* Translators: when the person said how bad it is, and how bad it was, 0–10; then the worst of
       * the spasm: “Yesterday, 14:05: 3 of 10 · worst 8” */
      text = g_strdup_printf (_("%s: %d of 10 · worst %d"), time, unknot_reading_get_pain (reading),
                              unknot_episode_get_worst (episode));
    }
  else
    text = g_strdup_printf (_("Worst so far: %d of 10"), unknot_episode_get_worst (episode));

  gtk_label_set_label (self->last_label, text);
}

static void
update (UnknotOngoingCard *self)
{
  UnknotEpisode *episode = unknot_today_get_ongoing (self->today);
  g_autofree char *start = NULL;
  g_autofree char *elapsed = NULL;
  g_autofree char *title = NULL;
  gboolean asks;

  /* The page takes the card away. */
  if (episode == NULL)
    return;

  start = unknot_entry_text_dup_time (unknot_episode_get_start (episode),
                                      unknot_diary_get_clock (unknot_today_get_diary (self->today)));
  elapsed = unknot_entry_text_dup_span (unknot_today_get_elapsed (self->today));
  /* Translators: since when, and for how long: “Spasm since 14:05 · 1 h 20 min” */
  title = g_strdup_printf (_("Spasm since %s · %s"), start, elapsed);
  gtk_label_set_label (self->title_label, title);
  show_last (self, episode);
  asks = !unknot_today_is_still_going (self->today);
  gtk_widget_set_visible (self->still_box, asks);
  gtk_label_set_label (GTK_LABEL (self->now_label),
                       asks ? _("If it does: how is it now?") : _("How is it now?"));
  gtk_widget_set_visible (self->again_box, unknot_today_asks_again (self->today));
}

/* The number is a button, not a state: what was said is in the words above. */
static void
chosen_cb (UnknotOngoingCard *self,
           int                pain)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "today.how-now", "i", pain);
  unknot_pain_scale_set_pain (self->scale, UNKNOT_PAIN_UNKNOWN);
}

static gboolean
unknot_ongoing_card_grab_focus (GtkWidget *widget)
{
  return gtk_widget_child_focus (GTK_WIDGET (UNKNOT_ONGOING_CARD (widget)->scale),
                                 GTK_DIR_TAB_FORWARD);
}

static void
unknot_ongoing_card_dispose (GObject *object)
{
  UnknotOngoingCard *self = UNKNOT_ONGOING_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_ONGOING_CARD);
  g_clear_object (&self->today);

  G_OBJECT_CLASS (unknot_ongoing_card_parent_class)->dispose (object);
}

static void
unknot_ongoing_card_class_init (UnknotOngoingCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_ongoing_card_dispose;
  widget_class->grab_focus = unknot_ongoing_card_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-ongoing-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, last_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, again_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, still_box);
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, now_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotOngoingCard, scale);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
}

static void
unknot_ongoing_card_init (UnknotOngoingCard *self)
{
  g_type_ensure (UNKNOT_TYPE_PAIN_SCALE);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_ongoing_card_new:
 * @today: with a spasm that goes on
 */
GtkWidget *
unknot_ongoing_card_new (UnknotToday *today)
{
  UnknotOngoingCard *self = g_object_new (UNKNOT_TYPE_ONGOING_CARD, NULL);

  self->today = g_object_ref (today);
  g_signal_connect_object (today, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "time-passed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);

  return GTK_WIDGET (self);
}
