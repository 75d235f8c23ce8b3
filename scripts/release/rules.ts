/** The files and the tag that a release is made from. */
export interface Release {
  /** The root package.json, parsed. */
  readonly packageJson: Readonly<Record<string, unknown>>;
  /** The package.json that is published, parsed. */
  readonly published: Readonly<Record<string, unknown>>;
  /** Text of CHANGELOG.md. */
  readonly changelog: string;
  /** The files of the package in which CRLF ends a line: `check` takes them for LF, a tarball would carry them. */
  readonly withReturns: readonly string[];
  /** The tag that asks for the release; undefined where none does. */
  readonly tag: string | undefined;
}

interface Rule {
  readonly id: string;
  readonly check: (release: Release) => boolean;
  /** What is wrong where the check fails, and how to fix it. */
  readonly message: (release: Release) => string;
}

const urlOf = ({ repository }: Readonly<Record<string, unknown>>): unknown =>
  (repository as { url?: unknown } | undefined)?.url;

/** The checks of a release; each has to hold before a version is published. */
const rules: readonly Rule[] = [
  {
    id: "repository",
    // Provenance ties the package to its source (https://docs.npmjs.com/generating-provenance-statements).
    check: ({ packageJson }) => /^git\+https:\/\/github\.com\/[\w.-]+\/[\w.-]+\.git$/.test(String(urlOf(packageJson))),
    message: () =>
      'package.json has no "repository" with the url git+https://github.com/<owner>/<name>.git; provenance needs it',
  },
  {
    id: "version",
    check: ({ packageJson }) => /^\d+\.\d+\.\d+(?:-[\w.-]+)?$/.test(String(packageJson["version"])),
    message: () => 'package.json has no "version" of three numbers, such as 1.2.3',
  },
  {
    id: "generated",
    check: ({ packageJson, published }) =>
      published["version"] === packageJson["version"] && urlOf(published) === urlOf(packageJson),
    message: () => "generated/package.json has another version or repository than package.json; run npm run generate",
  },
  {
    id: "line-ends",
    check: ({ withReturns }) => withReturns.length === 0,
    message: ({ withReturns: [first, ...rest] }) => {
      const others = rest.length === 0 ? "has" : `and ${rest.length} more have`;
      return `generated/${first} ${others} lines that end with CRLF, unlike what is generated; run npm run generate`;
    },
  },
  {
    id: "public",
    check: ({ published }) => published["private"] === undefined,
    message: () => 'generated/package.json is "private"; npm would not publish it',
  },
  {
    id: "changelog",
    check: ({ packageJson, changelog }) =>
      changelog
        .split("\n")
        .some((line) => line.startsWith(`## ${String(packageJson["version"])} - `) && /\d{4}-\d\d-\d\d$/.test(line)),
    message: ({ packageJson }) =>
      `CHANGELOG.md has no heading "## ${String(packageJson["version"])} - <year-month-day>"; tell what is new`,
  },
  {
    id: "tag",
    check: ({ packageJson, tag }) => tag === undefined || tag === `v${String(packageJson["version"])}`,
    message: ({ packageJson, tag }) =>
      `the tag ${tag} is not v${String(packageJson["version"])}, the version in package.json`,
  },
];

/**
 * Tells why a release cannot be published.
 * @returns a line per broken rule, which begins with the rule's id; none where all is well
 */
export function findObstacles(release: Release): string[] {
  return rules.filter(({ check }) => !check(release)).map(({ id, message }) => `${id}: ${message(release)}`);
}
