/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-diary-json"

#include "config.h"

#include "unknot-diary-json.h"

#include "unknot-check.h"
#include "unknot-day.h"
#include "unknot-diary-tables.h"
#include "unknot-entry-json.h"
#include "unknot-episode.h"
#include "unknot-event.h"
#include "unknot-exchange-writer.h"
#include "unknot-peg.h"
#include "unknot-visit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a file says that it is. */
#define FORMAT "unknot-diary"

/* More than any entry is nested. */
#define MAX_DEPTH 64

/* So many bytes are read before somebody is told. */
#define STEP 16384

/* As far as every program can count. */
#define MAX_CHANGED G_GINT64_CONSTANT (9007199254740991)

/* The list that entries of a type stand in, and the member that says how new each is. */
static const struct
{
  const char *member;
  const char *changed;
  GType (*get_type) (void);
} lists[] = {
  { "episodes", "changed", unknot_episode_get_type },
  { "reliefs", "revision", unknot_relief_get_type },
  { "doses", "revision", unknot_dose_get_type },
  { "days", "revision", unknot_day_get_type },
  { "checks", "revision", unknot_check_get_type },
  { "events", "revision", unknot_event_get_type },
  { "pegs", "revision", unknot_peg_get_type },
  { "visits", "revision", unknot_visit_get_type },
};

/* What is read, and how far it is. The parts are found by their brackets and quotes, and only the
 * entries are parsed, one at a time: a whole diary would take ten times its size. */
typedef struct
{
  const char *text;
  const char *at;
  const char *end;
  guint line;
  gboolean given_up;
  gboolean is_fhir;    /* it says so */
  gboolean is_strange; /* there is something that no diary has */
  gboolean has_format;
  gboolean has_version;
  gboolean had[G_N_ELEMENTS (lists)];
  GHashTable *uuids;
  gsize told;
  UnknotFaults *faults;
  const UnknotExchange *exchange;
  GError *error; /* nullable: why to end */
} Reader;

/* --- Finding the parts --- */

static void
skip_blanks (Reader *reader)
{
  for (; reader->at < reader->end && strchr (" \t\r\n", *reader->at) != NULL; reader->at++)
    reader->line += *reader->at == '\n';
}

/* Ends reading: what follows cannot be told apart. Only the first reason is one. */
static gboolean
give_up (Reader     *reader,
         const char *what)
{
  if (!reader->given_up)
    unknot_faults_add (reader->faults, _("Line %u: %s"), reader->line, what);
  reader->given_up = TRUE;
  reader->at = reader->end;

  return FALSE;
}

static gboolean
is_next (Reader *reader,
         char    c)
{
  skip_blanks (reader);

  return reader->at < reader->end && *reader->at == c;
}

static gboolean
take (Reader *reader,
      char    c)
{
  if (!is_next (reader, c))
    return FALSE;

  reader->at++;

  return TRUE;
}

static gboolean
skip_string (Reader *reader)
{
  for (reader->at++; reader->at < reader->end && *reader->at != '"'; reader->at++)
    {
      if (*reader->at == '\\' && reader->at + 1 < reader->end)
        reader->at++;
      reader->line += *reader->at == '\n';
    }
  if (reader->at >= reader->end)
    return give_up (reader, _("The file ends in the middle of a text."));

  reader->at++;

  return TRUE;
}

static gboolean
skip_nested (Reader *reader)
{
  guint depth = 0;

  do
    {
      skip_blanks (reader);
      if (reader->at >= reader->end)
        return give_up (reader, _("The file ends in the middle of an entry."));

      if (*reader->at == '"')
        {
          if (!skip_string (reader))
            return FALSE;
          continue;
        }
      if (*reader->at == '{' || *reader->at == '[')
        depth++;
      else if (*reader->at == '}' || *reader->at == ']')
        depth--;
      if (depth > MAX_DEPTH)
        return give_up (reader, _("This is nested too deeply."));
      reader->at++;
    }
  while (depth > 0);

  return TRUE;
}

/* Parses the value that comes next. Where it cannot be read, it is left behind nevertheless. */
static JsonNode *
read_value (Reader *reader)
{
  const char *start;
  guint line;

  skip_blanks (reader);
  if (reader->at == reader->end)
    {
      give_up (reader, _("The file ends in the middle of an entry."));
      return NULL;
    }

  start = reader->at;
  line = reader->line;
  if (is_next (reader, '{') || is_next (reader, '['))
    {
      if (!skip_nested (reader))
        return NULL;
    }
  else if (is_next (reader, '"'))
    {
      if (!skip_string (reader))
        return NULL;
    }
  else
    {
      while (reader->at < reader->end && strchr (",]} \t\r\n", *reader->at) == NULL)
        reader->at++;
    }

  return unknot_json_parse_part (start, reader->at - start, line, reader->faults);
}

/* --- Entries --- */

static void
add_uuids (Reader     *reader,
           GListModel *entries,
           guint       line)
{
  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (UnknotEntry) entry = g_list_model_get_item (entries, i);

      unknot_exchange_add_uuid (reader->uuids, entry, line, reader->faults);
    }
}

