/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-chart-view"

#include "config.h"

#include "unknot-chart-view.h"

#include "unknot-drawn-widget.h"

#include <glib/gi18n.h>
#include <math.h>

#define MIN_WIDTH 280
#define NATURAL_WIDTH 640

/* Above and below a datum that is scrolled to. */
#define REACH 24

/* From one week of a calendar to the next. */
#define DAYS_IN_WEEK 7

/**
 * UnknotChartView:
 *
 * A chart of a history. It is one stop for Tab; the arrows lead from datum to datum, and the
 * pointer or a finger shows any of them.
 */
struct _UnknotChartView
{
  GtkWidget parent_instance;

  UnknotHistoryChart *chart; /* nullable */
  int hovered; /* -1 for none, or where the keyboard was used after the pointer */
  int chosen;  /* by the keyboard or a click; -1 for none */
  int start;   /* what is shown where none is chosen; -1 for none */
  graphene_point_t pointer; /* in the window */
  int width;   /* that the data are of */
};

G_DEFINE_FINAL_TYPE (UnknotChartView, unknot_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_VALUE = 1,
  PROP_DAY,
  N_PROPS,
};

enum
{
  ACTIVATE,
  DAY_ACTIVATED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static UnknotChart
get_place (UnknotChartView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  return (UnknotChart) { gtk_widget_get_pango_context (widget), gtk_widget_get_width (widget),
                         gtk_widget_get_height (widget) };
}

/* There is always something to read. */
static int
get_cursor (UnknotChartView *self)
{
  if (self->hovered >= 0)
    return self->hovered;

  return self->chosen >= 0 ? self->chosen : self->start;
}

static void
find_start (UnknotChartView *self)
{
  UnknotChart place = get_place (self);

  self->start = self->chart != NULL ? unknot_history_chart_get_start (self->chart, &place) : -1;
}

static char *
dup_value_of (UnknotChartView *self,
              int              datum)
{
  UnknotChart place = get_place (self);

  return self->chart != NULL ? unknot_history_chart_dup_value (self->chart, &place, datum) : NULL;
}

static void
describe (UnknotChartView *self)
{
  g_autofree char *summary =
    self->chart != NULL ? unknot_history_chart_dup_summary (self->chart) : g_strdup ("");
  g_autofree char *value = dup_value_of (self, self->chosen);
  g_autofree char *description =
    value != NULL
      /* Translators: where the keyboard is in a chart, and sentences that say what that shows */
      ? g_strdup_printf (_("At %s. %s"), value, summary)
      : g_strdup (summary);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  description, -1);
}

static void
notify_cursor (UnknotChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAY]);
}

static gboolean
notify_cursor_cb (GtkWidget     *widget,
                  GdkFrameClock *frame_clock,
                  gpointer       user_data)
{
  notify_cursor (UNKNOT_CHART_VIEW (widget));

  return G_SOURCE_REMOVE;
}

static void
set_hovered (UnknotChartView *self,
             int              datum)
{
  if (self->hovered == datum)
    return;

  self->hovered = datum;
  notify_cursor (self);
}

static void
choose (UnknotChartView *self,
        int              datum)
{
  self->hovered = -1;
  self->chosen = datum;
  describe (self);
  notify_cursor (self);
}

static void
announce (UnknotChartView *self)
{
  g_autofree char *value = dup_value_of (self, self->chosen);

  if (value != NULL)
    gtk_accessible_announce (GTK_ACCESSIBLE (self), value,
                             GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static gboolean
get_rectangle (UnknotChartView   *self,
               int                datum,
               cairo_rectangle_t *rectangle)
{
  UnknotChart place = get_place (self);

  return self->chart != NULL &&
         unknot_history_chart_get_rectangle (self->chart, &place, datum, rectangle);
}

static int
get_n_data (UnknotChartView *self)
{
  UnknotChart place = get_place (self);

  return self->chart != NULL ? unknot_history_chart_get_n_data (self->chart, &place) : 0;
}

/* The chart may be higher than what is seen of it. */
static void
scroll_to_chosen (UnknotChartView *self)
{
  GtkWidget *viewport = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_VIEWPORT);
  cairo_rectangle_t box;
  graphene_point_t top, point;

  if (viewport == NULL || !get_rectangle (self, self->chosen, &box))
    return;

  top = GRAPHENE_POINT_INIT (box.x, box.y);
  if (gtk_widget_compute_point (GTK_WIDGET (self), gtk_viewport_get_child (GTK_VIEWPORT (viewport)),
                                &top, &point))
    gtk_adjustment_clamp_page (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (viewport)),
                               point.y - REACH, point.y + box.height + REACH);
}

static void
go_to (UnknotChartView *self,
       int              datum)
{
  unknot_drawn_widget_show_ring (GTK_WIDGET (self));
  choose (self, datum);
  scroll_to_chosen (self);
  announce (self);
}

