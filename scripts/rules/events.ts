import { isObject } from "../json/json.ts";
import { sameFile } from "../print/fileNames.ts";
import type { Rule } from "./rule.ts";
import { shorten } from "../report/quote.ts";
import { didYouMean } from "../suggest.ts";

/** Rules about events as such. */
export const eventRules: readonly Rule[] = [
  {
    id: "event-type",
    purpose: "Receivers choose the schema by the event's type, and people choose the file by its name.",
    locked: true,
    reads: "definitions",
    *check({ events }) {
      for (const { type, schema, document } of events) {
        const address = { document, keys: ["properties", "type"] };
        const fix = `give it { "const": ${JSON.stringify(type)} }, or rename the file`;
        const { properties = {}, required = [] } = schema;
        if (!Object.hasOwn(properties, "type") || properties.type?.const !== type || schema.type !== "object") {
          yield { address, message: `"type" of the event is not the name of its file, ${type}`, fix };
        } else if (!required.includes("type")) {
          yield { address, message: `"type" of the event is not required`, fix: 'add "type" to required' };
        }
      }
    },
  },
  {
    id: "event-file-name",
    purpose: "The event's type names files and import paths of the package.",
    locked: true,
    reads: "definitions",
    *check({ events }) {
      const types = new Set(events.map(({ type }) => sameFile(type)));
      for (const { type, document } of events) {
        const other = /^(.+)\.raw$/i.exec(type)?.[1];
        if (other !== undefined && types.has(sameFile(other))) {
          const message = `has the name that the test vectors in bytes of ${other} take`;
          yield { address: { document, keys: [] }, message, fix: "choose a type that does not end in .raw" };
        }
        // Other characters are found by the rule about names of all files.
        if (/[^A-Za-z0-9._/-]/.test(type)) continue;
        if (/^[A-Za-z0-9_-]+(?:[.][A-Za-z0-9_-]+)*$/.test(type) && type.length <= 200) continue;
        const fix = "use letters, digits, - and _ between dots; at most 200 characters";
        yield { address: { document, keys: [] }, message: "has a file name that cannot be an event type", fix };
      }
    },
  },
  {
    id: "envelope",
    purpose: "Receivers read the members of the envelope before they know which event it is.",
    reads: "definitions",
    *check({ events, envelope }) {
      if (!isObject(envelope?.value) || !isObject(envelope.value.properties)) return;
      for (const { schema, document } of events) {
        const own = Object.keys(schema.properties ?? {});
        for (const name of Object.keys(envelope.value.properties)) {
          if (own.includes(name)) continue;
          const path = "../".repeat(document.file.split("/").length - 1) + envelope.file;
          const fix = didYouMean(name, own, `add { "$ref": ${JSON.stringify(path)} } to allOf`);
          yield {
            address: { document, keys: [] },
            message: `lacks the member "${shorten(name)}" of the envelope`,
            fix,
          };
        }
      }
    },
  },
  {
    id: "example",
    purpose: "A full example is what receivers copy into their tests.",
    severity: "warning",
    reads: "definitions",
    *check({ events }) {
      for (const { schema, document } of events) {
        // Whether the schema accepts its examples is reported by the rule about values, at the example.
        if (Array.isArray(schema.examples) && schema.examples.length > 0) continue;
        const keys = Object.hasOwn(schema, "examples") ? ["examples"] : [];
        const message = "has no example of an entire event";
        yield { address: { document, keys }, message, fix: "add one under examples" };
      }
    },
  },
];
