/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-error.h"

G_BEGIN_DECLS

gboolean    unknot_text_take             (const char  *text,
                                          char       **field,
                                          GError     **error);
char       *unknot_text_fold             (const char  *text);
char       *unknot_text_fold_with_places (const char  *text,
                                          GArray      *places);
const char *unknot_text_find_words       (const char  *folded,
                                          const char  *words);

G_END_DECLS
