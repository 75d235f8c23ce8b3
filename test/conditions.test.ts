// What holds under a condition, of some items, of names: verdicts, the issue of each refusal, types. Every folder is
// generated, which holds our validator, Ajv's and `evaluate` together on its vectors.
import { describe, expect, test } from "vitest";
import { buildSchemas, generatePackage } from "./support/build.ts";
import { eventOf } from "./support/eventOf.ts";

type Companion = {
  validate: (value: unknown) => { valid: boolean; issues?: { pointer: string; keyword: string; message: string }[] };
  "~standard": { jsonSchema: { input: (options: { target: string }) => Record<string, unknown> } };
};

const d = { description: "d" };
const text = { type: "string", ...d };
const whole = { type: "integer", ...d };
const object = (properties: object, more: object = {}): object => ({ type: "object", properties, ...more });

/** A value of `data`, and what is told of it: pointer within `data`, keyword, message. None where it is valid. */
type Verdict = [value: unknown, ...told: [pointer: string, keyword: string, message: string][]];

async function companionOf(schemas: Record<string, object>): Promise<Companion> {
  const { XEvent } = (await import(`${await generatePackage(schemas)}/index.js`)) as { XEvent: Companion };
  return XEvent;
}

const order = object(
  { status: { enum: ["open", "closed"], ...d }, closedAt: text, reason: text },
  {
    required: ["status"],
    if: { properties: { status: { const: "closed" } } },
    then: { required: ["closedAt"] },
    else: { not: { required: ["closedAt"] } },
    dependentRequired: { reason: ["status", "closedAt"] },
  },
);

