// Generated from schemas/events/com.gigs.portOutCredentials.issued.schema.json; do not edit.
import type { PortOutCredentials } from "../objects/PortOutCredentials.cjs";
import type { EventCompanion } from "../runtime.cjs";

/** Sent when credentials to port a phone number out were issued. */
export interface PortOutCredentialsIssuedEvent {
  /** Names the kind of object this is. An event says "event". */
  object: "event";
  /**
   * Identifies the event. A delivery that is repeated carries the same id.
   *
   * @example "evt_0SNlurA049MEWV5gNTcQ5A07h3Ol"
   */
  id: string;
  /** The credentials that were issued. */
  data: PortOutCredentials;
  /**
   * Media type of `data`, as in RFC 2046.
   *
   * @example "application/json"
   * @defaultValue "application/json"
   */
  datacontenttype: string;
  /**
   * Identifies the project in which the event happened.
   *
   * @example "gigs"
   */
  project: string;
  /**
   * Where the event comes from, as a URI.
   *
   * @example "https://api.gigs.com"
   * @defaultValue "https://api.gigs.com"
   * @format uri
   */
  source: string;
  /**
   * Version of the CloudEvents specification that the envelope follows.
   *
   * @example "1.0"
   * @defaultValue "1.0"
   */
  specversion: "1.0";
  /**
   * When the event happened.
   *
   * @example "2022-03-16T14:12:42Z"
   * @format date-time
   */
  time: string;
  /** Names this event. */
  type: "com.gigs.portOutCredentials.issued";
  /**
   * The dated API version in which the event and its `data` are written.
   *
   * @defaultValue "2024-08-29"
   */
  version: string;
}

/** Checks and reads `com.gigs.portOutCredentials.issued` events. */
export declare const PortOutCredentialsIssuedEvent: EventCompanion<PortOutCredentialsIssuedEvent, "com.gigs.portOutCredentials.issued">;

export type { EnvelopeCompanion, EventCompanion, JsonSchemaConverter, JsonSchemaTarget, Reason, Received, StandardResult, StandardSchema, ValidationFailure, ValidationIssue, ValidationResult, ValidationSuccess, Verbs } from "../runtime.cjs";
