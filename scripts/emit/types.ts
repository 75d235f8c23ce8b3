import { compile, type JSONSchema } from "json-schema-to-typescript";
import type { Event } from "../catalog/catalog.ts";
import { subschemas } from "../schema/walk.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { runtimeTypes } from "../runtime/exports.ts";
import { bare, formatDeclaration } from "./declaration.ts";
import { type OutputFile, schemaPath } from "./file.ts";
import { renderDeclarations } from "./module.ts";
import { inherited, type Tuple, typeView } from "./typeView.ts";

/** json-schema-to-typescript bends names; it is given this one, and the real name is put instead. */
const placeholder = "Placeholder";

/** How its declaration begins. Lines of comments begin with an asterisk. */
const head = /^export (?:type Placeholder =|interface Placeholder )/m;

/** The names of tuples, and what can look like one: texts, and lines of comments. */
const tupleNames = /"(?:[^"\\]|\\.)*"|^ *\*.*$|\bplaceholderTuple_\d+_/gm;

/** A member's name that got something in front, where members begin: in front of it is a quote at most. */
const inheritedKey = new RegExp(`^( *"?)${inherited}`, "gm");

/** The text of json-schema-to-typescript for a view. */
function compileView(view: Schema): Promise<string> {
  return compile({ ...view, title: placeholder } as object as JSONSchema, placeholder, {
    bannerComment: "",
    format: false,
    ignoreMinAndMaxItems: true,
    $refOptions: { resolve: { external: false, file: false, http: false } },
  });
}

/** A view as a type without a name. */
async function typeText(view: Schema): Promise<string> {
  const { description: _, ...wordless } = view;
  const text = await compileView(wordless);
  // In front can stand a comment, the words of an array's items.
  const { 0: start, index } = head.exec(text) as RegExpExecArray;
  return bare(text.slice(index + start.length).trim());
}

/** A type that something is put behind: in parentheses unless it is a name. */
const operand = (type: string): string => (/^\w+$/.test(type) ? type : `(${type})`);

/** The type of a tuple: items that may be missing are optional, and others may follow. */
async function tupleText({ items, least, rest }: Tuple): Promise<string> {
  const texts = await Promise.all(items.map(typeText));
  const optional = texts.map((text, i) => (i < least ? text : `${operand(text)}?`));
  const others = rest === undefined ? [] : [`...${operand(await typeText(rest))}[]`];
  return `[${[...optional, ...others].join(", ")}]`;
}

/** The declaration of one named schema. */
async function declare({ name, schema }: Definition): Promise<string> {
  const tuples: Tuple[] = [];
  let text = await compileView(typeView(schema, tuples));
  // Outer ones first: the names of inner ones stand in their texts.
  for (const tuple of tuples.toReversed()) {
    const type = await tupleText(tuple);
    text = text.replace(tupleNames, (part) => (part === tuple.name ? type : part));
  }
  return formatDeclaration(
    text
      .replace(inheritedKey, "$1")
      .replace(/^(export (?:interface|type)) Placeholder\b/m, (_, start) => `${start} ${name}`),
  );
}

/** The names that a definition's declaration mentions, sorted as they come. */
function mentions({ schema }: Definition): string[] {
  const names = new Set<string>();
  for (const [{ ref }] of subschemas(schema)) if (ref !== undefined) names.add((ref.partialOf ?? ref).name);
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

/** The declarations of what all events share: its interface, and its companion of the same name. */
export async function emitEnvelopeTypes(envelope: Definition): Promise<OutputFile[]> {
  const { name, document } = envelope;
  const text = await declare(envelope);
  return renderDeclarations("envelope", schemaPath(document.file), (extension) =>
    [
      `${importTypes(mentions(envelope), "./objects/", extension)}import type { EnvelopeCompanion } from "./runtime${extension}";\n`,
      text,
      `/** Checks and reads what all events share, for events that are newer than this package. */\nexport declare const ${name}: EnvelopeCompanion<${name}>;\n`,
    ].join("\n"),
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
