/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-medicine-limits.h"

/* On 21 November 2026 where nothing else is said. */
#define DAY 20261121

static UnknotDose *
add_dose (GListStore *doses,
          const char *zone_name,
          int         day,
          int         hour,
          int         minute,
          double      amount,
          const char *unit,
          const char *ingredient,
          const char *supply)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_name);
  g_autoptr (GDateTime) time = g_date_time_new (zone, 2026, 11, day, hour, minute, 0);
  g_autoptr (UnknotMoment) moment = unknot_moment_new (time);
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotDose) dose = unknot_dose_new (moment, "x", amount, &error);

  g_assert_no_error (error);
  g_assert_true (unknot_dose_set_unit (dose, unit, NULL));
  g_assert_true (unknot_dose_set_ingredient (dose, ingredient, NULL));
  g_assert_true (unknot_dose_set_supply (dose, supply, NULL));
  g_list_store_append (doses, dose);

  return dose;
}

static void
add (GListStore *doses,
     double      amount,
     const char *unit,
     const char *ingredient)
{
  add_dose (doses, "UTC", 21, 12, 0, amount, unit, ingredient, "bought");
}

static UnknotMedicineTotal
get_only (GListStore *doses,
          int         day)
{
  g_autoptr (GArray) totals = unknot_medicine_limits_sum (G_LIST_MODEL (doses), day);

  g_assert_cmpuint (totals->len, ==, 1);

  return g_array_index (totals, UnknotMedicineTotal, 0);
}

static void
assert_verdict (GListStore            *doses,
                UnknotMedicineVerdict  verdict)
{
  UnknotMedicineTotal total = get_only (doses, DAY);

  g_assert_cmpint (unknot_medicine_total_judge (&total), ==, verdict);
}

/* The labels' limits, said anew: just the limit is allowed, a milligram more is not. */
static void
test_medicine_limits_exact (void)
{
  static const struct
  {
    const char *ingredient;
    double one;
    const char *unit;
    guint n;
    double more;
  } labels[] = {
    { "ibuprofen", 200, "mg", 6, 1 },
    { "naproxen", 220, "mg", 3, 1 },
    { "aspirin", 325, "mg", 12, 1 },
    { "paracetamol", 500, "mg", 8, 1 },
    { "paracetamol", 0.1, "g", 40, 0.001 },
    { "ibuprofen", 0.4, "g", 3, 0.001 },
    { "lidocaine", 1, "patch", 4, 0.5 },
    { "lidocaine", 1, "application", 4, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      g_test_message ("%s, %s", labels[i].ingredient, labels[i].unit);
      for (guint n = 0; n < labels[i].n; n++)
        add (doses, labels[i].one, labels[i].unit, labels[i].ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_WITHIN);
      add (doses, labels[i].more, labels[i].unit, labels[i].ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_ABOVE);
    }
}

static void
test_medicine_limits_units_together (void)
{
  g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);
  UnknotMedicineTotal total;

  add (doses, 1, "g", "paracetamol");
  add (doses, 500, "mg", "paracetamol");
  add (doses, 2.5, "g", "paracetamol");
  total = get_only (doses, DAY);
  g_assert_cmpstr (total.ingredient, ==, "paracetamol");
  g_assert_cmpfloat_with_epsilon (total.total, 4000, 0.001);
  g_assert_cmpfloat_with_epsilon (total.limit, 4000, 0.001);
  g_assert_false (total.at_least);
  assert_verdict (doses, UNKNOT_MEDICINE_WITHIN);
}

