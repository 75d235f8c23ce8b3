// The laws of the one JSON service: what is JSON, where it stands, what repeats, where lines end.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findElements, findNumbers, findValue } from "../scripts/json/find.ts";
import { countLineEnds, lineAt, positionAt } from "../scripts/json/lines.ts";
import { locate } from "../scripts/json/locate.ts";
import { firstBadByte } from "../scripts/json/utf8.ts";
import { readJson } from "../scripts/json/read.ts";
import { findRepeats } from "../scripts/json/repeats.ts";
import { createScanner } from "../scripts/json/scan.ts";

/** JSON texts, with white space or without. */
const texts = fc
  .tuple(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t"))
  .map(([value, space]) => JSON.stringify(value, undefined, space));

/** JSON texts of which one or two characters are replaced, added or left out. */
const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...'{}[]",:0-.eE+\\u tfn1a/\n\r\u00a0', ""), fc.boolean()), {
  minLength: 1,
  maxLength: 2,
});
const broken = fc.tuple(texts, edits).map(([text, changes]) =>
  changes.reduce((left, [place, char, isInserted]) => {
    const at = place % (left.length + 1);
    return left.slice(0, at) + char + left.slice(isInserted ? at : at + 1);
  }, text),
);

/** Where a text stops being JSON; undefined where it is. */
function errorOf(text: string): number | undefined {
  const scanner = createScanner(text);
  while (scanner.next()) {
    // To the end.
  }
  return scanner.error;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("a text is JSON where JSON.parse says so", () => {
  test("edited at random", () => {
    const seen = { valid: 0, invalid: 0 };
    fc.assert(
      fc.property(broken, (text) => {
        const error = errorOf(text);
        seen[error === undefined ? "valid" : "invalid"]++;
        expect(error === undefined).toBe(isJson(text));
        // What stands before the place of an error is the beginning of a JSON text.
        if (error !== undefined) expect([undefined, error]).toContain(errorOf(text.slice(0, error)));
      }),
      { numRuns: 5000, seed: 20261126 },
    );
    expect(Math.min(seen.valid, seen.invalid)).toBeGreaterThan(500);
  });

  test.each([
    "",
    " ",
    "01",
    "-",
    "1.",
    ".5",
    "1e",
    "1e+",
    "+1",
    "nul",
    "nulll",
    "NaN",
    '"\\x"',
    '"\\u12"',
    '"\\u12g4"',
    '"\t"',
    "[1,]",
    "{,}",
    '{"a"}',
    '{"a":}',
    "{a:1}",
    "1 2",
    "\u00a01",
    "[",
    '"',
    "-0",
    "1E-5",
    '"\\u00e9\\/"',
    "\n[ ]\r\t",
  ])("%j", (text) => expect(errorOf(text) === undefined).toBe(isJson(text)));

  test("two hundred thousand levels overflow nothing", () => {
    const count = 200_000;
    expect(errorOf("[".repeat(count) + "]".repeat(count))).toBeUndefined();
    expect(errorOf('{"a":'.repeat(count))).toBe(count * 5);
    expect([...findRepeats(`${'{"a":'.repeat(count)}1${"}".repeat(count)}`)]).toEqual([]);
  });
});

const valueAt = (value: unknown, keys: readonly (string | number)[]): unknown =>
  keys.reduce((at, key) => (at as Record<string, unknown>)[key], value);

describe("a value is found", () => {
  test("at the keys that lead to it", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value: unknown = JSON.parse(text);
        const scanner = createScanner(text);
        while (scanner.next()) {
          if (scanner.kind !== "scalar") continue;
          expect(JSON.parse(text.slice(scanner.start, scanner.end))).toEqual(valueAt(value, scanner.keys()));
          expect(findValue(text, scanner.keys())).toMatchObject({
            start: scanner.start,
            end: scanner.end,
            isExact: true,
          });
          const place = positionAt(text, scanner.isMember ? scanner.nameStart : scanner.start);
          expect(locate(text, scanner.keys().map(String))).toEqual(place);
        }
      }),
      { numRuns: 300 },
    );
  });

  test.each<[name: string, text: string, keys: (string | number)[], want: string, isExact: boolean]>([
    ["of two of one name the last", '{"a":1,"a":2}', ["a"], "2", true],
    ["of two of one name the last, though it holds less", '{"a":{"b":1},"a":2}', ["a", "b"], "2", false],
    ["of two of one name the last, of which one is escaped", '{"a":1,"\\u0061":3}', ["a"], "3", true],
    ["where there is none, the value around it", '{"a":[1,{"b":2}]}', ["a", 1, "c", "d"], "{", false],
    ["past the end of an array, the array", '{"a":[1]}', ["a", 1], "[", false],
    ["a name with a quote and a backslash", '{"\\"\\\\":5}', ['"\\'], "5", true],
    ["a name that another begins with", '{"ab":1,"a":2,"abc":3}', ["a"], "2", true],
    ["a member like an index", '[{"0":1},{"0":2}]', [1, "0"], "2", true],
    ["the root", " [1]", [], "[", true],
  ])("%s", (_, text, keys, want, isExact) => {
    const found = findValue(text, keys);
    expect([text.slice(found.start, found.end), found.isExact]).toEqual([want, isExact]);
  });

  test.each<[name: string, text: string, keys: string[], column: number]>([
    ["of a member, its name", '{"a": 1}', ["a"], 2],
    ["of an element, its value", "[1,  2]", ["1"], 6],
    ["of two of one name the last", '{"a":1,"a":{"b":2}}', ["a", "b"], 13],
    ["where there is none, that of the value around it", '{"a":[1]}', ["a", "1", "x"], 2],
  ])("and located: %s", (_, text, keys, column) => {
    expect(locate(text, keys)).toEqual({ line: 1, column });
  });

  test("and located in an object of many members, of which some repeat", () => {
    const names = Array.from({ length: 100 }, (_, i) => `n${i % 60}`);
    const text = `{${names.map((name) => `"${name}":1`).join(",")}}`;
    for (const name of names) expect(locate(text, [name]).column).toBe(text.lastIndexOf(`"${name}"`) + 1);
    expect(locate(text, ["none"])).toEqual({ line: 1, column: 1 });
  });

  test("as the elements of an array, whatever they are", () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.constantFrom(undefined, 2), (items, space) => {
        const text = JSON.stringify(items, undefined, space);
        const found = [...findElements(text)].map(({ start, end }) => JSON.parse(text.slice(start, end)) as unknown);
        expect(JSON.stringify(found)).toBe(JSON.stringify(items));
      }),
    );
  });

  test("as a number that can be inexact, with its keys", () => {
    expect([...findNumbers('{"a":[1,2.5,"3.5"],"b":12345678901234567890,"c":1E5}')]).toEqual([
      { text: "2.5", keys: ["a", "1"] },
      { text: "12345678901234567890", keys: ["b"] },
      { text: "1E5", keys: ["c"] },
    ]);
  });
});

