import { codeFrame } from "../report/frame.ts";
import { renderCommand } from "../report/github.ts";
import type { Paint } from "../report/paint.ts";
import { renderDiagnostic } from "../report/text.ts";
import { visible } from "../report/visible.ts";
import type { Finding } from "./finding.ts";
import { createJsonRenderer } from "./renderJson.ts";
import { eventsOf, perSecond } from "./tally.ts";
import type { Tally } from "./verdicts.ts";

/** The result of a run over all inputs: counts and time. */
export interface Result {
  readonly tally: Tally;
  readonly seconds: number;
  /** How many findings there were beside those that were reported. */
  readonly untold: number;
  readonly isInterrupted: boolean;
}

/** For whom payloads are validated: a person, a script, or the annotations of a pull request. */
export const payloadFormats = ["text", "json", "github"] as const;
export type PayloadFormat = (typeof payloadFormats)[number];

/** Renders findings one by one: nothing holds all of them. */
export interface Renderer {
  /** What is printed when a finding is found. */
  readonly finding: (finding: Finding) => string;
  /** What is printed at the end. */
  readonly end: (result: Result) => string;
}

/** What else is wrong with one event is cut off here: whoever fixes these looks again. */
const maxAlso = 10;

const grouped = (count: number): string => count.toLocaleString("en-US");

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

/** Makes the renderer of each format. */
export const payloadRenderers: Readonly<Record<PayloadFormat, (paint: Paint) => Renderer>> = {
  text: (paint) => ({ finding: (finding) => renderBlock(finding, paint), end: renderEnd }),
  json: createJsonRenderer,
  github: () => ({ finding: (finding) => renderCommand(finding, alsoLines(finding), ""), end: renderEnd }),
};
