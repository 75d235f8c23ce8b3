// Parts of definitions (`x-partial`): verdicts, types, the shared schema, what is sensitive, what is refused. Every folder is
// generated, which holds our validator, Ajv's and `evaluate` together on its vectors.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

interface Companion {
  readonly is: (value: unknown) => boolean;
  readonly sensitive: readonly string[];
  readonly "~standard": { readonly jsonSchema: { input: (options: { target: string }) => object } };
}

const $schema = "https://json-schema.org/draft/2020-12/schema";
const d = { description: "d" };
const text = { type: "string", ...d };
const whole = { type: "integer", ...d };
const object = (properties: object, more: object = {}): object => ({ type: "object", ...d, properties, ...more });
const to = (name: string): object => ({ ...d, $ref: `#/$defs/${name}` });
const part = (name: string): object => ({ ...to(name), "x-partial": true });

const plan = object({ name: text, price: whole }, { title: "Plan", required: ["name", "price"] });
const sim = object({ id: text, plan: to("plan") }, { title: "Sim", required: ["id", "plan"] });
const defs = { plan, sim };
const good = { id: "a", plan: { name: "p", price: 1 } };

/** Values of `data` that are right and wrong, and what its event's declarations say. */
type Row = [name: string, schemas: Record<string, object>, valid: unknown[], invalid: unknown[], types: string[]];

