/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-view"

#include "config.h"

#include "unknot-summary-view.h"

#include <glib/gi18n.h>
#include <math.h>

/* In pixels. */
#define MARGIN 12
#define GAP 12
#define MIN_WIDTH 120

/* As many pages as are in sight at the smallest zoom are kept as they were drawn. */
#define MAX_TEXTURES 6

#define LINE 48.0

/**
 * UnknotSummaryView:
 *
 * The pages of a summary as they will print, one below the other. At the usual zoom they are as
 * wide as there is room. Only what is in sight is drawn.
 */
struct _UnknotSummaryView
{
  GtkWidget parent_instance;

  UnknotSummaryPaper *paper; /* nullable */
  double paper_width;        /* in points */
  double paper_height;
  guint n_pages;
  gboolean is_locked;
  int step; /* of the zoom: 0 for as wide as there is room */

  GPtrArray *textures; /* of Texture, the last seen first */

  GtkAdjustment *adjustments[2];
  GtkScrollablePolicy policies[2];
};

/* A page as it was drawn. */
typedef struct
{
  guint page;
  int width; /* in pixels of the screen */
  GdkTexture *texture;
} Texture;

static const double zooms[] = { 0.5, 0.7, 1, 1.4, 2, 2.8, 4 };

#define FIT 2

enum
{
  PROP_0,
  PROP_HADJUSTMENT,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_PLACE,
  N_PROPS
};

static GParamSpec *place_property;

static void update_place (UnknotSummaryView *self);

G_DEFINE_FINAL_TYPE_WITH_CODE (UnknotSummaryView, unknot_summary_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
texture_free (gpointer data)
{
  Texture *texture = data;

  g_object_unref (texture->texture);
  g_free (texture);
}

/* --- Where things are, in pixels --- */

static double
get_page_width (UnknotSummaryView *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * MARGIN, MIN_WIDTH) *
         zooms[FIT + self->step];
}

static double
get_page_height (UnknotSummaryView *self)
{
  return self->paper_width > 0
           ? round (get_page_width (self) * self->paper_height / self->paper_width)
           : 0;
}

static double
get_page_top (UnknotSummaryView *self,
              guint              page)
{
  return MARGIN + page * (get_page_height (self) + GAP);
}

static double
get_content_height (UnknotSummaryView *self)
{
  return self->n_pages > 0 ? get_page_top (self, self->n_pages) - GAP + MARGIN : 0;
}

static double
get_scrolled (UnknotSummaryView *self,
              GtkOrientation     orientation)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* Which page most of the view shows, from 0. There must be one. */
static guint
get_page (UnknotSummaryView *self)
{
  double middle = get_scrolled (self, GTK_ORIENTATION_VERTICAL) +
                  gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  guint page = MAX (middle - MARGIN, 0) / (get_page_height (self) + GAP);

  return MIN (page, self->n_pages - 1);
}

static void
configure (UnknotSummaryView *self,
           GtkOrientation     orientation,
           double             value,
           double             content,
           double             page)
{
  if (self->adjustments[orientation] != NULL)
    gtk_adjustment_configure (self->adjustments[orientation],
                              CLAMP (value, 0, MAX (content - page, 0)), 0, MAX (content, page),
                              LINE, page * 0.9, page);
}

static void
configure_both (UnknotSummaryView *self,
                double             x,
                double             y)
{
  configure (self, GTK_ORIENTATION_HORIZONTAL, x, get_page_width (self) + 2 * MARGIN,
             gtk_widget_get_width (GTK_WIDGET (self)));
  configure (self, GTK_ORIENTATION_VERTICAL, y, get_content_height (self),
             gtk_widget_get_height (GTK_WIDGET (self)));
}

/* --- Drawing --- */

static GdkTexture *
draw_page (UnknotSummaryView *self,
           guint              page,
           int                width,
           int                height)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, width / self->paper_width, height / self->paper_height);
  unknot_summary_paper_draw (self->paper, cr, page);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) cairo_image_surface_get_stride (surface) * height,
                                      (GDestroyNotify) cairo_surface_destroy, surface);

  return gdk_memory_texture_new (width, height,
                                 G_BYTE_ORDER == G_LITTLE_ENDIAN ? GDK_MEMORY_B8G8R8X8
                                                                 : GDK_MEMORY_X8R8G8B8,
                                 bytes, cairo_image_surface_get_stride (surface));
}

