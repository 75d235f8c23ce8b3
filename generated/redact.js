// Generated from schemas/; do not edit.
import { PortOutCredentialsIssuedEvent, GigsEventEnvelope } from "./index.js";

/** So many marks are listed one by one; what is behind them is marked by "**". */
const maxMarks = 1000;

/**
 * The keys that lead to what is hidden; "*" is any, "**" all below.
 * @param {string} pointer a JSON Pointer
 */
function toMark(pointer) {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * What is behind a key.
 * @param {readonly (readonly string[])[]} marks
 * @param {string} key
 * @param {boolean} isAny whether "*" means it too: not a member that is described by its name alone
 * @returns {(readonly string[])[]}
 */
function below(marks, key, isAny) {
  return marks.flatMap((mark) =>
    mark[0] === "**" ? [mark] : mark[0] === key || (isAny && mark[0] === "*") ? [mark.slice(1)] : [],
  );
}

/** Deeper than any log is read, and far from where the stack ends. */
const maxDepth = 200;

/** What stands for what is hidden. */
const hidden = "[redacted]";

/**
 * What a schema describes of a member: by its name, and like others; nothing where it does not describe it.
 * @param {Schema} schema of the object
 * @param {string} name
 * @returns {[named: Schema[], others: Schema[]]}
 */
function schemasOfMember({ properties = {}, patternProperties = {}, additionalProperties }, name) {
  const named = Object.hasOwn(properties, name) ? [properties[name]] : [];
  const others = Object.entries(patternProperties).flatMap(([pattern, schema]) =>
    new RegExp(pattern, "u").test(name) ? [schema] : [],
  );
  const isOther = named.length + others.length === 0 && typeof additionalProperties === "object";
  return [named, isOther ? [additionalProperties] : others];
}

/**
 * Whether a schema says a type that a text, a number or a boolean is of.
 * @param {Schema} schema
 * @param {unknown} value
 */
function allows({ type }, value) {
  return [type].flat().some((one) => one === typeof value || (one === "integer" && Number.isInteger(value)));
}

/**
 * Copies what is described of a value, without what is hidden.
 * @param {Source} source
 * @param {readonly Schema[]} schemas of the value
 * @param {readonly Mark[]} marks from the value on
 * @param {unknown} value
 * @param {ReadonlyMap<Schema, readonly Mark[]>} known the marks of the definitions around it, which may hold themselves
 * @param {number} depth how many values are around it
 * @returns {unknown}
 */
function copyDescribed(source, schemas, marks, value, known, depth) {
  if (value === null) return null;
  const all = new Set(schemas);
  // A set that grows while it is walked: what refers to itself is in it once.
  for (const { $ref, allOf = [], anyOf = [], oneOf = [], then: met, else: unmet, dependentSchemas = {} } of all) {
    for (const more of [...allOf, ...anyOf, ...oneOf, met, unmet, ...Object.values(dependentSchemas)]) {
      if (more !== undefined) all.add(more);
    }
    if ($ref === undefined) continue;
    const definition = source.root["$defs"][$ref.split("/").at(-1)];
    all.add(definition);
    // Where a definition begins again, so do its marks.
    const again = known.get(definition);
    if (again === undefined) known = new Map(known).set(definition, marks);
    else marks = [...marks.filter(([first]) => source.isCut || first !== "**"), ...again];
  }
  if (depth === maxDepth || marks.some(({ length }) => length === 0)) return hidden;
  if (typeof value !== "object") {
    // Where marks lead further down an object is described, and a text can be one that was encoded once more.
    const isOther = marks.length > 0 && ![...all].some((schema) => allows(schema, value));
    return value !== undefined && (isOther || marks.some(([first]) => first === "**")) ? hidden : value;
  }
  /** @type {(inside: readonly Schema[], key: string, isAny: boolean, part: unknown) => unknown} */
  const copy = (inside, key, isAny, part) =>
    copyDescribed(source, inside, below(marks, key, isAny), part, known, depth + 1);
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => {
      const inside = [...all].flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []);
      return inside.length === 0 ? [] : [copy(inside, String(index), true, item)];
    });
  }
  const kept = Object.entries(value).flatMap(([name, member]) => {
    const each = [...all].map((schema) => schemasOfMember(schema, name));
    const [named, others] = [each.flatMap(([one]) => one), each.flatMap(([, one]) => one)];
    const inside = [...named, ...others];
    return inside.length === 0 ? [] : [[name, copy(inside, name, others.length > 0, member)]];
  });
  return Object.fromEntries(kept);
}

/**
 * What a companion says of its events.
 * @param {import("./runtime.js").Verbs<any> & { readonly sensitive: readonly string[] }} companion
 * @returns {Source}
 */
function sourceOf(companion) {
  return {
    root: companion["~standard"].jsonSchema.input({ target: "draft-2020-12" }),
    marks: companion.sensitive.map(toMark),
    isCut: companion.sensitive.length >= maxMarks,
  };
}

/**
 * Makes `redact`.
 * @param {readonly import("./runtime.js").EventCompanion<any, string>[]} events
 * @param {import("./runtime.js").EnvelopeCompanion<any>} [envelope] of an event whose type is not known
 */
function createRedact(events, envelope) {
  const companions = new Map(events.map((companion) => [companion.type, companion]));
  /** @type {Map<string | undefined, Source>} A schema takes long to make, compared with what it is read for. */
  const sources = new Map();
  /** @param {string} type */
  const find = (type) => {
    const companion = companions.get(type);
    const key = companion?.type;
    const source = sources.get(key) ?? (companion ? sourceOf(companion) : sourceOfOthers(envelope));
    sources.set(key, source);
    return source;
  };
  /** @param {any} event */
  return (event) => {
    if (typeof event !== "object" || event === null || Array.isArray(event)) {
      throw new TypeError("redact takes an event: parse it first");
    }
    const source = find(event.type);
    return copyDescribed(source, [source.root], source.marks, event, new Map(), 0);
  };
}

/**
 * What all events share, without what they are about.
 * @param {import("./runtime.js").EnvelopeCompanion<any> | undefined} envelope
 * @returns {Source}
 */
function sourceOfOthers(envelope) {
  if (envelope === undefined) return { root: {}, marks: [], isCut: false };
  const { root, ...rest } = sourceOf(envelope);
  const { data: _, ...properties } = root["properties"];
  return { root: { ...root, properties }, ...rest };
}

const redact = /* @__PURE__ */ createRedact([PortOutCredentialsIssuedEvent], GigsEventEnvelope);

export { redact };
