import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript-5.9";
import { beforeAll, describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { runPipeline } from "../scripts/pipeline.ts";
import { createContext, createFolder, listTree } from "./support/codegen.ts";
import { type AllEnded, runAll } from "./support/run.ts";

const draft = "https://json-schema.org/draft/2020-12/schema";
const file = "events/test.sent.schema.json";
const description = "A member.";

type Files = Readonly<Record<string, string | Uint8Array | JsonObject>>;

/** The event with changes of its schema, and one more member. */
function event(member: Json = { type: "string", description }, changes: JsonObject = {}, name = "member"): JsonObject {
  const properties = Object.fromEntries([
    ["type", { const: "test.sent", description }],
    [name, member],
  ]);
  const rest = { type: "object", required: ["type"], properties, examples: [{ type: "test.sent" }] };
  return { $schema: draft, title: "SentEvent", description: "Sent.", ...rest, ...changes };
}

const withPattern = (pattern: string): JsonObject => event({ type: "string", description, pattern });

function write(files: Files): string {
  const parent = createFolder();
  const schemas = join(parent, "schemas");
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(schemas, path)), { recursive: true });
    const isText = typeof content === "string" || content instanceof Uint8Array;
    writeFileSync(join(schemas, path), isText ? content : JSON.stringify(content));
  }
  return schemas;
}

const emit = async (files: Files) => runPipeline(createContext(write(files), ""), "files");

/** The kinds of all nodes of a file, in their order: texts, names and numbers do not count. */
function statements(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
  expect([path, parseDiagnostics]).toEqual([path, []]);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // esbuild writes a text with line breaks between backticks.
    if (!ts.isParenthesizedTypeNode(node))
      found.push(ts.isNoSubstitutionTemplateLiteral(node) ? "StringLiteral" : (ts.SyntaxKind[node.kind] as string));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The statements of every emitted module; names of files do not count. */
async function skeleton(files: Files): Promise<string[][]> {
  const { files: emitted, diagnostics } = await emit(files);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return (emitted ?? [])
    .filter(({ path }) => /\.(?:c?js|d\.c?ts)$/.test(path))
    .map(({ path, text }) => statements(path.replace(/\.cjs$/, ".js"), text));
}

describe("a text that tries to break out leaves the emitted statements those of its harmless twin:", () => {
  const attacks = [
    "*/ throw 1; /*",
    "`${throw 1}`",
    '"); throw 1; ("',
    "\u2028throw 1\u2029",
    "</script><script>",
    "\\",
    "'\n throw 1;//",
  ];
  const places: readonly (readonly [name: string, make: (text: string) => JsonObject])[] = [
    ["a description", (text) => event({ type: "string", description: text })],
    ["the event's description", (text) => event(undefined, { description: text })],
    ["an example", (text) => event({ type: "string", description, examples: [text] })],
    ["a const", (text) => event({ type: "string", description, const: text })],
    ["a value of an enum", (text) => event({ type: "string", description, enum: ["a", text] })],
    ["a const inside an object", (text) => event({ description, const: { a: text } })],
    ["a property name", (text) => event({ type: "string", description }, {}, text)],
    ["a comment", (text) => event(undefined, { $comment: text })],
  ];
  test.each(places)("%s", async (_, make) => {
    const twin = await skeleton({ [file]: make("odd-name") });
    for (const text of attacks) expect(await skeleton({ [file]: make(text) }), JSON.stringify(text)).toEqual(twin);
  });

  test("a pattern", async () => {
    // The shared schema says more of a pattern that can match no line break.
    // The text of one with a slash or a line separator is kept beside the regular expression. A sentence shows what nobody
    // sees, and so is no text that is kept.
    const [oneLine, slash, lines] = await Promise.all(
      ["^a$", "^/$", "^/\u00ad$"].map((twin) => skeleton({ [file]: withPattern(twin) })),
    );
    for (const pattern of [
      "^[*]/ throw 1; /[*]$",
      "^`[$][{]throw 1[}]`$",
      '^"[)]; throw 1; [(]"$',
      "^\u2028</script>$",
    ]) {
      const twin = pattern.includes("\u2028") ? lines : pattern.includes("/") ? slash : oneLine;
      const safe = pattern
        .replaceAll("[$]", "\\$")
        .replaceAll("[{]", "\\{")
        .replaceAll("[}]", "\\}")
        .replaceAll("[(]", "\\(");
      expect(await skeleton({ [file]: withPattern(safe.replaceAll("[)]", "\\)")) }), pattern).toEqual(twin);
    }
  });
});

const refs = [
  "http://x.example/a",
  "https://x.example/a",
  "file:///etc/passwd",
  "data:application/json,{}",
  "/etc/passwd",
  "../../x.json",
];
const withProto = JSON.parse('{"__proto__":null}') as Json;
const part = { $schema: draft, type: "string" };
const nested = (levels: number): string => `${"[".repeat(levels)}${"]".repeat(levels)}`;
const many = (count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`p${i}`, { type: "string", description }]));
const titles = [
  "__proto__",
  "constructor",
  "toString",
  'A"b',
  "A\nB",
  "\u{1F600}",
  "class",
  "1A",
  "Object",
  "Promise",
  "EventValidationError",
  "GigsEvent",
  "*/",
];

