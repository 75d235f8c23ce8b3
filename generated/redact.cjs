// Generated from schemas/; do not edit.
"use strict";

const { PortOutCredentialsIssuedEvent, GigsEventEnvelope } = require("./index.cjs");

/**
 * @typedef {Readonly<Record<string, any>>} Schema
 * @typedef {readonly string[]} Mark the keys that lead to what is hidden; "*" is any, "**" all below
 * @typedef {object} Source what an event is described by
 * @property {Schema} root
 * @property {readonly Mark[]} marks
 */

/**
 * What is behind a key.
 * @param {readonly Mark[]} marks
 * @param {string} key
 * @param {boolean} isAny whether "*" means it too: not a member that is described by its name alone
 * @returns {Mark[]}
 */
function below(marks, key, isAny) {
  return marks.flatMap((mark) =>
    mark[0] === "**" ? [mark] : mark[0] === key || (isAny && mark[0] === "*") ? [mark.slice(1)] : [],
  );
}

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
 * Copies what is described of a value, without what is hidden.
 * @param {Source} source
 * @param {readonly Schema[]} schemas of the value
 * @param {readonly Mark[]} marks from the value on
 * @param {unknown} value
 * @param {ReadonlyMap<Schema, readonly Mark[]>} known the marks of the definitions around it, which may hold themselves
 * @returns {unknown}
 */
function copyDescribed(source, schemas, marks, value, known) {
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
    else marks = [...marks.filter(([first]) => first !== "**"), ...again];
  }
  if (marks.some(({ length }) => length === 0)) return value === null ? null : "[redacted]";
  if (typeof value !== "object" || value === null) {
    return value !== null && marks.some(([first]) => first === "**") ? "[redacted]" : value;
  }
  /** @type {(inside: readonly Schema[], key: string, isAny: boolean, part: unknown) => unknown} */
  const copy = (inside, key, isAny, part) => copyDescribed(source, inside, below(marks, key, isAny), part, known);
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

/** @param {string} pointer a JSON Pointer */
function toMark(pointer) {
  const keys = pointer.split("/").slice(1);
  return keys.map((key) => key.replaceAll("~1", "/").replaceAll("~0", "~"));
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
    return copyDescribed(source, [source.root], source.marks, event, new Map());
  };
}

/**
 * What all events share, without what they are about.
 * @param {import("./runtime.js").EnvelopeCompanion<any> | undefined} envelope
 * @returns {Source}
 */
function sourceOfOthers(envelope) {
  if (envelope === undefined) return { root: {}, marks: [] };
  const { root, marks } = sourceOf(envelope);
  const { data: _, ...properties } = root["properties"];
  return { root: { ...root, properties }, marks };
}

const redact = /* @__PURE__ */ createRedact([PortOutCredentialsIssuedEvent], GigsEventEnvelope);

module.exports = { redact };
