/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-print"

#include "config.h"

#include "unknot-topic-print.h"

#include "unknot-print.h"
#include "unknot-topic-paper.h"

#include <glib/gi18n-lib.h>

/* What an operation prints. */
typedef struct
{
  UnknotTopic *topic;
  UnknotLibrary *library; /* nullable */
  UnknotTopicPaper *paper; /* nullable: made when the size of the sheets is known */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_object (&job->topic);
  g_clear_object (&job->library);
  g_clear_object (&job->paper);
  g_free (job);
}

static guint
lay_out (gpointer         data,
         GtkPrintContext *context)
{
  Job *job = data;
  PangoContext *pango = gtk_print_context_create_pango_context (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  /* Which is easier to read, glasses not on. */
  pango_context_set_font_description (pango, font);
  pango_font_description_free (font);
  /* GTK leaves that to who prints. */
  pango_context_set_base_dir (pango, gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL
                                       ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  g_clear_object (&job->paper);
  job->paper =
    unknot_topic_paper_new (job->topic, job->library, pango, gtk_print_context_get_width (context),
                            gtk_print_context_get_height (context));
  g_object_unref (pango);

  return unknot_topic_paper_get_n_pages (job->paper);
}

static gboolean
draw (gpointer          data,
      GtkPrintContext  *context,
      guint             page,
      GError          **error)
{
  Job *job = data;

  return unknot_topic_paper_draw (job->paper, gtk_print_context_get_cairo_context (context), page,
                                  error);
}

static char *
dup_failure (const GError *error)
{
  return g_strdup_printf (_("The page could not be printed: %s. Look whether the printer is on, and "
                            "try again."), error->message);
}

static const UnknotPrintWork work = { lay_out, draw, dup_failure };

/**
 * unknot_topic_print_new_operation:
 * @topic: the page to print
 * @library: (nullable): where its figures are
 * @name: what it is called among what is printed, and as a file
 *
 * Returns: (transfer full): an operation that prints the page when it is run with
 *   unknot_print_run_async()
 */
GtkPrintOperation *
unknot_topic_print_new_operation (UnknotTopic   *topic,
                                  UnknotLibrary *library,
                                  const char    *name)
{
  Job *job = g_new0 (Job, 1);

  job->topic = g_object_ref (topic);
  g_set_object (&job->library, library);

  return unknot_print_new_operation (name, name, &work, job, job_free);
}

/**
 * unknot_topic_print_async:
 * @topic: the page to print
 * @library: where its figures are
 * @parent: the window that it is asked for in
 *
 * Asks how to print a page, and prints it. To be ended with unknot_print_finish().
 */
void
unknot_topic_print_async (UnknotTopic         *topic,
                          UnknotLibrary       *library,
                          GtkWindow           *parent,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GtkPrintOperation) operation =
    unknot_topic_print_new_operation (topic, library, unknot_topic_get_title (topic));

  unknot_print_run_async (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, callback,
                          user_data);
}
