/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "unknot-protocol"

#include "config.h"

#include "unknot-protocol.h"

/**
 * UnknotProtocol:
 *
 * The check-up as a whole: what is asked, what follows from the answers, and what that rests on.
 * One that could be loaded has no fault.
 */
struct _UnknotProtocol
{
  GObject parent_instance;

  UnknotQuestionnaire *questionnaire;
  UnknotRules *rules;
  UnknotEvidence *evidence;
};

G_DEFINE_FINAL_TYPE (UnknotProtocol, unknot_protocol, G_TYPE_OBJECT)

G_DEFINE_QUARK (unknot-protocol-error-quark, unknot_protocol_error)

static GBytes *
lookup_file (const char  *path,
             const char  *name,
             GError     **error)
{
  g_autofree char *file = g_build_path ("/", path, name, NULL);

  return g_resources_lookup_data (file, G_RESOURCE_LOOKUP_FLAGS_NONE, error);
}

static void
unknot_protocol_finalize (GObject *object)
{
  UnknotProtocol *self = UNKNOT_PROTOCOL (object);

  g_clear_object (&self->questionnaire);
  g_clear_object (&self->rules);
  g_clear_object (&self->evidence);

  G_OBJECT_CLASS (unknot_protocol_parent_class)->finalize (object);
}

static void
unknot_protocol_class_init (UnknotProtocolClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = unknot_protocol_finalize;
}

static void
unknot_protocol_init (UnknotProtocol *self)
{
}

/**
 * unknot_protocol_new:
 * @questionnaire: a FHIR R4 Questionnaire
 * @rules: what rules.schema.json describes
 * @evidence: what evidence.schema.json describes
 * @error: %UNKNOT_PROTOCOL_ERROR_INVALID, its message a line for each fault
 *
 * Loads a protocol and checks that it is whole: each name stands for something, each answer that a
 * rule waits for can be given, each rule cites evidence, nothing stands twice.
 *
 * Returns: (transfer full) (nullable): the protocol
 */
UnknotProtocol *
unknot_protocol_new (GBytes  *questionnaire,
                     GBytes  *rules,
                     GBytes  *evidence,
                     GError **error)
{
  g_autoptr (UnknotProtocol) self = g_object_new (UNKNOT_TYPE_PROTOCOL, NULL);
  g_autoptr (UnknotFaults) faults = unknot_faults_new ();

  self->questionnaire = unknot_questionnaire_new_from_json (questionnaire, faults);
  self->evidence = unknot_evidence_new_from_json (evidence, faults);
  if (self->questionnaire != NULL && self->evidence != NULL)
    self->rules = unknot_rules_new_from_json (rules, self->questionnaire, self->evidence, faults);
  if (self->rules != NULL &&
      g_strcmp0 (unknot_rules_get_version (self->rules),
                 unknot_questionnaire_get_version (self->questionnaire)) != 0)
    unknot_faults_add (faults, "The questionnaire and the rules are of different versions.");

  if (!unknot_faults_report (faults, UNKNOT_PROTOCOL_ERROR, UNKNOT_PROTOCOL_ERROR_INVALID, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * unknot_protocol_new_from_resource:
 * @path: the folder in the program's resources that holds the protocol's three files
 *
 * Returns: (transfer full) (nullable): the protocol
 */
UnknotProtocol *
unknot_protocol_new_from_resource (const char  *path,
                                   GError     **error)
{
  g_autoptr (GBytes) questionnaire = lookup_file (path, "questionnaire.json", error);
  g_autoptr (GBytes) rules = questionnaire ? lookup_file (path, "rules.json", error) : NULL;
  g_autoptr (GBytes) evidence = rules ? lookup_file (path, "evidence.json", error) : NULL;

  if (evidence == NULL)
    return NULL;

  return unknot_protocol_new (questionnaire, rules, evidence, error);
}

/**
 * unknot_protocol_get_questionnaire:
 *
 * Returns: (transfer none): what is asked
 */
UnknotQuestionnaire *
unknot_protocol_get_questionnaire (UnknotProtocol *self)
{
  g_return_val_if_fail (UNKNOT_IS_PROTOCOL (self), NULL);

  return self->questionnaire;
}

/**
 * unknot_protocol_get_rules:
 *
 * Returns: (transfer none): what follows from answers
 */
UnknotRules *
unknot_protocol_get_rules (UnknotProtocol *self)
{
  g_return_val_if_fail (UNKNOT_IS_PROTOCOL (self), NULL);

  return self->rules;
}

/**
 * unknot_protocol_get_evidence:
 *
 * Returns: (transfer none): what the rules rest on
 */
UnknotEvidence *
unknot_protocol_get_evidence (UnknotProtocol *self)
{
  g_return_val_if_fail (UNKNOT_IS_PROTOCOL (self), NULL);

  return self->evidence;
}
