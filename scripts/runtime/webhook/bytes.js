/**
 * The tag of an object: unlike its class it is the same in every realm.
 * @param {any} value
 */
export const tagOf = (value) => value?.[Symbol.toStringTag];

/**
 * Joins what is signed.
 * @param {string} head what stands before the body
 * @param {any} body
 * @returns {[content: Uint8Array<ArrayBuffer>, body: Uint8Array]} the body is that of the content, which nobody else can
 *   change; of a text too it is what is signed, where half a surrogate pair is U+FFFD
 */
export function join(head, body) {
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
