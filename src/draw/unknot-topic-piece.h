/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-figure.h"
#include "unknot-library.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Three for each list within a list: more than a page can have. */
#define UNKNOT_TOPIC_PIECE_MAX_DEPTH 32

/* Between a note and the line about it. */
#define UNKNOT_TOPIC_PIECE_PADDING 9.0

#define UNKNOT_TOPIC_PIECE_SMALL_SIZE 8.0

/**
 * UnknotTopicElement:
 * @tag: what PDF calls it
 * @id: its own, on a page
 *
 * An element of the structure of a page, for those who read it with other than their eyes.
 */
typedef struct
{
  const char *tag;
  guint id;
} UnknotTopicElement;

typedef struct
{
  double top;
  double bottom;
  double baseline;
  double x;
} UnknotTopicLine;

/**
 * UnknotTopicPiece:
 * @layout: (nullable): its text; a figure has none
 * @lines: (nullable): of #UnknotTopicLine, where each is in @layout
 * @figure: (nullable): what it is where it is no text
 * @space: above it, but at the top of a sheet
 * @indent: where it begins, from where texts begin
 * @width: how much room it has beside that
 * @height: how high it is; 0 for the dot or the number beside the piece that follows
 * @stays_with_next: whether it must not be at the foot of a sheet, alone
 * @note: which note it is in, from 1; 0 for none
 * @note_style: the note's
 * @path: the elements it is in, and its own
 * @depth: how many they are
 *
 * A part of a page that has nothing beside it: a text or a figure. All in points.
 */
typedef struct
{
  PangoLayout *layout;
  GArray *lines;
  UnknotFigure *figure;
  double space;
  double indent;
  double width;
  double height;
  gboolean stays_with_next;
  guint note;
  UnknotTopicNoteStyle note_style;
  UnknotTopicElement path[UNKNOT_TOPIC_PIECE_MAX_DEPTH];
  guint depth;
} UnknotTopicPiece;

GPtrArray   *unknot_topic_piece_make_all    (UnknotTopic   *topic,
                                             UnknotLibrary *library,
                                             PangoContext  *context,
                                             double         width,
                                             double         height);
PangoLayout *unknot_topic_piece_make_layout (PangoContext  *context,
                                             const char    *text,
                                             double         size,
                                             gboolean       bold);

G_END_DECLS
