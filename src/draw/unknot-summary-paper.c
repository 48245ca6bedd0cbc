/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-paper"

#include "config.h"

#include "unknot-summary-paper.h"

#include "unknot-ink.h"
#include "unknot-summary-page.h"
#include "unknot-summary-pdf.h"
#include "unknot-summary-row.h"
#include "unknot-summary-text.h"
#include "unknot-topic-piece.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

/* All in points. */
#define MARGIN 34.0
#define TITLE_SIZE 15.0
#define ENTRIES_TITLE_SIZE 11.0
#define HEAD_SIZE 9.0
#define FOOT_SIZE 8.0
#define FOOT_GAP 6.0
#define HEAD_GAP 4.0
#define NUMBER_WIDTH 60.0
#define TABLE_SIZE 8.0
#define CONTINUED_SIZE 9.5
#define CONTINUED_GAP 5.0

/* More of a note than this is no use in a table. */
#define MAX_CELL_LINES 20

/* When, worst, length, where, set off by, tried and taken, note. */
static const double entry_shares[] = { 0.16, 0.07, 0.1, 0.14, 0.13, 0.19, 0.21, 0 };

/* A line of what is continued: texts of any length go from sheet to sheet. */
typedef struct
{
  PangoLayout *layout;   /* what it is a line of */
  PangoLayoutLine *line; /* of it */
  double left;
  double height;
  double base; /* below its top */
  gboolean begins; /* a text */
} Line;

/**
 * UnknotSummaryPaper:
 *
 * A summary for the doctor, laid out on sheets of paper: the first is complete by itself but for
 * questions it has no room for; all of those are on the next. The table of entries is on as many
 * more as it takes.
 */
struct _UnknotSummaryPaper
{
  GObject parent_instance;

  PangoContext *context;
  double width;
  double height;

  GPtrArray *sections; /* of UnknotSummarySection */
  char *person;        /* nullable */
  char *period;
  PangoLayout *title;
  PangoLayout *person_layout; /* nullable */
  PangoLayout *period_layout;
  PangoLayout *notice;
  PangoLayout *entries_title; /* nullable */
  UnknotSummaryPage *first;

  PangoLayout *continued_title; /* nullable */
  GArray *continued;            /* of Line */
  GArray *continued_starts;     /* of guint: the first line on each sheet of them */

  UnknotSummaryGrid grid;
  const UnknotSummarySection *entries; /* nullable */
  GArray *starts;                      /* of guint: the first row on each sheet of the table */
};

G_DEFINE_FINAL_TYPE (UnknotSummaryPaper, unknot_summary_paper, G_TYPE_OBJECT)

/* --- Where things are --- */

static double
get_text_width (UnknotSummaryPaper *self)
{
  return self->width - 2 * MARGIN;
}

static double
get_foot_top (UnknotSummaryPaper *self)
{
  return self->height - MARGIN - unknot_summary_text_measure (self->notice);
}

static double
get_body_bottom (UnknotSummaryPaper *self)
{
  return get_foot_top (self) - 2 * FOOT_GAP;
}

static double
measure_or_nothing (PangoLayout *layout)
{
  return layout != NULL ? unknot_summary_text_measure (layout) : 0;
}

static double
get_first_top (UnknotSummaryPaper *self)
{
  return MARGIN + unknot_summary_text_measure (self->title) + HEAD_GAP +
         measure_or_nothing (self->person_layout) + measure_or_nothing (self->period_layout);
}

/* Of a sheet after the first. */
static double
get_next_top (UnknotSummaryPaper *self,
              PangoLayout        *title)
{
  return MARGIN + measure_or_nothing (self->person_layout) +
         measure_or_nothing (self->period_layout) + HEAD_GAP + measure_or_nothing (title) +
         HEAD_GAP;
}

static double
get_table_top (UnknotSummaryPaper *self)
{
  return get_next_top (self, self->entries_title);
}

