#!/usr/bin/env node
// Starts the command line.
import "./typescript.mjs";

await import("./codegen.ts");
