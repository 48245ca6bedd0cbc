/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-moment-entry.h"
#include "unknot-test-ui.h"

typedef struct
{
  UnknotClock *clock;
  UnknotMoment *moment; /* a while ago in Berlin, with seconds */
  UnknotMomentEntry *entry;
  guint n_changes;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 21, 15, 5, 30);
  g_autoptr (GDateTime) then = g_date_time_new (zone, 2026, 11, 21, 14, 5, 17.25);

  fixture->clock = unknot_clock_new ();
  unknot_clock_set_now (fixture->clock, now);
  fixture->moment = unknot_moment_new (then);
  fixture->entry =
    UNKNOT_MOMENT_ENTRY (unknot_moment_entry_new (fixture->clock, fixture->moment, "Started"));
  g_object_ref_sink (fixture->entry);
  g_signal_connect_swapped (fixture->entry, "changed", G_CALLBACK (count_cb), &fixture->n_changes);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_assert_finalize_object (fixture->entry);
  unknot_moment_unref (fixture->moment);
  g_object_unref (fixture->clock);
}

static void
assert_moment (Fixture    *fixture,
               const char *expected)
{
  UnknotMoment *moment = unknot_moment_entry_get_moment (fixture->entry);
  g_autoptr (GDateTime) time = NULL;
  g_autofree char *text = NULL;

  g_assert_nonnull (moment);
  time = unknot_moment_to_date_time (moment);
  text = g_date_time_format_iso8601 (time);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (unknot_moment_get_zone (moment), ==, "Europe/Berlin");
}

static GtkWidget *
get (Fixture *fixture,
     GType    type)
{
  return unknot_test_get (GTK_WIDGET (fixture->entry), type, NULL);
}

static void
test_moment_entry_shows (Fixture       *fixture,
                         gconstpointer  data)
{
  g_assert_cmpstr (unknot_moment_entry_get_text (fixture->entry), ==, "14:05");
  g_assert_cmpint (unknot_moment_entry_get_day (fixture->entry), ==, 20261121);
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (get (fixture, GTK_TYPE_MENU_BUTTON))),
                   ==, "Today");
  g_assert_true (unknot_moment_entry_get_moment (fixture->entry) == fixture->moment);
  g_assert_true (unknot_moment_entry_check (fixture->entry));
  g_assert_cmpuint (fixture->n_changes, ==, 0);
}

/* Typed over with the same time, it stays the same to the millisecond. */
static void
test_moment_entry_typed (Fixture       *fixture,
                         gconstpointer  data)
{
  unknot_moment_entry_set_text (fixture->entry, "13");
  assert_moment (fixture, "2026-11-21T13:00:00+01");
  g_assert_cmpuint (fixture->n_changes, >, 0);
  unknot_moment_entry_set_text (fixture->entry, "14:05");
  g_assert_true (unknot_moment_entry_get_moment (fixture->entry) == fixture->moment);
}

static void
test_moment_entry_day (Fixture       *fixture,
                       gconstpointer  data)
{
  GtkMenuButton *button = GTK_MENU_BUTTON (get (fixture, GTK_TYPE_MENU_BUTTON));

  unknot_moment_entry_set_day (fixture->entry, 20261120);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "Yesterday");
  g_assert_cmpuint (fixture->n_changes, >, 0);
  assert_moment (fixture, "2026-11-20T14:05:00+01");
  unknot_test_assert_label (get (fixture, GTK_TYPE_MENU_BUTTON), "Day: Yesterday");

  /* In summer time. */
  unknot_moment_entry_set_day (fixture->entry, 20260801);
  g_assert_cmpstr (gtk_menu_button_get_label (button), ==, "1 August 2026");
  assert_moment (fixture, "2026-08-01T14:05:00+02");
}

static void
assert_fault (Fixture    *fixture,
              const char *fault)
{
  g_assert_null (unknot_moment_entry_get_moment (fixture->entry));
  g_assert_false (unknot_moment_entry_check (fixture->entry));
  g_assert_true (unknot_test_is_shown (GTK_WIDGET (fixture->entry), GTK_TYPE_LABEL, fault));
  g_assert_true (gtk_widget_has_css_class (get (fixture, GTK_TYPE_ENTRY), "error"));
}

