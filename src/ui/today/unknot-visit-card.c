/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-visit-card"

#include "config.h"

#include "unknot-visit-card.h"

#include "unknot-entry-text.h"

#include <glib/gi18n.h>

/**
 * UnknotVisitCard:
 *
 * A visit to the doctor, shortly before it, and after it until what came of it is told or the person
 * does not want to tell. It is hidden while there is none.
 *
 * ## Actions
 *
 * `today.visit` is to show the visit, and `win.summary` the summary for the doctor.
 */
struct _UnknotVisitCard
{
  AdwBin parent_instance;

  UnknotToday *today;  /* nullable */
  GSettings *settings; /* nullable, as @today */
  gboolean in_danger;

  AdwActionRow *visit_row;
  GtkWidget *summary_row;
  AdwActionRow *outcome_row;
};

G_DEFINE_FINAL_TYPE (UnknotVisitCard, unknot_visit_card, ADW_TYPE_BIN)

enum
{
  LEFT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static UnknotClock *
get_clock (UnknotVisitCard *self)
{
  return unknot_diary_get_clock (unknot_today_get_diary (self->today));
}

static gboolean
is_over (UnknotVisitCard *self,
         UnknotVisit     *visit)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (get_clock (self));

  return unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (visit))) <
         unknot_moment_get_day (now);
}

static gboolean
is_dismissed (UnknotVisitCard *self,
              UnknotVisit     *visit)
{
  g_autofree char *dismissed = g_settings_get_string (self->settings, "visit-dismissed");

  return g_str_equal (dismissed, unknot_entry_get_uuid (UNKNOT_ENTRY (visit)));
}

static char *
dup_questions (UnknotVisit *visit)
{
  g_auto (GStrv) questions = unknot_visit_split_lines (unknot_visit_get_questions (visit));
  guint n = g_strv_length (questions);

  return n > 0 ? g_strdup_printf (ngettext ("%u question to ask", "%u questions to ask", n), n)
               : g_strdup (_("No questions noted yet"));
}

static void
show_visit (UnknotVisitCard *self,
            UnknotVisit     *visit)
{
  UnknotMoment *moment = unknot_entry_get_moment (UNKNOT_ENTRY (visit));
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (get_clock (self));
  gboolean is_today = unknot_moment_get_day (moment) == unknot_moment_get_day (now);
  g_autofree char *time = unknot_entry_text_dup_time_of_day (moment);
  g_autofree char *questions = dup_questions (visit);
  g_autofree char *title = is_today ? g_strdup_printf (_("Doctor’s visit today, %s"), time)
                                    : g_strdup_printf (_("Doctor’s visit tomorrow, %s"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->visit_row), title);
  adw_action_row_set_subtitle (self->visit_row, questions);
}

static void
ask_outcome (UnknotVisitCard *self,
             UnknotVisit     *visit)
{
  g_autofree char *time =
    unknot_entry_text_dup_time (unknot_entry_get_moment (UNKNOT_ENTRY (visit)), get_clock (self));

  adw_action_row_set_subtitle (self->outcome_row, time);
}

/* What hides is not to take the focus away with it. */
static void
show_rows (UnknotVisitCard *self,
           gboolean         visit,
           gboolean         outcome)
{
  if (!visit && !outcome && gtk_widget_get_visible (GTK_WIDGET (self)) &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_set_visible (GTK_WIDGET (self->visit_row), visit);
  gtk_widget_set_visible (self->summary_row, visit);
  gtk_widget_set_visible (GTK_WIDGET (self->outcome_row), outcome);
  gtk_widget_set_visible (GTK_WIDGET (self), visit || outcome);
}

/* Nobody is to wait for a visit with what cannot wait. */
static void
update (UnknotVisitCard *self)
{
  UnknotVisit *visit = self->today != NULL ? unknot_today_get_visit (self->today) : NULL;
  gboolean is_shown = visit != NULL && !self->in_danger;

  if (is_shown && !is_over (self, visit))
    {
      show_visit (self, visit);
      show_rows (self, TRUE, FALSE);
    }
  else if (is_shown && !is_dismissed (self, visit))
    {
      ask_outcome (self, visit);
      show_rows (self, FALSE, TRUE);
    }
  else
    show_rows (self, FALSE, FALSE);
}

static void
dismissed_cb (UnknotVisitCard *self)
{
  UnknotEntry *visit = UNKNOT_ENTRY (unknot_today_get_visit (self->today));

  g_settings_set_string (self->settings, "visit-dismissed", unknot_entry_get_uuid (visit));
}

static void
unknot_visit_card_dispose (GObject *object)
{
  UnknotVisitCard *self = UNKNOT_VISIT_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_VISIT_CARD);
  g_clear_object (&self->today);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (unknot_visit_card_parent_class)->dispose (object);
}

static void
unknot_visit_card_class_init (UnknotVisitCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_visit_card_dispose;

  /**
   * UnknotVisitCard::left:
   *
   * It is about to be hidden with the focus in it: that is to go elsewhere.
   */
  signals[LEFT] = g_signal_new ("left", UNKNOT_TYPE_VISIT_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-visit-card.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitCard, visit_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitCard, summary_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotVisitCard, outcome_row);
  gtk_widget_class_bind_template_callback (widget_class, dismissed_cb);
}

static void
unknot_visit_card_init (UnknotVisitCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_visit_card_set_today:
 * @today: which knows of the visit
 * @settings: which keep what the person did not want to tell
 */
void
unknot_visit_card_set_today (UnknotVisitCard *self,
                             UnknotToday     *today,
                             GSettings       *settings)
{
  g_return_if_fail (UNKNOT_IS_VISIT_CARD (self));
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  self->settings = g_object_ref (settings);
  g_signal_connect_object (today, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::visit-dismissed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * unknot_visit_card_set_in_danger:
 * @in_danger: whether there is something that cannot wait; until it is looked at, nothing is told of
 *   a visit
 */
void
unknot_visit_card_set_in_danger (UnknotVisitCard *self,
                                 gboolean         in_danger)
{
  g_return_if_fail (UNKNOT_IS_VISIT_CARD (self));

  self->in_danger = in_danger;
  update (self);
}
