/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnknotCommandFormat:
 * @UNKNOT_COMMAND_FORMAT_UNKNOWN: none that a diary goes in or out as
 * @UNKNOT_COMMAND_FORMAT_JSON: all of it, as unknot_diary_json_write() has it
 * @UNKNOT_COMMAND_FORMAT_CSV: the spasms, as unknot_diary_csv_write_spasms() has them, and in a
 *   second file what unknot_diary_csv_write_details() tells of them
 * @UNKNOT_COMMAND_FORMAT_FHIR: as unknot_diary_fhir_write() has it; it only goes out
 *
 * How a diary goes in or out.
 */
typedef enum
{
  UNKNOT_COMMAND_FORMAT_UNKNOWN,
  UNKNOT_COMMAND_FORMAT_JSON,
  UNKNOT_COMMAND_FORMAT_CSV,
  UNKNOT_COMMAND_FORMAT_FHIR,
} UnknotCommandFormat;

gboolean             unknot_command_exchange_has_ending   (const char  *name,
                                                           const char  *ending);
UnknotCommandFormat  unknot_command_exchange_get_format   (const char  *name);
char                *unknot_command_exchange_name_details (const char  *name);
gboolean             unknot_command_exchange_export       (const char  *name,
                                                           const char  *diary,
                                                           gboolean     demo,
                                                           GBytes     **output,
                                                           GError     **error);
GBytes              *unknot_command_exchange_import       (GBytes      *content,
                                                           GBytes      *details,
                                                           const char  *diary,
                                                           gboolean     demo,
                                                           GError     **error);
gboolean             unknot_command_exchange_write_file   (const char  *name,
                                                           GBytes      *content,
                                                           GError     **error);

G_END_DECLS
