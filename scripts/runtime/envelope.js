import { companion } from "./companion.js";
import { EventValidationError } from "./error.js";

/**
 * Makes the companion object of what all events share: it reads events that are newer than the package.
 * @template T
 * @param {string} name
 * @param {readonly string[]} sensitive JSON Pointers of credentials
 * @param {readonly unknown[]} versions those that this package was made of; none where all are alike
 * @param {(value: unknown) => value is T} accepts stops at the first broken rule
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 *   reports every broken rule of a value that `accepts` refused
 * @param {(target: string) => Record<string, unknown>} schema makes the JSON Schema, without `$schema`
 * @returns {import("./types.js").EnvelopeCompanion<T>}
 */
export function envelopeCompanion(name, sensitive, versions, accepts, explain, schema) {
  const { type: _, ...verbs } = companion(name, sensitive, accepts, explain, schema);
  /** @param {any} event */
  const isKnown = (event) => versions.length === 0 || versions.includes(event.version);
  return {
    ...verbs,
    parseWith(events, json) {
      try {
        const event = events.parse(json);
        return { known: true, event, versionKnown: isKnown(event) };
      } catch (error) {
        if (!(error instanceof EventValidationError && isOfOtherType(error))) throw error;
      }
      const envelope = verbs.parse(json);
      return { known: false, envelope, versionKnown: isKnown(envelope) };
    },
  };
}

/**
 * Whether a payload was refused for its type: a union does not know it, or it is not that of the one event.
 * @param {EventValidationError} error
 */
function isOfOtherType({ reason, issues }) {
  return reason === "unknown-type" || issues.some(({ pointer, keyword }) => pointer === "/type" && keyword === "const");
}
