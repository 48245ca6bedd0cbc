/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-summary-list.h"

G_BEGIN_DECLS

/**
 * UnknotSummaryPart:
 * @UNKNOT_SUMMARY_GLANCE: what is worrying, how often, how bad, how long and since when
 * @UNKNOT_SUMMARY_CHECKUP: the last check-up: its verdict, and what was answered
 * @UNKNOT_SUMMARY_PAIN: pain over time, to be drawn
 * @UNKNOT_SUMMARY_STORY: how spasms began, what set them off, what they are like
 * @UNKNOT_SUMMARY_PLACES: where they were, to be drawn
 * @UNKNOT_SUMMARY_FUNCTION: what they are in the way of
 * @UNKNOT_SUMMARY_MEDICINE: a table of what was taken
 * @UNKNOT_SUMMARY_MEASURES: a table of what else was tried, and what came of it
 * @UNKNOT_SUMMARY_CONDITIONS: what the check-up was told of the person
 * @UNKNOT_SUMMARY_GOALS: what the person wants to be able to do
 * @UNKNOT_SUMMARY_QUESTIONS: what there is to ask: the person's own questions, and suggested ones
 * @UNKNOT_SUMMARY_NOTES: the person's own words
 * @UNKNOT_SUMMARY_ENTRIES: every entry, on pages of their own
 *
 * What a summary can consist of, in this order.
 */
typedef enum
{
  UNKNOT_SUMMARY_GLANCE,
  UNKNOT_SUMMARY_CHECKUP,
  UNKNOT_SUMMARY_PAIN,
  UNKNOT_SUMMARY_STORY,
  UNKNOT_SUMMARY_PLACES,
  UNKNOT_SUMMARY_FUNCTION,
  UNKNOT_SUMMARY_MEDICINE,
  UNKNOT_SUMMARY_MEASURES,
  UNKNOT_SUMMARY_CONDITIONS,
  UNKNOT_SUMMARY_GOALS,
  UNKNOT_SUMMARY_QUESTIONS,
  UNKNOT_SUMMARY_NOTES,
  UNKNOT_SUMMARY_ENTRIES,
} UnknotSummaryPart;

/* Of a single item no more characters are told. */
#define UNKNOT_SUMMARY_LONGEST_ITEM 600

/* A set of parts is one word, a bit for each. */
#define UNKNOT_SUMMARY_SET(part) (1u << (part))
#define UNKNOT_SUMMARY_FIRST_PAGE (UNKNOT_SUMMARY_SET (UNKNOT_SUMMARY_ENTRIES) - 1)

/**
 * UnknotSummaryWeight:
 * @UNKNOT_SUMMARY_SPARE: can do with the fewest words
 * @UNKNOT_SUMMARY_ORDINARY: is shortened only then
 * @UNKNOT_SUMMARY_OWN: is shortened when all that is ordinary has been: what the person wrote for
 *   the doctor to read
 * @UNKNOT_SUMMARY_WEIGHTY: is shortened last of all: what is worrying
 *
 * How much it matters that all of something is told, where there is no room for everything.
 */
typedef enum
{
  UNKNOT_SUMMARY_SPARE,
  UNKNOT_SUMMARY_ORDINARY,
  UNKNOT_SUMMARY_OWN,
  UNKNOT_SUMMARY_WEIGHTY,
} UnknotSummaryWeight;

/**
 * UnknotSummaryLine:
 * @label: (nullable): what it is about
 * @items: (array zero-terminated=1): what there is to say, what matters most first; never none
 * @lists: (nullable) (element-type UnknotSummaryList): those of the items that list something
 * @n_more: how many more items there are, of which only the number is told
 * @apart: whether each item begins on a line of its own
 * @continued: whether all of it is told on a page of its own, where it is not all told on the first
 * @yields: whether it goes altogether before a line of its section is continued
 * @weight: how much it matters
 *
 * Something that is told: a label, and items with separators between them, in as many lines of
 * text as they take.
 */
typedef struct
{
  char *label;
  GStrv items;
  GPtrArray *lists;
  int n_more;
  gboolean apart;
  gboolean continued;
  gboolean yields;
  UnknotSummaryWeight weight;
} UnknotSummaryLine;

/**
 * UnknotSummarySection:
 * @part: which part it is
 * @title: its title
 * @columns: (nullable) (array zero-terminated=1): of a table, what its columns are
 * @rows: (element-type GStrv): its rows, what matters most first, with a cell for each column
 * @lines: (element-type UnknotSummaryLine): what is told; below the table where there is one, and
 *   as a picture's words where there is a picture
 *
 * A section of a summary.
 */
typedef struct
{
  UnknotSummaryPart part;
  char *title;
  GStrv columns;
  GPtrArray *rows;
  GPtrArray *lines;
} UnknotSummarySection;

UnknotSummarySection *unknot_summary_section_new         (UnknotSummaryPart     part,
                                                          const char           *title);
void                  unknot_summary_section_free        (UnknotSummarySection *self);
void                  unknot_summary_section_set_columns (UnknotSummarySection *self,
                                                          const char           *first,
                                                          ...) G_GNUC_NULL_TERMINATED;
void                  unknot_summary_section_take_row    (UnknotSummarySection *self,
                                                          GStrvBuilder         *cells);
UnknotSummaryLine    *unknot_summary_section_add         (UnknotSummarySection *self,
                                                          const char           *label,
                                                          const char           *text);
UnknotSummaryLine    *unknot_summary_section_add_items   (UnknotSummarySection *self,
                                                          const char           *label,
                                                          GStrvBuilder         *items);
char                 *unknot_summary_line_cut_item       (const UnknotSummaryLine *line,
                                                          guint                 item,
                                                          glong                 length,
                                                          glong                 max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotSummarySection, unknot_summary_section_free)

G_END_DECLS
