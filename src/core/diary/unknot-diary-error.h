/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define UNKNOT_DIARY_ERROR (unknot_diary_error_quark ())

/**
 * UnknotDiaryError:
 * @UNKNOT_DIARY_ERROR_INVALID: a value that no entry can have
 * @UNKNOT_DIARY_ERROR_NOT_FOUND: what was asked for is not in the diary
 * @UNKNOT_DIARY_ERROR_FULL: no room on the disk
 * @UNKNOT_DIARY_ERROR_NOT_WRITABLE: the file or its folder may not be written to
 * @UNKNOT_DIARY_ERROR_BUSY: another program is writing to the diary and does not let go
 * @UNKNOT_DIARY_ERROR_DAMAGED: the file is no sound diary, or is gone while backups of it are there
 * @UNKNOT_DIARY_ERROR_NEWER: the diary is of a newer version
 * @UNKNOT_DIARY_ERROR_BACKUP: a backup could not be made
 * @UNKNOT_DIARY_ERROR_CLOSED: the diary is not open
 * @UNKNOT_DIARY_ERROR_FAILED: the system failed otherwise
 *
 * What can be wrong with the diary. Each message is sentences that a person can read.
 */
typedef enum
{
  UNKNOT_DIARY_ERROR_INVALID,
  UNKNOT_DIARY_ERROR_NOT_FOUND,
  UNKNOT_DIARY_ERROR_FULL,
  UNKNOT_DIARY_ERROR_NOT_WRITABLE,
  UNKNOT_DIARY_ERROR_BUSY,
  UNKNOT_DIARY_ERROR_DAMAGED,
  UNKNOT_DIARY_ERROR_NEWER,
  UNKNOT_DIARY_ERROR_BACKUP,
  UNKNOT_DIARY_ERROR_CLOSED,
  UNKNOT_DIARY_ERROR_FAILED,
} UnknotDiaryError;

GQuark unknot_diary_error_quark (void);

G_END_DECLS
