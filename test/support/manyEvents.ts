import type { JsonObject } from "../../scripts/json/json.ts";
import { example } from "./example.ts";
import { readSource } from "./source.ts";

/**
 * A schema folder with many events, each with an object of its own.
 * @param count how many events
 * @param words the description of every object
 * @returns schemas by path
 */
export function manyEvents(count: number, words = "An object."): Record<string, JsonObject> {
  const envelope = readSource("event.schema.json");
  const event = readSource("events/com.gigs.portOutCredentials.issued.schema.json");
  const object = readSource("objects/portOutCredentials.schema.json");
  const folder: Record<string, JsonObject> = { "event.schema.json": envelope };
  for (let i = 0; i < count; i++) {
    const type = `com.gigs.thing${i}.issued`;
    const { type: typeSchema, data: dataSchema } = event.properties as Record<string, JsonObject>;
    folder[`objects/thing${i}.schema.json`] = { ...object, title: `Thing${i}`, description: words };
    folder[`events/${type}.schema.json`] = {
      ...event,
      title: `Thing${i}IssuedEvent`,
      properties: {
        ...(event.properties as JsonObject),
        type: { ...typeSchema, const: type },
        data: { ...dataSchema, $ref: `../objects/thing${i}.schema.json` },
      },
      examples: [{ ...example(), type }],
    };
  }
  return folder;
}
