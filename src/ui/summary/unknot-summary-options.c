/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-options"

#include "config.h"

#include "unknot-summary-options.h"

#include "unknot-birth-date.h"
#include "unknot-entry-text.h"
#include "unknot-moment-entry.h"

#include <glib/gi18n.h>

#define REMEMBER "summary-remember"
#define NAME "summary-name"
#define BORN "summary-born"

/**
 * UnknotSummaryOptions:
 *
 * Of which days a summary is, what is on it and on which paper, and whose it is. The name is kept
 * only where the person asks for that, and then goes as soon as that is taken back.
 */
struct _UnknotSummaryOptions
{
  AdwBin parent_instance;

  UnknotClock *clock;
  GSettings *settings;
  UnknotSummarySpan span;
  int last_visit; /* the day of it, yyyymmdd; 0 for none */
  gboolean has_visits;
  gboolean is_filling;

  AdwComboRow *span_row;
  AdwActionRow *first_row;
  AdwActionRow *last_row;
  UnknotMomentEntry *first;
  UnknotMomentEntry *last;
  AdwActionRow *visit_row;
  GtkEditable *name_row;
  GtkEditable *born_row;
  GtkWidget *born_fault_row;
  GtkLabel *born_fault;
  AdwSwitchRow *remember_row;
  AdwSwitchRow *entries_row;
  AdwExpanderRow *parts_row;
  AdwSwitchRow *part_rows[UNKNOT_SUMMARY_ENTRIES];
  AdwComboRow *paper_row;
};

G_DEFINE_FINAL_TYPE (UnknotSummaryOptions, unknot_summary_options, ADW_TYPE_BIN)

enum
{
  CHANGED,
  VISIT_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is worrying is always told; the table of entries has a switch of its own. */
static const char *const part_titles[UNKNOT_SUMMARY_ENTRIES] = {
  [UNKNOT_SUMMARY_CHECKUP] = N_("Last check-up"),
  [UNKNOT_SUMMARY_PAIN] = N_("Pain chart"),
  [UNKNOT_SUMMARY_STORY] = N_("What the spasms are like"),
  [UNKNOT_SUMMARY_PLACES] = N_("Where it hurts"),
  [UNKNOT_SUMMARY_FUNCTION] = N_("What they are in the way of"),
  [UNKNOT_SUMMARY_MEDICINE] = N_("Medicine"),
  [UNKNOT_SUMMARY_MEASURES] = N_("What was tried"),
  [UNKNOT_SUMMARY_CONDITIONS] = N_("Conditions"),
  [UNKNOT_SUMMARY_GOALS] = N_("Goals"),
  [UNKNOT_SUMMARY_QUESTIONS] = N_("Questions for the visit"),
  [UNKNOT_SUMMARY_NOTES] = N_("Notes, in my own words"),
};

/* In the order of the row. */
static const char *const papers[] = { GTK_PAPER_NAME_A4, GTK_PAPER_NAME_LETTER };

static void
emit_changed (UnknotSummaryOptions *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* --- Period --- */

static int
get_today (UnknotSummaryOptions *self)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (self->clock);

  return unknot_moment_get_day (now);
}

/* The first is offered only where there was a visit. */
static guint
get_first_span (UnknotSummaryOptions *self)
{
  return self->last_visit != 0 ? UNKNOT_SUMMARY_SPAN_VISIT : UNKNOT_SUMMARY_SPAN_VISIT + 1;
}

static void
list_spans (UnknotSummaryOptions *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  for (guint span = get_first_span (self); span < UNKNOT_SUMMARY_N_SPANS; span++)
    gtk_string_list_append (titles, unknot_summary_span_get_title (span));
  self->is_filling = TRUE;
  adw_combo_row_set_model (self->span_row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (self->span_row, self->span - get_first_span (self));
  self->is_filling = FALSE;
}

static void
show_days (UnknotSummaryOptions *self)
{
  gboolean is_chosen = self->span == UNKNOT_SUMMARY_SPAN_CHOSEN;

  gtk_widget_set_visible (GTK_WIDGET (self->first_row), is_chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->last_row), is_chosen);
}

static void
span_selected_cb (UnknotSummaryOptions *self)
{
  guint selected = adw_combo_row_get_selected (self->span_row);

  if (self->is_filling || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->span = get_first_span (self) + selected;
  show_days (self);
  emit_changed (self);
}

static UnknotMomentEntry *
add_day (UnknotSummaryOptions *self,
         AdwActionRow         *row,
         int                   day)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (self->clock);
  g_autoptr (GDateTime) noon = g_date_time_new (g_date_time_get_timezone (now), day / 10000,
                                                day / 100 % 100, day % 100, 12, 0, 0);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (noon);
  GtkWidget *entry = unknot_moment_entry_new (
    self->clock, moment, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  unknot_moment_entry_set_timeless (UNKNOT_MOMENT_ENTRY (entry));
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (row, entry);
  g_signal_connect_object (entry, "changed", G_CALLBACK (emit_changed), self, G_CONNECT_SWAPPED);

  return UNKNOT_MOMENT_ENTRY (entry);
}

/* --- Parts --- */

static guint
get_parts (UnknotSummaryOptions *self)
{
  guint parts = UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_GLANCE);

  for (guint part = UNKNOT_SUMMARY_GLANCE + 1; part < UNKNOT_SUMMARY_ENTRIES; part++)
    if (adw_switch_row_get_active (self->part_rows[part]))
      parts |= UNKNOT_SUMMARY_SET (part);
  if (adw_switch_row_get_active (self->entries_row))
    parts |= UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES);

