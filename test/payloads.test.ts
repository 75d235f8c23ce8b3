// The laws of reading payloads: places, lines, and what is told twice.
import fc from "fast-check";
import { expect, test } from "vitest";
import { findRepeats } from "../scripts/json/repeats.ts";
import { mask } from "../scripts/payloads/mask.ts";
import { type Lines, maxLineBytes, readLines } from "../scripts/payloads/lines.ts";
import { isFreeOfRepeats } from "../scripts/payloads/repeats.ts";
import { example } from "./support/example.ts";

/** JSON texts, with white space or without. */
const texts = fc
  .tuple(fc.jsonValue(), fc.constantFrom(undefined, 1, "\t"))
  .map(([value, space]) => JSON.stringify(value, undefined, space));

/** Texts of objects in which names repeat; strings look like members. */
const members = fc.array(
  fc.tuple(
    fc.constantFrom("a", "b", 'c"', "d:", "\\"),
    fc.constantFrom("1", '"x"', '"\\":"', '" :"', '{"a":1}', '[{"b":2}]'),
  ),
  {
    maxLength: 4,
  },
);
const objects = fc
  .tuple(members, fc.constantFrom(":", ": ", " :"))
  .map(([rows, colon]) => `{${rows.map(([name, value]) => JSON.stringify(name) + colon + value).join(",")}}`);

test("a text that is free of repeats repeats no name; what repeats one is found", () => {
  const seen = { plain: 0, repeats: 0 };
  fc.assert(
    fc.property(objects, (text) => {
      const names = [...text.matchAll(/(?<=[{,])"(?:[^"\\]|\\.)*"(?=\s*:)/g)].length;
      const value = JSON.parse(text) as object;
      const repeats = [...findRepeats(text)].length;
      const isRepeating = Object.keys(value).length + (text.match(/\{"[ab]":\d\}/g) ?? []).length < names;
      if (isFreeOfRepeats(text, value)) seen.plain++;
      if (repeats > 0) seen.repeats++;
      expect(isFreeOfRepeats(text, value) && repeats > 0).toBe(false);
      if (isRepeating) expect(repeats).toBeGreaterThan(0);
    }),
    { numRuns: 2000, seed: 1 },
  );
  expect(Math.min(seen.plain, seen.repeats)).toBeGreaterThan(200);
});

test("an event as JSON.stringify writes it is free of repeats, with all its colons", () => {
  for (const space of [undefined, 2])
    expect(isFreeOfRepeats(JSON.stringify(example(), undefined, space), example())).toBe(true);
});

test("a masked text holds nothing but punctuation, white space and names that are allowed", () => {
  fc.assert(
    fc.property(texts, (text) => {
      const { text: masked, at } = mask(text, new Set(["a"]), 0, false);
      expect(masked.replaceAll('"a"', "…").replaceAll("…", "")).toMatch(/^[\s{}[\]:,]*$/);
      expect(at).toBe(0);
    }),
  );
});

async function collect(bytes: Buffer, sizes: readonly number[]): Promise<Lines[]> {
  const chunks = (async function* () {
    for (let at = 0, i = 0; at < bytes.length; i++) {
      const size = sizes[i % sizes.length] as number;
      yield bytes.subarray(at, at + size);
      at += size;
    }
  })();
  const found: Lines[] = [];
  for await (const lines of readLines(chunks)) found.push(lines);
  return found;
}

test("lines are whole and counted, however the bytes come in", async () => {
  const line = fc.string({ maxLength: 12 }).map((text) => text.replaceAll("\n", ""));
  await fc.assert(
    fc.asyncProperty(
      fc.array(line),
      fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1 }),
      async (rows, sizes) => {
        const bytes = Buffer.from(rows.join("\n"));
        const found = await collect(bytes, sizes);
        expect(Buffer.concat(found.map((lines) => lines.bytes))).toEqual(bytes);
        let next = 1;
        for (const lines of found) {
          expect(lines.line).toBe(next);
          next = lines.next;
        }
        for (const { bytes: block } of found.slice(0, -1)) expect(block.at(-1)).toBe(0x0a);
      },
    ),
  );
});

test.each([65_536, 1000, maxLineBytes])(
  "a line that is too long is left out, and the next begins behind it (chunks of %i)",
  async (size) => {
    const found = await collect(
      Buffer.from(["a", ...[1, 0, maxLineBytes * 2].map((more) => "x".repeat(maxLineBytes + more))].join("\n")),
      [size],
    );
    const lengths = found.map(({ bytes, tooLong }) =>
      tooLong
        ? "too long"
        : String(bytes)
            .trim()
            .split("\n")
            .map(({ length }) => length),
    );
    expect(lengths.flat()).toEqual([1, "too long", maxLineBytes, "too long"]);
  },
);
