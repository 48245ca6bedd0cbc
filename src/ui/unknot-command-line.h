/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Not an exit status: there is nothing to do on the command line. */
#define UNKNOT_COMMAND_LINE_WINDOW (-1)

/**
 * UnknotCommandLineOptions:
 * @diary: (type filename) (nullable): the absolute path of a diary to use instead of the person's
 *   own; to be freed with g_free()
 * @demo: whether to make up a diary
 *
 * What the rest of the program has to know.
 */
typedef struct
{
  char *diary;
  gboolean demo;
} UnknotCommandLineOptions;

int unknot_command_line_run (char                     **arguments,
                             UnknotCommandLineOptions  *options);

G_END_DECLS
