import type { Diagnostic } from "../report/diagnostic.ts";
import type { Document } from "../schema/document.ts";
import { isObject, type JsonObject, toPointer } from "../json/json.ts";
import { settleConst } from "../schema/keywords/settle.ts";
import { never } from "../schema/never.ts";
import { pending } from "../schema/recursion.ts";
import { appliesOf, mapSchema, subschemas } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { expand, toNamed } from "../schema/expand.ts";
import { toKey } from "../json/equality.ts";
import { merge } from "../schema/merge.ts";
import { maxSchemas, writtenSizeOf } from "../schema/size.ts";
import { optional, partialOf } from "../schema/partial.ts";
import { isIdentifier } from "../print/names.ts";
import { quote } from "../report/quote.ts";
import { compose, ownKeywords } from "./compose.ts";
import { idOf, isEvent, isNamedInline, isPartial } from "./named.ts";
import { type Address, resolveRef, valueAt } from "./ref.ts";

/** How many schemas may stand one inside the other, or lead to the next by `$ref`: the stack has an end. */
const maxLevels = 500;

/** How many definitions may lead from one to the next by `$ref`, for the same reason: all that follows walks along them. */
const maxChain = 400;

/** Turns composed schemas into flat ones: `$ref` becomes a named node or is written out, `allOf` is merged. */
export interface Flattener {
  /** An entire document, flat: its own name written out, the names inside it kept. */
  define(document: Document): Definition;
  /** Every definition that was read so far. */
  definitions(): Definition[];
  /** The flat form of a schema object of a document that is defined, with all names kept. */
  flatOf(schema: Schema): Schema | undefined;
  /** The diagnostics of everything that was flattened so far: broken references, cycles, contradictions. */
  diagnostics(): Diagnostic[];
}

/**
 * Makes a flattener over a set of documents. Each definition is flattened once.
 * @param documents all documents, by file
 * @param isSound whether a document passed the metaschema; what did not stands for the empty schema
 */
