// codegen validate: verdicts, places, exit codes.
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { everyExample, everyKeyword } from "./fixtures/everyKeyword.ts";
import { generatePackage, writeSchemas } from "./support/build.ts";
import { createSchemas, root, secondEvent } from "./support/codegen.ts";
import { example, exampleText, exampleWith } from "./support/example.ts";
import { validateIn, writePayloads } from "./support/validate.ts";

const valid = JSON.stringify(example());
const lineOf = (changes: Readonly<Record<string, unknown>>): string => JSON.stringify(exampleWith(changes));
const wrongPin = lineOf({ "/data/accountPin": 1 });
/** Column of the value of a member, in the text of a line. */
const columnOf = (text: string, name: string): number => text.indexOf(`"${name}":`) + name.length + 4;
const lines = (...texts: string[]): string => `${texts.join("\n")}\n`;

/** The findings as a script gets them: place, severity, rule and message on a line each. */
async function findingsOf(files: Readonly<Record<string, string | Uint8Array>>, words = ["."]): Promise<string[]> {
  const { printed } = await validateIn(writePayloads(files), { words, format: "json" });
  const { findings } = JSON.parse(printed) as { findings: Record<string, unknown>[] };
  return findings.map(
    ({ file, line, column, severity, rule, message }) => `${file}:${line}:${column} ${severity} ${rule}: ${message}`,
  );
}

/** How many valid, invalid, of unknown type and unreadable. */
async function tallyOf(files: Readonly<Record<string, string | Uint8Array>>, words = ["."]): Promise<unknown[]> {
  const { printed } = await validateIn(writePayloads(files), { words, format: "json" });
  const { valid: good, invalid, unknownType, unreadable } = JSON.parse(printed) as Record<string, number>;
  return [good, invalid, unknownType, unreadable];
}

describe("events are found in", () => {
  test.each<[string, string, string | Uint8Array, number]>([
    ["a document", "a.json", exampleText, 1],
    ["an array", "a.json", JSON.stringify([example(), example()], undefined, 2), 2],
    ["an empty array", "a.json", "[]", 0],
    ["lines", "a.ndjson", lines(valid, valid), 2],
    ["lines with CRLF, and blank ones", "a.jsonl", `${valid}\r\n\r\n   \n${valid}\r\n`, 2],
    ["lines behind blank ones", "body.txt", `\n  \n${lines(valid, valid)}`, 2],
    ["lines without a last newline", "a.ndjson", `${valid}\n${valid}`, 2],
    ["lines in a file that says it is a document", "a.json", lines(valid, valid, valid), 3],
    ["a packed document", "a.json.gz", gzipSync(exampleText), 1],
    ["packed lines", "a.ndjson.gz", gzipSync(lines(valid, valid)), 2],
    [
      "packed lines, packed in two parts",
      "a.jsonl.gz",
      Buffer.concat([gzipSync(lines(valid)), gzipSync(lines(valid))]),
      2,
    ],
    ["a file of another name", "body.txt", valid, 1],
  ])("%s", async (_, file, content, count) => {
    expect(await tallyOf({ [file]: content }, [file])).toEqual([count, 0, 0, 0]);
  });

  test("folders, whatever is below them; and globs", async () => {
    const files = {
      "a.json": exampleText,
      "b/c/d.ndjson": lines(valid, valid),
      "b/e.txt": "none",
      ".f/g.json.gz": gzipSync(exampleText),
    };
    expect(await tallyOf(files)).toEqual([4, 0, 0, 0]);
    expect(await tallyOf(files, ["b"])).toEqual([2, 0, 0, 0]);
    expect(await tallyOf(files, ["**/*.{json,ndjson}"])).toEqual([3, 0, 0, 0]);
    expect(await tallyOf(files, ["a.json", "b/c/d.ndjson"])).toEqual([3, 0, 0, 0]);
  });

  test("links, each file once, however the links lead to it", async () => {
    const here = writePayloads({ "a/b.ndjson": lines(valid), "c.ndjson": lines(wrongPin) });
    symlinkSync("../a", join(here, "a/again"));
    symlinkSync("../c.ndjson", join(here, "a/c.ndjson"));
    expect((await validateIn(here, { words: ["a"] })).printed).toMatch(/\n1 valid, 1 invalid, /);
  });

  test.each<[string, string | Uint8Array]>([
    ["a document", exampleText],
    ["lines", lines(valid)],
    ["packed lines", gzipSync(lines(valid))],
  ])("standard input: %s", async (_, content) => {
    const { code, printed } = await validateIn(root, { words: ["-"] }, { stdin: content });
    expect([code, printed]).toEqual([
      0,
      expect.stringMatching(/^1 valid, 0 invalid, 0 of unknown type, 0 unreadable; 1 in /),
    ]);
  });
});

