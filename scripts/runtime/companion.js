import { EventValidationError } from "./error.js";
import { collect } from "./issues.js";
import { anyOf, converter } from "./jsonSchema.js";
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
 * @param {object} event
 * @param {string} event.vendor name of the package
 * @param {Type} event.type
 * @param {readonly string[]} event.sensitive JSON Pointers of credentials
 * @param {(value: unknown) => value is T} event.accepts stops at the first broken rule
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} event.explain
 *   reports every broken rule of a value that `accepts` refused
 * @param {() => Record<string, unknown>} event.schema makes the JSON Schema, without `$schema`
 * @returns {import("./types.js").EventCompanion<T, Type>}
 */
export function companion({ vendor, type, sensitive, accepts, explain, schema }) {
  return {
    type,
    sensitive,
    ...verbs({
      vendor,
      name: type,
      is: accepts,
      validate: (value) => (accepts(value) ? { valid: true, value } : collect(value, explain)),
      schema,
    }),
  };
}

/**
 * Makes the companion object of a union of events.
 * @template T
 * @template {string} Type
 * @param {object} events
 * @param {string} events.vendor name of the package
 * @param {string} events.name of the union
 * @param {readonly import("./types.js").EventCompanion<any, Type>[]} events.members
 * @returns {import("./types.js").UnionCompanion<T, Type>}
 */
export function union({ vendor, name, members }) {
  // A Map has no inherited entries: `__proto__` and `constructor` are unknown types like any other.
  const byType = new Map(members.map((member) => [/** @type {unknown} */ (member.type), member]));
  /** @param {any} value */
  const find = (value) => byType.get(value?.type);
  return {
    types: members.map(({ type }) => type),
    sensitive: [...new Set(members.flatMap((member) => member.sensitive))],
    ...verbs({
      vendor,
      name,
      is: /** @type {(value: unknown) => value is T} */ ((value) => find(value)?.is(value) ?? false),
      validate: (value) => find(value)?.validate(value) ?? refuseType(value),
      schema: () => anyOf(name, members),
    }),
  };
}

/**
 * The verbs that an event and the union share.
 * @template T
 * @param {object} parts
 * @param {string} parts.vendor
 * @param {string} parts.name
 * @param {(value: unknown) => value is T} parts.is
 * @param {(value: unknown) => ValidationResult<T>} parts.validate
 * @param {() => Record<string, unknown>} parts.schema
 * @returns {import("./types.js").Verbs<T>}
 */
function verbs({ vendor, name, is, validate, schema }) {
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
      vendor,
      validate(value) {
        const result = validate(value);
        return result.valid ? { value: result.value } : { issues: result.issues.map(({ message, path }) => ({ message, path })) };
      },
      jsonSchema: converter(schema),
    },
  };
}
