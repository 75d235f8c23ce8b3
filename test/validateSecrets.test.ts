// codegen validate prints nothing secret, wherever a credential stands in a payload, and however broken that is.
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GigsEvent } from "../generated/index.js";
import { example, exampleWith } from "./support/example.ts";
import { validateIn, writePayloads } from "./support/validate.ts";

const number = "QZNUMBERZQ";
const pin = "QZPINZQ";
const secrets = [number, pin];
const credentials = { "/data/accountNumber": number, "/data/accountPin": pin };
const event = (changes: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(exampleWith({ ...credentials, ...changes }));
const whole = event({});
const broken = event({ "/time": 1 });

/** Payloads in which credentials stand where they should not, or beside what is wrong. */
const payloads: Readonly<Record<string, string>> = {
  "beside what is wrong": broken,
  "as an object in place of a credential": event({ "/data/accountPin": { [number]: pin, deep: [pin] } }),
  "as an array in place of a credential": event({ "/data/accountNumber": [number, [pin]] }),
  "in a member that no schema has": event({ "/secret": pin, "/time": 1 }),
  "as the name of a member": event({ [`/${pin}`]: number, [`/data/${number}`]: 1, "/time": 1 }),
  "in place of the data": event({ "/data": pin }),
  "as names in place of the data": event({ "/data": { [pin]: number } }),
  "in place of the event": JSON.stringify(pin),
  "in an array in place of the event": JSON.stringify([pin, [number]]),
  "as the type": event({ "/type": pin }),
  "as the end of a type": event({ "/type": `com.gigs ${pin}`, "/data": null }),
  "as an object in place of the type": event({ "/type": { [pin]: number } }),
  "in an event of unknown type": event({ "/type": "com.gigs.new" }),
  "in a duplicated member": broken.replace('"accountPin":', `"accountPin":"${pin}","accountPin":`),
  "in a duplicated name that no schema has": `{"${pin}":1,"${pin}":2,${broken.slice(1)}`,
  "with an escaped name": broken.replace('"accountPin"', '"account\\u0050in"'),
  "without quotes": whole.replace(`"${pin}"`, pin),
  "as a name without quotes": whole.replace('"accountPin"', pin),
  "in single quotes": whole.replace(`"${pin}"`, `'${pin}'`),
  "behind a comment": whole.replace("{", `{ /* ${pin} */`),
  "behind the end": `${whole} ${pin}`,
  "with a byte order mark": `\uFEFF${whole}`,
  "nested too deep": `{"a":${"[".repeat(70)}"${pin}"${"]".repeat(70)}}`,
};

const requests = [
  { format: "text" },
  { format: "json" },
  { format: "github" },
  { format: "text", unknown: "error" },
  { format: "text", type: "com.gigs.portOutCredentials.issued" },
] as const;

/** All that the command prints of payloads, one in a line, or the bytes of a file. */
async function outputOf(files: Readonly<Record<string, string | Uint8Array>>, request: object): Promise<string> {
  const { printed, complaints } = await validateIn(writePayloads(files), { maxErrors: 100_000, ...request });
  return printed + complaints;
}

describe.each(requests)("%j", (request) => {
  test.each(Object.entries(payloads))("%s", async (_, payload) => {
    for (const showValues of [false, true]) {
      const output = await outputOf(
        { "a.json": payload, "b.ndjson": `${payload}\n`, "c.json": `[${payload}]` },
        { ...request, showValues },
      );
      for (const secret of secrets) expect(output).not.toContain(secret);
      expect(output).toMatch(
        /\b[1-9] (?:invalid|of unknown type|unreadable)|"(?:invalid|unknownType|unreadable)": [1-9]/,
      );
    }
  });

  test("cut off at any place, packed or not", async () => {
    const cut = Array.from(broken, (_, i) => broken.slice(0, i)).join("\n");
    const packed = gzipSync(`${broken}\n`.repeat(50));
    const files = {
      "a.ndjson": cut,
      ...Object.fromEntries([20, 100, 200].map((end) => [`${end}.ndjson.gz`, packed.subarray(0, end)])),
    };
    const output = await outputOf(files, request);
    for (const secret of secrets) expect(output).not.toContain(secret);
  });
});

describe("--show-values shows", () => {
  const place = { "/data/accountNumber": 1234567, "/project": 7654321, "/data/subscription": 1112131 };
  test("a scalar in a member that the schema names and does not mark", async () => {
    const { printed } = await validateIn(
      writePayloads({ "a.json": JSON.stringify(exampleWith({ "/project": 7654321 }), undefined, 2) }),
      { showValues: true },
    );
    expect(printed).toContain('"project": 7654321,');
  });

  test.each([
    ["no credential", { "/data/accountNumber": 1234567 }],
    ["nothing but the place of the finding", place],
    ["nothing of an object", { "/project": { id: 1234567 } }],
    ["nothing where an event is missing a member", { "/project": undefined, "/id": 1234567 }],
  ])("%s", async (_, changes) => {
    const { printed } = await validateIn(writePayloads({ "a.json": JSON.stringify(exampleWith(changes)) }), {
      showValues: true,
    });
    expect(printed).not.toContain("1234567");
  });

  test("nothing without it", async () => {
    const { printed } = await validateIn(
      writePayloads({ "a.json": JSON.stringify({ ...example(), project: 7654321 }) }),
      {},
    );
    expect(printed).not.toContain("7654321");
  });
});

test("edited at random, lines get the verdict of JSON.parse and the package, and no credential is printed", async () => {
  const bits = [
    '"',
    "\\",
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    pin,
    `"${pin}"`,
    `"${pin}":1,`,
    "null",
    "1",
    "é",
    "\u2028",
    "\t",
    "\r",
    "NaN",
    "//",
    '"type":"x",',
  ];
  const edits = fc.array(fc.tuple(fc.nat(whole.length), fc.nat(3), fc.constantFrom("", ...bits)), {
    minLength: 1,
    maxLength: 3,
  });
  const texts = fc.sample(edits, { numRuns: 4000, seed: 6 }).map((rows) =>
    // A type is quoted where it looks like one: it is left as it is.
    rows.reduce((text, [at, removed, added]) => {
      const [from, to] = [text.indexOf('"type"'), text.indexOf('"version"')];
      return at > from - 3 && at < to ? text : text.slice(0, at) + added + text.slice(at + removed);
    }, whole),
  );
  const want = { valid: 0, invalid: 0, unknownType: 0, unreadable: 0 };
  for (const text of texts) {
    try {
      const result = GigsEvent.validate(JSON.parse(text));
      want[result.valid ? "valid" : result.reason === "unknown-type" ? "unknownType" : "invalid"]++;
    } catch {
      want.unreadable++;
    }
  }
  const output = await outputOf({ "a.ndjson": texts.join("\n") }, { format: "json" });
  for (const secret of secrets) expect(output).not.toContain(secret);
  expect(JSON.parse(output)).toMatchObject(want);
  expect(Math.min(want.valid, want.invalid, want.unreadable)).toBeGreaterThan(100);
});
