/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-body-map-view.h"
#include "unknot-body-map.h"
#include "unknot-place-row.h"
#include "unknot-places-editor.h"
#include "unknot-test-ui.h"

typedef struct
{
  GListStore *places;
  GtkWidget *editor;
  GtkWidget *map;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->places = g_list_store_new (UNKNOT_TYPE_PLACE);
  fixture->editor = g_object_ref_sink (unknot_places_editor_new ());
  unknot_places_editor_set_places (UNKNOT_PLACES_EDITOR (fixture->editor), fixture->places);
  fixture->map = unknot_test_get (fixture->editor, UNKNOT_TYPE_BODY_MAP_VIEW, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->places);
}

static void
add_place (Fixture    *fixture,
           const char *area,
           const char *side,
           int         pain)
{
  g_autoptr (UnknotPlace) place = unknot_place_new (area, side, pain, "ache", NULL);

  g_list_store_append (fixture->places, place);
}

/* As a click on it, or a key. */
static void
activate (Fixture    *fixture,
          const char *area,
          const char *side)
{
  int region = unknot_body_map_find_place (area, side);

  g_assert_cmpint (region, >=, 0);
  g_signal_emit_by_name (fixture->map, "region-activated", region);
}

/* All places in a line, such as “lower left 7 cramp; neck midline -1 -”. */
static char *
dup_places (Fixture *fixture)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (fixture->places)); i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (G_LIST_MODEL (fixture->places), i);
      const char *side = unknot_place_get_side (place);
      const char *kind = unknot_place_get_kind (place);

      g_string_append_printf (text, "%s%s %s %d %s", i > 0 ? "; " : "",
                              unknot_place_get_area (place), side != NULL ? side : "-",
                              unknot_place_get_pain (place), kind != NULL ? kind : "-");
    }

  return g_string_free (text, FALSE);
}

#define assert_places(fixture, expected) \
  G_STMT_START \
  { \
    g_autofree char *places__ = dup_places (fixture); \
    g_assert_cmpstr (places__, ==, expected); \
  } \
  G_STMT_END

static UnknotPlaceRow *
get_row (Fixture *fixture,
         guint    position)
{
  GtkListBox *rows = GTK_LIST_BOX (unknot_test_get (fixture->editor, GTK_TYPE_LIST_BOX, "rows"));

  return UNKNOT_PLACE_ROW (gtk_list_box_get_row_at_index (rows, position));
}

/* Each place has its row, and in the same order. */
static void
assert_rows (Fixture *fixture)
{
  guint n_places = g_list_model_get_n_items (G_LIST_MODEL (fixture->places));

  g_assert_cmpuint (unknot_test_count (fixture->editor, UNKNOT_TYPE_PLACE_ROW), ==, n_places);
  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr (UnknotPlace) place = g_list_model_get_item (G_LIST_MODEL (fixture->places), i);

      g_assert_true (unknot_place_row_get_place (get_row (fixture, i)) == place);
    }
  g_assert_cmpint (gtk_widget_get_visible (unknot_test_get (fixture->editor, GTK_TYPE_LIST_BOX,
                                                            "rows")),
                   ==, n_places > 0);
}

static void
open_lists (Fixture *fixture)
{
  static const char *const lists[] = { "back_list", "front_list" };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    adw_expander_row_set_expanded (
      ADW_EXPANDER_ROW (unknot_test_get (fixture->editor, ADW_TYPE_EXPANDER_ROW, lists[i])), TRUE);
}

static GtkCheckButton *
get_check (Fixture    *fixture,
           const char *title)
{
  GtkWidget *row = unknot_test_get (fixture->editor, ADW_TYPE_ACTION_ROW, title);

  return GTK_CHECK_BUTTON (unknot_test_get (row, GTK_TYPE_CHECK_BUTTON, NULL));
}

static void
test_places_editor_map (Fixture       *fixture,
                        gconstpointer  data)
{
  activate (fixture, "lower", "left");
  assert_places (fixture, "lower left -1 -");
  unknot_places_editor_set_default_pain (UNKNOT_PLACES_EDITOR (fixture->editor), 6);
  g_assert_cmpint (
    unknot_places_editor_get_default_pain (UNKNOT_PLACES_EDITOR (fixture->editor)), ==, 6);
  activate (fixture, "saddle", "midline");
  assert_places (fixture, "lower left -1 -; saddle midline 6 -");
  assert_rows (fixture);

  activate (fixture, "lower", "left");
  assert_places (fixture, "saddle midline 6 -");
  assert_rows (fixture);
  activate (fixture, "saddle", "midline");
  assert_places (fixture, "");
  assert_rows (fixture);
}

/* An arm is on both sides of the body, and one place. */
static void
test_places_editor_seen_twice (Fixture       *fixture,
                               gconstpointer  data)
{
  int back = unknot_body_map_find_place ("arm", "left");
  int front = -1;

  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    if (unknot_body_map_get_face (i) == UNKNOT_BODY_FACE_FRONT &&
        g_str_equal (unknot_body_map_get_area (i), "arm") &&
        g_str_equal (unknot_body_map_get_side (i), "left"))
      front = i;

  g_signal_emit_by_name (fixture->map, "region-activated", back);
  assert_places (fixture, "arm left -1 -");
  g_signal_emit_by_name (fixture->map, "region-activated", front);
  assert_places (fixture, "");
}

