/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-pdf"

#include "config.h"

#include "unknot-summary-pdf.h"

#include <stdio.h>

/* Cairo writes tags, and has no way to say what language a document is in or what its figures show.
 * PDF has one: what is added to the end of a file takes the place of objects before it. */

#define CATALOG "<< /Type /Catalog\n"
#define FIGURE "<< /Type /StructElem\n   /S /Figure\n"
#define TRAILER "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n"
#define END "endobj\n"

typedef struct
{
  GByteArray *pdf;
  gsize length;   /* of what cairo wrote */
  GString *added; /* what comes after it */
  GString *table; /* where the objects are */
} Update;

static void
clear_update (Update *update)
{
  g_string_free (update->added, TRUE);
  g_string_free (update->table, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Update, clear_update)

static const char *
find (const Update *update,
      const char   *from,
      const char   *words)
{
  const char *end = (const char *) update->pdf->data + update->length;

  return memmem (from, end - from, words, strlen (words));
}

static const char *
find_last (const Update *update,
           const char   *words)
{
  const char *found = NULL;

  for (const char *next = (const char *) update->pdf->data;
       (next = find (update, next, words)) != NULL; next++)
    found = next;

  return found;
}

/* Whose dictionary begins there: the words before it are its number. */
static gboolean
read_number (const Update *update,
             const char   *dictionary,
             guint        *number)
{
  static const char words[] = " 0 obj\n";
  const char *start = (const char *) update->pdf->data;
  const char *digits = dictionary - strlen (words);

  if (digits <= start || strncmp (digits, words, strlen (words)) != 0)
    return FALSE;
  while (digits > start && g_ascii_isdigit (digits[-1]))
    digits--;

  return sscanf (digits, "%u", number) == 1;
}

/* The object as it is, with an entry after its @first_lines. */
static gboolean
add_entry (Update     *update,
           const char *dictionary,
           const char *first_lines,
           const char *entry)
{
  const char *rest = dictionary + strlen (first_lines);
  const char *end = find (update, rest, END);
  guint number;

  if (end == NULL || !read_number (update, dictionary, &number))
    return FALSE;

  g_string_append_printf (update->table, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", number,
                          update->length + update->added->len);
  g_string_append_printf (update->added, "%u 0 obj\n%s   %s\n", number, first_lines, entry);
  g_string_append_len (update->added, rest, end + strlen (END) - rest);

  return TRUE;
}

static gboolean
describe_figure (Update     *update,
                 const char *dictionary,
                 const char *words)
{
  glong n_units;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (words, -1, NULL, &n_units, NULL);
  g_autoptr (GString) entry = g_string_new ("/Alt <FEFF");

  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (entry, "%04X", units[i]);
  g_string_append_c (entry, '>');

  return add_entry (update, dictionary, FIGURE, entry->str);
}

static gboolean
describe_figures (Update            *update,
                  const char *const *figures)
{
  const char *next = (const char *) update->pdf->data;

  for (guint i = 0; figures[i] != NULL; i++)
    {
      next = find (update, next, FIGURE);
      if (next == NULL || !describe_figure (update, next, figures[i]))
        return FALSE;
      next++;
    }

  return TRUE;
}

/* A window shows the title in place of the name of the file. */
static gboolean
describe_document (Update     *update,
                   const char *language)
{
  const char *catalog = find_last (update, CATALOG);
  g_autofree char *entry =
    g_strdup_printf ("/Lang (%s)\n   /ViewerPreferences << /DisplayDocTitle true >>", language);

  return catalog != NULL && add_entry (update, catalog, CATALOG, entry);
}

static gboolean
add_trailer (Update *update)
{
  const char *trailer = find_last (update, "trailer\n");
  const char *start = find_last (update, "startxref\n");
  gsize table = update->length + update->added->len;
  guint size, root, info, previous;

  if (trailer == NULL || sscanf (trailer, TRAILER, &size, &root, &info) != 3 || start == NULL ||
      sscanf (start, "startxref %u", &previous) != 1)
    return FALSE;

  g_string_append_printf (update->added, "xref\n%s" TRAILER "   /Prev %u\n>>\nstartxref\n%"
                          G_GSIZE_FORMAT "\n%%%%EOF\n", update->table->str, size, root, info,
                          previous, table);

  return TRUE;
}

/**
 * unknot_summary_pdf_describe:
 * @pdf: a tagged document as cairo writes it in version 1.4 of PDF
 * @language: the code of the language that it is in, such as `de` or `pt-BR`
 * @figures: (array zero-terminated=1): what its figures show, in their order
 *
 * Adds to a document what somebody is told who cannot see it.
 *
 * Returns: whether it was added; where the document is not as expected, it stays as it is
 */
gboolean
unknot_summary_pdf_describe (GByteArray        *pdf,
                             const char        *language,
                             const char *const *figures)
{
  g_auto (Update) update = { pdf, pdf->len, g_string_new (NULL), g_string_new (NULL) };

  /* For what reads it as text. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  if (describe_figures (&update, figures) && describe_document (&update, language) &&
      add_trailer (&update))
    {
      g_byte_array_set_size (pdf, update.length);
      g_byte_array_append (pdf, (const guint8 *) update.added->str, update.added->len);
      return TRUE;
    }
  g_byte_array_set_size (pdf, update.length);

  return FALSE;
}
