import { secretKey } from "./secret.js";
import { subtle } from "./subtle.js";

/**
 * Signs.
 * @param {unknown} secret
 * @param {Uint8Array<ArrayBuffer>} content
 * @returns the signature as it stands in the header
 */
export async function signatureOf(secret, content) {
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
export function isSigned(signatures, expected) {
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