describe.each<[string, object, Verdict[]]>([
  [
    "if, then, else",
    order,
    [
      [{ status: "open" }],
      [{ status: "closed", closedAt: "x" }],
      [{ status: "closed" }, ["/closedAt", "required", "must be present"]],
      [{ status: "open", closedAt: "x" }, ["", "not", 'must not have the member "closedAt"']],
      [{}, ["/status", "required", "must be present"], ["/closedAt", "required", "must be present"]],
      [{ status: "open", reason: "x" }, ["/closedAt", "dependentRequired", 'must be present where "reason" is']],
    ],
  ],
  [
    "a condition about a text, and one inside another",
    {
      type: ["string", "integer"],
      if: { type: "string" },
      then: { minLength: 2, if: { pattern: "^a" }, then: { maxLength: 3 } },
      else: { minimum: 5 },
      "x-lint-off": { "pattern-anchored": "A beginning." },
    },
    [
      ["ab"],
      ["bbbb"],
      [5],
      ["a", ["", "minLength", "must have at least 2 characters"]],
      ["abcd", ["", "maxLength", "must have at most 3 characters"]],
      [4, ["", "minimum", "must be at least 5"]],
    ],
  ],
  [
    "a condition in one branch and another in the other",
    {
      ...object({ a: whole, b: whole, c: whole }),
      allOf: [
        { if: { required: ["a"] }, then: { required: ["b"] } },
        { if: { required: ["b"] }, then: { required: ["c"] } },
      ],
    },
    [
      [{}],
      [{ a: 1, b: 1, c: 1 }],
      [{ c: 1 }],
      [{ a: 1 }, ["/b", "required", "must be present"]],
      [{ b: 1 }, ["/c", "required", "must be present"]],
    ],
  ],
  [
    "members that need others, and schemas that members bring along",
    object(
      { card: text, billing: text, city: text, "x/y": text },
      {
        dependentRequired: { card: ["billing"] },
        dependentSchemas: { "x/y": { required: ["city"], properties: { city: { minLength: 3 } } } },
      },
    ),
    [
      [{}],
      [{ card: "1", billing: "b" }],
      [{ card: "1" }, ["/billing", "dependentRequired", 'must be present where "card" is']],
      [{ "x/y": "1", city: "abc" }],
      [{ city: "a" }],
      [{ "x/y": "1" }, ["/city", "required", "must be present"]],
      [{ "x/y": "1", city: "a" }, ["/city", "minLength", "must have at least 3 characters"]],
    ],
  ],
  [
    "an open tuple",
    { type: "array", prefixItems: [whole, text], items: { type: "boolean" } },
    [
      [[]],
      [[1]],
      [[1, "x", true]],
      [["x"], ["/0", "type", "must be an integer"]],
      [
        [1, "x", 1],
        ["/2", "type", "must be a boolean"],
      ],
    ],
  ],
  [
    "a tuple in a tuple",
    {
      type: "array",
      minItems: 1,
      prefixItems: [{ type: "array", prefixItems: [whole], items: false }, object({ a: whole })],
    },
    [
      [[[1]]],
      [[[], { a: 1 }, "rest"]],
      [[[1, 2]], ["/0", "maxItems", "must have at most 1 item"]],
      [
        [[], { a: "1" }],
        ["/1/a", "type", "must be an integer"],
      ],
      [[], ["", "minItems", "must have at least 1 item"]],
    ],
  ],
  [
    "a tuple of unique items, of which the others are of another type",
    { type: "array", prefixItems: [whole, whole], items: { type: "null" }, uniqueItems: true },
    [
      [[1, 2, null]],
      [
        [1, 1],
        ["", "uniqueItems", "must not hold the same item twice"],
      ],
    ],
  ],
  [
    "a schema that a member brings along, beside values that have no members",
    { type: ["object", "string", "array"], dependentSchemas: { a: { maxProperties: 1 } } },
    [["x"], [[]], [{}], [{ a: 1 }], [{ a: 1, b: 2 }, ["", "maxProperties", "must have at most 1 member"]]],
  ],
  [
    "some of a list",
    { type: "array", items: { type: ["integer", "string"] }, contains: { type: "integer", minimum: 5 } },
    [
      [[1, 5]],
      [["a", 9]],
      [[1], ["", "contains", "must hold an integer that is at least 5"]],
      [[], ["", "contains", "must hold an integer that is at least 5"]],
    ],
  ],
  [
    "two or three of a list, and none that has to be",
    object({
      few: { type: "array", contains: { const: "a" }, minContains: 2, maxContains: 3, ...d },
      any: { type: "array", contains: { type: "null" }, minContains: 0, ...d },
    }),
    [
      [{ few: ["a", "b", "a"], any: [] }],
      [{ few: ["a"] }, ["/few", "contains", 'must hold at least 2 and at most 3 of the kind: "a"']],
      [{ few: ["a", "a", "a", "a"] }, ["/few", "contains", 'must hold at least 2 and at most 3 of the kind: "a"']],
    ],
  ],
  [
    "members by pattern",
    object(
      { size: whole },
      { patternProperties: { "^x-[a-z]+$": { type: "string" } }, additionalProperties: { type: "boolean" } },
    ),
    [
      [{ size: 1, "x-a": "1", other: true }],
      [{ "x-a": 1 }, ["/x-a", "type", "must be a string"]],
      [{ "x-1": "1" }, ["/x-1", "type", "must be a boolean"]],
    ],
  ],
  [
    "members by two patterns that are written alike",
    { type: "object", patternProperties: { "^\\d$": { type: "integer" }, "^[0-9]$": { type: "integer", minimum: 5 } } },
    [
      [{ 1: 5 }],
      [{ 1: 4 }, ["/1", "minimum", "must be at least 5"]],
      [{ 1: "5" }, ["/1", "type", "must be an integer"]],
    ],
  ],
  [
    "names of members",
    { type: "object", propertyNames: { pattern: "^[a-z]+$", maxLength: 3 } },
    [
      [{ abc: 1 }],
      [
        { Abc: 1 },
        [
          "",
          "propertyNames",
          "must only have members whose names match the pattern ^[a-z]+$ and have at most 3 characters",
        ],
      ],
    ],
  ],
  [
    "what is excluded",
    object({
      a: { type: "string", not: { enum: ["x", "y"] }, ...d },
      b: { type: "integer", not: { multipleOf: 3 }, ...d },
      c: false,
      e: { ...d, not: { type: "string" } },
    }),
    [
      [{ a: "z", b: 4, e: 1 }],
      [{ a: "x" }, ["/a", "not", 'must not be "x" or "y"']],
      [{ b: 9 }, ["/b", "not", "must not be a value that is a multiple of 3"]],
      [{ c: null }, ["/c", "not", "must not be present"]],
      [{ e: "" }, ["/e", "not", "must not be a string"]],
    ],
  ],
  [
    "at least one of the members that the parent describes",
    object(
      { email: text, phone: text, fax: text },
      { anyOf: [{ required: ["email"] }, { required: ["phone", "fax"] }] },
    ),
    [[{ email: "a" }], [{ phone: "1", fax: "2" }], [{ phone: "1" }, ["/email", "required", "must be present"]]],
  ],
  [
    "what one keyword cannot say of both branches",
    {
      type: "string",
      allOf: [
        { pattern: "^[a-z0-9]+$" },
        { pattern: "[0-9]$", "x-lint-off": { "pattern-anchored": "The end counts." } },
        { anyOf: [{ minLength: 3 }, { const: "a1" }] },
        { anyOf: [{ maxLength: 5 }, { pattern: "^z.*$" }] },
      ],
    },
    [
      ["ab1"],
      ["a1"],
      ["zzzzzzz1"],
      ["abc", ["", "pattern", "must match the pattern [0-9]$"]],
      ["A11", ["", "pattern", "must match the pattern ^[a-z0-9]+$"]],
    ],
  ],
  [
    "two steps, two oneOf",
    {
      type: "integer",
      allOf: [
        { multipleOf: 4 },
        { multipleOf: 6 },
        { oneOf: [{ minimum: 10 }, { maximum: 30 }] },
        { oneOf: [{ maximum: 0 }, { maximum: 100 }] },
      ],
    },
    [[36], [4, ["", "multipleOf", "must be a multiple of 6"]], [6, ["", "multipleOf", "must be a multiple of 4"]]],
  ],
])("%s", (_, data, verdicts) => {
  const schemas = eventOf(data);
  test.each(verdicts)("%j", async (value, ...told) => {
    const { validate } = await companionOf(schemas);
    const { issues = [] } = validate({ type: "t.x", data: value });
    expect(issues.map(({ pointer, keyword, message }) => [pointer, keyword, message])).toEqual(
      told.map(([pointer, ...rest]) => [`/data${pointer}`, ...rest]),
    );
  });
});

