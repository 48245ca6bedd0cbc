/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-import"

#include "config.h"

#include "unknot-import.h"

#include "unknot-csv-match.h"
#include "unknot-diary-backups.h"
#include "unknot-diary-csv.h"
#include "unknot-diary-json.h"
#include "unknot-diary-private.h"
#include "unknot-diary-search.h"

/* Reads @source: one of the forms that a file may have. */
typedef gboolean (*Read) (gpointer               source,
                          const UnknotExchange  *exchange,
                          GError               **error);

/**
 * UnknotImport:
 *
 * A file on its way into a diary: first what would become of its entries, then the same in earnest,
 * and undone. All of it, or nothing, is done; one after the other.
 */
struct _UnknotImport
{
  GObject parent_instance;

  UnknotDiary *diary;
  Read read;
  gpointer source;
  GDestroyNotify free_source;
  UnknotMergeCounts counts;
  guint n_skipped;
  UnknotMerge *merge; /* nullable: nothing was imported */
  guint n_left;       /* when that was undone */
};

/* What the diary's thread is given. */
typedef struct
{
  UnknotImport *import;
  UnknotProgress *progress; /* nullable */
  gboolean for_good;
  char *path; /* of the diary */
  GDateTime *now;
  guint n_skipped;
  guint n_left;
  UnknotDatabase *database;
  UnknotMerge *merge;
} Work;

G_DEFINE_FINAL_TYPE (UnknotImport, unknot_import, G_TYPE_OBJECT)

static void
free_work (gpointer data)
{
  Work *work = data;

  g_object_unref (work->import);
  g_free (work->path);
  g_date_time_unref (work->now);
  g_clear_object (&work->progress);
  g_clear_pointer (&work->merge, unknot_merge_free);
  g_free (work);
}

static gboolean
read_json (gpointer               source,
           const UnknotExchange  *exchange,
           GError               **error)
{
  return unknot_diary_json_read (source, exchange, error);
}

typedef struct
{
  GBytes *spasms;
  GBytes *details; /* nullable */
} Tables;

static void
free_tables (gpointer data)
{
  Tables *tables = data;

  g_bytes_unref (tables->spasms);
  g_clear_pointer (&tables->details, g_bytes_unref);
  g_free (tables);
}

static gboolean
read_tables (gpointer               source,
             const UnknotExchange  *exchange,
             GError               **error)
{
  Tables *tables = source;

  return unknot_diary_csv_read (tables->spasms, tables->details, exchange, error);
}

static gboolean
match_in_thread (UnknotEntry  *entry,
                 gint64        changed,
                 gpointer      data,
                 GError      **error)
{
  return unknot_csv_match_take (data, UNKNOT_EPISODE (entry), error);
}

static gboolean
read_mapping (gpointer               source,
              const UnknotExchange  *exchange,
              GError               **error)
{
  Work *work = exchange->data;
  g_autoptr (UnknotCsvMatch) match = unknot_csv_match_new (work->merge, work->database);
  const UnknotExchange matched = { match_in_thread, match, exchange->progress };

  return unknot_csv_mapping_read (source, &matched, &work->n_skipped, error) &&
         unknot_csv_match_end (match, error);
}

static gboolean
take_in_thread (UnknotEntry  *entry,
                gint64        changed,
                gpointer      data,
                GError      **error)
{
  Work *work = data;

  return unknot_merge_take (work->merge, work->database, entry, changed, error);
}

/* Undo ends with the program: what was before an import can be gone back to later, too. */
static gboolean
back_up (Work            *work,
         UnknotDatabase  *database,
         GError         **error)
{
  g_autofree char *backup = unknot_diary_backups_keep (database, work->path,
                                                       unknot_diary_schema_get (), work->now, error);

  return backup != NULL;
}

static gboolean
import_in_thread (UnknotDatabase  *database,
                  gpointer         data,
                  GError         **error)
{
  Work *work = data;
  UnknotExchange exchange = { take_in_thread, work, work->progress };
  gboolean good;

  work->merge = unknot_merge_new ();
  work->database = database;
  if (!unknot_progress_step (work->progress, 0, error) ||
      (work->for_good && !back_up (work, database, error)) ||
      !unknot_database_begin (database, error))
    return FALSE;

  /* An index of words that follows each row would take as long as all the rest. */
  unknot_database_enable_triggers (database, FALSE);
  good = work->import->read (work->import->source, &exchange, error) &&
         (!work->for_good || unknot_diary_search_index (database, error));
  unknot_database_enable_triggers (database, TRUE);
  if (work->for_good)
    return unknot_database_end (database, good, error);

  unknot_database_end (database, FALSE, NULL);

  return good;
}

static gboolean
undo_in_thread (UnknotDatabase  *database,
                gpointer         data,
                GError         **error)
{
  Work *work = data;
  gint64 now = g_date_time_to_unix_usec (work->now) / 1000;

  if (!unknot_database_begin (database, error))
    return FALSE;

  return unknot_database_end (database,
                              unknot_merge_undo (work->import->merge, database, now,
                                                 &work->n_left, error),
                              error);
}

static void
imported (GTask *task)
{
  UnknotImport *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  self->counts = *unknot_merge_get_counts (work->merge);
  self->n_skipped = work->n_skipped;
  if (work->for_good)
    {
      g_clear_pointer (&self->merge, unknot_merge_free);
      self->merge = g_steal_pointer (&work->merge);
      unknot_diary_refresh (self->diary);
    }
  g_task_return_boolean (task, TRUE);
}

static void
undone (GTask *task)
{
  UnknotImport *self = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);

  self->n_left = work->n_left;
  g_clear_pointer (&self->merge, unknot_merge_free);
  unknot_diary_refresh (self->diary);
  g_task_return_boolean (task, TRUE);
}

