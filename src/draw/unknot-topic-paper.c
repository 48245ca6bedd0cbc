/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-paper"

#include "config.h"

#include "unknot-topic-paper.h"

#include "unknot-ink.h"
#include "unknot-topic-piece.h"

#include <glib/gi18n-lib.h>

/* All in points. */
#define MARGIN 56.0
#define FOOT_GAP 14.0
#define NUMBER_WIDTH 60.0

/* Of the height that there is for text, a note no higher stays in one piece. */
#define WHOLE_NOTE_SHARE 0.35

/* How many lines of a paragraph stand together at either end of a page, at least. */
#define MIN_LINES 2

/* What of a piece is on a page. */
typedef struct
{
  guint piece;
  guint first_line;
  guint n_lines;
  double top;
  double bottom;
} Part;

/**
 * UnknotTopicPaper:
 *
 * A page to learn from, laid out on sheets of paper.
 */
struct _UnknotTopicPaper
{
  GObject parent_instance;

  char *title;
  char *notice; /* nullable */
  PangoContext *context;
  double width;
  double height;
  double foot_height;

  GPtrArray *pieces; /* of UnknotTopicPiece */
  GPtrArray *pages;  /* of GArray of Part */
};

G_DEFINE_FINAL_TYPE (UnknotTopicPaper, unknot_topic_paper, G_TYPE_OBJECT)

static double
get_text_width (UnknotTopicPaper *self)
{
  return self->width - 2 * MARGIN;
}

static double
get_text_bottom (UnknotTopicPaper *self)
{
  return self->height - MARGIN - self->foot_height;
}

static double
get_text_height (UnknotTopicPaper *self)
{
  return get_text_bottom (self) - MARGIN;
}

/* --- From pieces to sheets --- */

static UnknotTopicPiece *
get_piece (UnknotTopicPaper *self,
           guint             position)
{
  return g_ptr_array_index (self->pieces, position);
}

/* Below it, or above where it goes on. */
static double
get_padding (UnknotTopicPiece *piece)
{
  return piece->note > 0 ? UNKNOT_TOPIC_PIECE_PADDING : 0;
}

static gboolean
begins_note (UnknotTopicPaper *self,
             guint             position)
{
  guint note = get_piece (self, position)->note;

  return note > 0 && (position == 0 || get_piece (self, position - 1)->note != note);
}

static gboolean
ends_note (UnknotTopicPaper *self,
           guint             position)
{
  guint note = get_piece (self, position)->note;

  return note > 0 &&
         (position + 1 == self->pieces->len || get_piece (self, position + 1)->note != note);
}

static double
get_height_of_lines (UnknotTopicPiece *piece,
                     guint             first,
                     guint             n_lines)
{
  if (n_lines == 0)
    return 0;

  return g_array_index (piece->lines, UnknotTopicLine, first + n_lines - 1).bottom -
         g_array_index (piece->lines, UnknotTopicLine, first).top;
}

/* How many of its lines must stand together at its beginning. */
static guint
get_min_lines (UnknotTopicPiece *piece)
{
  return piece->lines->len < 2 * MIN_LINES ? piece->lines->len : MIN_LINES;
}

static double
measure_note (UnknotTopicPaper *self,
              guint             position)
{
  double height = UNKNOT_TOPIC_PIECE_PADDING;

  for (guint i = position;; i++)
    {
      UnknotTopicPiece *piece = get_piece (self, i);

      height += piece->height + (i > position ? piece->space : 0);
      if (ends_note (self, i))
        return height;
    }
}

/* How much room a piece wants, to begin on a sheet: with what must not be on another. */
static double
measure_beginning (UnknotTopicPaper *self,
                   guint             position)
{
  UnknotTopicPiece *piece = get_piece (self, position);
  double height;

  if (begins_note (self, position))
    {
      height = measure_note (self, position);
      if (height <= WHOLE_NOTE_SHARE * get_text_height (self))
        return height;
    }
  if (piece->stays_with_next && position + 1 < self->pieces->len)
    return piece->height + get_piece (self, position + 1)->space +
           (begins_note (self, position + 1) ? UNKNOT_TOPIC_PIECE_PADDING : 0) +
           measure_beginning (self, position + 1);
  height = piece->figure != NULL ? piece->height
                                 : get_height_of_lines (piece, 0, get_min_lines (piece));

  return height + get_padding (piece);
}

