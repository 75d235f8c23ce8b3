import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";

/** The runtime's own source: it ships as it stands. */
export interface RuntimeSource {
  readonly code: string;
  readonly types: string;
}

/**
 * The module that all others import. It is the same whatever the schemas say.
 * @param source text of `runtime/runtime.js` and `runtime/types.d.ts`
 */
export function emitRuntime({ code, types }: RuntimeSource): OutputFile[] {
  const exports = [...code.matchAll(/^export (?:class|function) (\w+)/gm)].map(({ 1: name = "" }) => name);
  const body = code.replace(/^export /gm, "").replaceAll('import("./types.js")', 'import("./runtime.js")');
  const module = { path: "runtime", source: "scripts/runtime/runtime.js", imports: [], body, exports };
  return [...renderModule(module), ...renderDeclarations("runtime", "scripts/runtime/types.d.ts", () => types)];
}
