/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-events-card"

#include "config.h"

#include "unknot-events-card.h"

#include "unknot-entry-editor.h"
#include "unknot-entry-text.h"

#include <glib/gi18n.h>

/* More than that are found in the list. */
#define MAX_ROWS 10

/**
 * UnknotEventsCard:
 *
 * What changed in a time: a treatment that began, a scan, a new chair.
 *
 * It uses the action `entry.add-event`, and opens events in the #UnknotEntryEditor that it is in.
 */
struct _UnknotEventsCard
{
  AdwBin parent_instance;

  UnknotToday *today;
  GArray *events;  /* of UnknotHistoryMarker, the latest first: those of the rows, of @history */
  GPtrArray *rows; /* of AdwActionRow */
  UnknotHistory *history; /* nullable */

  AdwPreferencesGroup *group;
  GtkWidget *add_row;
  GtkWidget *none_row;
};

G_DEFINE_FINAL_TYPE (UnknotEventsCard, unknot_events_card, ADW_TYPE_BIN)

static gboolean
is_told_by (UnknotEvent               *event,
            const UnknotHistoryMarker *marker)
{
  const char *title = marker->title != NULL ? marker->title : "";

  return g_strcmp0 (unknot_event_get_kind (event), marker->code) == 0 &&
         g_str_equal (unknot_event_get_title (event), title);
}

static void
activated_cb (UnknotEventsCard *self,
              GtkWidget        *row)
{
  GtkWidget *editor = gtk_widget_get_ancestor (GTK_WIDGET (self), UNKNOT_TYPE_ENTRY_EDITOR);
  const UnknotHistoryMarker *marker;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;
  guint position;

  g_ptr_array_find (self->rows, row, &position);
  marker = &g_array_index (self->events, UnknotHistoryMarker, position);
  events = unknot_diary_dup_on_day (unknot_today_get_diary (self->today), UNKNOT_TYPE_EVENT,
                                    marker->day, &error);
  if (events == NULL)
    {
      unknot_entry_editor_tell (UNKNOT_ENTRY_EDITOR (editor), error->message);
      return;
    }

  for (guint i = 0; i < events->len; i++)
    {
      UnknotEvent *event = g_ptr_array_index (events, i);

      if (is_told_by (event, marker))
        {
          unknot_entry_editor_open (UNKNOT_ENTRY_EDITOR (editor), UNKNOT_ENTRY (event));
          return;
        }
    }
}

static GtkWidget *
create_row (UnknotEventsCard *self)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "icon-name", "go-next-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   NULL);

  gtk_widget_set_name (row, "event");
  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
fill_row (UnknotEventsCard          *self,
          guint                      position,
          const UnknotHistoryMarker *marker)
{
  UnknotClock *clock = unknot_diary_get_clock (unknot_today_get_diary (self->today));
  const char *kind = unknot_vocabulary_get_title (UNKNOT_VOCABULARY_EVENT, marker->code);
  g_autofree char *day = unknot_entry_text_dup_day (marker->day, clock);
  g_autofree char *details =
    /* Translators: what kind of change it was, and on which day */
    marker->title != NULL ? g_strdup_printf (_("%s · %s"), kind, day) : g_strdup (day);
  AdwActionRow *row = g_ptr_array_index (self->rows, position);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 marker->title != NULL ? marker->title : kind);
  adw_action_row_set_subtitle (row, details);
}

static void
take_events (UnknotEventsCard *self)
{
  const UnknotHistoryMarker *markers;
  guint n;

  g_array_set_size (self->events, 0);
  markers = unknot_history_get_markers (self->history, &n);
  for (guint i = n; i > 0 && self->events->len < MAX_ROWS; i--)
    if (markers[i - 1].kind == UNKNOT_HISTORY_MARKER_EVENT)
      g_array_append_val (self->events, markers[i - 1]);
}

static void
remove_last_row (UnknotEventsCard *self)
{
  GtkWidget *row = g_ptr_array_index (self->rows, self->rows->len - 1);

  /* The focus does not vanish with what it is on. */
  if (gtk_widget_has_focus (row))
    gtk_widget_grab_focus (self->add_row);
  adw_preferences_group_remove (self->group, row);
  g_ptr_array_set_size (self->rows, self->rows->len - 1);
}

/* Rows that are there are filled again: the keyboard may be at one. */
static void
show_events (UnknotEventsCard *self)
{
  for (guint i = 0; i < self->events->len; i++)
    {
      if (i == self->rows->len)
        {
          g_ptr_array_add (self->rows, create_row (self));
          adw_preferences_group_add (self->group, g_ptr_array_index (self->rows, i));
        }
      fill_row (self, i, &g_array_index (self->events, UnknotHistoryMarker, i));
    }
  while (self->rows->len > self->events->len)
    remove_last_row (self);
  gtk_widget_set_visible (self->none_row, self->events->len == 0);
}

static void
unknot_events_card_dispose (GObject *object)
{
  UnknotEventsCard *self = UNKNOT_EVENTS_CARD (object);

  g_clear_object (&self->today);
  g_clear_object (&self->history);

  G_OBJECT_CLASS (unknot_events_card_parent_class)->dispose (object);
}

static void
unknot_events_card_finalize (GObject *object)
{
  UnknotEventsCard *self = UNKNOT_EVENTS_CARD (object);

  g_array_unref (self->events);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (unknot_events_card_parent_class)->finalize (object);
}

static void
unknot_events_card_class_init (UnknotEventsCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_events_card_dispose;
  object_class->finalize = unknot_events_card_finalize;
}

static GtkWidget *
create_add_group (UnknotEventsCard *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  self->add_row = g_object_new (ADW_TYPE_BUTTON_ROW,
                                "name", "add-row",
                                "title", _("Add an _Event…"),
                                "use-underline", TRUE,
                                "action-name", "entry.add-event",
                                NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), self->add_row);

  return group;
}

static void
unknot_events_card_init (UnknotEventsCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->events = g_array_new (FALSE, FALSE, sizeof (UnknotHistoryMarker));
  self->rows = g_ptr_array_new ();
  self->none_row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title", _("Nothing noted in this time"),
                                 "subtitle", _("Such as a treatment that began, a scan, or a new "
                                               "chair"),
                                 NULL);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("What Changed"));
  adw_preferences_group_add (self->group, self->none_row);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->group));
  gtk_box_append (GTK_BOX (box), create_add_group (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * unknot_events_card_new:
 * @today: of the diary whose history is shown
 */
GtkWidget *
unknot_events_card_new (UnknotToday *today)
{
  UnknotEventsCard *self = g_object_new (UNKNOT_TYPE_EVENTS_CARD, NULL);

  self->today = g_object_ref (today);

  return GTK_WIDGET (self);
}

/**
 * unknot_events_card_set_history:
 * @history: of the period that is shown
 */
void
unknot_events_card_set_history (UnknotEventsCard *self,
                                UnknotHistory    *history)
{
  g_return_if_fail (UNKNOT_IS_EVENTS_CARD (self));

  g_set_object (&self->history, history);
  take_events (self);
  show_events (self);
}
