/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-protocol.h"

/* Any bytes in the place of one of the protocol's three files, which the first byte chooses: a
 * sentence for each fault, or a protocol that can assess. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static GBytes *
load_small (const char *name)
{
  return unknot_test_read_file ("tests", "fuzz", "small-protocol", name, NULL);
}

static void
assess_nothing (UnknotProtocol *protocol)
{
  g_autoptr (UnknotAnswers) answers =
    unknot_answers_new (unknot_protocol_get_questionnaire (protocol));
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 3, 0, 0);
  g_autoptr (UnknotAssessment) assessment =
    unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, now);

  g_assert_false (unknot_assessment_is_complete (assessment));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  static GBytes *files[3] = { NULL };
  g_autoptr (GBytes) given = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotProtocol) protocol = NULL;
  guint place;

  if (size == 0)
    return 0;
  if (files[0] == NULL)
    {
      files[0] = load_small ("questionnaire.json");
      files[1] = load_small ("rules.json");
      files[2] = load_small ("evidence.json");
    }

  place = data[0] % G_N_ELEMENTS (files);
  given = g_bytes_new (data + 1, size - 1);
  protocol = unknot_protocol_new (place == 0 ? given : files[0], place == 1 ? given : files[1],
                                  place == 2 ? given : files[2], &error);
  if (protocol != NULL)
    assess_nothing (protocol);
  else
    g_assert_error (error, UNKNOT_PROTOCOL_ERROR, UNKNOT_PROTOCOL_ERROR_INVALID);

  return 0;
}
