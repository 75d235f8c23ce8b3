import { randomBytes } from "node:crypto";
import type { Event } from "../../catalog/catalog.ts";
import { isObject, type Json } from "../../json/json.ts";
import { toJson } from "../../json/text.ts";
import { accepts } from "../../schema/evaluate.ts";
import { type Key, put } from "../../vectors/put.ts";
import type { Delivery } from "../delivery.ts";
import { oddJson } from "./odd.ts";
import type { Kit, Probe } from "./probe.ts";

/** The signature of nobody. */
export const anySignature = (): string => `v1,${randomBytes(32).toString("base64")}`;

/** The probe of an event's documented example. */
export const exampleProbe = (event: Event): Probe => ({
  id: `example ${event.type}`,
  purpose: "the documented example, with an id and a time of its own",
  expects: "2xx",
  fix: "every event of the package is valid: acknowledge also those that are not used",
  make: async ({ freshOf, sign }) => [await sign(toJson(freshOf(event)))],
});

/** Objects and texts that are tried at most: each time an entire event is validated. */
const maxTried = 50;

/** The objects in a value, the outermost first. */
function* objectsIn(value: Json, keys: readonly Key[] = []): Generator<readonly Key[]> {
  if (typeof value !== "object" || value === null) return;
  if (isObject(value)) yield keys;
  const entries: [Key, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  for (const [key, inner] of entries) yield* objectsIn(inner, [...keys, key]);
}

/** The texts in a value, those that are deepest first. */
function textsIn(value: Json, keys: readonly Key[] = []): (readonly [readonly Key[], string])[] {
  if (typeof value === "string") return [[keys, value]];
  if (typeof value !== "object" || value === null) return [];
  const entries: [Key, Json][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return entries.flatMap(([key, inner]) => textsIn(inner, [...keys, key])).toSorted(([a], [b]) => b.length - a.length);
}

const valueAt = (root: Json, keys: readonly Key[]): Json =>
  keys.reduce<Json>((holder, key) => (holder as { [key: Key]: Json })[key] as Json, root);

/** The event with a member that no schema describes in each object that takes one; undefined where none does. */
function withUnknown({ event, fresh }: Kit): Json | undefined {
  const value = fresh();
  const grown = [...objectsIn(value)].slice(0, maxTried).reduce((all, keys) => {
    const next = put(all, keys, { ...(valueAt(all, keys) as object), unknownMember: { deep: [null] } });
    return accepts(event.schema, next) ? next : all;
  }, value);
  return grown === value ? undefined : grown;
}

/** The event with letters of several scripts and an emoji in a text that may be any; undefined where there is none. */
function withLetters({ event, fresh }: Kit): Json | undefined {
  const value = fresh();
  return textsIn(value)
    .slice(0, maxTried)
    .map(([keys, text]) => put(value, keys, `${text} \u017elu\u0165 \u65e5\u672c \u{1f40e}`))
    .find((one) => accepts(event.schema, one));
}

/** A type as one of the package could be. */
function unknownType({ event, types }: Kit): string {
  const start = event.type.split(".").slice(0, -2);
  const type = [...start, "probe", "sent"].join(".");
  return types.includes(type) ? `${type}Again` : type;
}

const ofValue = async ({ sign }: Kit, value: Json | undefined): Promise<Delivery[]> =>
  value === undefined ? [] : [await sign(toJson(value))];

/** What a receiver has to acknowledge. */
export const accepted: readonly Probe[] = [
  {
    id: "svix-headers",
    purpose: "a delivery with svix-id, svix-timestamp and svix-signature",
    expects: "2xx",
    fix: "pass all headers to receive: it knows both names",
    make: async ({ fresh, sign }) => [await sign(toJson(fresh()), { names: "svix" })],
  },
  {
    id: "second-signature",
    purpose: "a delivery of which the second signature matches, as while a secret is rotated",
    expects: "2xx",
    fix: "compare each signature of the header, which are separated by spaces",
    make: async ({ fresh, sign }) => {
      const delivery = await sign(toJson(fresh()));
      const signature = `${anySignature()} ${delivery.headers["webhook-signature"]}`;
      return [{ ...delivery, headers: { ...delivery.headers, "webhook-signature": signature } }];
    },
  },
  {
    id: "repeated",
    purpose: "the same delivery twice",
    expects: "2xx",
    fix: "acknowledge an id that was handled before, without handling it again",
    make: async ({ fresh, sign }) => {
      const delivery = await sign(toJson(fresh()));
      return [delivery, delivery];
    },
  },
  {
    id: "unknown-type",
    purpose: "an event of a type that the package does not know",
    expects: "2xx",
    fix: "acknowledge what is newer than the package, or it is sent again and again",
    make: async (kit) => {
      const value = kit.fresh();
      return ofValue(kit, isObject(value) ? { ...value, type: unknownType(kit) } : undefined);
    },
  },
  {
    id: "unknown-member",
    purpose: "an event with members that the schema does not describe",
    expects: "2xx",
    fix: "leave objects open: members are added without a new version",
    make: (kit) => ofValue(kit, withUnknown(kit)),
  },
  {
    id: "not-ascii",
    purpose: "an event with text that is not ASCII",
    expects: "2xx",
    fix: "verify the bytes of the body, and read them as UTF-8",
    make: (kit) => ofValue(kit, withLetters(kit)),
  },
  {
    id: "odd-json",
    purpose: "a rightly signed body with odd spacing, escapes and another order of members",
    expects: "2xx",
    fix: "verify the body as it came: JSON that was parsed and written again has another signature",
    make: async ({ fresh, sign }) => [await sign(oddJson(fresh()))],
  },
];