describe("the place is that of the value that is wrong:", () => {
  const missing = exampleWith({ "/data/subscription": undefined });
  test.each<[string, Record<string, string>, string[]]>([
    [
      "a line",
      { "a.ndjson": lines(valid, wrongPin) },
      [`a.ndjson:2:${columnOf(wrongPin, "accountPin")} error type: /data/accountPin must be a string or null`],
    ],
    [
      "a document",
      { "a.json": JSON.stringify(exampleWith({ "/data/accountPin": 1 }), undefined, 2) },
      ["a.json:7:19 error type: /data/accountPin must be a string or null"],
    ],
    [
      "an element of an array",
      { "a.json": `[${valid},\n\n  ${wrongPin}]` },
      [`a.json:3:${columnOf(wrongPin, "accountPin") + 2} error type: /data/accountPin must be a string or null`],
    ],
    [
      "a missing member: the object",
      { "a.json": JSON.stringify(missing, undefined, 2) },
      ["a.json:4:11 error required: /data/subscription must be present"],
    ],
    [
      "no event at all",
      { "a.ndjson": lines("[]", " 7", "null") },
      [1, 2, 3].map((line) => `a.ndjson:${line}:${line === 2 ? 2 : 1} error type: (root) must be an object`),
    ],
    [
      "astral characters, two units each",
      { "a.ndjson": `{"😀":"😀","type":1}` },
      ["a.ndjson:1:19 error type: /type must be a string"],
    ],
    [
      "of two members of one name the last",
      { "a.ndjson": `{"type":"com.gigs.a.b","type":1}` },
      [
        "a.ndjson:1:31 error type: /type must be a string",
        'a.ndjson:1:24 warning duplicate-key: has a member "type" twice',
      ],
    ],
    [
      "an unknown type",
      { "a.ndjson": `{"id":"1","type":"com.gigs.new"}` },
      ['a.ndjson:1:18 warning unknown-type: /type is "com.gigs.new", which the schemas do not know'],
    ],
  ])("%s", async (_, files, want) => {
    expect(await findingsOf(files)).toEqual(want);
  });
});

