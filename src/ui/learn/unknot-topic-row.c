/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-row"

#include "config.h"

#include "unknot-topic-row.h"

#include <glib/gi18n.h>

/* @subtitle: (nullable) */
static GtkWidget *
create_row (const char *title,
            const char *subtitle,
            const char *target)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = g_object_new (GTK_TYPE_IMAGE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                   "icon-name", "go-next-symbolic",
                                   NULL);

  /* Before there are words: they are not markup. */
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "learn.open");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", target);

  return row;
}

/**
 * unknot_topic_row_new:
 *
 * Returns: a row that leads to @topic by the action `learn.open`
 */
GtkWidget *
unknot_topic_row_new (UnknotTopic *topic)
{
  return create_row (unknot_topic_get_title (topic), unknot_topic_get_summary (topic),
                     unknot_topic_get_id (topic));
}

/**
 * unknot_topic_row_new_for_link:
 * @target: where a link leads, as in #UnknotTopicRange
 *
 * Returns: (nullable): a row that leads there by the action `learn.open`; %NULL where there is no
 *   such page
 */
GtkWidget *
unknot_topic_row_new_for_link (UnknotLibrary *library,
                               const char    *target)
{
  g_auto (GStrv) parts = g_strsplit (target, "#", 2);
  UnknotTopic *topic;
  UnknotTopicBlock *section = NULL;

  if (g_str_equal (target, "unknot:check-up"))
    return create_row (_("Go to the Check-Up"), NULL, target);
  if (g_str_equal (target, "unknot:log"))
    return create_row (_("Log a Spasm"), NULL, target);

  topic = unknot_library_get_topic (library, parts[0], NULL);
  if (topic == NULL)
    return NULL;
  if (parts[1] != NULL)
    section = unknot_topic_find_section (topic, parts[1]);
  if (section == NULL)
    return create_row (unknot_topic_get_title (topic), NULL, target);

  return create_row (unknot_topic_text_get_text (unknot_topic_block_get_title (section)),
                     unknot_topic_get_title (topic), target);
}
