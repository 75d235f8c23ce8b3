import type { Location, Log, Message, ReportingDescriptor, Result } from "sarif";
import type { Diagnostic } from "./diagnostic.ts";
import { pathOf, uriOf } from "./path.ts";
import type { Report } from "./report.ts";
import { visibleJson } from "./visible.ts";

/** Renders a report for code scanners, as SARIF 2.1.0. */
export function renderSarif({ diagnostics, base, rules, version }: Report): string {
  const purposes = new Map(rules.map(({ id, purpose }) => [id, purpose]));
  const ids = [...new Set([...purposes.keys(), ...diagnostics.map(({ rule }) => rule)])];
  const log: Log = {
    version: "2.1.0",
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    runs: [
      {
        tool: {
          driver: {
            name: "gigs-events-codegen",
            version,
            // GitHub asks for a description of every rule: one that only loading knows is described by its id.
            rules: ids.map((id): ReportingDescriptor => ({ id, shortDescription: asMessage(purposes.get(id) ?? id) })),
          },
        },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic): Result => {
          const { rule, severity, message, fix } = diagnostic;
          return {
            ruleId: rule,
            ruleIndex: ids.indexOf(rule),
            level: severity,
            message: asMessage(fix === undefined ? message : `${message}\nfix: ${fix}`),
            locations: [locationOf(diagnostic, base)],
          };
        }),
      },
    ],
  };
  return visibleJson(log);
}

/** A message that is shown as it is: in SARIF, braces are placeholders (3.11.5) and `[a](b)` is a link (3.11.6). */
function asMessage(text: string): Message & { text: string } {
  return { text: text.replace(/[{}]/g, "$&$&").replaceAll("](", "] (") };
}

/** Every result needs a location (GitHub asks for it): what belongs to no file is at the folder. */
function locationOf({ file, line, column, pointer }: Diagnostic, base: string): Location {
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(pathOf(base, file)) || "./", uriBaseId: "%SRCROOT%" },
      ...(line !== undefined && { region: { startLine: line, ...(column !== undefined && { startColumn: column }) } }),
    },
    // The pointer of the document itself is "", which names nothing.
    ...(pointer !== undefined && pointer !== "" && { logicalLocations: [{ fullyQualifiedName: pointer }] }),
  };
}
