// Generated from schemas/; do not edit.
import { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.js";
import { GigsEventEnvelope } from "./envelope.js";
import { EventValidationError, union } from "./runtime.js";

const GigsEvent = /* @__PURE__ */ union("GigsEvent", [
  PortOutCredentialsIssuedEvent,
]);

export { GigsEvent, PortOutCredentialsIssuedEvent, GigsEventEnvelope, EventValidationError };
