import type { Json } from "../json/json.ts";

/** Members of an object, or of a list of a schema: TypeScript and Ajv stay fast, and the JVM's limit of 64 KB per method is far away. */
export const maxMembers = 1000;

/** Code units of all names that lead to a value: every report about it repeats them. */
export const maxPath = 2000;

/** Objects and lists of a document: one that people wrote near the limit of a file's bytes has half as many. */
export const maxValues = 20_000;

/** What the lists of a schema hold; others, such as an example, are values. */
const lists: Readonly<Record<string, string>> = {
  allOf: "schemas",
  anyOf: "schemas",
  enum: "values",
  items: "schemas",
  oneOf: "schemas",
  prefixItems: "schemas",
  required: "names",
  type: "names",
};

/** What is too large in a document: where, what it is, and what to do. */
export interface Excess {
  readonly keys: readonly string[];
  readonly message: string;
  readonly fix: string;
}

/**
 * Finds what would make all that follows slow, in one walk that does not go into it.
 * @param value of a document, not nested too deep
 */
export function* findExcess(value: Json): Generator<Excess> {
  if (countValues(value) <= maxValues) return yield* excessIn(value, []);
  const message = `has more than ${maxValues} objects and lists`;
  yield { keys: [], message, fix: "move parts of it to files of their own" };
}

/** How many objects and lists a value is made of; where they are too many, how many were counted until then. */
function countValues(value: Json): number {
  let count = 0;
  const rest: Json[] = [value];
  for (let one = rest.pop(); one !== undefined && count <= maxValues; one = rest.pop()) {
    if (typeof one !== "object" || one === null) continue;
    count++;
    for (const inner of Object.values(one)) if (typeof inner === "object") rest.push(inner);
  }
  return count;
}

function* excessIn(value: Json, keys: readonly string[]): Generator<Excess> {
  if (typeof value !== "object" || value === null) return;
  const [name = ""] = keys.slice(-1);
  const names = Object.keys(value);
  const what = Array.isArray(value) ? lists[name] : name === "properties" ? name : "members";
  if (names.length > maxMembers && what !== undefined) {
    const where = keys.length === 0 ? "" : ` under "${name}"`;
    const message = `has ${names.length} ${what}${where}; at most ${maxMembers} are allowed`;
    yield { keys, message, fix: "split the schema, or describe the values by a pattern" };
    return;
  }
  const above = keys.reduce((sum, key) => sum + key.length, 0);
  for (const inner of names) {
    if (above + inner.length > maxPath) {
      const message = `has a value under names of more than ${maxPath} characters`;
      return yield { keys, message, fix: "shorten them, or move the inner schema to a file of its own" };
    }
    yield* excessIn((value as { [key: string]: Json })[inner] as Json, [...keys, inner]);
  }
}
