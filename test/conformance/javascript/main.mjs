// Runs every validator configuration over the groups of a job file and prints one line of verdicts for each.
import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { configurations } from "./validators.mjs";

const jobPath = resolve(process.argv[2]);
const job = JSON.parse(readFileSync(jobPath, "utf8"));
const read = (path) => readFileSync(resolve(dirname(jobPath), path), "utf8");

const versionOf = (name) =>
  JSON.parse(readFileSync(new URL(`./node_modules/${name}/package.json`, import.meta.url), "utf8")).version;
const brief = (error) =>
  String(error?.message || error)
    .split("\n", 1)[0]
    .slice(0, 300);
const print = (line) => process.stdout.write(JSON.stringify(line) + "\n");

function verdict(check, payload) {
  try {
    return check(JSON.parse(payload)) ? "1" : "0";
  } catch {
    return "e"; // not JSON, or the validator failed
  }
}

for (const { validator, draft, settings, asserts, start, packages } of configurations) {
  const label = { validator, version: null, draft, settings, asserts };
  let compile;
  try {
    label.version = packages.map((name, i) => (i ? `${name} ` : "") + versionOf(name)).join(", ");
    compile = await start();
  } catch (error) {
    print({ ...label, group: null, error: brief(error) });
    continue;
  }
  for (const group of job.groups) {
    if (!group.schemas[draft]) continue;
    const line = { ...label, group: group.id };
    try {
      const check = await compile(JSON.parse(read(group.schemas[draft])));
      const payloads = read(group.payloads).split("\n");
      if (payloads.at(-1) === "") payloads.pop(); // what follows the last LF
      line.verdicts = payloads.map((payload) => verdict(check, payload)).join("");
    } catch (error) {
      line.error = brief(error);
    }
    print(line);
  }
}