describe("what is no JSON text is a finding at its place, and the rest goes on:", () => {
  const deep = `{"a":${"[".repeat(64)}${"]".repeat(64)}}`;
  const long = `{"a":"${"x".repeat(1 << 20)}"}`;
  const packed = gzipSync(
    Buffer.concat(
      Array.from({ length: 5000 }, (_, i) => Buffer.from(lines(lineOf({ "/id": `evt_${i}_${Math.sin(i)}` })))),
    ),
  );
  test.each<[string, string | Uint8Array, number, string]>([
    ["a byte order mark", `\uFEFF${valid}\n${valid}`, 1, "1:1 error byte-order-mark: starts with a byte order mark"],
    [
      "UTF-16",
      Buffer.concat([Buffer.from(`${valid}\n`), Buffer.from(`${valid}`, "utf16le")]),
      1,
      "2:2 error json: is not JSON",
    ],
    [
      "bad UTF-8",
      Buffer.concat([Buffer.from(`${valid}\n{"a":"é`), Buffer.from([0xff]), Buffer.from(`"}\n${valid}`)]),
      2,
      "2:8 error utf-8: is not UTF-8 text",
    ],
    ["NaN", lines(valid, '{"a":NaN}', valid), 2, "2:6 error json: is not JSON"],
    ["a level too many", lines(valid, deep, valid), 2, "2:69 error depth: is nested deeper than 64 levels"],
    ["a line too long", lines(valid, long, valid), 2, "2:1 error line-length: has more than 1048576 bytes on one line"],
    ["a last line too long", `${valid}\n${long}`, 1, "2:1 error line-length: has more than 1048576 bytes on one line"],
    [
      "a line cut off that ends with CRLF",
      `{"a":\r\n${valid}\r\n`,
      1,
      "1:6 error json: ends before its last value does",
    ],
    ["a number cut off", lines(valid, '{"a":1.}'), 1, "2:8 error json: has a number that ends too early"],
    ["a tab in a text", lines(valid, '{"a":"-\t"}'), 1, "2:8 error json: has a line break or tab inside a text"],
    ["a line of other white space", lines(valid, "\u00a0", valid), 2, "2:1 error json: is not JSON"],
    [
      "levels behind a name that repeats",
      lines(valid, `{"id":${"[".repeat(64)}${"]".repeat(64)},${valid.slice(1)}`),
      1,
      "2:70 error depth: is nested deeper than 64 levels",
    ],
    [
      "a line cut off",
      lines(valid, valid.slice(0, -1), valid),
      2,
      `2:${valid.length} error json: ends before its last value does`,
    ],
  ])("%s", async (_, content, count, want) => {
    const files = { "a.ndjson": content };
    expect(await findingsOf(files)).toEqual([`a.ndjson:${want}`]);
    expect(await tallyOf(files)).toEqual([count, 0, 0, 1]);
  });

  test("gzip that is cut off, behind its whole lines", async () => {
    const files = { "a.ndjson.gz": packed.subarray(0, packed.length >> 1) };
    const [finding] = await findingsOf(files);
    const [whole, ...rest] = (await tallyOf(files)) as number[];
    expect(finding).toBe(`a.ndjson.gz:${Number(whole) + 1}:1 error gzip: the gzip data is cut off or broken`);
    expect([Number(whole) > 1000, rest]).toEqual([true, [0, 0, 1]]);
  });

  test("a document too large", async () => {
    const content = `[${valid}${`,\n${valid}`.repeat(82_000)}]`;
    expect(await findingsOf({ "a.json": content })).toEqual([
      "a.json:1:1 error document-size: has more than 33554432 bytes in one JSON document; write an event on each line",
    ]);
  });
});

describe("the exit code is", () => {
  const here = writePayloads({
    "good.ndjson": lines(valid),
    "bad.ndjson": lines(wrongPin, valid),
    "new.ndjson": lines(lineOf({ "/type": "com.gigs.new" })),
    "twice.ndjson": `{"type":"x",${valid.slice(1)}`,
    "empty.ndjson": "",
    "folder/none.txt": "x",
    "broken.json": "{",
  });
  test.each<[code: number, words: string[], request: object, complaint: string]>([
    [0, ["good.ndjson"], {}, ""],
    [0, ["new.ndjson"], {}, ""],
    [1, ["new.ndjson"], { unknown: "error" }, ""],
    [0, ["twice.ndjson"], {}, ""],
    [1, ["bad.ndjson"], {}, ""],
    [1, ["broken.json"], {}, ""],
    [2, ["missing.json", "good.ndjson"], {}, "missing.json cannot be read: it does not exist."],
    [2, ["empty.ndjson", "bad.ndjson"], {}, "empty.ndjson is empty."],
    [2, ["folder"], {}, "folder holds no JSON."],
    [2, ["*.xml"], {}, "*.xml matches no file."],
  ])("%i for %j %j", async (code, words, request, complaint) => {
    expect(await validateIn(here, { words, ...request })).toMatchObject({ code, complaints: complaint });
  });

  test.each([
    [{ package: root }, "cannot be loaded"],
    [{ package: join(root, "test/examples") }, "cannot be loaded"],
    [
      { type: "com.gigs.new" },
      'There is no event of type "com.gigs.new"; there are: com.gigs.portOutCredentials.issued.',
    ],
  ])("2 for %j", async (request, message) => {
    await expect(validateIn(here, { words: ["good.ndjson"], ...request })).rejects.toMatchObject({
      name: "UnusableInput",
      message: expect.stringContaining(message),
    });
  });
});

test("a lone CR ends a line for an editor, also in a line that is too long", async () => {
  for (const member of ["1", "x".repeat((1 << 20) + 1)]) {
    const found = await findingsOf({ "a.ndjson": `{"a":\r${member}}\n{"a"\n` });
    expect(found.at(-1)).toBe("a.ndjson:3:5 error json: ends before its last value does");
  }
});

