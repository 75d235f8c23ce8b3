// Generated from scripts/runtime/; do not edit.
"use strict";

/** Name of the package. */
const packageName = "gigs-events";

/** Whether Object.prototype has a member that a careless merge left there; every object seems to have it then. */
let isPolluted = false;

/**
 * The members of an entire payload, as `membersOf` gives them. Object.prototype is looked at here, once per payload.
 * @param {unknown} value
 * @returns {any} undefined where the value is no object
 */
function payloadMembers(value) {
  isPolluted = false;
  for (const _ in Object.prototype) isPolluted = true;
  return membersOf(value);
}

/**
 * Whether a value is an object of JSON: neither null nor an array.
 * @param {unknown} value
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A view of an object in which every member that can be read is its own: the object itself, or a copy where it inherits.
 * @param {any} value
 * @returns {any} undefined where the value is no object
 */
function membersOf(value) {
  if (typeof value !== "object" || value === null) return undefined;
  const prototype = Object.getPrototypeOf(value);
  if ((prototype === Object.prototype && !isPolluted) || prototype === null) return value;
  // Getters of the object itself are asked, those of its class are not.
  return Array.isArray(value) ? undefined : { __proto__: null, ...value };
}

/**
 * A member whose name every object inherits, such as `constructor`, where the object has it itself.
 * @param {any} object
 * @param {string} name
 */
function own(object, name) {
  return Object.hasOwn(object, name) ? object[name] : undefined;
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
 * Whether two JSON values are equal; the order of members does not count. Without recursion, for payloads nest as deep
 * as their senders like.
 * @param {any} left
 * @param {any} right
 */
function equal(left, right) {
  const pairs = [[left, right]];
  for (let pair = pairs.pop(); pair !== undefined; pair = pairs.pop()) {
    const [a, b] = pair;
    if (a === b) continue;
    if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
    if (Array.isArray(a) !== Array.isArray(b)) return false;
    const keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length || !keys.every((key) => Object.hasOwn(b, key))) return false;
    for (const key of keys) pairs.push([a[key], b[key]]);
  }
  return true;
}

/**
 * Whether no two items of an array are equal: each is written as a text that only equal values share.
 * @param {readonly unknown[]} items
 */
function unique(items) {
  const seen = new Set();
  for (const item of items) {
    // Scalars are their own key, but for texts, which must not meet those of objects.
    const key =
      typeof item === "object" && item !== null ? canonical(item) : typeof item === "string" ? `"${item}` : item;
    if (seen.has(key)) return false;
    seen.add(key);
  }
  return true;
}

/**
 * A text that two JSON values share if they are equal, and only then. Without recursion.
 * @param {unknown} value
 */
function canonical(value) {
  let text = "";
  /** @type {any[]} What is left to write, the next last: values, each behind the text before it. */
  const rest = [value, ""];
  while (rest.length > 0) {
    text += rest.pop();
    const next = rest.pop();
    if (typeof next !== "object" || next === null) {
      text += typeof next === "string" ? JSON.stringify(next) : next === undefined ? "" : String(next);
      continue;
    }
    const isArray = Array.isArray(next);
    // oxlint-disable-next-line unicorn/no-array-sort -- toSorted is newer than ES2022
    const keys = isArray ? Object.keys(next) : Object.keys(next).sort();
    text += isArray ? "[" : "{";
    rest.push(undefined, isArray ? "]" : "}");
    for (let i = keys.length - 1; i >= 0; i--) {
      const key = keys[i] ?? "";
      rest.push(next[key], isArray ? "," : `,${JSON.stringify(key)}:`);
    }
  }
  return text;
}

/**
 * The decimal that is printed of a finite number, as an integer and the power of ten that it is counted in.
 * @param {number} number
 * @returns {[digits: bigint, power: number]}
 */
