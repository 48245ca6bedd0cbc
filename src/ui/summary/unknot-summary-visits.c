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
  UnknotVisit *goals_of;
  GError *local_error = NULL;

  *self = (UnknotSummaryVisits) { NULL };
  self->last = unknot_diary_dup_last_visit (diary, &local_error);
  if (local_error == NULL)
    self->next = unknot_diary_dup_next_visit (diary, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return FALSE;
    }

  goals_of = self->next != NULL ? self->next : self->last;
  self->goals =
    unknot_visit_split_lines (goals_of != NULL ? unknot_visit_get_goals (goals_of) : "");
  self->questions =
    unknot_visit_split_lines (self->next != NULL ? unknot_visit_get_questions (self->next) : "");

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
