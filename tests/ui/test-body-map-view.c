/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-body-map-view.h"
#include "unknot-body-map.h"
#include "unknot-test-ui.h"

typedef struct
{
  GListStore *places;
  GtkWidget *view;
  GtkWindow *window;
  int activated; /* -1 for none */
} Fixture;

static void
activated_cb (Fixture *fixture,
              guint    region)
{
  fixture->activated = region;
}

/* @data: not %NULL where the arrows are used. They make an announcement, which a window that is on
 * the screen has no means for in a test. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->activated = -1;
  fixture->places = g_list_store_new (UNKNOT_TYPE_PLACE);
  fixture->view = unknot_body_map_view_new ();
  unknot_body_map_view_set_places (UNKNOT_BODY_MAP_VIEW (fixture->view),
                                   G_LIST_MODEL (fixture->places));
  g_signal_connect_swapped (fixture->view, "region-activated", G_CALLBACK (activated_cb), fixture);
  if (data != NULL)
    {
      fixture->window = GTK_WINDOW (gtk_window_new ());
      gtk_window_set_child (fixture->window, fixture->view);
    }
  else
    fixture->window = unknot_test_present (fixture->view);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->places);
}

static void
add_place (Fixture    *fixture,
           const char *area,
           const char *side,
           int         pain,
           const char *kind)
{
  g_autoptr (UnknotPlace) place = unknot_place_new (area, side, pain, kind, NULL);

  g_list_store_append (fixture->places, place);
}

static guint
get_region (Fixture *fixture)
{
  return unknot_body_map_view_get_region (UNKNOT_BODY_MAP_VIEW (fixture->view));
}

static void
assert_region (Fixture        *fixture,
               UnknotBodyFace  face,
               const char     *area,
               const char     *side)
{
  g_assert_cmpint (unknot_body_map_get_face (get_region (fixture)), ==, face);
  g_assert_cmpstr (unknot_body_map_get_area (get_region (fixture)), ==, area);
  g_assert_cmpstr (unknot_body_map_get_side (get_region (fixture)), ==, side);
}

static GtkEventController *
get_controller (GtkWidget *widget,
                GType      type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (g_type_is_a (G_OBJECT_TYPE (controller), type))
        return controller;
    }

  g_assert_not_reached ();
}

static void
click (Fixture *fixture,
       double   x,
       double   y)
{
  g_signal_emit_by_name (get_controller (fixture->view, GTK_TYPE_GESTURE_CLICK), "released", 1, x,
                         y);
}

static void
get_middle (Fixture *fixture,
            guint    region,
            double  *x,
            double  *y)
{
  unknot_body_map_get_middle (region, gtk_widget_get_width (fixture->view),
                              gtk_widget_get_height (fixture->view), x, y);
}

/* What it draws, as a screen would show it. */
static GBytes *
draw (GtkWidget *view)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GskRenderer *renderer = gtk_native_get_renderer (gtk_widget_get_native (view));
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (view),
                                               gtk_widget_get_height (view));
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  GdkTextureDownloader *downloader;
  GBytes *bytes;
  gsize stride;

  GTK_WIDGET_GET_CLASS (view)->snapshot (view, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (renderer, node, &bounds);
  downloader = gdk_texture_downloader_new (texture);
  bytes = gdk_texture_downloader_download_bytes (downloader, &stride);
  gdk_texture_downloader_free (downloader);

  return bytes;
}

static void
assert_description (Fixture    *fixture,
                    const char *description)
{
  gtk_test_accessible_assert_property (fixture->view, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       description);
}

static void
test_body_map_view_accessible (Fixture       *fixture,
                               gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->view, GTK_ACCESSIBLE_ROLE_GROUP);
  unknot_test_assert_label (fixture->view, "Body Map");
  assert_description (fixture, "At Back: Lower back, in the middle. No place chosen");

  add_place (fixture, "lower", "left", 7, "cramp");
  assert_description (fixture, "At Back: Lower back, in the middle. "
                               "Chosen: Lower back, left, pain 7 of 10, Cramp");
  unknot_body_map_view_set_region (UNKNOT_BODY_MAP_VIEW (fixture->view),
                                   unknot_body_map_find_place ("lower", "left"));
  add_place (fixture, "saddle", "midline", UNKNOT_PAIN_UNKNOWN, "numb");
  add_place (fixture, "elsewhere", NULL, 0, NULL);
  assert_description (fixture, "At Back: Lower back, left, chosen. "
                               "Chosen: Lower back, left, pain 7 of 10, Cramp; "
                               "Between the legs, Numb; Elsewhere, pain 0 of 10");

  unknot_body_map_view_set_places (UNKNOT_BODY_MAP_VIEW (fixture->view), NULL);
  g_assert_null (unknot_body_map_view_get_places (UNKNOT_BODY_MAP_VIEW (fixture->view)));
  assert_description (fixture, "At Back: Lower back, left. No place chosen");
}

