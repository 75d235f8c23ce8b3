import type { Edit } from "../edit.ts";
import type { Finding, Rewriting } from "../rewriting.ts";

/** A list of `items` is `prefixItems` in 2020-12, and `additionalItems` is `items` (its release notes). */
export const tuples: Rewriting = (schema) => {
  const { items, additionalItems, prefixItems } = schema;
  if (!Array.isArray(items))
    return Object.hasOwn(schema, "additionalItems") ? idle(prefixItems !== undefined) : undefined;
  const [keyword, message] = ["items", 'has a list of "items", which 2020-12 calls "prefixItems"'];
  if (items.length === 0) return { keyword, message, fix: "write one schema for all items, or remove it" };
  if (prefixItems !== undefined) return { keyword, message, fix: 'keep one of it and the "prefixItems" beside it' };
  const rest: Edit[] =
    additionalItems === undefined
      ? []
      : additionalItems === true
        ? [{ kind: "remove", keys: ["additionalItems"] }]
        : [{ kind: "rename", keys: ["additionalItems"], name: "items" }];
  return {
    keyword,
    message,
    edits: [{ kind: "rename", keys: ["items"], name: "prefixItems" }, ...rest],
    moves: [
      [["items"], ["prefixItems"]],
      [["additionalItems"], ["items"]],
    ],
  };
};

/** `additionalItems` that nothing reads: it counts beside a list of `items` only (draft-07, validation, section 6.4.2). */
function idle(hasPrefix: boolean): Finding {
  const keyword = "additionalItems";
  if (hasPrefix) return { keyword, message: 'has "additionalItems" beside "prefixItems"', fix: 'call it "items"' };
  const message = 'has "additionalItems", which has no effect without a list of "items"';
  return { keyword, message, edits: [{ kind: "remove", keys: [keyword] }] };
}
