import type { Catalog, Event } from "../catalog/catalog.ts";
import { toLiteral } from "../print/literal.ts";
import { type Project, unionNames } from "../project.ts";
import { testingValues } from "../runtime/exports.ts";
import { documentedExample, exampleEvent, invalidChanges, type Issues } from "../vectors/invalid.ts";
import type { Input } from "./code.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";
import { bare } from "./runtime.ts";

/** Gives what the package itself says of a value, as an event. */
export type IssuesOf = (event: Event) => Issues;

/** One event: its companion, a line for each invalid change of its example, and a sample where no example is documented. */
function caseOf(event: Event, issues: Issues): string {
  const lines = invalidChanges(event, issues);
  const sample = documentedExample(event) === undefined ? `, ${toLiteral(exampleEvent(event))}` : "";
  return `[${event.name}, [\n${lines.join("")}]${sample}],\n`;
}

/** What the module for tests knows of events, as a module of its own: code and data each change alone. */
function emitCases({ events }: Catalog, issuesOf: IssuesOf): OutputFile[] {
  return renderModule({
    path: "cases",
    source: "schemas/",
    imports: [{ names: events.map(({ name }) => name), from: "./index" }],
    body: `const cases = [\n${events.map((event) => caseOf(event, issuesOf(event))).join("")}];`,
    exports: ["cases"],
  });
}

/** The declarations of the module for tests. */
function emitDeclarations({ events }: Catalog, project: Project): OutputFile[] {
  const [, map, types] = unionNames(project);
  const type = JSON.stringify(events[0]?.type);
  return renderDeclarations(
    "testing",
    "schemas/",
    (extension) => `import type { ${map}, ${types} } from "./index${extension}";
import type { ValidationIssue } from "./runtime${extension}";

export type { ValidationIssue };

/** Changes of a value: of an object any members, undefined to remove one; of anything else, arrays too, all of it. */
export type Changes<T> = T extends string | number | boolean | null | undefined | readonly unknown[]
  ? T
  : T extends object
    ? { readonly [Name in keyof T]?: Changes<T[Name]> | undefined }
    : T;

/** Changes of an event, whose type stays. */
export type EventChanges<Event> = {
  readonly [Name in keyof Event]?: Name extends "type" ? never : Changes<Event[Name]> | undefined;
};

/** An invalid event, for a test of what a receiver does with it. */
export interface InvalidEvent {
  /** Says which of them it is: the pointer and the keyword of the issue. */
  readonly name: string;
  readonly event: unknown;
  /** What \`validate\` of the event says of it first. */
  readonly issue: ValidationIssue;
}

/**
 * Gives the documented example of an event, or a sample where there is none; a new object each time. Throws an
 * EventValidationError where it is not valid with the changes.
 * @param changes are put into it; what is undefined is removed, an array is replaced
 * @example const event = example(${type});
 */
export declare function example<Type extends ${types}>(
  type: Type,
  changes?: EventChanges<${map}[Type]>,
): ${map}[Type];

/**
 * Gives invalid events, new ones each time: the example with one change. No two have the same pointer and keyword as
 * their first issue.
 * @example test.each(invalid(${type}))("refuses $name", ({ event }) => { });
 */
export declare function invalid(type: ${types}): InvalidEvent[];
`,
  );
}

/**
 * The module for tests of receivers: examples, and events that are invalid. No other module imports it.
 * @param issuesOf what the package itself says of a value, as an event
 */
export function emitTesting({ catalog, project, runtime }: Input, issuesOf: IssuesOf): OutputFile[] {
  const module = renderModule({
    path: "testing",
    source: "scripts/runtime/testing/",
    imports: [{ names: ["cases"], from: "./cases" }],
    body: runtime.testing.map(bare).join("\n\n"),
    exports: testingValues,
  });
  return [...emitCases(catalog, issuesOf), ...module, ...emitDeclarations(catalog, project)];
}