/* A spasm that is given twice is so with all that belongs to it: that is said once. */
static void
add_all_uuids (Reader      *reader,
               UnknotEntry *entry,
               guint        line)
{
  if (unknot_exchange_add_uuid (reader->uuids, entry, line, reader->faults) &&
      UNKNOT_IS_EPISODE (entry))
    {
      add_uuids (reader, unknot_episode_get_readings (UNKNOT_EPISODE (entry)), line);
      add_uuids (reader, unknot_episode_get_reliefs (UNKNOT_EPISODE (entry)), line);
      add_uuids (reader, unknot_episode_get_doses (UNKNOT_EPISODE (entry)), line);
    }
}

/* How new an entry is, which is nothing that it knows itself. A clock may be before 1970. */
static gint64
take_changed (Reader     *reader,
              JsonObject *object,
              const char *member,
              guint       line)
{
  JsonNode *node = json_object_get_member (object, member);
  gint64 changed;

  if (node == NULL)
    return 0;

  changed = unknot_json_is_integer (node) ? json_node_get_int (node) : G_MAXINT64;
  if (changed < -MAX_CHANGED || changed > MAX_CHANGED)
    unknot_faults_add (reader->faults, _("Line %u: “%s” is out of range."), line, member);
  json_object_remove_member (object, member);

  return changed;
}

static void
read_entry (Reader *reader,
            guint   list)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (UnknotEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  gint64 changed = 0;
  guint line;

  skip_blanks (reader);
  line = reader->line;
  node = read_value (reader);
  if (node == NULL)
    return;

  if (JSON_NODE_HOLDS_OBJECT (node))
    changed = take_changed (reader, json_node_get_object (node), lists[list].changed, line);
  entry = unknot_entry_new_from_json (lists[list].get_type (), node, &error);
  if (entry == NULL)
    {
      g_auto (GStrv) sentences = g_strsplit (error->message, "\n", -1);

      for (guint i = 0; sentences[i] != NULL; i++)
        unknot_faults_add (reader->faults, _("Line %u: %s"), line, sentences[i]);
      return;
    }

  add_all_uuids (reader, entry, line);
  if (unknot_faults_get_size (reader->faults) == 0 &&
      !reader->exchange->take (entry, changed, reader->exchange->data, &reader->error))
    reader->at = reader->end;
}

static gboolean
step (Reader *reader)
{
  gsize done = reader->at - reader->text;

  if (reader->error != NULL || unknot_exchange_is_enough (reader->faults))
    return FALSE;
  if (done < reader->told + STEP)
    return TRUE;

  reader->told = done;

  return unknot_progress_step (reader->exchange->progress,
                               done / (double) (reader->end - reader->text), &reader->error);
}

static gboolean
read_list (Reader *reader,
           guint   list)
{
  if (!take (reader, '['))
    return give_up (reader, _("A list is expected here."));
  if (take (reader, ']'))
    return TRUE;

  do
    {
      read_entry (reader, list);
      if (!step (reader))
        return FALSE;
    }
  while (take (reader, ','));

  return take (reader, ']') || give_up (reader, _("The list does not end here."));
}

/* --- The file --- */

static gboolean
read_format (Reader *reader)
{
  g_autoptr (JsonNode) node = read_value (reader);

  reader->has_format = node != NULL && unknot_json_is_string (node) &&
                       g_str_equal (json_node_get_string (node), FORMAT);
  reader->is_strange = reader->is_strange || (node != NULL && !reader->has_format);

  return reader->has_format;
}

static gboolean
read_version (Reader *reader)
{
  g_autoptr (JsonNode) node = read_value (reader);
  gint64 version = node != NULL && unknot_json_is_integer (node) ? json_node_get_int (node) : 0;

  if (version < 1)
    return give_up (reader, _("The version of the file is not known."));
  if (version > UNKNOT_DIARY_JSON_VERSION)
    return give_up (reader,
                    _("The file was written by a newer version of Unknot. Update Unknot to import "
                      "it."));

  reader->has_version = TRUE;

  return TRUE;
}

static gboolean
read_member (Reader     *reader,
             const char *member)
{
  g_autoptr (JsonNode) node = NULL;

  if (g_str_equal (member, "format"))
    return read_format (reader);
  if (g_str_equal (member, "version"))
    return read_version (reader);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (!g_str_equal (member, lists[i].member))
        continue;
      if (reader->had[i])
        unknot_faults_add (reader->faults, _("Line %u: “%s” is given twice."), reader->line,
                           member);
      reader->had[i] = TRUE;
      return read_list (reader, i);
    }

  reader->is_strange = TRUE;
  reader->is_fhir = g_str_equal (member, "resourceType");
  unknot_faults_add (reader->faults, _("Line %u: “%s” is not known."), reader->line, member);
  node = read_value (reader);

  return node != NULL && (reader->has_format || !reader->is_fhir);
}

