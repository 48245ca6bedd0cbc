/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-csv"

#include "config.h"

#include "unknot-diary-csv.h"

#include "unknot-csv.h"
#include "unknot-csv-columns.h"
#include "unknot-exchange-writer.h"

#include <glib/gi18n-lib.h>

/* A file of spasms, a row each, and a second one of what else there is to tell of them: readings,
 * what was tried, medicine. */

/* What stands above the second one. The kind says which of them a row has to do with. */
static const char *const detail_names[] = {
  "id", "spasm", "time", "kind", "pain", "measure", "medicine", "amount", "unit", "ingredient",
  "supply", "effect",
};

static const struct
{
  const char *kind;
  GType (*get_type) (void);
} kinds[] = {
  { "reading", unknot_reading_get_type },
  { "relief", unknot_relief_get_type },
  { "dose", unknot_dose_get_type },
};

typedef struct
{
  GHashTable *uuids;
  GHashTable *details; /* the uuid of a spasm → GPtrArray of what belongs to it */
  GPtrArray *alone;
  UnknotFaults *faults;
  const UnknotExchange *exchange;
} Reader;

/* --- Writing --- */

static void
write_spasm (UnknotExchangeWriter *writer,
             UnknotEntry          *entry,
             gint64                changed,
             gboolean              first)
{
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (UNKNOT_TYPE_EPISODE, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *field = columns[i].dup (entry);

      unknot_csv_append_field (writer->text, field);
    }
  unknot_csv_append_end (writer->text);
}

static const UnknotCsvColumn *
find_column (GType       type,
             const char *name)
{
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (type, &n);

  for (guint i = 0; i < n; i++)
    {
      if (g_str_equal (columns[i].name, name))
        return &columns[i];
    }

  return NULL;
}

static const char *
get_kind (UnknotEntry *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (kinds[i].get_type () == G_OBJECT_TYPE (entry))
        return kinds[i].kind;
    }

  g_assert_not_reached ();
}

static void
write_detail (UnknotExchangeWriter *writer,
              UnknotEntry          *entry)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_names); i++)
    {
      const UnknotCsvColumn *column = find_column (G_OBJECT_TYPE (entry), detail_names[i]);
      g_autofree char *field = column != NULL ? column->dup (entry) : NULL;

      if (g_str_equal (detail_names[i], "kind"))
        field = g_strdup (get_kind (entry));
      unknot_csv_append_field (writer->text, field != NULL ? field : "");
    }
  unknot_csv_append_end (writer->text);
}

static void
write_list (UnknotExchangeWriter *writer,
            GListModel           *entries)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      write_detail (writer, entry);
    }
}

static void
write_details_of (UnknotExchangeWriter *writer,
                  UnknotEntry          *entry,
                  gint64                changed,
                  gboolean              first)
{
  UnknotEpisode *episode;

  if (!UNKNOT_IS_EPISODE (entry))
    {
      write_detail (writer, entry);
      return;
    }

  episode = UNKNOT_EPISODE (entry);
  write_list (writer, unknot_episode_get_readings (episode));
  write_list (writer, unknot_episode_get_reliefs (episode));
  write_list (writer, unknot_episode_get_doses (episode));
}

#define SPASMS "SELECT id, changed FROM episode WHERE deleted IS NULL ORDER BY started, uuid"
#define ALONE(table)                                                                               \
  "SELECT id, changed FROM " table " WHERE episode IS NULL AND deleted IS NULL ORDER BY at, uuid"

static gboolean
write_spasms (UnknotExchangeWriter  *writer,
              GError               **error)
{
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (UNKNOT_TYPE_EPISODE, &n);

  for (guint i = 0; i < n; i++)
    unknot_csv_append_field (writer->text, columns[i].name);
  unknot_csv_append_end (writer->text);

  return unknot_exchange_writer_each (writer, UNKNOT_TYPE_EPISODE, SPASMS, write_spasm, error);
}

