import { readJson } from "../json/read.ts";
import { findRepeats } from "../json/repeats.ts";
import type { Entry } from "./entry.ts";
import { type Finding, maxRepeats, tellFailure, tellRepeats, type Telling } from "./finding.ts";
import { isFreeOfRepeats } from "./repeats.ts";
import type { Verdicts } from "./verdicts.ts";

/** Validates one event, and reports all that is wrong with it. */
export function validateEntry(entry: Entry, value: unknown, telling: Telling, { tally, report }: Verdicts): void {
  const result = telling.checker.validate(value);
  if (result.valid) tally.valid++;
  else {
    const isUnknown = result.reason === "unknown-type";
    tally[isUnknown ? "unknownType" : "invalid"]++;
    report(isUnknown ? telling.unknown : "error", () => tellFailure(entry, result, telling, value));
  }
  const repeats = isFreeOfRepeats(entry.text, value) ? [] : firstOf(findRepeats(entry.text), maxRepeats + 2);
  if (repeats.length > 0) report("warning", () => tellRepeats(entry, repeats, telling));
}

function firstOf<T>(all: Iterable<T>, count: number): T[] {
  const first: T[] = [];
  for (const one of all) if (first.push(one) === count) break;
  return first;
}

/** Tells why bytes are not JSON text. */
export function tellProblem(bytes: Buffer, first: number, telling: Telling, verdicts: Verdicts): void {
  tellUnreadable(telling, verdicts, () => {
    const read = readJson(bytes);
    if (!("problem" in read)) throw new Error("JSON.parse and readJson disagree.");
    const { rule, at, message } = read.problem;
    return { rule, line: first + at.line - 1, column: at.column, message };
  });
}

/** Reports something that is not an event, at the beginning of a line where no column is given. */
export function tellUnreadable(
  { file }: Telling,
  { tally, report }: Verdicts,
  describe: () => Pick<Finding, "rule" | "line" | "message"> & { readonly column?: number },
): void {
  tally.unreadable++;
  report("error", () => ({ severity: "error", file, column: 1, ...describe() }));
}
