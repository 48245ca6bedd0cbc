/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnknotFaults:
 *
 * The faults found in something from outside, gathered so that all of them are named at once.
 * Each is one sentence on one line.
 */
typedef struct _UnknotFaults UnknotFaults;

UnknotFaults *unknot_faults_new       (void);
void          unknot_faults_free      (UnknotFaults *self);
void          unknot_faults_add       (UnknotFaults *self,
                                       const char   *format,
                                       ...) G_GNUC_PRINTF (2, 3);
void          unknot_faults_add_error (UnknotFaults *self,
                                       const GError *error);
guint         unknot_faults_get_size  (UnknotFaults *self);
gboolean      unknot_faults_report    (UnknotFaults *self,
                                       GQuark        domain,
                                       int           code,
                                       GError      **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (UnknotFaults, unknot_faults_free)

G_END_DECLS
