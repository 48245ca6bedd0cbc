/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-learn-index"

#include "config.h"

#include "unknot-learn-index.h"

#include "unknot-hit-row.h"
#include "unknot-topic-row.h"
#include "unknot-view-header.h"

#include <glib/gi18n.h>

/**
 * UnknotLearnIndex:
 *
 * All there is to read, by the questions that it answers, and what is found in it.
 */
struct _UnknotLearnIndex
{
  AdwNavigationPage parent_instance;

  UnknotLibrary *library;
  GHashTable *guides; /* their ids: those that are shown */
  guint n_groups;     /* that are shown … */
  guint source;       /* … while others are not */

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkToggleButton *search_button;
  GtkStack *stack;
  GtkBox *groups;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (UnknotLearnIndex, unknot_learn_index, ADW_TYPE_NAVIGATION_PAGE)

static AdwPreferencesGroup *
add_group (UnknotLearnIndex *self,
           const char       *title)
{
  g_autofree char *markup = g_markup_escape_text (title, -1);
  GtkWidget *group = g_object_new (ADW_TYPE_PREFERENCES_GROUP, "title", markup, NULL);

  gtk_box_append (self->groups, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_topics (UnknotLearnIndex *self,
            UnknotTopicGroup *group)
{
  GListModel *topics = unknot_topic_group_get_topics (group);
  AdwPreferencesGroup *rows = add_group (self, unknot_topic_group_get_title (group));

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, i);

      adw_preferences_group_add (rows, unknot_topic_row_new (topic));
    }
}

static char *
dup_guide (UnknotTopicGroup *group)
{
  const char *id = unknot_topic_group_get_id (group);

  return g_strndup (id, strcspn (id, "#"));
}

/* The questions with their pages; then each other guide, which has pages of its own. */
static void
add_next_group (UnknotLearnIndex *self)
{
  GListModel *groups = unknot_library_get_groups (self->library);
  g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, self->n_groups++);
  char *guide = dup_guide (group);
  UnknotTopic *topic = unknot_library_get_topic (self->library, guide, NULL);
  gboolean is_index = g_str_equal (guide, "index");
  gboolean is_new = g_hash_table_add (self->guides, guide);

  if (is_index)
    add_topics (self, group);
  else if (is_new && topic != NULL)
    adw_preferences_group_add (add_group (self, ""), unknot_topic_row_new (topic));
}

/* They are not pages to read; the others are. */
static void
add_faults (UnknotLearnIndex *self)
{
  const char * const *faults = unknot_library_get_faults (self->library);
  AdwPreferencesGroup *rows;

  if (faults[0] == NULL)
    return;

  rows = add_group (self, _("Pages That Cannot Be Read"));
  for (guint i = 0; faults[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), faults[i]);
      adw_preferences_group_add (rows, row);
    }
}

/* What is below the first screen comes while nothing else waits. */
static gboolean
add_more_cb (gpointer user_data)
{
  UnknotLearnIndex *self = UNKNOT_LEARN_INDEX (user_data);

  if (self->n_groups < g_list_model_get_n_items (unknot_library_get_groups (self->library)))
    {
      add_next_group (self);
      return G_SOURCE_CONTINUE;
    }

  add_faults (self);
  self->source = 0;

  return G_SOURCE_REMOVE;
}

static void
set_up_row_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  gtk_list_item_set_child (item, unknot_hit_row_new ());
}

static void
bind_row_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item)
{
  UnknotTopicHit *hit = gtk_list_item_get_item (item);
  g_autofree char *name = unknot_hit_row_dup_name (hit);

  unknot_hit_row_set_hit (UNKNOT_HIT_ROW (gtk_list_item_get_child (item)), hit);
  gtk_list_item_set_accessible_label (item, name);
}

static void
search_changed_cb (UnknotLearnIndex *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  g_autoptr (GtkNoSelection) hits = NULL;
  g_autofree char *message = NULL;
  guint n_hits;

  if (*stripped == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "index");
      return;
    }

  hits = gtk_no_selection_new (unknot_library_search (self->library, stripped));
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (hits));
  n_hits = g_list_model_get_n_items (G_LIST_MODEL (hits));
  gtk_stack_set_visible_child_name (self->stack, n_hits > 0 ? "hits" : "not-found");
  message = n_hits > 0
              ? g_strdup_printf (ngettext ("%u place found", "%u places found", n_hits), n_hits)
              : g_strdup (_("Nothing found"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
hit_activated_cb (UnknotLearnIndex *self,
                  guint             position)
{
  g_autoptr (UnknotTopicHit) hit =
    g_list_model_get_item (G_LIST_MODEL (gtk_list_view_get_model (self->list_view)), position);
  const char *section = unknot_topic_hit_get_section (hit);
  g_autofree char *target = g_strjoin (section != NULL ? "#" : NULL,
                                       unknot_topic_get_id (unknot_topic_hit_get_topic (hit)),
                                       section, NULL);

  gtk_widget_activate_action (GTK_WIDGET (self), "learn.open", "s", target);
}

static void
search_activated_cb (UnknotLearnIndex *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "hits") == 0)
    hit_activated_cb (self, 0);
}

static void
all_clicked_cb (UnknotLearnIndex *self)
{
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  gtk_stack_set_visible_child_name (self->stack, "index");
  unknot_learn_index_focus_start (self);
}

static void
unknot_learn_index_dispose (GObject *object)
{
  UnknotLearnIndex *self = UNKNOT_LEARN_INDEX (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_LEARN_INDEX);
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->library);
  g_clear_pointer (&self->guides, g_hash_table_unref);

  G_OBJECT_CLASS (unknot_learn_index_parent_class)->dispose (object);
}

static void
unknot_learn_index_class_init (UnknotLearnIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_learn_index_dispose;

  g_type_ensure (UNKNOT_TYPE_VIEW_HEADER);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/learn/unknot-learn-index.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, search_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, groups);
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnIndex, list_view);
  gtk_widget_class_bind_template_callback (widget_class, all_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, hit_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
}

static void
unknot_learn_index_init (UnknotLearnIndex *self)
{
  self->guides = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
}

/**
 * unknot_learn_index_new:
 * @library: is read now
 */
AdwNavigationPage *
unknot_learn_index_new (UnknotLibrary *library)
{
  UnknotLearnIndex *self = g_object_new (UNKNOT_TYPE_LEARN_INDEX, NULL);

  self->library = g_object_ref (library);
  add_more_cb (self);
  self->source = g_idle_add (add_more_cb, self);

  return ADW_NAVIGATION_PAGE (self);
}

/**
 * unknot_learn_index_search:
 *
 * Asks for what to search for.
 */
void
unknot_learn_index_search (UnknotLearnIndex *self)
{
  g_return_if_fail (UNKNOT_IS_LEARN_INDEX (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * unknot_learn_index_focus_start:
 *
 * Brings the focus to what there is to read first.
 */
void
unknot_learn_index_focus_start (UnknotLearnIndex *self)
{
  GtkWidget *first;

  g_return_if_fail (UNKNOT_IS_LEARN_INDEX (self));

  first = gtk_widget_get_first_child (GTK_WIDGET (self->groups));
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "index") != 0 || first == NULL)
    first = gtk_stack_get_visible_child (self->stack);
  gtk_widget_child_focus (first, GTK_DIR_TAB_FORWARD);
}
