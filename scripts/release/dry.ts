// npm run release:dry: all of a release up to the publish, without network. Exit code 1 where something is in the way.
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { findObstacles } from "./rules.ts";

/** The commands that have to succeed, in this order; the workflow puts the real publish after them. */
const steps = ["npm run check", "npm test", "npm publish ./generated --dry-run --access public"];

const { tag } = parseArgs({ options: { tag: { type: "string" } } }).values;
const read = (path: string): string => readFileSync(path, "utf8");
const generated = (readdirSync("generated", { recursive: true }) as string[]).filter((path) =>
  statSync(`generated/${path}`).isFile(),
);

const obstacles = findObstacles({
  packageJson: JSON.parse(read("package.json")),
  published: JSON.parse(read("generated/package.json")),
  changelog: read("CHANGELOG.md"),
  withReturns: generated.filter((path) => read(`generated/${path}`).includes("\r\n")),
  tag,
});
for (const obstacle of obstacles) console.error(obstacle);
process.exitCode = obstacles.length === 0 ? 0 : 1;

for (const step of steps) {
  if (process.exitCode !== 0) break;
  console.log(`\n$ ${step}`);
  // npm would ask who is logged in and whether a newer npm is there.
  const env = { ...process.env, npm_config_offline: "true", npm_config_update_notifier: "false" };
  const { status } = spawnSync(step, { shell: true, stdio: "inherit", env });
  process.exitCode = status === 0 ? 0 : 1;
}
if (process.exitCode === 0) console.log("\nAll is ready to publish.");