static PangoLayout *
make_text (UnknotSummaryPaper *self,
           const char         *text,
           double              size,
           gboolean            bold,
           double              width)
{
  return unknot_summary_text_lay_out (self->context, text, size, bold, width, 3);
}

static void
make_texts (UnknotSummaryPaper *self)
{
  double width = get_text_width (self);

  self->title = make_text (self, unknot_summary_get_title (), TITLE_SIZE, TRUE, width);
  if (self->person != NULL)
    self->person_layout = make_text (self, self->person, HEAD_SIZE, TRUE, width);
  self->period_layout = make_text (self, self->period, HEAD_SIZE, FALSE, width);
  self->notice =
    make_text (self, unknot_summary_get_notice (), FOOT_SIZE, FALSE, width - NUMBER_WIDTH);
}

static void
clear_continued_line (gpointer data)
{
  Line *line = data;

  pango_layout_line_unref (line->line);
  g_object_unref (line->layout);
}

static void
add_continued_text (UnknotSummaryPaper *self,
                    const char         *text)
{
  g_autoptr (PangoLayout) layout =
    unknot_topic_piece_make_layout (self->context, text, CONTINUED_SIZE, FALSE);
  PangoLayoutIter *iter;
  gboolean begins = TRUE;

  pango_layout_set_width (layout, get_text_width (self) * PANGO_SCALE);
  iter = pango_layout_get_iter (layout);
  do
    {
      PangoRectangle extents;
      Line line = { .layout = g_object_ref (layout), .begins = begins };
      int top, bottom;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.line = pango_layout_line_ref (pango_layout_iter_get_line_readonly (iter));
      line.left = extents.x / (double) PANGO_SCALE;
      line.height = (bottom - top) / (double) PANGO_SCALE;
      line.base = (pango_layout_iter_get_baseline (iter) - top) / (double) PANGO_SCALE;
      g_array_append_val (self->continued, line);
      begins = FALSE;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static double
get_continued_gap (const Line *line)
{
  return line->begins ? CONTINUED_GAP : 0;
}

static void
divide_continued (UnknotSummaryPaper *self)
{
  double top = get_next_top (self, self->continued_title);
  double y = top;
  guint start = 0;

  g_array_append_val (self->continued_starts, start);
  for (guint i = 0; i < self->continued->len; i++)
    {
      const Line *line = &g_array_index (self->continued, Line, i);

      if (y > top && y + get_continued_gap (line) + line->height > get_body_bottom (self))
        {
          g_array_append_val (self->continued_starts, i);
          y = top;
        }
      y += get_continued_gap (line) + line->height;
    }
}

/* All of it, and not only what the first sheet has no room for: a doctor reads one list. */
static void
make_continued (UnknotSummaryPaper *self)
{
  if (unknot_summary_page_is_whole (self->first))
    return;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const UnknotSummarySection *section = g_ptr_array_index (self->sections, i);

      for (guint j = 0; j < section->lines->len; j++)
        {
          const UnknotSummaryLine *line = g_ptr_array_index (section->lines, j);

          if (!line->continued)
            continue;
          g_clear_object (&self->continued_title);
          self->continued_title =
            make_text (self, section->title, ENTRIES_TITLE_SIZE, TRUE, get_text_width (self));
          for (guint k = 0; line->items[k] != NULL; k++)
            add_continued_text (self, line->items[k]);
        }
    }
  divide_continued (self);
}

static UnknotSummaryRow *
make_row (UnknotSummaryPaper *self,
          guint               row)
{
  return unknot_summary_row_new (&self->grid, g_ptr_array_index (self->entries->rows, row), FALSE,
                                 MAX_CELL_LINES);
}

static UnknotSummaryRow *
make_head (UnknotSummaryPaper *self)
{
  return unknot_summary_row_new (&self->grid, (const char *const *) self->entries->columns, TRUE,
                                 2);
}

/* What it takes to lay out is done again for a sheet that is drawn: all of them would be much to
 * keep. */
static void
divide_entries (UnknotSummaryPaper *self)
{
  UnknotSummaryRow *head = make_head (self);
  double top = get_table_top (self) + head->height;
  double y = top;
  guint start = 0;

  unknot_summary_row_free (head);
  g_array_append_val (self->starts, start);
  for (guint i = 0; i < self->entries->rows->len; i++)
    {
      UnknotSummaryRow *row = make_row (self, i);

      if (y > top && y + row->height > get_body_bottom (self))
        {
          g_array_append_val (self->starts, i);
          y = top;
        }
      y += row->height;
      unknot_summary_row_free (row);
    }
}

static void
unknot_summary_paper_finalize (GObject *object)
{
  UnknotSummaryPaper *self = UNKNOT_SUMMARY_PAPER (object);

  g_clear_pointer (&self->first, unknot_summary_page_free);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_object (&self->context);
  g_clear_object (&self->title);
  g_clear_object (&self->person_layout);
  g_clear_object (&self->period_layout);
  g_clear_object (&self->notice);
  g_clear_object (&self->entries_title);
  g_clear_object (&self->continued_title);
  g_free (self->person);
  g_free (self->period);
  g_array_unref (self->continued);
  g_array_unref (self->continued_starts);
  g_array_unref (self->starts);

  G_OBJECT_CLASS (unknot_summary_paper_parent_class)->finalize (object);
}

static void
unknot_summary_paper_class_init (UnknotSummaryPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_summary_paper_finalize;
}

static void
unknot_summary_paper_init (UnknotSummaryPaper *self)
{
  self->continued = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->continued, clear_continued_line);
  self->continued_starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * unknot_summary_paper_new_context:
 * @direction: which way the person's language is read
 *
 * Returns: (transfer full): how to write so that it is laid out the same wherever it is drawn: on a
 *   screen, a printer or a PDF
 */
PangoContext *
unknot_summary_paper_new_context (PangoDirection direction)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  /* What is rounded to pixels is as wide as they are. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, direction);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);

  return context;
}

/**
 * unknot_summary_paper_new:
 * @context: how to write: its font and direction; sizes are our own
 * @width: of the sheets, in points
 * @height: of the sheets, in points
 *
 * Lays out a summary on sheets.
 */
UnknotSummaryPaper *
unknot_summary_paper_new (UnknotSummary             *summary,
                          const UnknotSummaryChoice *choice,
                          PangoContext              *context,
                          double                     width,
                          double                     height)
{
  UnknotSummaryPaper *self = g_object_new (UNKNOT_TYPE_SUMMARY_PAPER, NULL);
  const UnknotSummarySection *last;

  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  self->sections = unknot_summary_make_sections (summary, choice);
  self->person = unknot_summary_dup_person (choice);
  self->period = unknot_summary_dup_period (summary);
  make_texts (self);
  self->first = unknot_summary_page_new (self->sections, summary, context, get_text_width (self),
                                         get_body_bottom (self) - get_first_top (self));
  make_continued (self);

  last = self->sections->len > 0 ? g_ptr_array_index (self->sections, self->sections->len - 1)
                                 : NULL;
  if (last == NULL || last->part != UNKNOT_SUMMARY_ENTRIES || last->rows->len == 0)
    return self;

  self->entries = last;
  self->entries_title =
    make_text (self, last->title, ENTRIES_TITLE_SIZE, TRUE, get_text_width (self));
  self->grid = (UnknotSummaryGrid) { context, TABLE_SIZE, get_text_width (self) };
  memcpy (self->grid.shares, entry_shares, sizeof entry_shares);
  divide_entries (self);

  return self;
}

/**
 * unknot_summary_paper_get_n_pages:
 *
 * Returns: how many sheets it takes, at least one
 */
guint
unknot_summary_paper_get_n_pages (UnknotSummaryPaper *self)
{
  g_return_val_if_fail (UNKNOT_IS_SUMMARY_PAPER (self), 0);

  return 1 + self->continued_starts->len + self->starts->len;
}

/* --- Drawing --- */

static void
show (cairo_t     *cr,
      const char  *tag,
      PangoLayout *layout,
      double      *y)
{
  if (layout == NULL)
    return;

  cairo_tag_begin (cr, tag, NULL);
  unknot_summary_text_show (cr, layout, MARGIN, *y);
  cairo_tag_end (cr, tag);
  *y += unknot_summary_text_measure (layout);
}

static void
draw_foot (UnknotSummaryPaper *self,
           cairo_t            *cr,
           guint               page)
{
  gboolean to_the_left = pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL;
  /* Translators: at the foot of a printed page: its number, of how many */
  g_autofree char *number =
    g_strdup_printf (_("%u of %u"), page + 1, unknot_summary_paper_get_n_pages (self));
  g_autoptr (PangoLayout) beside =
    unknot_topic_piece_make_layout (self->context, number, FOOT_SIZE, FALSE);
  double top = get_foot_top (self);
  PangoRectangle size;

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->seam);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, MARGIN, top - FOOT_GAP / 2);
  cairo_line_to (cr, self->width - MARGIN, top - FOOT_GAP / 2);
  cairo_stroke (cr);

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  pango_layout_get_extents (beside, NULL, &size);
  cairo_tag_begin (cr, "P", NULL);
  unknot_summary_text_show (cr, self->notice, to_the_left ? MARGIN + NUMBER_WIDTH : MARGIN, top);
  cairo_tag_end (cr, "P");
  cairo_tag_begin (cr, "P", NULL);
  unknot_summary_text_show (cr, beside,
                            to_the_left
                              ? MARGIN : self->width - MARGIN - size.width / (double) PANGO_SCALE,
                            top);
  cairo_tag_end (cr, "P");
}

