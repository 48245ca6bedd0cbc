/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "unknot-diary-error.h"

G_DEFINE_QUARK (unknot-diary-error-quark, unknot_diary_error)