static void
test_body_map_view_click (Fixture       *fixture,
                          gconstpointer  data)
{
  for (guint region = 0; region < unknot_body_map_get_n_regions (); region++)
    {
      double x, y;

      get_middle (fixture, region, &x, &y);
      click (fixture, x, y);
      g_assert_cmpint (fixture->activated, ==, region);
      g_assert_cmpuint (get_region (fixture), ==, region);
    }
  g_assert_true (unknot_test_get_focus (fixture->view) == fixture->view);

  fixture->activated = -1;
  click (fixture, 1, 1);
  g_assert_cmpint (fixture->activated, ==, -1);
}

static void
move (Fixture          *fixture,
      GtkDirectionType  direction)
{
  g_assert_true (gtk_widget_child_focus (fixture->view, direction));
  g_assert_true (unknot_test_get_focus (fixture->view) == fixture->view);
}

/* One stop for Tab. The arrows lead as one sees the body, in any language. */
static void
test_body_map_view_keys (Fixture       *fixture,
                         gconstpointer  data)
{
  gtk_window_set_focus (fixture->window, NULL);
  move (fixture, GTK_DIR_TAB_FORWARD);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "lower", "midline");
  gtk_widget_set_direction (fixture->view, GPOINTER_TO_INT (data));

  move (fixture, GTK_DIR_LEFT);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "lower", "left");
  move (fixture, GTK_DIR_RIGHT);
  move (fixture, GTK_DIR_RIGHT);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "lower", "right");
  move (fixture, GTK_DIR_UP);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "middle", "right");
  move (fixture, GTK_DIR_DOWN);
  move (fixture, GTK_DIR_DOWN);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "buttock", "right");
  move (fixture, GTK_DIR_DOWN);
  assert_region (fixture, UNKNOT_BODY_FACE_BACK, "thigh-back", "right");
  move (fixture, GTK_DIR_RIGHT);
  assert_region (fixture, UNKNOT_BODY_FACE_FRONT, "thigh-front", "right");
  move (fixture, GTK_DIR_RIGHT);
  assert_region (fixture, UNKNOT_BODY_FACE_FRONT, "thigh-front", "left");

  g_assert_true (gtk_widget_activate (fixture->view));
  g_assert_cmpint (fixture->activated, ==, get_region (fixture));
  g_assert_false (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_FORWARD));
  g_assert_false (gtk_widget_child_focus (fixture->view, GTK_DIR_TAB_BACKWARD));
}

/* The arrows lead from the first region to every other. */
static void
test_body_map_view_reach (Fixture       *fixture,
                          gconstpointer  data)
{
  static const GtkDirectionType directions[] = { GTK_DIR_UP, GTK_DIR_DOWN, GTK_DIR_LEFT,
                                                 GTK_DIR_RIGHT };
  guint n_regions = unknot_body_map_get_n_regions ();
  g_autoptr (GArray) reached = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree gboolean *seen = g_new0 (gboolean, n_regions);
  guint first;

  gtk_widget_grab_focus (fixture->view);
  first = get_region (fixture);
  g_array_append_val (reached, first);
  seen[first] = TRUE;
  for (guint i = 0; i < reached->len; i++)
    for (guint j = 0; j < G_N_ELEMENTS (directions); j++)
      {
        guint region;

        unknot_body_map_view_set_region (UNKNOT_BODY_MAP_VIEW (fixture->view),
                                         g_array_index (reached, guint, i));
        gtk_widget_child_focus (fixture->view, directions[j]);
        region = get_region (fixture);
        if (!seen[region])
          g_array_append_val (reached, region);
        seen[region] = TRUE;
      }
  g_assert_cmpuint (reached->len, ==, n_regions);
}

/* On a low screen the region is what is seen of the map. */
static void
test_body_map_view_scrolls (void)
{
  GtkWidget *view = unknot_body_map_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkAdjustment *adjustment;
  GtkWindow *window;

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  window = unknot_test_present (scrolled);
  gtk_window_set_default_size (window, 360, 240);
  unknot_test_wait (gtk_widget_get_height (scrolled) <= 240);
  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scrolled));
  gtk_adjustment_set_value (adjustment, 0);

  unknot_body_map_view_set_region (UNKNOT_BODY_MAP_VIEW (view),
                                   unknot_body_map_find_place ("foot", "left"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), >, 150);
  unknot_body_map_view_set_region (UNKNOT_BODY_MAP_VIEW (view),
                                   unknot_body_map_find_place ("neck", "left"));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), <, 100);
  unknot_test_close (window);
}

static void
assert_redraws (GBytes  **last,
                Fixture  *fixture)
{
  GBytes *now = draw (fixture->view);

  g_assert_false (g_bytes_equal (*last, now));
  g_bytes_unref (*last);
  *last = now;
}

