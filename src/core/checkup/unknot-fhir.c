/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-fhir"

#include "config.h"

#include "unknot-fhir.h"

#include "unknot-json.h"

/**
 * unknot_fhir_find_extension:
 * @element: a FHIR element
 * @url: which extension
 * @value: the member that holds its value, as `valueInteger`
 *
 * Returns: (transfer none) (nullable): the value of the first such extension of @element
 */
JsonNode *
unknot_fhir_find_extension (JsonObject *element,
                            const char *url,
                            const char *value)
{
  JsonNode *node = json_object_get_member (element, "extension");
  JsonArray *extensions;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  extensions = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (extensions); i++)
    {
      JsonNode *element_node = json_array_get_element (extensions, i);
      JsonNode *url_node;

      if (!JSON_NODE_HOLDS_OBJECT (element_node))
        continue;

      url_node = json_object_get_member (json_node_get_object (element_node), "url");
      if (url_node != NULL && unknot_json_is_string (url_node) &&
          g_str_equal (json_node_get_string (url_node), url))
        return json_object_get_member (json_node_get_object (element_node), value);
    }

  return NULL;
}
