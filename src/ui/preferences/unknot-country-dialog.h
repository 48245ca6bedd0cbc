/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-whereabouts.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_COUNTRY_DIALOG (unknot_country_dialog_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCountryDialog, unknot_country_dialog, UNKNOT, COUNTRY_DIALOG, AdwDialog)

AdwDialog *unknot_country_dialog_new (UnknotWhereabouts *whereabouts);

G_END_DECLS
