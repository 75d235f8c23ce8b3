import type { JsonObject } from "../../scripts/json/json.ts";
import type { Files } from "./adapt.ts";
import { eventFile, objectFile, typeOf } from "./names.ts";

/** A rule that a person switches off for a definition, for neither the adapter nor `lint --fix` may decide it. */
export interface Repair {
  readonly definition: string;
  readonly rule: string;
  readonly why: string;
  /** Where: a file, and the keys that lead to a schema in it. */
  readonly file: string;
  readonly keys: readonly string[];
}

/** Mistakes that are GitHub's own. Each counts as a definition that needs more. */
export const repairs: readonly Repair[] = [
  {
    definition: "repository$archived",
    rule: "values",
    why: "The default is not in the enum.",
    file: objectFile("repository$archived"),
    keys: ["properties", "repository", "allOf", "1", "properties", "archived"],
  },
  {
    definition: "secret_scanning_alert_location$created",
    rule: "values",
    why: "Nothing satisfies the location: it allows no member, and requires two.",
    file: eventFile(typeOf("secret_scanning_alert_location$created")),
    keys: [],
  },
];

/** The files with a rule switched off where a repair says so. */
export function repair(files: Files, list: readonly Repair[]): Files {
  const repaired = new Map(files);
  for (const { rule, why, file, keys } of list) {
    const root = structuredClone(repaired.get(file) ?? {});
    const schema = keys.reduce<JsonObject>((inside, key) => inside[key] as JsonObject, root);
    schema["x-lint-off"] = { [rule]: why };
    repaired.set(file, root);
  }
  return repaired;
}
