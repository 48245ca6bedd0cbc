/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-history-list"

#include "config.h"

#include "unknot-history-list.h"

#include "unknot-entry-list.h"
#include "unknot-entry-row.h"
#include "unknot-filter-bar.h"
#include "unknot-month-sections.h"
#include "unknot-unread.h"

#include <glib/gi18n.h>

/* GTK makes widgets of some two hundred items, whether there is room for them or not, which takes far
 * longer than a key may. What fills a common window comes first, then a few more in each frame; those
 * out of sight only once the person looks through them. */
#define N_FIRST 9
#define N_MORE 4
#define N_WIDGETS 208

/**
 * UnknotHistoryList:
 *
 * Everything that is in the diary, the newest first, or what of it was asked for.
 *
 * ## Actions
 *
 * `entries.open`, `entries.duplicate` and `entries.delete` do that with the entry whose menu is shown;
 * `entries.clear-filters` shows all entries again.
 */
struct _UnknotHistoryList
{
  AdwBin parent_instance;

  UnknotDiary *diary;
  UnknotEntryEditor *editor; /* not owned, it surrounds the list */
  UnknotEntryList *entries;
  double scrolled; /* in pixels, when it was last emptied */
  guint more_id;
  gboolean painted; /* what came first is … */
  gboolean browsed; /* … and the person looks through it */
  gboolean asked; /* what it found is still to be announced */
  UnknotEntry *chosen; /* nullable: whose menu is shown … */
  GtkWidget *cell;     /* nullable: … in which part of the list */
  GtkWidget *menu;

  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  UnknotFilterBar *filter_bar;
  GtkWidget *filter_place;
  GMenuModel *entry_menu;
  GtkStack *stack;
  GtkListView *list_view;
};

G_DEFINE_FINAL_TYPE (UnknotHistoryList, unknot_history_list, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_SEARCH_MODE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* --- What can be done with an entry --- */

/* With what could not be read nothing can: it may be more than it seems. */
static gboolean
was_read (UnknotEntryRow *row)
{
  return !UNKNOT_IS_UNREAD (unknot_entry_row_get_entry (row));
}

static void
choose (UnknotHistoryList *self,
        UnknotEntryRow    *row)
{
  UnknotEntry *entry = unknot_entry_row_get_entry (row);

  g_set_object (&self->chosen, entry);
  g_set_weak_pointer (&self->cell, gtk_widget_get_parent (GTK_WIDGET (row)));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entries.open",
                                 unknot_entry_editor_can_open (self->editor, entry));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entries.duplicate",
                                 UNKNOT_IS_EPISODE (entry));
}

static void
show_menu (UnknotHistoryList  *self,
           UnknotEntryRow     *row,
           const GdkRectangle *place)
{
  if (!was_read (row))
    return;

  choose (self, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), place);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* Where it was asked for by the keyboard, or by its button. */
static void
show_menu_at (UnknotHistoryList *self,
              UnknotEntryRow    *row,
              GtkWidget         *widget)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    show_menu (self, row,
               &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                 bounds.size.height });
}

static void
row_menu_cb (UnknotHistoryList *self,
             UnknotEntryRow    *row)
{
  show_menu_at (self, row, gtk_widget_get_first_child (GTK_WIDGET (row)));
}

/* A click on a row, also where its cell is about it. */
static void
show_menu_under (UnknotHistoryList *self,
                 double             x,
                 double             y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->list_view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked == NULL ? NULL : gtk_widget_get_ancestor (picked, UNKNOT_TYPE_ENTRY_ROW);
  graphene_point_t point;

  if (row == NULL && picked != NULL)
    row = gtk_widget_get_first_child (picked);
  if (!UNKNOT_IS_ENTRY_ROW (row) ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list_view), GTK_WIDGET (self),
                                 &GRAPHENE_POINT_INIT (x, y), &point))
    return;

  show_menu (self, UNKNOT_ENTRY_ROW (row), &(GdkRectangle) { point.x, point.y, 1, 1 });
}

static void
right_clicked_cb (UnknotHistoryList *self,
                  int                n_press,
                  double             x,
                  double             y)
{
  show_menu_under (self, x, y);
}

