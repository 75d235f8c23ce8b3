import { toJson } from "../json/text.ts";
import { internalValues, runtimeValues, type SideModule, sideModules, webhookValues } from "../runtime/exports.ts";
import type { Project } from "../project.ts";
import type { OutputFile } from "./file.ts";
import { renderDeclarations, renderModule } from "./module.ts";

/** The source of a module that ships as it stands, its files joined. */
export interface JoinedSource {
  /** Texts of its files, each after those that it imports. */
  readonly code: readonly string[];
  /** Text of its declarations. */
  readonly types: string;
}

/** The runtime's own source: `runtimeFiles` and `types.d.ts`. */
export interface RuntimeSource extends JoinedSource {
  /** Texts of the modules beside it. */
  readonly sides: Readonly<Record<SideModule, string>>;
  /** The module that receives webhooks: `webhookFiles` and `webhook.d.ts`. */
  readonly webhook: JoinedSource;
  /** The module that redacts, without what it knows of events. */
  readonly redact: JoinedSource;
  /** Texts of `testingFiles`: the module for tests. */
  readonly testing: readonly string[];
}

/** Comments that only name types for the type check of the source. */
const typeNames = /^\/\*\*\n(?: \* @(?:template|typedef|property) .*\n)+ \*\/\n/gm;

/** The text of one file without what joins it to the others. */
export function bare(code: string): string {
  return code
    .replace(/^import .*\n/gm, "")
    .replace(typeNames, "")
    .replace(/^export /gm, "")
    .replaceAll('import("./types.js")', 'import("./runtime.js")')
    .trim();
}

/** What a joined module is called, where its source stands, and what it exports. */
interface Joined {
  /** In the package, without extension. */
  readonly path: string;
  /** The folder of its files, and the file of its declarations. */
  readonly sources: readonly [folder: string, types: string];
  readonly exports: readonly string[];
}

/** Joins the files of a module, which knows the package's name and imports nothing. */
function emitJoined(
  { path, sources, exports }: Joined,
  { code, types }: JoinedSource,
  { name }: Project,
): OutputFile[] {
  const named = `/** Name of the package. */\nconst packageName = ${toJson(name)};`;
  const body = `${[named, ...code.map(bare)].join("\n\n")}\n`;
  return [
    ...renderModule({ path, source: sources[0], imports: [], body, exports }),
    ...renderDeclarations(path, sources.join(""), () => types),
  ];
}

/** The module that all others import. It is the same whatever the schemas say. */
export function emitRuntime(source: RuntimeSource, project: Project): OutputFile[] {
  const exports = [...runtimeValues, ...internalValues];
  return emitJoined({ path: "runtime", sources: ["scripts/runtime/", "types.d.ts"], exports }, source, project);
}

/** The module that receives webhooks; the others do not know it. */
export function emitWebhook({ webhook }: RuntimeSource, project: Project): OutputFile[] {
  const sources = ["scripts/runtime/webhook/", "webhook.d.ts"] as const;
  return emitJoined({ path: "webhook", sources, exports: webhookValues }, webhook, project);
}

/** A module beside the runtime; only what needs it imports it. */
export function emitSide(name: SideModule, { sides }: RuntimeSource): OutputFile[] {
  const imported = /^import \{ (\w+) \} from/gm;
  const names = [...sides[name].matchAll(imported)].map(([, one]) => one as string);
  const imports = names.length === 0 ? [] : [{ names, from: "./runtime" }];
  const source = "scripts/runtime/";
  return renderModule({ path: name, source, imports, body: bare(sides[name]), exports: sideModules[name] });
}
