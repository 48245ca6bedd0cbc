/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-faults.h"

G_BEGIN_DECLS

/* More than any table has that a person made. */
#define UNKNOT_CSV_MAX_FIELDS 1000

/**
 * UnknotCsv:
 *
 * A table as RFC 4180 has it, read a row at a time.
 */
typedef struct _UnknotCsv UnknotCsv;

UnknotCsv  *unknot_csv_new          (GBytes       *content,
                                     UnknotFaults *faults);
void        unknot_csv_free         (UnknotCsv    *self);
GStrv       unknot_csv_read_row     (UnknotCsv    *self);
guint       unknot_csv_get_line     (UnknotCsv    *self);
double      unknot_csv_get_part     (UnknotCsv    *self);
void        unknot_csv_append_field (GString      *text,
                                     const char   *field);
void        unknot_csv_append_end   (GString      *text);
const char *unknot_csv_unguard      (const char   *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotCsv, unknot_csv_free)

G_END_DECLS
