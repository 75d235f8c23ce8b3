// What `codegen validate` is given to read: packed, cut off, of odd names, blank. What is entire is validated.
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { exampleText } from "./support/example.ts";
import { validateIn, writePayloads } from "./support/validate.ts";

const line = `${exampleText.replaceAll("\n", " ")}\n`;
const indented = JSON.stringify(JSON.parse(exampleText), null, 2);
const lines = gzipSync(line.repeat(3));
const bytes = (...parts: (string | Uint8Array | number[])[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part) : Buffer.from(part))));
/** A member with a file name, a comment, an extra field and a sum of its header. */
const withHeader = (packed: Buffer): Buffer =>
  bytes(
    packed.subarray(0, 3),
    [0x1e],
    packed.subarray(4, 10),
    [3, 0, 1, 2, 3],
    "name\0",
    "comment\0",
    [0, 0],
    packed.subarray(10),
  );
const flipped = (packed: Buffer, at: number): Buffer =>
  packed.map((byte, i) => (i === (at + packed.length) % packed.length ? byte ^ 0xff : byte)) as Buffer;

const cut = "the gzip data is cut off or broken";
const junk = "something else stands behind the gzip data";

describe("of packed lines, what is entire is validated, and the rest is one finding:", () => {
  test.each<[name: string, content: Buffer, valid: number, problem?: string]>([
    ["one member", lines, 3],
    ["two members", bytes(lines, lines), 6],
    ["a thousand members", bytes(...Array<Buffer>(1000).fill(gzipSync(line))), 1000],
    ["a member with all that a header can have", withHeader(lines), 3],
    ["padding", bytes(lines, Buffer.alloc(70_000)), 3],
    ["an empty member in between", bytes(lines, gzipSync(""), lines), 6],
    ["text behind", bytes(lines, "this is no gzip\n"), 3, junk],
    ["text behind two", bytes(lines, lines, line), 6, junk],
    ["padding that is none", bytes(lines, Buffer.alloc(70_000), "x"), 3, junk],
    ["half a member behind", bytes(lines, lines.subarray(0, 12)), 3, cut],
    ["half a header behind", bytes(lines, lines.subarray(0, 5)), 3, cut],
    ["no sum", lines.subarray(0, -8), 3, cut],
    ["half a sum", lines.subarray(0, -5), 3, cut],
    ["a wrong sum", flipped(lines, -8), 3, cut],
    ["a wrong length", flipped(lines, -1), 3, cut],
    ["the last line cut off", gzipSync(line.repeat(3) + line.slice(0, 50)).subarray(0, -8), 3, cut],
    ["nothing but a header", lines.subarray(0, 10), 0, cut],
    ["another way of packing", flipped(lines, 2), 0, cut],
  ])("%s", async (_, content, valid, problem) => {
    const { code, printed } = await validateIn(writePayloads({ "a.ndjson.gz": content }), { words: ["a.ndjson.gz"] });
    const unreadable = problem === undefined ? 0 : 1;
    expect(printed).toContain(
      `${valid.toLocaleString("en-US")} valid, 0 invalid, 0 of unknown type, ${unreadable} unreadable;`,
    );
    expect(printed.match(/error: .*/g) ?? []).toEqual(problem === undefined ? [] : [`error: ${problem} [gzip]`]);
    expect(code).toBe(unreadable);
  });

  test.each([
    ["a document with text behind", bytes(gzipSync(indented), "x"), junk],
    ["a document without a sum", gzipSync(indented).subarray(0, -8), cut],
    ["an array with text behind", bytes(gzipSync(`[${indented}]`), "x"), junk],
  ])("%s", async (_, content, problem) => {
    const { printed } = await validateIn(writePayloads({ "a.json.gz": content }), { words: ["a.json.gz"] });
    expect(printed).toContain("1 valid, 0 invalid, 0 of unknown type, 1 unreadable;");
    expect(printed).toContain(problem);
  });

  test("half a document", async () => {
    const content = gzipSync(indented.slice(0, -10)).subarray(0, -8);
    const { printed } = await validateIn(writePayloads({ "a.json.gz": content }), { words: ["a.json.gz"] });
    expect(printed.match(/error: .*/g)).toEqual([`error: ${cut} [gzip]`]);
  });
});

/** A list of so many values, itself among them. */
const values = (count: number): string => `[${"1,".repeat(count - 2)}1]`;

describe("is read, or told in a sentence that fits:", () => {
  test.each<[name: string, file: string, content: string, word: string, code: number, says: string]>([
    ["a name in capitals", "OK.JSON", line, "OK.JSON", 0, "1 valid"],
    ["names in capitals, in a folder", "in/OK.JSON", line, "in", 0, "1 valid"],
    ["lines of a name in capitals", "in/OK.NDJSON", line + line, "in", 0, "2 valid"],
    ["a folder that reads as a glob", "a[b]/x.json", line, "a[b]", 0, "1 valid"],
    ["a folder that reads as a glob of all", "*/x.json", line, "*", 0, "1 valid"],
    ["a folder that reads as a choice", "{a,b}/x.json", line, "{a,b}", 0, "1 valid"],
    ["a folder that reads as a negation", "!a/x.json", line, "!a", 0, "1 valid"],
    ["a file that reads as a glob", "q?.json", line, "q?.json", 0, "1 valid"],
    ["files that read as globs, in a folder", "in/[x].json", line, "in", 0, "1 valid"],
    ["two lines", "two.json", line + line, "two.json", 0, "2 valid"],
    [
      "two documents",
      "two.json",
      `${indented}\n${indented}`,
      "two.json",
      1,
      "has something else behind its first value",
    ],
    ["text behind a document", "a.json", `${indented}\nx`, "a.json", 1, "has something else behind its first value"],
    ["no event in an array", "none.json", "[]", "none.json", 0, "0 valid"],
    ["nothing", "a.json", "", "a.json", 2, "a.json is empty."],
    ["blank lines", "a.ndjson", "\n \r\n\t\n", "a.ndjson", 2, "a.ndjson holds nothing but white space."],
    ["blanks in a document", "a.json", "\n \r\n\t\n", "a.json", 2, "a.json holds nothing but white space."],
    ["many blank lines", "a.ndjson", "\n".repeat(3_000_000), "a.ndjson", 2, "holds nothing but white space."],
    ["an event behind many blank lines", "a.ndjson", "\n".repeat(3_000_000) + line, "a.ndjson", 0, "1 valid"],
    ["a folder without JSON", "in/x.txt", line, "in", 2, "in holds no JSON."],
  ])("%s", async (_, file, content, word, code, says) => {
    const ended = await validateIn(writePayloads({ [file]: content }), { words: [word] });
    expect([ended.code, ended.printed + ended.complaints]).toEqual([code, expect.stringContaining(says)]);
  });

  test("more values than a document may have, before they are read", async () => {
    const folder = writePayloads({ "a.json": values(2_000_001), "b.json": `[${'"],[", '.repeat(900_000)}1]` });
    const { printed } = await validateIn(folder, { words: ["a.json"] });
    expect(printed.match(/error: .*/g)).toEqual([
      "error: has more than 2000000 values in one JSON document; write an event on each line [document-size]",
    ]);
    // Brackets and commas of texts are no values.
    expect((await validateIn(folder, { words: ["b.json"], maxErrors: 1 })).printed).toContain("900,001 invalid");
  });
});
