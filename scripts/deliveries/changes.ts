import { fromPointer, isObject, type Json, toPointer } from "../json/json.ts";
import { quote } from "../report/quote.ts";
import type { Schema } from "../schema/schema.ts";
import { didYouMean } from "../suggest.ts";
import { UnusableInput } from "../unusable.ts";
import { put } from "../vectors/put.ts";
import { namesIn, schemasAt } from "./members.ts";

/** A change of an event: where, and the text of the value that shall stand there. */
interface Change {
  readonly keys: readonly string[];
  readonly text: string;
}

/** @throws UnusableInput where a word is none, or changes what may not be changed */
function parse(word: string): Change {
  const end = word.indexOf("=");
  const pointer = word.slice(0, end);
  if (end < 0 || !pointer.startsWith("/"))
    throw new UnusableInput(
      `--set takes a JSON Pointer, "=" and JSON, such as --set /data/expiresAt='"2030-01-01T00:00:00Z"'.`,
    );
  const keys = fromPointer(pointer);
  if (keys[0] === "type")
    throw new UnusableInput("--set does not change /type: the type is the word behind the command.");
  return { keys, text: word.slice(end + 1) };
}

/** @throws UnusableInput where the text is not JSON; it repeats nothing of the text, which could be a credential */
function parseValue(text: string, pointer: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new UnusableInput(
      `The value of --set ${pointer} is not JSON: a text needs quotes inside those of the shell, as in ` +
        `--set ${pointer}='"text"'; numbers, true and null have none, as in --set ${pointer}=1.`,
    );
  }
}

/** The index that a key of a pointer means in an array; undefined where it means none. `-` is behind the last element. */
function indexIn(array: readonly Json[], key: string): number | undefined {
  const index = key === "-" ? array.length : /^(?:0|[1-9]\d{0,8})$/.test(key) ? Number(key) : Number.NaN;
  return index <= array.length ? index : undefined;
}

/** The value with something under a key, and the key as it is then; undefined where nothing can stand there. */
function grown(holder: Json | undefined, key: string): [grown: Json, key: string | number] | undefined {
  if (isObject(holder)) return [Object.hasOwn(holder, key) ? holder : { ...holder, [key]: null }, key];
  const index = Array.isArray(holder) ? indexIn(holder, key) : undefined;
  if (!Array.isArray(holder) || index === undefined) return undefined;
  return [index < holder.length ? holder : [...holder, null], index];
}

/** Goes down to the location of a change, in the value and in what describes it. */
function apply(root: Json, schema: Schema, { keys, text }: Change): Json {
  let schemas: readonly Schema[] = [schema];
  let [changed, holder]: [Json, Json] = [root, root];
  const way: (string | number)[] = [];
  for (const [i, key] of keys.entries()) {
    const at = toPointer(way);
    const next = grown(holder, key);
    if (next === undefined) throw new UnusableInput(whyNothing(holder, at, key));
    const inside = schemasAt(schemas, next[0], String(next[1]));
    if (inside.length === 0)
      throw new UnusableInput(
        `${at || "The event"} has no member ${quote(key)}; ${didYouMean(key, namesIn(schemas), otherwise(schemas))}`,
      );
    const isNew = next[0] !== holder;
    if (isNew && i < keys.length - 1)
      throw new UnusableInput(`${toPointer([...way, key])} is not there: set it before what is in it.`);
    changed = put(changed, way, next[0]);
    way.push(next[1]);
    holder = (next[0] as { [key: string | number]: Json })[next[1]] as Json;
    schemas = inside;
  }
  return put(changed, way, parseValue(text, toPointer(keys)));
}

function otherwise(schemas: readonly Schema[]): string {
  const names = [...new Set(namesIn(schemas))];
  return names.length === 0
    ? "nothing can be added there."
    : `there are: ${names
        .slice(0, 30)
        .map((name) => quote(name))
        .join(", ")}.`;
}

function whyNothing(holder: Json | undefined, at: string, key: string): string {
  if (Array.isArray(holder))
    return `${at} is an array of ${holder.length}: instead of ${quote(key)}, an index up to ${holder.length} is expected, or - for one more.`;
  return `${at || "The event"} is neither an object nor an array: there is nothing in it to set.`;
}

/**
 * Changes an event.
 * @param words of the command line: each is a JSON Pointer, `=` and JSON
 * @param schema that describes the event, flat; members that it does not allow are not added
 * @returns a changed copy
 * @throws UnusableInput where a word cannot be read, or there is no such member; values are not repeated
 */
export function change(event: Json, schema: Schema, words: readonly string[]): Json {
  return words.map(parse).reduce<Json>((value, one) => apply(value, schema, one), event);
}
