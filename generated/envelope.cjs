// Generated from schemas/event.schema.json; do not edit.
"use strict";

const { acceptsEvent, explainEvent, schemaOfEvent } = require("./objects/Event.cjs");
const { envelopeCompanion, payloadMembers } = require("./runtime.cjs");

/** Whether a value is a GigsEventEnvelope; stops at the first broken rule. */
function accepts(value) {
  const event = payloadMembers(value);
  if (event === undefined) return false;
  return acceptsEvent(event);
}

/** Reports every broken rule of a value that `accepts` refused. */
function explain(value, report) {
  const event = payloadMembers(value);
  if (event === undefined) report("", "type", "must be an object");
  else explainEvent(event, "", report);
}

/** The JSON Schema, made when it is asked for, and anew each time. */
function schema() {
  const base = schemaOfEvent();
  return {
    title: "GigsEventEnvelope",
    description: "The envelope around every event: the CloudEvents 1.0 attributes and those that Gigs adds.",
    ...base,
    properties: {
      ...base.properties,
      data: { description: "What the event is about.", type: "object" },
      type: { description: "What happened, as a dotted name.", type: "string", minLength: 1 },
    },
  };
}

const GigsEventEnvelope = /* @__PURE__ */ envelopeCompanion("GigsEventEnvelope", [], ["2024-08-29"], accepts, explain, schema);

module.exports = { GigsEventEnvelope };
