/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-result-print"

#include "config.h"

#include "unknot-result-print.h"

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

  return unknot_topic_print_new_operation (topic, NULL, _("Result of the Check-Up"));
}
