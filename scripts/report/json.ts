import { pathOf } from "./path.ts";
import type { Report } from "./report.ts";
import { tally } from "./text.ts";
import { visibleJson } from "./visible.ts";

/**
 * Renders a report for a script, as one JSON object. New members may come; a change of those below raises `version`.
 *
 * - `version`: of this format, 1
 * - `diagnostics`: sorted by file and location; each has
 *   - `rule`: id of the rule that is broken
 *   - `severity`: `error` or `warning`
 *   - `file`: path from where the command was run, with forward slashes
 *   - `line`, `column`: 1-based, columns in UTF-16 code units; absent where they are not known
 *   - `pointer`: JSON Pointer of the value; absent where the text is not JSON, or the pointer would be thousands of characters
 *   - `message`: what was found and what was expected
 *   - `fix`: what to do; absent where that is not known
 * - `errors`, `warnings`: how many of each there are
 */
export function renderJson({ diagnostics, base }: Report): string {
  // Written out member by member, for the order in a diagnostic is its maker's; JSON leaves out what is undefined.
  const rows = diagnostics.map(({ rule, severity, file, line, column, pointer, message, fix }) => {
    return { rule, severity, file: pathOf(base, file), line, column, pointer, message, fix };
  });
  return visibleJson({ version: 1, diagnostics: rows, ...tally(diagnostics) });
}
