import { join } from "./bytes.js";
import { signatureOf } from "./signature.js";

/**
 * @param {string | Uint8Array | ArrayBuffer} body
 * @param {string | import("./webhook.js").SecretKey} secret
 * @param {{ readonly id: string, readonly timestamp: Date }} delivery
 * @returns {Promise<import("./webhook.js").SignedHeaders>}
 */
export async function sign(body, secret, { id, timestamp }) {
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
