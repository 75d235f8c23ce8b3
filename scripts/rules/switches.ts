import { isObject } from "../json/json.ts";
import { leadsToSchema } from "../schema/walk.ts";
import type { Address } from "../catalog/ref.ts";
import { below, nodes, schemaAt } from "./nodes.ts";
import type { Documents, Violation, Rule } from "./rule.ts";
import { shorten } from "../report/quote.ts";
import { didYouMean } from "../suggest.ts";

const keyword = "x-lint-off";

/** The rule about the switches; its violations come from {@link createSwitches}, when all other rules have run. */
export const lintOff: Rule = {
  id: "lint-off",
  purpose: "A switched-off rule needs a reason, and a switch that does nothing hides the next mistake.",
  locked: true,
};

/** The `x-lint-off` members of all schemas: `{ "<rule id>": "<reason>" }`. */
export interface Switches {
  /** Whether a schema object at the address or around it switches the rule off. */
  isOff(rule: Rule, address: Address): boolean;
  /**
   * What is wrong with the switches. Called when every rule has run.
   * @param withUnused whether switches that did nothing are reported too
   */
  violations(withUnused: boolean): Violation[];
}

const isReason = (reason: unknown): boolean => typeof reason === "string" && reason.trim() !== "";

const idOf = ({ document, keys }: Address, rule: string): string => JSON.stringify([document.file, keys, rule]);

/**
 * Reads the switches of a catalog.
 * @param isSilent whether a rule is not asked at all: a switch for it does nothing, and is no mistake
 */
export function createSwitches(
  rules: readonly Rule[],
  catalog: Pick<Documents, "documents">,
  isSilent: (rule: Rule) => boolean = () => false,
): Switches {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const used = new Set<string>();

  const isOff = (rule: Rule, { document, keys }: Address): boolean => {
    if (rule.locked) return false;
    // From the inside out: the innermost switch is the one that is used.
    for (let length = keys.length; length >= 0; length--) {
      const around = { document, keys: keys.slice(0, length) };
      const off = leadsToSchema(around.keys) ? schemaAt(around)[keyword] : undefined;
      if (!isObject(off) || !Object.hasOwn(off, rule.id) || !isReason(off[rule.id])) continue;
      used.add(idOf(around, rule.id));
      return true;
    }
    return false;
  };

  /** What is wrong with one switch, and what to do about it. */
  const problem = (
    address: Address,
    name: string,
    reason: unknown,
    withUnused: boolean,
  ): [string, string] | undefined => {
    const rule = byId.get(name);
    const open = [...byId.values()].filter(({ locked }) => !locked).map((row) => row.id);
    const remove = `remove it from ${keyword}`;
    if (rule === undefined)
      return [`switches off "${shorten(name)}", which is not a rule`, didYouMean(name, open, remove)];
    if (rule.locked)
      return [`switches off "${shorten(name)}", which cannot be switched off`, `${remove}; fix what it finds`];
    if (!isReason(reason)) return [`switches off "${shorten(name)}" without a reason`, "give a sentence that says why"];
    if (!withUnused || isSilent(rule) || used.has(idOf(address, name))) return undefined;
    return [`switches off "${shorten(name)}", which finds nothing here`, remove];
  };

  const violations = (withUnused: boolean): Violation[] =>
    [...nodes(catalog)].flatMap(([schema, address]): Violation[] => {
      const off = schema[keyword];
      if (off === undefined) return [];
      const fix = 'write { "<rule>": "<reason>" }';
      const message = `has an ${keyword} that is not an object`;
      if (!isObject(off)) return [{ address: below(address, keyword), message, fix }];
      return Object.entries(off).flatMap(([name, reason]) => {
        const wrong = problem(address, name, reason, withUnused);
        return wrong === undefined
          ? []
          : [{ address: below(address, keyword, name), message: wrong[0], fix: wrong[1] }];
      });
    });
  return { isOff, violations };
}