const rows: Row[] = [
  [
    "used both complete and in part",
    eventOf(object({ now: to("sim"), before: part("sim") }, { required: ["now"] }), defs),
    [{ now: good }, { now: good, before: {} }, { now: good, before: { plan: { name: "q", price: 2 } } }],
    [{ now: {} }, { now: good, before: { id: 1 } }, { now: good, before: { plan: { name: "q" } } }],
    ["now: Sim;", "before?: Partial<Sim>;", 'import type { Sim } from "../objects/Sim.js";'],
  ],
  [
    "used in part only",
    eventOf(part("sim"), defs),
    [{}, good, { id: "b" }],
    [{ id: 1 }, null],
    ["data: Partial<Sim>;"],
  ],
  [
    "words beside it",
    eventOf({ ...part("sim"), deprecated: true, "x-stability": "preview", examples: [{ id: "a" }] }, defs),
    [{}],
    [{ id: 1 }],
    ['/** * d * * @example {"id":"a"} * @beta * @deprecated */ data: Partial<Sim>;'],
  ],
  [
    "in a list, a map and a union",
    eventOf(
      object({
        list: { type: "array", items: part("sim"), ...d },
        map: { type: "object", additionalProperties: part("sim"), ...d },
        maybe: { anyOf: [part("sim"), { type: "null" }], ...d },
        either: { anyOf: [{ type: "array", items: part("plan") }, part("plan"), { type: "string" }], ...d },
      }),
      defs,
    ),
    [{ list: [{}, good], map: { a: { id: "x" } }, maybe: null }, { maybe: {}, either: [{ price: 1 }] }, { either: {} }],
    [{ list: [{ id: 1 }] }, { map: { a: { plan: {} } } }, { maybe: 1 }, { either: [{ price: "1" }] }],
    [
      "list?: Partial<Sim>[];",
      "[k: string]: Partial<Sim>;",
      "maybe?: Partial<Sim> | null;",
      "either?: Partial<Plan>[] | Partial<Plan> | string;",
    ],
  ],
  [
    "a definition that holds itself",
    eventOf(part("comment"), {
      comment: object(
        { text, replies: { type: "array", items: to("comment"), ...d } },
        { title: "ThreadComment", required: ["text"] },
      ),
    }),
    [{}, { replies: [] }, { replies: [{ text: "a", replies: [{ text: "b" }] }] }],
    [{ replies: [{}] }, { replies: [{ text: "a", replies: [{}] }] }, { text: 1 }],
    ["data: Partial<ThreadComment>;"],
  ],
  [
    "a definition that holds a part of itself",
    eventOf(to("version"), {
      version: object({ id: text, before: part("version") }, { title: "Version", required: ["id"] }),
    }),
    [{ id: "a" }, { id: "a", before: {} }, { id: "a", before: { before: { before: { id: "b" } } } }],
    [{}, { id: "a", before: { before: { id: 1 } } }],
    ["data: Version;"],
  ],
  [
    "two definitions that hold parts of each other",
    eventOf(to("team"), {
      team: object({ id: text, lead: part("member") }, { title: "Team", required: ["id", "lead"] }),
      member: object({ id: text, team: part("team") }, { title: "Member", required: ["id"] }),
    }),
    [
      { id: "a", lead: {} },
      { id: "a", lead: { team: { lead: { id: "b" } } } },
    ],
    [{ id: "a" }, { id: "a", lead: { team: { lead: { id: 1 } } } }],
    ["data: Team;"],
  ],
  [
    "a definition that is made of others",
    eventOf(part("special"), {
      base: object({ id: text, at: text }, { required: ["id"] }),
      named: object({ label: text }, { title: "Named", required: ["label"] }),
      special: {
        ...object({ more: text }, { title: "Special", required: ["more", "at"] }),
        allOf: [to("base"), { required: ["id"] }, { $ref: "#/$defs/named" }],
      },
    }),
    [{}, { id: "a" }, { label: "l", more: "m" }],
    [{ id: 1 }, { label: 1 }, { more: 1 }],
    ["data: Partial<Special>;"],
  ],
  [
    "a part that the schema around it adds to",
    eventOf({ allOf: [part("sim"), { properties: { more: text } }], type: "object" }, defs),
    [{}, { more: "x", plan: { name: "p", price: 1 } }],
    [{ more: 1 }, { plan: {} }],
    ["id?: string;", "plan?: Plan;", "more?: string;"],
  ],
  [
    "members that have to be there after all",
    eventOf({ ...part("sim"), type: "object", required: ["id"] }, defs),
    [{ id: "a" }],
    [{}, { id: 1 }],
    ["id: string;", "plan?: Plan;"],
  ],
  [
    "of the same value all and a part",
    eventOf({ allOf: [to("sim"), part("sim")] }, defs),
    [good],
    [{}, { id: "a" }],
    ["id: string;", "plan: Plan;"],
  ],
  [
    "a definition without a name",
    eventOf(object({ now: to("point"), before: part("point") }), {
      point: object({ x: whole, y: whole }, { required: ["x", "y"] }),
    }),
    [{ now: { x: 1, y: 2 }, before: { x: 1 } }],
    [{ now: { x: 1 } }, { before: { x: "1" } }],
    ["before?: { /** d */ x?: number; /** d */ y?: number; };"],
  ],
  [
    "a definition that is another, in words of its own",
    eventOf(part("card"), { ...defs, card: { $ref: "#/$defs/sim", description: "A card." } }),
    [{}],
    [{ id: 1 }],
    ["data: Partial<Sim>;"],
  ],
  [
    "a definition of a part",
    eventOf(object({ a: to("change"), b: part("change") }), {
      ...defs,
      change: { $ref: "#/$defs/sim", "x-partial": true },
    }),
    [{ a: {}, b: {} }],
    [{ a: { id: 1 } }],
    ["a?: Partial<Sim>;", "b?: Partial<Sim>;"],
  ],
  [
    "a definition of a part with a title",
    eventOf(to("change"), { ...defs, change: { title: "SimChange", ...part("sim") } }),
    [{}, { id: "a" }],
    [{ id: 1 }],
    ["data: SimChange;"],
  ],
  [
    "a closed object, which stays closed",
    eventOf(part("closed"), {
      closed: object({ a: text, b: text }, { title: "Closed", required: ["a"], additionalProperties: false }),
    }),
    [{}, { b: "x" }],
    [{ c: 1 }, { a: 1 }],
    ["data: Partial<Closed>;"],
  ],
  [
    "an object or null",
    eventOf(part("maybe"), {
      maybe: { ...object({ a: text }, { title: "Maybe", required: ["a"] }), type: ["object", "null"] },
    }),
    [{}, null],
    [{ a: 1 }, 1],
    ["data: Partial<Maybe>;"],
  ],
  [
    "a definition in another file",
    eventOf(
      { $ref: "../objects/sim.schema.json", "x-partial": true },
      {},
      {
        "objects/sim.schema.json": {
          $schema,
          ...object(
            { id: text, plan: { $ref: "plan.schema.json#/$defs/a~1b%25" } },
            { title: "Sim", required: ["id"] },
          ),
        },
        "objects/plan.schema.json": { $schema, $defs: { "a/b%": plan } },
      },
    ),
    [{}, { plan: { name: "a", price: 1 } }],
    [{ plan: {} }],
    ["data: Partial<Sim>;"],
  ],
  ["x-partial: false", eventOf({ ...to("sim"), "x-partial": false }, defs), [good], [{}], ["data: Sim;"]],
];

