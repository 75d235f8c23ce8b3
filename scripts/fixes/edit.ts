import { isObject, toPointer } from "../json/json.ts";
import { quote, shorten } from "../report/quote.ts";

/** Keys that lead from a schema, or from the root, to a value. */
export type Keys = readonly string[];

/** A value to write: a map is an object, in its order; `copy` stands for the text of another value of the document. */
export type Fragment =
  null | boolean | number | string | readonly Fragment[] | ReadonlyMap<string, Fragment> | { readonly copy: Keys };

/** One change of a document, by the keys of what it changes. Nothing of the text is known here. */
export type Edit =
  | { readonly kind: "rename"; readonly keys: Keys; readonly name: string }
  | { readonly kind: "set"; readonly keys: Keys; readonly value: Fragment }
  | { readonly kind: "remove"; readonly keys: Keys }
  /** A new last element of an array. */
  | { readonly kind: "append"; readonly keys: Keys; readonly value: Fragment }
  /** A new member of an object, behind another; without `after` in front of all. */
  | {
      readonly kind: "add";
      readonly keys: Keys;
      readonly name: string;
      readonly value: Fragment;
      readonly after: string | undefined;
    };

/** Whether a fragment is the text of another value. */
export function isCopy(value: Fragment): value is { readonly copy: Keys } {
  return isObject(value) && !(value instanceof Map);
}

/** All values whose text a fragment holds. */
export function copiesOf(value: Fragment): Keys[] {
  if (isCopy(value)) return [value.copy];
  if (value instanceof Map) return [...value.values()].flatMap(copiesOf);
  return Array.isArray(value) ? (value as readonly Fragment[]).flatMap(copiesOf) : [];
}

/** The same edit of a schema that stands at `base`. */
export function below(base: Keys, edit: Edit): Edit {
  const move = (value: Fragment): Fragment => {
    if (isCopy(value)) return { copy: [...base, ...value.copy] };
    if (value instanceof Map) return new Map([...value].map(([name, item]) => [name, move(item)]));
    return Array.isArray(value) ? (value as readonly Fragment[]).map(move) : value;
  };
  const keys = [...base, ...edit.keys];
  return "value" in edit ? { ...edit, keys, value: move(edit.value) } : { ...edit, keys };
}

/** A fragment as a reader of a message sees it: texts of other values are left out. */
function show(value: Fragment): string {
  if (isCopy(value)) return "…";
  if (value instanceof Map) {
    return `{ ${[...value].map(([name, item]) => `${quote(name)}: ${show(item)}`).join(", ")} }`;
  }
  return Array.isArray(value)
    ? `[${(value as readonly Fragment[]).map(show).join(", ")}]`
    : shorten(JSON.stringify(value));
}

/** The name of what keys lead to, in quotes; of what lies deeper the pointer. */
const nameOf = (keys: Keys): string => quote(keys.length === 1 ? (keys[0] as string) : toPointer(keys));

const words: { readonly [Kind in Edit["kind"]]: (edit: Extract<Edit, { kind: Kind }>) => string } = {
  rename: ({ keys, name }) => `rename ${nameOf(keys)} to ${quote(name)}`,
  set: ({ keys, value }) => `make ${nameOf(keys)} ${show(value)}`,
  remove: ({ keys }) => `remove ${nameOf(keys)}`,
  append: ({ keys, value }) => `add ${show(value)} to ${nameOf(keys)}`,
  add: ({ keys, name, value }) => `add ${quote(name)}: ${show(value)}${keys.length === 0 ? "" : ` to ${nameOf(keys)}`}`,
};

/** Says edits of a schema as what a person would do by hand. */
export function describe(edits: readonly Edit[]): string {
  return edits.map((edit) => (words[edit.kind] as (one: Edit) => string)(edit)).join(", ");
}
