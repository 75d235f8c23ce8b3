// Enums that are open to further values: verdicts, types, words; what closes them; and the warning where one is closed.
// Every folder is generated, which holds our validator, Ajv's and `evaluate` together on its vectors.
import { describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

const d = { description: "d" };
const text = { type: "string", ...d };
const open = { "x-open": true };
const closed = { "x-lint-off": { "enum-open": "Closed." } };
const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });

const builtOf = async (data: object, $defs: object = {}): Promise<Record<string, string>> => {
  const { files = [], diagnostics } = await buildSchemas(eventOf(data, $defs));
  expect(diagnostics).toEqual([]);
  return Object.fromEntries(files.map(({ path, text: content }) => [path, content.replaceAll(/\s+/g, " ")]));
};

const messagesOf = async (data: object, $defs: object = {}): Promise<string[]> => {
  const { diagnostics } = await buildSchemas(eventOf(data, $defs));
  return diagnostics.map(
    ({ rule, pointer, message }) => `${rule} ${pointer?.replace("/properties/data", "")} ${message}`,
  );
};

/** Values of `data` that are right and wrong, and its type. */
type Row = [name: string, data: object, valid: unknown[], invalid: unknown[], type: string, $defs?: object];

describe.each<Row>([
  ["texts", { ...text, enum: ["a", "b"], ...open }, ["a", "c", ""], [1, null], 'data: "a" | "b" | (string & {});'],
  ["texts without a type", { enum: ["a"], ...open }, ["a", "c"], [1, null], 'data: "a" | (string & {});'],
  ["integers", { type: "integer", enum: [1, 2], ...open }, [1, 9], [1.5, "1"], "data: 1 | 2 | (number & {});"],
  ["integers without a type", { enum: [1, 2], ...open }, [1, 9], [1.5, "1"], "data: 1 | 2 | (number & {});"],
  ["numbers without a type", { enum: [1, 2.5], ...open }, [1, 0.1], ["1"], "data: 1 | 2.5 | (number & {});"],
  ["null among the values", { enum: ["a", null], ...open }, ["a", "c", null], [1], 'data: "a" | (string & {}) | null;'],
  [
    "null among the values and the types",
    { type: ["null", "string"], enum: ["a", null], ...open },
    ["a", "c", null],
    [1],
    'data: "a" | null | (string & {});',
  ],
  [
    "null among the types only",
    { type: ["string", "null"], enum: ["a"], ...open },
    ["a", "c"],
    [1, null],
    'data: "a" | (string & {});',
  ],
  [
    "texts and numbers",
    { enum: ["a", 1], ...open },
    ["c", 2],
    [true],
    'data: "a" | 1 | (string & {}) | (number & {});',
  ],
  [
    "a limit beside it",
    { ...text, enum: ["a", "b"], maxLength: 2, ...open },
    ["a", "cc"],
    ["ccc"],
    'data: "a" | "b" | (string & {});',
  ],
  [
    "an items' enum",
    { type: "array", items: { enum: ["a", "b"], ...open } },
    [["a", "c"]],
    [[1]],
    'data: ("a" | "b" | (string & {}))[];',
  ],
  [
    "a map's",
    { type: "object", additionalProperties: { enum: ["a", "b"], ...open } },
    [{ x: "c" }],
    [{ x: 1 }],
    '[k: string]: "a" | "b" | (string & {});',
  ],
  [
    "a tuple's",
    {
      type: "array",
      prefixItems: [
        { enum: ["a", "b"], ...open },
        { enum: [1], ...open },
      ],
      minItems: 1,
      items: false,
    },
    [["c", 2]],
    [[1]],
    'data: ["a" | "b" | (string & {}), (1 | (number & {}))?];',
  ],
  [
    "a union's",
    { anyOf: [{ enum: ["a"], ...open }, { type: "integer" }] },
    ["c", 2],
    [null],
    'data: ("a" | (string & {})) | number;',
  ],
  [
    "a definition with a name",
    { $ref: "#/$defs/status" },
    ["a", "c"],
    [1],
    'data: "a" | "b" | (string & {});',
    { status: { ...text, enum: ["a", "b"], ...open } },
  ],
  [
    "a name, opened where it is used",
    { $ref: "#/$defs/name", enum: ["a"], ...open },
    ["a", "c"],
    [1],
    'data: "a" | (string & {});',
    { name: { title: "Name", ...text } },
  ],
  [
    "a closed enum of a branch",
    { allOf: [{ enum: ["a", "b"], ...closed }], enum: ["a", "b"], ...open },
    ["a", "b"],
    ["c", 1],
    'data: "a" | "b";',
  ],
  [
    "an open enum of a branch",
    { allOf: [{ enum: ["a", "b"], ...open }], enum: ["a", "b"], ...closed },
    ["a", "b"],
    ["c", 1],
    'data: "a" | "b";',
  ],
  [
    "two open enums",
    { allOf: [{ enum: ["a", "b", null], ...open }], enum: ["b", "x"], type: "string", ...open },
    ["a", "c"],
    [null, 1],
    'data: "a" | "b" | "x" | (string & {});',
  ],
  ["a const of a branch", { allOf: [{ enum: ["a", "b"], ...open }], const: "c" }, ["c"], ["a"], 'data: "c";'],
  ["x-open: false", { ...text, enum: ["a", "b"], "x-open": false, ...closed }, ["a"], ["c"], 'data: "a" | "b";'],
])("%s", (_, data, valid, invalid, type, $defs = {}) => {
  const schemas = eventOf(data, $defs);

  test("gets the right verdicts, of ours and of Ajv", async () => {
    const folder = await generatePackage(schemas);
    const { XEvent } = (await import(`${folder}/index.js`)) as { XEvent: { is: (value: unknown) => boolean } };
    const ajv = (await import(`${folder}/ajv.js`)) as { XEvent: (value: unknown) => boolean };
    for (const [values, want] of [
      [valid, true],
      [invalid, false],
    ] as const) {
      for (const value of values) {
        const event = { type: "t.x", data: value };
        expect([XEvent.is(event), ajv.XEvent(event)], JSON.stringify(value)).toEqual([want, want]);
      }
    }
  });

  test("has its type, and leaves no trace in the shared schemas", async () => {
    const files = await builtOf(data, $defs);
    expect(files["events/t.x.d.ts"]).toContain(type);
    expect(JSON.stringify(files)).not.toContain("x-open");
  });
});

