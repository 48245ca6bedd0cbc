/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-event"

#include "config.h"

#include "unknot-event.h"

#include "unknot-text.h"

/**
 * UnknotEvent:
 *
 * Something that happened which may change how it goes on: a treatment that began, a scan, a new
 * chair.
 */
struct _UnknotEvent
{
  UnknotEntry parent_instance;

  const char *kind;
  char *title;
  char *note;
};

G_DEFINE_FINAL_TYPE (UnknotEvent, unknot_event, UNKNOT_TYPE_ENTRY)

static void
unknot_event_finalize (GObject *object)
{
  UnknotEvent *self = UNKNOT_EVENT (object);

  g_free (self->title);
  g_free (self->note);

  G_OBJECT_CLASS (unknot_event_parent_class)->finalize (object);
}

static void
unknot_event_copy_to (UnknotEntry *entry,
                      UnknotEntry *copy)
{
  UnknotEvent *self = UNKNOT_EVENT (entry);
  UnknotEvent *copied = UNKNOT_EVENT (copy);

  copied->kind = self->kind;
  g_set_str (&copied->title, self->title);
  g_set_str (&copied->note, self->note);
}

static void
unknot_event_class_init (UnknotEventClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  UnknotEntryClass *entry_class = UNKNOT_ENTRY_CLASS (klass);

  object_class->finalize = unknot_event_finalize;

  entry_class->copy_to = unknot_event_copy_to;
}

static void
unknot_event_init (UnknotEvent *self)
{
  self->title = g_strdup ("");
  self->note = g_strdup ("");
}

/**
 * unknot_event_new:
 * @moment: when it was
 * @kind: what it was, a code of %UNKNOT_VOCABULARY_EVENT
 *
 * Returns: (transfer full) (nullable): an event; %NULL with @error set where that is none
 */
UnknotEvent *
unknot_event_new (UnknotMoment  *moment,
                  const char    *kind,
                  GError       **error)
{
  g_autoptr (UnknotEvent) self = g_object_new (UNKNOT_TYPE_EVENT, NULL);

  g_return_val_if_fail (kind != NULL, NULL);

  unknot_entry_set_moment (UNKNOT_ENTRY (self), moment);
  if (!unknot_event_set_kind (self, kind, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_event_get_kind:
 *
 * Returns: what it was, a code of %UNKNOT_VOCABULARY_EVENT
 */
const char *
unknot_event_get_kind (UnknotEvent *self)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), NULL);

  return self->kind;
}

gboolean
unknot_event_set_kind (UnknotEvent  *self,
                       const char   *kind,
                       GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), FALSE);
  g_return_val_if_fail (kind != NULL, FALSE);

  return unknot_vocabulary_take (UNKNOT_VOCABULARY_EVENT, kind, &self->kind, error);
}

/**
 * unknot_event_get_title:
 *
 * Returns: what the person calls it; nothing where the kind says enough
 */
const char *
unknot_event_get_title (UnknotEvent *self)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), NULL);

  return self->title;
}

gboolean
unknot_event_set_title (UnknotEvent  *self,
                        const char   *title,
                        GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), FALSE);

  return unknot_text_take (title, &self->title, error);
}

const char *
unknot_event_get_note (UnknotEvent *self)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), NULL);

  return self->note;
}

gboolean
unknot_event_set_note (UnknotEvent  *self,
                       const char   *note,
                       GError      **error)
{
  g_return_val_if_fail (UNKNOT_IS_EVENT (self), FALSE);

  return unknot_text_take (note, &self->note, error);
}
