/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-day-row.h"
#include "unknot-filter-dialog.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, in UTC. */

typedef struct
{
  UnknotClock *clock;
  UnknotFilterDialog *dialog;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->window = unknot_test_present_adwaita (gtk_label_new (NULL));
  fixture->dialog = UNKNOT_FILTER_DIALOG (unknot_filter_dialog_new (fixture->clock));
  adw_dialog_present (ADW_DIALOG (fixture->dialog), GTK_WIDGET (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->clock);
}

static gpointer
get (Fixture    *fixture,
     const char *name)
{
  return unknot_test_get (GTK_WIDGET (fixture->dialog), GTK_TYPE_LIST_BOX_ROW, name);
}

static UnknotEntryFilter *
get_filter (Fixture *fixture)
{
  return unknot_filter_dialog_get_filter (fixture->dialog);
}

/* The last of a row's choices. */
static const char *
choose_last (Fixture    *fixture,
             const char *name)
{
  AdwComboRow *row = get (fixture, name);
  GListModel *titles = adw_combo_row_get_model (row);

  adw_combo_row_set_selected (row, g_list_model_get_n_items (titles) - 1);

  return gtk_string_list_get_string (GTK_STRING_LIST (titles), adw_combo_row_get_selected (row));
}

static const char *
get_last (UnknotVocabulary vocabulary)
{
  const char *const *codes = unknot_vocabulary_get_codes (vocabulary);

  return codes[g_strv_length ((GStrv) codes) - 1];
}

/* What is chosen holds at once. */
static void
test_filter_dialog_choices (Fixture       *fixture,
                            gconstpointer  data)
{
  g_assert_true (unknot_entry_filter_is_empty (get_filter (fixture)));

  g_assert_cmpstr (choose_last (fixture, "area_row"), ==,
                   unknot_vocabulary_get_title (UNKNOT_VOCABULARY_AREA,
                                                get_last (UNKNOT_VOCABULARY_AREA)));
  g_assert_cmpstr (unknot_entry_filter_get_area (get_filter (fixture)), ==,
                   get_last (UNKNOT_VOCABULARY_AREA));

  choose_last (fixture, "trigger_row");
  g_assert_cmpstr (unknot_entry_filter_get_trigger (get_filter (fixture)), ==,
                   get_last (UNKNOT_VOCABULARY_TRIGGER));

  /* What can be taken comes after what can be done. */
  adw_combo_row_set_selected (get (fixture, "treatment_row"), 1);
  g_assert_cmpint (unknot_entry_filter_get_treatment_kind (get_filter (fixture)), ==,
                   UNKNOT_TREATMENT_MEASURE);
  g_assert_cmpstr (unknot_entry_filter_get_treatment (get_filter (fixture)), ==,
                   unknot_vocabulary_get_codes (UNKNOT_VOCABULARY_MEASURE)[0]);
  g_assert_cmpstr (choose_last (fixture, "treatment_row"), ==,
                   unknot_vocabulary_get_title (UNKNOT_VOCABULARY_INGREDIENT,
                                                get_last (UNKNOT_VOCABULARY_INGREDIENT)));
  g_assert_cmpint (unknot_entry_filter_get_treatment_kind (get_filter (fixture)), ==,
                   UNKNOT_TREATMENT_INGREDIENT);
  g_assert_cmpstr (unknot_entry_filter_get_treatment (get_filter (fixture)), ==,
                   get_last (UNKNOT_VOCABULARY_INGREDIENT));

  adw_switch_row_set_active (get (fixture, "spasms_row"), TRUE);
  g_assert_true (unknot_entry_filter_is_spasms_only (get_filter (fixture)));
}

/* No order of choosing leaves a filter that nothing can match. */
static void
test_filter_dialog_bounds (Fixture       *fixture,
                           gconstpointer  data)
{
  adw_spin_row_set_value (get (fixture, "from_row"), 6);
  adw_spin_row_set_value (get (fixture, "to_row"), 4);
  g_assert_cmpint (unknot_entry_filter_get_worst_from (get_filter (fixture)), ==, 4);
  g_assert_cmpint (unknot_entry_filter_get_worst_to (get_filter (fixture)), ==, 4);
  adw_spin_row_set_value (get (fixture, "from_row"), 7);
  g_assert_cmpint (unknot_entry_filter_get_worst_from (get_filter (fixture)), ==, 7);
  g_assert_cmpint (unknot_entry_filter_get_worst_to (get_filter (fixture)), ==, 7);

  unknot_day_row_set_day (get (fixture, "first_row"), 20261103);
  g_assert_cmpint (unknot_entry_filter_get_first_day (get_filter (fixture)), ==, 20261103);
  g_assert_cmpint (unknot_entry_filter_get_last_day (get_filter (fixture)), ==, 0);
  unknot_day_row_set_day (get (fixture, "last_row"), 20261101);
  g_assert_cmpint (unknot_entry_filter_get_first_day (get_filter (fixture)), ==, 20261101);
  unknot_day_row_set_day (get (fixture, "first_row"), 20261110);
  g_assert_cmpint (unknot_entry_filter_get_last_day (get_filter (fixture)), ==, 20261110);
  g_assert_cmpstr (adw_action_row_get_subtitle (get (fixture, "first_row")), ==,
                   "Tuesday, 10 November");
}

/* A filter that is shown is the one that is asked for, and is gone where it is cleared. */
static void
test_filter_dialog_round_trip (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) where = unknot_entry_filter_with_area (any, "lower");
  g_autoptr (UnknotEntryFilter) why = unknot_entry_filter_with_trigger (where, "lifting");
  g_autoptr (UnknotEntryFilter) worst = unknot_entry_filter_with_worst (why, 2, 3);
  g_autoptr (UnknotEntryFilter) tried =
    unknot_entry_filter_with_treatment (worst, UNKNOT_TREATMENT_MEASURE, "heat");
  g_autoptr (UnknotEntryFilter) when = unknot_entry_filter_with_days (tried, 20261101, 20261103);

  g_assert_false (gtk_widget_get_sensitive (get (fixture, "clear_row")));
  unknot_filter_dialog_set_filter (fixture->dialog, when);
  g_assert_true (get_filter (fixture) == when);
  adw_switch_row_set_active (get (fixture, "spasms_row"), TRUE);
  adw_switch_row_set_active (get (fixture, "spasms_row"), FALSE);
  g_assert_true (unknot_entry_filter_equal (get_filter (fixture), when));

  g_object_ref (fixture->dialog);
  g_signal_emit_by_name (get (fixture, "clear_row"), "activated");
  g_assert_true (unknot_entry_filter_is_empty (get_filter (fixture)));
  g_object_unref (fixture->dialog);
}