static void
test_moment_entry_faults (Fixture       *fixture,
                          gconstpointer  data)
{
  unknot_moment_entry_set_text (fixture->entry, "25:00");
  assert_fault (fixture, "Write the time as “14:05”.");
  unknot_moment_entry_set_text (fixture->entry, "15:06");
  assert_fault (fixture, "This time is still to come. Choose one that has passed.");
  unknot_moment_entry_set_text (fixture->entry, "15:05");
  g_assert_true (unknot_moment_entry_check (fixture->entry));
  g_assert_false (gtk_widget_has_css_class (get (fixture, GTK_TYPE_ENTRY), "error"));

  unknot_moment_entry_set_day (fixture->entry, 20261122);
  assert_fault (fixture, "This time is still to come. Choose one that has passed.");
}

/* A day alone: of today all has come. */
static void
test_moment_entry_timeless (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autoptr (GDateTime) late = g_date_time_new (zone, 2026, 11, 20, 23, 30, 0);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (late);

  unknot_moment_entry_set_timeless (fixture->entry);
  unknot_moment_entry_set_moment (fixture->entry, moment);
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->entry), GTK_TYPE_ENTRY, NULL));
  unknot_moment_entry_set_day (fixture->entry, 20261121);
  assert_moment (fixture, "2026-11-21T23:30:00+01");
  unknot_moment_entry_set_day (fixture->entry, 20261122);
  assert_fault (fixture, "This day is still to come. Choose one that has come.");
  unknot_moment_entry_set_day (fixture->entry, 20261101);
  assert_moment (fixture, "2026-11-01T23:30:00+01");
  g_assert_false (unknot_test_is_shown (GTK_WIDGET (fixture->entry), GTK_TYPE_LABEL,
                                        "This day is still to come. Choose one that has come."));
}

static void
test_moment_entry_allow_future (Fixture       *fixture,
                                gconstpointer  data)
{
  unknot_moment_entry_allow_future (fixture->entry);
  unknot_moment_entry_set_text (fixture->entry, "15:06");
  assert_moment (fixture, "2026-11-21T15:06:00+01");
  unknot_moment_entry_set_day (fixture->entry, 20261122);
  assert_moment (fixture, "2026-11-22T15:06:00+01");
  unknot_test_assert_label (get (fixture, GTK_TYPE_MENU_BUTTON), "Day: Tomorrow");
  g_assert_true (unknot_moment_entry_check (fixture->entry));

  /* In summer time. */
  unknot_moment_entry_set_day (fixture->entry, 20270801);
  assert_moment (fixture, "2027-08-01T15:06:00+02");
  unknot_moment_entry_set_text (fixture->entry, "25:00");
  assert_fault (fixture, "Write the time as “14:05”.");
}

static void
test_moment_entry_twelve_hour (Fixture       *fixture,
                               gconstpointer  data)
{
  unknot_moment_entry_set_twelve_hour (fixture->entry, TRUE);
  g_assert_cmpstr (unknot_moment_entry_get_text (fixture->entry), ==, "2:05 PM");
  g_assert_true (unknot_moment_entry_get_moment (fixture->entry) == fixture->moment);
  unknot_moment_entry_set_text (fixture->entry, "2:05");
  assert_fault (fixture, "Write the time as “2:05 PM”, with AM or PM.");
  unknot_moment_entry_set_text (fixture->entry, "2:05 am");
  assert_moment (fixture, "2026-11-21T02:05:00+01");
}

static void
test_moment_entry_accessible (Fixture       *fixture,
                              gconstpointer  data)
{
  gtk_test_accessible_assert_role (fixture->entry, GTK_ACCESSIBLE_ROLE_GROUP);
  unknot_test_assert_label (fixture->entry, "Started");
  unknot_test_assert_label (get (fixture, GTK_TYPE_ENTRY), "Time");
  unknot_moment_entry_set_text (fixture->entry, "soon");
  unknot_moment_entry_check (fixture->entry);
  unknot_test_assert_narrow (GTK_WIDGET (fixture->entry));
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

  add ("/moment-entry/shows", test_moment_entry_shows);
  add ("/moment-entry/typed", test_moment_entry_typed);
  add ("/moment-entry/day", test_moment_entry_day);
  add ("/moment-entry/faults", test_moment_entry_faults);
  add ("/moment-entry/timeless", test_moment_entry_timeless);
  add ("/moment-entry/allow-future", test_moment_entry_allow_future);
  add ("/moment-entry/twelve-hour", test_moment_entry_twelve_hour);
  add ("/moment-entry/accessible", test_moment_entry_accessible);

  return g_test_run ();
}
