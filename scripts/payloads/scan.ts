import { toPointer } from "../json/json.ts";

/** A part of a JSON text: the name of a member, a scalar, or the bracket that opens or closes an object or an array. */
export interface Part {
  readonly kind: "name" | "scalar" | "open" | "close";
  /** JSON Pointer of the member or element that the part belongs to. */
  readonly pointer: string;
  /** Where it begins and ends in the text, in code units. */
  readonly start: number;
  readonly end: number;
}

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\]:,]|[^\s"{}[\]:,]+/gs;

/**
 * Walks a text that `JSON.parse` accepts, without a syntax tree: a tree takes a hundred times the memory of its text.
 * @returns its parts in their order
 */
export function* scan(text: string): Generator<Part> {
  /** Keys from the root; the last is that of the current member or element. */
  const keys: (string | number)[] = [];
  const isArray: boolean[] = [];
  let isName = false;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    const part = (kind: Part["kind"]): Part => ({ kind, pointer: toPointer(keys), start: index, end: index + token.length });
    if (token === "{" || token === "[") {
      yield part("open");
      isArray.push(token === "[");
      keys.push(token === "[" ? 0 : "");
      isName = token === "{";
    } else if (token === "}" || token === "]") {
      isArray.pop();
      keys.pop();
      isName = false;
      yield part("close");
    } else if (token === ",") {
      if (isArray.at(-1)) (keys[keys.length - 1] as number)++;
      else isName = true;
    } else if (token === ":") {
      isName = false;
    } else if (isName) {
      keys[keys.length - 1] = JSON.parse(token) as string;
      yield part("name");
    } else {
      yield part("scalar");
    }
  }
}

/** The value at a JSON Pointer, or the nearest value around it; of two members of one name the last, as in JSON.parse. */
export function findValue(text: string, pointer: string): Part {
  let found: Part | undefined;
  for (const part of scan(text)) {
    if (part.kind !== "scalar" && part.kind !== "open") continue;
    const isAround = pointer === part.pointer || pointer.startsWith(`${part.pointer}/`);
    if (isAround && part.pointer.length >= (found?.pointer.length ?? 0)) found = part;
  }
  return found ?? { kind: "scalar", pointer: "", start: 0, end: 0 };
}

/** The names that repeat one of the same object. */
export function findRepeats(text: string): Part[] {
  const seen: Set<string>[] = [];
  return [...scan(text)].filter(({ kind, pointer }) => {
    if (kind === "open") seen.push(new Set());
    if (kind === "close") seen.pop();
    if (kind !== "name") return false;
    const isRepeat = seen.at(-1)?.has(pointer) === true;
    seen.at(-1)?.add(pointer);
    return isRepeat;
  });
}

/** Where each element of the array that a text is begins and ends. */
export function findElements(text: string): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = -1;
  for (const { 0: token, index } of text.matchAll(tokens)) {
    if (depth === 1 && start < 0 && token !== "]") start = index;
    if (token === "{" || token === "[") depth++;
    else if (token === "}" || token === "]") depth--;
    const isEnd = depth === 0 || (depth === 1 && token === ",");
    if (isEnd && start >= 0) {
      found.push({ start, end: index });
      start = -1;
    }
  }
  return found;
}
