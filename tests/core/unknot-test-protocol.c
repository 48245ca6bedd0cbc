/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-protocol.h"

#include "unknot-answers-json.h"

/**
 * unknot_test_read_file:
 * @first: a path below the source folder, in parts, %NULL at the end
 *
 * Returns: (transfer full): what the file holds
 */
GBytes *
unknot_test_read_file (const char *first,
                       ...)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autofree char *path = NULL;
  char *content = NULL;
  gsize length;
  va_list arguments;

  g_assert_nonnull (g_getenv ("G_TEST_SRCDIR"));
  g_ptr_array_add (parts, (char *) g_getenv ("G_TEST_SRCDIR"));
  va_start (arguments, first);
  for (const char *part = first; part != NULL; part = va_arg (arguments, const char *))
    g_ptr_array_add (parts, (char *) part);
  va_end (arguments);
  g_ptr_array_add (parts, NULL);

  path = g_build_filenamev ((char **) parts->pdata);
  g_file_get_contents (path, &content, &length, &error);
  g_assert_no_error (error);

  return g_bytes_new_take (content, length);
}

/**
 * unknot_test_load_protocol:
 *
 * Returns: (transfer full): the protocol as it is shipped
 */
UnknotProtocol *
unknot_test_load_protocol (void)
{
  g_autoptr (GBytes) questionnaire =
    unknot_test_read_file ("data", "protocol", "questionnaire.json", NULL);
  g_autoptr (GBytes) rules = unknot_test_read_file ("data", "protocol", "rules.json", NULL);
  g_autoptr (GBytes) evidence = unknot_test_read_file ("data", "protocol", "evidence.json", NULL);
  g_autoptr (GError) error = NULL;
  UnknotProtocol *protocol = unknot_protocol_new (questionnaire, rules, evidence, &error);

  g_assert_no_error (error);

  return protocol;
}

/**
 * unknot_test_lookup:
 *
 * Returns: (transfer none): the question with @id, which must be there
 */
UnknotQuestion *
unknot_test_lookup (UnknotProtocol *protocol,
                    const char     *id)
{
  UnknotQuestion *question =
    unknot_questionnaire_lookup (unknot_protocol_get_questionnaire (protocol), id);

  g_assert_nonnull (question);

  return question;
}

/**
 * unknot_test_new_calm_answers:
 *
 * Returns: (transfer full): a whole check-up of an ordinary spasm, the base of the vignettes
 */
UnknotAnswers *
unknot_test_new_calm_answers (UnknotProtocol *protocol)
{
  g_autoptr (GBytes) json = unknot_test_read_file ("tests", "vignettes", "base.json", NULL);
  g_autoptr (GError) error = NULL;
  UnknotAnswers *answers =
    unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), json, &error);

  g_assert_no_error (error);

  return answers;
}
