/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-entry-list"

#include "config.h"

#include "unknot-entry-list.h"

#include "unknot-diary-private.h"
#include "unknot-diary-rows.h"
#include "unknot-diary-search.h"
#include "unknot-entry-query.h"
#include "unknot-unread.h"

/* So many are read at once, and so many times that many are kept. */
#define PAGE_SIZE 64
#define MAX_PAGES 32

/* A change to no more items than this is told as it is. Of a larger one nothing stays: a view that
 * is told of items in the place of others asks for every one of them. */
#define MAX_CHANGE PAGE_SIZE

/**
 * UnknotEntryList:
 *
 * The entries in a diary that stand by themselves, or those of them that a filter leaves and in
 * which some words are found: those of the last local day first, of one day the latest first, in
 * sections of a month. What belongs to a spasm is with the spasm. It follows the diary. Which
 * entries there are is found out beside the main loop; an #UnknotEntry is read when it is asked
 * for, with those around it. An #UnknotUnread is in the place of one that cannot be read.
 */
struct _UnknotEntryList
{
  GObject parent_instance;

  UnknotDiary *diary;
  GArray *rows;      /* of Row */
  GArray *sections;  /* of Section */
  GHashTable *pages; /* of GPtrArray of UnknotEntry, by their place */
  GQueue recent;     /* the same places, the last used first */
  char *search;      /* nullable: all are shown */
  UnknotEntryFilter *filter; /* nullable: nothing is left out */
  guint limit;
  guint n_shown;     /* of the rows */
  GCancellable *cancellable;
  gboolean loading;
  gboolean outdated;
};

typedef struct
{
  int kind;
  int day; /* yyyymmdd */
  gint64 id;
  gint64 changed;
} Row;

typedef struct
{
  guint start;
  int month; /* yyyymm */
} Section;

typedef struct
{
  char *search;              /* nullable */
  UnknotEntryFilter *filter; /* nullable */
  GCancellable *cancellable;
  GArray *rows;
  GArray *sections;
} Result;

