// gigs-events/testing: what a person gets who writes tests of a receiver.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import * as gigs from "../generated/index.js";
import { example, invalid } from "../generated/testing.js";
import { everyKeyword } from "./fixtures/everyKeyword.ts";
import { furtherKeywords } from "./fixtures/furtherKeywords.ts";
import { withSecondEvent } from "./fixtures/secondEvent.ts";
import { shapes } from "./fixtures/shapes.ts";
import { generatePackage } from "./support/build.ts";
import { measureBundle } from "./support/bundle.ts";
import { eventOf } from "./support/eventOf.ts";
import { example as documented, exampleWith } from "./support/example.ts";
import { manyEvents } from "./support/manyEvents.ts";
import { ownSchemas } from "./support/source.ts";

const issued = "com.gigs.portOutCredentials.issued";
const { EventValidationError } = gigs;

interface Issue {
  readonly pointer: string;
  readonly keyword: string;
}
interface Invalid {
  readonly name: string;
  readonly event: unknown;
  readonly issue: Issue;
}
interface Testing {
  readonly example: (type: string, changes?: unknown) => Record<string, unknown>;
  readonly invalid: (type: string) => Invalid[];
}
interface Companion {
  readonly type: string;
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => { readonly issues?: readonly Issue[] };
}

/** What is compiled for one consumer of types is any for these tests, which try what does not compile. */
const loose = { example, invalid } as unknown as Testing;

interface Loaded {
  readonly testing: Testing;
  readonly events: [Companion, (value: unknown) => boolean][];
  readonly union: Pick<Companion, "validate">;
}

/** A package of schemas: its module for tests, each event with both of its validators, and the union of all. */
async function load(folder: string): Promise<Loaded> {
  const [testing, index, ajv] = (await Promise.all(
    ["testing", "index", "ajv"].map((name) => import(join(folder, `${name}.js`))),
  )) as [Testing, Record<string, Companion>, Record<string, (value: unknown) => boolean>];
  const names = Object.keys(index).filter((name) => index[name]?.type !== undefined && ajv[name] !== undefined);
  const events = names.map((name): Loaded["events"][number] => [
    index[name] as Companion,
    ajv[name] as (value: unknown) => boolean,
  ]);
  return { testing, events, union: Object.values(index).find((one) => "types" in one) as Companion };
}

/** Every object and array in a value. */
function parts(value: unknown): object[] {
  return typeof value === "object" && value !== null ? [value, ...Object.values(value).flatMap(parts)] : [];
}

