// What somebody writes who receives webhooks without a library: importKey, join, sign, compare and parse.
import { GigsEvent } from "../../../generated/index.js";

const encoder = new TextEncoder();

/**
 * Verifies and parses one delivery.
 * @param {string | Uint8Array} body
 * @param {Readonly<Record<string, string>>} headers with names in lower case
 * @param {string} secret
 */
export async function receiveByHand(body, headers, secret) {
  const raw = Uint8Array.from(atob(secret.slice("whsec_".length)), (char) => char.charCodeAt(0));
  const key = await crypto.subtle.importKey("raw", raw, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const head = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.`;
  const start = encoder.encode(head);
  const bytes = typeof body === "string" ? encoder.encode(body) : body;
  const content = new Uint8Array(start.length + bytes.length);
  content.set(start);
  content.set(bytes, start.length);
  const signature = new Uint8Array(await crypto.subtle.sign("HMAC", key, content));
  const expected = `v1,${btoa(String.fromCharCode(...signature))}`;
  const candidates = headers["webhook-signature"]?.split(" ") ?? [];
  if (!candidates.includes(expected)) throw new Error("wrong signature");
  return GigsEvent.parse(body);
}
