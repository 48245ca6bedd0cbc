/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-text"

#include "config.h"

#include "unknot-summary-text.h"

#include "unknot-summary-words.h"
#include "unknot-topic-piece.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define LINE_SPACING 0.9

/* Of a single item so many characters are told, fewer where that leaves room for more items. */
static const glong limits[] = { UNKNOT_SUMMARY_LONGEST_ITEM, 240, 100 };

/* So many items are worth that others are told in fewer words; of what is worrying, or the person's
 * own, all are. */
#define FEW_ITEMS 3

/* The fewest characters of an item that still tell something. */
#define MIN_CHARACTERS 20

/* No letter is narrower than this, of its size. */
#define LEAST_LETTER 0.15

/* Lines of a text hold no more items than this. */
#define MAX_ITEMS 200

/* --- What is said --- */

static gboolean
has_label_within (UnknotSummaryText *self)
{
  return self->line->label != NULL && self->label == NULL;
}

static guint
count_items (const UnknotSummaryLine *line)
{
  return g_strv_length (line->items);
}

/* What is continued says where. */
static void
append_rest (GString                 *text,
             const UnknotSummaryLine *line,
             guint                    n_left)
{
  if (n_left > 0 && line->continued)
    /* Translators: of a list, how many more things there are, and the number of their page */
    g_string_append_printf (text, ngettext ("and %u more, on page %d", "and %u more, on page %d",
                                            n_left), n_left, UNKNOT_SUMMARY_TEXT_NEXT_PAGE);
  else if (n_left > 0)
    /* Translators: of a list, how many more things are left out */
    g_string_append_printf (text, ngettext ("and %u more", "and %u more", n_left), n_left);
  else
    /* Translators: of a list that is shortened, the number of the page where it is not */
    g_string_append_printf (text, _("in full on page %d"), UNKNOT_SUMMARY_TEXT_NEXT_PAGE);
}

/* The label, and as many of the items, each up to so many characters; then how many are left
 * out. */
static char *
make_text (UnknotSummaryText *self,
           guint              n_shown,
           glong              limit)
{
  const UnknotSummaryLine *line = self->line;
  const char *separator = line->apart ? "\n" : C_("list", "; ");
  guint n_left = count_items (line) - n_shown + line->n_more;
  gboolean cut = FALSE;
  GString *text = g_string_new (NULL);

  if (has_label_within (self))
    /* Translators: what it is about; what there is to say follows */
    g_string_append_printf (text, C_("label", "%s: "), line->label);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *item = unknot_summary_line_cut_item (line, i, self->lengths[i], limit);

      if (i > 0)
        g_string_append (text, separator);
      g_string_append (text, item);
      self->ends[i] = text->len;
      cut |= self->lengths[i] > limit;
    }
  if (n_left > 0 || (cut && line->continued))
    {
      if (n_shown > 0)
        g_string_append (text, separator);
      append_rest (text, line, n_left);
    }

  return g_string_free_and_steal (text);
}

static void
stress_label (UnknotSummaryText *self)
{
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = 0;
  bold->end_index = strlen (self->line->label);
  pango_attr_list_insert (attributes, bold);
  pango_layout_set_attributes (self->layout, attributes);
}

/* Most texts fit at once, and need not be laid out again. */
static void
lay_out_items (UnknotSummaryText *self,
               guint              n_shown,
               glong              limit)
{
  g_autofree char *text = make_text (self, n_shown, limit);

  if (!g_str_equal (pango_layout_get_text (self->layout), text))
    pango_layout_set_text (self->layout, text, -1);
}

static UnknotSummaryExtent *
get_extent (UnknotSummaryText *self,
            guint              n_shown,
            guint              manner)
{
  return &self->extents[manner * (self->n_items + 1) + n_shown];
}

/* As lines are filled one after the other, fewer items take at least those that they stand on
 * beside more of them. */
static void
note_extents (UnknotSummaryText *self,
              guint              n_shown,
              guint              manner)
{
  UnknotSummaryExtent *extent = get_extent (self, n_shown, manner);

  extent->n_lines = pango_layout_get_line_count (self->layout);
  extent->is_exact = TRUE;
  for (guint i = 1; i < n_shown; i++)
    {
      int line;

      extent = get_extent (self, i, manner);
      if (extent->is_exact)
        continue;
      pango_layout_index_to_line_x (self->layout, self->ends[i - 1] - 1, FALSE, &line, NULL);
      /* How many are left out stands on a line of its own. */
      extent->n_lines = MAX (extent->n_lines, (guint) line + (self->line->apart ? 2 : 1));
    }
}

