/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-function-card"

#include "config.h"

#include "unknot-function-card.h"

#include "unknot-function-text.h"
#include "unknot-learn-button.h"

#include <glib/gi18n.h>

/**
 * UnknotFunctionCard:
 *
 * How pain and function changed since the first time, and whether to ask for it every week.
 *
 * It uses the actions `entry.tell-function`, `win.ask-function` and `win.check-up`.
 */
struct _UnknotFunctionCard
{
  AdwBin parent_instance;

  AdwActionRow *change_row;
  GtkWidget *check_row;
};

G_DEFINE_FINAL_TYPE (UnknotFunctionCard, unknot_function_card, ADW_TYPE_BIN)

static GtkWidget *
create_change_row (UnknotFunctionCard *self)
{
  self->change_row = ADW_ACTION_ROW (adw_action_row_new ());
  gtk_widget_set_name (GTK_WIDGET (self->change_row), "change-row");
  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->change_row), FALSE);

  return GTK_WIDGET (self->change_row);
}

static GtkWidget *
create_check_row (UnknotFunctionCard *self)
{
  self->check_row = g_object_new (ADW_TYPE_BUTTON_ROW,
                                  "name", "function-check-row",
                                  "title", _("Go to the Check-_Up"),
                                  "use-underline", TRUE,
                                  "end-icon-name", "go-next-symbolic",
                                  "action-name", "win.check-up",
                                  "visible", FALSE,
                                  NULL);

  return self->check_row;
}

static GtkWidget *
create_answer_row (void)
{
  return g_object_new (ADW_TYPE_BUTTON_ROW,
                       "name", "answer-row",
                       "title", _("_Answer for the Past Week…"),
                       "use-underline", TRUE,
                       "action-name", "entry.tell-function",
                       NULL);
}

/* Not an AdwSwitchRow: its switch takes no action. */
static GtkWidget *
create_ask_row (void)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *ask = g_object_new (GTK_TYPE_SWITCH,
                                 "name", "ask-switch",
                                 "valign", GTK_ALIGN_CENTER,
                                 "action-name", "win.ask-function",
                                 NULL);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Ask Every Week"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _("On Today, until you answer or close it"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), ask);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), ask);

  return row;
}

static void
unknot_function_card_class_init (UnknotFunctionCardClass *klass)
{
}

static void
unknot_function_card_init (UnknotFunctionCard *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  adw_preferences_group_set_title (group, _("Pain and Function"));
  adw_preferences_group_set_header_suffix (
    group, unknot_learn_button_new ("help-history#function", _("Pain and Function")));
  adw_preferences_group_add (group, create_change_row (self));
  adw_preferences_group_add (group, create_check_row (self));
  adw_preferences_group_add (group, create_answer_row ());
  adw_preferences_group_add (group, create_ask_row ());
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

GtkWidget *
unknot_function_card_new (void)
{
  return g_object_new (UNKNOT_TYPE_FUNCTION_CARD, NULL);
}

/**
 * unknot_function_card_set_history:
 * @history: of the period that is shown
 */
void
unknot_function_card_set_history (UnknotFunctionCard *self,
                                  UnknotHistory      *history)
{
  g_autofree char *title = NULL;
  g_autofree char *details = NULL;

  g_return_if_fail (UNKNOT_IS_FUNCTION_CARD (self));

  title = unknot_function_text_dup_title (history);
  details = unknot_function_text_dup_details (history);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->change_row), title);
  adw_action_row_set_subtitle (self->change_row, details);
  gtk_widget_set_visible (self->check_row, unknot_function_text_asks_check (history));
}