enum
{
  PROP_0,
  PROP_FILTER,
  PROP_LIMIT,
  PROP_LOADING,
  PROP_SEARCH,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void load (UnknotEntryList *self);

static void
free_result (gpointer data)
{
  Result *result = data;

  g_free (result->search);
  g_clear_object (&result->filter);
  g_object_unref (result->cancellable);
  g_array_unref (result->rows);
  g_array_unref (result->sections);
  g_free (result);
}

static int
compare_ties (gconstpointer a,
              gconstpointer b,
              gpointer      data)
{
  const Row *one = a;
  const Row *other = b;

  if (one->id != other->id)
    return one->id < other->id ? 1 : -1;

  return one->kind - other->kind;
}

/* @first: of the rows of the last time: the one that was made last comes first */
static void
sort_last (GArray *rows,
           guint   first)
{
  if (rows->len > first + 1)
    g_sort_array (&g_array_index (rows, Row, first), rows->len - first, sizeof (Row), compare_ties,
                  NULL);
}

static gboolean
query_rows (UnknotDatabase  *database,
            Result          *result,
            GArray          *found,
            GError         **error)
{
  g_autoptr (UnknotStatement) statement = unknot_entry_query_prepare (database, result->filter);
  g_autoptr (GError) local_error = NULL;
  int last_month = G_MAXINT;
  int last_day = 0;
  gint64 last_time = 0;
  guint first = 0; /* of the last time */

  while (unknot_statement_step (statement, &local_error) &&
         !g_cancellable_set_error_if_cancelled (result->cancellable, &local_error))
    {
      Row row;
      gint64 time;
      Section section = { .start = result->rows->len };

      row.kind = unknot_statement_take_integer (statement);
      row.id = unknot_statement_take_integer (statement);
      row.changed = unknot_statement_take_integer (statement);
      row.day = unknot_statement_take_integer (statement);
      time = unknot_statement_take_integer (statement);
      if (found != NULL &&
          !unknot_diary_search_has (found, unknot_entry_query_get_type (row.kind), row.id))
        continue;

      if (row.day != last_day || time != last_time)
        {
          sort_last (result->rows, first);
          first = result->rows->len;
        }
      last_day = row.day;
      last_time = time;
      section.month = row.day / 100;
      g_array_append_val (result->rows, row);
      if (section.month != last_month)
        g_array_append_val (result->sections, section);
      last_month = section.month;
    }
  sort_last (result->rows, first);

  if (local_error == NULL)
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
query_in_thread (UnknotDatabase  *database,
                 gpointer         data,
                 GError         **error)
{
  Result *result = data;
  g_autoptr (GArray) found = NULL;

  return (result->search == NULL ||
          unknot_diary_search_run (database, result->search, result->cancellable, &found, error)) &&
         query_rows (database, result, found, error);
}

static void
return_true (GTask *task)
{
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_same (const Row *one,
         const Row *other)
{
  return one->kind == other->kind && one->id == other->id && one->changed == other->changed;
}

/* Finds what of the list is the same before and after a change. */
static void
compare_rows (UnknotEntryList *self,
              GArray          *new,
              guint           *before,
              guint           *after)
{
  GArray *old = self->rows;
  guint n_old = self->n_shown;
  guint n_new = MIN (new->len, self->limit);
  guint n = MIN (n_old, n_new);

  for (*before = 0; *before < n; (*before)++)
    {
      if (!is_same (&g_array_index (old, Row, *before), &g_array_index (new, Row, *before)))
        break;
    }
  for (*after = 0; *after < n - *before; (*after)++)
    {
      if (!is_same (&g_array_index (old, Row, n_old - 1 - *after),
                    &g_array_index (new, Row, n_new - 1 - *after)))
        break;
    }
}

static void
take_rows (UnknotEntryList *self,
           GArray          *rows,
           GArray          *sections)
{
  g_array_ref (rows);
  g_array_unref (self->rows);
  self->rows = rows;
  g_array_ref (sections);
  g_array_unref (self->sections);
  self->sections = sections;
  self->n_shown = MIN (rows->len, self->limit);
}

static void
drop_pages (UnknotEntryList *self)
{
  g_hash_table_remove_all (self->pages);
  g_queue_clear (&self->recent);
}

static void
empty (UnknotEntryList *self)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (Section));
  guint n = self->n_shown;

  take_rows (self, rows, sections);
  drop_pages (self);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

static void
show (UnknotEntryList *self,
      Result          *result)
{
  guint before, after, n_removed, n_added;

  compare_rows (self, result->rows, &before, &after);
  n_removed = self->n_shown - before - after;
  n_added = MIN (result->rows->len, self->limit) - before - after;
  if (n_removed > MAX_CHANGE || n_added > MAX_CHANGE)
    {
      empty (self);
      before = n_removed = 0;
      n_added = MIN (result->rows->len, self->limit);
    }
  take_rows (self, result->rows, result->sections);
  if (n_removed == 0 && n_added == 0)
    return;

  drop_pages (self);
  g_list_model_items_changed (G_LIST_MODEL (self), before, n_removed, n_added);
}

static void
set_loading (UnknotEntryList *self,
             gboolean         loading)
{
  if (self->loading == loading)
    return;

  self->loading = loading;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
queried_cb (GObject      *source,
            GAsyncResult *async_result,
            gpointer      user_data)
{
  UnknotEntryList *self = UNKNOT_ENTRY_LIST (source);
  g_autoptr (GError) error = NULL;

  /* Where it is closed meanwhile, or something else is searched for, nothing is shown, and nothing
   * is wrong. */
  if (g_task_propagate_boolean (G_TASK (async_result), &error))
    {
      if (unknot_diary_is_open (self->diary))
        show (self, g_task_get_task_data (G_TASK (async_result)));
    }
  else if (!g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_CLOSED) &&
           !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      unknot_diary_fail (self->diary, error);
    }

  if (self->outdated)
    load (self);
  else
    set_loading (self, FALSE);
}

static void
load (UnknotEntryList *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (self, cancellable, queried_cb, NULL);
  Result *result = g_new0 (Result, 1);

  self->outdated = FALSE;
  g_set_object (&self->cancellable, cancellable);
  set_loading (self, TRUE);
  result->search = g_strdup (self->search);
  g_set_object (&result->filter, self->filter);
  result->cancellable = g_steal_pointer (&cancellable);
  result->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  result->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, result, free_result);
  unknot_diary_run (self->diary, task, query_in_thread, return_true);
}

/* Something else is to be shown from now on. */
static void
ask_anew (UnknotEntryList *self)
{
  if (self->loading)
    {
      g_cancellable_cancel (self->cancellable);
      self->outdated = TRUE;
    }
  else if (unknot_diary_is_open (self->diary))
    {
      load (self);
    }
}

static void
changed_cb (UnknotEntryList *self)
{
  if (self->loading)
    self->outdated = TRUE;
  else
    load (self);
}

static void
notify_open_cb (UnknotEntryList *self)
{
  if (!unknot_diary_is_open (self->diary))
    empty (self);
}

static gboolean
is_damage (const GError *error)
{
  return g_error_matches (error, UNKNOT_DIARY_ERROR, UNKNOT_DIARY_ERROR_DAMAGED);
}

/* Where another process took it out for good, the list hears of that soon.
 *
 * Returns: (transfer full): the entry, or an #UnknotUnread, with @error set where reading failed */
static UnknotEntry *
read_row (UnknotDatabase  *reader,
          const Row       *row,
          GError         **error)
{
  g_autoptr (GError) local_error = NULL;
  UnknotEntry *entry = unknot_diary_rows_find (reader, unknot_entry_query_get_type (row->kind),
                                               UNKNOT_DIARY_KEY_ID, row->id, NULL, &local_error);

  if (entry == NULL)
    entry = UNKNOT_ENTRY (unknot_unread_new (row->day, is_damage (local_error)));
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return entry;
}

/* In one transaction: to begin one for each statement takes as long as to read. What is damaged says
 * nothing of the others; where reading fails otherwise, it is not tried again for each. */
static void
read_page (UnknotEntryList *self,
           guint            place,
           GPtrArray       *page)
{
  UnknotDatabase *reader = unknot_diary_get_reader (self->diary);
  guint end = MIN ((place + 1) * PAGE_SIZE, self->n_shown);
  g_autoptr (GError) damage = NULL;
  g_autoptr (GError) error = NULL;

  unknot_database_execute (reader, "BEGIN", &error);
  for (guint i = place * PAGE_SIZE + page->len; i < end; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      g_ptr_array_add (page, error == NULL ? read_row (reader, row, &error)
                                           : UNKNOT_ENTRY (unknot_unread_new (row->day, FALSE)));
      if (is_damage (error))
        {
          g_clear_error (&damage);
          damage = g_steal_pointer (&error);
        }
    }
  unknot_database_end (reader, TRUE, error == NULL ? &error : NULL);
  if (damage != NULL)
    unknot_diary_fail (self->diary, damage);
  if (error != NULL)
    unknot_diary_fail (self->diary, error);
}

static GPtrArray *
get_page (UnknotEntryList *self,
          guint            place)
{
  GPtrArray *page = g_hash_table_lookup (self->pages, GUINT_TO_POINTER (place));

  if (page != NULL)
    {
      g_queue_remove (&self->recent, GUINT_TO_POINTER (place));
    }
  else
    {
      if (self->recent.length == MAX_PAGES)
        g_hash_table_remove (self->pages, g_queue_pop_tail (&self->recent));
      page = g_ptr_array_new_full (PAGE_SIZE, g_object_unref);
      g_hash_table_insert (self->pages, GUINT_TO_POINTER (place), page);
    }
  g_queue_push_head (&self->recent, GUINT_TO_POINTER (place));

  return page;
}

static GType
unknot_entry_list_get_item_type (GListModel *model)
{
  return UNKNOT_TYPE_ENTRY;
}

static guint
unknot_entry_list_get_n_items (GListModel *model)
{
  return UNKNOT_ENTRY_LIST (model)->n_shown;
}

static gpointer
unknot_entry_list_get_item (GListModel *model,
                            guint       position)
{
  UnknotEntryList *self = UNKNOT_ENTRY_LIST (model);
  GPtrArray *page;

  if (position >= self->n_shown)
    return NULL;

  page = get_page (self, position / PAGE_SIZE);
  if (position % PAGE_SIZE >= page->len)
    read_page (self, position / PAGE_SIZE, page);

  return g_object_ref (g_ptr_array_index (page, position % PAGE_SIZE));
}

static void
unknot_entry_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = unknot_entry_list_get_item_type;
  iface->get_n_items = unknot_entry_list_get_n_items;
  iface->get_item = unknot_entry_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (UnknotEntryList, unknot_entry_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      unknot_entry_list_list_model_init))

