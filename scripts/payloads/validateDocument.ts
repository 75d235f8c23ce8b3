import { isUtf8 } from "node:buffer";
import { findElements } from "../json/find.ts";
import { createPositions } from "../json/lines.ts";
import { tellProblem, tellUnreadable, validateEntry } from "./validateEntry.ts";
import type { Telling } from "./finding.ts";
import { isFreeOfRepeats, isTextTooDeep, isTooDeep } from "./repeats.ts";
import { hasTooManyValues, maxValues } from "./values.ts";
import type { Verdicts } from "./verdicts.ts";

/**
 * Validates a document: one event, or an array of events.
 * @param drained waits for a slow reader of the findings
 */
export async function validateDocument(
  bytes: Buffer,
  telling: Telling,
  verdicts: Verdicts,
  drained: () => Promise<void> | undefined,
): Promise<void> {
  if (hasTooManyValues(bytes)) {
    const message = `has more than ${maxValues} values in one JSON document; write an event on each line`;
    return tellUnreadable(telling, verdicts, () => ({ rule: "document-size", line: 1, message }));
  }
  const { is } = telling.checker;
  const [text, value] = parse(bytes);
  const events = Array.isArray(value) ? value : [value];
  const isFree = isFreeOfRepeats(text, value);
  if (isFree && events.every((event) => is(event))) {
    verdicts.tally.valid += events.length;
    return;
  }
  if (value === undefined || (isFree ? isTooDeep(value) : isTextTooDeep(text)))
    return tellProblem(bytes, 1, telling, verdicts);
  if (!Array.isArray(value)) return validateEntry({ text, line: 1, column: 1 }, value, telling, verdicts);
  const positionOf = createPositions(text);
  let i = 0;
  for (const { start, end } of findElements(text)) {
    if (verdicts.signal.aborted) return;
    const event: unknown = value[i++];
    if (isFree && is(event)) verdicts.tally.valid++;
    else {
      validateEntry({ text: text.slice(start, end), ...positionOf(start) }, event, telling, verdicts);
      const waiting = drained();
      if (waiting !== undefined) await waiting;
    }
  }
}

/** The text of bytes and its value; undefined where they are not JSON text. */
function parse(bytes: Buffer): [text: string, value: unknown] {
  const text = bytes.toString("utf8");
  try {
    return [text, isUtf8(bytes) ? JSON.parse(text) : undefined];
  } catch {
    return [text, undefined];
  }
}
