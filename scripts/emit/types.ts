import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { Event } from "../catalog/catalog.ts";
import { mapSchema, subschemas } from "../schema/walk.ts";
import type { Json } from "../json/json.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { runtimeTypes } from "../runtime/exports.ts";
import { docText } from "./comment.ts";
import { formatDeclaration } from "./declaration.ts";
import { type OutputFile, schemaPath } from "./file.ts";
import { renderDeclarations } from "./module.ts";

/** json-schema-to-typescript bends names; it is given this one, and the real name is put instead. */
const placeholder = "Placeholder";

/** The type of one JSON value. `{}` would be a type of nearly everything. */
function literalType(value: Json): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(literalType).join(",")}]`;
  const members = Object.entries(value).map(([name, member]) => `${JSON.stringify(name)}:${literalType(member)}`);
  return members.length === 0 ? "{ [k: string]: never }" : `{${members.join(",")}}`;
}

/** Whether a branch says nothing that a type can say: which of its parent's members have to be present, or a limit. */
function isTypeless(branch: Schema): boolean {
  return !["ref", "type", "const", "enum", "anyOf", "oneOf", "properties", "items"].some((name) => name in branch);
}

/** json-schema-to-typescript calls `hasOwnProperty` of what it is given: names that objects inherit get this in front. */
const inherited = "PlaceholderMember_";

/** A member's name as json-schema-to-typescript is given it. */
const safeName = (name: string): string => (name in Object.prototype ? inherited + name : name);

/** What json-schema-to-typescript is given: names as `tsType`, facts as doc tags, objects closed, limits left out. */
function typeView(schema: Schema): Schema {
  const words = docText(schema);
  const description = words === undefined ? {} : { description: words };
  if (schema.ref !== undefined) return { tsType: schema.ref.name, ...description };
  const kept = Object.fromEntries(
    ["type", "const", "enum", "anyOf", "oneOf", "items", "required", "properties", "additionalProperties"]
      .filter((name) => name in schema)
      .map((name) => [name, schema[name]]),
  ) as Record<string, unknown>;
  const hasMembers = Object.keys(schema.properties ?? {}).length > 0;
  if (!hasMembers) delete kept.properties;
  // Objects are open on the wire and closed in the types, so that a typing mistake does not compile.
  if (hasMembers && (kept.additionalProperties === true || kept.additionalProperties === undefined))
    kept.additionalProperties = false;
  // An object that may have no member at all: `{}` would be any value but null.
  const isEmpty = !hasMembers && kept.additionalProperties === false;
  for (const name of ["anyOf", "oneOf"] as const) if (schema[name]?.every(isTypeless)) delete kept[name];
  if (kept.const !== undefined) delete kept.type;
  // In an object that is a value, json-schema-to-typescript would follow a member named $ref; JSON is a type as it is.
  const values = kept.const === undefined ? kept.enum : [kept.const];
  if (Array.isArray(values) && values.some((value) => typeof value === "object" && value !== null)) {
    return { tsType: [...new Set((values as Json[]).map(literalType))].join(" | "), ...description };
  }
  // Without a constraint json-schema-to-typescript guesses an object.
  if (Object.keys(kept).length === 0) return { tsType: "unknown", ...description };
  const view: Record<string, unknown> = { ...mapSchema(kept, typeView) };
  if (hasMembers)
    view["properties"] = Object.fromEntries(
      Object.entries(view["properties"] as object).map(([name, child]) => [safeName(name), child]),
    );
  if (schema.required !== undefined) view["required"] = schema.required.map(safeName);
  return { ...view, ...(isEmpty ? { additionalProperties: { tsType: "never" } } : {}), ...description } as Schema;
}

/** The declaration of one named schema. */
async function declare({ name, schema }: Definition): Promise<string> {
  const view = { ...typeView(schema), title: placeholder } as object as JSONSchema;
  const text = await compile(view, placeholder, {
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    $refOptions: { resolve: { external: false, file: false, http: false } },
  });
  return formatDeclaration(
    text
      .replaceAll(inherited, "")
      .replace(/^(export (?:interface|type)) Placeholder\b/m, (_, start) => `${start} ${name}`),
  );
}

/** The names that a definition's declaration mentions, sorted as they come. */
function mentions({ schema }: Definition): string[] {
  const names = new Set<string>();
  for (const [{ ref }] of subschemas(schema)) if (ref !== undefined) names.add(ref.name);
  return [...names];
}

const importTypes = (names: readonly string[], folder: string, extension: string): string =>
  names.map((name) => `import type { ${name} } from "${folder}${name}${extension}";\n`).join("");

/** The declarations of a shared object. */
export async function emitObjectTypes(definition: Definition): Promise<OutputFile[]> {
  const { name, document } = definition;
  const names = mentions(definition).filter((other) => other !== name);
  const text = await declare(definition);
  return renderDeclarations(`objects/${name}`, schemaPath(document.file), (extension) =>
    [importTypes(names, "./", extension), text].filter((part) => part !== "").join("\n"),
  );
}

/** The declarations of an event: its interface, and its companion of the same name. */
export async function emitEventTypes(event: Event): Promise<OutputFile[]> {
  const { name, type, document } = event;
  const text = await declare(event);
  return renderDeclarations(`events/${type}`, schemaPath(document.file), (extension) =>
    [
      `${importTypes(mentions(event), "../objects/", extension)}import type { EventCompanion } from "../runtime${extension}";\n`,
      text,
      `/** Checks and reads \`${type}\` events. */\nexport declare const ${name}: EventCompanion<${name}, "${type}">;\n`,
      // Declarations of who exports something made of the companion have to name these, and can name them from here only.
      `export type { ${runtimeTypes.filter((one) => one !== "UnionCompanion").join(", ")} } from "../runtime${extension}";\n`,
    ].join("\n"),
  );
}