static void
unknot_entry_list_finalize (GObject *object)
{
  UnknotEntryList *self = UNKNOT_ENTRY_LIST (object);

  g_clear_object (&self->diary);
  g_array_unref (self->rows);
  g_array_unref (self->sections);
  g_hash_table_unref (self->pages);
  g_queue_clear (&self->recent);
  g_free (self->search);
  g_clear_object (&self->filter);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (unknot_entry_list_parent_class)->finalize (object);
}

static void
unknot_entry_list_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  UnknotEntryList *self = UNKNOT_ENTRY_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      g_value_set_object (value, self->filter);
      break;
    case PROP_LIMIT:
      g_value_set_uint (value, self->limit);
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    case PROP_SEARCH:
      g_value_set_string (value, self->search);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_entry_list_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  UnknotEntryList *self = UNKNOT_ENTRY_LIST (object);

  switch (prop_id)
    {
    case PROP_FILTER:
      unknot_entry_list_set_filter (self, g_value_get_object (value));
      break;
    case PROP_LIMIT:
      unknot_entry_list_set_limit (self, g_value_get_uint (value));
      break;
    case PROP_SEARCH:
      unknot_entry_list_set_search (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
unknot_entry_list_class_init (UnknotEntryListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_entry_list_finalize;
  object_class->get_property = unknot_entry_list_get_property;
  object_class->set_property = unknot_entry_list_set_property;

  /**
   * UnknotEntryList:filter:
   *
   * What holds for every entry shown; %NULL where all are shown.
   */
  properties[PROP_FILTER] =
    g_param_spec_object ("filter", NULL, NULL, UNKNOT_TYPE_ENTRY_FILTER,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotEntryList:limit:
   *
   * How many of the entries are in the list at most: the first.
   */
  properties[PROP_LIMIT] =
    g_param_spec_uint ("limit", NULL, NULL, 0, G_MAXUINT, G_MAXUINT,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotEntryList:loading:
   *
   * Whether it is still to be found out which entries there are.
   */
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * UnknotEntryList:search:
   *
   * The words that are in every entry shown, as they were typed; %NULL where all are shown.
   */
  properties[PROP_SEARCH] =
    g_param_spec_string ("search", NULL, NULL, NULL,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
unknot_entry_list_init (UnknotEntryList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  self->sections = g_array_new (FALSE, FALSE, sizeof (Section));
  self->pages = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  g_queue_init (&self->recent);
  self->limit = G_MAXUINT;
}

/**
 * unknot_entry_list_new:
 * @diary: open or not: there is nothing in the list until it is
 */
UnknotEntryList *
unknot_entry_list_new (UnknotDiary *diary)
{
  UnknotEntryList *self = g_object_new (UNKNOT_TYPE_ENTRY_LIST, NULL);

  self->diary = g_object_ref (diary);
  g_signal_connect_object (diary, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (diary, "notify::open", G_CALLBACK (notify_open_cb), self,
                           G_CONNECT_SWAPPED);
  if (unknot_diary_is_open (diary))
    load (self);

  return self;
}

gboolean
unknot_entry_list_is_loading (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), FALSE);

  return self->loading;
}

guint
unknot_entry_list_get_limit (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), 0);

  return self->limit;
}

/**
 * unknot_entry_list_set_limit:
 * @limit: how many entries, at most; %G_MAXUINT for all
 *
 * Leaves only the first entries in the list: from now on, or, while it is loading and would become
 * shorter, from when it is known which those are. A view that makes widgets of more than it has room
 * for then has few, and the same whatever is searched for.
 */
void
unknot_entry_list_set_limit (UnknotEntryList *self,
                             guint            limit)
{
  guint before, now;

  g_return_if_fail (UNKNOT_IS_ENTRY_LIST (self));

  if (self->limit == limit)
    return;

  self->limit = limit;
  before = self->n_shown;
  now = MIN (self->rows->len, limit);
  if (now > before || (now < before && !self->loading))
    {
      self->n_shown = now;
      g_list_model_items_changed (G_LIST_MODEL (self), MIN (before, now),
                                  before - MIN (before, now), now - MIN (before, now));
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT]);
}

/**
 * unknot_entry_list_get_n_found:
 *
 * Returns: how many entries there would be in the list without a limit
 */
guint
unknot_entry_list_get_n_found (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), 0);

  return self->rows->len;
}

