/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-question"

#include "config.h"

#include "unknot-question-private.h"

#include "unknot-fhir.h"
#include "unknot-json.h"

#include <glib/gi18n-lib.h>

/**
 * UnknotQuestion:
 *
 * One question of the check-up: its words, what it can be answered with, and when it applies.
 */
struct _UnknotQuestion
{
  GObject parent_instance;

  guint position;
  char *id;
  UnknotQuestionKind kind;
  char *text;
  char *short_text;
  char *help;
  GPtrArray *codes;
  GPtrArray *displays;
  int minimum;
  int maximum;
  char *unit;
  GArray *enablers;
};

G_DEFINE_FINAL_TYPE (UnknotQuestion, unknot_question, G_TYPE_OBJECT)

static const char *const sign_codes[] = { "no", "new", "gone", "old", "not-sure", NULL };
static const char *const flag_codes[] = { "no", "yes", "not-sure", NULL };

static gboolean
has_exactly (GPtrArray          *codes,
             const char * const *expected)
{
  if (codes->len != g_strv_length ((char **) expected))
    return FALSE;

  for (guint i = 0; i < codes->len; i++)
    if (!g_str_equal (g_ptr_array_index (codes, i), expected[i]))
      return FALSE;

  return TRUE;
}

static UnknotQuestionKind
find_choice_kind (GPtrArray *codes)
{
  if (has_exactly (codes, sign_codes))
    return UNKNOT_QUESTION_SIGN;
  if (has_exactly (codes, flag_codes))
    return UNKNOT_QUESTION_FLAG;

  return UNKNOT_QUESTION_CHOICE;
}

static void
add_option (UnknotQuestion *self,
            JsonObject     *option,
            char          **code_system,
            UnknotFaults   *faults)
{
  JsonObject *coding = unknot_json_get_object (option, "valueCoding", self->id, faults);
  JsonNode *exclusive = unknot_fhir_find_extension (option, UNKNOT_FHIR_OPTION_EXCLUSIVE,
                                                    "valueBoolean");
  const char *system, *code, *display;

  if (coding == NULL)
    return;
  system = unknot_json_get_string (coding, "system", self->id, faults);
  code = unknot_json_get_string (coding, "code", self->id, faults);
  display = unknot_json_get_string (coding, "display", self->id, faults);
  if (system == NULL || code == NULL || display == NULL)
    return;

  if (*code_system == NULL)
    *code_system = g_strdup (system);
  if (!g_str_equal (system, *code_system))
    unknot_faults_add (faults, "%s: the answer “%s” is of another code system.", self->id, code);
  if (unknot_question_find_option (self, code, NULL))
    unknot_faults_add (faults, "%s: the answer “%s” stands twice.", self->id, code);
  if (unknot_json_is_true (exclusive) !=
      (self->kind == UNKNOT_QUESTION_CHOICES && g_str_equal (code, "none")))
    unknot_faults_add (faults, "%s: of several answers, “none” and only it excludes the others.",
                       self->id);

  g_ptr_array_add (self->codes, g_strdup (code));
  g_ptr_array_add (self->displays, g_strdup (display));
}

static void
load_options (UnknotQuestion *self,
              JsonObject     *item,
              char          **code_system,
              UnknotFaults   *faults)
{
  JsonArray *options = unknot_json_get_array (item, "answerOption", self->id, faults);

  if (options == NULL)
    return;
  if (json_array_get_length (options) > UNKNOT_QUESTION_MAX_OPTIONS)
    {
      unknot_faults_add (faults, "%s has more than %d answers.", self->id,
                         UNKNOT_QUESTION_MAX_OPTIONS);
      return;
    }

  if (unknot_json_is_true (json_object_get_member (item, "repeats")))
    self->kind = UNKNOT_QUESTION_CHOICES;

  for (guint i = 0; i < json_array_get_length (options); i++)
    {
      JsonObject *option = unknot_json_as_object (json_array_get_element (options, i),
                                                  self->id, faults);

      if (option != NULL)
        add_option (self, option, code_system, faults);
    }

  if (self->kind != UNKNOT_QUESTION_CHOICES)
    self->kind = find_choice_kind (self->codes);
  else if (!unknot_question_find_option (self, "none", NULL))
    unknot_faults_add (faults, "%s takes several answers and has no “none”.", self->id);
}