static gboolean
find_texture (UnknotSummaryView *self,
              guint              page,
              int                width,
              guint             *place)
{
  for (*place = 0; *place < self->textures->len; (*place)++)
    {
      Texture *texture = g_ptr_array_index (self->textures, *place);

      if (texture->page == page && (self->is_locked || texture->width == width))
        return TRUE;
    }

  return FALSE;
}

/* Returns: (transfer none) (nullable): %NULL where it cannot be drawn now */
static GdkTexture *
get_texture (UnknotSummaryView *self,
             guint              page,
             double             scale)
{
  int width = ceil (get_page_width (self) * scale);
  int height = ceil (get_page_height (self) * scale);
  Texture *texture;
  guint place;

  if (find_texture (self, page, width, &place))
    texture = g_ptr_array_steal_index (self->textures, place);
  else if (self->is_locked)
    return NULL;
  else
    {
      texture = g_new0 (Texture, 1);
      texture->page = page;
      texture->width = width;
      texture->texture = draw_page (self, page, width, height);
    }
  g_ptr_array_insert (self->textures, 0, texture);
  if (self->textures->len > MAX_TEXTURES)
    g_ptr_array_set_size (self->textures, MAX_TEXTURES);

  return texture->texture;
}

static void
snapshot_page (UnknotSummaryView *self,
               GtkSnapshot       *snapshot,
               guint              page,
               double             scale)
{
  double width = get_page_width (self);
  double room = gtk_widget_get_width (GTK_WIDGET (self));
  double x = width + 2 * MARGIN < room
               ? round ((room - width) / 2)
               : MARGIN - get_scrolled (self, GTK_ORIENTATION_HORIZONTAL);
  double y = get_page_top (self, page) - get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (round (x * scale) / scale, round (y * scale) / scale, width,
                        get_page_height (self));
  const GdkRGBA shadow = { 0, 0, 0, 0.25 };
  const GdkRGBA white = { 1, 1, 1, 1 };
  GskRoundedRect outline;
  GdkTexture *texture;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &shadow, 0, 1, 0, 3);
  gtk_snapshot_append_color (snapshot, &white, &bounds);
  texture = get_texture (self, page, scale);
  if (texture != NULL)
    gtk_snapshot_append_texture (snapshot, texture, &bounds);
}

static void
unknot_summary_view_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (widget);
  GtkNative *native = gtk_widget_get_native (widget);
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  double scale = surface != NULL ? gdk_surface_get_scale (surface) : 1;
  double top = get_scrolled (self, GTK_ORIENTATION_VERTICAL);
  double step = get_page_height (self) + GAP;
  int height = gtk_widget_get_height (widget);

  if (self->n_pages == 0 || step <= GAP)
    return;

  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), height));
  for (guint page = MAX (top - MARGIN, 0) / step;
       page < self->n_pages && get_page_top (self, page) < top + height; page++)
    snapshot_page (self, snapshot, page, scale);
  gtk_snapshot_pop (snapshot);
}

/* --- Size --- */

static GtkSizeRequestMode
unknot_summary_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
unknot_summary_view_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  *minimum = MIN_WIDTH + 2 * MARGIN;
  *natural = *minimum;
}

static void
unknot_summary_view_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (widget);

  configure_both (self, get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
                  get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  update_place (self);
}

/* --- Keys and the wheel --- */

static gboolean
scroll_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (widget);
  GtkOrientation orientation;
  GtkAdjustment *adjustment;
  double lines, pages, steps;

  g_variant_get (arguments, "(iddd)", &orientation, &lines, &pages, &steps);
  adjustment = self->adjustments[orientation];
  if (orientation == GTK_ORIENTATION_HORIZONTAL &&
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    lines = -lines;
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + lines * LINE +
                                            pages * gtk_adjustment_get_page_increment (adjustment) +
                                            steps * gtk_adjustment_get_upper (adjustment));

  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  unknot_summary_view_zoom (UNKNOT_SUMMARY_VIEW (widget), g_variant_get_int32 (arguments));

  return TRUE;
}

