/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-today-view"

#include "config.h"

#include "unknot-today-view.h"

#include "unknot-change.h"
#include "unknot-danger-watch.h"
#include "unknot-day-dialog.h"
#include "unknot-entries-page.h"
#include "unknot-rescue-page.h"
#include "unknot-spasm-dialog.h"
#include "unknot-today-page.h"

#include <glib/gi18n.h>

/* An entry as it was rides on the dialog that changes it. */
#define BEFORE "unknot-before"

/**
 * UnknotTodayView:
 *
 * The diary as it is lived in: what is logged here is on the disk before it is said to be saved, and
 * whatever is done can be undone.
 */
struct _UnknotTodayView
{
  AdwBin parent_instance;

  UnknotCheckup *checkup; /* nullable */
  UnknotToday *today;    /* nullable */
  UnknotDraft *draft;    /* nullable */
  UnknotEpisode *begun;  /* nullable: an entry that is in the draft */
  gboolean begun_is_new;
  UnknotDangerWatch *watch; /* nullable */
  UnknotChange *change; /* nullable: the last thing that was done … */
  AdwToast *undo;       /* nullable: … while its undoing is offered */
  AdwDialog *dialog;    /* nullable: in which a spasm is told of */
  guint clock_id;

  AdwNavigationView *navigation;
  UnknotTodayPage *today_page;
};

G_DEFINE_FINAL_TYPE (UnknotTodayView, unknot_today_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_AT_START,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  CHECK_UP,
  SHOW_CHECK,
  SHOW_EMERGENCY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static UnknotDiary *
get_diary (UnknotTodayView *self)
{
  return unknot_today_get_diary (self->today);
}

static UnknotMoment *
get_now (UnknotTodayView *self)
{
  return unknot_moment_new_now (unknot_diary_get_clock (get_diary (self)));
}

static void
add_toast (UnknotTodayView *self,
           AdwToast        *toast)
{
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self))), toast);
}

static void
tell (UnknotTodayView *self,
      const char      *message)
{
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_timeout (toast, 0);
  add_toast (self, toast);
}

/* Nothing else is to stand before it, nor cut it. */
static void
tell_failure (UnknotTodayView *self,
              const GError    *error)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("Nothing Was Changed"), error->message);

  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

/* --- What was done can be undone, the last thing at a time --- */

static void
forget_undo (UnknotTodayView *self)
{
  if (self->undo != NULL)
    adw_toast_dismiss (self->undo);
  g_clear_object (&self->undo);
  g_clear_object (&self->change);
}

static void
offer_undo (UnknotTodayView *self,
            UnknotChange    *change)
{
  forget_undo (self);
  self->change = g_object_ref (change);
  self->undo = g_object_ref (adw_toast_new (unknot_change_get_message (change)));
  adw_toast_set_button_label (self->undo, _("_Undo"));
  adw_toast_set_action_name (self->undo, "today.undo");
  adw_toast_set_timeout (self->undo, 15);
  add_toast (self, g_object_ref (self->undo));
}

/* What is on its way to the disk: it is told when it is there. */
typedef struct
{
  UnknotTodayView *view;
  UnknotChange *change;
} Pending;

static Pending *
pending_new (UnknotTodayView *self,
             UnknotChange    *change)
{
  Pending *pending = g_new (Pending, 1);

  pending->view = g_object_ref (self);
  pending->change = change;

  return pending;
}

static void
pending_free (Pending *pending)
{
  g_object_unref (pending->view);
  g_object_unref (pending->change);
  g_free (pending);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pending, pending_free)

static void
changed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Pending) pending = user_data;
  g_autoptr (GError) error = NULL;

  /* The window may have gone meanwhile. */
  if (pending->view->today == NULL)
    return;
  if (unknot_diary_change_finish (UNKNOT_DIARY (source), result, &error))
    offer_undo (pending->view, pending->change);
  else
    tell_failure (pending->view, error);
}

/* @change: (transfer full): of which this is the end */
static void
save_entry (UnknotTodayView *self,
            UnknotEntry     *entry,
            UnknotChange    *change)
{
  unknot_diary_save_async (get_diary (self), entry, changed_cb, pending_new (self, change));
}

