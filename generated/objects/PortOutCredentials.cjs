// Generated from schemas/objects/portOutCredentials.schema.json; do not edit.
"use strict";

const { dateTimeOutside, dateTimePattern, dateTimeWords } = require("../patterns.cjs");
const { membersOf, reportMissing } = require("../runtime.cjs");

/** Whether a value is a PortOutCredentials; stops at the first broken rule. */
function acceptsPortOutCredentials(value) {
  const portOutCredentials = membersOf(value);
  if (portOutCredentials === undefined) return false;
  if (portOutCredentials.object !== "portOutCredentials") return false;
  if (typeof portOutCredentials.accountNumber !== "string") return false;
  const accountPin = portOutCredentials.accountPin;
  if (typeof accountPin !== "string" && accountPin !== null) return false;
  if (typeof portOutCredentials.subscription !== "string") return false;
  const expiresAt = portOutCredentials.expiresAt;
  if (typeof expiresAt !== "string") return false;
  return dateTimePattern.test(expiresAt);
}

/** Reports every broken rule of a value that `acceptsPortOutCredentials` refused. */
function explainPortOutCredentials(value, pointer, report) {
  const portOutCredentials = membersOf(value);
  if (portOutCredentials === undefined) report(pointer, "type", "must be an object");
  else {
    reportMissing(portOutCredentials, ["object", "accountNumber", "accountPin", "subscription", "expiresAt"], pointer, report);
    if (portOutCredentials.object !== "portOutCredentials") report(pointer + "/object", "const", 'must be "portOutCredentials"');
    if (typeof portOutCredentials.accountNumber !== "string") report(pointer + "/accountNumber", "type", "must be a string");
    if (typeof portOutCredentials.accountPin !== "string" && portOutCredentials.accountPin !== null) report(pointer + "/accountPin", "type", "must be a string or null");
    if (typeof portOutCredentials.subscription !== "string") report(pointer + "/subscription", "type", "must be a string");
    if (typeof portOutCredentials.expiresAt !== "string") report(pointer + "/expiresAt", "type", "must be a string");
    else if (!dateTimePattern.test(portOutCredentials.expiresAt)) report(pointer + "/expiresAt", "format", `must be ${dateTimeWords}`);
  }
}

/** What others take of the JSON Schema, made when it is asked for, and anew each time. */
function schemaOfPortOutCredentials() {
  return {
    title: "PortOutCredentials",
    type: "object",
    required: ["object", "accountNumber", "accountPin", "subscription", "expiresAt"],
    properties: {
      object: {
        description: 'Names the kind of object this is. Port-out credentials say "portOutCredentials".',
        type: "string",
        const: "portOutCredentials",
      },
      accountNumber: {
        description: "Number of the account at the service provider.",
        type: "string",
        examples: ["123456789"],
      },
      accountPin: {
        description: "PIN of the account at the service provider. Expect null: events are documented to leave the PIN out. The documented example carries one all the same, so a string is valid too.",
        type: ["string", "null"],
        examples: ["1234"],
      },
      subscription: {
        description: "Identifies the subscription whose number may be ported out.",
        type: "string",
        examples: ["sub_0SNlurA049MEWV2gSfSxi00xlPIi"],
      },
      expiresAt: {
        description: `When the credentials stop being valid. Format: date-time; must be ${dateTimeWords}.`,
        type: "string",
        examples: ["2022-02-21T19:38:34Z"],
        pattern: dateTimePattern.source,
        not: { type: "string", pattern: dateTimeOutside },
      },
    },
  };
}

module.exports = { acceptsPortOutCredentials, explainPortOutCredentials, schemaOfPortOutCredentials };
