import { isObject, type Json } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import { evaluate } from "../../schema/evaluate.ts";
import { candidates } from "../../vectors/candidates.ts";
import { exampleOf } from "../../vectors/examples.ts";
import { refresh } from "../fresh.ts";
import type { Kit, Probe } from "./probe.ts";

/** Invalid events that are sent at most, and candidates that are looked at for them. */
const [maxInvalid, maxLooked] = [20, 5000];

const mebibyte = 2 ** 20;

/** Invalid events that break different demands, from all over the schema. */
function invalidEvents({ event, now }: Kit): Json[] {
  const { schema } = event;
  const example = exampleOf(event, undefined);
  const found = new Map<string, Json>();
  let left = maxLooked;
  for (const { data } of candidates(schema, example)) {
    if (left-- === 0) break;
    // An event of another type is not invalid: it is newer.
    if (isObject(data) && typeof data["type"] === "string" && data["type"] !== event.type) continue;
    const broken = evaluate(schema, data).map(({ pointer, keyword }) => `${pointer} ${keyword}`);
    if (broken.length > 0 && !found.has(broken.join())) found.set(broken.join(), data);
  }
  const all = [...found.values()];
  const step = Math.max(1, all.length / maxInvalid);
  const chosen = Array.from({ length: Math.min(all.length, maxInvalid) }, (_, i) => all[Math.floor(i * step)] as Json);
  // An id that is wrong stays wrong.
  const isOwn = (data: Json): boolean => isObject(data) && isObject(example) && data["id"] === example["id"];
  return chosen.map((data) => (isOwn(data) ? { ...(refresh(data, schema, now()) as object), ...timeOf(data) } : data));
}

const timeOf = (data: Json): { time?: Json } =>
  isObject(data) && "time" in data ? { time: data["time"] as Json } : {};

/** What a receiver may acknowledge or refuse, but has to answer. */
export const either: readonly Probe[] = [
  {
    id: "invalid-events",
    purpose: "rightly signed events that are not valid",
    expects: "either",
    fix: "validate before anything is done with an event, and answer what is not valid with 4xx",
    make: (kit) => Promise.all(invalidEvents(kit).map((data) => kit.sign(toJson(data)))),
  },
  {
    id: "no-json",
    purpose: "a rightly signed body that is not JSON",
    expects: "either",
    fix: "catch what parsing throws, and answer with 400",
    make: async ({ fresh, sign }) => [await sign(toJson(fresh()).slice(0, -1))],
  },
  {
    id: "five-mebibytes",
    purpose: "a rightly signed event with white space up to 5 MiB",
    expects: "either",
    mayClose: true,
    fix: "stop reading what is longer than an event can be, and answer with 413",
    make: async ({ fresh, sign }) => [await sign(toJson(fresh()).padEnd(5 * mebibyte))],
  },
];
