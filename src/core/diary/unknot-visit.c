/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-visit"

#include "config.h"

#include "unknot-visit.h"

#include "unknot-text.h"

/**
 * UnknotVisit:
 *
 * A visit to the doctor, planned or past: its moment is when it is, or was.
 */
struct _UnknotVisit
{
  UnknotEntry parent_instance;

  char *questions;
  char *goals;
  char *outcome;
};

G_DEFINE_FINAL_TYPE (UnknotVisit, unknot_visit, UNKNOT_TYPE_ENTRY)

static void
unknot_visit_finalize (GObject *object)
{
  UnknotVisit *self = UNKNOT_VISIT (object);

  g_free (self->questions);
  g_free (self->goals);
  g_free (self->outcome);

  G_OBJECT_CLASS (unknot_visit_parent_class)->finalize (object);
}

static void
unknot_visit_copy_to (UnknotEntry *entry,
                      UnknotEntry *copy)
{
  UnknotVisit *self = UNKNOT_VISIT (entry);
  UnknotVisit *copied = UNKNOT_VISIT (copy);

  g_set_str (&copied->questions, self->questions);
  g_set_str (&copied->goals, self->goals);
  g_set_str (&copied->outcome, self->outcome);
}

static void
unknot_visit_class_init (UnknotVisitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  object_class->finalize = unknot_visit_finalize;

  entry_class->copy_to = unknot_visit_copy_to;
}

static void
unknot_visit_init (UnknotVisit *self)
{
  self->questions = g_strdup ("");
  self->goals = g_strdup ("");
  self->outcome = g_strdup ("");
}

/**
 * unknot_visit_new:
 * @moment: when it is, or was
 */
UnknotVisit *
unknot_visit_new (UnknotMoment *moment)
{
  UnknotVisit *self = g_object_new (UNKNOT_TYPE_VISIT, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);

  return self;
}

/**
 * unknot_visit_get_questions:
 *
 * Returns: what the person wants to ask, a line each; may be empty
 */
const char *
unknot_visit_get_questions (UnknotVisit *self)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), NULL);

  return self->questions;
}

gboolean
unknot_visit_set_questions (UnknotVisit  *self,
                            const char   *questions,
                            GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), FALSE);

  return unknot_text_take (questions, &self->questions, error);
}

/**
 * unknot_visit_get_goals:
 *
 * Returns: what the person wants to be able to do again, a line each; may be empty
 */
const char *
unknot_visit_get_goals (UnknotVisit *self)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), NULL);

  return self->goals;
}

gboolean
unknot_visit_set_goals (UnknotVisit  *self,
                        const char   *goals,
                        GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), FALSE);

  return unknot_text_take (goals, &self->goals, error);
}

/**
 * unknot_visit_get_outcome:
 *
 * Returns: what came of the visit; empty until it was
 */
const char *
unknot_visit_get_outcome (UnknotVisit *self)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), NULL);

  return self->outcome;
}

gboolean
unknot_visit_set_outcome (UnknotVisit  *self,
                          const char   *outcome,
                          GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_VISIT (self), FALSE);

  return unknot_text_take (outcome, &self->outcome, error);
}

/**
 * unknot_visit_split_lines:
 * @text: questions or goals of a visit
 *
 * Returns: (transfer full): each of them, without the blanks around it; empty lines are none
 */
GStrv
unknot_visit_split_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit_set (text, "\n\r", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*g_strstrip (lines[i]) != '\0')
        g_strv_builder_add (builder, lines[i]);
    }

  return g_strv_builder_end (builder);
}
