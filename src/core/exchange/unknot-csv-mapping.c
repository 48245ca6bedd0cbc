/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-csv-mapping"

#include "config.h"

#include "unknot-csv-mapping.h"

#include "unknot-csv.h"
#include "unknot-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many rows are looked at to guess how dates and pain are written. */
#define N_GUESSED 100

/**
 * UnknotCsvMapping:
 *
 * How somebody's table becomes spasms: which column tells what. It begins with a guess.
 */
struct _UnknotCsvMapping
{
  GObject parent_instance;

  GBytes *content;
  GDateTime *now;
  GStrv names;
  GPtrArray *first; /* of GStrv: the rows that are looked at */
  int columns[UNKNOT_CSV_N_FIELDS];
  UnknotCsvOrder order;
  int worst;
  gboolean skips_unrated;
};

G_DEFINE_FINAL_TYPE (UnknotCsvMapping, unknot_csv_mapping, G_TYPE_OBJECT)

/* By what a column may be called, the likeliest names first. */
static const struct
{
  UnknotCsvField field;
  const char *words;
} namings[] = {
  { UNKNOT_CSV_FIELD_END,
    /* Translators: here and below, what people may call a column of a table of their own that tells
     * when a pain ended, with “|” between: beginnings of words, as unknot-dose.c has them. They are
     * never shown; the English ones are looked for as well. */
    NC_ ("names of a column", "end|until|stop|finish") },
  { UNKNOT_CSV_FIELD_START, NC_ ("names of a column", "date|day") },
  { UNKNOT_CSV_FIELD_START, NC_ ("names of a column", "start|when|begin|began|onset") },
  { UNKNOT_CSV_FIELD_TIME, NC_ ("names of a column", "time|hour") },
  { UNKNOT_CSV_FIELD_TIME, NC_ ("names of a column", "start|when|begin|began|onset") },
  { UNKNOT_CSV_FIELD_PAIN,
    NC_ ("names of a column", "pain|severity|intensity|score|level|rating|worst") },
  { UNKNOT_CSV_FIELD_NOTE, NC_ ("names of a column", "note|comment|remark|description|text") },
};

/* --- Guessing --- */

static gboolean
is_taken (UnknotCsvMapping *self,
          int               column)
{
  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    {
      if (self->columns[i] == column)
        return TRUE;
    }

  return FALSE;
}

static int
find_column (UnknotCsvMapping *self,
             const char       *words)
{
  const char *translated = g_dpgettext2 (GETTEXT_PACKAGE, "names of a column", words);

  for (int i = 0; self->names[i] != NULL; i++)
    {
      g_autofree char *folded = unknot_text_fold (self->names[i]);

      if (!is_taken (self, i) && (unknot_text_find_words (folded, words) != NULL ||
                                  unknot_text_find_words (folded, translated) != NULL))
        return i;
    }

  return UNKNOT_CSV_NO_COLUMN;
}

static void
guess_columns (UnknotCsvMapping *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (namings); i++)
    {
      if (self->columns[namings[i].field] == UNKNOT_CSV_NO_COLUMN)
        self->columns[namings[i].field] = find_column (self, namings[i].words);
    }
}

static const char *
get_field (UnknotCsvMapping *self,
           GStrv             row,
           UnknotCsvField    field)
{
  int column = self->columns[field];

  return column != UNKNOT_CSV_NO_COLUMN && column < (int) g_strv_length (row) ? row[column] : "";
}

/* Such as lie below a table in a spreadsheet. */
static gboolean
says_nothing (UnknotCsvMapping *self,
              GStrv             row)
{
  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    {
      if (*get_field (self, row, i) != '\0')
        return FALSE;
    }

  return TRUE;
}

/* What is no number is something else: somebody meant to say how bad it was. */
static gboolean
is_unrated (UnknotCsvMapping *self,
            GStrv             row)
{
  const char *pain = get_field (self, row, UNKNOT_CSV_FIELD_PAIN);

  return pain[strspn (pain, " \t\r\n")] == '\0';
}

