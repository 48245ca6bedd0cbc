/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     unknot_test_power_set_up (void);
void     unknot_test_power_arm    (guint n_operations);
gboolean unknot_test_power_is_cut (void);
void     unknot_test_power_return (GRand *random);

G_END_DECLS
