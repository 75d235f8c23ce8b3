// Generated from schemas/; do not edit.
"use strict";

const { PortOutCredentialsIssuedEvent } = require("./events/com.gigs.portOutCredentials.issued.cjs");
const { GigsEventEnvelope } = require("./envelope.cjs");
const { EventValidationError, union } = require("./runtime.cjs");

const GigsEvent = /* @__PURE__ */ union("GigsEvent", [
  PortOutCredentialsIssuedEvent,
]);

module.exports = { GigsEvent, PortOutCredentialsIssuedEvent, GigsEventEnvelope, EventValidationError };
