/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-command-line"

#include "config.h"

#include "unknot-command-line.h"

#include "unknot-answers-json.h"
#include "unknot-clock.h"
#include "unknot-command-exchange.h"
#include "unknot-command-summary.h"
#include "unknot-exchange.h"
#include "unknot-faults.h"
#include "unknot-protocol.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define EXIT_USAGE 2

/* Far more than any check-up takes: what is larger is another file, or never ends. */
#define MAX_ANSWERS_SIZE (4 * 1024 * 1024)

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

/* Of something that is larger than @max_size, a little more than that is read. */
static GBytes *
read_stream (FILE        *stream,
             const char  *name,
             gsize        max_size,
             GError     **error)
{
  struct stat status;
  gsize size = fstat (fileno (stream), &status) == 0 ? MIN ((gsize) status.st_size, max_size) : 0;
  g_autoptr (GByteArray) content = g_byte_array_sized_new (size);
  guint8 block[16 * 1024];
  gsize length;

  while (content->len <= max_size && (length = fread (block, 1, sizeof block, stream)) > 0)
    g_byte_array_append (content, block, length);
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
            gsize        max_size,
            GError     **error)
{
  FILE *stream;
  GBytes *content;

  if (g_str_equal (name, "-"))
    return read_stream (stdin, _("Standard input"), max_size, error);

  stream = g_fopen (name, "rbe");
  if (stream == NULL)
    {
      set_read_error (error, name);
      return NULL;
    }
  content = read_stream (stream, name, max_size, error);
  fclose (stream);

  return content;
}

/* Not g_print(), which turns what the locale cannot show into question marks. */
static gboolean
write_output (const char  *text,
              gsize        length,
              GError     **error)
{
  int code;

  if (fwrite (text, 1, length, stdout) == length && fflush (stdout) == 0)
    return TRUE;

  code = errno;
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _("Standard output could not be written: %s."), g_strerror (code));

  return FALSE;
}

static gboolean
write_bytes (GBytes  *bytes,
             GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);

  return write_output (text, length, error);
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
  g_autofree char *line = NULL;

  protocol = unknot_protocol_new_from_resource (RESOURCE_PATH "/protocol", error);
  if (protocol == NULL)
    return FALSE;
  input = read_input (name, MAX_ANSWERS_SIZE, error);
  if (input == NULL)
    return FALSE;
  if (g_bytes_get_size (input) > MAX_ANSWERS_SIZE)
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
                   _("“%s” is too large to be answers."),
                   g_str_equal (name, "-") ? _("Standard input") : name);
      return FALSE;
    }
  answers = unknot_answers_new_from_json (unknot_protocol_get_questionnaire (protocol), input,
                                          error);
  if (answers == NULL)
    return FALSE;

  assessment = unknot_rules_assess (unknot_protocol_get_rules (protocol), answers, now);
  node = unknot_assessment_to_json (assessment);
  json = json_to_string (node, FALSE);
  line = g_strconcat (json, "\n", NULL);

  return write_output (line, strlen (line), error);
}

static gboolean
export_diary (const char                      *name,
              const UnknotCommandLineOptions  *options,
              GError                         **error)
{
  g_autoptr (GBytes) output = NULL;

  return unknot_command_exchange_export (name, options->diary, options->demo, &output, error) &&
         (output == NULL || write_bytes (output, error));
}

static GBytes *
read_diary (const char  *name,
            GError     **error)
{
  g_autoptr (GBytes) input = read_input (name, UNKNOT_EXCHANGE_MAX_SIZE, error);

  return input != NULL && unknot_exchange_check_size (g_bytes_get_size (input), error)
           ? g_steal_pointer (&input) : NULL;
}

static gboolean
import_diary (const char                      *name,
              const UnknotCommandLineOptions  *options,
              GError                         **error)
{
  g_autoptr (GBytes) input = read_diary (name, error);
  g_autofree char *details_name = NULL;
  g_autoptr (GBytes) details = NULL;
  g_autoptr (GBytes) output = NULL;

  if (input == NULL)
    return FALSE;
  if (unknot_command_exchange_get_format (name) == UNKNOT_COMMAND_FORMAT_CSV)
    details_name = unknot_command_exchange_name_details (name);
  if (details_name != NULL && g_file_test (details_name, G_FILE_TEST_EXISTS) &&
      (details = read_diary (details_name, error)) == NULL)
    return FALSE;

  output =
    unknot_command_exchange_import (input, details, options->diary, options->demo, error);

  return output != NULL && write_bytes (output, error);
}

static gboolean
summarize (const char                      *name,
           const UnknotCommandSummary      *wanted,
           const UnknotCommandLineOptions  *options,
           GError                         **error)
{
  g_autoptr (GBytes) pdf = unknot_command_summary_run (wanted, options, error);

  if (pdf == NULL)
    return FALSE;

  return g_str_equal (name, "-") ? write_bytes (pdf, error)
                                 : unknot_command_exchange_write_file (name, pdf, error);
}

static gboolean
print_version (GError **error)
{
  return write_output ("unknot " VERSION "\n", strlen ("unknot " VERSION "\n"), error);
}

/* What was asked for, as it was given. */
typedef struct
{
  GStrv assess;
  GStrv export;
  GStrv import;
  GStrv summaries;
  UnknotCommandSummary summary;
  GStrv diaries;
  gboolean demo;
  gboolean service;
  gboolean version;
} Arguments;

static void
clear_arguments (Arguments *arguments)
{
  g_strfreev (arguments->assess);
  g_strfreev (arguments->export);
  g_strfreev (arguments->import);
  g_strfreev (arguments->summaries);
  g_free (arguments->summary.from);
  g_free (arguments->summary.to);
  g_free (arguments->summary.paper);
  g_strfreev (arguments->diaries);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Arguments, clear_arguments)

