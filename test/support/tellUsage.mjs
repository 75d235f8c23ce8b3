// Imported before a program: says at its end, on standard error, what it took.
import { peakMemory } from "./peakMemory.mjs";

process.on("exit", () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  Reflect.get(process, "_rawDebug")(`\ntook ${userCPUTime + systemCPUTime} ${peakMemory()}`);
});