  return parts;
}

static void
count_parts (UnknotSummaryOptions *self)
{
  guint n = 0, n_all = UNKNOT_SUMMARY_ENTRIES - 1;
  g_autofree char *count = NULL;

  for (guint part = UNKNOT_SUMMARY_GLANCE + 1; part < UNKNOT_SUMMARY_ENTRIES; part++)
    n += adw_switch_row_get_active (self->part_rows[part]);
  count = n == n_all ? g_strdup (_("All parts"))
                     /* Translators: how many parts of the first page are on it, of how many */
                     : g_strdup_printf (_("%u of %u parts"), n, n_all);
  adw_expander_row_set_subtitle (self->parts_row, count);
}

static void
part_switched_cb (UnknotSummaryOptions *self)
{
  count_parts (self);
  emit_changed (self);
}

static void
add_parts (UnknotSummaryOptions *self)
{
  for (guint part = UNKNOT_SUMMARY_GLANCE + 1; part < UNKNOT_SUMMARY_ENTRIES; part++)
    {
      self->part_rows[part] = g_object_new (ADW_TYPE_SWITCH_ROW,
                                            "title", _(part_titles[part]),
                                            "active", TRUE,
                                            NULL);
      g_signal_connect_object (self->part_rows[part], "notify::active",
                               G_CALLBACK (part_switched_cb), self, G_CONNECT_SWAPPED);
      adw_expander_row_add_row (self->parts_row, GTK_WIDGET (self->part_rows[part]));
    }
  count_parts (self);
}

/* --- Whose it is --- */

static void
remember (UnknotSummaryOptions *self)
{
  if (!adw_switch_row_get_active (self->remember_row))
    {
      g_settings_reset (self->settings, NAME);
      g_settings_reset (self->settings, BORN);
      return;
    }

  g_settings_set_string (self->settings, NAME, gtk_editable_get_text (self->name_row));
  g_settings_set_string (self->settings, BORN, gtk_editable_get_text (self->born_row));
}

static const char *
find_born_fault (UnknotSummaryOptions *self)
{
  return unknot_birth_date_find_fault (gtk_editable_get_text (self->born_row), get_today (self));
}