/* A number, with a point or a comma, perhaps of @worst: “7”, “7.5”, “7/10”. */
static gboolean
parse_number (const char *text,
              int         worst,
              double     *number)
{
  g_autofree char *pointed = g_strdelimit (g_strdup (text), ",", '.');
  g_autofree char *of = g_strdup_printf ("/%d", worst);
  char *end;

  *number = g_ascii_strtod (g_strstrip (pointed), &end);
  while (*end == ' ')
    end++;

  return *pointed != '\0' && (*end == '\0' || g_str_equal (end, of)) && isfinite (*number);
}

/* As in “Pain (0-100)”. */
static gboolean
tells_hundred (UnknotCsvMapping *self)
{
  int column = self->columns[UNKNOT_CSV_FIELD_PAIN];

  return column != UNKNOT_CSV_NO_COLUMN && column < (int) g_strv_length (self->names) &&
         strstr (self->names[column], "100") != NULL;
}

/* A pain above 10 is one out of 100. */
static void
guess_worst (UnknotCsvMapping *self)
{
  guint n_pains = 0, n_above = 0;

  for (guint i = 0; i < self->first->len; i++)
    {
      const char *text = get_field (self, self->first->pdata[i], UNKNOT_CSV_FIELD_PAIN);
      double pain;

      if (!parse_number (text, 100, &pain))
        continue;
      n_pains++;
      n_above += pain > UNKNOT_PAIN_MAX;
    }
  /* One number that is too high is a mistake, and must not make nothing of all others. */
  self->worst = 2 * n_above > n_pains || tells_hundred (self) ? 100 : UNKNOT_PAIN_MAX;
}

/* As in 3.4.2026: with points nobody writes the month first. */
static gboolean
has_points (const char *day)
{
  return day[strspn (day, " 0123456789")] == '.';
}

static void
guess_order (UnknotCsvMapping *self)
{
  gboolean pointed = FALSE;

  for (guint i = 0; i < self->first->len; i++)
    {
      const char *day = get_field (self, self->first->pdata[i], UNKNOT_CSV_FIELD_START);

      if (unknot_csv_time_tells_order (day, &self->order))
        return;
      pointed = pointed || has_points (day);
    }
  self->order = pointed ? UNKNOT_CSV_ORDER_DAY_MONTH_YEAR : unknot_csv_time_get_usual_order ();
}

/* Of all rows, as whether they are a table shows at the last; what they hold is seen later. */
static gboolean
read_first (UnknotCsvMapping  *self,
            UnknotCsv         *csv,
            UnknotFaults      *faults,
            GError           **error)
{
  GStrv row;

  while ((row = unknot_csv_read_row (csv)) != NULL)
    {
      if (self->first->len < N_GUESSED)
        g_ptr_array_add (self->first, row);
      else
        g_strfreev (row);
    }

  return unknot_exchange_report (faults, error);
}

/* --- Rows --- */

static gboolean
take_pain (UnknotCsvMapping  *self,
           UnknotEpisode     *episode,
           GStrv              row,
           GError           **error)
{
  const char *text = get_field (self, row, UNKNOT_CSV_FIELD_PAIN);
  double pain;

  if (is_unrated (self, row))
    {
      g_set_error_literal (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                           _("This row has no pain. Such rows can be left out."));
      return FALSE;
    }
  if (!parse_number (text, self->worst, &pain) || pain < 0 || pain > self->worst)
    {
      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                   _("“%s” is not a pain from 0 to %d."), text, self->worst);
      return FALSE;
    }

  return unknot_episode_set_worst (episode, lround (pain * UNKNOT_PAIN_MAX / self->worst), error);
}

static gboolean
take_times (UnknotCsvMapping  *self,
            UnknotEpisode     *episode,
            GStrv              row,
            GError           **error)
{
  const char *end_text = get_field (self, row, UNKNOT_CSV_FIELD_END);
  g_autoptr (UnknotMoment) start = NULL;
  g_autoptr (UnknotMoment) end = NULL;
  gboolean has_time;

  start = unknot_csv_time_parse (get_field (self, row, UNKNOT_CSV_FIELD_START),
                                 get_field (self, row, UNKNOT_CSV_FIELD_TIME), self->order,
                                 self->now, &has_time, error);
  if (start == NULL || !unknot_episode_set_start (episode, start, error) ||
      !unknot_episode_set_precision (episode, has_time ? "exact" : "day", error))
    return FALSE;

  /* What was written down of the past has ended. */
  end = *end_text != '\0'
          ? unknot_csv_time_parse_end (end_text, start, self->order, self->now, error)
          : unknot_moment_ref (start);

  return end != NULL && unknot_episode_set_end (episode, end, error);
}

