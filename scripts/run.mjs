#!/usr/bin/env node
// Starts the command line.
import { compiled } from "./compiled.mjs";

// A stack names the lines that people wrote.
process.setSourceMapsEnabled(true);
const entry = await compiled().catch(async () => {
  // node_modules that cannot be written: types are taken out as modules load.
  await import("./typescript.mjs");
  return "./codegen.ts";
});
await import(entry);
