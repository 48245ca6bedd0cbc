/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-library-index"

#include "config.h"

#include "unknot-library-index.h"

#include "unknot-text.h"

#include <string.h>

/* Of an excerpt, in bytes: how much of it stands before the first hit, and all of it. */
#define EXCERPT_BEFORE 40
#define EXCERPT_LENGTH 160

/* More words than these are never searched for: an entry can be given a whole book. */
#define MAX_STEMS 16

/* Where the words stand that were searched for: what comes first in the list. */
typedef enum
{
  ALL_IN_PAGE_TITLE,
  ALL_IN_SECTION_TITLE,
  SOME_IN_TITLE,
  NONE_IN_TITLE,
  N_RANKS,
} Rank;

/* A text, and the same to search in. */
typedef struct
{
  char *text;
  char *folded;
  GArray *places; /* of guint: where in the text each byte of the folded one is from */
} Words;

/* What stands on a page before its first section, or a section. */
typedef struct
{
  UnknotTopic *topic;
  UnknotTopicBlock *section;
  Words title;
  Words body;
} Place;

struct _UnknotLibraryIndex
{
  GArray *places;
};

static void
clear_words (Words *words)
{
  g_free (words->text);
  g_free (words->folded);
  g_array_unref (words->places);
}

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_object_unref (place->topic);
  clear_words (&place->title);
  clear_words (&place->body);
}

static void
init_words (Words      *words,
            const char *text)
{
  words->text = g_strdup (text);
  words->places = g_array_sized_new (FALSE, FALSE, sizeof (guint), strlen (text) + 2);
  words->folded = unknot_text_fold_with_places (text, words->places);
}

/* Pictures are found by what stands below them: what they show in words is not seen there. Sources
 * are on every page. */
static void
collect (UnknotTopicBlock *block,
         GString          *body)
{
  UnknotTopicBlockKind kind = unknot_topic_block_get_kind (block);
  UnknotTopicText *title = unknot_topic_block_get_title (block);
  UnknotTopicText *text = unknot_topic_block_get_text (block);

  if (kind == UNKNOT_TOPIC_BLOCK_SOURCES)
    return;

  if (title != NULL && kind != UNKNOT_TOPIC_BLOCK_SECTION)
    g_string_append_printf (body, "%s ", unknot_topic_text_get_text (title));
  if (text != NULL && kind != UNKNOT_TOPIC_BLOCK_FIGURE)
    g_string_append_printf (body, "%s ", unknot_topic_text_get_text (text));
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    collect (unknot_topic_block_get_child (block, i), body);
}

static void
add_place (UnknotLibraryIndex *self,
           UnknotTopic        *topic,
           UnknotTopicBlock   *section,
           const char         *title,
           GString            *body)
{
  Place place = { g_object_ref (topic), section };

  g_string_set_size (body, body->len - (body->len > 0)); /* the blank behind it */
  init_words (&place.title, title);
  init_words (&place.body, body->str);
  g_array_append_val (self->places, place);
}

/* Each with a blank before it, as it is found in a folded text. */
static GPtrArray *
make_stems (const char *text)
{
  g_autofree char *folded = unknot_text_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", MAX_STEMS + 2); /* nothing, words, the rest */
  GPtrArray *stems = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; words[i] != NULL && stems->len < MAX_STEMS; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (stems, g_strconcat (" ", words[i], NULL));

  return stems;
}

static gboolean
have_stem (Words      *words,
           const char *stem)
{
  return strstr (words->folded, stem) != NULL;
}

/* How much of a stem is at @found, in bytes, its blank not counted; 0 where none is. */
static gsize
measure_stem (const char *found,
              GPtrArray  *stems)
{
  gsize longest = 0;

  for (guint i = 0; i < stems->len; i++)
    {
      const char *stem = g_ptr_array_index (stems, i);
      gsize length = strlen (stem) - 1;

      if (length > longest && g_str_has_prefix (found, stem))
        longest = length;
    }

  return longest;
}

/* Behind the letter, and the accents on it. */
static gsize
find_end_of_letter (const char *text,
                    gsize       place)
{
  const char *p = g_utf8_next_char (text + place);

  while (g_unichar_ismark (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p - text;
}

/* Returns: (transfer full) (element-type UnknotTopicRange): where words begin with one of them */
static GArray *
find_hits (Words     *words,
           GPtrArray *stems)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (UnknotTopicRange));

  for (const char *p = strchr (words->folded, ' '); p != NULL; p = strchr (p + 1, ' '))
    {
      gsize length = measure_stem (p, stems);
      gsize first = p + 1 - words->folded;
      UnknotTopicRange hit = { UNKNOT_TOPIC_RANGE_HIT, 0, 0, NULL };

      if (length == 0)
        continue;

      hit.start = g_array_index (words->places, guint, first);
      hit.end = find_end_of_letter (words->text,
                                    g_array_index (words->places, guint, first + length - 1));
      g_array_append_val (hits, hit);
    }

  return hits;
}

static UnknotTopicText *
make_title (Words     *words,
            GPtrArray *stems)
{
  g_autoptr (GArray) hits = find_hits (words, stems);

  return unknot_topic_text_new (words->text, (gpointer) hits->data, hits->len);
}

/* Where an excerpt begins that has a hit at @hit in it: at a word, if there is one near. */
static gsize
find_beginning (const char *text,
                gsize       hit)
{
  gsize place = hit - MIN (hit, EXCERPT_BEFORE);
  const char *blank;

  if (place == 0)
    return 0;
  while (((guchar) text[place] & 0xC0) == 0x80)
    place++;
  blank = memchr (text + place, ' ', hit - place);

  return blank != NULL ? (gsize) (blank + 1 - text) : place;
}

