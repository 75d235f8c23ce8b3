import type { Ended } from "./run.ts";

/** What may not stand in any output, but for ends of lines, tabs, and a line of progress or a colour on a terminal. */
export const forbidden: RegExp =
  /(?![\t\n])[\p{Cc}\p{Cs}\u2028\u2029\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E0FFF}]|##\[/u;

/** What is wrong with outputs: commands that are not ours, and what may not stand in them. */
export function dangers({ stdout, stderr }: Ended, isGithub = false): string[] {
  const lines = [...stdout.split("\n"), ...stderr.split("\n")];
  const isOwn = (line: string): boolean => isGithub && /^::(?:error|warning|notice) (?:file|title)=/.test(line);
  return lines.filter((line) => forbidden.test(line) || (/^\s*::/.test(line) && !isOwn(line)));
}
