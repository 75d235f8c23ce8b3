import { type Address, resolveRef } from "../catalog/ref.ts";
import { toPointer } from "../json/json.ts";
import { expand } from "../schema/expand.ts";
import { discriminatorOf } from "../schema/keywords/discriminator.ts";
import { requiredOf } from "../schema/keywords/objects.ts";
import { canOpen } from "../schema/keywords/open.ts";
import type { Schema } from "../schema/schema.ts";
import { appliesOf, mapSchema } from "../schema/walk.ts";
import { below, schemaAt } from "./nodes.ts";
import type { Documents, Rule } from "./rule.ts";

/** What is known of the value that a schema speaks of. */
interface About {
  /** Whether it is the entire event. */
  readonly isEvent: boolean;
  /** Whether it tells events, or branches of a union, apart: readers have no case for a further value. */
  readonly isTag: boolean;
  /** The members of it that tell branches apart. */
  readonly tags: readonly string[];
}

const part: About = { isEvent: false, isTag: false, tags: [] };

/** The members that tell the branches of a schema's unions apart. */
function tagsOf(flat: Schema | undefined): string[] {
  if (flat === undefined) return [];
  const { allOf = [], ...own } = expand(flat);
  const unions = [own, ...allOf].flatMap(({ anyOf, oneOf }) => [anyOf, oneOf]);
  const required = requiredOf(own);
  return unions.flatMap((branches) =>
    branches === undefined ? [] : (discriminatorOf(branches, required)?.name ?? []),
  );
}

/** Whether an enum lists several values, and could be opened to others. */
const isClosed = (schema: Schema): boolean =>
  Array.isArray(schema.enum) && schema.enum.length > 1 && (schema["x-open"] as unknown) !== true && canOpen(schema);

/**
 * The closed enums of events and of what they refer to, each once. Left out are conditions, what is excluded, and those
 * that tell events or the branches of a union apart, wherever else they are used.
 */
function closedEnums({ documents, isSound, flatOf }: Documents): Address[] {
  const seen = new Set<string>();
  const closed = new Map<string, Address>();
  const tags = new Set<string>();
  /** What is still to be visited: a chain of references can be longer than the stack. */
  const rest: [Address, About][] = [];
  const visit = (address: Address, about: About): void => {
    const id = `${address.document.file}#${toPointer(address.keys)}`;
    const visited = JSON.stringify([id, about]);
    if (seen.has(visited) || !isSound(address.document)) return;
    seen.add(visited);
    const schema = schemaAt(address);
    if (isClosed(schema)) closed.set(id, address);
    if (about.isTag) tags.add(id);
    const same: About = { ...about, tags: [...new Set([...about.tags, ...tagsOf(flatOf(schema))])] };
    const target = schema.$ref === undefined ? undefined : resolveRef(schema.$ref, address.document, documents);
    if (target !== undefined && !("rule" in target)) rest.push([target, same]);
    mapSchema(schema, (child, keys) => {
      const [keyword = "", name = ""] = keys;
      const applies = appliesOf(keyword);
      const isTag = keyword === "properties" && (same.tags.includes(name) || (about.isEvent && name === "type"));
      if (applies !== undefined && keyword !== "if" && keyword !== "not")
        rest.push([below(address, ...keys), applies === "here" ? same : { ...part, isTag }]);
      return child;
    });
  };
  for (const document of documents.values())
    if (document.file.startsWith("events/"))
      rest.push([
        { document, keys: [] },
        { ...part, isEvent: true },
      ]);
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) visit(...next);
  return [...closed].flatMap(([id, address]) => (tags.has(id) ? [] : [address]));
}

/** The rule about enums that receivers cannot read a new value of. */
export const enumRules: readonly Rule[] = [
  {
    id: "enum-open",
    purpose: "A new value of a closed enum breaks every receiver that has an older version of the package.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const address of closedEnums(catalog)) {
        const fix = 'add "x-open": true, or a reason to x-lint-off why there will never be another value';
        yield {
          address: below(address, "enum"),
          message: "has a closed enum, of which a new value breaks receivers",
          fix,
        };
      }
    },
  },
];
