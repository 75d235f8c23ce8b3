import { join } from "node:path";
import { root } from "./codegen.ts";

/** Words behind `node` with which a program says what it took. */
export const tellUsage = ["--import", join(root, "test/support/tellUsage.mjs")] as const;

/** What a program took. */
export interface Usage {
  /** In seconds, user and system. */
  readonly cpu: number;
  /** The most memory that it had, in megabytes. */
  readonly memory: number;
}

/** Divides what a program printed from what it said that it took; that is undefined where it was ended before. */
export function splitUsage(stderr: string): { readonly stderr: string; readonly usage: Usage | undefined } {
  const [said, cpu, memory] = /\ntook (\d+) (\d+)\n?$/.exec(stderr) ?? [];
  if (said === undefined) return { stderr, usage: undefined };
  return {
    stderr: stderr.slice(0, stderr.length - said.length),
    usage: { cpu: Number(cpu) / 1e6, memory: Number(memory) / 1000 },
  };
}
