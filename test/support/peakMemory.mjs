import { readFileSync } from "node:fs";

/**
 * The most memory that this process had, in kB. What `resourceUsage` says is not asked on Linux: there it is at least what
 * the process had that started this one.
 * @returns {number}
 */
export function peakMemory() {
  if (process.platform !== "linux") return process.resourceUsage().maxRSS;
  return Number(/^VmHWM:\s*(\d+)/m.exec(readFileSync("/proc/self/status", "utf8"))?.[1]);
}