static void look_for_draft (UnknotTodayView *self);

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (UnknotTodayView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_change_undo_finish (UNKNOT_CHANGE (source), result, &error) && self->today != NULL)
    tell_failure (self, error);
}

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  g_autoptr (UnknotChange) change = g_steal_pointer (&self->change);

  /* The focus was on what goes away now. */
  gtk_widget_grab_focus (widget);
  forget_undo (self);
  if (change == NULL)
    return;

  unknot_change_undo_async (change, get_diary (self), undone_cb, g_object_ref (self));
  if (unknot_change_get_discarded (change) != NULL)
    {
      unknot_draft_save (self->draft, unknot_change_get_discarded (change));
      look_for_draft (self);
    }
}

static void
delete_entry (UnknotTodayView *self,
              UnknotEntry     *entry,
              const char      *message)
{
  UnknotChange *change = unknot_change_new (message);

  unknot_change_add_deleted (change, entry);
  unknot_diary_delete_async (get_diary (self), entry, changed_cb, pending_new (self, change));
}

/* --- Dangers --- */

static void
show_dangers (UnknotTodayView *self)
{
  gboolean any = unknot_danger_watch_get_dangers (self->watch)->len > 0;
  g_autofree char *names = any ? unknot_danger_watch_dup_names (self->watch) : NULL;

  unknot_today_page_set_danger (self->today_page, names,
                                unknot_danger_watch_is_worse (self->watch));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.check-danger", any);
}

/* --- Logging --- */

static void
saved_cb (UnknotTodayView   *self,
          UnknotEpisode     *episode,
          UnknotSpasmDialog *dialog)
{
  UnknotEpisode *before = g_object_get_data (G_OBJECT (dialog), BEFORE);
  g_autoptr (UnknotChange) change =
    before != NULL ? unknot_change_new_edit (_("Entry changed"), before, episode)
                   : unknot_change_new (_("Spasm saved"));

  if (before == NULL)
    unknot_change_add_created (change, UNKNOT_ENTRY (episode));
  offer_undo (self, change);
  unknot_danger_watch_note (self->watch, before, episode);
}

static void
show_begun (UnknotTodayView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.continue-draft", self->begun != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.discard-draft", self->begun != NULL);
  unknot_today_page_set_draft (self->today_page, self->begun);
}

static void
look_for_draft (UnknotTodayView *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&self->begun);
  self->begun = unknot_spasm_dialog_load_draft (self->draft, &self->begun_is_new, &error);
  if (error != NULL)
    tell (self, error->message);
  show_begun (self);
}

static void
discarded_cb (UnknotTodayView *self,
              GBytes          *content)
{
  g_autoptr (UnknotChange) change = unknot_change_new (_("Entry discarded"));

  unknot_change_set_discarded (change, content);
  offer_undo (self, change);
}

static void
deleted_cb (UnknotTodayView   *self,
            UnknotSpasmDialog *dialog)
{
  delete_entry (self, g_object_get_data (G_OBJECT (dialog), BEFORE), _("Entry deleted"));
}