/* What is known already is not laid out again. */
static gboolean
fits (UnknotSummaryText *self,
      guint              n_shown,
      guint              manner,
      guint              max_lines)
{
  UnknotSummaryExtent *extent = get_extent (self, n_shown, manner);
  g_autofree char *text = NULL;

  if (extent->is_exact || extent->n_lines > max_lines)
    return extent->n_lines <= max_lines;

  text = make_text (self, n_shown, limits[manner]);
  /* To lay out what cannot fit takes the longer, the more it is. */
  if (g_utf8_strlen (text, -1) > max_lines * self->most_in_line)
    {
      extent->n_lines = max_lines + 1;
      return FALSE;
    }

  pango_layout_set_text (self->layout, text, -1);
  note_extents (self, n_shown, manner);

  return extent->n_lines <= max_lines;
}

/* Most often it is as many as there is room for, or one or two fewer, to say how many are left
 * out. */
static guint
count_fitting (UnknotSummaryText *self,
               guint              manner,
               guint              max_lines)
{
  guint low = 0;
  guint high = self->n_items;
  guint n_failed = 0;

  if (fits (self, high, manner, max_lines))
    return high;
  while (high - low > 1 && get_extent (self, high - 1, manner)->n_lines > max_lines)
    high--;
  while (high - low > 1)
    {
      guint middle = high - MIN (MAX (n_failed, 1), (high - low) / 2);

      if (fits (self, middle, manner, max_lines))
        low = middle;
      else
        {
          high = middle;
          n_failed++;
        }
    }

  return low;
}

static gboolean
fits_in_part (UnknotSummaryText *self,
              glong              limit,
              guint              max_lines)
{
  lay_out_items (self, 1, limit);

  return pango_layout_get_line_count (self->layout) <= (int) max_lines;
}

/* Where not even one item has room, a part of it. */
static gboolean
fill_with_part (UnknotSummaryText *self,
                guint              max_lines)
{
  glong low = MIN_CHARACTERS;
  glong high = limits[G_N_ELEMENTS (limits) - 1];

  while (high - low > 1)
    {
      glong middle = (low + high) / 2;

      if (fits_in_part (self, middle, max_lines))
        low = middle;
      else
        high = middle;
    }

  return fits_in_part (self, low, max_lines);
}

/* A line more than so many is better than words of which nothing is left. */
static void
fill (UnknotSummaryText *self,
      guint              max_lines)
{
  guint n_wanted = self->line->weight >= UNKNOT_SUMMARY_OWN ? self->n_items
                                                            : MIN (self->n_items, FEW_ITEMS);
  guint n_shown = 0, best = 0;

  for (guint i = 0; i < G_N_ELEMENTS (limits) && n_shown < n_wanted; i++)
    {
      guint n;

      /* What cuts nothing says the same as the one before. */
      if (i > 0 && self->longest <= limits[i])
        continue;
      n = count_fitting (self, i, max_lines);
      if (n > n_shown)
        {
          n_shown = n;
          best = i;
        }
    }
  if (n_shown > 0)
    lay_out_items (self, n_shown, limits[best]);
  else if (!fill_with_part (self, max_lines))
    fill (self, max_lines + 1);
}

static void
measure (UnknotSummaryText *self)
{
  self->height = MAX (unknot_summary_text_measure (self->layout),
                      self->label != NULL ? unknot_summary_text_measure (self->label) : 0);
}

/**
 * unknot_summary_text_new:
 * @context: how to write: its font and direction
 * @size: of the letters
 * @width: how much room there is
 * @label_width: how much of it a label has that stands beside the text; 0 for one that stands in it
 * @max_lines: how many lines there are to be at most
 *
 * Returns: (transfer full): the text, in no more lines than it takes
 */
UnknotSummaryText *
unknot_summary_text_new (const UnknotSummaryLine *line,
                         PangoContext            *context,
                         double                   size,
                         double                   width,
                         double                   label_width,
                         guint                    max_lines)
{
  UnknotSummaryText *self = g_new0 (UnknotSummaryText, 1);

  self->line = line;
  self->n_items = MIN (count_items (line), MAX_ITEMS);
  self->least_lines = G_MAXUINT;
  self->most_in_line = (width - (label_width > 0 ? label_width : 0)) / (LEAST_LETTER * size) + 1;
  self->lengths = g_new (glong, self->n_items);
  self->ends = g_new (gsize, self->n_items);
  self->extents = g_new0 (UnknotSummaryExtent, (self->n_items + 1) * G_N_ELEMENTS (limits));
  for (guint i = 0; i < self->n_items; i++)
    {
      self->lengths[i] = g_utf8_strlen (line->items[i], -1);
      self->longest = MAX (self->longest, self->lengths[i]);
    }
  if (line->label != NULL && label_width > 0)
    {
      self->label = unknot_summary_text_lay_out (context, line->label, size, TRUE,
                                                 label_width - size / 2, 4);
      self->indent = label_width;
    }
  self->layout = unknot_summary_text_lay_out (context, "", size, FALSE, width - self->indent, 1);
  if (has_label_within (self))
    stress_label (self);
  fill (self, max_lines);
  measure (self);

  return self;
}