/* To let go then is not to open the entry. */
static void
long_pressed_cb (UnknotHistoryList *self,
                 double             x,
                 double             y,
                 GtkGesture        *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu_under (self, x, y);
}

/* From the menu, which goes away: a dialog gives the focus back to where it was. */
static void
focus_chosen (UnknotHistoryList *self)
{
  if (self->cell != NULL)
    gtk_widget_grab_focus (self->cell);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);

  focus_chosen (self);
  unknot_entry_editor_open (self->editor, self->chosen);
}

static void
duplicate_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);

  focus_chosen (self);
  unknot_entry_editor_duplicate (self->editor, UNKNOT_EPISODE (self->chosen));
}

static void
delete_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);

  focus_chosen (self);
  unknot_entry_editor_delete (self->editor, self->chosen);
}

/* --- The rows --- */

static void
set_up_row_cb (UnknotHistoryList *self,
               GtkListItem       *item)
{
  GtkWidget *row = unknot_entry_row_new (unknot_diary_get_clock (self->diary));

  g_signal_connect_object (row, "menu", G_CALLBACK (row_menu_cb), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, row);
}

static void
bind_row_cb (UnknotHistoryList *self,
             GtkListItem       *item)
{
  UnknotEntryRow *row = UNKNOT_ENTRY_ROW (gtk_list_item_get_child (item));

  unknot_entry_row_set_entry (row, gtk_list_item_get_item (item));
  gtk_list_item_set_activatable (item, unknot_entry_editor_can_open (self->editor,
                                                                     gtk_list_item_get_item (item)));
  gtk_list_item_set_accessible_label (item, unknot_entry_row_get_name (row));
  gtk_list_item_set_accessible_description (item, unknot_entry_row_get_note (row));
}

static void
set_up_header_cb (UnknotHistoryList *self,
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
bind_header_cb (UnknotHistoryList *self,
                GtkListHeader     *header)
{
  GtkLabel *label = GTK_LABEL (gtk_list_header_get_child (header));
  UnknotMoment *moment = unknot_entry_get_moment (gtk_list_header_get_item (header));
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *month = NULL;

  if (moment == NULL)
    {
      gtk_label_set_label (label, _("Day unknown"));
      return;
    }

  time = unknot_moment_to_date_time (moment);
  /* Translators: a month, as g_date_time_format () takes it: “November 2026” */
  month = g_date_time_format (time, _("%OB %Y"));
  gtk_label_set_label (label, month);
}

static void
activated_cb (UnknotHistoryList *self,
              guint              position)
{
  g_autoptr (UnknotEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  unknot_entry_editor_open (self->editor, entry);
}

static GtkAdjustment *
get_adjustment (UnknotHistoryList *self)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view));
}

static gboolean
scroll (GtkWidget     *widget,
        GdkFrameClock *frame_clock,
        gpointer       user_data)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);

  if (gtk_adjustment_get_page_size (get_adjustment (self)) <= 0)
    return G_SOURCE_CONTINUE;

  gtk_adjustment_set_value (get_adjustment (self), self->scrolled);

  return G_SOURCE_REMOVE;
}

static gboolean
has_enough (UnknotHistoryList *self)
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
shows_limit (UnknotHistoryList *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->entries)) ==
         unknot_entry_list_get_limit (self->entries);
}

static gboolean
show_more_cb (GtkWidget     *widget,
              GdkFrameClock *frame_clock,
              gpointer       user_data)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);
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
show_more (UnknotHistoryList *self)
{
  if (self->more_id == 0 && shows_limit (self))
    self->more_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), show_more_cb, NULL, NULL);
}

static void
show_first (UnknotHistoryList *self)
{
  if (self->more_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_id);
  self->more_id = 0;
  self->painted = FALSE;
  self->browsed = FALSE;
  unknot_entry_list_set_limit (self->entries, N_FIRST);
}

static void
browse (UnknotHistoryList *self)
{
  self->browsed = TRUE;
  show_more (self);
}

static void
scrolled_cb (UnknotHistoryList *self,
             GtkAdjustment     *adjustment)
{
  if (gtk_adjustment_get_value (adjustment) > 0 && self->more_id == 0)
    browse (self);
}

/* A changed list is emptied and filled again: it stays where it was, which takes all of it. A new one
 * would begin at the first row, with the month above it out of sight. */
