// Generated from scripts/runtime/webhook/webhook.d.ts; do not edit.
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

/** What `receive` parses with: the union of all events, or one event. */
export interface WebhookEvents<T> {
  readonly parse: (json: string | Uint8Array) => T;
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
export declare function receive<T>(events: WebhookEvents<T>, options: ReceiveOptions): Promise<T>;

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