static void
show_born_fault (UnknotSummaryOptions *self,
                 const char           *fault)
{
  if (fault != NULL && !gtk_widget_get_visible (self->born_fault_row))
    gtk_accessible_announce (GTK_ACCESSIBLE (self), fault,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  gtk_label_set_label (self->born_fault, fault != NULL ? fault : "");
  gtk_widget_set_visible (self->born_fault_row, fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->born_row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->born_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->born_row), GTK_ACCESSIBLE_STATE_INVALID,
                               fault != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

/* What is half written is not wrong yet. */
static void
born_left_cb (UnknotSummaryOptions *self)
{
  if (!gtk_widget_in_destruction (GTK_WIDGET (self)))
    show_born_fault (self, find_born_fault (self));
}

static void
person_changed_cb (UnknotSummaryOptions *self)
{
  if (self->is_filling)
    return;

  if (find_born_fault (self) == NULL)
    show_born_fault (self, NULL);
  remember (self);
  emit_changed (self);
}

static void
remember_switched_cb (UnknotSummaryOptions *self)
{
  if (self->is_filling)
    return;

  g_settings_set_boolean (self->settings, REMEMBER, adw_switch_row_get_active (self->remember_row));
  remember (self);
}

static void
recall (UnknotSummaryOptions *self)
{
  g_autofree char *name = g_settings_get_string (self->settings, NAME);
  g_autofree char *born = g_settings_get_string (self->settings, BORN);

  adw_switch_row_set_active (self->remember_row, g_settings_get_boolean (self->settings, REMEMBER));
  gtk_editable_set_text (self->name_row, name);
  gtk_editable_set_text (self->born_row, born);
  show_born_fault (self, find_born_fault (self));
}

/* --- The visit --- */

static void
visit_activated_cb (UnknotSummaryOptions *self)
{
  g_signal_emit (self, signals[VISIT_ACTIVATED], 0);
}

/* Translators: how many questions, how many goals, such as “2 questions”, “1 goal” */
static char *
dup_wishes (const UnknotSummaryVisits *visits)
{
  guint n_questions = g_strv_length (visits->questions);
  guint n_goals = g_strv_length (visits->goals);
  g_autofree char *questions =
    g_strdup_printf (ngettext ("%u question", "%u questions", n_questions), n_questions);
  g_autofree char *goals = g_strdup_printf (ngettext ("%u goal", "%u goals", n_goals), n_goals);

  return g_strconcat (questions, " · ", goals, NULL);
}

static void
show_visit (UnknotSummaryOptions      *self,
            const UnknotSummaryVisits *visits)
{
  g_autofree char *title = NULL;
  g_autofree char *wishes = NULL;

  if (visits->next == NULL)
    {
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->visit_row), _("Plan a Visit…"));
      adw_action_row_set_subtitle (self->visit_row,
                                   _("Your questions and goals for it are printed here"));
      return;
    }

  title = unknot_entry_text_dup_time (unknot_entry_get_moment (UNKNOT_ENTRY (visits->next)),
                                      self->clock);
  wishes = dup_wishes (visits);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->visit_row), title);
  adw_action_row_set_subtitle (self->visit_row, wishes);
}

/* --- Type --- */

static void
unknot_summary_options_dispose (GObject *object)
{
  UnknotSummaryOptions *self = UNKNOT_SUMMARY_OPTIONS (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_SUMMARY_OPTIONS);
  g_clear_object (&self->clock);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (unknot_summary_options_parent_class)->dispose (object);
}

static void
unknot_summary_options_class_init (UnknotSummaryOptionsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_summary_options_dispose;

  /**
   * UnknotSummaryOptions::changed:
   *
   * Something else is wanted.
   */
  signals[CHANGED] = g_signal_new ("changed", UNKNOT_TYPE_SUMMARY_OPTIONS, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  /**
   * UnknotSummaryOptions::visit-activated:
   *
   * The person wants to see the next visit, or to plan one.
   */
  signals[VISIT_ACTIVATED] =
    g_signal_new ("visit-activated", UNKNOT_TYPE_SUMMARY_OPTIONS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/summary/unknot-summary-options.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, span_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, first_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, last_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, visit_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, name_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, born_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, born_fault_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, born_fault);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, remember_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, entries_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, parts_row);
  gtk_widget_class_bind_template_child (widget_class, UnknotSummaryOptions, paper_row);
  gtk_widget_class_bind_template_callback (widget_class, span_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, emit_changed);
  gtk_widget_class_bind_template_callback (widget_class, person_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, remember_switched_cb);
  gtk_widget_class_bind_template_callback (widget_class, visit_activated_cb);
}

