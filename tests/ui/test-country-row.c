/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-country-dialog.h"
#include "unknot-country-row.h"
#include "unknot-test-ui.h"

#define CHECK_COUNTRY "\nPlease check your country: it decides which number to call."

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
  fixture->row = g_object_ref_sink (g_object_new (UNKNOT_TYPE_COUNTRY_ROW, NULL));
  unknot_country_row_set_whereabouts (UNKNOT_COUNTRY_ROW (fixture->row), fixture->whereabouts);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->row);
  g_assert_finalize_object (fixture->whereabouts);
  g_assert_finalize_object (fixture->settings);
}

static void
assert_says (Fixture    *fixture,
             const char *subtitle)
{
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (fixture->row)), ==, subtitle);
}

static void
test_country_row_accessible (Fixture       *fixture,
                             gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->row)), ==,
                   "Country");
  g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (fixture->row)));
}

static void
test_country_row_says (Fixture       *fixture,
                       gconstpointer  data)
{
  assert_says (fixture, "United States: call 911.");
  g_settings_set_string (fixture->settings, "country", "CH");
  assert_says (fixture, "Switzerland: call 144. You can also call 112.");
}

/* In the tests' time zone, UTC, nobody can tell where the person is. Only the person decides: what is
 * merely shown is not written down as their choice. */
static void
test_country_row_asks (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *chosen = g_settings_get_string (fixture->settings, "country");

  g_assert_cmpstr (chosen, ==, "");
  assert_says (fixture, "Not known: call 112. 112 does not work in every country. If it does "
                        "not answer, call your local emergency number." CHECK_COUNTRY);

  /* “Another country” is a choice, too, and stays one. */
  unknot_whereabouts_set_number (fixture->whereabouts,
                                 unknot_whereabouts_get_number (fixture->whereabouts));
  g_assert_true (unknot_whereabouts_is_certain (fixture->whereabouts));
  assert_says (fixture, "Another country: call 112. 112 does not work in every country. If it does "
                        "not answer, call your local emergency number.");
}

static void
test_country_row_opens (Fixture       *fixture,
                        gconstpointer  data)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *list = gtk_list_box_new ();
  AdwDialog *dialog;

  gtk_list_box_append (GTK_LIST_BOX (list), fixture->row);
  adw_window_set_content (ADW_WINDOW (window), list);
  gtk_window_present (GTK_WINDOW (window));
  adw_action_row_activate (ADW_ACTION_ROW (fixture->row));
  dialog = adw_window_get_visible_dialog (ADW_WINDOW (window));
  g_assert_true (UNKNOT_IS_COUNTRY_DIALOG (dialog));
  g_assert_true (adw_dialog_close (dialog));
  unknot_test_close (GTK_WINDOW (window));
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
  add ("/country-row/says", "US", test_country_row_says);
  add ("/country-row/asks", "", test_country_row_asks);
  add ("/country-row/opens", "US", test_country_row_opens);

  return g_test_run ();
}
