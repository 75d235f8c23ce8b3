import { WebhookVerificationError } from "./error.js";

/**
 * Finds the headers of a signed webhook; all three have the same prefix.
 * @param {any} headers Headers, or an object with names in any case
 * @returns {[prefix: string, id: string, timestamp: string, signatures: string]}
 */
export function readHeaders(headers) {
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
