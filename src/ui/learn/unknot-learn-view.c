/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-learn-view"

#include "config.h"

#include "unknot-learn-view.h"

#include "unknot-failure.h"
#include "unknot-learn-index.h"
#include "unknot-print.h"
#include "unknot-topic-page.h"
#include "unknot-topic-print.h"

#include <glib/gi18n.h>

/**
 * UnknotLearnView:
 *
 * Pages to learn from, one after the other as links lead, back and forward again. Below them is the
 * index, unless they explain something that they lie over.
 */
struct _UnknotLearnView
{
  AdwBin parent_instance;

  UnknotLibrary *library;
  GPtrArray *forward; /* of AdwNavigationPage: those that were gone back from, the last one last */
  UnknotLearnIndex *index; /* nullable */

  AdwNavigationView *navigation;
};

G_DEFINE_FINAL_TYPE (UnknotLearnView, unknot_learn_view, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_AT_START,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
tell (UnknotLearnView *self,
      const char      *message)
{
  AdwToastOverlay *toasts = ADW_TOAST_OVERLAY (adw_bin_get_child (ADW_BIN (self)));
  AdwToast *toast = adw_toast_new (message);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_dismiss_all (toasts);
  adw_toast_overlay_add_toast (toasts, toast);
}

/* %NULL where the index is shown. */
static UnknotTopicPage *
get_topic_page (UnknotLearnView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  return page != NULL && UNKNOT_IS_TOPIC_PAGE (page) ? UNKNOT_TOPIC_PAGE (page) : NULL;
}

/* --- What a link leads to --- */

/* What the program does instead is not to be done below what lies over it. */
static void
do_in_window (UnknotLearnView *self,
              const char      *target)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);

  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
  if (g_str_equal (target, "unknot:check-up"))
    gtk_widget_activate_action (window, "win.check-up", NULL);
  else
    gtk_widget_activate_action (window, "win.log", NULL);
}

/* Returns: (transfer floating) (nullable): %NULL where that was told */
static AdwNavigationPage *
create_page (UnknotLearnView *self,
             const char      *id)
{
  g_autoptr (GError) error = NULL;
  UnknotTopic *topic = unknot_library_get_topic (self->library, id, &error);

  if (topic == NULL)
    {
      tell (self, error->message);
      return NULL;
    }

  return unknot_topic_page_new (self->library, topic);
}

static gboolean
is_shown (UnknotLearnView *self,
          const char      *id)
{
  UnknotTopicPage *page = get_topic_page (self);

  return page != NULL && g_str_equal (unknot_topic_get_id (unknot_topic_page_get_topic (page)), id);
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (widget);
  const char *target = g_variant_get_string (parameter, NULL);
  g_auto (GStrv) parts = g_strsplit (target, "#", 2);
  AdwNavigationPage *page;

  if (g_str_has_prefix (target, "unknot:"))
    {
      do_in_window (self, target);
      return;
    }
  if (self->index != NULL && g_str_equal (parts[0], "index"))
    {
      adw_navigation_view_pop_to_tag (self->navigation, "index");
      return;
    }
  if (is_shown (self, parts[0]))
    {
      unknot_topic_page_show (get_topic_page (self), parts[1]);
      return;
    }

  page = create_page (self, parts[0]);
  if (page == NULL)
    return;
  adw_navigation_view_push (self->navigation, page);
  unknot_topic_page_show (UNKNOT_TOPIC_PAGE (page), parts[1]);
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (widget);

  adw_navigation_view_pop_to_tag (self->navigation, "index");
  unknot_learn_index_search (self->index);
}

static void
printed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (UnknotLearnView) self = user_data;
  g_autoptr (GError) error = NULL;

  if (!unknot_print_finish (result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) && self->library != NULL)
    unknot_failure_tell (GTK_WIDGET (self), _("Not Printed"), error);
}

static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (widget);

  unknot_topic_print_async (unknot_topic_page_get_topic (get_topic_page (self)), self->library,
                            GTK_WINDOW (gtk_widget_get_root (widget)), printed_cb,
                            g_object_ref (self));
}

/* --- Back and forward --- */

static void
visible_page_changed_cb (UnknotLearnView *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "learn.print", get_topic_page (self) != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AT_START]);
}

static void
popped_cb (UnknotLearnView   *self,
           AdwNavigationPage *page)
{
  g_ptr_array_add (self->forward, g_object_ref (page));
}

/* Where a link leads elsewhere, there is no forward any longer. */
static void
pushed_cb (UnknotLearnView *self)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (self->navigation);

  if (self->forward->len > 0 && g_ptr_array_index (self->forward, self->forward->len - 1) == page)
    g_ptr_array_set_size (self->forward, self->forward->len - 1);
  else
    g_ptr_array_set_size (self->forward, 0);
}

