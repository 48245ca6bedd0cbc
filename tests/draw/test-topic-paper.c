/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-ink.h"
#include "unknot-result-topic.h"
#include "unknot-test-advice.h"
#include "unknot-topic-paper.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>

/* In points. */
#define MARGIN 56

typedef struct
{
  const char *name;
  int width;
  int height;
} Size;

static const Size sizes[] = { { "A4", 595, 842 }, { "Letter", 612, 792 } };

#define A4 (&sizes[0])

typedef struct
{
  char *folder;
  PangoContext *context;
  UnknotLibrary *library; /* nullable: of the folder */
  UnknotTopic *topic;     /* unowned: the one in it */
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  PangoFontDescription *font = pango_font_description_from_string ("Sans 11");
  g_autoptr (GError) error = NULL;
  g_autofree char *figures = NULL;

  fixture->folder = g_dir_make_tmp ("unknot-topic-paper-XXXXXX", &error);
  g_assert_no_error (error);
  figures = g_build_filename (fixture->folder, "C", "figures", NULL);
  g_assert_no_errno (g_mkdir_with_parents (figures, 0700));
  fixture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_font_description (fixture->context, font);
  pango_context_set_round_glyph_positions (fixture->context, FALSE);
  pango_font_description_free (font);
}

static void
remove_file (Fixture    *fixture,
             const char *name)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

  g_remove (path);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_clear_object (&fixture->library);
  g_clear_object (&fixture->context);
  remove_file (fixture, "sheets.pdf");
  remove_file (fixture, "C/figures/red.svg");
  remove_file (fixture, "C/page.page");
  remove_file (fixture, "C/figures");
  remove_file (fixture, "C");
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

static void
write_file (Fixture    *fixture,
            const char *name,
            const char *contents)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
}

/* @body: what stands on the page, below its title */
static void
write_page (Fixture    *fixture,
            const char *body)
{
  const char *const languages[] = { "C", NULL };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GError) error = NULL;
  g_autofree char *page = g_strconcat (
    "<page xmlns=\"http://projectmallard.org/1.0/\" type=\"topic\" id=\"page\">"
    "<info><link type=\"guide\" xref=\"index#helps\"/><desc>About it.</desc>"
    "<revision date=\"2026-11-21\" status=\"final\"/></info><title>What it is</title>",
    body, "</page>", NULL);

  write_file (fixture, "C/page.page", page);
  g_clear_object (&fixture->library);
  fixture->library = unknot_library_new (folder, languages);
  fixture->topic = unknot_library_get_topic (fixture->library, "page", &error);
  g_assert_no_error (error);
}

/* The pages that come with the program. */
static UnknotLibrary *
open_own_library (void)
{
  const char *const languages[] = { "C", NULL };
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "help", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);

  return unknot_library_new (folder, languages);
}

static UnknotTopicPaper *
lay_out (Fixture    *fixture,
         const Size *size)
{
  return unknot_topic_paper_new (fixture->topic, fixture->library, fixture->context, size->width,
                                 size->height);
}

/* --- What is written --- */

static gboolean
skip_without_pdftotext (void)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");

  if (program == NULL)
    g_test_skip ("needs pdftotext");

  return program == NULL;
}

/* Returns: words with one space between each two */
static char *
dup_words (const char *text)
{
  g_auto (GStrv) all = g_strsplit_set (text, " \n", -1);
  GString *words = g_string_new (NULL);

  for (guint i = 0; all[i] != NULL; i++)
    if (*all[i] != '\0')
      g_string_append_printf (words, "%s ", all[i]);

  return g_string_free_and_steal (words);
}