const eventWith = (data: unknown): object => ({ type: "t.x", data });

describe.each(rows)("%s", (_, schemas, valid, invalid, types) => {
  test("gets the right verdicts, of our validators and of Ajv, from the sources and from the shared schemas", async () => {
    const { files = [] } = await buildSchemas(schemas);
    const folder = await generatePackage(schemas);
    const { XEvent } = (await import(`${folder}/index.js`)) as { XEvent: Companion };
    const common = (await import(`${folder}/events/t.x.cjs`)) as { XEvent: Companion };
    const twin = (await import(`${folder}/ajv.js`)) as { XEvent: (value: unknown) => boolean };
    const read = (path: string): object => JSON.parse(files.find((one) => one.path === path)?.text ?? "") as object;
    const { jsonSchema } = XEvent["~standard"];
    const validators = [
      XEvent.is,
      common.XEvent.is,
      twin.XEvent,
      new Ajv2020({ strict: false }).compile(read("schemas/t.x.schema.json")),
      new Ajv({ strict: false }).compile(read("schemas/draft-07/t.x.schema.json")),
      new Ajv2020({ strict: false }).compile(jsonSchema.input({ target: "draft-2020-12" })),
      new Ajv({ strict: false }).compile(jsonSchema.input({ target: "draft-07" })),
    ];
    for (const [values, want] of [
      [valid, true],
      [invalid, false],
    ] as const) {
      for (const data of values)
        expect(
          validators.map((validate) => validate(eventWith(data))),
          JSON.stringify(data),
        ).toEqual(validators.map(() => want));
    }
  });

  test("has its type, and leaves no trace in what is written", async () => {
    const { files = [], diagnostics } = await buildSchemas(schemas);
    expect(diagnostics).toEqual([]);
    const { text: declared = "" } = files.find(({ path }) => path === "events/t.x.d.ts") ?? {};
    for (const type of types) expect(declared.replaceAll(/\s+/g, " ")).toContain(type);
    expect(JSON.stringify(files)).not.toContain("x-partial");
  });
});

test("every definition that a declaration names is exported, and no part is", async () => {
  const { files = [] } = await buildSchemas(rows[1]?.[1] as Record<string, object>);
  const { text: index = "" } = files.find(({ path }) => path === "index.d.ts") ?? {};
  expect(index.match(/export type \{ \w+ \} from/g)).toEqual(["export type { Plan } from", "export type { Sim } from"]);
  expect(files.map(({ path }) => path).filter((path) => path.startsWith("objects/Partial"))).toEqual([
    "objects/PartialSim.cjs",
    "objects/PartialSim.js",
  ]);
});

test("the shared schema gives the part a title of its own", async () => {
  const { files = [] } = await buildSchemas(rows[0]?.[1] as Record<string, object>);
  const { text: shared = "" } = files.find(({ path }) => path === "schemas/t.x.schema.json") ?? {};
  expect(JSON.parse(shared)).toMatchObject({
    properties: {
      data: { properties: { now: { title: "Sim", required: ["id", "plan"] }, before: { title: "PartialSim" } } },
    },
  });
});

