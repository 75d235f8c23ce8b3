import { count } from "../report/count.ts";
import type { Diagnostic } from "../report/diagnostic.ts";
import { pathOf } from "../report/path.ts";
import { shorten } from "../report/quote.ts";
import { toJson } from "../json/text.ts";
import type { Address } from "../catalog/ref.ts";
import { toPointer } from "../json/json.ts";
import type { Position } from "../json/lines.ts";
import type { Change, Proof } from "./change.ts";
import { type ComparisonReport, isAtLeast } from "./comparison.ts";
import { naming } from "./naming.ts";
import type { Breaks, Level } from "./rule.ts";

/** Whom a change breaks, in words. */
const whom: Readonly<Record<Breaks, string>> = {
  live: "consumers that have not upgraded",
  replay: "the replay of stored events",
  types: "code that reads the types",
  construct: "code that builds events",
  masking: "what logs mask",
};

/** Lists the events that a change reaches. */
export function eventsOf({ events }: Change): string {
  return naming(events);
}

const showing: Readonly<Record<Proof["breaks"], string>> = {
  live: "is valid now, and was refused before",
  replay: "was valid before, and is refused now",
};

/** Says what a payload shows. */
function proofLine({ breaks, pointer, value }: Proof): string {
  const what = pointer === "" ? "the event" : shorten(pointer);
  const part = value === undefined ? `an event without ${what}` : `${what} as ${shorten(toJson(value))}`;
  return `shown by: ${part} ${showing[breaks]}`;
}

/** The lines below a change: whom it breaks, what shows it, and which events it reaches. */
export function linesOf(change: Change): string[] {
  const { breaks, proofs, unproven } = change;
  return [
    ...(breaks.length === 0 ? [] : [`breaks: ${breaks.map((one) => whom[one]).join(", ")}`]),
    ...proofs.map(proofLine),
    ...unproven.map((one) => `not shown by a payload, and so assumed: it breaks ${whom[one]}`),
    `events: ${eventsOf(change)}`,
  ];
}

/** A change in one line. */
export function sentenceOf({ pointer, events, message }: Change): string {
  const [first = ""] = events;
  return `${shorten(pointer === "" ? first : pointer)} ${message}`;
}

/** Where the text of a schema, or of the nearest around it, begins. */
export function locate({ document, keys }: Address): Position {
  return document.locate(toPointer(keys));
}

/** Where a change stands, for a reader: in the schemas, or in the other side, where it is gone. */
export function locationOf(
  { before, after }: Change,
  { base, otherBase }: Pick<ComparisonReport, "base" | "otherBase">,
): Pick<Diagnostic, "file" | "line" | "column"> | undefined {
  if (after !== undefined) return { file: pathOf(base, after.document.file), ...locate(after) };
  return before && { file: `${otherBase}${before.document.file}`, ...locate(before) };
}

/** A change as a diagnostic at its schema, or at none where it is gone: an error where it counts as a finding. */
export function toDiagnostic(change: Change, failOn: Level): Diagnostic {
  const { rule, level, after } = change;
  return {
    rule,
    severity: isAtLeast(level, failOn) ? "error" : "warning",
    file: after?.document.file ?? "",
    ...(after && { pointer: toPointer(after.keys), ...locate(after) }),
    message: `${level}: ${sentenceOf(change)}`,
  };
}

/** How many changes of which level there are. */
function foundIn({ changes, name, notCompared }: ComparisonReport): string {
  if (changes.length === 0)
    return `Nothing changed ${notCompared.length === 0 ? "against" : "in what was compared with"} ${name}`;
  const counts = (["major", "minor", "patch"] as const).flatMap((one) => {
    const number = changes.filter((change) => change.level === one).length;
    return number === 0 ? [] : [`${number} ${one}`];
  });
  return `${counts.join(", ")} ${changes.length === 1 ? "change" : "changes"} against ${name}`;
}

/** What follows from all changes, in a sentence or two. */
export function conclusionOf(report: ComparisonReport): string {
  const { level, bump, next, enough, versions, notCompared } = report;
  const unknown = `, and what changed in ${count(notCompared.length, "event")} is unknown`;
  const follows = level === "none" ? "" : `: level ${level}, bump ${bump}`;
  const total = `${foundIn(report)}${notCompared.length === 0 ? "" : unknown}${follows}.`;
  if (enough === undefined || (enough && level === "none")) return total;
  const state = enough ? "is enough" : `is not enough: publish ${next} or later`;
  return `${total} Version ${versions.after} behind ${versions.before} ${state}.`;
}

/** What a comparison leaves out, by what it is made with. */
export const leftOut = {
  sources:
    "Both sides were read by this version of the tool: what changes in the tool itself shows against a package only.",
  package: "Which lists are open, and what is in preview, a package does not say: that was not compared.",
} as const;