/* How many lines, from @first on, have room and leave no line alone on the next sheet. */
static guint
count_fitting (UnknotTopicPiece *piece,
               guint             first,
               double            room)
{
  guint n_left = piece->lines->len - first;
  guint n_lines = 0;

  while (n_lines < n_left && get_height_of_lines (piece, first, n_lines + 1) <= room)
    n_lines++;
  if (n_lines < n_left && n_left - n_lines < MIN_LINES && n_lines > MIN_LINES)
    n_lines = n_left - MIN_LINES;

  return n_lines;
}

typedef struct
{
  UnknotTopicPaper *paper;
  GArray *page;
  double y;
} Pager;

static void
turn (Pager *pager)
{
  pager->page = g_array_new (FALSE, FALSE, sizeof (Part));
  pager->y = MARGIN;
  g_ptr_array_add (pager->paper->pages, pager->page);
}

static double
get_room (Pager            *pager,
          UnknotTopicPiece *piece)
{
  return get_text_bottom (pager->paper) - pager->y - get_padding (piece);
}

static void
place (Pager  *pager,
       guint   position,
       guint   first_line,
       guint   n_lines,
       double  height)
{
  Part part = { position, first_line, n_lines, pager->y, pager->y + height };

  g_array_append_val (pager->page, part);
  pager->y += height;
}

static void
place_text (Pager *pager,
            guint  position)
{
  UnknotTopicPiece *piece = get_piece (pager->paper, position);
  guint first = 0;

  while (first < piece->lines->len)
    {
      guint n_lines = count_fitting (piece, first, get_room (pager, piece));

      /* A line higher than a sheet is not to be waited for. */
      if (n_lines == 0 && pager->page->len == 0)
        n_lines = 1;
      if (n_lines > 0)
        place (pager, position, first, n_lines, get_height_of_lines (piece, first, n_lines));
      first += n_lines;
      if (first < piece->lines->len)
        {
          turn (pager);
          pager->y += get_padding (piece);
        }
    }
}

static void
place_piece (Pager *pager,
             guint  position)
{
  UnknotTopicPaper *self = pager->paper;
  UnknotTopicPiece *piece = get_piece (self, position);
  double space = piece->space + (begins_note (self, position) ? UNKNOT_TOPIC_PIECE_PADDING : 0);

  if (pager->page->len > 0 &&
      pager->y + space + measure_beginning (self, position) > get_text_bottom (self))
    turn (pager);
  pager->y += pager->page->len > 0 ? space : get_padding (piece);

  if (piece->figure != NULL)
    place (pager, position, 0, 0, piece->height);
  else if (piece->height > 0)
    place_text (pager, position);
  else
    place (pager, position, 0, 1, 0);
  if (ends_note (self, position))
    pager->y += UNKNOT_TOPIC_PIECE_PADDING;
}

static void
make_pages (UnknotTopicPaper *self)
{
  Pager pager = { self };

  turn (&pager);
  for (guint i = 0; i < self->pieces->len; i++)
    place_piece (&pager, i);
}

/* --- Drawing --- */

/* Where something begins, from the left; from right to left all is the other way round. */
static double
get_left (UnknotTopicPaper *self,
          double            indent,
          double            width)
{
  if (pango_context_get_base_dir (self->context) == PANGO_DIRECTION_RTL)
    return self->width - MARGIN - indent - width;

  return MARGIN + indent;
}

/* Closes the elements that do not go on in @to, and opens those that begin with it. */
static void
tag (cairo_t          *cr,
     UnknotTopicPiece *from,
     UnknotTopicPiece *to)
{
  guint n_from = from != NULL ? from->depth : 0;
  guint n_to = to != NULL ? to->depth : 0;
  guint n_same = 0;

  while (n_same < n_from && n_same < n_to && from->path[n_same].id == to->path[n_same].id)
    n_same++;
  for (guint i = n_from; i > n_same; i--)
    cairo_tag_end (cr, from->path[i - 1].tag);
  for (guint i = n_same; i < n_to; i++)
    cairo_tag_begin (cr, to->path[i].tag, NULL);
}

