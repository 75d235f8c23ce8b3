import { expect, test } from "vitest";
import { readSource } from "./support/source.ts";

/** What the reference of the event says of each member, in its order. A dash stands for what it does not say. */
const envelope = [
  { name: "object", type: "string", always: "event" },
  { name: "id", type: "string", example: "evt_0SNlurA049MEWV5gNTcQ5A07h3Ol" },
  { name: "data", type: "object" },
  { name: "datacontenttype", type: "string", example: "application/json", standard: "application/json" },
  { name: "project", type: "string", example: "gigs" },
  { name: "source", type: "string", example: "https://api.gigs.com", standard: "https://api.gigs.com" },
  { name: "specversion", type: "string", example: "1.0", standard: "1.0" },
  { name: "time", type: "string", example: "2022-03-16T14:12:42Z" },
  { name: "type", type: "string", always: "com.gigs.portOutCredentials.issued" },
  { name: "version", type: "string", standard: "2024-08-29" },
];
const data = [
  { name: "object", type: "string", always: "portOutCredentials" },
  { name: "accountNumber", type: "string", example: "123456789" },
  { name: "accountPin", type: ["string", "null"], example: "1234" },
  { name: "subscription", type: "string", example: "sub_0SNlurA049MEWV2gSfSxi00xlPIi" },
  { name: "expiresAt", type: "string", example: "2022-02-21T19:38:34Z" },
];

/** What CloudEvents 1.0 and the formats add; nothing else may narrow a member. */
const allowed: Readonly<Record<string, object>> = {
  "event id": { minLength: 1 },
  "event type": { minLength: 1 },
  "event specversion": { const: "1.0" },
  "event source": { format: "uri" },
  "event time": { format: "date-time" },
  "portOutCredentials expiresAt": { format: "date-time" },
};

const event = readSource("events/com.gigs.portOutCredentials.issued.schema.json");
const files = [
  { object: "event", file: "event.schema.json", members: envelope },
  { object: "portOutCredentials", file: "objects/portOutCredentials.schema.json", members: data },
];

test.each(files)("$object has the documented members, in order, all required", ({ file, members }) => {
  const { properties, required } = readSource(file);
  const names = members.map(({ name }) => name);
  expect(Object.keys(properties)).toEqual(names);
  expect(required).toEqual(names);
});

const rows = files.flatMap(({ object, file, members }) =>
  members.map((member) => ({ ...member, object, schema: readSource(file).properties[member.name] })),
);

test.each(rows)("$object.$name says what the reference says, and no more", (row) => {
  const { object, name, type, always, example, standard, schema } = {
    always: undefined,
    example: undefined,
    standard: undefined,
    ...row,
  };
  // The event names its own type; the envelope only says that there is one.
  const {
    type: itsType,
    description,
    examples,
    default: itsDefault,
    const: itsConst,
    "x-sensitive": _,
    ...rest
  } = object === "event" && name === "type" ? { ...schema, ...event.properties.type } : schema;
  expect({ type: itsType, examples, standard: itsDefault }).toEqual({
    type,
    examples: example === undefined ? undefined : [example],
    standard,
  });
  expect(description).toMatch(/\w/);
  const narrowing = itsConst === undefined || itsConst === always ? rest : { ...rest, const: itsConst };
  expect(narrowing).toEqual(allowed[`${object} ${name}`] ?? {});
  if (always !== undefined) expect(itsConst).toBe(always);
});

test("objects stay open: members may be added without notice", () => {
  for (const schema of [event, ...files.map(({ file }) => readSource(file))]) {
    expect(schema).not.toHaveProperty("additionalProperties");
    expect(schema).not.toHaveProperty("unevaluatedProperties");
  }
});

test("the credentials, and only they, are marked sensitive", () => {
  const marked = rows.filter(({ schema }) => schema["x-sensitive"] === true).map(({ name }) => name);
  expect(marked).toEqual(["accountNumber", "accountPin"]);
});
