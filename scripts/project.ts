import { UnusableInput } from "./unusable.ts";

/** What the package says about itself; it comes from the root package.json, so that it is written once. */
export interface Project {
  /** Name of the package, such as `gigs-events`. */
  readonly name: string;
  /** TypeScript name of the union of all events, such as `GigsEvent`. */
  readonly union: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  /** Texts of the licence file and of the changelog. */
  readonly licenseText: string;
  readonly changelogText: string;
  readonly keywords: readonly string[];
  /** Versions of Node that the package runs on; the tool has its own. */
  readonly engines: Readonly<Record<string, string>>;
  readonly repository: Readonly<Record<string, string>>;
  /** Versions of the events that the package knows, where the envelope's `default` does not say it. */
  readonly versions: readonly string[];
  /** Severities of rules that differ from their own, by rule. */
  readonly rules: Readonly<Record<string, Severity>>;
}

/** How bad a violation of a rule is; a rule that is off is not asked. */
export type Severity = (typeof severities)[number];

/** What `codegen.rules` in package.json may say of a rule. */
export const severities = ["off", "warning", "error"] as const;

/** Names of packages, with a scope or without; they stand in code and in commands. */
const packageName = /^(?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/;

/**
 * Reads what the emitters need from the root package.json.
 * @param packageJson the parsed package.json; `codegen` holds what is the package's own: name, union, description, keywords, engines, `versions` of events, and `rules` for severities
 * @param licenseText text of the LICENSE beside it
 * @param changelogText text of the CHANGELOG.md beside it
 * @throws UnusableInput where a field is missing or cannot be what it stands for
 */
export function toProject(packageJson: Record<string, unknown>, licenseText: string, changelogText: string): Project {
  const { version, license, repository, codegen } = packageJson as unknown as Project & { codegen?: Project };
  const {
    name,
    union,
    description,
    keywords,
    engines,
    versions = [],
    rules = {},
  } = codegen ?? ({} as Partial<Project>);
  const own = { name, union, description, keywords, engines, versions, rules };
  const project = { ...own, version, license, licenseText, changelogText, repository };
  for (const [field, value] of Object.entries(project)) {
    if (value === undefined) throw new UnusableInput(`package.json lacks ${field}, as a field or under "codegen".`);
  }
  if (!packageName.test(name as string)) {
    throw new UnusableInput('package.json: "name" under "codegen" has to be one that npm takes, such as gigs-events.');
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(union as string)) {
    throw new UnusableInput('package.json: "union" under "codegen" has to be a name in PascalCase, such as GigsEvent.');
  }
  if (!Array.isArray(versions) || !versions.every((one) => typeof one === "string")) {
    throw new UnusableInput(
      'package.json: "versions" under "codegen" has to be a list of texts, such as ["2024-08-29"].',
    );
  }
  for (const [rule, severity] of Object.entries(rules)) {
    if (severities.includes(severity)) continue;
    throw new UnusableInput(
      `package.json: "${rule}" under "codegen.rules" has to be ${severities.map((one) => `"${one}"`).join(", ")}.`,
    );
  }
  return project as Project;
}

/**
 * The page of a repository.
 * @param url as package.json has it, such as `git+https://github.com/owner/name.git`
 * @returns the address of the page; undefined where it is not on the web
 */
export function repositoryPage(url: string | undefined): string | undefined {
  return /^(?:git\+)?(https:\/\/\S+?)(?:\.git)?$/.exec(url ?? "")?.[1];
}

/** The names that the index gives to the union of all events: the union, the map by type, the types. */
export function unionNames({ union }: Project): readonly [string, string, string] {
  return [union, `${union}Map`, `${union}Type`];
}

/** The name of the companion of what all events share. */
export function envelopeName({ union }: Project): string {
  return `${union}Envelope`;
}
