/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-history.h"

G_BEGIN_DECLS

char *unknot_function_text_dup_title   (UnknotHistory *history);
char *unknot_function_text_dup_details (UnknotHistory *history);

G_END_DECLS
