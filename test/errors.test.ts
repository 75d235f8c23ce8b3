// What errors say of a payload: where and what was expected; of values nothing, and little of names that no schema has.
import { describe, expect, test } from "vitest";
import { nameType } from "../scripts/payloads/nameType.ts";
import { GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { root } from "./support/codegen.ts";
import { eventOf } from "./support/eventOf.ts";
import { example } from "./support/example.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Issue {
  readonly pointer: string;
  readonly path: readonly (string | number)[];
  readonly keyword: string;
  readonly message: string;
}
interface Companion {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => { valid: boolean; issues?: readonly Issue[]; truncated?: true };
  readonly assert: (value: unknown) => void;
}

const d = { description: "d" };
const text = { type: "string", ...d };
const load = async (schemas: Record<string, object>): Promise<Companion> => {
  const folder = await generatePackage(schemas);
  return ((await import(join(folder, "index.js"))) as { XEvent: Companion }).XEvent;
};
const messageOf = (companion: Companion, value: unknown): string => {
  try {
    companion.assert(value);
    return "";
  } catch (error) {
    return (error as Error).message;
  }
};

describe("an unknown type stands in no error:", () => {
  const unknown = [
    "com.gigs.unheard.of",
    "sk_live_4eC39HqLyjWDarjtT1zdp7dc",
    "my account is 123456789, please port it",
    '\u202E\u0000"\n::error::x',
    "é".repeat(500),
    "__proto__",
    "",
  ];
  test.each(unknown.map((type) => [type]))("%j", (type) => {
    const value = { ...example(), type };
    const result = GigsEvent.validate(value);
    const standard = GigsEvent["~standard"].validate(value);
    const issues = result.valid ? [] : result.issues;
    expect([result, issues[0]?.message, messageOf(GigsEvent, value)]).toEqual([
      expect.objectContaining({ valid: false, reason: "unknown-type" }),
      "must be one of the event types of this package",
      "not a valid GigsEvent (unknown-type)\n  /type must be one of the event types of this package",
    ]);
    const said = JSON.stringify([result, standard, PortOutCredentialsIssuedEvent.validate(value)]);
    if (type !== "") expect(said).not.toContain(JSON.stringify(type).slice(1, -1));
  });

  test.each<[types: string[], type: string, isShown: boolean]>([
    [["com.gigs.sim.activated"], "com.gigs.sim.created", true],
    [["com.gigs.sim.activated"], "com.gigs.user.address.home.created", true],
    [["com.gigs.sim.activated"], "com.gigs.new", true],
    [["com.gigs.sim.activated", "com.gigs.user.address.created"], "com.gigs.user.created", true],
    [["com.gigs.sim.activated"], "com.gigs.a.b.c.d.e", false],
    [["com.gigs.sim.activated"], "com.gigs.sk_live_4eC39", false],
    [["com.gigs.sim.activated"], "com.gigs.4eC39Hq", false],
    [["com.gigs.sim.activated"], `com.gigs.${"x".repeat(25)}`, false],
    [["com.gigs.sim.activated"], "com.gigs.", false],
    [["com.gigs.sim.activated"], "com.gigs", false],
    [["com.gigs.sim.activated"], "com.gigsy.sim", false],
    [["com.gigs.sim.activated"], "com.gigs.sim.activated ", false],
    [["com.gigs.sim.activated"], "com.gigs.sim\n", false],
    [["com.gigs.sim.activated"], "com.other.sim.activated", false],
    [["com.gigs.sim.activated", "org.other.sim.activated"], "com.gigs.sim", false],
    [["push", "pull"], "secret", false],
    [["a.b"], "password.hunter", false],
    [["push"], "push.x", false],
  ])("the command line of a package with %j shows %j: %s", (types, type, isShown) => {
    expect(nameType(type, types)).toBe(isShown ? `"${type}", which the schemas do not know` : "an unknown type");
  });
});

describe("a name that no schema has", () => {
  const map = eventOf({
    type: "object",
    additionalProperties: { type: "object", required: ["n"], properties: { n: text } },
  });
  const byPattern = eventOf({
    type: "object",
    patternProperties: { "": { type: "object", required: ["n"], properties: { n: text } } },
  });
  const shown = ["a", "a b", "a/b~c", "x".repeat(64), "!\"#$%&'()*+,-.", "constructor", "\\u00e9"];
  const cut: [key: string, step: string][] = [
    ["x".repeat(65), `${"x".repeat(64)}…`],
    ["x".repeat(500_000), `${"x".repeat(64)}…`],
    ["é", "\\u00e9…"],
    ["a\nb", "a\\u000ab…"],
    ["\u202Ea", "\\u202ea…"],
    ["\uD83D\uDE00", "\\ud83d\\ude00…"],
    ["\0".repeat(100), "\\u0000".repeat(11).slice(0, 64)],
  ];
  cut[6] = ["\0".repeat(100), `${"\\u0000".repeat(11).slice(0, 64)}…`];

  test.each([
    ["a map", map],
    ["a pattern", byPattern],
  ])("is shown as it is where it is short and printable ASCII, in %s", async (_, schemas) => {
    const companion = await load(schemas);
    for (const key of shown) {
      const { issues } = companion.validate({ type: "t.x", data: { [key]: { n: 1 } } });
      const step = key.replaceAll("~", "~0").replaceAll("/", "~1");
      expect(issues).toMatchObject([{ pointer: `/data/${step}/n`, path: ["data", key, "n"] }]);
    }
  });

  test.each([
    ["a map", map],
    ["a pattern", byPattern],
  ])("is escaped and cut otherwise, and the path ends at the object that holds it, in %s", async (_, schemas) => {
    const companion = await load(schemas);
    for (const [key, step] of cut) {
      for (const [value, more] of [
        [{ n: 1 }, "/n"],
        [{}, "/n"],
        [1, ""],
      ] as const) {
        const { issues } = companion.validate({ type: "t.x", data: { [key]: value } });
        expect(issues).toMatchObject([{ pointer: `/data/${step}${more}`, path: ["data"] }]);
        expect(messageOf(companion, { type: "t.x", data: { [key]: value } })).toContain(
          `\n  /data/${step}${more} must`,
        );
      }
    }
  });
});

