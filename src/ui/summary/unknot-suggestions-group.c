/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-suggestions-group"

#include "config.h"

#include "unknot-suggestions-group.h"

#include "unknot-advice-item.h"
#include "unknot-period.h"
#include "unknot-summary.h"

#include <glib/gi18n.h>

/* Who was at no doctor yet is asked about so long. */
#define MONTHS 3

/**
 * UnknotSuggestionsGroup:
 *
 * What the diary gives reason to ask at the next visit to the doctor, each a row that is chosen.
 * It is read beside the main loop when it is first wanted, and hidden while there is nothing.
 */
struct _UnknotSuggestionsGroup
{
  AdwBin parent_instance;

  UnknotDiary *diary;        /* nullable */
  UnknotProtocol *protocol;  /* nullable, as @diary */
  GCancellable *cancellable; /* nullable: for what is read, or was */
  char *questions;           /* nullable */
  AdwPreferencesGroup *group;
  GPtrArray *rows;           /* of AdwActionRow: what matters most first */
  gboolean failed;
};

G_DEFINE_FINAL_TYPE (UnknotSuggestionsGroup, unknot_suggestions_group, ADW_TYPE_BIN)

enum
{
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_asked (UnknotSuggestionsGroup *self,
          GtkWidget              *row)
{
  g_auto (GStrv) questions = unknot_visit_split_lines (self->questions);

  return g_strv_contains ((const char *const *) questions,
                          adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));
}

/* What is chosen is about to be hidden. */
static void
pass_focus (UnknotSuggestionsGroup *self,
            guint                   position)
{
  for (guint i = 1; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, (position + i) % self->rows->len);

      if (gtk_widget_get_visible (row))
        {
          gtk_widget_grab_focus (row);
          return;
        }
    }
}

static void
update (UnknotSuggestionsGroup *self)
{
  gboolean any = FALSE;

  for (guint i = 0; self->questions != NULL && i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);
      gboolean is_offered = !is_asked (self, row);

      if (!is_offered && gtk_widget_has_focus (row))
        pass_focus (self, i);
      gtk_widget_set_visible (row, is_offered);
      any |= is_offered;
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->questions != NULL && (any || self->failed));
}

static void
activated_cb (UnknotSuggestionsGroup *self,
              GtkWidget              *row)
{
  g_autofree char *question = g_strdup (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)));

  gtk_accessible_announce (GTK_ACCESSIBLE (self), _("Added to your questions"),
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  g_signal_emit (self, signals[CHOSEN], 0, question);
}

static AdwActionRow *
create_row (const char *title)
{
  GtkWidget *row = adw_action_row_new ();

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);

  return ADW_ACTION_ROW (row);
}

static void
add_row (UnknotSuggestionsGroup *self,
         const char             *question)
{
  AdwActionRow *row = create_row (question);
  GtkWidget *sign = g_object_new (GTK_TYPE_IMAGE,
                                  "icon-name", "list-add-symbolic",
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  NULL);

  adw_action_row_add_suffix (row, sign);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), _("Add to My Questions"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  g_ptr_array_add (self->rows, row);
}

static void
show_suggestions (UnknotSuggestionsGroup *self,
                  UnknotSummary          *summary)
{
  g_autoptr (GPtrArray) suggestions = unknot_summary_dup_suggestions (summary);

  for (guint i = 0; i < suggestions->len; i++)
    add_row (self, unknot_advice_item_get_text (g_ptr_array_index (suggestions, i)));
  update (self);
}

