/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-fact"

#include "config.h"

#include "unknot-fact.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotFact:
 *
 * One statement that a rule or a page rests on.
 */
struct _UnknotFact
{
  GObject parent_instance;

  char *id;
  char *text;
  gboolean checked;
  UnknotSource *source;
};

G_DEFINE_FINAL_TYPE (UnknotFact, unknot_fact, G_TYPE_OBJECT)

static void
unknot_fact_finalize (GObject *object)
{
  UnknotFact *self = UNKNOT_FACT (object);

  g_free (self->id);
  g_free (self->text);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (unknot_fact_parent_class)->finalize (object);
}

static void
unknot_fact_class_init (UnknotFactClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_fact_finalize;
}

static void
unknot_fact_init (UnknotFact *self)
{
}

UnknotFact *
unknot_fact_new (const char   *id,
                 const char   *text,
                 gboolean      checked,
                 UnknotSource *source)
{
  UnknotFact *self = g_object_new (UNKNOT_TYPE_FACT, NULL);

  self->id = g_strdup (id);
  self->text = g_strdup (text);
  self->checked = checked;
  self->source = g_object_ref (source);

  return self;
}

const char *
unknot_fact_get_id (UnknotFact *self)
{
  return self->id;
}

/**
 * unknot_fact_get_text:
 *
 * Returns: the statement, in the person's language
 */
const char *
unknot_fact_get_text (UnknotFact *self)
{
  return _(self->text);
}

/**
 * unknot_fact_is_checked:
 *
 * Returns: whether the statement was read in its source, not only known from general knowledge
 */
gboolean
unknot_fact_is_checked (UnknotFact *self)
{
  return self->checked;
}

/**
 * unknot_fact_get_source:
 *
 * Returns: (transfer none): where it stands
 */
UnknotSource *
unknot_fact_get_source (UnknotFact *self)
{
  return self->source;
}
