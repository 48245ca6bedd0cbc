/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-visits"

#include "config.h"

#include "unknot-summary-visits.h"

/**
 * unknot_summary_visits_read:
 * @self: (out caller-allocates): to be cleared with unknot_summary_visits_clear(), however it ends
 * @diary: open
 *
 * Returns: %FALSE with @error set where they could not be read
 */
gboolean
unknot_summary_visits_read (UnknotSummaryVisits  *self,
                            UnknotDiary          *diary,
                            GError              **error)
{
  g_autoptr (UnknotVisit) past = NULL;
  UnknotVisit *planned;
  GError *local_error = NULL;

  *self = (UnknotSummaryVisits) { NULL };
  past = unknot_diary_dup_last_visit (diary, &local_error);
  if (local_error == NULL)
    self->last = unknot_diary_dup_told_visit (diary, &local_error);
  if (local_error == NULL)
    self->next = unknot_diary_dup_next_visit (diary, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  planned = self->next != NULL ? self->next : past;
  self->goals =
    unknot_visit_split_lines (planned != NULL ? unknot_visit_get_goals (planned) : "");
  /* Of a visit that nothing came of yet, nothing was answered either. */
  self->questions =
    unknot_visit_split_lines (planned != NULL && *unknot_visit_get_outcome (planned) == '\0'
                                ? unknot_visit_get_questions (planned) : "");

  return TRUE;
}

void
unknot_summary_visits_clear (UnknotSummaryVisits *self)
{
  g_clear_object (&self->last);
  g_clear_object (&self->next);
  g_clear_pointer (&self->goals, g_strfreev);
  g_clear_pointer (&self->questions, g_strfreev);
}