test("one bad line does not stop the rest; --fail-fast does, and --max-errors says how many more there are", async () => {
  const here = writePayloads({ "a.ndjson": lines(wrongPin, valid, wrongPin, wrongPin, valid) });
  expect((await validateIn(here, {})).printed).toMatch(/\n2 valid, 3 invalid, /);
  expect((await validateIn(here, { failFast: true })).printed).toMatch(/\n0 valid, 1 invalid, /);
  const { printed } = await validateIn(here, { maxErrors: 1 });
  expect(printed).toMatch(/\nand 2 more, which --max-errors leaves out\n2 valid, 3 invalid, /);
  expect(printed.match(/error:/g)).toHaveLength(1);
});

test("names that stand twice are one finding for each event, however many there are", async () => {
  const many = `{${'"id":"1",'.repeat(200)}${valid.slice(1)}`;
  const here = writePayloads({ "a.ndjson": lines(many, `{"id":"1","unknown":1,"unknown":2,${valid.slice(1)}`) });
  const { printed } = await validateIn(here, { format: "json" });
  const { findings } = JSON.parse(printed) as {
    findings: { line: number; column: number; message: string; also: string[] }[];
  };
  expect(findings.map(({ line, column, message }) => [line, column, message])).toEqual([
    [1, 11, 'has a member "id" twice'],
    [2, 23, "has a member twice"],
  ]);
  expect(findings[0]?.also).toHaveLength(101);
  expect(findings[1]?.also).toEqual([expect.stringMatching(/^has a member "id" twice, at 2:\d+$/)]);
});

test("--type holds every payload to one event", async () => {
  const other = lineOf({ "/type": "com.gigs.new" });
  const here = writePayloads({ "a.ndjson": lines(valid, other) });
  const { code, printed } = await validateIn(here, { type: "com.gigs.portOutCredentials.issued" });
  const want = `a.ndjson:2:${columnOf(other, "type")} error: /type must be "com.gigs.portOutCredentials.issued" [const]`;
  expect([code, printed]).toEqual([1, expect.stringContaining(want)]);
});

test("without a package, payloads are held to the schema folder", async () => {
  const other = exampleWith({ "/type": "com.gigs.sim.activated", "/data": { id: 7 } });
  const here = writePayloads({ "a.ndjson": lines(valid, wrongPin, JSON.stringify(other)) });
  const { code, printed } = await validateIn(here, {}, { schemas: createSchemas(secondEvent) });
  expect([code, printed]).toEqual([
    1,
    expect.stringMatching(/^a\.ndjson:2:.*\n[^]*^a\.ndjson:3:\d+ error: \/data\/id must be a string \[type\]$/m),
  ]);
});

test("every vector gets its verdict", async () => {
  const folder = await generatePackage(everyKeyword);
  const sources = [
    [join(root, "generated"), "com.gigs.portOutCredentials.issued"],
    [folder, (everyExample as { type: string }).type],
  ] as const;
  for (const [generated, type] of sources) {
    const [{ tests }] = JSON.parse(readFileSync(join(generated, `vectors/${type}.json`), "utf8")) as [
      { tests: { data: unknown; valid: boolean }[] },
    ];
    const here = writePayloads({ "a.ndjson": lines(...tests.map(({ data }) => JSON.stringify(data))) });
    const { printed } = await validateIn(here, { package: generated, type, format: "json", maxErrors: 10_000 });
    const { findings, valid: good } = JSON.parse(printed) as { findings: { line: number }[]; valid: number };
    expect(new Set(findings.map(({ line }) => line))).toEqual(
      new Set(tests.flatMap((row, i) => (row.valid ? [] : [i + 1]))),
    );
    expect(good).toBe(tests.filter((row) => row.valid).length);
  }
});

test("schemas with errors are told, and nothing is validated", async () => {
  const outcome = await validateIn(root, {}, { schemas: await writeSchemas({ "events/com.gigs.x.schema.json": "{" }) });
  expect(outcome).toMatchObject({ code: 1, printed: "Not validated: the schemas have errors." });
  expect(outcome.complaints).toContain("events/com.gigs.x.schema.json");
});

/** Without the times, which are others on every run. */
const untimed = (text: string): string => text.replaceAll(/ in [\d.]+ s, [\d,]+ per second/g, "");

test("the screen in docs/validate.md is what the command prints", async () => {
  const { printed } = await validateIn(root, { words: ["test/fixtures/recorded.ndjson"] });
  expect(untimed(readFileSync(join(root, "docs/validate.md"), "utf8"))).toContain(
    `\`\`\`text\n${untimed(printed)}\n\`\`\``,
  );
});
