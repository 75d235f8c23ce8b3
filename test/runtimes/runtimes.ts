// npm run test:runtimes: runs the same suite on the packed package on every runtime, and prints what came of it.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { execute } from "./execute.ts";
import { build, logs, project } from "./folders.ts";
import { judge, listChecks, type Result } from "./judge.ts";
import { findFailures, renderPage, type Row } from "./page.ts";
import { installRuntimes, prepareProject } from "./prepare.ts";
import { type Format, type Runtime, runtimes } from "./table.ts";
import { probeWorker } from "./worker.ts";

/** A hundred times what a program takes, in milliseconds. */
const timeout = 60_000;

/** Nothing of the caller's settings, such as NODE_OPTIONS, and no home but a folder of the build. */
const env = {
  PATH: process.env.PATH,
  HOME: join(build, "home"),
  DENO_NO_UPDATE_CHECK: "1",
  DO_NOT_TRACK: "1",
  NO_COLOR: "1",
};

/** Whether a missing runtime is a failure; wrong usage ends the process. */
function readOptions(): boolean {
  try {
    return parseArgs({ options: { "require-all": { type: "boolean", default: false } } }).values["require-all"];
  } catch (error) {
    console.error((error as Error).message);
    return process.exit(2);
  }
}

/** Runs the suite on one runtime, in every format that it has. */
async function test(runtime: Runtime): Promise<Row> {
  const found = runtime.find();
  if (found === undefined) return { runtime };
  const expected = await listChecks(runtime.strict === true);
  const results = new Map<Format, Result>();
  for (const [format, command] of Object.entries(runtime.commands(found)) as [Format, readonly string[]][]) {
    const log = join(logs, `${runtime.name} ${format}.log`);
    results.set(format, judge(runtime.name, expected, await execute(command, { cwd: project, env, log, timeout })));
  }
  return { runtime, results };
}

const requiresAll = readOptions();
// The programs are groups of their own, which an interrupt of this process does not reach; its exit ends them.
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));

await prepareProject();
await installRuntimes();
const rows: Row[] = [];
for (const runtime of runtimes) rows.push(await test(runtime));

console.log(renderPage(rows));
const hasWorkerd = rows.some(({ runtime, results }) => runtime.name === "workerd" && results !== undefined);
const worker = hasWorkerd ? await probeWorker() : undefined;
if (worker !== undefined) console.log(`\n${worker.text}`);
const hasFailed = worker?.isWrong === true || rows.some((row) => [...findFailures(row)].length > 0);
const isShort = requiresAll && rows.some(({ results }) => results === undefined);
if (hasFailed) console.error("The programs' own messages are in test/runtimes/.build/logs/.");
process.exitCode = hasFailed || isShort ? 1 : 0;
