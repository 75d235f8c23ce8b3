import type { Json } from "../../json/json.ts";
import { byCodeUnit } from "../../json/json.ts";
import { toLiteral } from "../../print/literal.ts";
import { freshName, lastName } from "../../print/names.ts";
import { toText } from "../../print/text.ts";
import type { Use } from "../../schema/keywords/printer.ts";
import { sideModules } from "../../runtime/exports.ts";
import type { Definition } from "../../schema/schema.ts";
import type { Module } from "../module.ts";
import { type Patterns, type RegexCode, toRegex } from "../patterns.ts";

/** Names of parameters in printed functions, and globals that these read: no variable takes one. */
const builtIn =
  "value report pointer base accepts explain schema companion isObject membersOf payloadMembers inDraft07 undefined Array Number Object Set RegExp";

/** Whether a helper is in the module for definitions that hold themselves. */
const isOfRecursion = (name: string): boolean => (sideModules.recursive as readonly string[]).includes(name);

/** The functions that a definition's module has for others. */
export type FunctionName = "accepts" | "explain" | "schemaOf";

/** What a function of a definition is called wherever it is imported. */
export function functionName(which: FunctionName, { name }: Definition): string {
  return which + name;
}

/** A module that is being written: the names that are taken in it, and what it imports and declares. */
export interface Draft extends Use {
  readonly taken: ReadonlySet<string>;
  /** Whether a definition's functions are given the members of an object instead of a value: those of a base are. */
  readonly takesMembers: (definition: Definition) => boolean;
  /** A sentence as code. */
  readonly text: (text: string) => string;
  /** A value as code that begins behind `used` characters of a line, at an indent. */
  readonly literalAt: (value: Json, indent: string, used: number) => string;
  /** The name of a function of another definition, which is imported. */
  readonly call: (definition: Definition, which: FunctionName) => string;
  /** Forgets which constants were asked for: only what is printed from now on is declared. */
  readonly startOver: () => void;
  readonly declarations: () => string[];
  /** @param root path from the module to the package's root */
  readonly imports: (root: string) => Module["imports"];
}

/** Constants and facts that all modules of a package share. */
export interface Shared {
  readonly patterns: Patterns;
  /** Definitions that others are made of, such as the envelope: who calls their functions has looked at the object. */
  readonly bases: ReadonlySet<Definition>;
}

/**
 * Begins a module.
 * @param shared what modules share
 * @param own constants that the module declares itself, by the text that each holds
 * @param declared other names that it declares itself; its own functions among them are not imported
 */
export function createDraft(
  { patterns, bases }: Shared,
  own: ReadonlyMap<string, string>,
  declared: readonly string[],
): Draft {
  const taken = new Set([
    ...builtIn.split(" "),
    ...own.values(),
    ...declared,
    ...patterns.constants.map(({ name }) => name),
  ]);
  const byCode = new Map<string, string>();
  const byText = new Map(own);
  const byPattern = new Map<string, RegexCode>();
  const asked = new Set<string>();
  const helpers = new Set<string>();
  const shared = new Set<string>();
  const calls = new Map<Definition, Set<string>>();

  const constant = (name: string, code: string): string => {
    const fresh = byCode.get(code) ?? freshName(name, taken);
    byCode.set(code, fresh);
    asked.add(code);
    return fresh;
  };
  /** A text that a constant holds: naming it imports it. */
  const known = {
    get(text: string): string | undefined {
      const found = patterns.byText.get(text);
      if (found === undefined) return byText.get(text);
      const [, code = found.name] = found.holds ?? [];
      // `datePattern.source` is read from `datePattern`.
      shared.add(code.split(".")[0] as string);
      return code;
    },
    keys: () => [...byText.keys(), ...patterns.byText.keys()],
  };
  return {
    taken,
    takesMembers: (definition) => bases.has(definition),
    constant,
    regex(pattern, value) {
      const found = patterns.byPattern.get(pattern);
      if (found !== undefined) {
        shared.add(found);
        return found;
      }
      const regex = byPattern.get(pattern) ?? toRegex(pattern, `${lastName(value)}Pattern`, taken);
      byPattern.set(pattern, regex);
      byText.set(pattern, regex.text);
      for (const [name, code] of regex.constants) {
        byCode.set(code, name);
        asked.add(code);
      }
      return regex.name;
    },
    helper(name) {
      helpers.add(name);
      taken.add(name);
      return name;
    },
    text: (text) => toText(text, known),
    literal: (value) => toLiteral(value, "", Number.NEGATIVE_INFINITY, known),
    literalAt: (value, indent, used) => toLiteral(value, indent, indent.length + used, known),
    call(definition, which) {
      const name = functionName(which, definition);
      if (declared.includes(name)) return name;
      calls.set(definition, (calls.get(definition) ?? new Set()).add(name));
      taken.add(name);
      return name;
    },
    startOver: () => asked.clear(),
    declarations: () => [...byCode].flatMap(([code, name]) => (asked.has(code) ? [`const ${name} = ${code};`] : [])),
    imports: (root) =>
      [
        ...[...calls]
          .toSorted(([a], [b]) => byCodeUnit(a.name, b.name))
          .map(([{ name }, names]) => ({ names, from: `${root}objects/${name}` })),
        { names: shared, from: `${root}patterns` },
        { names: [...helpers].filter(isOfRecursion), from: `${root}recursive` },
        { names: [...helpers].filter((name) => !isOfRecursion(name)), from: `${root}runtime` },
      ].flatMap(({ names, from }) =>
        [...names].length === 0 ? [] : [{ names: [...names].toSorted(byCodeUnit), from }],
      ),
  };
}
