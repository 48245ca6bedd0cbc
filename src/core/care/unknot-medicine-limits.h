/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-dose.h"

G_BEGIN_DECLS

/**
 * UnknotMedicineVerdict:
 * @UNKNOT_MEDICINE_WITHIN: all of it is known, and is not above the limit
 * @UNKNOT_MEDICINE_UNKNOWN: what is known of it is not above the limit, but there was more
 * @UNKNOT_MEDICINE_ABOVE: what is known of it is above the limit already
 */
typedef enum
{
  UNKNOT_MEDICINE_WITHIN,
  UNKNOT_MEDICINE_UNKNOWN,
  UNKNOT_MEDICINE_ABOVE,
} UnknotMedicineVerdict;

/**
 * UnknotMedicineTotal:
 * @ingredient: a code of %UNKNOT_VOCABULARY_INGREDIENT
 * @limit: how much of it a label allows in a day: mg; of lidocaine, patches and other applications
 * @total: how much of it is known, counted as @limit
 * @at_least: whether there was more, in a unit that cannot be counted so
 *
 * How much there was of an ingredient.
 */
typedef struct
{
  const char *ingredient;
  double limit;
  double total;
  gboolean at_least;
} UnknotMedicineTotal;

gboolean              unknot_medicine_total_init   (UnknotMedicineTotal       *self,
                                                    const char                *ingredient);
void                  unknot_medicine_total_add    (UnknotMedicineTotal       *self,
                                                    double                     amount,
                                                    const char                *unit);
UnknotMedicineVerdict unknot_medicine_total_judge  (const UnknotMedicineTotal *self);
GArray               *unknot_medicine_limits_sum   (GListModel                *doses,
                                                    int                        day);

G_END_DECLS