export function createFlattener(
  documents: ReadonlyMap<string, Document>,
  isSound: (document: Document) => boolean,
): Flattener {
  // By address and message: a schema that is used twice is read twice, and reported once.
  const diagnostics = new Map<string, Diagnostic>();
  const definitions = new Map<string, Definition>();
  /** Different definitions, by their names and what they say. */
  const byMeaning = new Map<string, Definition>();
  /** Definitions without a title as they are written out: a reference with words stays one. */
  const written = new Map<Definition, Schema>();
  /** By the schema object as it is written. */
  const flats = new WeakMap<object, Schema>();
  /** Definitions that are being read, with the value of `parts` where that began. */
  const open = new Map<Definition, number>();
  /** How many keywords about parts of values lead from the root to what is being read. */
  let parts = 0;
  /** How many schemas are being read, one inside or behind the other. */
  let levels = 0;
  /** How many definitions lead from one to the next, from each that was read; and, while some are being read, from these so far. */
  const chains = new Map<Definition, number>();
  const chain: number[] = [];

  const report = ({ document, keys }: Address, rule: string, message: string, fix: string): void => {
    const pointer = toPointer(keys);
    const { file } = document;
    const location = { file, pointer, ...document.locate(pointer) };
    diagnostics.set(JSON.stringify([file, pointer, message]), { rule, severity: "error", ...location, message, fix });
  };

  /** The schema that stands at an address. */
  const flattenAt = (address: Address): Schema => {
    const schema = valueAt(address.document.value, address.keys);
    if (schema === false) return never;
    if (!isObject(schema) || !isSound(address.document)) return {};
    levels++;
    const flat = flattenObject(schema, address);
    levels--;
    flats.set(schema, flat);
    return flat;
  };

  /** The schema inside another: a name where it has one of its own. */
  const childAt = (address: Address): Schema =>
    isNamedInline(address) ? { ref: define(address) } : flattenAt(address);

  /** Runs what goes into a schema: behind a keyword about parts of a value, a definition may hold itself. */
  const into = <T>(keyword: string, work: () => T): T => {
    const isPart = appliesOf(keyword) !== "here";
    if (isPart) parts++;
    const made = work();
    if (isPart) parts--;
    return made;
  };

  const flattenObject = (schema: JsonObject, address: Address): Schema => {
    const at = (keys: readonly (string | number)[]): Address => ({
      document: address.document,
      keys: [...address.keys, ...keys.map(String)],
    });
    const mapped = mapSchema(schema as Schema, (child, keys) =>
      keys[0] === "$defs" ? child : into(keys[0] as string, () => childAt(at(keys))),
    );
    const own = ownKeywords(mapped);
    const bases = [
      ...(typeof schema.$ref === "string" ? [reference(schema.$ref, at(["$ref"]), "schema", isPartial(schema))] : []),
      ...(Array.isArray(mapped.allOf) ? (mapped.allOf as Schema[]) : []),
    ];
    const join = (base: Schema, next: Schema): Schema => {
      // Where both are trees that share their branches, what is merged could be a million times what is written.
      if (Math.min(writtenSizeOf(base), writtenSizeOf(next)) > maxSchemas) {
        const message = `merges two schemas of more than ${maxSchemas} schemas each, with all that they refer to`;
        report(address, "schema-size", message, "refer to one of them, and describe what it adds");
        return base;
      }
      return merge(base, next, ({ keys, message }) =>
        report(at(keys), "branch-conflict", message, "make the values equal, or keep one of them"),
      );
    };
    const [first, ...rest] = [...bases, own];
    if (rest.length > 0) return rest.reduce(join, first as Schema);
    return settleConst(own, ({ message }) => report(at(["const"]), "branch-conflict", message, "correct one of them"));
  };

  /** The schema that stands at an address with the definitions that it is made of: named ones stay, others are merged. */
  const composeAt = (address: Address): Schema => {
    const schema = valueAt(address.document.value, address.keys);
    if (schema === false) return never;
    if (!isObject(schema) || !isSound(address.document)) return {};
    const at = (keys: readonly (string | number)[]): Address => ({
      document: address.document,
      keys: [...address.keys, ...keys.map(String)],
    });
    const { $defs: _, ...rest } = schema as Schema;
    levels++;
    const mapped = mapSchema(rest, (__, keys) =>
      into(keys[0] as string, () => (isNamedInline(at(keys)) ? { ref: define(at(keys)) } : composeAt(at(keys)))),
    );
    const all = [
      ...(typeof schema.$ref === "string" ? [reference(schema.$ref, at(["$ref"]), "composed", isPartial(schema))] : []),
      ...(mapped.allOf ?? []),
      ownKeywords(mapped),
    ];
    levels--;
    return compose(all);
  };

  /** The schema at an address as a thing of its own, flattened once. */
  const define = (address: Address): Definition => {
    const id = idOf(address);
    const known = definitions.get(id);
    if (known !== undefined) return known;
    const own = valueAt(address.document.value, address.keys);
    const title = isObject(own) && typeof own["title"] === "string" ? own["title"] : "";
    const definition = {
      ...address,
      name: title,
      schema: pending,
      composed: pending,
      isReferred: false,
      isLong: false,
    };
    definitions.set(id, definition);
    open.set(definition, parts);
    chain.push(0);
    const flat = flattenAt(address);
    // A schema that is a reference and nothing else is another name of the same definition.
    const isAlias = flat.ref !== undefined && Object.keys(flat).length === 1;
    if (isAlias) definitions.set(id, flat.ref);
    definition.schema = expand(flat);
    if (title === "") written.set(isAlias ? flat.ref : definition, flat);
    definition.composed = composeAt(address);
    open.delete(definition);
    chains.set(definition, (chain.pop() ?? 0) + 1);
    return isAlias ? flat.ref : unify(definition);
  };

  /** The first definition of a name that says the same: many files can hold a copy of one. */
  const unify = (definition: Definition): Definition => {
    const { name } = definition;
    if (name === "" || isEvent(definition)) return definition;
    const meaning = `${name} ${toKey(toNamed(definition.schema))}`;
    const same = byMeaning.get(meaning);
    if (same === undefined) byMeaning.set(meaning, definition);
    else definitions.set(idOf(definition), same);
    return same ?? definition;
  };

  const refuseDepth = (ref: string, from: Address): Schema => {
    const message = `$ref ${quote(ref)} stands in, or begins, a chain of hundreds of schemas that lead to the next`;
    report(from, "depth", message, "let it refer to one that is nearer to the end of the chain");
    return {};
  };

  /** What a `$ref` stands for: a named node where its target has a title, else the target itself. */
  const reference = (ref: string, from: Address, form: "schema" | "composed", isPart: boolean): Schema => {
    const target = resolveRef(ref, from.document, documents);
    if ("rule" in target) {
      report(from, target.rule, target.message, target.fix);
      return {};
    }
    if (levels > maxLevels) return refuseDepth(ref, from);
    if (isEvent(target) && open.has(definitions.get(idOf(target)) as Definition)) {
      const message = `$ref ${quote(ref)} leads back to the event itself`;
      report(from, "ref-cycle", message, "describe what repeats under $defs, with a title, and refer to that");
      return {};
    }
    const definition = define(target);
    const length = chains.get(definition) ?? 0;
    if (length >= maxChain) return refuseDepth(ref, from);
    chain.push(Math.max(chain.pop() ?? 0, length));
    const since = open.get(definition);
    if (since !== undefined && (since === parts || definition.name === "")) {
      const circle = `$ref ${quote(ref)} leads back to itself`;
      if (since === parts) report(from, "ref-cycle", circle, "break the circle");
      else report(from, "ref-cycle", `${circle}, and what it leads to has no title`, "give that schema a title");
      return {};
    }
    // A base, such as the envelope, may have a title that names no function: it is written out.
    const isNamed = form === "schema" ? definition.name !== "" : isIdentifier(definition.name);
    if (isNamed || since !== undefined) return { ref: isPart ? partialOf(definition) : definition };
    const flat = written.get(definition) ?? definition.schema;
    if (isPart) return optional(flat);
    return form === "schema" ? flat : definition.composed;
  };

  /** A document, and the definitions that nothing may refer to. */
  const defineAll = (document: Document): Definition => {
    const definition = define({ document, keys: [] });
    for (const [schema, keys] of subschemas(document.value as Schema)) {
      for (const name of Object.keys(schema.$defs ?? {})) define({ document, keys: [...keys, "$defs", name] });
    }
    return definition;
  };

  return {
    define: defineAll,
    definitions: () => [...new Set(definitions.values())],
    flatOf: (schema) => flats.get(schema),
    diagnostics: () => [...diagnostics.values()],
  };
}
