/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *unknot_file_error_get_reason (const GError *error);

G_END_DECLS