static UnknotEpisode *
read_row (UnknotCsvMapping  *self,
          GStrv              row,
          GError           **error)
{
  g_autoptr (UnknotEpisode) episode = g_object_new (UNKNOT_TYPE_EPISODE, NULL);

  if (!take_times (self, episode, row, error) ||
      !take_pain (self, episode, row, error) ||
      !unknot_episode_set_note (episode, get_field (self, row, UNKNOT_CSV_FIELD_NOTE), error))
    return NULL;

  return g_steal_pointer (&episode);
}

static void
unknot_csv_mapping_finalize (GObject *object)
{
  UnknotCsvMapping *self = UNKNOT_CSV_MAPPING (object);

  g_bytes_unref (self->content);
  g_date_time_unref (self->now);
  g_strfreev (self->names);
  g_clear_pointer (&self->first, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_csv_mapping_parent_class)->finalize (object);
}

static void
unknot_csv_mapping_class_init (UnknotCsvMappingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_csv_mapping_finalize;
}

static void
unknot_csv_mapping_init (UnknotCsvMapping *self)
{
  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    self->columns[i] = UNKNOT_CSV_NO_COLUMN;
}

/**
 * unknot_csv_mapping_new:
 * @content: somebody's table, its first row the names of the columns
 * @now: what time it is where the times in it are told
 *
 * Returns: (transfer full) (nullable): a guess; %NULL with @error set where it is no table, from its
 *   first row to its last
 */
UnknotCsvMapping *
unknot_csv_mapping_new (GBytes     *content,
                        GDateTime  *now,
                        GError    **error)
{
  g_autoptr (UnknotCsvMapping) self = g_object_new (UNKNOT_TYPE_CSV_MAPPING, NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = NULL;

  self->content = g_bytes_ref (content);
  self->now = g_date_time_ref (now);
  if (!unknot_exchange_check_size (g_bytes_get_size (content), error))
    return NULL;

  csv = unknot_csv_new (content, faults);
  self->names = unknot_csv_read_row (csv);
  self->first = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (self->names == NULL && unknot_faults_get_size (faults) == 0)
    unknot_faults_add (faults, _("The file is empty."));
  if (!read_first (self, csv, faults, error))
    return NULL;

  guess_columns (self);
  guess_worst (self);
  guess_order (self);

  return g_steal_pointer (&self);
}

/**
 * unknot_csv_mapping_copy:
 *
 * Returns: (transfer full): the same, whatever becomes of @self
 */
UnknotCsvMapping *
unknot_csv_mapping_copy (UnknotCsvMapping *self)
{
  UnknotCsvMapping *copy = g_object_new (UNKNOT_TYPE_CSV_MAPPING, NULL);

  copy->content = g_bytes_ref (self->content);
  copy->now = g_date_time_ref (self->now);
  copy->names = g_strdupv (self->names);
  copy->first = g_ptr_array_ref (self->first);
  for (guint i = 0; i < UNKNOT_CSV_N_FIELDS; i++)
    copy->columns[i] = self->columns[i];
  copy->order = self->order;
  copy->worst = self->worst;
  copy->skips_unrated = self->skips_unrated;

  return copy;
}

/**
 * unknot_csv_mapping_get_names:
 *
 * Returns: (transfer none) (array zero-terminated=1): what stands above the columns
 */
const char * const *
unknot_csv_mapping_get_names (UnknotCsvMapping *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), NULL);

  return (const char *const *) self->names;
}

/**
 * unknot_csv_mapping_get_column:
 *
 * Returns: the place of the column that tells @field, or %UNKNOT_CSV_NO_COLUMN
 */
int
unknot_csv_mapping_get_column (UnknotCsvMapping *self,
                               UnknotCsvField    field)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), UNKNOT_CSV_NO_COLUMN);

  return self->columns[field];
}