static gboolean
wheel_cb (UnknotSummaryView        *self,
          double                    dx,
          double                    dy,
          GtkEventControllerScroll *controller)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  if ((state & GDK_CONTROL_MASK) == 0 || ABS (dy) < 0.5)
    return GDK_EVENT_PROPAGATE;

  unknot_summary_view_zoom (self, dy < 0 ? 1 : -1);

  return GDK_EVENT_STOP;
}

static void
pressed_cb (UnknotSummaryView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
scrolled_cb (UnknotSummaryView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  update_place (self);
}

/* --- Type --- */

static void
take_adjustment (UnknotSummaryView *self,
                 GtkOrientation     orientation,
                 GtkAdjustment     *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], scrolled_cb, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
unknot_summary_view_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_PLACE:
      g_value_take_string (value, unknot_summary_view_dup_place (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_summary_view_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      take_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_summary_view_dispose (GObject *object)
{
  UnknotSummaryView *self = UNKNOT_SUMMARY_VIEW (object);

  take_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  take_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_object (&self->paper);
  g_clear_pointer (&self->textures, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_summary_view_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GtkOrientation orientation;
    double lines;
    double pages;
    double steps;
  } scrolls[] = {
    { GDK_KEY_Up, GTK_ORIENTATION_VERTICAL, -1, 0, 0 },
    { GDK_KEY_Down, GTK_ORIENTATION_VERTICAL, 1, 0, 0 },
    { GDK_KEY_Left, GTK_ORIENTATION_HORIZONTAL, -1, 0, 0 },
    { GDK_KEY_Right, GTK_ORIENTATION_HORIZONTAL, 1, 0, 0 },
    { GDK_KEY_Page_Up, GTK_ORIENTATION_VERTICAL, 0, -1, 0 },
    { GDK_KEY_Page_Down, GTK_ORIENTATION_VERTICAL, 0, 1, 0 },
    { GDK_KEY_space, GTK_ORIENTATION_VERTICAL, 0, 1, 0 },
    { GDK_KEY_Home, GTK_ORIENTATION_VERTICAL, 0, 0, -1 },
    { GDK_KEY_End, GTK_ORIENTATION_VERTICAL, 0, 0, 1 },
  };
  static const struct
  {
    guint key;
    int step;
  } steps[] = {
    { GDK_KEY_plus, 1 }, { GDK_KEY_KP_Add, 1 }, { GDK_KEY_equal, 1 },
    { GDK_KEY_minus, -1 }, { GDK_KEY_KP_Subtract, -1 },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scrolls); i++)
    gtk_widget_class_add_binding (widget_class, scrolls[i].key, GDK_NO_MODIFIER_MASK, scroll_cb,
                                  "(iddd)", scrolls[i].orientation, scrolls[i].lines,
                                  scrolls[i].pages, scrolls[i].steps);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gtk_widget_class_add_binding (widget_class, steps[i].key, GDK_NO_MODIFIER_MASK, zoom_cb, "i",
                                    steps[i].step);
      gtk_widget_class_add_binding (widget_class, steps[i].key, GDK_CONTROL_MASK, zoom_cb, "i",
                                    steps[i].step);
    }
}

static void
unknot_summary_view_class_init (UnknotSummaryViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = unknot_summary_view_dispose;
  object_class->get_property = unknot_summary_view_get_property;
  object_class->set_property = unknot_summary_view_set_property;
  widget_class->get_request_mode = unknot_summary_view_get_request_mode;
  widget_class->measure = unknot_summary_view_measure;
  widget_class->size_allocate = unknot_summary_view_size_allocate;
  widget_class->snapshot = unknot_summary_view_snapshot;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  /**
   * UnknotSummaryView:place:
   *
   * Which page is in sight, of how many, in words; empty where there is none.
   */
  place_property = g_param_spec_string ("place", NULL, NULL, "",
                                        G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY |
                                          G_PARAM_STATIC_STRINGS);
  g_object_class_install_property (object_class, PROP_PLACE, place_property);

  gtk_widget_class_set_css_name (widget_class, "summaryview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  add_keys (widget_class);
}

static void
unknot_summary_view_init (UnknotSummaryView *self)
{
  GtkEventController *wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL |
                                     GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *click = gtk_gesture_click_new ();

  self->textures = g_ptr_array_new_with_free_func (texture_free);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (wheel, "scroll", G_CALLBACK (wheel_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), wheel);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  update_place (self);
}

/* What is in sight is told to everybody. */
static void
update_place (UnknotSummaryView *self)
{
  g_autofree char *place = unknot_summary_view_dup_place (self);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  *place != '\0' ? place : _("Pages"), -1);
  g_object_notify_by_pspec (G_OBJECT (self), place_property);
}

/**
 * unknot_summary_view_set_paper:
 * @paper: (nullable): the pages to show
 * @size: (nullable): of the sheets that they are laid out on
 *
 * Shows other pages, where those before were in sight.
 */
void
unknot_summary_view_set_paper (UnknotSummaryView  *self,
                               UnknotSummaryPaper *paper,
                               GtkPaperSize       *size)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_VIEW (self));

  if (!g_set_object (&self->paper, paper))
    return;

  self->n_pages = paper != NULL ? unknot_summary_paper_get_n_pages (paper) : 0;
  self->paper_width = paper != NULL ? gtk_paper_size_get_width (size, GTK_UNIT_POINTS) : 0;
  self->paper_height = paper != NULL ? gtk_paper_size_get_height (size, GTK_UNIT_POINTS) : 0;
  g_ptr_array_set_size (self->textures, 0);
  configure_both (self, get_scrolled (self, GTK_ORIENTATION_HORIZONTAL),
                  get_scrolled (self, GTK_ORIENTATION_VERTICAL));
  update_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * unknot_summary_view_set_locked:
 * @locked: whether the pages must not be drawn now, as something else uses them: those that were in
 *   sight stay
 */
