/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-line"

#include "config.h"

#include "unknot-command-line.h"

#include "unknot-answers-json.h"
#include "unknot-clock.h"
#include "unknot-faults.h"
#include "unknot-protocol.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define EXIT_USAGE 2

/* Far more than any check-up takes: what is larger is another file, or never ends. */
#define MAX_INPUT_SIZE (4 * 1024 * 1024)

/* One sentence a line; on standard error, and as UTF-8 whatever the locale is. */
static void
print_error (const char *message)
{
  fprintf (stderr, "%s\n", message);
}

static int
refuse_usage (const char *what)
{
  g_autofree char *message = g_strdup_printf (_("%s; see --help."), what);

  print_error (message);

  return EXIT_USAGE;
}

/* A file's name may hold anything: as a fault it stays one line, and is UTF-8. */
static void
set_read_error (GError     **error,
                const char  *name)
{
  int code = errno;
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();

  unknot_faults_add (faults, _("“%s” could not be read: %s."), name, g_strerror (code));
  unknot_faults_report (faults, G_FILE_ERROR, g_file_error_from_errno (code), error);
}

static GBytes *
read_stream (FILE        *stream,
             const char  *name,
             GError     **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 block[16 * 1024];
  gsize length;

  while ((length = fread (block, 1, sizeof block, stream)) > 0)
    {
      g_byte_array_append (content, block, length);
      if (content->len > MAX_INPUT_SIZE)
        {
          g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                       _("“%s” is too large to be answers."), name);
          return NULL;
        }
    }
  if (ferror (stream))
    {
      set_read_error (error, name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* “-” is standard input. */
static GBytes *
read_input (const char  *name,
            GError     **error)
{
  FILE *stream;
  GBytes *content;

  if (g_str_equal (name, "-"))
    return read_stream (stdin, _("Standard input"), error);

  stream = g_fopen (name, "rbe");
  if (stream == NULL)
    {
      set_read_error (error, name);
      return NULL;
    }
  content = read_stream (stream, name, error);
  fclose (stream);

  return content;
}

/* Not g_print(), which turns what the locale cannot show into question marks. */
static gboolean
write_output (const char  *text,
              GError     **error)
{
  int code;

  if (fprintf (stdout, "%s\n", text) >= 0 && fflush (stdout) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _("Standard output could not be written: %s."), g_strerror (code));

  return FALSE;
}

static gboolean
assess (const char  *name,
        GError     **error)
{
  g_autoptr (UnknotClock) clock = unknot_clock_new ();
  g_autoptr (GDateTime) now = unknot_clock_get_now (clock);
  g_autoptr (UnknotProtocol) protocol = NULL;
  g_autoptr (GBytes) input = NULL;
  g_autoptr (UnknotAnswers) answers = NULL;
  g_autoptr (UnknotAssessment) assessment = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;

  protocol = unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", error);
  if (protocol == NULL)
    return FALSE;
  input = read_input (name, error);
  if (input == NULL)
    return FALSE;
  answers = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), input,
                                          error);
  if (answers == NULL)
    return FALSE;

  assessment = unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, now);
  node = unknot_assessment_to_json (assessment);
  json = json_to_string (node, FALSE);

  return write_output (json, error);
}

static gboolean
print_version (GError **error)
{
  return write_output ("unknot " VERSION, error);
}

/* Where the rest of the arguments were understood, but do not go together: what is wrong. */
static const char *
find_misuse (GStrv    assess_names,
             GStrv    diaries,
             gboolean demo,
             gboolean version,
             gboolean service)
{
  if ((assess_names != NULL) + version + service > 1 ||
      (assess_names != NULL && assess_names[1] != NULL) ||
      ((diaries != NULL || demo) && (version || service)))
    return _("One thing at a time");
  if (diaries != NULL && (diaries[1] != NULL || demo))
    return _("One diary at a time");
  if (diaries != NULL && (g_str_equal (diaries[0], "-") || g_str_equal (diaries[0], "")))
    return _("A diary is a file, and cannot be standard input");

  return NULL;
}

/**
 * unknot_command_line_run:
 * @arguments: (array zero-terminated=1): the program's name and its arguments
 * @options: (out): set where the window is asked for
 *
 * Does what the arguments say, without a display and without a bus.
 *
 * Returns: the exit status: 0; 1 for a failure, told on standard error with nothing on standard
 *   output; or 2 for wrong usage. %UNKNOT_COMMAND_LINE_WINDOW where the window is asked for, now or
 *   by the bus later
 */
int
unknot_command_line_run (char                     **arguments,
                         UnknotCommandLineOptions  *options)
{
  g_auto (GStrv) assess_names = NULL;
  g_auto (GStrv) diaries = NULL;
  gboolean demo = FALSE;
  gboolean service = FALSE;
  gboolean version = FALSE;
  const GOptionEntry entries[] = {
    { "assess", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &assess_names,
      N_("Print the assessment of the answers in FILE (“-” is standard input)"), N_("FILE") },
    { "diary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &diaries,
      N_("Use the diary in FILE instead of your own"), N_("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &demo,
      N_("Use a made-up diary of a year, which is gone afterwards"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &version, N_("Print the version"), NULL },
    /* D-Bus starts it so: GApplication's own, which it parses again. */
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &service, NULL, NULL },
    { NULL }
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_auto (GStrv) remaining = g_strdupv (arguments);
  g_autoptr (GError) error = NULL;
  const char *misuse;

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &remaining, &error))
    return refuse_usage (error->message);
  if (remaining[0] != NULL && remaining[1] != NULL)
    return refuse_usage (_("What is not an option is not expected here"));
  misuse = find_misuse (assess_names, diaries, demo, version, service);
  if (misuse != NULL)
    return refuse_usage (misuse);

  if (!version && assess_names == NULL)
    {
      options->diary = diaries != NULL ? g_canonicalize_filename (diaries[0], NULL) : NULL;
      options->demo = demo;
      return UNKNOT_COMMAND_LINE_WINDOW;
    }
  if (version ? !print_version (&error) : !assess (assess_names[0], &error))
    {
      print_error (error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