/**
 * unknot_csv_mapping_set_column:
 * @column: the place of the column that tells @field, or %UNKNOT_CSV_NO_COLUMN. One that the table
 *   does not have is empty
 *
 * How pain or days are written is guessed anew where they are in another column.
 */
void
unknot_csv_mapping_set_column (UnknotCsvMapping *self,
                               UnknotCsvField    field,
                               int               column)
{
  g_return_if_fail (UNKNOT_IS_CSV_MAPPING (self));

  if (self->columns[field] == column)
    return;

  self->columns[field] = column;
  if (field == UNKNOT_CSV_FIELD_PAIN)
    guess_worst (self);
  if (field == UNKNOT_CSV_FIELD_START)
    guess_order (self);
}

UnknotCsvOrder
unknot_csv_mapping_get_order (UnknotCsvMapping *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), UNKNOT_CSV_ORDER_DAY_MONTH_YEAR);

  return self->order;
}

void
unknot_csv_mapping_set_order (UnknotCsvMapping *self,
                              UnknotCsvOrder    order)
{
  g_return_if_fail (UNKNOT_IS_CSV_MAPPING (self));

  self->order = order;
}

/**
 * unknot_csv_mapping_dup_doubt:
 *
 * Returns: (transfer full) (nullable): the first day as it is written, where all of them could be
 *   read in either order; %NULL where one tells which it is, or none is another day then
 */
char *
unknot_csv_mapping_dup_doubt (UnknotCsvMapping *self)
{
  const char *doubtful = NULL;

  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), NULL);

  for (guint i = 0; i < self->first->len; i++)
    {
      const char *day = get_field (self, self->first->pdata[i], UNKNOT_CSV_FIELD_START);
      UnknotCsvOrder order;

      if (unknot_csv_time_tells_order (day, &order))
        return NULL;
      if (doubtful == NULL && unknot_csv_time_is_doubtful (day))
        doubtful = day;
    }

  return g_strdup (doubtful);
}

/**
 * unknot_csv_mapping_get_worst:
 *
 * Returns: the number that stands for the worst pain in the table: 10, or 100
 */
int
unknot_csv_mapping_get_worst (UnknotCsvMapping *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), UNKNOT_PAIN_MAX);

  return self->worst;
}

void
unknot_csv_mapping_set_worst (UnknotCsvMapping *self,
                              int               worst)
{
  g_return_if_fail (UNKNOT_IS_CSV_MAPPING (self));
  g_return_if_fail (worst > 0);

  self->worst = worst;
}

/**
 * unknot_csv_mapping_count_unrated:
 *
 * Returns: how many rows say something, but not how bad it was; none where no column has that
 */
guint
unknot_csv_mapping_count_unrated (UnknotCsvMapping *self)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = NULL;
  g_auto (GStrv) names = NULL;
  guint n = 0;
  GStrv row;

  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), 0);

  if (self->columns[UNKNOT_CSV_FIELD_PAIN] == UNKNOT_CSV_NO_COLUMN)
    return 0;

  csv = unknot_csv_new (self->content, faults);
  names = unknot_csv_read_row (csv);
  while ((row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;

      n += !says_nothing (self, fields) && is_unrated (self, fields);
    }

  return n;
}

/**
 * unknot_csv_mapping_set_skips_unrated:
 * @skips_unrated: whether rows are left out that unknot_csv_mapping_count_unrated() counts; each is
 *   a fault otherwise
 */
void
unknot_csv_mapping_set_skips_unrated (UnknotCsvMapping *self,
                                      gboolean          skips_unrated)
{
  g_return_if_fail (UNKNOT_IS_CSV_MAPPING (self));

  self->skips_unrated = skips_unrated;
}

/**
 * unknot_csv_mapping_is_complete:
 *
 * Returns: whether all is mapped that makes a spasm
 */
gboolean
unknot_csv_mapping_is_complete (UnknotCsvMapping *self)
{
  g_return_val_if_fail (UNKNOT_IS_CSV_MAPPING (self), FALSE);

  return self->columns[UNKNOT_CSV_FIELD_START] != UNKNOT_CSV_NO_COLUMN &&
         self->columns[UNKNOT_CSV_FIELD_PAIN] != UNKNOT_CSV_NO_COLUMN;
}

