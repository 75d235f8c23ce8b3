import { firstDifference } from "../json/difference.ts";
import type { Json } from "../json/json.ts";
import { sameFile } from "../print/fileNames.ts";
import { quote, shorten } from "../report/quote.ts";
import { toNamed } from "../schema/expand.ts";
import type { Definition } from "../schema/schema.ts";
import { suggestTitles } from "../fixes/titles.ts";
import { problemOfFile, problemOfName } from "../print/typeNames.ts";
import { envelopeName, type Project, unionNames } from "../project.ts";
import { runtimeNames } from "../runtime/exports.ts";
import type { Definitions, Violation, Rule } from "./rule.ts";

const all = (catalog: Definitions): readonly Definition[] => [...catalog.events, ...catalog.definitions];

const titleOf = ({ document, keys }: Definition): Violation["address"] => ({ document, keys: [...keys, "title"] });

/** A value of a schema in a message: not more than its beginning. */
const shown = (value: Json | undefined): string => (value === undefined ? "nothing" : shorten(JSON.stringify(value)));

/** The first difference of two definitions of one name, in words. */
function howDiffers(own: Definition, other: Definition): string {
  if (own.name !== other.name) return `, as ${quote(other.name)}`;
  const difference = firstDifference(toNamed(own.schema), toNamed(other.schema));
  if (difference === undefined) return "";
  const { pointer, left, right } = difference;
  return `, which has ${shown(right)} at ${shorten(pointer)} where this one has ${shown(left)}`;
}

/** Names that the package itself exports. */
export function takenNames(project: Project): ReadonlySet<string> {
  return new Set([...unionNames(project), envelopeName(project), ...runtimeNames]);
}

/** What to do about a title: the one that `lint --fix` would write, where the schema of a file has none. */
function fixOf({ name, document, keys }: Definition, titles: ReadonlyMap<string, string>): string {
  const title = name === "" && keys.length === 0 ? titles.get(document.file) : undefined;
  if (title === undefined) return "choose a name in PascalCase, such as PortOutCredentials";
  return `add "title": "${title}", or run lint --fix`;
}

/** Rules about the names that schemas give to TypeScript. */
export const nameRules: readonly Rule[] = [
  {
    id: "title",
    purpose: "The title is the TypeScript name, so it has to be an identifier that nothing else uses.",
    locked: true,
    reads: "definitions",
    *check(catalog, project) {
      const taken = takenNames(project);
      const titles = suggestTitles(
        [...all(catalog), ...catalog.bases].map(({ document }) => document),
        taken,
      );
      const written = catalog.bases.filter(({ partialOf }) => partialOf === undefined);
      for (const definition of [...all(catalog), ...written]) {
        const { name } = definition;
        const problem = written.includes(definition) ? problemOfFile(name) : problemOfName(name, taken);
        if (problem === undefined) continue;
        const fix = fixOf(definition, titles);
        const message = name === "" ? "has no title" : `title ${quote(name)} ${problem}`;
        yield { address: titleOf(definition), message, fix };
      }
    },
  },
  {
    id: "title-unique",
    purpose: "Two schemas of one name would overwrite each other's file; some file systems ignore case.",
    locked: true,
    reads: "definitions",
    *check(catalog) {
      const seen = new Map<string, Definition>();
      for (const definition of [...all(catalog), ...catalog.bases]) {
        // Several without one are no clash.
        if (definition.name === "") continue;
        const key = sameFile(definition.name);
        const first = seen.get(key);
        const address = titleOf(definition);
        if (first === undefined) seen.set(key, definition);
        else if (definition.partialOf !== undefined) {
          const message = `title ${quote(definition.partialOf.name)} makes the name "${shorten(definition.name)}" for x-partial, which is taken by ${first.document.file}`;
          yield { address, message, fix: "choose another title" };
        } else {
          const message = `title ${quote(definition.name)} is taken by ${first.document.file}${howDiffers(definition, first)}`;
          yield { address, message, fix: "choose another title, or make the definitions equal" };
        }
      }
    },
  },
];
