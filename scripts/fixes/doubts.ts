import { draftOf } from "../catalog/drafts.ts";
import { quote } from "../report/quote.ts";
import type { JsonObject } from "../json/json.ts";
import type { Keys } from "./edit.ts";
import { findOlder } from "./rewritings.ts";
import { asserting, olderSchemas } from "./walk.ts";

/** Why a file stays as it is until a person decides: in 2020-12 it could say something else. */
export interface Doubt {
  /** Of the keyword. */
  readonly keys: Keys;
  readonly message: string;
  readonly fix: string;
}

/** The first draft, by its age, in which a keyword counts; those before ignore it (each draft's release notes). */
const ages: Readonly<Record<string, number>> = {
  const: 6,
  contains: 6,
  propertyNames: 6,
  if: 7,
  dependentRequired: 2019,
  dependentSchemas: 2019,
  maxContains: 2019,
  minContains: 2019,
  unevaluatedItems: 2019,
  unevaluatedProperties: 2019,
  prefixItems: 2020,
};

/** Up to draft-07 what stands beside a `$ref` is ignored (draft-07, core, section 8.3); validators differ in whether they do. */
const lastWithLoneRef = 7;

/**
 * Finds what the draft of a document reads in another way than 2020-12, without an older way of saying it.
 * @param root its schema
 * @returns none where there is nothing, or where the draft is not known
 */
export function* findDoubts(root: JsonObject): Generator<Doubt> {
  const draft = draftOf(root);
  if (draft === undefined || draft.age >= 2020) return;
  const resources: Keys[] = [];
  for (const [schema, keys] of olderSchemas(root)) {
    const { $ref, $id } = schema;
    const isRef = typeof $ref === "string";
    for (const name of Object.keys(schema)) {
      if ((ages[name] ?? 0) > draft.age) {
        const message = `has "${name}", which ${draft.name} ignores and 2020-12 does not`;
        yield { keys: [...keys, name], message, fix: "remove it, or declare the draft that it is meant in" };
      } else if (isRef && name !== "$ref" && asserting.has(name) && draft.age <= lastWithLoneRef) {
        const message = `has "${name}" beside "$ref", which ${draft.name} ignores and 2020-12 does not`;
        yield {
          keys: [...keys, name],
          message,
          fix: `remove it, or write "allOf": [{ "$ref": ${quote($ref)} }] instead of "$ref"`,
        };
      }
    }
    if (typeof $id === "string" && !$id.startsWith("#") && keys.length > 0) resources.push(keys);
    const isInside = resources.some((around) => around.every((key, i) => keys[i] === key));
    if (isInside && isRef && $ref.startsWith("#/")) {
      const message = 'has a "$ref" that is relative to the "$id" of a schema around it, not to the file';
      yield { keys: [...keys, "$ref"], message, fix: 'remove that "$id", or move its schema to a file of its own' };
    }
  }
}

/**
 * Whether a document stays as it is until a person decides. In one of draft-04 that is so too where something has no
 * rewriting: half of it would be of one draft, and half of another.
 * @param root its schema
 */
export function isHeld(root: JsonObject): boolean {
  const draft = draftOf(root);
  if (draft === undefined || !findDoubts(root).next().done) return true;
  return draft.age === 4 && [...olderSchemas(root)].some(([schema]) => findOlder(schema).some((one) => "fix" in one));
}
