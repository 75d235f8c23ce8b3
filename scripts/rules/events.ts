import { evaluate } from "../catalog/evaluate.ts";
import { expandAll } from "../catalog/merge.ts";
import type { Rule } from "./rule.ts";

/** Rules about events as such. */
export const eventRules: readonly Rule[] = [
  {
    id: "event-type",
    purpose: "Receivers choose the schema by the event's type, and people choose the file by its name.",
    *check({ events }) {
      for (const { type, schema, document } of events) {
        const place = { document, keys: ["properties", "type"] };
        const fix = `give it { "const": ${JSON.stringify(type)} }, or rename the file`;
        const { properties = {}, required = [] } = schema;
        if (!Object.hasOwn(properties, "type") || properties.type?.const !== type || schema.type !== "object") {
          yield { place, message: `"type" of the event is not the name of its file, ${type}`, fix };
        } else if (!required.includes("type")) {
          yield { place, message: `"type" of the event is not required`, fix: 'add "type" to required' };
        }
      }
    },
  },
  {
    id: "example",
    purpose: "An example that the schema refuses misleads everybody who builds on it.",
    *check({ events }) {
      for (const { schema, document } of events) {
        for (const [i, example] of (schema.examples ?? []).entries()) {
          const broken = evaluate(expandAll(schema), example);
          if (broken.length === 0) continue;
          const message = `example breaks ${broken.map(({ pointer, keyword }) => `${pointer || "its root"} ${keyword}`).join(", ")}`;
          yield { place: { document, keys: ["examples", String(i)] }, message, fix: "correct the example, or the schema" };
        }
      }
    },
  },
  {
    id: "event-file-name",
    purpose: "The event's type names files and import paths of the package.",
    *check({ events }) {
      for (const { type, document } of events) {
        if (/^[A-Za-z0-9_-]+(?:[.][A-Za-z0-9_-]+)*$/.test(type) && type.length <= 200) continue;
        const fix = "use letters, digits, - and _ between dots; at most 200 characters";
        yield { place: { document, keys: [] }, message: "has a file name that cannot be an event type", fix };
      }
    },
  },
];