static void
draw_first (UnknotSummaryPaper *self,
            cairo_t            *cr)
{
  double y = MARGIN;

  show (cr, "H1", self->title, &y);
  y += HEAD_GAP;
  show (cr, "P", self->person_layout, &y);
  show (cr, "P", self->period_layout, &y);
  unknot_summary_page_draw (self->first, cr, MARGIN, y);
}

static void
draw_next_head (UnknotSummaryPaper *self,
                cairo_t            *cr,
                PangoLayout        *title)
{
  double y = MARGIN;

  show (cr, "P", self->person_layout, &y);
  show (cr, "P", self->period_layout, &y);
  y += HEAD_GAP;
  show (cr, "H2", title, &y);
}

static void
draw_continued (UnknotSummaryPaper *self,
                cairo_t            *cr,
                guint               sheet)
{
  guint first = g_array_index (self->continued_starts, guint, sheet);
  guint end = sheet + 1 < self->continued_starts->len
                ? g_array_index (self->continued_starts, guint, sheet + 1)
                : self->continued->len;
  double y = get_next_top (self, self->continued_title);

  draw_next_head (self, cr, self->continued_title);
  cairo_tag_begin (cr, "P", NULL);
  for (guint i = first; i < end; i++)
    {
      const Line *line = &g_array_index (self->continued, Line, i);

      if (i > first && line->begins)
        {
          cairo_tag_end (cr, "P");
          cairo_tag_begin (cr, "P", NULL);
        }
      y += get_continued_gap (line);
      cairo_move_to (cr, MARGIN + line->left, y + line->base);
      pango_cairo_show_layout_line (cr, line->line);
      y += line->height;
    }
  cairo_tag_end (cr, "P");
}

