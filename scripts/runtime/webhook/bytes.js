/**
 * The tag of an object: unlike its class it is the same in every realm.
 * @param {any} value
 */
export const tagOf = (value) => value?.[Symbol.toStringTag];

/**
 * Joins what is signed.
 * @param {string} head what stands before the body
 * @param {any} body
 * @returns {[content: Uint8Array<ArrayBuffer>, body: string | Uint8Array]} the body is that of the content, which nobody
 *   else can change
 */
export function join(head, body) {
  const encoder = new TextEncoder();
  if (typeof body === "string") return [encoder.encode(head + body), body];
  if (!/^(Uint8Array|ArrayBuffer)$/.test(tagOf(body))) {
    throw new TypeError(
      'body must be raw text or bytes, not parsed: express.raw({ type: "application/json" }); Fastify: addContentTypeParser, parseAs "buffer"; Next: request.arrayBuffer(); Lambda: see isBase64Encoded.',
    );
  }
  const start = encoder.encode(head);
  const content = new Uint8Array(start.length + body.byteLength);
  content.set(start);
  content.set(body.buffer ? body : new Uint8Array(body), start.length);
  return [content, content.subarray(start.length)];
}
