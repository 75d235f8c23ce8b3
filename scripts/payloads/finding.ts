import type { Diagnostic } from "../report/diagnostic.ts";
import { findValue, type Found, type Range } from "../json/find.ts";
import { type Position, positionAt } from "../json/lines.ts";
import type { ValidationFailure, ValidationIssue } from "../runtime/types.d.ts";
import type { Checker } from "./checker.ts";
import { type Entry, positionOf } from "./entry.ts";
import { mask, maskPath } from "./mask.ts";
import { isLikeType, nameType } from "./nameType.ts";

/** How many repeated names of an event are reported: a hostile line repeats one a hundred thousand times. */
export const maxRepeats = 100;

/** What is wrong with a payload. `rule` is a keyword of its schema, or one of {@link rules}; nothing secret is in it. */
export interface Finding extends Diagnostic {
  readonly line: number;
  readonly column: number;
  /** The lines around it, as structure alone; absent where the text is not a known event. */
  readonly frame?: Frame;
  /** What else is wrong with the same event. */
  readonly also?: readonly string[];
}

/** A masked text, and a position in it. */
export interface Frame extends Position {
  readonly text: string;
  /** Number of the text's first line in the file. */
  readonly first: number;
}

/** Options and context for the findings about one input. */
export interface Telling {
  /** The name of the input, as the person wrote it. */
  readonly file: string;
  readonly checker: Checker;
  /** Whether the frame may show the scalar that is wrong, where it is no credential. */
  readonly showValues: boolean;
  /** Severity of an unknown type. */
  readonly unknown: Diagnostic["severity"];
}

/** Tells why an event was refused. */
export function tellFailure(entry: Entry, failure: ValidationFailure, telling: Telling, value: unknown): Finding {
  const { issues, reason, truncated } = failure;
  const [first, ...rest] = issues as [ValidationIssue, ...ValidationIssue[]];
  const { file, checker, unknown } = telling;
  const part = findValue(entry.text, first.path);
  const at = positionOf(entry, part.start);
  if (reason === "unknown-type")
    return {
      rule: reason,
      severity: unknown,
      file,
      ...at,
      message: `/type is ${nameType((value as { type: string }).type, checker.types)}`,
    };
  const { names } = checker;
  const say = ({ path, message }: ValidationIssue): string => `${maskPath(path, names) || "(root)"} ${message}`;
  return {
    rule: first.keyword,
    severity: "error",
    file,
    pointer: maskPath(first.path, names),
    ...at,
    message: say(first),
    frame: frameOf(entry, part, isShown(first, part, telling, value), names),
    also: [...rest.map((issue) => `${say(issue)} [${issue.keyword}]`), ...(truncated ? ["and more"] : [])],
  };
}

/**
 * Tells that names stand twice in one object: a parser takes the last, another the first.
 * @param repeats the first of them, at least one
 */
export function tellRepeats(entry: Entry, repeats: readonly Range[], { file, checker }: Telling): Finding {
  const [first, ...rest] = repeats as [Range, ...Range[]];
  const say = ({ start, end }: Range): string => {
    const name = JSON.parse(entry.text.slice(start, end)) as string;
    return `has a member${checker.names.has(name) ? ` ${JSON.stringify(name)}` : ""} twice`;
  };
  const also = rest.slice(0, maxRepeats).map((part) => {
    const { line, column } = positionOf(entry, part.start);
    return `${say(part)}, at ${line}:${column}`;
  });
  return {
    rule: "duplicate-key",
    severity: "warning",
    file,
    ...positionOf(entry, first.start),
    message: say(first),
    frame: frameOf(entry, first, false, checker.names),
    also: rest.length > maxRepeats ? [...also, "and more"] : also,
  };
}

/** Only a scalar that stands where the issue is, is shown: that of a member that the schema names. */
function isShown({ path }: ValidationIssue, part: Found, { showValues, checker }: Telling, value: unknown): boolean {
  if (!showValues || part.kind !== "scalar" || !part.isExact || path.length === 0) return false;
  if (path.length === 1 && path[0] === "type") return isLikeType((value as { type: unknown }).type, checker.types);
  return path.every((key) => typeof key === "number" || checker.names.has(key)) && !checker.isSensitive(path);
}

function frameOf(entry: Entry, part: Range, shown: boolean, names: ReadonlySet<string>): Frame {
  const { text, at } = mask(entry.text, names, part.start, shown);
  const { line } = positionOf(entry, part.start);
  // The first line of an entry can begin in the middle of a line; what stands before it is another's.
  const { line: lines, column } = positionAt(text, at);
  return { text, line, column, first: line - lines + 1 };
}
