/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-country-row.h"
#include "unknot-test-ui.h"

typedef struct
{
  GSettings *settings;
  UnknotWhereabouts *whereabouts;
  GtkWidget *row;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->settings = unknot_test_new_settings ("");
  fixture->whereabouts = unknot_test_new_whereabouts (data);
  fixture->row = g_object_ref_sink (unknot_country_row_new (fixture->whereabouts));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->whereabouts);
  g_assert_finalize_object (fixture->settings);
}

static guint
find_country (Fixture    *fixture,
              const char *country)
{
  GListModel *numbers = adw_combo_row_get_model (ADW_COMBO_ROW (fixture->row));

  for (guint i = 0; i < g_list_model_get_n_items (numbers); i++)
    {
      g_autoptr (UnknotEmergencyNumber) number = g_list_model_get_item (numbers, i);

      if (g_str_equal (unknot_emergency_number_get_country (number), country))
        return i;
    }

  g_assert_not_reached ();
}

static void
assert_shows (Fixture    *fixture,
              const char *country,
              const char *subtitle)
{
  AdwComboRow *row = ADW_COMBO_ROW (fixture->row);

  g_assert_cmpstr (unknot_emergency_number_get_country (adw_combo_row_get_selected_item (row)), ==,
                   country);
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==, subtitle);
}

static void
test_country_row_accessible (Fixture       *fixture,
                             gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->row, GTK_ACCESSIBLE_ROLE_COMBO_BOX);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->row)), ==,
                   "Country");
  g_assert_true (adw_combo_row_get_enable_search (ADW_COMBO_ROW (fixture->row)));
}

static void
test_country_row_shows (Fixture       *fixture,
                        gconstpointer  data)
{
  assert_shows (fixture, "US", "Emergency number: 911");
  g_settings_set_string (fixture->settings, "country", "CH");
  assert_shows (fixture, "CH", "Emergency number: 144. You can also call 112.");
}

static void
test_country_row_choose (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *chosen = NULL;

  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture->row), find_country (fixture, "GB"));
  chosen = g_settings_get_string (fixture->settings, "country");
  g_assert_cmpstr (chosen, ==, "GB");
  assert_shows (fixture, "GB", "Emergency number: 999. You can also call 112.");
}

/* “Another country” is a choice, too, and stays one. */
static void
test_country_row_choose_other (Fixture       *fixture,
                               gconstpointer  data)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (fixture->row), find_country (fixture, ""));
  assert_shows (fixture, "", "Emergency number: 112. 112 does not work in every country. If it does "
                             "not answer, call your local emergency number.");
  g_assert_true (unknot_whereabouts_is_certain (fixture->whereabouts));
}

/* Only the person decides: what is merely shown is not written down as their choice. */
static void
test_country_row_only_shows (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autofree char *chosen = g_settings_get_string (fixture->settings, "country");

  g_assert_cmpstr (chosen, ==, "");
  assert_shows (fixture, "", "Emergency number: 112. 112 does not work in every country. If it does "
                             "not answer, call your local emergency number.");
}

static void
add (const char *path,
     const char *country,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, country, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  add ("/country-row/accessible", "US", test_country_row_accessible);
  add ("/country-row/shows", "US", test_country_row_shows);
  add ("/country-row/choose", "US", test_country_row_choose);
  add ("/country-row/choose-other", "US", test_country_row_choose_other);
  add ("/country-row/only-shows", "", test_country_row_only_shows);

  return g_test_run ();
}
