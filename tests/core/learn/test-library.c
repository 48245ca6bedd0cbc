/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-library.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *path;
  GFile *folder;
  UnknotLibrary *library;
} Fixture;

static const char *const german[] = { "de_AT.UTF-8", "de_AT", "de", "C", "fr", NULL };

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (fixture->path, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

/* @links is what stands before the summary. */
static void
write_page (Fixture    *fixture,
            const char *name,
            const char *type,
            const char *links,
            const char *title,
            const char *body)
{
  g_autofree char *id = g_path_get_basename (name);
  g_autofree char *path = g_strconcat (name, ".page", NULL);
  g_autofree char *page =
    g_strdup_printf ("<page xmlns=\"http://projectmallard.org/1.0/\" type=\"%s\" id=\"%s\"><info>%s"
                     "<desc>About it.</desc></info><title>%s</title>%s</page>",
                     type, id, links, title, body);

  write_file (fixture, path, page);
}

#define IN(group) "<link type=\"guide\" xref=\"" group "\"/>"
#define SECTION(id, title) "<section id=\"" id "\"><title>" title "</title></section>"

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->path = g_dir_make_tmp ("unknot-library-XXXXXX", NULL);
  fixture->folder = g_file_new_for_path (fixture->path);
  fixture->library = unknot_library_new (fixture->folder, german);
  write_page (fixture, "C/index", "guide", "", "Learn",
              SECTION ("helps", "What helps?") SECTION ("empty", "Empty")
              SECTION ("why", "Why?"));
  write_page (fixture, "C/help", "guide", IN ("index"), "Using Unknot", "");
}

static void
remove_all (GFile *file)
{
  g_autoptr (GFileEnumerator) files =
    g_file_enumerate_children (file, G_FILE_ATTRIBUTE_STANDARD_NAME,
                               G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, NULL, NULL);
  GFile *child = NULL;

  while (files != NULL && g_file_enumerator_iterate (files, NULL, &child, NULL, NULL) &&
         child != NULL)
    remove_all (child);
  g_assert_true (g_file_delete (file, NULL, NULL));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->library != NULL)
    g_assert_finalize_object (fixture->library);
  remove_all (fixture->folder);
  g_clear_object (&fixture->folder);
  g_free (fixture->path);
}

static void
assert_no_faults (Fixture *fixture)
{
  g_autofree char *faults = g_strjoinv ("\n", (GStrv) unknot_library_get_faults (fixture->library));

  g_assert_cmpstr (faults, ==, "");
}

static const char *
get_title (Fixture    *fixture,
           const char *id)
{
  g_autoptr (GError) error = NULL;
  UnknotTopic *topic = unknot_library_get_topic (fixture->library, id, &error);

  g_assert_no_error (error);

  return unknot_topic_get_title (topic);
}

/* The groups, each with its pages. */
static void
test_library_groups (Fixture       *fixture,
                     gconstpointer  data)
{
  GListModel *groups;
  g_autoptr (GString) all = g_string_new (NULL);

  write_page (fixture, "C/rest", "topic", IN ("index#helps"), "Rest", "");
  write_page (fixture, "C/cold", "topic", IN ("index#why") IN ("index#helps"), "Äpfel", "");
  write_page (fixture, "C/first", "topic",
              "<link type=\"guide\" xref=\"index#helps\" group=\"#first\"/>", "Zuerst", "");
  write_page (fixture, "C/last", "topic",
              "<link type=\"guide\" xref=\"index#helps\" group=\"#last\"/>", "Also", "");
  write_page (fixture, "C/keys", "topic", IN ("help"), "Keys", "");
  write_page (fixture, "C/lost", "topic", IN ("index#lost"), "Lost", "");

  groups = unknot_library_get_groups (fixture->library);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, i);
      GListModel *topics = unknot_topic_group_get_topics (group);

      g_string_append_printf (all, "%s “%s”:", unknot_topic_group_get_id (group),
                              unknot_topic_group_get_title (group));
      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, j);

          g_string_append_printf (all, " %s", unknot_topic_get_id (topic));
        }
      g_string_append_c (all, '\n');
    }

  g_assert_cmpstr (all->str, ==,
                   "index#helps “What helps?”: first rest cold last\n"
                   "index#why “Why?”: cold\n"
                   "help “Using Unknot”: keys\n");
  assert_no_faults (fixture);
}

