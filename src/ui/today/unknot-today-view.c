/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-today-view"

#include "config.h"

#include "unknot-today-view.h"

#include "unknot-danger-watch.h"
#include "unknot-rescue-page.h"
#include "unknot-today-page.h"

#include <glib/gi18n.h>

/**
 * UnknotTodayView:
 *
 * The diary as it is lived in: what is logged here is on the disk before it is said to be saved, and
 * whatever is done can be undone, by the #UnknotEntryEditor around it.
 */
struct _UnknotTodayView
{
  AdwBin parent_instance;

  UnknotCheckup *checkup;    /* nullable */
  UnknotToday *today;        /* nullable */
  UnknotEntryEditor *editor; /* nullable: not owned, it surrounds the view */
  UnknotDangerWatch *watch;  /* nullable */
  guint n_dangers; /* as shown */
  gboolean noted;  /* something was, and what it adds up to is not shown yet */
  guint clock_id;

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
  DANGER,
  SHOW_EMERGENCY,
  SHOW_ENTRIES,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static AdwNavigationView *
get_navigation (UnknotTodayView *self)
{
  return ADW_NAVIGATION_VIEW (adw_bin_get_child (ADW_BIN (self)));
}

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

/* --- Dangers --- */

static void
show_dangers (UnknotTodayView *self)
{
  guint n_before = self->n_dangers;
  g_autofree char *names = NULL;

  self->n_dangers = unknot_danger_watch_get_dangers (self->watch)->len;
  if (self->n_dangers > 0)
    names = unknot_danger_watch_dup_names (self->watch);
  unknot_today_page_set_danger (self->today_page, names,
                                unknot_danger_watch_is_worse (self->watch));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.check-danger", names != NULL);
  if (self->noted && self->n_dangers > n_before)
    g_signal_emit (self, signals[DANGER], 0);
  self->noted = FALSE;
}

static void
noted_cb (UnknotTodayView *self,
          UnknotEpisode   *before,
          UnknotEpisode   *episode)
{
  if (unknot_danger_watch_note (self->watch, before, episode))
    g_signal_emit (self, signals[DANGER], 0);
  self->noted = TRUE;
}

/* --- Logging --- */

static void
show_begun (UnknotTodayView *self)
{
  unknot_today_page_set_draft (self->today_page, unknot_entry_editor_get_begun (self->editor));
}

static void
open_entry (UnknotTodayView *self,
            gpointer         entry)
{
  unknot_entry_editor_open (self->editor, entry);
}

static void
add_details_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  open_entry (self, unknot_today_get_ongoing (self->today));
}

static void
ended_earlier_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  unknot_entry_editor_open_end (self->editor, unknot_today_get_ongoing (self->today));
}

static void
other_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  open_entry (self, unknot_today_get_other_ongoing (self->today));
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

  unknot_episode_add (UNKNOT_EPISODE (episode), UNKNOT_ENTRY (reading));
  unknot_episode_set_current (UNKNOT_EPISODE (episode), pain, NULL);
  unknot_episode_set_worst (UNKNOT_EPISODE (episode),
                            MAX (pain, unknot_episode_get_worst (UNKNOT_EPISODE (episode))), NULL);
  unknot_entry_editor_save (self->editor, episode, before, message);
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

  unknot_episode_end_now (UNKNOT_EPISODE (episode), now);
  unknot_entry_editor_save (self->editor, episode, before, _("Noted: the spasm is over"));
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
  unknot_entry_editor_save (self->editor, UNKNOT_ENTRY (day), (UnknotEntry *) before,
                            painless ? _("Noted: no pain today")
                                     : _("No longer noted: no pain today"));
}

static void
day_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);
  g_autoptr (UnknotDay) day = dup_day (self);

  unknot_entry_editor_open_day (self->editor, day, unknot_today_get_day (self->today));
}

/* --- The entries --- */

