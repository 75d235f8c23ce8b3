import type { Catalog } from "../catalog/catalog.ts";
import { isIdentifier } from "../print/names.ts";
import { expand } from "../schema/expand.ts";
import type { Schema } from "../schema/schema.ts";
import type { Found, Includes } from "./difference.ts";

/** Whether a package exports no type of a name that reads like a schema does. */
export type IsGone = (name: string, schema: Schema) => boolean;

/**
 * Makes what tells whether the package of a catalog exports no type of a name, or another one.
 * @param includes tells whether one schema accepts no more than another
 */
export function createIsGone(
  { definitions, events }: Pick<Catalog, "definitions" | "events">,
  includes: Includes,
): IsGone {
  const byName = new Map([...definitions, ...events].map((one) => [one.name, one.schema]));
  return (name, schema) => {
    const own = byName.get(name);
    if (own === undefined) return true;
    const described = Object.keys(own.properties ?? {});
    return !Object.keys(schema.properties ?? {}).every((one) => described.includes(one)) || !includes(own, schema);
  };
}

/** Whether a title is the name of a type, where a package has written a definition out: on a text it is for people. */
const isTypeName = (schema: Schema): boolean =>
  ["properties", "anyOf", "oneOf"].some((keyword) => schema[keyword] !== undefined) &&
  isIdentifier(schema.title ?? "") &&
  /^[A-Z]/.test(schema.title ?? "");

const nameOf = (node: Schema): string | undefined =>
  node.ref === undefined ? node.title : (node.ref.partialOf ?? node.ref).name;

/**
 * Finds what is different of the names of two schemas. One that code can import still, or never could, is a word.
 * @param isGone tells of the package after the change
 */
export function nameChanges(before: Schema, after: Schema, isGone: IsGone): Found[] {
  const [was, is] = [nameOf(before), nameOf(after)];
  if (was === undefined) return [];
  const isLost = (before.ref !== undefined || isTypeName(expand(before))) && isGone(was, expand(before));
  if (was === is) {
    // A title stays where a definition is merged with more: then no package has a type of it.
    const message = `is of no type of its own now, where it was ${was}`;
    const isMerged = before.ref !== undefined && after.ref === undefined;
    return isLost && isMerged ? [{ rule: "title-changed", keyword: "title", message }] : [];
  }
  const next = is === undefined ? "no type of its own" : `the type ${is}`;
  const message = isLost
    ? `is of ${next} now, where it was ${was}`
    : `title is ${is === undefined ? "gone" : "another one"}`;
  return [{ rule: isLost ? "title-changed" : "words-changed", keyword: "title", message }];
}
