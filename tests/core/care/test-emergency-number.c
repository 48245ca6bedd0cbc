/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-emergency-number.h"

static void
test_emergency_number_getters (void)
{
  UnknotEmergencyNumber *number =
    unknot_emergency_number_new ("RS", "Serbia", NULL, "112", "You can also call 194.");

  g_assert_cmpstr (unknot_emergency_number_get_country (number), ==, "RS");
  g_assert_cmpstr (unknot_emergency_number_get_name (number), ==, "Serbia");
  g_assert_cmpstr (unknot_emergency_number_get_number (number), ==, "112");
  g_assert_cmpstr (unknot_emergency_number_get_also (number), ==, "You can also call 194.");
  g_assert_finalize_object (number);
}

/* A choice of countries shows "name" by its name alone. */
static void
test_emergency_number_properties (void)
{
  g_autoptr (UnknotEmergencyNumber) number =
    unknot_emergency_number_new ("RS", "Serbia", NULL, "112", "You can also call 194.");
  g_autofree GParamSpec **pspecs = NULL;
  g_autofree char *country = NULL;
  g_autofree char *name = NULL;
  g_autofree char *digits = NULL;
  g_autofree char *also = NULL;
  guint n_pspecs;

  g_object_get (number,
                "country", &country,
                "name", &name,
                "number", &digits,
                "also", &also,
                NULL);
  g_assert_cmpstr (country, ==, "RS");
  g_assert_cmpstr (name, ==, "Serbia");
  g_assert_cmpstr (digits, ==, "112");
  g_assert_cmpstr (also, ==, "You can also call 194.");

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (number), &n_pspecs);
  g_assert_cmpuint (n_pspecs, ==, 4);
  for (guint i = 0; i < n_pspecs; i++)
    g_assert_cmpint (pspecs[i]->flags & G_PARAM_READWRITE, ==, G_PARAM_READABLE);
}

static void
test_emergency_number_nothing_else_to_know (void)
{
  g_autoptr (UnknotEmergencyNumber) number =
    unknot_emergency_number_new ("DE", "Germany", NULL, "112", NULL);
  g_autofree char *also = NULL;

  g_object_get (number, "also", &also, NULL);
  g_assert_null (also);
  g_assert_null (unknot_emergency_number_get_also (number));
}

static void
test_emergency_number_matches (void)
{
  static const char *const matching[] = {
    "", "u", "US", "us", "usa", "unit", "states", "united st", "america", "UNITED"
  };
  static const char *const others[] = { "stat es", "nited", "uk", "usb", "united kingdom" };
  g_autoptr (UnknotEmergencyNumber) number =
    unknot_emergency_number_new ("US", "United States", "USA America", "911", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (matching); i++)
    g_assert_true (unknot_emergency_number_matches (number, matching[i]));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_assert_false (unknot_emergency_number_matches (number, others[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/emergency-number/getters", test_emergency_number_getters);
  g_test_add_func ("/emergency-number/properties", test_emergency_number_properties);
  g_test_add_func ("/emergency-number/nothing-else-to-know",
                   test_emergency_number_nothing_else_to_know);
  g_test_add_func ("/emergency-number/matches", test_emergency_number_matches);

  return g_test_run ();
}