/* Returns: the words on each sheet, a line each, without those at its foot */
static GStrv
read_sheets (Fixture    *fixture,
             const Size *size)
{
  g_autoptr (UnknotTopicPaper) paper = lay_out (fixture, size);
  g_autofree char *path = g_build_filename (fixture->folder, "sheets.pdf", NULL);
  const char *const command[] = { "pdftotext", "-raw", path, "-", NULL };
  cairo_surface_t *surface = cairo_pdf_surface_create (path, size->width, size->height);
  cairo_t *cr = cairo_create (surface);
  const char *own_notice = unknot_topic_get_notice (fixture->topic);
  const char *notice = own_notice != NULL
                         ? own_notice : "Unknot is not a medical device and replaces no doctor.";
  g_autofree char *title =
    g_strdup_printf ("Unknot – %s\n", unknot_topic_get_title (fixture->topic));
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GStrv sheets;

  for (guint i = 0; i < unknot_topic_paper_get_n_pages (paper); i++)
    {
      g_assert_true (unknot_topic_paper_draw (paper, cr, i, &error));
      g_assert_no_error (error);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (surface);

  g_assert_true (g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL,
                               &text, NULL, NULL, &error));
  g_assert_no_error (error);
  sheets = g_strsplit (text, "\f", -1);
  g_assert_cmpuint (g_strv_length (sheets), ==, unknot_topic_paper_get_n_pages (paper) + 1);
  for (guint i = 0; sheets[i + 1] != NULL; i++)
    {
      char *foot = g_strrstr (sheets[i], title);
      g_autofree char *words = NULL;
      g_autofree char *number =
        g_strdup_printf ("%u of %u\n", i + 1, unknot_topic_paper_get_n_pages (paper));

      g_assert_nonnull (foot);
      words = dup_words (foot);
      g_assert_nonnull (strstr (words, notice));
      g_assert_true (g_str_has_suffix (foot, number));
      *foot = '\0';
    }

  return sheets;
}

static void
assert_words (Fixture    *fixture,
              const Size *size,
              const char *expected)
{
  g_auto (GStrv) sheets = read_sheets (fixture, size);
  g_autofree char *text = g_strjoinv ("\n", sheets);
  g_autofree char *words = dup_words (text);
  g_autofree char *expected_words = dup_words (expected);

  g_assert_cmpstr (words, ==, expected_words);
}

#define EVERYTHING \
  "<p>A <em>short</em> paragraph, with a <link xref=\"page#part\">link</link> in it.</p>" \
  "<note style=\"warning\"><title>Take care</title><p>This is a warning.</p>" \
  "<list><item><p>One sign</p></item><item><p>Another sign</p></item></list></note>" \
  "<note style=\"tip\"><p>This is a tip.</p></note>" \
  "<section id=\"part\"><title>The part</title>" \
  "<steps><title>To do</title><item><p>Lie down.</p></item><item><p>Get up.</p>" \
  "<list><item><p>Slowly</p></item></list></item></steps>" \
  "<terms><item><title>Disc</title><p>A cushion.</p></item></terms>" \
  "<figure><title>A picture</title><media type=\"image\" mime=\"image/svg+xml\" " \
  "src=\"figures/red.svg\"><p>In words.</p></media></figure>" \
  "<p>Press <keyseq><key>Ctrl</key><key>F</key></keyseq> or <gui>Search</gui>.</p>" \
  "<list style=\"sources\"><title>Where this comes from</title>" \
  "<item><p>“Back”, 2016 (article)</p></item></list></section>"

#define RED_SVG \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"150\">" \
  "<rect width=\"300\" height=\"150\" fill=\"#ff0000\"/></svg>"

static void
test_topic_paper_words (Fixture       *fixture,
                        gconstpointer  data)
{
  if (skip_without_pdftotext ())
    return;

  write_file (fixture, "C/figures/red.svg", RED_SVG);
  write_page (fixture, EVERYTHING);
  assert_words (fixture, A4,
                "What it is A short paragraph, with a link in it. Take care This is a warning. "
                "• One sign • Another sign This is a tip. The part To do 1. Lie down. 2. Get up. "
                "• Slowly Disc A cushion. A picture Press Ctrl+F or Search. Where this comes from "
                "• “Back”, 2016 (article)");
}

/* Neither what is missing nor what is broken is passed over. */
static void
test_topic_paper_no_figure (Fixture       *fixture,
                            gconstpointer  data)
{
  const char *expected = "What it is A picture In words.";
  const char *body = "<figure><title>A picture</title><media type=\"image\" "
                     "mime=\"image/svg+xml\" src=\"figures/red.svg\"><p>In words.</p></media>"
                     "</figure>";

  if (skip_without_pdftotext ())
    return;

  write_page (fixture, body);
  assert_words (fixture, A4, expected);
  write_file (fixture, "C/figures/red.svg", "<svg");
  write_page (fixture, body);
  assert_words (fixture, A4, expected);
}

static void
append_paragraphs (GString *body,
                   guint    n_paragraphs)
{
  for (guint i = 0; i < n_paragraphs; i++)
    g_string_append_printf (body, "<p>Paragraph %u</p>", i);
}

