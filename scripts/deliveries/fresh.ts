import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { isObject, type Json } from "../json/json.ts";
import { accepts } from "../schema/evaluate.ts";
import type { Schema } from "../schema/schema.ts";
import { schemasAt } from "./members.ts";

const digits = "0123456789";
const small = "abcdefghijklmnopqrstuvwxyz";
const all = digits + small + small.toUpperCase();

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));

/** So many random characters never come twice. */
const randomText = (): string => Array.from({ length: 27 }, () => pick(all)).join("");

/** Ids like one that is given, the likely ones first. */
function likeId(id: string): string[] {
  const [, prefix = "", rest = ""] = /^([^]*_)?([^]*)$/.exec(id) ?? [];
  const sameShape = rest
    .replaceAll(/\d/g, () => pick(digits))
    .replaceAll(/[a-z]/g, () => pick(small))
    .replaceAll(/[A-Z]/g, () => pick(small).toUpperCase());
  const isUuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id);
  return [...(isUuid ? [randomUUID()] : []), prefix + randomText(), prefix + sameShape];
}

/** A time as events have it. */
const timeOf = (now: Date): string => now.toISOString().replace(/\.\d{3}Z$/, "Z");

/**
 * An event with an `id` of its own and the present time; what the schema would refuse stays as it is.
 * @param event is given back as it is where it has neither
 * @param schema that describes it, flat
 */
export function refresh(event: Json, schema: Schema, now: Date): Json {
  if (!isObject(event)) return event;
  const choose = (name: string, ideas: (value: string) => readonly string[]): Record<string, Json> => {
    const value = event[name];
    if (typeof value !== "string") return {};
    const schemas = schemasAt([schema], event, name);
    const fitting = ideas(value).find((idea) => schemas.every((one) => accepts(one, idea)));
    return fitting === undefined ? {} : { [name]: fitting };
  };
  return { ...event, ...choose("id", likeId), ...choose("time", () => [timeOf(now)]) };
}

/** A `webhook-id` that no delivery had before. */
export function newWebhookId(): string {
  return `msg_${randomBytes(18).toString("hex")}`;
}

/** The `webhook-id` of an event that keeps its id: the same event always has the same one. */
export function webhookIdOf(body: string | Uint8Array): string {
  return `msg_${createHash("sha256").update(body).digest("hex").slice(0, 36)}`;
}
