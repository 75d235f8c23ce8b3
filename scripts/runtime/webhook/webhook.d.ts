/**
 * Why a webhook was refused: one of the three headers is missing, the timestamp is no number of seconds, it is too far from
 * now, no signature is one by a secret of yours, or a secret of yours cannot be one.
 */
export type WebhookVerificationReason =
  "missing-header" | "bad-timestamp" | "stale" | "no-matching-signature" | "bad-secret";

/** Thrown by `receive`. It holds no secret, no body and no signature, so it is safe to log. */
export declare class WebhookVerificationError extends Error {
  private constructor();
  readonly name: "WebhookVerificationError";
  readonly reason: WebhookVerificationReason;
  /** Recognises the errors of the ESM and of the CommonJS build alike. */
  static [Symbol.hasInstance](value: unknown): value is WebhookVerificationError;
}

/** What `receive` parses with: the union of all events, or one event. It gets the bytes that were signed, of a text too. */
export interface WebhookEvents<T> {
  readonly parse: (json: string | Uint8Array) => T;
}

/** An event; or what is known of one whose type is newer than the package. */
export type Received<T, Envelope> =
  | { readonly known: true; readonly event: T; readonly versionKnown: boolean }
  | { readonly known: false; readonly envelope: Envelope; readonly versionKnown: boolean };

/** What reads events that are newer than the package: the companion of what all events share. */
export interface WebhookEnvelope<Envelope> {
  readonly parseWith: <T>(events: WebhookEvents<T>, json: string | Uint8Array) => Received<T, Envelope>;
}

/** The headers of a request: Headers, an object, or what Node gives. Names may be in any case. */
export type WebhookHeaders =
  | { readonly get: (name: string) => string | null }
  | { readonly [name: string]: string | readonly string[] | undefined };

/** A CryptoKey as `secretKey` makes it; nobody can read the secret from it. */
export interface SecretKey {
  readonly type: string;
  readonly extractable: boolean;
  readonly algorithm: { readonly name: string };
  readonly usages: readonly string[];
}

/** What `receive` is given. */
export interface ReceiveOptions {
  /** The raw body, as it came: a string, or bytes such as a Buffer. */
  readonly body: string | Uint8Array | ArrayBuffer;
  /** All headers of the request; `webhook-id`, `webhook-timestamp` and `webhook-signature`, or all three with `svix-`. */
  readonly headers: WebhookHeaders;
  /**
   * The endpoint's secret: base64 with its padding, with `whsec_` before it or without, or a key that `secretKey` made.
   * Several while it is rotated.
   */
  readonly secret: string | SecretKey | readonly (string | SecretKey)[];
  /** How many seconds the timestamp may be away from now, in both directions; 300 unless said. */
  readonly tolerance?: number | undefined;
  /** The time, for tests. */
  readonly now?: Date | undefined;
}

/** The headers that `sign` gives. */
export type SignedHeaders = Readonly<Record<"webhook-id" | "webhook-timestamp" | "webhook-signature", string>>;

/**
 * Verifies a webhook by Standard Webhooks, and parses its body. Throws a WebhookVerificationError; where the signature is
 * right and the body is no such event, an EventValidationError; where the body is parsed already, a TypeError.
 * @param events decides what is given back
 * @example const event = await receive(SomeEvent, { body: await request.text(), headers: request.headers, secret });
 */
export declare function receive<T>(
  events: WebhookEvents<T>,
  options: ReceiveOptions & { readonly unknown?: undefined },
): Promise<T>;

/**
 * Verifies a webhook, and gives what all events share where its type is newer than the package: enough to store it.
 * @example
 * const received = await receive(SomeEvent, { body, headers, secret, unknown: SomeEventEnvelope });
 * if (!received.known) store(received.envelope.id);
 */
export declare function receive<T, Envelope>(
  events: WebhookEvents<T>,
  options: ReceiveOptions & { readonly unknown: WebhookEnvelope<Envelope> },
): Promise<Received<T, Envelope>>;

/**
 * Makes a key of a secret, once for many calls. Throws a WebhookVerificationError where it cannot be a secret.
 * @param secret base64 with its padding, with `whsec_` before it or without
 * @example const secret = await secretKey(process.env["WEBHOOK_SECRET"] ?? "");
 */
export declare function secretKey(secret: string): Promise<SecretKey>;

/**
 * Signs a body as a sender of webhooks does, for tests and for passing events on. Throws a WebhookVerificationError where
 * the secret cannot be one, and a TypeError where the id or the time cannot be a header.
 * @param body is sent as it is signed
 * @param delivery `id` is of visible ASCII characters without a dot; of `timestamp` the seconds count
 * @example const headers = await sign(body, secret, { id: "msg_1", timestamp: new Date() });
 */
export declare function sign(
  body: string | Uint8Array | ArrayBuffer,
  secret: string | SecretKey,
  delivery: { readonly id: string; readonly timestamp: Date },
): Promise<SignedHeaders>;

/** A handler for each type of event, or for some; what it is given is the event of its type. */
export type EventHandlers<Event extends { readonly type: string }> = {
  readonly [Type in Event["type"]]?: ((event: Extract<Event, { readonly type: Type }>) => unknown) | undefined;
};

/** The types of which an object surely has a handler: not those that may be undefined. */
export type HandledType<Handlers, Type = keyof Handlers> = Type extends keyof Handlers
  ? undefined extends Handlers[Type]
    ? never
    : Type
  : never;

/** The events that an object of handlers has none for, or none for sure. */
export type Unhandled<Event extends { readonly type: string }, Handlers> = Exclude<
  Event,
  { readonly type: HandledType<Handlers> }
>;

/** What a handler gives. */
export type ResultOf<Handler> = Handler extends (event: never) => infer Result ? Result : never;

/** What the handlers of an object give. */
export type Handled<Handlers> = Handlers extends unknown ? ResultOf<NonNullable<Handlers[keyof Handlers]>> : never;

/**
 * Calls the handler of an event's type, with the event of that type, and gives what it gives.
 * @param event an event
 * @param handlers an object with a function by type, which is called as its method; a type that there is not does not
 *   compile. Only the object's own members count, not those of a class: a method that it inherits is not called
 * @param fallback gets the events that have no handler
 * @example route(event, { "com.example.sent": (sent) => store(sent.data) }, (other) => log(other.type));
 */
export declare function route<
  Event extends { readonly type: string },
  Handlers extends EventHandlers<Event>,
  Other = never,
>(
  event: Event,
  handlers: Handlers & { readonly [Type in Exclude<keyof Handlers, Event["type"]>]: never },
  fallback: (event: Unhandled<Event, Handlers>) => Other,
): Handled<Handlers> | Other;

/**
 * Does the same for what `receive` gives of an event that may be newer than the package: the fallback gets its envelope.
 * @example route(received, { "com.example.sent": (sent) => store(sent.data) }, (other) => log(other.type));
 */
export declare function route<
  Event extends { readonly type: string },
  Envelope,
  Handlers extends EventHandlers<Event>,
  Other = never,
>(
  received: Received<Event, Envelope>,
  handlers: Handlers & { readonly [Type in Exclude<keyof Handlers, Event["type"]>]: never },
  fallback: (event: Unhandled<Event, Handlers> | Envelope) => Other,
): Handled<Handlers> | Other;
