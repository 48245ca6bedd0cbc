/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_VIEW_HEADER (unknot_view_header_get_type ())

G_DECLARE_FINAL_TYPE (UnknotViewHeader, unknot_view_header, UNKNOT, VIEW_HEADER, AdwBin)

G_END_DECLS
