/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-list"

#include "config.h"

#include "unknot-summary-list.h"

#include <glib/gi18n-lib.h>

/* So many are told however little room there is: of signs each may be the one that matters. */
static const guint least[] = {
  [UNKNOT_SUMMARY_LIST_SIGNS] = 3,
  [UNKNOT_SUMMARY_LIST_QUESTIONS] = 1,
};

static char *
dup_more (const UnknotSummaryList *self,
          const char              *told,
          int                      n)
{
  if (self->kind == UNKNOT_SUMMARY_LIST_SIGNS)
    /* Translators: some signs, and how many more there are */
    return g_strdup_printf (ngettext ("%s and %d more sign", "%s and %d more signs", n), told, n);

  /* Translators: some things that were asked, and how many more there are */
  return g_strdup_printf (ngettext ("%s and %d more", "%s and %d more", n), told, n);
}

/* The first of them, and how many more there are. */
static char *
dup_first (const UnknotSummaryList *self,
           guint                    n)
{
  g_autoptr (GStrvBuilder) first = g_strv_builder_new ();
  g_auto (GStrv) things = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *told = NULL;
  int n_more = (int) (g_strv_length (self->things) - n) + self->n_more;

  for (guint i = 0; i < n; i++)
    g_strv_builder_add (first, self->things[i]);
  things = g_strv_builder_end (first);
  /* Translators: between signs, each of which may have a comma in it */
  joined = g_strjoinv (C_("signs", " / "), things);
  told = n_more > 0 ? dup_more (self, joined, n_more) : g_steal_pointer (&joined);

  /* Translators: what a check-up said or left open; the signs or questions follow */
  return g_strdup_printf (C_("list", "%s: %s"), self->head, told);
}

/**
 * unknot_summary_list_new:
 * @things: (transfer full): what there is to list, never nothing
 * @max: how many of them are told at most
 *
 * Returns: (transfer full): a list of them
 */
UnknotSummaryList *
unknot_summary_list_new (UnknotSummaryListKind  kind,
                         const char            *head,
                         GStrv                  things,
                         int                    max)
{
  UnknotSummaryList *self = g_new0 (UnknotSummaryList, 1);

  g_assert (things[0] != NULL && max > 0);

  self->kind = kind;
  self->head = g_strdup (head);
  self->things = things;
  self->n_more = MAX ((int) g_strv_length (things) - max, 0);
  for (int i = 0; i < self->n_more; i++)
    g_clear_pointer (&things[max + i], g_free);

  return self;
}

void
unknot_summary_list_free (UnknotSummaryList *self)
{
  g_free (self->head);
  g_strfreev (self->things);
  g_free (self);
}

/**
 * unknot_summary_list_dup_words:
 *
 * Returns: (transfer full): all of it
 */
char *
unknot_summary_list_dup_words (const UnknotSummaryList *self)
{
  return dup_first (self, g_strv_length (self->things));
}

/**
 * unknot_summary_list_cut:
 * @max: how many characters to tell
 *
 * Returns: (transfer full): its head, as many of the things as have room, and how many more there
 *   are; the first are told however little that is
 */
char *
unknot_summary_list_cut (const UnknotSummaryList *self,
                         glong                    max)
{
  char *words = unknot_summary_list_dup_words (self);

  for (guint n = g_strv_length (self->things) - 1;
       n >= least[self->kind] && g_utf8_strlen (words, -1) > max; n--)
    {
      g_free (words);
      words = dup_first (self, n);
    }

  return words;
}