static void
test_places_editor_rows (Fixture       *fixture,
                         gconstpointer  data)
{
  UnknotPlaceRow *row;
  GtkWidget *control;

  activate (fixture, "lower", "left");
  activate (fixture, "neck", "midline");
  row = get_row (fixture, 1);
  control = unknot_test_get (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, "pain_control");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), 4);
  assert_places (fixture, "lower left -1 -; neck midline 3 -");
  control = unknot_test_get (GTK_WIDGET (row), GTK_TYPE_DROP_DOWN, "kind_control");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), 1);
  assert_places (fixture, "lower left -1 -; neck midline 3 cramp");
  /* It is the same row still, with the focus if it had it. */
  g_assert_true (get_row (fixture, 1) == row);
  assert_rows (fixture);

  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_BUTTON,
                                      "remove_button"));
  assert_places (fixture, "neck midline 3 cramp");
  assert_rows (fixture);
}

/* Below the map stands where one is on it; nothing moves for that. */
static void
test_places_editor_cursor (Fixture       *fixture,
                           gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (fixture->editor);
  GtkWidget *label = unknot_test_get (fixture->editor, GTK_TYPE_LABEL, "cursor_label");
  int empty, full;

  gtk_window_set_focus (window, NULL);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "");
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 100, &empty, NULL, NULL, NULL);
  gtk_widget_grab_focus (fixture->map);
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (label)), ==, "Lower back, in the middle");
  gtk_widget_measure (label, GTK_ORIENTATION_VERTICAL, 100, &full, NULL, NULL, NULL);
  g_assert_cmpint (empty, >, 0);
  g_assert_cmpint (full, ==, empty);
  unknot_test_close (window);
}

/* The keyboard is never lost. */
static void
test_places_editor_focus (Fixture       *fixture,
                          gconstpointer  data)
{
  GtkWindow *window = unknot_test_present (fixture->editor);

  add_place (fixture, "upper", "left", 1);
  add_place (fixture, "middle", "left", 1);
  add_place (fixture, "lower", "left", 1);
  unknot_test_wait (gtk_widget_get_mapped (GTK_WIDGET (get_row (fixture, 2))));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, 1)), GTK_TYPE_BUTTON,
                                      "remove_button"));
  g_assert_true (unknot_test_get_focus (fixture->editor) == GTK_WIDGET (get_row (fixture, 1)));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, 1)), GTK_TYPE_BUTTON,
                                      "remove_button"));
  g_assert_true (unknot_test_get_focus (fixture->editor) == GTK_WIDGET (get_row (fixture, 0)));
  unknot_test_click (unknot_test_get (GTK_WIDGET (get_row (fixture, 0)), GTK_TYPE_BUTTON,
                                      "remove_button"));
  g_assert_true (unknot_test_get_focus (fixture->editor) == fixture->map);
  unknot_test_close (window);
}

/* Every region of the map can be chosen and left from the list, once, and each shows the other. */
static void
test_places_editor_list (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_listed = 0;

  open_lists (fixture);
  for (guint i = 0; i < unknot_body_map_get_n_regions (); i++)
    {
      const char *area = unknot_body_map_get_area (i);
      const char *side = unknot_body_map_get_side (i);
      g_autofree char *title = unknot_body_map_dup_title (area, side);
      g_autofree char *expected = g_strdup_printf ("%s %s -1 -", area, side);
      GtkCheckButton *check = get_check (fixture, title);

      if (unknot_body_map_find_place (area, side) != (int) i)
        continue;

      n_listed++;
      unknot_test_assert_label (check, title);
      unknot_test_click (GTK_WIDGET (check));
      assert_places (fixture, expected);
      g_assert_true (gtk_check_button_get_active (check));
      g_signal_emit_by_name (fixture->map, "region-activated", i);
      assert_places (fixture, "");
      g_assert_false (gtk_check_button_get_active (check));
      g_signal_emit_by_name (fixture->map, "region-activated", i);
      g_assert_true (gtk_check_button_get_active (check));
      unknot_test_click (GTK_WIDGET (check));
      assert_places (fixture, "");
    }
  g_assert_cmpuint (unknot_test_count (fixture->editor, GTK_TYPE_CHECK_BUTTON), ==, n_listed);

  /* Once is enough. */
  open_lists (fixture);
  g_assert_cmpuint (unknot_test_count (fixture->editor, GTK_TYPE_CHECK_BUTTON), ==, n_listed);
}

static void
test_places_editor_list_opened_late (Fixture       *fixture,
                                     gconstpointer  data)
{
  activate (fixture, "groin", "right");
  g_assert_cmpuint (unknot_test_count (fixture->editor, GTK_TYPE_CHECK_BUTTON), ==, 0);
  open_lists (fixture);
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "Groin, right")));
  g_assert_false (gtk_check_button_get_active (get_check (fixture, "Groin, left")));
}

