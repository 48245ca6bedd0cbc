/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-filter-bar.h"
#include "unknot-filter-dialog.h"
#include "unknot-filter-text.h"
#include "unknot-test-ui.h"

/* On 21 November 2026, in UTC. */

typedef struct
{
  UnknotClock *clock;
  UnknotFilterBar *bar;
  GtkWindow *window;
} Fixture;

static UnknotClock *
make_clock (void)
{
  UnknotClock *clock = unknot_clock_new ();
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 14, 5, 0);

  unknot_clock_set_now (clock, now);

  return clock;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->clock = make_clock ();
  fixture->bar = g_object_new (UNKNOT_TYPE_FILTER_BAR, NULL);
  unknot_filter_bar_set_clock (fixture->bar, fixture->clock);
  fixture->window = unknot_test_present_adwaita (GTK_WIDGET (fixture->bar));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  unknot_test_close (fixture->window);
  g_assert_finalize_object (fixture->clock);
}

static UnknotEntryFilter *
make_filter (void)
{
  g_autoptr (UnknotEntryFilter) any = unknot_entry_filter_new ();
  g_autoptr (UnknotEntryFilter) spasms = unknot_entry_filter_with_spasms_only (any, TRUE);
  g_autoptr (UnknotEntryFilter) where = unknot_entry_filter_with_area (spasms, "lower");
  g_autoptr (UnknotEntryFilter) why = unknot_entry_filter_with_trigger (where, "lifting");
  g_autoptr (UnknotEntryFilter) worst = unknot_entry_filter_with_worst (why, 2, 3);
  g_autoptr (UnknotEntryFilter) tried =
    unknot_entry_filter_with_treatment (worst, UNKNOT_TREATMENT_MEASURE, "heat");

  return unknot_entry_filter_with_days (tried, 20261101, 20261103);
}

static GtkWidget *
get_chip (Fixture    *fixture,
          const char *title)
{
  return gtk_widget_get_ancestor (unknot_test_get (GTK_WIDGET (fixture->bar), GTK_TYPE_LABEL,
                                                   title), GTK_TYPE_BUTTON);
}

static guint
count_chips (Fixture *fixture)
{
  return unknot_test_count (GTK_WIDGET (fixture->bar), GTK_TYPE_IMAGE);
}

/* Each chip says one thing that is asked, and takes that back and nothing else. */
static void
test_filter_bar_chips (Fixture       *fixture,
                       gconstpointer  data)
{
  static const char *const titles[] = {
    "Sunday, 1 November – Tuesday, 3 November", "Heat", "Pain 2–3", "Lifting", "Lower back",
    "Only spasms",
  };
  g_autoptr (UnknotEntryFilter) filter = make_filter ();

  g_assert_cmpuint (count_chips (fixture), ==, 0);
  unknot_filter_bar_set_filter (fixture->bar, filter);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      GtkWidget *chip = get_chip (fixture, titles[i]);
      g_autofree char *name = g_strconcat ("Remove filter: ", titles[i], NULL);

      g_assert_cmpuint (count_chips (fixture), ==, G_N_ELEMENTS (titles) - i);
      unknot_test_assert_label (chip, name);
      gtk_widget_grab_focus (chip);
      unknot_test_click (chip);
      /* The focus does not go with it. */
      g_assert_nonnull (unknot_test_get_focus (GTK_WIDGET (fixture->bar)));
    }
  g_assert_cmpuint (count_chips (fixture), ==, 0);
  g_assert_true (unknot_entry_filter_is_empty (unknot_filter_bar_get_filter (fixture->bar)));
}

/* What is chosen in the dialog is seen at once. */
static void
test_filter_bar_dialog (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) filter = make_filter ();
  g_autoptr (UnknotEntryFilter) where = unknot_entry_filter_with_area (filter, "upper");
  UnknotFilterDialog *dialog;

  unknot_filter_bar_set_filter (fixture->bar, filter);
  unknot_test_click (unknot_test_get (GTK_WIDGET (fixture->bar), GTK_TYPE_BUTTON, "Filter…"));
  dialog = UNKNOT_FILTER_DIALOG (adw_window_get_visible_dialog (ADW_WINDOW (fixture->window)));
  g_assert_true (unknot_entry_filter_equal (unknot_filter_dialog_get_filter (dialog), filter));
  unknot_filter_dialog_set_filter (dialog, where);
  g_assert_true (unknot_filter_bar_get_filter (fixture->bar) == where);
  get_chip (fixture, "Upper back");
}

static void
test_filter_bar_narrow (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (UnknotEntryFilter) filter = make_filter ();

  unknot_filter_bar_set_filter (fixture->bar, filter);
  unknot_test_assert_narrow (GTK_WIDGET (fixture->window));
}

static void
test_filter_bar_texts (void)
{
  static const struct
  {
    int from, to;
    const char *text;
  } worsts[] = {
    { 0, 4, "Pain 4 or less" }, { 7, 10, "Pain 7 or more" }, { 2, 3, "Pain 2–3" },
    { 5, 5, "Pain 5" },         { 0, 0, "Pain 0" },          { 10, 10, "Pain 10" },
  }, days[] = {
    { 20261120, 20261120, "Yesterday" },
    { 20261103, 0, "Since Tuesday, 3 November" },
    { 0, 20251103, "Until 3 November 2025" },
    { 20251103, 20261121, "3 November 2025 – Today" },
  };
  g_autoptr (UnknotClock) clock = make_clock ();

  for (guint i = 0; i < G_N_ELEMENTS (worsts); i++)
    {
      g_autofree char *text = unknot_filter_text_dup_worst (worsts[i].from, worsts[i].to);

      g_assert_cmpstr (text, ==, worsts[i].text);
    }
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = unknot_filter_text_dup_days (days[i].from, days[i].to, clock);

      g_assert_cmpstr (text, ==, days[i].text);
    }
  g_assert_cmpstr (unknot_filter_text_get_treatment (UNKNOT_TREATMENT_MEDICINE, "My Salve"), ==,
                   "My Salve");
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  ADD ("/filter-bar/chips", test_filter_bar_chips);
  ADD ("/filter-bar/dialog", test_filter_bar_dialog);
  ADD ("/filter-bar/narrow", test_filter_bar_narrow);
  g_test_add_func ("/filter-bar/texts", test_filter_bar_texts);

  return g_test_run ();
}