const typesOf = async (data: object): Promise<string> => {
  const { files = [], diagnostics } = await buildSchemas(eventOf(data));
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const { text: types = "" } = files.find(({ path }) => path === "events/t.x.d.ts") ?? {};
  return types.replaceAll(/\/\*\*.*?\*\/|\s+/gs, " ").replaceAll(/\s+/g, " ");
};

test.each<[string, object, string]>([
  [
    "a closed tuple",
    { type: "array", prefixItems: [whole, text], items: false, minItems: 2 },
    "data: [number, string];",
  ],
  [
    "a tuple closed by its length",
    { type: "array", prefixItems: [whole, text], maxItems: 2, minItems: 1 },
    "data: [number, string?];",
  ],
  ["an open tuple", { type: "array", prefixItems: [whole] }, "data: [number?, ...unknown[]];"],
  [
    "a tuple or null",
    { type: ["array", "null"], prefixItems: [whole], items: { type: "boolean" }, minItems: 1 },
    "data: [number, ...boolean[]] | null;",
  ],
  [
    "members by pattern",
    object(
      { size: whole },
      { patternProperties: { "^x-": { type: "string" } }, "x-lint-off": { "pattern-anchored": "A beginning." } },
    ),
    "size?: number; [k: string]: string | number | undefined;",
  ],
  [
    "members that only a condition describes",
    object({ kind: text }, { if: { required: ["kind"] }, then: { properties: { extra: whole } } }),
    "data: { kind?: string; extra?: number; };",
  ],
  ["a member that is never there", object({ a: text, gone: false }), "data: { a?: string; gone?: never; };"],
  [
    "unions that meet",
    {
      allOf: [
        { anyOf: [{ type: "string" }, { type: "integer" }] },
        { anyOf: [{ type: "integer" }, { type: "boolean" }] },
      ],
    },
    "data: (number | boolean) & (string | number);",
  ],
])("the type of %s", async (_, data, want) => {
  expect(await typesOf(data)).toContain(want);
});

test("the JSON Schema of draft-07 says tuples in its own way, and the other draft in the other", async () => {
  const {
    "~standard": { jsonSchema },
  } = await companionOf(
    eventOf({
      type: "array",
      prefixItems: [whole, { type: "array", prefixItems: [text] }],
      items: { type: "null" },
      contains: { type: "null" },
      minContains: 0,
      examples: [[1, ["x"], null]],
    }),
  );
  const [older, newer] = ["draft-07", "draft-2020-12"].map(
    (target) => jsonSchema.input({ target }) as { properties: { data: object } },
  );
  expect(older?.properties.data).toMatchObject({
    items: [{ type: "integer" }, { items: [{ type: "string" }] }],
    additionalItems: { type: "null" },
  });
  expect(Object.keys(older?.properties.data ?? {})).not.toContain("contains");
  expect(newer?.properties.data).toMatchObject({
    prefixItems: [{ type: "integer" }, { prefixItems: [{ type: "string" }] }],
    items: { type: "null" },
    minContains: 0,
  });
});
