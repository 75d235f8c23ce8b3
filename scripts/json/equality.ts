import type { Json, JsonObject } from "./json.ts";

/** A piece of canonical JSON that is still to be written: text as it is, or a value. */
type Piece = { readonly text: string } | { readonly value: Json };

/** An array or an object as pieces, last first. */
function piecesOf(value: Json[] | JsonObject): Piece[] {
  const pieces: Piece[] = [];
  if (Array.isArray(value)) {
    for (const item of value) pieces.push({ text: pieces.length === 0 ? "[" : "," }, { value: item });
    return [...pieces, { text: pieces.length === 0 ? "[]" : "]" }].toReversed();
  }
  for (const name of Object.keys(value).toSorted()) {
    pieces.push({ text: `${pieces.length === 0 ? "{" : ","}${JSON.stringify(name)}:` }, { value: value[name] as Json });
  }
  return [...pieces, { text: pieces.length === 0 ? "{}" : "}" }].toReversed();
}

/**
 * A text that two JSON values share if, and only if, they are equal: members sorted, numbers as doubles.
 * @param value of any depth: it is walked without recursion
 */
export function toKey(value: Json): string {
  const texts: string[] = [];
  const rest: Piece[] = [{ value }];
  for (let piece = rest.pop(); piece !== undefined; piece = rest.pop()) {
    if ("text" in piece) texts.push(piece.text);
    else if (typeof piece.value === "string") texts.push(JSON.stringify(piece.value));
    else if (typeof piece.value !== "object" || piece.value === null) texts.push(String(piece.value));
    else for (const inner of piecesOf(piece.value)) rest.push(inner);
  }
  return texts.join("");
}

/** Whether two JSON values are equal; the order of members does not count. */
export function isEqual(a: Json | undefined, b: Json | undefined): boolean {
  if (a === b || a === undefined || b === undefined) return a === b;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  return toKey(a) === toKey(b);
}
