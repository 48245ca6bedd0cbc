/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-test-summary.h"

#include "unknot-test-protocol.h"

typedef struct
{
  UnknotSummary *summary;
  GError *error;
} Answer;

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Answer *answer = user_data;

  answer->summary = unknot_summary_load_finish (UNKNOT_DIARY (source), result, &answer->error);
}

/* NULL with @error set where it fails. */
UnknotSummary *
unknot_test_summary_try_load (DiaryFixture  *fixture,
                              int            first_day,
                              int            last_day,
                              gboolean       with_entries,
                              GCancellable  *cancellable,
                              GError       **error)
{
  const UnknotPeriod period = { first_day, last_day };
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  Answer answer = { NULL };

  unknot_summary_load_async (fixture->diary, protocol, &period, G_DATE_MONDAY, with_entries,
                             cancellable, loaded_cb, &answer);
  while (answer.summary == NULL && answer.error == NULL)
    g_main_context_iteration (NULL, TRUE);
  if (answer.error != NULL)
    g_propagate_error (error, answer.error);

  return answer.summary;
}

UnknotSummary *
unknot_test_summary_load (DiaryFixture *fixture,
                          int           first_day,
                          int           last_day,
                          gboolean      with_entries)
{
  g_autoptr (GError) error = NULL;
  UnknotSummary *summary =
    unknot_test_summary_try_load (fixture, first_day, last_day, with_entries, NULL, &error);

  g_assert_no_error (error);

  return summary;
}

/* NULL where there is no such part. */
UnknotSummarySection *
unknot_test_summary_find (GPtrArray         *sections,
                          UnknotSummaryPart  part)
{
  for (guint i = 0; i < sections->len; i++)
    {
      UnknotSummarySection *section = g_ptr_array_index (sections, i);

      if (section->part == part)
        return section;
    }

  return NULL;
}

/* A line each for what it says: of a table the cells with “|” between them, of a text its label and
 * its items. */
char *
unknot_test_summary_tell (UnknotSummary     *summary,
                          UnknotSummaryPart  part)
{
  const UnknotSummaryChoice choice = { .parts = UNKNOT_SUMMARY_SET (part) };
  g_autoptr (GPtrArray) sections = unknot_summary_make_sections (summary, &choice);
  UnknotSummarySection *section = unknot_test_summary_find (sections, part);
  GString *told = g_string_new (NULL);

  if (section == NULL)
    return g_string_free_and_steal (told);

  for (guint i = 0; i < section->rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", g_ptr_array_index (section->rows, i));

      g_string_append_printf (told, "%s\n", row);
    }
  for (guint i = 0; i < section->lines->len; i++)
    {
      const UnknotSummaryLine *line = g_ptr_array_index (section->lines, i);
      g_autofree char *items = g_strjoinv ("; ", line->items);

      g_string_append_printf (told, "%s%s%s\n", line->label != NULL ? line->label : "",
                              line->label != NULL ? ": " : "", items);
    }

  return g_string_free_and_steal (told);
}
