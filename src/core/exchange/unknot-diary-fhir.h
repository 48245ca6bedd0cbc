/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "unknot-database.h"
#include "unknot-progress.h"
#include "unknot-questionnaire.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryFhir:
 * @questionnaire: (nullable): what the check-ups asked
 * @json: (nullable): the same, as the FHIR R4 Questionnaire that it was read from
 *
 * What it takes beside the diary to tell it as FHIR.
 */
typedef struct
{
  UnknotQuestionnaire *questionnaire;
  GBytes *json;
} UnknotDiaryFhir;

gboolean unknot_diary_fhir_load  (UnknotDiaryFhir  *self,
                                  const char       *path,
                                  GError          **error);
void     unknot_diary_fhir_clear (UnknotDiaryFhir  *self);
gboolean unknot_diary_fhir_write (UnknotDatabase   *database,
                                  GOutputStream    *stream,
                                  gpointer          fhir,
                                  UnknotProgress   *progress,
                                  GError          **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UnknotDiaryFhir, unknot_diary_fhir_clear)

G_END_DECLS
