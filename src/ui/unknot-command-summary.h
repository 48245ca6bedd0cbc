/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-command-line.h"

G_BEGIN_DECLS

/**
 * UnknotCommandSummary:
 * @from: (nullable): the first day, as it was typed
 * @to: (nullable): the last day, as it was typed
 * @paper: (nullable): the name of a size of paper, as it was typed
 * @entries: whether with the table of entries
 *
 * How a summary is wanted.
 */
typedef struct
{
  char *from;
  char *to;
  char *paper;
  gboolean entries;
} UnknotCommandSummary;

const char *unknot_command_summary_find_misuse (const UnknotCommandSummary      *self);
GBytes     *unknot_command_summary_run         (const UnknotCommandSummary      *self,
                                                const UnknotCommandLineOptions  *options,
                                                GError                         **error);

G_END_DECLS