/* Where there is nothing further on, one stays. */
static void
step (UnknotChartView *self,
      int              from,
      int              by)
{
  UnknotChart place = get_place (self);
  int datum = self->chart != NULL ? unknot_history_chart_step (self->chart, &place, from, by) : -1;

  if (datum >= 0)
    go_to (self, datum);
}

/* How far a key leads; 0 where it does not lead anywhere in the chart. */
static int
get_step (UnknotChartView  *self,
          GtkDirectionType  direction)
{
  gboolean is_turned = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int along = direction == GTK_DIR_LEFT ? -1 : direction == GTK_DIR_RIGHT ? 1 : 0;
  int down = direction == GTK_DIR_UP ? -1 : direction == GTK_DIR_DOWN ? 1 : 0;

  if (self->chart == NULL)
    return 0;

  switch (unknot_history_chart_get_aspect (self->chart))
    {
    case UNKNOT_HISTORY_CALENDAR:
      return down + DAYS_IN_WEEK * (is_turned ? -along : along);
    case UNKNOT_HISTORY_PAIN:
    case UNKNOT_HISTORY_WEEKS:
    case UNKNOT_HISTORY_HOURS:
    case UNKNOT_HISTORY_WEEKDAYS:
    case UNKNOT_HISTORY_FUNCTION:
      return is_turned ? -along : along;
    case UNKNOT_HISTORY_TRIGGERS:
    case UNKNOT_HISTORY_RELIEFS:
      return down;
    case UNKNOT_HISTORY_PLACES:
      return down + (is_turned ? -along : along);
    case UNKNOT_HISTORY_N_ASPECTS:
    default:
      g_assert_not_reached ();
    }
}

static int
find (UnknotChartView *self,
      double           x,
      double           y)
{
  UnknotChart place = get_place (self);

  return self->chart != NULL ? unknot_history_chart_find (self->chart, &place, x, y) : -1;
}

static void
released_cb (UnknotChartView *self,
             int              n_presses,
             double           x,
             double           y)
{
  int datum = find (self, x, y);

  if (datum < 0)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  choose (self, datum);
}

static void
motion_cb (UnknotChartView *self,
           double           x,
           double           y)
{
  if (unknot_drawn_widget_has_pointer_moved (GTK_WIDGET (self), x, y, &self->pointer))
    set_hovered (self, find (self, x, y));
}

static void
leave_cb (UnknotChartView *self)
{
  self->pointer = GRAPHENE_POINT_INIT (-1, -1);
  set_hovered (self, -1);
}

static gboolean
go_home_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  step (UNKNOT_CHART_VIEW (widget), -1, 1);

  return TRUE;
}

static gboolean
go_to_end_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   user_data)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);

  step (self, get_n_data (self), -1);

  return TRUE;
}

static gboolean
unknot_chart_view_grab_focus (GtkWidget *widget)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);

  if (self->chosen < 0)
    choose (self, get_cursor (self));

  return GTK_WIDGET_CLASS (unknot_chart_view_parent_class)->grab_focus (widget);
}

static gboolean
unknot_chart_view_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);
  int by;

  if (!gtk_widget_is_focus (widget))
    return gtk_widget_grab_focus (widget);

  by = get_step (self, direction);
  if (by == 0)
    return FALSE;
  step (self, self->chosen, by);

  return TRUE;
}

static void
unknot_chart_view_state_flags_changed (GtkWidget     *widget,
                                       GtkStateFlags  previous)
{
  gtk_widget_queue_draw (widget);

  GTK_WIDGET_CLASS (unknot_chart_view_parent_class)->state_flags_changed (widget, previous);
}

static GtkSizeRequestMode
unknot_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
unknot_chart_view_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);
  UnknotChart place = { gtk_widget_get_pango_context (widget),
                        for_size < 0 ? NATURAL_WIDTH : for_size };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
    }
  else
    *minimum = *natural =
      self->chart != NULL ? ceil (unknot_history_chart_get_height (self->chart, &place)) : 0;
}

/* In another width, other days may be one datum. What says which is not laid out anew while this
 * is. */
static void
unknot_chart_view_size_allocate (GtkWidget *widget,
                                 int        width,
                                 int        height,
                                 int        baseline)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);
  cairo_rectangle_t box;

  if (width == self->width)
    return;

  self->width = width;
  self->hovered = -1;
  if (!get_rectangle (self, self->chosen, &box))
    self->chosen = -1;
  find_start (self);
  gtk_widget_add_tick_callback (widget, notify_cursor_cb, NULL, NULL);
}

static void
unknot_chart_view_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (widget);
  UnknotChart place = get_place (self);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, place.width, place.height);
  gboolean ring = gtk_widget_has_visible_focus (widget);
  cairo_t *cr;

  if (self->chart == NULL)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  unknot_history_chart_draw (self->chart, &place, cr,
                             unknot_drawn_widget_get_ink (widget), get_cursor (self), ring ? self->chosen : -1);
  cairo_destroy (cr);
}

