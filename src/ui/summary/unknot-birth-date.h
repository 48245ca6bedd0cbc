/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *unknot_birth_date_find_fault (const char *text,
                                          int         today);

G_END_DECLS