static void
items_changed_cb (UnknotHistoryList *self,
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
update (UnknotHistoryList *self)
{
  gboolean filtered = unknot_entry_list_is_filtered (self->entries);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->entries)) > 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "entries");
      gtk_widget_set_visible (self->filter_place, TRUE);
      show_more (self);
      return;
    }

  if (self->scrolled > 0)
    unknot_entry_list_set_limit (self->entries, G_MAXUINT);
  else
    show_first (self);
  if (unknot_entry_list_is_loading (self->entries))
    return;

  gtk_stack_set_visible_child_name (self->stack, filtered ? "not-found" : "empty");
  gtk_widget_set_visible (self->filter_place, filtered);
}

/* What is still being typed is not answered: the last of it is. */
static void
announce_found (UnknotHistoryList *self)
{
  guint n = unknot_entry_list_get_n_found (self->entries);
  g_autofree char *message = NULL;

  if (!self->asked || unknot_entry_list_is_loading (self->entries))
    return;

  self->asked = FALSE;
  message = n > 0 ? g_strdup_printf (ngettext ("%u entry matches", "%u entries match", n), n)
                  : g_strdup (_("Nothing matches"));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), message,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
search_changed_cb (UnknotHistoryList *self)
{
  gtk_adjustment_set_value (get_adjustment (self), 0);
  unknot_entry_list_set_search (self->entries, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  self->asked = unknot_entry_list_is_filtered (self->entries);
  show_first (self);
}

static void
filter_changed_cb (UnknotHistoryList *self)
{
  gtk_adjustment_set_value (get_adjustment (self), 0);
  unknot_entry_list_set_filter (self->entries, unknot_filter_bar_get_filter (self->filter_bar));
  show_first (self);
}

static void
clear_filters_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (widget);
  g_autoptr (UnknotEntryFilter) empty = unknot_entry_filter_new ();

  gtk_widget_grab_focus (GTK_WIDGET (self->filter_bar));
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  unknot_filter_bar_set_filter (self->filter_bar, empty);
}

/* Returns: %NULL where the focus is elsewhere. */
static UnknotEntryRow *
get_focused_row (UnknotHistoryList *self)
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

  if (row == NULL || !was_read (row))
    return GDK_EVENT_PROPAGATE;

  unknot_entry_editor_delete (UNKNOT_HISTORY_LIST (user_data)->editor,
                              unknot_entry_row_get_entry (row));

  return GDK_EVENT_STOP;
}

static gboolean
menu_shortcut (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  UnknotEntryRow *row = get_focused_row (user_data);

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  show_menu_at (user_data, row, GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static gboolean
is_first (UnknotHistoryList *self,
          UnknotEntryRow    *row)
{
  g_autoptr (UnknotEntry) first = g_list_model_get_item (G_LIST_MODEL (self->entries), 0);

  return first != NULL && g_str_equal (unknot_entry_get_uuid (first),
                                       unknot_entry_get_uuid (unknot_entry_row_get_entry (row)));
}

/* The list scrolls to the row that has the focus, and leaves the month above it out of sight. */
static void
focus_changed_cb (UnknotHistoryList *self)
{
  UnknotEntryRow *row = get_focused_row (self);

  if (row == NULL || !is_first (self, row))
    return;

  self->scrolled = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll, NULL, NULL);
}

static void
add_shortcuts (UnknotHistoryList *self)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    GtkShortcutFunc function;
  } shortcuts[] = {
    { GDK_KEY_Delete, 0, delete_shortcut },
    { GDK_KEY_Menu, 0, menu_shortcut },
    { GDK_KEY_F10, GDK_SHIFT_MASK, menu_shortcut },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, shortcuts[i].modifiers),
                        gtk_callback_action_new (shortcuts[i].function, self, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), controller);
}

static void
add_gestures (UnknotHistoryList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (right_clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (click));

  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list_view), GTK_EVENT_CONTROLLER (press));
}

static void
search_mode_changed_cb (UnknotHistoryList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH_MODE]);
}

