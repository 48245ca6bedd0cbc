/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-database.h"
#include "unknot-diary.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryWork:
 * @database: the connection that writes
 * @data: the task's data
 *
 * What is done beside the main loop, one after the other.
 *
 * Returns: %FALSE with @error set where it failed
 */
typedef gboolean (*UnknotDiaryWork) (UnknotDatabase  *database,
                                     gpointer         data,
                                     GError         **error);

/**
 * UnknotDiaryDone:
 *
 * What follows on the main loop where the work succeeded: it returns from the task.
 */
typedef void (*UnknotDiaryDone) (GTask *task);

void            unknot_diary_run            (UnknotDiary     *self,
                                             GTask           *task,
                                             UnknotDiaryWork  work,
                                             UnknotDiaryDone  done);
UnknotDatabase *unknot_diary_get_reader     (UnknotDiary     *self);
void            unknot_diary_fail           (UnknotDiary     *self,
                                             const GError    *error);
void            unknot_diary_back_up_if_due (UnknotDiary     *self);

G_END_DECLS
