import type { Event } from "../catalog/catalog.ts";
import { isObject, type Json } from "../json/json.ts";
import { toJson } from "../json/text.ts";
import { maskPath } from "../payloads/mask.ts";
import type { Checker } from "../payloads/checker.ts";
import { choose } from "../report/choose.ts";
import { UnusableInput } from "../unusable.ts";
import { exampleOf } from "../vectors/examples.ts";
import { change } from "./changes.ts";
import { newWebhookId, refresh, webhookIdOf } from "./fresh.ts";
import type { Written } from "./input.ts";

/** What is to be sent. */
export interface Order {
  /** The event's type; undefined where it is that of `written`. */
  readonly type: string | undefined;
  /** The event, where it is not the documented example. */
  readonly written: Written | undefined;
  /** Changes: each a JSON Pointer, `=` and JSON. */
  readonly set: readonly string[];
  /** Whether the event's id and time stay as they are. */
  readonly keep: boolean;
}

/** An event that can be sent. */
export interface Message {
  readonly value: Json;
  readonly body: string | Uint8Array;
  /** The `webhook-id`. */
  readonly id: string;
  /** How reports name it: its type, where that is a known one. */
  readonly name: string;
}

/** The event of the catalog that a payload is; undefined where it is none. @throws UnusableInput where another is asked for */
function findEvent({ type, written }: Order, events: readonly Event[]): Event | undefined {
  const asked = type === undefined ? undefined : choose("event of type", type, events, (event) => event.type);
  if (written === undefined) {
    if (asked === undefined) throw new UnusableInput("Say what to send: an event's type, or --from <file>.");
    return asked;
  }
  const found = events.find((event) => isObject(written.value) && written.value["type"] === event.type);
  if (asked !== undefined && asked !== found)
    throw new UnusableInput(
      `The event of --from is not of the type ${asked.type}: leave the type out, or give its own.`,
    );
  return found;
}

/**
 * Makes the event that is sent.
 * @param now the time that it gets, where it has one
 * @throws UnusableInput where what is asked for cannot be made
 */
export function compose(order: Order, events: readonly Event[], now: Date): Message {
  const { written, set, keep } = order;
  const event = findEvent(order, events);
  const schema = event?.schema ?? {};
  const given = written === undefined ? exampleOf({ schema }, undefined) : written.value;
  const name = event?.type ?? "an event of a type that the schemas do not know";
  if (written !== undefined && keep && set.length === 0)
    return { value: given, body: written.bytes, id: webhookIdOf(written.bytes), name };
  if (written?.isExact === false)
    throw new UnusableInput(
      "The event of --from has a number with more digits than JavaScript keeps: --keep without --set sends it as it is.",
    );
  const value = change(keep ? given : refresh(given, schema, now), schema, set);
  const body = toJson(value);
  return { value, body, id: keep ? webhookIdOf(body) : newWebhookId(), name };
}

/** What is wrong with an event, a line each; nothing of its values is in them. [] for a valid one. */
export function complaintsAbout(value: Json, { validate, names }: Pick<Checker, "validate" | "names">): string[] {
  const result = validate(value);
  if (result.valid) return [];
  const lines = result.issues.map(
    ({ path, message, keyword }) => `${maskPath(path, names) || "(root)"} ${message} [${keyword}]`,
  );
  return result.truncated ? [...lines, "and more"] : lines;
}
