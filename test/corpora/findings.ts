import { eventFile, isLeaf, objectFile, typeOf } from "./names.ts";

/** A finding of `lint --format json`. */
export interface Finding {
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Its path in the schema folder. */
  readonly file: string;
  readonly pointer?: string;
  readonly message: string;
}

/** How often a rule is broken, and where first. */
export interface Broken {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly count: number;
  readonly files: number;
  readonly first: readonly string[];
}

/** So many locations of a rule are shown. */
const shown = 3;

/** Sums findings up by rule, errors first, then by how many there are. */
export function summarize(findings: readonly Finding[]): Broken[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.severity} ${finding.rule}`;
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups.values()]
    .map((group) => {
      const { rule, severity } = group[0] as Finding;
      const first = group.slice(0, shown).map(({ file, pointer = "", message }) => `${file}#${pointer} ${message}`);
      return { rule, severity, count: group.length, files: new Set(group.map(({ file }) => file)).size, first };
    })
    .toSorted((a, b) => a.severity.localeCompare(b.severity) || b.count - a.count);
}

/** The definitions in which, or in whose event, there is an error that `--fix` left: a person has to change them. */
export function findUnfit(findings: readonly Finding[], definitions: readonly string[]): string[] {
  const wrong = new Set(findings.filter(({ severity }) => severity === "error").map(({ file }) => file));
  return definitions.filter(
    (name) => wrong.has(objectFile(name)) || (isLeaf(name) && wrong.has(eventFile(typeOf(name)))),
  );
}