static void
draw_lines (cairo_t          *cr,
            UnknotTopicPiece *piece,
            Part             *part,
            double            left)
{
  double top = g_array_index (piece->lines, UnknotTopicLine, part->first_line).top;

  for (guint i = part->first_line; i < part->first_line + part->n_lines; i++)
    {
      const UnknotTopicLine *line = &g_array_index (piece->lines, UnknotTopicLine, i);

      cairo_move_to (cr, left + line->x, part->top + line->baseline - top);
      pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (piece->layout, i));
    }
}

static gboolean
draw_part (UnknotTopicPaper *self,
           cairo_t          *cr,
           Part             *part,
           GError          **error)
{
  UnknotTopicPiece *piece = get_piece (self, part->piece);
  double left = get_left (self, piece->indent, piece->width);
  gboolean done;

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  if (piece->layout != NULL)
    {
      draw_lines (cr, piece, part, left);
      return TRUE;
    }

  cairo_save (cr);
  cairo_translate (cr, left, part->top);
  done = unknot_figure_draw (piece->figure, cr, piece->width, piece->height,
                             unknot_ink_get_paper (), error);
  cairo_restore (cr);

  return done;
}

/* The graver a note, the heavier the line about it: also without its colour. */
static void
draw_box (UnknotTopicPaper     *self,
          cairo_t              *cr,
          UnknotTopicNoteStyle  style,
          double                top,
          double                bottom)
{
  const UnknotInk *ink = unknot_ink_get_paper ();
  const struct
  {
    double line_width;
    const UnknotColor *color;
  } styles[] = {
    [UNKNOT_TOPIC_NOTE_PLAIN] = { 0.75, &ink->seam },
    [UNKNOT_TOPIC_NOTE_TIP] = { 0.75, &ink->level[UNKNOT_LEVEL_SELF_CARE] },
    [UNKNOT_TOPIC_NOTE_IMPORTANT] = { 1.5, &ink->level[UNKNOT_LEVEL_URGENT] },
    [UNKNOT_TOPIC_NOTE_WARNING] = { 2.5, &ink->level[UNKNOT_LEVEL_EMERGENCY] },
  };
  double line_width = styles[style].line_width;

  top -= UNKNOT_TOPIC_PIECE_PADDING;
  bottom += UNKNOT_TOPIC_PIECE_PADDING;
  cairo_set_line_width (cr, line_width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  unknot_ink_set_source (cr, styles[style].color);
  cairo_rectangle (cr, MARGIN + line_width / 2, top + line_width / 2,
                   get_text_width (self) - line_width, bottom - top - line_width);
  cairo_stroke (cr);
}

static void
draw_boxes (UnknotTopicPaper *self,
            cairo_t          *cr,
            GArray           *page)
{
  for (guint i = 0; i < page->len; i++)
    {
      Part *part = &g_array_index (page, Part, i);
      UnknotTopicPiece *piece = get_piece (self, part->piece);
      double top = part->top;

      if (piece->note == 0)
        continue;
      while (i + 1 < page->len &&
             get_piece (self, g_array_index (page, Part, i + 1).piece)->note == piece->note)
        part = &g_array_index (page, Part, ++i);
      draw_box (self, cr, piece->note_style, top, part->bottom);
    }
}

/* The title beside the number, so that a sheet that is lost is found; and what Unknot is not. */
static PangoLayout *
make_foot (UnknotTopicPaper *self)
{
  g_autofree char *text = g_strconcat (
    "Unknot – ", self->title, "\n",
    self->notice != NULL
      ? self->notice
      : _("Unknot is not a medical device and replaces no doctor. What it says rests on the sources it names."),
    NULL);
  PangoLayout *layout =
    unknot_topic_piece_make_layout (self->context, text, UNKNOT_TOPIC_PIECE_SMALL_SIZE, FALSE);

  pango_layout_set_width (layout, (get_text_width (self) - NUMBER_WIDTH) * PANGO_SCALE);

  return layout;
}

static void
draw_foot (UnknotTopicPaper *self,
           cairo_t          *cr,
           guint             page)
{
  g_autoptr (PangoLayout) foot = make_foot (self);
  /* Translators: at the foot of a printed page: its number, of how many */
  g_autofree char *number = g_strdup_printf (_("%u of %u"), page + 1, self->pages->len);
  g_autoptr (PangoLayout) beside =
    unknot_topic_piece_make_layout (self->context, number, UNKNOT_TOPIC_PIECE_SMALL_SIZE, FALSE);
  double top = get_text_bottom (self) + FOOT_GAP;
  double foot_width = get_text_width (self) - NUMBER_WIDTH;
  PangoRectangle size;

  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->seam);
  cairo_set_line_width (cr, 0.5);
  cairo_move_to (cr, MARGIN, top - 4);
  cairo_line_to (cr, self->width - MARGIN, top - 4);
  cairo_stroke (cr);
  unknot_ink_set_source (cr, &unknot_ink_get_paper ()->text);
  cairo_move_to (cr, get_left (self, 0, foot_width), top);
  pango_cairo_show_layout (cr, foot);
  pango_layout_get_extents (beside, NULL, &size);
  cairo_move_to (cr,
                 get_left (self, get_text_width (self) - size.width / (double) PANGO_SCALE,
                           size.width / (double) PANGO_SCALE),
                 top);
  pango_cairo_show_layout (cr, beside);
}

