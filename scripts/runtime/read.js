import { collect } from "./issues.js";

/**
 * @template T
 * @typedef {import("./types.js").ValidationResult<T>} ValidationResult
 */

/**
 * Reads JSON text, or its UTF-8 bytes.
 * @param {string | Uint8Array} json
 * @returns {ValidationResult<unknown>}
 */
export function readJson(json) {
  let text = json;
  if (typeof text !== "string") {
    // By tag, not by `instanceof`: a Uint8Array can come from another realm.
    if (text?.[Symbol.toStringTag] !== "Uint8Array") {
      throw new TypeError("parse takes JSON as text or bytes; validate takes values");
    }
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
    } catch {
      return collect(json, (_, report) => report("", "encoding", "must be UTF-8 text"), "not-utf8");
    }
  }
  try {
    return { valid: true, value: JSON.parse(text) };
  } catch {
    // The engine's own error quotes the payload: neither it nor its text may leave this function.
    return collect(json, (_, report) => report("", "json", "must be JSON text without a byte order mark"), "not-json");
  }
}
