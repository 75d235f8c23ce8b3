// Prints the report of worker.js in the current folder; the folder that has installed Miniflare is the argument.
import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";

const load = createRequire(`${process.argv[2]}/`);
const { Miniflare } = load("miniflare");
// A worker is not told the version: the program that runs it is asked.
const runtime = execFileSync(load("workerd").default, ["--version"], { encoding: "utf8" });

const worker = new Miniflare({
  modules: true,
  modulesRoot: ".",
  modulesRules: [{ type: "ESModule", include: ["**/*.js"] }],
  scriptPath: "worker.js",
  compatibilityDate: "2026-04-01",
  // Otherwise files that are loading may make code from text; with older compatibility dates they may not.
  compatibilityFlags: ["disallow_eval_during_startup"],
  cf: false,
});
const response = await worker.dispatchFetch("http://localhost/");
console.log(JSON.stringify({ runtime: runtime.trim(), checks: await response.json() }));
await worker.dispose();
