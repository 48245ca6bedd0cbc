/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "unknot-diary-error.h"

G_BEGIN_DECLS

/**
 * UnknotVocabulary:
 * @UNKNOT_VOCABULARY_PRECISION: how well a start is known
 * @UNKNOT_VOCABULARY_ONSET: the protocol's `onset`
 * @UNKNOT_VOCABULARY_TRIGGER: the protocol's `trigger`
 * @UNKNOT_VOCABULARY_FEEL: what a pain is like
 * @UNKNOT_VOCABULARY_STOPS: what a spasm keeps one from
 * @UNKNOT_VOCABULARY_SPREADS: the protocol's `spreads`
 * @UNKNOT_VOCABULARY_WARNING: what else there is that may be a danger, as the protocol names it
 * @UNKNOT_VOCABULARY_AREA: the protocol's `location`, where else it says that pain can spread, and
 *   the parts of the body map
 * @UNKNOT_VOCABULARY_SIDE: which side of the body
 * @UNKNOT_VOCABULARY_MEASURE: what was tried
 * @UNKNOT_VOCABULARY_EFFECT: what came of it
 * @UNKNOT_VOCABULARY_INGREDIENT: what a medicine has in it
 * @UNKNOT_VOCABULARY_UNIT: what an amount of medicine is counted in
 * @UNKNOT_VOCABULARY_SUPPLY: how a medicine was come by
 * @UNKNOT_VOCABULARY_SLEEP: what a night was like
 * @UNKNOT_VOCABULARY_EVENT: what happened that may change how it goes on
 *
 * The codes that an entry can have in one of its fields. They are kept and exchanged as they are,
 * so none is ever renamed.
 */
typedef enum
{
  UNKNOT_VOCABULARY_PRECISION,
  UNKNOT_VOCABULARY_ONSET,
  UNKNOT_VOCABULARY_TRIGGER,
  UNKNOT_VOCABULARY_FEEL,
  UNKNOT_VOCABULARY_STOPS,
  UNKNOT_VOCABULARY_SPREADS,
  UNKNOT_VOCABULARY_WARNING,
  UNKNOT_VOCABULARY_AREA,
  UNKNOT_VOCABULARY_SIDE,
  UNKNOT_VOCABULARY_MEASURE,
  UNKNOT_VOCABULARY_EFFECT,
  UNKNOT_VOCABULARY_INGREDIENT,
  UNKNOT_VOCABULARY_UNIT,
  UNKNOT_VOCABULARY_SUPPLY,
  UNKNOT_VOCABULARY_SLEEP,
  UNKNOT_VOCABULARY_EVENT,
} UnknotVocabulary;

/* A set of a vocabulary's codes is one word, a bit for each. */
#define UNKNOT_VOCABULARY_MAX_CODES 31

const char         *unknot_vocabulary_get_name  (UnknotVocabulary     self);
const char * const *unknot_vocabulary_get_codes (UnknotVocabulary     self);
int                 unknot_vocabulary_find      (UnknotVocabulary     self,
                                                 const char          *code);
const char         *unknot_vocabulary_get_title (UnknotVocabulary     self,
                                                 const char          *code);
gboolean            unknot_vocabulary_take      (UnknotVocabulary     self,
                                                 const char          *code,
                                                 const char         **field,
                                                 GError             **error);
gboolean            unknot_vocabulary_take_set  (UnknotVocabulary     self,
                                                 const char * const  *codes,
                                                 guint32             *field,
                                                 GError             **error);

G_END_DECLS
