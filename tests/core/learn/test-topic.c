/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-topic.h"

#include <string.h>

#define HEAD \
  "<page xmlns=\"http://projectmallard.org/1.0/\" xmlns:u=\"urn:x-unknot:evidence\" " \
  "type=\"topic\" id=\"heat\">"
#define INFO "<info><desc>About heat.</desc></info>"
#define TITLE "<title>Heat</title>"

static UnknotTopic *
load (const char  *page,
      GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (page, strlen (page));

  return unknot_topic_new_from_page ("C/heat.page", bytes, error);
}

/* A page with something in its body. */
static UnknotTopic *
load_body (const char  *body,
           GError     **error)
{
  g_autofree char *page = g_strconcat (HEAD INFO TITLE, body, "</page>", NULL);

  return load (page, error);
}

static void
append_text (GString         *outline,
             UnknotTopicText *text)
{
  static const char *const kinds[] = {
    [UNKNOT_TOPIC_RANGE_EMPHASIS] = "em",
    [UNKNOT_TOPIC_RANGE_LINK] = "link",
    [UNKNOT_TOPIC_RANGE_KEY] = "key",
    [UNKNOT_TOPIC_RANGE_GUI] = "gui",
  };
  const char *words = unknot_topic_text_get_text (text);

  g_string_append_printf (outline, "“%s”", words);
  for (guint i = 0; i < unknot_topic_text_get_n_ranges (text); i++)
    {
      const UnknotTopicRange *range = unknot_topic_text_get_range (text, i);

      g_string_append_printf (outline, " %s=%.*s", kinds[range->kind],
                              (int) (range->end - range->start), words + range->start);
      if (range->target != NULL)
        g_string_append_printf (outline, "→%s", range->target);
    }
}

/* All that a block says, in one line. */
static void
append_block (GString          *outline,
              UnknotTopicBlock *block)
{
  static const char *const kinds[] = {
    [UNKNOT_TOPIC_BLOCK_SECTION] = "section", [UNKNOT_TOPIC_BLOCK_PARAGRAPH] = "p",
    [UNKNOT_TOPIC_BLOCK_LIST] = "list",       [UNKNOT_TOPIC_BLOCK_STEPS] = "steps",
    [UNKNOT_TOPIC_BLOCK_TERMS] = "terms",     [UNKNOT_TOPIC_BLOCK_ITEM] = "item",
    [UNKNOT_TOPIC_BLOCK_NOTE] = "note",       [UNKNOT_TOPIC_BLOCK_FIGURE] = "figure",
    [UNKNOT_TOPIC_BLOCK_SOURCES] = "sources",
  };

  g_string_append (outline, kinds[unknot_topic_block_get_kind (block)]);
  if (unknot_topic_block_get_id (block) != NULL)
    g_string_append_printf (outline, "#%s", unknot_topic_block_get_id (block));
  if (unknot_topic_block_get_note_style (block) != UNKNOT_TOPIC_NOTE_PLAIN)
    g_string_append_printf (outline, "/%d", unknot_topic_block_get_note_style (block));
  if (unknot_topic_block_get_figure (block) != NULL)
    g_string_append_printf (outline, "<%s>", unknot_topic_block_get_figure (block));
  if (unknot_topic_block_get_title (block) != NULL)
    append_text (outline, unknot_topic_block_get_title (block));
  if (unknot_topic_block_get_text (block) != NULL)
    {
      g_string_append_c (outline, ':');
      append_text (outline, unknot_topic_block_get_text (block));
    }

  if (unknot_topic_block_get_n_children (block) == 0)
    return;
  g_string_append (outline, " {");
  for (guint i = 0; i < unknot_topic_block_get_n_children (block); i++)
    {
      g_string_append_c (outline, ' ');
      append_block (outline, unknot_topic_block_get_child (block, i));
    }
  g_string_append (outline, " }");
}

static void
assert_body (const char *body,
             const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotTopic) topic = load_body (body, &error);
  g_autoptr (GString) outline = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < unknot_topic_get_n_blocks (topic); i++)
    {
      if (i > 0)
        g_string_append_c (outline, ' ');
      append_block (outline, unknot_topic_get_block (topic, i));
    }

  g_assert_cmpstr (outline->str, ==, expected);
}

