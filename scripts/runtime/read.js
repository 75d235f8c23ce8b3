import { issue, refuse } from "./issues.js";

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
    if (Object.prototype.toString.call(text) !== "[object Uint8Array]") {
      throw new TypeError("parse takes the JSON text as a string or a Uint8Array");
    }
    try {
      text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(text);
    } catch {
      return refuse("not-utf8", [issue("", [], "encoding", "must be UTF-8 text")]);
    }
  }
  try {
    return { valid: true, value: JSON.parse(text) };
  } catch {
    // The engine's own error quotes the payload: neither it nor its text may leave this function.
    return refuse("not-json", [issue("", [], "json", "must be JSON text without a byte order mark")]);
  }
}
