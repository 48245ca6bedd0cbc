/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * UnknotSummaryListKind:
 * @UNKNOT_SUMMARY_LIST_SIGNS: warning signs
 * @UNKNOT_SUMMARY_LIST_QUESTIONS: what was asked in a check-up
 *
 * What is listed, so that how many of them are left out can be said.
 */
typedef enum
{
  UNKNOT_SUMMARY_LIST_SIGNS,
  UNKNOT_SUMMARY_LIST_QUESTIONS,
} UnknotSummaryListKind;

/**
 * UnknotSummaryList:
 * @head: what is said of the things, such as a check-up's day and what it came to
 * @things: (array zero-terminated=1): what matters most first; never none
 * @n_more: how many more there are, of which only the number is told
 * @kind: what they are
 *
 * Something that is told with a list of things: where there is no room for all of it, things are
 * left out, and none of them is cut.
 */
typedef struct
{
  char *head;
  GStrv things;
  int n_more;
  UnknotSummaryListKind kind;
} UnknotSummaryList;

UnknotSummaryList *unknot_summary_list_new       (UnknotSummaryListKind    kind,
                                                  const char              *head,
                                                  GStrv                    things,
                                                  int                      max);
void               unknot_summary_list_free      (UnknotSummaryList       *self);
char              *unknot_summary_list_dup_words (const UnknotSummaryList *self);
char              *unknot_summary_list_cut       (const UnknotSummaryList *self,
                                                  glong                    max);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotSummaryList, unknot_summary_list_free)

G_END_DECLS
