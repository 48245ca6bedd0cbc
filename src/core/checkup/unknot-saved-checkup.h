/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-answers.h"

G_BEGIN_DECLS

/**
 * UnknotSavedCheckup:
 * @answers: what was answered
 * @dangers: which of @answers were dangers that the diary named
 * @time: (nullable): when it was last answered; %NULL where that is not known
 * @in_progress: whether the person did not go through to the result
 *
 * What is kept of a check-up.
 */
typedef struct
{
  UnknotAnswers *answers;
  UnknotAnswers *dangers;
  GDateTime *time;
  gboolean in_progress;
} UnknotSavedCheckup;

void      unknot_saved_checkup_clear (UnknotSavedCheckup   *self);
gboolean  unknot_saved_checkup_read  (UnknotSavedCheckup   *self,
                                      UnknotQuestionnaire  *questionnaire,
                                      GBytes               *json,
                                      GError              **error);
GBytes   *unknot_saved_checkup_write (UnknotAnswers        *answers,
                                      UnknotAnswers        *dangers,
                                      const char           *status,
                                      GDateTime            *time);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (UnknotSavedCheckup, unknot_saved_checkup_clear)

G_END_DECLS
