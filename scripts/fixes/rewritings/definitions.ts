import { quote } from "../../report/quote.ts";
import { isObject } from "../../json/json.ts";
import type { Edit } from "../edit.ts";
import type { Rewriting } from "../rewriting.ts";

const keyword = "definitions";

/** `definitions` is `$defs` since draft 2019-09 (https://json-schema.org/draft/2019-09/release-notes). */
export const definitions: Rewriting = (schema) => {
  if (!Object.hasOwn(schema, keyword)) return undefined;
  const message = 'has "definitions", which 2020-12 calls "$defs"';
  const { definitions: old, $defs } = schema;
  const moves = [[[keyword], ["$defs"]]] as const;
  if (!isObject(old)) return { keyword, message, fix: "make it an object of schemas" };
  const rename: Edit = { kind: "rename", keys: [keyword], name: "$defs" };
  if ($defs === undefined) return { keyword, message, edits: [rename], moves };
  if (!isObject($defs)) return { keyword, message, fix: 'make the "$defs" beside it an object of schemas' };
  if (Object.keys($defs).length === 0) {
    return { keyword, message, edits: [{ kind: "remove", keys: ["$defs"] }, rename], moves };
  }
  const clash = Object.keys(old).find((name) => Object.hasOwn($defs, name));
  if (clash !== undefined) {
    return {
      keyword,
      message,
      fix: `rename ${quote(clash)} in one of both, for "$defs" beside it has it too`,
    };
  }
  const add = (name: string): Edit => {
    const after = Object.keys($defs).at(-1);
    return { kind: "add", keys: ["$defs"], name, value: { copy: [keyword, name] }, after };
  };
  return { keyword, message, edits: [...Object.keys(old).map(add), { kind: "remove", keys: [keyword] }], moves };
};
