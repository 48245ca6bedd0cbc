/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-day-row"

#include "config.h"

#include "unknot-day-row.h"

#include "unknot-entry-text.h"
#include "unknot-period.h"

#include <glib/gi18n.h>

/**
 * UnknotDayRow:
 *
 * A row with a day from a calendar, or none.
 */
struct _UnknotDayRow
{
  AdwActionRow parent_instance;

  UnknotClock *clock; /* nullable */
  int day;            /* yyyymmdd; 0 for any */

  GtkMenuButton *button;
  GtkCalendar *calendar;
  GtkWidget *any_button;
};

G_DEFINE_FINAL_TYPE (UnknotDayRow, unknot_day_row, ADW_TYPE_ACTION_ROW)

enum
{
  PROP_0,
  PROP_DAY,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
show_day (UnknotDayRow *self)
{
  g_autofree char *text = self->day != 0 ? unknot_entry_text_dup_day (self->day, self->clock)
                                         : g_strdup (C_ ("filter", "Any"));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_sensitive (self->any_button, self->day != 0);
}

static void
day_selected_cb (UnknotDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);

  unknot_day_row_set_day (self, g_date_time_get_year (date) * 10000 +
                                  g_date_time_get_month (date) * 100 +
                                  g_date_time_get_day_of_month (date));
  gtk_menu_button_popdown (self->button);
}

static void
any_clicked_cb (UnknotDayRow *self)
{
  unknot_day_row_set_day (self, 0);
  gtk_menu_button_popdown (self->button);
}

/* The calendar begins at the day that is chosen, or at today. */
static void
open_cb (UnknotDayRow *self)
{
  g_autoptr (GDateTime) date = NULL;

  if (!gtk_menu_button_get_active (self->button))
    return;

  date = self->day != 0 ? unknot_period_dup_date (self->day) : unknot_clock_get_now (self->clock);
  g_signal_handlers_block_by_func (self->calendar, day_selected_cb, self);
  gtk_calendar_select_day (self->calendar, date);
  g_signal_handlers_unblock_by_func (self->calendar, day_selected_cb, self);
}

static void
unknot_day_row_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  UnknotDayRow *self = UNKNOT_DAY_ROW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      g_value_set_int (value, self->day);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_day_row_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  UnknotDayRow *self = UNKNOT_DAY_ROW (object);

  switch (prop_id)
    {
    case PROP_DAY:
      unknot_day_row_set_day (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_day_row_dispose (GObject *object)
{
  UnknotDayRow *self = UNKNOT_DAY_ROW (object);

  g_clear_object (&self->clock);

  G_OBJECT_CLASS (unknot_day_row_parent_class)->dispose (object);
}

static void
unknot_day_row_class_init (UnknotDayRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_day_row_dispose;
  object_class->get_property = unknot_day_row_get_property;
  object_class->set_property = unknot_day_row_set_property;

  /**
   * UnknotDayRow:day:
   *
   * The day, yyyymmdd; 0 for any.
   */
  properties[PROP_DAY] =
    g_param_spec_int ("day", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_day_row_init (UnknotDayRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  self->any_button = gtk_button_new_with_mnemonic (_("_Any Day"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->calendar));
  gtk_box_append (GTK_BOX (box), self->any_button);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  self->button = g_object_new (GTK_TYPE_MENU_BUTTON,
                               "icon-name", "x-office-calendar-symbolic",
                               "popover", popover,
                               "valign", GTK_ALIGN_CENTER,
                               NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  show_day (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), GTK_WIDGET (self->button));

  g_signal_connect_object (self->button, "notify::active", G_CALLBACK (open_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->any_button, "clicked", G_CALLBACK (any_clicked_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * unknot_day_row_set_clock:
 * @clock: by which a day is “Today”
 */
void
unknot_day_row_set_clock (UnknotDayRow *self,
                          UnknotClock  *clock)
{
  g_return_if_fail (UNKNOT_IS_DAY_ROW (self));

  g_set_object (&self->clock, clock);
}

int
unknot_day_row_get_day (UnknotDayRow *self)
{
  g_return_val_if_fail (UNKNOT_IS_DAY_ROW (self), 0);

  return self->day;
}

/**
 * unknot_day_row_set_day:
 * @day: a local day, yyyymmdd; 0 for any
 */
void
unknot_day_row_set_day (UnknotDayRow *self,
                        int           day)
{
  g_return_if_fail (UNKNOT_IS_DAY_ROW (self));

  if (self->day == day)
    return;

  self->day = day;
  show_day (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}