static void
test_topic_paper_long (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GString) body = g_string_new ("<p>");
  g_autoptr (GString) expected = g_string_new ("What it is ");

  if (skip_without_pdftotext ())
    return;

  for (guint i = 0; i < 9000; i++)
    {
      g_string_append_printf (body, "word%u ", i);
      g_string_append_printf (expected, "word%u ", i);
    }
  g_string_append (body, "</p>");
  for (guint i = 0; i < 300; i++)
    {
      g_string_append_printf (body, "<p>Paragraph %u</p>", i);
      g_string_append_printf (expected, "Paragraph %u ", i);
    }
  write_page (fixture, body->str);
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (UnknotTopicPaper) paper = lay_out (fixture, &sizes[i]);

      g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), >, 25);
      g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), <, 50);
      assert_words (fixture, &sizes[i], expected->str);
    }
}

/* --- What stands together --- */

/* Whatever stands before it, a title has the next line on its sheet. */
static void
test_topic_paper_titles (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_turned = 0;

  if (skip_without_pdftotext ())
    return;

  for (guint n = 24; n < 36; n++)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_auto (GStrv) sheets = NULL;

      append_paragraphs (body, n);
      g_string_append (body, "<section id=\"part\"><title>The part</title>"
                             "<list><title>The list</title><item><p>The item</p></item></list>"
                             "</section>");
      write_page (fixture, body->str);
      sheets = read_sheets (fixture, A4);
      for (guint i = 0; sheets[i + 1] != NULL; i++)
        if (strstr (sheets[i], "The part") != NULL)
          {
            g_assert_true (g_str_has_suffix (sheets[i], "The part\nThe list\n•\nThe item\n") ||
                           g_str_has_suffix (sheets[i], "The part\nThe list\n• The item\n"));
            n_turned += i > 0;
          }
    }
  g_assert_cmpuint (n_turned, >=, 2);
  g_assert_cmpuint (n_turned, <=, 10);
}

/* A short note is not torn apart. */
static void
test_topic_paper_short_note (Fixture       *fixture,
                             gconstpointer  data)
{
  guint n_turned = 0;

  if (skip_without_pdftotext ())
    return;

  for (guint n = 14; n < 30; n += 2)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_auto (GStrv) sheets = NULL;

      append_paragraphs (body, n);
      g_string_append (body, "<note style=\"warning\"><title>The note</title>");
      append_paragraphs (body, 4);
      g_string_append (body, "<p>The end</p></note>");
      write_page (fixture, body->str);
      sheets = read_sheets (fixture, A4);
      for (guint i = 0; sheets[i] != NULL; i++)
        if (strstr (sheets[i], "The note") != NULL)
          {
            g_assert_nonnull (strstr (sheets[i], "The end"));
            n_turned += i > 0;
          }
    }
  g_assert_cmpuint (n_turned, >=, 2);
  g_assert_cmpuint (n_turned, <=, 7);
}

/* A line of a paragraph is alone on no sheet. */
static void
test_topic_paper_lines (Fixture       *fixture,
                        gconstpointer  data)
{
  guint n_split = 0;

  if (skip_without_pdftotext ())
    return;

  for (guint n = 24; n < 36; n++)
    for (guint n_words = 40; n_words < 120; n_words += 40)
      {
        g_autoptr (GString) body = g_string_new (NULL);
        g_auto (GStrv) sheets = NULL;
        guint n_sheets = 0, n_single = 0;

        append_paragraphs (body, n);
        g_string_append (body, "<p>");
        for (guint i = 0; i < n_words; i++)
          g_string_append (body, "zebra ");
        g_string_append (body, "</p>");
        write_page (fixture, body->str);
        sheets = read_sheets (fixture, A4);
        for (guint i = 0; sheets[i] != NULL; i++)
          {
            g_auto (GStrv) lines = g_strsplit (sheets[i], "\n", -1);
            guint n_lines = 0;

            for (guint j = 0; lines[j] != NULL; j++)
              n_lines += g_str_has_prefix (lines[j], "zebra");
            n_sheets += n_lines > 0;
            n_single += n_lines == 1;
          }
        n_split += n_sheets > 1;
        g_assert_cmpuint (n_single, ==, 0);
      }
  g_assert_cmpuint (n_split, >=, 3);
}

/* --- Where it is drawn --- */

static cairo_surface_t *
draw (UnknotTopicPaper *paper,
      const Size       *size,
      guint             page)
{
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_RGB24, size->width, size->height);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GError) error = NULL;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  g_assert_true (unknot_topic_paper_draw (paper, cr, page, &error));
  g_assert_no_error (error);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row =
    cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) row)[x] & 0xffffff;
}

