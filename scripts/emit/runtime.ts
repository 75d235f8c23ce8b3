import { toJson } from "../json/text.ts";
import { internalValues, runtimeValues, type SideModule, sideModules } from "../runtime/exports.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";

/** The runtime's own source: it ships as it stands, its files joined. */
export interface RuntimeSource {
  /** Texts of `runtimeFiles`, in that order. */
  readonly code: readonly string[];
  /** Texts of the modules beside it. */
  readonly sides: Readonly<Record<SideModule, string>>;
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

/** A module beside the runtime; only what needs it imports it. */
export function emitSide(name: SideModule, { sides }: RuntimeSource): OutputFile[] {
  const imported = /^import \{ (\w+) \} from/gm;
  const names = [...sides[name].matchAll(imported)].map(([, one]) => one as string);
  const imports = names.length === 0 ? [] : [{ names, from: "./runtime" }];
  const source = "scripts/runtime/";
  return renderModule({ path: name, source, imports, body: bare(sides[name]), exports: sideModules[name] });
}
