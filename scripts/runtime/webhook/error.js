import { packageName } from "../name.js";

/**
 * @typedef {import("./webhook.js").WebhookVerificationReason} WebhookVerificationReason
 */

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const refusal = /* @__PURE__ */ Symbol.for(`${packageName}/WebhookVerificationError`);

/** Thrown by `receive`. It says which rule is broken and what to do, and holds no secret, no body and no signature. */
export class WebhookVerificationError extends Error {
  /**
   * @param {WebhookVerificationReason} reason
   * @param {string} message in words that hold nothing of the request
   */
  constructor(reason, message) {
    super(message);
    this.name = "WebhookVerificationError";
    this.reason = reason;
  }

  get [refusal]() {
    return true;
  }

  /**
   * @param {unknown} value
   * @override
   */
  static [Symbol.hasInstance](value) {
    return this === WebhookVerificationError ? refusal in Object(value) : super[Symbol.hasInstance](value);
  }
}
