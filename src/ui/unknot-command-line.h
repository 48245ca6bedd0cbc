/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Not an exit status: there is nothing to do on the command line. */
#define UNKNOT_COMMAND_LINE_WINDOW (-1)

int unknot_command_line_run (char **arguments);

G_END_DECLS