/**
 * unknot_csv_mapping_preview:
 * @max: how many rows at most
 *
 * Returns: (transfer full): an #UnknotCsvRow for each of the first rows that say anything and are
 *   not left out
 */
GListModel *
unknot_csv_mapping_preview (UnknotCsvMapping *self,
                            guint             max)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = unknot_csv_new (self->content, faults);
  g_auto (GStrv) names = unknot_csv_read_row (csv);
  GListStore *preview = g_list_store_new (UNKNOT_TYPE_CSV_ROW);
  GStrv row;

  while (g_list_model_get_n_items (G_LIST_MODEL (preview)) < max &&
         (row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;
      g_autoptr (GError) error = NULL;
      g_autoptr (UnknotEpisode) episode = NULL;
      g_autoptr (UnknotCsvRow) item = NULL;

      if (says_nothing (self, fields) || (self->skips_unrated && is_unrated (self, fields)))
        continue;

      episode = read_row (self, fields, &error);
      item = unknot_csv_row_new (unknot_csv_get_line (csv), episode,
                                 error != NULL ? error->message : NULL);
      g_list_store_append (preview, item);
    }

  return G_LIST_MODEL (preview);
}

/**
 * unknot_csv_mapping_dup_uuid:
 * @number: which of those that began at the same time, from 1 on
 *
 * Returns: (transfer full): the id of a spasm that began when @episode did: the same whenever it is
 *   imported, wherever the person is then, and whatever was written of it since
 */
char *
unknot_csv_mapping_dup_uuid (UnknotEpisode *episode,
                             guint          number)
{
  g_autoptr (GDateTime) start = NULL;
  g_autofree char *told = NULL;
  g_autofree char *numbered = NULL;
  g_autofree char *hash = NULL;

  g_return_val_if_fail (UNKNOT_IS_EPISODE (episode), NULL);

  start = unknot_moment_to_date_time (unknot_episode_get_start (episode));
  told = g_date_time_format (start, "%Y-%m-%d %H:%M:%S");
  numbered = g_strdup_printf ("%s %u", told, number);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, numbered, -1);

  return g_strdup_printf ("%.8s-%.4s-8%.3s-8%.3s-%.12s", hash, hash + 8, hash + 12, hash + 15,
                          hash + 18);
}

/**
 * unknot_csv_mapping_read:
 * @self: complete
 * @exchange: takes each spasm, unless something was wrong before
 * @n_skipped: (out): how many rows are left out that say something
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault; or what @exchange sets
 *
 * Reads the table. A spasm that does not end is over when it begins, as it would go on to this day
 * otherwise. They are older than all that is in a diary; which of its spasms they are,
 * #UnknotCsvMatch finds out. Rows that say nothing are left out.
 *
 * Returns: %TRUE where all of it was taken
 */
gboolean
unknot_csv_mapping_read (UnknotCsvMapping      *self,
                         const UnknotExchange  *exchange,
                         guint                 *n_skipped,
                         GError               **error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (UnknotCsv) csv = unknot_csv_new (self->content, faults);
  g_auto (GStrv) names = unknot_csv_read_row (csv);
  GStrv row;

  *n_skipped = 0;
  while (!unknot_exchange_is_enough (faults) && (row = unknot_csv_read_row (csv)) != NULL)
    {
      g_auto (GStrv) fields = row;
      g_autoptr (GError) local_error = NULL;
      g_autoptr (UnknotEpisode) episode = NULL;

      if (!unknot_progress_step (exchange->progress, unknot_csv_get_part (csv), error))
        return FALSE;
      if (says_nothing (self, fields))
        continue;
      if (self->skips_unrated && is_unrated (self, fields))
        {
          *n_skipped += 1;
          continue;
        }

      episode = read_row (self, fields, &local_error);
      if (episode == NULL)
        unknot_faults_add (faults, _("Line %u: %s"), unknot_csv_get_line (csv),
                           local_error->message);
      else if (unknot_faults_get_size (faults) == 0 &&
               !exchange->take (UNKNOT_ENTRY (episode), 0, exchange->data, error))
        return FALSE;
    }

  return unknot_exchange_report (faults, error);
}