/* Who plans a visit can do so all the same. */
static void
fail (UnknotSuggestionsGroup *self,
      const GError           *error)
{
  AdwActionRow *row = create_row (_("Nothing could be suggested"));

  adw_action_row_set_subtitle (row, error->message);
  gtk_widget_set_name (GTK_WIDGET (row), "failed-row");
  adw_preferences_group_set_description (self->group, NULL);
  adw_preferences_group_add (self->group, GTK_WIDGET (row));
  self->failed = TRUE;
  update (self);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  UnknotSuggestionsGroup *self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotSummary) summary =
    unknot_summary_load_finish (UNKNOT_DIARY (source), result, &error);

  /* Then it is gone. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (summary != NULL)
    show_suggestions (self, summary);
  else
    fail (self, error);
}

/* What was before the last visit was asked there. */
static gboolean
get_period (UnknotSuggestionsGroup  *self,
            UnknotPeriod            *period,
            GError                 **error)
{
  g_autoptr (UnknotMoment) now = unknot_moment_new_now (unknot_diary_get_clock (self->diary));
  int today = unknot_moment_get_day (now);
  g_autoptr (UnknotVisit) last = NULL;
  GError *local_error = NULL;
  int first_day;

  last = unknot_diary_dup_told_visit (self->diary, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }
  first_day = last != NULL ? unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (last)))
                           : unknot_period_shift_months (today, -MONTHS);
  *period = (UnknotPeriod) { MIN (first_day, today), today };

  return TRUE;
}

static void
load (UnknotSuggestionsGroup *self)
{
  g_autoptr (GError) error = NULL;
  UnknotPeriod period;

  self->cancellable = g_cancellable_new ();
  if (get_period (self, &period, &error))
    unknot_summary_load_async (self->diary, self->protocol, &period,
                               unknot_clock_get_first_weekday (), FALSE, self->cancellable,
                               loaded_cb, self);
  else
    fail (self, error);
}

static void
unknot_suggestions_group_dispose (GObject *object)
{
  UnknotSuggestionsGroup *self = UNKNOT_SUGGESTIONS_GROUP (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->diary);
  g_clear_object (&self->protocol);

  G_OBJECT_CLASS (unknot_suggestions_group_parent_class)->dispose (object);
}

static void
unknot_suggestions_group_finalize (GObject *object)
{
  UnknotSuggestionsGroup *self = UNKNOT_SUGGESTIONS_GROUP (object);

  g_free (self->questions);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (unknot_suggestions_group_parent_class)->finalize (object);
}

static void
unknot_suggestions_group_class_init (UnknotSuggestionsGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = unknot_suggestions_group_dispose;
  object_class->finalize = unknot_suggestions_group_finalize;

  /**
   * UnknotSuggestionsGroup::chosen:
   * @question: a line to ask
   *
   * The person wants to ask it. It is offered until it is among those that
   * unknot_suggestions_group_set_questions() is given.
   */
  signals[CHOSEN] = g_signal_new ("chosen", UNKNOT_TYPE_SUGGESTIONS_GROUP, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
unknot_suggestions_group_init (UnknotSuggestionsGroup *self)
{
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Suggested Questions"));
  adw_preferences_group_set_description (self->group, _("From what your diary says. Choose "
                                                        "those that you want to ask."));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/**
 * unknot_suggestions_group_set_diary:
 * @diary: open or not
 * @protocol: what the questions of the check-up are
 */
void
unknot_suggestions_group_set_diary (UnknotSuggestionsGroup *self,
                                    UnknotDiary            *diary,
                                    UnknotProtocol         *protocol)
{
  g_return_if_fail (UNKNOT_IS_SUGGESTIONS_GROUP (self));
  g_return_if_fail (self->diary == NULL);

  self->diary = g_object_ref (diary);
  self->protocol = g_object_ref (protocol);
}

/**
 * unknot_suggestions_group_set_questions:
 * @questions: (nullable): what is to be asked already, a line each; %NULL where it is too late to
 *   ask anything
 */
void
unknot_suggestions_group_set_questions (UnknotSuggestionsGroup *self,
                                        const char             *questions)
{
  g_return_if_fail (UNKNOT_IS_SUGGESTIONS_GROUP (self));

  if (g_set_str (&self->questions, questions))
    update (self);
  if (questions != NULL && self->diary != NULL && self->cancellable == NULL)
    load (self);
}
