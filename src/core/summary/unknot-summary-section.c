/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-section"

#include "config.h"

#include "unknot-summary-section.h"

#include "unknot-summary-words.h"

static void
free_line (gpointer data)
{
  UnknotSummaryLine *line = data;

  g_free (line->label);
  g_strfreev (line->items);
  g_clear_pointer (&line->lists, g_ptr_array_unref);
  g_free (line);
}

static UnknotSummaryLine *
add_line (UnknotSummarySection *self,
          const char           *label,
          GStrv                 items)
{
  UnknotSummaryLine *line = g_new0 (UnknotSummaryLine, 1);

  line->label = g_strdup (label);
  line->items = items;
  line->weight = UNKNOT_SUMMARY_ORDINARY;
  g_ptr_array_add (self->lines, line);

  return line;
}

/**
 * unknot_summary_section_new:
 *
 * Returns: (transfer full): a section with nothing in it
 */
UnknotSummarySection *
unknot_summary_section_new (UnknotSummaryPart  part,
                            const char        *title)
{
  UnknotSummarySection *self = g_new0 (UnknotSummarySection, 1);

  self->part = part;
  self->title = g_strdup (title);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  self->lines = g_ptr_array_new_with_free_func (free_line);

  return self;
}

void
unknot_summary_section_free (UnknotSummarySection *self)
{
  g_free (self->title);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->lines);
  g_free (self);
}

/**
 * unknot_summary_section_set_columns:
 * @first: what the first column is; then what the others are, and %NULL
 */
void
unknot_summary_section_set_columns (UnknotSummarySection *self,
                                    const char           *first,
                                    ...)
{
  g_autoptr (GStrvBuilder) columns = g_strv_builder_new ();
  va_list arguments;

  va_start (arguments, first);
  for (const char *column = first; column != NULL; column = va_arg (arguments, const char *))
    g_strv_builder_add (columns, column);
  va_end (arguments);
  g_strfreev (self->columns);
  self->columns = g_strv_builder_end (columns);
}

/**
 * unknot_summary_section_take_row:
 * @cells: one for each column; empty afterwards
 */
void
unknot_summary_section_take_row (UnknotSummarySection *self,
                                 GStrvBuilder         *cells)
{
  GStrv row = g_strv_builder_end (cells);

  g_assert (g_strv_length (row) == g_strv_length (self->columns));
  g_ptr_array_add (self->rows, row);
}

/**
 * unknot_summary_section_add:
 * @label: (nullable): what it is about
 *
 * Returns: (transfer none): a line that says @text
 */
UnknotSummaryLine *
unknot_summary_section_add (UnknotSummarySection *self,
                            const char           *label,
                            const char           *text)
{
  const char *const items[] = { text, NULL };

  return add_line (self, label, g_strdupv ((GStrv) items));
}

/**
 * unknot_summary_section_add_items:
 * @label: (nullable): what it is about
 * @items: what there is to say; empty afterwards
 *
 * Returns: (transfer none) (nullable): a line that says so; %NULL where there are no items
 */
UnknotSummaryLine *
unknot_summary_section_add_items (UnknotSummarySection *self,
                                  const char           *label,
                                  GStrvBuilder         *items)
{
  g_auto (GStrv) all = g_strv_builder_end (items);

  return all[0] != NULL ? add_line (self, label, g_steal_pointer (&all)) : NULL;
}

/**
 * unknot_summary_line_cut_item:
 * @length: how many characters the item has
 * @max: how many characters to tell
 *
 * Returns: (transfer full): an item; where it is longer than @max, its beginning, and how much is
 *   left out: of a list whole things, of anything else characters
 */
char *
unknot_summary_line_cut_item (const UnknotSummaryLine *line,
                              guint                    item,
                              glong                    length,
                              glong                    max)
{
  for (guint i = 0; length > max && line->lists != NULL && i < line->lists->len; i++)
    {
      const UnknotSummaryList *list = g_ptr_array_index (line->lists, i);
      g_autofree char *words = unknot_summary_list_dup_words (list);

      if (g_str_equal (words, line->items[item]))
        return unknot_summary_list_cut (list, max);
    }

  return unknot_summary_words_cut (line->items[item], length, max);
}