static gboolean
read_members (Reader *reader)
{
  if (!take (reader, '{') || is_next (reader, '}'))
    {
      reader->is_strange = TRUE;
      return FALSE;
    }

  do
    {
      g_autoptr (JsonNode) name = is_next (reader, '"') ? read_value (reader) : NULL;

      if (name == NULL || !take (reader, ':'))
        return give_up (reader, _("A name and a colon are expected here."));
      if (!read_member (reader, json_node_get_string (name)))
        return FALSE;
    }
  while (take (reader, ','));

  if (!take (reader, '}'))
    return give_up (reader, _("The file does not end as it should."));

  skip_blanks (reader);
  if (reader->at < reader->end)
    return give_up (reader, _("There is something after the end."));

  return TRUE;
}

static void
check_head (Reader *reader)
{
  if (!reader->has_format)
    unknot_faults_add (reader->faults, _("The file needs “%s” as “%s”."), FORMAT, "format");
  if (!reader->has_version)
    unknot_faults_add (reader->faults, _("The file needs %d as “%s”."), UNKNOT_DIARY_JSON_VERSION,
                       "version");
}

/* Whether nothing in it is as in a diary: what is wrong with each line of another program's file is
 * no use to anybody. */
static gboolean
is_foreign (Reader *reader)
{
  if (reader->has_format || reader->has_version || !reader->is_strange)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      if (reader->had[i])
        return FALSE;
    }

  return TRUE;
}

static gboolean
report (Reader  *reader,
        GError **error)
{
  if (reader->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&reader->error));
      return FALSE;
    }
  if (!is_foreign (reader))
    return unknot_exchange_report (reader->faults, error);

  g_set_error_literal (
    error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_INVALID,
    reader->is_fhir
      ? _("This is a FHIR file, which Unknot can write but not read. It reads diaries that it "
          "exported itself as JSON, and tables as CSV.")
      : _("This is not a diary that Unknot wrote. It reads diaries that it exported itself as "
          "JSON, and tables as CSV."));

  return FALSE;
}

/**
 * unknot_diary_json_read:
 * @content: what data/exchange/diary.schema.json describes
 * @exchange: takes each entry, unless something was wrong before
 * @error: %UNKNOT_DIARY_ERROR_INVALID, its message a line for each fault; or what @exchange sets
 *
 * Reads a diary from JSON, an entry at a time.
 *
 * Returns: %TRUE where all of it was taken
 */
gboolean
unknot_diary_json_read (GBytes                *content,
                        const UnknotExchange  *exchange,
                        GError               **error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GHashTable) uuids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { .line = 1, .uuids = uuids, .faults = faults, .exchange = exchange };
  gsize length;

  reader.text = g_bytes_get_data (content, &length);
  if (reader.text == NULL)
    reader.text = "";
  reader.at = reader.text;
  reader.end = reader.text + length;
  if (!unknot_exchange_check_size (length, error))
    return FALSE;

  if (unknot_exchange_check_text (reader.text, length, faults))
    {
      if (length >= 3 && memcmp (reader.text, "\xef\xbb\xbf", 3) == 0)
        reader.at += 3;
      if (read_members (&reader))
        check_head (&reader);
    }

  return report (&reader, error);
}

/* --- Writing --- */

static void
write_entry (UnknotExchangeWriter *writer,
             UnknotEntry          *entry,
             gint64                changed,
             gboolean              first)
{
  const char *member = writer->data;
  g_autoptr (JsonNode) node = unknot_entry_to_json (entry);
  g_autofree char *json = NULL;

  if (changed != 0)
    json_object_set_int_member (json_node_get_object (node), member, changed);
  json = json_to_string (node, FALSE);
  g_string_append_printf (writer->text, "%s%s", first ? "\n" : ",\n", json);
}

static gboolean
write_lists (UnknotExchangeWriter  *writer,
             GError               **error)
{
  g_string_append_printf (writer->text, "{\n\"format\": \"%s\",\n\"version\": %d", FORMAT,
                          UNKNOT_DIARY_JSON_VERSION);
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      GType type = lists[i].get_type ();

      g_string_append_printf (writer->text, ",\n\"%s\": [", lists[i].member);
      writer->data = (gpointer) lists[i].changed;
      if (!unknot_exchange_writer_each (writer, type, unknot_diary_tables_get_for (type)->list,
                                        write_entry, error))
        return FALSE;
      g_string_append (writer->text, "\n]");
    }
  g_string_append (writer->text, "\n}\n");

  return TRUE;
}

/**
 * unknot_diary_json_write:
 * @data: nothing
 * @progress: (nullable): told how far it is
 *
 * Writes the whole diary as JSON, an entry a line in the order of their ids: the same diary is
 * always the same file.
 */
gboolean
unknot_diary_json_write (UnknotDatabase  *database,
                         GOutputStream   *stream,
                         gpointer         data,
                         UnknotProgress  *progress,
                         GError         **error)
{
  return unknot_exchange_writer_run (database, stream, NULL, progress, write_lists, error);
}
