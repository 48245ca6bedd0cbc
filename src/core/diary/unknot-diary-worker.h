/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-private.h"

G_BEGIN_DECLS

/**
 * UnknotDiaryWorker:
 *
 * The thread that owns the connection which writes.
 */
typedef struct _UnknotDiaryWorker UnknotDiaryWorker;

typedef UnknotDatabase *(*UnknotDiaryOpening) (gpointer   data,
                                               GError   **error);

UnknotDiaryWorker *unknot_diary_worker_new   (GTask              *task,
                                              UnknotDiaryOpening  opening,
                                              UnknotDiaryDone     done);
void               unknot_diary_worker_run   (UnknotDiaryWorker  *self,
                                              GTask              *task,
                                              UnknotDiaryWork     work,
                                              UnknotDiaryDone     done);
void               unknot_diary_worker_end   (UnknotDiaryWorker  *self,
                                              GTask              *task,
                                              UnknotDiaryDone     done);

G_END_DECLS
