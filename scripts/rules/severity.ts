import type { Project, Severity } from "../project.ts";
import { didYouMean } from "../suggest.ts";
import { UnusableInput } from "../unusable.ts";
import type { Rule } from "./rule.ts";

/**
 * Reads how bad the violations of each rule are: as the rule says, or `codegen.rules` in package.json.
 * @returns a function from a rule to what the project says of it; undefined where it says nothing
 * @throws UnusableInput where the project names what is no rule, or one whose severity is no matter of taste
 */
export function readSeverities(rules: readonly Rule[], { rules: own }: Project): (rule: Rule) => Severity | undefined {
  const open = rules.filter(({ locked }) => !locked).map(({ id }) => id);
  for (const name of Object.keys(own)) {
    const where = `package.json: "codegen.rules" names "${name}"`;
    const rule = rules.find(({ id }) => id === name);
    const fix = didYouMean(name, open, "remove it");
    if (rule === undefined) throw new UnusableInput(`${where}, which is no rule: ${fix}`);
    if (rule.locked) throw new UnusableInput(`${where}, whose severity cannot be changed: remove it.`);
  }
  return ({ id }) => (Object.hasOwn(own, id) ? own[id] : undefined);
}