/* What is there before the first question is not read; what comes between is. */
static void
test_library_reads_late (Fixture       *fixture,
                         gconstpointer  data)
{
  write_page (fixture, "C/rest", "topic", "", "Before", "");
  g_clear_object (&fixture->library);
  fixture->library = unknot_library_new (fixture->folder, german);
  write_page (fixture, "C/rest", "topic", "", "After", "");
  write_page (fixture, "C/new", "topic", "", "New", "");

  g_assert_cmpstr (get_title (fixture, "rest"), ==, "After");
  g_assert_cmpstr (get_title (fixture, "new"), ==, "New");

  /* From then on nothing is read again. */
  write_page (fixture, "C/rest", "topic", "", "Later", "");
  g_assert_cmpstr (get_title (fixture, "rest"), ==, "After");
}

static void
test_library_languages (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GFile) figure = NULL;
  g_autoptr (GFile) original = NULL;
  g_autoptr (GFile) nowhere = NULL;
  g_autofree char *path = NULL;

  write_page (fixture, "C/cold", "topic", "", "Cold", "");
  write_page (fixture, "C/heat", "topic", "", "Heat", "");
  write_page (fixture, "C/rest", "topic", "", "Rest", "");
  write_page (fixture, "de/cold", "topic", "", "Kälte", "");
  write_page (fixture, "de/heat", "topic", "", "Wärme", "");
  write_page (fixture, "de_AT/heat", "topic", "", "Wärmflasche", "");
  write_page (fixture, "fr/rest", "topic", "", "Repos", "");
  write_page (fixture, "de/other", "topic", "", "Anders", "");
  write_file (fixture, "C/figures/a.svg", "");
  write_file (fixture, "C/figures/b.svg", "");
  write_file (fixture, "de/figures/b.svg", "");

  g_assert_cmpstr (get_title (fixture, "heat"), ==, "Wärmflasche");
  g_assert_cmpstr (get_title (fixture, "cold"), ==, "Kälte");
  g_assert_cmpstr (get_title (fixture, "rest"), ==, "Rest");
  g_assert_null (unknot_library_get_topic (fixture->library, "other", NULL));
  assert_no_faults (fixture);

  original = unknot_library_find_figure (fixture->library, "figures/a.svg");
  path = g_file_get_relative_path (fixture->folder, original);
  g_assert_cmpstr (path, ==, "C/figures/a.svg");
  figure = unknot_library_find_figure (fixture->library, "figures/b.svg");
  g_free (path);
  path = g_file_get_relative_path (fixture->folder, figure);
  g_assert_cmpstr (path, ==, "de/figures/b.svg");
  nowhere = unknot_library_find_figure (fixture->library, "figures/c.svg");
  g_free (path);
  path = g_file_get_relative_path (fixture->folder, nowhere);
  g_assert_cmpstr (path, ==, "C/figures/c.svg");
}