static void
test_body_map_view_draws (Fixture       *fixture,
                          gconstpointer  data)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *motion = get_controller (fixture->view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  g_autoptr (GBytes) last = NULL;
  g_autoptr (GBytes) bare = NULL;
  double x, y;

  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  gtk_window_set_focus (fixture->window, NULL);
  last = draw (fixture->view);
  bare = g_bytes_ref (last);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_DARK);
  assert_redraws (&last, fixture);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_FORCE_LIGHT);
  assert_redraws (&last, fixture);
  g_assert_true (g_bytes_equal (last, bare));

  get_middle (fixture, 5, &x, &y);
  g_signal_emit_by_name (motion, "motion", x, y);
  assert_redraws (&last, fixture);
  g_signal_emit_by_name (motion, "leave");
  assert_redraws (&last, fixture);
  g_assert_true (g_bytes_equal (last, bare));

  add_place (fixture, "lower", "left", 5, NULL);
  assert_redraws (&last, fixture);
  gtk_widget_grab_focus (fixture->view);
  gtk_window_set_focus_visible (fixture->window, TRUE);
  assert_redraws (&last, fixture);
  unknot_body_map_view_set_region (UNKNOT_BODY_MAP_VIEW (fixture->view), 0);
  assert_redraws (&last, fixture);
  adw_style_manager_set_color_scheme (style, ADW_COLOR_SCHEME_DEFAULT);
}

static void
assert_cursor_title (Fixture    *fixture,
                     const char *expected)
{
  g_autofree char *title = NULL;

  g_object_get (fixture->view, "cursor-title", &title, NULL);
  g_assert_cmpstr (title, ==, expected);
}

/* What was used last says where one is: the pointer or the keyboard. */
static void
test_body_map_view_cursor_title (Fixture       *fixture,
                                 gconstpointer  data)
{
  GtkEventController *motion = get_controller (fixture->view, GTK_TYPE_EVENT_CONTROLLER_MOTION);
  int height;
  double x, y;

  gtk_widget_measure (fixture->view, GTK_ORIENTATION_VERTICAL, 400, &height, NULL, NULL, NULL);
  gtk_widget_allocate (fixture->view, 400, height, -1, NULL);
  gtk_window_set_focus (fixture->window, NULL);
  assert_cursor_title (fixture, "");
  gtk_widget_grab_focus (fixture->view);
  assert_cursor_title (fixture, "Lower back, in the middle");
  move (fixture, GTK_DIR_LEFT);
  assert_cursor_title (fixture, "Lower back, left");

  get_middle (fixture, unknot_body_map_find_place ("lower", "right"), &x, &y);
  g_signal_emit_by_name (motion, "motion", x, y);
  assert_cursor_title (fixture, "Lower back, right");
  move (fixture, GTK_DIR_RIGHT);
  assert_cursor_title (fixture, "Lower back, in the middle");
  /* The pointer rests. */
  g_signal_emit_by_name (motion, "motion", x, y);
  assert_cursor_title (fixture, "Lower back, in the middle");
  g_signal_emit_by_name (motion, "motion", x + 2, y);
  assert_cursor_title (fixture, "Lower back, right");
  g_signal_emit_by_name (motion, "leave");
  assert_cursor_title (fixture, "Lower back, in the middle");
  gtk_window_set_focus (fixture->window, NULL);
  assert_cursor_title (fixture, "");
}

/* Also after GTK took the ring away because no key was pressed for a while. */
static void
test_body_map_view_ring (Fixture       *fixture,
                         gconstpointer  data)
{
  gtk_widget_grab_focus (fixture->view);
  gtk_window_set_focus_visible (fixture->window, FALSE);
  move (fixture, GTK_DIR_LEFT);
  g_assert_true (gtk_window_get_focus_visible (fixture->window));
}

static void
test_body_map_view_size (Fixture       *fixture,
                         gconstpointer  data)
{
  int minimum, natural;

  gtk_widget_measure (fixture->view, GTK_ORIENTATION_VERTICAL, 336, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, >=, 336 / UNKNOT_BODY_MAP_ASPECT);
  g_assert_cmpint (natural, <, 336 / UNKNOT_BODY_MAP_ASPECT + 2);
  unknot_test_assert_narrow (fixture->view);
}

static void
add (const char    *path,
     gconstpointer  data,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, data, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/body-map-view/accessible", NULL, test_body_map_view_accessible);
  add ("/body-map-view/click", NULL, test_body_map_view_click);
  add ("/body-map-view/keys/left-to-right", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
       test_body_map_view_keys);
  add ("/body-map-view/keys/right-to-left", GINT_TO_POINTER (GTK_TEXT_DIR_RTL),
       test_body_map_view_keys);
  add ("/body-map-view/reach", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_body_map_view_reach);
  g_test_add_func ("/body-map-view/scrolls", test_body_map_view_scrolls);
  add ("/body-map-view/draws", NULL, test_body_map_view_draws);
  add ("/body-map-view/cursor-title", GINT_TO_POINTER (GTK_TEXT_DIR_LTR),
       test_body_map_view_cursor_title);
  add ("/body-map-view/ring", GINT_TO_POINTER (GTK_TEXT_DIR_LTR), test_body_map_view_ring);
  add ("/body-map-view/size", NULL, test_body_map_view_size);

  return g_test_run ();
}
