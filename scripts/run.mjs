#!/usr/bin/env node
// Starts the command line.
import { compiled } from "./compiled.mjs";

// Paths are relative to it, and a child process would not start in it.
try {
  process.cwd();
} catch {
  process.stderr.write("The current folder does not exist any more: go to another.\n");
  process.exit(2);
}
// A stack names the lines that people wrote.
process.setSourceMapsEnabled(true);
const entry = await compiled().catch(async () => {
  // node_modules that cannot be written: types are taken out as modules load.
  await import("./typescript.mjs");
  return "./codegen.ts";
});
await import(entry);
