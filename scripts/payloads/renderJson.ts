import { visibleJson } from "../report/visible.ts";
import type { Finding } from "./finding.ts";
import type { Renderer } from "./render.ts";
import { eventsOf, perSecond } from "./tally.ts";

const start = '{\n  "version": 1,\n  "findings": [';

/** The text of a finding, as it stands in the list. */
function rowOf({ rule, severity, file, line, column, pointer, message, also }: Finding): string {
  const text = visibleJson({ rule, severity, file, line, column, pointer, message, also });
  return text
    .split("\n")
    .map((part) => `    ${part}`)
    .join("\n");
}

/**
 * Makes the renderer for a script: one JSON object. New members may come; a change of those below raises `version`.
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
export function createJsonRenderer(): Renderer {
  /** The last finding, which is printed when it is known whether another follows. */
  let last: string | undefined;
  return {
    finding(finding) {
      const before = last;
      last = rowOf(finding);
      return before === undefined ? start : `${before},`;
    },
    end({ tally, seconds, untold, isInterrupted }) {
      const times = { seconds: Number(seconds.toFixed(3)), perSecond: perSecond(eventsOf(tally), seconds) };
      const rest = visibleJson({ untold, ...tally, interrupted: isInterrupted, ...times });
      const list = last === undefined ? `${start}],` : `${last}\n  ],`;
      return `${list}${rest.slice(1)}`;
    },
  };
}