describe("a message has at most 300 characters, also where a schema says much:", () => {
  const long = Array.from({ length: 60 }, (_, i) => `value-number-${i}-😀`);
  const rows: Record<string, [schema: object, value: unknown]> = {
    "many values": [{ enum: long }, 1],
    "a long constant": [{ const: "😀".repeat(400) }, 1],
    "many names": [
      { type: "object", additionalProperties: false, properties: Object.fromEntries(long.map((name) => [name, text])) },
      { z: 1 },
    ],
    "many branches": [{ anyOf: long.map((value) => ({ const: value })) }, 1],
    "a long pattern": [{ type: "string", pattern: `^(?:${long.map((one) => one.slice(0, -3)).join("|")})$` }, "x"],
    "names of names": [{ type: "object", propertyNames: { enum: long } }, { z: 1 }],
  };
  test.each(Object.entries(rows))("%s", async (_, [schema, value]) => {
    const schemas = eventOf(schema);
    const { diagnostics } = await buildSchemas(schemas);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    const { issues = [] } = (await load(schemas)).validate({ type: "t.x", data: value });
    expect(issues.map(({ message }) => [message.length > 20, message.length <= 300, message.isWellFormed()])).toEqual([
      [true, true, true],
    ]);
  });
});

/** A value that is nested so many levels deep. */
const nest = (levels: number): unknown => JSON.parse(`${'{"deeper":'.repeat(levels)}{}${"}".repeat(levels)}`);

describe("what is refused for much", () => {
  const item = { type: "object", required: ["n"], properties: { n: text, m: text }, ...d };
  const list = eventOf({ type: "array", items: item });
  const union = eventOf({
    anyOf: [
      { type: "array", items: { ...item, title: "FirstItem" } },
      { type: "array", items: { ...item, title: "SecondItem", required: ["n", "m"] } },
    ],
  });

  test.each([
    ["a list", list],
    ["branches of a union", union],
  ])("is explained until there is enough to tell, in %s", async (_, schemas) => {
    const companion = await load(schemas);
    let reads = 0;
    const wrong = {
      get n() {
        reads++;
        return 1;
      },
    };
    const result = companion.validate({ type: "t.x", data: Array.from({ length: 100_000 }, () => wrong) });
    expect([result.issues?.length, result.truncated, reads < 2000]).toEqual([100, true, true]);
  });

  test.each([99, 100, 101, 5000])("has a text of at most 100 lines of 400 characters: %i mistakes", async (count) => {
    const companion = await load(eventOf({ type: "object", additionalProperties: { type: "array", items: item } }));
    const data = Object.fromEntries(Array.from({ length: count }, (_, i) => [`${i}-${"x".repeat(40)}`, [1]]));
    const lines = messageOf(companion, { type: "t.x", data }).split("\n");
    expect([lines.length, lines.at(-1) === "  and more"]).toEqual([100, count > 99]);
    expect(lines.every((line) => line.length <= 400)).toBe(true);
  });

  test("has lines of at most 400 characters, however deep it is wrong", async () => {
    const node = {
      title: "DeepNode",
      type: "object",
      properties: { deeper: { ...d, $ref: "#/$defs/node" }, n: text },
      ...d,
    };
    const companion = await load(eventOf({ ...d, $ref: "#/$defs/node" }, { node }));
    let data: object = { n: 1 };
    for (let i = 0; i < 60; i++) data = { deeper: data };
    const lines = messageOf(companion, { type: "t.x", data }).split("\n");
    expect(lines.map((line) => line.length)).toEqual([expect.any(Number), 400]);
    expect(lines[1]).toMatch(/^ {2}\/data(?:\/deeper)+.*…$/);
    const { issues } = companion.validate({ type: "t.x", data });
    expect(issues).toMatchObject([{ path: ["data", ...Array.from({ length: 60 }, () => "deeper"), "n"] }]);
  });

  test("is an issue, not an error of the engine, where it is nested thousands of levels deep", async () => {
    const node = { title: "DeepNode", type: "object", properties: { deeper: { ...d, $ref: "#/$defs/node" } }, ...d };
    const companion = await load(eventOf({ ...d, $ref: "#/$defs/node" }, { node }));
    expect(companion.is({ type: "t.x", data: nest(500) })).toBe(true);
    for (const levels of [50_000, 200_000]) {
      const value = { type: "t.x", data: nest(levels) };
      expect(companion.is(value)).toBe(false);
      expect(companion.validate(value).issues).toMatchObject([{ pointer: "", keyword: "depth" }]);
    }
  });
});

/** The words of a page, as one line. */
const flat = (path: string): string => readFileSync(join(root, path), "utf8").replace(/\s+(?:\* )?/g, " ");

test("the promise stands in the README, the types and the package in the same words", () => {
  const promise =
    "An error says where and what was expected, never what was found. The name of a member that no schema describes is " +
    "shown as it is where it has at most 64 characters of printable ASCII, and escaped and cut otherwise.";
  for (const path of [
    "README.md",
    "generated/README.md",
    "generated/index.d.ts",
    "generated/runtime.d.ts",
    "SECURITY.md",
  ]) {
    expect([path, flat(path).includes(promise)]).toEqual([path, path !== "generated/index.d.ts"]);
  }
});
