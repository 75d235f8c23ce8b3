// Names of members, titles and patterns that could meet those of the printed code. `generate` verifies what it prints.
import { expect, test } from "vitest";
import { generatePackage } from "./support/build.ts";

const $schema = "https://json-schema.org/draft/2020-12/schema";
const description = "d";

const members = [
  ..."event class value report pointer type schema companion undefined Number Object Array Set accepts explain base key i".split(
    " ",
  ),
  ..."membersOf payloadMembers isObject codePoints equal unique multiple own reportMissing fewest escapeKey union".split(
    " ",
  ),
  ..."dateTime dateTimeWords dateTimeOutside lineBreaks acceptsClass explainClass schemaOfClass acceptsUnique codePattern".split(
    " ",
  ),
  ..."constructor toString hasOwnProperty valueOf let await arguments eval yield static null true".split(" "),
  "a-b",
  "1",
  "x/y~z",
  "\u00e9",
  "\u{1F600}",
  "`${x}`",
  "*/",
  'q"q',
  "\u2028",
];

/** Members whose code needs a variable each. */
const properties = (names: readonly string[]): object =>
  Object.fromEntries(
    names.map((name, i) => {
      const kinds = [
        { type: ["string", "null"], minLength: 2 },
        { type: "string", format: "date-time" },
        { type: "object", required: [name], properties: { [name]: { type: "integer", multipleOf: 2, description } } },
        { type: "array", uniqueItems: true, items: { type: ["integer", "null"], minimum: 1 } },
        { type: "string", pattern: "^/[a-z]{1,9}$" },
        {
          anyOf: [
            { type: "string", minLength: 2 },
            { type: "object", required: [name], properties: { [name]: { const: name, description } } },
          ],
        },
        { type: "object", additionalProperties: { type: ["string", "null"], maxLength: 3 } },
      ];
      return [name, { description, ...kinds[i % kinds.length] }];
    }),
  );

test.each([
  ["Class", "Unique"],
  ["Event", "Of"],
  ["Delete", "Schema"],
])("the envelope is titled %s, an object %s", async (envelope, object) => {
  const folder = await generatePackage({
    "event.schema.json": {
      $schema,
      title: envelope,
      type: "object",
      required: ["type", ...members.slice(0, 3)],
      properties: { ...properties(members), type: { type: "string", minLength: 1, description } },
    },
    "objects/a.schema.json": {
      $schema,
      title: object,
      description,
      type: "object",
      required: members.slice(2, 9),
      properties: properties(members.toReversed()),
    },
    "objects/b.schema.json": {
      $schema,
      title: `${object}2`,
      description,
      type: "object",
      properties: properties(["code", "codePattern"]),
    },
    "events/t.names.schema.json": {
      $schema,
      title: "NamesEvent",
      description,
      type: "object",
      required: ["data"],
      allOf: [{ $ref: "../event.schema.json" }],
      properties: {
        type: { const: "t.names", description },
        data: { $ref: "../objects/a.schema.json", description },
        more: { anyOf: [{ $ref: "../objects/b.schema.json" }, { type: "null" }], description },
      },
      "x-lint-off": { example: "It would be long." },
    },
  });
  const { NamesEvent } = (await import(`${folder}/index.js`)) as {
    NamesEvent: { validate: (value: unknown) => { valid: boolean; issues?: { pointer: string }[] } };
  };
  const pointers =
    NamesEvent.validate({ type: "t.names", data: { "x/y~z": 1 } }).issues?.map(({ pointer }) => pointer) ?? [];
  for (const pointer of ["/event", "/class", "/data/x~1y~0z", "/data/value"]) expect(pointers).toContain(pointer);
});