static void
unknot_chart_view_activate (UnknotChartView *self)
{
  int day = unknot_chart_view_get_day (self);

  if (day != 0)
    g_signal_emit (self, signals[DAY_ACTIVATED], 0, day);
}

static void
unknot_chart_view_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotChartView *self = UNKNOT_CHART_VIEW (object);

  switch (prop_id)
    {
    case PROP_VALUE:
      g_value_take_string (value, unknot_chart_view_dup_value (self));
      break;
    case PROP_DAY:
      g_value_set_int (value, unknot_chart_view_get_day (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_chart_view_dispose (GObject *object)
{
  g_clear_object (&UNKNOT_CHART_VIEW (object)->chart);

  G_OBJECT_CLASS (unknot_chart_view_parent_class)->dispose (object);
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  unknot_drawn_widget_install_activate_keys (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, go_home_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Home, 0, go_home_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, go_to_end_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_End, 0, go_to_end_cb, NULL);
}

static void
unknot_chart_view_class_init (UnknotChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = unknot_chart_view_get_property;
  object_class->dispose = unknot_chart_view_dispose;
  widget_class->grab_focus = unknot_chart_view_grab_focus;
  widget_class->focus = unknot_chart_view_focus;
  widget_class->state_flags_changed = unknot_chart_view_state_flags_changed;
  widget_class->get_request_mode = unknot_chart_view_get_request_mode;
  widget_class->measure = unknot_chart_view_measure;
  widget_class->size_allocate = unknot_chart_view_size_allocate;
  widget_class->snapshot = unknot_chart_view_snapshot;

  /**
   * UnknotChartView:value:
   *
   * What the datum shows that the pointer is over, or else the one that was chosen last, or the one
   * to begin with; empty without a chart.
   */
  properties[PROP_VALUE] =
    g_param_spec_string ("value", NULL, NULL, "",
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotChartView:day:
   *
   * The day that this datum shows, yyyymmdd, where it is one of which there is an entry; else 0.
   */
  properties[PROP_DAY] =
    g_param_spec_int ("day", NULL, NULL, 0, G_MAXINT, 0,
                      G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * UnknotChartView::activate:
   *
   * A key asks for the entries of the day that was chosen.
   */
  signals[ACTIVATE] =
    g_signal_new_class_handler ("activate", G_TYPE_FROM_CLASS (klass),
                                G_SIGNAL_RUN_LAST | G_SIGNAL_ACTION,
                                G_CALLBACK (unknot_chart_view_activate), NULL, NULL, NULL,
                                G_TYPE_NONE, 0);

  /**
   * UnknotChartView::day-activated:
   * @day: a local day, yyyymmdd
   *
   * The person asks for the entries of a day.
   */
  signals[DAY_ACTIVATED] =
    g_signal_new ("day-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                  NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  install_keys (widget_class);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATE]);
  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
unknot_chart_view_init (UnknotChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->hovered = self->chosen = self->start = -1;
  self->pointer = GRAPHENE_POINT_INIT (-1, -1);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  unknot_drawn_widget_follow_ink (GTK_WIDGET (self));
}

GtkWidget *
unknot_chart_view_new (void)
{
  return g_object_new (UNKNOT_TYPE_CHART_VIEW, NULL);
}

/**
 * unknot_chart_view_get_chart:
 *
 * Returns: (transfer none) (nullable): what is drawn
 */
UnknotHistoryChart *
unknot_chart_view_get_chart (UnknotChartView *self)
{
  g_return_val_if_fail (UNKNOT_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * unknot_chart_view_set_chart:
 * @chart: (nullable): what is drawn: there is enough for it
 */
void
unknot_chart_view_set_chart (UnknotChartView    *self,
                             UnknotHistoryChart *chart)
{
  g_return_if_fail (UNKNOT_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || UNKNOT_IS_HISTORY_CHART (chart));

  if (!g_set_object (&self->chart, chart))
    return;

  if (chart != NULL)
    gtk_accessible_update_property (
      GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
      unknot_history_text_get_title (unknot_history_chart_get_aspect (chart)), -1);
  find_start (self);
  choose (self, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * unknot_chart_view_dup_value:
 *
 * Returns: (transfer full): #UnknotChartView:value
 */
char *
unknot_chart_view_dup_value (UnknotChartView *self)
{
  char *value;

  g_return_val_if_fail (UNKNOT_IS_CHART_VIEW (self), NULL);

  value = dup_value_of (self, get_cursor (self));

  return value != NULL ? value : g_strdup ("");
}

/**
 * unknot_chart_view_get_day:
 *
 * Returns: #UnknotChartView:day
 */
int
unknot_chart_view_get_day (UnknotChartView *self)
{
  UnknotChart place;

  g_return_val_if_fail (UNKNOT_IS_CHART_VIEW (self), 0);

  place = get_place (self);

  return self->chart != NULL
           ? unknot_history_chart_get_day (self->chart, &place, get_cursor (self))
           : 0;
}
