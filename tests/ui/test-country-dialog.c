/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-country-dialog.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotWhereabouts *whereabouts;
  GtkWidget *dialog;
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->whereabouts = unknot_test_new_whereabouts ("US");
  fixture->dialog = GTK_WIDGET (unknot_country_dialog_new (fixture->whereabouts));
  g_object_add_weak_pointer (G_OBJECT (fixture->dialog), (gpointer *) &fixture->dialog);
  fixture->window = adw_window_new ();
  gtk_window_present (GTK_WINDOW (fixture->window));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (GTK_WINDOW (fixture->window));
  g_assert_null (fixture->dialog);
  g_assert_finalize_object (fixture->whereabouts);
}

static void
search (Fixture    *fixture,
        const char *text)
{
  GtkWidget *entry = unknot_test_get (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "search-changed");
}

static const char *
get_number (Fixture *fixture)
{
  return unknot_emergency_number_get_number (unknot_whereabouts_get_number (fixture->whereabouts));
}

static void
test_country_dialog_accessible (Fixture       *fixture,
                                gconstpointer  data)
{
  GtkWidget *entry = unknot_test_get (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL);
  GtkWidget *list = unknot_test_get (fixture->dialog, GTK_TYPE_LIST_BOX, NULL);
  GtkWidget *row = unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "United States");
  GtkWidget *other = unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "Norway");

  unknot_test_assert_label (entry, "Search countries");
  unknot_test_assert_label (list, "Countries");
  gtk_test_accessible_assert_role (list, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  unknot_test_assert_label (unknot_test_get (row, GTK_TYPE_IMAGE, "chosen"), "Chosen");
  g_assert_true (unknot_test_is_shown (row, GTK_TYPE_LABEL, "911"));
  g_assert_null (unknot_test_find (other, GTK_TYPE_IMAGE, "chosen"));
}

static void
test_country_dialog_search (Fixture       *fixture,
                            gconstpointer  data)
{
  search (fixture, "kingdom");
  g_assert_cmpuint (unknot_test_count (fixture->dialog, ADW_TYPE_ACTION_ROW), ==, 1);
  unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "United Kingdom");

  search (fixture, "atlantis");
  g_assert_cmpuint (unknot_test_count (fixture->dialog, ADW_TYPE_ACTION_ROW), ==, 0);
  g_assert_true (unknot_test_is_shown (fixture->dialog, GTK_TYPE_LABEL,
                                       "No country of that name is listed. Clear the search, and "
                                       "choose “Another country” at the end."));
}

static void
test_country_dialog_choose (Fixture       *fixture,
                            gconstpointer  data)
{
  gtk_widget_activate (unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "Norway"));
  g_assert_cmpstr (get_number (fixture), ==, "113");
  unknot_test_wait (fixture->dialog == NULL);
}

/* Enter takes the one that was found, and none of several. */
static void
test_country_dialog_enter (Fixture       *fixture,
                           gconstpointer  data)
{
  search (fixture, "atlantis");
  g_signal_emit_by_name (unknot_test_get (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpstr (get_number (fixture), ==, "911");

  search (fixture, "uk");
  g_signal_emit_by_name (unknot_test_get (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpstr (get_number (fixture), ==, "911");
  unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "United Kingdom");
  unknot_test_get (fixture->dialog, ADW_TYPE_ACTION_ROW, "Ukraine");

  search (fixture, "new zea");
  g_signal_emit_by_name (unknot_test_get (fixture->dialog, GTK_TYPE_SEARCH_ENTRY, NULL), "activate");
  g_assert_cmpstr (get_number (fixture), ==, "111");
  unknot_test_wait (fixture->dialog == NULL);
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add ("/country-dialog/accessible", Fixture, NULL, set_up, test_country_dialog_accessible,
              tear_down);
  g_test_add ("/country-dialog/search", Fixture, NULL, set_up, test_country_dialog_search,
              tear_down);
  g_test_add ("/country-dialog/choose", Fixture, NULL, set_up, test_country_dialog_choose,
              tear_down);
  g_test_add ("/country-dialog/enter", Fixture, NULL, set_up, test_country_dialog_enter, tear_down);

  return g_test_run ();
}
