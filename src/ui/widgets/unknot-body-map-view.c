/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-body-map-view"

#include "config.h"

#include "unknot-body-map-view.h"

#include "unknot-body-map.h"
#include "unknot-drawn-widget.h"

#include <glib/gi18n.h>
#include <math.h>

/* So narrow that its regions can still be hit, and no larger than it needs be. */
#define MIN_WIDTH 280
#define NATURAL_WIDTH 400

/**
 * UnknotBodyMapView:
 *
 * A body from behind and from before, on which places are shown and chosen. It is one stop for Tab;
 * the arrows lead from region to region.
 */
struct _UnknotBodyMapView
{
  GtkWidget parent_instance;

  GListModel *places; /* nullable */
  int hovered;        /* -1 for none, or where the keyboard was used after the pointer */
  graphene_point_t pointer; /* in the window */
  guint region;       /* where the keyboard is */
};

G_DEFINE_FINAL_TYPE (UnknotBodyMapView, unknot_body_map_view, GTK_TYPE_WIDGET)

enum
{
  PROP_PLACES = 1,
  PROP_CURSOR_TITLE,
  N_PROPS,
};

enum
{
  ACTIVATE,
  REGION_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static char *
dup_place_text (UnknotPlace *place)
{
  g_autofree char *title =
    unknot_body_map_dup_title (unknot_place_get_area (place), unknot_place_get_side (place));
  const char *kind = unknot_place_get_kind (place);
  int pain = unknot_place_get_pain (place);
  GString *text = g_string_new (title);

  if (pain != UNKNOT_PAIN_UNKNOWN)
    {
      g_string_append (text, ", ");
      /* Translators: how bad it is at a place, of 10 */
      g_string_append_printf (text, _("pain %d of 10"), pain);
    }
  if (kind != NULL)
    g_string_append_printf (text, ", %s",
                            unknot_vocabulary_get_title (UNKNOT_VOCABULARY_FEEL, kind));

  return g_string_free (text, FALSE);
}

static gboolean
is_chosen (UnknotBodyMapView *self,
           guint              region)
{
  for (guint i = 0; self->places != NULL && i < g_list_model_get_n_items (self->places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (self->places, i);

      if (unknot_body_map_shows (region, place))
        return TRUE;
    }

  return FALSE;
}

static char *
dup_region_title (guint region)
{
  return unknot_body_map_dup_title (unknot_body_map_get_area (region),
                                    unknot_body_map_get_side (region));
}

/* With its face: an arm is on both. */
static char *
dup_region_text (UnknotBodyMapView *self,
                 guint              region)
{
  g_autofree char *title = dup_region_title (region);
  const char *face = unknot_body_map_get_face_title (unknot_body_map_get_face (region));

  /* Translators: a view of the body, and a place on it, such as “Back: Lower back, left” */
  return g_strdup_printf (is_chosen (self, region) ? _("%s: %s, chosen") : _("%s: %s"), face,
                          title);
}

static void
describe (UnknotBodyMapView *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;
  g_autofree char *region = dup_region_text (self, self->region);
  g_autofree char *chosen = NULL;
  g_autofree char *description = NULL;

  for (guint i = 0; self->places != NULL && i < g_list_model_get_n_items (self->places); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (self->places, i);

      g_strv_builder_take (builder, dup_place_text (place));
    }
  texts = g_strv_builder_end (builder);
  chosen = g_strjoinv ("; ", texts);
  description = *chosen != '\0'
                  /* Translators: where the keyboard is on the body, and all that is chosen */
                  ? g_strdup_printf (_("At %s. Chosen: %s"), region, chosen)
                  : g_strdup_printf (_("At %s. No place chosen"), region);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
places_changed_cb (UnknotBodyMapView *self)
{
  describe (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
announce_region (UnknotBodyMapView *self)
{
  g_autofree char *text = dup_region_text (self, self->region);

  gtk_accessible_announce (GTK_ACCESSIBLE (self), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

/* The map may be higher than what is seen of it. */
static void
scroll_to_region (UnknotBodyMapView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  GtkWidget *content;
  graphene_point_t middle, place;
  GtkAdjustment *adjustment;
  double x, y, reach;

  if (viewport == NULL)
    return;

  unknot_body_map_get_middle (self->region, gtk_widget_get_width (GTK_WIDGET (self)),
                              gtk_widget_get_height (GTK_WIDGET (self)), &x, &y);
  middle = GRAPHENE_POINT_INIT (x, y);
  content = gtk_viewport_get_child (GTK_VIEWPORT (viewport));
  if (!gtk_widget_compute_point (GTK_WIDGET (self), content, &middle, &place))
    return;

  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport));
  reach = gtk_widget_get_height (GTK_WIDGET (self)) / 10.0;
  gtk_adjustment_clamp_page (adjustment, place.y - reach, place.y + reach);
}

/* How far it is to go from one point to the other if one means to go in the direction of (dx, dy);
 * negative where it lies elsewhere. */
static double
get_way (double x,
         double y,
         int    dx,
         int    dy)
{
  double along = x * dx + y * dy;
  double aside = fabs (x * dy) + fabs (y * dx);

  return along > aside / 2 ? along + 2 * aside : -1;
}

static void
set_hovered (UnknotBodyMapView *self,
             int                region)
{
  if (self->hovered == region)
    return;

  self->hovered = region;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_TITLE]);
}

static gboolean
move (UnknotBodyMapView *self,
      int                dx,
      int                dy)
{
  double own_x, own_y, least = G_MAXDOUBLE;
  int nearest = -1;

  unknot_body_map_get_middle (self->region, UNKNOT_BODY_MAP_ASPECT, 1, &own_x, &own_y);
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    {
      double x, y, way;

      unknot_body_map_get_middle (i, UNKNOT_BODY_MAP_ASPECT, 1, &x, &y);
      way = get_way (x - own_x, y - own_y, dx, dy);
      if (way > 0 && way < least)
        {
          least = way;
          nearest = i;
        }
    }

  unknot_drawn_widget_show_ring (GTK_WIDGET (self));
  set_hovered (self, -1);
  if (nearest < 0)
    return FALSE;

  unknot_body_map_view_set_region (self, nearest);
  announce_region (self);

  return TRUE;
}

static int
find_region (UnknotBodyMapView *self,
             double             x,
             double             y)
{
  return unknot_body_map_find_region (gtk_widget_get_width (GTK_WIDGET (self)),
                                      gtk_widget_get_height (GTK_WIDGET (self)), x, y);
}

static void
released_cb (UnknotBodyMapView *self,
             int                n_presses,
             double             x,
             double             y)
{
  int region = find_region (self, x, y);

  if (region < 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  unknot_body_map_view_set_region (self, region);
  g_signal_emit (self, signals[REGION_ACTIVATED], 0, self->region);
}

static void
motion_cb (UnknotBodyMapView *self,
           double             x,
           double             y)
{
  if (unknot_drawn_widget_has_pointer_moved (GTK_WIDGET (self), x, y, &self->pointer))
    set_hovered (self, find_region (self, x, y));
}

static void
leave_cb (UnknotBodyMapView *self)
{
  self->pointer = GRAPHENE_POINT_INIT (-1, -1);
  set_hovered (self, -1);
}

static gboolean
unknot_body_map_view_query_tooltip (GtkWidget  *widget,
                                    int         x,
                                    int         y,
                                    gboolean    keyboard,
                                    GtkTooltip *tooltip)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (widget);
  int region = keyboard ? (int) self->region : find_region (self, x, y);
  g_autofree char *title = NULL;

  if (region < 0)
    return FALSE;

  title = dup_region_title (region);
  gtk_tooltip_set_text (tooltip, title);

  return TRUE;
}

static gboolean
unknot_body_map_view_focus (GtkWidget        *widget,
                            GtkDirectionType  direction)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (widget);

  if (!gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);

  switch (direction)
    {
    case GTK_DIR_UP:
      return move (self, 0, -1);

    case GTK_DIR_DOWN:
      return move (self, 0, 1);

    /* The body is not turned round with the language. */
    case GTK_DIR_LEFT:
      return move (self, -1, 0);

    case GTK_DIR_RIGHT:
      return move (self, 1, 0);

    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
}

static void
unknot_body_map_view_state_flags_changed (GtkWidget     *widget,
                                          GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);
  if ((gtk_widget_get_state_flags (widget) ^ previous) & GTK_STATE_FLAG_FOCUSED)
    g_object_notify_by_pspec (G_OBJECT (widget), properties[PROP_CURSOR_TITLE]);

  GTK_WIDGET_CLASS (unknot_body_map_view_parent_class)->state_flags_changed (widget, previous);
}

static GtkSizeRequestMode
unknot_body_map_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unknot_body_map_view_measure (GtkWidget      *widget,
                              GtkOrientation  orientation,
                              int             for_size,
                              int            *minimum,
                              int            *natural,
                              int            *minimum_baseline,
                              int            *natural_baseline)
{
  int width = for_size < 0 ? NATURAL_WIDTH : MIN (for_size, NATURAL_WIDTH);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural = ceil (width / UNKNOT_BODY_MAP_ASPECT);
}

static void
unknot_body_map_view_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, width, height);
  gboolean ring = gtk_widget_has_visible_focus (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

  unknot_body_map_draw (cr, gtk_widget_get_pango_context (widget), width, height,
                        unknot_drawn_widget_get_ink (widget), self->places, self->hovered, ring ? (int) self->region : -1);
  cairo_destroy (cr);
}

static void
unknot_body_map_view_activate (UnknotBodyMapView *self)
{
  g_signal_emit (self, signals[REGION_ACTIVATED], 0, self->region);
}

static void
unknot_body_map_view_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_PLACES:
      g_value_set_object (value, self->places);
      break;
    case PROP_CURSOR_TITLE:
      g_value_take_string (value, unknot_body_map_view_dup_cursor_title (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_body_map_view_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (object);

  switch (prop_id)
    {
    case PROP_PLACES:
      unknot_body_map_view_set_places (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_body_map_view_dispose (GObject *object)
{
  UnknotBodyMapView *self = UNKNOT_BODY_MAP_VIEW (object);

  if (self->places != NULL)
    g_signal_handlers_disconnect_by_func (self->places, places_changed_cb, self);
  g_clear_object (&self->places);

  G_OBJECT_CLASS (unknot_body_map_view_parent_class)->dispose (object);
}

static void
unknot_body_map_view_class_init (UnknotBodyMapViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = unknot_body_map_view_get_property;
  object_class->set_property = unknot_body_map_view_set_property;
  object_class->dispose = unknot_body_map_view_dispose;
  widget_class->query_tooltip = unknot_body_map_view_query_tooltip;
  widget_class->focus = unknot_body_map_view_focus;
  widget_class->state_flags_changed = unknot_body_map_view_state_flags_changed;
  widget_class->get_request_mode = unknot_body_map_view_get_request_mode;
  widget_class->measure = unknot_body_map_view_measure;
  widget_class->snapshot = unknot_body_map_view_snapshot;

  /**
   * UnknotBodyMapView:places: (nullable)
   *
   * A model of #UnknotPlace: what is shown.
   */
  properties[PROP_PLACES] =
    g_param_spec_object ("places", NULL, NULL, G_TYPE_LIST_MODEL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotBodyMapView:cursor-title:
   *
   * The place that the pointer is over or the keyboard is at, whichever was used last, such as
   * “Lower back, left”; empty for none.
   */
  properties[PROP_CURSOR_TITLE] =
    g_param_spec_string ("cursor-title", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (unknot_body_map_view_activate), NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  /**
   * UnknotBodyMapView::region-activated:
   * @region: a region of the map
   *
   * The person clicked on a region, or pressed a key at it.
   */
  signals[REGION_ACTIVATED] =
    g_signal_new ("region-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  unknot_drawn_widget_install_activate_keys (widget_class);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "bodymap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
unknot_body_map_view_init (UnknotBodyMapView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hovered = -1;
  self->pointer = GRAPHENE_POINT_INIT (-1, -1);
  self->region = unknot_body_map_find_place ("lower", "midline");

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Body Map"), -1);
  describe (self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  unknot_drawn_widget_follow_ink (GTK_WIDGET (self));
}

GtkWidget *
unknot_body_map_view_new (void)
{
  return g_object_new (UNKNOT_TYPE_BODY_MAP_VIEW, NULL);
}

/**
 * unknot_body_map_view_get_places:
 *
 * Returns: (transfer none) (nullable): the places that are shown
 */
GListModel *
unknot_body_map_view_get_places (UnknotBodyMapView *self)
{
  g_return_val_if_fail (UNKNOT_IS_BODY_MAP_VIEW (self), NULL);

  return self->places;
}

/**
 * unknot_body_map_view_set_places:
 * @places: (nullable): a model of #UnknotPlace, which the map follows
 */
void
unknot_body_map_view_set_places (UnknotBodyMapView *self,
                                 GListModel        *places)
{
  g_return_if_fail (UNKNOT_IS_BODY_MAP_VIEW (self));
  g_return_if_fail (places == NULL || G_IS_LIST_MODEL (places));

  if (places == self->places)
    return;

  if (self->places != NULL)
    g_signal_handlers_disconnect_by_func (self->places, places_changed_cb, self);
  g_set_object (&self->places, places);
  if (places != NULL)
    g_signal_connect_object (places, "items-changed", G_CALLBACK (places_changed_cb), self,
                             G_CONNECT_SWAPPED);
  places_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PLACES]);
}

/**
 * unknot_body_map_view_get_region:
 *
 * Returns: the region that the keyboard is at
 */
guint
unknot_body_map_view_get_region (UnknotBodyMapView *self)
{
  g_return_val_if_fail (UNKNOT_IS_BODY_MAP_VIEW (self), 0);

  return self->region;
}

/**
 * unknot_body_map_view_set_region:
 * @region: a region of the map, where the keyboard goes
 */
void
unknot_body_map_view_set_region (UnknotBodyMapView *self,
                                 guint              region)
{
  g_return_if_fail (UNKNOT_IS_BODY_MAP_VIEW (self));
  g_return_if_fail (region < unknot_body_map_get_n_regions ());

  self->region = region;
  describe (self);
  scroll_to_region (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_TITLE]);
}

/**
 * unknot_body_map_view_dup_cursor_title:
 *
 * Returns: (transfer full): the place that the pointer is over or the keyboard is at, whichever was
 *   used last; empty for none
 */
char *
unknot_body_map_view_dup_cursor_title (UnknotBodyMapView *self)
{
  g_return_val_if_fail (UNKNOT_IS_BODY_MAP_VIEW (self), NULL);

  if (self->hovered >= 0)
    return dup_region_title (self->hovered);
  if (gtk_widget_get_state_flags (GTK_WIDGET (self)) & GTK_STATE_FLAG_FOCUSED)
    return dup_region_title (self->region);

  return g_strdup ("");
}
