import type { Diagnostic } from "../report/diagnostic.ts";
import type { Document } from "../schema/document.ts";
import { isObject, type JsonObject, toPointer } from "../json/json.ts";
import { settleConst } from "../schema/keywords/settle.ts";
import { never } from "../schema/never.ts";
import { mapSchema } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { expand } from "../schema/expand.ts";
import { merge } from "../schema/merge.ts";
import { isIdentifier } from "../print/names.ts";
import { compose, ownKeywords } from "./compose.ts";
import { type Address, resolveRef, valueAt } from "./ref.ts";

/** Turns composed schemas into flat ones: `$ref` becomes a named node or is written out, `allOf` is merged. */
export interface Flattener {
  /** An entire document, flat: its own name written out, the names inside it kept. */
  define(document: Document): Definition;
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
  /** Definitions without a title as they are written out: a reference with words stays one. */
  const written = new Map<Definition, Schema>();
  /** By the schema object as it is written. */
  const flats = new WeakMap<object, Schema>();
  const open = new Set<string>();

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
    const flat = flattenObject(schema, address);
    flats.set(schema, flat);
    return flat;
  };

  const flattenObject = (schema: JsonObject, address: Address): Schema => {
    const at = (keys: readonly (string | number)[]): Address => ({
      document: address.document,
      keys: [...address.keys, ...keys.map(String)],
    });
    const mapped = mapSchema(schema as Schema, (_, keys) =>
      keys[0] === "$defs" ? define(at(keys)).schema : flattenAt(at(keys)),
    );
    const own = ownKeywords(mapped);
    const bases = [
      ...(typeof schema.$ref === "string" ? [reference(schema.$ref, at(["$ref"]))] : []),
      ...(Array.isArray(mapped.allOf) ? (mapped.allOf as Schema[]) : []),
    ];
    const join = (base: Schema, next: Schema): Schema =>
      merge(base, next, ({ keys, message }) =>
        report(at(keys), "branch-conflict", message, "make the values equal, or keep one of them"),
      );
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
    const mapped = mapSchema(rest, (__, keys) => composeAt(at(keys)));
    const parts = [
      ...(typeof schema.$ref === "string" ? [reference(schema.$ref, at(["$ref"]), "composed")] : []),
      ...(mapped.allOf ?? []),
      ownKeywords(mapped),
    ];
    return compose(parts);
  };

  /** The schema at an address as a thing of its own, flattened once. */
  const define = (address: Address): Definition => {
    const id = idOf(address);
    const known = definitions.get(id);
    if (known !== undefined) return known;
    open.add(id);
    const flat = flattenAt(address);
    // A schema that is a reference and nothing else is another name of the same definition.
    const isAlias = flat.ref !== undefined && Object.keys(flat).length === 1;
    const own = valueAt(address.document.value, address.keys);
    const title = isObject(own) && typeof own["title"] === "string" ? own["title"] : "";
    const definition = isAlias
      ? flat.ref
      : { ...address, name: title, schema: expand(flat), composed: composeAt(address) };
    if (title === "") written.set(definition, flat);
    open.delete(id);
    definitions.set(id, definition);
    return definition;
  };

  /** What a `$ref` stands for: a named node where its target has a title, else the target itself. */
  const reference = (ref: string, from: Address, form: "schema" | "composed" = "schema"): Schema => {
    const target = resolveRef(ref, from.document, documents);
    if ("rule" in target) {
      report(from, target.rule, target.message, target.fix);
      return {};
    }
    if (open.has(idOf(target))) {
      report(from, "ref-cycle", `$ref ${JSON.stringify(ref)} leads back to itself`, "break the circle");
      return {};
    }
    const definition = define(target);
    // A base, such as the envelope, may have a title that names no function: it is written out.
    const isNamed = form === "schema" ? definition.name !== "" : isIdentifier(definition.name);
    if (isNamed) return { ref: definition };
    return form === "schema" ? (written.get(definition) ?? definition.schema) : definition.composed;
  };

  return {
    define: (document) => define({ document, keys: [] }),
    flatOf: (schema) => flats.get(schema),
    diagnostics: () => [...diagnostics.values()],
  };
}

function idOf({ document, keys }: Address): string {
  return `${document.file}#${toPointer(keys)}`;
}