static void
unknot_summary_options_init (UnknotSummaryOptions *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (born_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->born_row), focus);
  add_parts (self);
  if (g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER))
    adw_combo_row_set_selected (self->paper_row, 1);
  self->is_filling = FALSE;
}

/**
 * unknot_summary_options_set_up:
 * @clock: which says what today is
 * @settings: which keep the name, where the person asks for that
 *
 * To be done once, before anything else.
 */
void
unknot_summary_options_set_up (UnknotSummaryOptions *self,
                               UnknotClock          *clock,
                               GSettings            *settings)
{
  UnknotPeriod period;

  g_return_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self));
  g_return_if_fail (self->clock == NULL);

  self->clock = g_object_ref (clock);
  self->settings = g_object_ref (settings);
  self->is_filling = TRUE;
  recall (self);
  self->is_filling = FALSE;
  self->span = UNKNOT_SUMMARY_SPAN_THREE_MONTHS;
  period = unknot_summary_span_get_period (self->span, get_today (self), 0, NULL);
  self->first = add_day (self, self->first_row, period.first_day);
  self->last = add_day (self, self->last_row, period.last_day);
  list_spans (self);
  show_days (self);
}

/**
 * unknot_summary_options_set_visits:
 * @visits: what is planned and past now
 *
 * Where there was a visit, the summary begins with it at first.
 */
void
unknot_summary_options_set_visits (UnknotSummaryOptions      *self,
                                   const UnknotSummaryVisits *visits)
{
  int last_visit;

  g_return_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self));

  last_visit =
    visits->last != NULL
      ? unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (visits->last))) : 0;
  show_visit (self, visits);
  if (self->has_visits && last_visit == self->last_visit)
    return;

  if (!self->has_visits && last_visit != 0)
    self->span = UNKNOT_SUMMARY_SPAN_VISIT;
  if (last_visit == 0 && self->span == UNKNOT_SUMMARY_SPAN_VISIT)
    self->span = UNKNOT_SUMMARY_SPAN_THREE_MONTHS;
  self->last_visit = last_visit;
  self->has_visits = TRUE;
  list_spans (self);
}

/**
 * unknot_summary_options_get_period:
 *
 * Returns: of which days the summary is to be
 */
UnknotPeriod
unknot_summary_options_get_period (UnknotSummaryOptions *self)
{
  UnknotPeriod chosen;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self), ((UnknotPeriod) { 0 }));

  chosen = (UnknotPeriod) { unknot_moment_entry_get_day (self->first),
                            unknot_moment_entry_get_day (self->last) };

  return unknot_summary_span_get_period (self->span, get_today (self), self->last_visit, &chosen);
}

/**
 * unknot_summary_options_dup_period:
 *
 * Returns: (transfer full): what that is called
 */
char *
unknot_summary_options_dup_period (UnknotSummaryOptions *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self), NULL);

  return g_strdup (unknot_summary_span_get_title (self->span));
}

/**
 * unknot_summary_options_fill_choice:
 * @choice: is given the parts, the name and the birth date, which stay the options'
 */
void
unknot_summary_options_fill_choice (UnknotSummaryOptions *self,
                                    UnknotSummaryChoice  *choice)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self));

  choice->parts = get_parts (self);
  choice->name = gtk_editable_get_text (self->name_row);
  choice->born = gtk_editable_get_text (self->born_row);
}

/**
 * unknot_summary_options_dup_size:
 *
 * Returns: (transfer full): of the sheets
 */
GtkPaperSize *
unknot_summary_options_dup_size (UnknotSummaryOptions *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_OPTIONS (self), NULL);

  return gtk_paper_size_new (papers[adw_combo_row_get_selected (self->paper_row)]);
}
