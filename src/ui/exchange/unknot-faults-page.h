/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define UNKNOT_TYPE_FAULTS_PAGE (unknot_faults_page_get_type ())

G_DECLARE_FINAL_TYPE (UnknotFaultsPage, unknot_faults_page, UNKNOT, FAULTS_PAGE, AdwNavigationPage)

AdwNavigationPage *unknot_faults_page_new (const char   *names,
                                           const GError *error);

G_END_DECLS
