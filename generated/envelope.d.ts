// Generated from schemas/event.schema.json; do not edit.
import type { EnvelopeCompanion } from "./runtime.js";

/** The envelope around every event: the CloudEvents 1.0 attributes and those that Gigs adds. */
export interface GigsEventEnvelope {
  /** Names the kind of object this is. An event says "event". */
  object: "event";
  /**
   * Identifies the event. A delivery that is repeated carries the same id.
   *
   * @example "evt_0SNlurA049MEWV5gNTcQ5A07h3Ol"
   */
  id: string;
  /** What the event is about. */
  data: {
    [k: string]: unknown;
  };
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
  /** What happened, as a dotted name. */
  type: string;
  /**
   * The dated API version in which the event and its `data` are written.
   *
   * @defaultValue "2024-08-29"
   */
  version: string;
}

/** Checks and reads what all events share, for events that are newer than this package. */
export declare const GigsEventEnvelope: EnvelopeCompanion<GigsEventEnvelope>;
