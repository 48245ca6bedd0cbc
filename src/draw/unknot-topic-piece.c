/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-piece"

#include "config.h"

#include "unknot-topic-piece.h"

/* All in points. */
#define BODY_SIZE 10.5
#define TITLE_SIZE 21.0
#define HEADING_SIZE 14.0
#define BODY_SPACE 7.0
#define SMALL_SPACE 4.0
#define ITEM_INDENT 16.0
#define FIGURE_WIDTH 330.0

/* Of the height there is, a figure takes no more. */
#define FIGURE_SHARE 0.4

/* Where the pieces to come stand. */
typedef struct
{
  UnknotLibrary *library; /* nullable: not where there are figures */
  PangoContext *context;
  double width;
  double height;
  GPtrArray *pieces;
  double size;
  double space;
  double indent;
  gboolean beside_marker;
  guint n_notes;
  guint note;
  UnknotTopicNoteStyle note_style;
  UnknotTopicElement path[UNKNOT_TOPIC_PIECE_MAX_DEPTH];
  guint depth;
  guint n_elements;
} Maker;

static void add_children (Maker            *maker,
                          UnknotTopicBlock *block);

static void
piece_free (gpointer data)
{
  UnknotTopicPiece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_object (&piece->figure);
  g_clear_pointer (&piece->lines, g_array_unref);
  g_free (piece);
}

/* A link leads nowhere from paper; all else is to be seen as what it is. */
static void
stress_ranges (PangoLayout     *layout,
               UnknotTopicText *text)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  for (guint i = 0; i < unknot_topic_text_get_n_ranges (text); i++)
    {
      const UnknotTopicRange *range = unknot_topic_text_get_range (text, i);
      PangoAttribute *bold;

      if (range->kind == UNKNOT_TOPIC_RANGE_LINK)
        continue;
      bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
      bold->start_index = range->start;
      bold->end_index = range->end;
      pango_attr_list_insert (attributes, bold);
    }
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

static GArray *
measure_lines (PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (UnknotTopicLine));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoRectangle extents;
      int top, bottom;
      UnknotTopicLine line;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      pango_layout_iter_get_line_yrange (iter, &top, &bottom);
      line.top = top / (double) PANGO_SCALE;
      line.bottom = bottom / (double) PANGO_SCALE;
      line.baseline = pango_layout_iter_get_baseline (iter) / (double) PANGO_SCALE;
      line.x = extents.x / (double) PANGO_SCALE;
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return lines;
}

static void
push (Maker      *maker,
      const char *tag)
{
  g_assert (maker->depth < UNKNOT_TOPIC_PIECE_MAX_DEPTH);
  maker->path[maker->depth++] = (UnknotTopicElement) { tag, maker->n_elements++ };
}

static void
pop (Maker *maker)
{
  maker->depth--;
}

static UnknotTopicPiece *
add_piece (Maker      *maker,
           const char *tag,
           double      space)
{
  UnknotTopicPiece *piece = g_new0 (UnknotTopicPiece, 1);

  piece->space = maker->beside_marker ? 0 : space;
  piece->indent = maker->indent;
  piece->width = maker->width - piece->indent;
  piece->note = maker->note;
  piece->note_style = maker->note_style;
  if (piece->note > 0)
    piece->width -= UNKNOT_TOPIC_PIECE_PADDING;
  push (maker, tag);
  memcpy (piece->path, maker->path, sizeof piece->path);
  piece->depth = maker->depth;
  pop (maker);
  maker->beside_marker = FALSE;
  g_ptr_array_add (maker->pieces, piece);

  return piece;
}

static void
fill_piece (UnknotTopicPiece *piece,
            PangoLayout      *layout)
{
  piece->layout = layout;
  pango_layout_set_width (layout, piece->width * PANGO_SCALE);
  piece->lines = measure_lines (layout);
  piece->height = g_array_index (piece->lines, UnknotTopicLine, piece->lines->len - 1).bottom;
}

