import { hasHidden } from "../json/hidden.ts";
import { formats } from "../formats/formats.ts";
import { quote } from "../print/text.ts";
import { camelCase, freshName } from "../print/names.ts";
import type { Definition, Schema } from "../schema/schema.ts";
import { subschemas } from "../schema/walk.ts";
import type { OutputFile } from "./file.ts";
import { renderModule } from "./module.ts";
import { lineBreaks } from "./shared.ts";

/** A constant of the module of patterns, and the texts that need not be written again because of it. */
interface Constant {
  readonly name: string;
  readonly words: string;
  readonly code: string;
  /** The text that it holds, and the expression that gives it. */
  readonly holds?: readonly [text: string, code: string];
  /** The pattern, where it is a regular expression. */
  readonly matches?: string;
}

/** What several modules of the package use: the formats, and patterns that stand in more than one definition. */
export interface Patterns {
  readonly constants: readonly Constant[];
  /** The constant that holds a text. */
  readonly byText: ReadonlyMap<string, Constant>;
  /** The name of the regular expression of a pattern. */
  readonly byPattern: ReadonlyMap<string, string>;
}

const source = "schemas/";

/** A regular expression as constants, and the expression that gives the text of its pattern. */
export interface RegexCode {
  readonly name: string;
  readonly constants: readonly (readonly [name: string, code: string])[];
  readonly text: string;
}

/**
 * A pattern as a regular expression.
 * @param wanted what the regular expression is to be called
 * @param taken names in use; those of the constants are added
 */
export function toRegex(pattern: string, wanted: string, taken: Set<string>): RegexCode {
  const name = freshName(wanted, taken);
  const regex = new RegExp(pattern, "u");
  if (regex.source === pattern && !hasHidden(pattern))
    return { name, constants: [[name, String(regex)]], text: `${name}.source` };
  // JavaScript's `source` escapes slashes and line breaks, and we what is invisible: the text is kept, and compiled.
  const text = freshName(`${name}Text`, taken);
  return {
    name,
    constants: [
      [text, quote(pattern)],
      [name, `new RegExp(${text}, "u")`],
    ],
    text,
  };
}

/** The constants of a format that a schema names. */
function constantsOfFormat(name: string, taken: Set<string>): Constant[] {
  const row = formats.get(name);
  if (row === undefined) return [];
  const camel = camelCase(name);
  const [regex, words, outside] = [`${camel}Pattern`, `${camel}Words`, `${camel}Outside`].map((one) =>
    freshName(one, taken),
  ) as [string, string, string];
  return [
    {
      name: regex,
      words: `What has the format ${name}.`,
      code: String(row.regex),
      holds: [row.pattern, `${regex}.source`],
      matches: row.pattern,
    },
    { name: words, words: `What a ${name} must be.`, code: quote(row.expected), holds: [row.expected, words] },
    {
      name: outside,
      words: `A character that no ${name} has.`,
      code: quote(`[^${row.alphabet}]`),
      holds: [`[^${row.alphabet}]`, outside],
    },
  ];
}

/** The schemas that a definition's own module prints, with the name of the member where each stands. */
function* printed({ schema, composed }: Definition): Generator<[Schema, string]> {
  for (const root of [schema, composed]) for (const [node, keys] of subschemas(root)) yield [node, keys.at(-1) ?? ""];
}

/** Finds what the modules of definitions share. */
export function findPatterns(definitions: readonly Definition[]): Patterns {
  const names = new Set<string>();
  const users = new Map<string, { readonly member: string; readonly by: Set<Definition> }>();
  for (const definition of definitions) {
    for (const [{ format, pattern }, member] of printed(definition)) {
      if (format !== undefined) names.add(format);
      if (pattern === undefined) continue;
      const user = users.get(pattern) ?? { member, by: new Set() };
      users.set(pattern, user);
      user.by.add(definition);
    }
  }
  const taken = new Set<string>();
  const shared = [...users]
    .filter(([, { by }]) => by.size > 1)
    .flatMap(([pattern, { member }]): Constant[] => {
      const regex = toRegex(pattern, `${camelCase(member)}Pattern`, taken);
      return regex.constants.map(([name, code]) => {
        const own = name === regex.name ? { holds: [pattern, regex.text] as const, matches: pattern } : {};
        return { name, words: "A pattern of several definitions.", code, ...own };
      });
    });
  const breaks: Constant[] =
    users.size === 0
      ? []
      : [
          {
            name: "lineBreaks",
            words: "What ends a line somewhere.",
            code: quote(lineBreaks),
            holds: [lineBreaks, "lineBreaks"],
          },
        ];
  const constants = [...[...names].toSorted().flatMap((name) => constantsOfFormat(name, taken)), ...breaks, ...shared];
  const byPattern = new Map(
    constants.flatMap(({ name, matches }) => (matches === undefined ? [] : [[matches, name] as const])),
  );
  return {
    constants,
    byPattern,
    byText: new Map(
      constants.flatMap((constant) => (constant.holds === undefined ? [] : [[constant.holds[0], constant]])),
    ),
  };
}

/** The module of what others share; not in the package's `exports`. */
export function emitPatterns({ constants }: Patterns): OutputFile[] {
  if (constants.length === 0) return [];
  return renderModule({
    path: "patterns",
    source,
    imports: [],
    body: constants.map(({ name, words, code }) => `/** ${words} */\nconst ${name} = ${code};`).join("\n\n"),
    exports: constants.map(({ name }) => name),
  });
}
