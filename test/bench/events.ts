import { closeSync, openSync, writeSync } from "node:fs";
import { example } from "../support/example.ts";

/** A seeded source of numbers below 1, the same on every machine: a linear congruence modulo 2^32. */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Varied texts of valid events, without end: other ids, times, offsets, lengths, and null for half of the PINs. */
export function* varyEvents(random: () => number): Generator<string> {
  const digits = (count: number): string => String(Math.floor(random() * 10 ** count)).padStart(count, "0");
  const id = (prefix: string): string =>
    prefix +
    random().toString(36).slice(2) +
    random()
      .toString(36)
      .slice(2, 4 + Math.floor(random() * 8));
  const time = (): string => {
    const iso = new Date(1.6e12 + random() * 1.5e11).toISOString();
    return [iso, `${iso.slice(0, 19)}Z`, `${iso.slice(0, 19)}.0Z`, `${iso.slice(0, 19)}+01:00`][
      Math.floor(random() * 4)
    ] as string;
  };
  const event = example();
  for (;;) {
    const accountPin = random() < 0.5 ? null : digits(4 + Math.floor(random() * 4));
    const data = { ...event.data, accountNumber: digits(9), accountPin, subscription: id("sub_"), expiresAt: time() };
    yield JSON.stringify({ ...event, id: id("evt_"), data, time: time() });
  }
}

/**
 * Writes events to a file.
 * @param between stands between two events; "[", "," and "]" make an array
 */
export function writeEvents(
  file: string,
  count: number,
  [before, between, after]: readonly [string, string, string],
): void {
  const fd = openSync(file, "w");
  const events = varyEvents(createRandom(1));
  writeSync(fd, before);
  for (let i = 0; i < count; i += 1000) {
    const block = Array.from({ length: Math.min(1000, count - i) }, () => events.next().value as string);
    writeSync(fd, (i === 0 ? "" : between) + block.join(between));
  }
  writeSync(fd, after);
  closeSync(fd);
}
