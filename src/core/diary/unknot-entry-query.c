/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-query"

#include "config.h"

#include "unknot-entry-query.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#define LAST_DAY_EVER 99999999

/* By their kind in the query. A reading never stands by itself. */
static GType (*const types[]) (void) = {
  unknot_episode_get_type,
  unknot_relief_get_type,
  unknot_dose_get_type,
  unknot_day_get_type,
  unknot_check_get_type,
  unknot_event_get_type,
  unknot_peg_get_type,
  unknot_visit_get_type,
};

#define SPASMS(condition)                                                                          \
  "SELECT 0 AS kind, id, changed, started_day AS day, started AS at FROM episode "                 \
  "WHERE deleted IS NULL " condition

#define ALONE(kind, table, condition)                                                              \
  "UNION ALL SELECT " kind ", id, changed, at_day, at FROM " table " WHERE deleted IS NULL "       \
  condition

#define OF_NO_SPASM "AND episode IS NULL "

#define ORDER "ORDER BY day DESC, at DESC "

/* What the indexes have in order: to sort what is of the same time too takes SQLite longer than to
 * read it. */
static const char all[] =
  SPASMS ("")
  ALONE ("1", "relief", OF_NO_SPASM)
  ALONE ("2", "dose", OF_NO_SPASM)
  ALONE ("3", "day", "")
  ALONE ("4", "checkup", "")
  ALONE ("5", "event", "")
  ALONE ("6", "peg", "")
  ALONE ("7", "visit", "")
  ORDER;

/* Parameters: 1 the first day, 2 the last, 3 whether only spasms can be wanted, 4 the least pain,
 * 5 the worst, 6 the area or NULL, 7 the trigger or NULL, 8 the kind of the treatment, as in
 * UnknotTreatmentKind, 9 what it is. */
#define IN_DAYS(day) "AND " day " BETWEEN ?1 AND ?2 "

#define AS_RELIEF "(?8 = 1 AND measure = ?9)"

#define AS_DOSE "((?8 = 2 AND ingredient = ?9) OR (?8 = 3 AND name = ?9 COLLATE NOCASE))"

#define HAS(table, condition)                                                                      \
  "EXISTS (SELECT 1 FROM " table " AS t WHERE t.episode = episode.id AND " condition ")"

static const char filtered[] =
  SPASMS (IN_DAYS ("started_day") "AND worst BETWEEN ?4 AND ?5 "
          "AND (?6 IS NULL OR " HAS ("place", "area = ?6") ") "
          "AND (?7 IS NULL OR " HAS ("episode_code", "aspect = 'trigger' AND code = ?7") ") "
          "AND (?8 = 0 OR " HAS ("relief", "t.deleted IS NULL AND " AS_RELIEF)
          " OR " HAS ("dose", "t.deleted IS NULL AND " AS_DOSE) ") ")
  ALONE ("1", "relief", OF_NO_SPASM IN_DAYS ("at_day") "AND NOT ?3 AND (?8 = 0 OR " AS_RELIEF ") ")
  ALONE ("2", "dose", OF_NO_SPASM IN_DAYS ("at_day") "AND NOT ?3 AND (?8 = 0 OR " AS_DOSE ") ")
  ALONE ("3", "day", IN_DAYS ("at_day") "AND NOT ?3 AND ?8 = 0 ")
  ALONE ("4", "checkup", IN_DAYS ("at_day") "AND NOT ?3 AND ?8 = 0 ")
  ALONE ("5", "event", IN_DAYS ("at_day") "AND NOT ?3 AND ?8 = 0 ")
  ALONE ("6", "peg", IN_DAYS ("at_day") "AND NOT ?3 AND ?8 = 0 ")
  ALONE ("7", "visit", IN_DAYS ("at_day") "AND NOT ?3 AND ?8 = 0 ")
  ORDER ", id DESC, kind";

/* What is asked of an area, a trigger or how bad it was, only a spasm answers. */
static gboolean
wants_spasms_only (UnknotEntryFilter *filter)
{
  return unknot_entry_filter_is_spasms_only (filter) ||
         unknot_entry_filter_get_area (filter) != NULL ||
         unknot_entry_filter_get_trigger (filter) != NULL ||
         unknot_entry_filter_get_worst_from (filter) > 0 ||
         unknot_entry_filter_get_worst_to (filter) < UNKNOT_PAIN_MAX;
}

/**
 * unknot_entry_query_prepare:
 * @filter: (nullable): which entries; it must stay until the statement is finished. %NULL for all
 *
 * Returns: (transfer full): a statement that gives a row for each entry that stands by itself, in
 *   the order of #UnknotEntryList, but of all those of the same time in any order: its kind, its
 *   number, how often it was changed, its day, and its time
 */
UnknotStatement *
unknot_entry_query_prepare (UnknotDatabase    *database,
                            UnknotEntryFilter *filter)
{
  UnknotStatement *statement;
  int last_day;

  if (filter == NULL)
    return unknot_database_prepare (database, all);

  last_day = unknot_entry_filter_get_last_day (filter);
  statement = unknot_database_prepare (database, filtered);
  unknot_statement_add_integer (statement, unknot_entry_filter_get_first_day (filter));
  unknot_statement_add_integer (statement, last_day != 0 ? last_day : LAST_DAY_EVER);
  unknot_statement_add_integer (statement, wants_spasms_only (filter));
  unknot_statement_add_integer (statement, unknot_entry_filter_get_worst_from (filter));
  unknot_statement_add_integer (statement, unknot_entry_filter_get_worst_to (filter));
  unknot_statement_add_text (statement, unknot_entry_filter_get_area (filter));
  unknot_statement_add_text (statement, unknot_entry_filter_get_trigger (filter));
  unknot_statement_add_integer (statement, unknot_entry_filter_get_treatment_kind (filter));
  unknot_statement_add_text (statement, unknot_entry_filter_get_treatment (filter));

  return statement;
}

/**
 * unknot_entry_query_get_type:
 * @kind: of a row
 *
 * Returns: the type of that entry
 */
GType
unknot_entry_query_get_type (int kind)
{
  return types[kind] ();
}
