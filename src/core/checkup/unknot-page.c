/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-page"

#include "config.h"

#include "unknot-page.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotPage:
 *
 * The questions of one topic, shown together.
 */
struct _UnknotPage
{
  GObject parent_instance;

  char *id;
  char *title;
  GListStore *questions;
};

G_DEFINE_FINAL_TYPE (UnknotPage, unknot_page, G_TYPE_OBJECT)

static void
unknot_page_finalize (GObject *object)
{
  UnknotPage *self = UNKNOT_PAGE (object);

  g_free (self->id);
  g_free (self->title);
  g_clear_object (&self->questions);

  G_OBJECT_CLASS (unknot_page_parent_class)->finalize (object);
}

static void
unknot_page_class_init (UnknotPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_page_finalize;
}

static void
unknot_page_init (UnknotPage *self)
{
  self->questions = g_list_store_new (UNKNOT_TYPE_QUESTION);
}

UnknotPage *
unknot_page_new (const char *id,
                 const char *title)
{
  UnknotPage *self = g_object_new (UNKNOT_TYPE_PAGE, NULL);

  self->id = g_strdup (id);
  self->title = g_strdup (title);

  return self;
}

const char *
unknot_page_get_id (UnknotPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_PAGE (self), NULL);

  return self->id;
}

/**
 * unknot_page_get_title:
 *
 * Returns: the topic, in the person's language
 */
const char *
unknot_page_get_title (UnknotPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_PAGE (self), NULL);

  return _(self->title);
}

void
unknot_page_add_question (UnknotPage     *self,
                          UnknotQuestion *question)
{
  g_return_if_fail (UNKNOT_IS_PAGE (self));

  g_list_store_append (self->questions, question);
}

/**
 * unknot_page_get_questions:
 *
 * Returns: (transfer none): a list of #UnknotQuestion, in order
 */
GListModel *
unknot_page_get_questions (UnknotPage *self)
{
  g_return_val_if_fail (UNKNOT_IS_PAGE (self), NULL);

  return G_LIST_MODEL (self->questions);
}

/**
 * unknot_page_find_question:
 * @place: (out) (optional): where it stands on the page, from 0
 *
 * Returns: whether @question is asked on this page
 */
gboolean
unknot_page_find_question (UnknotPage     *self,
                           UnknotQuestion *question,
                           guint          *place)
{
  g_return_val_if_fail (UNKNOT_IS_PAGE (self), FALSE);

  return g_list_store_find (self->questions, question, place);
}