describe("an example", () => {
  test("is the documented one, and nothing of it is shared between two calls", () => {
    expect(example(issued)).toEqual(documented());
    const first = new Set(parts(example(issued)));
    expect(parts(example(issued)).filter((one) => first.has(one))).toEqual([]);
    example(issued).data.accountNumber = "changed";
    expect(example(issued)).toEqual(documented());
  });

  test.each<[string, object, object]>([
    ["a member", { id: "evt_1" }, { "/id": "evt_1" }],
    ["a member of a member", { data: { accountPin: null } }, { "/data/accountPin": null }],
    ["several", { id: "x", data: { subscription: "s" } }, { "/id": "x", "/data/subscription": "s" }],
    ["a member that no schema describes", { more: { a: [1] } }, { "/more": { a: [1] } }],
    ["undefined for what is not there", { more: undefined, data: { more: undefined } }, {}],
    ["undefined inside what is new", { more: { a: undefined, b: 1 } }, { "/more": { b: 1 } }],
    ["nothing", {}, {}],
    [
      "a name that an assignment takes for the prototype",
      JSON.parse('{"data":{"__proto__":{"a":1}}}') as object,
      { "/data/__proto__": { a: 1 } },
    ],
  ])("is changed by %s", (_, changes, want) => {
    const before = structuredClone(changes);
    const got = loose.example(issued, changes);
    // Members of that name are told apart from the prototype in text only.
    expect(JSON.parse(JSON.stringify(got))).toEqual(
      "/data/__proto__" in want
        ? { ...documented(), data: JSON.parse(JSON.stringify(got["data"])) as object }
        : exampleWith(want as Record<string, unknown>),
    );
    expect(changes).toEqual(before);
    expect(Object.getPrototypeOf(got["data"])).toBe(Object.prototype);
    const given = new Set(parts(changes));
    expect(parts(got).filter((one) => given.has(one))).toEqual([]);
  });

  test("keeps a member that is called __proto__", () => {
    const { data } = loose.example(issued, JSON.parse('{"data":{"__proto__":{"a":1}}}'));
    expect(Object.getOwnPropertyDescriptor(data, "__proto__")?.value).toEqual({ a: 1 });
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  test.each<[string, object, string[]]>([
    ["a member of a wrong type", { id: 1 }, ["/id"]],
    ["a member removed", { data: { expiresAt: undefined } }, ["/data/expiresAt"]],
    ["an object removed", { data: undefined }, ["/data"]],
    ["an array in lieu of an object", { data: [] }, ["/data"]],
    ["several mistakes", { id: "", data: { accountPin: 1 } }, ["/data/accountPin", "/id"]],
  ])("is refused with %s", (_, changes, pointers) => {
    const run = (): unknown => loose.example(issued, changes);
    expect(run).toThrow(EventValidationError);
    try {
      run();
    } catch (error) {
      expect((error as gigs.EventValidationError).issues.map(({ pointer }) => pointer).toSorted()).toEqual(pointers);
    }
  });

  test.each<[string, string, unknown, string]>([
    ["another type", issued, { type: "t.other" }, "the type of an event cannot change"],
    ["its own type", issued, { type: issued }, "the type of an event cannot change"],
    ["no type", issued, { type: undefined }, "the type of an event cannot change"],
    ["changes that are null", issued, null, "must be an object"],
    ["changes that are a list", issued, [], "must be an object"],
    ["an event that there is not", "t.other", {}, 'no event of the type "t.other"'],
    ["a name that every object has", "constructor", {}, "no event of the type"],
  ])("is a TypeError with %s", (_, type, changes, message) => {
    const run = (): unknown => loose.example(type, changes);
    expect(run).toThrow(TypeError);
    expect(run).toThrow(message);
  });

  test("of an array is replaced, item by item it is not merged", async () => {
    const { testing } = await load(await generatePackage(everyKeyword));
    const type = "test.everyKeyword";
    const given = [{ x: 9, y: 8 }];
    const { data } = testing.example(type, { data: { points: given, tags: ["z"] } });
    expect(data).toMatchObject({ points: [{ x: 9, y: 8 }], tags: ["z"], marked: [1, 7] });
    expect((data as { points: object[] }).points[0]).not.toBe(given[0]);
    expect(() => testing.example(type, { data: { tags: [] } })).toThrow(/\/data\/tags must have at least 1 item/);
  });

  test("that is not documented is a sample, new each time", async () => {
    const data = { type: "object", required: ["list"], properties: { list: { $ref: "#/$defs/list" } } };
    const list = { description: "d", type: "array", minItems: 2, items: { type: "object" } };
    const { testing, events } = await load(await generatePackage(eventOf(data, { list })));
    const [first, second] = [testing.example("t.x"), testing.example("t.x")];
    expect(first).toEqual({ type: "t.x", data: { list: [{}, { another: 1 }] } });
    expect(events[0]?.[0].is(first)).toBe(true);
    expect(parts(second).filter((one) => parts(first).includes(one))).toEqual([]);
  });
});

const string = { type: "string", description: "d" };
const branch = (kind: string, own: object): object => ({
  type: "object",
  required: ["kind"],
  properties: { kind: { const: kind, description: "d" }, ...own },
});

/** Events of titles. */
const titled = (...titles: string[]): Record<string, object> =>
  Object.fromEntries(
    titles.map((title, i) => {
      const [[, schema] = []] = Object.entries(eventOf({ type: "string" }));
      const properties = { type: { const: `t.n${i}`, description: "d" }, data: string };
      return [`events/t.n${i}.schema.json`, { ...schema, title, properties }];
    }),
  );

/** Catalogs of many kinds: our own, one of every keyword, formats, unions, and definitions that hold themselves. */
const node = {
  title: "Node",
  description: "d",
  type: "object",
  required: ["name"],
  properties: {
    name: { type: "string", minLength: 1, description: "d" },
    children: { type: "array", items: { $ref: "#/$defs/node" }, description: "d" },
  },
};
const wide = (count: number, memberOf: (i: number) => object): Record<string, object> =>
  eventOf({
    type: "object",
    required: Array.from({ length: count }, (_, i) => `m${i}`),
    properties: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`m${i}`, { description: "d", ...memberOf(i) }]),
    ),
  });
const catalogs: [name: string, schemas: Record<string, unknown>][] = [
  ["our own", ownSchemas],
  ["two events", withSecondEvent],
  ["every keyword", everyKeyword],
  ["further keywords", furtherKeywords],
  ["shapes of a sender's own", shapes],
  ["twelve events", manyEvents(12)],
  ["a definition that holds itself", eventOf({ $ref: "#/$defs/node" }, { node })],
  ["titles that the module for tests has too", titled("InvalidEvent", "Changes", "EventChanges", "Example")],
  ["300 members", wide(300, () => ({ type: "string", minLength: 2 }))],
  ["30 members of 1,900 items", wide(30, (i) => ({ type: "array", maxItems: 1900 + i, items: { type: "boolean" } }))],
];

