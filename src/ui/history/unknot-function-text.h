/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"

G_BEGIN_DECLS

gboolean  unknot_function_text_is_higher   (UnknotHistory *history);
gboolean  unknot_function_text_asks_check  (UnknotHistory *history);
char     *unknot_function_text_dup_title   (UnknotHistory *history);
char     *unknot_function_text_dup_details (UnknotHistory *history);
char     *unknot_function_text_dup_first   (UnknotHistory *history);

G_END_DECLS