static guint
count_in_row (cairo_surface_t *surface,
              int              left,
              int              right,
              int              y)
{
  guint n_pixels = 0;

  for (int x = left; x < right; x++)
    n_pixels += get_pixel (surface, x, y) != 0xffffff;

  return n_pixels;
}

/* Nothing is in the margins, something is between them, and nothing of it reaches the foot. */
static void
assert_in_place (UnknotTopicPaper *paper,
                 const Size       *size)
{
  for (guint page = 0; page < unknot_topic_paper_get_n_pages (paper); page++)
    {
      cairo_surface_t *surface = draw (paper, size, page);
      int foot = size->height - MARGIN;
      guint n_pixels = 0;

      for (int y = 0; y < size->height; y++)
        {
          g_assert_cmpuint (count_in_row (surface, 0, MARGIN - 1, y), ==, 0);
          g_assert_cmpuint (count_in_row (surface, size->width - MARGIN + 1, size->width, y), ==,
                            0);
        }
      for (int y = 0; y < MARGIN - 1; y++)
        {
          g_assert_cmpuint (count_in_row (surface, 0, size->width, y), ==, 0);
          g_assert_cmpuint (count_in_row (surface, 0, size->width, size->height - 1 - y), ==, 0);
        }
      /* The line over the foot is the only one from margin to margin there. */
      while (count_in_row (surface, MARGIN, size->width - MARGIN, foot) <
             (guint) size->width - 2 * MARGIN - 2)
        g_assert_cmpint (--foot, >, size->height - MARGIN - 60);
      for (int y = foot - 8; y < foot - 1; y++)
        g_assert_cmpuint (count_in_row (surface, 0, size->width, y), ==, 0);
      for (int y = MARGIN; y < foot - 8; y++)
        n_pixels += count_in_row (surface, MARGIN, size->width - MARGIN, y);
      g_assert_cmpuint (n_pixels, >, 50);
      cairo_surface_destroy (surface);
    }
}

/* On every size of paper, in both directions. */
static void
assert_fits (Fixture *fixture,
             guint    min_pages,
             guint    max_pages)
{
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    for (PangoDirection direction = PANGO_DIRECTION_LTR; direction <= PANGO_DIRECTION_RTL;
         direction++)
      {
        g_autoptr (UnknotTopicPaper) paper = NULL;

        pango_context_set_base_dir (fixture->context, direction);
        paper = lay_out (fixture, &sizes[i]);
        g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), >=, min_pages);
        g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), <=, max_pages);
        assert_in_place (paper, &sizes[i]);
      }
}

static void
test_topic_paper_in_place (Fixture       *fixture,
                           gconstpointer  data)
{
  g_autoptr (GString) body = g_string_new ("<p>");
  g_autoptr (GString) lists = g_string_new ("<p>Deep down</p>");

  write_file (fixture, "C/figures/red.svg", RED_SVG);
  /* A word that is longer than a line. */
  for (guint i = 0; i < 100; i++)
    g_string_append (body, "unbreakable");
  g_string_append (body, "</p>");
  for (guint i = 0; i < 6; i++)
    {
      g_string_prepend (lists, "<list><item>");
      g_string_append (lists, "</item></list>");
    }
  g_string_append (body, lists->str);
  append_paragraphs (body, 40);
  g_string_append (body, "<note style=\"important\">");
  append_paragraphs (body, 70);
  g_string_append (body, "</note>" EVERYTHING);
  write_page (fixture, body->str);

  assert_fits (fixture, 5, 7);
}

/* Returns: whether it is of the line about a warning */
static gboolean
is_warning (guint32 pixel)
{
  int red = pixel >> 16, green = pixel >> 8 & 0xff, blue = pixel & 0xff;

  return red > green + 40 && red > blue + 40;
}

