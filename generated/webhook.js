// Generated from scripts/runtime/webhook/; do not edit.

/** Name of the package. */
const packageName = "gigs-events";

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const refusal = /* @__PURE__ */ Symbol.for(`${packageName}/WebhookVerificationError`);

/** Thrown by `receive`. It says which rule is broken and what to do, and holds no secret, no body and no signature. */
class WebhookVerificationError extends Error {
  /**
   * @param {WebhookVerificationReason} reason
   * @param {string} message in words that hold nothing of the request
   */
  constructor(reason, message) {
    super(message);
    this.name = "WebhookVerificationError";
    this.reason = reason;
  }

  get [refusal]() {
    return true;
  }

  /**
   * @param {unknown} value
   * @override
   */
  static [Symbol.hasInstance](value) {
    return this === WebhookVerificationError ? refusal in Object(value) : super[Symbol.hasInstance](value);
  }
}

/**
 * The tag of an object: unlike its class it is the same in every realm.
 * @param {any} value
 */
const tagOf = (value) => value?.[Symbol.toStringTag];

/**
 * Joins what is signed.
 * @param {string} head what stands before the body
 * @param {any} body
 * @returns {[content: Uint8Array<ArrayBuffer>, body: Uint8Array]} the body is that of the content, which nobody else can
 *   change; of a text too it is what is signed, where half a surrogate pair is U+FFFD
 */
function join(head, body) {
  const encoder = new TextEncoder();
  const start = encoder.encode(head);
  const rest = typeof body === "string" ? encoder.encode(body) : body;
  if (!/^(Uint8Array|ArrayBuffer)$/.test(tagOf(rest))) {
    throw new TypeError(
      'body must be raw text or bytes, not parsed: express.raw({ type: "application/json" }); Fastify: addContentTypeParser, parseAs "buffer"; Next: request.arrayBuffer(); Lambda: see isBase64Encoded.',
    );
  }
  const content = new Uint8Array(start.length + rest.byteLength);
  content.set(start);
  content.set(rest.buffer ? rest : new Uint8Array(rest), start.length);
  return [content, content.subarray(start.length)];
}

/** WebCrypto. It is looked for when it is needed: importing the module works everywhere. */
function subtle() {
  const found = globalThis.crypto?.subtle;
  if (!found) throw new Error("crypto.subtle is missing: use https, or Node 20.");
  return found;
}

/**
 * Decodes a secret; gives nothing where it is none.
 * @param {string} secret
 */
function decode(secret) {
  try {
    const base64 = secret.replace(/^whsec_/, "");
    const text = atob(base64);
    // Back again: `atob` takes white space, missing padding and bits that stand for nothing.
    if (btoa(text) === base64) return text;
  } catch {
    // The engine's own error goes no further: nothing of a secret may leave this function.
  }
}

/**
 * Makes a key of a secret, which cannot be read from it; a key is given back as it is.
 * @param {any} secret
 * @returns {Promise<CryptoKey>}
 */
async function secretKey(secret) {
  if (tagOf(secret) === "CryptoKey") return secret;
  const text = decode(secret);
  if (!text) {
    throw new WebhookVerificationError(
      "bad-secret",
      "secret must be whsec_ and padded base64, or a key of secretKey: copy it anew.",
    );
  }
  const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
  return subtle().importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
}

/**
 * Finds the headers of a signed webhook; all three have the same prefix.
 * @param {any} headers Headers, or an object with names in any case
 * @returns {[prefix: string, id: string, timestamp: string, signatures: string]}
 */
function readHeaders(headers) {
  // A header can be called get too: that is no function.
  /** @type {{ get(name: string): unknown }} */
  const all = headers.get?.call
    ? headers
    : new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
  for (const prefix of ["webhook-", "svix-"]) {
    // What is there several times is joined, as Headers do: it has no form that is asked for.
    const found = ["id", "timestamp", "signature"].map((name) => `${all.get(prefix + name) ?? ""}`);
    if (found.every(Boolean)) return /** @type {any} */ ([prefix, ...found]);
  }
  throw new WebhookVerificationError(
    "missing-header",
    "webhook-id, -timestamp and -signature must be there, or all of svix-: pass all headers.",
  );
}

