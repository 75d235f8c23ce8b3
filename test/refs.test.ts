import { once } from "node:events";
import { existsSync, symlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { type Catalog, loadCatalog } from "../scripts/catalog/catalog.ts";
import type { JsonObject } from "../scripts/json/json.ts";
import type { Schema } from "../scripts/schema/schema.ts";
import { createFolder, createSchemas, draft, writeFiles } from "./support/codegen.ts";
import { run } from "./support/run.ts";

const file = "events/com.gigs.probe.sent.schema.json";

/** An event with the `$ref` under test on line 9 at column 16; `more` are members of the document. */
const probe = (ref: string, more = '"examples": [{ "id": "1" }]'): string => `{
  "$schema": "${draft}",
  "title": "ProbeSentEvent",
  "type": "object",
  "allOf": [{ "$ref": "../event.schema.json" }],
  "properties": {
    "type": { "const": "com.gigs.probe.sent" },
    "probe": {
               "$ref": ${JSON.stringify(ref)}
    }
  },
  ${more}
}`;
const place = { file, line: 9, column: 16, pointer: "/properties/probe/$ref", severity: "error" };

/** A named object. */
const named = (title: string, properties = {}): JsonObject => ({ $schema: draft, title, type: "object", properties });

const nowhere: [name: string, ref: string, rule: string][] = [
  ["http:", "http://schemas.example/x.schema.json", "ref-outside"],
  ["https:", "https://schemas.example/x.schema.json", "ref-outside"],
  ["a scheme in capitals", "HTTPS://schemas.example/x.schema.json", "ref-outside"],
  ["file:", "file:../objects/portOutCredentials.schema.json", "ref-outside"],
  ["data:", 'data:application/json,{"type":"string"}', "ref-outside"],
  ["a host without a scheme", "//schemas.example/x.schema.json", "ref-outside"],
  ["an absolute path", "/objects/portOutCredentials.schema.json", "ref-outside"],
  ["../ past the root", "../../x.schema.json", "ref-outside"],
  ["../ past the root and back in", "../../schemas/event.schema.json", "ref-outside"],
  ["../ past the root behind a folder", "./a/../../../x.schema.json", "ref-outside"],
  ["../ past the root with percent-encoded slashes", "..%2f..%2fx.schema.json", "ref-outside"],
  ["../ past the root with all percent-encoded", "%2E%2E%2F%2E%2E%2Fx.schema.json", "ref-outside"],
  ["a file that is missing", "../objects/missing.schema.json", "ref-target"],
  ["a folder", "../objects", "ref-target"],
  ["a pointer to nothing", "#/$defs/missing", "ref-target"],
  ["a pointer to nothing in another file", "../event.schema.json#/properties/missing", "ref-target"],
  ["a pointer to what every object inherits", "../event.schema.json#/properties/__proto__", "ref-target"],
  ["a fragment that is no pointer", "#probe", "ref-target"],
  ["a bad percent escape", "../objects/%ZZ.schema.json", "ref-target"],
  ["an example, which is no schema", "#/examples/0", "ref-target"],
  ["the map of properties, which is no schema", "../event.schema.json#/properties", "ref-target"],
  ["the document around it", "#", "ref-cycle"],
  ["the schema around it", "#/properties/probe", "ref-cycle"],
];

describe("a $ref that leads nowhere is told once, at its line and column:", () => {
  test.each(nowhere)("%s", async (_, ref, rule) => {
    const { diagnostics } = await loadCatalog(createSchemas({ [file]: probe(ref) }));
    expect(diagnostics).toMatchObject([{ ...place, rule, message: expect.stringContaining(JSON.stringify(ref)) }]);
  });

  test("a circle over two files, where it closes", async () => {
    const circle = {
      "objects/a.schema.json": { ...named("A"), allOf: [{ $ref: "b.schema.json" }] },
      "objects/b.schema.json": { ...named("B"), anyOf: [{ $ref: "a.schema.json" }] },
    };
    const { diagnostics } = await loadCatalog(createSchemas({ [file]: probe("../objects/a.schema.json"), ...circle }));
    expect(diagnostics).toMatchObject([{ rule: "ref-cycle", file: "objects/b.schema.json", line: 8, column: 7 }]);
  });

  test("a broken one in a schema that is used twice", async () => {
    const twice = '"$defs": { "x": { "$ref": "#/properties/probe" } }';
    const { diagnostics } = await loadCatalog(createSchemas({ [file]: probe("missing.schema.json", twice) }));
    expect(diagnostics).toMatchObject([{ ...place, rule: "ref-target" }]);
  });

  test.each([
    ["file", "../objects/linked.schema.json", "objects/linked.schema.json", "secret.schema.json"],
    ["folder", "../linked/secret.schema.json", "linked", ""],
  ])("a linked %s that leaves the schema folder is not read", async (_, ref, link, target) => {
    const outside = createFolder();
    writeFiles(outside, { "secret.schema.json": named("Secret") });
    const schemas = createSchemas({ [file]: probe(ref) });
    symlinkSync(join(outside, target), join(schemas, link));
    const { catalog, diagnostics } = await loadCatalog(schemas);
    expect(diagnostics).toMatchObject([
      { rule: "schema-file", file: link },
      { ...place, rule: "ref-target" },
    ]);
    expect([...catalog.documents.keys()].join(" ")).not.toContain("linked");
  });

  test("by the command line with exit code 1, without a request and without an output folder", async () => {
    let requests = 0;
    const server = createServer((_, response) => response.end(String(++requests))).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x.schema.json`;
    const out = join(createFolder(), "out");
    const { code, stderr } = await run(["generate", "--schemas", createSchemas({ [file]: probe(url) }), "--out", out]);
    const seen = requests;
    expect(await (await fetch(url)).text()).toBe("1");
    server.close();
    expect({ code, seen }).toEqual({ code: 1, seen: 0 });
    expect(stderr).toContain(`${file}:9:16 error: $ref "${url}"`);
    expect(existsSync(out)).toBe(false);
  });
});

describe("a $ref that leads somewhere is followed:", () => {
  const text = { $schema: draft, type: "string", minLength: 2 };
  const b = { "objects/b.schema.json": named("B") };
  const chain = { ...b, "objects/a.schema.json": { $schema: draft, $ref: "./b.schema.json" } };
  const nested = { ...b, "objects/c.schema.json": named("C", { in: { $ref: "b.schema.json" } }) };
  const c = { ref: { name: "C", schema: { properties: { in: { ref: { name: "B" } } } } } };
  const defs = '"$defs": { "x": { "type": "integer" }, "a/b c": { "type": "boolean" } }';

  test.each<[name: string, ref: string, files: Record<string, JsonObject>, want: object, definitions?: string[]]>([
    ["#/$defs/x in the same file", "#/$defs/x", {}, { type: "integer" }],
    ["a pointer with escapes", "#/$defs/a~1b%20c", {}, { type: "boolean" }],
    ["./x", "./x.schema.json", { "events/x.schema.json": text }, { type: "string", minLength: 2 }],
    ["a percent-encoded name", "../objects/my%20x.schema.json", { "objects/my x.schema.json": text }, { minLength: 2 }],
    ["a part of another file", "../event.schema.json#/properties/id", {}, { type: "string", minLength: 1 }],
    ["a chain", "../objects/a.schema.json", chain, { ref: { name: "B" } }, ["B of b"]],
    ["a named object in another", "../objects/c.schema.json", nested, c, ["B of b", "C of c"]],
  ])("%s", async (_, ref, files, want, definitions = []) => {
    const { catalog, diagnostics } = await loadCatalog(createSchemas({ [file]: probe(ref, defs), ...files }));
    expect(diagnostics).toEqual([]);
    expect(members(catalog).probe).toMatchObject(want);
    const found = catalog.definitions.filter(({ name }) => name !== "PortOutCredentials");
    expect(found.map((one) => `${one.name} of ${basename(one.document.file, ".schema.json")}`)).toEqual(definitions);
  });

  test.each([
    ["twice", "b"],
    ["directly and by a chain", "a"],
  ])("an object that is used %s is one definition", async (_, other) => {
    const data = '"data": { "$ref": "../objects/b.schema.json" }, "probe"';
    const event = probe(`../objects/${other}.schema.json`).replace('"probe"', data);
    const { catalog } = await loadCatalog(createSchemas({ [file]: event, ...chain }));
    expect(catalog.definitions.map(({ name }) => name)).toEqual(["B", "PortOutCredentials"]);
    expect(members(catalog).data?.ref).toBe(members(catalog).probe?.ref);
  });
});

/** The members of the event under test, flat. */
function members({ events }: Catalog): Readonly<Record<string, Schema>> {
  return events.find(({ name }) => name === "ProbeSentEvent")?.schema.properties ?? {};
}
