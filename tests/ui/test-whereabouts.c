/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-ui.h"

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_whereabouts_number (void)
{
  static const struct
  {
    const char *chosen;
    const char *zone;
    const char *country;
    const char *number;
    gboolean certain;
  } cases[] = {
    { "", "Europe/Berlin", "DE", "112", TRUE },
    { "", "America/New_York", "US", "911", TRUE },
    { "US", "Europe/Berlin", "US", "911", TRUE },
    { "NO", "UTC", "NO", "113", TRUE },
    { "", "UTC", "", "112", FALSE },
    { "--", "Asia/Tokyo", "", "112", TRUE },
    /* A country that is not in the table is where the person is, all the same. */
    { "", "Atlantic/Stanley", "", "112", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (UnknotWhereabouts) whereabouts = NULL;
      UnknotEmergencyNumber *number;

      g_test_message ("%s, %s", cases[i].chosen, cases[i].zone);
      g_setenv ("TZ", cases[i].zone, TRUE);
      whereabouts = unknot_test_new_whereabouts (cases[i].chosen);
      number = unknot_whereabouts_get_number (whereabouts);
      g_assert_cmpstr (unknot_emergency_number_get_country (number), ==, cases[i].country);
      g_assert_cmpstr (unknot_emergency_number_get_number (number), ==, cases[i].number);
      g_assert_cmpint (unknot_whereabouts_is_certain (whereabouts), ==, cases[i].certain);
    }
  g_setenv ("TZ", "UTC", TRUE);
}

static void
test_whereabouts_set_number (void)
{
  g_autoptr (GSettings) settings = unknot_test_new_settings ("");
  g_autoptr (UnknotWhereabouts) whereabouts = unknot_test_new_whereabouts ("");
  GListModel *numbers = unknot_whereabouts_get_numbers (whereabouts);
  guint n_notifies = 0;

  g_signal_connect_swapped (whereabouts, "notify::number", G_CALLBACK (count_cb), &n_notifies);
  for (guint i = 0; i < g_list_model_get_n_items (numbers); i++)
    {
      g_autoptr (UnknotEmergencyNumber) number = g_list_model_get_item (numbers, i);
      g_autoptr (UnknotEmergencyNumber) notified = NULL;

      if (number == unknot_whereabouts_get_number (whereabouts))
        continue;

      n_notifies = 0;
      unknot_whereabouts_set_number (whereabouts, number);
      g_object_get (whereabouts, "number", &notified, NULL);
      g_assert_true (notified == number);
      g_assert_cmpuint (n_notifies, ==, 1);
      g_assert_true (unknot_whereabouts_is_certain (whereabouts));

      unknot_whereabouts_set_number (whereabouts, number);
      g_assert_cmpuint (n_notifies, ==, 1);
    }
  g_assert_cmpuint (g_list_model_get_n_items (numbers), >, 50);
  g_assert_finalize_object (g_steal_pointer (&whereabouts));

  /* What the settings say afterwards concerns nobody that is gone. */
  g_settings_set_string (settings, "country", "DE");
}

int
main (int   argc,
      char *argv[])
{
  unknot_test_ui_init (&argc, &argv);

  g_test_add_func ("/whereabouts/number", test_whereabouts_number);
  g_test_add_func ("/whereabouts/set-number", test_whereabouts_set_number);

  return g_test_run ();
}
