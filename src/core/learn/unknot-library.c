/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-library"

#include "config.h"

#include "unknot-library.h"

#include "unknot-faults.h"
#include "unknot-library-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The language in which every page is. */
#define ORIGINAL "C"

#define ENDING ".page"

/**
 * UnknotLibrary:
 *
 * All pages to learn from, and of help, each in the first of the person's languages that has it.
 * Nothing is read before the first question.
 */
struct _UnknotLibrary
{
  GObject parent_instance;

  GFile *folder;
  GStrv languages;       /* the last is the original */
  GHashTable *topics;    /* by id; %NULL before the first question */
  GHashTable *sentences; /* by id: the last thing wrong with a page */
  GPtrArray *faults;
  GListStore *groups;
  UnknotLibraryIndex *index; /* %NULL before the first search */
  char *call;                /* nullable */
};

G_DEFINE_FINAL_TYPE (UnknotLibrary, unknot_library, G_TYPE_OBJECT)

/* Returns: (transfer full): what was asked for, up to the original */
static GStrv
dup_languages (const char * const *languages)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; languages[i] != NULL && !g_str_equal (languages[i], ORIGINAL); i++)
    g_strv_builder_add (builder, languages[i]);
  g_strv_builder_add (builder, ORIGINAL);

  return g_strv_builder_end (builder);
}

/* Each in one line, whatever it quotes. */
static char *
make_sentence (const char   *file,
               const GError *error)
{
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();
  g_autoptr (GError) fault = NULL;

  if (error->domain == UNKNOT_TOPIC_ERROR)
    return g_strdup (error->message);

  unknot_faults_add (faults, _("%s cannot be read: %s."), file, error->message);
  unknot_faults_report (faults, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID, &fault);

  return g_strdup (fault->message);
}

/* What is among the program's resources has an error of its own for that. */
static gboolean
is_missing (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
         g_error_matches (error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND);
}

/* Returns: (transfer full) (nullable): a page in one language; %NULL where it is not there, or
 *   cannot be read */