/* A day is taken from the calendar, and taken back. */
static void
test_filter_dialog_calendar (Fixture       *fixture,
                             gconstpointer  data)
{
  GtkWidget *row = get (fixture, "first_row");
  GtkMenuButton *button = GTK_MENU_BUTTON (unknot_test_get (row, GTK_TYPE_MENU_BUTTON, NULL));
  g_autoptr (GDateTime) chosen = g_date_time_new_utc (2026, 11, 3, 0, 0, 0);
  GtkCalendar *calendar;

  gtk_menu_button_popup (button);
  calendar = GTK_CALENDAR (unknot_test_get (row, GTK_TYPE_CALENDAR, NULL));
  g_assert_cmpint (unknot_day_row_get_day (UNKNOT_DAY_ROW (row)), ==, 0);
  gtk_calendar_select_day (calendar, chosen);
  g_assert_cmpint (unknot_day_row_get_day (UNKNOT_DAY_ROW (row)), ==, 20261103);
  gtk_menu_button_popup (button);
  g_assert_cmpint (unknot_day_row_get_day (UNKNOT_DAY_ROW (row)), ==, 20261103);
  unknot_test_click (unknot_test_get (row, GTK_TYPE_BUTTON, "Any Day"));
  g_assert_cmpint (unknot_day_row_get_day (UNKNOT_DAY_ROW (row)), ==, 0);
}

static void
test_filter_dialog_narrow (Fixture       *fixture,
                           gconstpointer  data)
{
  unknot_day_row_set_day (get (fixture, "first_row"), 20261110);
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/filter-dialog/choices", test_filter_dialog_choices);
  ADD ("/filter-dialog/bounds", test_filter_dialog_bounds);
  ADD ("/filter-dialog/round-trip", test_filter_dialog_round_trip);
  ADD ("/filter-dialog/calendar", test_filter_dialog_calendar);
  ADD ("/filter-dialog/narrow", test_filter_dialog_narrow);

  return g_test_run ();
}
