import { packageName } from "./name.js";

/**
 * @typedef {import("./types.js").ValidationFailure} ValidationFailure
 */

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const brand = Symbol.for(`${packageName}/EventValidationError`);

/** Lines of an error's text at most. */
const maxLines = 100;

/** Thrown by `assert` and `parse`. It says where, which rule and what was expected, and never what was found. */
export class EventValidationError extends Error {
  /**
   * @param {string} name of the event or the union that was expected
   * @param {ValidationFailure} failure
   */
  constructor(name, { reason, issues, truncated }) {
    const lines = [`not a valid ${name} (${reason})`];
    for (const { pointer, message } of issues) lines.push(`  ${pointer || "(root)"} ${message}`);
    if (truncated || lines.length > maxLines) lines[maxLines - 1] = "  and more";
    // No line has more than 400 characters: logs cut them, and a payload decides how deep a pointer leads.
    super(
      lines
        .slice(0, maxLines)
        .join("\n")
        .replace(/^(.{399}).{2,}/gmu, "$1…"),
    );
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
