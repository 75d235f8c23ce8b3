import { quote } from "../../report/quote.ts";
import type { Rewriting } from "../rewriting.ts";

/** A name that `$id` may give in draft-07 (core, section 8.2.3) and `$anchor` in 2020-12 (core, section 8.2.2). */
const anchor = /^#([A-Za-z][\w.-]*)$/;

/** `$id` names a document since draft 2019-09; a name inside one is its `$anchor`. */
export const ids: Rewriting = (schema) => {
  const { $id } = schema;
  if (typeof $id !== "string" || !$id.includes("#")) return undefined;
  const keyword = "$id";
  if ($id.endsWith("#")) {
    const fix = $id === "#" ? "remove it" : `write "$id": ${quote($id.slice(0, -1))}`;
    return { keyword, message: 'has a "$id" that ends with "#"', severity: "warning", fix };
  }
  const message = 'has a "$id" with a fragment, which 2020-12 does not allow';
  const name = anchor.exec($id)?.[1];
  if (name === undefined || Object.hasOwn(schema, "$anchor")) return { keyword, message, fix: "remove the fragment" };
  const edits = [
    { kind: "rename", keys: [keyword], name: "$anchor" },
    { kind: "set", keys: [keyword], value: name },
  ] as const;
  return { keyword, message, edits };
};
