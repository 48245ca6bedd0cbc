/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>
#include <json-glib/json-glib.h>

#include "unknot-clock.h"
#include "unknot-dose.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_DOSE_EDITOR (unknot_dose_editor_get_type ())

G_DECLARE_FINAL_TYPE (UnknotDoseEditor, unknot_dose_editor, UNKNOT, DOSE_EDITOR,
                      AdwPreferencesGroup)

GtkWidget  *unknot_dose_editor_new             (UnknotClock      *clock,
                                                UnknotMoment     *moment,
                                                UnknotDose       *dose);
const char *unknot_dose_editor_get_uuid        (UnknotDoseEditor *self);
UnknotDose *unknot_dose_editor_dup_dose        (UnknotDoseEditor *self);
gboolean    unknot_dose_editor_is_empty        (UnknotDoseEditor *self);
gboolean    unknot_dose_editor_check           (UnknotDoseEditor *self);
JsonNode   *unknot_dose_editor_dup_unfinished  (UnknotDoseEditor *self);
void        unknot_dose_editor_load_unfinished (UnknotDoseEditor *self,
                                                JsonObject       *unfinished);

G_END_DECLS