test("the shared schema lists the values in words, and a vector has another one", async () => {
  const files = await builtOf({ ...text, description: "The state.", enum: ["a", "b"], ...open, default: "b" });
  expect(files["schemas/t.x.schema.json"]).toContain(
    String.raw`"description": "The state. One of \"a\", \"b\"; others may come. Default: \"b\".", "type": "string" }`,
  );
  expect(files["schemas/draft-07/t.x.schema.json"]).toContain("others may come.");
  expect(files["vectors/t.x.json"]).toContain('"data":{"type":"t.x","data":"ax"},"valid":true');
});

test.each<[string, object, string]>([
  ["no boolean", { ...text, enum: ["a"], "x-open": "yes" }, "has an x-open that is not a boolean"],
  ["no enum", { ...text, ...open }, "has an x-open without an enum"],
  ["a $ref", { $ref: "#/properties/type", ...open }, "has an x-open without an enum"],
  ["a const", { const: "a", enum: ["a"], ...open }, "has an x-open beside a const"],
  ["objects", { enum: [{ a: 1 }, "b"], ...open }, "has an x-open beside an enum of more than texts, numbers and null"],
  ["booleans", { enum: [true, false], ...open }, "has an x-open beside an enum of more than texts, numbers and null"],
  ["null alone", { enum: [null], ...open }, "has an x-open beside an enum of more than texts, numbers and null"],
  [
    "another type",
    { type: ["string", "boolean"], enum: ["a"], ...open },
    "has an x-open beside an enum of more than texts, numbers and null",
  ],
])("x-open is refused beside %s", async (_, data, message) => {
  expect(await messagesOf(data)).toEqual([`open /x-open ${message}`]);
});

