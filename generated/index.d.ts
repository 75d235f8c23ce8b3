// Generated from schemas/; do not edit.
import type { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.js";
import type { UnionCompanion } from "./runtime.js";

export { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.js";
export { GigsEventEnvelope } from "./envelope.js";
export type { PortOutCredentials } from "./objects/PortOutCredentials.js";
export { EventValidationError } from "./runtime.js";
export type {
  EnvelopeCompanion,
  EventCompanion,
  JsonSchemaConverter,
  JsonSchemaTarget,
  Reason,
  Received,
  StandardResult,
  StandardSchema,
  UnionCompanion,
  ValidationFailure,
  ValidationIssue,
  ValidationResult,
  ValidationSuccess,
  Verbs,
} from "./runtime.js";

/** Each event's interface, by its `type`. */
export interface GigsEventMap {
  "com.gigs.portOutCredentials.issued": PortOutCredentialsIssuedEvent;
}

/** The `type` of every event. */
export type GigsEventType = keyof GigsEventMap;

/** Any event; `type` tells which. */
export type GigsEvent = PortOutCredentialsIssuedEvent;

/** Checks and reads events of every type. */
export declare const GigsEvent: UnionCompanion<GigsEvent, GigsEventType>;
