import type { Address } from "../catalog/ref.ts";
import { portablePattern } from "../schema/portablePattern.ts";
import { isObject } from "../json/json.ts";
import { below, nodes } from "./nodes.ts";
import { isAnchored, unportable } from "./patternSyntax.ts";
import type { Documents, Violation, Rule } from "./rule.ts";

/** Time limit for the search of one pattern for catastrophic backtracking, in milliseconds. */
const timeout = 1000;

/** The patterns of a catalog as they are emitted. */
function* patterns(catalog: Documents): Generator<[string, Address]> {
  for (const [{ pattern, patternProperties }, address] of nodes(catalog)) {
    if (typeof pattern === "string") yield [portablePattern(pattern), below(address, "pattern")];
    for (const name of Object.keys(isObject(patternProperties) ? patternProperties : {}))
      yield [portablePattern(name), below(address, "patternProperties", name)];
  }
}

/** The violation for each verdict of recheck except "safe". */
const verdicts: Readonly<Record<string, Omit<Violation, "address">>> = {
  vulnerable: {
    message: "has a pattern that takes too long on some texts (catastrophic backtracking)",
    fix: "let no two repetitions match the same characters",
  },
  unknown: {
    message: `has a pattern of which nobody could tell within ${timeout / 1000} s whether it is fast on all texts`,
    fix: "make it simpler",
    severity: "warning",
  },
};

async function* slow(catalog: Documents): AsyncGenerator<Violation> {
  const known = new Map<string, string>();
  for (const [pattern, address] of patterns(catalog)) {
    // What is not portable is reported by another rule, and may not even compile.
    if (unportable(pattern).length > 0) continue;
    // Loaded where there is a pattern: recheck takes a tenth of a second.
    const { check } = await import("recheck");
    const status = known.get(pattern) ?? (await check(pattern, "u", { timeout })).status;
    known.set(pattern, status);
    const verdict = verdicts[status];
    if (verdict !== undefined) yield { address, ...verdict };
  }
}

/** Rules about `pattern`. */
export const patternRules: readonly Rule[] = [
  {
    id: "pattern-portable",
    purpose: "A pattern has to mean the same in ECMAScript, RE2, Rust, PCRE, Python, Java and Ruby.",
    locked: true,
    reads: "documents",
    *check(catalog) {
      for (const [pattern, address] of patterns(catalog)) {
        const found = unportable(pattern);
        if (found.length === 0) continue;
        const message = `has a pattern that languages read differently: ${found.map(({ what }) => what).join(", ")}`;
        yield { address, message, fix: found.map(({ what, instead }) => `${what}: ${instead}`).join("; ") };
      }
    },
  },
  {
    id: "pattern-anchored",
    purpose: "A pattern without ^ and $ accepts every text that holds a match, which few people mean.",
    severity: "warning",
    reads: "documents",
    *check(catalog) {
      for (const [pattern, address] of patterns(catalog)) {
        if (isAnchored(pattern)) continue;
        const fix = "begin it with ^ and end it with $; where it may match anywhere, say so in x-lint-off";
        yield { address, message: "has a pattern that is not anchored at both ends", fix };
      }
    },
  },
  {
    id: "pattern-safe",
    purpose: "A receiver matches texts of strangers: a pattern that backtracks without end would stop it.",
    locked: true,
    reads: "documents",
    check: slow,
  },
];
