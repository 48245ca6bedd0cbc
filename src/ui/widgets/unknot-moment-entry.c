/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-moment-entry"

#include "config.h"

#include "unknot-moment-entry.h"

#include "unknot-json.h"
#include "unknot-period.h"
#include "unknot-time-of-day.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * UnknotMomentEntry:
 *
 * When something was: a day from a calendar, and a time as the person writes it. It is not in the
 * future, unless that is allowed.
 */
struct _UnknotMomentEntry
{
  GtkWidget parent_instance;

  UnknotClock *clock;
  UnknotMoment *given;  /* as it was set; kept to the millisecond where nothing else is chosen */
  UnknotMoment *moment; /* nullable: what is written is none */
  GTimeZone *zone;
  gboolean allows_future;
  gboolean twelve_hour;
  gboolean timeless;
  gboolean filling;

  GtkWidget *box;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  GtkEditable *entry;
  GtkLabel *fault;
};

G_DEFINE_FINAL_TYPE (UnknotMomentEntry, unknot_moment_entry, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static int
to_day (GDateTime *time)
{
  return g_date_time_get_year (time) * 10000 + g_date_time_get_month (time) * 100 +
         g_date_time_get_day_of_month (time);
}

static int
to_minutes (GDateTime *time)
{
  return g_date_time_get_hour (time) * 60 + g_date_time_get_minute (time);
}

static void
name_day (UnknotMomentEntry *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);
  g_autoptr (GDateTime) yesterday = g_date_time_add_days (now, -1);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (now, 1);
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (to_day (day) == to_day (now))
    text = g_strdup (_("Today"));
  else if (to_day (day) == to_day (yesterday))
    text = g_strdup (_("Yesterday"));
  else if (to_day (day) == to_day (tomorrow))
    text = g_strdup (_("Tomorrow"));
  else
    /* Translators: a day, as g_date_time_format () takes it: “21 November 2026” */
    text = g_date_time_format (day, _("%-d %B %Y"));
  gtk_menu_button_set_label (self->day_button, text);

  /* Translators: %s is a day, such as “21 November 2026”. */
  name = g_strdup_printf (_("Day: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->day_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
}

/* The moment that is written, or %NULL. */
static UnknotMoment *
read_moment (UnknotMomentEntry *self)
{
  g_autoptr (GDateTime) given = unknot_moment_to_date_time (self->given);
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autoptr (GDateTime) time = NULL;
  int minutes;

  if (!unknot_time_of_day_parse (gtk_editable_get_text (self->entry), self->twelve_hour, &minutes))
    return NULL;
  if (to_day (day) == to_day (given) && minutes == to_minutes (given))
    return unknot_moment_ref (self->given);

  time = g_date_time_new (self->zone, g_date_time_get_year (day), g_date_time_get_month (day),
                          g_date_time_get_day_of_month (day), minutes / 60, minutes % 60, 0);

  return time != NULL ? unknot_moment_new (time) : NULL;
}

static gboolean
is_future (UnknotMomentEntry *self)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (self->clock);

  /* Of a day without a time all has come, once it has begun. */
  if (self->timeless && unknot_moment_get_day (self->moment) == unknot_moment_get_day (now))
    return FALSE;

  return unknot_moment_compare (self->moment, now) > 0;
}

static gboolean
may_be_chosen (UnknotMomentEntry *self)
{
  return self->allows_future || !is_future (self);
}

static void
take_what_is_written (UnknotMomentEntry *self)
{
  g_clear_pointer (&self->moment, unknot_moment_unref);
  self->moment = read_moment (self);
  if (self->moment != NULL && may_be_chosen (self))
    unknot_moment_entry_show_fault (self, NULL);
}

static void
changed_cb (UnknotMomentEntry *self)
{
  if (self->filling)
    return;

  take_what_is_written (self);
  name_day (self);
  if (self->timeless)
    unknot_moment_entry_check (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
left_cb (UnknotMomentEntry *self)
{
  unknot_moment_entry_check (self);
}

static void
fill_time (UnknotMomentEntry *self)
{
  g_autoptr (GDateTime) time = unknot_moment_to_date_time (self->given);
  g_autofree char *text = unknot_time_of_day_format (to_minutes (time), self->twelve_hour);

  gtk_editable_set_text (self->entry, text);
}

static void
unknot_moment_entry_dispose (GObject *object)
{
  UnknotMomentEntry *self = UNKNOT_MOMENT_ENTRY (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->clock);

  G_OBJECT_CLASS (unknot_moment_entry_parent_class)->dispose (object);
}

static void
unknot_moment_entry_finalize (GObject *object)
{
  UnknotMomentEntry *self = UNKNOT_MOMENT_ENTRY (object);

  g_clear_pointer (&self->given, unknot_moment_unref);
  g_clear_pointer (&self->moment, unknot_moment_unref);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (unknot_moment_entry_parent_class)->finalize (object);
}

static void
unknot_moment_entry_class_init (UnknotMomentEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_moment_entry_dispose;
  object_class->finalize = unknot_moment_entry_finalize;

  /**
   * UnknotMomentEntry::changed:
   *
   * The person wrote or chose something else, a moment or not.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_MOMENT_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "momententry");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
unknot_moment_entry_init (UnknotMomentEntry *self)
{
  GtkWidget *line = g_object_new (ADW_TYPE_WRAP_BOX, "child-spacing", 6, "line-spacing", 6, NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkEventController *controller = gtk_event_controller_focus_new ();

  self->twelve_hour = unknot_time_of_day_is_twelve_hour ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->day_button = g_object_new (GTK_TYPE_MENU_BUTTON, "popover", popover, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->day_button), "answer");
  self->entry = GTK_EDITABLE (g_object_new (GTK_TYPE_ENTRY,
                                            "width-chars", 9,
                                            "max-width-chars", 9,
                                            "activates-default", TRUE,
                                            NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->entry), "answer");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Time"), -1);
  self->fault = g_object_new (GTK_TYPE_LABEL,
                              "wrap", TRUE, "xalign", 0.0, "visible", FALSE, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->fault), "error");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_RELATION_ERROR_MESSAGE, self->fault, NULL, -1);

  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->day_button));
  adw_wrap_box_append (ADW_WRAP_BOX (line), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (self->box), line);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->fault));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));

  /* To leaf through the months is to choose, too. */
  g_signal_connect_swapped (self->calendar, "notify::day", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::month", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->calendar, "notify::year", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (gtk_popover_popdown),
                            popover);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), controller);
}

/**
 * unknot_moment_entry_new:
 * @moment: what it shows at first
 * @label: what is asked, for a screen reader
 */
GtkWidget *
unknot_moment_entry_new (UnknotClock  *clock,
                         UnknotMoment *moment,
                         const char   *label)
{
  UnknotMomentEntry *self = g_object_new (UNKNOT_TYPE_MOMENT_ENTRY, NULL);

  self->clock = g_object_ref (clock);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  unknot_moment_entry_set_moment (self, moment);

  return GTK_WIDGET (self);
}

/**
 * unknot_moment_entry_set_timeless:
 *
 * Asks for the day alone. Its moment has the time of day of the one that was set.
 */
void
unknot_moment_entry_set_timeless (UnknotMomentEntry *self)
{
  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  self->timeless = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
}

/**
 * unknot_moment_entry_allow_future:
 *
 * Takes what is still to come, too.
 */
void
unknot_moment_entry_allow_future (UnknotMomentEntry *self)
{
  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  self->allows_future = TRUE;
}

/**
 * unknot_moment_entry_get_moment:
 *
 * Returns: (transfer none) (nullable): what is written, %NULL where that is no moment, or none that
 *   may be chosen
 */
UnknotMoment *
unknot_moment_entry_get_moment (UnknotMomentEntry *self)
{
  g_return_val_if_fail (UNKNOT_IS_MOMENT_ENTRY (self), NULL);

  return self->moment != NULL && may_be_chosen (self) ? self->moment : NULL;
}

/**
 * unknot_moment_entry_set_moment:
 * @moment: what shall be shown, in the zone where it was
 */
void
unknot_moment_entry_set_moment (UnknotMomentEntry *self,
                                UnknotMoment      *moment)
{
  g_autoptr (UnknotMoment) given = unknot_moment_ref (moment);

  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  g_clear_pointer (&self->given, unknot_moment_unref);
  self->given = g_steal_pointer (&given);
  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_new_identifier (unknot_moment_get_zone (self->given));
  if (self->zone == NULL)
    self->zone = g_time_zone_new_offset (unknot_moment_get_offset (self->given) * 60);

  self->filling = TRUE;
  fill_time (self);
  unknot_moment_entry_set_day (self, unknot_moment_get_day (self->given));
  self->filling = FALSE;
  take_what_is_written (self);
}

/**
 * unknot_moment_entry_get_text:
 *
 * Returns: the time as it is written, be it one or not
 */
const char *
unknot_moment_entry_get_text (UnknotMomentEntry *self)
{
  g_return_val_if_fail (UNKNOT_IS_MOMENT_ENTRY (self), NULL);

  return gtk_editable_get_text (self->entry);
}

/**
 * unknot_moment_entry_set_text:
 *
 * Writes a time as if the person had.
 */
void
unknot_moment_entry_set_text (UnknotMomentEntry *self,
                              const char        *text)
{
  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  gtk_editable_set_text (self->entry, text);
}

/**
 * unknot_moment_entry_get_day:
 *
 * Returns: the chosen day, yyyymmdd
 */
int
unknot_moment_entry_get_day (UnknotMomentEntry *self)
{
  g_autoptr (GDateTime) day = NULL;

  g_return_val_if_fail (UNKNOT_IS_MOMENT_ENTRY (self), 0);

  day = gtk_calendar_get_date (self->calendar);

  return to_day (day);
}

/**
 * unknot_moment_entry_set_day:
 * @day: yyyymmdd
 */
void
unknot_moment_entry_set_day (UnknotMomentEntry *self,
                             int                day)
{
  g_autoptr (GDateTime) date = unknot_period_dup_date (day);

  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));
  g_return_if_fail (date != NULL);

  gtk_calendar_select_day (self->calendar, date);
  name_day (self);
}

