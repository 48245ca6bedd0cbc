/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-level.h"

/* In rising order: a result is the highest of its rules' levels. */
static const struct
{
  UnknotLevel level;
  const char *code;
} levels[] = {
  { UNKNOT_LEVEL_NONE, NULL },
  { UNKNOT_LEVEL_SELF_CARE, "self-care" },
  { UNKNOT_LEVEL_DOCTOR, "doctor" },
  { UNKNOT_LEVEL_URGENT, "urgent" },
  { UNKNOT_LEVEL_EMERGENCY, "emergency" },
};

static void
test_level_order (void)
{
  for (guint i = 1; i < G_N_ELEMENTS (levels); i++)
    g_assert_cmpint (levels[i].level, >, levels[i - 1].level);
}

static void
test_level_codes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      UnknotLevel level = UNKNOT_LEVEL_NONE;

      g_assert_cmpstr (unknot_level_to_code (levels[i].level), ==, levels[i].code);
      if (levels[i].code == NULL)
        continue;
      g_assert_true (unknot_level_from_code (levels[i].code, &level));
      g_assert_cmpint (level, ==, levels[i].level);
    }
}

static void
test_level_unknown_codes (void)
{
  static const char *const codes[] = {
    "", "none", "null", "Emergency", "URGENT", "self care", "self-care ", " doctor", "emergenc",
    "emergency1", "ürgent",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      UnknotLevel level = UNKNOT_LEVEL_EMERGENCY;

      g_assert_false (unknot_level_from_code (codes[i], &level));
      g_assert_cmpint (level, ==, UNKNOT_LEVEL_EMERGENCY);
    }
}

static void
test_level_titles (void)
{
  g_assert_cmpstr (unknot_level_get_title (UNKNOT_LEVEL_EMERGENCY), ==,
                   "Call the emergency number now");
  g_assert_cmpstr (unknot_level_get_title (UNKNOT_LEVEL_URGENT), ==, "Get seen today");
  g_assert_cmpstr (unknot_level_get_title (UNKNOT_LEVEL_DOCTOR), ==, "Book an appointment");
  g_assert_cmpstr (unknot_level_get_title (UNKNOT_LEVEL_SELF_CARE), ==,
                   "Care for it at home, and watch");
  g_assert_cmpstr (unknot_level_get_title (UNKNOT_LEVEL_NONE), ==, "Not finished");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/level/order", test_level_order);
  g_test_add_func ("/level/codes", test_level_codes);
  g_test_add_func ("/level/unknown-codes", test_level_unknown_codes);
  g_test_add_func ("/level/titles", test_level_titles);

  return g_test_run ();
}