test("what is sensitive is so in a part too", async () => {
  const secret = { ...text, "x-sensitive": true };
  const schemas = eventOf(object({ now: to("box"), before: part("box") }), {
    box: object({ secret, inner: part("box") }, { title: "Box", required: ["secret"] }),
  });
  const { XEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as { XEvent: Companion };
  expect(XEvent.sensitive).toEqual([
    "/data/now/secret",
    "/data/now/inner/secret",
    "/data/now/inner/inner/**",
    "/data/before/secret",
    "/data/before/inner/**",
  ]);
});

const refused = (definition: object): Record<string, object> =>
  eventOf(part("it"), { it: { title: "It", ...d, ...definition } });
const branches = { oneOf: [object({ a: text }, { required: ["a"] }), object({ b: text }, { required: ["b"] })] };

test.each<[string, Record<string, object>, string]>([
  ["no boolean", eventOf({ ...to("sim"), "x-partial": "yes" }, defs), "has an x-partial that is not a boolean"],
  ["no $ref", eventOf({ ...object({ a: text }), "x-partial": true }), "has an x-partial without a $ref"],
  [
    "minProperties",
    refused(object({ a: text }, { minProperties: 1 })),
    'has an x-partial of a definition with "minProperties", which a part would break',
  ],
  [
    "minProperties of what it is made of",
    refused({ ...object({ a: text }), allOf: [{ minProperties: 1 }] }),
    'has an x-partial of a definition with "minProperties", which a part would break',
  ],
  [
    "members that need others",
    refused(object({ a: text, b: text }, { dependentRequired: { a: ["b"] } })),
    'has an x-partial of a definition with "dependentRequired", which a part would break',
  ],
  [
    "required in branches",
    refused({ type: "object", ...branches }),
    'has an x-partial of a definition with "required" in a branch, which a part would break',
  ],
  [
    "required in branches, without a type",
    refused(branches),
    'has an x-partial of a definition with "required" in a branch, which a part would break',
  ],
  [
    "required in branches of what it is made of",
    refused({ ...object({ a: text, b: text }), allOf: [{ anyOf: [{ required: ["a"] }, { required: ["b"] }] }] }),
    'has an x-partial of a definition with "required" in a branch, which a part would break',
  ],
  [
    "required under a condition",
    refused(object({ a: text, b: text }, { if: { properties: { a: { const: "x" } } }, then: { required: ["b"] } })),
    'has an x-partial of a definition with "required" in a branch, which a part would break',
  ],
  [
    "required where another member is",
    refused(object({ a: text, b: text }, { dependentSchemas: { a: { required: ["b"] } } })),
    'has an x-partial of a definition with "required" in a branch, which a part would break',
  ],
  ["a text", refused({ type: "string" }), 'has an x-partial whose $ref leads to no schema of "type": "object"'],
  ["anything", refused({}), 'has an x-partial whose $ref leads to no schema of "type": "object"'],
])("x-partial is refused of %s", async (_, schemas, message) => {
  const { diagnostics } = await buildSchemas(schemas);
  const fixed = { rule: "partial", severity: "error", pointer: "/properties/data/x-partial", message };
  expect(diagnostics).toEqual([expect.objectContaining({ ...fixed, fix: expect.stringMatching(/\w/) as string })]);
});

test("what a value must not have, a part of it has not either", async () => {
  const neither = { not: { required: ["a", "b"] } };
  const { diagnostics } = await buildSchemas(refused(object({ a: text, b: text }, { required: ["a"], ...neither })));
  expect(diagnostics).toEqual([]);
});

test("a part's own name may not be a title as well", async () => {
  const other = object({ a: text }, { title: "PartialSim" });
  const { diagnostics } = await buildSchemas(eventOf(object({ a: part("sim"), b: to("other") }), { ...defs, other }));
  expect(diagnostics).toMatchObject([
    {
      rule: "title-unique",
      pointer: "/$defs/sim/title",
      message: 'title "Sim" makes the name "PartialSim" for x-partial, which is taken by events/t.x.schema.json',
    },
  ]);
});