/**
 * unknot_entry_list_get_search:
 *
 * Returns: (nullable): what is searched for, as it was typed; %NULL where all entries are shown
 */
const char *
unknot_entry_list_get_search (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), NULL);

  return self->search;
}

/**
 * unknot_entry_list_set_search:
 * @text: (nullable): whatever a person typed; nothing, or blanks, for all entries
 *
 * Shows only what has all of the words: in the note of a spasm or the names of the medicines taken
 * for it, as the name of a medicine taken by itself, in the title or the note of an event, or in
 * what is told of a visit. The last word may be only begun; case and accents play no part. What was
 * asked before and is not answered yet is dropped.
 */
void
unknot_entry_list_set_search (UnknotEntryList *self,
                              const char      *text)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_LIST (self));

  if (text != NULL && *text == '\0')
    text = NULL;
  if (!g_set_str (&self->search, text))
    return;

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCH]);
  ask_anew (self);
}

/**
 * unknot_entry_list_get_filter:
 *
 * Returns: (transfer none) (nullable): what holds for every entry shown; %NULL where nothing is
 *   left out
 */
UnknotEntryFilter *
unknot_entry_list_get_filter (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), NULL);

  return self->filter;
}

/**
 * unknot_entry_list_set_filter:
 * @filter: (nullable): what must hold for an entry to be shown, beside what is searched for; %NULL,
 *   or an empty one, for all entries
 */
