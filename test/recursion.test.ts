// Definitions that hold themselves, in one file and across files: verdicts, types, the shared schema, what is sensitive.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

interface Companion {
  readonly is: (value: unknown) => boolean;
  readonly sensitive: readonly string[];
  readonly validate: (value: unknown) => { issues?: { pointer: string; message: string }[] };
  readonly "~standard": { readonly jsonSchema: { input: (options: { target: string }) => object } };
}

const $schema = "https://json-schema.org/draft/2020-12/schema";
const d = { description: "d" };
const text = { type: "string", ...d };
const to = (name: string): object => ({ ...d, $ref: `#/$defs/${name}` });
const listOf = (item: object): object => ({ type: "array", items: item, ...d });
const object = (title: string, properties: object, more: object = {}): object => ({
  title,
  ...d,
  type: "object",
  properties,
  ...more,
});

const file = (schema: object): object => ({ $schema, ...schema });

/** What is right and what is wrong of `data`, with the pointer of what is wrong. */
type Row = [name: string, schemas: Record<string, object>, valid: unknown[], invalid: [unknown, string][]];

const rows: Row[] = [
  [
    "a list of itself",
    eventOf(to("comment"), {
      comment: object("ThreadComment", { text, replies: listOf(to("comment")) }, { required: ["text"] }),
    }),
    [{ text: "a" }, { text: "a", replies: [{ text: "b", replies: [] }] }],
    [
      [{ text: "a", replies: [{ text: "b", replies: [{ text: 1 }] }] }, "/data/replies/0/replies/0/text"],
      [{ text: "a", replies: [{}] }, "/data/replies/0/text"],
    ],
  ],
  [
    "itself or null",
    eventOf(to("node"), {
      node: object(
        "LinkedNode",
        { value: text, next: { ...d, anyOf: [to("node"), { type: "null" }] } },
        { required: ["value", "next"] },
      ),
    }),
    [
      { value: "a", next: null },
      { value: "a", next: { value: "b", next: null } },
    ],
    [
      [{ value: "a", next: { value: "b" } }, "/data/next/next"],
      [{ value: "a", next: 1 }, "/data/next"],
    ],
  ],
  [
    "itself, or nothing",
    eventOf(to("node"), { node: object("OptionalNode", { deeper: to("node") }) }),
    [{}, { deeper: { deeper: {} } }],
    [[{ deeper: { deeper: 1 } }, "/data/deeper/deeper"]],
  ],
  [
    "two that hold each other, or nothing",
    eventOf(to("left"), {
      left: object("LeftNode", { right: to("right") }),
      right: object("RightNode", { left: to("left"), right: to("right") }),
    }),
    [{}, { right: { left: {}, right: {} } }],
    [[{ right: { left: { right: [] } } }, "/data/right/left/right"]],
  ],
  [
    "a map of itself",
    eventOf(to("folder"), {
      folder: object("Folder", { files: { type: "object", additionalProperties: to("folder"), ...d } }),
    }),
    [{}, { files: { a: { files: {} } } }],
    [[{ files: { "a/b": { files: 1 } } }, "/data/files/a~1b/files"]],
  ],
  [
    "two files that hold each other",
    {
      ...eventOf({ $ref: "../objects/team.schema.json" }),
      "objects/team.schema.json": file(object("Team", { lead: { ...d, $ref: "member.schema.json" } })),
      "objects/member.schema.json": file(
        object("Member", { name: text, teams: listOf({ $ref: "team.schema.json" }) }, { required: ["name"] }),
      ),
    },
    [{}, { lead: { name: "a", teams: [{}, { lead: { name: "b" } }] } }],
    [[{ lead: { name: "a", teams: [{ lead: {} }] } }, "/data/lead/teams/0/lead/name"]],
  ],
  [
    "a union of a leaf and a branch with itself",
    eventOf(to("tree"), {
      tree: {
        title: "Tree",
        ...d,
        oneOf: [
          object("Leaf", { kind: { const: "leaf", ...d } }, { required: ["kind"] }),
          object(
            "Fork",
            { kind: { const: "fork", ...d }, left: to("tree"), right: to("tree") },
            { required: ["kind", "left"] },
          ),
        ],
      },
    }),
    [{ kind: "leaf" }, { kind: "fork", left: { kind: "leaf" }, right: { kind: "fork", left: { kind: "leaf" } } }],
    [
      [{ kind: "fork", left: { kind: "twig" } }, "/data/left/kind"],
      [{ kind: "fork" }, "/data/left"],
    ],
  ],
  [
    "a base that is made of itself, and adds to it",
    eventOf(to("special"), {
      base: object("BaseItem", { parent: to("base"), id: text }, { required: ["id"] }),
      special: {
        title: "SpecialItem",
        ...d,
        type: "object",
        allOf: [{ $ref: "#/$defs/base" }],
        properties: { parent: { ...d, $ref: "#/$defs/special" }, more: text },
      },
    }),
    [{ id: "a" }, { id: "a", more: "x", parent: { id: "b", more: "y" } }],
    [
      [{ id: "a", parent: { more: "x" } }, "/data/parent/id"],
      [{ id: "a", parent: { id: "b", more: 1 } }, "/data/parent/more"],
    ],
  ],
];