static AdwNavigationPage *
get_next_page_cb (UnknotLearnView *self)
{
  return self->forward->len > 0
           ? g_object_ref (g_ptr_array_index (self->forward, self->forward->len - 1))
           : NULL;
}

/* To what there is to read, past the menu. */
static gboolean
unknot_learn_view_grab_focus (GtkWidget *widget)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (widget);

  if (get_topic_page (self) != NULL)
    gtk_widget_child_focus (GTK_WIDGET (get_topic_page (self)), GTK_DIR_TAB_FORWARD);
  else if (self->index != NULL)
    unknot_learn_index_focus_start (self->index);

  return TRUE;
}

/* Before the words that have the focus: within them, both keys move the cursor. */
static void
add_shortcuts (UnknotLearnView *self)
{
  static const struct
  {
    guint key;
    const char *action;
  } shortcuts[] = {
    { GDK_KEY_f, "learn.search" },
    { GDK_KEY_p, "learn.print" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, GDK_CONTROL_MASK),
                        gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
unknot_learn_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (object);

  switch (prop_id)
    {
    case PROP_AT_START:
      g_value_set_boolean (value, unknot_learn_view_is_at_start (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_learn_view_dispose (GObject *object)
{
  UnknotLearnView *self = UNKNOT_LEARN_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), UNKNOT_TYPE_LEARN_VIEW);
  g_clear_pointer (&self->forward, g_ptr_array_unref);
  g_clear_object (&self->library);

  G_OBJECT_CLASS (unknot_learn_view_parent_class)->dispose (object);
}

static void
unknot_learn_view_class_init (UnknotLearnViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_learn_view_dispose;
  object_class->get_property = unknot_learn_view_get_property;
  widget_class->grab_focus = unknot_learn_view_grab_focus;

  /**
   * UnknotLearnView:at-start:
   *
   * Whether the index is shown.
   */
  properties[PROP_AT_START] =
    g_param_spec_boolean ("at-start", NULL, NULL, TRUE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/learn/unknot-learn-view.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotLearnView, navigation);
  gtk_widget_class_bind_template_callback (widget_class, get_next_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, popped_cb);
  gtk_widget_class_bind_template_callback (widget_class, pushed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_changed_cb);

  gtk_widget_class_install_action (widget_class, "learn.open", "s", open_action);
  gtk_widget_class_install_action (widget_class, "learn.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "learn.search", NULL, search_action);
}

static void
unknot_learn_view_init (UnknotLearnView *self)
{
  self->forward = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "learn.print", FALSE);
  add_shortcuts (self);
  /* Else Tab would mark a paragraph whole, and pass over the links in it. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (self)),
                "gtk-label-select-on-focus", FALSE,
                NULL);
}

/**
 * unknot_learn_view_new:
 * @library: is read now where @with_index is %TRUE
 * @with_index: whether all pages can be reached from here; else there is nothing to see before
 *   unknot_learn_view_read()
 */
GtkWidget *
unknot_learn_view_new (UnknotLibrary *library,
                       gboolean       with_index)
{
  UnknotLearnView *self = g_object_new (UNKNOT_TYPE_LEARN_VIEW, NULL);

  self->library = g_object_ref (library);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "learn.search", with_index);
  if (with_index)
    {
      AdwNavigationPage *index = unknot_learn_index_new (library);

      self->index = UNKNOT_LEARN_INDEX (index);
      adw_navigation_view_add (self->navigation, index);
    }

  return GTK_WIDGET (self);
}

/**
 * unknot_learn_view_is_at_start:
 *
 * Returns: whether the index is shown
 */
gboolean
unknot_learn_view_is_at_start (UnknotLearnView *self)
{
  g_return_val_if_fail (UNKNOT_IS_LEARN_VIEW (self), TRUE);

  return get_topic_page (self) == NULL;
}

/**
 * unknot_learn_view_read:
 * @target: `page` or `page#section`
 *
 * Shows a page that was asked for elsewhere: back from it is the index.
 */
void
unknot_learn_view_read (UnknotLearnView *self,
                        const char      *target)
{
  g_auto (GStrv) parts = g_strsplit (target, "#", 2);
  AdwNavigationPage *pages[2];
  AdwNavigationPage *page;
  int n_pages = 0;

  g_return_if_fail (UNKNOT_IS_LEARN_VIEW (self));

  if (is_shown (self, parts[0]))
    {
      unknot_topic_page_show (get_topic_page (self), parts[1]);
      return;
    }

  page = create_page (self, parts[0]);
  if (page == NULL)
    return;
  if (self->index != NULL)
    pages[n_pages++] = ADW_NAVIGATION_PAGE (self->index);
  pages[n_pages++] = page;
  g_ptr_array_set_size (self->forward, 0);
  adw_navigation_view_replace (self->navigation, pages, n_pages);
  unknot_topic_page_show (UNKNOT_TOPIC_PAGE (page), parts[1]);
}
