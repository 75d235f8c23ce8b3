import { type Address, resolveRef } from "../catalog/ref.ts";
import { expand } from "../schema/expand.ts";
import { typesOf } from "../schema/keywords/any.ts";
import { canOpen } from "../schema/keywords/open.ts";
import type { Schema } from "../schema/schema.ts";
import { appliesOf, insideOf, mapSchema } from "../schema/walk.ts";
import { below, nodes, schemaAt } from "./nodes.ts";
import type { Documents, Rule } from "./rule.ts";

/** What is wrong, and how to fix it. */
type Wrong = readonly [message: string, fix: string];

/** Whether keys lead into a condition, or what is excluded: there an enum is a question, and demands nothing. */
function isQuestion([keyword, ...rest]: readonly string[]): boolean {
  if (keyword === undefined) return false;
  return keyword === "if" || keyword === "not" || isQuestion(insideOf(keyword) === "schema" ? rest : rest.slice(1));
}

/** What is wrong with an `x-open`; undefined where nothing is. */
function wrongOpen(schema: Schema, { keys }: Address): Wrong | undefined {
  const isOpen: unknown = schema["x-open"];
  if (typeof isOpen !== "boolean") return ["has an x-open that is not a boolean", "write true"];
  if (!isOpen) return undefined;
  if (schema.const !== undefined)
    return ["has an x-open beside a const", 'list the known values under "enum" instead, or remove x-open'];
  if (schema.$ref !== undefined && schema.enum === undefined)
    return ["has an x-open without an enum", "write it beside the enum that the $ref leads to, or remove it"];
  if (schema.enum === undefined)
    return ["has an x-open without an enum", 'list the known values under "enum", or remove x-open'];
  if (isQuestion(keys)) return ["has an x-open in a condition, which any value would meet", "remove x-open"];
  if (canOpen(schema)) return undefined;
  return ["has an x-open beside an enum of more than texts, numbers and null", "take the others out, or remove x-open"];
}

/** Keywords that say of an object which members it needs, or what it is altogether: a part of one would break them. */
const needs = ["minProperties", "dependentRequired", "const", "enum"] as const;

/** The keyword of a flat schema that a part of its values could break; undefined where there is none. */
function needOf(node: Schema, isBranch: boolean): string | undefined {
  const schema = expand(node);
  const own = needs.find((name) => schema[name] !== undefined);
  if (own !== undefined) return own;
  if (isBranch && schema.required !== undefined && schema.required.length > 0) return "required";
  let found: string | undefined;
  mapSchema(schema, (child, [keyword = ""]) => {
    // What a value must not be, a part of it is not either; what all values are, is no branch.
    if (appliesOf(keyword) === "here" && keyword !== "not") found ??= needOf(child, isBranch || keyword !== "allOf");
    return child;
  });
  return found;
}

/** What is wrong with an `x-partial`; undefined where nothing is, or another rule says it. */
function wrongPartial(schema: Schema, address: Address, { documents, flatOf }: Documents): Wrong | undefined {
  const isPartial: unknown = schema["x-partial"];
  if (typeof isPartial !== "boolean") return ["has an x-partial that is not a boolean", "write true"];
  if (!isPartial) return undefined;
  if (typeof schema.$ref !== "string")
    return ["has an x-partial without a $ref", 'write it beside a $ref, or leave "required" out instead'];
  const target = resolveRef(schema.$ref, address.document, documents);
  const flat = "rule" in target ? undefined : flatOf(schemaAt(target));
  if (flat === undefined) return undefined;
  const definition = expand(flat);
  const types = typesOf(definition);
  const need = types.length === 0 || types.includes("object") ? needOf(definition, false) : undefined;
  if (need === undefined && types.includes("object")) return undefined;
  if (need === undefined)
    return [
      'has an x-partial whose $ref leads to no schema of "type": "object"',
      "remove x-partial, or add the type there",
    ];
  const where = need === "required" ? '"required" in a branch' : `"${need}"`;
  return [
    `has an x-partial of a definition with ${where}, which a part would break`,
    "describe the part by a schema of its own",
  ];
}

/** What is wrong with an `x-stability`; undefined where nothing is. */
const wrongStability = ({ "x-stability": stability }: Schema): Wrong | undefined =>
  stability === "preview" ? undefined : ['has an x-stability other than "preview"', 'write "preview", or remove it'];

type Check = (schema: Schema, address: Address, catalog: Documents) => Wrong | undefined;

/** A rule about the value of one of our keywords, and what stands beside it. */
const ruleOf = (id: string, keyword: string, purpose: string, check: Check): Rule => ({
  id,
  purpose,
  locked: true,
  reads: "documents",
  *check(catalog) {
    for (const [schema, address] of nodes(catalog)) {
      const wrong = Object.hasOwn(schema, keyword) ? check(schema, address, catalog) : undefined;
      if (wrong !== undefined) yield { address: below(address, keyword), message: wrong[0], fix: wrong[1] };
    }
  },
});

/** Rules about our own keywords. */
export const ownKeywordRules: readonly Rule[] = [
  ruleOf("open", "x-open", "Only an enum of texts or numbers has a type that further values can be of.", wrongOpen),
  ruleOf(
    "partial",
    "x-partial",
    "A part of an object is one only where nothing but its list of required members says what has to be there.",
    wrongPartial,
  ),
  ruleOf("stability", "x-stability", "Types have one mark for what may still change.", wrongStability),
];
