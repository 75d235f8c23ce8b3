import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { commonKeywords } from "../fixtures/commonKeywords.ts";
import { everyKeyword } from "../fixtures/everyKeyword.ts";
import { furtherKeywords } from "../fixtures/furtherKeywords.ts";
import { buildSchemas } from "../support/build.ts";
import { type FormatDecision, type Row, table } from "./matrix.ts";

const folder = fileURLToPath(new URL(".", import.meta.url));

/** The schema folders whose events are columns of the matrix; the first is what a validator must know to count. */
export const fixtures = [commonKeywords, everyKeyword, furtherKeywords] as const;

/** The page that holds the matrix. */
export const pagePath: string = `${folder}README.md`;

/**
 * What the matrix depends on, as a digest: the runners with their pinned versions, the questions, the shared schemas
 * and vectors of the fixtures. The page names it, and a test compares it.
 */
export async function digest(): Promise<string> {
  const hash = createHash("sha256");
  const visit = (path: string): void => {
    for (const entry of readdirSync(path, { withFileTypes: true }).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name === ".build" || entry.name === "README.md") continue;
      if (entry.isDirectory()) visit(`${path}/${entry.name}`);
      else hash.update(entry.name).update(readFileSync(`${path}/${entry.name}`));
    }
  };
  visit(folder);
  for (const { files = [] } of await Promise.all(fixtures.map(buildSchemas))) {
    for (const { path, text } of files) if (/^(?:schemas|vectors)\//.test(path)) hash.update(path).update(text);
  }
  return hash.digest("hex").slice(0, 16);
}

/** The questions that are columns of the matrix: their id and their heading. */
export type Column = readonly [id: string, heading: string];

const label = ({ language, validator, version, draft, settings }: Row): string[] => [
  language,
  validator,
  version,
  draft,
  settings,
];

/**
 * Writes the page.
 * @param madeFrom the digest of what it depends on
 */
export function renderPage(
  madeFrom: string,
  rows: readonly Row[],
  columns: readonly Column[],
  formats: readonly FormatDecision[],
  missing: readonly string[],
): string {
  const counted = rows.filter(({ unsupported }) => unsupported === undefined);
  const others = rows.filter(({ unsupported }) => unsupported !== undefined);
  const reference = ["typescript", "the compiled validator", "", "", "", ...columns.map(() => "reference")];
  const languages = new Set(counted.map(({ language }) => language));
  const wrong = counted
    .flatMap(({ results }) => columns.map(([id]) => results.get(id)))
    .filter((result) => typeof result === "number");
  return `<!-- Written by npm run conformance; do not edit. Made from ${madeFrom}. -->

# One verdict in every language

Every validator below judged the same shared schemas and the same payloads as the compiled TypeScript validator; a number
is how many verdicts were different. A validator counts where it passes a small canary for each of the common keywords
first. The schemas are of two events made for this page; those of the catalogue are judged too, and fail the run where a
validator that passes their canaries disagrees.
Settings that change a payload before they judge it (Fastify's \`coerceTypes\`, \`useDefaults\`, \`removeAdditional\`) are out.

**${counted.length} configurations in ${languages.size} languages, ${wrong.reduce((sum: number, n) => sum + n, 0)} disagreements.**

${table(
  ["language", "validator", "version", "draft", "settings", ...columns.map(([, heading]) => heading)],
  [reference, ...counted.map((row) => [...label(row), ...columns.map(([id]) => row.results.get(id) ?? "")])],
)}

## Not counted

${
  others.length === 0
    ? "None."
    : table(
        ["language", "validator", "version", "draft", "settings", "why"],
        others.map((row) => [...label(row), row.unsupported ?? ""]),
      )
}
${missing.length === 0 ? "" : `\nMissing on the machine that wrote this page:\n\n${missing.map((line) => `- ${line}`).join("\n")}\n`}
## Formats

\`format\` stays beside \`pattern\` only where every counted validator that asserts it gives the pattern's verdict on all
samples of the row.

${table(
  ["format", "stays", "decided by"],
  formats.map(({ format, keeps, decidedBy }) => [format, keeps ? "yes" : "no", decidedBy]),
)}
`;
}

/** The digest that the page in the repository was made from. */
export function pageDigest(): string | undefined {
  return /Made from ([0-9a-f]+)/.exec(readFileSync(pagePath, "utf8"))?.[1];
}