/* Where it goes on, a note has its line about it, with room on all sides. */
static void
test_topic_paper_long_note (Fixture       *fixture,
                            gconstpointer  data)
{
  g_autoptr (GString) body = g_string_new ("<note style=\"warning\">");
  g_autoptr (UnknotTopicPaper) paper = NULL;

  append_paragraphs (body, 40);
  g_string_append (body, "<p>");
  for (guint i = 0; i < 2000; i++)
    g_string_append (body, "i ij ");
  g_string_append (body, "</p></note>");
  write_page (fixture, body->str);
  paper = lay_out (fixture, A4);
  g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), >, 2);

  for (guint page = 1; page < unknot_topic_paper_get_n_pages (paper); page++)
    {
      cairo_surface_t *surface = draw (paper, A4, page);
      int top = MARGIN, bottom, middle = A4->width / 2;

      while (!is_warning (get_pixel (surface, middle, top)))
        top++;
      bottom = A4->height - 1;
      while (!is_warning (get_pixel (surface, middle, bottom)))
        bottom--;
      g_assert_cmpint (top, <, MARGIN + 4);
      g_assert_cmpint (bottom, >, top + 40);
      for (int y = top + 3; y < bottom - 2; y++)
        {
          g_assert_true (is_warning (get_pixel (surface, MARGIN + 1, y)));
          g_assert_true (is_warning (get_pixel (surface, A4->width - MARGIN - 2, y)));
          g_assert_cmpuint (count_in_row (surface, MARGIN + 3, MARGIN + 8, y), ==, 0);
          g_assert_cmpuint (
            count_in_row (surface, A4->width - MARGIN - 8, A4->width - MARGIN - 3, y), ==, 0);
          if (y < top + 7 || y > bottom - 7)
            g_assert_cmpuint (count_in_row (surface, MARGIN + 3, A4->width - MARGIN - 3, y), ==, 0);
        }
      cairo_surface_destroy (surface);
    }
}

/* In a script from right to left, all is as in a mirror: dots are at the right. */
static void
test_topic_paper_mirrored (Fixture       *fixture,
                           gconstpointer  data)
{
  guint n_right = 0;

  write_page (fixture, "<list><item><p>שלום</p></item></list>");
  for (PangoDirection direction = PANGO_DIRECTION_LTR; direction <= PANGO_DIRECTION_RTL;
       direction++)
    {
      g_autoptr (UnknotTopicPaper) paper = NULL;
      cairo_surface_t *surface;
      int top = MARGIN;

      pango_context_set_base_dir (fixture->context, direction);
      paper = lay_out (fixture, A4);
      surface = draw (paper, A4, 0);
      n_right = 0;
      while (count_in_row (surface, 0, A4->width, top) == 0)
        top++;
      while (count_in_row (surface, 0, A4->width, top) > 0)
        top++;
      for (int y = top; y < A4->height / 2; y++)
        {
          g_assert_cmpuint (count_in_row (surface, MARGIN + 14, A4->width / 2, y), ==, 0);
          n_right += count_in_row (surface, A4->width - MARGIN - 14, A4->width - MARGIN, y);
        }
      if (direction == PANGO_DIRECTION_RTL)
        g_assert_cmpuint (n_right, <, 40);
      g_assert_cmpuint (n_right, >, 4);
      cairo_surface_destroy (surface);
    }
}

static guint
count_red (cairo_surface_t *surface)
{
  guint n_pixels = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      n_pixels += get_pixel (surface, x, y) == 0xff0000;

  return n_pixels;
}

/* Whatever stands before it, a figure is whole, on one sheet. */
static void
test_topic_paper_figure (Fixture       *fixture,
                         gconstpointer  data)
{
  guint n_turned = 0;

  write_file (fixture, "C/figures/red.svg", RED_SVG);
  for (guint n = 14; n < 34; n += 2)
    {
      g_autoptr (GString) body = g_string_new (NULL);
      g_autoptr (UnknotTopicPaper) paper = NULL;
      guint n_sheets = 0;

      append_paragraphs (body, n);
      g_string_append (body, "<figure><media type=\"image\" mime=\"image/svg+xml\" "
                             "src=\"figures/red.svg\"><p>In words.</p></media></figure>");
      write_page (fixture, body->str);
      paper = lay_out (fixture, A4);
      for (guint i = 0; i < unknot_topic_paper_get_n_pages (paper); i++)
        {
          cairo_surface_t *surface = draw (paper, A4, i);
          guint n_red = count_red (surface);

          cairo_surface_destroy (surface);
          if (n_red == 0)
            continue;
          n_sheets++;
          n_turned += i > 0;
          /* 330 points wide, half as high. */
          g_assert_cmpuint (n_red, >, 329 * 163);
        }
      g_assert_cmpuint (n_sheets, ==, 1);
    }
  g_assert_cmpuint (n_turned, >, 2);
  g_assert_cmpuint (n_turned, <, 9);
}

/* --- The pages that come with the program --- */