function printed(number) {
  const [mantissa = "", power = "0"] = String(number).split("e");
  const [integral = "", fraction = ""] = mantissa.split(".");
  return [BigInt(integral + fraction), Number(power) - fraction.length];
}

/**
 * Whether a number is a multiple of another. The decimals count that people write: 19.99 is a multiple of 0.01, though
 * the remainder of the two doubles is not zero.
 * @param {number} value
 * @param {number} step more than zero
 */
function multiple(value, step) {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(step)) return value % step === 0;
  if (!Number.isFinite(value)) return false;
  const [digits, power] = printed(value);
  const [stepDigits, stepPower] = printed(step);
  const shift = power - stepPower;
  return shift < 0
    ? digits % (stepDigits * 10n ** BigInt(-shift)) === 0n
    : (digits * 10n ** BigInt(shift)) % stepDigits === 0n;
}

/** How many issues of a value are reported at most. */
const maxKept = 101;

/**
 * Tells the issues of the explanation that has the fewest, the first of several.
 * @param {(pointer: string, keyword: string, message: string) => void} report
 * @param {readonly ((report: (pointer: string, keyword: string, message: string) => void) => void)[]} explanations
 */
function fewest(report, explanations) {
  /** @type {[pointer: string, keyword: string, message: string][] | undefined} */
  let best;
  for (const explain of explanations) {
    /** @type {NonNullable<typeof best>} */
    const issues = [];
    let isFull = false;
    try {
      explain((...issue) => {
        // A pointer counts once, for it has one issue.
        if (issues.some(([pointer]) => pointer === issue[0])) return;
        // What is thrown ends the explanation: so many issues are never the fewest that somebody reads.
        if (issues.length === maxKept) throw (isFull = true);
        issues.push(issue);
      });
    } catch (error) {
      if (!isFull) throw error;
    }
    if (best === undefined || issues.length < best.length) best = issues;
  }
  for (const issue of best ?? []) report(...issue);
}

/**
 * Tells of members that an object has to have.
 * @param {any} members what the object has itself
 * @param {readonly string[]} names such that every object does not have, and that a pointer escapes not
 * @param {string} pointer of the object
 * @param {(pointer: string, keyword: string, message: string) => void} report
 */
function reportMissing(members, names, pointer, report) {
  for (const name of names) {
    if (members[name] === undefined) report(`${pointer}/${name}`, "required", "must be present");
  }
}

/** Names of members that no schema describes are shown up to this length, for they are values of the payload. */
const maxName = 64;

/**
 * The name of a member that no schema describes, as a step of a JSON Pointer (RFC 6901): as it is where it is short and
 * printable ASCII; else escaped, and cut with an ellipsis, which no name that is shown as it is has.
 * @param {string} name
 */
function escapeKey(name) {
  const start = name.slice(0, maxName);
  const shown = start.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
  const step = shown === name ? name : `${shown.slice(0, maxName)}…`;
  return step.replaceAll("~", "~0").replaceAll("/", "~1");
}

/**
 * Marks our errors across the ESM and the CommonJS build, and across versions.
 * @type {unique symbol}
 */
const brand = Symbol.for(`${packageName}/EventValidationError`);

/** Lines of an error's text at most. */
const maxLines = 100;

