/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry"

#include "config.h"

#include "unknot-entry.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotEntry:
 *
 * Something in the diary: it has a moment, and a name of its own that it keeps wherever it goes.
 */
typedef struct
{
  gint64 id;
  char *uuid;
  UnknotMoment *moment;
  char *episode; /* nullable: the uuid of the spasm that it belongs to */
} UnknotEntryPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (UnknotEntry, unknot_entry, G_TYPE_OBJECT)

static gboolean
take_uuid (const char  *uuid,
           char       **field,
           GError     **error)
{
  if (uuid != NULL && !g_uuid_string_is_valid (uuid))
    {
      g_autofree char *valid = g_utf8_make_valid (uuid, -1);

      g_set_error (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
                   _("“%s” is not the id of an entry."), valid);
      return FALSE;
    }

  g_free (*field);
  *field = uuid != NULL ? g_ascii_strdown (uuid, -1) : NULL;

  return TRUE;
}

static void
unknot_entry_finalize (GObject *object)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (UNKNOT_ENTRY (object));

  g_free (priv->uuid);
  g_clear_pointer (&priv->moment, unknot_moment_unref);
  g_free (priv->episode);

  G_OBJECT_CLASS (unknot_entry_parent_class)->finalize (object);
}

static void
unknot_entry_class_init (UnknotEntryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_entry_finalize;
}

static void
unknot_entry_init (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  priv->uuid = g_uuid_string_random ();
}

/**
 * unknot_entry_get_id:
 *
 * Returns: the entry's number in this diary; 0 where it was never saved
 */
gint64
unknot_entry_get_id (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  return priv->id;
}

/**
 * unknot_entry_set_id:
 *
 * For the diary, which alone gives numbers.
 */
void
unknot_entry_set_id (UnknotEntry *self,
                     gint64       id)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  priv->id = id;
}

/**
 * unknot_entry_get_uuid:
 *
 * Returns: what names the entry, here and in every other diary that it is copied to
 */
const char *
unknot_entry_get_uuid (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  return priv->uuid;
}

gboolean
unknot_entry_set_uuid (UnknotEntry  *self,
                       const char   *uuid,
                       GError      **error)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  g_return_val_if_fail (uuid != NULL, FALSE);

  return take_uuid (uuid, &priv->uuid, error);
}

/**
 * unknot_entry_get_moment:
 *
 * Returns: (transfer none): when it was; of a spasm, when it started
 */
UnknotMoment *
unknot_entry_get_moment (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  return priv->moment;
}

void
unknot_entry_set_moment (UnknotEntry  *self,
                         UnknotMoment *moment)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  unknot_moment_ref (moment);
  g_clear_pointer (&priv->moment, unknot_moment_unref);
  priv->moment = moment;
}

/**
 * unknot_entry_get_episode:
 *
 * Returns: (nullable): the uuid of the spasm that it belongs to
 */
const char *
unknot_entry_get_episode (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  return priv->episode;
}

/**
 * unknot_entry_set_episode:
 * @uuid: (nullable): the uuid of a spasm
 */
gboolean
unknot_entry_set_episode (UnknotEntry  *self,
                          const char   *uuid,
                          GError      **error)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);

  return take_uuid (uuid, &priv->episode, error);
}

/**
 * unknot_entry_copy:
 *
 * Returns: (transfer full): the same entry, with the same names, as an object of its own
 */
UnknotEntry *
unknot_entry_copy (UnknotEntry *self)
{
  UnknotEntryPrivate *priv = unknot_entry_get_instance_private (self);
  UnknotEntry *copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  UnknotEntryPrivate *copied = unknot_entry_get_instance_private (copy);

  copied->id = priv->id;
  g_set_str (&copied->uuid, priv->uuid);
  g_set_str (&copied->episode, priv->episode);
  unknot_entry_set_moment (copy, priv->moment);
  UNKNOT_ENTRY_GET_CLASS (self)->copy_to (self, copy);

  return copy;
}
