import { build, type Context } from "../build.ts";
import { readDisk, write } from "../output/disk.ts";
import { withLock } from "../output/lock.ts";
import { checkPlace } from "../output/place.ts";
import { manifestPath, plan } from "../output/plan.ts";
import { UnusableInput } from "../unusable.ts";
import { count, exitCodes, type Outcome } from "./outcome.ts";
import { complaints } from "./report.ts";

/** How long to wait for another run, in milliseconds. */
const patience = 10_000;

/**
 * Writes the package that the schemas give.
 * @throws UnusableInput where input or output cannot be used; nothing is changed then
 */
export async function generate(context: Context): Promise<Outcome> {
  const start = performance.now();
  const { out, schemas, root } = context;
  checkPlace(out, schemas, root);
  const built = await build(context);
  const { catalog, files } = built;
  const errors = complaints(built, context);
  if (files === undefined) return { code: exitCodes.findings, text: "Nothing was written.", errors };

  const done = await withLock(out, patience, async () => {
    const disk = await readDisk(out, new Set([...files.map(({ path }) => path), manifestPath]));
    const steps = plan(files, disk);
    if (steps.obstacles.length > 0) {
      throw new UnusableInput(`In the way of the output, remove: ${steps.obstacles.join(", ")} (in ${out}).`);
    }
    await write(out, steps, disk);
    return steps;
  });

  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const { write: written, unchanged, remove, refused } = done;
  return {
    code: exitCodes.done,
    text: [
      ...catalog.events.map(({ type, name }) => `${type}  ${name}`),
      ...refused.map((entry) => `not removed, for the manifest may not name it: ${JSON.stringify(entry)}`),
      `${count(catalog.events.length, "event")}: ${count(written.length, "file")} written, ` +
        `${unchanged.length} unchanged, ${remove.length} removed in ${seconds} s`,
    ].join("\n"),
    errors,
  };
}
