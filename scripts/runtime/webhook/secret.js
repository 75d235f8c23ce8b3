import { tagOf } from "./bytes.js";
import { WebhookVerificationError } from "./error.js";
import { subtle } from "./subtle.js";

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
export async function secretKey(secret) {
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