static int
load_bound (UnknotQuestion *self,
            JsonObject     *item,
            const char     *url,
            UnknotFaults   *faults)
{
  JsonNode *node = unknot_fhir_find_extension (item, url, "valueInteger");

  if (node != NULL && unknot_json_is_integer (node) &&
      json_node_get_int (node) >= 0 && json_node_get_int (node) <= G_MAXINT32)
    return json_node_get_int (node);

  unknot_faults_add (faults, "%s needs %s as a whole number that is not negative.", self->id, url);

  return 0;
}

/* A number without a unit is a grade. */
static void
load_unit (UnknotQuestion *self,
           JsonObject     *item,
           UnknotFaults   *faults)
{
  JsonNode *unit = unknot_fhir_find_extension (item, UNKNOT_FHIR_UNIT, "valueCoding");
  JsonObject *coding;

  if (unit == NULL)
    return;
  coding = unknot_json_as_object (unit, self->id, faults);
  if (coding != NULL)
    self->unit = g_strdup (unknot_json_get_string (coding, "display", self->id, faults));
}

static void
load_help (UnknotQuestion *self,
           JsonObject     *item,
           UnknotFaults   *faults)
{
  JsonArray *children = unknot_json_get_array (item, "item", self->id, faults);
  JsonObject *child;
  const char *text;

  if (children == NULL)
    return;
  child = unknot_json_as_object (json_array_get_element (children, 0), self->id, faults);
  if (child == NULL)
    return;

  text = unknot_json_get_string (child, "text", self->id, faults);
  self->help = g_strdup (text);
}

static void
unknot_question_finalize (GObject *object)
{
  UnknotQuestion *self = UNKNOT_QUESTION (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->short_text);
  g_free (self->help);
  g_free (self->unit);
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->displays);
  g_array_unref (self->enablers);

  G_OBJECT_CLASS (unknot_question_parent_class)->finalize (object);
}

static void
unknot_question_class_init (UnknotQuestionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_question_finalize;
}

static void
unknot_question_init (UnknotQuestion *self)
{
  self->kind = UNKNOT_QUESTION_CHOICE;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->displays = g_ptr_array_new_with_free_func (g_free);
  self->enablers = g_array_new (FALSE, FALSE, sizeof (UnknotEnableCondition));
}

/**
 * unknot_question_new_from_fhir:
 * @item: an item of a FHIR Questionnaire, of type `choice` or `integer`
 * @position: its place among all questions
 * @code_system: (inout): the system of all answers' codes, set from the first answer
 * @faults: takes what is wrong with @item
 *
 * Returns: (transfer full) (nullable): the question, or %NULL where it has no id
 */
UnknotQuestion *
unknot_question_new_from_fhir (JsonObject   *item,
                               guint         position,
                               char        **code_system,
                               UnknotFaults *faults)
{
  g_autoptr (UnknotQuestion) self = g_object_new (UNKNOT_TYPE_QUESTION, NULL);
  JsonNode *short_text = unknot_fhir_find_extension (item, UNKNOT_FHIR_SHORT_TEXT, "valueString");
  const char *type;

  self->position = position;
  self->id = g_strdup (unknot_json_get_string (item, "linkId", "A question", faults));
  if (self->id == NULL)
    return NULL;

  self->text = g_strdup (unknot_json_get_string (item, "text", self->id, faults));
  if (short_text != NULL && unknot_json_is_string (short_text) &&
      *json_node_get_string (short_text) != '\0')
    self->short_text = json_node_dup_string (short_text);
  else
    unknot_faults_add (faults, "%s needs a short text.", self->id);
  load_help (self, item, faults);
  if (!unknot_json_is_true (json_object_get_member (item, "required")))
    unknot_faults_add (faults, "%s is not required: every question of a check-up is.", self->id);

  type = unknot_json_get_string (item, "type", self->id, faults);
  if (g_strcmp0 (type, "choice") == 0)
    {
      load_options (self, item, code_system, faults);
    }
  else if (g_strcmp0 (type, "integer") == 0)
    {
      self->kind = UNKNOT_QUESTION_COUNT;
      self->minimum = load_bound (self, item, UNKNOT_FHIR_MIN_VALUE, faults);
      self->maximum = load_bound (self, item, UNKNOT_FHIR_MAX_VALUE, faults);
      if (self->minimum >= self->maximum)
        unknot_faults_add (faults, "%s has a range with nothing to choose from.", self->id);
      load_unit (self, item, faults);
    }
  else if (type != NULL)
    {
      unknot_faults_add (faults, "%s is of type “%s”, neither choice nor integer.", self->id, type);
    }

  return g_steal_pointer (&self);
}

