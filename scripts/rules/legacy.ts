import { findDoubts, isHeld } from "../fixes/doubts.ts";
import { describe } from "../fixes/edit.ts";
import type { Finding } from "../fixes/rewriting.ts";
import { findOlder } from "../fixes/rewritings.ts";
import { olderSchemas } from "../fixes/walk.ts";
import { isObject } from "../json/json.ts";
import type { Rule, Violation } from "./rule.ts";

const until = "until then lint --fix leaves the file as it is";

/**
 * What to do about a finding by hand, and whether `lint --fix` does it.
 * @param isLeft whether the file stays as it is until a person decides
 */
function fixOf(finding: Finding, isLeft: boolean): string {
  if ("fix" in finding) return isLeft ? `${finding.fix}; ${until}` : finding.fix;
  const follow = finding.moves === undefined ? "" : ", here and in every $ref";
  return `${describe(finding.edits)}${follow}${isLeft ? "" : "; or run lint --fix"}`;
}

/** Rules about what older drafts of JSON Schema and OpenAPI 3.0 say in another way. They hold whatever draft is declared. */
export const legacyRules: readonly Rule[] = [
  {
    id: "legacy",
    purpose: "Validators of 2020-12 ignore or refuse what older drafts and OpenAPI 3.0 said in another way.",
    locked: true,
    reads: "documents",
    *check({ documents }): Generator<Violation> {
      for (const document of documents.values()) {
        if (!isObject(document.value)) continue;
        const isLeft = isHeld(document.value);
        for (const [schema, at] of olderSchemas(document.value)) {
          for (const finding of findOlder(schema)) {
            const { keyword, message, severity } = finding;
            const address = { document, keys: [...at, keyword] };
            yield { address, message, fix: fixOf(finding, isLeft), ...(severity === undefined ? {} : { severity }) };
          }
        }
        for (const { keys, message, fix } of findDoubts(document.value)) {
          yield { address: { document, keys }, message, fix: `${fix}; ${until}` };
        }
      }
    },
  },
];
