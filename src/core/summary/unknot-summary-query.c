/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-query"

#include "config.h"

#include "unknot-summary-private.h"

#include "unknot-danger.h"
#include "unknot-diary-rows.h"
#include "unknot-history-private.h"
#include "unknot-medicine-limits.h"
#include "unknot-summary-words.h"

/* What the diary says of a period beside what UnknotHistory knows. */

#define BEGAN "deleted IS NULL AND started_day BETWEEN ?1 AND ?2 "

/* That began before the period, and went on in it. */
#define REACHED_IN "deleted IS NULL AND started_day < ?1 AND (ended IS NULL OR ended_day >= ?1) "

#define OVER_BEFORE "deleted IS NULL AND started_day < ?1 AND ended_day < ?1 "

#define MAY_BE_DANGER                                                                              \
  "EXISTS (SELECT 1 FROM episode_code WHERE episode = e.id AND (aspect = 'warning' OR "            \
  "        (aspect = 'feel' AND code IN ('numb', 'tingling')))) OR "                               \
  "EXISTS (SELECT 1 FROM place WHERE episode = e.id AND (kind IN ('numb', 'tingling') OR "         \
  "        side = 'both' OR area IN ('one-leg', 'thigh-back', 'thigh-front', 'knee', 'calf', "     \
  "        'shin', 'foot')))"

#define LAST_DANGERS                                                                               \
  "ORDER BY started_day DESC, started DESC LIMIT " G_STRINGIFY (UNKNOT_SUMMARY_MAX_DANGERS)

#define DANGERS_OF(episodes)                                                                       \
  "SELECT id, started_day, note, " MAY_BE_DANGER " AS may_be FROM " episodes                       \
  "AND (note <> '' OR may_be) " LAST_DANGERS

typedef enum
{
  OFTEN,
  GOING,
  DANGERS_GOING,
  DANGERS,
  DANGERS_CARRIED,
  DANGERS_BEFORE,
  CARRIED,
  NOTES,
  CHECK,
  WORST_CHECK,
  UNCHECKED,
} Question;

/* Parameters: 1 the first day, 2 the last, 3 and 4 the first of the last 28 days and of the 28
 * before, all yyyymmdd. */
static const char *const questions[] = {
  [OFTEN] =
    "SELECT count (*) FILTER (WHERE started_day >= ?3), count (*) FILTER (WHERE started_day < ?3) "
    "FROM episode WHERE deleted IS NULL AND started_day BETWEEN ?4 AND ?2",
  [GOING] = "SELECT started_day FROM episode WHERE ended IS NULL AND deleted IS NULL "
            "ORDER BY started DESC LIMIT 1",
  /* One after the other: what goes on is not to be what there is no room for, and of the many that
   * are over, the last ones are found by their index. */
  [DANGERS_GOING] = DANGERS_OF ("episode AS e INDEXED BY episode_ongoing WHERE ended IS NULL AND "
                                "deleted IS NULL AND started_day <= ?2 "),
  [DANGERS] = DANGERS_OF ("episode AS e WHERE ended IS NOT NULL AND " BEGAN),
  [DANGERS_CARRIED] = DANGERS_OF ("episode AS e INDEXED BY episode_over_days "
                                  "WHERE ended_day > started_day AND " REACHED_IN),
  [DANGERS_BEFORE] =
    "SELECT id, started_day, '', TRUE FROM episode AS e "
    "WHERE " OVER_BEFORE "AND (" MAY_BE_DANGER ") " LAST_DANGERS,
  [CARRIED] =
    "SELECT started_day, worst FROM episode WHERE " REACHED_IN
    "ORDER BY worst DESC, started DESC LIMIT 1",
  [NOTES] =
    "SELECT started_day, note FROM episode WHERE " BEGAN "AND note <> '' "
    "ORDER BY started_day DESC, started DESC LIMIT " G_STRINGIFY (UNKNOT_SUMMARY_MAX_NOTES),
  [CHECK] = "SELECT id FROM checkup WHERE deleted IS NULL AND at_day <= ?2 "
            "ORDER BY at DESC, id DESC LIMIT 1",
  [WORST_CHECK] =
    "SELECT id FROM checkup WHERE deleted IS NULL AND at_day BETWEEN ?1 AND ?2 AND "
    "json_extract (assessment, '$.level') IN ('emergency', 'urgent', 'doctor') "
    "ORDER BY CASE json_extract (assessment, '$.level') WHEN 'emergency' THEN 0 "
    "WHEN 'urgent' THEN 1 ELSE 2 END, at DESC, id DESC LIMIT 1",
  /* As on the page of today: what was said to another spasm says nothing of this one. */
  [UNCHECKED] =
    "SELECT started_day FROM (SELECT started, started_day FROM episode INDEXED BY episode_ongoing "
    "WHERE ended IS NULL AND deleted IS NULL AND started_day <= ?2 "
    "ORDER BY started DESC, id DESC LIMIT 1) "
    "WHERE NOT EXISTS (SELECT 1 FROM checkup WHERE deleted IS NULL AND at_day <= ?2 AND "
    "                  at >= started)",
};