void
unknot_question_enable_when (UnknotQuestion        *self,
                             UnknotEnableCondition  condition)
{
  g_array_append_val (self->enablers, condition);
}

/**
 * unknot_question_get_enablers:
 * @n_enablers: (out): how many
 *
 * Returns: (transfer none) (array length=n_enablers): the conditions of which one must hold for
 *   the question to apply; none where it always does
 */
const UnknotEnableCondition *
unknot_question_get_enablers (UnknotQuestion *self,
                              guint          *n_enablers)
{
  *n_enablers = self->enablers->len;

  return (const UnknotEnableCondition *) (gpointer) self->enablers->data;
}

/**
 * unknot_question_get_position:
 *
 * Returns: the question's place among all questions of its questionnaire, from 0
 */
guint
unknot_question_get_position (UnknotQuestion *self)
{
  return self->position;
}

const char *
unknot_question_get_id (UnknotQuestion *self)
{
  return self->id;
}

UnknotQuestionKind
unknot_question_get_kind (UnknotQuestion *self)
{
  return self->kind;
}

/**
 * unknot_question_get_text:
 *
 * Returns: the question, in the person's language
 */
const char *
unknot_question_get_text (UnknotQuestion *self)
{
  return _(self->text);
}

/**
 * unknot_question_get_short_text:
 *
 * Returns: what the question is about in a few words, in the person's language
 */
const char *
unknot_question_get_short_text (UnknotQuestion *self)
{
  return _(self->short_text);
}

/**
 * unknot_question_get_help:
 *
 * Returns: why the question is asked, in the person's language
 */
const char *
unknot_question_get_help (UnknotQuestion *self)
{
  return _(self->help);
}

/**
 * unknot_question_get_n_options:
 *
 * Returns: how many answers there are to choose from; 0 for a count
 */
guint
unknot_question_get_n_options (UnknotQuestion *self)
{
  return self->codes->len;
}

const char *
unknot_question_get_option_code (UnknotQuestion *self,
                                 guint           option)
{
  g_return_val_if_fail (option < self->codes->len, NULL);

  return g_ptr_array_index (self->codes, option);
}

/**
 * unknot_question_get_option_display:
 *
 * Returns: the answer's words, in the person's language
 */
const char *
unknot_question_get_option_display (UnknotQuestion *self,
                                    guint           option)
{
  g_return_val_if_fail (option < self->displays->len, NULL);

  return _((const char *) g_ptr_array_index (self->displays, option));
}

/**
 * unknot_question_find_option:
 * @option: (out) (optional): its place among the options
 *
 * Returns: %FALSE where the question has no answer with @code
 */
gboolean
unknot_question_find_option (UnknotQuestion *self,
                             const char     *code,
                             guint          *option)
{
  return g_ptr_array_find_with_equal_func (self->codes, code, g_str_equal, option);
}

/**
 * unknot_question_get_option_bit:
 *
 * Returns: the bit that stands for @code in a set of options, 0 where there is no such answer
 */
guint32
unknot_question_get_option_bit (UnknotQuestion *self,
                                const char     *code)
{
  guint option;

  return unknot_question_find_option (self, code, &option) ? 1u << option : 0;
}

int
unknot_question_get_minimum (UnknotQuestion *self)
{
  return self->minimum;
}

int
unknot_question_get_maximum (UnknotQuestion *self)
{
  return self->maximum;
}

/**
 * unknot_question_get_unit:
 *
 * Returns: (nullable): what a count counts, in the person's language; %NULL for a grade
 */
const char *
unknot_question_get_unit (UnknotQuestion *self)
{
  return self->unit != NULL ? _(self->unit) : NULL;
}