/* Each is named, and the others open; the original stands in for a bad translation. */
static void
test_library_faults (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr (GError) invalid = NULL;
  g_autoptr (GError) missing = NULL;
  g_autofree char *unreadable = NULL;
  const char *const *faults;

  write_page (fixture, "C/cold", "topic", "", "Cold", "\n<table/>");
  write_page (fixture, "C/heat", "topic", "", "Heat", "");
  write_page (fixture, "de/heat", "topic", "", "Wärme", "<p/>");
  unreadable = g_build_filename (fixture->path, "C", "folder.page", NULL);
  g_assert_cmpint (g_mkdir (unreadable, 0700), ==, 0);

  g_assert_cmpstr (get_title (fixture, "heat"), ==, "Heat");
  faults = unknot_library_get_faults (fixture->library);
  g_assert_cmpuint (g_strv_length ((GStrv) faults), ==, 3);
  g_assert_true (g_strv_contains (faults, "C/cold.page, line 2: “table” is not known here."));
  g_assert_true (g_strv_contains (faults, "de/heat.page, line 1: There are no words in “p”."));

  g_assert_null (unknot_library_get_topic (fixture->library, "cold", &invalid));
  g_assert_error (invalid, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
  g_assert_cmpstr (invalid->message, ==, "C/cold.page, line 2: “table” is not known here.");
  g_clear_error (&invalid);
  g_assert_null (unknot_library_get_topic (fixture->library, "folder", &invalid));
  g_assert_error (invalid, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
  g_assert_true (g_str_has_prefix (invalid->message, "C/folder.page cannot be read: "));
  g_assert_null (unknot_library_get_topic (fixture->library, "lost", &missing));
  g_assert_error (missing, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_MISSING);
  g_assert_cmpstr (missing->message, ==, "There is no page “lost”.");
}

static void
test_library_nowhere (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (GFile) nowhere = g_file_get_child (fixture->folder, "nowhere");
  g_autoptr (UnknotLibrary) library = unknot_library_new (nowhere, german);
  g_autoptr (GListModel) hits = unknot_library_search (library, "a");

  g_assert_cmpuint (g_list_model_get_n_items (unknot_library_get_groups (library)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (hits), ==, 0);
  g_assert_true (g_str_has_prefix (unknot_library_get_faults (library)[0], "C cannot be read: "));
}

/* A hit, in brackets what was searched for. */
static void
append_marked (GString         *out,
               UnknotTopicText *text)
{
  const char *words = unknot_topic_text_get_text (text);
  gsize done = 0;

  for (guint i = 0; i < unknot_topic_text_get_n_ranges (text); i++)
    {
      const UnknotTopicRange *range = unknot_topic_text_get_range (text, i);

      g_assert_cmpint (range->kind, ==, UNKNOT_TOPIC_RANGE_HIT);
      g_string_append_len (out, words + done, range->start - done);
      g_string_append_printf (out, "[%.*s]", (int) (range->end - range->start),
                              words + range->start);
      done = range->end;
    }
  g_string_append (out, words + done);
}

static void
assert_hits (Fixture    *fixture,
             const char *text,
             const char *expected)
{
  g_autoptr (GListModel) hits = unknot_library_search (fixture->library, text);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (hits); i++)
    {
      g_autoptr (UnknotTopicHit) hit = g_list_model_get_item (hits, i);
      const char *section = unknot_topic_hit_get_section (hit);

      g_string_append (all, unknot_topic_get_id (unknot_topic_hit_get_topic (hit)));
      if (section != NULL)
        g_string_append_printf (all, "#%s", section);
      g_string_append (all, " “");
      append_marked (all, unknot_topic_hit_get_title (hit));
      g_string_append (all, "” ");
      append_marked (all, unknot_topic_hit_get_excerpt (hit));
      g_string_append_c (all, '\n');
    }

  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_library_search (Fixture       *fixture,
                     gconstpointer  data)
{
  write_page (fixture, "C/cold", "topic", IN ("index#helps"), "Cold",
              "<p>An ice pack, as heat.</p><section id=\"how\"><title>How</title>"
              "<list><title>Ice:</title><item><p>One hour off.</p></item></list></section>");
  write_page (fixture, "C/heat", "topic", IN ("index#helps"), "Heat",
              "<p>Twice a day.</p><section id=\"pad\"><title>A heat pad</title>"
              "<p>One hour.</p></section>");
  write_page (fixture, "C/alone", "topic", "", "Alone", "<p>Nobody’s page of ice.</p>");

  /* Nothing asked for is nothing found. */
  assert_hits (fixture, "", "");
  assert_hits (fixture, " -… ", "");
  assert_hits (fixture, "nowhere", "");
  /* Beginnings of words, not the rest of them: no “twice”. In the order of the index. */
  assert_hits (fixture, "ICE",
               "cold “Cold” About it. An [ice] pack, as heat.\n"
               "cold#how “How” [Ice]: One hour off.\n"
               "alone “Alone” About it. Nobody’s page of [ice].\n");
  /* The page's title first, then a section's, then the rest. */
  assert_hits (fixture, "hea",
               "heat “[Hea]t” About it. Twice a day.\n"
               "heat#pad “A [hea]t pad” One hour.\n"
               "cold “Cold” About it. An ice pack, as [hea]t.\n");
  /* Every word, though the page's title may have some of them. */
  assert_hits (fixture, "hour heat",
               "heat#pad “A [heat] pad” One [hour].\n");
  assert_hits (fixture, "hour cold", "cold#how “How” Ice: One [hour] off.\n");
  assert_hits (fixture, "hour pack", "");
  /* The longest of what was typed is marked. */
  assert_hits (fixture, "p pac", "cold “Cold” About it. An ice [pac]k, as heat.\n");
}

/* Sources and what a picture shows in words are not what a reader looks for. */
static void
test_library_search_leaves_out (Fixture       *fixture,
                                gconstpointer  data)
{
  write_page (fixture, "C/cold", "topic", "", "Cold",
              "<figure><title>A clock</title><media type=\"image\" src=\"figures/a.svg\">"
              "<p>Hands</p></media></figure><list style=\"sources\"><title>From</title>"
              "<item><p>Press</p></item></list>");

  assert_hits (fixture, "hands", "");
  assert_hits (fixture, "press", "");
  assert_hits (fixture, "using", "");
  assert_hits (fixture, "clock", "cold “Cold” About it. A [clock]\n");
}

static void
test_library_search_letters (Fixture       *fixture,
                             gconstpointer  data)
{
  write_page (fixture, "C/cold", "topic", "", "Cold",
              "<p>Rückenkrämpfe, große, Cafe\314\201 noir, 背中の痛み.</p>");

  assert_hits (fixture, "ruckenkramp", "cold “Cold” About it. [Rückenkrämp]fe, große, "
               "Cafe\314\201 noir, 背中の痛み.\n");
  assert_hits (fixture, "GROSS", "cold “Cold” About it. Rückenkrämpfe, [groß]e, "
               "Cafe\314\201 noir, 背中の痛み.\n");
  assert_hits (fixture, "gros", "cold “Cold” About it. Rückenkrämpfe, [groß]e, "
               "Cafe\314\201 noir, 背中の痛み.\n");
  assert_hits (fixture, "café", "cold “Cold” About it. Rückenkrämpfe, große, "
               "[Cafe\314\201] noir, 背中の痛み.\n");
  assert_hits (fixture, "中", "cold “Cold” … große, "
               "Cafe\314\201 noir, 背[中]の痛み.\n");
  assert_hits (fixture, "\377caf", "cold “Cold” About it. Rückenkrämpfe, große, "
               "[Caf]e\314\201 noir, 背中の痛み.\n");
}

/* Words are left out before and behind, but none is cut. */
static void
test_library_search_excerpt (Fixture       *fixture,
                             gconstpointer  data)
{
  g_autoptr (GString) body = g_string_new ("<p>");
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *other = NULL;
  g_autofree char *marked = NULL;

  /* Of a word that alone is too long, as much as there is place for. */
  for (guint i = 0; i < 100; i++)
    g_string_append (letters, "ü");
  other = g_strdup_printf ("<p>%s ä%s</p>", letters->str, letters->str);
  marked = g_strdup_printf ("heat “Heat” … [äü]%.*s …\n", 156, letters->str);

  for (guint i = 100; i < 200; i++)
    g_string_append_printf (body, "word%u ", i);
  g_string_append (body, "end.</p>");
  write_page (fixture, "C/cold", "topic", "", "Cold", body->str);
  write_page (fixture, "C/heat", "topic", "", "Heat", other);

  assert_hits (fixture, "word150",
               "cold “Cold” … word146 word147 word148 word149 [word150] word151 word152 word153 "
               "word154 word155 word156 word157 word158 word159 word160 word161 word162 word163 "
               "word164 word165 …\n");
  assert_hits (fixture, "end", "cold “Cold” … word196 word197 word198 word199 [end].\n");
  assert_hits (fixture, "about word100 cold",
               "cold “[Cold]” [About] it. [word100] word101 word102 word103 word104 word105 "
               "word106 word107 word108 word109 word110 word111 word112 word113 word114 word115 word116 "
               "word117 …\n");
  assert_hits (fixture, "äü", marked);
}

/* A whole book in the entry takes no longer than what is looked for. */
static void
test_library_search_many_words (Fixture       *fixture,
                                gconstpointer  data)
{
  g_autoptr (GString) book = g_string_new (NULL);

  write_page (fixture, "C/cold", "topic", "", "Cold", "<p>Ice.</p>");
  for (guint i = 0; i < 16; i++)
    g_string_append (book, "ice ");
  for (guint i = 0; i < 100000; i++)
    g_string_append (book, "other ");

  assert_hits (fixture, book->str, "cold “Cold” About it. [Ice].\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  add ("/library/groups", test_library_groups);
  add ("/library/reads-late", test_library_reads_late);
  add ("/library/languages", test_library_languages);
  add ("/library/faults", test_library_faults);
  add ("/library/nowhere", test_library_nowhere);
  add ("/library/search", test_library_search);
  add ("/library/search-leaves-out", test_library_search_leaves_out);
  add ("/library/search-letters", test_library_search_letters);
  add ("/library/search-excerpt", test_library_search_excerpt);
  add ("/library/search-many-words", test_library_search_many_words);
#undef add

  return g_test_run ();
}
