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
}

/**
 * Reads what the emitters need from the root package.json.
 * @param packageJson the parsed package.json; `codegen` holds what is the package's own: name, union, description, keywords, engines
 * @param licenseText text of the LICENSE beside it
 * @param changelogText text of the CHANGELOG.md beside it
 * @throws UnusableInput where a field is missing or cannot be what it stands for
 */
export function toProject(packageJson: Record<string, unknown>, licenseText: string, changelogText: string): Project {
  const { version, license, repository, codegen } = packageJson as unknown as Project & { codegen?: Project };
  const { name, union, description, keywords, engines } = codegen ?? ({} as Partial<Project>);
  const own = { name, union, description, keywords, engines };
  const project = { ...own, version, license, licenseText, changelogText, repository };
  for (const [field, value] of Object.entries(project)) {
    if (value === undefined) throw new UnusableInput(`package.json lacks ${field}, as a field or under "codegen".`);
  }
  if (!/^[A-Z][A-Za-z0-9]*$/.test(union as string)) {
    throw new UnusableInput('package.json: "union" under "codegen" has to be a name in PascalCase, such as GigsEvent.');
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