static void
test_topic_page (void)
{
  g_autoptr (GError) error = NULL;
  UnknotTopic *topic =
    load ("<?xml version=\"1.0\"?>\n<!-- heat -->\n" HEAD
          "<info><link type=\"guide\" xref=\"index#helps\" group=\"#first\"/>"
          "<link type=\"seealso\" xref=\"cold\"/><link type=\"guide\" xref=\"index#away\"/>"
          "<link type=\"guide\" xref=\"help\" group=\"#last\"/>"
          "<link type=\"seealso\" xref=\"moving\"/>"
          "<desc> About\n  <em>heat</em>. </desc><revision date=\"2026-11-21\" status=\"final\"/>"
          "</info><title>Heat &amp; cold</title>"
          "<p>See <link xref=\"moving\">a</link>, <link xref=\"#s\">b</link>, "
          "<link xref=\"rest#s\" action=\"unknot:log\">c</link>.</p><section id=\"s\"><title>S</title>"
          "<p><link xref=\"moving\">d</link></p></section></page>\n",
          &error);
  g_autofree char *links = NULL;
  g_autofree char *groups = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (unknot_topic_get_id (topic), ==, "heat");
  g_assert_cmpstr (unknot_topic_get_title (topic), ==, "Heat & cold");
  g_assert_cmpstr (unknot_topic_get_summary (topic), ==, "About heat.");
  g_assert_false (unknot_topic_is_guide (topic));
  links = g_strjoinv (" ", (GStrv) unknot_topic_get_links (topic));
  g_assert_cmpstr (links, ==, "moving heat#s unknot:log cold");
  groups = g_strjoinv (" ", (GStrv) unknot_topic_get_groups (topic));
  g_assert_cmpstr (groups, ==, "index#helps index#away help");
  g_assert_cmpint (unknot_topic_get_rank (topic, "index#helps"), <, 0);
  g_assert_cmpint (unknot_topic_get_rank (topic, "index#away"), ==, 0);
  g_assert_cmpint (unknot_topic_get_rank (topic, "help"), >, 0);
  g_assert_true (unknot_topic_find_section (topic, "s") == unknot_topic_get_block (topic, 1));
  g_assert_null (unknot_topic_find_section (topic, "t"));
  g_assert_finalize_object (topic);
}

static void
test_topic_bare (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotTopic) topic =
    load ("<page xmlns=\"http://projectmallard.org/1.0/\" type=\"guide\" id=\"heat\" "
          "xml:lang=\"de\">" INFO TITLE "</page>", &error);

  g_assert_no_error (error);
  g_assert_true (unknot_topic_is_guide (topic));
  g_assert_cmpuint (unknot_topic_get_n_blocks (topic), ==, 0);
  g_assert_null (unknot_topic_get_links (topic)[0]);
  g_assert_null (unknot_topic_get_groups (topic)[0]);
}

/* As itstool names them in a page that it translates. */
static void
test_topic_translators (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (UnknotTopic) topic =
    load (HEAD "<info><desc>Wärme.</desc><mal:credit xmlns:mal=\"http://projectmallard.org/1.0/\" "
          "type=\"translator copyright\"><mal:name>The translators</mal:name>"
          "<mal:email>translators@example.org</mal:email><mal:years>2026</mal:years></mal:credit>"
          "</info><title>Wärme</title></page>", &error);

  g_assert_no_error (error);
  g_assert_cmpstr (unknot_topic_get_summary (topic), ==, "Wärme.");
}