static UnknotTopic *
read_topic (UnknotLibrary *self,
            const char    *id,
            const char    *language)
{
  g_autofree char *file = g_strconcat (language, "/", id, ENDING, NULL);
  g_autoptr (GFile) path = g_file_resolve_relative_path (self->folder, file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page = g_file_load_bytes (path, NULL, NULL, &error);
  UnknotTopic *topic = page != NULL ? unknot_topic_new_from_page (file, page, &error) : NULL;

  if (topic == NULL && !is_missing (error))
    {
      char *sentence = make_sentence (file, error);

      g_ptr_array_add (self->faults, sentence);
      g_hash_table_insert (self->sentences, g_strdup (id), sentence);
    }

  return topic;
}

/* A page that cannot be read in one language is read in the next that has it. */
static void
add_topic (UnknotLibrary *self,
           const char    *id)
{
  UnknotTopic *topic = NULL;

  for (guint i = 0; self->languages[i] != NULL && topic == NULL; i++)
    topic = read_topic (self, id, self->languages[i]);

  if (topic != NULL)
    g_hash_table_insert (self->topics, (char *) unknot_topic_get_id (topic), topic);
}

static void
read_topics (UnknotLibrary *self)
{
  g_autoptr (GFile) folder = g_file_get_child (self->folder, ORIGINAL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL,
                               &error);
  GFileInfo *info = NULL;

  while (files != NULL && g_file_enumerator_iterate (files, &info, NULL, NULL, &error) &&
         info != NULL)
    {
      const char *name = g_file_info_get_name (info);
      g_autofree char *id = g_strdup (name);

      if (g_str_has_suffix (name, ENDING))
        {
          id[strlen (name) - strlen (ENDING)] = '\0';
          add_topic (self, id);
        }
    }

  if (error != NULL)
    g_ptr_array_add (self->faults, make_sentence (ORIGINAL, error));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  const char *one = unknot_topic_get_id ((UnknotTopic *) a);
  const char *other = unknot_topic_get_id ((UnknotTopic *) b);
  int index = g_str_equal (other, "index") - g_str_equal (one, "index");

  return index != 0 ? index : strcmp (one, other);
}

static int
compare_in_group (gconstpointer a,
                  gconstpointer b,
                  gpointer      data)
{
  UnknotTopic *one = (UnknotTopic *) a;
  UnknotTopic *other = (UnknotTopic *) b;
  const char *group = data;
  int rank = unknot_topic_get_rank (one, group) - unknot_topic_get_rank (other, group);

  if (rank == 0)
    rank = g_utf8_collate (unknot_topic_get_title (one), unknot_topic_get_title (other));

  return rank != 0 ? rank : compare_ids (a, b);
}

static void
add_group (UnknotLibrary *self,
           GPtrArray     *topics,
           const char    *id,
           const char    *title)
{
  g_autoptr (UnknotTopicGroup) group = unknot_topic_group_new (id, title);
  g_autoptr (GPtrArray) members = g_ptr_array_new ();

  for (guint i = 0; i < topics->len; i++)
    {
      UnknotTopic *topic = g_ptr_array_index (topics, i);

      if (!unknot_topic_is_guide (topic) &&
          g_strv_contains (unknot_topic_get_groups (topic), id))
        g_ptr_array_add (members, topic);
    }
  if (members->len == 0)
    return;

  g_ptr_array_sort_values_with_data (members, compare_in_group, (char *) id);
  for (guint i = 0; i < members->len; i++)
    unknot_topic_group_add (group, g_ptr_array_index (members, i));
  g_list_store_append (self->groups, group);
}

static void
add_groups_of (UnknotLibrary *self,
               GPtrArray     *topics,
               UnknotTopic   *guide)
{
  add_group (self, topics, unknot_topic_get_id (guide), unknot_topic_get_title (guide));

  for (guint i = 0; i < unknot_topic_get_n_blocks (guide); i++)
    {
      UnknotTopicBlock *block = unknot_topic_get_block (guide, i);
      g_autofree char *id = NULL;

      if (unknot_topic_block_get_kind (block) != UNKNOT_TOPIC_BLOCK_SECTION)
        continue;
      id = g_strconcat (unknot_topic_get_id (guide), "#", unknot_topic_block_get_id (block), NULL);
      add_group (self, topics, id,
                 unknot_topic_text_get_text (unknot_topic_block_get_title (block)));
    }
}

static void
ensure_read (UnknotLibrary *self)
{
  g_autoptr (GPtrArray) topics = NULL;

  if (self->topics != NULL)
    return;

  self->topics = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  read_topics (self);

  topics = g_hash_table_get_values_as_ptr_array (self->topics);
  g_ptr_array_sort_values (topics, compare_ids);
  for (guint i = 0; i < topics->len; i++)
    if (unknot_topic_is_guide (g_ptr_array_index (topics, i)))
      add_groups_of (self, topics, g_ptr_array_index (topics, i));
}

/* In the order of the groups, each page once, then those that are in none. Guides say nothing of
 * their own. */
static void
ensure_index (UnknotLibrary *self)
{
  g_autoptr (GPtrArray) topics = NULL;
  g_autoptr (GHashTable) added = NULL;

  if (self->index != NULL)
    return;

  self->index = unknot_library_index_new ();
  added = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->groups)); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (G_LIST_MODEL (self->groups), i);
      GListModel *members = unknot_topic_group_get_topics (group);

      for (guint j = 0; j < g_list_model_get_n_items (members); j++)
        {
          g_autoptr (UnknotTopic) topic = g_list_model_get_item (members, j);

          if (g_hash_table_add (added, topic))
            unknot_library_index_add (self->index, topic);
        }
    }

  topics = g_hash_table_get_values_as_ptr_array (self->topics);
  g_ptr_array_sort_values (topics, compare_ids);
  for (guint i = 0; i < topics->len; i++)
    {
      UnknotTopic *topic = g_ptr_array_index (topics, i);

      if (!unknot_topic_is_guide (topic) && !g_hash_table_contains (added, topic))
        unknot_library_index_add (self->index, topic);
    }
}

static void
unknot_library_finalize (GObject *object)
{
  UnknotLibrary *self = UNKNOT_LIBRARY (object);

  g_clear_pointer (&self->index, unknot_library_index_free);
  g_clear_object (&self->groups);
  g_hash_table_unref (self->sentences);
  g_ptr_array_unref (self->faults);
  g_clear_pointer (&self->topics, g_hash_table_unref);
  g_strfreev (self->languages);
  g_clear_object (&self->folder);
  g_free (self->call);

  G_OBJECT_CLASS (unknot_library_parent_class)->finalize (object);
}

static void
unknot_library_class_init (UnknotLibraryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_library_finalize;
}

static void
unknot_library_init (UnknotLibrary *self)
{
  self->sentences = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->faults = g_ptr_array_new_null_terminated (1, g_free, TRUE);
  self->groups = g_list_store_new (UNKNOT_TYPE_TOPIC_GROUP);
}

