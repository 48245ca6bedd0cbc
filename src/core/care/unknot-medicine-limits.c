/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-medicine-limits"

#include "config.h"

#include "unknot-medicine-limits.h"

/* What labels of medicines bought without prescription allow in 24 hours, for adults; what applies
 * to a person can be less. Never shown as a dose to take.
 *
 * Ibuprofen 200 mg: 6 tablets (DailyMed, ibuprofen labels). Naproxen sodium 220 mg: 3 tablets
 * (DailyMed, naproxen labels). Aspirin 325 mg: 12 tablets (Bayer label). Paracetamol: 4000 mg (FDA
 * liver warning; Health Canada); labels of some products stop at 3000 or 3250 mg, that of 500 mg
 * at 6 tablets (Tylenol labels). Lidocaine 4 %: 3 to 4 patches or applications, by product (labels
 * of Salonpas, CVS, Aspercreme). */
static const struct
{
  const char *ingredient;
  double limit;
  double most_tablets;
} limits[] = {
  { "ibuprofen", 1200, 6 },
  { "naproxen", 660, 3 },
  { "aspirin", 3900, 12 },
  { "paracetamol", 4000, 6 },
  { "lidocaine", 4, 0 },
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

/* Returns: (nullable): the total of @ingredient; %NULL where no limit of it is known. */
static UnknotMedicineTotal *
find_total (GArray     *totals,
            const char *ingredient)
{
  for (guint i = 0; i < totals->len; i++)
    {
      UnknotMedicineTotal *found = &g_array_index (totals, UnknotMedicineTotal, i);

      if (g_str_equal (found->ingredient, ingredient))
        return found;
    }

  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      UnknotMedicineTotal total = { limits[i].ingredient, limits[i].limit, limits[i].most_tablets };

      if (!g_str_equal (total.ingredient, ingredient))
        continue;
      g_array_append_val (totals, total);
      return &g_array_index (totals, UnknotMedicineTotal, totals->len - 1);
    }

  return NULL;
}

/* Whether it is above the limit if each tablet is such as the label counts, and what has no unit
 * is what it is presumed to be. There are stronger tablets: beside half of the limit or more in
 * mg, any tablet is a doubt. */
static gboolean
is_doubtful (const UnknotMedicineTotal *self)
{
  double known = self->total + self->presumed;
  double tablets;

  if (self->most_tablets <= 0)
    return FALSE;

  tablets = self->tablets * self->limit / self->most_tablets;

  return known + tablets - self->limit > EPSILON ||
         (self->tablets > 0 && known - self->limit / 2 > -EPSILON);
}

/**
 * unknot_medicine_limits_has:
 * @ingredient: (nullable): a code of %UNKNOT_VOCABULARY_INGREDIENT
 *
 * Returns: whether a limit of @ingredient is known
 */
gboolean
unknot_medicine_limits_has (const char *ingredient)
{
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    {
      if (g_strcmp0 (limits[i].ingredient, ingredient) == 0)
        return TRUE;
    }

  return FALSE;
}

/**
 * unknot_medicine_limits_add:
 * @totals: (element-type UnknotMedicineTotal): the totals of one day, all 0 at first
 * @ingredient: (nullable): a code of %UNKNOT_VOCABULARY_INGREDIENT; %NULL to go by @name
 * @name: the medicine, in the person’s words
 * @amount: how much was taken of it, above 0
 * @unit: (nullable): a code of %UNKNOT_VOCABULARY_UNIT, %NULL where it is not known
 *
 * Adds a dose to the total of its ingredient, which is made where there is none yet.
 *
 * Returns: (transfer none) (nullable): that total, until another is made; %NULL where no ingredient
 *   is known, or no limit of it
 */
UnknotMedicineTotal *
unknot_medicine_limits_add (GArray     *totals,
                            const char *ingredient,
                            const char *name,
                            double      amount,
                            const char *unit)
{
  UnknotMedicineTotal *total;
  double measure;

  if (ingredient == NULL)
    ingredient = unknot_dose_guess_ingredient (name);
  total = ingredient != NULL ? find_total (totals, ingredient) : NULL;
  if (total == NULL)
    return NULL;

  measure = get_measure (total->ingredient, unit);
  total->total += measure * amount;
  if (measure > 0)
    return total;

  total->at_least = TRUE;
  if (unit == NULL && unknot_dose_guess_unit (amount) != NULL)
    total->presumed += get_measure (total->ingredient, unknot_dose_guess_unit (amount)) * amount;
  else if (unit == NULL || g_str_equal (unit, "tablet"))
    total->tablets += amount;

  return total;
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

      if (unknot_moment_get_day (unknot_entry_get_moment (UNKNOT_ENTRY (dose))) == day)
        unknot_medicine_limits_add (totals, unknot_dose_get_ingredient (dose),
                                    unknot_dose_get_name (dose), unknot_dose_get_amount (dose),
                                    unknot_dose_get_unit (dose));
    }

  return totals;
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
  if (is_doubtful (self))
    return UNKNOT_MEDICINE_DOUBTFUL;

  return self->at_least ? UNKNOT_MEDICINE_UNKNOWN : UNKNOT_MEDICINE_WITHIN;
}
