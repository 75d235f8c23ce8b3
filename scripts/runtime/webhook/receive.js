import { join } from "./bytes.js";
import { WebhookVerificationError } from "./error.js";
import { readHeaders } from "./headers.js";
import { isSigned, signatureOf } from "./signature.js";

/**
 * @typedef {import("./webhook.js").WebhookVerificationReason} WebhookVerificationReason
 */

/**
 * Reads everything before it waits for anything: what a caller changes meanwhile changes nothing here.
 * @param {import("./webhook.js").WebhookEvents<any>} events
 * @param {import("./webhook.js").ReceiveOptions & { readonly unknown?: import("./webhook.js").WebhookEnvelope<any> }} options
 * @returns {Promise<any>}
 */
export async function receive(events, { body, headers, secret, unknown, tolerance = 300, now = new Date() }) {
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