static gsize
find_ending (const char *text,
             gsize       beginning,
             gsize       least)
{
  gsize place = MAX (beginning + EXCERPT_LENGTH, least);
  const char *blank;

  if (place >= strlen (text))
    return strlen (text);
  while (((guchar) text[place] & 0xC0) == 0x80)
    place--;
  blank = g_strrstr_len (text + least, place - least, " ");

  return blank != NULL ? (gsize) (blank - text) : place;
}

static UnknotTopicText *
make_excerpt (Words     *words,
              GPtrArray *stems)
{
  g_autoptr (GArray) hits = find_hits (words, stems);
  const UnknotTopicRange *all = (gpointer) hits->data;
  gsize beginning = hits->len > 0 ? find_beginning (words->text, all[0].start) : 0;
  gsize ending = find_ending (words->text, beginning, hits->len > 0 ? all[0].end : 0);
  const char *before = beginning > 0 ? "… " : "";
  g_autofree char *part = g_strndup (words->text + beginning, ending - beginning);
  g_autofree char *text =
    g_strconcat (before, part, words->text[ending] != '\0' ? " …" : "", NULL);
  guint n = 0;

  while (n < hits->len && all[n].end <= ending)
    {
      UnknotTopicRange *hit = &g_array_index (hits, UnknotTopicRange, n++);

      hit->start += strlen (before) - beginning;
      hit->end += strlen (before) - beginning;
    }

  return unknot_topic_text_new (text, all, n);
}

/* Words that only the page's title has count for its sections as well, but find none by themselves.
 *
 * Returns: %N_RANKS where not all words stand there */
static Rank
get_rank (Place     *place,
          Words     *page_title,
          GPtrArray *stems)
{
  gboolean is_own = FALSE;
  guint n_in_title = 0;

  for (guint i = 0; i < stems->len; i++)
    {
      const char *stem = g_ptr_array_index (stems, i);
      gboolean in_title = have_stem (&place->title, stem);
      gboolean is_here = in_title || have_stem (&place->body, stem);

      if (!is_here && !have_stem (page_title, stem))
        return N_RANKS;
      n_in_title += in_title;
      is_own = is_own || is_here;
    }

  if (!is_own)
    return N_RANKS;
  if (n_in_title == stems->len)
    return place->section == NULL ? ALL_IN_PAGE_TITLE : ALL_IN_SECTION_TITLE;

  return n_in_title > 0 ? SOME_IN_TITLE : NONE_IN_TITLE;
}

static UnknotTopicHit *
make_hit (Place     *place,
          GPtrArray *stems)
{
  g_autoptr (UnknotTopicText) title = make_title (&place->title, stems);
  g_autoptr (UnknotTopicText) excerpt = make_excerpt (&place->body, stems);
  const char *section =
    place->section != NULL ? unknot_topic_block_get_id (place->section) : NULL;

  return unknot_topic_hit_new (place->topic, section, title, excerpt);
}

UnknotLibraryIndex *
unknot_library_index_new (void)
{
  UnknotLibraryIndex *self = g_new0 (UnknotLibraryIndex, 1);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_array_set_clear_func (self->places, clear_place);

  return self;
}

void
unknot_library_index_free (UnknotLibraryIndex *self)
{
  g_array_unref (self->places);
  g_free (self);
}

/**
 * unknot_library_index_add:
 *
 * Adds a page behind those that are there.
 */
void
unknot_library_index_add (UnknotLibraryIndex *self,
                          UnknotTopic        *topic)
{
  g_autoptr (GString) body = g_string_new (NULL);
  UnknotTopicBlock *section = NULL;
  const char *title = unknot_topic_get_title (topic);

  g_string_append_printf (body, "%s ", unknot_topic_get_summary (topic));
  for (guint i = 0; i < unknot_topic_get_n_blocks (topic); i++)
    {
      UnknotTopicBlock *block = unknot_topic_get_block (topic, i);

      if (unknot_topic_block_get_kind (block) == UNKNOT_TOPIC_BLOCK_SECTION)
        {
          add_place (self, topic, section, title, body);
          section = block;
          title = unknot_topic_text_get_text (unknot_topic_block_get_title (block));
          g_string_truncate (body, 0);
        }
      collect (block, body);
    }
  add_place (self, topic, section, title, body);
}

/**
 * unknot_library_index_search:
 * @text: what a person typed: beginnings of words, of which each must stand there
 *
 * Returns: (transfer full): a list of #UnknotTopicHit, those with the words in the title first,
 *   then in the order of the pages
 */
GListModel *
unknot_library_index_search (UnknotLibraryIndex *self,
                             const char         *text)
{
  g_autoptr (GPtrArray) stems = make_stems (text);
  GListStore *hits = g_list_store_new (UNKNOT_TYPE_TOPIC_HIT);
  g_autofree Rank *ranks = g_new (Rank, self->places->len);
  Words *page_title = NULL;

  for (guint i = 0; i < self->places->len; i++)
    {
      Place *place = &g_array_index (self->places, Place, i);

      if (place->section == NULL)
        page_title = &place->title;
      ranks[i] = get_rank (place, page_title, stems);
    }

  for (Rank rank = 0; rank < N_RANKS; rank++)
    for (guint i = 0; i < self->places->len; i++)
      if (ranks[i] == rank)
        {
          g_autoptr (UnknotTopicHit) hit =
            make_hit (&g_array_index (self->places, Place, i), stems);

          g_list_store_append (hits, hit);
        }

  return G_LIST_MODEL (hits);
}