/**
 * unknot_library_new:
 * @folder: what holds the pages, each language in a folder of its own, as `C/index.page` and
 *   `C/figures/back.svg`; every page is in C
 * @languages: (array zero-terminated=1): the person's languages, the best first, as
 *   g_get_language_names() has them
 *
 * Returns: (transfer full): a library of which nothing is read yet
 */
UnknotLibrary *
unknot_library_new (GFile              *folder,
                    const char * const *languages)
{
  UnknotLibrary *self;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (languages != NULL, NULL);

  self = g_object_new (UNKNOT_TYPE_LIBRARY, NULL);
  self->folder = g_object_ref (folder);
  self->languages = dup_languages (languages);

  return self;
}

/**
 * unknot_library_get_groups:
 *
 * Returns: (transfer none): a list of #UnknotTopicGroup that never changes: those of the index,
 *   then those of other guides; guides themselves are in none, and a group without pages is left
 *   out. In a group, pages come in the order of their titles, unless they ask to be first or last
 */
GListModel *
unknot_library_get_groups (UnknotLibrary *self)
{
  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);

  ensure_read (self);

  return G_LIST_MODEL (self->groups);
}

/**
 * unknot_library_get_topic:
 * @id: a page's id, without a section
 * @error: set to a sentence to show in the page's place
 *
 * Returns: (transfer none) (nullable): the page; %NULL with %UNKNOT_TOPIC_ERROR_MISSING where there
 *   is none, with %UNKNOT_TOPIC_ERROR_INVALID where it cannot be read
 */
UnknotTopic *
unknot_library_get_topic (UnknotLibrary  *self,
                          const char     *id,
                          GError        **error)
{
  UnknotTopic *topic;
  const char *sentence;

  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  ensure_read (self);
  topic = g_hash_table_lookup (self->topics, id);
  if (topic != NULL)
    return topic;

  sentence = g_hash_table_lookup (self->sentences, id);
  if (sentence != NULL)
    g_set_error_literal (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID, sentence);
  else
    g_set_error (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_MISSING,
                 _("There is no page “%s”."), id);

  return NULL;
}

/**
 * unknot_library_get_faults:
 *
 * Returns: (transfer none) (array zero-terminated=1): one sentence for each page that cannot be
 *   read in a language, with the file, the line and what is wrong; empty where all is well
 */
const char * const *
unknot_library_get_faults (UnknotLibrary *self)
{
  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);

  ensure_read (self);

  return (const char * const *) self->faults->pdata;
}

/**
 * unknot_library_get_call:
 *
 * Returns: (transfer none) (nullable): whom to call in an emergency, in a sentence for whoever reads
 *   a warning; %NULL where that is not known
 */
const char *
unknot_library_get_call (UnknotLibrary *self)
{
  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);

  return self->call;
}

/**
 * unknot_library_set_call:
 * @call: (nullable): a sentence with the number
 *
 * Has pages that warn name the emergency number, which depends on the country and so is in none.
 */
void
unknot_library_set_call (UnknotLibrary *self,
                         const char    *call)
{
  g_return_if_fail (UNKNOT_IS_LIBRARY (self));

  g_set_str (&self->call, call);
}

/**
 * unknot_library_find_figure:
 * @figure: from unknot_topic_block_get_figure()
 *
 * Returns: (transfer full): the picture in the first of the person's languages that has it; where
 *   none has it, where it would be
 */
GFile *
unknot_library_find_figure (UnknotLibrary *self,
                            const char    *figure)
{
  GFile *file = NULL;

  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  for (guint i = 0; self->languages[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (self->languages[i], "/", figure, NULL);

      g_clear_object (&file);
      file = g_file_resolve_relative_path (self->folder, path);
      if (g_file_query_exists (file, NULL))
        break;
    }

  return file;
}

/**
 * unknot_library_search:
 * @text: what a person typed
 *
 * Looks for words that begin with what was typed, upper and lower case and accents alike. Every
 * one must stand in the same section, or in the title of its page; more than sixteen are not looked
 * for.
 *
 * Returns: (transfer full): a list of #UnknotTopicHit, those with the words in the title first;
 *   empty where no word was typed
 */
GListModel *
unknot_library_search (UnknotLibrary *self,
                       const char    *text)
{
  g_return_val_if_fail (UNKNOT_IS_LIBRARY (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);

  ensure_read (self);
  ensure_index (self);

  return unknot_library_index_search (self->index, text);
}
