// A process of its own, which runs the command lines that its argument holds as JSON, and prints how they ended as JSON.
import { argv, stdout } from "node:process";
import { peakMemory } from "./peakMemory.mjs";
import { type Ended, run } from "./run.ts";

const runs: Ended[] = [];
for (const line of JSON.parse(argv[2] ?? "[]") as string[][]) runs.push(await run(line));
stdout.write(JSON.stringify({ runs, memory: peakMemory() * 1024 }));
