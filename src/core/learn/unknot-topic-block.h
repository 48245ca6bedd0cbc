/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-topic-text.h"

G_BEGIN_DECLS

/**
 * UnknotTopicBlockKind:
 * @UNKNOT_TOPIC_BLOCK_SECTION: a part of a page, with an id, a title, and blocks in it
 * @UNKNOT_TOPIC_BLOCK_PARAGRAPH: a text
 * @UNKNOT_TOPIC_BLOCK_LIST: items in any order; may have a title
 * @UNKNOT_TOPIC_BLOCK_STEPS: items to be done in their order; may have a title
 * @UNKNOT_TOPIC_BLOCK_TERMS: items, each with a title that the blocks in it explain
 * @UNKNOT_TOPIC_BLOCK_ITEM: one of a list, with blocks in it
 * @UNKNOT_TOPIC_BLOCK_NOTE: blocks set apart from the others; may have a title
 * @UNKNOT_TOPIC_BLOCK_FIGURE: a picture, with a text that says in words what it shows; may have a
 *   title
 * @UNKNOT_TOPIC_BLOCK_SOURCES: a list of where what stands before it is known from, with a title
 */
typedef enum
{
  UNKNOT_TOPIC_BLOCK_SECTION,
  UNKNOT_TOPIC_BLOCK_PARAGRAPH,
  UNKNOT_TOPIC_BLOCK_LIST,
  UNKNOT_TOPIC_BLOCK_STEPS,
  UNKNOT_TOPIC_BLOCK_TERMS,
  UNKNOT_TOPIC_BLOCK_ITEM,
  UNKNOT_TOPIC_BLOCK_NOTE,
  UNKNOT_TOPIC_BLOCK_FIGURE,
  UNKNOT_TOPIC_BLOCK_SOURCES,
} UnknotTopicBlockKind;

/**
 * UnknotTopicNoteStyle:
 * @UNKNOT_TOPIC_NOTE_PLAIN: what is good to know beside
 * @UNKNOT_TOPIC_NOTE_TIP: what makes something easier
 * @UNKNOT_TOPIC_NOTE_IMPORTANT: what must not be overlooked
 * @UNKNOT_TOPIC_NOTE_WARNING: what would do harm
 */
typedef enum
{
  UNKNOT_TOPIC_NOTE_PLAIN,
  UNKNOT_TOPIC_NOTE_TIP,
  UNKNOT_TOPIC_NOTE_IMPORTANT,
  UNKNOT_TOPIC_NOTE_WARNING,
} UnknotTopicNoteStyle;

#define UNKNOT_TYPE_TOPIC_BLOCK (unknot_topic_block_get_type ())

G_DECLARE_FINAL_TYPE (UnknotTopicBlock, unknot_topic_block, UNKNOT, TOPIC_BLOCK, GObject)

UnknotTopicBlock     *unknot_topic_block_new            (UnknotTopicBlockKind  kind);
UnknotTopicBlockKind  unknot_topic_block_get_kind       (UnknotTopicBlock     *self);
const char           *unknot_topic_block_get_id         (UnknotTopicBlock     *self);
void                  unknot_topic_block_set_id         (UnknotTopicBlock     *self,
                                                         const char           *id);
UnknotTopicNoteStyle  unknot_topic_block_get_note_style (UnknotTopicBlock     *self);
void                  unknot_topic_block_set_note_style (UnknotTopicBlock     *self,
                                                         UnknotTopicNoteStyle  style);
UnknotTopicText      *unknot_topic_block_get_title      (UnknotTopicBlock     *self);
void                  unknot_topic_block_set_title      (UnknotTopicBlock     *self,
                                                         UnknotTopicText      *title);
UnknotTopicText      *unknot_topic_block_get_text       (UnknotTopicBlock     *self);
void                  unknot_topic_block_set_text       (UnknotTopicBlock     *self,
                                                         UnknotTopicText      *text);
const char           *unknot_topic_block_get_figure     (UnknotTopicBlock     *self);
void                  unknot_topic_block_set_figure     (UnknotTopicBlock     *self,
                                                         const char           *figure);
guint                 unknot_topic_block_get_n_children (UnknotTopicBlock     *self);
UnknotTopicBlock     *unknot_topic_block_get_child      (UnknotTopicBlock     *self,
                                                         guint                 position);
void                  unknot_topic_block_add_child      (UnknotTopicBlock     *self,
                                                         UnknotTopicBlock     *child);

G_END_DECLS
