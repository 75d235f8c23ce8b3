import { exampleText } from "../support/example.ts";
import { createRandom, varyEvents } from "./events.ts";

type Members = Record<string, unknown>;
type Event = Members & { data: Members };

/** JSON texts of events, all of them valid or none. */
export interface Workload {
  readonly valid: boolean;
  readonly texts: readonly string[];
}

/** One of several, by chance. */
function pick<T>(random: () => number, items: readonly T[]): T {
  return items[Math.floor(random() * items.length)] as T;
}

/** Members in one of 16 orders; the first is the given one. */
function reorder(members: Members, order: number): Members {
  const random = createRandom(order * 7919);
  const ranked = Object.entries(members).map((member, i) => ({ member, rank: order === 0 ? i : random() }));
  return Object.fromEntries(ranked.toSorted((a, b) => a.rank - b.rank).map(({ member }) => member));
}

/** An event in one of 16 shapes: its members in another order, and up to three that the schemas do not know. */
function reshape(event: Event, shape: number): Members {
  const extra = Object.fromEntries(Array.from({ length: shape % 4 }, (_, i) => [`later${i}`, i]));
  return reorder({ ...event, ...extra, data: reorder(event.data, shape) }, shape);
}

/** An event with another value in the place of a member of the envelope or of `data`. */
function spoil(event: Event, pointer: string, value: unknown): Members {
  const [name, inData] = pointer.split("/").toReversed() as [string, string?];
  return inData === undefined ? { ...event, [name]: value } : { ...event, data: { ...event.data, [name]: value } };
}

const { data, ...envelope } = JSON.parse(exampleText) as Event;
const everywhere = [...Object.keys(envelope), "data", ...Object.keys(data).map((name) => `data/${name}`)];
const dates = ["time", "data/expiresAt"];
const badDates = ["2023-02-30T12:00:00Z", "2023-06-15", "2023-06-15T25:00:00Z", "15 June 2023"];

/** The workloads by name, the same on every machine. */
export function createWorkloads(count = 10_000): Record<string, Workload> {
  const random = createRandom(11);
  const events = varyEvents(createRandom(2));
  const varied = Array.from({ length: count }, () => events.next().value as string);
  const each = (valid: boolean, change: (event: Event, i: number) => Members): Workload => {
    // A member that is undefined is left out of the text.
    return { valid, texts: varied.map((text, i) => JSON.stringify(change(JSON.parse(text) as Event, i))) };
  };
  return {
    // Several, as no service is sent the very same object twice.
    example: { valid: true, texts: Array.from({ length: 100 }, () => exampleText) },
    varied: { valid: true, texts: varied },
    "16 shapes": each(true, (event, i) => reshape(event, i % 16)),
    "missing member": each(false, (event) => spoil(event, pick(random, everywhere), undefined)),
    "wrong type": each(false, (event) => spoil(event, pick(random, everywhere), 7)),
    "bad date": each(false, (event) => spoil(event, pick(random, dates), pick(random, badDates))),
  };
}
