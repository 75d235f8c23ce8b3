// What is made grows with what people wrote, not with what it would be if all were written out.
import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

const d = { description: "d" };
const object = (properties: object, more: object = {}): object => ({ ...d, type: "object", properties, ...more });
const to = (name: string): object => ({ ...d, $ref: `#/$defs/${name}` });
const range = (length: number): number[] => Array.from({ length }, (_, i) => i);

/** Definitions of which each holds the next twice: written out there are two to the depth. */
const tree = (prefix: string, depth: number, more: (i: number) => object): Record<string, object> =>
  Object.fromEntries(
    range(depth).map((i) => [
      `${prefix}${i}`,
      object(
        i === depth - 1
          ? { leaf: { type: "string", ...d } }
          : { a: to(`${prefix}${i + 1}`), b: to(`${prefix}${i + 1}`) },
        more(i),
      ),
    ]),
  );

/** A title for each definition of a tree. */
const titled =
  (prefix: string) =>
  (i: number): object => ({ title: `${prefix.toUpperCase()}${i}` });

const event = (data: unknown): object => ({ type: "t.x", data });

describe("two trees of depth 25 in a few kilobytes", () => {
  test.each<[name: string, data: object, more: (prefix: string) => (i: number) => object]>([
    ["that meet in allOf", { allOf: [to("x0"), to("y0")] }, () => () => ({})],
    ["with titles, that meet in allOf", { allOf: [to("x0"), to("y0")] }, titled],
    ["that meet in const", { allOf: [to("x0"), to("y0")], const: {} }, () => () => ({})],
    ["without titles", object({ x: to("x0"), y: to("y0") }), () => () => ({})],
  ])("%s are refused at once", async (_, data, more) => {
    const schemas = eventOf(data, { ...tree("x", 25, more("x")), ...tree("y", 25, more("y")) });
    expect(JSON.stringify(schemas).length).toBeLessThan(10_000);
    const { files, diagnostics } = await buildSchemas(schemas);
    const found = diagnostics.filter(({ severity }) => severity === "error").map(({ rule }) => rule);
    expect([files, [...new Set(found)]]).toEqual([undefined, ["schema-size"]]);
  });

  test("with titles are small: each is written once", async () => {
    const data = object({ x: to("x0"), y: to("y0") });
    const { files = [], diagnostics } = await buildSchemas(
      eventOf(data, { ...tree("x", 25, titled("x")), ...tree("y", 25, titled("y")) }),
    );
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(Math.max(...files.map(({ text }) => text.length))).toBeLessThan(100_000);
  });
});

describe("an event whose schema would be longer than 100 kB", () => {
  const wide = object(
    Object.fromEntries(
      range(400).map((i) => [`m${i}`, { type: "string", description: "A member of many.", maxLength: 9 }]),
    ),
    { title: "Wide" },
  );
  const list = (name: string): object => ({ type: "array", items: to(name), ...d });
  const schemas = eventOf(object({ one: to("wide"), two: to("wide"), three: list("middle") }), {
    wide,
    middle: object({ four: to("wide"), five: to("wide") }, { title: "Middle" }),
  });
  const right = { one: { m1: "x" }, three: [{ four: { m2: "y" } }] };
  const wrong = { one: {}, three: [{ five: { m399: 1 } }] };

  test.each([
    ["schemas/t.x.schema.json", Ajv2020, "$defs"],
    ["schemas/draft-07/t.x.schema.json", Ajv, "definitions"],
  ] as const)("%s refers to what has a title", async (path, Draft, holder) => {
    const { files = [] } = await buildSchemas(schemas);
    const schema = JSON.parse(files.find((one) => one.path === path)?.text ?? "") as Record<string, object>;
    expect(JSON.stringify(schema).length).toBeLessThan(60_000);
    expect(Object.keys(schema[holder] ?? {})).toEqual(["Middle", "Wide"]);
    const validate = new Draft({ strict: false }).compile(schema);
    expect([validate(event(right)), validate(event(wrong))]).toEqual([true, false]);
  });

  test("so does the one that the package makes, and the validator means the same", async () => {
    const { XEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as {
      XEvent: {
        is: (value: unknown) => boolean;
        "~standard": { jsonSchema: { input: (options: object) => Record<string, object> } };
      };
    };
    const { files = [] } = await buildSchemas(schemas);
    const { $comment: _, ...file } = JSON.parse(
      files.find(({ path }) => path === "schemas/t.x.schema.json")?.text ?? "",
    ) as Record<string, object>;
    expect(XEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" })).toEqual(file);
    expect([XEvent.is(event(right)), XEvent.is(event(wrong))]).toEqual([true, false]);
  });

  test("what one definition says is pinned by its own vectors, once", async () => {
    const { files = [] } = await buildSchemas(schemas);
    const holding = files.filter(({ path, text }) => path.startsWith("vectors/") && text.includes("m399 maxLength"));
    expect(holding.map(({ path }) => path)).toEqual(["vectors/objects/Wide.json"]);
  });
});

test("vectors of 300 members end at a million characters, and what was left out is counted", async () => {
  const properties = Object.fromEntries(range(300).map((i) => [`member${i}`, { type: "string", minLength: 2, ...d }]));
  const required = Object.keys(properties);
  const { files = [], diagnostics } = await buildSchemas(eventOf(object(properties, { required })));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const text = (path: string): string => files.find((one) => one.path === path)?.text ?? "";
  expect(text("vectors/t.x.json").length).toBeLessThan(1_500_000);
  expect(text("vectors/README.md")).toMatch(/^\| `t\.x\.json` \| [1-9][0-9]+ \|$/m);
});
