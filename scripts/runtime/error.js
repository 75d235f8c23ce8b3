import { packageName } from "./name.js";

/**
 * @typedef {import("./types.js").ValidationFailure} ValidationFailure
 */

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const brand = Symbol.for(`${packageName}/EventValidationError`);

/** Thrown by `assert` and `parse`. It says where, which rule and what was expected, and never what was found. */
export class EventValidationError extends Error {
  /**
   * @param {string} name of the event or the union that was expected
   * @param {ValidationFailure} failure
   */
  constructor(name, { reason, issues, truncated }) {
    const lines = issues.map(({ pointer, message }) => `\n  ${pointer || "(root)"} ${message}`);
    super(`not a valid ${name} (${reason})${lines.join("")}${truncated ? "\n  and more" : ""}`);
    this.name = "EventValidationError";
    this.reason = reason;
    this.issues = issues;
  }

  get [brand]() {
    return true;
  }

  /**
   * @param {unknown} value
   * @override
   */
  static [Symbol.hasInstance](value) {
    return this === EventValidationError ? brand in Object(value) : super[Symbol.hasInstance](value);
  }
}
