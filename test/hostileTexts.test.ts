// One package holds texts that hide something or break out, in every spot of a schema: what is emitted is read back.
import { join } from "node:path";
import ts from "typescript-5.9";
import { describe, expect, test } from "vitest";
import type { OutputFile } from "../scripts/emit/file.ts";
import { withoutHidden } from "../scripts/json/hidden.ts";
import type { Json, JsonObject } from "../scripts/json/json.ts";
import { event, exactly, inPatterns, joiner, raw, schemas, texts, value } from "./fixtures/hostileTexts.ts";
import { buildSchemas, generatePackage } from "./support/build.ts";

const built = await buildSchemas(schemas);
const files: readonly OutputFile[] = built.files ?? [];
const folder = built.files === undefined ? "" : await generatePackage(schemas);
type Schemas = Record<string, { properties: Record<string, JsonObject> }>;

test("nothing is wrong but what nobody sees", () => {
  const errors = built.diagnostics.filter(({ severity }) => severity === "error");
  expect(errors).toEqual([]);
  const told = built.diagnostics.filter(({ rule }) => rule === "invisible");
  expect(told.length).toBeGreaterThan(texts.length);
  for (const { message, fix } of told) expect(`${message}${fix}`).toMatch(/^[ -~]+$/);
  expect(told.map(({ message }) => message)).toContain(
    "has characters that nobody sees: U+0001, U+0008, U+000B and 28 more",
  );
});

test("no file holds a character that nobody sees", () => {
  expect(files.length).toBeGreaterThan(30);
  for (const { path, text } of files)
    expect([path, raw.exec(text.replaceAll(joiner, ""))?.index]).toEqual([path, undefined]);
});

const json = (path: string): Json => JSON.parse(files.find((file) => file.path === path)?.text ?? "null") as Json;

test("what is JSON is read as the values that the schemas hold", () => {
  for (const { path } of files.filter((file) => file.path.endsWith(".json"))) json(path);
  for (const path of ["schemas/t.escapes.schema.json", "schemas/draft-07/t.escapes.schema.json"]) {
    const { properties } = json(path) as unknown as { properties: Schemas };
    const { Words, Values, Names, Patterns } = properties as unknown as Schemas;
    for (const [i, text] of texts.entries()) {
      expect(Words?.properties[`m${i}`]).toMatchObject({ title: text, examples: [text] });
      expect(String(Words?.properties[`m${i}`]?.["description"]).startsWith(text)).toBe(true);
      expect(Values?.properties[`const${i}`]).toMatchObject({ const: text });
    }
    expect(Values?.properties["all"]?.["enum"]).toEqual(texts);
    expect(Values?.properties["deep"]?.["const"]).toEqual((value["Values"] as JsonObject)["deep"]);
    expect(Object.keys(Names?.properties ?? {}).toSorted()).toEqual(texts.toSorted());
    expect(inPatterns.map((_, i) => Patterns?.properties[`p${i}`]?.["pattern"])).toEqual(inPatterns.map(exactly));
  }
  const [{ tests }] = json("vectors/t.escapes.json") as unknown as [{ tests: { data: Json; valid: boolean }[] }];
  expect(tests[0]).toMatchObject({ data: { type: "t.escapes" }, valid: true });
  const [{ tests: ofNames }] = json("vectors/objects/Names.json") as unknown as [{ tests: { data: Json }[] }];
  expect(Object.keys(ofNames[0]?.data ?? {}).toSorted()).toEqual(texts.toSorted());
});

/** The event with other members in one spot. */
const change = (spot: string, member: JsonObject): JsonObject => ({
  ...event,
  [spot]: { ...(value[spot] as JsonObject), ...member },
});