/** A name of which each code unit is written as an escape. */
const escaped = (name: string): string =>
  `"${Array.from({ length: name.length }, (_, i) => `\\u${name.charCodeAt(i).toString(16).padStart(4, "0")}`).join("")}"`;

describe("names that repeat are found", () => {
  test.each<[text: string, keys: (string | number)[][]]>([
    ['{"a":1,"b":2,"a":3}', [["a"]]],
    ['{"a":1,"\\u0061":2,"a":3}', [["a"], ["a"]]],
    ['[{"a":{"x":1,"x":2}},{"a":1}]', [[0, "a", "x"]]],
    ['{"a":1,"ab":2,"":3,"\\"":4}', []],
    ['{"a":{"a":1},"b":{"a":1,"b":{"c":1,"c":2}},"b":1}', [["b", "b", "c"], ["b"]]],
    ['{"\\n":1,"\\u000A":2,"\\/":1,"/":2}', [["\n"], ["/"]]],
  ])("in %s", (text, keys) => {
    expect(Array.from(findRepeats(text), (repeat) => repeat.keys())).toEqual(keys);
  });

  test("as often as an object is written with more names than it has", () => {
    const names = fc.array(fc.tuple(fc.constantFrom("a", "b", "ab", "é", "\\", '"', "\u{1F600}", "\n"), fc.boolean()), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(names, (list) => {
        const text = `{${list.map(([name, isEscaped]) => `${isEscaped ? escaped(name) : JSON.stringify(name)}:1`).join(",")}}`;
        expect([...findRepeats(text)]).toHaveLength(list.length - Object.keys(JSON.parse(text) as object).length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("lines end with LF, CRLF or a lone CR:", () => {
  const line = fc.string({ unit: fc.constantFrom("a", "\u{1F600}", "\t", "\u2028"), maxLength: 4 });
  const lines = fc.array(fc.tuple(line, fc.constantFrom("\n", "\r\n", "\r")), { maxLength: 8 }).filter((rows) => {
    // A lone CR before an empty line that ends with LF would be one CRLF.
    return rows.every(([, end], i) => end !== "\r" || rows[i + 1]?.[0] !== "" || rows[i + 1]?.[1] === "\r");
  });

  test("every place has its line and its column", () => {
    fc.assert(
      fc.property(lines, (rows) => {
        const text = rows.map((row) => row.join("")).join("");
        let at = 0;
        for (const [i, [words, end]] of rows.entries()) {
          for (const column of [0, words.length])
            expect(positionAt(text, at + column)).toEqual({ line: i + 1, column: column + 1 });
          expect(lineAt(text, i + 1)).toBe(words);
          at += words.length + end.length;
        }
        expect(positionAt(text, at)).toEqual({ line: rows.length + 1, column: 1 });
        expect(countLineEnds(text, 0, text.length)).toBe(rows.length);
      }),
      { numRuns: 300 },
    );
  });

  test.each(["\n", "\r\n", "\r"])("a diagnostic stands at the same line with %j", (end) => {
    const read = readJson(Buffer.from(["{", '  "a": 1,', '  "b" 2', "}"].join(end)));
    expect("problem" in read && read.problem.at).toEqual({ line: 3, column: 7 });
  });
});

describe("the first byte that is not UTF-8 is found", () => {
  const step = 65_536;
  const bad: [name: string, bytes: number[], at: number][] = [
    ["a byte that no text has", [0xff], 0],
    ["a continuation without a beginning", [0x80, 0x80], 0],
    ["a beginning without its continuation", [0xe2, 0x41], 1],
    ["half a character", [0xe2, 0x82, 0x41], 2],
    ["a surrogate", [0xed, 0xa0, 0x80], 1],
    ["too long a form", [0xc0, 0xaf], 0],
  ];
  test.each(bad)("%s, wherever it stands", (_, bytes, at) => {
    for (const before of [0, 1, step - 3, step - 2, step - 1, step, step + 1, 2 * step - 1]) {
      for (const start of ["", "é", "€", "😀"]) {
        const head = Buffer.concat([
          Buffer.alloc(Math.max(0, before - Buffer.byteLength(start)), "x"),
          Buffer.from(start),
        ]);
        const text = Buffer.concat([head, Buffer.from(bytes), Buffer.from("tail")]);
        expect([before, start, firstBadByte(text)]).toEqual([before, start, head.length + at]);
      }
    }
  });

  test.each([0, 1, step - 1, step])("at the end of %i bytes that end inside a character; nowhere in text", (before) => {
    const head = Buffer.alloc(before, "x");
    expect(firstBadByte(Buffer.concat([head, Buffer.from([0xf0, 0x9f, 0x98])]))).toBe(before + 2);
    expect(firstBadByte(Buffer.concat([head, Buffer.from("😀é€".repeat(step))]))).toBeUndefined();
    expect(firstBadByte(head)).toBeUndefined();
  });
});
