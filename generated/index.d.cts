// Generated from schemas/; do not edit.
import type { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.cjs";
import type { UnionCompanion } from "./runtime.cjs";

export { PortOutCredentialsIssuedEvent } from "./events/com.gigs.portOutCredentials.issued.cjs";
export { GigsEventEnvelope } from "./envelope.cjs";
export type { PortOutCredentials } from "./objects/PortOutCredentials.cjs";
export { EventValidationError } from "./runtime.cjs";
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
} from "./runtime.cjs";

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
