/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-error.h"

G_BEGIN_DECLS

/* Pain is a whole number from 0, none, to 10, the worst imaginable. */
#define UNKNOT_PAIN_MAX 10
#define UNKNOT_PAIN_UNKNOWN (-1)

gboolean unknot_pain_take          (gint64   pain,
                                    int     *field,
                                    GError **error);
gboolean unknot_pain_take_optional (gint64   pain,
                                    int     *field,
                                    GError **error);

G_END_DECLS