static void
add_text (Maker           *maker,
          const char      *tag,
          double           space,
          UnknotTopicText *text)
{
  PangoLayout *layout = unknot_topic_piece_make_layout (
    maker->context, unknot_topic_text_get_text (text), maker->size, FALSE);

  stress_ranges (layout, text);
  fill_piece (add_piece (maker, tag, space), layout);
}

/* Stands over what it is the title of, on the same sheet. */
static void
add_title (Maker      *maker,
           const char *tag,
           double      space,
           double      size,
           const char *title)
{
  UnknotTopicPiece *piece = add_piece (maker, tag, space);

  fill_piece (piece, unknot_topic_piece_make_layout (maker->context, title, size, TRUE));
  piece->stays_with_next = TRUE;
}

static void
add_block_title (Maker            *maker,
                 const char       *tag,
                 UnknotTopicBlock *block)
{
  UnknotTopicText *title = unknot_topic_block_get_title (block);

  if (title != NULL)
    add_title (maker, tag, maker->space, maker->size, unknot_topic_text_get_text (title));
}

static UnknotFigure *
load_figure (UnknotLibrary    *library,
             UnknotTopicBlock *block)
{
  g_autoptr (GFile) file =
    unknot_library_find_figure (library, unknot_topic_block_get_figure (block));
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);

  return bytes != NULL ? unknot_figure_new_from_bytes (bytes, NULL) : NULL;
}

/* Where there is no picture, there is what it shows, in words. */
static void
add_figure (Maker            *maker,
            UnknotTopicBlock *block)
{
  UnknotFigure *figure = load_figure (maker->library, block);
  UnknotTopicPiece *piece;
  double aspect, height;

  add_block_title (maker, "Caption", block);
  if (figure == NULL)
    {
      add_text (maker, "P", maker->space, unknot_topic_block_get_text (block));
      return;
    }

  piece = add_piece (maker, "Figure", maker->space);
  piece->figure = figure;
  aspect = unknot_figure_get_aspect (figure);
  height = MIN (MIN (piece->width, FIGURE_WIDTH) / aspect, FIGURE_SHARE * maker->height);
  piece->indent += (piece->width - height * aspect) / 2;
  piece->width = height * aspect;
  piece->height = height;
}

/* The piece that follows stands beside it. */
static void
add_marker (Maker      *maker,
            const char *text)
{
  UnknotTopicPiece *piece;

  maker->indent -= ITEM_INDENT;
  piece = add_piece (maker, "Lbl", maker->space);
  maker->indent += ITEM_INDENT;
  fill_piece (piece, unknot_topic_piece_make_layout (maker->context, text, maker->size, FALSE));
  piece->height = 0;
  piece->stays_with_next = TRUE;
  maker->beside_marker = TRUE;
}

static void
add_items (Maker            *maker,
           UnknotTopicBlock *block)
{
  gboolean in_order = unknot_topic_block_get_kind (block) == UNKNOT_TOPIC_BLOCK_STEPS;
  double space = maker->space;

  add_block_title (maker, "P", block);
  push (maker, "L");
  maker->indent += ITEM_INDENT;
  maker->space = 0.6 * space;
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    {
      g_autofree char *number = in_order ? g_strdup_printf ("%u.", i + 1) : NULL;

      push (maker, "LI");
      add_marker (maker, in_order ? number : "•");
      push (maker, "LBody");
      add_children (maker, unknot_topic_block_get_child (block, i));
      pop (maker);
      pop (maker);
    }
  maker->space = space;
  maker->indent -= ITEM_INDENT;
  pop (maker);
}

static void
add_terms (Maker            *maker,
           UnknotTopicBlock *block)
{
  double space = maker->space;

  add_block_title (maker, "P", block);
  push (maker, "L");
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    {
      UnknotTopicBlock *item = unknot_topic_block_get_child (block, i);

      push (maker, "LI");
      add_block_title (maker, "Lbl", item);
      push (maker, "LBody");
      maker->indent += ITEM_INDENT;
      maker->space = space * 0.3;
      add_children (maker, item);
      maker->space = space;
      maker->indent -= ITEM_INDENT;
      pop (maker);
      pop (maker);
    }
  pop (maker);
}