/**
 * Signs.
 * @param {unknown} secret
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns the signature as it stands in the header
 */
async function signatureOf(secret, content) {
  const key = await secretKey(secret);
  const bytes = new Uint8Array(await subtle().sign("HMAC", key, content));
  return `v1,${btoa(String.fromCharCode(...bytes))}`;
}

/**
 * Whether one of the signatures of a header is one of those that are expected. All are compared to their ends, so that
 * the time it takes says nothing of a signature.
 * @param {string} signatures separated by spaces; those of other versions are not equal to any
 * @param {readonly string[]} expected
 */
function isSigned(signatures, expected) {
  let isFound = false;
  for (const candidate of signatures.split(" ")) {
    for (const wanted of expected) {
      let difference = candidate.length ^ wanted.length;
      for (let i = 0; i < wanted.length; i++) difference |= candidate.charCodeAt(i) ^ wanted.charCodeAt(i);
      isFound ||= !difference;
    }
  }
  return isFound;
}

/**
 * Reads everything before it waits for anything: what a caller changes meanwhile changes nothing here.
 * @param {import("./webhook.js").WebhookEvents<any>} events
 * @param {import("./webhook.js").ReceiveOptions & { readonly unknown?: import("./webhook.js").WebhookEnvelope<any> }} options
 * @returns {Promise<any>}
 */
async function receive(events, { body, headers, secret, unknown, tolerance = 300, now = new Date() }) {
  const [prefix, id, timestamp, signatures] = readHeaders(headers);
  /** @type {(isMet: boolean, reason: WebhookVerificationReason, rule: string) => void} */
  const insist = (isMet, reason, rule) => {
    if (!isMet) throw new WebhookVerificationError(reason, prefix + rule);
  };
  insist(/^\d{1,12}$/.test(timestamp), "bad-timestamp", "timestamp must be seconds since 1970, 1 to 12 digits.");
  // A time or a tolerance that is no number is within nothing.
  const isRecent = Math.abs(+now / 1000 - +timestamp) <= tolerance;
  insist(isRecent, "stale", `timestamp must be within ${tolerance} seconds of now: check the clock.`);
  const [content, signed] = join(`${id}.${timestamp}.`, body);
  const secrets = Array.isArray(secret) && secret.length ? secret : [secret];
  const expected = await Promise.all(secrets.map((each) => signatureOf(each, content)));
  const rule = "signature must match secret and raw body: check both.";
  insist(isSigned(signatures, expected), "no-matching-signature", rule);
  return unknown ? unknown.parseWith(events, signed) : events.parse(signed);
}

/**
 * Calls the handler of an event's type. Only handlers that the object itself has count: no type is named like what
 * objects inherit.
 * @param {any} event an event, or what `receive` gives of one that may be newer than the package
 * @param {any} handlers
 * @param {any} fallback
 */
function route(event, handlers, fallback) {
  if (event.known === false && event.type === undefined) return fallback(event.envelope);
  const known = event.type === undefined ? event.event : event;
  const isHandled = Object.hasOwn(handlers, known.type) && handlers[known.type];
  return isHandled ? handlers[known.type](known) : fallback(known);
}

/**
 * @param {string | Uint8Array | ArrayBuffer} body
 * @param {string | import("./webhook.js").SecretKey} secret
 * @param {{ readonly id: string, readonly timestamp: Date }} delivery
 * @returns {Promise<import("./webhook.js").SignedHeaders>}
 */
async function sign(body, secret, { id, timestamp }) {
  // With a dot in it, an id and a time could be read as others: all three parts are joined by dots.
  if (typeof id !== "string" || !/^[!-\-/-~]+$/.test(id)) {
    throw new TypeError("id has to be a text of visible ASCII characters without a dot, such as msg_1.");
  }
  const seconds = String(Math.floor(timestamp.getTime() / 1000));
  if (!/^\d{1,12}$/.test(seconds)) throw new TypeError("timestamp has to be a Date from 1970 on.");
  const [content] = join(`${id}.${seconds}.`, body);
  return {
    "webhook-id": id,
    "webhook-timestamp": seconds,
    "webhook-signature": await signatureOf(secret, content),
  };
}

export { WebhookVerificationError, receive, route, secretKey, sign };