describe("the code holds the real values:", () => {
  type Companion = {
    sensitive: readonly string[];
    is: (value: unknown) => boolean;
    validate: (value: unknown) => { issues?: { pointer: string; message: string }[] };
  };
  const load = async (path: string) => (await import(`${folder}/${path}`)) as { EscapesEvent: Companion };

  test("an event with all of them is accepted, by every module", async () => {
    for (const path of ["index.js", "index.cjs"])
      expect((await load(path)).EscapesEvent.validate(event)).toMatchObject({ valid: true });
    for (const path of ["ajv.js", "ajv.cjs"]) {
      const { EscapesEvent } = (await load(path)) as unknown as { EscapesEvent: (value: unknown) => boolean };
      expect(EscapesEvent(event)).toBe(true);
      expect(EscapesEvent(change("Values", { const0: "ab" }))).toBe(false);
    }
  });

  test("what only looks the same is refused, in words that hide nothing", async () => {
    const { EscapesEvent } = await load("index.js");
    const wrong = [
      ...texts.map((text, i) => change("Values", { [`const${i}`]: `${text}\u200b` })),
      ...inPatterns.map((text, i) => change("Patterns", { [`p${i}`]: `${text}\u200b` })),
      change("Values", { all: withoutHidden(texts[0] as string) }),
      change("Names", { ab: "a" }),
      change("Patterns", { names: { a: 1 } }),
      change("Union", { of: { kind: "ab" } }),
    ];
    for (const one of wrong) {
      const { issues = [] } = EscapesEvent.validate(one);
      expect(issues).toHaveLength(1);
      expect(issues[0]?.message).not.toMatch(raw);
      expect(issues[0]?.message).not.toMatch(/[\n\r\t]/);
    }
    const missing = EscapesEvent.validate({ ...event, Names: {} }).issues ?? [];
    expect(missing.map(({ pointer }) => pointer)).toContain(`/Names/${texts[0]}`);
    const pointers = texts.map((text) => `/Names/${text.replaceAll("~", "~0").replaceAll("/", "~1")}`);
    expect(EscapesEvent.sensitive).toEqual(pointers);
  });
});

/** The declarations as the compiler reads them, nothing skipped. */
const compile = (): ts.Program =>
  ts.createProgram(
    ["index.d.ts", "index.d.cts", "ajv.d.ts"].map((file) => join(folder, file)),
    { strict: true, noEmit: true, types: [], module: ts.ModuleKind.NodeNext, lib: ["lib.es2022.d.ts"] },
  );
const valuesOf = (type: ts.Type): string[] =>
  (type.isUnion() ? type.types : [type]).flatMap((one) => (one.isStringLiteral() ? [one.value] : []));

test("the types compile, and are the real values and names", () => {
  const compiled = compile();
  expect(
    ts.getPreEmitDiagnostics(compiled).map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " ")),
  ).toEqual([]);
  const checker = compiled.getTypeChecker();
  const typeOf = (name: string): ts.Type => {
    const source = compiled.getSourceFiles().find(({ fileName }) => fileName.endsWith(`objects/${name}.d.ts`));
    const symbol = checker.getSymbolAtLocation(source as ts.Node) as ts.Symbol;
    return checker.getDeclaredTypeOfSymbol(checker.getExportsOfModule(symbol)[0] as ts.Symbol);
  };
  const member = (type: ts.Type, name: string): ts.Type =>
    checker.getNonNullableType(checker.getTypeOfSymbol(type.getProperty(name) as ts.Symbol));
  const values = typeOf("Values");
  for (const [i, text] of texts.entries()) expect(valuesOf(member(values, `const${i}`))).toEqual([text]);
  expect(valuesOf(member(values, "all")).toSorted()).toEqual(texts.toSorted());
  expect(valuesOf(member(values, "open")).toSorted()).toEqual(texts.toSorted());
  expect(
    member(values, "deep")
      .getProperties()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(["list", ...texts].toSorted());
  const [first, second] = checker.getTypeArguments(member(values, "tuple") as ts.TypeReference);
  expect([first, second].map((type) => valuesOf(type as ts.Type))).toEqual([["$&$'"], [texts[0]]]);
  expect(
    typeOf("Names")
      .getProperties()
      .map(({ name }) => name)
      .toSorted(),
  ).toEqual(texts.toSorted());
});

test("no code comes from a text", () => {
  for (const { path, text } of files.filter((file) => /\.(?:c?js|d\.c?ts)$/.test(file.path))) {
    const source = ts.createSourceFile(path.replace(/\.cjs$/, ".js"), text, ts.ScriptTarget.Latest);
    const { parseDiagnostics } = source as unknown as { parseDiagnostics: readonly unknown[] };
    expect([path, parseDiagnostics]).toEqual([path, []]);
    const names: string[] = [];
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node)) names.push(node.text);
      ts.forEachChild(node, visit);
    };
    visit(source);
    // Names of variables are made of those of members, and begin in lower case.
    expect([path, names.includes("EVIL")]).toEqual([path, false]);
  }
});
