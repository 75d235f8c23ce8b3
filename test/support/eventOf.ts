const $schema = "https://json-schema.org/draft/2020-12/schema";
const description = "d";

/** A schema folder whose one event `t.x` has a schema as its `data`, with definitions beside it. */
export function eventOf(data: object, $defs: object = {}, more: Record<string, object> = {}): Record<string, object> {
  const properties = { type: { const: "t.x", description }, data: { description, ...data } };
  return {
    "events/t.x.schema.json": {
      $schema,
      title: "XEvent",
      description,
      type: "object",
      required: ["type", "data"],
      properties,
      $defs,
      "x-lint-off": { example: "None is needed here." },
    },
    ...more,
  };
}