static void
draw_entries (UnknotSummaryPaper *self,
              cairo_t            *cr,
              guint               sheet)
{
  guint first = g_array_index (self->starts, guint, sheet);
  guint end = sheet + 1 < self->starts->len ? g_array_index (self->starts, guint, sheet + 1)
                                            : self->entries->rows->len;
  UnknotSummaryRow *row = make_head (self);
  double y = get_table_top (self);

  draw_next_head (self, cr, self->entries_title);
  cairo_tag_begin (cr, "Table", NULL);
  unknot_summary_row_draw (row, &self->grid, cr, MARGIN, y);
  for (guint i = first; i < end; i++)
    {
      y += row->height;
      unknot_summary_row_free (row);
      row = make_row (self, i);
      unknot_summary_row_draw (row, &self->grid, cr, MARGIN, y);
    }
  unknot_summary_row_free (row);
  cairo_tag_end (cr, "Table");
}

/**
 * unknot_summary_paper_draw:
 * @cr: where to draw, in points, the sheet's upper left corner at its origin
 * @page: which sheet, from 0
 *
 * Draws a sheet. On a PDF, text is text, and what is a heading, a table or a picture is tagged so;
 * a `Document` about all the sheets is for the caller to tag.
 */
void
unknot_summary_paper_draw (UnknotSummaryPaper *self,
                           cairo_t            *cr,
                           guint               page)
{
  g_return_if_fail (UNKNOT_IS_SUMMARY_PAPER (self));
  g_return_if_fail (page < unknot_summary_paper_get_n_pages (self));

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  if (page == 0)
    draw_first (self, cr);
  else if (page <= self->continued_starts->len)
    draw_continued (self, cr, page - 1);
  else
    draw_entries (self, cr, page - 1 - self->continued_starts->len);
  draw_foot (self, cr, page);
}

