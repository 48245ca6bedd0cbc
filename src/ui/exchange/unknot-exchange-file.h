/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void       unknot_exchange_file_save        (GTask                *task,
                                             GFile                *file,
                                             GBytes               *content);
void       unknot_exchange_file_load_async  (GListModel           *files,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray *unknot_exchange_file_load_finish (GAsyncResult         *result,
                                             GError              **error);
char      *unknot_exchange_file_dup_name    (GFile                *file);

G_END_DECLS
