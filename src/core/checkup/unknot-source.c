/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-source"

#include "config.h"

#include "unknot-source.h"

#include "unknot-json.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotSource:
 *
 * A document that facts were read in.
 */
struct _UnknotSource
{
  GObject parent_instance;

  char *id;
  char *title;
  char *publisher;
  char *date;
  char *doi;
  char *note;
};

G_DEFINE_FINAL_TYPE (UnknotSource, unknot_source, G_TYPE_OBJECT)

static void
unknot_source_finalize (GObject *object)
{
  UnknotSource *self = UNKNOT_SOURCE (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->publisher);
  g_free (self->date);
  g_free (self->doi);
  g_free (self->note);

  G_OBJECT_CLASS (unknot_source_parent_class)->finalize (object);
}

static void
unknot_source_class_init (UnknotSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_source_finalize;
}

static void
unknot_source_init (UnknotSource *self)
{
}

/* What may be left out is null or absent. */
static char *
dup_optional (JsonObject   *object,
              const char   *member,
              const char   *where,
              UnknotFaults *faults)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;

  return g_strdup (unknot_json_get_string (object, member, where, faults));
}

/**
 * unknot_source_new_from_json:
 * @object: a source of evidence.json
 * @faults: takes what is wrong with it
 *
 * Returns: (transfer full) (nullable): the source, or %NULL where it has no id
 */
UnknotSource *
unknot_source_new_from_json (JsonObject   *object,
                             UnknotFaults *faults)
{
  static const char *const known[] = {
    "id", "title", "name", "kind", "publisher", "date", "doi", "note", NULL
  };
  const char *id = unknot_json_get_string (object, "id", "A source", faults);
  UnknotSource *self;

  if (id == NULL)
    return NULL;

  unknot_json_check_members (object, id, known, faults);
  self = g_object_new (UNKNOT_TYPE_SOURCE, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (unknot_json_get_string (object, "title", id, faults));
  unknot_json_get_string (object, "name", id, faults); /* both for those who keep the pages */
  unknot_json_get_string (object, "kind", id, faults);
  self->publisher = dup_optional (object, "publisher", id, faults);
  self->date = dup_optional (object, "date", id, faults);
  self->doi = dup_optional (object, "doi", id, faults);
  self->note = dup_optional (object, "note", id, faults);

  return self;
}

const char *
unknot_source_get_id (UnknotSource *self)
{
  return self->id;
}

/**
 * unknot_source_get_title:
 *
 * Returns: the document's title, in its own language
 */
const char *
unknot_source_get_title (UnknotSource *self)
{
  return self->title;
}

/**
 * unknot_source_get_publisher:
 *
 * Returns: (nullable): who published it
 */
const char *
unknot_source_get_publisher (UnknotSource *self)
{
  return self->publisher;
}

/**
 * unknot_source_get_date:
 *
 * Returns: (nullable): its year, month or day in ISO 8601; %NULL where it is undated
 */
const char *
unknot_source_get_date (UnknotSource *self)
{
  return self->date;
}

/**
 * unknot_source_get_doi:
 *
 * Returns: (nullable): its digital object identifier
 */
const char *
unknot_source_get_doi (UnknotSource *self)
{
  return self->doi;
}

/**
 * unknot_source_get_note:
 *
 * Returns: (nullable): what to know before trusting it, in the person's language
 */
const char *
unknot_source_get_note (UnknotSource *self)
{
  return self->note != NULL ? _(self->note) : NULL;
}