/* In words, what the pictures show is all there. */
static void
describe (UnknotSummaryPaper *self,
          GByteArray         *pdf)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) figures = NULL;

  for (guint i = 0; i < self->sections->len; i++)
    {
      const UnknotSummarySection *section = g_ptr_array_index (self->sections, i);
      const UnknotSummaryLine *line;
      g_autofree char *words = NULL;

      if (section->part != UNKNOT_SUMMARY_PAIN && section->part != UNKNOT_SUMMARY_PLACES)
        continue;
      line = g_ptr_array_index (section->lines, 0);
      words = g_strjoinv (C_("list", "; "), line->items);
      /* Translators: what it is about; what there is to say follows */
      g_strv_builder_take (builder, g_strdup_printf (C_("label", "%s: %s"), section->title,
                                                     words));
    }
  figures = g_strv_builder_end (builder);
  /* Translators: the code of the language that you translate to, such as “de” or “pt-BR” */
  unknot_summary_pdf_describe (pdf, C_("language", "en"), (const char *const *) figures);
}

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/**
 * unknot_summary_paper_to_pdf:
 *
 * Returns: (transfer full) (nullable): all sheets as a PDF; %NULL with @error set to a sentence
 */
GBytes *
unknot_summary_paper_to_pdf (UnknotSummaryPaper  *self,
                             GError             **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (UNKNOT_IS_SUMMARY_PAPER (self), NULL);

  surface = cairo_pdf_surface_create_for_stream (write_cb, pdf, self->width, self->height);
  /* A later one packs what unknot_summary_pdf_describe() adds to. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, unknot_summary_get_title ());
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, self->period);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Unknot " VERSION);
  if (self->person != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, self->person);
  cr = cairo_create (surface);
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < unknot_summary_paper_get_n_pages (self); i++)
    {
      unknot_summary_paper_draw (self, cr, i);
      /* It must end before the last sheet is done: another one would follow. */
      if (i + 1 == unknot_summary_paper_get_n_pages (self))
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    {
      describe (self, pdf);
      return g_byte_array_free_to_bytes (g_steal_pointer (&pdf));
    }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The summary could not be drawn: %s."),
               cairo_status_to_string (status));

  return NULL;
}
