/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-result-print"

#include "config.h"

#include "unknot-result-print.h"

#include "unknot-print.h"
#include "unknot-result-topic.h"
#include "unknot-topic-print.h"

#include <glib/gi18n.h>

/**
 * unknot_result_print_new_operation:
 * @checkup: whose result to print
 * @whereabouts: whom to call
 * @past: whether it is an earlier check-up, which is not changed any more
 *
 * Returns: (transfer full): an operation that prints the result as it is now, when it is run with
 *   unknot_print_run_async()
 */
GtkPrintOperation *
unknot_result_print_new_operation (UnknotCheckup     *checkup,
                                   UnknotWhereabouts *whereabouts,
                                   gboolean           past)
{
  UnknotAssessment *assessment = unknot_checkup_get_assessment (checkup);
  UnknotEmergencyNumber *number = unknot_whereabouts_get_number (whereabouts);
  g_autoptr (UnknotAdvice) advice =
    unknot_advice_new (assessment,
                       unknot_protocol_get_evidence (unknot_checkup_get_protocol (checkup)),
                       unknot_emergency_number_get_number (number),
                       unknot_emergency_number_get_country (number));
  g_autoptr (UnknotTopic) topic = unknot_result_topic_new (assessment, advice, past);
  GtkPrintOperation *operation = unknot_topic_print_new_operation (topic, NULL);

  gtk_print_operation_set_job_name (operation, _("Result of the Check-Up"));

  return operation;
}

/**
 * unknot_result_print_finish:
 *
 * Returns: whether it was handed to the printer; %FALSE with @error set to a sentence, and to
 *   %G_IO_ERROR_CANCELLED where the person thought better of it
 */
gboolean
unknot_result_print_finish (GAsyncResult  *result,
                            GError       **error)
{
  g_autoptr (GError) fault = NULL;

  if (unknot_print_finish (result, &fault))
    return TRUE;
  if (g_error_matches (fault, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_steal_pointer (&fault));
  else
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                 _("The result could not be printed: %s. It stays here: look whether the printer "
                   "is on, and try again."),
                 fault->message);

  return FALSE;
}
