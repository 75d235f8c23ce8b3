// codegen show: schemas with all that they are composed of, for people who write them.
import { describe, expect, test } from "vitest";
import { createSchemas, secondEvent } from "./support/codegen.ts";
import { ownSchemas } from "./support/source.ts";
import { run } from "./support/run.ts";

const type = "com.gigs.portOutCredentials.issued";
const schemas = createSchemas(secondEvent);

async function show(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run(["show", "--schemas", schemas, ...args]);
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

test("an event has the members of its envelope and of its objects written out, with the words of its own", async () => {
  const { properties: envelope, required } = ownSchemas["event.schema.json"] ?? {};
  const object = ownSchemas["objects/portOutCredentials.schema.json"];
  const own = ownSchemas[`events/${type}.schema.json`];
  const shown = (await show(type)) as { properties: Record<string, Record<string, unknown>> };
  expect(shown).toMatchObject({ title: "PortOutCredentialsIssuedEvent", required });
  expect(Object.keys(shown.properties)).toEqual(Object.keys(envelope));
  expect(shown.properties["type"]).toMatchObject(own?.properties.type);
  expect(shown.properties["data"]).toMatchObject({
    properties: object?.properties,
    description: own?.properties.data.description,
  });
  expect(JSON.stringify(shown)).not.toMatch(/"\$ref"|"allOf"/);
});

test.each<[name: string, args: string[], title: string]>([
  ["of the catalogue", ["--definition", "Sim"], "Sim"],
  ["of an event", [type, "--definition", "PortOutCredentials"], "PortOutCredentials"],
  ["that an event is composed of", [type, "--definition", "Event"], "Event"],
])("a definition %s", async (_, args, title) => {
  expect(await show(...args)).toMatchObject({ title, type: "object" });
});

describe("what is not there is told with what was probably meant, or with what there is:", () => {
  test.each<[args: string[], told: string]>([
    [[`${type}x`], `There is no event of type "${type}x"; did you mean "${type}"?`],
    [["com.example"], `There is no event of type "com.example"; there are: ${type}, com.gigs.sim.activated.`],
    [[type, "--definition", "Sim"], 'There is no definition "Sim"; there are: Event, PortOutCredentials.'],
    [["--definition", "sims"], 'There is no definition "sims"; did you mean "Sim"?'],
    [[], "Say which: give an event's type, or --definition <title>."],
  ])("%j", async (args, told) => {
    expect(await run(["show", "--schemas", schemas, ...args])).toEqual({ code: 2, stdout: "", stderr: `${told}\n` });
  });
});

test("where the schemas have errors they are told, and what can be shown is", async () => {
  const broken = createSchemas({ "events/com.gigs.x.schema.json": "{" });
  const shown = await run(["show", "--schemas", broken, type]);
  expect([shown.code, JSON.parse(shown.stdout), shown.stderr]).toEqual([
    1,
    expect.anything(),
    expect.stringContaining("[json]"),
  ]);
  const hidden = await run(["show", "--schemas", broken, "com.gigs.x"]);
  expect(hidden).toEqual({ code: 1, stdout: "Not shown: the schemas have errors.\n", stderr: shown.stderr });
});
