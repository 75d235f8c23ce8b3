// Definitions that hold themselves in more than one branch: a value that is held to one twice must not be walked twice.
import { describe, expect, test } from "vitest";
import { generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

interface Companion {
  readonly is: (value: unknown) => boolean;
  readonly validate: (value: unknown) => { valid: boolean; issues?: { pointer: string }[] };
}

const d = { description: "d" };
const text = { type: "string", ...d };
const to = (name: string): object => ({ ...d, $ref: `#/$defs/${name}` });
const object = (title: string, properties: object, more: object = {}): object => ({
  title,
  ...d,
  type: "object",
  properties,
  ...more,
});

type Row = [
  name: string,
  definitions: object,
  wrap: (inner: () => unknown) => object,
  leaves: [valid: unknown, invalid: unknown],
];

/** A member that counts how often it is read. */
let reads = 0;
const child = (name: string, inner: () => unknown, more: object = {}): object => {
  const value = inner();
  return Object.defineProperty({ ...more }, name, {
    enumerable: true,
    get() {
      reads++;
      return value;
    },
  });
};

const rows: Row[] = [
  [
    "branches of a union",
    {
      node: {
        title: "Node",
        ...d,
        anyOf: [
          object("NodeA", { child: to("node"), a: text }, { required: ["a"] }),
          object("NodeB", { child: to("node"), b: text }, { required: ["b"] }),
        ],
      },
    },
    (inner) => child("child", inner, { a: "x", b: "x" }),
    [{ a: "x" }, 1],
  ],
  [
    "branches of which exactly one has to fit",
    {
      node: {
        title: "Node",
        ...d,
        oneOf: [
          object("NodeA", { child: to("node"), a: text }, { required: ["a"] }),
          object("NodeB", { child: to("node"), b: { type: "number", ...d } }, { required: ["b"] }),
        ],
      },
    },
    (inner) => child("child", inner, { a: "x" }),
    [{ a: "x" }, { a: 1 }],
  ],
  [
    "a base and what extends it",
    {
      base: object("Base", { child: to("node") }),
      node: {
        title: "Node",
        ...d,
        type: "object",
        allOf: [{ $ref: "#/$defs/base" }],
        properties: { child: to("node"), n: text },
      },
    },
    (inner) => child("child", inner),
    [{ n: "x" }, { n: 1 }],
  ],
  [
    "a name and a pattern",
    { node: object("Node", { child: to("node"), n: text }, { patternProperties: { "^c": to("node") } }) },
    (inner) => child("child", inner),
    [{}, { n: 1 }],
  ],
  [
    "a condition and its consequence",
    {
      node: object(
        "Node",
        { child: to("node"), n: text },
        { if: { properties: { child: to("node") } }, then: { required: ["n"] } },
      ),
    },
    (inner) => child("child", inner, { n: "x" }),
    [{ n: "x" }, { n: 1 }],
  ],
  [
    "items and what a list contains",
    { node: object("Node", { n: text, list: { type: "array", ...d, items: to("node"), contains: to("node") } }) },
    (inner) => child("list", () => [inner()]),
    [{}, { n: 1 }],
  ],
  [
    "branches of another definition, which holds this one",
    {
      node: object("Node", { x: to("other"), n: text }),
      other: {
        title: "Other",
        ...d,
        anyOf: [object("OtherA", { y: to("node"), a: text }), object("OtherB", { y: to("node"), b: text })],
      },
    },
    (inner) => child("x", () => child("y", inner)),
    [{}, { n: 1 }],
  ],
];

describe.each(rows)("%s", (_, definitions, wrap, [valid, invalid]) => {
  const nest = (leaf: unknown, depth: number): unknown => (depth === 0 ? leaf : wrap(() => nest(leaf, depth - 1)));
  const load = async (): Promise<Companion> =>
    ((await import(`${await generatePackage(eventOf(to("node"), definitions))}/index.js`)) as { XEvent: Companion })
      .XEvent;

  test.each([
    ["accepted", valid, true],
    ["refused", invalid, false],
  ])("a value that is %s is read as often as it has levels", async (_name, leaf, isValid) => {
    const companion = await load();
    const readsOf = (depth: number): number => {
      const value = { type: "t.x", data: nest(leaf, depth) };
      reads = 0;
      expect(companion.is(value)).toBe(isValid);
      return reads;
    };
    const [half, full] = [readsOf(30), readsOf(60)];
    expect(full).toBeLessThanOrEqual(half * 2.6);
  });

  test("a value that is refused is explained, with one issue at least", async () => {
    const companion = await load();
    reads = 0;
    const { valid: isValid, issues = [] } = companion.validate({ type: "t.x", data: nest(invalid, 40) });
    expect([isValid, issues.length > 0, reads < 100_000]).toEqual([false, true, true]);
  });

  test("a value that changes between two calls is validated anew", async () => {
    const companion = await load();
    const leaf: Record<string, unknown> = { ...(valid as object) };
    const value = { type: "t.x", data: nest(leaf, 3) };
    expect(companion.is(value)).toBe(true);
    for (const name of ["n", "a", "b", "x", "child", "list"]) leaf[name] = 1;
    expect(companion.is(value)).toBe(false);
  });
});
