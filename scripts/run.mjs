#!/usr/bin/env node
// Starts the command line. Node 22.18 and later run its TypeScript as it is; for older ones a hook takes the types out.
import { register } from "node:module";

process.setSourceMapsEnabled(true);
if (!("typescript" in process.features)) register("./typescript-hook.mjs", import.meta.url);
await import("./codegen.ts");
