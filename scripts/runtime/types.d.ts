/**
 * Why a payload was refused: its bytes are not UTF-8, its text is not JSON, its `type` is one that this package does
 * not know (a newer event: acknowledge it and move on), or it breaks the event's schema.
 */
export type Reason = "not-utf8" | "not-json" | "unknown-type" | "invalid";

/**
 * One wrong member. An error says where and what was expected, never what was found. The name of a member that no
 * schema describes is shown as it is where it has at most 64 characters of printable ASCII, and escaped and cut
 * otherwise. So it is safe to log.
 */
export interface ValidationIssue {
  /** JSON Pointer (RFC 6901) of the wrong member, or of the missing one; "" is the payload itself. */
  readonly pointer: string;
  /** The same as an array of keys; indexes of arrays are numbers. It ends at the object where a name is cut. */
  readonly path: readonly (string | number)[];
  /** The JSON Schema keyword that is broken. */
  readonly keyword: string;
  /** What was expected, such as "must be a string or null"; at most 300 characters. */
  readonly message: string;
}

/** The answer of `validate` for a valid payload. */
export interface ValidationSuccess<T> {
  readonly valid: true;
  /** The very object that was validated. */
  readonly value: T;
}

/** The answer of `validate` for a payload that was refused. */
export interface ValidationFailure {
  readonly valid: false;
  readonly reason: Reason;
  /** One per wrong member, 100 at most. */
  readonly issues: readonly ValidationIssue[];
  /** Present where there were more issues. */
  readonly truncated?: true;
}

/** The answer of `validate`. */
export type ValidationResult<T> = ValidationSuccess<T> | ValidationFailure;

/** Thrown by `assert` and `parse`. Its text lists the issues, in at most 100 lines of 400 characters. */
export declare class EventValidationError extends Error {
  private constructor();
  readonly name: "EventValidationError";
  readonly reason: Reason;
  readonly issues: readonly ValidationIssue[];
  /** Recognises the errors of the ESM and of the CommonJS build alike. */
  static [Symbol.hasInstance](value: unknown): value is EventValidationError;
}

/** What Standard Schema and Standard JSON Schema ask of a validator (https://standardschema.dev). */
export interface StandardSchema<T> {
  readonly version: 1;
  /** Name of the package. */
  readonly vendor: string;
  /** Checks a value, without a promise; what is valid is given back as it is. */
  readonly validate: (value: unknown) => StandardResult<T>;
  /** The JSON Schema behind the check. */
  readonly jsonSchema: JsonSchemaConverter;
  /** For inference only: there is no such member at run time. */
  readonly types?: { readonly input: T; readonly output: T } | undefined;
}

/** The answer of Standard Schema's `validate`. */
export type StandardResult<T> =
  | { readonly value: T; readonly issues?: undefined }
  | { readonly issues: readonly { readonly message: string; readonly path: readonly (string | number)[] }[] };

/** Gives the JSON Schema. What is valid is not changed by the check, so that both members give the same. */
export interface JsonSchemaConverter {
  /**
   * Makes the schema of what goes in. A target that is no draft of ours is a TypeError.
   * @example SomeEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" });
   */
  readonly input: (options: { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
  /**
   * Makes the schema of what comes out.
   * @example SomeEvent["~standard"].jsonSchema.output({ target: "draft-07" });
   */
  readonly output: (options: { readonly target: JsonSchemaTarget }) => Record<string, unknown>;
}

/** The drafts that there are; any other target is a TypeError. Standard JSON Schema wants the type to be open. */
export type JsonSchemaTarget = "draft-2020-12" | "draft-07" | (string & {});

/** What can be done with an event, or with the union of all. No function needs `this`: `list.filter(SomeEvent.is)` works. */
export interface Verbs<T> {
  /**
   * Whether a value is such an event. The fastest verb.
   * @example if (SomeEvent.is(value)) console.log(value.type);
   */
  readonly is: (value: unknown) => value is T;
  /**
   * Checks a value and lists what is wrong with it.
   * @example const result = SomeEvent.validate(value); if (!result.valid) console.warn(result.issues);
   */
  readonly validate: (value: unknown) => ValidationResult<T>;
  /**
   * Throws an EventValidationError unless the value is such an event.
   * @example SomeEvent.assert(value); console.log(value.type);
   */
  readonly assert: (value: unknown) => asserts value is T;
  /**
   * Reads JSON text, or its UTF-8 bytes, and returns the event. Throws an EventValidationError.
   * @example const event = SomeEvent.parse(await request.text());
   */
  readonly parse: (json: string | Uint8Array) => T;
  /** For libraries that take any Standard Schema or Standard JSON Schema. */
  readonly "~standard": StandardSchema<T>;
}

/** The companion of one event. */
export interface EventCompanion<T, Type extends string> extends Verbs<T> {
  /** The event's `type` on the wire. */
  readonly type: Type;
  /** JSON Pointers of the members that hold credentials: keep them out of logs. `*` is every item, `**` all below. */
  readonly sensitive: readonly string[];
}

/** An event; or what is known of one whose type is newer than this package. */
export type Received<T, Envelope> =
  | {
      readonly known: true;
      readonly event: T;
      /** Whether the event is of a version that this package was made of. Another one is received all the same. */
      readonly versionKnown: boolean;
    }
  | {
      readonly known: false;
      /** What all events share: enough to store it, and to know it again by its `id`. */
      readonly envelope: Envelope;
      readonly versionKnown: boolean;
    };

/** The companion of what all events share. */
export interface EnvelopeCompanion<T> extends Verbs<T> {
  /** JSON Pointers of the members that hold credentials: keep them out of logs. */
  readonly sensitive: readonly string[];
  /**
   * Reads an event, or what all events share of one whose type is not known. Throws an EventValidationError.
   * @example const received = SomeEnvelope.parseWith(SomeEvent, body); if (!received.known) store(received.envelope.id);
   */
  readonly parseWith: <Event>(
    events: { readonly parse: (json: string | Uint8Array) => Event },
    json: string | Uint8Array,
  ) => Received<Event, T>;
}

/** The companion of a union of events. */
export interface UnionCompanion<T, Type extends string> extends Verbs<T> {
  /** The `type` of every event that this package knows. */
  readonly types: readonly Type[];
  /** JSON Pointers of the members that hold credentials, in any event: keep them out of logs. */
  readonly sensitive: readonly string[];
}