static void
test_topic_paper_own (Fixture       *fixture,
                      gconstpointer  data)
{
  g_autoptr (UnknotLibrary) library = open_own_library ();
  GListModel *groups = unknot_library_get_groups (library);
  guint n_topics = 0;

  g_assert_cmpstrv (unknot_library_get_faults (library), ((const char *const[]) { NULL }));
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (UnknotTopicGroup) group = g_list_model_get_item (groups, i);
      GListModel *topics = unknot_topic_group_get_topics (group);

      for (guint j = 0; j < g_list_model_get_n_items (topics); j++)
        {
          g_autoptr (UnknotTopic) topic = g_list_model_get_item (topics, j);

          n_topics++;
          g_test_message ("%s", unknot_topic_get_id (topic));
          for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
            {
              g_autoptr (UnknotTopicPaper) paper = unknot_topic_paper_new (
                topic, library, fixture->context, sizes[k].width, sizes[k].height);

              g_assert_cmpuint (unknot_topic_paper_get_n_pages (paper), <=, 12);
              assert_in_place (paper, &sizes[k]);
            }
        }
    }
  g_assert_cmpuint (n_topics, >=, 14);
}

/* --- The result of a check-up --- */

/* Whatever can be yes is, and new where it can be. */
static void
answer_worst (UnknotProtocol *protocol,
              UnknotAnswers  *answers)
{
  UnknotQuestionnaire *questionnaire = unknot_protocol_get_questionnaire (protocol);

  for (guint i = 0; i < unknot_questionnaire_get_n_questions (questionnaire); i++)
    {
      UnknotQuestion *question = unknot_questionnaire_get_question (questionnaire, i);

      if (unknot_question_get_kind (question) == UNKNOT_QUESTION_SIGN)
        unknot_test_give (protocol, answers, unknot_question_get_id (question), "new");
      else if (unknot_question_get_kind (question) == UNKNOT_QUESTION_FLAG)
        unknot_test_give (protocol, answers, unknot_question_get_id (question), "yes");
    }
}

static UnknotTopic *
make_result (UnknotProtocol *protocol,
             gboolean        worst)
{
  g_autoptr (UnknotAnswers) answers = unknot_test_new_calm_answers (protocol);
  g_autoptr (UnknotAssessment) assessment = NULL;
  g_autoptr (UnknotAdvice) advice = NULL;

  if (worst)
    answer_worst (protocol, answers);
  assessment = unknot_test_assess (protocol, answers);
  advice = unknot_test_advise (protocol, answers, "GB");

  return unknot_result_topic_new (assessment, advice, FALSE);
}

static void
test_topic_paper_result (Fixture       *fixture,
                         gconstpointer  data)
{
  gboolean worst = GPOINTER_TO_INT (data);
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotTopic) result = make_result (protocol, worst);

  fixture->topic = result;
  assert_fits (fixture, 2, 6);
}

/* The crew need not turn the sheet for what they ask for. */
static void
test_topic_paper_result_first (Fixture       *fixture,
                               gconstpointer  data)
{
  g_autoptr (UnknotProtocol) protocol = unknot_test_load_protocol ();
  g_autoptr (UnknotTopic) result = make_result (protocol, TRUE);

  if (skip_without_pdftotext ())
    return;

  fixture->topic = result;
  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      static const char *const texts[] = { "Call 0118 now\n", "\nAnswered on ",
                                           "\nAbout the Patient\n", "\nNew or worse\n",
                                           "\nYes\n", "\nNo\n" };
      g_auto (GStrv) sheets = read_sheets (fixture, &sizes[i]);

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        g_assert_nonnull (strstr (sheets[0], texts[j]));
    }
}

static void
add (const char *name,
     void (*test) (Fixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/topic-paper/", name, NULL);

  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("words", test_topic_paper_words);
  add ("no-figure", test_topic_paper_no_figure);
  add ("long", test_topic_paper_long);
  add ("titles", test_topic_paper_titles);
  add ("short-note", test_topic_paper_short_note);
  add ("lines", test_topic_paper_lines);
  add ("in-place", test_topic_paper_in_place);
  add ("long-note", test_topic_paper_long_note);
  add ("mirrored", test_topic_paper_mirrored);
  add ("figure", test_topic_paper_figure);
  add ("own", test_topic_paper_own);
  add ("result-first", test_topic_paper_result_first);
  g_test_add ("/topic-paper/result", Fixture, GINT_TO_POINTER (FALSE), set_up,
              test_topic_paper_result, tear_down);
  g_test_add ("/topic-paper/result-of-worst", Fixture, GINT_TO_POINTER (TRUE), set_up,
              test_topic_paper_result, tear_down);

  return g_test_run ();
}