/* What the map does not have stays, and can be edited. */
static void
test_places_editor_unknown_places (Fixture       *fixture,
                                   gconstpointer  data)
{
  GtkWidget *control;

  add_place (fixture, "one-leg", "left", 4);
  add_place (fixture, "elsewhere", NULL, UNKNOT_PAIN_UNKNOWN);
  add_place (fixture, "lower", NULL, 2);
  assert_rows (fixture);
  g_assert_nonnull (unknot_test_find (fixture->editor, GTK_TYPE_LABEL, "Leg, left"));
  g_assert_nonnull (unknot_test_find (fixture->editor, GTK_TYPE_LABEL, "Elsewhere"));

  activate (fixture, "lower", "left");
  activate (fixture, "lower", "left");
  assert_places (fixture, "one-leg left 4 ache; elsewhere - -1 ache; lower - 2 ache");
  control = unknot_test_get (GTK_WIDGET (get_row (fixture, 1)), GTK_TYPE_DROP_DOWN, "pain_control");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (control), 1);
  assert_places (fixture, "one-leg left 4 ache; elsewhere - 0 ache; lower - 2 ache");
}

/* Taking one side of both leaves the other as it was. */
static void
test_places_editor_both (Fixture       *fixture,
                         gconstpointer  data)
{
  open_lists (fixture);
  add_place (fixture, "lower", "both", 8);
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "Lower back, left")));
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "Lower back, right")));
  g_assert_false (
    gtk_check_button_get_active (get_check (fixture, "Lower back, in the middle")));

  activate (fixture, "lower", "left");
  assert_places (fixture, "lower right 8 ache");
  g_assert_false (gtk_check_button_get_active (get_check (fixture, "Lower back, left")));
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "Lower back, right")));
  assert_rows (fixture);
}

static void
test_places_editor_twice (Fixture       *fixture,
                          gconstpointer  data)
{
  add_place (fixture, "lower", "left", 8);
  add_place (fixture, "neck", "left", 1);
  add_place (fixture, "lower", "both", 3);
  activate (fixture, "lower", "left");
  assert_places (fixture, "neck left 1 ache; lower right 3 ache");
  assert_rows (fixture);
}

static void
test_places_editor_follows (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GListStore) other = g_list_store_new (UNKNOT_TYPE_PLACE);
  g_autoptr (UnknotPlace) place = unknot_place_new ("foot", "left", 1, NULL, NULL);

  add_place (fixture, "lower", "left", 8);
  add_place (fixture, "upper", "left", 8);
  open_lists (fixture);
  g_list_store_append (other, place);
  unknot_places_editor_set_places (UNKNOT_PLACES_EDITOR (fixture->editor), other);
  g_assert_true (unknot_places_editor_get_places (UNKNOT_PLACES_EDITOR (fixture->editor)) == other);
  g_assert_cmpuint (unknot_test_count (fixture->editor, UNKNOT_TYPE_PLACE_ROW), ==, 1);
  g_assert_true (gtk_check_button_get_active (get_check (fixture, "Foot, left")));
  g_assert_false (gtk_check_button_get_active (get_check (fixture, "Lower back, left")));
  gtk_test_accessible_assert_property (fixture->map, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "At Back: Lower back, in the middle. "
                                       "Chosen: Foot, left, pain 1 of 10");

  unknot_places_editor_set_places (UNKNOT_PLACES_EDITOR (fixture->editor), NULL);
  g_assert_cmpuint (unknot_test_count (fixture->editor, UNKNOT_TYPE_PLACE_ROW), ==, 0);
  activate (fixture, "lower", "right");
  assert_places (fixture, "lower left 8 ache; upper left 8 ache");
}

static void
test_places_editor_narrow (Fixture       *fixture,
                           gconstpointer  data)
{
  add_place (fixture, "thigh-front", "both", 10);
  add_place (fixture, "lower", "midline", UNKNOT_PAIN_UNKNOWN);
  open_lists (fixture);
  unknot_test_assert_narrow (fixture->editor);
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);
  unknot_test_get_application ();

  add ("/places-editor/map", test_places_editor_map);
  add ("/places-editor/seen-twice", test_places_editor_seen_twice);
  add ("/places-editor/rows", test_places_editor_rows);
  add ("/places-editor/cursor", test_places_editor_cursor);
  add ("/places-editor/focus", test_places_editor_focus);
  add ("/places-editor/list", test_places_editor_list);
  add ("/places-editor/list-opened-late", test_places_editor_list_opened_late);
  add ("/places-editor/unknown-places", test_places_editor_unknown_places);
  add ("/places-editor/both", test_places_editor_both);
  add ("/places-editor/twice", test_places_editor_twice);
  add ("/places-editor/follows", test_places_editor_follows);
  add ("/places-editor/narrow", test_places_editor_narrow);

  return g_test_run ();
}
