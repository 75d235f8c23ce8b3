// Generated from scripts/runtime/; do not edit.
"use strict";

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const brand = Symbol.for("gigs-events/EventValidationError");

/** Thrown by `assert` and `parse`. It says where, which rule and what was expected, and never what was found. */
class EventValidationError extends Error {
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
    if (this !== EventValidationError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === "object" && value !== null && brand in value;
  }
}

/** No caller can read thousands of issues, and a hostile payload has millions. */
const maxIssues = 100;

/**
 * Collects the issues of a refused value, one per place.
 * @param {unknown} value
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 * @returns {ValidationFailure}
 */
function collect(value, explain) {
  /** @type {ValidationIssue[]} */
  const issues = [];
  let truncated = false;
  explain(value, (pointer, keyword, message) => {
    if (truncated || issues.some((other) => other.pointer === pointer)) return;
    if (issues.length < maxIssues) issues.push(issue(pointer, toPath(value, pointer), keyword, message));
    else truncated = true;
  });
  return refuse("invalid", issues, truncated);
}

/**
 * @param {string} pointer
 * @param {readonly (string | number)[]} path
 * @param {string} keyword
 * @param {string} message
 * @returns {ValidationIssue}
 */
function issue(pointer, path, keyword, message) {
  return { pointer, path, keyword, message };
}

/**
 * @param {Reason} reason
 * @param {ValidationIssue[]} issues
 * @param {boolean} [truncated]
 * @returns {ValidationFailure}
 */
function refuse(reason, issues, truncated = false) {
  return truncated ? { valid: false, reason, issues, truncated } : { valid: false, reason, issues };
}

/**
 * Splits a JSON Pointer (RFC 6901); keys of arrays become numbers.
 * @param {any} value that the pointer points into
 * @param {string} pointer
 * @returns {(string | number)[]}
 */
function toPath(value, pointer) {
  const keys = pointer.split("/");
  keys.shift();
  // Most pointers hold neither an escape nor what could be an index.
  if (!/[~\d]/.test(pointer)) return keys;
  let at = value;
  return keys.map((escaped) => {
    const key = escaped.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(at) ? Number(key) : key;
    at = at?.[step];
    return step;
  });
}

/**
 * The length of a text as JSON Schema counts it: in code points.
 * @param {string} text
 */
function codePoints(text) {
  let count = 0;
  for (const _ of text) count++;
  return count;
}

/**
 * Whether two JSON values are equal; the order of members does not count.
 * @param {any} a
 * @param {any} b
 * @returns {boolean}
 */
function isEqual(a, b) {
  if (a === b) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isEqual(a[key], b[key]));
}

/**
 * Whether no two items of an array are equal.
 * @param {readonly unknown[]} items
 */
function isUnique(items) {
  const rest = items.filter((item) => typeof item === "object" && item !== null);
  const scalars = items.filter((item) => typeof item !== "object" || item === null);
  return new Set(scalars).size === scalars.length && rest.every((a, i) => rest.slice(0, i).every((b) => !isEqual(a, b)));
}

/**
 * Reads JSON text, or its UTF-8 bytes.
 * @param {string | Uint8Array} json
 * @returns {ValidationResult<unknown>}
 */
function readJson(json) {
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

/**
 * Says why no event of the union has this value's type.
 * @param {unknown} value
 */
function refuseType(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refuse("invalid", [issue("", [], "type", "must be an object")]);
  }
  const { type } = /** @type {{ type?: unknown }} */ (value);
  if (typeof type === "string") {
    const message = `must be an event type that this package knows; "${escape(type)}" is not`;
    return refuse("unknown-type", [issue("/type", ["type"], "enum", message)]);
  }
  const [keyword, message] = type === undefined ? ["required", "must be present"] : ["type", "must be a string"];
  return refuse("invalid", [issue("/type", ["type"], keyword, message)]);
}

/**
 * The only value that an error may quote: at most 128 characters of printable ASCII.
 * @param {string} text
 */
function escape(text) {
  const json = JSON.stringify(text.slice(0, 128)).slice(1, -1);
  return json.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`).slice(0, 128);
}

/**
 * The drafts that a JSON Schema can be asked for, by their names in Standard JSON Schema, with their `$schema`.
 * @type {Readonly<Record<string, string>>}
 */
const drafts = {
  "draft-2020-12": "https://json-schema.org/draft/2020-12/schema",
  "draft-07": "http://json-schema.org/draft-07/schema#",
};

/**
 * Gives a schema in the draft that it is asked for. What is valid is never changed, so input and output are the same.
 * @param {() => Record<string, unknown>} schema makes the schema, which means the same in every draft
 * @returns {import("./runtime.js").JsonSchemaConverter}
 */
function converter(schema) {
  /** @param {{ readonly target: string }} options */
  const convert = ({ target }) => {
    if (!Object.hasOwn(drafts, target)) {
      throw new TypeError(`there is no JSON Schema for the target "${target}"; ask for "${Object.keys(drafts).join('" or "')}"`);
    }
    return { $schema: drafts[target], ...schema() };
  };
  return { input: convert, output: convert };
}

/**
 * Joins the schemas of a union's members.
 * @param {string} title
 * @param {readonly import("./runtime.js").Verbs<any>[]} members
 * @returns {Record<string, unknown>}
 */
function anyOf(title, members) {
  const schemas = members.map((member) => {
    // `$schema` may stand at the root only.
    const { $schema: _, ...schema } = member["~standard"].jsonSchema.input({ target: "draft-07" });
    return schema;
  });
  return { title, anyOf: schemas };
}

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
 * @returns {import("./runtime.js").EventCompanion<T, Type>}
 */
function companion({ vendor, type, sensitive, accepts, explain, schema }) {
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
 * @param {readonly import("./runtime.js").EventCompanion<any, Type>[]} events.members
 * @returns {import("./runtime.js").UnionCompanion<T, Type>}
 */
function union({ vendor, name, members }) {
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
 * @returns {import("./runtime.js").Verbs<T>}
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

module.exports = { EventValidationError, codePoints, companion, isEqual, isUnique, union };
