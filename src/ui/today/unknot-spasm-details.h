/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "unknot-clock.h"
#include "unknot-episode.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_SPASM_DETAILS (unknot_spasm_details_get_type ())

G_DECLARE_FINAL_TYPE (UnknotSpasmDetails, unknot_spasm_details, UNKNOT, SPASM_DETAILS, GtkBox)

GtkWidget *unknot_spasm_details_new             (UnknotClock        *clock,
                                                 UnknotEpisode      *episode);
void       unknot_spasm_details_set_pain        (UnknotSpasmDetails *self,
                                                 int                 pain);
void       unknot_spasm_details_write_to        (UnknotSpasmDetails *self,
                                                 UnknotEpisode      *episode);
void       unknot_spasm_details_tell_end        (UnknotSpasmDetails *self);
gboolean   unknot_spasm_details_check           (UnknotSpasmDetails *self,
                                                 UnknotEpisode      *episode);
GPtrArray *unknot_spasm_details_dup_removed     (UnknotSpasmDetails *self);
JsonNode  *unknot_spasm_details_dup_unfinished  (UnknotSpasmDetails *self);
void       unknot_spasm_details_load_unfinished (UnknotSpasmDetails *self,
                                                 JsonNode           *unfinished);

G_END_DECLS
