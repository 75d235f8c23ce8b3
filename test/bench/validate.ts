import { mkdir, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { GigsEvent } from "../../generated/index.js";
import { installLocked } from "../support/locked.ts";
import { writeEvents } from "./events.ts";
import { renderTable } from "./figures.ts";
import { type Contestant, median, race, type Run } from "./measure.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A table of medians, with the spread of the clock, and each as a ratio to the fastest of the floors. */
function renderRuns(
  title: string,
  contestants: readonly Contestant[],
  runs: readonly (readonly Run[])[],
  floors: number,
): string {
  const of = (i: number, key: keyof Run): number => median(runs[i]?.map((run) => run[key]) ?? []);
  const floor = (key: keyof Run): number => Math.min(...contestants.slice(0, floors).map((_, i) => of(i, key)));
  const rows = contestants.map(({ name }, i) => {
    const walls = runs[i]?.map(({ wall }) => wall) ?? [];
    const spread = `${Math.min(...walls).toFixed(2)}-${Math.max(...walls).toFixed(2)}`;
    const [wall, cpu] = [of(i, "wall"), of(i, "cpu")];
    const ratios = [wall / floor("wall"), cpu / floor("cpu")].map((value) => value.toFixed(2));
    return [name, `${wall.toFixed(2)} (${spread})`, cpu.toFixed(2), of(i, "memory").toFixed(0), ...ratios];
  });
  const header = ["", "seconds (spread)", "user+sys", "MB", "ratio, clock", "ratio, user+sys"];
  return `${title}\n\n${renderTable(header, rows)}\n`;
}

/** Times `codegen validate`, beside the least that reading takes and beside ajv-cli. */
export async function benchValidate(rounds: number): Promise<void> {
  await installLocked(here("."), here(".build/installed"));
  await mkdir(here(".build"), { recursive: true });
  const [lines, array, schema] = [here(".build/events.ndjson"), here(".build/events.json"), here(".build/schema.json")];
  writeEvents(lines, 1_000_000, ["", "\n", "\n"]);
  writeEvents(array, 50_000, ["[", ",", "]"]);
  const { $schema, ...items } = GigsEvent["~standard"].jsonSchema.input({ target: "draft-2020-12" });
  await writeFile(schema, JSON.stringify({ $schema, type: "array", items }));
  const validate = (file: string): Contestant => ({
    name: "codegen validate",
    command: [here("../../scripts/run.mjs"), "validate", file],
  });
  const onLines: Contestant[] = [
    { name: "readline, JSON.parse", command: [here("programs/readline.js"), lines] },
    { name: "chunks of 1 MiB, JSON.parse", command: [here("programs/chunks.js"), lines] },
    validate(lines),
  ];
  const ajv = here(".build/installed/node_modules/ajv-cli/dist/index.js");
  const onArray: Contestant[] = [
    validate(array),
    // It reads no lines: all events have to be one document.
    {
      name: "ajv-cli 5.0.0",
      command: [ajv, "validate", "--spec=draft2020", "--strict=false", "-c", "ajv-formats", "-s", schema, "-d", array],
    },
  ];
  console.log(renderRuns("1,000,000 events, one on each line", onLines, await race(onLines, rounds), 2));
  console.log(renderRuns("50,000 events in one document", onArray, await race(onArray, rounds), 1));
}
