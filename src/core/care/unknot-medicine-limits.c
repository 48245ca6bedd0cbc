/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-medicine-limits"

#include "config.h"

#include "unknot-medicine-limits.h"

/* What labels of medicines bought without prescription allow in 24 hours, for adults; what applies
 * to a person can be less. Never shown as a dose to take.
 *
 * Ibuprofen 200 mg: 6 tablets (DailyMed, ibuprofen labels). Naproxen sodium 220 mg: 3 tablets
 * (DailyMed, naproxen labels). Aspirin 325 mg: 12 tablets (Bayer label). Paracetamol: 4000 mg (FDA
 * liver warning; Health Canada); labels of some products stop at 3000 or 3250 mg. Lidocaine 4 %:
 * 3 to 4 patches or applications, by product (labels of Salonpas, CVS, Aspercreme). */
static const struct
{
  const char *ingredient;
  double limit;
} limits[] = {
  { "ibuprofen", 1200 },
  { "naproxen", 660 },
  { "aspirin", 3900 },
  { "paracetamol", 4000 },
  { "lidocaine", 4 },
};

/* Far less than matters, and more than the error of a sum of fractions. */
#define EPSILON 0.0005

/* Returns: what one of @unit counts of @ingredient; 0 where that is not known. */
static double
get_measure (const char *ingredient,
             const char *unit)
{
  gboolean by_application = g_str_equal (ingredient, "lidocaine");

  if (g_strcmp0 (unit, "patch") == 0 || g_strcmp0 (unit, "application") == 0)
    return by_application ? 1 : 0;
  if (g_strcmp0 (unit, "mg") == 0)
    return by_application ? 0 : 1;
  if (g_strcmp0 (unit, "g") == 0)
    return by_application ? 0 : 1000;

  return 0;
}

static UnknotMedicineTotal *
find_total (GArray     *totals,
            const char *ingredient)
{
  UnknotMedicineTotal total;

  for (guint i = 0; i < totals->len; i++)
    {
      UnknotMedicineTotal *found = &g_array_index (totals, UnknotMedicineTotal, i);

      if (g_str_equal (found->ingredient, ingredient))
        return found;
    }

  if (!unknot_medicine_total_init (&total, ingredient))
    return NULL;
  g_array_append_val (totals, total);

  return &g_array_index (totals, UnknotMedicineTotal, totals->len - 1);
}

/**
 * unknot_medicine_total_init:
 * @self: (out): set to nothing of @ingredient
 * @ingredient: a code of %UNKNOT_VOCABULARY_INGREDIENT
 *
 * Returns: %FALSE, and @self as it was, where no limit of @ingredient is known
 */
gboolean
unknot_medicine_total_init (UnknotMedicineTotal *self,
                            const char          *ingredient)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      if (!g_str_equal (limits[i].ingredient, ingredient))
        continue;

      *self = (UnknotMedicineTotal) { limits[i].ingredient, limits[i].limit, 0, FALSE };
      return TRUE;
    }

  return FALSE;
}

/**
 * unknot_medicine_total_add:
 * @amount: how much more, above 0
 * @unit: (nullable): a code of %UNKNOT_VOCABULARY_UNIT, %NULL where it is not known
 */
void
unknot_medicine_total_add (UnknotMedicineTotal *self,
                           double               amount,
                           const char          *unit)
{
  double measure = get_measure (self->ingredient, unit);

  self->total += measure * amount;
  if (measure <= 0)
    self->at_least = TRUE;
}

/**
 * unknot_medicine_total_judge:
 *
 * Returns: whether it is above the limit; just the limit is not
 */
UnknotMedicineVerdict
unknot_medicine_total_judge (const UnknotMedicineTotal *self)
{
  if (self->total - self->limit > EPSILON)
    return UNKNOT_MEDICINE_ABOVE;

  return self->at_least ? UNKNOT_MEDICINE_UNKNOWN : UNKNOT_MEDICINE_WITHIN;
}

/**
 * unknot_medicine_limits_sum:
 * @doses: (element-type UnknotDose): doses of any days
 * @day: the local day to sum up, yyyymmdd
 *
 * Sums up the doses of one day, bought or prescribed: the body does not tell them apart.
 *
 * Returns: (transfer full) (element-type UnknotMedicineTotal): a total for each ingredient that was
 *   taken on @day and has a limit, in the order of @doses
 */
GArray *
unknot_medicine_limits_sum (GListModel *doses,
                            int         day)
{
  GArray *totals = g_array_new (FALSE, FALSE, sizeof (UnknotMedicineTotal));

  for (guint i = 0; i < g_list_model_get_n_items (doses); i++)
    {
      g_autoptr (UnknotDose) dose = g_list_model_get_item (doses, i);
      const char *ingredient = unknot_dose_get_ingredient (dose);
      UnknotMedicineTotal *total;

      if (ingredient == NULL ||
          unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (dose))) != day)
        continue;

      total = find_total (totals, ingredient);
      if (total != NULL)
        unknot_medicine_total_add (total, unknot_dose_get_amount (dose),
                                   unknot_dose_get_unit (dose));
    }

  return totals;
}
