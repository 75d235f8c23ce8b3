import { toJson } from "../json/text.ts";
import { internalValues, runtimeValues } from "../runtime/exports.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";

/** The runtime's own source: it ships as it stands, its files joined. */
export interface RuntimeSource {
  /** Texts of `runtimeFiles`, in that order. */
  readonly code: readonly string[];
  /** Text of `draft07.js`, which is a module of its own. */
  readonly draft07: string;
  /** Text of `types.d.ts`. */
  readonly types: string;
}

/** Comments that only name types for the type check of the source. */
const typeNames = /^\/\*\*\n(?: \* @(?:template|typedef) .*\n)+ \*\/\n/gm;

/** One file without what joins it to the others. */
function bare(code: string): string {
  return code
    .replace(/^import .*\n/gm, "")
    .replace(typeNames, "")
    .replace(/^export /gm, "")
    .replaceAll('import("./types.js")', 'import("./runtime.js")')
    .trim();
}

/** The module that all others import. It is the same whatever the schemas say. */
export function emitRuntime({ code, types }: RuntimeSource, { name }: Project): OutputFile[] {
  const source = "scripts/runtime/";
  const named = `/** Name of the package. */\nconst packageName = ${toJson(name)};`;
  const body = `${[named, ...code.map(bare)].join("\n\n")}\n`;
  const exports = [...runtimeValues, ...internalValues];
  return [
    ...renderModule({ path: "runtime", source, imports: [], body, exports }),
    ...renderDeclarations("runtime", `${source}types.d.ts`, () => types),
  ];
}

/** The module that says schemas in draft-07; only events whose schema differs there import it. */
export function emitDraft07({ draft07 }: RuntimeSource): OutputFile[] {
  const source = "scripts/runtime/";
  return renderModule({ path: "draft07", source, imports: [], body: bare(draft07), exports: ["inDraft07"] });
}
