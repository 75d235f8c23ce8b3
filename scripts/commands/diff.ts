import { createTwoFilesPatch } from "diff";
import { visible, visibleLines } from "../report/visible.ts";

/** Lines that a diff may add and remove; looking for the least change takes the square of it. */
const maxChanges = 4000;

/**
 * The lines of a unified diff, for a terminal.
 * @param from name and text of what is
 * @param to name and text of what should be
 * @returns from the line of the first name on; without end of line, and with nothing that could move the cursor
 */
export function diffLines(from: readonly [string, string], to: readonly [string, string]): string[] {
  const [oldName, oldText] = from;
  const [newName, newText] = to;
  const patch = createTwoFilesPatch(visible(oldName), visible(newName), oldText, newText, undefined, undefined, {
    maxEditLength: maxChanges,
  });
  if (patch === undefined) return [`… more than ${maxChanges} lines differ`];
  const lines = patch.trimEnd().split("\n");
  const start = lines.findIndex((line) => line.startsWith("--- "));
  return lines.slice(start).map((line) => visibleLines(line.replace(/\r$/, "")));
}
