/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-dose.h"

G_BEGIN_DECLS

/**
 * UnknotMedicineVerdict:
 * @UNKNOT_MEDICINE_WITHIN: all of it is known, and is not above the limit
 * @UNKNOT_MEDICINE_UNKNOWN: what is known of it is not above the limit, but there was more
 * @UNKNOT_MEDICINE_DOUBTFUL: the same, but with what is not known it may well be above the limit
 * @UNKNOT_MEDICINE_ABOVE: what is known of it is above the limit already
 *
 * From the best to the worst.
 */
typedef enum
{
  UNKNOT_MEDICINE_WITHIN,
  UNKNOT_MEDICINE_UNKNOWN,
  UNKNOT_MEDICINE_DOUBTFUL,
  UNKNOT_MEDICINE_ABOVE,
} UnknotMedicineVerdict;

/**
 * UnknotMedicineTotal:
 * @ingredient: a code of %UNKNOT_VOCABULARY_INGREDIENT
 * @limit: how much of it a label allows in a day: mg; of lidocaine, patches and other applications
 * @most_tablets: how many tablets a label allows in a day; 0 where there are none
 * @total: how much of it is known, counted as @limit
 * @presumed: how much more there was with no unit, if it was in the one it is presumed to be in
 * @tablets: how many tablets there were besides, or what without a unit is taken for such
 * @at_least: whether there was more than @total, in a unit that cannot be counted so
 *
 * How much there was of an ingredient.
 */
typedef struct
{
  const char *ingredient;
  double limit;
  double most_tablets;
  double total;
  double presumed;
  double tablets;
  gboolean at_least;
} UnknotMedicineTotal;

gboolean               unknot_medicine_limits_has  (const char                *ingredient);
UnknotMedicineTotal   *unknot_medicine_limits_add  (GArray                    *totals,
                                                    const char                *ingredient,
                                                    const char                *name,
                                                    double                     amount,
                                                    const char                *unit);
GArray                *unknot_medicine_limits_sum  (GListModel                *doses,
                                                    int                        day);
UnknotMedicineVerdict  unknot_medicine_total_judge (const UnknotMedicineTotal *self);

G_END_DECLS