describe.each(catalogs)("invalid events of %s", (name, schemas) => {
  let loaded: Loaded;
  let folder = "";
  beforeAll(async () => {
    folder = await generatePackage(schemas);
    loaded = await load(folder);
  });

  test("are of every event, each refused by ours, with the issue that it has, and by Ajv", () => {
    expect(loaded.events.length).toBeGreaterThan(0);
    for (const [companion, ajv] of loaded.events) {
      const given = loaded.testing.example(companion.type);
      expect([companion.is(given), ajv(given)], companion.type).toEqual([true, true]);
      const all = loaded.testing.invalid(companion.type);
      expect(all.length, companion.type).toBeGreaterThanOrEqual(4);
      for (const { name: title, event, issue } of all) {
        expect([companion.is(event), ajv(event)], title).toEqual([false, false]);
        expect(companion.validate(event).issues?.[0], title).toEqual(issue);
        expect(title).toBe(`${issue.pointer || "(root)"} ${issue.keyword}`);
      }
    }
  });

  test("are refused by the union of all with the same issue first", () => {
    for (const [{ type }] of loaded.events)
      for (const { event, issue } of loaded.testing.invalid(type))
        expect(loaded.union.validate(event).issues?.[0], `${type} ${issue.pointer}`).toEqual(issue);
  });

  test("are one per pointer and keyword, most with no other issue, and new each time", () => {
    for (const [{ type, validate }] of loaded.events) {
      const all = loaded.testing.invalid(type);
      expect(new Set(all.map((one) => one.name)).size).toBe(all.length);
      expect(all.filter(({ event }) => validate(event).issues?.length === 1).length).toBeGreaterThan(all.length / 2);
      const first = new Set(parts(all));
      expect(parts(loaded.testing.invalid(type)).filter((one) => first.has(one))).toEqual([]);
      expect(loaded.testing.invalid(type)).toEqual(all);
    }
  });

  test("are at most 50, of 60 kB as they are kept", async () => {
    for (const [{ type }] of loaded.events) expect(loaded.testing.invalid(type).length).toBeLessThanOrEqual(50);
    const text = await readFile(join(folder, "cases.js"), "utf8");
    for (const changes of text.split(/^\[(?=\w)/m).slice(1)) {
      const kept = changes.split(/^\]/m)[0] ?? "";
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(60_500);
    }
    const keywords = loaded.events.flatMap(([{ type }]) =>
      loaded.testing.invalid(type).map(({ issue }) => issue.keyword),
    );
    const count = (keyword: string): number => keywords.filter((one) => one === keyword).length;
    if (name === "300 members") {
      expect(keywords).toHaveLength(50);
      expect(Math.min(count("required"), count("type"), count("minLength"))).toBeGreaterThanOrEqual(15);
    }
    // Of those that are long as many as fit; the others are all there.
    if (name.startsWith("12 members"))
      expect([count("maxItems"), count("type"), count("required")]).toEqual([5, 14, 14]);
  });
});

describe("invalid events", () => {
  test("of our own are wrong at every member, in every way that it can be wrong", () => {
    const names = invalid(issued).map(({ name }) => name);
    const { data, ...members } = documented();
    for (const pointer of [...Object.keys(members), ...Object.keys(data).map((key) => `data/${key}`)])
      expect(names).toContain(`/${pointer} required`);
    expect(names).toEqual(
      expect.arrayContaining([
        "(root) type",
        "/type required",
        "/id minLength",
        "/time format",
        "/data/expiresAt format",
      ]),
    );
    // Another type is another event.
    expect(names.filter((name) => name.startsWith("/type "))).toEqual(["/type required"]);
  });

  test("are asked for by a type that there is", () => {
    expect(() => loose.invalid("t.other")).toThrow(TypeError);
  });

  test("inside a union stand where it is wrong", async () => {
    const union = { oneOf: [branch("a", { left: string }), branch("b", { right: string })] };
    const { testing } = await load(await generatePackage(eventOf(union)));
    expect(testing.invalid("t.x").map((one) => one.name)).toEqual(
      expect.arrayContaining(["/data/kind required", "/data/left type"]),
    );
  });
});

describe("a bundle", () => {
  const marks = /the type of an event cannot change|\/data\/accountPin"\s*,\s*1/;
  test.each(["index", "webhook", `events/${issued}`, "envelope", "ajv"])("of %s has none of it", async (entry) => {
    const folder = await generatePackage(ownSchemas);
    expect((await measureBundle(`export * from "./${entry}.js";`, folder)).text).not.toMatch(marks);
  });

  test("of it has it; an import that nothing uses costs nothing", async () => {
    const folder = await generatePackage(ownSchemas);
    expect((await measureBundle(`export { example } from "./testing.js";`, folder)).text).toMatch(marks);
    expect((await measureBundle(`import { example } from "./testing.js";`, folder)).minified).toBe(0);
  });

  test("nothing else of the package imports it", async () => {
    const folder = await generatePackage(withSecondEvent);
    const paths = (await readdir(folder, { recursive: true })).filter((path) => /\.c?[jt]s$/.test(path));
    for (const path of paths.filter((one) => !/^(?:testing|cases)\./.test(one)))
      expect(await readFile(join(folder, path), "utf8"), path).not.toMatch(/\.\/(?:testing|cases)/);
  });
});

test("both builds give the same", async () => {
  const folder = await generatePackage(everyKeyword);
  const [esm, cjs] = (await Promise.all(["testing.js", "testing.cjs"].map((name) => import(join(folder, name))))) as [
    Testing,
    Testing,
  ];
  for (const verb of ["example", "invalid"] as const)
    expect(cjs[verb]("test.everyKeyword")).toEqual(esm[verb]("test.everyKeyword"));
});