static gboolean
is_twice (GStrv names)
{
  return names != NULL && names[1] != NULL;
}

static const char *
find_format_misuse (const Arguments *arguments)
{
  UnknotCommandFormat format =
    arguments->export != NULL ? unknot_command_exchange_get_format (arguments->export[0])
    : arguments->import != NULL ? unknot_command_exchange_get_format (arguments->import[0])
                                : UNKNOT_COMMAND_FORMAT_JSON;

  if (format == UNKNOT_COMMAND_FORMAT_UNKNOWN && arguments->export != NULL)
    return _("The name of the file must end in “.json”, “.csv” or “.fhir.json”");
  if (format == UNKNOT_COMMAND_FORMAT_UNKNOWN)
    return _("The name of the file must end in “.json” or “.csv”");
  if (format == UNKNOT_COMMAND_FORMAT_FHIR && arguments->import != NULL)
    return _("FHIR only goes out; “.json” and “.csv” come in");

  return NULL;
}

static const char *
find_summary_misuse (const Arguments *arguments)
{
  const UnknotCommandSummary *summary = &arguments->summary;

  if (arguments->summaries == NULL &&
      (summary->from != NULL || summary->to != NULL || summary->paper != NULL || summary->entries))
    return _("Days, paper and entries are those of a summary");
  if (arguments->summaries != NULL && g_str_equal (arguments->summaries[0], ""))
    return _("A summary needs a file");
  /* Not what is another kind of file by its name: a diary, say. */
  if (arguments->summaries != NULL && !g_str_equal (arguments->summaries[0], "-") &&
      !unknot_command_exchange_has_ending (arguments->summaries[0], ".pdf"))
    return _("The name of a summary must end in “.pdf”");

  return unknot_command_summary_find_misuse (summary);
}

/* Where the rest of the arguments were understood, but do not go together: what is wrong. */
static const char *
find_misuse (const Arguments *arguments)
{
  const char *diary = arguments->diaries != NULL ? arguments->diaries[0] : NULL;
  const char *misuse = find_summary_misuse (arguments);

  if ((arguments->assess != NULL) + (arguments->export != NULL) + (arguments->import != NULL) +
        (arguments->summaries != NULL) + arguments->version + arguments->service > 1 ||
      is_twice (arguments->assess) || is_twice (arguments->export) ||
      is_twice (arguments->import) || is_twice (arguments->summaries) ||
      ((diary != NULL || arguments->demo) && (arguments->version || arguments->service)))
    return _("One thing at a time");
  if (diary != NULL && (is_twice (arguments->diaries) || arguments->demo))
    return _("One diary at a time");
  if (diary != NULL && (g_str_equal (diary, "-") || g_str_equal (diary, "")))
    return _("A diary is a file, and cannot be standard input");

  return misuse != NULL ? misuse : find_format_misuse (arguments);
}

static gboolean
run (const Arguments                 *arguments,
     const UnknotCommandLineOptions  *options,
     GError                         **error)
{
  if (arguments->version)
    return print_version (error);
  if (arguments->assess != NULL)
    return assess (arguments->assess[0], error);
  if (arguments->export != NULL)
    return export_diary (arguments->export[0], options, error);
  if (arguments->summaries != NULL)
    return summarize (arguments->summaries[0], &arguments->summary, options, error);

  return import_diary (arguments->import[0], options, error);
}

/**
 * unknot_command_line_run:
 * @arguments: (array zero-terminated=1): the program's name and its arguments
 * @options: (out): set where the arguments were understood
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
  g_auto (Arguments) given = { NULL };
  const GOptionEntry entries[] = {
    { "assess", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.assess,
      N_("Print the assessment of the answers in FILE (“-” is standard input)"), N_("FILE") },
    { "export", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.export,
      N_("Write the diary to FILE.json, FILE.csv or FILE.fhir.json (“-” is standard output)"),
      N_("FILE") },
    { "import", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.import,
      N_("Bring what is in FILE into the diary, and print how many entries were added, changed and "
         "left (“-” is standard input)"), N_("FILE") },
    { "summary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.summaries,
      N_("Write the summary for the doctor to FILE, a PDF (“-” is standard output)"), N_("FILE") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &given.summary.from,
      N_("The first day of the summary, such as 2026-11-21"), N_("DAY") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &given.summary.to,
      N_("The last day of the summary"), N_("DAY") },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &given.summary.paper,
      N_("The paper of the summary: a4 or letter"), N_("SIZE") },
    { "entries", 0, 0, G_OPTION_ARG_NONE, &given.summary.entries,
      N_("Add a table of all entries to the summary"), NULL },
    { "diary", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &given.diaries,
      N_("Use the diary in FILE instead of your own"), N_("FILE") },
    { "demo", 0, 0, G_OPTION_ARG_NONE, &given.demo,
      N_("Use a made-up diary of a year, which is gone afterwards"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &given.version, N_("Print the version"), NULL },
    /* D-Bus starts it so: GApplication's own, which it parses again. */
    { "gapplication-service", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, &given.service, NULL,
      NULL },
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
  misuse = find_misuse (&given);
  if (misuse != NULL)
    return refuse_usage (misuse);

  options->diary = given.diaries != NULL ? g_canonicalize_filename (given.diaries[0], NULL) : NULL;
  options->demo = given.demo;
  if (!given.version && given.assess == NULL && given.export == NULL && given.import == NULL &&
      given.summaries == NULL)
    return UNKNOT_COMMAND_LINE_WINDOW;
  if (run (&given, options, &error))
    return EXIT_SUCCESS;

  print_error (error->message);

  return EXIT_FAILURE;
}
