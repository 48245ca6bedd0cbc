/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-today-page"

#include "config.h"

#include "unknot-today-page.h"

#include "unknot-entry-text.h"
#include "unknot-level-image.h"
#include "unknot-ongoing-card.h"
#include "unknot-view-header.h"
#include "unknot-visit-card.h"

#include <glib/gi18n.h>

/**
 * UnknotTodayPage:
 *
 * What there is to do now: log a spasm, say how it goes, and what the last check-up said.
 */
struct _UnknotTodayPage
{
  AdwNavigationPage parent_instance;

  UnknotToday *today; /* nullable */
  UnknotFunctionReminder *reminder; /* nullable */
  GtkWidget *level_image; /* nullable */
  char *ongoing;          /* nullable: the uuid of the spasm on the card */
  gboolean in_danger;
  gboolean worse;

  AdwBanner *emergency_banner;
  GtkScrolledWindow *scrolled_window;
  AdwBin *ongoing_place;
  GtkLabel *status_label;
  GtkButton *log_button;
  GtkToggleButton *painless_button;
  AdwButtonContent *painless_content;
  GtkWidget *attention_group;
  AdwActionRow *danger_row;
  AdwActionRow *draft_row;
  AdwActionRow *other_row;
  UnknotVisitCard *visit_card;
  GtkWidget *check_group;
  AdwActionRow *check_row;
  AdwActionRow *recheck_row;
  GtkWidget *care_row;
  GtkWidget *function_group;
  GtkWidget *entries_group;
  GtkWidget *entries_row;
};

G_DEFINE_FINAL_TYPE (UnknotTodayPage, unknot_today_page, ADW_TYPE_NAVIGATION_PAGE)

static UnknotClock *
get_clock (UnknotTodayPage *self)
{
  return unknot_diary_get_clock (unknot_today_get_diary (self->today));
}

/* A calm line. Nothing is said of days that the diary does not know of. */
static char *
dup_status (UnknotTodayPage *self)
{
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  int days = trends != NULL ? unknot_trends_get_days_without (trends) : UNKNOT_TRENDS_UNKNOWN;

  if (trends == NULL)
    return g_strdup (" ");
  if (days == UNKNOT_TRENDS_UNKNOWN)
    return g_strdup (_("No spasm in the diary yet"));
  if (days == 0)
    return g_strdup (_("The last spasm ended today"));

  return g_strdup_printf (ngettext ("%d day without a spasm", "%d days without a spasm", days),
                          days);
}

static void
show_ongoing (UnknotTodayPage *self)
{
  UnknotEpisode *ongoing = unknot_today_get_ongoing (self->today);
  const char *uuid = ongoing != NULL ? unknot_entry_get_uuid (UNKNOT_ENTRY (ongoing)) : NULL;
  gboolean going_on = ongoing != NULL;
  gboolean shown = adw_bin_get_child (self->ongoing_place) != NULL;
  g_autofree char *status = NULL;

  /* Where another one goes on, the same button would be of that. */
  if (g_set_str (&self->ongoing, uuid) && shown &&
      gtk_widget_get_focus_child (GTK_WIDGET (self->ongoing_place)) != NULL)
    unknot_today_page_focus_start (self);
  if (going_on && !shown)
    adw_bin_set_child (self->ongoing_place, unknot_ongoing_card_new (self->today));
  if (!going_on && shown)
    adw_bin_set_child (self->ongoing_place, NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->ongoing_place), going_on);
  gtk_widget_set_visible (GTK_WIDGET (self->status_label), !going_on);
  if (!going_on)
    {
      status = dup_status (self);
      gtk_label_set_label (self->status_label, status);
    }

  gtk_button_set_label (self->log_button, going_on ? _("_Log Another Spasm") : _("_Log a Spasm"));
  if (going_on)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->log_button), "suggested-action");
      gtk_widget_remove_css_class (GTK_WIDGET (self->log_button), "pill");
      gtk_widget_add_css_class (GTK_WIDGET (self->log_button), "flat");
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->log_button), "flat");
      gtk_widget_add_css_class (GTK_WIDGET (self->log_button), "pill");
      gtk_widget_add_css_class (GTK_WIDGET (self->log_button), "suggested-action");
    }
}