const event = (data: unknown): object => ({ type: "t.x", data });

async function companionOf(schemas: Record<string, object>): Promise<Companion> {
  const { XEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as { XEvent: Companion };
  return XEvent;
}

describe.each(rows)("%s", (_, schemas, valid, invalid) => {
  test("gets the right verdicts, and the pointers of what is wrong, from either module system", async () => {
    const { is, validate } = await companionOf(schemas);
    const { XEvent } = (await import(`${await generatePackage(schemas)}/events/t.x.cjs`)) as { XEvent: Companion };
    for (const data of valid)
      expect([is(event(data)), XEvent.is(event(data))], JSON.stringify(data)).toEqual([true, true]);
    for (const [data, pointer] of invalid) {
      expect(
        validate(event(data)).issues?.map((issue) => issue.pointer),
        JSON.stringify(data),
      ).toContain(pointer);
      expect(XEvent.is(event(data))).toBe(false);
    }
  });

  test("means the same in the schemas of both drafts, in files and as code", async () => {
    const { files = [] } = await buildSchemas(schemas);
    const read = (path: string): object => JSON.parse(files.find((one) => one.path === path)?.text ?? "") as object;
    const {
      "~standard": { jsonSchema },
    } = await companionOf(schemas);
    const validators = [
      new Ajv2020({ strict: false }).compile(read("schemas/t.x.schema.json")),
      new Ajv({ strict: false }).compile(read("schemas/draft-07/t.x.schema.json")),
      new Ajv2020({ strict: false }).compile(jsonSchema.input({ target: "draft-2020-12" })),
      new Ajv({ strict: false }).compile(jsonSchema.input({ target: "draft-07" })),
    ];
    for (const data of valid)
      expect(validators.map((validate) => validate(event(data)))).toEqual([true, true, true, true]);
    for (const [data] of invalid)
      expect(validators.map((validate) => validate(event(data)))).toEqual([false, false, false, false]);
  });

  test("the schema of the union holds its definitions at its root", async () => {
    const { GigsEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as { GigsEvent: Companion };
    for (const [target, Draft] of [
      ["draft-2020-12", Ajv2020],
      ["draft-07", Ajv],
    ] as const) {
      const validate = new Draft({ strict: false }).compile(GigsEvent["~standard"].jsonSchema.input({ target }));
      expect(valid.map((data) => validate(event(data)))).toEqual(valid.map(() => true));
      expect(invalid.map(([data]) => validate(event(data)))).toEqual(invalid.map(() => false));
    }
  });
});

test("the type names itself", async () => {
  const [, schemas] = rows[0] as Row;
  const { files = [] } = await buildSchemas(schemas);
  expect(files.find(({ path }) => path === "objects/ThreadComment.d.ts")?.text).toContain("replies?: ThreadComment[];");
});

test("what is sensitive ends where a definition begins again, with all below", async () => {
  const secret = { type: "string", "x-sensitive": true, ...d };
  const { sensitive } = await companionOf(
    eventOf(to("box"), {
      box: object("Box", { secret, inner: listOf(to("box")), other: to("open") }),
      open: object("OpenBox", { free: text, again: to("open") }),
    }),
  );
  expect(sensitive).toEqual(["/data/secret", "/data/inner/*/**"]);
});

test.each<[string, Record<string, object>, string]>([
  [
    "without a title",
    eventOf(to("a"), { a: { type: "object", properties: { a: to("a") }, ...d } }),
    "give that schema a title",
  ],
  [
    "by nothing but itself",
    eventOf(to("a"), { a: { title: "Aa", ...d, allOf: [{ $ref: "#/$defs/a" }] } }),
    "break the circle",
  ],
  [
    "by a branch",
    eventOf(to("a"), { a: { title: "Aa", ...d, anyOf: [{ type: "string" }, { $ref: "#/$defs/a" }] } }),
    "break the circle",
  ],
  ["as an event", eventOf({ $ref: "#" }), "describe what repeats under $defs, with a title, and refer to that"],
])("a definition that holds itself %s is refused", async (_, schemas, fix) => {
  const { diagnostics } = await buildSchemas(schemas);
  expect(diagnostics).toMatchObject([{ rule: "ref-cycle", fix }]);
});
