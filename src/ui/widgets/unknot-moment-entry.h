/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>
#include <json-glib/json-glib.h>

#include "unknot-clock.h"
#include "unknot-moment.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_MOMENT_ENTRY (unknot_moment_entry_get_type ())

G_DECLARE_FINAL_TYPE (UnknotMomentEntry, unknot_moment_entry, UNKNOT, MOMENT_ENTRY, GtkWidget)

GtkWidget    *unknot_moment_entry_new             (UnknotClock       *clock,
                                                   UnknotMoment      *moment,
                                                   const char        *label);
void          unknot_moment_entry_set_timeless    (UnknotMomentEntry *self);
void          unknot_moment_entry_allow_future    (UnknotMomentEntry *self);
UnknotMoment *unknot_moment_entry_get_moment      (UnknotMomentEntry *self);
void          unknot_moment_entry_set_moment      (UnknotMomentEntry *self,
                                                   UnknotMoment      *moment);
const char   *unknot_moment_entry_get_text        (UnknotMomentEntry *self);
void          unknot_moment_entry_set_text        (UnknotMomentEntry *self,
                                                   const char        *text);
int           unknot_moment_entry_get_day         (UnknotMomentEntry *self);
void          unknot_moment_entry_set_day         (UnknotMomentEntry *self,
                                                   int                day);
void          unknot_moment_entry_set_twelve_hour (UnknotMomentEntry *self,
                                                   gboolean           twelve_hour);
JsonNode     *unknot_moment_entry_dup_written     (UnknotMomentEntry *self);
void          unknot_moment_entry_load_written    (UnknotMomentEntry *self,
                                                   JsonNode          *written);
gboolean      unknot_moment_entry_check           (UnknotMomentEntry *self);
void          unknot_moment_entry_show_fault      (UnknotMomentEntry *self,
                                                   const char        *fault);

G_END_DECLS