void
unknot_summary_text_free (UnknotSummaryText *self)
{
  g_clear_object (&self->label);
  g_clear_object (&self->layout);
  g_free (self->lengths);
  g_free (self->ends);
  g_free (self->extents);
  g_free (self);
}

/**
 * unknot_summary_text_is_whole:
 *
 * Returns: whether all of its line is told
 */
gboolean
unknot_summary_text_is_whole (UnknotSummaryText *self)
{
  guint n_items = count_items (self->line);
  g_autofree char *all = NULL;

  if (n_items > MAX_ITEMS || self->line->n_more > 0)
    return FALSE;

  all = make_text (self, n_items, G_MAXLONG);

  return g_str_equal (pango_layout_get_text (self->layout), all);
}

/* How much is left out stands on a line of its own. */
static guint
get_min_lines (UnknotSummaryText *self,
               guint              min_lines)
{
  return self->line->apart ? MAX (min_lines, 2) : min_lines;
}

/**
 * unknot_summary_text_can_shrink:
 * @min_lines: how many lines it keeps at least
 *
 * Returns: whether it may have more lines than it must
 */
gboolean
unknot_summary_text_can_shrink (UnknotSummaryText *self,
                                guint              min_lines)
{
  guint n_lines = pango_layout_get_line_count (self->layout);

  min_lines = get_min_lines (self, min_lines);

  return n_lines > min_lines && min_lines < self->least_lines;
}

/**
 * unknot_summary_text_shrink:
 * @excess: by how much it is to be lower
 * @min_lines: how many lines it keeps at least
 *
 * Tells less, and how much less it is.
 *
 * Returns: whether it is lower now
 */
gboolean
unknot_summary_text_shrink (UnknotSummaryText *self,
                            double             excess,
                            guint              min_lines)
{
  guint n_lines = pango_layout_get_line_count (self->layout);
  double line_height = unknot_summary_text_measure (self->layout) / n_lines;
  guint n_less = MAX (1, ceil (excess / line_height));
  double before = self->height;

  if (!unknot_summary_text_can_shrink (self, min_lines))
    return FALSE;

  min_lines = get_min_lines (self, min_lines);
  n_lines = n_less < n_lines - min_lines ? n_lines - n_less : min_lines;
  fill (self, n_lines);
  measure (self);
  if (self->height >= before)
    self->least_lines = n_lines;

  return self->height < before;
}

/**
 * unknot_summary_text_lay_out:
 * @context: how to write: its font and direction
 * @text: what to write, in one line
 * @max_lines: how many lines there are to be at most; what has no room in them is left out, and
 *   how much that is is said
 *
 * Returns: (transfer full): the text
 */
PangoLayout *
unknot_summary_text_lay_out (PangoContext *context,
                             const char   *text,
                             double        size,
                             gboolean      bold,
                             double        width,
                             guint         max_lines)
{
  glong length = g_utf8_strlen (text, -1);
  g_autofree char *beginning = unknot_summary_words_cut (text, length, limits[0]);
  PangoLayout *layout = unknot_topic_piece_make_layout (context, beginning, size, bold);
  glong low = MIN_CHARACTERS, high = limits[0];

  pango_layout_set_line_spacing (layout, LINE_SPACING);
  pango_layout_set_width (layout, MAX (width, size) * PANGO_SCALE);
  if (pango_layout_get_line_count (layout) <= (int) max_lines)
    return layout;

  while (high - low > 1)
    {
      glong middle = (low + high) / 2;
      g_autofree char *part = unknot_summary_words_cut (text, length, middle);

      pango_layout_set_text (layout, part, -1);
      if (pango_layout_get_line_count (layout) <= (int) max_lines)
        low = middle;
      else
        high = middle;
    }
  g_free (beginning);
  beginning = unknot_summary_words_cut (text, length, low);
  pango_layout_set_text (layout, beginning, -1);

  return layout;
}

/**
 * unknot_summary_text_measure:
 *
 * Returns: how high a text is
 */
double
unknot_summary_text_measure (PangoLayout *layout)
{
  PangoRectangle size;

  pango_layout_get_extents (layout, NULL, &size);

  return size.height / (double) PANGO_SCALE;
}

/**
 * unknot_summary_text_show:
 * @left: where its room begins
 * @top: where it begins
 */
void
unknot_summary_text_show (cairo_t     *cr,
                          PangoLayout *layout,
                          double       left,
                          double       top)
{
  cairo_move_to (cr, left, top);
  pango_cairo_show_layout (cr, layout);
}
