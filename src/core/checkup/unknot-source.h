/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "unknot-faults.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SOURCE (unknot_source_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSource, unknot_source, UNKNOT, SOURCE, GObject)

UnknotSource *unknot_source_new_from_json (JsonObject   *object,
                                           UnknotFaults *faults);
const char   *unknot_source_get_id        (UnknotSource *self);
const char   *unknot_source_get_title     (UnknotSource *self);
const char   *unknot_source_get_publisher (UnknotSource *self);
const char   *unknot_source_get_date      (UnknotSource *self);
const char   *unknot_source_get_doi       (UnknotSource *self);
const char   *unknot_source_get_note      (UnknotSource *self);

G_END_DECLS
