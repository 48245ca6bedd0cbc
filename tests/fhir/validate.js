// SPDX-License-Identifier: GPL-3.0-or-later
// Holds a FHIR R4 Bundle against two validators, and both against faults that they must find.
"use strict";

const fs = require("fs");
const path = require("path");

const modules = process.argv[2];
const bundle = JSON.parse(fs.readFileSync(process.argv[3], "utf8"));
const { Fhir } = require(path.join(modules, "fhir"));
const medplum = require(path.join(modules, "@medplum", "core"));

for (const name of ["profiles-types.json", "profiles-resources.json"]) {
  const file = path.join(modules, "@medplum", "definitions", "dist", "fhir", "r4", name);
  medplum.indexStructureDefinitionBundle(JSON.parse(fs.readFileSync(file, "utf8")));
}

function validateWithFhir(resource) {
  const result = new Fhir().validate(resource, { errorOnUnexpected: true });
  return result.messages.filter((message) => ["error", "fatal"].includes(message.severity))
    .map((message) => `${message.location}: ${message.message}`);
}

function validateWithMedplum(resource) {
  try {
    medplum.validateResource(resource);
    return [];
  } catch (error) {
    if (!error.outcome) throw error;
    return error.outcome.issue.map((issue) => `${issue.expression}: ${issue.details.text}`);
  }
}

const validators = { fhir: validateWithFhir, medplum: validateWithMedplum };

function find(resources, type) {
  return resources.entry.map((entry) => entry.resource)
    .find((resource) => resource.resourceType === type);
}

// Each is found by both.
const faults = {
  "no status": (changed) => delete find(changed, "Observation").status,
  "no code": (changed) => delete find(changed, "Observation").code,
  "an unknown member": (changed) => { find(changed, "Observation").dog = true; },
  "a text for a number": (changed) => { find(changed, "Observation").valueInteger = "3"; },
  "no medicine": (changed) => delete find(changed, "MedicationStatement").medicationCodeableConcept,
  "no kind of bundle": (changed) => delete changed.type,
};

let failed = false;

for (const [name, validate] of Object.entries(validators)) {
  const messages = validate(bundle);
  messages.slice(0, 20).forEach((message) => console.error(`${name}: ${message}`));
  failed ||= messages.length > 0;

  for (const [fault, spoil] of Object.entries(faults)) {
    const changed = structuredClone(bundle);
    spoil(changed);
    if (validate(changed).length === 0) {
      console.error(`${name}: did not find the fault “${fault}”`);
      failed = true;
    }
  }
}

console.log(`${bundle.entry.length} resources ${failed ? "are not valid" : "are valid"}`);
process.exitCode = failed ? 1 : 0;
