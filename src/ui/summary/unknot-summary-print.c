/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-summary-print"

#include "config.h"

#include "unknot-summary-print.h"

#include "unknot-print.h"

#include <glib/gi18n.h>

/* What an operation prints. */
typedef struct
{
  UnknotSummaryPaper *paper;
  double width; /* in points */
  double height;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_object_unref (job->paper);
  g_free (job);
}

static guint
lay_out (gpointer         data,
         GtkPrintContext *context)
{
  Job *job = data;

  return unknot_summary_paper_get_n_pages (job->paper);
}

/* The pages are those that were seen: where another paper was chosen for the printer, as large as
 * fits on it, in the middle. */
static gboolean
draw (gpointer          data,
      GtkPrintContext  *context,
      guint             page,
      GError          **error)
{
  Job *job = data;
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width = gtk_print_context_get_width (context);
  double height = gtk_print_context_get_height (context);
  double scale = MIN (width / job->width, height / job->height);

  /* A sheet is the same to a hundredth of a point. */
  if (ABS (scale - 1) > 0.001)
    {
      cairo_translate (cr, (width - scale * job->width) / 2, (height - scale * job->height) / 2);
      cairo_scale (cr, scale, scale);
    }
  unknot_summary_paper_draw (job->paper, cr, page);

  return TRUE;
}

static char *
dup_failure (const GError *error)
{
  return g_strdup_printf (_("The summary could not be printed: %s. Look whether the printer is on, "
                            "and try again, or save it as a PDF."), error->message);
}

static const UnknotPrintWork work = { lay_out, draw, dup_failure };

/**
 * unknot_summary_print_new_operation:
 * @paper: what to print; not drawn elsewhere in another thread meanwhile
 * @size: the sheets that it is laid out on
 * @file_name: what a file is called that it is printed to, without an ending
 *
 * Returns: (transfer full): an operation that prints the summary when it is run with
 *   unknot_print_run_async()
 */
GtkPrintOperation *
unknot_summary_print_new_operation (UnknotSummaryPaper *paper,
                                    GtkPaperSize       *size,
                                    const char         *file_name)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  Job *job = g_new0 (Job, 1);
  GtkPrintOperation *operation;

  job->paper = g_object_ref (paper);
  job->width = gtk_paper_size_get_width (size, GTK_UNIT_POINTS);
  job->height = gtk_paper_size_get_height (size, GTK_UNIT_POINTS);
  operation =
    unknot_print_new_operation (unknot_summary_get_title (), file_name, &work, job, job_free);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (operation, setup);

  return operation;
}