/**
 * unknot_moment_entry_set_twelve_hour:
 * @twelve_hour: whether hours are counted to 12; at first as the person's language does
 */
void
unknot_moment_entry_set_twelve_hour (UnknotMomentEntry *self,
                                     gboolean           twelve_hour)
{
  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  self->twelve_hour = twelve_hour;
  unknot_moment_entry_set_moment (self, self->given);
}

/**
 * unknot_moment_entry_dup_written:
 *
 * Returns: (transfer full): what is written, be it a moment or not
 */
JsonNode *
unknot_moment_entry_dup_written (UnknotMomentEntry *self)
{
  g_autoptr (JsonObject) object = json_object_new ();
  JsonNode *node = json_node_alloc ();

  json_object_set_int_member (object, "day", unknot_moment_entry_get_day (self));
  json_object_set_string_member (object, "time", unknot_moment_entry_get_text (self));
  json_node_init_object (node, object);

  return node;
}

/**
 * unknot_moment_entry_load_written:
 * @written: (nullable): from unknot_moment_entry_dup_written()
 *
 * Writes as the person had. What cannot be read is left as it is.
 */
void
unknot_moment_entry_load_written (UnknotMomentEntry *self,
                                  JsonNode          *written)
{
  JsonObject *object;
  JsonNode *day;

  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  if (written == NULL || !JSON_NODE_HOLDS_OBJECT (written))
    return;

  object = json_node_get_object (written);
  day = json_object_get_member (object, "day");
  self->filling = TRUE;
  if (day != NULL && unknot_json_is_integer (day) &&
      g_date_valid_dmy (json_node_get_int (day) % 100, json_node_get_int (day) / 100 % 100,
                        CLAMP (json_node_get_int (day) / 10000, 0, 9999)))
    unknot_moment_entry_set_day (self, json_node_get_int (day));
  if (unknot_json_find_string (object, "time") != NULL)
    unknot_moment_entry_set_text (self, unknot_json_find_string (object, "time"));
  self->filling = FALSE;
  take_what_is_written (self);
}

