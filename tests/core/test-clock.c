/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-clock.h"

/* Told through a string, as two moments can be equal in different zones. */
static void
assert_now (UnknotClock *clock,
            const char  *expected)
{
  g_autoptr (GDateTime) now = unknot_clock_get_now (clock);
  g_autofree char *text = g_date_time_format_iso8601 (now);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_follows_system (UnknotClock *clock)
{
  gint64 before = g_get_real_time ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (clock);
  gint64 after = g_get_real_time ();

  g_assert_cmpint (g_date_time_to_unix_usec (now), >=, before);
  g_assert_cmpint (g_date_time_to_unix_usec (now), <=, after);
}

static void
set_now (UnknotClock *clock,
         const char  *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (text, utc);

  g_assert_nonnull (now);
  unknot_clock_set_now (clock, now);
}

static void
test_clock_follows_system (void)
{
  UnknotClock *clock = unknot_clock_new ();

  assert_follows_system (clock);
  assert_follows_system (clock);

  g_assert_finalize_object (clock);
}

static void
test_clock_zone (void)
{
  static const struct
  {
    const char *zone;
    GTimeSpan offset;
  } cases[] = {
    { "EAST-5:45", 5 * G_TIME_SPAN_HOUR + 45 * G_TIME_SPAN_MINUTE },
    { "WEST3:30", -(3 * G_TIME_SPAN_HOUR + 30 * G_TIME_SPAN_MINUTE) },
  };
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autofree char *zone = g_strdup (g_getenv ("TZ"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) now = NULL;

      g_setenv ("TZ", cases[i].zone, TRUE);
      now = unknot_clock_get_now (clock);
      g_assert_cmpint (g_date_time_get_utc_offset (now), ==, cases[i].offset);
    }

  if (zone != NULL)
    g_setenv ("TZ", zone, TRUE);
  else
    g_unsetenv ("TZ");
}

static void
test_clock_stands (void)
{
  UnknotClock *clock = unknot_clock_new ();

  set_now (clock, "2026-03-29T01:59:59.5+13:45");
  assert_now (clock, "2026-03-29T01:59:59.500000+13:45");
  assert_now (clock, "2026-03-29T01:59:59.500000+13:45");

  set_now (clock, "1999-12-31T23:59:59Z");
  assert_now (clock, "1999-12-31T23:59:59Z");

  unknot_clock_set_now (clock, NULL);
  assert_follows_system (clock);
  unknot_clock_set_now (clock, NULL);
  assert_follows_system (clock);

  set_now (clock, "2026-11-21T08:00:00Z");
  assert_now (clock, "2026-11-21T08:00:00Z");
  g_assert_finalize_object (clock);
}

static void
test_clock_set_same (void)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  GDateTime *now = g_date_time_new_utc (2026, 11, 21, 8, 0, 0);

  unknot_clock_set_now (clock, now);
  g_date_time_unref (now);

  /* The clock alone holds it now: it must not let go of it before it takes it again. */
  unknot_clock_set_now (clock, now);
  assert_now (clock, "2026-11-21T08:00:00Z");
}

static void
test_clock_gives_reference (void)
{
  UnknotClock *clock = unknot_clock_new ();
  g_autoptr (GDateTime) now = NULL;

  set_now (clock, "2026-11-21T08:00:00Z");
  now = unknot_clock_get_now (clock);
  g_assert_finalize_object (clock);

  g_assert_cmpint (g_date_time_get_hour (now), ==, 8);
}

static void
run_with_now (const char *now)
{
  g_auto (GStrv) environment = g_get_environ ();

  environment = g_environ_setenv (environment, "UNKNOT_NOW", now, TRUE);
  environment = g_environ_setenv (environment, "TZ", "EAST-5:45", TRUE);
  g_test_trap_subprocess_with_envp (NULL, (const char *const *) environment, 0,
                                    G_TEST_SUBPROCESS_DEFAULT);
}

#ifdef DEVELOPMENT

/* It stands there, for all clocks alike, and in the zone where the person is. */
static void
test_clock_stands_at (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (GTimeZone) zone = g_time_zone_new_local ();
      g_autoptr (GDateTime) set = g_date_time_new (zone, 2028, 2, 29, 23, 30, 0);
      g_autoptr (UnknotClock) clock = unknot_clock_new ();
      g_autoptr (UnknotClock) other = unknot_clock_new ();
      g_autoptr (GDateTime) now = unknot_clock_get_now (clock);
      g_autoptr (GDateTime) later = unknot_clock_get_now (other);

      g_assert_cmpint (g_date_time_get_utc_offset (now), ==, g_date_time_get_utc_offset (set));
      g_assert_true (g_date_time_equal (now, set));
      g_assert_true (g_date_time_equal (later, set));
      return;
    }

  run_with_now ("2028-02-29T23:30:00");
  g_test_trap_assert_passed ();
}

static void
test_clock_stands_at_no_time (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (UnknotClock) clock = unknot_clock_new ();

      unknot_clock_get_now (clock);
      return;
    }

  run_with_now ("tomorrow");
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*UNKNOT_NOW*tomorrow*");
}

#else

static void
test_clock_takes_no_orders (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (UnknotClock) clock = unknot_clock_new ();

      assert_follows_system (clock);
      return;
    }

  run_with_now ("2028-02-29T23:30:00");
  g_test_trap_assert_passed ();
}

#endif

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clock/follows-system", test_clock_follows_system);
  g_test_add_func ("/clock/zone", test_clock_zone);
  g_test_add_func ("/clock/stands", test_clock_stands);
  g_test_add_func ("/clock/set-same", test_clock_set_same);
  g_test_add_func ("/clock/gives-reference", test_clock_gives_reference);

#ifdef DEVELOPMENT
  g_test_add_func ("/clock/stands-at", test_clock_stands_at);
  g_test_add_func ("/clock/stands-at-no-time", test_clock_stands_at_no_time);
#else
  g_test_add_func ("/clock/takes-no-orders", test_clock_takes_no_orders);
#endif

  return g_test_run ();
}
