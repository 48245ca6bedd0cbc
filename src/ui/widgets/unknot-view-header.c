/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-view-header"

#include "config.h"

#include "unknot-view-header.h"

#include "unknot-window.h"

/**
 * UnknotViewHeader:
 *
 * The header bar of a view's first page: the menu, and, where the window is wide enough, the way to
 * the other views. It finds the stack of views that it is in by itself.
 */
struct _UnknotViewHeader
{
  AdwBin parent_instance;

  GBinding *narrow; /* nullable: while it is in a window */

  GtkMenuButton *menu_button;
  GMenuModel *primary_menu;
};

G_DEFINE_FINAL_TYPE (UnknotViewHeader, unknot_view_header, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_START_WIDGET,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Beside the buttons there is little room for large letters: AdwHeaderBar's own title gives up none
 * of its. */
static GtkWidget *
create_title (UnknotViewHeader *self)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_NAVIGATION_PAGE);
  GtkWidget *title = g_object_new (GTK_TYPE_LABEL,
                                   "ellipsize", PANGO_ELLIPSIZE_END,
                                   "single-line-mode", TRUE,
                                   NULL);

  gtk_widget_add_css_class (title, "title");
  if (page != NULL)
    g_object_bind_property (page, "title", title, "label", G_BINDING_SYNC_CREATE);

  return title;
}

static GtkWidget *
create_switcher (UnknotViewHeader *self)
{
  return g_object_new (ADW_TYPE_VIEW_SWITCHER,
                       "policy", ADW_VIEW_SWITCHER_POLICY_WIDE,
                       "stack", gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_VIEW_STACK),
                       NULL);
}

static gboolean
choose_title (GBinding     *binding,
              const GValue *from,
              GValue       *to,
              gpointer      user_data)
{
  g_value_take_object (to, g_object_ref_sink (g_value_get_boolean (from)
                                                ? create_title (user_data)
                                                : create_switcher (user_data)));

  return TRUE;
}

static gboolean
add_menu (GtkWidget     *widget,
          GdkFrameClock *frame_clock,
          gpointer       user_data)
{
  UnknotViewHeader *self = UNKNOT_VIEW_HEADER (widget);

  gtk_menu_button_set_menu_model (self->menu_button, self->primary_menu);

  return G_SOURCE_REMOVE;
}

static void
unknot_view_header_root (GtkWidget *widget)
{
  UnknotViewHeader *self = UNKNOT_VIEW_HEADER (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (unknot_view_header_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (UNKNOT_IS_WINDOW (root))
    self->narrow = g_object_bind_property_full (root, "narrow", adw_bin_get_child (ADW_BIN (self)),
                                                "title-widget", G_BINDING_SYNC_CREATE,
                                                choose_title, NULL, self, NULL);
  else
    adw_header_bar_set_title_widget (ADW_HEADER_BAR (adw_bin_get_child (ADW_BIN (self))),
                                     create_title (self));
}

static void
unknot_view_header_unroot (GtkWidget *widget)
{
  UnknotViewHeader *self = UNKNOT_VIEW_HEADER (widget);
  GtkWidget *title;

  if (self->narrow != NULL)
    g_binding_unbind (g_steal_pointer (&self->narrow));
  title = adw_header_bar_get_title_widget (ADW_HEADER_BAR (adw_bin_get_child (ADW_BIN (self))));
  /* It holds on to the stack, which holds all of this. */
  if (ADW_IS_VIEW_SWITCHER (title))
    adw_view_switcher_set_stack (ADW_VIEW_SWITCHER (title), NULL);

  GTK_WIDGET_CLASS (unknot_view_header_parent_class)->unroot (widget);
}

static void
unknot_view_header_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  UnknotViewHeader *self = UNKNOT_VIEW_HEADER (object);

  switch (prop_id)
    {
    case PROP_START_WIDGET:
      if (g_value_get_object (value) != NULL)
        adw_header_bar_pack_start (ADW_HEADER_BAR (adw_bin_get_child (ADW_BIN (self))),
                                   g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_view_header_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), UNKNOT_TYPE_VIEW_HEADER);

  G_OBJECT_CLASS (unknot_view_header_parent_class)->dispose (object);
}

static void
unknot_view_header_class_init (UnknotViewHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_view_header_dispose;
  object_class->set_property = unknot_view_header_set_property;
  widget_class->root = unknot_view_header_root;
  widget_class->unroot = unknot_view_header_unroot;

  /**
   * UnknotViewHeader:start-widget:
   *
   * What stands at the start of the header bar: a button of the view.
   */
  properties[PROP_START_WIDGET] =
    g_param_spec_object ("start-widget", NULL, NULL, GTK_TYPE_WIDGET,
                         G_PARAM_WRITABLE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RESOURCE_PATH "/widgets/unknot-view-header.ui");
  gtk_widget_class_bind_template_child (widget_class, UnknotViewHeader, menu_button);
  gtk_widget_class_bind_template_child (widget_class, UnknotViewHeader, primary_menu);
}

static void
unknot_view_header_init (UnknotViewHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* A menu takes as long to make as all the rest of a page. */
  gtk_widget_add_tick_callback (GTK_WIDGET (self), add_menu, NULL, NULL);
}