/* What cannot be counted is never within the limit for certain. */
static void
test_medicine_limits_unknown_units (void)
{
  static const struct
  {
    const char *ingredient;
    const char *unit;
    const char *known;
    double allowed;
  } cases[] = {
    { "ibuprofen", "ml", "mg", 1200 },         { "paracetamol", "drop", "g", 4 },
    { "ibuprofen", "application", "mg", 800 }, { "ibuprofen", "patch", "mg", 800 },
    { "lidocaine", "g", "patch", 4 },         { "lidocaine", "mg", "patch", 1 },
    { "lidocaine", "ml", "application", 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      g_test_message ("%s, %s", cases[i].ingredient, cases[i].unit);
      add (doses, 1, cases[i].unit, cases[i].ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_UNKNOWN);
      add (doses, cases[i].allowed, cases[i].known, cases[i].ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_UNKNOWN);
      add (doses, cases[i].allowed, cases[i].known, cases[i].ingredient);
      add (doses, cases[i].allowed * 3, cases[i].known, cases[i].ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_ABOVE);
    }
}

/* A tablet may hold anything: there may be too much of it, never for certain. */
static void
test_medicine_limits_tablets (void)
{
  static const struct
  {
    const char *ingredient;
    double most;
  } labels[] = {
    { "ibuprofen", 6 }, { "naproxen", 3 }, { "aspirin", 12 }, { "paracetamol", 6 }
  };
  static const char *const units[] = { "tablet", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (labels) * G_N_ELEMENTS (units); i++)
    {
      const char *ingredient = labels[i / G_N_ELEMENTS (units)].ingredient;
      const char *unit = units[i % G_N_ELEMENTS (units)];
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      g_test_message ("%s, %s", ingredient, unit);
      add (doses, labels[i / G_N_ELEMENTS (units)].most - 2, unit, ingredient);
      add (doses, 2, unit, ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_UNKNOWN);
      add (doses, 0.5, unit, ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_DOUBTFUL);
      add (doses, 4001, "mg", ingredient);
      assert_verdict (doses, UNKNOT_MEDICINE_ABOVE);
    }
}

static void
test_medicine_limits_tablets_and_mg (void)
{
  static const struct
  {
    const char *ingredient;
    double mg;
    double tablets;
    UnknotMedicineVerdict verdict;
  } cases[] = {
    { "ibuprofen", 599, 1, UNKNOT_MEDICINE_UNKNOWN },
    { "ibuprofen", 600, 0.5, UNKNOT_MEDICINE_DOUBTFUL },
    { "ibuprofen", 1200, 1, UNKNOT_MEDICINE_DOUBTFUL },
    { "ibuprofen", 1201, 1, UNKNOT_MEDICINE_ABOVE },
    { "ibuprofen", 200, 5, UNKNOT_MEDICINE_UNKNOWN },
    { "ibuprofen", 200, 5.5, UNKNOT_MEDICINE_DOUBTFUL },
    { "paracetamol", 1999, 3, UNKNOT_MEDICINE_UNKNOWN },
    { "paracetamol", 2000, 1, UNKNOT_MEDICINE_DOUBTFUL },
    { "paracetamol", 1000, 5, UNKNOT_MEDICINE_DOUBTFUL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      g_test_message ("%u", i);
      add (doses, cases[i].mg, "mg", cases[i].ingredient);
      add (doses, cases[i].tablets, "tablet", cases[i].ingredient);
      assert_verdict (doses, cases[i].verdict);
    }
}

/* A large amount without a unit is taken for mg, though not for certain. */
static void
test_medicine_limits_no_unit (void)
{
  static const struct
  {
    const char *ingredient;
    double amount;
    double mg;
    UnknotMedicineVerdict verdict;
  } cases[] = {
    { "ibuprofen", 400, 1, UNKNOT_MEDICINE_UNKNOWN },
    { "ibuprofen", 1199, 1, UNKNOT_MEDICINE_UNKNOWN },
    { "ibuprofen", 1150, 51, UNKNOT_MEDICINE_DOUBTFUL },
    { "ibuprofen", 400, 801, UNKNOT_MEDICINE_DOUBTFUL },
    { "ibuprofen", 400, 1201, UNKNOT_MEDICINE_ABOVE },
    { "paracetamol", 5000, 1, UNKNOT_MEDICINE_DOUBTFUL },
    { "lidocaine", 5000, 1, UNKNOT_MEDICINE_UNKNOWN },
    { "lidocaine", 5, 1, UNKNOT_MEDICINE_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      g_test_message ("%u", i);
      add (doses, cases[i].amount, NULL, cases[i].ingredient);
      add (doses, cases[i].mg, "mg", cases[i].ingredient);
      assert_verdict (doses, cases[i].verdict);
    }
}

/* Of what nobody said what is in it, the name counts; never against what was said. */
static void
test_medicine_limits_names (void)
{
  g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

  add (doses, 2000, "mg", "paracetamol");
  unknot_dose_set_name (add_dose (doses, "UTC", 21, 13, 0, 9000, "mg", "other", NULL),
                        "Paracetamol", NULL);
  assert_verdict (doses, UNKNOT_MEDICINE_WITHIN);
  unknot_dose_set_name (add_dose (doses, "UTC", 21, 14, 0, 2001, "mg", NULL, NULL),
                        "Acetaminophen 500", NULL);
  assert_verdict (doses, UNKNOT_MEDICINE_ABOVE);
}

static void
test_medicine_limits_has (void)
{
  g_assert_true (unknot_medicine_limits_has ("lidocaine"));
  g_assert_false (unknot_medicine_limits_has ("other-pain-medicine"));
  g_assert_false (unknot_medicine_limits_has (NULL));
}

static void
test_medicine_limits_supply (void)
{
  g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

  add_dose (doses, "UTC", 21, 8, 0, 800, "mg", "ibuprofen", "prescribed");
  add_dose (doses, "UTC", 21, 9, 0, 400, "mg", "ibuprofen", NULL);
  assert_verdict (doses, UNKNOT_MEDICINE_WITHIN);
  add_dose (doses, "UTC", 21, 9, 0, 200, "mg", "ibuprofen", "bought");
  assert_verdict (doses, UNKNOT_MEDICINE_ABOVE);
}

/* Each for itself; of what has no limit here, nothing is said. */
static void
test_medicine_limits_ingredients (void)
{
  g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);
  g_autoptr (GArray) totals = NULL;

  add (doses, 9000, "mg", "other");
  add (doses, 9000, "mg", "other-pain-medicine");
  add (doses, 9000, "mg", NULL);
  add (doses, 1000, "mg", "ibuprofen");
  add (doses, 3000, "mg", "aspirin");
  add (doses, 3000, "mg", "aspirin");
  totals = unknot_medicine_limits_sum (G_LIST_MODEL (doses), DAY);
  g_assert_cmpuint (totals->len, ==, 2);
  g_assert_cmpstr (g_array_index (totals, UnknotMedicineTotal, 0).ingredient, ==, "ibuprofen");
  g_assert_cmpint (unknot_medicine_total_judge (&g_array_index (totals, UnknotMedicineTotal, 0)),
                   ==, UNKNOT_MEDICINE_WITHIN);
  g_assert_cmpstr (g_array_index (totals, UnknotMedicineTotal, 1).ingredient, ==, "aspirin");
  g_assert_cmpint (unknot_medicine_total_judge (&g_array_index (totals, UnknotMedicineTotal, 1)),
                   ==, UNKNOT_MEDICINE_ABOVE);
}

/* By the day on the wall where the person was, whatever it was in UTC. */
static void
test_medicine_limits_days (void)
{
  static const char *const zones[] = {
    "UTC", "Pacific/Auckland", "Pacific/Honolulu", "Asia/Kathmandu"
  };

  for (guint i = 0; i < G_N_ELEMENTS (zones); i++)
    {
      g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);

      add_dose (doses, zones[i], 20, 23, 59, 1200, "mg", "ibuprofen", "bought");
      add_dose (doses, zones[i], 21, 0, 1, 600, "mg", "ibuprofen", "bought");
      add_dose (doses, zones[i], 21, 23, 59, 600, "mg", "ibuprofen", "bought");
      add_dose (doses, zones[i], 22, 0, 1, 1201, "mg", "ibuprofen", "bought");
      for (int day = 20261120; day <= 20261122; day++)
        {
          UnknotMedicineTotal total = get_only (doses, day);

          g_assert_cmpint (unknot_medicine_total_judge (&total), ==,
                           day == 20261122 ? UNKNOT_MEDICINE_ABOVE : UNKNOT_MEDICINE_WITHIN);
        }
    }
}

static void
test_medicine_limits_of_nothing (void)
{
  g_autoptr (GListStore) doses = g_list_store_new (UNKNOT_TYPE_DOSE);
  g_autoptr (GArray) totals = unknot_medicine_limits_sum (G_LIST_MODEL (doses), DAY);

  g_assert_cmpuint (totals->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/medicine-limits/exact", test_medicine_limits_exact);
  g_test_add_func ("/medicine-limits/units-together", test_medicine_limits_units_together);
  g_test_add_func ("/medicine-limits/unknown-units", test_medicine_limits_unknown_units);
  g_test_add_func ("/medicine-limits/tablets", test_medicine_limits_tablets);
  g_test_add_func ("/medicine-limits/tablets-and-mg", test_medicine_limits_tablets_and_mg);
  g_test_add_func ("/medicine-limits/no-unit", test_medicine_limits_no_unit);
  g_test_add_func ("/medicine-limits/names", test_medicine_limits_names);
  g_test_add_func ("/medicine-limits/has", test_medicine_limits_has);
  g_test_add_func ("/medicine-limits/supply", test_medicine_limits_supply);
  g_test_add_func ("/medicine-limits/ingredients", test_medicine_limits_ingredients);
  g_test_add_func ("/medicine-limits/days", test_medicine_limits_days);
  g_test_add_func ("/medicine-limits/of-nothing", test_medicine_limits_of_nothing);

  return g_test_run ();
}