static void
unknot_history_list_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (object);

  switch (prop_id)
    {
    case PROP_SEARCH_MODE:
      g_value_set_boolean (value, gtk_search_bar_get_search_mode (self->search_bar));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_history_list_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (object);

  switch (prop_id)
    {
    case PROP_SEARCH_MODE:
      gtk_search_bar_set_search_mode (self->search_bar, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_history_list_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (unknot_history_list_parent_class)->root (widget);

  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget",
                           G_CALLBACK (focus_changed_cb), widget, G_CONNECT_SWAPPED);
}

static void
unknot_history_list_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_changed_cb, widget);

  GTK_WIDGET_CLASS (unknot_history_list_parent_class)->unroot (widget);
}

static void
unknot_history_list_dispose (GObject *object)
{
  UnknotHistoryList *self = UNKNOT_HISTORY_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_HISTORY_LIST);
  g_clear_object (&self->chosen);
  g_clear_weak_pointer (&self->cell);
  g_clear_object (&self->diary);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (unknot_history_list_parent_class)->dispose (object);
}

static void
unknot_history_list_class_init (UnknotHistoryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_history_list_dispose;
  object_class->get_property = unknot_history_list_get_property;
  object_class->set_property = unknot_history_list_set_property;
  widget_class->root = unknot_history_list_root;
  widget_class->unroot = unknot_history_list_unroot;

  /**
   * UnknotHistoryList:search-mode:
   *
   * Whether there is where to write what to search for.
   */
  properties[PROP_SEARCH_MODE] =
    g_param_spec_boolean ("search-mode", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_install_action (widget_class, "entries.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "entries.duplicate", NULL, duplicate_action);
  gtk_widget_class_install_action (widget_class, "entries.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "entries.clear-filters", NULL,
                                   clear_filters_action);

  g_type_ensure (UNKNOT_TYPE_FILTER_BAR);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/history/unknot-history-list.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, search_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, search_entry);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, filter_bar);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, filter_place);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, entry_menu);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, stack);
  gtk_widget_class_bind_template_child (widget_class, UnknotHistoryList, list_view);
  gtk_widget_class_bind_template_callback (widget_class, set_up_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_row_cb);
  gtk_widget_class_bind_template_callback (widget_class, set_up_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_header_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, browse);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
}

static void
unknot_history_list_init (UnknotHistoryList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
  gtk_search_bar_set_key_capture_widget (self->search_bar, GTK_WIDGET (self));
  self->menu = gtk_popover_menu_new_from_model (self->entry_menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  add_shortcuts (self);
  add_gestures (self);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->list_view)),
                           "value-changed", G_CALLBACK (scrolled_cb), self, G_CONNECT_SWAPPED);
}

/**
 * unknot_history_list_new:
 * @diary: open or not
 * @editor: what surrounds the list, and has the same diary
 */
GtkWidget *
unknot_history_list_new (UnknotDiary       *diary,
                         UnknotEntryEditor *editor)
{
  UnknotHistoryList *self = g_object_new (UNKNOT_TYPE_HISTORY_LIST, NULL);
  g_autoptr (GtkNoSelection) selection = NULL;

  self->diary = g_object_ref (diary);
  self->editor = editor;
  unknot_filter_bar_set_clock (self->filter_bar, unknot_diary_get_clock (diary));
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
  g_signal_connect_object (self->entries, "notify::loading", G_CALLBACK (announce_found), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (selection));

  return GTK_WIDGET (self);
}

/**
 * unknot_history_list_set_filter:
 * @filter: what must hold for an entry to be shown
 */
void
unknot_history_list_set_filter (UnknotHistoryList *self,
                                UnknotEntryFilter *filter)
{
  g_return_if_fail (UNKNOT_IS_HISTORY_LIST (self));

  unknot_filter_bar_set_filter (self->filter_bar, filter);
}

/**
 * unknot_history_list_search:
 *
 * Asks for what to search for.
 */
void
unknot_history_list_search (UnknotHistoryList *self)
{
  g_return_if_fail (UNKNOT_IS_HISTORY_LIST (self));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->search_entry), 0, -1);
}

/**
 * unknot_history_list_focus_start:
 *
 * Brings the focus to the newest entry, or to what there is to do where there is none.
 */
void
unknot_history_list_focus_start (UnknotHistoryList *self)
{
  g_return_if_fail (UNKNOT_IS_HISTORY_LIST (self));

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}