static void
show_day (UnknotTodayPage *self)
{
  UnknotDay *day = unknot_today_get_day (self->today);
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  gboolean painless = day != NULL && unknot_day_is_painless (day);
  gboolean spasm = unknot_today_get_ongoing (self->today) != NULL ||
                   (trends != NULL && unknot_trends_get_days_without (trends) == 0);

  gtk_widget_set_visible (GTK_WIDGET (self->painless_button), painless || !spasm);
  gtk_toggle_button_set_active (self->painless_button, painless);
  adw_button_content_set_icon_name (self->painless_content, painless ? "checkbox-checked-symbolic"
                                                                     : "checkbox-symbolic");
}

/* What was said to another spasm says nothing of this one. */
static gboolean
is_of_ongoing (UnknotTodayPage *self,
               UnknotCheck     *check)
{
  UnknotEpisode *ongoing = unknot_today_get_ongoing (self->today);

  return ongoing == NULL ||
         unknot_moment_compare (unknot_entry_get_moment (UNKNOT_ENTRY (check)),
                                unknot_episode_get_start (ongoing)) >= 0;
}

static void
show_level (UnknotTodayPage *self,
            UnknotLevel      level)
{
  if (self->level_image != NULL)
    adw_action_row_remove (self->check_row, self->level_image);
  self->level_image = level != UNKNOT_LEVEL_NONE ? unknot_level_image_new (level, 24) : NULL;
  if (self->level_image != NULL)
    adw_action_row_add_prefix (self->check_row, self->level_image);
}

static void
show_last_check (UnknotTodayPage *self,
                 UnknotCheck     *check)
{
  UnknotLevel level = unknot_check_get_level (check);
  g_autofree char *time =
    unknot_entry_text_dup_time (unknot_entry_get_moment (UNKNOT_ENTRY (check)), get_clock (self));
  g_autofree char *subtitle =
    unknot_check_is_complete (check)
      ? g_strdup_printf (_("Your last check-up, %s"), time)
      : g_strdup_printf (_("Your last check-up, %s, is not finished"), time);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->check_row),
                                 unknot_level_get_title (level));
  adw_action_row_set_subtitle (self->check_row, subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->check_row), "today.show-check");
  show_level (self, level);
}

static void
show_to_check (UnknotTodayPage *self,
               const char      *title,
               const char      *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->check_row), title);
  adw_action_row_set_subtitle (self->check_row, subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->check_row), "today.check-up");
  show_level (self, UNKNOT_LEVEL_NONE);
}

/* What eases pain is not to stand where somebody should be called, or where nothing is known. */
static gboolean
may_care_at_home (UnknotCheck *check)
{
  UnknotLevel level = unknot_check_get_level (check);

  return unknot_check_is_complete (check) && level != UNKNOT_LEVEL_NONE &&
         level != UNKNOT_LEVEL_EMERGENCY;
}

static void
show_check (UnknotTodayPage *self)
{
  UnknotCheck *check = unknot_today_get_check (self->today);
  gboolean going_on = unknot_today_get_ongoing (self->today) != NULL;
  gboolean checked = check != NULL && !self->in_danger && is_of_ongoing (self, check);
  int recheck_day = checked ? unknot_check_get_recheck_day (check) : 0;
  g_autofree char *recheck = NULL;

  gtk_widget_set_visible (self->check_group, checked || (going_on && !self->in_danger));
  if (checked && self->worse)
    show_to_check (self, _("Check this spasm again"),
                   _("You noted that it is worse than at your last check-up"));
  else if (checked)
    show_last_check (self, check);
  else if (going_on)
    show_to_check (self, _("Check this spasm for signs of danger"), _("It was not checked yet"));

  gtk_widget_set_visible (self->care_row,
                          going_on && checked && !self->worse && may_care_at_home (check));
  /* Where nothing goes on, there is nothing to look at again. */
  gtk_widget_set_visible (GTK_WIDGET (self->recheck_row),
                          going_on && recheck_day != 0 && !self->worse);
  if (recheck_day == 0)
    return;

  recheck = unknot_entry_text_dup_recheck (recheck_day, get_clock (self));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->recheck_row), recheck);
}