/* @episode: as it is in the diary, or %NULL for a new one. */
static void
open_dialog (UnknotTodayView *self,
             UnknotEpisode   *episode)
{
  AdwDialog *dialog;

  /* One at a time: none is to cover another. */
  if (self->dialog != NULL)
    return;

  dialog = unknot_spasm_dialog_new (get_diary (self), episode, self->draft);
  if (episode != NULL)
    g_object_set_data_full (G_OBJECT (dialog), BEFORE,
                            unknot_entry_copy (UNKNOT_ENTRY (episode)), g_object_unref);
  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "deleted", G_CALLBACK (deleted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "discarded", G_CALLBACK (discarded_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "closed", G_CALLBACK (look_for_draft), self,
                           G_CONNECT_SWAPPED);
  g_set_weak_pointer (&self->dialog, dialog);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
open_draft (UnknotTodayView *self)
{
  g_autoptr (UnknotEpisode) episode = NULL;
  g_autoptr (GError) error = NULL;

  if (!self->begun_is_new)
    {
      episode = UNKNOT_EPISODE (unknot_diary_dup_entry (
        get_diary (self), UNKNOT_TYPE_EPISODE,
        unknot_entry_get_uuid (UNKNOT_ENTRY (self->begun)), &error));
      if (error != NULL)
        {
          tell (self, error->message);
          return;
        }
    }
  /* What is in the diary no more can still be saved. */
  open_dialog (self, episode != NULL || self->begun_is_new ? episode : self->begun);
}

/* There is one draft: what is in it is not lost by beginning something else. */
static void
edit (UnknotTodayView *self,
      UnknotEpisode   *episode)
{
  const char *uuid = episode != NULL ? unknot_entry_get_uuid (UNKNOT_ENTRY (episode)) : NULL;

  if (self->begun == NULL ||
      (uuid == NULL ? self->begun_is_new
                    : g_str_equal (uuid, unknot_entry_get_uuid (UNKNOT_ENTRY (self->begun)))))
    {
      open_dialog (self, episode);
      return;
    }

  tell (self, _("You had begun this entry. Save or discard it first."));
  open_draft (self);
}

static void
log_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  edit (UNKNOT_TODAY_VIEW (widget), NULL);
}

static void
add_details_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  edit (self, unknot_today_get_ongoing (self->today));
}

static void
ended_earlier_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  edit (self, unknot_today_get_ongoing (self->today));
  if (self->dialog != NULL)
    unknot_spasm_dialog_tell_end (UNKNOT_SPASM_DIALOG (self->dialog));
}

static void
other_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  edit (self, unknot_today_get_other_ongoing (self->today));
}

static void
how_now_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  UnknotEntry *before = UNKNOT_ENTRY (unknot_today_get_ongoing (self->today));
  g_autoptr (UnknotEntry) episode = unknot_entry_copy (before);
  g_autoptr (UnknotMoment) now = get_now (self);
  int pain = g_variant_get_int32 (parameter);
  g_autoptr (UnknotReading) reading = unknot_reading_new (now, pain, NULL);
  /* Translators: how bad it is, 0–10 */
  g_autofree char *message = g_strdup_printf (_("Noted: %d of 10"), pain);
  UnknotChange *change = unknot_change_new (message);

  unknot_episode_add (UNKNOT_EPISODE (episode), UNKNOT_ENTRY (reading));
  unknot_episode_set_current (UNKNOT_EPISODE (episode), pain, NULL);
  unknot_episode_set_worst (UNKNOT_EPISODE (episode),
                            MAX (pain, unknot_episode_get_worst (UNKNOT_EPISODE (episode))), NULL);
  unknot_change_set_before (change, before);
  unknot_change_add_created (change, UNKNOT_ENTRY (reading));
  save_entry (self, episode, change);
}

static void
over_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  UnknotEntry *before = UNKNOT_ENTRY (unknot_today_get_ongoing (self->today));
  g_autoptr (UnknotEntry) episode = unknot_entry_copy (before);
  g_autoptr (UnknotMoment) now = get_now (self);
  UnknotChange *change = unknot_change_new (_("Noted: the spasm is over"));

  unknot_episode_end_now (UNKNOT_EPISODE (episode), now);
  unknot_change_set_before (change, before);
  save_entry (self, episode, change);
}

/* @before: (nullable): as it is in the diary. A day of which nothing is said is none. */
static void
save_day (UnknotTodayView *self,
          UnknotDay       *day,
          UnknotDay       *before,
          const char      *message)
{
  UnknotChange *change;

  if (!unknot_day_is_painless (day) && unknot_day_get_sleep (day) == NULL)
    {
      if (before != NULL)
        delete_entry (self, UNKNOT_ENTRY (before), message);
      return;
    }

  change = unknot_change_new (message);
  if (before != NULL)
    unknot_change_set_before (change, UNKNOT_ENTRY (before));
  else
    unknot_change_add_created (change, UNKNOT_ENTRY (day));
  save_entry (self, UNKNOT_ENTRY (day), change);
}