void
unknot_entry_list_set_filter (UnknotEntryList   *self,
                              UnknotEntryFilter *filter)
{
  g_return_if_fail (UNKNOT_IS_ENTRY_LIST (self));

  if (filter != NULL && unknot_entry_filter_is_empty (filter))
    filter = NULL;
  if (filter == self->filter ||
      (filter != NULL && self->filter != NULL && unknot_entry_filter_equal (filter, self->filter)))
    return;

  g_set_object (&self->filter, filter);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
  ask_anew (self);
}

/**
 * unknot_entry_list_is_filtered:
 *
 * Returns: whether a search or a filter may leave something out: then there being nothing in the
 *   list does not say that there is nothing in the diary
 */
gboolean
unknot_entry_list_is_filtered (UnknotEntryList *self)
{
  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), FALSE);

  return self->filter != NULL ||
         (self->search != NULL && unknot_diary_search_has_words (self->search));
}

/**
 * unknot_entry_list_get_section:
 * @position: of an item
 * @start: (out): where the items of its month start
 * @end: (out): where they end: the position after the last one
 *
 * Returns: the month, yyyymm; 0 where there is no such item, and @start and @end are then as
 *   #GtkSectionModel has them
 */
int
unknot_entry_list_get_section (UnknotEntryList *self,
                               guint            position,
                               guint           *start,
                               guint           *end)
{
  guint low = 0, high, n;

  g_return_val_if_fail (UNKNOT_IS_ENTRY_LIST (self), 0);

  n = self->n_shown;
  *start = n;
  *end = G_MAXUINT;
  if (position >= n)
    return 0;

  high = self->sections->len;
  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->sections, Section, middle).start <= position)
        low = middle;
      else
        high = middle;
    }

  *start = g_array_index (self->sections, Section, low).start;
  *end = high < self->sections->len ? MIN (g_array_index (self->sections, Section, high).start, n)
                                    : n;

  return g_array_index (self->sections, Section, low).month;
}