/* Whether there is anything to see on the page of all entries. */
static gboolean
has_entries (UnknotTodayPage *self)
{
  UnknotTrends *trends = unknot_today_get_trends (self->today);
  guint n_days = 0;

  if (trends != NULL)
    unknot_trends_get_days (trends, &n_days);

  return n_days > 0 || unknot_today_get_day (self->today) != NULL ||
         unknot_today_get_check (self->today) != NULL;
}

static void
show_attention (UnknotTodayPage *self)
{
  gtk_widget_set_visible (self->attention_group,
                          gtk_widget_get_visible (GTK_WIDGET (self->danger_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->other_row)) ||
                          gtk_widget_get_visible (GTK_WIDGET (self->draft_row)));
}

/* The card is of the last one. */
static void
show_other (UnknotTodayPage *self)
{
  UnknotEpisode *other = unknot_today_get_other_ongoing (self->today);
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->other_row), other != NULL);
  if (other != NULL)
    {
      subtitle = unknot_entry_text_dup_details (UNKNOT_ENTRY (other), get_clock (self));
      adw_action_row_set_subtitle (self->other_row, subtitle);
    }
  show_attention (self);
}

/* It can wait until a danger was looked at. */
static void
show_function (UnknotTodayPage *self)
{
  gtk_widget_set_visible (self->function_group,
                          self->reminder != NULL && !self->in_danger &&
                          unknot_function_reminder_is_due (self->reminder));
}

static void
function_dismissed_cb (UnknotTodayPage *self)
{
  /* The focus was on what goes away now. */
  unknot_today_page_focus_start (self);
  unknot_function_reminder_dismiss (self->reminder);
}

static void
show_visit (UnknotTodayPage *self)
{
  unknot_visit_card_set_in_danger (self->visit_card,
                                   self->in_danger ||
                                   adw_banner_get_revealed (self->emergency_banner));
}

static void
update (UnknotTodayPage *self)
{
  show_ongoing (self);
  show_day (self);
  show_check (self);
  show_other (self);
  gtk_widget_set_visible (self->entries_group, TRUE);
  gtk_widget_set_visible (self->entries_row, has_entries (self));
}

static void
unknot_today_page_dispose (GObject *object)
{
  UnknotTodayPage *self = UNKNOT_TODAY_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_TODAY_PAGE);
  g_clear_object (&self->today);
  g_clear_object (&self->reminder);
  g_clear_pointer (&self->ongoing, g_free);

  G_OBJECT_CLASS (unknot_today_page_parent_class)->dispose (object);
}

static void
unknot_today_page_class_init (UnknotTodayPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_today_page_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-today-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, emergency_banner);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, ongoing_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, status_label);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, log_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, painless_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, painless_content);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, attention_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, danger_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, draft_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, other_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, visit_card);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, check_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, check_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, recheck_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, care_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, function_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, entries_group);
  gtk_widget_class_bind_template_child (widget_class, UnknotTodayPage, entries_row);
  gtk_widget_class_bind_template_callback (widget_class, function_dismissed_cb);
  gtk_widget_class_bind_template_callback (widget_class, unknot_today_page_focus_start);
}

static void
unknot_today_page_init (UnknotTodayPage *self)
{
  g_type_ensure (UNKNOT_TYPE_VIEW_HEADER);
  g_type_ensure (UNKNOT_TYPE_VISIT_CARD);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * unknot_today_page_set_today:
 * @today: what there is to show; it is shown when the diary is open
 */
void
unknot_today_page_set_today (UnknotTodayPage *self,
                             UnknotToday     *today)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));
  g_return_if_fail (self->today == NULL);

  self->today = g_object_ref (today);
  g_signal_connect_object (today, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (unknot_diary_is_open (unknot_today_get_diary (today)))
    update (self);
}

