/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "unknot-csv-mapping.h"

G_BEGIN_DECLS

#define UNKNOT_TYPE_COLUMNS_PAGE (unknot_columns_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotColumnsPage, unknot_columns_page, UNKNOT, COLUMNS_PAGE,
                      AdwNavigationPage)

AdwNavigationPage *unknot_columns_page_new         (const char        *name,
                                                    UnknotCsvMapping  *mapping);
UnknotCsvMapping  *unknot_columns_page_get_mapping (UnknotColumnsPage *self);

G_END_DECLS
