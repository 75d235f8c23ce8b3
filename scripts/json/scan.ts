import { endOfScalar, isSpace } from "./scalars.ts";

/** A part of a JSON text: the name of a member, a scalar, or the bracket that opens or closes an object or an array. */
export type Kind = "name" | "scalar" | "open" | "close";

/** Stands at one part of a JSON text, and goes from each to the next. */
export interface Scanner {
  readonly kind: Kind;
  /** Where the part begins and ends in the text, in code units. */
  readonly start: number;
  readonly end: number;
  /** How many objects and arrays are around the part; a bracket is not inside itself. */
  readonly depth: number;
  /** Whether the part is a member of an object: then `nameStart` and `nameEnd` tell its name, quotes included. */
  readonly isMember: boolean;
  readonly nameStart: number;
  readonly nameEnd: number;
  /** The index of an element of an array. */
  readonly index: number;
  /** Whether the text holds an entire value already, behind which nothing may stand. */
  readonly isComplete: boolean;
  /** Where the text stops being JSON (RFC 8259), in the part that begins at `start`; undefined as long as it is. */
  readonly error: number | undefined;
  /** Goes to the next part; false behind the last one, and where the text stops being JSON. */
  next(): boolean;
  /** The keys that lead from the root to the part, decoded. */
  keys(): (string | number)[];
}

const [quote, comma, colon, openBracket, closeBracket, openBrace, closeBrace] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d,
];

/** What the grammar allows next. */
type State = "value" | "value or ]" | "name" | "name or }" | "separator" | "nothing";

/**
 * Reads a JSON text part by part. Nothing is made of a part but numbers, so that the work is the same whatever stands in it.
 * @param text of any kind: where it is not JSON, the scanner stops
 */
export function createScanner(text: string): Scanner {
  let at = 0;
  let state: State = "value";
  /** Of each object or array that is open: whether it is an object, the index of its element, where its member's name stands. */
  const isObject: boolean[] = [];
  const indexes: number[] = [];
  const nameStarts: number[] = [];
  const nameEnds: number[] = [];

  const fail = (index: number): boolean => {
    scanner.start = at;
    scanner.error = Math.min(index, text.length);
    return false;
  };
  const take = (kind: Kind, end: number): boolean => {
    scanner.kind = kind;
    scanner.start = at;
    scanner.end = end;
    scanner.depth = isObject.length;
    scanner.isMember = isObject.at(-1) === true;
    scanner.index = indexes.at(-1) ?? 0;
    scanner.nameStart = nameStarts.at(-1) ?? 0;
    scanner.nameEnd = nameEnds.at(-1) ?? 0;
    at = end;
    return true;
  };
  const skip = (): void => {
    while (isSpace(text.charCodeAt(at))) at++;
  };
  const open = (code: number): boolean => {
    take("open", at + 1);
    isObject.push(code === openBrace);
    indexes.push(0);
    nameStarts.push(0);
    nameEnds.push(0);
    state = code === openBrace ? "name or }" : "value or ]";
    return true;
  };
  const close = (): boolean => {
    isObject.pop();
    indexes.pop();
    nameStarts.pop();
    nameEnds.pop();
    state = isObject.length === 0 ? "nothing" : "separator";
    return take("close", at + 1);
  };
  /** A name and the colon behind it. */
  const name = (): boolean => {
    const end = endOfScalar(text, at);
    if (end < 0) return fail(-end - 1);
    nameStarts[nameStarts.length - 1] = at;
    nameEnds[nameEnds.length - 1] = end;
    take("name", end);
    skip();
    if (text.charCodeAt(at) !== colon) return fail(at);
    at++;
    state = "value";
    return true;
  };

  const scanner = {
    kind: "scalar" as Kind,
    start: 0,
    end: 0,
    depth: 0,
    isMember: false,
    nameStart: 0,
    nameEnd: 0,
    index: 0,
    isComplete: false,
    error: undefined as number | undefined,
    next(): boolean {
      if (scanner.error !== undefined) return false;
      skip();
      scanner.isComplete = state === "nothing";
      if (scanner.isComplete) return at < text.length ? fail(at) : false;
      let code = text.charCodeAt(at);
      if (state === "separator") {
        const isInObject = isObject.at(-1) === true;
        if (code === (isInObject ? closeBrace : closeBracket)) return close();
        if (code !== comma) return fail(at);
        if (!isInObject) (indexes[indexes.length - 1] as number)++;
        at++;
        skip();
        code = text.charCodeAt(at);
        state = isInObject ? "name" : "value";
      }
      if ((state === "value or ]" && code === closeBracket) || (state === "name or }" && code === closeBrace))
        return close();
      if (state === "name" || state === "name or }") return code === quote ? name() : fail(at);
      if (code === openBrace || code === openBracket) return open(code);
      const end = endOfScalar(text, at);
      if (end < 0) return fail(-end - 1);
      state = isObject.length === 0 ? "nothing" : "separator";
      return take("scalar", end);
    },
    keys: () =>
      isObject.slice(0, scanner.depth).map((isMember, i) => {
        return isMember ? (JSON.parse(text.slice(nameStarts[i], nameEnds[i])) as string) : (indexes[i] as number);
      }),
  };
  return scanner;
}

/** Whether a text is JSON, as the grammar goes. */
export function isJson(text: string): boolean {
  const scanner = createScanner(text);
  while (scanner.next());
  return scanner.error === undefined;
}
