import { EventValidationError } from "./error.js";
import { collect } from "./issues.js";
import { anyOf, converter } from "./jsonSchema.js";
import { payloadMembers } from "./members.js";
import { packageName } from "./name.js";
import { readJson } from "./read.js";
import { refuseType } from "./unknown.js";

/**
 * @template T
 * @typedef {import("./types.js").ValidationResult<T>} ValidationResult
 */

/**
 * Makes the companion object of one event.
 * @template T
 * @template {string} Type
 * @param {Type} type
 * @param {readonly string[]} sensitive JSON Pointers of credentials
 * @param {(value: unknown) => value is T} accepts stops at the first broken rule
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 *   reports every broken rule of a value that `accepts` refused
 * @param {(target: string) => Record<string, unknown>} schema makes the JSON Schema, without `$schema`
 * @returns {import("./types.js").EventCompanion<T, Type>}
 */
export function companion(type, sensitive, accepts, explain, schema) {
  return {
    type,
    sensitive,
    ...verbs(type, accepts, (value) => (accepts(value) ? { valid: true, value } : collect(value, explain)), schema),
  };
}

/**
 * Makes the companion object of a union of events.
 * @template T
 * @template {string} Type
 * @param {string} name of the union
 * @param {readonly import("./types.js").EventCompanion<any, Type>[]} members
 * @returns {import("./types.js").UnionCompanion<T, Type>}
 */
export function union(name, members) {
  // A Map has no inherited entries: `__proto__` and `constructor` are unknown types like any other.
  const byType = new Map(members.map((member) => [/** @type {unknown} */ (member.type), member]));
  /** @param {unknown} value */
  const find = (value) => byType.get(payloadMembers(value)?.type);
  return {
    types: members.map(({ type }) => type),
    sensitive: [...new Set(members.flatMap((member) => member.sensitive))],
    ...verbs(
      name,
      /** @type {(value: unknown) => value is T} */ ((value) => find(value)?.is(value) ?? false),
      (value) => find(value)?.validate(value) ?? refuseType(value),
      (target) => anyOf(name, members, target),
    ),
  };
}

/**
 * The verbs that an event and the union share.
 * @template T
 * @param {string} name
 * @param {(value: unknown) => value is T} is
 * @param {(value: unknown) => ValidationResult<T>} validate
 * @param {(target: string) => Record<string, unknown>} schema
 * @returns {import("./types.js").Verbs<T>}
 */
function verbs(name, is, validate, schema) {
  /** @param {ValidationResult<T>} result */
  const insist = (result) => {
    if (!result.valid) throw new EventValidationError(name, result);
    return result.value;
  };
  return {
    is,
    validate,
    assert(value) {
      insist(validate(value));
    },
    parse(json) {
      const read = readJson(json);
      return insist(read.valid ? validate(read.value) : read);
    },
    "~standard": {
      version: 1,
      vendor: packageName,
      validate(value) {
        const result = validate(value);
        return result.valid
          ? { value: result.value }
          : { issues: result.issues.map(({ message, path }) => ({ message, path })) };
      },
      jsonSchema: converter(schema),
    },
  };
}
