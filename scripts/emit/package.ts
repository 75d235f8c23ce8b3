import type { Json } from "../json/json.ts";
import { sideModules } from "../runtime/exports.ts";
import { type Project, repositoryPage } from "../project.ts";
import { notice, type OutputFile, toJsonText } from "./file.ts";

/** An entry of `exports`: declarations first, for TypeScript takes the first condition that fits. */
const entry = (path: string): Json => ({
  import: { types: `${path}.d.ts`, default: `${path}.js` },
  require: { types: `${path}.d.cts`, default: `${path}.cjs` },
});

/** The modules at the root of the package, those that few packages have among them. */
const modules = [
  "ajv",
  "cases",
  "envelope",
  "index",
  "patterns",
  "redact",
  "runtime",
  "testing",
  "webhook",
  ...Object.keys(sideModules),
];

/** The package.json of the package. */
export function emitPackageJson(project: Project): OutputFile {
  const { name, version, description, keywords, license, repository, engines } = project;
  const page = repositoryPage(repository["url"]);
  return {
    path: "package.json",
    text: toJsonText({
      "//": notice("package.json and schemas/"),
      name,
      version,
      description,
      keywords: [...keywords],
      license,
      ...(page === undefined ? {} : { homepage: `${page}#readme`, bugs: { url: `${page}/issues` } }),
      repository: { ...repository, directory: "generated" },
      engines: { ...engines },
      type: "module",
      main: "./index.cjs",
      module: "./index.js",
      types: "./index.d.ts",
      sideEffects: false,
      exports: {
        ".": entry("./index"),
        "./ajv": entry("./ajv"),
        "./redact": entry("./redact"),
        "./testing": entry("./testing"),
        "./webhook": entry("./webhook"),
        "./events/*": entry("./events/*"),
        "./schemas/*": "./schemas/*",
        "./package.json": "./package.json",
      },
      files: ["CHANGELOG.md", ...modules.map((module) => `${module}.*`), "events", "objects", "schemas"],
    }),
  };
}

/** The licence, which the package has to carry. */
export function emitLicense({ licenseText }: Project): OutputFile {
  return { path: "LICENSE", text: `${notice("LICENSE")}\n\n${licenseText}` };
}

/** Makes CHANGELOG.md of the package: the one of this repository, with the notice. */
export function emitChangelog({ changelogText }: Project): OutputFile {
  return { path: "CHANGELOG.md", text: `<!-- ${notice("CHANGELOG.md")} -->\n\n${changelogText}` };
}
