// A member counts only where the value itself has it.
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, test } from "vitest";
import * as ajv from "../generated/ajv.js";
import { GigsEvent, PortOutCredentialsIssuedEvent } from "../generated/index.js";
import { generatePackage } from "./support/build.ts";
import { example, exampleText, exampleWith } from "./support/example.ts";

type Loose = Record<string, unknown>;

/** What all verbs say of a value, with the places of its issues. */
function verdicts(value: unknown): { valid: boolean; pointers: string[] } {
  const results = [PortOutCredentialsIssuedEvent, GigsEvent].map(({ is, validate }) => {
    const result = validate(value);
    expect(is(value)).toBe(result.valid);
    return { valid: result.valid, pointers: result.valid ? [] : result.issues.map(({ pointer }) => pointer) };
  });
  expect(results[0]?.valid).toBe(results[1]?.valid);
  return results[0] ?? { valid: false, pointers: [] };
}

/** The example whose `data` is another object. */
const withData = (data: unknown): Loose => ({ ...example(), data });
const { data } = example() as { data: Loose };

describe("Object.prototype with a member that was left there", () => {
  const polluted = Object.prototype as Loose;
  afterEach(() => {
    for (const name of ["accountPin", "type", "id", "later"]) delete polluted[name];
  });
  test.each<[string, string, unknown, Loose, string[]]>([
    [
      "makes no missing member present",
      "accountPin",
      null,
      exampleWith({ "/data/accountPin": undefined }),
      ["/data/accountPin"],
    ],
    ["makes none of the envelope present", "id", "evt_1", exampleWith({ "/id": undefined }), ["/id"]],
    [
      "does not hide that the type is missing",
      "type",
      "com.gigs.portOutCredentials.issued",
      exampleWith({ "/type": undefined }),
      ["/type"],
    ],
    ["changes nothing for who has the member", "accountPin", 5, example(), []],
    ["changes nothing where nobody knows the name", "later", 5, example(), []],
  ])("%s", (_, name, value, event, want) => {
    polluted[name] = value;
    const told = verdicts(event);
    const compiled = ajv.PortOutCredentialsIssuedEvent(event);
    delete polluted[name];
    expect(told).toEqual({ valid: want.length === 0, pointers: want });
    expect(compiled).toBe(want.length === 0);
    // The next call looks again.
    expect(verdicts(example()).valid).toBe(true);
  });
});

class Fields {
  readonly object = data["object"];
  readonly accountNumber = data["accountNumber"];
  readonly accountPin = data["accountPin"];
  readonly subscription = data["subscription"];
  readonly expiresAt = data["expiresAt"];
}
class Getters {
  get accountNumber(): string {
    return "1";
  }
}

test.each<[string, unknown, boolean]>([
  ["an object that inherits all of it", Object.create(example()), false],
  ["data that inherits", withData(Object.create(data)), false],
  [
    "data that inherits one member",
    withData(Object.assign(Object.create({ accountPin: null }) as Loose, { ...data, accountPin: undefined })),
    false,
  ],
  ["an object without a prototype", Object.assign(Object.create(null) as Loose, example()), true],
  ["data without a prototype", withData(Object.assign(Object.create(null) as Loose, data)), true],
  ["an object of another realm", runInNewContext(`JSON.parse(${JSON.stringify(exampleText)})`), true],
  ["an instance that has the members itself", withData(new Fields()), true],
  [
    "a getter of a class",
    withData(Object.assign(new Getters(), exampleWith({ "/data/accountNumber": undefined })["data"])),
    false,
  ],
  [
    "a getter of the object itself",
    withData(Object.defineProperty({ ...data }, "accountPin", { get: () => null, enumerable: true })),
    true,
  ],
  ["an array with the members", withData(Object.assign([], data)), false],
  ["a proxy of the event", new Proxy(example(), {}), true],
])("%s: %s", (_, value, valid) => {
  expect(verdicts(value).valid).toBe(valid);
});

test("names that every object inherits are members like any other", async () => {
  const string = { type: "string", description: "d" };
  const folder = await generatePackage({
    "events/t.inherited.schema.json": {
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "InheritedEvent",
      description: "d",
      type: "object",
      required: ["type", "constructor"],
      properties: {
        type: { const: "t.inherited", description: "d" },
        constructor: string,
        toString: string,
        valueOf: { type: "integer", description: "d" },
      },
      examples: [{ type: "t.inherited", constructor: "Ferrari" }],
    },
  });
  const { InheritedEvent } = (await import(`${folder}/index.js`)) as { InheritedEvent: typeof GigsEvent };
  const { InheritedEvent: compiled } = (await import(`${folder}/ajv.js`)) as {
    InheritedEvent: (value: unknown) => boolean;
  };
  for (const [more, pointers] of [
    [{ constructor: "Ferrari" }, []],
    [{ constructor: "Ferrari", toString: "x", valueOf: 1 }, []],
    [{}, ["/constructor"]],
    [{ constructor: 1 }, ["/constructor"]],
    [{ constructor: "x", toString: 1, valueOf: "1" }, ["/toString", "/valueOf"]],
  ] as const) {
    const value = { type: "t.inherited", ...more };
    const result = InheritedEvent.validate(value);
    expect(result.valid ? [] : result.issues.map(({ pointer }) => pointer)).toEqual(pointers);
    expect(compiled(value)).toBe(pointers.length === 0);
  }
});
