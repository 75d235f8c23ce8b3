import type { Address } from "../catalog/ref.ts";
import { codeFrame } from "../report/frame.ts";
import { renderCommand } from "../report/github.ts";
import { painter } from "../report/paint.ts";
import { renderSarif } from "../report/sarif.ts";
import { renderDiagnostic } from "../report/text.ts";
import { visible, visibleJson } from "../report/visible.ts";
import type { Change } from "./change.ts";
import { renderMarkdown } from "./markdown.ts";
import type { ComparisonFormat } from "./names.ts";
import type { ComparisonReport } from "./comparison.ts";
import { notComparedDiagnostics } from "./notCompared.ts";
import { changeRules } from "./rules.ts";
import { conclusionOf, leftOut, linesOf, locate, locationOf, toDiagnostic } from "./sentences.ts";

/** Each format's renderer; none ends in a newline. */
export const comparisonRenderers: Readonly<Record<ComparisonFormat, (report: ComparisonReport) => string>> = {
  text: renderText,
  json: renderJson,
  github: ({ changes, notCompared, name, base, failOn }) =>
    [
      ...notComparedDiagnostics(notCompared, name).map((one) => renderCommand(one, [], base)),
      ...changes.map((change) => renderCommand(toDiagnostic(change, failOn), linesOf(change), base)),
    ].join("\n"),
  markdown: renderMarkdown,
  sarif: ({ changes, notCompared, name, base, failOn, version }) =>
    renderSarif({
      diagnostics: [
        ...notComparedDiagnostics(notCompared, name),
        ...changes.map((change) => toDiagnostic(change, failOn)),
      ],
      texts: new Map(),
      rules: changeRules,
      base,
      version,
      color: false,
      isAll: true,
    }),
};

function renderText(report: ComparisonReport): string {
  const { changes, color, failOn } = report;
  const paint = painter(color);
  const frame = (title: string, address: Address | undefined): string[] => {
    if (address === undefined) return [];
    const lines = codeFrame(address.document.text, locate(address), paint, "dim");
    return lines.length === 0 ? [] : [`${title}:`, ...lines];
  };
  const blocks = changes.map((change) =>
    [
      renderDiagnostic(
        { ...toDiagnostic(change, failOn), ...locationOf(change, report) },
        [...frame("before", change.before), ...frame("now", change.after)],
        "",
        paint,
      ),
      ...linesOf(change).map((line) => visible(line)),
    ].join("\n"),
  );
  return [
    ...blocks,
    visible(`${conclusionOf(report)} ${changes.length === 0 ? "" : leftOut[report.kind]}`.trimEnd()),
  ].join("\n\n");
}

/**
 * Renders a comparison for a script. New members may come; a change of those below raises `version`.
 * The JSON Schema of it is docs/breaking.schema.json.
 */
function renderJson(report: ComparisonReport): string {
  const { changes, level, bump, next, enough, notCompared } = report;
  const rows = changes.map((change) => toRow(change, report));
  return visibleJson({ version: 1, level, bump, next, enough, notCompared, changes: rows });
}

function toRow(change: Change, report: ComparisonReport): object {
  const { rule, level, breaks, events, pointer, message, proofs, unproven, isTheoretical } = change;
  const theoretical = isTheoretical && { theoretical: true };
  return {
    rule,
    level,
    event: events[0],
    events,
    pointer,
    breaks,
    message,
    witnesses: proofs,
    unproven,
    ...theoretical,
    ...locationOf(change, report),
  };
}