static gboolean
write_details (UnknotExchangeWriter  *writer,
               GError               **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (detail_names); i++)
    unknot_csv_append_field (writer->text, detail_names[i]);
  unknot_csv_append_end (writer->text);

  return unknot_exchange_writer_each (writer, UNKNOT_TYPE_EPISODE, SPASMS, write_details_of,
                                      error) &&
         unknot_exchange_writer_each (writer, UNKNOT_TYPE_RELIEF, ALONE ("relief"),
                                      write_details_of, error) &&
         unknot_exchange_writer_each (writer, UNKNOT_TYPE_DOSE, ALONE ("dose"), write_details_of,
                                      error);
}

/**
 * unknot_diary_csv_write_spasms:
 * @data: nothing
 * @progress: (nullable): told how far it is
 *
 * Writes every spasm, a row each, the earliest first.
 */
gboolean
unknot_diary_csv_write_spasms (UnknotDatabase  *database,
                               GOutputStream   *stream,
                               gpointer         data,
                               UnknotProgress  *progress,
                               GError         **error)
{
  return unknot_exchange_writer_run (database, stream, NULL, progress, write_spasms, error);
}

/**
 * unknot_diary_csv_write_details:
 * @data: nothing
 * @progress: (nullable): told how far it is
 *
 * Writes the readings, what was tried and the medicine, a row each: those of a spasm with its id,
 * in the order of the spasms, then the others.
 */
gboolean
unknot_diary_csv_write_details (UnknotDatabase  *database,
                                GOutputStream   *stream,
                                gpointer         data,
                                UnknotProgress  *progress,
                                GError         **error)
{
  return unknot_exchange_writer_run (database, stream, NULL, progress, write_details, error);
}

/* --- Reading --- */

static gboolean
has_names (GStrv               row,
           const char * const *names,
           guint               n)
{
  if (row == NULL || g_strv_length (row) != n)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (row[i], names[i]))
        return FALSE;
    }

  return TRUE;
}

static guint
get_spasm_names (const char *names[UNKNOT_CSV_MAX_COLUMNS])
{
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (UNKNOT_TYPE_EPISODE, &n);

  for (guint i = 0; i < n; i++)
    names[i] = columns[i].name;

  return n;
}

/* Also where it is no text further down. */
static gboolean
begins_with (GBytes             *content,
             const char * const *names,
             guint               n)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GBytes) good = NULL;
  g_autoptr (UnknotCsv) csv = NULL;
  g_auto (GStrv) row = NULL;
  gsize length;
  const char *text = g_bytes_get_data (content, &length);
  const char *end = text;

  if (length > 0)
    g_utf8_validate_len (text, length, &end);
  good = g_bytes_new_from_bytes (content, 0, end - text);
  csv = unknot_csv_new (good, faults);
  row = unknot_csv_read_row (csv);

  return has_names (row, names, n);
}

static void
take_field (Reader                 *reader,
            guint                   line,
            const UnknotCsvColumn  *column,
            UnknotEntry            *entry,
            const char             *field)
{
  g_autoptr (GError) error = NULL;

  if (!column->take (entry, unknot_csv_unguard (field), &error))
    unknot_faults_add (reader->faults, _("Line %u, “%s”: %s"), line, column->name, error->message);
}