/* Returns: (transfer full): what is said of today, to be changed */
static UnknotDay *
dup_day (UnknotTodayView *self)
{
  UnknotDay *before = unknot_today_get_day (self->today);
  g_autoptr (UnknotMoment) now = get_now (self);

  return before != NULL ? UNKNOT_DAY (unknot_entry_copy (UNKNOT_ENTRY (before)))
                        : unknot_day_new (now);
}

static void
painless_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  UnknotDay *before = unknot_today_get_day (self->today);
  g_autoptr (UnknotDay) day = dup_day (self);
  gboolean painless = before == NULL || !unknot_day_is_painless (before);

  unknot_day_set_painless (day, painless);
  save_day (self, day, before, painless ? _("Noted: no pain today")
                                        : _("No longer noted: no pain today"));
}

static void
day_told_cb (UnknotTodayView *self,
             UnknotDay       *day,
             AdwDialog       *dialog)
{
  save_day (self, day, g_object_get_data (G_OBJECT (dialog), BEFORE), _("Day changed"));
}

/* @before: (nullable): as it is in the diary */
static void
open_day_dialog (UnknotTodayView *self,
                 UnknotDay       *day,
                 UnknotDay       *before)
{
  AdwDialog *dialog = unknot_day_dialog_new (day, unknot_diary_get_clock (get_diary (self)));

  if (before != NULL)
    g_object_set_data_full (G_OBJECT (dialog), BEFORE, g_object_ref (before), g_object_unref);
  g_signal_connect_object (dialog, "told", G_CALLBACK (day_told_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  g_autoptr (UnknotDay) day = dup_day (self);

  open_day_dialog (self, day, unknot_today_get_day (self->today));
}

static void
continue_draft_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  open_draft (UNKNOT_TODAY_VIEW (widget));
}

static void
discard_draft_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  g_autoptr (GBytes) content = unknot_draft_load (self->draft, NULL);

  unknot_draft_clear (self->draft);
  g_clear_object (&self->begun);
  show_begun (self);
  if (content != NULL)
    discarded_cb (self, content);
}

/* --- The entries --- */

static void
entry_opened_cb (UnknotTodayView *self,
                 UnknotEntry     *entry)
{
  if (UNKNOT_IS_EPISODE (entry))
    edit (self, UNKNOT_EPISODE (entry));
  else if (UNKNOT_IS_DAY (entry))
    open_day_dialog (self, UNKNOT_DAY (entry), UNKNOT_DAY (entry));
  else if (UNKNOT_IS_CHECK (entry))
    g_signal_emit (self, signals[SHOW_CHECK], 0, entry);
}

static void
entry_deleted_cb (UnknotTodayView *self,
                  UnknotEntry     *entry)
{
  delete_entry (self, entry, _("Entry deleted"));
}

static void
entries_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  AdwNavigationPage *page = unknot_entries_page_new (get_diary (self));

  g_signal_connect_object (page, "opened", G_CALLBACK (entry_opened_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "deleted", G_CALLBACK (entry_deleted_cb), self,
                           G_CONNECT_SWAPPED);
  adw_navigation_view_push (self->navigation, page);
}

/* --- The check-up --- */

static void
check_up_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  g_signal_emit (widget, signals[CHECK_UP], 0, NULL);
}

static void
check_danger_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  g_signal_emit (widget, signals[CHECK_UP], 0,
                 unknot_danger_watch_get_dangers (UNKNOT_TODAY_VIEW (widget)->watch));
}

static void
show_check_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  g_signal_emit (self, signals[SHOW_CHECK], 0, unknot_today_get_check (self->today));
}

static void
show_emergency_action (GtkWidget  *widget,
                       const char *name,
                       GVariant   *parameter)
{
  g_signal_emit (widget, signals[SHOW_EMERGENCY], 0);
}

static void
show_alarm (UnknotTodayView *self)
{
  g_autofree char *alarm = unknot_checkup_dup_alarm (self->checkup);

  unknot_today_page_set_alarm (self->today_page, alarm);
}

/* --- As time goes on --- */

static void
today_changed_cb (UnknotTodayView *self)
{
  gboolean going_on = unknot_today_get_ongoing (self->today) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.over", going_on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.how-now", going_on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.add-details", going_on);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.ended-earlier", going_on);
  show_alarm (self);
}

