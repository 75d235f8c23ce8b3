// A made-up catalogue of events, the same on every machine: its sizes and times are compared over years.
import { readFileSync } from "node:fs";
import { createRandom } from "./events.ts";

/** A JSON object. */
export type Schema = Record<string, unknown>;

const $schema = "https://json-schema.org/draft/2020-12/schema";
const objects =
  "account address agent batch carrier charge contract coupon device discount invoice label meter notice order parcel payment plan product quote refund report seat shipment ticket token voucher";
const verbs = ["created", "updated", "activated", "suspended", "deleted"];
const members =
  "amount area brand channel code colour group kind level locale model name note origin owner phase priority reason region scope series size source stage status team tier unit zone";
const states = "active archived blocked draft expired failed open paid paused pending ready sent";
const words =
  "the of a by to each its for when where which what this that one value sender account period service number change since until";

const envelope = JSON.parse(readFileSync(new URL("../../schemas/event.schema.json", import.meta.url), "utf8")) as {
  properties: Record<string, Schema>;
};

/** Gives parts of schemas by chance; each call goes on from where the last one stopped. */
interface Chance {
  readonly below: (limit: number) => number;
  readonly pick: (count: number, from: string) => string[];
  /** A sentence of 60 characters. */
  readonly describe: () => string;
}

function createChance(random: () => number): Chance {
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = (count: number, from: string): string[] => {
    const left = from.split(" ");
    return Array.from({ length: count }, () => left.splice(below(left.length), 1)[0] as string);
  };
  const describe = (): string => `The ${pick(14, words).join(" ")}`.slice(0, 59).replace(/ $/, "s") + ".";
  return { below, pick, describe };
}

const capitalize = (name: string): string => name[0]?.toUpperCase() + name.slice(1);

/** What an object looks like, and a value that it allows. */
interface Described {
  readonly schema: Schema;
  readonly value: Schema;
}

/** An object whose members are all required, from a schema and a sample for each. */
function describeObject(
  described: Record<string, readonly [schema: Schema, sample: unknown]>,
  describe: Chance["describe"],
): Described {
  const each = (of: (member: readonly [Schema, unknown]) => unknown): Schema =>
    Object.fromEntries(Object.entries(described).map(([name, member]) => [name, of(member)]));
  const properties = each(([schema]) => ({ description: describe(), ...schema }));
  return {
    schema: { type: "object", required: Object.keys(described), properties },
    value: each(([, sample]) => sample),
  };
}

/** An object of eight members, one of which is an object. */
function createObject({ below, pick, describe }: Chance): Described {
  const names = pick(8, members);
  const [inner, other] = pick(2, members) as [string, string];
  const maximum = 10 + below(1000);
  const enumeration = pick(4, states);
  const text: [Schema, string] = [{ type: "string" }, "some text"];
  const nested = describeObject({ [inner]: text, [other]: text }, describe);
  const samples: readonly (readonly [Schema, unknown])[] = [
    text,
    text,
    text,
    [{ type: ["string", "null"] }, null],
    [{ type: "string", format: "date-time" }, "2022-02-21T19:38:34Z"],
    [{ type: "string", enum: enumeration }, enumeration[0]],
    [{ type: "integer", minimum: 0, maximum }, below(maximum)],
    [nested.schema, nested.value],
  ];
  return describeObject(
    Object.fromEntries(names.map((name, i) => [name, samples[i] as (typeof samples)[number]])),
    describe,
  );
}

/** A whole event, from the constants, examples and defaults of the envelope. */
function createExample(type: string, data: Schema): Schema {
  const samples = Object.entries(envelope.properties).map(([name, { const: only, examples, default: usual }]) => {
    return [name, only ?? (Array.isArray(examples) ? examples[0] : usual)];
  });
  return { ...Object.fromEntries(samples), data, type };
}

/**
 * A schema folder of events over 27 objects.
 * @param count of events; each one more is over an object that others have too
 * @returns schemas by path: the envelope, the objects, then the events
 */
export function createCatalogue(count = 112, seed = 1): Record<string, Schema> {
  const chance = createChance(createRandom(seed));
  const made = objects
    .split(" ")
    .map((name) => ({ name, title: capitalize(name), file: `objects/${name}.schema.json`, ...createObject(chance) }));
  const folder: Record<string, Schema> = { "event.schema.json": envelope };
  for (const { title, file, schema } of made)
    folder[file] = { $schema, title, description: chance.describe(), ...schema };
  for (let i = 0; i < count; i++) {
    const object = made[i % made.length] as (typeof made)[number];
    const verb = verbs[Math.floor(i / made.length)] as string;
    const type = `com.example.${object.name}.${verb}`;
    folder[`events/${type}.schema.json`] = {
      $schema,
      title: `${object.title}${capitalize(verb)}Event`,
      description: chance.describe(),
      type: "object",
      allOf: [{ $ref: "../event.schema.json" }],
      properties: {
        data: { description: chance.describe(), $ref: `../${object.file}` },
        type: { description: "Names this event.", const: type },
      },
      examples: [createExample(type, object.value)],
    };
  }
  return folder;
}
