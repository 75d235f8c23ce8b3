import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { run } from "../support/run.ts";
import { startServer } from "../support/server.ts";
import { installed, project } from "./folders.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** What `probe` says of a receiver. */
interface Report {
  readonly passed: number;
  readonly probes: readonly { readonly id: string; readonly verdict: string }[];
}

/**
 * Runs the example of a worker in workerd, with the packed package, and probes it.
 * @returns one line; `isWrong` where a probe failed
 */
export async function probeWorker(): Promise<{ readonly text: string; readonly isWrong: boolean }> {
  await build({
    entryPoints: [here("../examples/worker.ts")],
    outfile: join(project, "receiver.js"),
    alias: { "gigs-events": join(project, "node_modules/gigs-events") },
    bundle: true,
    format: "esm",
    logLevel: "silent",
  });
  const env = { WEBHOOK_SECRET: `whsec_${randomBytes(24).toString("base64")}` };
  const server = await startServer([here("drivers/workerdServer.js"), installed], { cwd: project, env });
  try {
    const flags = ["--to", server.url, "--secret", "env:WEBHOOK_SECRET", "--strict", "--format", "json"];
    const { stdout } = await run(["probe", ...flags], { env });
    const { passed, probes } = JSON.parse(stdout) as Report;
    const wrong = probes.filter(({ verdict }) => verdict !== "pass").map(({ id }) => id);
    return {
      text: `worker.ts in workerd passes ${passed} of ${probes.length} probes${wrong.length === 0 ? "" : `, not ${wrong.join(", ")}`}`,
      isWrong: wrong.length > 0,
    };
  } finally {
    await server.stop();
  }
}
