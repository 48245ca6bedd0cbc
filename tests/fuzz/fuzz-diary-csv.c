/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-csv.h"
#include "unknot-csv-columns.h"
#include "unknot-csv-mapping.h"
#include "unknot-diary-csv.h"

#include <string.h>

/* Any bytes as tables: what is before the first form feed as spasms, the rest as what belongs to
 * them; and as somebody's own. Each entry that is read goes out as it came in. */

int LLVMFuzzerTestOneInput (const guint8 *data,
                            gsize         size);

static gboolean
take_cb (UnknotEntry  *entry,
         gint64        changed,
         gpointer      data,
         GError      **error)
{
  g_autoptr (UnknotEntry) same = g_object_new (G_OBJECT_TYPE (entry), NULL);
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (G_OBJECT_TYPE (entry), &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *field = columns[i].dup (entry);
      g_autofree char *again = NULL;

      g_assert_true (columns[i].take (same, field, error));
      again = columns[i].dup (same);
      g_assert_cmpstr (again, ==, field);
    }

  return TRUE;
}

/* A row that was read is the same again after a way through a file. It comes after another field:
 * at the beginning of a file, a mark of UTF-8 is none. */
static void
check_rows (GBytes *bytes)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = unknot_csv_new (bytes, faults);
  GStrv row;

  while ((row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) written = NULL;
      g_autoptr (UnknotCsv) again = NULL;
      g_auto (GStrv) same = NULL;

      if (g_strv_length (fields) == UNKNOT_CSV_MAX_FIELDS)
        continue;

      unknot_csv_append_field (text, "x");
      for (guint i = 0; fields[i] != NULL; i++)
        unknot_csv_append_field (text, fields[i]);
      unknot_csv_append_end (text);
      written = g_bytes_new (text->str, text->len);
      again = unknot_csv_new (written, faults);
      same = unknot_csv_read_row (again);
      g_assert_nonnull (same);
      g_assert_cmpuint (g_strv_length (same), ==, g_strv_length (fields) + 1);
      for (guint i = 0; fields[i] != NULL; i++)
        g_assert_cmpstr (unknot_csv_unguard (same[i + 1]), ==, fields[i]);
    }
}

/* With every column for every field, so that each of them is read. */
static void
check_mapping (GBytes               *bytes,
               const UnknotExchange *exchange)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 21, 12, 0, 0);
  g_autoptr (UnknotCsvMapping) mapping = unknot_csv_mapping_new (bytes, now, NULL);

  if (mapping == NULL)
    return;

  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    {
      g_autoptr (GListModel) preview = unknot_csv_mapping_preview (mapping, 10);
      g_autoptr (GError) error = NULL;
      guint n_skipped;

      g_assert_cmpuint (g_list_model_get_n_items (preview), <=, 10);
      unknot_csv_mapping_set_skips_unrated (mapping, i % 2 == 1);
      if (!unknot_csv_mapping_read (mapping, exchange, &n_skipped, &error))
        g_assert_true (g_utf8_validate (error->message, -1, NULL));
      else
        g_assert_cmpuint (n_skipped, ==, unknot_csv_mapping_count_unrated (mapping));
      for (guint j = 0; j < UNKNOT_CSV_N_FIELDS; j++)
        unknot_csv_mapping_set_column (mapping, j, (i + j) % UNKNOT_CSV_N_FIELDS);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  const guint8 *end = size > 0 ? memchr (data, '\f', size) : NULL;
  gsize length = end != NULL ? (gsize) (end - data) : size;
  g_autoptr (GBytes) spasms = g_bytes_new (data, length);
  g_autoptr (GBytes) details = end != NULL ? g_bytes_new (end + 1, size - length - 1) : NULL;
  UnknotExchange exchange = { take_cb, NULL, NULL };
  g_autoptr (GError) error = NULL;

  check_rows (spasms);
  check_mapping (spasms, &exchange);
  if (unknot_diary_csv_read (spasms, details, &exchange, &error))
    return 0;

  g_assert_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID);
  g_assert_cmpstr (error->message, !=, "");
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  return 0;
}