static void
read_spasm (Reader  *reader,
            guint    line,
            GStrv    row,
            GError **error)
{
  g_autoptr (UnknotEntry) entry = g_object_new (UNKNOT_TYPE_EPISODE, NULL);
  guint n_faults = unknot_faults_get_size (reader->faults);
  g_autoptr (GPtrArray) details = NULL;
  g_autofree char *key = NULL;
  guint n;
  const UnknotCsvColumn *columns = unknot_csv_columns_get (UNKNOT_TYPE_EPISODE, &n);

  for (guint i = 0; i < n && unknot_faults_get_size (reader->faults) == n_faults; i++)
    take_field (reader, line, &columns[i], entry, row[i]);
  if (unknot_faults_get_size (reader->faults) > n_faults ||
      !unknot_exchange_add_uuid (reader->uuids, entry, line, reader->faults))
    return;

  if (g_hash_table_steal_extended (reader->details, unknot_entry_get_uuid (entry),
                                   (gpointer *) &key, (gpointer *) &details))
    {
      for (guint i = 0; i < details->len; i++)
        unknot_episode_add (UNKNOT_EPISODE (entry), g_ptr_array_index (details, i));
    }
  if (unknot_faults_get_size (reader->faults) == 0)
    reader->exchange->take (entry, 0, reader->exchange->data, error);
}

static void
keep_detail (Reader      *reader,
             UnknotEntry *entry)
{
  const char *episode = unknot_entry_get_episode (entry);
  GPtrArray *details;

  if (episode == NULL)
    {
      g_ptr_array_add (reader->alone, g_object_ref (entry));
      return;
    }

  details = g_hash_table_lookup (reader->details, episode);
  if (details == NULL)
    {
      details = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (reader->details, g_strdup (episode), details);
    }
  g_ptr_array_add (details, g_object_ref (entry));
}

static void
read_detail (Reader *reader,
             guint   line,
             GStrv   row)
{
  guint n_faults = unknot_faults_get_size (reader->faults);
  g_autoptr (UnknotEntry) entry = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (row[3], kinds[i].kind))
        entry = g_object_new (kinds[i].get_type (), NULL);
    }
  if (entry == NULL)
    {
      unknot_faults_add (reader->faults, _("Line %u, “%s”: “%s” is not understood."), line, "kind",
                         row[3]);
      return;
    }

  for (guint i = 0; i < G_N_ELEMENTS (detail_names); i++)
    {
      const UnknotCsvColumn *column = find_column (G_OBJECT_TYPE (entry), detail_names[i]);

      if (column != NULL && unknot_faults_get_size (reader->faults) == n_faults)
        take_field (reader, line, column, entry, row[i]);
    }
  if (unknot_faults_get_size (reader->faults) > n_faults ||
      !unknot_exchange_add_uuid (reader->uuids, entry, line, reader->faults))
    return;

  if (UNKNOT_IS_READING (entry) && unknot_entry_get_episode (entry) == NULL)
    unknot_faults_add (reader->faults, _("Line %u: A reading needs the spasm that it is of."),
                       line);
  else
    keep_detail (reader, entry);
}

static void
read_details (Reader *reader,
              GBytes *content)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  UnknotFaults *all = reader->faults;
  g_autoptr (UnknotCsv) csv = unknot_csv_new (content, faults);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) names = unknot_csv_read_row (csv);
  GStrv row;

  reader->faults = faults;
  if (names != NULL && !has_names (names, detail_names, G_N_ELEMENTS (detail_names)))
    unknot_faults_add (faults, _("Line 1: These are not readings that Unknot wrote."));
  while (unknot_faults_get_size (faults) < UNKNOT_EXCHANGE_MAX_FAULTS &&
         (row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;

      if (g_strv_length (fields) == G_N_ELEMENTS (detail_names))
        read_detail (reader, unknot_csv_get_line (csv), fields);
      else
        unknot_faults_add (faults, _("Line %u: There are not as many fields as in the first line."),
                           unknot_csv_get_line (csv));
    }
  reader->faults = all;

  /* Two files have lines. */
  if (!unknot_faults_report (faults, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID, &error))
    {
      g_auto (GStrv) sentences = g_strsplit (error->message, "\n", -1);

      for (guint i = 0; sentences[i] != NULL; i++)
        unknot_faults_add (all, _("In the file of readings: %s"), sentences[i]);
    }
}

