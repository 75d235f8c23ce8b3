import { posix } from "node:path";
import { maxRef } from "../catalog/ref.ts";
import { fromPointer, type JsonObject, toPointer } from "../json/json.ts";
import type { Edit, Keys } from "./edit.ts";
import { olderSchemas } from "./walk.ts";

/** Where the schemas inside one schema stood and stand: pairs of keys that lead from it. */
export interface Move {
  readonly at: Keys;
  readonly pairs: readonly (readonly [from: Keys, to: Keys])[];
}

const startsWith = (keys: Keys, start: Keys): boolean => start.every((key, i) => keys[i] === key);

/** The moves of one round, by the pointer of their schema. */
export type Round = ReadonlyMap<string, Move>;

/** A fragment of a `$ref` after a round, in which schemas around its target have moved. */
function followRound(fragment: string, round: Round): string {
  const keys = fromPointer(decodeURIComponent(fragment));
  let moved = fragment;
  // From the inside out: keys of a move are those of before its round.
  for (let length = keys.length - 1; length >= 0; length--) {
    const move = round.get(toPointer(keys.slice(0, length)));
    if (move !== undefined) moved = follow(moved, move);
  }
  return moved;
}

/** A fragment after the moves of one schema; the spelling of what stays is kept. */
function follow(fragment: string, { at, pairs }: Move): string {
  const segments = fragment.split("/").slice(1);
  const keys = fromPointer(decodeURIComponent(fragment));
  const pair = pairs.find(([from]) => startsWith(keys.slice(at.length), from));
  // A slash that is written as an escape parts keys too, but none of the segments.
  if (pair === undefined || segments.length !== keys.length) return fragment;
  const [from, to] = pair;
  // What is moved are keywords, which need no escape.
  return [...segments.slice(0, at.length), ...to, ...segments.slice(at.length + from.length)]
    .map((one) => `/${one}`)
    .join("");
}

/**
 * Makes the edits of a document that let its references follow what has moved.
 * @param file of the document
 * @param value of the document, whose references are those of before all moves
 * @param moves by file, round after round
 * @param ids files by the `$id` of their root
 */
export function* followMoves(
  file: string,
  value: JsonObject,
  moves: ReadonlyMap<string, readonly Round[]>,
  ids: ReadonlyMap<string, string>,
): Generator<Edit> {
  for (const [{ $ref }, keys] of olderSchemas(value)) {
    if (typeof $ref !== "string" || !$ref.includes("#/") || $ref.length > maxRef) continue;
    const [path = "", ...rest] = $ref.split("#");
    const fragment = rest.join("#");
    if (!isDecodable($ref)) continue;
    const target = path === "" ? file : (ids.get(path) ?? posix.join(posix.dirname(file), decodeURIComponent(path)));
    let moved = fragment;
    for (const round of moves.get(target) ?? []) moved = followRound(moved, round);
    if (moved !== fragment) yield { kind: "set", keys: [...keys, "$ref"], value: `${path}#${moved}` };
  }
}

function isDecodable(text: string): boolean {
  try {
    return decodeURIComponent(text) !== "";
  } catch {
    return false;
  }
}