describe("is refused by a rule, and nothing is emitted:", () => {
  const rows: readonly (readonly [name: string, files: Files, rule: string])[] = [
    ...refs.map((ref) => [`$ref ${ref}`, { [file]: event({ $ref: ref, description }) }, "ref-outside"] as const),
    ...titles.map(
      (title) => [`title ${JSON.stringify(title)}`, { [file]: event(undefined, { title }) }, "title"] as const,
    ),
    ["a property __proto__", { [file]: event({ type: "string", description }, {}, "__proto__") }, "prototype"],
    ...["const", "default"].map(
      (keyword) =>
        [`__proto__ in a ${keyword}`, { [file]: event({ description, [keyword]: withProto }) }, "prototype"] as const,
    ),
    ["__proto__ deep in an enum", { [file]: event({ description, enum: [1, { a: [withProto] }] }) }, "prototype"],
    ["__proto__ in an example", { [file]: event({ description, examples: [withProto] }) }, "prototype"],
    ...[
      "9007199254740993",
      "9223372036854775807",
      "1e400",
      "0.1000000000000000055511151231257827",
      "1e23",
      "1e-999999999",
      "1e-9999999999999999999",
    ].map(
      (number) =>
        [
          `the number ${number}`,
          { [file]: JSON.stringify(event({ type: "number", description, maximum: 0.5 })).replace("0.5", number) },
          "number-exact",
        ] as const,
    ),
    ["a cycle", { [file]: event({ $ref: "#", description }) }, "ref-cycle"],
    ["5,000 levels", { [file]: event(), "a.schema.json": nested(5000) }, "depth"],
    ["5,000 properties", { [file]: event({ type: "object", description, properties: many(5000) }) }, "limits"],
    [
      "an enum of 5 MB",
      { [file]: event({ description, enum: Array.from({ length: 5e5 }, (_, i) => `x${i}x`) }) },
      "file-size",
    ],
    ["a title of two files", { [file]: event(), "events/test.b.schema.json": event() }, "title-unique"],
    ["bytes that are no text", { [file]: event(), "a.schema.json": Buffer.from([0x7b, 0xff, 0x7d]) }, "utf-8"],
    ["UTF-16", { [file]: event(), "a.schema.json": Buffer.from("{}", "utf16le") }, "json"],
    [
      "a pattern without an end",
      { [file]: event({ type: "string", description, pattern: "^(?:a|a)*(?:a|a)*b$" }) },
      "pattern-safe",
    ],
    ...["a\nb", 'a"', "a`${b}", "\u202eb", "\u{1F600}/a", "a\u001b[2J/b", ".git/a", "con.a"].map(
      (name) =>
        [`the file ${JSON.stringify(name)}`, { [file]: event(), [`${name}.schema.json`]: part }, "file-name"] as const,
    ),
    ["a folder in the place of a file", { [file]: event(), "x.schema.json/a": "" }, "schema-file"],
  ];
  test.each(rows)("%s", async (_, files, rule) => {
    const { diagnostics, files: emitted } = await emit(files);
    expect(diagnostics.map((one) => one.rule)).toContain(rule);
    expect(emitted).toBeUndefined();
  });
});