static void
unknot_topic_paper_finalize (GObject *object)
{
  UnknotTopicPaper *self = UNKNOT_TOPIC_PAPER (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->notice, g_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);

  G_OBJECT_CLASS (unknot_topic_paper_parent_class)->finalize (object);
}

static void
unknot_topic_paper_class_init (UnknotTopicPaperClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_topic_paper_finalize;
}

static void
unknot_topic_paper_init (UnknotTopicPaper *self)
{
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

/**
 * unknot_topic_paper_new:
 * @topic: what to lay out
 * @library: (nullable): where its figures are
 * @context: how to write: its font and direction; sizes are our own
 * @width: of the sheets, in points
 * @height: of the sheets, in points
 *
 * Lays out a page on sheets. A figure that cannot be read is told in words.
 */
UnknotTopicPaper *
unknot_topic_paper_new (UnknotTopic   *topic,
                        UnknotLibrary *library,
                        PangoContext  *context,
                        double         width,
                        double         height)
{
  UnknotTopicPaper *self = g_object_new (UNKNOT_TYPE_TOPIC_PAPER, NULL);
  g_autoptr (PangoLayout) foot = NULL;
  PangoRectangle size;

  self->title = g_strdup (unknot_topic_get_title (topic));
  self->notice = g_strdup (unknot_topic_get_notice (topic));
  self->context = g_object_ref (context);
  self->width = width;
  self->height = height;
  foot = make_foot (self);
  pango_layout_get_extents (foot, NULL, &size);
  self->foot_height = FOOT_GAP + size.height / (double) PANGO_SCALE;
  self->pieces = unknot_topic_piece_make_all (topic, library, context, get_text_width (self),
                                              get_text_height (self));
  make_pages (self);

  return self;
}

/**
 * unknot_topic_paper_get_n_pages:
 *
 * Returns: how many sheets it takes, at least one
 */
guint
unknot_topic_paper_get_n_pages (UnknotTopicPaper *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_PAPER (self), 0);

  return self->pages->len;
}

/**
 * unknot_topic_paper_draw:
 * @cr: where to draw, in points, the sheet's upper left corner at its origin
 * @page: which sheet, from 0
 *
 * Draws a sheet. On a PDF, text is text and what is a heading, a list or a figure is tagged so; a
 * `Document` about all the sheets is for the caller to tag.
 *
 * Returns: whether all of it was drawn; %FALSE with @error set to a sentence
 */
gboolean
unknot_topic_paper_draw (UnknotTopicPaper  *self,
                         cairo_t           *cr,
                         guint              page,
                         GError           **error)
{
  GArray *parts;
  UnknotTopicPiece *last = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (UNKNOT_IS_TOPIC_PAPER (self), FALSE);
  g_return_val_if_fail (page < self->pages->len, FALSE);

  parts = g_ptr_array_index (self->pages, page);
  draw_boxes (self, cr, parts);
  for (guint i = 0; i < parts->len && done; i++)
    {
      Part *part = &g_array_index (parts, Part, i);
      UnknotTopicPiece *piece = get_piece (self, part->piece);

      tag (cr, last, piece);
      done = draw_part (self, cr, part, error);
      last = piece;
    }
  tag (cr, last, NULL);
  draw_foot (self, cr, page);

  return done;
}
