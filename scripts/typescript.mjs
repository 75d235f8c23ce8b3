// Lets Node run TypeScript: `node --import ./scripts/typescript.mjs file.ts`. Node 22.18 and later need nothing for it;
// for older ones a hook takes the types out.
import { register } from "node:module";

process.setSourceMapsEnabled(true);
if (!("typescript" in process.features)) register("./typescript-hook.mjs", import.meta.url);
