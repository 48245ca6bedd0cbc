/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-place-row.h"
#include "unknot-test-ui.h"

typedef struct
{
  GtkWidget *row;
  GtkDropDown *pain_control;
  GtkDropDown *kind_control;
  UnknotPlace *edited; /* the last; nullable */
  guint n_removed;
} Fixture;

static void
edited_cb (Fixture     *fixture,
           UnknotPlace *place)
{
  g_set_object (&fixture->edited, place);
}

static void
removed_cb (Fixture *fixture)
{
  fixture->n_removed++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (UnknotPlace) place = unknot_place_new ("lower", "left", 7, "cramp", NULL);

  fixture->row = g_object_ref_sink (unknot_place_row_new (place));
  fixture->pain_control =
    GTK_DROP_DOWN (unknot_test_get (fixture->row, GTK_TYPE_DROP_DOWN, "pain_control"));
  fixture->kind_control =
    GTK_DROP_DOWN (unknot_test_get (fixture->row, GTK_TYPE_DROP_DOWN, "kind_control"));
  g_signal_connect_swapped (fixture->row, "edited", G_CALLBACK (edited_cb), fixture);
  g_signal_connect_swapped (fixture->row, "removed", G_CALLBACK (removed_cb), fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->edited);
  g_assert_finalize_object (fixture->row);
}

static const char *
get_selected (GtkDropDown *control)
{
  return gtk_string_object_get_string (gtk_drop_down_get_selected_item (control));
}

static void
test_place_row_shows (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotPlace) other =
    unknot_place_new ("hip", "both", UNKNOT_PAIN_UNKNOWN, NULL, NULL);

  g_assert_nonnull (unknot_test_find (fixture->row, GTK_TYPE_LABEL, "Lower back, left"));
  g_assert_cmpstr (get_selected (fixture->pain_control), ==, "7");
  g_assert_cmpstr (get_selected (fixture->kind_control), ==, "Cramp");

  unknot_place_row_set_place (UNKNOT_PLACE_ROW (fixture->row), other);
  g_assert_true (unknot_place_row_get_place (UNKNOT_PLACE_ROW (fixture->row)) == other);
  g_assert_nonnull (unknot_test_find (fixture->row, GTK_TYPE_LABEL, "Hip, both sides"));
  g_assert_cmpstr (get_selected (fixture->pain_control), ==, "Not said");
  g_assert_cmpstr (get_selected (fixture->kind_control), ==, "Not said");
  /* Showing is not editing. */
  g_assert_null (fixture->edited);
}

static void
test_place_row_accessible (Fixture       *fixture,
                           gconstpointer  data)
{
  unknot_test_assert_label (fixture->row, "Lower back, left");
  unknot_test_assert_label (fixture->pain_control, "Pain: Lower back, left");
  unknot_test_assert_label (fixture->kind_control, "Feels like: Lower back, left");
  unknot_test_assert_label (unknot_test_get (fixture->row, GTK_TYPE_BUTTON, "remove_button"),
                            "Remove: Lower back, left");
}

/* Every number and every kind, and neither. */
static void
test_place_row_edits (Fixture       *fixture,
                      gconstpointer  data)
{
  const char * const *kinds = unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_FEEL);

  for (int pain = UNKNOT_PAIN_UNKNOWN; pain <= UNKNOT_PAIN_MAX; pain++)
    {
      gtk_drop_down_set_selected (fixture->pain_control, pain + 1);
      if (pain == 7)
        continue; /* it was so */
      g_assert_cmpint (unknot_place_get_pain (fixture->edited), ==, pain);
      g_assert_cmpstr (unknot_place_get_area (fixture->edited), ==, "lower");
      g_assert_cmpstr (unknot_place_get_side (fixture->edited), ==, "left");
      g_assert_cmpstr (unknot_place_get_kind (fixture->edited), ==, "cramp");
    }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (fixture->pain_control)), ==,
                    UNKNOT_PAIN_MAX + 2);

  unknot_place_row_set_place (UNKNOT_PLACE_ROW (fixture->row), fixture->edited);
  for (guint i = 1; kinds[i] != NULL; i++)
    {
      gtk_drop_down_set_selected (fixture->kind_control, i + 1);
      g_assert_cmpstr (unknot_place_get_kind (fixture->edited), ==, kinds[i]);
      g_assert_cmpint (unknot_place_get_pain (fixture->edited), ==, UNKNOT_PAIN_MAX);
    }
  gtk_drop_down_set_selected (fixture->kind_control, 0);
  g_assert_null (unknot_place_get_kind (fixture->edited));
}

static void
test_place_row_removed (Fixture       *fixture,
                        gconstpointer  data)
{
  unknot_test_click (unknot_test_get (fixture->row, GTK_TYPE_BUTTON, "remove_button"));
  g_assert_cmpuint (fixture->n_removed, ==, 1);
  g_assert_null (fixture->edited);
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

  add ("/place-row/shows", test_place_row_shows);
  add ("/place-row/accessible", test_place_row_accessible);
  add ("/place-row/edits", test_place_row_edits);
  add ("/place-row/removed", test_place_row_removed);

  return g_test_run ();
}