/**
 * unknot_today_page_set_reminder:
 * @reminder: which says when to ask about function
 */
void
unknot_today_page_set_reminder (UnknotTodayPage        *self,
                                UnknotFunctionReminder *reminder)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));
  g_return_if_fail (self->reminder == NULL);

  self->reminder = g_object_ref (reminder);
  g_signal_connect_object (reminder, "notify::due", G_CALLBACK (show_function), self,
                           G_CONNECT_SWAPPED);
  show_function (self);
}

/**
 * unknot_today_page_set_settings:
 * @settings: which keep what the person does not want to be asked; the diary must be there before
 */
void
unknot_today_page_set_settings (UnknotTodayPage *self,
                                GSettings       *settings)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));
  g_return_if_fail (self->today != NULL);

  unknot_visit_card_set_today (self->visit_card, self->today, settings);
}

/**
 * unknot_today_page_set_alarm:
 * @alarm: (nullable): unknot_checkup_dup_alarm()
 */
void
unknot_today_page_set_alarm (UnknotTodayPage *self,
                             const char      *alarm)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));

  if (alarm != NULL)
    adw_banner_set_title (self->emergency_banner, alarm);
  adw_banner_set_revealed (self->emergency_banner, alarm != NULL);
  show_visit (self);
}

/**
 * unknot_today_page_set_draft:
 * @episode: (nullable): an entry that was begun, and not saved
 */
void
unknot_today_page_set_draft (UnknotTodayPage *self,
                             UnknotEpisode   *episode)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->draft_row), episode != NULL);
  if (episode != NULL)
    {
      g_autofree char *details =
        unknot_entry_text_dup_time (unknot_episode_get_start (episode), get_clock (self));
      g_autofree char *subtitle = g_strdup_printf (_("A spasm, %s"), details);

      adw_action_row_set_subtitle (self->draft_row, subtitle);
    }
  show_attention (self);
}

static void
announce_danger (UnknotTodayPage *self,
                 const char      *names)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled_window);
  /* Translators: dangers, in short words */
  g_autofree char *text = g_strdup_printf (_("What you noted can be a sign of danger: %s"), names);

  gtk_adjustment_set_value (adjustment, 0);
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_HIGH);
}

/**
 * unknot_today_page_set_danger:
 * @names: (nullable): in words, the dangers that the diary tells of and that no check-up has looked
 *   at; what an earlier one said does not stand beside them
 * @worse: whether the spasm is worse than at the last check-up
 */
void
unknot_today_page_set_danger (UnknotTodayPage *self,
                              const char      *names,
                              gboolean         worse)
{
  gboolean was_in_danger;

  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));

  was_in_danger = self->in_danger;
  self->in_danger = names != NULL;
  self->worse = worse;
  gtk_widget_set_visible (GTK_WIDGET (self->danger_row), self->in_danger);
  if (names != NULL)
    adw_action_row_set_subtitle (self->danger_row, names);
  show_attention (self);
  show_function (self);
  show_visit (self);
  if (self->today != NULL)
    show_check (self);
  if (self->in_danger && !was_in_danger && gtk_widget_get_mapped (GTK_WIDGET (self)))
    announce_danger (self, names);
}

/**
 * unknot_today_page_focus_start:
 *
 * Brings the focus to what there is to do, past the menu. Were it what grabs the focus of a page,
 * Tab could not leave that.
 */
void
unknot_today_page_focus_start (UnknotTodayPage *self)
{
  g_return_if_fail (UNKNOT_IS_TODAY_PAGE (self));

  /* Not a number of the card: nobody is to note one by accident. */
  gtk_widget_grab_focus (GTK_WIDGET (self->log_button));
}