/* A note in a note is not set apart from it. */
static void
add_note (Maker            *maker,
          UnknotTopicBlock *block)
{
  gboolean outermost = maker->note == 0;

  if (outermost)
    {
      maker->note = ++maker->n_notes;
      maker->note_style = unknot_topic_block_get_note_style (block);
      maker->indent += UNKNOT_TOPIC_PIECE_PADDING;
    }
  if (maker->library != NULL && unknot_library_get_call (maker->library) != NULL &&
      unknot_topic_block_get_note_style (block) == UNKNOT_TOPIC_NOTE_WARNING)
    add_title (maker, "P", maker->space, maker->size,
               unknot_library_get_call (maker->library));
  add_block_title (maker, "P", block);
  add_children (maker, block);
  if (outermost)
    {
      maker->note = 0;
      maker->indent -= UNKNOT_TOPIC_PIECE_PADDING;
    }
}

static void
add_sources (Maker            *maker,
             UnknotTopicBlock *block)
{
  double space = maker->space;

  maker->size = UNKNOT_TOPIC_PIECE_SMALL_SIZE;
  maker->space = SMALL_SPACE;
  add_items (maker, block);
  maker->size = BODY_SIZE;
  maker->space = space;
}

static void
add_block (Maker            *maker,
           UnknotTopicBlock *block)
{
  switch (unknot_topic_block_get_kind (block))
    {
    case UNKNOT_TOPIC_BLOCK_SECTION:
      add_title (maker, "H2", 2.4 * maker->space, HEADING_SIZE,
                 unknot_topic_text_get_text (unknot_topic_block_get_title (block)));
      add_children (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_PARAGRAPH:
      add_text (maker, "P", maker->space, unknot_topic_block_get_text (block));
      break;
    case UNKNOT_TOPIC_BLOCK_LIST:
    case UNKNOT_TOPIC_BLOCK_STEPS:
      add_items (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_TERMS:
      add_terms (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_NOTE:
      add_note (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_FIGURE:
      add_figure (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_SOURCES:
      add_sources (maker, block);
      break;
    case UNKNOT_TOPIC_BLOCK_ITEM: /* only ever in a list */
    default:
      g_assert_not_reached ();
    }
}

static void
add_children (Maker            *maker,
              UnknotTopicBlock *block)
{
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    add_block (maker, unknot_topic_block_get_child (block, i));
}

/**
 * unknot_topic_piece_make_layout:
 * @context: how to write; its own size and resolution do not matter
 * @size: of the letters, in points
 *
 * Returns: (transfer full): a text in the units of paper
 */
PangoLayout *
unknot_topic_piece_make_layout (PangoContext *context,
                                const char   *text,
                                double        size,
                                gboolean      bold)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (context));

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_line_spacing (layout, 1.15);
  /* Pango turns it round for a text that runs the other way than the context. */
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);

  return layout;
}

/**
 * unknot_topic_piece_make_all:
 * @topic: a page
 * @library: (nullable): where its figures are
 * @context: how to write: its font and direction
 * @width: how much room there is
 * @height: how much room there is on a sheet
 *
 * Returns: (transfer full) (element-type UnknotTopicPiece): what the page consists of, in the order
 *   of reading
 */
GPtrArray *
unknot_topic_piece_make_all (UnknotTopic   *topic,
                             UnknotLibrary *library,
                             PangoContext  *context,
                             double         width,
                             double         height)
{
  Maker maker = {
    .library = library, .context = context, .width = width, .height = height,
    .size = BODY_SIZE, .space = BODY_SPACE,
  };

  maker.pieces = g_ptr_array_new_with_free_func (piece_free);
  add_title (&maker, "H1", 0, TITLE_SIZE, unknot_topic_get_title (topic));
  for (guint i = 0; i < unknot_topic_get_n_blocks (topic); i++)
    add_block (&maker, unknot_topic_get_block (topic, i));

  return maker.pieces;
}
