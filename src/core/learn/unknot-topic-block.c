/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-block"

#include "config.h"

#include "unknot-topic-block.h"

/**
 * UnknotTopicBlock:
 *
 * A piece of a page that stands by itself, with those that lie within it. Once it is in a
 * #UnknotTopic it changes no more.
 */
struct _UnknotTopicBlock
{
  GObject parent_instance;

  UnknotTopicBlockKind kind;
  UnknotTopicNoteStyle note_style;
  char *id;
  char *figure;
  UnknotTopicText *title;
  UnknotTopicText *text;
  GPtrArray *children;
};

G_DEFINE_FINAL_TYPE (UnknotTopicBlock, unknot_topic_block, G_TYPE_OBJECT)

static void
set_text (UnknotTopicText **field,
          UnknotTopicText  *text)
{
  unknot_topic_text_ref (text);
  g_clear_pointer (field, unknot_topic_text_unref);
  *field = text;
}

static void
unknot_topic_block_finalize (GObject *object)
{
  UnknotTopicBlock *self = UNKNOT_TOPIC_BLOCK (object);

  g_free (self->id);
  g_free (self->figure);
  g_clear_pointer (&self->title, unknot_topic_text_unref);
  g_clear_pointer (&self->text, unknot_topic_text_unref);
  g_ptr_array_unref (self->children);

  G_OBJECT_CLASS (unknot_topic_block_parent_class)->finalize (object);
}

static void
unknot_topic_block_class_init (UnknotTopicBlockClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_topic_block_finalize;
}

static void
unknot_topic_block_init (UnknotTopicBlock *self)
{
  self->children = g_ptr_array_new_with_free_func (g_object_unref);
}

UnknotTopicBlock *
unknot_topic_block_new (UnknotTopicBlockKind kind)
{
  UnknotTopicBlock *self = g_object_new (UNKNOT_TYPE_TOPIC_BLOCK, NULL);

  self->kind = kind;

  return self;
}

UnknotTopicBlockKind
unknot_topic_block_get_kind (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), UNKNOT_TOPIC_BLOCK_PARAGRAPH);

  return self->kind;
}

/**
 * unknot_topic_block_get_id:
 *
 * Returns: (nullable): the id of a section, by which links lead to it
 */
const char *
unknot_topic_block_get_id (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), NULL);

  return self->id;
}

void
unknot_topic_block_set_id (UnknotTopicBlock *self,
                           const char       *id)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  g_set_str (&self->id, id);
}

/**
 * unknot_topic_block_get_note_style:
 *
 * Returns: how a note is meant
 */
UnknotTopicNoteStyle
unknot_topic_block_get_note_style (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), UNKNOT_TOPIC_NOTE_PLAIN);

  return self->note_style;
}

void
unknot_topic_block_set_note_style (UnknotTopicBlock     *self,
                                   UnknotTopicNoteStyle  style)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  self->note_style = style;
}

/**
 * unknot_topic_block_get_title:
 *
 * Returns: (transfer none) (nullable): its title: always there in a section, in sources and in the
 *   items of terms
 */
UnknotTopicText *
unknot_topic_block_get_title (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), NULL);

  return self->title;
}

void
unknot_topic_block_set_title (UnknotTopicBlock *self,
                              UnknotTopicText  *title)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  set_text (&self->title, title);
}

/**
 * unknot_topic_block_get_text:
 *
 * Returns: (transfer none) (nullable): the words of a paragraph, or what a figure shows, in words;
 *   %NULL in all other blocks
 */
UnknotTopicText *
unknot_topic_block_get_text (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), NULL);

  return self->text;
}

void
unknot_topic_block_set_text (UnknotTopicBlock *self,
                             UnknotTopicText  *text)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  set_text (&self->text, text);
}

/**
 * unknot_topic_block_get_figure:
 *
 * Returns: (nullable): the picture of a figure, as `figures/name.svg`: see
 *   unknot_library_find_figure()
 */
const char *
unknot_topic_block_get_figure (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), NULL);

  return self->figure;
}

void
unknot_topic_block_set_figure (UnknotTopicBlock *self,
                               const char       *figure)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  g_set_str (&self->figure, figure);
}

guint
unknot_topic_block_get_n_children (UnknotTopicBlock *self)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), 0);

  return self->children->len;
}

/**
 * unknot_topic_block_get_child:
 * @position: from 0, below unknot_topic_block_get_n_children()
 *
 * Returns: (transfer none): a block within it
 */
UnknotTopicBlock *
unknot_topic_block_get_child (UnknotTopicBlock *self,
                              guint             position)
{
  g_return_val_if_fail (UNKNOT_IS_TOPIC_BLOCK (self), NULL);
  g_return_val_if_fail (position < self->children->len, NULL);

  return g_ptr_array_index (self->children, position);
}

void
unknot_topic_block_add_child (UnknotTopicBlock *self,
                              UnknotTopicBlock *child)
{
  g_return_if_fail (UNKNOT_IS_TOPIC_BLOCK (self));

  g_ptr_array_add (self->children, g_object_ref (child));
}
