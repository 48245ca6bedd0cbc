/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * UnknotElement:
 *
 * What Mallard has, and pages of Unknot may use. Two of one name differ by where they stand.
 */
typedef enum
{
  UNKNOT_ELEMENT_PAGE,
  UNKNOT_ELEMENT_INFO,
  UNKNOT_ELEMENT_INFO_LINK,
  UNKNOT_ELEMENT_DESC,
  UNKNOT_ELEMENT_REVISION,
  UNKNOT_ELEMENT_CREDIT,
  UNKNOT_ELEMENT_CREDIT_NAME,
  UNKNOT_ELEMENT_CREDIT_EMAIL,
  UNKNOT_ELEMENT_CREDIT_YEARS,
  UNKNOT_ELEMENT_SECTION,
  UNKNOT_ELEMENT_TITLE,
  UNKNOT_ELEMENT_P,
  UNKNOT_ELEMENT_LIST,
  UNKNOT_ELEMENT_STEPS,
  UNKNOT_ELEMENT_TERMS,
  UNKNOT_ELEMENT_ITEM,
  UNKNOT_ELEMENT_NOTE,
  UNKNOT_ELEMENT_FIGURE,
  UNKNOT_ELEMENT_MEDIA,
  UNKNOT_ELEMENT_EM,
  UNKNOT_ELEMENT_LINK,
  UNKNOT_ELEMENT_KEY,
  UNKNOT_ELEMENT_KEYSEQ,
  UNKNOT_ELEMENT_GUI,
  UNKNOT_N_ELEMENTS,
} UnknotElement;

gboolean    unknot_element_find          (const char          *name,
                                          const UnknotElement *parent,
                                          UnknotElement       *element);
const char *unknot_element_get_name      (UnknotElement        element);
gboolean    unknot_element_has_attribute (UnknotElement        element,
                                          const char          *name);
gboolean    unknot_element_is_credit     (UnknotElement        element);

G_END_DECLS
