/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entries-page"

#include "config.h"

#include "unknot-entries-page.h"

#include "unknot-entry-list.h"
#include "unknot-entry-row.h"
#include "unknot-month-sections.h"

#include <glib/gi18n.h>

/* GTK makes widgets of some two hundred items, whether there is room for them or not, which takes far
 * longer than a key may. What fills a common window comes first, then a few more in each frame; those
 * out of sight only once the person looks through them. */
#define N_FIRST 9
#define N_MORE 4
#define N_WIDGETS 208

/**
 * UnknotEntriesPage:
 *
 * Everything that is in the diary, the newest first.
 */
struct _UnknotEntriesPage
{
  AdwNavigationPage parent_instance;

  UnknotDiary *diary;
  UnknotEntryList *entries;
  double scrolled; /* in pixels, when it was last emptied */
  guint more_id;
  gboolean painted; /* what came first is … */
  gboolean browsed; /* … and the person looks through it */

  GtkToggleButton *search_button;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (UnknotEntriesPage, unknot_entries_page, ADW_TYPE_NAVIGATION_PAGE)

enum
{
  OPENED,
  DELETED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
row_deleted_cb (UnknotEntriesPage *self,
                UnknotEntryRow    *row)
{
  g_signal_emit (self, signals[DELETED], 0, unknot_entry_row_get_entry (row));
}

static void
set_up_row_cb (UnknotEntriesPage *self,
               GtkListItem       *item)
{
  GtkWidget *row = unknot_entry_row_new (unknot_diary_get_clock (self->diary));

  g_signal_connect_object (row, "deleted", G_CALLBACK (row_deleted_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (UnknotEntriesPage *self,
             GtkListItem       *item)
{
  UnknotEntryRow *row = UNKNOT_ENTRY_ROW (gtk_list_item_get_child (item));

  unknot_entry_row_set_entry (row, gtk_list_item_get_item (item));
  gtk_list_item_set_accessible_label (item, unknot_entry_row_get_name (row));
}

static void
set_up_header_cb (UnknotEntriesPage *self,
                  GtkListHeader     *header)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "xalign", 0.0,
                                   "wrap", TRUE,
                                   "margin-start", 6,
                                   "margin-end", 6,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                   NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_list_header_set_child (header, label);
}

static void
bind_header_cb (UnknotEntriesPage *self,
                GtkListHeader     *header)
{
  UnknotEntry *entry = gtk_list_header_get_item (header);
  g_autoptr (GDateTime) time =
    unknot_moment_to_date_time (unknot_entry_get_moment (entry));
  /* Translators: a month, as g_date_time_format () takes it: “November 2026” */
  g_autofree char *month = g_date_time_format (time, _("%OB %Y"));

  gtk_label_set_label (GTK_LABEL (gtk_list_header_get_child (header)), month);
}

static void
activated_cb (UnknotEntriesPage *self,
              guint              position)
{
  g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  g_signal_emit (self, signals[OPENED], 0, entry);
}

static GtkAdjustment *
get_adjustment (UnknotEntriesPage *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

static gboolean
scroll (GtkWidget     *widget,
        GdkFrameClock *frame_clock,
        gpointer       user_data)
{
  UnknotEntriesPage *self = UNKNOT_ENTRIES_PAGE (widget);

  if (gtk_adjustment_get_page_size (get_adjustment (self)) <= 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (get_adjustment (self), self->scrolled);

  return G_SOURCE_REMOVE;
}

static gboolean
has_enough (UnknotEntriesPage *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  /* What is being read anew takes its place soon. */
  if (unknot_entry_list_is_loading (self->entries))
    return TRUE;

  return !self->browsed &&
         gtk_adjustment_get_upper (adjustment) >= 2 * gtk_adjustment_get_page_size (adjustment);
}

/* Whether there may be more of them than it shows. */
static gboolean
shows_limit (UnknotEntriesPage *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->entries)) ==
         unknot_entry_list_get_limit (self->entries);
}

static gboolean
show_more_cb (GtkWidget     *widget,
              GdkFrameClock *frame_clock,
              gpointer       user_data)
{
  UnknotEntriesPage *self = UNKNOT_ENTRIES_PAGE (widget);
  guint limit = unknot_entry_list_get_limit (self->entries);

  if (!self->painted)
    {
      self->painted = TRUE; /* with this frame */
      return G_SOURCE_CONTINUE;
    }
  /* Each that is added moves the list to the first row, with the month above it out of sight. */
  if (!self->browsed && self->scrolled <= 0 && gtk_adjustment_get_value (get_adjustment (self)) > 0)
    {
      gtk_adjustment_set_value (get_adjustment (self), 0);
      return G_SOURCE_CONTINUE;
    }
  if (limit < N_WIDGETS && shows_limit (self) && !has_enough (self))
    {
      unknot_entry_list_set_limit (self->entries, limit + N_MORE);
      return G_SOURCE_CONTINUE;
    }

  if (limit >= N_WIDGETS)
    unknot_entry_list_set_limit (self->entries, G_MAXUINT);
  self->more_id = 0;

  return G_SOURCE_REMOVE;
}

static void
show_more (UnknotEntriesPage *self)
{
  if (self->more_id == 0 && shows_limit (self))
    self->more_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_more_cb, NULL, NULL);
}

static void
show_first (UnknotEntriesPage *self)
{
  if (self->more_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_id);
  self->more_id = 0;
  self->painted = FALSE;
  self->browsed = FALSE;
  unknot_entry_list_set_limit (self->entries, N_FIRST);
}

static void
browse (UnknotEntriesPage *self)
{
  self->browsed = TRUE;
  show_more (self);
}

static void
scrolled_cb (UnknotEntriesPage *self,
             GtkAdjustment     *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0 && self->more_id == 0)
    browse (self);
}

/* A changed list is emptied and filled again: it stays where it was, which takes all of it. A new one
 * would begin at the first row, with the month above it out of sight. */
static void
items_changed_cb (UnknotEntriesPage *self,
                  guint              position,
                  guint              n_removed,
                  guint              n_added)
{
  if (n_removed > 0)
    self->scrolled = gtk_adjustment_get_value (get_adjustment (self));
  if (position == 0)
    self->painted = FALSE;
  if (n_added > 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

static void
update (UnknotEntriesPage *self)
{
  const char *search = unknot_entry_list_get_search (self->entries);
  gboolean searched = search != NULL && *search != '\0';

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "entries");
      show_more (self);
      return;
    }

  if (self->scrolled > 0)
    unknot_entry_list_set_limit (self->entries, G_MAXUINT);
  else
    show_first (self);
  if (!unknot_entry_list_is_loading (self->entries))
    gtk_stack_set_visible_child_name (self->stack, searched ? "not-found" : "empty");
}

static void
search_changed_cb (UnknotEntriesPage *self)
{
  gtk_adjustment_set_value (get_adjustment (self), 0);
  unknot_entry_list_set_search (self->entries, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  show_first (self);
}

/* Returns: %NULL where the focus is elsewhere. */
static UnknotEntryRow *
get_focused_row (UnknotEntriesPage *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *row = focus == NULL ? NULL
                                 : gtk_widget_get_ancestor (focus, UNKNOT_TYPE_ENTRY_ROW);

  /* The list's own cell has the focus, and the row in it. */
  if (row == NULL && focus != NULL && UNKNOT_IS_ENTRY_ROW (gtk_widget_get_first_child (focus)))
    row = gtk_widget_get_first_child (focus);

  return row != NULL ? UNKNOT_ENTRY_ROW (row) : NULL;
}

static gboolean
delete_shortcut (GtkWidget *widget,
                 GVariant  *arguments,
                 gpointer   user_data)
{
  UnknotEntryRow *row = get_focused_row (user_data);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  row_deleted_cb (user_data, row);

  return GDK_EVENT_STOP;
}

static gboolean
is_first (UnknotEntriesPage *self,
          UnknotEntryRow    *row)
{
  g_autoptr (UnknotEntry) first = g_list_model_get_item (G_LIST_MODEL (self->entries), 0);

  return first != NULL && g_str_equal (unknot_entry_get_uuid (first),
                                       unknot_entry_get_uuid (unknot_entry_row_get_entry (row)));
}

/* The list scrolls to the row that has the focus, and leaves the month above it out of sight. */
static void
focus_changed_cb (UnknotEntriesPage *self)
{
  UnknotEntryRow *row = get_focused_row (self);

  if (row == NULL || !is_first (self, row))
    return;

  self->scrolled = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

static void
add_shortcuts (UnknotEntriesPage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Delete, 0),
                      gtk_callback_action_new (delete_shortcut, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

static void
unknot_entries_page_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (unknot_entries_page_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
unknot_entries_page_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (unknot_entries_page_parent_class)->unroot (widget);
}

static void
unknot_entries_page_dispose (GObject *object)
{
  UnknotEntriesPage *self = UNKNOT_ENTRIES_PAGE (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_ENTRIES_PAGE);
  g_clear_object (&self->diary);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (unknot_entries_page_parent_class)->dispose (object);
}

static void
unknot_entries_page_class_init (UnknotEntriesPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_entries_page_dispose;
  widget_class->root = unknot_entries_page_root;
  widget_class->unroot = unknot_entries_page_unroot;

  /**
   * UnknotEntriesPage::opened:
   * @entry: which
   *
   * The person wants to see or change an entry.
   */
  signals[OPENED] = g_signal_new ("opened", UNKNOT_TYPE_ENTRIES_PAGE, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_ENTRY);

  /**
   * UnknotEntriesPage::deleted:
   * @entry: which
   *
   * The person wants an entry to go.
   */
  signals[DELETED] = g_signal_new ("deleted", UNKNOT_TYPE_ENTRIES_PAGE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, UNKNOT_TYPE_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/today/unknot-entries-page.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotEntriesPage, search_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntriesPage, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntriesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntriesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotEntriesPage, list_view);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, browse);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

static void
unknot_entries_page_init (UnknotEntriesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  add_shortcuts (self);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

AdwNavigationPage *
unknot_entries_page_new (UnknotDiary *diary)
{
  UnknotEntriesPage *self = g_object_new (UNKNOT_TYPE_ENTRIES_PAGE, NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->diary = g_object_ref (diary);
  self->entries = unknot_entry_list_new (diary);
  unknot_entry_list_set_limit (self->entries, N_FIRST);
  selection = gtk_no_selection_new (G_LIST_MODEL (unknot_month_sections_new (self->entries)));
  gtk_stack_set_visible_child_name (self->stack, "loading");
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "items-changed", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entries, "notify::loading", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));

  return ADW_NAVIGATION_PAGE (self);
}
