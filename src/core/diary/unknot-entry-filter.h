/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-vocabulary.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UnknotTreatmentKind:
 * @UNKNOT_TREATMENT_NONE: any, or none at all
 * @UNKNOT_TREATMENT_MEASURE: what is a code of %UNKNOT_VOCABULARY_MEASURE
 * @UNKNOT_TREATMENT_INGREDIENT: a medicine, by a code of %UNKNOT_VOCABULARY_INGREDIENT
 * @UNKNOT_TREATMENT_MEDICINE: a medicine, by its whole name; capitals play no part
 */
typedef enum
{
  UNKNOT_TREATMENT_NONE,
  UNKNOT_TREATMENT_MEASURE,
  UNKNOT_TREATMENT_INGREDIENT,
  UNKNOT_TREATMENT_MEDICINE,
} UnknotTreatmentKind;

#define UNKNOT_TYPE_ENTRY_FILTER (unknot_entry_filter_get_type ())

G_DECLARE_FINAL_TYPE (UnknotEntryFilter, unknot_entry_filter, UNKNOT, ENTRY_FILTER, GObject)

UnknotEntryFilter  *unknot_entry_filter_new                (void);
UnknotEntryFilter  *unknot_entry_filter_with_spasms_only   (UnknotEntryFilter   *self,
                                                            gboolean             spasms_only);
UnknotEntryFilter  *unknot_entry_filter_with_area          (UnknotEntryFilter   *self,
                                                            const char          *area);
UnknotEntryFilter  *unknot_entry_filter_with_trigger       (UnknotEntryFilter   *self,
                                                            const char          *trigger);
UnknotEntryFilter  *unknot_entry_filter_with_worst         (UnknotEntryFilter   *self,
                                                            int                  from,
                                                            int                  to);
UnknotEntryFilter  *unknot_entry_filter_with_treatment     (UnknotEntryFilter   *self,
                                                            UnknotTreatmentKind  kind,
                                                            const char          *treatment);
UnknotEntryFilter  *unknot_entry_filter_with_days          (UnknotEntryFilter   *self,
                                                            int                  first_day,
                                                            int                  last_day);
gboolean            unknot_entry_filter_is_spasms_only     (UnknotEntryFilter   *self);
const char         *unknot_entry_filter_get_area           (UnknotEntryFilter   *self);
const char         *unknot_entry_filter_get_trigger        (UnknotEntryFilter   *self);
int                 unknot_entry_filter_get_worst_from     (UnknotEntryFilter   *self);
int                 unknot_entry_filter_get_worst_to       (UnknotEntryFilter   *self);
UnknotTreatmentKind unknot_entry_filter_get_treatment_kind (UnknotEntryFilter   *self);
const char         *unknot_entry_filter_get_treatment      (UnknotEntryFilter   *self);
int                 unknot_entry_filter_get_first_day      (UnknotEntryFilter   *self);
int                 unknot_entry_filter_get_last_day       (UnknotEntryFilter   *self);
gboolean            unknot_entry_filter_is_empty           (UnknotEntryFilter   *self);
gboolean            unknot_entry_filter_equal              (UnknotEntryFilter   *self,
                                                            UnknotEntryFilter   *other);

G_END_DECLS