/**
 * unknot_moment_entry_check:
 *
 * Says beside the entry what is wrong with what is written.
 *
 * Returns: whether it is a moment that may be chosen
 */
gboolean
unknot_moment_entry_check (UnknotMomentEntry *self)
{
  g_return_val_if_fail (UNKNOT_IS_MOMENT_ENTRY (self), FALSE);

  if (self->moment == NULL)
    unknot_moment_entry_show_fault (self, self->twelve_hour
                                            ? _("Write the time as “2:05 PM”, with AM or PM.")
                                            : _("Write the time as “14:05”."));
  else if (!may_be_chosen (self))
    unknot_moment_entry_show_fault (
      self, self->timeless ? _("This day is still to come. Choose one that has come.")
                           : _("This time is still to come. Choose one that has passed."));
  else
    return TRUE;

  return FALSE;
}

/**
 * unknot_moment_entry_show_fault:
 * @fault: (nullable): what is wrong with the moment, a sentence; %NULL for nothing
 */
void
unknot_moment_entry_show_fault (UnknotMomentEntry *self,
                                const char        *fault)
{
  g_return_if_fail (UNKNOT_IS_MOMENT_ENTRY (self));

  if (fault != NULL && !gtk_widget_get_visible (GTK_WIDGET (self->fault)))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), fault,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->fault), fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