static gboolean
minute_passed_cb (gpointer user_data)
{
  unknot_today_update (UNKNOT_TODAY_VIEW (user_data)->today);

  return G_SOURCE_CONTINUE;
}

static void
follow_clock (UnknotTodayView *self)
{
  if (self->today == NULL || self->clock_id != 0 || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  unknot_today_update (self->today);
  self->clock_id = g_timeout_add_seconds (30, minute_passed_cb, self);
}

static void
unknot_today_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (unknot_today_view_parent_class)->map (widget);

  follow_clock (UNKNOT_TODAY_VIEW (widget));
}

static void
unknot_today_view_unmap (GtkWidget *widget)
{
  g_clear_handle_id (&UNKNOT_TODAY_VIEW (widget)->clock_id, g_source_remove);

  GTK_WIDGET_CLASS (unknot_today_view_parent_class)->unmap (widget);
}

static void
visible_page_changed_cb (UnknotTodayView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_START]);
}

/* To what there is to do, past the menu. */
static gboolean
unknot_today_view_grab_focus (GtkWidget *widget)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (UNKNOT_IS_TODAY_PAGE (page))
    unknot_today_page_focus_start (UNKNOT_TODAY_PAGE (page));
  else if (UNKNOT_IS_RESCUE_PAGE (page))
    unknot_rescue_page_focus_start (UNKNOT_RESCUE_PAGE (page));
  else
    gtk_widget_child_focus (GTK_WIDGET (page), GTK_DIR_TAB_FORWARD);

  return TRUE;
}

static void
unknot_today_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (object);

  switch (prop_id)
    {
    case PROP_AT_START:
      g_value_set_boolean (value, unknot_today_view_is_at_start (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_today_view_dispose (GObject *object)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (object);

  g_clear_object (&self->undo);
  g_clear_object (&self->change);
  g_clear_object (&self->begun);
  g_clear_object (&self->watch);
  g_clear_weak_pointer (&self->dialog);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_TODAY_VIEW);
  g_clear_object (&self->checkup);
  g_clear_object (&self->today);
  g_clear_object (&self->draft);

  G_OBJECT_CLASS (unknot_today_view_parent_class)->dispose (object);
}

static void
unknot_today_view_class_init (UnknotTodayViewClass *klass)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "today.log", log_action },
    { "today.add-details", add_details_action },
    { "today.ended-earlier", ended_earlier_action },
    { "today.other", other_action },
    { "today.over", over_action },
    { "today.painless", painless_action },
    { "today.day", day_action },
    { "today.continue-draft", continue_draft_action },
    { "today.discard-draft", discard_draft_action },
    { "today.entries", entries_action },
    { "today.check-up", check_up_action },
    { "today.check-danger", check_danger_action },
    { "today.show-check", show_check_action },
    { "today.show-emergency", show_emergency_action },
    { "today.undo", undo_action },
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_today_view_dispose;
  object_class->get_property = unknot_today_view_get_property;
  widget_class->grab_focus = unknot_today_view_grab_focus;
  widget_class->map = unknot_today_view_map;
  widget_class->unmap = unknot_today_view_unmap;

  /**
   * UnknotTodayView:at-start:
   *
   * Whether its first page is shown.
   */
  properties[PROP_AT_START] =
    g_param_spec_boolean ("at-start", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotTodayView::check-up:
   * @dangers: (nullable) (element-type UnknotDanger): what the diary tells of that is to be asked for
   *
   * The person wants to go through the check-up.
   */
  signals[CHECK_UP] = g_signal_new ("check-up", UNKNOT_TYPE_TODAY_VIEW, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * UnknotTodayView::show-check:
   * @check: a saved check-up
   *
   * The person wants to see what a check-up said.
   */
  signals[SHOW_CHECK] = g_signal_new ("show-check", UNKNOT_TYPE_TODAY_VIEW, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_CHECK);

  /**
   * UnknotTodayView::show-emergency:
   *
   * The person wants to see whom to call.
   */
  signals[SHOW_EMERGENCY] = g_signal_new ("show-emergency", UNKNOT_TYPE_TODAY_VIEW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-today-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayView, navigation);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayView, today_page);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
  gtk_widget_class_install_action (widget_class, "today.how-now", "i", how_now_action);
}