static void
entries_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  g_signal_emit (widget, signals[SHOW_ENTRIES], 0);
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

  open_entry (self, unknot_today_get_check (self->today));
}

static void
visit_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotTodayView *self = UNKNOT_TODAY_VIEW (widget);

  open_entry (self, unknot_today_get_visit (self->today));
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
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (get_navigation (self));

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

  g_clear_object (&self->watch);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_TODAY_VIEW);
  g_clear_object (&self->checkup);
  g_clear_object (&self->today);

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
    { "today.add-details", add_details_action },
    { "today.ended-earlier", ended_earlier_action },
    { "today.other", other_action },
    { "today.over", over_action },
    { "today.painless", painless_action },
    { "today.day", day_action },
    { "today.entries", entries_action },
    { "today.check-up", check_up_action },
    { "today.check-danger", check_danger_action },
    { "today.show-check", show_check_action },
    { "today.visit", visit_action },
    { "today.show-emergency", show_emergency_action },
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
   * UnknotTodayView::danger:
   *
   * The person noted a danger, or one more, that no check-up has looked at. What was in the diary
   * before is shown without a word.
   */
  signals[DANGER] = g_signal_new ("danger", UNKNOT_TYPE_TODAY_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotTodayView::show-emergency:
   *
   * The person wants to see whom to call.
   */
  signals[SHOW_EMERGENCY] = g_signal_new ("show-emergency", UNKNOT_TYPE_TODAY_VIEW,
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotTodayView::show-entries:
   *
   * The person wants to see all that is in the diary.
   */
  signals[SHOW_ENTRIES] = g_signal_new ("show-entries", UNKNOT_TYPE_TODAY_VIEW, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-today-view.ui");
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

  page = adw_navigation_view_get_visible_page (get_navigation (self));

  return page == NULL || adw_navigation_view_get_previous_page (get_navigation (self), page) == NULL;
}

static void
show_failed_reading_cb (UnknotTodayView *self,
                        GError          *error)
{
  unknot_entry_editor_tell (self->editor, error->message);
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
 * @editor: what surrounds the view, and has the same diary
 */
void
unknot_today_view_set_today (UnknotTodayView   *self,
                             UnknotToday       *today,
                             UnknotEntryEditor *editor)
{
  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));
  g_return_if_fail (self->checkup != NULL);
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  self->editor = editor;
  g_signal_connect_object (today, "changed", G_CALLBACK (today_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "time-passed", G_CALLBACK (show_alarm), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (today, "failed", G_CALLBACK (show_failed_reading_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "notify::begun", G_CALLBACK (show_begun), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "noted", G_CALLBACK (noted_cb), self, G_CONNECT_SWAPPED);
  self->watch = unknot_danger_watch_new (unknot_checkup_get_protocol (self->checkup), today);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_dangers), self,
                           G_CONNECT_SWAPPED);
  unknot_today_page_set_today (self->today_page, today);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "today.painless", TRUE);
  today_changed_cb (self);
  show_dangers (self);
  show_begun (self);
  follow_clock (self);
}

/**
 * unknot_today_view_set_reminder:
 * @reminder: which says when to ask about function; the diary must be there before it
 */
void
unknot_today_view_set_reminder (UnknotTodayView        *self,
                                UnknotFunctionReminder *reminder)
{
  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));

  unknot_today_page_set_reminder (self->today_page, reminder);
}

/**
 * unknot_today_view_set_settings:
 * @settings: which keep what the person does not want to be asked; the diary must be there before
 */
void
unknot_today_view_set_settings (UnknotTodayView *self,
                                GSettings       *settings)
{
  g_return_if_fail (UNKNOT_IS_TODAY_VIEW (self));

  unknot_today_page_set_settings (self->today_page, settings);
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

  adw_navigation_view_replace (get_navigation (self), &page, 1);
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
  adw_navigation_view_replace (get_navigation (self), &page, 1);
}
