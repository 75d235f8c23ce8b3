import { isWordless, type Kind, kinds, type Setting, settings, type Version } from "./table.ts";

/** What came of one run of a compiler. */
export interface Cell {
  readonly version: Version;
  readonly kind: Kind;
  readonly setting: Setting;
  /** What the compiler said; undefined where it had nothing to say. */
  readonly output: string | undefined;
}

const labelOf = ({ module, moduleResolution }: Setting): string =>
  module === moduleResolution ? module : `${moduleResolution}, ${module}`;

/** A cell's text; an asterisk where it is compiled without verbatimModuleSyntax. */
function outcomeOf({ version, kind, setting, output }: Cell): string {
  return (output === undefined ? "ok" : "fails") + (isWordless(version, kind, setting) ? "*" : "");
}

/**
 * Renders the table, and under it what the compilers said.
 * @param cells of every version, kind and setting
 * @param exact the versions as the compilers tell them
 */
export function renderPage(cells: readonly Cell[], exact: ReadonlyMap<Version, string>): string {
  const rows = [...exact].flatMap(([version, name]) =>
    kinds.map((kind) => [
      `TypeScript ${name}`,
      kind.name,
      ...settings.map((setting) => {
        const cell = cells.find((each) => each.version === version && each.kind === kind && each.setting === setting);
        return cell === undefined ? "missing" : outcomeOf(cell);
      }),
    ]),
  );
  const lines = [["compiler", "consumer", ...settings.map(labelOf)], ...rows];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  const failures = cells.filter(({ output }) => output !== undefined);
  return [
    ...lines.map((line) =>
      line
        .map((text, i) => text.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    ),
    "* without verbatimModuleSyntax, which leaves a .cts no way to import there",
    ...failures.map(
      ({ version, kind, setting, output }) => `\nTypeScript ${version}, ${kind.name}, ${labelOf(setting)}:\n${output}`,
    ),
  ].join("\n");
}