static void
unknot_today_view_init (UnknotTodayView *self)
{
  g_type_ensure (UNKNOT_TYPE_TODAY_PAGE);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.log", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.painless", FALSE);
}

/**
 * unknot_today_view_is_at_start:
 *
 * Returns: whether its first page is shown
 */
gboolean
unknot_today_view_is_at_start (UnknotTodayView *self)
{
  AdwNavigationPage *page;

  g_return_val_if_fail (UNKNOT_IS_TODAY_VIEW (self), TRUE);

  page = adw_navigation_view_get_visible_page (self->navigation);

  return page == NULL || adw_navigation_view_get_previous_page (self->navigation, page) == NULL;
}

static void
show_failed_reading_cb (UnknotTodayView *self,
                        GError          *error)
{
  tell (self, error->message);
}

/**
 * unknot_today_view_set_checkup:
 * @checkup: the check-up under way, whose emergency is told here, too
 */
void
unknot_today_view_set_checkup (UnknotTodayView *self,
                               UnknotCheckup   *checkup)
{
  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));
  g_return_if_fail (self->checkup == NULL);

  self->checkup = g_object_ref (checkup);
  g_signal_connect_object (checkup, "notify::assessment", G_CALLBACK (show_alarm), self,
                           G_CONNECT_SWAPPED);
  show_alarm (self);
}

/**
 * unknot_today_view_set_today:
 * @today: of a diary that is being opened; the check-up must be there before it
 * @draft: where an entry is kept while it is written
 */
void
unknot_today_view_set_today (UnknotTodayView *self,
                             UnknotToday     *today,
                             UnknotDraft     *draft)
{
  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));
  g_return_if_fail (self->checkup != NULL);
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  self->draft = g_object_ref (draft);
  g_signal_connect_object (today, "changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "time-passed", G_CALLBACK (show_alarm), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "failed", G_CALLBACK (show_failed_reading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_diary (self), "failed", G_CALLBACK (show_failed_reading_cb), self,
                           G_CONNECT_SWAPPED);
  self->watch = unknot_danger_watch_new (unknot_checkup_get_protocol (self->checkup), today);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_dangers), self,
                           G_CONNECT_SWAPPED);
  unknot_today_page_set_today (self->today_page, today);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.log", TRUE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.painless", TRUE);
  today_changed_cb (self);
  show_dangers (self);
  look_for_draft (self);
  follow_clock (self);
}

/* The whole path, to be read in peace, or copied. */
static void
tell_where_kept (UnknotTodayView *self,
                 const char      *kept)
{
  AdwDialog *dialog = adw_alert_dialog_new (_("The Damaged Diary Is Kept"),
                                            _("It is as it was, and it is here:"));
  g_autofree char *path = g_filename_display_name (kept);
  GtkWidget *label = gtk_label_new (path);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  adw_alert_dialog_set_extra_child (ADW_ALERT_DIALOG (dialog), label);
  adw_alert_dialog_add_response (ADW_ALERT_DIALOG (dialog), "close", _("_Close"));
  adw_alert_dialog_set_default_response (ADW_ALERT_DIALOG (dialog), "close");
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
rescued_cb (UnknotTodayView *self,
            const char      *kept)
{
  AdwNavigationPage *page = ADW_NAVIGATION_PAGE (self->today_page);

  adw_navigation_view_replace (self->navigation, &page, 1);
  if (kept != NULL)
    tell_where_kept (self, kept);
}

/**
 * unknot_today_view_set_failure:
 * @error: why the diary could not be opened
 *
 * Shows what can be done about it, until the diary is open.
 */
void
unknot_today_view_set_failure (UnknotTodayView *self,
                               const GError    *error)
{
  AdwNavigationPage *page;

  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));
  g_return_if_fail (self->today != NULL);

  page = unknot_rescue_page_new (get_diary (self), error);
  g_signal_connect_object (page, "rescued", G_CALLBACK (rescued_cb), self, G_CONNECT_SWAPPED);
  adw_navigation_view_replace (self->navigation, &page, 1);
}