test("x-open is refused in a condition, and in what is excluded; not beside members of such names", async () => {
  const asked = { enum: ["a"], ...open };
  expect(
    await messagesOf(
      object(
        { if: { ...asked, ...d }, not: { type: "array", items: asked, ...d }, no: { ...text, not: asked } },
        { if: { properties: { if: asked } }, then: { required: ["no"] } },
      ),
    ),
  ).toEqual([
    "open /properties/no/not/x-open has an x-open in a condition, which any value would meet",
    "open /if/properties/if/x-open has an x-open in a condition, which any value would meet",
  ]);
});

const card = object(
  { kind: { enum: ["card", "debit"], ...d }, last4: text },
  { title: "Card", required: ["kind"], ...d },
);
const bank = object({ kind: { const: "bank", ...d } }, { title: "Bank", required: ["kind"], ...d });

/** The pointers of the enums that are warned of, within `data`. */
test.each<[string, object, string[], object?]>([
  ["two values", { enum: ["a", "b"] }, ["/enum"]],
  ["two numbers", object({ a: { enum: [1, 2], ...d } }), ["/properties/a/enum"]],
  ["one value", { enum: ["a"] }, []],
  ["a const", { const: "a" }, []],
  ["an open one", { enum: ["a", "b"], ...open }, []],
  ["x-open: false", { enum: ["a", "b"], "x-open": false }, ["/enum"]],
  ["a reason", { enum: ["a", "b"], ...closed }, []],
  ["booleans, of which there are no more", { enum: [true, false] }, []],
  ["a member type of data", object({ type: { enum: ["a", "b"], ...d } }), ["/properties/type/enum"]],
  ["items", { type: "array", items: { enum: ["a", "b"] } }, ["/items/enum"]],
  ["an excluded one", { ...text, not: { enum: ["a", "b"] } }, []],
  [
    "a condition",
    object({ a: text, b: text }, { if: { properties: { a: { enum: ["x", "y"] } } }, then: { required: ["b"] } }),
    [],
  ],
  [
    "what follows from a condition",
    object({ a: text }, { if: { required: ["a"] }, then: { properties: { a: { enum: ["x", "y"] } } } }),
    ["/then/properties/a/enum"],
  ],
  [
    "the member that tells branches apart",
    { oneOf: [{ $ref: "#/$defs/card" }, { $ref: "#/$defs/bank" }] },
    [],
    { card, bank },
  ],
  [
    "the same, also used by itself",
    object({
      any: { oneOf: [{ $ref: "#/$defs/card" }, { $ref: "#/$defs/bank" }], ...d },
      one: { $ref: "#/$defs/card" },
    }),
    [],
    { card, bank },
  ],
  [
    "another member of a branch",
    {
      oneOf: [
        object({ kind: { const: "a", ...d }, state: { enum: ["x", "y"], ...d } }, { required: ["kind"] }),
        object({ kind: { const: "b", ...d } }, { required: ["kind"] }),
      ],
    },
    ["/oneOf/0/properties/state/enum"],
  ],
])("a closed enum in an event: %s", async (_, data, pointers, $defs = {}) => {
  const { diagnostics } = await buildSchemas(eventOf(data, $defs));
  expect(diagnostics.map(({ rule, severity, pointer }) => [rule, severity, pointer])).toEqual(
    pointers.map((pointer) => ["enum-open", "warning", `/properties/data${pointer}`]),
  );
});

test("a closed enum of a definition is reported once, where it is written; one that no event uses is not", async () => {
  const { diagnostics } = await buildSchemas(
    eventOf(object({ a: { $ref: "#/$defs/used" }, b: { $ref: "#/$defs/used" } }), {
      used: { enum: ["a", "b"], ...d },
      unused: { enum: ["a", "b"], ...d },
    }),
  );
  expect(diagnostics.map(({ pointer }) => pointer)).toEqual(["/$defs/used/enum"]);
});

test("the event's type is a list of types where the envelope has one, and is no such enum", async () => {
  const schemas = eventOf(text, { envelope: object({ type: { enum: ["t.x", "t.y"], ...d } }) });
  const [file, event] = Object.entries(schemas)[0] as [string, object];
  const { diagnostics } = await buildSchemas({ [file]: { ...event, allOf: [{ $ref: "#/$defs/envelope" }] } });
  expect(diagnostics).toEqual([]);
});
