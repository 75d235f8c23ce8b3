import { codePointOf, hasHidden } from "../json/hidden.ts";
import { isDevice, sameFile } from "../print/fileNames.ts";
import type { Document } from "../schema/document.ts";
import type { Rule, Violation } from "./rule.ts";

const extension = ".schema.json";

/** A character of a name in a message, where nothing of it can be taken for something else. */
function shown(character: string): string {
  return /^[!-~]$/.test(character) ? character : codePointOf(character);
}

/** The characters that names of schemas do not have: first those that nobody sees. */
function foreign(name: string): string {
  const found = [...new Set(name.match(/[^A-Za-z0-9._-]/gu))].toSorted(
    (a, b) => Number(hasHidden(b)) - Number(hasHidden(a)),
  );
  const more = found.length > 3 ? ` and ${found.length - 3} more` : "";
  return `${found.slice(0, 3).map(shown).join(" ")}${more}`;
}

/** What can be wrong with the name of a file, without its extension, or of a folder. */
const problems: readonly (readonly [
  isWrong: (name: string) => boolean,
  message: (name: string) => string,
  fix: string,
])[] = [
  [
    (name) => /[^A-Za-z0-9._-]/.test(name),
    (name) => `has a name with ${foreign(name)} in it`,
    "of ASCII letters, digits, dots, hyphens and underscores",
  ],
  [(name) => /^\.|\.$|^$/.test(name), () => "has a name that begins or ends with a dot", "without that dot"],
  [isDevice, () => "has a name that Windows keeps for a device", "other than CON, PRN, AUX, NUL, COM1 or LPT1"],
];

/** What is wrong with the path of a schema; undefined where nothing is. */
function wrongName(document: Document): Violation | undefined {
  const names = document.file.slice(0, -extension.length).split("/");
  for (const [i, name] of names.entries()) {
    const [, message, fix] = problems.find(([isWrong]) => isWrong(name)) ?? [];
    if (message === undefined) continue;
    const [start, what] = i === names.length - 1 ? ["", "file"] : ["lies in a folder that ", "folder"];
    return {
      address: { document, keys: [] },
      message: start + message(name),
      fix: `rename the ${what}: give it a name ${fix}`,
    };
  }
  return undefined;
}

/** A file's path and those of the folders around it. */
const pathsOf = (file: string): string[] => {
  const names = file.split("/");
  return names.map((_, i) => names.slice(0, i + 1).join("/"));
};

/** Rules about the names of schema files and their folders, which become names of emitted files, and code. */
export const fileRules: readonly Rule[] = [
  {
    id: "file-name",
    purpose: "Names of schemas become names of the package's files, which every file system and terminal has to take.",
    locked: true,
    reads: "documents",
    *check({ documents }) {
      for (const document of documents.values()) {
        const wrong = wrongName(document);
        if (wrong !== undefined) yield wrong;
      }
    },
  },
  {
    id: "file-unique",
    purpose: "File systems that ignore case keep one of two files whose names differ in nothing else.",
    locked: true,
    reads: "documents",
    *check({ documents }) {
      const seen = new Map<string, string>();
      for (const document of documents.values()) {
        for (const path of pathsOf(document.file)) {
          const first = seen.get(sameFile(path)) ?? path;
          seen.set(sameFile(path), first);
          if (first === path) continue;
          const message = `differs from ${first} in the case of letters only`;
          yield { address: { document, keys: [] }, message, fix: "rename one of them" };
          break;
        }
      }
    },
  },
];