static void
test_topic_blocks (void)
{
  static const struct
  {
    const char *body;
    const char *outline;
  } cases[] = {
    { "", "" },
    { "<p u:facts=\"S0-01 G-NHS\">A</p><p>B</p>", "p:“A” p:“B”" },
    { "<list><title>T</title><item><p>A</p></item><item><p>B</p><p>C</p></item></list>",
      "list“T” { item { p:“A” } item { p:“B” p:“C” } }" },
    { "<list><item><p>A</p><steps><item><p>B</p></item></steps></item></list>",
      "list { item { p:“A” steps { item { p:“B” } } } }" },
    { "<terms><item><title>T</title><p>A</p></item></terms>", "terms { item“T” { p:“A” } }" },
    { "<list style=\"sources\"><title>T</title><item><p>A</p></item></list>",
      "sources“T” { item { p:“A” } }" },
    { "<note><p>A</p></note>", "note { p:“A” }" },
    { "<note style=\"tip\"><p>A</p></note><note style=\"important\"><p>B</p></note>"
      "<note style=\"warning\"><title>T</title><list><item><p>C</p></item></list></note>",
      "note/1 { p:“A” } note/2 { p:“B” } note/3“T” { list { item { p:“C” } } }" },
    { "<figure><title>T</title><media type=\"image\" mime=\"image/svg+xml\" "
      "src=\"figures/back-1.svg\"><p>A <em>back</em>.</p></media></figure>",
      "figure<figures/back-1.svg>“T”:“A back.” em=back" },
    { "<p>A</p><section id=\"s\"><title>S</title></section>"
      "<section id=\"t-2\"><title>T</title><p>B</p></section>",
      "p:“A” section#s“S” section#t-2“T” { p:“B” }" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_body (cases[i].body, cases[i].outline);
}

static void
test_topic_texts (void)
{
  static const struct
  {
    const char *text;
    const char *outline;
  } cases[] = {
    { "\n  A\tb\r\n   c  ", "“A b c”" },
    { "A<!-- no -->b &lt; c&#x2019;d <![CDATA[<e>]]>", "“Ab < c’d <e>”" },
    { "A\302\240b", "“A\302\240b”" },
    { "<em>A</em>", "“A” em=A" },
    { "A <em> b </em> c", "“A b c” em=b" },
    { "A<em>\n b</em>, <em>c </em>d", "“A b, c d” em=b em=c" },
    { "A <link xref=\"rest\">b <key>c</key></link>.", "“A b c.” link=b c→rest key=c" },
    { "<em><link xref=\"rest#s\">b</link></em>", "“b” em=b link=b→rest#s" },
    { "<link xref=\"#s\">b</link>", "“b” link=b→heat#s" },
    { "<link action=\"unknot:check-up\" xref=\"rest\">b</link>", "“b” link=b→unknot:check-up" },
    { "Press <keyseq> <key>Ctrl</key>\n <key>Q</key> </keyseq>, <gui>Å ß</gui>.",
      "“Press Ctrl+Q, Å ß.” key=Ctrl key=Q gui=Å ß" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strdup_printf ("<p>%s</p>", cases[i].text);
      g_autofree char *outline = g_strconcat ("p:", cases[i].outline, NULL);

      assert_body (body, outline);
    }
}

static void
test_topic_faults_of_body (void)
{
  static const struct
  {
    const char *body;
    const char *fault;
  } cases[] = {
    { "<table/>", "“table” is not known here." },
    { "<title>B</title>", "There is one “title” too many." },
    { "<p/>", "There are no words in “p”." },
    { "<p>\n</p>", "There are no words in “p”." },
    { "A", "There are words where none can be." },
    { "<list>A</list>", "There are words where none can be." },
    { "<p>\001</p>", "There is a control character." },
    { "<p>A<p>B</p></p>", "“p” is not known here." },
    { "<p><code>A</code></p>", "“code” is not known here." },
    { "<p class=\"a\">A</p>", "“p” has “class”, which is not known." },
    { "<p><em/></p>", "There are no words in “em”." },
    { "<p><link xref=\"rest\"> </link>A</p>", "There are no words in “link”." },
    { "<p><link>A</link></p>", "“link” does not say its “xref”." },
    { "<p><link href=\"https://example.org\" xref=\"rest\">A</link></p>",
      "“link” has “href”, which is not known." },
    { "<p><link xref=\"../rest\">A</link></p>",
      "A link leads to “../rest”, which cannot be the name of a page." },
    { "<p><link xref=\"rest#\">A</link></p>",
      "A link leads to “rest#”, which cannot be the name of a page." },
    { "<p><link xref=\"rest#a#b\">A</link></p>",
      "A link leads to “rest#a#b”, which cannot be the name of a page." },
    { "<p><link action=\"log\" xref=\"rest\">A</link></p>",
      "The “action” of “link” is “log”, which is not known." },
    { "<p><link action=\"unknot:\" xref=\"rest\">A</link></p>",
      "The “action” of “link” is “unknot:”, which is not known." },
    { "<p><link xref=\"a\"><em>A <link xref=\"b\">B</link></em></link></p>",
      "“em” is not known here." },
    { "<p><keyseq><key>A</key>-<key>B</key></keyseq></p>", "There are words where none can be." },
    { "<list/>", "There is no “item” in “list”." },
    { "<list><item/></list>", "There is no “p” in “item”." },
    { "<list><item><title>T</title><p>A</p></item></list>", "“title” is not known here." },
    { "<list style=\"numbers\"><item><p>A</p></item></list>",
      "The “style” of “list” is “numbers”, which is not known." },
    { "<list style=\"sources\"><item><p>A</p></item></list>", "There is no “title” in “list”." },
    { "<terms><item><p>A</p></item></terms>", "There is no “title” in “item”." },
    { "<note><title>T</title></note>", "There is no “p” in “note”." },
    { "<note style=\"bug\"><p>A</p></note>",
      "The “style” of “note” is “bug”, which is not known." },
    { "<note><note><p>A</p></note></note>", "“note” is not known here." },
    { "<figure/>", "There is no “media” in “figure”." },
    { "<figure><media type=\"image\" src=\"figures/a.svg\"/></figure>",
      "There is no “p” in “figure”." },
    { "<figure><media type=\"image\"><p>A</p></media></figure>",
      "“media” does not say its “src”." },
    { "<figure><media src=\"figures/a.svg\"><p>A</p></media></figure>",
      "The “type” of “media” is “”, which is not known." },
    { "<figure><media type=\"video\" src=\"figures/a.svg\"><p>A</p></media></figure>",
      "The “type” of “media” is “video”, which is not known." },
    { "<figure><media type=\"image\" src=\"figures/../a.svg\"><p>A</p></media></figure>",
      "The “src” of “media” is “figures/../a.svg”, which is not known." },
    { "<figure><media type=\"image\" src=\"a.svg\"><p>A</p></media></figure>",
      "The “src” of “media” is “a.svg”, which is not known." },
    { "<figure><media type=\"image\" src=\"figures/.svg\"><p>A</p></media></figure>",
      "The “src” of “media” is “figures/.svg”, which is not known." },
    { "<figure><media type=\"image\" src=\"figures/a.png\"><p>A</p></media></figure>",
      "The “src” of “media” is “figures/a.png”, which is not known." },
    { "<figure><media type=\"image\" src=\"figures/a.svg\"><p>A</p><p>B</p></media></figure>",
      "There is one “p” too many." },
    { "<figure><media type=\"image\" src=\"figures/a.svg\"><p>A</p></media>"
      "<media type=\"image\" src=\"figures/b.svg\"><p>A</p></media></figure>",
      "There are two pictures in one figure." },
    { "<section><title>S</title></section>", "“section” does not say its “id”." },
    { "<section id=\"S\"><title>S</title></section>",
      "The “id” of “section” is “S”, which is not known." },
    { "<section id=\"s\"><p>A</p></section>", "There is no “title” in “section”." },
    { "<section id=\"s\"><title>S</title><section id=\"t\"><title>T</title></section></section>",
      "“section” is not known here." },
    { "<section id=\"s\"><title>S</title></section><section id=\"s\"><title>T</title></section>",
      "The section “s” stands twice." },
    { "<section id=\"s\"><title>S</title></section><p>A</p>", "“p” stands behind a section." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat ("\n\n", cases[i].body, NULL);
      g_autofree char *start = g_strdup_printf ("C/heat.page, line %d: ",
                                                strstr (cases[i].body, ">\n<") != NULL ? 4 : 3);
      g_autofree char *message = g_strconcat (start, cases[i].fault, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", cases[i].body);
      g_assert_null (load_body (body, &error));
      g_assert_error (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_topic_faults_of_page (void)
{
  static const struct
  {
    const char *page;
    const char *fault;
  } cases[] = {
    { "", "C/heat.page: The file is empty." },
    { "\377", "C/heat.page: The file is not UTF-8 text." },
    { "<html/>", "C/heat.page, line 1: “html” is not known here." },
    { "<page/>", "C/heat.page, line 1: “page” does not say its “id”." },
    { "<page id=\"heat\"/>", "C/heat.page, line 1: “page” does not say its “type”." },
    { "<page id=\"heat\" type=\"topic\"/>", "C/heat.page, line 1: This is no page of Mallard." },
    { "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"heat\" type=\"task\"/>",
      "C/heat.page, line 1: The “type” of “page” is “task”, which is not known." },
    { "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"hea\" type=\"topic\"/>",
      "C/heat.page, line 1: The page’s id is “hea”, not the name of its file." },
    { "<page xmlns=\"http://projectmallard.org/1.0/\" id=\"he&#10;at\" type=\"topic\"/>",
      "C/heat.page, line 1: The page’s id is “he\357\277\275at”, not the name of its file." },
    { HEAD INFO TITLE "</page>" HEAD, "C/heat.page, line 1: “page” is not known here." },
    { HEAD INFO "</page>", "C/heat.page, line 1: There is no “title” in “page”." },
    { HEAD TITLE "</page>", "C/heat.page, line 1: There is no “desc” in “page”." },
    { HEAD "<info><desc>A</desc><desc>B</desc></info>",
      "C/heat.page, line 1: There is one “desc” too many." },
    { HEAD "<info><desc>A</desc><license/></info>",
      "C/heat.page, line 1: “license” is not known here." },
    { HEAD "<info><link xref=\"index\"/></info>",
      "C/heat.page, line 1: “link” does not say its “type”." },
    { HEAD "<info><link type=\"guide\"/></info>",
      "C/heat.page, line 1: “link” does not say its “xref”." },
    { HEAD "<info><link type=\"next\" xref=\"cold\"/></info>",
      "C/heat.page, line 1: The “type” of “link” is “next”, which is not known." },
    { HEAD "<info><link type=\"guide\" xref=\"index\" group=\"top\"/></info>",
      "C/heat.page, line 1: The “group” of “link” is “top”, which is not known." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (cases[i].page, &error));
      g_assert_error (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
      g_assert_cmpstr (error->message, ==, cases[i].fault);
    }
}

/* What the parser of XML itself finds is told in its words. */
static void
test_topic_not_xml (void)
{
  static const char *const pages[] = {
    "heat", HEAD, HEAD INFO TITLE "<p>A</page>", HEAD INFO TITLE "<p>&nbsp;</p></page>",
    HEAD INFO TITLE "</page>A", "<page id=heat/>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load (pages[i], &error));
      g_assert_error (error, UNKNOT_TOPIC_ERROR, UNKNOT_TOPIC_ERROR_INVALID);
      g_assert_true (g_str_has_prefix (error->message, "C/heat.page: The file is not XML: "));
    }
}

static void
test_topic_too_deep (void)
{
  g_autoptr (GString) body = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000; i++)
    g_string_append (body, "<list><item>");

  g_assert_null (load_body (body->str, &error));
  g_assert_cmpstr (error->message, ==, "C/heat.page, line 1: Too much lies within each other.");
}

static void
test_topic_too_large (void)
{
  g_autofree char *words = g_strnfill (256 * 1024, 'a');
  g_autofree char *body = g_strdup_printf ("<p>%s</p>", words);
  g_autoptr (GError) error = NULL;

  g_assert_null (load_body (body, &error));
  g_assert_cmpstr (error->message, ==, "C/heat.page: The file is too large for a page.");
}

/* One that stands in no file. */
static void
test_topic_new (void)
{
  g_autoptr (UnknotTopicBlock) body = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_SECTION);
  g_autoptr (UnknotTopicBlock) block = unknot_topic_block_new (UNKNOT_TOPIC_BLOCK_PARAGRAPH);
  g_autoptr (UnknotTopic) topic = NULL;

  unknot_topic_block_add_child (body, block);
  topic = unknot_topic_new ("Result", "Of today", body);
  g_assert_cmpstr (unknot_topic_get_title (topic), ==, "Result");
  g_assert_cmpstr (unknot_topic_get_notice (topic), ==, "Of today");
  g_assert_cmpuint (unknot_topic_get_n_blocks (topic), ==, 1);
  g_assert_true (unknot_topic_get_block (topic, 0) == block);
  g_assert_null (unknot_topic_get_id (topic));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/topic/page", test_topic_page);
  g_test_add_func ("/topic/new", test_topic_new);
  g_test_add_func ("/topic/bare", test_topic_bare);
  g_test_add_func ("/topic/translators", test_topic_translators);
  g_test_add_func ("/topic/blocks", test_topic_blocks);
  g_test_add_func ("/topic/texts", test_topic_texts);
  g_test_add_func ("/topic/faults-of-body", test_topic_faults_of_body);
  g_test_add_func ("/topic/faults-of-page", test_topic_faults_of_page);
  g_test_add_func ("/topic/not-xml", test_topic_not_xml);
  g_test_add_func ("/topic/too-deep", test_topic_too_deep);
  g_test_add_func ("/topic/too-large", test_topic_too_large);

  return g_test_run ();
}