void
unknot_summary_view_set_locked (UnknotSummaryView *self,
                                gboolean           locked)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_VIEW (self));

  if (self->is_locked == locked)
    return;
  self->is_locked = locked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * unknot_summary_view_dup_place:
 *
 * Returns: (transfer full): which page is in sight, of how many; empty where there is none
 */
char *
unknot_summary_view_dup_place (UnknotSummaryView *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_VIEW (self), NULL);

  if (self->n_pages == 0)
    return g_strdup ("");

  return g_strdup_printf (_("Page %u of %u"), get_page (self) + 1,
                          self->n_pages);
}

/**
 * unknot_summary_view_get_zoom:
 *
 * Returns: how wide a page is; 1 for as wide as there is room
 */
double
unknot_summary_view_get_zoom (UnknotSummaryView *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_VIEW (self), 1);

  return zooms[FIT + self->step];
}

/**
 * unknot_summary_view_can_zoom:
 * @step: 1 for larger, -1 for smaller
 */
gboolean
unknot_summary_view_can_zoom (UnknotSummaryView *self,
                              int                step)
{
  int place;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY_VIEW (self), FALSE);

  place = FIT + self->step + step;

  return place >= 0 && place < (int) G_N_ELEMENTS (zooms);
}

/**
 * unknot_summary_view_zoom:
 * @step: 1 for larger, -1 for smaller, 0 for as wide as there is room
 *
 * What is in the middle stays there.
 */
void
unknot_summary_view_zoom (UnknotSummaryView *self,
                          int                step)
{
  double width, height, x, y, factor;

  g_return_if_fail (UNKNOT_IS_SUMMARY_VIEW (self));

  if (step != 0 && !unknot_summary_view_can_zoom (self, step))
    return;

  width = gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
  height = gtk_widget_get_height (GTK_WIDGET (self)) / 2.0;
  x = get_scrolled (self, GTK_ORIENTATION_HORIZONTAL) + width;
  y = get_scrolled (self, GTK_ORIENTATION_VERTICAL) + height;
  factor = 1 / unknot_summary_view_get_zoom (self);
  self->step = step != 0 ? self->step + step : 0;
  factor *= unknot_summary_view_get_zoom (self);
  configure_both (self, x * factor - width, y * factor - height);
  update_place (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
