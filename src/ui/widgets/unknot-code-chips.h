/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "unknot-vocabulary.h"

G_BEGIN_DECLS

/**
 * UnknotCodeChipsKind:
 * @UNKNOT_CODE_CHIPS_SEVERAL: any number of them, or none
 * @UNKNOT_CODE_CHIPS_ONE_OR_NONE: one, which a second click takes back
 * @UNKNOT_CODE_CHIPS_ONE: one, always
 *
 * How many can be chosen.
 */
typedef enum
{
  UNKNOT_CODE_CHIPS_SEVERAL,
  UNKNOT_CODE_CHIPS_ONE_OR_NONE,
  UNKNOT_CODE_CHIPS_ONE,
} UnknotCodeChipsKind;

#define UNKNOT_TYPE_CODE_CHIPS (unknot_code_chips_get_type ())

G_DECLARE_FINAL_TYPE (UnknotCodeChips, unknot_code_chips, UNKNOT, CODE_CHIPS, GtkWidget)

GtkWidget  *unknot_code_chips_new            (UnknotCodeChipsKind  kind,
                                              const char          *label);
GtkWidget  *unknot_code_chips_new_vocabulary (UnknotCodeChipsKind  kind,
                                              const char          *label,
                                              UnknotVocabulary     vocabulary);
void        unknot_code_chips_add            (UnknotCodeChips     *self,
                                              const char          *code,
                                              const char          *title);
GStrv       unknot_code_chips_dup_codes      (UnknotCodeChips     *self);
void        unknot_code_chips_set_codes      (UnknotCodeChips     *self,
                                              const char * const  *codes);
const char *unknot_code_chips_get_code       (UnknotCodeChips     *self);
void        unknot_code_chips_set_code       (UnknotCodeChips     *self,
                                              const char          *code);

G_END_DECLS