/** A schema folder with a link to a file beside it. */
const linked = (): string => {
  const schemas = write({ [file]: event({ $ref: "../out.schema.json", description }) });
  writeFileSync(join(schemas, "../secret.json"), '{ "secret": 1 }');
  symlinkSync("../secret.json", join(schemas, "out.schema.json"));
  return schemas;
};

describe("the command line, in 512 MB, changes nothing but the output folder and touches no network:", () => {
  const rows: readonly (readonly [name: string, schemas: string, code: number, told: string])[] = [
    ["a link that leaves the folder", linked(), 1, "[schema-file]"],
    ["a $ref to the web", write({ [file]: event({ $ref: "https://x.example/a", description }) }), 1, "[ref-outside]"],
    [
      "an enum of 5 MB",
      write({ [file]: event({ enum: Array.from({ length: 5e5 }, (_, i) => `x${i}x`) }) }),
      1,
      "[file-size]",
    ],
    ["900 kB of brackets", write({ [file]: nested(450_000) }), 1, "[depth]"],
    [
      "1,000 broken references",
      write({
        [file]: event({
          type: "object",
          description,
          properties: Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`p${i}`, { $ref: `x${i}` }])),
        }),
      }),
      1,
      "[ref-target]",
    ],
    ["an empty folder", createFolder(), 2, "no event"],
  ];
  const watch = [
    'import net from "node:net"; import { promises } from "node:dns";',
    'const touched = () => { process._rawDebug("NETWORK"); process.exit(99); };',
    "net.Socket.prototype.connect = touched; promises.lookup = touched; globalThis.fetch = touched;",
  ].join("");
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(watch)}` };
  const trees = (): Record<string, string>[] =>
    rows.flatMap(([, schemas]) => (schemas.endsWith("schemas") ? [listTree(dirname(schemas))] : []));
  let [ended, before, after]: [AllEnded, unknown, unknown] = [{ runs: [], memory: 0 }, [], []];
  beforeAll(async () => {
    before = trees();
    ended = await runAll(
      rows.map(([, schemas]) => ["generate", "--schemas", schemas, "--out", join(createFolder(), "out")]),
      { env },
    );
    after = trees();
  });

  test.each(rows.map(([name, , code, told], i) => [name, i, code, told] as const))("%s", (_, i, code, told) => {
    expect(ended.runs[i]).toMatchObject({ code, stderr: expect.stringContaining(told) });
    expect(ended.runs[i]?.stderr).not.toContain("secret");
  });

  test("all of them, one after the other", () => {
    expect(after).toEqual(before);
    expect(ended.memory).toBeLessThan(512e6);
  });
});

/** A folder that everyone may enter, and the one around it, which tests made too. */
function open(folder: string): string {
  for (const path of [folder, dirname(folder)]) chmodSync(path, 0o755);
  return folder;
}

describe("where permission is denied, the exit code is 2 and nothing changes:", () => {
  const rows: readonly (readonly [name: string, spoil: (schemas: string, out: string) => void, told: RegExp])[] = [
    [
      "a schema",
      (schemas) => chmodSync(join(schemas, file), 0o000),
      /test\.sent\.schema\.json cannot be read: permission is denied/,
    ],
    ["the schema folder", (schemas) => chmodSync(schemas, 0o000), /cannot be read: permission is denied/],
    [
      "the output folder",
      (_, out) => chmodSync(out, 0o555),
      /output folder .* cannot be written: permission is denied/,
    ],
  ];
  // Root may do everything, so the tool runs as nobody.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const folders = rows.map(([, spoil]) => {
    const [schemas, out] = [open(write({ [file]: event() })), open(createFolder())];
    spoil(schemas, out);
    return { schemas, out };
  });
  let ended: AllEnded = { runs: [], memory: 0 };
  beforeAll(async () => {
    ended = await runAll(
      folders.map(({ schemas, out }) => ["generate", "--schemas", schemas, "--out", out]),
      nobody,
    );
  });

  test.each(rows.map(([name, , told], i) => [name, i, told] as const))("%s", (_, i, told) => {
    expect(ended.runs[i]).toEqual({ code: 2, stdout: "", stderr: expect.stringMatching(told) });
    expect(listTree(folders[i]?.out ?? "")).toEqual({});
  });
});