/** Thrown by `assert` and `parse`. It says where, which rule and what was expected, and never what was found. */
class EventValidationError extends Error {
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

/** No caller can read thousands of issues, and a hostile payload has millions. */
const maxIssues = 100;

/**
 * Collects the issues of a refused value, one per pointer.
 * @param {unknown} value
 * @param {(value: unknown, report: (pointer: string, keyword: string, message: string) => void) => void} explain
 * @param {Reason} [reason]
 * @returns {ValidationFailure}
 */
function collect(value, explain, reason = "invalid") {
  /** @type {ValidationIssue[]} */
  const issues = [];
  let truncated = false;
  try {
    explain(value, (pointer, keyword, message) => {
      if (issues.some((other) => other.pointer === pointer)) return;
      // What is thrown ends the explanation: nobody hears the rest.
      if (issues.length === maxIssues) throw (truncated = true);
      issues.push({ pointer, path: toPath(value, pointer), keyword, message });
    });
  } catch (error) {
    if (!truncated) throw error;
  }
  return { valid: false, reason, issues, ...(truncated ? { truncated } : {}) };
}

/**
 * Splits a JSON Pointer (RFC 6901); keys of arrays become numbers. It ends at the object whose member the pointer only
 * shows in a cut form.
 * @param {any} value that the pointer points into
 * @param {string} pointer
 */
function toPath(value, pointer) {
  /** @type {(string | number)[]} */
  const path = [];
  let at = value;
  for (const escaped of pointer.split("/").slice(1)) {
    const key = escaped.replace(/~1/g, "/").replace(/~0/g, "~");
    const step = Array.isArray(at) ? Number(key) : key;
    if (key.endsWith("…") && !Object.hasOwn(Object(at), step)) break;
    path.push(step);
    at = at?.[step];
  }
  return path;
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

/**
 * Says why no event of the union has this value's type. The type itself is a value of the payload: it is not quoted.
 * @param {unknown} value
 */
function refuseType(value) {
  const members = payloadMembers(value);
  if (members === undefined) return collect(value, (_, report) => report("", "type", "must be an object"));
  const { type } = members;
  if (typeof type === "string") {
    const message = "must be one of the event types of this package";
    return collect(value, (_, report) => report("/type", "enum", message), "unknown-type");
  }
  const [keyword, message] = type === undefined ? ["required", "must be present"] : ["type", "must be a string"];
  return collect(value, (_, report) => report("/type", keyword, message));
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
 * @param {(target: string) => Record<string, unknown>} schema makes the schema in a draft
 * @returns {import("./runtime.js").JsonSchemaConverter}
 */
function converter(schema) {
  /** @param {{ readonly target: string }} options */
  const convert = ({ target }) => {
    if (!Object.hasOwn(drafts, target)) {
      throw new TypeError(
        `there is no JSON Schema for the target "${target}"; ask for "${Object.keys(drafts).join('" or "')}"`,
      );
    }
    return { $schema: drafts[target], ...schema(target) };
  };
  return { input: convert, output: convert };
}

/**
 * Joins the schemas of a union's members.
 * @param {string} title
 * @param {readonly import("./runtime.js").Verbs<any>[]} members
 * @param {string} target the draft
 * @returns {Record<string, unknown>}
 */
function anyOf(title, members, target) {
  /** @type {Record<string, unknown>} */
  const held = {};
  const schemas = members.map((member) => {
    // These may stand at the root only.
    const { $schema: _, $defs, definitions, ...schema } = member["~standard"].jsonSchema.input({ target });
    Object.assign(held, $defs, definitions);
    return schema;
  });
  const isHeld = Object.keys(held).length > 0;
  return { title, anyOf: schemas, ...(isHeld && { [target === "draft-07" ? "definitions" : "$defs"]: held }) };
}

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
 * @returns {import("./runtime.js").EventCompanion<T, Type>}
 */
function companion(type, sensitive, accepts, explain, schema) {
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
 * @param {readonly import("./runtime.js").EventCompanion<any, Type>[]} members
 * @returns {import("./runtime.js").UnionCompanion<T, Type>}
 */
function union(name, members) {
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
 * @returns {import("./runtime.js").Verbs<T>}
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
 * @returns {import("./runtime.js").EnvelopeCompanion<T>}
 */
function envelopeCompanion(name, sensitive, versions, accepts, explain, schema) {
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

module.exports = {
  EventValidationError,
  codePoints,
  companion,
  envelopeCompanion,
  equal,
  escapeKey,
  fewest,
  isObject,
  membersOf,
  multiple,
  own,
  payloadMembers,
  reportMissing,
  union,
  unique,
};
