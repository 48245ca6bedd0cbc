/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-entry.h"
#include "unknot-vocabulary.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DOSE (unknot_dose_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDose, unknot_dose, UNKNOT, DOSE, UnknotEntry)

UnknotDose *unknot_dose_new              (UnknotMoment  *moment,
                                          const char    *name,
                                          double         amount,
                                          GError       **error);
const char *unknot_dose_get_name         (UnknotDose    *self);
gboolean    unknot_dose_set_name         (UnknotDose    *self,
                                          const char    *name,
                                          GError       **error);
double      unknot_dose_get_amount       (UnknotDose    *self);
gboolean    unknot_dose_set_amount       (UnknotDose    *self,
                                          double         amount,
                                          GError       **error);
const char *unknot_dose_get_unit         (UnknotDose    *self);
gboolean    unknot_dose_set_unit         (UnknotDose    *self,
                                          const char    *unit,
                                          GError       **error);
const char *unknot_dose_get_ingredient   (UnknotDose    *self);
gboolean    unknot_dose_set_ingredient   (UnknotDose    *self,
                                          const char    *ingredient,
                                          GError       **error);
const char *unknot_dose_get_supply       (UnknotDose    *self);
gboolean    unknot_dose_set_supply       (UnknotDose    *self,
                                          const char    *supply,
                                          GError       **error);
const char *unknot_dose_get_effect       (UnknotDose    *self);
gboolean    unknot_dose_set_effect       (UnknotDose    *self,
                                          const char    *effect,
                                          GError       **error);
const char *unknot_dose_guess_ingredient (const char    *name);
const char *unknot_dose_guess_unit       (double         amount);

G_END_DECLS