typedef struct
{
  double sum;
  int n;
} Mean;

typedef struct
{
  UnknotSummary *summary;
  UnknotDatabase *database;
  GCancellable *cancellable;
  GArray *lengths;        /* of gint64, in ms */
  GHashTable *medicines;  /* by the numbers of the history: borrowed from the summary */
  GArray *totals;         /* of UnknotMedicineTotal: of totals_day */
  int totals_day;
  int worst;
  Mean at_rest;
  Mean on_moving;
} Query;

/* Takes a row. */
typedef gboolean (*Take) (Query            *query,
                          UnknotStatement  *statement,
                          GError          **error);

static gboolean
ask (Query     *query,
     Question   question,
     Take       take,
     GError   **error)
{
  const UnknotPeriod *period = unknot_history_get_period (query->summary->history);
  g_autoptr (UnknotStatement) statement =
    unknot_database_prepare (query->database, questions[question]);
  g_autoptr (GError) local_error = NULL;

  if (question != GOING)
    {
      unknot_statement_add_integer (statement, period->first_day);
      unknot_statement_add_integer (statement, period->last_day);
    }
  if (question == OFTEN)
    {
      unknot_statement_add_integer (statement, unknot_period_shift_day (period->last_day, -27));
      unknot_statement_add_integer (statement, unknot_period_shift_day (period->last_day, -55));
    }
  while (!g_cancellable_set_error_if_cancelled (query->cancellable, &local_error) &&
         unknot_statement_step (statement, &local_error) &&
         take (query, statement, &local_error))
    continue;

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
take_often (Query            *query,
            UnknotStatement  *statement,
            GError          **error)
{
  query->summary->n_recent = unknot_statement_take_integer (statement);
  query->summary->n_before = unknot_statement_take_integer (statement);

  return TRUE;
}

static gboolean
take_going (Query            *query,
            UnknotStatement  *statement,
            GError          **error)
{
  query->summary->going_since = unknot_statement_take_integer (statement);

  return TRUE;
}

static gboolean
take_unchecked (Query            *query,
                UnknotStatement  *statement,
                GError          **error)
{
  query->summary->unchecked_since = unknot_statement_take_integer (statement);

  return TRUE;
}

static void
add_pain (int  pain,
          Mean *mean)
{
  if (pain < 0)
    return;

  mean->sum += pain;
  mean->n++;
}

static void
take_code (UnknotVocabulary  aspect,
           const char       *code,
           gpointer          data)
{
  GArray *codes = ((Query *) data)->summary->codes;
  const UnknotSummaryCode counted = { aspect, code, 1 };

  /* A vocabulary has each code once. */
  for (guint i = 0; i < codes->len; i++)
    {
      UnknotSummaryCode *found = &g_array_index (codes, UnknotSummaryCode, i);

      if (found->aspect == aspect && found->code == code)
        {
          found->n++;
          return;
        }
    }
  g_array_append_val (codes, counted);
}

static void
take_spasm (const UnknotHistorySpasm *spasm,
            gpointer                  data)
{
  Query *query = data;
  UnknotSummary *self = query->summary;

  self->n_worst[spasm->worst]++;
  if (spasm->worst > query->worst ||
      (spasm->worst == query->worst && spasm->day > self->worst_day))
    self->worst_day = spasm->day;
  query->worst = MAX (query->worst, spasm->worst);
  add_pain (spasm->at_rest, &query->at_rest);
  add_pain (spasm->on_moving, &query->on_moving);
  if (spasm->length >= 0)
    g_array_append_val (query->lengths, spasm->length);
  self->n_notes += spasm->has_note;
  if (spasm->onset != NULL)
    take_code (UNKNOT_VOCABULARY_ONSET, spasm->onset, query);
}

static void
note_danger (GArray             *dangers,
             const UnknotDanger *danger,
             int                 day)
{
  UnknotSummaryDanger found = { danger->question, !g_str_equal (danger->code, "not-sure"), day, 1 };

  for (guint i = 0; i < dangers->len; i++)
    {
      UnknotSummaryDanger *other = &g_array_index (dangers, UnknotSummaryDanger, i);

      if (g_str_equal (other->question, found.question) && other->is_sure == found.is_sure)
        {
          other->day = MAX (other->day, day);
          other->n++;
          return;
        }
    }
  g_array_append_val (dangers, found);
}

/* A spasm of which nothing was chosen that may be a danger has only its note to tell of one. */
static UnknotEpisode *
read_danger (Query            *query,
             UnknotStatement  *statement,
             int              *day,
             GError          **error)
{
  gint64 id = unknot_statement_take_integer (statement);
  const char *note;
  UnknotEpisode *episode;
  g_autoptr (GError) local_error = NULL;

  *day = unknot_statement_take_integer (statement);
  note = unknot_statement_take_text (statement);
  if (unknot_statement_take_integer (statement))
    return (UnknotEpisode *) unknot_diary_rows_find (query->database, UNKNOT_TYPE_EPISODE,
                                                     UNKNOT_DIARY_KEY_ID, id, NULL, error);

  episode = g_object_new (UNKNOT_TYPE_EPISODE, NULL);
  if (!unknot_episode_set_note (episode, note, &local_error))
    {
      unknot_diary_rows_propagate_damage (error, g_steal_pointer (&local_error));
      g_clear_object (&episode);
    }

  return episode;
}

static gboolean
take_dangers (Query            *query,
              UnknotStatement  *statement,
              GArray           *found,
              GError          **error)
{
  int day;
  g_autoptr (UnknotEpisode) episode = read_danger (query, statement, &day, error);
  g_autoptr (GPtrArray) dangers = NULL;

  if (episode == NULL)
    return FALSE;

  dangers = unknot_episode_dup_dangers (episode);
  for (guint i = 0; i < dangers->len; i++)
    note_danger (found, g_ptr_array_index (dangers, i), day);

  return TRUE;
}

static gboolean
take_danger (Query            *query,
             UnknotStatement  *statement,
             GError          **error)
{
  return take_dangers (query, statement, query->summary->dangers, error);
}

static gboolean
take_danger_before (Query            *query,
                    UnknotStatement  *statement,
                    GError          **error)
{
  return take_dangers (query, statement, query->summary->dangers_before, error);
}

static gboolean
take_carried (Query            *query,
              UnknotStatement  *statement,
              GError          **error)
{
  query->summary->carried_day = unknot_statement_take_integer (statement);
  query->summary->carried_worst = unknot_statement_take_integer (statement);

  return TRUE;
}

static gboolean
take_note (Query            *query,
           UnknotStatement  *statement,
           GError          **error)
{
  UnknotSummaryNote note = { .day = unknot_statement_take_integer (statement) };

  note.text = unknot_summary_words_dup_line (unknot_statement_take_text (statement));
  g_array_append_val (query->summary->notes, note);

  return TRUE;
}

/* --- Medicine --- */

static void
end_day (UnknotSummaryMedicine *medicine)
{
  if (medicine->day_total > medicine->highest)
    {
      medicine->highest = medicine->day_total;
      medicine->highest_is_least = medicine->day_has_more;
    }
  medicine->most_doses = MAX (medicine->most_doses, medicine->day_doses);
  medicine->day_total = 0;
  medicine->day_doses = 0;
  medicine->day_has_more = FALSE;
}

static void
begin_day (UnknotSummaryMedicine *medicine,
           int                    day)
{
  gboolean follows = medicine->day != 0 && unknot_period_shift_day (medicine->day, 1) == day;

  end_day (medicine);
  medicine->run = follows ? medicine->run + 1 : 1;
  medicine->longest_run = MAX (medicine->longest_run, medicine->run);
  medicine->n_days++;
  medicine->day = day;
}

static UnknotSummaryMedicine *
find_medicine (Query                   *query,
               const UnknotHistoryDose *dose)
{
  gpointer key = GUINT_TO_POINTER (dose->medicine);
  UnknotSummaryMedicine *medicine = g_hash_table_lookup (query->medicines, key);

  if (medicine != NULL)
    return medicine;

  medicine = g_new0 (UnknotSummaryMedicine, 1);
  medicine->ingredient = dose->code;
  g_hash_table_insert (query->medicines, key, medicine);
  g_ptr_array_add (query->summary->medicines, medicine);

  return medicine;
}

static void
add_amount (UnknotSummaryMedicine *medicine,
            double                 amount,
            const char            *unit)
{
  if (g_strcmp0 (unit, "g") == 0)
    {
      unit = "mg";
      amount *= 1000;
    }
  if (medicine->unit == NULL)
    medicine->unit = unit;
  if (unit != NULL && g_strcmp0 (unit, medicine->unit) == 0)
    medicine->day_total += amount;
  else
    medicine->day_has_more = TRUE;
}

static UnknotSummaryExcess *
find_excess (UnknotSummary *self,
             const char    *ingredient)
{
  UnknotSummaryExcess excess = { ingredient };

  for (guint i = 0; i < self->excesses->len; i++)
    {
      UnknotSummaryExcess *found = &g_array_index (self->excesses, UnknotSummaryExcess, i);

      if (g_str_equal (found->ingredient, ingredient))
        return found;
    }
  g_array_append_val (self->excesses, excess);

  return &g_array_index (self->excesses, UnknotSummaryExcess, self->excesses->len - 1);
}

static void
judge_day (Query *query)
{
  for (guint i = 0; i < query->totals->len; i++)
    {
      const UnknotMedicineTotal *total =
        &g_array_index (query->totals, UnknotMedicineTotal, i);
      UnknotMedicineVerdict verdict = unknot_medicine_total_judge (total);
      UnknotSummaryExcess *excess;

      if (verdict < UNKNOT_MEDICINE_DOUBTFUL)
        continue;
      excess = find_excess (query->summary, total->ingredient);
      excess->n_above += verdict == UNKNOT_MEDICINE_ABOVE;
      excess->n_doubtful += verdict == UNKNOT_MEDICINE_DOUBTFUL;
      excess->day = query->totals_day;
    }
  g_array_set_size (query->totals, 0);
}

static void
take_dose (const UnknotHistoryDose *dose,
           gpointer                 data)
{
  Query *query = data;
  UnknotSummaryMedicine *medicine = find_medicine (query, dose);

  if (medicine->day != dose->day)
    begin_day (medicine, dose->day);
  g_set_str (&medicine->name, dose->name);
  medicine->n_doses++;
  medicine->day_doses++;
  if (dose->effect != NULL)
    medicine->n_effects[unknot_vocabulary_find (UNKNOT_VOCABULARY_EFFECT, dose->effect)]++;
  add_amount (medicine, dose->amount, dose->unit);

  if (query->totals_day != dose->day)
    judge_day (query);
  query->totals_day = dose->day;
  unknot_medicine_limits_add (query->totals, dose->ingredient, dose->name, dose->amount,
                              dose->unit);
}

static int
compare_medicines (gconstpointer a,
                   gconstpointer b)
{
  const UnknotSummaryMedicine *one = *(const UnknotSummaryMedicine *const *) a;
  const UnknotSummaryMedicine *other = *(const UnknotSummaryMedicine *const *) b;

  if (one->n_days != other->n_days)
    return other->n_days - one->n_days;

  return g_strcmp0 (one->name, other->name);
}

static void
finish_medicines (Query *query)
{
  GPtrArray *medicines = query->summary->medicines;

  judge_day (query);
  for (guint i = 0; i < medicines->len; i++)
    end_day (g_ptr_array_index (medicines, i));
  g_ptr_array_sort (medicines, compare_medicines);
}

/* --- The rest --- */

/* Answers that this version cannot read stay unknown; the verdict on them is kept beside them. */
static gboolean
read_check (Query               *query,
            UnknotStatement     *statement,
            UnknotCheck        **check,
            UnknotSavedCheckup  *checkup,
            GError             **error)
{
  UnknotEntry *entry =
    unknot_diary_rows_find (query->database, UNKNOT_TYPE_CHECK, UNKNOT_DIARY_KEY_ID,
                            unknot_statement_take_integer (statement), NULL, error);
  const char *answers;
  g_autoptr (GBytes) json = NULL;

  if (entry == NULL)
    return FALSE;

  *check = UNKNOT_CHECK (entry);
  answers = unknot_check_get_answers (*check);
  json = g_bytes_new (answers, strlen (answers));
  unknot_saved_checkup_read (checkup, unknot_protocol_get_questionnaire (query->summary->protocol),
                             json, NULL);

  return TRUE;
}

static gboolean
take_check (Query            *query,
            UnknotStatement  *statement,
            GError          **error)
{
  return read_check (query, statement, &query->summary->check, &query->summary->checkup, error);
}

static gboolean
take_worst_check (Query            *query,
                  UnknotStatement  *statement,
                  GError          **error)
{
  return read_check (query, statement, &query->summary->worst_check,
                     &query->summary->worst_checkup, error);
}

/* The most frequent first. */
static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  const UnknotSummaryCode *one = a;
  const UnknotSummaryCode *other = b;

  return one->n != other->n ? other->n - one->n : strcmp (one->code, other->code);
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gint64 one = *(const gint64 *) a;
  gint64 other = *(const gint64 *) b;

  return (one > other) - (one < other);
}

