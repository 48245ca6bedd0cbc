/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-topic-elements"

#include "config.h"

#include "unknot-topic-elements.h"

#define IN(element) (1u << UNKNOT_ELEMENT_##element)
#define IN_BLOCKS (IN (PAGE) | IN (SECTION) | IN (ITEM) | IN (NOTE))
#define IN_CREDIT (IN (CREDIT_NAME) | IN (CREDIT_EMAIL) | IN (CREDIT_YEARS))
#define IN_TEXT (IN (TITLE) | IN (P) | IN (DESC))

static const struct
{
  const char *name;
  guint parents;
  const char *attributes[6];
} elements[UNKNOT_N_ELEMENTS] = {
  [UNKNOT_ELEMENT_PAGE] = { "page", 0, { "id", "type", "xml:lang" } },
  [UNKNOT_ELEMENT_INFO] = { "info", IN (PAGE), { NULL } },
  [UNKNOT_ELEMENT_INFO_LINK] = { "link", IN (INFO), { "type", "xref", "group" } },
  [UNKNOT_ELEMENT_DESC] = { "desc", IN (INFO), { "u:facts" } },
  [UNKNOT_ELEMENT_REVISION] = { "revision", IN (INFO), { "date", "status" } },
  /* The translators, as itstool adds them: not shown here. */
  [UNKNOT_ELEMENT_CREDIT] = { "mal:credit", IN (INFO), { "type" } },
  [UNKNOT_ELEMENT_CREDIT_NAME] = { "mal:name", IN (CREDIT), { NULL } },
  [UNKNOT_ELEMENT_CREDIT_EMAIL] = { "mal:email", IN (CREDIT), { NULL } },
  [UNKNOT_ELEMENT_CREDIT_YEARS] = { "mal:years", IN (CREDIT), { NULL } },
  [UNKNOT_ELEMENT_SECTION] = { "section", IN (PAGE), { "id", "u:facts" } },
  [UNKNOT_ELEMENT_TITLE] = {
    "title",
    IN_BLOCKS | IN (LIST) | IN (STEPS) | IN (TERMS) | IN (FIGURE),
    { "u:facts" },
  },
  [UNKNOT_ELEMENT_P] = { "p", IN_BLOCKS | IN (MEDIA), { "u:facts" } },
  [UNKNOT_ELEMENT_LIST] = { "list", IN_BLOCKS, { "style", "u:facts" } },
  [UNKNOT_ELEMENT_STEPS] = { "steps", IN_BLOCKS, { "u:facts" } },
  [UNKNOT_ELEMENT_TERMS] = { "terms", IN_BLOCKS, { "u:facts" } },
  [UNKNOT_ELEMENT_ITEM] = { "item", IN (LIST) | IN (STEPS) | IN (TERMS), { "u:facts" } },
  [UNKNOT_ELEMENT_NOTE] = {
    "note",
    IN (PAGE) | IN (SECTION) | IN (ITEM),
    { "style", "u:facts" },
  },
  [UNKNOT_ELEMENT_FIGURE] = { "figure", IN_BLOCKS, { "u:facts" } },
  [UNKNOT_ELEMENT_MEDIA] = { "media", IN (FIGURE), { "type", "mime", "src", "width", "height" } },
  [UNKNOT_ELEMENT_EM] = { "em", IN_TEXT, { NULL } },
  [UNKNOT_ELEMENT_LINK] = { "link", IN_TEXT | IN (EM), { "action", "xref" } },
  [UNKNOT_ELEMENT_KEY] = { "key", IN_TEXT | IN (EM) | IN (LINK) | IN (KEYSEQ), { NULL } },
  [UNKNOT_ELEMENT_KEYSEQ] = { "keyseq", IN_TEXT | IN (EM) | IN (LINK), { NULL } },
  [UNKNOT_ELEMENT_GUI] = { "gui", IN_TEXT | IN (EM) | IN (LINK), { NULL } },
};

/**
 * unknot_element_find:
 * @parent: (nullable): in what it stands; %NULL for a document's first
 * @element: (out): set to what it is
 *
 * Returns: whether there can be a @name there
 */
gboolean
unknot_element_find (const char          *name,
                     const UnknotElement *parent,
                     UnknotElement       *element)
{
  for (guint i = 0; i < UNKNOT_N_ELEMENTS; i++)
    if (g_str_equal (elements[i].name, name) &&
        (parent != NULL ? (elements[i].parents & (1u << *parent)) != 0 : elements[i].parents == 0))
      {
        *element = i;
        return TRUE;
      }

  return FALSE;
}

const char *
unknot_element_get_name (UnknotElement element)
{
  return elements[element].name;
}

gboolean
unknot_element_has_attribute (UnknotElement  element,
                              const char    *name)
{
  return g_strv_contains (elements[element].attributes, name);
}

/**
 * unknot_element_is_credit:
 *
 * Returns: whether its words are those of a credit, which is not shown
 */
gboolean
unknot_element_is_credit (UnknotElement element)
{
  return (IN_CREDIT & (1u << element)) != 0;
}
