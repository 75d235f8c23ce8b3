import { codeFrame } from "../report/frame.ts";
import { renderCommand } from "../report/github.ts";
import type { Paint } from "../report/paint.ts";
import { renderDiagnostic } from "../report/text.ts";
import { visible, visibleJson } from "../report/visible.ts";
import type { Finding } from "./finding.ts";
import type { Tally } from "./validate.ts";

/** The result of a run over all inputs: counts, findings and time. */
export interface Result {
  readonly tally: Tally;
  readonly seconds: number;
  /** Those that were reported. */
  readonly findings: readonly Finding[];
  /** How many more there were. */
  readonly untold: number;
  readonly isInterrupted: boolean;
}

/** For whom payloads are validated: a person, a script, or the annotations of a pull request. */
export const payloadFormats = ["text", "json", "github"] as const;
export type PayloadFormat = (typeof payloadFormats)[number];

interface Renderer {
  /** What is printed of a finding when it is found; "" where all is printed at the end. */
  readonly finding: (finding: Finding, paint: Paint) => string;
  /** Renders the summary. */
  readonly end: (result: Result) => string;
}

/** What else is wrong with one event is cut off here: whoever fixes these looks again. */
const maxAlso = 10;

const grouped = (count: number): string => count.toLocaleString("en-US");

const eventsOf = ({ valid, invalid, unknownType, unreadable }: Tally): number =>
  valid + invalid + unknownType + unreadable;

const perSecond = (count: number, seconds: number): number => Math.round(count / Math.max(seconds, 0.001));

/** The line of progress. */
export function renderProgress(bytes: number, tally: Tally, seconds: number): string {
  const events = eventsOf(tally);
  return `${grouped(Math.round(bytes / 1e6))} MB, ${grouped(events)} events, ${grouped(perSecond(events, seconds))} per second`;
}

/** The last lines, for a person. */
function renderEnd({ tally, seconds, untold, isInterrupted }: Result): string {
  const { valid, invalid, unknownType, unreadable } = tally;
  const all = eventsOf(tally);
  const kinds = `${grouped(valid)} valid, ${grouped(invalid)} invalid, ${grouped(unknownType)} of unknown type, ${grouped(unreadable)} unreadable`;
  return [
    ...(untold === 0 ? [] : [`and ${grouped(untold)} more, which --max-errors leaves out`]),
    `${isInterrupted ? "interrupted; so far " : ""}${kinds}; ${grouped(all)} in ${seconds.toFixed(2)} s, ${grouped(perSecond(all, seconds))} per second`,
  ].join("\n");
}

/** The lines about what else is wrong. */
function alsoLines({ also = [] }: Finding): string[] {
  const more = also.length - maxAlso;
  return [
    ...also.slice(0, maxAlso).map((words) => `also: ${visible(words)}`),
    ...(more > 0 ? [`and ${more} more`] : []),
  ];
}

/** A finding for a person: a block with the structure of the text around it. */
function renderBlock(finding: Finding, paint: Paint): string {
  const { frame, severity } = finding;
  const shown = frame === undefined ? [] : codeFrame(frame.text, frame, paint, severity, frame.first);
  return `${renderDiagnostic(finding, [...shown, ...alsoLines(finding)], "", paint)}\n`;
}

/**
 * Renders all for a script, as one JSON object. New members may come; a change of those below raises `version`.
 *
 * - `version`: of this format, 1
 * - `findings`: in the order of the input, at most `--max-errors`; each has
 *   - `rule`: keyword of the schema that is broken, or `unknown-type`, `duplicate-key`, `json`, `utf-8`,
 *     `byte-order-mark`, `depth`, `line-length`, `document-size`, `gzip`
 *   - `severity`: `error` or `warning`
 *   - `file`, `line`, `column`: 1-based, columns in UTF-16 code units
 *   - `pointer`: JSON Pointer of the wrong member, names that no schema has as `…`; absent where there is none
 *   - `message`: what was expected; `also`: what else is wrong with the same event
 * - `untold`: how many findings more there were
 * - `valid`, `invalid`, `unknownType`, `unreadable`: how many events of each kind
 * - `interrupted`: whether the reading was ended; `seconds`, `perSecond`: how long it took
 */
function renderObject({ tally, seconds, findings, untold, isInterrupted }: Result): string {
  const rows = findings.map(({ rule, severity, file, line, column, pointer, message, also }) => {
    return { rule, severity, file, line, column, pointer, message, also };
  });
  const times = { seconds: Number(seconds.toFixed(3)), perSecond: perSecond(eventsOf(tally), seconds) };
  return visibleJson({ version: 1, findings: rows, untold, ...tally, interrupted: isInterrupted, ...times });
}

/** Each format's renderer. */
export const payloadRenderers: Readonly<Record<PayloadFormat, Renderer>> = {
  text: { finding: renderBlock, end: renderEnd },
  json: { finding: () => "", end: renderObject },
  github: { finding: (finding) => renderCommand(finding, alsoLines(finding), ""), end: renderEnd },
};