static void
clear_query (Query *query)
{
  g_array_unref (query->lengths);
  g_hash_table_unref (query->medicines);
  g_array_unref (query->totals);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Query, clear_query)

/**
 * unknot_summary_ask:
 * @self: with its history, which is asked too
 * @cancellable: (nullable): to leave off
 *
 * In the thread of the diary: finds out what it says of the period.
 */
gboolean
unknot_summary_ask (UnknotSummary   *self,
                    UnknotDatabase  *database,
                    GCancellable    *cancellable,
                    GError         **error)
{
  g_auto (Query) query = {
    self, database, cancellable,
    g_array_new (FALSE, FALSE, sizeof (gint64)),
    g_hash_table_new (NULL, NULL),
    g_array_new (FALSE, FALSE, sizeof (UnknotMedicineTotal)),
  };
  static const UnknotHistoryWatch watch = { take_spasm, take_code, take_dose };

  if (!unknot_history_ask (self->history, database, &watch, &query, cancellable, error))
    return FALSE;

  finish_medicines (&query);
  if (!ask (&query, OFTEN, take_often, error) || !ask (&query, GOING, take_going, error) ||
      !ask (&query, DANGERS_GOING, take_danger, error) ||
      !ask (&query, DANGERS, take_danger, error) ||
      !ask (&query, DANGERS_CARRIED, take_danger, error) ||
      !ask (&query, DANGERS_BEFORE, take_danger_before, error) ||
      !ask (&query, CARRIED, take_carried, error) || !ask (&query, NOTES, take_note, error) ||
      !ask (&query, CHECK, take_check, error) ||
      !ask (&query, WORST_CHECK, take_worst_check, error) ||
      !ask (&query, UNCHECKED, take_unchecked, error))
    return FALSE;

  g_array_sort (self->codes, compare_codes);
  self->n_at_rest = query.at_rest.n;
  self->at_rest = query.at_rest.sum / MAX (query.at_rest.n, 1);
  self->n_on_moving = query.on_moving.n;
  self->on_moving = query.on_moving.sum / MAX (query.on_moving.n, 1);
  self->n_ended = query.lengths->len;
  if (self->n_ended > 0)
    {
      g_array_sort (query.lengths, compare_lengths);
      self->median_length = g_array_index (query.lengths, gint64, self->n_ended / 2);
      self->longest_length = g_array_index (query.lengths, gint64, self->n_ended - 1);
    }

  return TRUE;
}