static void
start (UnknotImport        *self,
       UnknotDiaryWork      in_thread,
       UnknotDiaryDone      done,
       gboolean             for_good,
       UnknotProgress      *progress,
       gpointer             source_tag,
       GAsyncReadyCallback  callback,
       gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, user_data);
  Work *work = g_new0 (Work, 1);

  work->import = g_object_ref (self);
  g_set_object (&work->progress, progress);
  work->for_good = for_good;
  work->path = g_strdup (unknot_diary_get_path (self->diary));
  work->now = unknot_clock_get_now (unknot_diary_get_clock (self->diary));
  g_task_set_source_tag (task, source_tag);
  g_task_set_task_data (task, work, free_work);
  unknot_diary_run (self->diary, task, in_thread, done);
}

static UnknotImport *
create (UnknotDiary    *diary,
        Read            read,
        gpointer        source,
        GDestroyNotify  free_source)
{
  UnknotImport *self = g_object_new (UNKNOT_TYPE_IMPORT, NULL);

  self->diary = g_object_ref (diary);
  self->read = read;
  self->source = source;
  self->free_source = free_source;

  return self;
}

static void
unknot_import_finalize (GObject *object)
{
  UnknotImport *self = UNKNOT_IMPORT (object);

  g_clear_object (&self->diary);
  self->free_source (self->source);
  g_clear_pointer (&self->merge, unknot_merge_free);

  G_OBJECT_CLASS (unknot_import_parent_class)->finalize (object);
}

static void
unknot_import_class_init (UnknotImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_import_finalize;
}

static void
unknot_import_init (UnknotImport *self)
{
}

/**
 * unknot_import_new_json:
 * @content: what unknot_diary_json_read() takes
 */
UnknotImport *
unknot_import_new_json (UnknotDiary *diary,
                        GBytes      *content)
{
  return create (diary, read_json, g_bytes_ref (content), (GDestroyNotify) g_bytes_unref);
}

/**
 * unknot_import_new_csv:
 * @spasms: what unknot_diary_csv_read() takes
 * @details: (nullable): likewise
 */
UnknotImport *
unknot_import_new_csv (UnknotDiary *diary,
                       GBytes      *spasms,
                       GBytes      *details)
{
  Tables *tables = g_new0 (Tables, 1);

  tables->spasms = g_bytes_ref (spasms);
  tables->details = details != NULL ? g_bytes_ref (details) : NULL;

  return create (diary, read_tables, tables, free_tables);
}

/**
 * unknot_import_new_mapping:
 * @mapping: somebody's table, as it is mapped now
 */
UnknotImport *
unknot_import_new_mapping (UnknotDiary      *diary,
                           UnknotCsvMapping *mapping)
{
  return create (diary, read_mapping, unknot_csv_mapping_copy (mapping), g_object_unref);
}

/**
 * unknot_import_plan_async:
 * @progress: (nullable): told how far it is
 *
 * Finds out what unknot_import_run_async() would do, and what is wrong with the file, by doing it
 * and taking it back: unknot_import_get_counts() tells.
 */
void
unknot_import_plan_async (UnknotImport        *self,
                          UnknotProgress      *progress,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_IMPORT (self));

  start (self, import_in_thread, imported, FALSE, progress, unknot_import_plan_async, callback,
         user_data);
}

/**
 * unknot_import_run_async:
 * @progress: (nullable): told how far it is
 *
 * Brings what is in the file into the diary, as unknot_merge_take() does each entry, once there is a
 * backup of what is in it.
 */
void
unknot_import_run_async (UnknotImport        *self,
                         UnknotProgress      *progress,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_IMPORT (self));

  start (self, import_in_thread, imported, TRUE, progress, unknot_import_run_async, callback,
         user_data);
}

/**
 * unknot_import_undo_async:
 *
 * Takes back what unknot_import_run_async() did last, but for entries that were changed since, as
 * long as the diary is open. That can be done once.
 */
void
unknot_import_undo_async (UnknotImport        *self,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_return_if_fail (UNKNOT_IS_IMPORT (self));
  g_return_if_fail (self->merge != NULL);

  start (self, undo_in_thread, undone, FALSE, NULL, unknot_import_undo_async, callback, user_data);
}

/**
 * unknot_import_finish:
 *
 * Ends planning, importing and undoing.
 *
 * Returns: %FALSE with @error set where it failed, and the diary is as it was: an error of
 *   %UNKNOT_DIARY_ERROR, whose message has a line for each fault of the file; or
 *   %G_IO_ERROR_CANCELLED
 */
gboolean
unknot_import_finish (UnknotImport  *self,
                      GAsyncResult  *result,
                      GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * unknot_import_get_counts:
 *
 * Returns: (transfer none): what became of the file's entries, or would
 */
const UnknotMergeCounts *
unknot_import_get_counts (UnknotImport *self)
{
  g_return_val_if_fail (UNKNOT_IS_IMPORT (self), NULL);

  return &self->counts;
}

/**
 * unknot_import_get_n_skipped:
 *
 * Returns: how many rows of somebody's table were left out, or would be, as the mapping says
 */
guint
unknot_import_get_n_skipped (UnknotImport *self)
{
  g_return_val_if_fail (UNKNOT_IS_IMPORT (self), 0);

  return self->n_skipped;
}

/**
 * unknot_import_get_n_left:
 *
 * Returns: how many entries unknot_import_undo_async() left as they are, as they were changed after
 *   the import; a spasm counts once, with all that belongs to it
 */
guint
unknot_import_get_n_left (UnknotImport *self)
{
  g_return_val_if_fail (UNKNOT_IS_IMPORT (self), 0);

  return self->n_left;
}