static gboolean
read_spasms (Reader  *reader,
             GBytes  *content,
             GError **error)
{
  g_autoptr (UnknotCsv) csv = unknot_csv_new (content, reader->faults);
  g_auto (GStrv) names = unknot_csv_read_row (csv);
  g_autoptr (GError) local_error = NULL;
  GStrv row;
  const char *expected[UNKNOT_CSV_MAX_COLUMNS];
  guint n = get_spasm_names (expected);

  if (names != NULL && !has_names (names, expected, n))
    {
      unknot_faults_add (reader->faults, _("Line 1: These are not spasms that Unknot wrote. Tables "
                                           "of any other kind are imported in the window, under "
                                           "Your Data."));
      return TRUE;
    }

  while (!unknot_exchange_is_enough (reader->faults) &&
         unknot_progress_step (reader->exchange->progress, unknot_csv_get_part (csv),
                               &local_error) &&
         (row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;

      if (g_strv_length (fields) == n)
        read_spasm (reader, unknot_csv_get_line (csv), fields, &local_error);
      else
        unknot_faults_add (reader->faults,
                           _("Line %u: There are not as many fields as in the first line."),
                           unknot_csv_get_line (csv));
      if (local_error != NULL)
        break;
    }
  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
take_alone (Reader  *reader,
            GError **error)
{
  GHashTableIter iter;
  gpointer uuid;

  g_hash_table_iter_init (&iter, reader->details);
  while (!unknot_exchange_is_enough (reader->faults) && g_hash_table_iter_next (&iter, &uuid, NULL))
    unknot_faults_add (reader->faults, _("In the file of readings: The spasm “%s” is not in the "
                                         "file of spasms."), (const char *) uuid);

  for (guint i = 0; unknot_faults_get_size (reader->faults) == 0 && i < reader->alone->len; i++)
    {
      if (!reader->exchange->take (g_ptr_array_index (reader->alone, i), 0, reader->exchange->data,
                                   error))
        return FALSE;
    }

  return TRUE;
}

/**
 * unknot_diary_csv_is_spasms:
 * @content: a table
 *
 * Returns: whether it begins as what unknot_diary_csv_write_spasms() writes
 */
gboolean
unknot_diary_csv_is_spasms (GBytes *content)
{
  const char *expected[UNKNOT_CSV_MAX_COLUMNS];
  guint n = get_spasm_names (expected);

  return begins_with (content, expected, n);
}

/**
 * unknot_diary_csv_is_details:
 * @content: a table
 *
 * Returns: whether it begins as what unknot_diary_csv_write_details() writes
 */
gboolean
unknot_diary_csv_is_details (GBytes *content)
{
  return begins_with (content, detail_names, G_N_ELEMENTS (detail_names));
}

/**
 * unknot_diary_csv_read:
 * @spasms: what unknot_diary_csv_write_spasms() writes
 * @details: (nullable): what unknot_diary_csv_write_details() writes
 * @exchange: takes each entry, unless something was wrong before
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault; or what @exchange sets
 *
 * Reads spasms, and what belongs to them. When they were changed is not told: they are older than
 * all that is in a diary.
 *
 * Returns: %TRUE where all of it was taken
 */
gboolean
unknot_diary_csv_read (GBytes                *spasms,
                       GBytes                *details,
                       const UnknotExchange  *exchange,
                       GError               **error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GHashTable) uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) belonging =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) alone = g_ptr_array_new_with_free_func (g_object_unref);
  Reader reader = { uuids, belonging, alone, faults, exchange };

  if (!unknot_exchange_check_size (g_bytes_get_size (spasms), error) ||
      (details != NULL && !unknot_exchange_check_size (g_bytes_get_size (details), error)))
    return FALSE;

  if (details != NULL)
    read_details (&reader, details);
  if (!read_spasms (&reader, spasms, error))
    return FALSE;
  if (unknot_faults_get_size (faults) == 0 && !take_alone (&reader, error))
    return FALSE;

  return unknot_exchange_report (faults, error);
}
